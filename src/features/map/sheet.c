/* sheet.c — the columns of the map as a table, and a service as a row of it. See sheet.h. */
#include "features/map/sheet.h"

#include "base/csv.h"
#include "features/map/rows.sql.h"

const char *const sheet_columns[COLUMNS] = {
    [COL_KEY] = "key",
    [COL_NAME] = "name",
    [COL_NAME_EN] = "name_en",
    [COL_OTHER_NAMES] = "other_names",
    [COL_ORGANISATION] = "organisation",
    [COL_DESCRIPTION] = "description",
    [COL_DESCRIPTION_EN] = "description_en",
    [COL_SUMMARY] = "summary",
    [COL_SUBJECTS] = "subjects",
    [COL_KIND] = "kind",
    [COL_STATUS] = "status",
    [COL_PLACE] = "place",
    [COL_ADDRESS] = "address",
    [COL_POSTAL_CODE] = "postal_code",
    [COL_CITY] = "city",
    [COL_NEIGHBOURHOOD] = "neighbourhood",
    [COL_LATITUDE] = "latitude",
    [COL_LONGITUDE] = "longitude",
    [COL_TRANSPORTATION] = "transportation",
    [COL_WHEELCHAIR] = "wheelchair",
    [COL_ACCESSIBILITY] = "accessibility",
    [COL_HOURS] = "hours",
    [COL_PHONE] = "phone",
    [COL_WEBSITE] = "website",
    [COL_EMAIL] = "email",
    [COL_LANGUAGES] = "languages",
    [COL_FREE] = "free",
    [COL_REFERRAL] = "referral",
    [COL_MINIMUM_AGE] = "minimum_age",
    [COL_MAXIMUM_AGE] = "maximum_age",
    [COL_APPLICATION] = "application",
    [COL_FEES] = "fees",
    [COL_ELIGIBILITY] = "eligibility",
    [COL_ARRIVAL] = "arrival",
    [COL_COMPANY] = "company",
    [COL_ALERT] = "alert",
    [COL_CONFIRMED] = "confirmed",
};

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

int sheet_column_of(struct str name)
{
    for (int c = 0; c < COLUMNS; c++)
        if (str_is(name, sheet_columns[c])) return c;
    for (size_t i = 0; i < COUNT_OF(other_headings); i++)
        if (str_is(name, other_headings[i].heading)) return other_headings[i].column;
    return -1;
}

/* ---- values as text ---- */

static struct str yes_no(bool has, bool yes)
{
    return !has ? STR("") : yes ? STR("yes") : STR("no");
}
static struct str number(struct arena *a, bool has, int64_t n)
{
    return has ? arena_format(a, "%lld", (long long)n) : STR("");
}
/* Millionths of a degree as degrees. */
static struct str degrees(struct arena *a, bool has, int64_t n)
{
    if (!has) return STR("");
    const char *sign = n < 0 ? "-" : "";
    if (n < 0) n = -n;
    return arena_format(a, "%s%lld.%06lld", sign, (long long)(n / 1000000),
                        (long long)(n % 1000000));
}
static struct str list(struct arena *a, struct str all, struct str one, const char *between)
{
    return all.n ? arena_format(a, "%.*s%s%.*s", STR_ARG(all), between, STR_ARG(one)) : one;
}

/* ---- reading a service ---- */

static void put_place(struct arena *a, struct str cell[COLUMNS],
                      const struct service_row_places_row *p)
{
    cell[COL_PLACE] = p->name;
    cell[COL_ADDRESS] = p->address;
    cell[COL_POSTAL_CODE] = p->postal_code;
    cell[COL_CITY] = p->city;
    cell[COL_NEIGHBOURHOOD] = p->has_area_name ? p->area_name : STR("");
    cell[COL_LATITUDE] = degrees(a, p->has_latitude, p->latitude);
    cell[COL_LONGITUDE] = degrees(a, p->has_longitude, p->longitude);
    cell[COL_TRANSPORTATION] = p->transportation;
    cell[COL_WHEELCHAIR] = yes_no(p->has_wheelchair, p->wheelchair);
    cell[COL_ACCESSIBILITY] = p->accessibility;
    cell[COL_HOURS] = p->hours;
}

static enum err read_texts(struct db *db, struct arena *a, int64_t service,
                           struct sheet_row *row)
{
    struct service_row_text_row t;
    bool found;
    TRY(service_row_text(db, a, service, STR("nl"), &t, &found));
    if (found) {
        row->cell[COL_NAME] = t.name;
        row->cell[COL_OTHER_NAMES] = t.other_names;
        row->cell[COL_DESCRIPTION] = t.description;
        row->cell[COL_SUMMARY] = t.summary;
        row->cell[COL_APPLICATION] = t.application;
        row->cell[COL_FEES] = t.fees;
        row->cell[COL_ELIGIBILITY] = t.eligibility;
        row->cell[COL_ARRIVAL] = t.arrival;
        row->cell[COL_COMPANY] = t.company;
        row->cell[COL_ALERT] = t.alert;
    }
    TRY(service_row_text(db, a, service, STR("en"), &t, &found));
    if (found) {
        row->cell[COL_NAME_EN] = t.name;
        row->cell[COL_DESCRIPTION_EN] = t.description;
    }
    return OK;
}

