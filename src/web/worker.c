/* worker.c — see worker.h. A request passes through here in this order: its address
 * (`request_begins`), its head (refused when ambiguous), its body if any, then one answer: from
 * the assets, from the cache, or from a page. */
#include "web/worker.h"

#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "web/address.h"
#include "web/answer.h"
#include "web/flow.h"
#include "web/head.h"
#include "web/response.h"

enum {
    POOL = 16 * 1024,
    PER_ADDRESS = 4000,
    DRAIN_MOST = 1024 * 1024,
    TURN = 1024 * 1024,
    LEAVING_MS = 500,
    BODY_FIRST = 4 * 1024,
    BODIES_MOST = 64 * 1024 * 1024 /* bytes of all bodies at one moment */
};

struct exchange { /* one request and its answer */
    struct worker *worker;
    struct visit *visit;
    struct head head;
    char *body;
    size_t body_n;    /* that came, also when it is no longer kept */
    size_t body_room; /* how long it may grow before it is moved; counted in BODIES_MOST */
    size_t body_most;
    bool head_done, reads, head_only, preflight;
    int refused;
    struct posted *posted; /* of a POST that is being done, or was */
    struct later *later;   /* of a slow page that is being made, or was */
    struct stream *stream; /* of a live page */
    size_t address_n;
    char address[];
};

/* A form on its way to the writer and back: it lives longer than the turn of its worker. */
struct posted {
    struct exchange *exchange;
    struct MHD_Connection *connection;
    struct arena arena;
    struct posting posting;
    int64_t start;
};

static struct visit *visit_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

static void body_let_go(struct exchange *x)
{
    if (x->body_room) atomic_fetch_sub(x->worker->shared->bodies, x->body_room);
    free(x->body);
    x->body = NULL;
    x->body_room = 0;
}

/* ---- sending ---- */

struct sent {
    const char *path;
    int status;
    size_t bytes;
    bool hit;
    const char *why;
};

