/* site.c — see site.h. */
#include "web/site.h"

#include "base/bytes.h"
#include "web/address.h"
#include "web/body.h"
#include "web/flow.h"
#include "web/form.h"
#include "web/json.h"
#include "web/response.h"
#include "web/token.h"
#include "web/web.sql.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWERED_DAYS = 2 };

bool site_home_elsewhere(const struct ask *ask)
{
    const struct str x = ask->address;
    return x.n && x.s[0] == '/' && (x.n == 1 || x.s[1] == '?') && ask->method == METHOD_GET &&
           !ask->from_here && lang_accepted(ask->accept_language) != LANG_NL;
}

bool site_open(const struct site *site, struct str address)
{
    struct str path = address, first, query;
    for (enum lang l = 0; l < LANGS; l++) {
        const struct str prefix = lang_about(l)->prefix;
        if (prefix.n && str_starts(path, prefix) &&
            str_starts(str_from(path, prefix.n), STR("/")))
            path = str_from(path, prefix.n);
    }
    path = str_from(path, 1);
    if (!str_next(&path, '/', &query) || !str_next(&query, '?', &first)) return false;
    return router_open(&site->router, first);
}

/* Puts the values of the query in the order of the page's names; another name is an error. */
static enum err query_put(struct request *req, struct response *res, struct str given,
                          struct str value)
{
    struct str names = str_of(req->page->query), name;
    size_t at = 0;
    bool found = false;
    while (!found && at < QUERIES && str_next(&names, ' ', &name)) {
        if (!name.n) continue;
        found = str_eq(name, given);
        if (!found) at++;
    }
    if (!found) {
        res->told = FILL(req->arena, SAY("Wij kennen “{naam}” hier niet. Laat het weg."),
                         req->lang, { "naam", str_upto_letter(given, 40) });
        return FAIL(ERR_INPUT, "%s takes no such parameter", req->page->path);
    }
    req->query[at] = value;
    return OK;
}
static enum err query_match(struct request *req, struct response *res,
                            const struct address *address)
{
    for (size_t i = 0; i < address->query_n; i++)
        TRY(query_put(req, res, address->query[i].name, address->query[i].value));
    return OK;
}

/* What is asked of an open page by POST. */
static enum err body_match(const struct ask *ask, struct request *req, struct response *res)
{
    struct pairs sent = { 0 };
    res->told = words_in(SAY("Stuur uw vraag als formulier of als JSON, met namen en teksten."),
                         req->lang);
    if (str_starts(ask->content_type, STR("application/json")))
        TRY(json_pairs(req->arena, ask->body, &sent));
    else if (ask->body.n)
        TRY(body_read(req->arena, ask->content_type, ask->body, &sent));
    res->told = (struct str){ 0 };
    for (size_t i = 0; i < sent.n; i++)
        TRY(query_put(req, res, sent.at[i].name, sent.at[i].value));
    res->no_store = true;
    return OK;
}

/* ---- who may ---- */

/* May this visitor come in? Who did not sign in yet is led there, and back afterwards. */
static enum err let_in(const struct site *site, const struct ask *ask, const struct page *page,
                       struct request *req, struct response *res)
{
    if (ask->as)
        req->visitor = *ask->as;
    else if (site->admit && req->session.n && !page->open)
        TRY(site->admit(site->store, req, page));
    /* Kept rows end with this snapshot, and a form goes on after it. */
    req->visitor.name = arena_copy(req->arena, req->visitor.name);
    req->visitor.session = arena_copy(req->arena, req->visitor.session);
    if (page->who == WHO_ANYONE) return OK;
    res->no_store = true;
    if (req->visitor.role >= page->who) {
        res->frame.visitor = req->visitor.name;
        return OK;
    }
    if (req->visitor.person || !site->sign_in || req->method != METHOD_GET)
        return FAIL(ERR_WHO, "%s is not for who asks", page->path);
    response_to(res, 303,
                (struct path){ arena_format(
                    req->arena, "%s%.*s", site->sign_in,
                    STR_ARG(PATH(req->arena, "?naar={}", res->frame.self.text).text)) });
    return OK;
}

/* ---- showing a page ---- */

static void token_ready(const struct site *site, struct request *req, struct response *res)
{
    struct token_maker *maker = NEW(req->arena, struct token_maker, 1);
    *maker = (struct token_maker){ .secret = site->secret,
                                   .session = req->visitor.session,
                                   .now = req->now,
                                   .arena = req->arena };
    res->frame.token = maker;
}

