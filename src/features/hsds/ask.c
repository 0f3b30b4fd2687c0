/* ask.c — what was asked, read and checked; and a page of what answers it. See ask.h; choose.c finds it. */
#include "features/hsds/ask.h"

#include <string.h>

enum { FAR = 1000000, PAGES_MOST = 100000000, EACH = 256 };

enum err asked_wrong(struct request *req, struct response *res, const struct words *what_to_do)
{
    res->told = words_in(what_to_do, req->lang);
    return FAIL(ERR_INPUT, "%s is asked something that cannot be", req->page->path);
}

/* ---- values ---- */

static enum err read_bool(struct request *req, struct response *res, enum hsds_query q,
                          bool *yes)
{
    const struct str x = req->query[q];
    *yes = str_is(x, "true") || str_is(x, "1");
    if (*yes || !x.n || str_is(x, "false") || str_is(x, "0")) return OK;
    return asked_wrong(req, res, SAY("Schrijf true of false."));
}

static enum err read_number(struct request *req, struct response *res, enum hsds_query q,
                            int64_t most, int64_t *n)
{
    if (!req->query[q].n || str_number(req->query[q], most, n)) return OK;
    return asked_wrong(req, res, SAY("Schrijf een heel getal dat niet te groot is."));
}

/* "2026-01-31", "2026-01-31T12:00:00Z", "…T12:00:00.5+01:00" */
static bool moment_read(struct str x, struct instant *t)
{
    struct day d;
    int64_t part[3] = { 0 }, offset = 0, hours = 0, minutes = 0;
    if (!day_read(str_upto(x, 10), &d)) return false;
    x = str_from(x, 10);
    if (x.n && (x.s[0] | 32) != 't' && x.s[0] != ' ') return false;
    x = str_from(x, 1);
    for (int i = 0; i < 3 && x.n; i++) {
        if (!str_number(str_upto(x, 2), i ? 60 : 24, &part[i])) return false;
        x = str_from(x, 2);
        if (i == 2 || !x.n || x.s[0] != ':') break;
        x = str_from(x, 1);
    }
    if (x.n && x.s[0] == '.')
        for (x = str_from(x, 1); x.n && x.s[0] >= '0' && x.s[0] <= '9';) x = str_from(x, 1);
    if (x.n &&
        (x.s[0] == '+' || x.s[0] == '-' || x.s[0] == ' ')) { /* a plus that became a blank */
        if (x.n != 6 || !str_number(str_upto(str_from(x, 1), 2), 14, &hours) ||
            !str_number(str_from(x, 4), 59, &minutes))
            return false;
        offset = (hours * 60 + minutes) * (x.s[0] == '-' ? -60 : 60);
    } else if (x.n && !str_is(x, "Z") && !str_is(x, "z")) {
        return false;
    }
    *t = (struct instant){ (int64_t)d.n * 86400 + part[0] * 3600 + part[1] * 60 + part[2] -
                           offset };
    return true;
}

/* "MO", "monday", "maandag", "1" */
static int day_read_any(struct str x)
{
    static const char *const names[7][4] = {
        { "mo", "monday", "maandag", "1" },     { "tu", "tuesday", "dinsdag", "2" },
        { "we", "wednesday", "woensdag", "3" }, { "th", "thursday", "donderdag", "4" },
        { "fr", "friday", "vrijdag", "5" },     { "sa", "saturday", "zaterdag", "6" },
        { "su", "sunday", "zondag", "7" },
    };
    char small[12];
    if (x.n >= sizeof small) return -1;
    for (size_t i = 0; i < x.n; i++) small[i] = (char)(x.s[i] | 32);
    for (int d = 0; d < 7; d++)
        for (int k = 0; k < 4; k++)
            if (str_eq((struct str){ small, x.n }, str_of(names[d][k])) ||
                (k == 3 && str_is(x, names[d][k])))
                return d;
    return -1;
}

/* ---- filters ---- */

/* "1315 AB": to a point, from our own table. */
static enum err read_near(struct request *req, struct response *res, struct hsds_asked *x)
{
    char code[8];
    size_t n = 0;
    int64_t metres = HSDS_NEAR;
    const struct str given = req->query[Q_POSTCODE];
    TRY(read_number(req, res, Q_PROXIMITY, FAR, &metres));
    if (!given.n && req->query[Q_PROXIMITY].n)
        return asked_wrong(req, res, SAY("Geef bij proximity ook een postcode."));
    if (!given.n) return OK;
    for (size_t i = 0; i < given.n && n < sizeof code; i++)
        if (given.s[i] != ' ')
            code[n++] =
                given.s[i] >= 'a' && given.s[i] <= 'z' ? (char)(given.s[i] - 32) : given.s[i];
    for (size_t most = n; most >= 4; most = most > 4 ? 4 : 0) {
        struct postcode_at_row at;
        bool found;
        TRY(postcode_at(req->db, req->arena, (struct str){ code, most }, &at, &found));
        if (!found) continue;
        x->near = true;
        x->latitude = (int32_t)at.latitude;
        x->longitude = (int32_t)at.longitude;
        x->metres = (int32_t)metres;
        return OK;
    }
    return asked_wrong(req, res,
                       SAY("Deze postcode kennen wij niet. Schrijf hem als 1234 AB."));
}

