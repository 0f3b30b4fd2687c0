/* load.c — a table of services into the map: read, checked, compared with what is there, written. See
 * sheet.h. */
#include "features/map/sheet.h"

#include "algo/hours.h"
#include "base/csv.h"
#include "base/out.h"
#include "features/map/cells.h"
#include "features/map/map.h"
#include "features/map/rows.sql.h"
#include "features/map/subjects.h"
#include "features/map/uuid.h"
#include "features/setup/setup.h"

#include <string.h>

enum { MANY = 50, FAULTS_TOLD = 200, LONG = 8000 };

struct loading {
    struct tx *tx;
    struct arena one; /* of a row */
    struct arena all;
    const struct sheet_source *source;
    const struct sheet_talk *talk;
    struct sheet_done *done;
    int64_t source_id;
    int at[CSV_FIELDS_MAX]; /* of each field its column, or -1 */
    size_t fields;
    struct sheet_row *row;
    int64_t
        *touched; /* services that were changed; once there are many the whole index is made */
    size_t touched_n;
    bool dry;
    sheet_tell *tell; /* of one row alone: who hears what is wrong with it */
    void *with;
    size_t place; /* of it, that is looked at */
    bool row_ids; /* the rows come from elsewhere, with ids and postcodes of their own */
    bool renamed; /* an organisation got another name: all that it offers is found by it */
};

/* ---- saying what is wrong ---- */

static void fault(struct loading *l, int64_t line, int column, const struct words *words,
                  struct str value)
{
    if (l->done->wrong++ >= FAULTS_TOLD) return;
    if (l->tell) {
        l->tell(l->with, &(struct sheet_fault){ column, l->place, words, value });
        return;
    }
    const struct str where = FILL(&l->one, SAY("regel {regel}, kolom {kolom}:"), l->talk->lang,
                                  { "regel", arena_format(&l->one, "%lld", (long long)line) },
                                  { "kolom", str_of(sheet_columns[column]) });
    const struct str what = words_in(words, l->talk->lang);
    fprintf(l->talk->err, "%.*s %.*s", STR_ARG(where), STR_ARG(what));
    if (value.n) fprintf(l->talk->err, " (%.*s)", STR_ARG(str_upto(value, 80)));
    fputc('\n', l->talk->err);
}

/* ---- headings ---- */

/* "Titel=name,Straat=address": what whoever loads it says of a heading. */
static int column_named(struct loading *l, struct str heading)
{
    struct str rest = l->talk->columns, pair, name;
    while (str_next(&rest, ',', &pair)) {
        if (!str_next(&pair, '=', &name) || !pair.s) continue;
        if (str_eq(cell_small(&l->all, str_trim(name)), heading))
            return sheet_column_of(str_trim(pair));
    }
    return sheet_column_of(heading);
}

static void read_heading(struct loading *l, const struct csv_row *row)
{
    bool has[COLUMNS] = { false };
    l->fields = row->n;
    for (size_t i = 0; i < row->n; i++) {
        l->at[i] = column_named(l, cell_small(&l->all, str_trim(csv_unguard(row->fields[i]))));
        if (l->at[i] < 0) continue;
        if (has[l->at[i]])
            fault(l, row->line, l->at[i], SAY("Deze kolom staat er twee keer."),
                  row->fields[i]);
        has[l->at[i]] = true;
    }
    if (!has[COL_KEY]) fault(l, row->line, COL_KEY, SAY("Deze kolom moet er zijn."), STR(""));
    if (!has[COL_NAME]) fault(l, row->line, COL_NAME, SAY("Deze kolom moet er zijn."), STR(""));
    if (!has[COL_ORGANISATION])
        fault(l, row->line, COL_ORGANISATION, SAY("Deze kolom moet er zijn."), STR(""));
}

/* ---- cells: checked, and brought to the one way they are written ---- */