static enum err read_lists(struct db *db, struct arena *a, int64_t service,
                           struct sheet_row *row)
{
    struct service_row_phones_row *phones;
    struct service_row_languages_row *languages;
    struct service_row_terms_row *terms;
    size_t n;
    TRY(service_row_phones(db, a, service, &phones, &n));
    for (size_t i = 0; i < n; i++) {
        struct str one = phones[i].number;
        if (phones[i].description.n)
            one = arena_format(a, "%.*s (%.*s)", STR_ARG(one), STR_ARG(phones[i].description));
        row->cell[COL_PHONE] = list(a, row->cell[COL_PHONE], one, "; ");
    }
    TRY(service_row_languages(db, a, service, &languages, &n));
    for (size_t i = 0; i < n; i++)
        row->cell[COL_LANGUAGES] = list(a, row->cell[COL_LANGUAGES], languages[i].code, ", ");
    TRY(service_row_terms(db, a, service, &terms, &n));
    for (size_t i = 0; i < n; i++)
        row->cell[COL_SUBJECTS] = list(a, row->cell[COL_SUBJECTS], terms[i].code, ", ");
    return OK;
}

enum err sheet_row_read(struct db *db, struct arena *a, int64_t service, struct sheet_row *row)
{
    struct service_row_row s;
    struct service_row_places_row *places;
    size_t n;
    bool found;
    *row = (struct sheet_row){ 0 };
    TRY(service_row(db, a, service, &s, &found));
    if (!found) return FAIL(ERR_MISSING, "no service %lld", (long long)service);
    row->cell[COL_KEY] = s.source_key;
    row->cell[COL_ORGANISATION] = s.organization;
    row->cell[COL_KIND] = str_of(service_kind_term((int)s.kind).code);
    row->cell[COL_STATUS] = str_of(service_status_term((int)s.status).code);
    row->cell[COL_WEBSITE] = s.website;
    row->cell[COL_EMAIL] = s.email;
    row->cell[COL_FREE] = yes_no(s.has_free, s.free);
    row->cell[COL_REFERRAL] = yes_no(s.has_referral, s.referral);
    row->cell[COL_MINIMUM_AGE] = number(a, s.has_minimum_age, s.minimum_age);
    row->cell[COL_MAXIMUM_AGE] = number(a, s.has_maximum_age, s.maximum_age);
    if (s.has_assured) {
        const struct date d = date_of(s.assured);
        row->cell[COL_CONFIRMED] = arena_format(a, "%04d-%02d-%02d", d.year, d.month, d.day);
    }
    TRY(read_texts(db, a, service, row));
    TRY(read_lists(db, a, service, row));
    TRY(service_row_places(db, a, service, &places, &n));
    if (n) put_place(a, row->cell, &places[0]);
    for (size_t i = 1; i < n && row->places_n < SHEET_PLACES; i++)
        put_place(a, row->places[row->places_n++], &places[i]);
    return OK;
}

bool sheet_row_same(const struct sheet_row *x, const struct sheet_row *y)
{
    if (x->places_n != y->places_n) return false;
    for (int c = 0; c < COLUMNS; c++) {
        if (!str_eq(x->cell[c], y->cell[c])) return false;
        for (size_t i = 0; i < x->places_n && c >= COL_PLACE && c <= COL_HOURS; i++)
            if (!str_eq(x->places[i][c], y->places[i][c])) return false;
    }
    return true;
}

/* ---- writing the table ---- */

struct writing {
    struct db *db;
    struct arena arena;
    struct sheet_row *row;
    struct str source;
    FILE *to;
};

/* Texts are guarded against spreadsheets; what reads it takes that off again. */
static void put_row(struct writing *w, struct str cell[COLUMNS])
{
    for (int c = 0; c < COLUMNS; c++)
        csv_put(w->to,
                c == COL_LATITUDE || c == COL_LONGITUDE ? cell[c]
                                                        : csv_guard(&w->arena, cell[c]),
                !c);
    csv_end(w->to);
}

static enum err write_service(const struct service_rows_row *s, void *with)
{
    struct writing *w = with;
    struct service_row_row about;
    bool found;
    TRY(service_row(w->db, &w->arena, s->id, &about, &found));
    if (!found || (w->source.n && !str_eq(w->source, about.source))) return OK;
    TRY(sheet_row_read(w->db, &w->arena, s->id, w->row));
    put_row(w, w->row->cell);
    for (size_t i = 0; i < w->row->places_n; i++) {
        w->row->places[i][COL_KEY] = w->row->cell[COL_KEY];
        put_row(w, w->row->places[i]);
    }
    arena_reset(&w->arena);
    return ferror(w->to) ? FAIL(ERR_FULL, "the table could not be written") : OK;
}

enum err sheet_write(struct db *db, struct str source, FILE *to)
{
    struct arena one = { 0 };
    struct writing w = { .db = db, .source = source, .to = to };
    w.row = NEW(&one, struct sheet_row, 1);
    for (int c = 0; c < COLUMNS; c++) csv_put(to, str_of(sheet_columns[c]), !c);
    csv_end(to);
    const enum err e = service_rows(db, 1, write_service, &w);
    arena_end(&w.arena);
    arena_end(&one);
    return e;
}
