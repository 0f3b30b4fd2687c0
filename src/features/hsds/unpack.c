/* unpack.c — the tables in an archive. See tables.h.
 *
 * An archive says how many files it has, how they are called and how large they are; nothing of that is
 * believed. Names lead nowhere, since nothing is written; they have to be plain all the same, because who
 * makes others means harm. Bytes are counted as they come out. */
#include "features/hsds/tables.h"

#include "base/csv.h"

#include <string.h>
#include <zip.h>

enum { PIECE = 64 * 1024, FREE_RATIO = 1024 * 1024, NAME_MOST = 200 };

struct unpacking {
    struct tables *t;
    zip_t *zip;
    size_t packed; /* bytes of the archive */
    size_t out;    /* bytes that came out of it so far */
};

/* "x/services.csv": the last part; empty when the name is one that nobody honest gives. */
static struct str plain_name(struct str name)
{
    struct str rest = name, part, last = { 0 };
    if (!name.n || name.n > NAME_MOST || name.s[0] == '/' || !str_utf8(name))
        return (struct str){ 0 };
    for (size_t i = 0; i < name.n; i++)
        if ((unsigned char)name.s[i] < ' ' || strchr("\\:", name.s[i]))
            return (struct str){ 0 };
    while (str_next(&rest, '/', &part)) {
        if (str_is(part, "..") || str_is(part, ".")) return (struct str){ 0 };
        last = part;
    }
    return last;
}

static bool read_entry(struct unpacking *u, zip_uint64_t at, struct str name, struct str *text)
{
    struct tables *t = u->t;
    zip_file_t *file = zip_fopen_index(u->zip, at, 0);
    size_t room = PIECE, n = 0;
    zip_int64_t got = 0;
    if (!file)
        return tables_refuse(t, SAY("Dit bestand in het archief kan niet worden uitgepakt."),
                             name);
    char *to = arena_room(&t->arena, room, 1);
    bool fine = true;
    while (fine && (got = zip_fread(file, to + n, room - n)) > 0) {
        n += (size_t)got;
        u->out += (size_t)got;
        if (u->out > TABLES_UNPACKED ||
            (u->out > FREE_RATIO && u->out / TABLES_RATIO > u->packed))
            fine = tables_refuse(t, SAY("Dit archief wordt uitgepakt veel te groot."), name);
        if (n < room || !fine) continue;
        char *more = arena_room(&t->arena, room * 2, 1);
        memcpy(more, to, n);
        to = more;
        room *= 2;
    }
    if (fine && got < 0)
        fine = tables_refuse(t, SAY("Dit bestand in het archief is beschadigd."), name);
    zip_fclose(file);
    *text = (struct str){ to, n };
    return fine;
}

static bool take_entry(struct unpacking *u, zip_uint64_t at)
{
    struct tables *t = u->t;
    enum hsds_table which;
    struct str text;
    zip_stat_t about;
    const char *given = zip_get_name(u->zip, at, ZIP_FL_ENC_RAW);
    const struct str name = str_of(given);
    if (str_ends(name, STR("/")) && plain_name(str_upto(name, name.n - 1)).n) return true;
    const struct str plain = plain_name(name);
    if (!plain.n)
        return tables_refuse(t, SAY("In dit archief staat een naam die niet mag."), STR(""));
    if (str_starts(name, STR("__MACOSX/")) || plain.s[0] == '.') return true;
    if (!str_ends(plain, STR(".csv")) || !tables_kind(str_upto(plain, plain.n - 4), &which))
        return true;
    if (zip_stat_index(u->zip, at, 0, &about) != 0 ||
        (about.valid & ZIP_STAT_ENCRYPTION_METHOD && about.encryption_method != ZIP_EM_NONE))
        return tables_refuse(t, SAY("Dit archief is versleuteld. Maak het zonder wachtwoord."),
                             STR(""));
    if (!read_entry(u, at, plain, &text)) return false;
    return tables_csv(t, which, arena_copy(&t->arena, plain), text);
}

static bool take_all(struct unpacking *u)
{
    const zip_int64_t n = zip_get_num_entries(u->zip, 0);
    if (n < 0 || n > TABLES_FILES)
        return tables_refuse(u->t, SAY("Dit archief heeft te veel bestanden."), STR(""));
    for (zip_int64_t i = 0; i < n; i++)
        if (!take_entry(u, (zip_uint64_t)i)) return false;
    if (!u->t->table[T_SERVICE].file.n)
        return tables_refuse(u->t, SAY("In dit archief staat geen services.csv."), STR(""));
    return true;
}

bool tables_zip(struct tables *t, struct str bytes)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes.s, bytes.n, 0, &why);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &why) : NULL;
    zip_error_fini(&why);
    if (!zip) {
        zip_source_free(source);
        return tables_refuse(t, SAY("Dit is geen archief dat wij kunnen lezen."), STR(""));
    }
    struct unpacking u = { .t = t, .zip = zip, .packed = bytes.n };
    const bool fine = take_all(&u);
    zip_discard(zip);
    return fine;
}