static void check_place(struct loading *l, struct str cell[COLUMNS], int64_t line)
{
    struct hours h;
    struct str wrong;
    int64_t n;
    struct arena *a = &l->one;
    if (!l->row_ids && !cell_postal_code(a, &cell[COL_POSTAL_CODE]))
        fault(l, line, COL_POSTAL_CODE, SAY("Schrijf een postcode als 1234 AB."),
              cell[COL_POSTAL_CODE]);
    if (cell[COL_LATITUDE].n && !cell_degrees(a, &cell[COL_LATITUDE], 90, &n))
        fault(l, line, COL_LATITUDE, SAY("Schrijf graden als 52.3702."), cell[COL_LATITUDE]);
    if (cell[COL_LONGITUDE].n && !cell_degrees(a, &cell[COL_LONGITUDE], 180, &n))
        fault(l, line, COL_LONGITUDE, SAY("Schrijf graden als 5.2141."), cell[COL_LONGITUDE]);
    cell[COL_WHEELCHAIR] = cell_small(a, cell[COL_WHEELCHAIR]);
    if (!cell_yes_no(&cell[COL_WHEELCHAIR]))
        fault(l, line, COL_WHEELCHAIR, SAY("Schrijf yes of no, of niets."),
              cell[COL_WHEELCHAIR]);
    if (!hours_read(cell[COL_HOURS], &h, &wrong))
        fault(l, line, COL_HOURS,
              SAY("Deze tijden begrijpen wij niet. Schrijf ze als ma-vr 09:00-17:00."), wrong);
    else
        cell[COL_HOURS] = hours_write(a, &h);
}

static void check_age(struct loading *l, struct str cell[COLUMNS], int column, int64_t line)
{
    int64_t n;
    if (cell[column].n && !str_number(cell[column], 120, &n))
        fault(l, line, column, SAY("Schrijf een leeftijd in jaren."), cell[column]);
    else if (cell[column].n)
        cell[column] = arena_format(&l->one, "%lld", (long long)n);
}

static struct str add_to(struct arena *a, struct str all, struct str one)
{
    return all.n ? arena_format(a, "%.*s, %.*s", STR_ARG(all), STR_ARG(one)) : one;
}

static void check_lists(struct loading *l, struct str cell[COLUMNS], int64_t line)
{
    struct str rest = cell[COL_LANGUAGES], one, all = { 0 };
    uint32_t languages = 0;
    while (str_next(&rest, ',', &one)) {
        if (!(one = str_trim(one)).n) continue;
        const int at = map_language(one);
        if (at < 0)
            fault(l, line, COL_LANGUAGES, SAY("Deze taal kennen wij niet."), one);
        else
            languages |= UINT32_C(1) << at;
    }
    cell[COL_LANGUAGES] = (struct str){ 0 };
    /* By code, as they are read back. */
    for (const char *after = "";;) {
        const char *next = NULL;
        for (int i = 0; i < FACT_LANGUAGES; i++)
            if (languages >> i & 1 && strcmp(map_languages[i].code, after) > 0 &&
                (!next || strcmp(map_languages[i].code, next) < 0))
                next = map_languages[i].code;
        if (!next) break;
        cell[COL_LANGUAGES] = add_to(&l->one, cell[COL_LANGUAGES], str_of(next));
        after = next;
    }
    for (rest = cell[COL_SUBJECTS]; str_next(&rest, ',', &one);)
        if ((one = str_trim(one)).n) all = add_to(&l->one, all, cell_small(&l->one, one));
    cell[COL_SUBJECTS] = all;
}

static void check_row(struct loading *l, struct sheet_row *row)
{
    struct str *cell = row->cell;
    struct day d;
    int value;
    static const int yes_no[] = { COL_FREE, COL_REFERRAL };
    if (!cell[COL_NAME].n) fault(l, row->line, COL_NAME, SAY("Vul een naam in."), STR(""));
    if (!cell[COL_ORGANISATION].n)
        fault(l, row->line, COL_ORGANISATION, SAY("Vul in wie dit aanbiedt."), STR(""));
    for (size_t i = 0; i < COUNT_OF(yes_no); i++) {
        cell[yes_no[i]] = cell_small(&l->one, cell[yes_no[i]]);
        if (!cell_yes_no(&cell[yes_no[i]]))
            fault(l, row->line, yes_no[i], SAY("Schrijf yes of no, of niets."),
                  cell[yes_no[i]]);
    }
    if (!cell[COL_KIND].n) cell[COL_KIND] = STR("service");
    if (!cell[COL_STATUS].n) cell[COL_STATUS] = STR("active");
    if (!cell_one_of(cell[COL_KIND], service_kind_term, SERVICE_KINDS, &value))
        fault(l, row->line, COL_KIND, SAY("Schrijf service of initiative."), cell[COL_KIND]);
    if (!cell_one_of(cell[COL_STATUS], service_status_term, SERVICE_STATUSES, &value))
        fault(l, row->line, COL_STATUS,
              SAY("Schrijf active, inactive, defunct of temporarily closed."),
              cell[COL_STATUS]);
    if (cell[COL_CONFIRMED].n && !day_read(cell[COL_CONFIRMED], &d))
        fault(l, row->line, COL_CONFIRMED, SAY("Schrijf een dag als 2026-01-31."),
              cell[COL_CONFIRMED]);
    if (cell[COL_CONFIRMED].n && day_read(cell[COL_CONFIRMED], &d) &&
        d.n > day_at(l->talk->now).n)
        fault(l, row->line, COL_CONFIRMED, SAY("Deze dag moet nog komen."),
              cell[COL_CONFIRMED]);
    check_age(l, cell, COL_MINIMUM_AGE, row->line);
    check_age(l, cell, COL_MAXIMUM_AGE, row->line);
    check_lists(l, cell, row->line);
    check_place(l, cell, row->line);
    for (l->place = 1; l->place <= row->places_n; l->place++)
        check_place(l, row->places[l->place - 1], row->line);
    l->place = 0;
    struct url url;
    if (cell[COL_WEBSITE].n && !url_check(cell[COL_WEBSITE], &url))
        fault(l, row->line, COL_WEBSITE, SAY("Schrijf een adres dat met https:// begint."),
              cell[COL_WEBSITE]);
    if (cell[COL_NAME_EN].n == 0 && cell[COL_DESCRIPTION_EN].n)
        fault(l, row->line, COL_NAME_EN, SAY("Een Engelse tekst heeft ook een Engelse naam."),
              STR(""));
}

