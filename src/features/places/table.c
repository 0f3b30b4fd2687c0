/* table.c — places from a table and to one; see table.h. */
#include "features/places/table.h"
#include "features/places/put.h"

#include "base/csv.h"

#include <string.h>

const char *const places_columns[PLACES_COLUMNS] = {
    [PL_KEY] = "key",
    [PL_NAME] = "name",
    [PL_ABOUT] = "about",
    [PL_KEEPER] = "keeper",
    [PL_KEEPER_NAME] = "keeper_name",
    [PL_KEEPER_EMAIL] = "keeper_email",
    [PL_ADDRESS] = "address",
    [PL_POSTAL_CODE] = "postal_code",
    [PL_CITY] = "city",
    [PL_NEIGHBOURHOOD] = "neighbourhood",
    [PL_LATITUDE] = "latitude",
    [PL_LONGITUDE] = "longitude",
    [PL_TRANSPORTATION] = "transportation",
    [PL_ACCESSIBILITY] = "accessibility",
    [PL_SHOWN] = "shown",
    [PL_SPACE] = "space",
    [PL_SPACE_NAME] = "space_name",
    [PL_KIND] = "kind",
    [PL_CAPACITY] = "capacity",
    [PL_EQUIPMENT] = "equipment",
    [PL_WHEELCHAIR] = "wheelchair",
    [PL_TOILET] = "toilet",
    [PL_HEARING_LOOP] = "hearing_loop",
    [PL_FREE] = "free",
    [PL_COST] = "cost",
    [PL_WHO_MAY] = "who_may",
    [PL_ENTRY] = "entry",
    [PL_HOURS] = "hours",
    [PL_CLOSED] = "closed",
};

enum { LONG = 4000, FAULTS_TOLD = 200 };

struct loading {
    struct tx *tx;
    struct arena one;
    FILE *err;
    enum lang lang;
    struct places_done *done;
    int at[CSV_FIELDS_MAX];
    size_t fields;
    struct str key; /* of the place of the row before */
    struct arena kept;
    int64_t place;
};

/* ---- what is wrong ---- */

static void fault(struct loading *l, int64_t line, int column, const struct words *words,
                  struct str value)
{
    if (l->done->wrong++ >= FAULTS_TOLD) return;
    const struct str where = FILL(&l->one, SAY("regel {regel}, kolom {kolom}:"), l->lang,
                                  { "regel", arena_format(&l->one, "%lld", (long long)line) },
                                  { "kolom", str_of(places_columns[column]) });
    const struct str what = words_in(words, l->lang);
    fprintf(l->err, "%.*s %.*s", STR_ARG(where), STR_ARG(what));
    if (value.n) fprintf(l->err, " (%.*s)", STR_ARG(str_upto(value, 80)));
    fputc('\n', l->err);
}

static int column_of_fault(enum place_fault f)
{
    switch (f) {
    case PLACE_FINE:
    case PLACE_NO_NAME: break;
    case PLACE_POSTAL_CODE: return PL_POSTAL_CODE;
    case PLACE_LATITUDE: return PL_LATITUDE;
    case PLACE_LONGITUDE: return PL_LONGITUDE;
    case PLACE_EMAIL: return PL_KEEPER_EMAIL;
    case SPACE_NO_NAME: return PL_SPACE_NAME;
    case SPACE_HOURS: return PL_HOURS;
    }
    return PL_NAME;
}

/* ---- cells ---- */

static void read_heading(struct loading *l, const struct csv_row *row)
{
    bool has[PLACES_COLUMNS] = { false };
    l->fields = row->n;
    for (size_t i = 0; i < row->n; i++) {
        l->at[i] = -1;
        for (int c = 0; c < PLACES_COLUMNS; c++)
            if (str_is(str_trim(csv_unguard(row->fields[i])), places_columns[c])) l->at[i] = c;
        if (l->at[i] < 0) continue;
        if (has[l->at[i]])
            fault(l, row->line, l->at[i], SAY("Deze kolom staat er twee keer."),
                  row->fields[i]);
        has[l->at[i]] = true;
    }
    if (!has[PL_KEY]) fault(l, row->line, PL_KEY, SAY("Deze kolom moet er zijn."), STR(""));
    if (!has[PL_NAME]) fault(l, row->line, PL_NAME, SAY("Deze kolom moet er zijn."), STR(""));
}

static int yes_no(struct loading *l, int64_t line, int column, struct str cell)
{
    if (!cell.n) return -1;
    if (str_is(cell, "yes") || str_is(cell, "ja")) return 1;
    if (str_is(cell, "no") || str_is(cell, "nee")) return 0;
    fault(l, line, column, SAY("Schrijf yes of no, of niets."), cell);
    return -1;
}

static int code_of(struct loading *l, int64_t line, int column, struct str cell,
                   struct term (*of)(int), int n)
{
    for (int i = 0; i < n; i++)
        if (str_is(cell, of(i).code)) return i;
    if (cell.n) fault(l, line, column, SAY("Deze code kennen wij niet."), cell);
    return 0;
}