static void behind_done(enum err result, void *with)
{
    (void)result;
    free(with);
}

struct behind_copy {
    store_work *work;
    alignas(max_align_t) char with[];
};
static enum err behind_work(struct tx *tx, void *with)
{
    struct behind_copy *copy = with;
    return copy->work(tx, copy->with);
}
static void leave_behind(const struct site *site, const struct behind *behind)
{
    if (!behind->work || !site->store) return;
    struct behind_copy *copy = malloc(sizeof *copy + behind->bytes);
    if (!copy) return;
    copy->work = behind->work;
    memcpy(copy->with, behind->with, behind->bytes);
    if (store_submit(site->store, behind_work, behind_done, copy) != OK) free(copy);
}

static enum err page_show(const struct site *site, struct request *req, struct response *res)
{
    const struct page *page = req->page;
    if (site->frame) TRY(site->frame(req, &res->frame));
    res->frame.sign_in.text = str_of(site->sign_in);
    token_ready(site, req, res);
    if (page->prepare && !page->act) TRY(page->prepare(req));
    TRY(page->handle(req, res));
    if (res->frame.token->text.n || req->visitor.person) res->no_store = true;
    if (res->body.spilt)
        return FAIL(ERR_BROKEN, "%s: page of more than %d bytes", page->path, BODY_MOST);
    if (res->status / 100 == 3 && !response_location(res, req->arena).n)
        return FAIL(ERR_BROKEN, "%s: redirect leads elsewhere", page->path);
    leave_behind(site, &res->behind);
    return OK;
}

static enum err page_run(const struct site *site, const struct ask *ask, struct request *req,
                         struct response *res)
{
    TRY(let_in(site, ask, req->page, req, res));
    if (res->location.text.n) return OK;
    if (req->page->form) req->form = form_start(req->arena, req->page->form, req->lang);
    return page_show(site, req, res);
}

/* With the whole of `run` in one snapshot. */
#define IN_SNAPSHOT(req, run)                                                                  \
    do {                                                                                       \
        if (!(req)->db) return run;                                                            \
        if (db_begin((req)->db) != OK) return FAIL(ERR_BUSY, "no snapshot: %s", err_why());    \
        const enum err result_ = run;                                                          \
        db_end((req)->db);                                                                     \
        return result_;                                                                        \
    } while (0)

static enum err page_in_snapshot(const struct site *site, const struct ask *ask,
                                 struct request *req, struct response *res)
{
    IN_SNAPSHOT(req, page_run(site, ask, req, res));
}

/* ---- from an address to its page ---- */

/* Fills what a request says; finds its page, unless the answer is a redirect. */
static enum err locate(const struct site *site, const struct ask *ask, struct request *req,
                       struct response *res)
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
    req->page = match.page;
    res->frame.langs = match.page->langs ? match.page->langs : WHOLE_LANGS;
    if (ask->method == METHOD_GET &&
        !(res->frame.langs & 1u << req->lang)) { /* honest: it is not there, and Dutch is */
        res->body.prefix = STR("");
        response_to(res, 303, res->frame.self);
        return OK;
    }
    if (address.untidy && ask->method == METHOD_GET) {
        response_to(res, 308, res->frame.self);
        return OK;
    }
    if (ask->method == METHOD_POST && !ask->from_here && !match.page->from_anywhere &&
        !match.page->open)
        return FAIL(ERR_WHO, "a form sent from elsewhere");
    for (size_t i = 0; i < PARAMS; i++) req->param[i] = match.param[i];
    if (match.page
            ->open) { /* no browser's history to keep: the language is that of the question */
        res->open = true;
        if (req->lang == LANG_NL) req->lang = lang_accepted(ask->accept_language);
        res->body.lang = req->lang;
    }
    TRY(query_match(req, res, &address));
    return match.page->open && ask->method == METHOD_POST ? body_match(ask, req, res) : OK;
}

static struct request request_of(const struct site *site, const struct ask *ask, struct db *db,
                                 struct arena *a)
{
    return (struct request){ .arena = a,
                             .db = db,
                             .method = ask->method,
                             .now = ask->now,
                             .today = day_at(ask->now),
                             .lang = lang_of_address(ask->address),
                             .path = STR("/"),
                             .session = ask->session,
                             .user_agent = ask->user_agent,
                             .client = ask->client,
                             .site = site->address,
                             .secret = site->secret };
}