/* ---- writing ---- */

static struct str slug_of(struct arena *a, struct str title)
{
    const struct str slug = slug_propose(a, title);
    return slug.n ? slug : STR("x");
}

static enum err area_of(struct loading *l, struct str name, int64_t *id)
{
    struct map_area_of_row row;
    bool found;
    const struct str slug = slug_of(&l->one, name);
    TRY(map_area_of(l->tx->db, &l->one, slug, &row, &found));
    *id = row.id;
    return found ? OK : map_area_add(l->tx, slug, name, id);
}

/* Places are known by all that is told of them, so two services in one building share it. */
static enum err change_location(struct loading *l, int64_t location,
                                const struct str cell[COLUMNS])
{
    int64_t elsewhere, area = 0, lat = 0, lon = 0;
    struct arena *a = &l->one;
    struct str copy = cell[COL_LATITUDE];
    const bool has_lat = copy.n && cell_degrees(a, &copy, 90, &lat);
    copy = cell[COL_LONGITUDE];
    const bool has_lon = copy.n && cell_degrees(a, &copy, 180, &lon);
    TRY(location_elsewhere(l->tx->db, location, l->source_id, &elsewhere));
    if (elsewhere) return OK; /* another source says what it is like */
    if (cell[COL_NEIGHBOURHOOD].n) TRY(area_of(l, cell[COL_NEIGHBOURHOOD], &area));
    return location_change(l->tx, location, cell[COL_PLACE], cell[COL_ADDRESS],
                           cell[COL_POSTAL_CODE], cell[COL_CITY], area != 0, area, has_lat, lat,
                           has_lon, lon, cell[COL_TRANSPORTATION], cell[COL_WHEELCHAIR].n > 0,
                           cell_is_yes(cell[COL_WHEELCHAIR]), cell[COL_ACCESSIBILITY]);
}

static enum err put_place(struct loading *l, int64_t service, struct str key, size_t position,
                          const struct str cell[COLUMNS], const struct sheet_ids *ids)
{
    struct arena *a = &l->one;
    struct location_of_row row;
    struct str all = { 0 }, copy = { 0 };
    bool found;
    int64_t location, area = 0, lat = 0, lon = 0;
    for (int c = COL_PLACE; c < COL_HOURS; c++)
        all = arena_format(a, "%.*s%.*s\x1f", STR_ARG(all), STR_ARG(cell[c]));
    const bool own = ids && ids->location[position].n;
    const struct str uuid =
        own ? ids->location[position] : uuid_of(a, "location", l->source->slug, all);
    TRY(location_of(l->tx->db, a, uuid, &row, &found));
    location = row.id;
    if (found && own) TRY(change_location(l, location, cell));
    if (!found) {
        if (cell[COL_NEIGHBOURHOOD].n) TRY(area_of(l, cell[COL_NEIGHBOURHOOD], &area));
        copy = cell[COL_LATITUDE];
        const bool has_lat = copy.n && cell_degrees(a, &copy, 90, &lat);
        copy = cell[COL_LONGITUDE];
        const bool has_lon = copy.n && cell_degrees(a, &copy, 180, &lon);
        TRY(location_add(l->tx, uuid, cell[COL_PLACE], cell[COL_ADDRESS], cell[COL_POSTAL_CODE],
                         cell[COL_CITY], area != 0, area, has_lat, lat, has_lon, lon,
                         cell[COL_TRANSPORTATION], cell[COL_WHEELCHAIR].n > 0,
                         cell_is_yes(cell[COL_WHEELCHAIR]), cell[COL_ACCESSIBILITY],
                         &location));
    }
    const struct str here = arena_format(a, "%.*s\x1f%zu", STR_ARG(key), position);
    struct service_place_of_row taken;
    struct str at = ids ? ids->at[position] : (struct str){ 0 };
    if (at.n) TRY(service_place_of(l->tx->db, a, at, &taken, &found));
    if (!at.n || found) at = uuid_of(a, "service_at_location", l->source->slug, here);
    return service_place_add(l->tx, at, service, location, (int64_t)position, cell[COL_HOURS]);
}

