/* export.c — `dialoog export`: the sheets, long texts and images, in one order, always the same. */
#include "features/folder/folder.h"

#include "base/csv.h"
#include "features/folder/export.sql.h"
#include "features/folder/files.h"
#include "features/folder/gather.h"
#include "web/image.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- sheets */

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct out_column {
    size_t cell; /* in the rows */
    bool text;   /* guarded against formulas */
    struct str name;
};

static bool any_text(const struct grid *g, size_t cell)
{
    for (size_t i = 0; i < g->n; i++)
        if (cell_text(&g->rows[i], cell).n) return true;
    return false;
}

/* Every column, those that came late and translations as far as they hold something. */
static size_t out_columns(struct arena *a, const struct grid *g, struct out_column *out)
{
    const size_t columns = format_columns(g->format), each = format_translated(g->format);
    struct str languages[LANGUAGES_MAX];
    size_t n = 0, t = 0;
    memcpy(languages, g->languages, sizeof languages);
    if (g->languages_n) qsort(languages, g->languages_n, sizeof *languages, by_bytes);
    for (size_t c = 0; c < columns; c++) {
        const struct column *column = &g->format->columns[c];
        const bool text = column->cell == CELL_TEXT;
        if (column->late && !any_text(g, c)) continue;
        out[n++] = (struct out_column){ c, text, str_of(column->name) };
        for (size_t l = 0; column->translated && l < g->languages_n; l++) {
            size_t at = 0;
            while (!str_eq(g->languages[at], languages[l])) at++;
            const size_t cell = columns + at * each + t;
            if (any_text(g, cell))
                out[n++] = (struct out_column){
                    cell, text, arena_format(a, "%s_%.*s", column->name, STR_ARG(languages[l]))
                };
        }
        t += column->translated;
    }
    return n;
}

static void write_grid(struct arena *a, FILE *to, const struct grid *g)
{
    struct out_column *columns =
        NEW(a, struct out_column, COLUMNS_MAX + LANGUAGES_MAX * TRANSLATED_MAX);
    const size_t n = out_columns(a, g, columns);
    for (size_t c = 0; c < n; c++) csv_put(to, columns[c].name, c == 0);
    csv_end(to);
    for (size_t i = 0; i < g->n; i++) {
        const struct arena_mark here = arena_here(a);
        for (size_t c = 0; c < n; c++) {
            const struct str text = cell_text(&g->rows[i], columns[c].cell);
            csv_put(to, columns[c].text ? csv_guard(a, text) : text, c == 0);
        }
        csv_end(to);
        arena_back(a, here);
    }
}

/* ---- files */

static enum err finish(FILE *to, const char *path)
{
    const bool failed = ferror(to);
    if (fclose(to) != 0 || failed) return FAIL(ERR_FULL, "%s: %s", path, strerror(errno));
    return OK;
}

static enum err write_bytes(const struct folder *f, struct str path, struct str bytes)
{
    FILE *to = file_create(f->dir, path.s);
    if (!to) return FAIL(ERR_FULL, "%s: %s", path.s, strerror(errno));
    if (bytes.n) fwrite(bytes.s, 1, bytes.n, to);
    return finish(to, path.s);
}

static enum err write_sheets(struct folder *f)
{
    for (size_t s = 0; s < SHEETS; s++) {
        if (!f->grids[s].n) continue;
        FILE *to = file_create(f->dir, formats[s].file);
        if (!to) return FAIL(ERR_FULL, "%s: %s", formats[s].file, strerror(errno));
        write_grid(f->a, to, &f->grids[s]);
        TRY(finish(to, formats[s].file));
    }
    return OK;
}

static enum err write_long_texts(const struct folder *f)
{
    for (size_t i = 0; i < f->texts_n; i++) {
        const struct long_text *t = &f->texts[i];
        const struct str slug =
            cell_text(&f->grids[SHEET_DIALOGUES].rows[t->dialogue], D_DIALOGUE);
        const struct str path = arena_format(f->a, "texts/%.*s/%s.%.*s.md", STR_ARG(slug),
                                             section_term(t->section).code, STR_ARG(t->lang));
        TRY(write_bytes(f, path, t->body));
    }
    return OK;
}

/* ---- images */

/* Another picture has this name with other pixels: then the hash goes into the name. */
static struct str own_name(const struct folder *f, struct str file, struct str hash)
{
    size_t dot = file.n;
    while (dot && file.s[dot - 1] != '.') dot--;
    const size_t stem = dot ? dot - 1 : file.n;
    return arena_format(f->a, "%.*s-%.*s%.*s", STR_ARG(str_upto(file, stem < 80 ? stem : 80)),
                        12, hash.s, STR_ARG(str_from(file, stem)));
}

/* Gives every picture a name of its own in images/, and writes each image once. */
static enum err write_images(struct folder *f, struct db *db)
{
    struct grid *g = &f->grids[SHEET_PICTURES];
    struct index names = { 0 };
    size_t at;
    for (size_t i = 0; i < g->n; i++) {
        struct row *r = &g->rows[i];
        struct value *file = &r->cell[PC_FILE];
        if (index_find(&names, file->text, &at) &&
            !str_eq(f->images[at]->hash, f->images[i]->hash))
            file->text = own_name(f, file->text, f->images[i]->hash);
        if (index_find(&names, file->text, &at)) continue;
        index_put(&names, f->a, file->text, i);
        struct arena passing = { 0 };
        struct out_image_row row;
        enum err e = out_image(db, &passing, f->images[i]->id, &row);
        if (e == OK)
            e = write_bytes(f, arena_format(f->a, "images/%.*s", STR_ARG(file->text)),
                            row.bytes);
        arena_end(&passing);
        TRY(e);
    }
    return OK;
}

/* ---- the command */

static enum err write_folder(struct store *st, struct folder *f, bool all)
{
    struct db *db;
    TRY(store_reader(st, &db));
    enum err e = db_begin(db);
    if (e == OK) e = folder_gather(db, f, all);
    if (e == OK) e = write_images(f, db);
    if (e == OK) e = write_sheets(f);
    if (e == OK) e = write_long_texts(f);
    db_end(db);
    store_reader_close(db);
    return e;
}

int folder_export(struct store *st, const char *dir, bool all, const struct folder_talk *talk)
{
    struct arena a = { 0 };
    struct faults say = { .err = talk->err, .lang = talk->lang };
    struct folder *f = NEW(&a, struct folder, 1);
    int code = FOLDER_CANNOT;
    *f = (struct folder){ .a = &a, .faults = &say };
    enum err e = folder_fresh(dir, &f->dir);
    const bool opened = e == OK;
    if (e == OK) e = write_folder(st, f, all);
    if (e == OK) {
        NOTE(&say, SAY("De map staat klaar: {map}"), { "map", str_of(dir) });
        code = FOLDER_DONE;
    } else if (!opened && e == ERR_CLASH) {
        NOTE(&say, SAY("In {map} staat al iets. Kies een lege of een nieuwe map."),
             { "map", fault_quote(&say, str_of(dir)) });
        code = FOLDER_USAGE;
    } else {
        NOTE(&say, SAY("De map is niet compleet: {waarom}."),
             { "waarom", str_of(err_sentence()) });
    }
    if (opened) close(f->dir);
    arena_end(&say.a);
    arena_end(&a);
    return code;
}
