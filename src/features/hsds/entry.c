/* entry.c — what the tables say of one service, as the cells that the map is loaded from. See load_inside.h. */
#include "features/hsds/load_inside.h"

#include <string.h>

enum { LONG_MOST = 7900, PHONES_MOST = 20, TERMS_MOST = 20 };

static struct str cut(struct load *l, struct str text)
{
    if (text.n <= LONG_MOST) return text;
    entry_left_out(l, l->row, T_SERVICE, SAY("Deze tekst is te lang; het eind is weggelaten."),
                   STR(""));
    return str_upto_letter(text, LONG_MOST);
}
static struct str joined(struct load *l, struct str all, struct str one, const char *between)
{
    return !all.n   ? one
           : !one.n ? all
                    : arena_format(l->a, "%.*s%s%.*s", STR_ARG(all), between, STR_ARG(one));
}
/* Without what parts the pieces of a cell. */
static struct str without(struct load *l, struct str text, const char *marks, char instead)
{
    char *to = NEW(l->a, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++)
        to[i] =
            strchr(marks, text.s[i]) || (unsigned char)text.s[i] < ' ' ? instead : text.s[i];
    struct str all = str_trim((struct str){ to, text.n });
    size_t n = 0;
    for (size_t i = 0; i < all.n; i++) /* blanks once */
        if (all.s[i] != ' ' || !n || to[n - 1] != ' ') to[n++] = all.s[i];
    return (struct str){ to, n };
}

/* ---- values ---- */

static struct str website_of(struct load *l, struct str text)
{
    struct url url;
    if (!text.n || url_check(text, &url)) return text;
    const struct str with = arena_format(l->a, "https://%.*s", STR_ARG(text));
    if (str_find(text, STR(".")) != SIZE_MAX && str_find(text, STR(":")) == SIZE_MAX &&
        url_check(with, &url))
        return with;
    entry_left_out(l, l->row, T_SERVICE, SAY("Dit is geen webadres; het is weggelaten."), text);
    return STR("");
}

static struct str age_of(struct load *l, struct str text)
{
    int64_t n;
    const size_t dot = str_find(text, STR("."));
    if (!text.n) return text;
    if (str_number(str_upto(text, dot), 120, &n))
        return arena_format(l->a, "%lld", (long long)n);
    entry_left_out(l, l->row, T_SERVICE,
                   SAY("Dit is geen leeftijd in jaren; die is weggelaten."), text);
    return STR("");
}

static struct str day_of_cell(struct load *l, struct str text)
{
    struct day d;
    if (!text.n) return text;
    if (text.n >= 10 && day_read(str_upto(text, 10), &d) && d.n <= day_at(l->talk->now).n)
        return str_upto(text, 10);
    entry_left_out(l, l->row, T_SERVICE,
                   SAY("Dit is geen dag tot en met vandaag; die is weggelaten."), text);
    return STR("");
}

/* "2026-11-27T10:00:00Z", also with parts of a second; of a later moment, or another form, nothing. */
static struct instant moment_of(struct load *l, struct str text)
{
    struct instant t;
    const struct str whole = text.n >= 19 ? arena_format(l->a, "%.19sZ", text.s) : text;
    if (!instant_read(whole, &t) || t.s > l->talk->now.s || t.s <= 0)
        return (struct instant){ 0 };
    return t;
}

static struct str yes_no_of(struct str text)
{
    return str_is(text, "true") || str_is(text, "1")    ? STR("yes")
           : str_is(text, "false") || str_is(text, "0") ? STR("no")
                                                        : STR("");
}

static struct str status_of(struct load *l, struct str text)
{
    for (int s = 0; s < SERVICE_STATUSES; s++)
        if (str_is(text, service_status_term(s).code)) return text;
    if (text.n)
        entry_left_out(l, l->row, T_SERVICE,
                       SAY("Deze status kennen wij niet; het wordt active."), text);
    return STR("active");
}

/* ---- lists ---- */

static struct str digits_of(struct load *l, struct str number)
{
    char *to = NEW(l->a, char, number.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < number.n; i++)
        if (number.s[i] >= '0' && number.s[i] <= '9') to[n++] = number.s[i];
    return (struct str){ to, n };
}