static enum err put_phones(struct loading *l, int64_t service, struct str all)
{
    struct str one;
    int64_t position = 0;
    while (str_next(&all, ';', &one)) {
        struct str number, about = { 0 };
        one = str_trim(one);
        if (!str_next(&one, '(', &number) || !str_trim(number).n) continue;
        if (one.s) str_next(&one, ')', &about);
        TRY(service_phone_add(l->tx, service, position++, str_trim(number), str_trim(about)));
    }
    return OK;
}

static enum err put_filed(struct loading *l, int64_t service, const struct sheet_row *row)
{
    struct str rest = row->cell[COL_LANGUAGES], one;
    while (str_next(&rest, ',', &one))
        if (str_trim(one).n) TRY(service_language_add(l->tx, service, str_trim(one)));
    for (rest = row->cell[COL_SUBJECTS]; str_next(&rest, ',', &one);) {
        struct map_subject_of_row subject;
        bool found;
        if (!(one = str_trim(one)).n) continue;
        TRY(map_subject_of(l->tx->db, &l->one, one, &subject, &found));
        if (found)
            TRY(service_term_add(l->tx, service, subject.id));
        else
            fault(l, row->line, COL_SUBJECTS, SAY("Dit onderwerp is er niet."), one);
    }
    return OK;
}

/* Of a row with ids: by its key, else by its id; what became different is written. */
static enum err organization_by_id(struct loading *l, struct str name,
                                   const struct sheet_ids *ids, int64_t *id)
{
    struct organization_with_row row;
    struct arena *a = &l->one;
    struct organization_of_row known;
    bool found;
    const struct str uuid =
        uuid_is(ids->organization)
            ? ids->organization
            : uuid_of(a, "organization", l->source->slug, ids->organization);
    TRY(organization_with(l->tx->db, a, uuid, &row, &found));
    if (found && row.source != l->source_id)
        return FAIL(ERR_CLASH, "organisation %.*s is there from another source", STR_ARG(uuid));
    *id = row.id;
    if (!found) {
        TRY(organization_of(l->tx->db, a, l->source_id, ids->organization, &known, &found));
        *id = known.id;
        if (!found)
            TRY(organization_add(l->tx, uuid, l->source_id, ids->organization, name,
                                 l->talk->now, id));
        row = (struct organization_with_row){ .name = name };
    }
    if (str_eq(row.name, name) && str_eq(row.description, ids->description) &&
        str_eq(row.website, ids->website) && str_eq(row.email, ids->email))
        return OK;
    l->renamed = l->renamed || !str_eq(row.name, name);
    return organization_put(l->tx, *id, name, ids->description, ids->website, ids->email,
                            l->talk->now);
}

static enum err organization_for(struct loading *l, const struct sheet_row *from, int64_t *id)
{
    const struct str name = from->cell[COL_ORGANISATION];
    if (from->ids) return organization_by_id(l, name, from->ids, id);
    struct organization_of_row row;
    bool found;
    const struct str key = slug_of(&l->one, name);
    TRY(organization_of(l->tx->db, &l->one, l->source_id, key, &row, &found));
    *id = row.id;
    if (found) return OK;
    return organization_add(l->tx, uuid_of(&l->one, "organization", l->source->slug, key),
                            l->source_id, key, name, l->talk->now, id);
}