/* Also an error page knows whose site it is, when that can be read. */
static void error_show(const struct site *site, struct request *req, struct response *res,
                       int status)
{
    struct frame frame = { .site = STR("Dialoog"), .self = { STR("/") } };
    const bool reads = req->db && db_begin(req->db) == OK;
    req->lost = status == 404 && reads;
    if (site->frame && site->frame(req, &frame) != OK) frame.site = STR("Dialoog");
    if (reads) db_end(req->db);
    frame.sign_in.text = str_of(site->sign_in);
    res->frame = frame;
    if (status == 429 || status == 503) res->retry_after = status == 429 ? 10 : 5;
    response_error(req, res, status);
}

static enum err route(const struct site *site, const struct ask *ask, struct request *req,
                      struct response *res)
{
    TRY(locate(site, ask, req, res));
    return res->location.text.n ? OK : page_in_snapshot(site, ask, req, res);
}

void site_answer(const struct site *site, struct db *db, struct arena *a, const struct ask *ask,
                 struct response *res, const struct page **page)
{
    struct request req = request_of(site, ask, db, a);
    int status = ask->refused;
    if (!status && ask->address.n > ADDRESS_MOST) status = 414;
    if (status)
        response_start(&req, res);
    else
        status = err_status(route(site, ask, &req, res));
    *page = req.page;
    if (status == 200) return;
    flow_end(res->flow);
    if (site_open(site, ask->address)) {
        if (req.lang == LANG_NL) req.lang = lang_accepted(ask->accept_language);
        if (status == 429 || status == 503) res->retry_after = status == 429 ? 10 : 5;
        response_problem(&req, res, status);
    } else {
        error_show(site, &req, res, status);
    }
}

/* ---- a form that was sent ---- */

enum { VEIL = 64 }; /* bytes made before its turn to write comes: most addresses fit */

/* Where a sender was led may tell who they are (the code of a receipt). It is kept so that only the
 * same form, sent again, can read it: mixed with what its key gives, while of the key only the hash
 * is kept. The same again takes it off. */
static struct str veil_of(struct arena *a, struct str key, size_t n)
{
    char *to = NEW(a, char, n + 32);
    for (size_t i = 0; i < n; i += 32)
        memcpy(to + i, hmac(a, key, arena_format(a, "answered %zu", i)).s, 32);
    return (struct str){ to, n };
}

static enum err form_arrives(struct posting *p)
{
    struct request *req = &p->req;
    TRY(locate(p->site, &p->ask, req, &p->res));
    struct pairs sent;
    TRY(body_read(req->arena, p->ask.content_type, p->ask.body, &sent));
    static const struct form nothing = { 0 };
    req->form = form_start(req->arena, req->page->form ? req->page->form : &nothing, req->lang);
    form_read(req->form, &sent); /* before the door: who was signed out gets their words back */
    TRY(let_in(p->site, &p->ask, req->page, req, &p->res));
    req->key = form_key(req->arena, p->ask.address, &sent);
    p->kept_as = sha256(req->arena, req->key);
    p->veil = veil_of(req->arena, req->key, VEIL);
    if (!req->page->own_token && !token_holds(req->arena, pairs_find(&sent, "formulier"),
                                              req->secret, req->visitor.session, req->now)) {
        if (!req->page->handle) return FAIL(ERR_WHO, "a form whose token does not hold");
        form_wrong(
            req, NULL,
            SAY("Deze pagina stond lang open. Wat u invulde, staat er nog. Kijk het na en "
                "verstuur het nog eens."));
    }
    return form_checked(req);
}

static enum err arrives_in_snapshot(struct posting *p)
{
    IN_SNAPSHOT(&p->req, form_arrives(p));
}

void posting_done(struct posting *p, enum err result)
{
    p->result = result;
    p->why[0] = 0;
    if (result != OK) snprintf(p->why, sizeof p->why, "%s", err_why());
}

bool posting_start(struct posting *p, const struct site *site, struct db *db, struct arena *a,
                   const struct ask *ask)
{
    *p = (struct posting){ .site = site, .ask = *ask };
    p->req = request_of(site, &p->ask, db, a);
    posting_done(p, arrives_in_snapshot(p));
    p->page = p->req.page;
    return p->result == OK;
}

bool posting_prepare(struct posting *p, struct db *db)
{
    p->req.db = db;
    posting_done(p, p->page->prepare(&p->req));
    return p->result == OK;
}