static enum err read_belonging(struct request *req, struct hsds_asked *x)
{
    struct arena *a = req->arena;
    const struct str term = req->query[Q_TERM];
    x->by_term = term.n > 0;
    x->by_taxonomy = req->query[Q_TAXONOMY].n > 0;
    x->by_organization = req->query[Q_ORGANIZATION].n > 0;
    if (x->by_taxonomy) x->nothing = !str_eq(req->query[Q_TAXONOMY], object_taxonomy_id(a));
    if (x->by_term) {
        struct hsds_terms_row *terms;
        size_t n;
        TRY(hsds_terms(req->db, a, &terms, &n));
        for (size_t i = 0; i < n; i++)
            if (str_eq(terms[i].uuid, term) || str_eq(terms[i].code, term))
                x->term = terms[i].id;
        x->nothing = x->nothing || !x->term;
    }
    if (x->by_organization) {
        struct hsds_organization_of_row row;
        bool found;
        TRY(hsds_organization_of(req->db, a, req->query[Q_ORGANIZATION], &row, &found));
        x->organization = row.id;
        x->nothing = x->nothing || !found;
    }
    return OK;
}

static enum err read_time(struct request *req, struct response *res, enum hsds_query q,
                          int *minutes)
{
    struct clock c;
    *minutes = -1;
    if (!req->query[q].n) return OK;
    if (!clock_read(str_upto(req->query[q], 5), &c))
        return asked_wrong(req, res, SAY("Schrijf een tijd als 09:00."));
    *minutes = c.minutes;
    return OK;
}

static enum err read_when(struct request *req, struct response *res, struct hsds_asked *x)
{
    TRY(read_time(req, res, Q_START, &x->from));
    TRY(read_time(req, res, Q_END, &x->until));
    x->day = req->query[Q_DAY].n ? day_read_any(req->query[Q_DAY]) : -1;
    if (req->query[Q_DAY].n && x->day < 0)
        return asked_wrong(req, res, SAY("Schrijf een dag als MO, TU, WE, TH, FR, SA of SU."));
    if (x->from >= 0 && x->until >= 0 && x->until <= x->from)
        return asked_wrong(req, res, SAY("Laat end_time later zijn dan start_time."));
    return OK;
}

static enum err read_ages(struct request *req, struct response *res, struct hsds_asked *x)
{
    int64_t from = -1, until = -1;
    TRY(read_number(req, res, Q_MINIMUM_AGE, 150, &from));
    TRY(read_number(req, res, Q_MAXIMUM_AGE, 150, &until));
    x->age_from = (int)from;
    x->age_until = (int)until;
    return OK;
}

enum err asked_page(struct request *req, struct response *res, int64_t most,
                    struct hsds_asked *x)
{
    x->lang = req->lang;
    x->now = req->now;
    x->page = 1;
    TRY(read_number(req, res, Q_PAGE, PAGES_MOST, &x->page));
    TRY(read_number(req, res, Q_PER_PAGE, PAGES_MOST, &x->per_page));
    if (!x->page || (req->query[Q_PER_PAGE].n && !x->per_page))
        return asked_wrong(req, res, SAY("Tel pagina’s en regels vanaf 1."));
    if (!x->per_page) x->per_page = x->minimal ? HSDS_MINIMAL : HSDS_PAGE;
    if (x->per_page > most) x->per_page = most;
    x->ndjson = str_is(req->query[Q_FORMAT], "ndjson");
    if (req->query[Q_FORMAT].n && !x->ndjson && !str_is(req->query[Q_FORMAT], "json"))
        return asked_wrong(req, res, SAY("Schrijf als format json of ndjson."));
    return OK;
}

enum err asked_read(struct request *req, struct response *res, enum thing thing,
                    struct hsds_asked *x)
{
    *x = (struct hsds_asked){ .thing = thing };
    TRY(read_bool(req, res, Q_MINIMAL, &x->minimal));
    TRY(read_bool(req, res, Q_FULL, &x->full));
    TRY(read_bool(req, res, Q_FULL_SERVICE, &x->full_service));
    x->minimal = x->minimal && thing == THING_SERVICE;
    TRY(asked_page(req, res, x->minimal ? HSDS_MINIMAL : HSDS_PAGE_MOST, x));
    x->search = str_upto_letter(str_trim(req->query[Q_SEARCH]), MAP_QUESTION);
    TRY(read_belonging(req, x));
    if (req->query[Q_MODIFIED].n) {
        x->by_moment = true;
        if (!moment_read(req->query[Q_MODIFIED], &x->since))
            return asked_wrong(
                req, res, SAY("Schrijf een moment als 2026-01-31 of 2026-01-31T12:00:00Z."));
    }
    TRY(read_near(req, res, x));
    TRY(read_ages(req, res, x));
    return read_when(req, res, x);
}

