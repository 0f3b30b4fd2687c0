/* list.c — the lists: /hsds/services, /hsds/service_at_locations, /hsds/organizations, /hsds/tombstones. A page with
 * what is asked, or all of it line by line. */
#include "features/hsds/ask.h"

#include <string.h>

enum { LINES = 256 * 1024 /* bytes of a piece, after which it is sent */ };

static enum object_shape shape_of(const struct hsds_asked *x)
{
    return x->minimal        ? OBJECT_MINIMAL
           : x->full_service ? OBJECT_DEEP
           : x->full         ? OBJECT_FULL
                             : OBJECT_LINE;
}

static enum err put_thing(struct out *o, struct db *db, struct arena *a, enum thing thing,
                          int64_t id, enum object_shape shape)
{
    switch (thing) {
    case THING_SERVICE: return object_service(o, db, a, id, shape);
    case THING_PLACE: return object_place(o, db, a, id, shape);
    case THING_ORGANIZATION: return object_organization(o, db, a, id, shape);
    case THING_GONE: return object_gone(o, db, a, id);
    }
    return FAIL(ERR_BROKEN, "no such thing");
}

/* ---- line by line ---- */

struct lines {
    enum thing thing;
    enum object_shape shape;
    struct chosen chosen;
    size_t at;    /* in what was chosen */
    int64_t from; /* with all of them: the key to go on from */
};

static enum err put_line(struct out *o, struct db *db, const struct lines *l, int64_t id)
{
    const enum err e = put_thing(o, db, o->arena, l->thing, id, l->shape);
    if (e == ERR_MISSING) return OK; /* it went away since it was chosen */
    if (e == OK) out_raw(o, STR("\n"));
    return e;
}

static enum err lines_chosen(struct db *db, struct lines *l, struct out *o, bool *more)
{
    for (; l->at < l->chosen.n && o->n < LINES; l->at++)
        TRY(put_line(o, db, l, l->chosen.id[l->at]));
    *more = l->at < l->chosen.n;
    return OK;
}

static enum err lines_services(struct db *db, struct lines *l, struct out *o, bool *more)
{
    struct hsds_service_ids_row *rows;
    size_t n, i = 0;
    TRY(hsds_service_ids(db, o->arena, l->from, &rows, &n));
    for (; i < n && o->n < LINES; i++) {
        TRY(put_line(o, db, l, rows[i].id));
        l->from = rows[i].id + 1;
    }
    *more = i < n || n == hsds_service_ids_limit;
    return OK;
}

static enum err lines_organizations(struct db *db, struct lines *l, struct out *o, bool *more)
{
    struct hsds_organization_ids_row *rows;
    size_t n, i = 0;
    TRY(hsds_organization_ids(db, o->arena, l->from, &rows, &n));
    for (; i < n && o->n < LINES; i++) {
        TRY(put_line(o, db, l, rows[i].id));
        l->from = rows[i].id + 1;
    }
    *more = i < n || n == hsds_organization_ids_limit;
    return OK;
}

/* Whole services at a time: the last one of a full answer may have more places than came. */
static enum err lines_places(struct db *db, struct lines *l, struct out *o, bool *more)
{
    struct hsds_place_next_row *rows;
    size_t n;
    TRY(hsds_place_next(db, o->arena, l->from, &rows, &n));
    const bool full = n == hsds_place_next_limit;
    const int64_t last = n ? rows[n - 1].service : 0;
    for (size_t i = 0; i < n; i++) {
        if (full && rows[i].service == last) break;
        if (o->n >= LINES && rows[i].service != l->from - 1) {
            *more = true;
            return OK;
        }
        TRY(put_line(o, db, l, rows[i].id));
        l->from = rows[i].service + 1;
    }
    *more = full;
    return OK;
}

static enum err lines_next(struct db *db, struct flow *flow, struct out *o, bool *more)
{
    struct lines *l = flow->with;
    if (!l->chosen.all) return lines_chosen(db, l, o, more);
    return l->thing == THING_SERVICE        ? lines_services(db, l, o, more)
           : l->thing == THING_ORGANIZATION ? lines_organizations(db, l, o, more)
                                            : lines_places(db, l, o, more);
}