static enum err take_place(struct loading *l, int64_t line, const struct str *cell)
{
    struct place_keyed_row row;
    bool found;
    struct place_words w = { .key = cell[PL_KEY],
                             .name = cell[PL_NAME],
                             .about = cell[PL_ABOUT],
                             .keeper = cell[PL_KEEPER],
                             .keeper_name = cell[PL_KEEPER_NAME],
                             .keeper_email = cell[PL_KEEPER_EMAIL],
                             .address = cell[PL_ADDRESS],
                             .postal_code = cell[PL_POSTAL_CODE],
                             .city = cell[PL_CITY],
                             .area = cell[PL_NEIGHBOURHOOD],
                             .latitude = cell[PL_LATITUDE],
                             .longitude = cell[PL_LONGITUDE],
                             .transportation = cell[PL_TRANSPORTATION],
                             .accessibility = cell[PL_ACCESSIBILITY],
                             .shown = yes_no(l, line, PL_SHOWN, cell[PL_SHOWN]) != 0 };
    const enum place_fault f = place_check(&l->one, &w);
    if (f != PLACE_FINE)
        fault(l, line, column_of_fault(f), place_fault_words(f), cell[column_of_fault(f)]);
    if (l->done->wrong) return OK;
    TRY(place_keyed(l->tx->db, &l->one, cell[PL_KEY], &row, &found));
    l->place = found ? row.id : 0;
    l->done->places++;
    return place_keep(l->tx, &l->one, &w, &l->place);
}

static enum err take_space(struct loading *l, int64_t line, const struct str *cell)
{
    struct place_spaces_row row;
    struct str wrong = { 0 };
    bool found;
    int64_t id = 0;
    struct space_words w = {
        .name = cell[PL_SPACE_NAME],
        .kind = code_of(l, line, PL_KIND, cell[PL_KIND], space_kind_term, SPACE_KINDS),
        .equipment = cell[PL_EQUIPMENT],
        .wheelchair = yes_no(l, line, PL_WHEELCHAIR, cell[PL_WHEELCHAIR]),
        .toilet = yes_no(l, line, PL_TOILET, cell[PL_TOILET]),
        .hearing_loop = yes_no(l, line, PL_HEARING_LOOP, cell[PL_HEARING_LOOP]),
        .free = yes_no(l, line, PL_FREE, cell[PL_FREE]),
        .cost = cell[PL_COST],
        .who_may = cell[PL_WHO_MAY],
        .entry = code_of(l, line, PL_ENTRY, cell[PL_ENTRY], space_entry_term, SPACE_ENTRIES),
        .hours = cell[PL_HOURS],
        .closed = yes_no(l, line, PL_CLOSED, cell[PL_CLOSED]) > 0
    };
    if (!str_slug(cell[PL_SPACE]))
        fault(l, line, PL_SPACE, SAY("Schrijf een naam van letters, cijfers en streepjes."),
              cell[PL_SPACE]);
    if (cell[PL_CAPACITY].n && !str_number(cell[PL_CAPACITY], 100000, &w.capacity))
        fault(l, line, PL_CAPACITY, SAY("Schrijf een aantal mensen."), cell[PL_CAPACITY]);
    const enum place_fault f = space_check(&l->one, &w, &wrong);
    if (f != PLACE_FINE)
        fault(l, line, column_of_fault(f), place_fault_words(f),
              f == SPACE_HOURS ? wrong : STR(""));
    if (l->done->wrong) return OK;
    TRY(space_named(l->tx->db, &l->one, l->place, cell[PL_SPACE], &row, &found));
    if (found) id = row.id;
    return space_keep(l->tx, &l->one, l->place, cell[PL_SPACE], &w, &id);
}

static enum err take_row(struct loading *l, const struct csv_row *from)
{
    struct str cell[PLACES_COLUMNS] = { { 0 } };
    l->done->rows++;
    for (size_t i = 0; i < from->n && i < l->fields; i++) {
        const int c = l->at[i];
        if (c < 0) continue;
        const bool number = c == PL_LATITUDE || c == PL_LONGITUDE;
        cell[c] = arena_copy(&l->one,
                             str_trim(number ? from->fields[i] : csv_unguard(from->fields[i])));
        if (cell[c].n > LONG) fault(l, from->line, c, SAY("Dit is te lang."), STR(""));
    }
    if (!cell[PL_KEY].n) {
        fault(l, from->line, PL_KEY, SAY("Vul een sleutel in die niet verandert."), STR(""));
        return OK;
    }
    if (!l->key.n || !str_eq(l->key, cell[PL_KEY])) TRY(take_place(l, from->line, cell));
    l->key = arena_copy(&l->kept, cell[PL_KEY]);
    return cell[PL_SPACE].n || cell[PL_SPACE_NAME].n ? take_space(l, from->line, cell) : OK;
}

