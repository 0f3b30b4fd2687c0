/* load.c — a table of services into the map: read, checked, compared with what is there, written. See
 * sheet.h. */
#include "features/map/sheet.h"

#include "algo/hours.h"
#include "base/csv.h"
#include "base/out.h"
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

/* As directories call them. */
static const struct {
    const char *heading;
    int column;
} other_headings[] = {
    { "id", COL_KEY },
    { "sleutel", COL_KEY },
    { "naam", COL_NAME },
    { "titel", COL_NAME },
    { "organization", COL_ORGANISATION },
    { "organisatie", COL_ORGANISATION },
    { "aanbieder", COL_ORGANISATION },
    { "omschrijving", COL_DESCRIPTION },
    { "beschrijving", COL_DESCRIPTION },
    { "onderwerpen", COL_SUBJECTS },
    { "onderwerp", COL_SUBJECTS },
    { "categorie", COL_SUBJECTS },
    { "adres", COL_ADDRESS },
    { "straat", COL_ADDRESS },
    { "postcode", COL_POSTAL_CODE },
    { "plaats", COL_CITY },
    { "woonplaats", COL_CITY },
    { "stad", COL_CITY },
    { "wijk", COL_NEIGHBOURHOOD },
    { "buurt", COL_NEIGHBOURHOOD },
    { "locatie", COL_PLACE },
    { "gebouw", COL_PLACE },
    { "rolstoel", COL_WHEELCHAIR },
    { "toegankelijkheid", COL_ACCESSIBILITY },
    { "openingstijden", COL_HOURS },
    { "tijden", COL_HOURS },
    { "telefoon", COL_PHONE },
    { "telefoonnummer", COL_PHONE },
    { "url", COL_WEBSITE },
    { "e-mail", COL_EMAIL },
    { "e-mailadres", COL_EMAIL },
    { "talen", COL_LANGUAGES },
    { "gratis", COL_FREE },
    { "verwijzing", COL_REFERRAL },
    { "kosten", COL_FEES },
    { "doelgroep", COL_ELIGIBILITY },
    { "aanmelden", COL_APPLICATION },
    { "bevestigd", COL_CONFIRMED },
    { "lat", COL_LATITUDE },
    { "lon", COL_LONGITUDE },
    { "lng", COL_LONGITUDE },
};

static struct str small(struct arena *a, struct str text)
{
    char *to = NEW(a, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++)
        to[i] = text.s[i] >= 'A' && text.s[i] <= 'Z' ? (char)(text.s[i] + 32) : text.s[i];
    return (struct str){ to, text.n };
}

static int column_of(struct str name)
{
    for (int c = 0; c < COLUMNS; c++)
        if (str_is(name, sheet_columns[c])) return c;
    for (size_t i = 0; i < COUNT_OF(other_headings); i++)
        if (str_is(name, other_headings[i].heading)) return other_headings[i].column;
    return -1;
}

/* "Titel=name,Straat=address": what whoever loads it says of a heading. */
static int column_named(struct loading *l, struct str heading)
{
    struct str rest = l->talk->columns, pair, name;
    while (str_next(&rest, ',', &pair)) {
        if (!str_next(&pair, '=', &name) || !pair.s) continue;
        if (str_eq(small(&l->all, str_trim(name)), heading)) return column_of(str_trim(pair));
    }
    return column_of(heading);
}