/* Only what needs no quotes in a header (RFC 6265). */
static bool cookie_fits(struct str cookie)
{
    for (size_t i = 0; i < cookie.n; i++)
        if (cookie.s[i] <= ' ' || cookie.s[i] >= 0x7F || strchr("\",;\\", cookie.s[i]))
            return false;
    return true;
}

static struct str veiled(struct posting *p, struct str text)
{
    struct arena *a = p->req.arena;
    if (p->veil.n < text.n) p->veil = veil_of(a, p->req.key, text.n);
    char *to = NEW(a, char, text.n + 1);
    for (size_t i = 0; i < text.n; i++) to[i] = (char)(text.s[i] ^ p->veil.s[i]);
    return (struct str){ to, text.n };
}

/* Was this very form answered before? Then its sender is led where they were led then. */
static enum err answered_before(struct posting *p, bool *found)
{
    struct request *req = &p->req;
    struct answered_find_row row;
    struct str kept;
    TRY(answered_find(req->db, req->arena, p->kept_as, &row, found));
    if (!*found) return OK;
    if (!hex_read(req->arena, row.location, &kept))
        return FAIL(ERR_BROKEN, "an answered form whose answer cannot be read");
    response_to(&p->res, 303, (struct path){ veiled(p, kept) });
    return OK;
}

enum err posting_act(struct tx *tx, void *posting)
{
    struct posting *p = posting;
    struct request *req = &p->req;
    bool before;
    req->db = tx->db;
    TRY(answered_before(p, &before));
    if (before) return OK;
    TRY(p->page->act(tx, req, &p->res));
    TRY(form_checked(req));
    if (!cookie_fits(p->res.cookie))
        return FAIL(ERR_BROKEN, "%s: a cookie of other characters", p->page->path);
    if (!p->res.location.text.n) {
        if (p->page->handle || p->res.body.n) return OK;
        return FAIL(ERR_BROKEN, "%s: a button that leads nowhere", p->page->path);
    }
    p->res.status = 303;
    if (!response_location(&p->res, req->arena).n)
        return FAIL(ERR_BROKEN, "%s: redirect leads elsewhere", p->page->path);
    /* A sender who gets a cookie has to get it also the second time. */
    if (p->res.cookie.n || p->res.cookie_ends) return OK;
    TRY(answered_sweep(tx, (struct instant){ req->now.s - ANSWERED_DAYS * 86400 }));
    return answered_add(tx, p->kept_as, req->now,
                        hex_write(req->arena, veiled(p, p->res.location.text)));
}

/* The page again: with what is wrong, or with what was done. */
static enum err form_shows(struct posting *p)
{
    const struct response was = p->res;
    response_start(&p->req, &p->res);
    p->res.frame.self = was.frame.self;
    p->res.frame.langs = was.frame.langs;
    p->res.no_store = true;
    if (p->page->who != WHO_ANYONE) p->res.frame.visitor = p->req.visitor.name;
    if (p->result == OK) { /* what was undone began no session and ended none */
        p->res.cookie = was.cookie;
        p->res.cookie_ends = was.cookie_ends;
    }
    TRY(page_show(p->site, &p->req, &p->res));
    if (p->res.status == 200)
        p->res.status = p->result == OK ? was.status : err_status(p->result);
    if (p->result == ERR_BUSY) p->res.retry_after = 5;
    return OK;
}

static enum err shows_in_snapshot(struct posting *p)
{
    IN_SNAPSHOT(&p->req, form_shows(p));
}

void posting_answer(struct posting *p, struct db *db)
{
    p->req.db = db;
    /* A mail program follows no redirect, and takes it for a failure (RFC 8058 §3.1). */
    if (p->result == OK && p->page->from_anywhere && !p->ask.from_here && p->page->handle) {
        p->res.location = (struct path){ 0 };
        p->res.status = 200;
    }
    if (p->result == OK && (p->res.location.text.n || !p->page->handle)) {
        p->res.no_store = true;
        return;
    }
    enum err result = p->result;
    const bool full = p->req.form && (result == ERR_FULL || result == ERR_BUSY);
    if (full)
        form_wrong(&p->req, NULL,
                   SAY("Wij kunnen het nu niet bewaren. Wat u invulde, staat er nog. Probeer "
                       "het straks nog eens."));
    if ((result == OK || result == ERR_FORM || full) && p->page && p->page->handle)
        result = shows_in_snapshot(p);
    if (result != OK && result != p->result) posting_done(p, result);
    if (result != OK) error_show(p->site, &p->req, &p->res, err_status(result));
}

