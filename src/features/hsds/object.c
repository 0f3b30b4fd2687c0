/* object.c — see object.h: services, places and organisations as objects. json_put.c writes the pieces. */
#include "features/hsds/object.h"

#include <string.h>

/* ---- values ---- */

struct str object_id(struct arena *a, const char *kind, struct str of, struct str which)
{
    return uuid_of(a, kind, of, which);
}
struct str object_taxonomy_id(struct arena *a)
{
    return uuid_of(a, "taxonomy", STR(""), STR("kaart"));
}

struct str object_url(struct arena *a, struct str website)
{
    struct url url;
    if (!url_check(website, &url)) return STR("");
    char *to = NEW(a, char, website.n * 3 + 1);
    size_t n = 0;
    for (size_t i = 0; i < website.n; i++) {
        static const char hex[] = "0123456789ABCDEF";
        const unsigned char c = (unsigned char)website.s[i];
        const bool pair = c == '%' && i + 2 < website.n &&
                          memchr("0123456789ABCDEFabcdef", website.s[i + 1], 22) &&
                          memchr("0123456789ABCDEFabcdef", website.s[i + 2], 22);
        const bool plain = c > ' ' && c < 0x7F && (pair || !strchr("\"<>\\^`{|}%", c));
        if (plain) {
            to[n++] = (char)c;
        } else {
            to[n++] = '%';
            to[n++] = hex[c >> 4];
            to[n++] = hex[c & 15];
        }
    }
    return (struct str){ to, n };
}

/* Strict on purpose: what a checker refuses makes the whole object wrong. */
struct str object_email(struct str x)
{
    const size_t at = str_find(x, STR("@"));
    if (at == SIZE_MAX || !at || x.n > 254) return STR("");
    const struct str host = str_from(x, at + 1);
    bool dot = false;
    for (size_t i = 0; i < x.n; i++) {
        const char c = x.s[i];
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const bool edge =
            i == 0 || i == at - 1 || i == at + 1 || i + 1 == x.n || x.s[i - 1] == '.';
        if (i == at) continue;
        if (letter || (c == '-' && !edge) || (i < at && strchr("_+", c))) continue;
        if (c != '.' || edge) return STR("");
        dot = dot || i > at;
    }
    return host.n && dot ? x : STR("");
}

struct str object_date(struct arena *a, struct day d)
{
    const struct date t = date_of(d);
    return arena_format(a, "%04d-%02d-%02d", t.year, t.month, t.day);
}
struct str object_moment(struct arena *a, struct instant t)
{
    const struct day d = { (int32_t)(t.s / 86400) };
    const int s = (int)(t.s % 86400);
    return arena_format(a, "%.*sT%02d:%02d:%02dZ", STR_ARG(object_date(a, d)), s / 3600,
                        s / 60 % 60, s % 60);
}
/* Six digits, without zeros at the end: numbers have one spelling. */
struct str object_degrees(struct arena *a, int64_t millionths)
{
    const long long n = millionths < 0 ? -millionths : millionths;
    struct str x =
        arena_format(a, "%s%lld.%06lld", millionths < 0 ? "-" : "", n / 1000000, n % 1000000);
    while (x.s[x.n - 1] == '0' && x.s[x.n - 2] != '.') x.n--;
    return x;
}
static struct str whole(struct arena *a, int64_t n)
{
    return arena_format(a, "%lld", (long long)n);
}

bool object_addressed(const struct service_row_places_row *p)
{
    return p->address.n || p->postal_code.n || p->city.n || p->has_area_name;
}
bool object_physical(const struct service_row_places_row *p)
{
    return object_addressed(p) || p->name.n || p->has_latitude;
}

/* ---- a service as it is kept ---- */

enum err object_service_read(struct db *db, struct arena *a, int64_t id,
                             struct object_service *s)
{
    bool found;
    *s = (struct object_service){ .id = id };
    TRY(service_row(db, a, id, &s->s, &found));
    if (!found) return FAIL(ERR_MISSING, "no service %lld", (long long)id);
    TRY(service_row_text(db, a, id, STR("nl"), &s->text, &found));
    TRY(service_row_text(db, a, id, STR("en"), &s->english, &s->has_english));
    TRY(hsds_organization(db, a, s->s.organization_id, &s->by, &found));
    TRY(service_row_places(db, a, id, &s->places, &s->places_n));
    TRY(service_row_phones(db, a, id, &s->phones, &s->phones_n));
    TRY(service_row_languages(db, a, id, &s->languages, &s->languages_n));
    return service_row_terms(db, a, id, &s->terms, &s->terms_n);
}

/* ---- parts of it ---- */