bool asked_filters(const struct hsds_asked *x)
{
    return x->search.n || x->by_term || x->by_taxonomy || x->by_organization || x->by_moment ||
           x->near || x->age_from >= 0 || x->age_until >= 0 || x->day >= 0 || x->from >= 0 ||
           x->until >= 0 || x->thing == THING_GONE;
}

/* ---- a page of all there is: by counts of each 256, then from there ---- */

static enum err ids_from(struct db *db, struct arena *a, enum thing thing, int64_t from,
                         uint32_t **ids, size_t *n)
{
    struct hsds_service_ids_row *services;
    struct hsds_place_ids_row *places;
    struct hsds_organization_ids_row *organizations;
    if (thing == THING_SERVICE) {
        TRY(hsds_service_ids(db, a, from, &services, n));
        *ids = NEW(a, uint32_t, *n + 1);
        for (size_t i = 0; i < *n; i++) (*ids)[i] = (uint32_t)services[i].id;
    } else if (thing == THING_PLACE) {
        TRY(hsds_place_ids(db, a, from, &places, n));
        *ids = NEW(a, uint32_t, *n + 1);
        for (size_t i = 0; i < *n; i++) (*ids)[i] = (uint32_t)places[i].id;
    } else {
        TRY(hsds_organization_ids(db, a, from, &organizations, n));
        *ids = NEW(a, uint32_t, *n + 1);
        for (size_t i = 0; i < *n; i++) (*ids)[i] = (uint32_t)organizations[i].id;
    }
    return OK;
}

struct bucket {
    int64_t bucket, n;
};
static enum err buckets(struct db *db, struct arena *a, enum thing thing, struct bucket **to,
                        size_t *n)
{
    struct hsds_service_counts_row *services;
    struct hsds_place_counts_row *places;
    struct hsds_organization_counts_row *organizations;
    if (thing == THING_SERVICE) {
        TRY(hsds_service_counts(db, a, &services, n));
        *to = NEW(a, struct bucket, *n + 1);
        for (size_t i = 0; i < *n; i++)
            (*to)[i] = (struct bucket){ services[i].bucket, services[i].n };
    } else if (thing == THING_PLACE) {
        TRY(hsds_place_counts(db, a, &places, n));
        *to = NEW(a, struct bucket, *n + 1);
        for (size_t i = 0; i < *n; i++)
            (*to)[i] = (struct bucket){ places[i].bucket, places[i].n };
    } else {
        TRY(hsds_organization_counts(db, a, &organizations, n));
        *to = NEW(a, struct bucket, *n + 1);
        for (size_t i = 0; i < *n; i++)
            (*to)[i] = (struct bucket){ organizations[i].bucket, organizations[i].n };
    }
    return OK;
}

static enum err slice_of_all(struct db *db, struct arena *a, enum thing thing, size_t from,
                             size_t most, uint32_t **ids, size_t *n)
{
    struct bucket *b;
    size_t b_n, at = 0;
    TRY(buckets(db, a, thing, &b, &b_n));
    *ids = NEW(a, uint32_t, most + 1);
    *n = 0;
    while (at < b_n && from >= (size_t)b[at].n) from -= (size_t)b[at++].n;
    for (; at < b_n && *n < most; at++) {
        uint32_t *here;
        size_t here_n;
        TRY(ids_from(db, a, thing, b[at].bucket * EACH, &here, &here_n));
        if (here_n > (size_t)b[at].n) here_n = (size_t)b[at].n;
        for (size_t i = from; i < here_n && *n < most; i++) (*ids)[(*n)++] = here[i];
        from = 0;
    }
    return OK;
}

enum err chosen_slice(struct db *db, struct arena *a, enum thing thing,
                      const struct chosen *chosen, size_t from, size_t most, uint32_t **ids,
                      size_t *n)
{
    if (chosen->all) return slice_of_all(db, a, thing, from, most, ids, n);
    from = from < chosen->n ? from : chosen->n;
    *n = chosen->n - from < most ? chosen->n - from : most;
    *ids = chosen->id + from;
    return OK;
}

enum err chosen_find(struct db *db, struct arena *a, const struct hsds_asked *asked,
                     struct chosen *chosen)
{
    struct bucket *b;
    size_t b_n;
    *chosen = (struct chosen){ .all = !asked_filters(asked) };
    if (!chosen->all) return choose(db, a, asked, chosen);
    TRY(buckets(db, a, asked->thing, &b, &b_n));
    for (size_t i = 0; i < b_n; i++) chosen->n += (size_t)b[i].n;
    return OK;
}