/* Pages of the map itself have these names. */
static bool is_page(struct str slug)
{
    static const char *const pages[] = { "gezocht", "hoe-vers", "lijst",
                                         "nieuw",   "wijk",     "wijken" };
    for (size_t i = 0; i < COUNT_OF(pages); i++)
        if (str_is(slug, pages[i])) return true;
    return false;
}

static enum err slug_for(struct loading *l, const struct sheet_row *row, struct str *slug)
{
    struct service_slug_taken_row taken;
    bool found;
    const struct str where = row->cell[COL_NEIGHBOURHOOD];
    *slug = slug_of(&l->one, row->cell[COL_NAME]);
    TRY(service_slug_taken(l->tx->db, &l->one, *slug, &taken, &found));
    found = found || is_page(*slug);
    if (found && where.n) {
        *slug = slug_of(&l->one, arena_format(&l->one, "%.*s %.*s",
                                              STR_ARG(row->cell[COL_NAME]), STR_ARG(where)));
        TRY(service_slug_taken(l->tx->db, &l->one, *slug, &taken, &found));
    }
    if (!found) return OK;
    const struct str id = uuid_of(&l->one, "slug", l->source->slug, row->cell[COL_KEY]);
    *slug = arena_format(&l->one, "%.*s-%.*s", STR_ARG(str_upto(*slug, 50)), 8, id.s);
    return OK;
}

static enum err put_texts(struct loading *l, int64_t id, const struct str cell[COLUMNS])
{
    TRY(service_texts_clear(l->tx, id));
    TRY(service_text_put(l->tx, id, STR("nl"), cell[COL_NAME], cell[COL_OTHER_NAMES],
                         cell[COL_DESCRIPTION], cell[COL_SUMMARY], cell[COL_APPLICATION],
                         cell[COL_FEES], cell[COL_ELIGIBILITY], cell[COL_ARRIVAL],
                         cell[COL_COMPANY], cell[COL_ALERT]));
    if (!cell[COL_NAME_EN].n) return OK;
    const struct str none = STR("");
    return service_text_put(l->tx, id, STR("en"), cell[COL_NAME_EN], none,
                            cell[COL_DESCRIPTION_EN], none, none, none, none, none, none, none);
}

static enum err put_service(struct loading *l, int64_t id, const struct sheet_row *row)
{
    const struct str *cell = row->cell;
    int64_t organization;
    int kind, status;
    struct day assured = { 0 };
    TRY(organization_for(l, row, &organization));
    cell_one_of(cell[COL_KIND], service_kind_term, SERVICE_KINDS, &kind);
    cell_one_of(cell[COL_STATUS], service_status_term, SERVICE_STATUSES, &status);
    const bool confirmed = cell[COL_CONFIRMED].n && day_read(cell[COL_CONFIRMED], &assured);
    TRY(service_put(l->tx, id, organization, (enum service_kind)kind,
                    (enum service_status)status, cell[COL_WEBSITE], cell[COL_EMAIL],
                    cell[COL_FREE].n > 0, cell_is_yes(cell[COL_FREE]), cell[COL_REFERRAL].n > 0,
                    cell_is_yes(cell[COL_REFERRAL]), cell[COL_MINIMUM_AGE].n > 0,
                    cell_number(cell[COL_MINIMUM_AGE]), cell[COL_MAXIMUM_AGE].n > 0,
                    cell_number(cell[COL_MAXIMUM_AGE]), confirmed, assured,
                    row->ids && row->ids->modified.s ? row->ids->modified : l->talk->now));
    TRY(put_texts(l, id, cell));
    TRY(service_languages_clear(l->tx, id));
    TRY(service_terms_clear(l->tx, id));
    TRY(service_phones_clear(l->tx, id));
    TRY(service_places_clear(l->tx, id));
    TRY(put_filed(l, id, row));
    TRY(put_phones(l, id, cell[COL_PHONE]));
    TRY(put_place(l, id, cell[COL_KEY], 0, cell, row->ids));
    for (size_t i = 0; i < row->places_n; i++)
        TRY(put_place(l, id, cell[COL_KEY], i + 1, row->places[i], row->ids));
    return OK;
}

/* ---- what became different ---- */

static enum err note_field(struct loading *l, int64_t id, enum entry_by by, int column,
                           size_t place, struct str before, struct str after)
{
    const char *name = sheet_columns[column];
    if (str_eq(before, after)) return OK;
    return metadata_add(l->tx, id, l->talk->now,
                        column == COL_CONFIRMED ? ENTRY_CONFIRMED : ENTRY_CHANGED,
                        place ? arena_format(&l->one, "%s %zu", name, place + 1) : str_of(name),
                        before, after, by);
}