enum err places_load(struct tx *tx, struct str csv, FILE *err, enum lang lang,
                     struct places_done *done)
{
    struct loading l = { .tx = tx, .err = err, .lang = lang, .done = done };
    struct csv c;
    struct csv_row *row = NEW(&l.kept, struct csv_row, 1);
    bool heading = true;
    enum err e = OK;
    *done = (struct places_done){ 0 };
    csv_open(&c, csv);
    while (e == OK && csv_next(&c, &l.one, row)) {
        if (heading)
            read_heading(&l, row);
        else
            e = take_row(&l, row);
        if (heading && done->wrong) break;
        heading = false;
        arena_reset(&l.one);
    }
    if (c.fault != CSV_FINE)
        fault(&l, c.fault_line, PL_KEY,
              SAY("Dit bestand is geen tabel die wij kunnen lezen. Bewaar het als CSV met "
                  "UTF-8."),
              STR(""));
    if (e == OK && done->wrong) e = FAIL(ERR_FORM, "a table of places with faults");
    arena_end(&l.one);
    arena_end(&l.kept);
    return e;
}

/* ---- writing ---- */

struct writing {
    struct db *db;
    struct arena arena;
    FILE *to;
};

static struct str yes(bool has, bool is)
{
    return !has ? STR("") : is ? STR("yes") : STR("no");
}

static void put_cells(struct writing *w, const struct str cell[PLACES_COLUMNS])
{
    for (int c = 0; c < PLACES_COLUMNS; c++) {
        const bool number = c == PL_LATITUDE || c == PL_LONGITUDE;
        csv_put(w->to, number ? cell[c] : csv_guard(&w->arena, cell[c]), !c);
    }
    csv_end(w->to);
}

static void fill_space(struct arena *a, const struct place_spaces_row *s, struct str *cell)
{
    cell[PL_SPACE] = s->slug;
    cell[PL_SPACE_NAME] = s->name;
    cell[PL_KIND] = str_of(space_kind_term((int)s->kind).code);
    cell[PL_CAPACITY] =
        s->has_capacity ? arena_format(a, "%lld", (long long)s->capacity) : STR("");
    cell[PL_EQUIPMENT] = s->equipment;
    cell[PL_WHEELCHAIR] = yes(s->has_wheelchair, s->wheelchair);
    cell[PL_TOILET] = yes(s->has_toilet, s->toilet);
    cell[PL_HEARING_LOOP] = yes(s->has_hearing_loop, s->hearing_loop);
    cell[PL_FREE] = yes(s->has_free, s->free);
    cell[PL_COST] = s->cost;
    cell[PL_WHO_MAY] = s->who_may;
    cell[PL_ENTRY] = str_of(space_entry_term((int)s->entry).code);
    cell[PL_HOURS] = s->hours;
    cell[PL_CLOSED] = yes(s->closed, true);
}

static enum err write_place(const struct place_rows_row *p, void *with)
{
    struct writing *w = with;
    struct arena *a = &w->arena;
    struct place_spaces_row *spaces;
    size_t n;
    struct str cell[PLACES_COLUMNS] = {
        [PL_KEY] = p->source_key,
        [PL_NAME] = p->name,
        [PL_ABOUT] = p->about,
        [PL_KEEPER] = p->keeper,
        [PL_KEEPER_NAME] = p->keeper_name,
        [PL_KEEPER_EMAIL] = p->keeper_email,
        [PL_ADDRESS] = p->address,
        [PL_POSTAL_CODE] = p->postal_code,
        [PL_CITY] = p->city,
        [PL_NEIGHBOURHOOD] = p->has_area_name ? p->area_name : STR(""),
        [PL_LATITUDE] = degrees_text(a, p->has_latitude, p->latitude),
        [PL_LONGITUDE] = degrees_text(a, p->has_longitude, p->longitude),
        [PL_TRANSPORTATION] = p->transportation,
        [PL_ACCESSIBILITY] = p->accessibility,
        [PL_SHOWN] = yes(true, p->shown),
    };
    TRY(place_spaces(w->db, a, p->id, &spaces, &n));
    if (!n) put_cells(w, cell);
    for (size_t i = 0; i < n; i++) {
        fill_space(a, &spaces[i], cell);
        put_cells(w, cell);
        for (int c = PL_NAME; c < PL_SPACE; c++) cell[c] = STR("");
    }
    arena_reset(a);
    return ferror(w->to) ? FAIL(ERR_FULL, "the table could not be written") : OK;
}

enum err places_write(struct db *db, FILE *to)
{
    struct writing w = { .db = db, .to = to };
    for (int c = 0; c < PLACES_COLUMNS; c++) csv_put(to, str_of(places_columns[c]), !c);
    csv_end(to);
    const enum err e = place_rows(db, 1, write_place, &w);
    arena_end(&w.arena);
    return e;
}