static int64_t micros(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static struct instant now_of(const struct worker *w)
{
    if (w->shared->config.now.s) return w->shared->config.now;
    struct timespec t;
    clock_gettime(CLOCK_REALTIME_COARSE, &t);
    return (struct instant){ t.tv_sec };
}

static enum MHD_Result queue(struct exchange *x, struct MHD_Connection *connection,
                             struct MHD_Response *response, const struct sent *sent)
{
    const int64_t turns = 1 + (int64_t)(sent->bytes / TURN);
    visit_until(x->visit, clock_ms() + turns * x->worker->shared->config.patience.answer);
    return MHD_queue_response(connection, (unsigned)sent->status, response);
}

/* ---- from the cache ---- */

static enum MHD_Result send_cached(struct exchange *x, struct MHD_Connection *connection,
                                   struct cached *entry, struct sent *sent)
{
    bool gzip = coding_accepted(x->head.accept_encoding, STR("gzip"));
    struct MHD_Response *response =
        gzip ? cached_gzip(x->worker->shared->cache, entry, &gzip) : entry->plain;
    const struct str etag = str_of(gzip ? entry->etag_gzip : entry->etag);
    enum MHD_Result result;
    sent->path = entry->page->path;
    sent->status = 200;
    sent->bytes = entry->body.n;
    const bool known = x->head.if_none_match.n
                           ? etag_listed(x->head.if_none_match, etag)
                           : entry->modified.s && http_date_read(x->head.if_modified_since).s >=
                                                      entry->modified.s;
    if (known) {
        response = cached_unchanged(entry, gzip);
        sent->status = 304;
        sent->bytes = 0;
        result = queue(x, connection, response, sent);
        MHD_destroy_response(response);
    } else {
        result = queue(x, connection, response, sent);
    }
    cache_let_go(entry);
    return result;
}

/* Address, and what else the answer depends on, as one text. */
static struct str cache_key(const struct exchange *x, struct arena *a, bool https)
{
    char *key = arena_take(a, x->address_n + 1, 1);
    key[0] = https ? 's' : 'p';
    memcpy(key + 1, x->address, x->address_n);
    return (struct str){ key, x->address_n + 1 };
}

/* ---- from a page ---- */

static const char *vary_of(const struct exchange *x, bool cached)
{
    const bool home = x->address[0] == '/' && (!x->address[1] || x->address[1] == '?');
    return home && cached ? "Accept-Encoding, Accept-Language, Sec-Fetch-Site"
           : home         ? "Accept-Language, Sec-Fetch-Site"
           : cached       ? "Accept-Encoding"
                          : NULL;
}

static bool keepable(const struct exchange *x, const struct page *page,
                     const struct response *res)
{
    return page && page->who == WHO_ANYONE && x->reads && res->status == 200 &&
           !res->no_store && !res->flow;
}

/* An answer that is written while it is sent. False when there are too many of those. */
static bool flow_goes(struct exchange *x, struct MHD_Connection *connection,
                      struct response *res, struct arena *a, bool https, struct sent *sent,
                      enum MHD_Result *result)
{
    struct worker *w = x->worker;
    if (atomic_fetch_add(w->shared->flows, 1) >= FLOWS_MOST) {
        atomic_fetch_sub(w->shared->flows, 1);
        flow_end(res->flow);
        return false;
    }
    struct answer answer = answer_about(res, a);
    answer.https = https;
    struct MHD_Response *response =
        flow_response(res->flow,
                      &(struct flow_way){ .db = w->db,
                                          .visit = x->visit,
                                          .patience = w->shared->config.patience.answer,
                                          .flows = w->shared->flows },
                      &answer);
    sent->status = res->status;
    *result = queue(x, connection, response, sent);
    MHD_destroy_response(response);
    return true;
}

/* An answer that is for this visitor alone. */
static enum MHD_Result send_once(struct exchange *x, struct MHD_Connection *connection,
                                 const struct response *res, struct arena *a, bool https,
                                 struct sent *sent)
{
    const struct str body = { res->body.s, res->body.n };
    struct answer answer = answer_about(res, a);
    answer.https = https;
    answer.vary = vary_of(x, false);
    answer.close = x->refused != 0 || atomic_load(&x->worker->quiet);
    sent->status = res->status;
    sent->bytes = body.n;
    struct MHD_Response *response = answer_make(&answer, body, BODY_COPY);
    const enum MHD_Result result = queue(x, connection, response, sent);
    MHD_destroy_response(response);
    return result;
}

static bool over_tls(const struct exchange *x)
{
    return x->worker->shared->config.trust_proxy &&
           str_is(last_hop(x->head.forwarded_proto), "https");
}

/* An answer and what it was read from. */
struct made {
    const struct page *page;
    struct response res;
    table_set reads;
    uint64_t version; /* of those tables, before they were read */
};

static void page_make(const struct shared *s, struct db *db, struct arena *a,
                      const struct ask *ask, struct made *m)
{
    struct versions before; /* which tables it will read is only known afterwards */
    store_versions(s->store, &before);
    db_reads_reset(db);
    site_answer(&s->site, db, a, ask, &m->res, &m->page);
    m->reads = db_reads(db);
    m->version = versions_sum(&before, m->reads);
}

/* The entry it became in the cache, held by the caller; NULL when it is not for others. */
static struct cached *made_keep(struct exchange *x, const struct made *m, struct arena *a,
                                struct instant now)
{
    const struct shared *s = x->worker->shared;
    const struct cached about = { .page = m->page,
                                  .day = day_at(now),
                                  .reads = m->reads,
                                  .version = m->version,
                                  .packed = content_packed(m->res.content),
                                  .modified = m->res.modified };
    if (!keepable(x, m->page, &m->res) || store_version(s->store, m->reads) != m->version)
        return NULL;
    struct answer answer = answer_about(&m->res, a);
    answer.https = over_tls(x);
    answer.vary = vary_of(x, !about.packed);
    return cache_keep(s->cache, cache_key(x, a, answer.https), &about,
                      (struct str){ m->res.body.s, m->res.body.n }, &answer);
}

static enum MHD_Result send_made(struct exchange *x, struct MHD_Connection *connection,
                                 const struct made *m, struct arena *a, struct instant now,
                                 bool https, struct sent *sent)
{
    struct cached *kept = made_keep(x, m, a, now);
    if (kept) return send_cached(x, connection, kept, sent);
    sent->path = m->page ? m->page->path : "-";
    return send_once(x, connection, &m->res, a, https, sent);
}

static enum MHD_Result send_page(struct exchange *x, struct MHD_Connection *connection,
                                 const struct ask *ask, bool https, struct sent *sent)
{
    struct worker *w = x->worker;
    struct made m;
    enum MHD_Result result;
    page_make(w->shared, w->db, &w->arena, ask, &m);
    if (m.res.flow) {
        sent->path = m.page->path;
        if (flow_goes(x, connection, &m.res, &w->arena, https, sent, &result)) return result;
        struct ask full = *ask;
        full.refused = 503;
        page_make(w->shared, w->db, &w->arena, &full, &m);
    }
    sent->why = m.res.status >= 500 ? err_why() : NULL;
    return send_made(x, connection, &m, &w->arena, ask->now, https, sent);
}

/* ---- one answer ---- */

static uint64_t client_asking(const struct exchange *x)
{
    uint64_t client = x->visit->client;
    if (x->worker->shared->config.trust_proxy && x->head.forwarded_for.n &&
        !client_read(last_hop(x->head.forwarded_for), &client))
        client = x->visit->client;
    return client;
}

static bool limited(const struct exchange *x)
{
    const struct shared *s = x->worker->shared;
    return s->limiter && limiter_wait(s->limiter, client_asking(x), clock_ms()) > 0;
}

static struct ask ask_of(const struct exchange *x)
{
    return (struct ask){ .method = x->reads ? METHOD_GET : METHOD_POST,
                         .address = { x->address, x->address_n },
                         .accept_language = x->head.accept_language,
                         .body = { x->body, x->body ? x->body_n : 0 },
                         .content_type = x->head.content_type,
                         .session = head_session(&x->head),
                         .user_agent = x->head.user_agent,
                         .client = client_asking(x),
                         .now = now_of(x->worker),
                         .from_here = head_from_here(&x->head),
                         .refused = x->refused };
}

/* A live page, for who listens. False when it is answered as any other. */
static bool stream_goes(struct exchange *x, struct MHD_Connection *connection, struct ask *ask,
                        struct sent *sent, enum MHD_Result *result)
{
    const struct shared *s = x->worker->shared;
    if (!s->live || x->head_only ||
        str_find(x->head.accept, STR("text/event-stream")) == SIZE_MAX)
        return false;
    const struct page *page;
    if (!live_page(s->live, x->worker->db, &x->worker->arena, ask, &page)) return false;
    x->stream = live_join(s->live, ask->address, x->head.last_event, connection, x->visit);
    if (!x->stream) {
        ask->refused = 503;
        return false;
    }
    *sent = (struct sent){ page->path, 200, 0, false, NULL };
    struct MHD_Response *response = live_response(x->stream, over_tls(x));
    *result = queue(x, connection, response, sent);
    MHD_destroy_response(response);
    return true;
}

/* One page on its way: made on the thread for slow work, while the worker goes on with others. */
struct later {
    struct exchange *exchange;
    struct MHD_Connection *connection;
    struct arena arena;
    struct ask ask;
    struct made made;
    bool there;          /* somebody else had it made in the meantime: it is in the cache */
    struct cached *kept; /* it is for others too: kept before the next one asks */
    char why[256];
    int64_t start;
};

static void later_wakes(struct later *l)
{
    struct worker *w = l->exchange->worker;
    MHD_resume_connection(l->connection); /* from here on the worker may have ended l */
    atomic_fetch_sub(&w->waiting, 1);
}

static void later_make(struct db *db, void *with)
{
    struct later *l = with;
    const struct shared *s = l->exchange->worker->shared;
    struct cached *entry =
        cache_find(s->cache, cache_key(l->exchange, &l->arena, over_tls(l->exchange)), s->store,
                   day_at(l->ask.now));
    if (entry) {
        l->there = true;
        cache_let_go(entry);
    } else {
        page_make(s, db, &l->arena, &l->ask, &l->made);
        l->kept = made_keep(l->exchange, &l->made, &l->arena, l->ask.now);
        if (l->made.res.status >= 500) snprintf(l->why, sizeof l->why, "%s", err_why());
    }
    later_wakes(l);
}

/* False when the server ends: who looks whether anything waits has to see this one, or stop it here. */
static bool later_goes(struct exchange *x, struct MHD_Connection *connection,
                       const struct ask *ask)
{
    struct worker *w = x->worker;
    atomic_fetch_add(&w->waiting, 1);
    if (atomic_load(&w->ending)) {
        atomic_fetch_sub(&w->waiting, 1);
        return false;
    }
    struct later *l = x->later = calloc(1, sizeof *l);
    if (!l) abort();
    *l = (struct later){
        .exchange = x, .connection = connection, .ask = *ask, .start = micros()
    };
    visit_until(x->visit, clock_ms() + w->shared->config.patience.answer);
    MHD_suspend_connection(connection);
    if (slow_add(w->shared->slow, later_make, l)) return true;
    l->ask.refused = 503; /* too much slow work waits */
    page_make(w->shared, w->db, &l->arena, &l->ask, &l->made);
    later_wakes(l);
    return true;
}

static enum MHD_Result answer_from(struct exchange *x, struct MHD_Connection *connection,
                                   struct sent *sent)
{
    const struct shared *s = x->worker->shared;
    const bool https = over_tls(x);
    struct ask ask = ask_of(x);
    if (!ask.refused && x->reads && limited(x)) ask.refused = 429;
    enum MHD_Result result;
    if (!ask.refused && x->reads && stream_goes(x, connection, &ask, sent, &result))
        return result;
    if (!ask.refused && x->reads) {
        struct from_shelf found;
        if (shelf_find(s->shelf, ask.address, x->head.accept_encoding, x->head.if_none_match,
                       https, &found)) {
            *sent = (struct sent){ "/assets/", found.status, found.bytes, true, NULL };
            return queue(x, connection, found.response, sent);
        }
        struct cached *entry =
            site_home_elsewhere(&ask)
                ? NULL
                : cache_find(s->cache, cache_key(x, &x->worker->arena, https), s->store,
                             day_at(ask.now));
        if (entry) {
            sent->hit = true;
            return send_cached(x, connection, entry, sent);
        }
    }
    const bool slow = !ask.refused && x->reads && !x->later && s->slow &&
                      site_slow(&s->site, &x->worker->arena, ask.address);
    if (slow && later_goes(x, connection, &ask)) return MHD_YES;
    if (slow) ask.refused = 503;
    return send_page(x, connection, &ask, https, sent);
}

static void log_sent(const struct exchange *x, const struct sent *sent, int64_t start)
{
    const struct worker *w = x->worker;
    log_write(w->shared->log, &(struct log_line){ .at = now_of(w),
                                                  .method = x->head_only ? "HEAD"
                                                            : x->reads   ? "GET"
                                                                         : "POST",
                                                  .path = sent->path,
                                                  .status = sent->status,
                                                  .bytes = x->head_only ? 0 : sent->bytes,
                                                  .us = micros() - start,
                                                  .hit = sent->hit,
                                                  .why = sent->why });
}

static void later_end(struct exchange *x)
{
    if (x->later && x->later->kept) cache_let_go(x->later->kept);
    if (x->later) arena_end(&x->later->arena);
    free(x->later);
    x->later = NULL;
}

static enum MHD_Result later_answer(struct exchange *x, struct MHD_Connection *connection)
{
    struct later *l = x->later;
    struct sent sent = { .path = "-", .why = l->why[0] ? l->why : NULL };
    enum MHD_Result result;
    if (l->there) {
        result = answer_from(x, connection, &sent);
    } else if (l->kept) {
        result = send_cached(x, connection, l->kept, &sent);
        l->kept = NULL;
    } else {
        result = send_made(x, connection, &l->made, &l->arena, l->ask.now, over_tls(x), &sent);
    }
    log_sent(x, &sent, l->start);
    arena_reset(&x->worker->arena);
    later_end(x);
    return result;
}

static enum MHD_Result answer(struct exchange *x, struct MHD_Connection *connection)
{
    if (x->later) return later_answer(x, connection);
    const int64_t start = micros();
    struct sent sent = { .path = "-" };
    const enum MHD_Result result = answer_from(x, connection, &sent);
    arena_reset(&x->worker->arena);
    if (x->later) return result; /* it is on its way */
    log_sent(x, &sent, start);
    return result;
}

/* ---- may another site ask? ---- */

static bool asks_open(struct exchange *x)
{
    return site_open(&x->worker->shared->site, (struct str){ x->address, x->address_n });
}

static enum MHD_Result preflight(struct exchange *x, struct MHD_Connection *connection)
{
    const struct answer may = { .cache_control = "no-cache",
                                .allow = "GET, HEAD, POST, OPTIONS",
                                .open = true,
                                .preflight = true,
                                .https = over_tls(x) };
    struct sent sent = { .path = "-", .status = 204 };
    struct MHD_Response *response = answer_make(&may, (struct str){ 0 }, BODY_STATIC);
    const enum MHD_Result result = queue(x, connection, response, &sent);
    MHD_destroy_response(response);
    return result;
}

/* ---- a form that was sent ---- */

/* On the writer's thread, or on the one for slow work: the worker goes on with it. */
static void posted_wakes(struct posted *p, enum err result)
{
    struct worker *w = p->exchange->worker;
    posting_done(&p->posting, result);
    MHD_resume_connection(p->connection); /* from here on the worker may have ended p */
    atomic_fetch_sub(&w->waiting, 1);
}

static enum err posted_act(struct tx *tx, void *with)
{
    return posting_act(tx, &((struct posted *)with)->posting);
}

static void posted_done(enum err result, void *with)
{
    posted_wakes(with, result);
}

static void posted_submit(struct posted *p)
{
    const enum err e =
        store_submit(p->exchange->worker->shared->store, posted_act, posted_done, p);
    if (e != OK) posted_wakes(p, e);
}

static void posted_prepare(struct db *db, void *with)
{
    struct posted *p = with;
    if (posting_prepare(&p->posting, db))
        posted_submit(p);
    else
        posted_wakes(p, p->posting.result);
}

/* Does what was sent while other connections go on; the library calls again when it is done. False
 * when the server ends: who looks whether forms wait has to see this one, or stop it here. */
static bool posted_goes(struct posted *p)
{
    struct worker *w = p->exchange->worker;
    visit_until(p->exchange->visit, clock_ms() + w->shared->config.patience.answer);
    atomic_fetch_add(&w->waiting, 1);
    if (atomic_load(&w->ending)) {
        atomic_fetch_sub(&w->waiting, 1);
        posting_done(&p->posting, FAIL(ERR_BUSY, "the server ends"));
        return false;
    }
    MHD_suspend_connection(p->connection);
    const struct page *page = p->posting.page;
    if (!page->prepare)
        posted_submit(p);
    else if (page->quick)
        posted_prepare(w->db, p);
    else if (!slow_add(w->shared->slow, posted_prepare, p))
        posted_wakes(p, FAIL(ERR_BUSY, "too much slow work waits"));
    return true;
}

static enum MHD_Result posted_answer(struct exchange *x, struct MHD_Connection *connection)
{
    struct posted *p = x->posted;
    struct sent sent = { .path = p->posting.page ? p->posting.page->path : "-" };
    posting_answer(&p->posting, x->worker->db);
    if (p->posting.res.status >= 500) sent.why = p->posting.why;
    const enum MHD_Result result =
        send_once(x, connection, &p->posting.res, &p->arena, over_tls(x), &sent);
    log_sent(x, &sent, p->start);
    /* Who reads the answer slowly holds nothing but that. */
    arena_end(&p->arena);
    body_let_go(x);
    return result;
}

static enum MHD_Result post(struct exchange *x, struct MHD_Connection *connection)
{
    const struct shared *s = x->worker->shared;
    if (x->posted) return posted_answer(x, connection);
    if (!x->refused && limited(x)) x->refused = 429;
    if (!x->refused && !s->store) x->refused = 503;
    if (x->refused || asks_open(x)) return answer(x, connection);
    struct posted *p = x->posted = calloc(1, sizeof *p);
    if (!p) abort();
    p->exchange = x;
    p->connection = connection;
    p->start = micros();
    const struct ask ask = ask_of(x);
    const bool goes_on = posting_start(&p->posting, &s->site, x->worker->db, &p->arena, &ask);
    return goes_on && posted_goes(p) ? MHD_YES : posted_answer(x, connection);
}

/* ---- what the library calls ---- */

/* The first thing known of a request. The address is taken as it was sent, and its query is hidden
 * from the library: it would spend the connection's memory on parsing what we read ourselves. */
static void *request_begins(void *cls, const char *uri, struct MHD_Connection *connection)
{
    struct worker *w = cls;
    const size_t n = uri ? strlen(uri) : 0;
    struct exchange *x = calloc(1, sizeof *x + n + 1);
    if (!x) abort();
    x->worker = w;
    x->visit = visit_of(connection);
    x->address_n = n;
    if (n) memcpy(x->address, uri, n);
    char *query = uri ? strchr(uri, '?') : NULL;
    if (query) query[1] = 0;
    if (x->visit->requests++)
        visit_until(x->visit, clock_ms() + w->shared->config.patience.head);
    atomic_fetch_add(&w->busy, 1);
    return x;
}

static size_t leave_escaped(void *cls, struct MHD_Connection *connection, char *text)
{
    (void)cls, (void)connection;
    return strlen(text);
}

/* How long the body of a POST may be: a page may take more than other pages do. */
static size_t post_most(struct exchange *x)
{
    const size_t most = site_upload(&x->worker->shared->site, &x->worker->arena,
                                    (struct str){ x->address, x->address_n });
    arena_reset(&x->worker->arena);
    return most > POST_BODY_MOST ? most : POST_BODY_MOST;
}

/* Before anything of the body is read: may this request go on? */
static enum MHD_Result head_arrived(struct exchange *x, struct MHD_Connection *connection,
                                    const char *url, const char *method, const char *version)
{
    head_read(connection, &x->head);
    x->head_done = true;
    x->head_only = !strcmp(method, "HEAD");
    x->reads = x->head_only || !strcmp(method, "GET");
    const bool posts = !strcmp(method, "POST");
    x->body_most = x->reads ? GET_BODY_MOST
                   : posts && str_starts(x->head.content_type, STR("multipart/"))
                       ? post_most(x)
                       : POST_BODY_MOST;
    x->refused = head_refused(&x->head, x->reads, !strcmp(version, "HTTP/1.0"), x->body_most);
    /* The version stands right behind the address, unless a NUL cut the address short. */
    if (!x->refused && url + x->address_n + 1 != version) x->refused = 400;
    x->preflight = !x->refused && !strcmp(method, "OPTIONS") && asks_open(x);
    if (!x->refused && !x->reads && !posts && !x->preflight) x->refused = 405;
    /* A body that is too long but not endless is read first: who is still sending would not hear us,
     * and a proxy would say something of its own. */
    const bool drains = x->refused == 413 && head_length(&x->head) <= DRAIN_MOST &&
                        !MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Expect");
    if (x->refused && !drains) return answer(x, connection);
    if (x->refused) x->body_most = 0;
    if (head_has_body(&x->head))
        visit_until(x->visit, clock_ms() + x->worker->shared->config.patience.body);
    return MHD_YES;
}

/* Room for `n` bytes: by what came, not by what was promised, so that who promises much and sends
 * nothing takes nothing. False when all bodies together are too much. */
static bool body_grow(struct exchange *x, size_t n)
{
    size_t room = x->body_room ? x->body_room : BODY_FIRST;
    while (room < n) room *= 2;
    if (room > x->body_most) room = x->body_most;
    if (room <= x->body_room) return true;
    const size_t more = room - x->body_room;
    atomic_size_t *all = x->worker->shared->bodies;
    if (atomic_fetch_add(all, more) + more > BODIES_MOST) {
        atomic_fetch_sub(all, more);
        return false;
    }
    char *body = realloc(x->body, room);
    if (!body) abort();
    x->body = body;
    x->body_room = room;
    return true;
}

/* False when so much came that the connection is to be cut. */
static bool body_arrived(struct exchange *x, const char *bytes, size_t n)
{
    if (!x->refused && x->body_n + n > x->body_most) x->refused = x->reads ? 400 : 413;
    if (!x->refused && !body_grow(x, x->body_n + n)) x->refused = 503;
    if (!x->refused) memcpy(x->body + x->body_n, bytes, n);
    if (x->refused) body_let_go(x);
    x->body_n += n;
    return !x->refused || x->body_n <= (x->body_most > DRAIN_MOST ? x->body_most : DRAIN_MOST);
}

static enum MHD_Result request_goes_on(void *cls, struct MHD_Connection *connection,
                                       const char *url, const char *method, const char *version,
                                       const char *bytes, size_t *bytes_n, void **context)
{
    struct exchange *x = *context;
    (void)cls;
    if (!x) return MHD_NO;
    if (!x->head_done) return head_arrived(x, connection, url, method, version);
    if (*bytes_n) {
        const size_t n = *bytes_n;
        *bytes_n = 0;
        return body_arrived(x, bytes, n) ? MHD_YES : MHD_NO;
    }
    if (x->preflight && !x->refused) return preflight(x, connection);
    return x->reads ? answer(x, connection) : post(x, connection);
}

static void request_ends(void *cls, struct MHD_Connection *connection, void **context,
                         enum MHD_RequestTerminationCode why)
{
    struct worker *w = cls;
    struct exchange *x = *context;
    (void)connection, (void)why;
    if (!x) return;
    visit_until(x->visit, clock_ms() + w->shared->config.patience.idle);
    body_let_go(x);
    if (x->stream) live_leave(x->stream);
    if (x->posted) arena_end(&x->posted->arena);
    free(x->posted);
    later_end(x);
    free(x);
    *context = NULL;
    atomic_fetch_sub(&w->busy, 1);
}

static void connection_changes(void *cls, struct MHD_Connection *connection, void **context,
                               enum MHD_ConnectionNotificationCode what)
{
    struct worker *w = cls;
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        const int fd =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        const struct sockaddr *address =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)
                ->client_addr;
        *context = visits_add(&w->visits, fd, client_of(address),
                              clock_ms() + w->shared->config.patience.head);
    } else if (*context) {
        visits_remove(&w->visits, *context);
        *context = NULL;
    }
}