static enum err note_changes(struct loading *l, int64_t id, enum entry_by by,
                             const struct sheet_row *before, const struct sheet_row *after)
{
    const size_t places =
        before->places_n > after->places_n ? before->places_n : after->places_n;
    const struct str none = STR("");
    for (int c = COL_NAME; c < COLUMNS; c++)
        TRY(note_field(l, id, by, c, 0, before->cell[c], after->cell[c]));
    for (size_t i = 0; i < places; i++)
        for (int c = COL_PLACE; c <= COL_HOURS; c++)
            TRY(note_field(l, id, by, c, i + 1,
                           i < before->places_n ? before->places[i][c] : none,
                           i < after->places_n ? after->places[i][c] : none));
    return OK;
}

/* ---- one service ---- */

/* Are its organisation and its places those that the row names? Writes what is told of the organisation. */
static enum err same_ids(struct loading *l, int64_t id, const struct sheet_row *row, bool *same)
{
    struct service_row_row s;
    struct service_row_places_row *places;
    size_t n;
    int64_t organization;
    bool found;
    TRY(organization_for(l, row, &organization));
    TRY(service_row(l->tx->db, &l->one, id, &s, &found));
    TRY(service_row_places(l->tx->db, &l->one, id, &places, &n));
    *same = found && s.organization_id == organization && n == row->places_n + 1;
    for (size_t i = 0; *same && i < n; i++)
        *same = (!row->ids->location[i].n ||
                 str_eq(places[i].location_uuid, row->ids->location[i])) &&
                (!row->ids->at[i].n || str_eq(places[i].uuid, row->ids->at[i]));
    return OK;
}

static enum err change_service(struct loading *l, int64_t id, const struct sheet_row *row)
{
    struct sheet_row *before = NEW(&l->one, struct sheet_row, 1);
    TRY(sheet_row_read(l->tx->db, &l->one, id, before));
    if (row->ids) before->cell[COL_KEY] = row->cell[COL_KEY];
    bool same = sheet_row_same(before, row);
    if (same && row->ids) TRY(same_ids(l, id, row, &same));
    if (same) {
        l->done->same++;
        return OK;
    }
    l->done->changed++;
    if (l->touched_n < MANY) TRY(map_leave(l->tx, id));
    TRY(put_service(l, id, row));
    return note_changes(l, id, BY_TABLE, before, row);
}

static enum err add_service(struct loading *l, const struct sheet_row *row, int64_t *id)
{
    struct str slug;
    int64_t organization;
    const struct str key = row->cell[COL_KEY];
    TRY(slug_for(l, row, &slug));
    TRY(organization_for(l, row, &organization));
    const struct str uuid =
        row->ids && uuid_is(key) ? key : uuid_of(&l->one, "service", l->source->slug, key);
    TRY(service_add(l->tx, uuid, slug, organization, l->source_id, key, l->talk->now, id));
    return put_service(l, *id, row);
}

static enum err take_service(struct loading *l, const struct sheet_row *row)
{
    struct service_of_row there;
    bool found;
    if (l->done->wrong) return OK; /* only what is wrong is still looked for */
    TRY(service_of(l->tx->db, &l->one, l->source_id, row->cell[COL_KEY], &there, &found));
    if (!found && row->ids) { /* what we wrote ourselves comes back by its id */
        struct service_with_row with;
        TRY(service_with(l->tx->db, &l->one, row->cell[COL_KEY], &with, &found));
        if (found && with.source != l->source_id) {
            fault(l, row->line, COL_KEY, SAY("Dit id is er al, uit een andere bron."),
                  row->cell[COL_KEY]);
            return OK;
        }
        there.id = with.id;
    }
    int64_t id = there.id;
    const int64_t changed = l->done->changed;
    if (found) {
        TRY(change_service(l, id, row));
        if (l->done->changed == changed) return OK;
    } else {
        l->done->added++;
        TRY(add_service(l, row, &id));
    }
    if (l->touched_n < MANY) l->touched[l->touched_n] = id;
    l->touched_n++;
    return OK;
}

/* ---- the table ---- */

static void read_cells(struct loading *l, const struct csv_row *from, struct str cell[COLUMNS])
{
    for (size_t i = 0; i < from->n && i < l->fields; i++) {
        const int column = l->at[i];
        if (column < 0) continue;
        const bool degrees = column == COL_LATITUDE || column == COL_LONGITUDE;
        cell[column] = arena_copy(
            &l->one, str_trim(degrees ? from->fields[i] : csv_unguard(from->fields[i])));
        if (cell[column].n > LONG)
            fault(l, from->line, column, SAY("Dit is te lang."), STR(""));
    }
}

