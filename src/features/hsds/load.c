/* load.c — tables to services. See load.h; entry.c makes the cells of one service. */
#include "features/hsds/load_inside.h"

#include <string.h>

enum { FAULTS_TOLD = 200, PROGRESS = 2000 };

/* ---- indexes: rows by a key, with the rows that have the same one behind it ---- */

static uint64_t hash_of(struct str x)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < x.n; i++) h = (h ^ (unsigned char)x.s[i]) * 1099511628211u;
    return h ^ h >> 29;
}

static struct index key_make(struct load *l, enum hsds_table which, enum hsds_column column,
                             int link)
{
    struct table *t = &l->t->table[which];
    struct index x = { .t = t, .column = column, .link = link };
    x.room = 64;
    while (x.room < t->n * 2 + 2) x.room *= 2;
    x.first = arena_room(&l->t->arena, x.room, sizeof *x.first);
    memset(x.first, 0xff, x.room * sizeof *x.first);
    for (size_t i = t->n; i-- > 0;) { /* from behind, so that the first comes first */
        struct table_row *row = &t->row[i];
        const struct str key = row->cell[column];
        row->next[link] = -1;
        if (!key.n) continue;
        size_t at = hash_of(key) & (x.room - 1);
        while (x.first[at] >= 0 && !str_eq(t->row[x.first[at]].cell[column], key))
            at = (at + 1) & (x.room - 1);
        row->next[link] = x.first[at];
        x.first[at] = (int64_t)i;
    }
    return x;
}

struct table_row *key_find(const struct index *x, struct str key)
{
    if (!key.n || !x->t->n) return NULL;
    size_t at = hash_of(key) & (x->room - 1);
    while (x->first[at] >= 0) {
        struct table_row *row = &x->t->row[x->first[at]];
        if (str_eq(row->cell[x->column], key)) return row;
        at = (at + 1) & (x->room - 1);
    }
    return NULL;
}
struct table_row *key_next(const struct index *x, const struct table_row *row)
{
    return row->next[x->link] < 0 ? NULL : &x->t->row[row->next[x->link]];
}

/* Only columns of one table that are asked together need links of their own. */
static void indexes_make(struct load *l)
{
    l->organization = key_make(l, T_ORGANIZATION, C_ID, 0);
    l->location = key_make(l, T_LOCATION, C_ID, 0);
    l->places_of = key_make(l, T_PLACE, C_SERVICE_ID, 0);
    l->place = key_make(l, T_PLACE, C_ID, 1);
    l->addresses_of = key_make(l, T_ADDRESS, C_LOCATION_ID, 0);
    l->accessible_of = key_make(l, T_ACCESSIBILITY, C_LOCATION_ID, 0);
    l->languages_of = key_make(l, T_LANGUAGE, C_SERVICE_ID, 0);
    l->term = key_make(l, T_TERM, C_ID, 0);
    l->costs_of = key_make(l, T_COST, C_SERVICE_ID, 0);
    l->eligible_of = key_make(l, T_ELIGIBILITY, C_SERVICE_ID, 0);
    l->attributes_of = key_make(l, T_ATTRIBUTE, C_LINK_ID, 0);
    l->phones_of_service = key_make(l, T_PHONE, C_SERVICE_ID, 0);
    l->phones_of_place = key_make(l, T_PHONE, C_PLACE_ID, 1);
    l->schedules_of_service = key_make(l, T_SCHEDULE, C_SERVICE_ID, 0);
    l->schedules_of_place = key_make(l, T_SCHEDULE, C_PLACE_ID, 1);
    l->holidays_of_service = key_make(l, T_HOLIDAY, C_SERVICE_ID, 0);
    l->holidays_of_place = key_make(l, T_HOLIDAY, C_PLACE_ID, 1);
    l->service = key_make(l, T_SERVICE, C_ID, 0);
    l->phones_of_location = key_make(l, T_PHONE, C_LOCATION_ID, 2);
    l->phones_of_organization = key_make(l, T_PHONE, C_ORGANIZATION_ID, 3);
    l->schedules_of_location = key_make(l, T_SCHEDULE, C_LOCATION_ID, 2);
    l->holidays_of_location = key_make(l, T_HOLIDAY, C_LOCATION_ID, 2);
}

/* ---- what came in an earlier shape ---- */

/* What has a key to a service at a place belongs to that, whatever else it names; what names a service and a
 * location belongs to the service at that location. */