static void read_heading(struct loading *l, const struct csv_row *row)
{
    bool has[COLUMNS] = { false };
    l->fields = row->n;
    for (size_t i = 0; i < row->n; i++) {
        l->at[i] = column_named(l, small(&l->all, str_trim(csv_unguard(row->fields[i]))));
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

static bool read_yes_no(struct str *text)
{
    static const char *const yes[] = { "yes", "ja", "j", "1", "true", "waar" }, *const no[] = {
        "no", "nee", "n", "0", "false", "onwaar"
    };
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        if (str_is(*text, yes[i])) *text = STR("yes");
        if (str_is(*text, no[i])) *text = STR("no");
    }
    return !text->n || str_is(*text, "yes") || str_is(*text, "no");
}

/* "52.3702" or "52,3702" to six digits; false outside the globe. */
static bool read_degrees(struct arena *a, struct str *text, int64_t most, int64_t *millionths)
{
    struct str t = *text;
    const bool minus = t.n && t.s[0] == '-';
    int64_t whole = 0, part = 0;
    size_t i = minus, digits = 0;
    for (; i < t.n && t.s[i] >= '0' && t.s[i] <= '9' && whole < 1000; i++, digits++)
        whole = whole * 10 + (t.s[i] - '0');
    if (!digits) return false;
    digits = 0;
    if (i < t.n && (t.s[i] == '.' || t.s[i] == ','))
        for (i++; i < t.n && t.s[i] >= '0' && t.s[i] <= '9'; i++)
            if (digits++ < 6) part = part * 10 + (t.s[i] - '0');
    for (; digits < 6; digits++) part *= 10;
    if (i < t.n || whole > most) return false;
    *millionths = (minus ? -1 : 1) * (whole * 1000000 + part);
    *text =
        arena_format(a, "%s%lld.%06lld", minus ? "-" : "", (long long)whole, (long long)part);
    return true;
}

bool map_degrees(struct arena *a, struct str *text, int64_t most, int64_t *millionths)
{
    return read_degrees(a, text, most, millionths);
}

static bool read_postal_code(struct arena *a, struct str *text)
{
    char to[8];
    size_t n = 0;
    for (size_t i = 0; i < text->n; i++) {
        const char c = text->s[i];
        if (c == ' ') continue;
        if (n == 6) return false;
        to[n++] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    for (size_t i = 0; i < n; i++)
        if (i < 4 ? to[i] < '0' || to[i] > '9' : to[i] < 'A' || to[i] > 'Z') return false;
    *text = arena_copy(a, (struct str){ to, n });
    return n == 0 || n == 4 || n == 6;
}

static bool one_of_codes(struct str text, struct term (*of)(int), int n, int *value)
{
    for (*value = 0; *value < n; ++*value)
        if (str_is(text, of(*value).code)) return true;
    return false;
}

static void check_place(struct loading *l, struct str cell[COLUMNS], int64_t line)
{
    struct hours h;
    struct str wrong;
    int64_t n;
    struct arena *a = &l->one;
    if (!read_postal_code(a, &cell[COL_POSTAL_CODE]))
        fault(l, line, COL_POSTAL_CODE, SAY("Schrijf een postcode als 1234 AB."),
              cell[COL_POSTAL_CODE]);
    if (cell[COL_LATITUDE].n && !read_degrees(a, &cell[COL_LATITUDE], 90, &n))
        fault(l, line, COL_LATITUDE, SAY("Schrijf graden als 52.3702."), cell[COL_LATITUDE]);
    if (cell[COL_LONGITUDE].n && !read_degrees(a, &cell[COL_LONGITUDE], 180, &n))
        fault(l, line, COL_LONGITUDE, SAY("Schrijf graden als 5.2141."), cell[COL_LONGITUDE]);
    cell[COL_WHEELCHAIR] = small(a, cell[COL_WHEELCHAIR]);
    if (!read_yes_no(&cell[COL_WHEELCHAIR]))
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
        if ((one = str_trim(one)).n) all = add_to(&l->one, all, small(&l->one, one));
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
        cell[yes_no[i]] = small(&l->one, cell[yes_no[i]]);
        if (!read_yes_no(&cell[yes_no[i]]))
            fault(l, row->line, yes_no[i], SAY("Schrijf yes of no, of niets."),
                  cell[yes_no[i]]);
    }
    if (!cell[COL_KIND].n) cell[COL_KIND] = STR("service");
    if (!cell[COL_STATUS].n) cell[COL_STATUS] = STR("active");
    if (!one_of_codes(cell[COL_KIND], service_kind_term, SERVICE_KINDS, &value))
        fault(l, row->line, COL_KIND, SAY("Schrijf service of initiative."), cell[COL_KIND]);
    if (!one_of_codes(cell[COL_STATUS], service_status_term, SERVICE_STATUSES, &value))
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

static bool yes(struct str cell)
{
    return str_is(cell, "yes");
}
static int64_t number_of(struct str cell)
{
    int64_t n = 0;
    return cell.n && str_number(cell, INT64_MAX, &n) ? n : 0;
}

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
static enum err put_place(struct loading *l, int64_t service, struct str key, size_t position,
                          const struct str cell[COLUMNS])
{
    struct arena *a = &l->one;
    struct location_of_row row;
    struct str all = { 0 }, copy = { 0 };
    bool found;
    int64_t location, area = 0, lat = 0, lon = 0;
    for (int c = COL_PLACE; c < COL_HOURS; c++)
        all = arena_format(a, "%.*s%.*s\x1f", STR_ARG(all), STR_ARG(cell[c]));
    const struct str uuid = uuid_of(a, "location", l->source->slug, all);
    TRY(location_of(l->tx->db, a, uuid, &row, &found));
    location = row.id;
    if (!found) {
        if (cell[COL_NEIGHBOURHOOD].n) TRY(area_of(l, cell[COL_NEIGHBOURHOOD], &area));
        copy = cell[COL_LATITUDE];
        const bool has_lat = copy.n && read_degrees(a, &copy, 90, &lat);
        copy = cell[COL_LONGITUDE];
        const bool has_lon = copy.n && read_degrees(a, &copy, 180, &lon);
        TRY(location_add(l->tx, uuid, cell[COL_PLACE], cell[COL_ADDRESS], cell[COL_POSTAL_CODE],
                         cell[COL_CITY], area != 0, area, has_lat, lat, has_lon, lon,
                         cell[COL_TRANSPORTATION], cell[COL_WHEELCHAIR].n > 0,
                         yes(cell[COL_WHEELCHAIR]), cell[COL_ACCESSIBILITY], &location));
    }
    const struct str here = arena_format(a, "%.*s\x1f%zu", STR_ARG(key), position);
    return service_place_add(l->tx, uuid_of(a, "service_at_location", l->source->slug, here),
                             service, location, (int64_t)position, cell[COL_HOURS]);
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

static enum err organization_for(struct loading *l, struct str name, int64_t *id)
{
    struct organization_of_row row;
    bool found;
    const struct str key = slug_of(&l->one, name);
    TRY(organization_of(l->tx->db, &l->one, l->source_id, key, &row, &found));
    *id = row.id;
    if (found) return OK;
    return organization_add(l->tx, uuid_of(&l->one, "organization", l->source->slug, key),
                            l->source_id, key, name, l->talk->now, id);
}

static enum err slug_for(struct loading *l, const struct sheet_row *row, struct str *slug)
{
    struct service_slug_taken_row taken;
    bool found;
    const struct str where = row->cell[COL_NEIGHBOURHOOD];
    *slug = slug_of(&l->one, row->cell[COL_NAME]);
    TRY(service_slug_taken(l->tx->db, &l->one, *slug, &taken, &found));
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
    TRY(organization_for(l, cell[COL_ORGANISATION], &organization));
    one_of_codes(cell[COL_KIND], service_kind_term, SERVICE_KINDS, &kind);
    one_of_codes(cell[COL_STATUS], service_status_term, SERVICE_STATUSES, &status);
    const bool confirmed = cell[COL_CONFIRMED].n && day_read(cell[COL_CONFIRMED], &assured);
    TRY(service_put(l->tx, id, organization, (enum service_kind)kind,
                    (enum service_status)status, cell[COL_WEBSITE], cell[COL_EMAIL],
                    cell[COL_FREE].n > 0, yes(cell[COL_FREE]), cell[COL_REFERRAL].n > 0,
                    yes(cell[COL_REFERRAL]), cell[COL_MINIMUM_AGE].n > 0,
                    number_of(cell[COL_MINIMUM_AGE]), cell[COL_MAXIMUM_AGE].n > 0,
                    number_of(cell[COL_MAXIMUM_AGE]), confirmed, assured, l->talk->now));
    TRY(put_texts(l, id, cell));
    TRY(service_languages_clear(l->tx, id));
    TRY(service_terms_clear(l->tx, id));
    TRY(service_phones_clear(l->tx, id));
    TRY(service_places_clear(l->tx, id));
    TRY(put_filed(l, id, row));
    TRY(put_phones(l, id, cell[COL_PHONE]));
    TRY(put_place(l, id, cell[COL_KEY], 0, cell));
    for (size_t i = 0; i < row->places_n; i++)
        TRY(put_place(l, id, cell[COL_KEY], i + 1, row->places[i]));
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

static bool same_cells(const struct sheet_row *x, const struct sheet_row *y)
{
    if (x->places_n != y->places_n) return false;
    for (int c = 0; c < COLUMNS; c++) {
        if (!str_eq(x->cell[c], y->cell[c])) return false;
        for (size_t i = 0; i < x->places_n && c >= COL_PLACE && c <= COL_HOURS; i++)
            if (!str_eq(x->places[i][c], y->places[i][c])) return false;
    }
    return true;
}

static enum err change_service(struct loading *l, int64_t id, const struct sheet_row *row)
{
    struct sheet_row *before = NEW(&l->one, struct sheet_row, 1);
    TRY(sheet_row_read(l->tx->db, &l->one, id, before));
    if (same_cells(before, row)) {
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
    TRY(organization_for(l, row->cell[COL_ORGANISATION], &organization));
    TRY(service_add(l->tx, uuid_of(&l->one, "service", l->source->slug, key), slug,
                    organization, l->source_id, key, l->talk->now, id));
    return put_service(l, *id, row);
}

static enum err take_service(struct loading *l, const struct sheet_row *row)
{
    struct service_of_row there;
    bool found;
    if (l->done->wrong) return OK; /* only what is wrong is still looked for */
    TRY(service_of(l->tx->db, &l->one, l->source_id, row->cell[COL_KEY], &there, &found));
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

static enum err take_table(struct loading *l, struct str csv)
{
    struct csv c;
    struct csv_row *row = NEW(&l->all, struct csv_row, 1);
    struct arena text = { 0 };
    enum err e = OK;
    bool heading = true;
    csv_open(&c, csv);
    while (e == OK && csv_next(&c, &text, row)) {
        if (heading)
            read_heading(l, row);
        else
            e = take_row(l, row);
        if (heading && l->done->wrong) break;
        heading = false;
    }
    if (e == OK && !l->done->wrong) e = finish_row(l);
    if (c.fault != CSV_FINE)
        fault(l, c.fault_line, COL_KEY,
              SAY("Dit bestand is geen tabel die wij kunnen lezen. Bewaar het als CSV met "
                  "UTF-8."),
              STR(""));
    arena_end(&text);
    return e;
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
    if (l->touched_n > MANY || !made) return map_rebuild(l->tx);
    for (size_t i = 0; i < l->touched_n; i++) TRY(map_enter(l->tx, l->touched[i]));
    return OK;
}

static enum err load(struct loading *l, struct str csv)
{
    TRY(subjects_begin(l->tx, &l->all));
    TRY(source_for(l));
    TRY(take_table(l, csv));
    if (l->done->wrong)
        return FAIL(ERR_FORM, "%lld faults in the table", (long long)l->done->wrong);
    return l->dry ? OK : renew(l);
}

enum err sheet_load(struct tx *tx, struct str csv, const struct sheet_source *source, bool dry,
                    const struct sheet_talk *talk, struct sheet_done *done)
{
    struct loading l = { .tx = tx, .source = source, .talk = talk, .done = done, .dry = dry };
    *done = (struct sheet_done){ 0 };
    l.row = NEW(&l.all, struct sheet_row, 1);
    l.touched = NEW(&l.all, int64_t, MANY);
    const enum err e = load(&l, csv);
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
    if (same_cells(before, row)) return OK;
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