static void lines_begin(struct response *res, const struct hsds_asked *x,
                        const struct chosen *chosen)
{
    struct flow *flow = flow_new(lines_next);
    struct lines *l = NEW(&flow->arena, struct lines, 1);
    *l =
        (struct lines){ .thing = x->thing, .shape = shape_of(x), .chosen = *chosen, .from = 1 };
    if (!chosen->all) {
        l->chosen.id = arena_room(&flow->arena, chosen->n + 1, sizeof *l->chosen.id);
        if (chosen->n) memcpy(l->chosen.id, chosen->id, chosen->n * sizeof *chosen->id);
    }
    flow->with = l;
    res->content = CONTENT_NDJSON;
    res->no_store = true;
    res->flow = flow;
}

/* ---- a page ---- */

void page_open(struct out *o, const struct hsds_asked *x, size_t total, size_t here)
{
    struct arena *a = o->arena;
    const int64_t pages = ((int64_t)total + x->per_page - 1) / x->per_page;
#define NUMBER(n) arena_format(a, "%lld", (long long)(n))
    json_open(o, NULL, '{');
    json_put_number(o, "total_items", NUMBER(total));
    json_put_number(o, "total_pages", NUMBER(pages));
    json_put_number(o, "page_number", NUMBER(x->page));
    json_put_number(o, "size", NUMBER(here));
    json_put_bool(o, "first_page", x->page == 1);
    json_put_bool(o, "last_page", x->page >= pages);
    json_put_bool(o, "empty", !here);
    json_open(o, "contents", '[');
#undef NUMBER
}
void page_close(struct out *o)
{
    json_close(o, ']');
    json_close(o, '}');
    out_raw(o, STR("\n"));
}

static enum err put_page(struct request *req, struct response *res, const struct hsds_asked *x,
                         const struct chosen *chosen)
{
    uint32_t *ids;
    size_t n;
    struct out *o = &res->body;
    TRY(chosen_slice(req->db, req->arena, x->thing, chosen,
                     (size_t)((x->page - 1) * x->per_page), (size_t)x->per_page, &ids, &n));
    page_open(o, x, chosen->n, n);
    for (size_t i = 0; i < n; i++)
        TRY(put_thing(o, req->db, req->arena, x->thing, ids[i], shape_of(x)));
    page_close(o);
    if (!o->spilt) return OK;
    res->told =
        words_in(SAY("Dit is te veel op één pagina. Vraag minder met per_page."), req->lang);
    return FAIL(ERR_LIMIT, "a page of more than it may be");
}

static enum err list(struct request *req, struct response *res, enum thing thing)
{
    struct hsds_asked x;
    struct chosen chosen;
    struct hsds_newest_row newest;
    bool any;
    res->content = CONTENT_JSON;
    res->noindex = true;
    TRY(asked_read(req, res, thing, &x));
    res->no_store =
        res->no_store || x.search.n || x.near; /* who looks for what is kept nowhere */
    TRY(chosen_find(req->db, req->arena, &x, &chosen));
    if (x.ndjson) {
        lines_begin(res, &x, &chosen);
        return OK;
    }
    TRY(hsds_newest(req->db, req->arena, &newest, &any));
    if (any && !res->no_store) res->modified = newest.modified;
    return put_page(req, res, &x, &chosen);
}

static enum err services(struct request *req, struct response *res)
{
    return list(req, res, THING_SERVICE);
}
static enum err places(struct request *req, struct response *res)
{
    return list(req, res, THING_PLACE);
}
static enum err organizations(struct request *req, struct response *res)
{
    return list(req, res, THING_ORGANIZATION);
}
static enum err tombstones(struct request *req, struct response *res)
{
    return list(req, res, THING_GONE);
}

const struct page hsds_services = {
    .path = "/hsds/services",
    .who = WHO_ANYONE,
    .query = HSDS_QUERY,
    .handle = services,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_service_at_locations = {
    .path = "/hsds/service_at_locations",
    .who = WHO_ANYONE,
    .query = HSDS_QUERY,
    .handle = places,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_organizations_list = {
    .path = "/hsds/organizations",
    .who = WHO_ANYONE,
    .query = HSDS_QUERY,
    .handle = organizations,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_tombstones = {
    .path = "/hsds/tombstones",
    .who = WHO_ANYONE,
    .query = HSDS_QUERY,
    .handle = tombstones,
    .open = true,
    .file = __FILE__,
};
