/* map.c — see map.h. */
#include "main/map.h"

#include "base/out.h"
#include "base/csv.h"
#include "document/ods.h"
#include "features/hsds/load.h"
#include "features/hsds/write.h"
#include "features/map/invent.h"
#include "features/map/map.h"
#include "features/map/shapes.h"
#include "features/map/sheet.h"
#include "features/places/invent.h"
#include "features/places/table.h"
#include "features/wanted/invent.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MAP_DATA, MAP_SOURCE, MAP_ELSEWHERE, MAP_COLUMNS, MAP_DRY_RUN };

struct loading {
    struct str csv;
    struct sheet_source source;
    bool dry;
    struct sheet_talk talk;
    struct sheet_done done;
    struct tables *tables; /* of HSDS; else a table of ours */
    struct ods *ods;       /* a spreadsheet; its rows up to `at` were read */
    size_t at;
    int64_t left_out;
};

static bool cells_of_ods(void *with, struct csv_row *row)
{
    struct loading *l = with;
    if (l->at == l->ods->n) return false;
    const struct ods_row *from = &l->ods->row[l->at++];
    row->n = from->n < CSV_FIELDS_MAX ? from->n : CSV_FIELDS_MAX;
    memcpy(row->fields, from->cell, row->n * sizeof *row->fields);
    row->line = from->line;
    return true;
}

/* A dry run goes all the way and is then undone. */
static enum err load_work(struct tx *tx, void *with)
{
    struct loading *l = with;
    if (l->tables) {
        struct hsds_done done;
        const enum err e = hsds_load(tx, l->tables, &l->source, l->dry, &l->talk, &done);
        l->done = done.rows;
        l->left_out = done.left_out;
        TRY(e);
    } else if (l->ods) {
        TRY(sheet_load_cells(tx, cells_of_ods, l, &l->source, l->dry, &l->talk, &l->done));
    } else {
        TRY(sheet_load(tx, l->csv, &l->source, l->dry, &l->talk, &l->done));
    }
    return l->dry ? FAIL(ERR_CLASH, "only tried") : OK;
}

static void say_done(struct command *c, const struct loading *l)
{
    struct arena a = { 0 };
#define NUMBER(n) arena_format(&a, "%lld", (long long)(n))
    const struct str text =
        l->done.wrong
            ? FILL(&a, SAY("{fouten} fouten. Er is niets ingelezen."), c->lang,
                   { "fouten", NUMBER(l->done.wrong) })
            : FILL(&a,
                   SAY("{rijen} rijen: {nieuw} nieuw, {anders} veranderd, {gelijk} gelijk."),
                   c->lang, { "rijen", NUMBER(l->done.rows) },
                   { "nieuw", NUMBER(l->done.added) }, { "anders", NUMBER(l->done.changed) },
                   { "gelijk", NUMBER(l->done.same) });
    fprintf(l->done.wrong ? c->err : c->out, "%.*s\n", STR_ARG(text));
    if (l->left_out)
        fprintf(c->out, "%.*s\n",
                STR_ARG(FILL(&a, SAY("{n} gegevens zijn weggelaten."), c->lang,
                             { "n", NUMBER(l->left_out) })));
#undef NUMBER
    arena_end(&a);
}

static int load(struct command *c, struct loading *l)
{
    const enum err e = store_write(c->store, load_work, l);
    if (e == OK || e == ERR_FORM || (e == ERR_CLASH && l->dry && !l->done.wrong)) {
        say_done(c, l);
        return e == ERR_FORM ? EXIT_FAULTS : EXIT_DONE;
    }
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}

static bool read_file(const char *path, struct arena *a, struct str *bytes)
{
    FILE *f = fopen(path, "rb");
    size_t room = 1 << 20, n = 0, got;
    if (!f) return false;
    char *to = arena_room(a, room, 1);
    while ((got = fread(to + n, 1, room - n, f)) > 0) {
        n += got;
        if (n < room) continue;
        char *more = arena_room(a, room *= 2, 1);
        memcpy(more, to, n);
        to = more;
    }
    const bool whole = !ferror(f);
    fclose(f);
    *bytes = (struct str){ to, n };
    return whole;
}

