/* site.c — see site.h. */
#include "web/site.h"

#include "web/address.h"
#include "web/response.h"

bool site_home_elsewhere(const struct ask *ask)
{
    const struct str x = ask->address;
    return x.n && x.s[0] == '/' && (x.n == 1 || x.s[1] == '?') && ask->method == METHOD_GET &&
           !ask->from_here && lang_accepted(ask->accept_language) != LANG_NL;
}

/* Puts the values of the query in the order of the page's names; another name is an error. */
static enum err query_match(const struct page *page, const struct address *address,
                            struct str *query)
{
    for (size_t i = 0; i < address->query_n; i++) {
        struct str names = str_of(page->query), name;
        size_t at = 0;
        bool found = false;
        while (!found && at < QUERIES && str_next(&names, ' ', &name)) {
            if (!name.n) continue;
            found = str_eq(name, address->query[i].name);
            if (!found) at++;
        }
        if (!found) return FAIL(ERR_INPUT, "%s takes no such parameter", page->path);
        query[at] = address->query[i].value;
    }
    return OK;
}

static enum err page_run(const struct site *site, const struct page *page, struct request *req,
                         struct response *res)
{
    if (page->who != WHO_ANYONE) return FAIL(ERR_WHO, "nobody has signed in");
    if (site->frame) TRY(site->frame(req, &res->frame));
    TRY(page->handle(req, res));
    if (res->body.spilt)
        return FAIL(ERR_BROKEN, "%s: page of more than %d bytes", page->path, BODY_MOST);
    if (res->status / 100 == 3 && !response_location(res, req->arena).n)
        return FAIL(ERR_BROKEN, "%s: redirect leads elsewhere", page->path);
    return OK;
}

static enum err page_in_snapshot(const struct site *site, const struct page *page,
                                 struct request *req, struct response *res)
{
    if (!req->db) return page_run(site, page, req, res);
    if (db_begin(req->db) != OK) return FAIL(ERR_BUSY, "no snapshot: %s", err_why());
    const enum err result = page_run(site, page, req, res);
    db_end(req->db);
    return result;
}

static enum err route(const struct site *site, const struct ask *ask, struct request *req,
                      struct response *res, const struct page **page)
{
    struct address address;
    struct match match;
    const enum err readable = address_read(req->arena, ask->address, &address);
    req->lang = address.lang;
    req->path = address.path;
    response_start(req, res);
    TRY(readable);

    if (site_home_elsewhere(ask)) {
        address.lang = lang_accepted(ask->accept_language);
        response_to(res, 303, (struct path){ address_text(req->arena, &address) });
        return OK;
    }
    address.lang = LANG_NL; /* without prefix from here on */
    res->frame.self.text = address_text(req->arena, &address);
    router_find(&site->router, req->path, ask->method, &match);
    if (!match.page && !match.methods) return FAIL(ERR_MISSING, "no such page");
    if (!match.page) {
        res->allow = match.methods;
        return FAIL(ERR_METHOD, "no page for this method");
    }
    *page = match.page;
    if (address.untidy && ask->method == METHOD_GET) {
        response_to(res, 308, res->frame.self);
        return OK;
    }
    if (ask->method == METHOD_POST && !ask->from_here)
        return FAIL(ERR_WHO, "a form sent from elsewhere");
    for (size_t i = 0; i < PARAMS; i++) req->param[i] = match.param[i];
    TRY(query_match(match.page, &address, req->query));
    return page_in_snapshot(site, match.page, req, res);
}

void site_answer(const struct site *site, struct db *db, struct arena *a, const struct ask *ask,
                 struct response *res, const struct page **page)
{
    struct request req = { .arena = a,
                           .db = db,
                           .method = ask->method,
                           .body = ask->body,
                           .now = ask->now,
                           .today = day_at(ask->now),
                           .lang = lang_of_address(ask->address),
                           .path = STR("/") };
    *page = NULL;
    int status = ask->refused;
    if (!status && ask->address.n > ADDRESS_MOST) status = 414;
    if (status)
        response_start(&req, res);
    else
        status = err_status(route(site, ask, &req, res, page));
    if (status == 200) return;

    /* Also an error page knows whose site it is, when that can be read. */
    struct frame frame = { .site = STR("Dialoog"), .self = { STR("/") } };
    const bool reads = db && db_begin(db) == OK;
    req.lost = status == 404 && reads;
    if (site->frame && site->frame(&req, &frame) != OK) frame.site = STR("Dialoog");
    if (reads) db_end(db);
    res->frame = frame;
    if (status == 429 || status == 503) res->retry_after = status == 429 ? 10 : 5;
    response_error(&req, res, status);
}

void web_try(struct store *st, struct db *db, struct arena *a, enum method method,
             struct str address, struct instant now, struct response *res)
{
    struct site site = { .store = st };
    const struct ask ask = {
        .method = method, .address = address, .now = now, .from_here = true
    };
    const struct page *page;
    if (router_make(a, web_pages, web_pages_n, &site.router) != OK) site.router.n = 0;
    site_answer(&site, db, a, &ask, res, &page);
}