static void organization_line(struct out *o, struct arena *a,
                              const struct hsds_organization_row *by)
{
    json_put(o, "id", by->uuid);
    json_put(o, "name", by->name);
    json_put(o, "description", by->description);
    json_put_some(o, "website", object_url(a, by->website));
    json_put_some(o, "email", object_email(by->email));
}

static void service_line(struct out *o, struct arena *a, const struct object_service *s)
{
    json_put(o, "id", s->s.uuid);
    json_put(o, "name", s->text.name);
    json_put_some(o, "alternate_name", s->text.other_names);
    json_put_some(o, "description", s->text.description);
    json_put_some(o, "url", object_url(a, s->s.website));
    json_put_some(o, "email", object_email(s->s.email));
    json_put(o, "status", str_of(service_status_term((int)s->s.status).code));
    json_put_some(o, "application_process", s->text.application);
    json_put_some(o, "fees_description", s->text.fees);
    json_put_some(o, "eligibility_description", s->text.eligibility);
    if (s->s.has_minimum_age) json_put_number(o, "minimum_age", whole(a, s->s.minimum_age));
    if (s->s.has_maximum_age) json_put_number(o, "maximum_age", whole(a, s->s.maximum_age));
    if (s->s.has_assured) json_put(o, "assured_date", object_date(a, s->s.assured));
    json_put_some(o, "alert", s->text.alert);
    json_put(o, "last_modified", object_moment(a, s->s.modified));
    /* What HSDS has no word for. */
    json_put(o, "kind", str_of(service_kind_term((int)s->s.kind).code));
    json_put_some(o, "summary", s->text.summary);
    json_put_some(o, "arrival", s->text.arrival);
    json_put_some(o, "company", s->text.company);
    if (s->s.has_free) json_put_bool(o, "free", s->s.free);
    if (s->s.has_referral) json_put_bool(o, "referral", s->s.referral);
    if (s->has_english) {
        json_put(o, "name_en", s->english.name);
        json_put_some(o, "description_en", s->english.description);
    }
}

static void address(struct out *o, struct arena *a, const struct service_row_places_row *p)
{
    json_open(o, NULL, '{');
    json_put(o, "id", object_id(a, "address", p->location_uuid, STR("")));
    json_put(o, "address_1", p->address);
    json_put(o, "city", p->city);
    if (p->has_area_name) json_put_some(o, "region", p->area_name);
    json_put(o, "state_province", STR(""));
    json_put(o, "postal_code", p->postal_code);
    json_put(o, "country", STR("NL"));
    json_put(o, "address_type", STR("physical"));
    json_close(o, '}');
}

static void accessible(struct out *o, struct arena *a, const struct service_row_places_row *p)
{
    json_open(o, "accessibility", '[');
    if (p->has_wheelchair) {
        json_open(o, NULL, '{');
        json_put(o, "id", object_id(a, "accessibility", p->location_uuid, STR("wheelchair")));
        json_put(o, "description", STR("wheelchair"));
        json_put(o, "details", p->wheelchair ? STR("yes") : STR("no"));
        json_close(o, '}');
    }
    if (p->accessibility.n) {
        json_open(o, NULL, '{');
        json_put(o, "id", object_id(a, "accessibility", p->location_uuid, STR("")));
        json_put(o, "description", p->accessibility);
        json_close(o, '}');
    }
    json_close(o, ']');
}

static void location(struct out *o, struct arena *a, const struct service_row_places_row *p,
                     bool full)
{
    json_open(o, "location", '{');
    json_put(o, "id", p->location_uuid);
    json_put(o, "location_type", object_physical(p) ? STR("physical") : STR("virtual"));
    json_put_some(o, "name", p->name);
    json_put_some(o, "transportation", p->transportation);
    if (p->has_latitude && p->has_longitude) {
        json_put_number(o, "latitude", object_degrees(a, p->latitude));
        json_put_number(o, "longitude", object_degrees(a, p->longitude));
    }
    if (full) {
        json_open(o, "addresses", '[');
        if (object_addressed(p)) address(o, a, p);
        json_close(o, ']');
        accessible(o, a, p);
    }
    json_close(o, '}');
}

static void schedules(struct out *o, struct arena *a, const char *name, struct str of,
                      const struct schedule *rows, size_t n)
{
    json_open(o, name, '[');
    for (size_t i = 0; i < n; i++) {
        const struct schedule *x = &rows[i];
        json_open(o, NULL, '{');
        json_put(o, "id", object_id(a, "schedule", of, whole(a, (int64_t)i)));
        json_put_some(o, "valid_from", x->valid_from);
        json_put_some(o, "valid_to", x->valid_to);
        json_put_some(o, "dtstart", x->dtstart);
        json_put_some(o, "until", x->until);
        json_put(o, "freq", x->freq);
        json_put_number(o, "interval", x->interval);
        json_put(o, "byday", x->byday);
        json_put(o, "description", x->description);
        json_put_some(o, "opens_at", x->opens_at);
        json_put_some(o, "closes_at", x->closes_at);
        if (x->exception) json_put_bool(o, "exception", true);
        json_close(o, '}');
    }
    json_close(o, ']');
}