static enum err finish_row(struct loading *l)
{
    if (!l->row->line) return OK;
    check_row(l, l->row);
    const enum err e = take_service(l, l->row);
    *l->row = (struct sheet_row){ 0 };
    arena_reset(&l->one);
    return e;
}

static enum err take_row(struct loading *l, const struct csv_row *from)
{
    struct str cell[COLUMNS] = { { 0 } };
    struct str key = { 0 };
    l->done->rows++;
    for (size_t i = 0; i < from->n && i < l->fields; i++)
        if (l->at[i] == COL_KEY) key = str_trim(csv_unguard(from->fields[i]));
    if (!key.n) {
        fault(l, from->line, COL_KEY, SAY("Vul een sleutel in die niet verandert."), STR(""));
        return OK;
    }
    if (l->row->line && str_eq(key, l->row->cell[COL_KEY])) {
        read_cells(l, from, cell);
        if (l->row->places_n == SHEET_PLACES)
            fault(l, from->line, COL_KEY, SAY("Dit zijn te veel plekken."), key);
        else
            memcpy(l->row->places[l->row->places_n++], cell, sizeof cell);
        return OK;
    }
    TRY(finish_row(l));
    read_cells(l, from, cell);
    memcpy(l->row->cell, cell, sizeof cell);
    l->row->line = from->line;
    return OK;
}

static enum err take_table(struct loading *l, sheet_cells *next, void *with)
{
    struct csv_row *row = NEW(&l->all, struct csv_row, 1);
    enum err e = OK;
    bool heading = true;
    while (e == OK && next(with, row)) {
        if (heading)
            read_heading(l, row);
        else
            e = take_row(l, row);
        if (heading && l->done->wrong) break;
        heading = false;
    }
    return e == OK && !l->done->wrong ? finish_row(l) : e;
}

struct from_csv {
    struct csv c;
    struct arena text;
};
static bool cells_of_csv(void *with, struct csv_row *row)
{
    struct from_csv *from = with;
    return csv_next(&from->c, &from->text, row);
}

static enum err source_for(struct loading *l)
{
    struct map_source_of_row row;
    bool found;
    TRY(map_source_of(l->tx->db, &l->all, l->source->slug, &row, &found));
    l->source_id = row.id;
    if (found) return OK;
    return map_source_add(l->tx, l->source->slug,
                          l->source->name.n ? l->source->name : l->source->slug, l->source->url,
                          l->source->elsewhere, &l->source_id);
}

static enum err renew(struct loading *l)
{
    TRY(map_areas_place(l->tx));
    TRY(postcodes_learn(l->tx));
    TRY(postcodes_learn_districts(l->tx));
    bool made;
    TRY(map_made(l->tx->db, &made));
    if (l->touched_n > MANY || !made || l->renamed) return map_rebuild(l->tx);
    for (size_t i = 0; i < l->touched_n; i++) TRY(map_enter(l->tx, l->touched[i]));
    return OK;
}

static enum err load(struct loading *l, sheet_cells *next, void *with, const struct csv *c)
{
    TRY(subjects_begin(l->tx, &l->all));
    TRY(source_for(l));
    TRY(take_table(l, next, with));
    if (c && c->fault != CSV_FINE)
        fault(l, c->fault_line, COL_KEY,
              SAY("Dit bestand is geen tabel die wij kunnen lezen. Bewaar het als CSV met "
                  "UTF-8."),
              STR(""));
    if (l->done->wrong)
        return FAIL(ERR_FORM, "%lld faults in the table", (long long)l->done->wrong);
    return l->dry ? OK : renew(l);
}

enum err sheet_load_cells(struct tx *tx, sheet_cells *next, void *with,
                          const struct sheet_source *source, bool dry,
                          const struct sheet_talk *talk, struct sheet_done *done)
{
    struct loading l = { .tx = tx, .source = source, .talk = talk, .done = done, .dry = dry };
    *done = (struct sheet_done){ 0 };
    l.row = NEW(&l.all, struct sheet_row, 1);
    l.touched = NEW(&l.all, int64_t, MANY);
    const struct csv *c = next == cells_of_csv ? &((struct from_csv *)with)->c : NULL;
    const enum err e = load(&l, next, with, c);
    arena_end(&l.one);
    arena_end(&l.all);
    return e;
}

