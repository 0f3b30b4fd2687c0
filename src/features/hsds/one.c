/* one.c — /hsds itself, and each thing by its id. */
#include "features/hsds/ask.h"

/* The id in the address; other programs write it in capitals too. */
static struct str asked_id(const struct request *req)
{
    return req->param[0].text;
}
static enum err gone_missing(struct request *req, struct response *res)
{
    res->told = words_in(SAY("Dit id is er niet. Vraag de lijst opnieuw op."), req->lang);
    return FAIL(ERR_MISSING, "no such id");
}
static struct out *begin(struct response *res)
{
    res->content = CONTENT_JSON;
    res->noindex = true;
    return &res->body;
}

static enum err base(struct request *req, struct response *res)
{
    struct out *o = begin(res);
    struct arena *a = req->arena;
#define AT(where) request_address(req, a, (struct path){ STR(where) })
    json_open(o, NULL, '{');
    json_put(o, "version", STR(HSDS_VERSION));
    json_put(o, "profile", STR(HSDS_PROFILE));
    json_put(o, "openapi_url", AT("/hsds/openapi.json"));
    json_put(o, "services_url", AT("/hsds/services"));
    json_put(o, "tombstones_url", AT("/hsds/tombstones"));
    json_close(o, '}');
    out_raw(o, STR("\n"));
#undef AT
    return OK;
}

static enum err openapi(struct request *req, struct response *res)
{
    (void)req;
    return response_asset(res, STR("hsds-openapi.json"));
}

static enum err service(struct request *req, struct response *res)
{
    struct hsds_service_of_row row;
    bool found;
    TRY(hsds_service_of(req->db, req->arena, asked_id(req), &row, &found));
    if (!found || row.status == SERVICE_INACTIVE) return gone_missing(req, res);
    res->modified = row.modified;
    struct out *o = begin(res);
    TRY(object_service(o, req->db, req->arena, row.id, OBJECT_FULL));
    out_raw(o, STR("\n"));
    return OK;
}

static enum err place(struct request *req, struct response *res)
{
    struct hsds_place_of_row row;
    bool found;
    TRY(hsds_place_of(req->db, req->arena, asked_id(req), &row, &found));
    if (!found || row.status == SERVICE_INACTIVE) return gone_missing(req, res);
    res->modified = row.modified;
    struct out *o = begin(res);
    TRY(object_place(o, req->db, req->arena, row.id, OBJECT_FULL));
    out_raw(o, STR("\n"));
    return OK;
}

static enum err organization(struct request *req, struct response *res)
{
    struct hsds_organization_of_row row;
    bool found;
    const bool deep = str_is(req->query[0], "true") || str_is(req->query[0], "1");
    TRY(hsds_organization_of(req->db, req->arena, asked_id(req), &row, &found));
    if (!found) return gone_missing(req, res);
    struct out *o = begin(res);
    TRY(object_organization(o, req->db, req->arena, row.id, deep ? OBJECT_DEEP : OBJECT_FULL));
    out_raw(o, STR("\n"));
    return OK;
}

static enum err taxonomy(struct request *req, struct response *res)
{
    if (!str_eq(asked_id(req), object_taxonomy_id(req->arena))) return gone_missing(req, res);
    struct out *o = begin(res);
    object_taxonomy(o, req->arena);
    out_raw(o, STR("\n"));
    return OK;
}

static enum err term(struct request *req, struct response *res)
{
    struct hsds_terms_row *terms;
    size_t n;
    TRY(hsds_terms(req->db, req->arena, &terms, &n));
    for (size_t i = 0; i < n; i++) {
        if (!str_eq(terms[i].uuid, asked_id(req))) continue;
        struct out *o = begin(res);
        object_term(o, req->arena, &terms[i]);
        out_raw(o, STR("\n"));
        return OK;
    }
    return gone_missing(req, res);
}

const struct page hsds_base = {
    .path = "/hsds",
    .who = WHO_ANYONE,
    .handle = base,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_openapi = {
    .path = "/hsds/openapi.json",
    .who = WHO_ANYONE,
    .handle = openapi,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_service = {
    .path = "/hsds/services/:id",
    .who = WHO_ANYONE,
    .handle = service,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_service_at_location = {
    .path = "/hsds/service_at_locations/:id",
    .who = WHO_ANYONE,
    .handle = place,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_organization_show = {
    .path = "/hsds/organizations/:id",
    .who = WHO_ANYONE,
    .query = "full_service",
    .handle = organization,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_taxonomy = {
    .path = "/hsds/taxonomies/:id",
    .who = WHO_ANYONE,
    .handle = taxonomy,
    .open = true,
    .file = __FILE__,
};
const struct page hsds_taxonomy_term = {
    .path = "/hsds/taxonomy_terms/:id",
    .who = WHO_ANYONE,
    .handle = term,
    .open = true,
    .file = __FILE__,
};
