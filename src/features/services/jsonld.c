/* jsonld.c — /kaart/:service/json-ld: one service as schema.org describes it, for machines. */
#include "features/services/services.h"

#include "web/json.h"

static void member(struct out *o, const char *name, struct str text)
{
    if (!text.n) return;
    out_raw(o, STR(","));
    json_text(o, str_of(name));
    out_raw(o, STR(":"));
    json_text(o, text);
}

static void clock_member(struct out *o, const char *name, int minutes)
{
    member(o, name, arena_format(o->arena, "%02d:%02d", minutes / 60 % 24, minutes % 60));
}
/* Until midnight is said as its last minute: 00:00 would be the morning. */
static void closes_member(struct out *o, int minutes)
{
    clock_member(o, "closes", minutes == 1440 ? 1439 : minutes);
}
static struct str date_text(struct arena *a, struct day d)
{
    const struct date t = date_of(d);
    return arena_format(a, "%04d-%02d-%02d", t.year, t.month, t.day);
}

static void opening(struct out *o, const struct opening *x)
{
    static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };
    struct str of = { 0 };
    for (int d = 0; d < 7; d++)
        if (x->days >> d & 1)
            of = arena_format(o->arena, "%.*s%s\"https://schema.org/%s\"", STR_ARG(of),
                              of.n ? "," : "", days[d]);
    out_raw(o, STR("{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":["));
    out_raw(o, of);
    out_raw(o, STR("]"));
    clock_member(o, "opens", x->opens);
    closes_member(o, x->closes);
    if (x->since.n) member(o, "validFrom", date_text(o->arena, x->since));
    if (x->until.n) member(o, "validThrough", date_text(o->arena, x->until));
    out_raw(o, STR("}"));
}

static void dated(struct out *o, const struct dated *x)
{
    out_raw(o, STR("{\"@type\":\"OpeningHoursSpecification\""));
    member(o, "validFrom", date_text(o->arena, x->from));
    member(o, "validThrough", date_text(o->arena, x->until));
    clock_member(o, "opens", x->opens);
    closes_member(o, x->closes);
    out_raw(o, STR("}"));
}

/* What comes every week; what comes less often has no place in schema.org and is left out. */
static void hours(struct out *o, const struct hours *h)
{
    bool first = true;
    out_raw(o, STR(",\"openingHoursSpecification\":["));
    for (size_t i = 0; i < h->openings_n; i++) {
        if (h->openings[i].every > 1 || h->openings[i].nth) continue;
        if (!first) out_raw(o, STR(","));
        opening(o, &h->openings[i]);
        first = false;
    }
    for (size_t i = 0; i < h->dated_n; i++) {
        if (!first) out_raw(o, STR(","));
        dated(o, &h->dated[i]);
        first = false;
    }
    out_raw(o, STR("]"));
}

/* Of millionths: "-0.500000" west of Greenwich. */
static struct str degrees(struct arena *a, int64_t millionths)
{
    const long long n = millionths < 0 ? -millionths : millionths;
    return arena_format(a, "%s%lld.%06lld", millionths < 0 ? "-" : "", n / 1000000,
                        n % 1000000);
}

static void place(struct out *o, const struct card_place *p)
{
    const struct service_row_places_row *r = p->row;
    out_raw(o, STR("{\"@type\":\"Place\""));
    member(o, "name", r->name);
    out_raw(o, STR(",\"address\":{\"@type\":\"PostalAddress\""));
    member(o, "streetAddress", r->address);
    member(o, "postalCode", r->postal_code);
    member(o, "addressLocality", r->city);
    out_raw(o, STR(",\"addressCountry\":\"NL\"}"));
    if (r->has_latitude && r->has_longitude)
        out_raw(o, arena_format(o->arena,
                                ",\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":%.*s,"
                                "\"longitude\":%.*s}",
                                STR_ARG(degrees(o->arena, r->latitude)),
                                STR_ARG(degrees(o->arena, r->longitude))));
    if (p->has_hours) hours(o, &p->hours);
    out_raw(o, STR("}"));
}

static enum err handle(struct request *req, struct response *res)
{
    struct map_card c;
    TRY(service_find(req, &c));
    res->content = CONTENT_JSON;
    struct out *o = &res->body;
    out_raw(o, STR("{\"@context\":\"https://schema.org\",\"@type\":\"Service\""));
    member(o, "@id", request_address(req, req->arena, PATH(req->arena, "/kaart/{}", c.s.slug)));
    member(o, "name", c.text.name);
    member(o, "description", c.text.description);
    member(o, "url", c.s.website);
    out_raw(o, STR(",\"provider\":{\"@type\":\"Organization\""));
    member(o, "name", c.s.organization);
    member(o, "email", c.s.email);
    for (size_t i = 0; i < c.phones_n && i < 1; i++) member(o, "telephone", c.phones[i].number);
    out_raw(o, STR("}"));
    if (c.s.has_free)
        out_raw(o, c.s.free ? STR(",\"isAccessibleForFree\":true")
                            : STR(",\"isAccessibleForFree\":false"));
    out_raw(o, STR(",\"availableChannel\":["));
    for (size_t i = 0; i < c.places_n; i++) {
        out_raw(o, i ? STR(",{") : STR("{"));
        out_raw(o, STR("\"@type\":\"ServiceChannel\",\"serviceLocation\":"));
        place(o, &c.places[i]);
        out_raw(o, STR("}"));
    }
    out_raw(o, STR("]}\n"));
    return OK;
}

const struct page services_jsonld = {
    .path = "/kaart/:service/json-ld",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