/* By the ending of its name: .json and .zip are HSDS, .ods a spreadsheet, anything else CSV. */
static bool is_kind(const char *path, const char *ending)
{
    return str_ends(str_of(path), str_of(ending));
}

static int load_tables(struct command *c, struct loading *l)
{
    struct tables t;
    int code = EXIT_FAULTS;
    if (tables_read(&t, l->csv, c->lang)) {
        l->tables = &t;
        code = load(c, l);
    } else {
        fprintf(c->err, "dialoog: %s: %.*s\n", c->argument[1], STR_ARG(t.why));
    }
    tables_end(&t);
    return code;
}

static const struct words *ods_why(enum ods_fault fault)
{
    switch (fault) {
    case ODS_FINE:
    case ODS_NOT_ODS:
        return SAY("Dit is geen rekenblad dat wij kunnen lezen. Bewaar het als ODS, zonder "
                   "wachtwoord.");
    case ODS_DAMAGED: return SAY("Dit rekenblad is beschadigd.");
    case ODS_HOSTILE: return SAY("In dit rekenblad staat iets dat er niet hoort.");
    case ODS_LARGE: return SAY("Dit rekenblad is te groot.");
    }
    abort();
}

static int load_ods(struct command *c, struct loading *l, struct arena *a)
{
    struct ods ods;
    if (ods_read(a, l->csv, &ods)) {
        l->ods = &ods;
        return load(c, l);
    }
    fprintf(c->err, "dialoog: %s: %.*s\n", c->argument[1],
            STR_ARG(words_in(ods_why(ods.fault), c->lang)));
    return EXIT_FAULTS;
}

static int map_load(struct command *c)
{
    struct arena a = { 0 };
    const char *source = c->value[MAP_SOURCE] ? c->value[MAP_SOURCE] : "eigen";
    struct loading l = {
        .source = { .slug = str_of(source), .elsewhere = c->value[MAP_ELSEWHERE] != NULL },
        .dry = c->value[MAP_DRY_RUN] != NULL,
        .talk = { .err = c->err, .lang = c->lang, .now = c->now },
    };
    if (c->value[MAP_COLUMNS]) l.talk.columns = str_of(c->value[MAP_COLUMNS]);
    int code = EXIT_CANNOT;
    if (!str_slug(l.source.slug))
        command_say(c->err, c->lang,
                    SAY("dialoog: geef de bron een naam van letters, cijfers en streepjes.")),
            code = EXIT_USAGE;
    else if (!read_file(c->argument[1], &a, &l.csv))
        fprintf(c->err, "dialoog: %s: %s\n", c->argument[1], strerror(errno));
    else if (is_kind(c->argument[1], ".json") || is_kind(c->argument[1], ".zip"))
        code = load_tables(c, &l);
    else if (is_kind(c->argument[1], ".ods"))
        code = load_ods(c, &l, &a);
    else
        code = load(c, &l);
    arena_end(&a);
    return code;
}

static int write_zip(struct command *c)
{
    struct db *db;
    const char *source = c->value[MAP_SOURCE];
    enum err e = store_reader(c->store, &db);
    if (e == OK) {
        e = hsds_write_zip(db, str_of(source ? source : ""), c->argument[1]);
        store_reader_close(db);
    }
    if (e == OK) return EXIT_DONE;
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}

static enum ods_kind ods_kind_of(struct str heading)
{
    static const char *const numbers[] = { "latitude", "longitude", "minimum_age",
                                           "maximum_age" };
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        if (str_is(heading, numbers[i])) return ODS_NUMBER_KIND;
    return str_is(heading, "confirmed") ? ODS_DATE_KIND : ODS_TEXT_KIND;
}

