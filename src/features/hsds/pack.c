/* pack.c — the tables of write.c in an archive, with datapackage.json. The same data gives the same bytes. */
#include "features/hsds/write.h"

#include "features/hsds/write_inside.h"
#include "web/json.h"

#include <errno.h>
#include <string.h>
#include <zip.h>

enum { DOS_TIME = 0, DOS_DATE = 0x21 /* 1 January 1980 */, ABOUT_MOST = 1 << 20 };

/* What kind of value stands in a column, as a table says it. */
static const char *type_of(struct str column)
{
    static const char *const numbers[] = { "minimum_age", "maximum_age", "latitude",
                                           "longitude",   "interval",    "amount" };
    static const char *const yes_no[] = { "free", "referral", "exception", "open_on_holidays" };
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        if (str_is(column, numbers[i])) return "number";
    for (size_t i = 0; i < COUNT_OF(yes_no); i++)
        if (str_is(column, yes_no[i])) return "boolean";
    return "string";
}

static struct str about_json(struct arena *a)
{
    struct out o = out_start(a, ABOUT_MOST, LANG_NL);
    json_open(&o, NULL, '{');
    json_put(&o, "name", STR("sociale-kaart"));
    json_put(&o, "profile", STR("tabular-data-package"));
    json_put(&o, "title", STR("Sociale kaart, HSDS " HSDS_VERSION));
    json_open(&o, "resources", '[');
    for (int f = 0; f < HSDS_FILES; f++) {
        struct str rest = str_of(hsds_files[f].columns), column;
        json_open(&o, NULL, '{');
        json_put(&o, "name", str_of(hsds_files[f].name));
        json_put(&o, "path", arena_format(a, "%s.csv", hsds_files[f].name));
        json_put(&o, "profile", STR("tabular-data-resource"));
        json_open(&o, "schema", '{');
        json_put(&o, "primaryKey", STR("id"));
        json_open(&o, "fields", '[');
        while (str_next(&rest, ' ', &column)) {
            json_open(&o, NULL, '{');
            json_put(&o, "name", column);
            json_put(&o, "type", str_of(type_of(column)));
            json_close(&o, '}');
        }
        json_close(&o, ']');
        json_close(&o, '}');
        json_close(&o, '}');
    }
    json_close(&o, ']');
    json_close(&o, '}');
    out_raw(&o, STR("\n"));
    return (struct str){ o.s, o.n };
}

static enum err add(zip_t *zip, const char *name, zip_source_t *source)
{
    const zip_int64_t at = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) zip_source_free(source);
    if (at < 0 || zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 6) != 0 ||
        zip_file_set_dostime(zip, (zip_uint64_t)at, DOS_TIME, DOS_DATE, 0) != 0)
        return FAIL(ERR_BROKEN, "%s: %s", name, zip_strerror(zip));
    return OK;
}

static enum err add_all(zip_t *zip, struct writing *w)
{
    const struct str about = about_json(&w->all);
    TRY(add(zip, "datapackage.json", zip_source_buffer(zip, about.s, about.n, 0)));
    for (int f = 0; f < HSDS_FILES; f++) {
        const struct str name = arena_format(&w->all, "%s.csv", hsds_files[f].name);
        FILE *from = w->to[f];
        rewind(from);
        zip_source_t *source = zip_source_filep(zip, from, 0, -1);
        if (source) w->to[f] = NULL; /* the archive closes it */
        TRY(add(zip, name.s, source));
    }
    return OK;
}

static enum err pack(struct writing *w, const char *path)
{
    int why = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &why);
    if (!zip) return FAIL(ERR_FULL, "%s: %s", path, strerror(errno));
    const enum err e = add_all(zip, w);
    if (e != OK) {
        zip_discard(zip);
        return e;
    }
    if (zip_close(zip) == 0) return OK;
    const enum err full = FAIL(ERR_FULL, "%s: %s", path, zip_strerror(zip));
    zip_discard(zip);
    return full;
}

enum err hsds_write_zip(struct db *db, struct str source, const char *path)
{
    struct writing w = { .db = db, .source = source };
    enum err e = OK;
    for (int f = 0; f < HSDS_FILES && e == OK; f++)
        if (!(w.to[f] = tmpfile())) e = FAIL(ERR_FULL, "a table: %s", strerror(errno));
    if (e == OK) e = tables_write(&w);
    if (e == OK) e = pack(&w, path);
    for (int f = 0; f < HSDS_FILES; f++)
        if (w.to[f]) fclose(w.to[f]);
    arena_end(&w.one);
    arena_end(&w.all);
    return e;
}