size_t site_upload(const struct site *site, struct arena *a, struct str address)
{
    struct address at;
    struct match match;
    if (address_read(a, address, &at) != OK) return 0;
    router_find(&site->router, at.path, METHOD_POST, &match);
    return match.page ? match.page->upload : 0;
}

bool site_slow(const struct site *site, struct arena *a, struct str address)
{
    struct address at;
    struct match match;
    if (address_read(a, address, &at) != OK) return false;
    router_find(&site->router, at.path, METHOD_GET, &match);
    return match.page && match.page->prepare && !match.page->act;
}

/* ---- the secret ---- */

static enum err secret_make(struct tx *tx, void *with)
{
    const struct str *bytes = with;
    return secret_put(tx, *bytes);
}

enum err site_secret(struct store *st, struct arena *a, struct str *secret)
{
    struct db *db;
    struct secret_find_row row;
    bool found = false;
    struct str fresh;
    TRY(chance_bytes(a, SECRET_BYTES, &fresh));
    TRY(store_reader(st, &db));
    enum err e = secret_find(db, a, &row, &found);
    if (e == OK && !found) {
        e = store_write(st, secret_make, &fresh);
        if (e == OK) e = secret_find(db, a, &row, &found);
    }
    store_reader_close(db);
    *secret = found ? row.bytes : (struct str){ 0 };
    return e;
}

/* ---- for tests ---- */

/* All of it at once, as the tail of the body. */
static void flow_drain(struct db *db, struct response *res)
{
    bool more = res->flow != NULL;
    while (more)
        if (db_begin(db) != OK) {
            more = false;
        } else {
            if (res->flow->next(db, res->flow, &res->body, &more) != OK) more = false;
            db_end(db);
        }
    flow_end(res->flow);
    res->flow = NULL;
}

void web_ask(struct store *st, struct db *db, struct arena *a, const struct try *try,
             struct response *res)
{
    struct site site = { .store = st,
                         .frame = try->frame,
                         .sign_in = try->readers_only ? NULL : "/inloggen",
                         .address = try->site.n || try->as_files
                                        ? try->site
                                        : STR("http://localhost:8080") };
    struct ask ask = { .method = try->method,
                       .address = str_of(try->address),
                       .as = &try->visitor,
                       .session = try->session,
                       .client = try->client,
                       .now = try->now,
                       .from_here = !try->from_elsewhere };
    const struct page *page;
    if (router_make(a, web_pages, web_pages_n, &site.router) != OK)
        site.router = (struct router){ 0 };
    if (st && site_secret(st, a, &site.secret) != OK) site.secret = (struct str){ 0 };
    ask.accept_language = try->accept_language;
    const bool open = site_open(&site, ask.address);
    if (try->method == METHOD_GET || open) {
        ask.content_type =
            try->json ? STR("application/json") : STR("application/x-www-form-urlencoded");
        if (open) ask.body = str_of(try->body);
        site_answer(&site, db, a, &ask, res, &page);
        flow_drain(db, res);
        return;
    }
    struct token_maker maker = {
        .secret = site.secret, .session = try->visitor.session, .now = try->now, .arena = a
    };
    ask.content_type = STR("application/x-www-form-urlencoded");
    ask.body = try->without_token
                   ? str_of(try->body)
                   : arena_format(a, "formulier=%.*s&%s", STR_ARG(token_text(&maker)),
                                  try->body ? try->body : "");
    if (try->parts.n) {
        ask.content_type = STR("multipart/form-data; boundary=grens");
        ask.body = arena_join(
            a,
            arena_format(
                a,
                "--grens\r\nContent-Disposition: form-data; name=\"formulier\"\r\n\r\n%.*s\r\n",
                STR_ARG(try->without_token ? STR("-") : token_text(&maker))),
            try->parts);
    }
    struct posting p;
    bool goes_on = posting_start(&p, &site, db, a, &ask);
    if (goes_on && p.page->prepare) goes_on = posting_prepare(&p, db);
    if (goes_on) posting_done(&p, store_write(st, posting_act, &p));
    posting_answer(&p, db);
    *res = p.res;
}

void web_try(struct store *st, struct db *db, struct arena *a, enum method method,
             struct str address, struct instant now, struct response *res)
{
    const struct try try = {
        .method = method, .address = arena_copy(a, address).s, .readers_only = true, .now = now
    };
    web_ask(st, db, a, &try, res);
}