enum err sheet_load(struct tx *tx, struct str csv, const struct sheet_source *source, bool dry,
                    const struct sheet_talk *talk, struct sheet_done *done)
{
    struct from_csv from = { 0 };
    csv_open(&from.c, csv);
    const enum err e = sheet_load_cells(tx, cells_of_csv, &from, source, dry, talk, done);
    arena_end(&from.text);
    return e;
}

/* ---- rows that are made, not read ---- */

static enum err take_rows(struct loading *l, sheet_next *next, void *with)
{
    bool more = true;
    while (true) {
        arena_reset(&l->one);
        *l->row = (struct sheet_row){ 0 };
        TRY(next(with, &l->one, l->row, &more));
        if (!more) return OK;
        l->done->rows++;
        check_row(l, l->row);
        TRY(take_service(l, l->row));
    }
}

static enum err load_rows(struct loading *l, sheet_next *next, void *with)
{
    TRY(subjects_begin(l->tx, &l->all));
    TRY(source_for(l));
    TRY(take_rows(l, next, with));
    if (l->done->wrong) return FAIL(ERR_FORM, "%lld faults", (long long)l->done->wrong);
    return l->dry ? OK : renew(l);
}

enum err sheet_load_rows(struct tx *tx, const struct sheet_source *source, bool dry,
                         const struct sheet_talk *talk, sheet_next *next, sheet_tell *tell,
                         void *with, struct sheet_done *done)
{
    struct loading l = { .tx = tx,
                         .source = source,
                         .talk = talk,
                         .done = done,
                         .dry = dry,
                         .tell = tell,
                         .with = with,
                         .row_ids = true };
    *done = (struct sheet_done){ 0 };
    l.row = NEW(&l.all, struct sheet_row, 1);
    l.touched = NEW(&l.all, int64_t, MANY);
    const enum err e = load_rows(&l, next, with);
    arena_end(&l.one);
    arena_end(&l.all);
    return e;
}

/* ---- one row alone ---- */

bool sheet_row_check(struct arena *a, struct sheet_row *row, struct instant now,
                     sheet_tell *tell, void *with)
{
    struct sheet_done done = { 0 };
    const struct sheet_talk talk = { .now = now };
    struct loading l = { .talk = &talk, .done = &done, .tell = tell, .with = with };
    check_row(&l, row);
    for (int c = 0; c < COLUMNS; c++) { /* they live as long as the row */
        row->cell[c] = arena_copy(a, row->cell[c]);
        for (size_t i = 0; i < row->places_n; i++)
            row->places[i][c] = arena_copy(a, row->places[i][c]);
    }
    arena_end(&l.one);
    return !done.wrong;
}

static void hears_nothing(void *with, const struct sheet_fault *fault)
{
    (void)with, (void)fault;
}

static enum err put_changed(struct loading *l, const struct sheet_row *row, enum entry_by by,
                            int64_t service)
{
    struct sheet_row *before = NEW(&l->one, struct sheet_row, 1);
    TRY(sheet_row_read(l->tx->db, &l->one, service, before));
    if (sheet_row_same(before, row)) return OK;
    TRY(map_leave(l->tx, service));
    TRY(put_service(l, service, row));
    TRY(note_changes(l, service, by, before, row));
    return map_enter(l->tx, service);
}

static enum err put_added(struct loading *l, const struct sheet_row *row, enum entry_by by,
                          int64_t *service)
{
    bool made;
    TRY(subjects_begin(l->tx, &l->all));
    TRY(add_service(l, row, service));
    TRY(metadata_add(l->tx, *service, l->talk->now, ENTRY_MADE, STR(""), STR(""),
                     row->cell[COL_NAME], by));
    TRY(map_made(l->tx->db, &made));
    return made ? map_enter(l->tx, *service) : map_rebuild(l->tx);
}

enum err sheet_row_put(struct tx *tx, const struct sheet_row *row,
                       const struct sheet_source *source, enum entry_by by, struct instant now,
                       int64_t *service)
{
    struct sheet_done done = { 0 };
    const struct sheet_talk talk = { .now = now };
    struct loading l = {
        .tx = tx, .source = source, .talk = &talk, .done = &done, .tell = hears_nothing
    };
    enum err e = source_for(&l);
    if (e == OK)
        e = *service ? put_changed(&l, row, by, *service) : put_added(&l, row, by, service);
    arena_end(&l.one);
    arena_end(&l.all);
    return e;
}