struct phones {
    struct str cell, digits[PHONES_MOST];
    size_t n;
};
static void take_phone(struct load *l, const struct table_row *row, struct phones *p)
{
    const struct str number = without(l, row->cell[C_NUMBER], "();", ' ');
    struct str about = without(l, row->cell[C_DESCRIPTION], "();", ' ');
    const struct str digits = digits_of(l, number);
    if (!number.n) return;
    for (size_t i = 0; i < p->n; i++)
        if (str_eq(p->digits[i], digits)) return; /* the same number twice is once */
    if (p->n == PHONES_MOST) {
        entry_left_out(l, row, T_PHONE, SAY("Dit zijn te veel telefoonnummers."), number);
        return;
    }
    if (row->cell[C_EXTENSION].n)
        about = joined(l, arena_format(l->a, "toestel %.*s", STR_ARG(row->cell[C_EXTENSION])),
                       about, ", ");
    p->digits[p->n++] = digits;
    p->cell = joined(
        l, p->cell,
        about.n ? arena_format(l->a, "%.*s (%.*s)", STR_ARG(number), STR_ARG(about)) : number,
        "; ");
}
static void take_phones(struct load *l, const struct index *x, struct str key, struct phones *p)
{
    for (const struct table_row *r = key_find(x, key); r; r = key_next(x, r))
        take_phone(l, r, p);
}

static struct str phones_of(struct load *l, const struct table_row *service)
{
    struct phones *p = NEW(l->a, struct phones, 1);
    take_phones(l, &l->phones_of_service, service->cell[C_ID], p);
    for (const struct table_row *at = key_find(&l->places_of, service->cell[C_ID]); at;
         at = key_next(&l->places_of, at)) {
        take_phones(l, &l->phones_of_place, at->cell[C_ID], p);
        take_phones(l, &l->phones_of_location, at->cell[C_LOCATION_ID], p);
    }
    if (!p->n) take_phones(l, &l->phones_of_organization, service->cell[C_ORGANIZATION_ID], p);
    return p->cell;
}

/* By code, by our name, or by a name in English. */
static int language_of(struct str text)
{
    const int at = map_language(text);
    for (int i = 0; at < 0 && i < FACT_LANGUAGES; i++)
        if (str_is(text, map_languages[i].name_en)) return i;
    if (at < 0 && text.n > 2 && (text.s[2] == '-' || text.s[2] == '_'))
        return map_language(str_upto(text, 2));
    return at;
}
static struct str languages_of(struct load *l, const struct table_row *service)
{
    struct str all = { 0 };
    uint32_t had = 0;
    for (const struct table_row *r = key_find(&l->languages_of, service->cell[C_ID]); r;
         r = key_next(&l->languages_of, r)) {
        struct str rest = r->cell[C_NAME], one;
        int at = r->cell[C_CODE].n ? language_of(r->cell[C_CODE]) : -1;
        if (at >= 0) rest = str_of(map_languages[at].code);
        while (str_next(&rest, ',', &one)) {
            at = language_of(str_trim(one));
            if (at < 0)
                entry_left_out(l, r, T_LANGUAGE,
                               SAY("Deze taal kennen wij niet; die is weggelaten."), one);
            else if (!(had >> at & 1))
                all = joined(l, all, str_of(map_languages[at].code), ", ");
            if (at >= 0) had |= UINT32_C(1) << at;
        }
    }
    return all;
}

static const struct hsds_terms_row *term_of(const struct load *l,
                                            const struct table_row *attribute)
{
    const struct table_row *t = key_find(&l->term, attribute->cell[C_TERM_ID]);
    for (size_t i = 0; i < l->terms_n; i++) {
        const struct hsds_terms_row *x = &l->terms[i];
        if (str_eq(x->uuid, attribute->cell[C_TERM_ID]) ||
            str_eq(x->code, attribute->cell[C_TERM_ID]) ||
            (t && (str_eq(x->code, t->cell[C_CODE]) || str_eq(x->name, t->cell[C_NAME]))))
            return x;
    }
    return NULL;
}
static struct str subjects_of(struct load *l, const struct table_row *service)
{
    bool had[500] = { false };
    struct str all = { 0 };
    for (const struct table_row *r = key_find(&l->attributes_of, service->cell[C_ID]); r;
         r = key_next(&l->attributes_of, r)) {
        const struct hsds_terms_row *x = term_of(l, r);
        if (!x)
            entry_left_out(l, r, T_ATTRIBUTE,
                           SAY("Dit onderwerp is niet op deze kaart; het is weggelaten."),
                           r->cell[C_TERM_ID]);
        else
            had[x - l->terms] = true;
    }
    size_t n = 0;
    for (size_t i = 0; i < l->terms_n && n < TERMS_MOST; i++) /* in the order of the map */
        if (had[i]) all = joined(l, all, l->terms[i].code, ", "), n++;
    return all;
}

/* ---- a place ---- */