static int write_ods(struct command *c)
{
    struct db *db;
    char *csv = NULL;
    size_t n = 0;
    const char *source = c->value[MAP_SOURCE];
    FILE *to = open_memstream(&csv, &n);
    enum err e = to ? store_reader(c->store, &db) : FAIL(ERR_FULL, "%s", strerror(errno));
    if (e == OK) {
        e = sheet_write(db, str_of(source ? source : ""), to);
        store_reader_close(db);
    }
    if (to && fclose(to) != 0 && e == OK) e = FAIL(ERR_FULL, "%s", strerror(errno));
    if (e == OK)
        e = ods_write((struct str){ csv, n }, STR("Sociale kaart"), ods_kind_of,
                      c->argument[1]);
    free(csv);
    if (e == OK) return EXIT_DONE;
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}

static int map_write(struct command *c)
{
    struct db *db;
    if (is_kind(c->argument[1], ".zip")) return write_zip(c);
    if (is_kind(c->argument[1], ".ods")) return write_ods(c);
    const char *source = c->value[MAP_SOURCE];
    FILE *to = fopen(c->argument[1], "wb");
    enum err e = to ? store_reader(c->store, &db)
                    : FAIL(ERR_FULL, "%s: %s", c->argument[1], strerror(errno));
    if (e == OK) {
        e = str_is(str_of(c->argument[0]), "write-places") ? places_write(db, to)
            : is_kind(c->argument[1], ".json")
                ? hsds_write_json(db, str_of(source ? source : ""), to)
                : sheet_write(db, str_of(source ? source : ""), to);
        store_reader_close(db);
    }
    if (to && fclose(to) != 0 && e == OK)
        e = FAIL(ERR_FULL, "%s: %s", c->argument[1], strerror(errno));
    if (e == OK) return EXIT_DONE;
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}

/* ---- places where people can meet ---- */

struct places_loading {
    struct str csv;
    FILE *err;
    enum lang lang;
    bool dry;
    struct places_done done;
};

static enum err places_work(struct tx *tx, void *with)
{
    struct places_loading *l = with;
    TRY(places_load(tx, l->csv, l->err, l->lang, &l->done));
    return l->dry ? FAIL(ERR_CLASH, "only tried") : OK;
}

static int places_command_load(struct command *c)
{
    struct arena a = { 0 };
    struct places_loading l = { .err = c->err,
                                .lang = c->lang,
                                .dry = c->value[MAP_DRY_RUN] != NULL };
    int code = EXIT_CANNOT;
    if (!read_file(c->argument[1], &a, &l.csv)) {
        fprintf(c->err, "dialoog: %s: %s\n", c->argument[1], strerror(errno));
    } else {
        const enum err e = store_write(c->store, places_work, &l);
        const struct str text =
            l.done.wrong
                ? FILL(&a, SAY("{fouten} fouten. Er is niets ingelezen."), c->lang,
                       { "fouten", arena_format(&a, "%lld", (long long)l.done.wrong) })
                : FILL(&a, SAY("{rijen} rijen, {plekken} plekken."), c->lang,
                       { "rijen", arena_format(&a, "%lld", (long long)l.done.rows) },
                       { "plekken", arena_format(&a, "%lld", (long long)l.done.places) });
        const bool done = e == OK || e == ERR_FORM || (e == ERR_CLASH && l.dry);
        if (done)
            fprintf(l.done.wrong ? c->err : c->out, "%.*s\n", STR_ARG(text));
        else
            fprintf(c->err, "dialoog: %s\n", err_sentence());
        code = e == ERR_FORM ? EXIT_FAULTS : done ? EXIT_DONE : EXIT_CANNOT;
    }
    arena_end(&a);
    return code;
}

/* ---- how the neighbourhoods lie ---- */

struct keeping_shapes {
    struct shape *shapes;
    size_t n;
    struct shapes_done done;
};
static enum err shapes_work(struct tx *tx, void *with)
{
    struct keeping_shapes *k = with;
    return shapes_keep(tx, k->shapes, k->n, &k->done);
}