/* The hours at a place, under the name of HSDS 3.2 and under that of 3.3. */
static void hours(struct out *o, struct arena *a, const struct service_row_places_row *p)
{
    struct hours h;
    struct str wrong;
    struct schedule *rows = NEW(a, struct schedule, SCHEDULES_MOST);
    const bool known = p->hours.n && hours_read(p->hours, &h, &wrong);
    const size_t n = known ? schedules_of(a, &h, rows) : 0;
    schedules(o, a, "schedules", p->uuid, rows, n);
    schedules(o, a, "operating_hours", p->uuid, rows, n);
    if (known && h.holidays) json_put_bool(o, "open_on_holidays", true);
}

static void phones(struct out *o, struct arena *a, const struct object_service *s)
{
    json_open(o, "phones", '[');
    for (size_t i = 0; i < s->phones_n; i++) {
        json_open(o, NULL, '{');
        json_put(o, "id", object_id(a, "phone", s->s.uuid, whole(a, (int64_t)i)));
        json_put(o, "number", s->phones[i].number);
        json_put_some(o, "description", s->phones[i].description);
        json_close(o, '}');
    }
    json_close(o, ']');
}

static void languages(struct out *o, struct arena *a, const struct object_service *s)
{
    json_open(o, "languages", '[');
    for (size_t i = 0; i < s->languages_n; i++) {
        const int at = map_language(s->languages[i].code);
        json_open(o, NULL, '{');
        json_put(o, "id", object_id(a, "language", s->s.uuid, s->languages[i].code));
        json_put(o, "name", at < 0 ? s->languages[i].code : str_of(map_languages[at].name));
        json_put(o, "code", s->languages[i].code);
        json_close(o, '}');
    }
    json_close(o, ']');
}

static enum err attributes(struct out *o, struct db *db, struct arena *a,
                           const struct object_service *s)
{
    struct hsds_terms_row *terms;
    size_t n;
    TRY(hsds_terms(db, a, &terms, &n));
    json_open(o, "attributes", '[');
    for (size_t i = 0; i < s->terms_n; i++)
        for (size_t k = 0; k < n; k++) {
            if (!str_eq(terms[k].uuid, s->terms[i].uuid)) continue;
            json_open(o, NULL, '{');
            json_put(o, "id", object_id(a, "attribute", s->s.uuid, s->terms[i].uuid));
            json_put(o, "link_type", STR("taxonomy_term"));
            json_put(o, "link_entity", STR("service"));
            json_open(o, "taxonomy_term", 0); /* the object comes behind it */
            object_term(o, a, &terms[k]);
            json_close(o, '}');
        }
    json_close(o, ']');
    return OK;
}

static void costs(struct out *o, struct arena *a, const struct object_service *s)
{
    json_open(o, "cost_options", '[');
    if (s->s.has_free && s->s.free) {
        json_open(o, NULL, '{');
        json_put(o, "id", object_id(a, "cost_option", s->s.uuid, STR("")));
        json_put(o, "option", STR("gratis"));
        json_put(o, "currency", STR("EUR"));
        json_put_number(o, "amount", STR("0"));
        json_close(o, '}');
    }
    json_close(o, ']');
}

/* ---- whole objects ---- */

static enum err service_full(struct out *o, struct db *db, struct arena *a,
                             const struct object_service *s)
{
    json_open(o, "organization", '{');
    organization_line(o, a, &s->by);
    json_close(o, '}');
    phones(o, a, s);
    json_open(o, "service_at_locations", '[');
    for (size_t i = 0; i < s->places_n; i++) {
        json_open(o, NULL, '{');
        json_put(o, "id", s->places[i].uuid);
        hours(o, a, &s->places[i]);
        location(o, a, &s->places[i], true);
        json_close(o, '}');
    }
    json_close(o, ']');
    languages(o, a, s);
    costs(o, a, s);
    return attributes(o, db, a, s);
}

static void put_minimal(struct out *o, struct arena *a, struct str uuid,
                        struct instant modified)
{
    const struct str when = object_moment(a, modified);
    json_put(o, "id", uuid);
    json_put(o, "last_modified", when);
    json_put(o, "modified_date", when); /* as the API's own description calls it */
}