static struct schedule schedule_of(const struct table_row *r, bool holiday)
{
    const struct str *c = r->cell;
    return (struct schedule){ .freq = c[C_FREQ],
                              .interval = c[C_INTERVAL],
                              .byday = c[C_BYDAY],
                              .bymonthday = c[C_BYMONTHDAY],
                              .dtstart = c[C_DTSTART],
                              .valid_from = c[C_VALID_FROM],
                              .valid_to = c[C_VALID_TO],
                              .until = c[C_UNTIL],
                              .opens_at = c[C_OPENS_AT],
                              .closes_at = c[C_CLOSES_AT],
                              .weekday = c[C_WEEKDAY],
                              .closed = c[C_CLOSED],
                              .exception = holiday || str_is(c[C_EXCEPTION], "true") ||
                                           str_is(c[C_EXCEPTION], "1") };
}
static size_t take_schedules(struct load *l, const struct index *x, struct str key,
                             struct str location, enum hsds_table which, struct hours *h)
{
    size_t n = 0;
    for (const struct table_row *r = key_find(x, key); r; r = key_next(x, r)) {
        if (r->cell[C_DETAILS].n && !str_eq(r->cell[C_DETAILS], location)) continue;
        const struct schedule s = schedule_of(r, which == T_HOLIDAY);
        n++;
        if (!schedule_take(&s, h))
            entry_left_out(l, r, which,
                           SAY("Deze regel kunnen onze tijden niet zeggen; die is weggelaten."),
                           s.byday.n ? s.byday : s.weekday);
    }
    return n;
}

/* Its own hours; else those of the service; else those of the building. */
static struct str hours_of(struct load *l, const struct table_row *service,
                           const struct table_row *at)
{
    struct hours *h = NEW(l->a, struct hours, 1);
    const struct str location = at ? at->cell[C_LOCATION_ID] : (struct str){ 0 };
    const struct str place = at ? at->cell[C_ID] : (struct str){ 0 }, of = service->cell[C_ID];
    const struct str none = { 0 };
    if (!take_schedules(l, &l->schedules_of_place, place, none, T_SCHEDULE, h) &&
        !take_schedules(l, &l->schedules_of_service, of, location, T_SCHEDULE, h))
        take_schedules(l, &l->schedules_of_location, location, none, T_SCHEDULE, h);
    if (!take_schedules(l, &l->holidays_of_place, place, none, T_HOLIDAY, h) &&
        !take_schedules(l, &l->holidays_of_service, of, location, T_HOLIDAY, h))
        take_schedules(l, &l->holidays_of_location, location, none, T_HOLIDAY, h);
    h->holidays =
        at && (str_is(at->cell[C_HOLIDAYS], "true") || str_is(at->cell[C_HOLIDAYS], "1"));
    return hours_write(l->a, h);
}

static struct str degrees_of(struct load *l, const struct table_row *location,
                             enum hsds_column c, int64_t most)
{
    struct str text = location->cell[c];
    int64_t n;
    if (!text.n) return text;
    if (map_degrees(l->a, &text, most, &n)) return text;
    entry_left_out(l, location, T_LOCATION, SAY("Dit zijn geen graden; ze zijn weggelaten."),
                   text);
    return STR("");
}

/* "1234 ab" as we write it; a postcode of elsewhere as it is. */
static struct str postcode_of(struct load *l, struct str text)
{
    char to[8];
    size_t n = 0;
    for (size_t i = 0; i < text.n && n < sizeof to; i++)
        if (text.s[i] != ' ')
            to[n++] = text.s[i] >= 'a' && text.s[i] <= 'z' ? (char)(text.s[i] - 32) : text.s[i];
    bool dutch = n == 6 || n == 4;
    for (size_t i = 0; dutch && i < n; i++)
        dutch = i < 4 ? to[i] >= '0' && to[i] <= '9' : to[i] >= 'A' && to[i] <= 'Z';
    return dutch ? arena_copy(l->a, (struct str){ to, n }) : str_upto_letter(text, 20);
}

static void put_address(struct load *l, const struct table_row *location,
                        struct str cell[COLUMNS])
{
    const struct table_row *best = NULL;
    for (const struct table_row *r = key_find(&l->addresses_of, location->cell[C_ID]); r;
         r = key_next(&l->addresses_of, r))
        if (!best || (!str_is(best->cell[C_ADDRESS_TYPE], "physical") &&
                      str_is(r->cell[C_ADDRESS_TYPE], "physical")))
            best = r;
    if (!best) return;
    cell[COL_ADDRESS] = joined(l, best->cell[C_ADDRESS_1], best->cell[C_ADDRESS_2], ", ");
    cell[COL_CITY] = best->cell[C_CITY];
    cell[COL_POSTAL_CODE] = postcode_of(l, best->cell[C_POSTAL_CODE]);
    cell[COL_NEIGHBOURHOOD] = best->cell[C_REGION];
}