static void bring_up_to_date(struct load *l)
{
    struct tables *t = l->t;
    for (size_t i = 0; i < t->table[T_ATTRIBUTE].n; i++) {
        struct table_row *row = &t->table[T_ATTRIBUTE].row[i];
        if (!row->cell[C_LINK_ID].n) row->cell[C_LINK_ID] = row->cell[C_SERVICE_ID];
    }
    for (int which = T_SCHEDULE; which <= T_HOLIDAY; which++)
        for (size_t i = 0; i < t->table[which].n; i++) {
            struct table_row *row = &t->table[which].row[i];
            if (row->cell[C_PLACE_ID].n)
                row->cell[C_SERVICE_ID] = row->cell[C_LOCATION_ID] = (struct str){ 0 };
            if (row->cell[C_SERVICE_ID].n && row->cell[C_LOCATION_ID].n)
                row->cell[C_DETAILS] = row->cell[C_LOCATION_ID], row->cell[C_LOCATION_ID].n = 0;
        }
}
/* Of 1.0: a service that names its location itself. */
static void places_of_services(struct load *l)
{
    struct tables *t = l->t;
    if (t->table[T_PLACE].n) return;
    for (size_t i = 0; i < t->table[T_SERVICE].n; i++) {
        const struct table_row *service = &t->table[T_SERVICE].row[i];
        if (!service->cell[C_LOCATION_ID].n) continue;
        struct table_row *row = tables_add(t, T_PLACE, service->line);
        row->cell[C_SERVICE_ID] = service->cell[C_ID];
        row->cell[C_LOCATION_ID] = service->cell[C_LOCATION_ID];
    }
}

/* ---- saying what is wrong ---- */

static void say(struct load *l, const struct table_row *row, enum hsds_table which,
                const struct words *what, struct str value)
{
    const struct str file = l->t->nested ? STR("json") : l->t->table[which].file;
    fprintf(l->talk->err, "%.*s:%lld: %.*s", STR_ARG(file), (long long)(row ? row->line : 0),
            STR_ARG(words_in(what, l->talk->lang)));
    if (value.n) fprintf(l->talk->err, " (%.*s)", STR_ARG(str_upto_letter(value, 80)));
    fputc('\n', l->talk->err);
}
void entry_fault(struct load *l, const struct table_row *row, enum hsds_table which,
                 const struct words *what, struct str value)
{
    if (l->faults++ < FAULTS_TOLD) say(l, row, which, what, value);
}
void entry_left_out(struct load *l, const struct table_row *row, enum hsds_table which,
                    const struct words *what, struct str value)
{
    if (l->done->left_out++ < FAULTS_TOLD / 4) say(l, row, which, what, value);
}

/* What the map itself finds wrong with a row that was made. */
static void tell(void *with, const struct sheet_fault *fault)
{
    struct load *l = with;
    say(l, l->row, T_SERVICE, fault->what, fault->value);
}

/* ---- all of it ---- */

/* Subjects of our own taxonomy that this map does not have yet. */
static enum err take_terms(struct load *l, struct tx *tx)
{
    struct hsds_terms_row *there;
    size_t n;
    struct arena *a = &l->t->arena;
    TRY(hsds_terms(tx->db, a, &there, &n));
    if (!n) return OK; /* the map begins with its own */
    int64_t position = (int64_t)n, id;
    for (size_t i = 0; i < l->t->table[T_TERM].n; i++) {
        const struct table_row *row = &l->t->table[T_TERM].row[i];
        struct map_subject_of_row known;
        bool found;
        const struct str code = row->cell[C_CODE];
        if (!str_eq(row->cell[C_TAXONOMY_ID], object_taxonomy_id(a)) || !str_slug(code) ||
            !row->cell[C_NAME].n || !uuid_is(row->cell[C_ID]))
            continue;
        TRY(map_subject_of(tx->db, a, code, &known, &found));
        if (found || key_find(&l->term, row->cell[C_ID]) != row) continue;
        TRY(map_subject_add(tx, row->cell[C_ID], code, position++, row->cell[C_NAME],
                            row->cell[C_NAME_EN], row->cell[C_DESCRIPTION],
                            row->cell[C_DESCRIPTION_EN], &id));
    }
    return hsds_terms(tx->db, a, &l->terms, &l->terms_n);
}

static enum err next(void *with, struct arena *a, struct sheet_row *row, bool *more)
{
    struct load *l = with;
    const struct table *services = &l->t->table[T_SERVICE];
    while (l->at < services->n) {
        struct table_row *service = &services->row[l->at++];
        if (l->at % PROGRESS == 0 && !l->dry)
            fprintf(l->talk->err, "%zu / %zu\n", l->at, services->n);
        l->row = service;
        l->a = a;
        if (!entry_of_tables(l, service, row)) continue;
        *more = true;
        return OK;
    }
    *more = false;
    return l->faults ? FAIL(ERR_FORM, "%lld faults", (long long)l->faults) : OK;
}

enum err hsds_load(struct tx *tx, struct tables *t, const struct sheet_source *source, bool dry,
                   const struct sheet_talk *talk, struct hsds_done *done)
{
    *done = (struct hsds_done){ 0 };
    struct load l = { .t = t, .talk = talk, .done = done, .dry = dry, .source = source };
    places_of_services(&l);
    bring_up_to_date(&l);
    indexes_make(&l);
    TRY(subjects_begin(tx, &t->arena));
    TRY(take_terms(&l, tx));
    const enum err e = sheet_load_rows(tx, source, dry, talk, next, tell, &l, &done->rows);
    done->rows.wrong += l.faults;
    return e;
}