enum err object_service(struct out *o, struct db *db, struct arena *a, int64_t id,
                        enum object_shape shape)
{
    struct object_service s;
    struct hsds_service_line_row line;
    bool found;
    if (shape == OBJECT_MINIMAL) {
        TRY(hsds_service_line(db, a, id, &line, &found));
        if (!found) return FAIL(ERR_MISSING, "no service %lld", (long long)id);
        json_open(o, NULL, '{');
        put_minimal(o, a, line.uuid, line.modified);
        json_close(o, '}');
        return OK;
    }
    TRY(object_service_read(db, a, id, &s));
    json_open(o, NULL, '{');
    service_line(o, a, &s);
    if (shape == OBJECT_LINE) {
        json_open(o, "organization", '{');
        organization_line(o, a, &s.by);
        json_close(o, '}');
    } else {
        TRY(service_full(o, db, a, &s));
    }
    json_close(o, '}');
    return OK;
}

enum err object_gone(struct out *o, struct db *db, struct arena *a, int64_t id)
{
    struct hsds_service_line_row line;
    bool found;
    TRY(hsds_service_line(db, a, id, &line, &found));
    if (!found) return FAIL(ERR_MISSING, "no service %lld", (long long)id);
    json_open(o, NULL, '{');
    json_put(o, "id", line.uuid);
    json_put(o, "resource_type", STR("service"));
    json_put(o, "status", str_of(service_status_term((int)line.status).code));
    json_put(o, "last_modified", object_moment(a, line.modified));
    json_close(o, '}');
    return OK;
}

enum err object_place(struct out *o, struct db *db, struct arena *a, int64_t id,
                      enum object_shape shape)
{
    struct hsds_place_line_row line;
    struct object_service s;
    bool found;
    TRY(hsds_place_line(db, a, id, &line, &found));
    if (!found) return FAIL(ERR_MISSING, "no service at a place %lld", (long long)id);
    TRY(object_service_read(db, a, line.service, &s));
    json_open(o, NULL, '{');
    json_put(o, "id", line.uuid);
    for (size_t i = 0; i < s.places_n; i++) {
        if (!str_eq(s.places[i].uuid, line.uuid)) continue;
        if (shape >= OBJECT_FULL) hours(o, a, &s.places[i]);
        location(o, a, &s.places[i], shape >= OBJECT_FULL);
    }
    json_open(o, "service", '{');
    service_line(o, a, &s);
    if (shape >= OBJECT_FULL) {
        TRY(service_full(o, db, a, &s));
    } else {
        json_open(o, "organization", '{');
        organization_line(o, a, &s.by);
        json_close(o, '}');
    }
    json_close(o, '}');
    json_close(o, '}');
    return OK;
}

enum err object_organization(struct out *o, struct db *db, struct arena *a, int64_t id,
                             enum object_shape shape)
{
    struct hsds_organization_row by;
    struct hsds_offers_row *offers;
    size_t n;
    bool found;
    TRY(hsds_organization(db, a, id, &by, &found));
    if (!found) return FAIL(ERR_MISSING, "no organisation %lld", (long long)id);
    json_open(o, NULL, '{');
    organization_line(o, a, &by);
    json_put(o, "last_modified", object_moment(a, by.modified));
    if (shape >= OBJECT_FULL) {
        TRY(hsds_offers(db, a, id, &offers, &n));
        json_open(o, "services", '[');
        for (size_t i = 0; i < n; i++)
            TRY(object_service(o, db, a, offers[i].id,
                               shape == OBJECT_DEEP ? OBJECT_FULL : OBJECT_LINE));
        json_close(o, ']');
    }
    json_close(o, '}');
    return OK;
}

/* ---- subjects ---- */

static void taxonomy_members(struct out *o, struct arena *a)
{
    json_put(o, "id", object_taxonomy_id(a));
    json_put(o, "name", STR("Onderwerpen van de sociale kaart"));
    json_put(o, "description", STR("Waaronder voorzieningen en initiatieven te vinden zijn."));
}
void object_taxonomy(struct out *o, struct arena *a)
{
    json_open(o, NULL, '{');
    taxonomy_members(o, a);
    json_close(o, '}');
}

void object_term(struct out *o, struct arena *a, const struct hsds_terms_row *t)
{
    json_open(o, NULL, '{');
    json_put(o, "id", t->uuid);
    json_put(o, "code", t->code);
    json_put(o, "name", t->name);
    json_put(o, "description", t->question);
    if (t->has_parent) json_put_some(o, "parent_id", t->parent);
    json_put(o, "taxonomy", STR("Onderwerpen van de sociale kaart"));
    json_put(o, "language", STR("nl"));
    json_put(o, "taxonomy_id", object_taxonomy_id(a));
    json_open(o, "taxonomy_detail", '{');
    taxonomy_members(o, a);
    json_close(o, '}');
    json_put_some(o, "name_en", t->name_en);
    json_put_some(o, "description_en", t->question_en);
    json_close(o, '}');
}