/* Nested data tells of a building again with each service in it. */
static bool told_before(struct load *l, const struct table_row *row)
{
    const struct table_row *r = key_find(&l->accessible_of, row->cell[C_LOCATION_ID]);
    for (; r && r != row; r = key_next(&l->accessible_of, r))
        if (r->cell[C_ID].n && str_eq(r->cell[C_ID], row->cell[C_ID])) return true;
    return false;
}

static void put_accessible(struct load *l, const struct table_row *location,
                           struct str cell[COLUMNS])
{
    for (const struct table_row *r = key_find(&l->accessible_of, location->cell[C_ID]); r;
         r = key_next(&l->accessible_of, r)) {
        const struct str what = r->cell[C_DESCRIPTION], details = r->cell[C_DETAILS];
        if (told_before(l, r)) continue;
        if (str_is(what, "wheelchair") && (!details.n || str_is(details, "yes")))
            cell[COL_WHEELCHAIR] = STR("yes");
        else if (str_is(what, "wheelchair") && str_is(details, "no"))
            cell[COL_WHEELCHAIR] = STR("no");
        else
            cell[COL_ACCESSIBILITY] =
                joined(l, cell[COL_ACCESSIBILITY], joined(l, what, details, ": "), " ");
    }
    cell[COL_ACCESSIBILITY] = cut(l, cell[COL_ACCESSIBILITY]);
}

static void put_place(struct load *l, const struct table_row *service,
                      const struct table_row *at, struct str cell[COLUMNS])
{
    const struct table_row *location =
        at ? key_find(&l->location, at->cell[C_LOCATION_ID]) : NULL;
    cell[COL_HOURS] = hours_of(l, service, at);
    if (at && at->cell[C_LOCATION_ID].n && !location)
        entry_fault(l, at, T_PLACE, SAY("Deze plek staat niet in de tabel van plekken."),
                    at->cell[C_LOCATION_ID]);
    if (!location) return;
    cell[COL_PLACE] = str_upto_letter(location->cell[C_NAME], 300);
    cell[COL_TRANSPORTATION] = cut(l, location->cell[C_TRANSPORTATION]);
    cell[COL_LATITUDE] = degrees_of(l, location, C_LATITUDE, 90);
    cell[COL_LONGITUDE] = degrees_of(l, location, C_LONGITUDE, 180);
    if (!cell[COL_LATITUDE].n || !cell[COL_LONGITUDE].n)
        cell[COL_LATITUDE] = cell[COL_LONGITUDE] = (struct str){ 0 };
    put_address(l, location, cell);
    put_accessible(l, location, cell);
}

/* ---- the service ---- */

static void put_places(struct load *l, const struct table_row *service, struct sheet_row *row,
                       struct sheet_ids *ids)
{
    size_t n = 0;
    const struct table_row *at = key_find(&l->places_of, service->cell[C_ID]);
    if (!at) put_place(l, service, NULL, row->cell);
    for (; at; at = key_next(&l->places_of, at)) {
        if (n > SHEET_PLACES) {
            entry_left_out(l, at, T_PLACE, SAY("Dit zijn te veel plekken."), at->cell[C_ID]);
            continue;
        }
        put_place(l, service, at, n ? row->places[n - 1] : row->cell);
        const struct str location = at->cell[C_LOCATION_ID];
        ids->location[n] = uuid_is(location) ? location
                           : location.n ? uuid_of(l->a, "location", l->source->slug, location)
                                        : (struct str){ 0 };
        ids->at[n] = uuid_is(at->cell[C_ID]) ? at->cell[C_ID] : (struct str){ 0 };
        n++;
    }
    row->places_n = n ? n - 1 : 0;
}