static const struct words *shapes_refused(enum shapes_fault fault)
{
    switch (fault) {
    case SHAPES_NO_JSON:
        return SAY(
            "dialoog: dit is geen GeoJSON. Bewaar het bestand als GeoJSON en probeer opnieuw.");
    case SHAPES_ELSEWHERE:
        return SAY("dialoog: deze coördinaten zijn geen graden en geen RD-meters. Bewaar het "
                   "bestand in "
                   "WGS84 (EPSG:4326).");
    case SHAPES_TOO_MUCH:
        return SAY(
            "dialoog: er staat te veel in. Neem hooguit 2000 wijken en 2 miljoen punten.");
    default:
        return SAY(
            "dialoog: er staat geen wijk in met een naam en een vlak. Geef elke wijk een "
            "eigenschap \"naam\".");
    }
}

static int map_draw(struct command *c)
{
    struct arena a = { 0 };
    struct keeping_shapes k = { 0 };
    struct str text;
    int code = EXIT_CANNOT;
    if (!read_file(c->argument[1], &a, &text))
        fprintf(c->err, "dialoog: %s: %s\n", c->argument[1], strerror(errno));
    else {
        const enum shapes_fault fault = shapes_parse(&a, text, &k.shapes, &k.n);
        if (fault) {
            command_say(c->err, c->lang, shapes_refused(fault));
            code = EXIT_FAULTS;
        } else if (store_write(c->store, shapes_work, &k) == OK) {
            code = EXIT_DONE;
#define NUMBER(n) arena_format(&a, "%lld", (long long)(n))
            const struct str said =
                FILL(&a,
                     SAY("{wijken} wijken getekend, {nieuw} nieuw. {plekken} plekken kregen "
                         "hun wijk."),
                     c->lang, { "wijken", NUMBER(k.done.areas) },
                     { "nieuw", NUMBER(k.done.made) }, { "plekken", NUMBER(k.done.placed) });
#undef NUMBER
            fprintf(c->out, "%.*s\n", STR_ARG(said));
        } else
            fprintf(c->err, "dialoog: %s\n", err_sentence());
    }
    arena_end(&a);
    return code;
}

static enum err rebuild_work(struct tx *tx, void *with)
{
    (void)with;
    return map_rebuild(tx);
}

enum err map_ready(struct store *st)
{
    struct db *db;
    bool made = false;
    int64_t listed = 0;
    TRY(store_reader(st, &db));
    enum err e = map_made(db, &made);
    if (e == OK) e = services_listed(db, &listed);
    store_reader_close(db);
    return e != OK || made || !listed ? e : store_write(st, rebuild_work, NULL);
}

int command_map(struct command *c)
{
    const struct str what = str_of(c->argument[0]);
    if (str_is(what, "load")) return map_load(c);
    if (str_is(what, "write") || str_is(what, "write-places")) return map_write(c);
    if (str_is(what, "load-places")) return places_command_load(c);
    if (str_is(what, "areas")) return map_draw(c);
    command_say(c->err, c->lang,
                SAY("dialoog: schrijf map load, write, areas, load-places of write-places."));
    return EXIT_USAGE;
}

/* What stands around a made-up map. */
static enum err invent_work(struct tx *tx, void *with)
{
    const struct instant *now = with;
    TRY(places_invent(tx, day_at(*now)));
    return wanted_invent(tx, *now);
}

static enum err invent_shapes_work(struct tx *tx, void *with)
{
    return map_invent_shapes(tx, with);
}

int map_command_generate(struct command *c, uint64_t seed, int services)
{
    char *csv = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&csv, &n);
    if (!to) return EXIT_CANNOT;
    map_invent(seed, services, day_at(c->now), to);
    if (fclose(to) != 0) return EXIT_CANNOT;
    struct loading l = {
        .csv = { csv, n },
        .source = { STR(INVENTED_SOURCE), STR("Verzonnen voorbeeld"), STR(""), false },
        .talk = { .err = c->err, .lang = c->lang, .now = c->now },
    };
    const int code = load(c, &l);
    free(csv);
    struct shapes_done drawn;
    if (code != EXIT_DONE || (store_write(c->store, invent_work, &l.talk.now) == OK &&
                              store_write(c->store, invent_shapes_work, &drawn) == OK))
        return code;
    fprintf(c->err, "dialoog: %s\n", err_sentence());
    return EXIT_CANNOT;
}