/* ---- start and end ---- */

enum err worker_start(struct worker *w, const struct shared *shared, int listen_fd,
                      unsigned connections)
{
    *w = (struct worker){ .shared = shared, .listen_fd = -1 };
    visits_start(&w->visits);
    if (shared->store) {
        TRY(store_reader(shared->store, &w->db));
        db_keep(w->db);
    }
    w->listen_fd = dup(listen_fd);
    const unsigned per_address = shared->config.trust_proxy ? 0 : PER_ADDRESS;
    /* With -1 the library refuses blanks before a header's colon, which would hide a length from
     * it; what else that setting lets pass (no Host, blanks in the address) is refused here. */
    w->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL, NULL,
        request_goes_on, w, MHD_OPTION_LISTEN_SOCKET, w->listen_fd,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)POOL, MHD_OPTION_CONNECTION_LIMIT,
        connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT, per_address,
        MHD_OPTION_CONNECTION_TIMEOUT, 0u, MHD_OPTION_STRICT_FOR_CLIENT, -1,
        MHD_OPTION_URI_LOG_CALLBACK, request_begins, w, MHD_OPTION_UNESCAPE_CALLBACK,
        leave_escaped, NULL, MHD_OPTION_NOTIFY_COMPLETED, request_ends, w,
        MHD_OPTION_NOTIFY_CONNECTION, connection_changes, w, MHD_OPTION_END);
    return w->daemon ? OK : FAIL(ERR_BROKEN, "the HTTP library does not start");
}

void worker_quiet(struct worker *w)
{
    atomic_store(&w->quiet, true);
    if (w->daemon) MHD_quiesce_daemon(w->daemon);
}

void worker_ending(struct worker *w)
{
    atomic_store(&w->ending, true);
}

void worker_end(struct worker *w)
{
    /* Something wrong that arrives while the library ends would crash it (0.9.75: an answer of its own
     * is built without one), so everybody leaves first; who still reads an answer may be cut off. */
    for (int i = 0; w->daemon && i < LEAVING_MS && visits_deafen(&w->visits); i++)
        nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
    if (w->daemon) MHD_stop_daemon(w->daemon);
    if (w->listen_fd >= 0) close(w->listen_fd);
    if (w->db) store_reader_close(w->db);
    arena_end(&w->arena);
    visits_end(&w->visits);
}