static void put_more(struct load *l, const struct table_row *service, struct str cell[COLUMNS])
{
    struct str eligible = service->cell[C_ELIGIBILITY];
    for (const struct table_row *r = key_find(&l->eligible_of, service->cell[C_ID]); r;
         r = key_next(&l->eligible_of, r)) {
        eligible = joined(l, eligible, r->cell[C_ELIGIBILITY], " ");
        if (!cell[COL_MINIMUM_AGE].n) cell[COL_MINIMUM_AGE] = age_of(l, r->cell[C_MINIMUM_AGE]);
        if (!cell[COL_MAXIMUM_AGE].n) cell[COL_MAXIMUM_AGE] = age_of(l, r->cell[C_MAXIMUM_AGE]);
    }
    cell[COL_ELIGIBILITY] = cut(l, eligible);
    cell[COL_FREE] = yes_no_of(service->cell[C_FREE]);
    for (const struct table_row *r = key_find(&l->costs_of, service->cell[C_ID]);
         r && !cell[COL_FREE].n; r = key_next(&l->costs_of, r)) {
        const bool nothing =
            str_is(r->cell[C_AMOUNT], "0") || str_is(r->cell[C_AMOUNT], "0.000000");
        if (nothing) cell[COL_FREE] = STR("yes");
    }
}

static void put_texts(struct load *l, const struct table_row *service, struct str cell[COLUMNS])
{
    const struct str *c = service->cell;
    cell[COL_NAME] = str_upto_letter(c[C_NAME], 500);
    cell[COL_OTHER_NAMES] = str_upto_letter(c[C_ALTERNATE_NAME], 1000);
    cell[COL_DESCRIPTION] = cut(l, c[C_DESCRIPTION]);
    cell[COL_SUMMARY] = cut(l, c[C_SUMMARY]);
    cell[COL_NAME_EN] = str_upto_letter(c[C_NAME_EN], 500);
    if (c[C_NAME_EN].n) cell[COL_DESCRIPTION_EN] = cut(l, c[C_DESCRIPTION_EN]);
    cell[COL_APPLICATION] = cut(l, c[C_APPLICATION]);
    cell[COL_FEES] = cut(l, c[C_FEES]);
    cell[COL_ARRIVAL] = cut(l, c[C_ARRIVAL]);
    cell[COL_COMPANY] = cut(l, c[C_COMPANY]);
    cell[COL_ALERT] = cut(l, c[C_ALERT]);
    cell[COL_KIND] = str_is(c[C_KIND], "initiative") ? c[C_KIND] : STR("service");
    cell[COL_STATUS] = status_of(l, c[C_STATUS]);
    cell[COL_WEBSITE] = website_of(l, c[C_URL]);
    cell[COL_EMAIL] = object_email(c[C_EMAIL]);
    cell[COL_REFERRAL] = yes_no_of(c[C_REFERRAL]);
    cell[COL_MINIMUM_AGE] = age_of(l, c[C_MINIMUM_AGE]);
    cell[COL_MAXIMUM_AGE] = age_of(l, c[C_MAXIMUM_AGE]);
    cell[COL_CONFIRMED] = day_of_cell(l, c[C_ASSURED]);
}

bool entry_of_tables(struct load *l, const struct table_row *service, struct sheet_row *row)
{
    const int64_t faults = l->faults;
    const struct str id = service->cell[C_ID];
    struct sheet_ids *ids = NEW(l->a, struct sheet_ids, 1);
    const struct table_row *by = key_find(&l->organization, service->cell[C_ORGANIZATION_ID]);
    if (!id.n || id.n > 200)
        entry_fault(l, service, T_SERVICE, SAY("Deze dienst heeft geen id."),
                    service->cell[C_NAME]);
    else if (key_find(&l->service, id) != service)
        entry_fault(l, service, T_SERVICE, SAY("Dit id staat er al."), id);
    if (!service->cell[C_NAME].n)
        entry_fault(l, service, T_SERVICE, SAY("Vul een naam in."), id);
    if (!by || !by->cell[C_NAME].n || !by->cell[C_ID].n)
        entry_fault(l, service, T_SERVICE,
                    SAY("Wie dit aanbiedt staat niet in de tabel van organisaties."),
                    service->cell[C_ORGANIZATION_ID]);
    row->line = service->line;
    row->cell[COL_KEY] = id;
    put_texts(l, service, row->cell);
    put_more(l, service, row->cell);
    put_places(l, service, row, ids);
    row->cell[COL_PHONE] = phones_of(l, service);
    row->cell[COL_LANGUAGES] = languages_of(l, service);
    row->cell[COL_SUBJECTS] = subjects_of(l, service);
    if (by) {
        row->cell[COL_ORGANISATION] = str_upto_letter(by->cell[C_NAME], 500);
        ids->organization = by->cell[C_ID];
        ids->description = cut(l, by->cell[C_DESCRIPTION]);
        ids->website = website_of(l, by->cell[C_URL]);
        ids->email = object_email(by->cell[C_EMAIL]);
    }
    ids->modified = moment_of(l, service->cell[C_MODIFIED]);
    row->ids = ids;
    return l->faults == faults;
}
