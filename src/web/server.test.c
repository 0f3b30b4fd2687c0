/* server.test.c — the server as a browser meets it: headers, cache, compression, keep-alive, end. */
#include "base/test.h"
#include "web/client.h"
#include "web/web.h"

#include <pthread.h>
#include <stdatomic.h>

static const struct query name_set = { 400,
                                       "name_set",
                                       "INSERT INTO municipality VALUES (1, ?1, 0, '', '', '') "
                                       "ON CONFLICT (id) DO UPDATE SET name = ?1",
                                       { { 0 } },
                                       { { 1 } } };
static const struct query name_get = {
    401, "name_get", "SELECT name FROM municipality", { { 1 } }, { { 0 } }
};

static atomic_int renders, slow_ms;
static atomic_bool waits, has_read; /* a page that has read stops here while it `waits` */
static struct store *store;
static struct web *web;
static struct reply *reply;

static enum err set_name(struct tx *tx, void *name)
{
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &name_set, &s));
    bind_text(s, 1, str_of(name));
    const enum err e = query_step(tx->db, &name_set, s, &row);
    query_done(s);
    return e;
}
static void rename_city(const char *name)
{
    char copy[32];
    snprintf(copy, sizeof copy, "%s", name);
    CHECK_OK(store_write(store, set_name, copy));
}

static enum err city(struct request *req, struct response *res)
{
    struct sqlite3_stmt *s;
    bool row;
    atomic_fetch_add(&renders, 1);
    TRY(query_start(req->db, &name_get, &s));
    const enum err e = query_step(req->db, &name_get, s, &row);
    const struct str name = row ? column_bytes(s, 0, req->arena) : STR("niemand");
    query_done(s);
    TRY(e);
    atomic_store(&has_read, true);
    while (atomic_load(&waits)) wait_ms(1);
    wait_ms(atomic_load(&slow_ms));
    struct out *o = response_page(req, res);
    out_raw(o, STR("city:"));
    out_text(o, name);
    for (int i = 0; i < 200; i++) out_raw(o, STR(" and much more of the same"));
    return OK;
}
static enum err secret(struct request *req, struct response *res)
{
    res->no_store = true;
    return city(req, res);
}
static enum err sheet(struct request *req, struct response *res)
{
    (void)req;
    res->content = CONTENT_CSV;
    res->filename = STR("punten \"2023\"/../x.csv");
    out_raw(&res->body, STR("a,b\n"));
    return OK;
}
static enum err fails(struct request *req, struct response *res)
{
    (void)req, (void)res;
    return FAIL(ERR_BROKEN, "on purpose");
}
static enum err echo(struct tx *tx, struct request *req, struct response *res)
{
    (void)tx, (void)req;
    return response_redirect(res, (struct path){ STR("/stad") });
}
static enum err moved(struct request *req, struct response *res)
{
    (void)req;
    return response_redirect(res, (struct path){ STR("/stad") });
}

#define PAGE(name, where, may, takes, with)                                                    \
    static const struct page name = {                                                          \
        .path = (where), .who = (may), .query = (takes), .handle = (with), .file = "test"      \
    }
PAGE(p_home, "/", WHO_ANYONE, NULL, city);
PAGE(p_city, "/stad", WHO_ANYONE, "q", city);
PAGE(p_secret, "/geheim", WHO_ANYONE, NULL, secret);
PAGE(p_sheet, "/blad", WHO_ANYONE, NULL, sheet);
PAGE(p_fails, "/stuk", WHO_ANYONE, NULL, fails);
PAGE(p_desk, "/beheer", WHO_EDITOR, NULL, city);
static const struct page p_send = { .path = "/stuur", .act = echo, .file = "test" };
PAGE(p_moved, "/weg", WHO_ANYONE, NULL, moved);
static enum err takes_long(struct request *req)
{
    (void)req;
    wait_ms(atomic_load(&slow_ms));
    return OK;
}
static const struct page p_long = {
    .path = "/lang", .who = WHO_ANYONE, .prepare = takes_long, .handle = city, .file = "test"
};
static const struct page *const pages[] = { &p_home, &p_city, &p_secret, &p_sheet, &p_fails,
                                            &p_desk, &p_send, &p_moved,  &p_long };

static void start(struct web_config config)
{
    config.listen = "127.0.0.1:0";
    if (!config.log_fd) config.log_fd = -1;
    config.pages = pages;
    config.pages_n = COUNT_OF(pages);
    CHECK_OK(store_open_memory(&store));
    CHECK_OK(web_start(&web, store, &config));
    atomic_store(&renders, 0);
}
static void stop(void)
{
    web_stop(web);
    store_close(store);
}

/* One request over its own connection, with these headers behind Host. */
static struct reply *ask(const char *method, const char *address, const char *headers)
{
    char text[8192];
    const int fd = dial(web_port(web));
    snprintf(text, sizeof text, "%s %s HTTP/1.1\r\nHost: h\r\n%s\r\n", method, address,
             headers);
    reply->n = reply->at = 0;
    say(fd, text);
    hear(fd, reply, !strcmp(method, "HEAD"));
    close(fd);
    return reply;
}

static void check_headers(const char *what)
{
    static const char *const always[][2] = {
        { "Content-Security-Policy", "default-src 'none'" },
        { "Content-Security-Policy", "frame-ancestors 'none'" },
        { "X-Content-Type-Options", "nosniff" },
        { "Referrer-Policy", "same-origin" },
        { "Cross-Origin-Opener-Policy", "same-origin" },
        { "Cross-Origin-Resource-Policy", "same-origin" },
        { "Permissions-Policy", "camera=()" },
        { "Cache-Control", "" },
    };
    for (size_t i = 0; i < COUNT_OF(always); i++) {
        const struct str value = header_of(reply, always[i][0]);
        if (!value.n || str_find(value, str_of(always[i][1])) == SIZE_MAX)
            fail_msg("%s (%d): no %s: %s", what, reply->status, always[i][0], always[i][1]);
    }
    CHECK(!header_of(reply, "Set-Cookie").n);
    CHECK(!header_of(reply, "Server").n);
}

static void every_answer_carries_every_header(void **state)
{
    static const struct {
        const char *method, *address, *headers;
        int status;
    } all[] = {
        { "GET", "/stad", "", 200 },
        { "HEAD", "/stad", "", 200 },
        { "GET", "/stad", "Accept-Encoding: gzip\r\n", 200 },
        { "GET", "/stad", "If-None-Match: *\r\n", 304 },
        { "GET", "/geheim", "", 200 },
        { "GET", "/blad", "", 200 },
        { "GET", "/weg", "", 303 },
        { "GET", "/", "Accept-Language: en\r\n", 303 },
        { "GET", "/stad/", "", 308 },
        { "GET", "/%zz", "", 400 },
        { "GET", "/stad?x=1", "", 400 },
        { "GET", "/beheer", "", 403 },
        { "POST", "/stuur", "Content-Length: 0\r\n", 403 },
        { "GET", "/niets", "", 404 },
        { "HEAD", "/niets", "", 404 },
        { "POST", "/stad", "Content-Length: 0\r\n", 405 },
        { "PUT", "/stad", "Content-Length: 0\r\n", 405 },
        { "DELETE", "/stad", "", 405 },
        { "OPTIONS", "*", "", 405 },
        { "TRACE", "/", "", 405 },
        { "BREW", "/", "", 405 },
        { "POST", "/stuur", "Content-Length: 7000000\r\n", 413 },
        { "GET", "/stad", "Content-Length: 1\r\nContent-Length: 2\r\n", 400 },
        { "GET", "/stad", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400 },
        { "GET", "/stad", "Host: twee\r\n", 400 },
        { "GET", "/stuk", "", 500 },
    };
    (void)state;
    start((struct web_config){ 0 });
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        ask(all[i].method, all[i].address, all[i].headers);
        if (reply->status != all[i].status)
            fail_msg("%s %s %s gives %d, not %d", all[i].method, all[i].address, all[i].headers,
                     reply->status, all[i].status);
        check_headers(all[i].address);
    }
    for (size_t i = 0; i < web_assets_n; i++) {
        ask("GET", web_assets[i].path, "Accept-Encoding: br\r\n");
        assert_int_equal(reply->status, 200);
        check_headers(web_assets[i].path);
        CHECK_HAS(header_of(reply, "Cache-Control"), "immutable");
        CHECK(str_is(header_of(reply, "Content-Encoding"), "br") ==
              (web_assets[i].brotli.n > 0));
        char again[64];
        snprintf(again, sizeof again, "If-None-Match: %s\r\n", web_assets[i].etag);
        ask("GET", web_assets[i].path, again);
        assert_int_equal(reply->status, 304);
        check_headers(web_assets[i].path);
    }
    assert_int_equal(ask("GET", "/assets/niets.css", "")->status, 404);
    stop();
}

static enum err invented(struct request *req, struct frame *frame)
{
    (void)req;
    frame->invented = true;
    return OK;
}

static void what_is_invented_is_not_for_search_engines(void **state)
{
    static const char *const all[] = { "/stad", "/blad", "/en/stad", "/niets" };
    (void)state;
    start((struct web_config){ .frame = invented });
    for (size_t twice = 0; twice < 2; twice++) /* also from the cache */
        for (size_t i = 0; i < COUNT_OF(all); i++)
            CHECK_STR(header_of(ask("GET", all[i], ""), "X-Robots-Tag"), "noindex");
    stop();
    start((struct web_config){ 0 });
    for (size_t i = 0; i < COUNT_OF(all); i++)
        CHECK(!header_of(ask("GET", all[i], ""), "X-Robots-Tag").n);
    stop();
}

static void says_how_a_page_may_be_kept(void **state)
{
    (void)state;
    start((struct web_config){ 0 });
    ask("GET", "/stad", "");
    CHECK_STR(header_of(reply, "Cache-Control"), "no-cache");
    CHECK_STR(header_of(reply, "Content-Language"), "nl");
    CHECK_STR(header_of(reply, "Vary"), "Accept-Encoding");
    CHECK_STR(header_of(reply, "Content-Type"), "text/html; charset=utf-8");
    ask("GET", "/en/stad", "");
    CHECK_STR(header_of(reply, "Content-Language"), "en");
    ask("GET", "/", "");
    CHECK_HAS(header_of(reply, "Vary"), "Accept-Language");
    ask("GET", "/", "Accept-Language: en\r\n");
    CHECK_STR(header_of(reply, "Location"), "/en/");
    CHECK_HAS(header_of(reply, "Vary"), "Accept-Language");
    ask("GET", "/geheim", "");
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    CHECK(!header_of(reply, "ETag").n);
    ask("GET", "/niets", "");
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    ask("GET", "/blad", "");
    CHECK_STR(header_of(reply, "Content-Disposition"),
              "attachment; filename=\"punten--2023--..-x.csv\"");
    ask("POST", "/stad", "Content-Length: 0\r\n");
    CHECK_STR(header_of(reply, "Allow"), "GET, HEAD");
    ask("GET", "/stuur", "");
    CHECK_STR(header_of(reply, "Allow"), "POST");
    stop();
}

static void strict_transport_only_behind_a_proxy_with_tls(void **state)
{
    (void)state;
    start((struct web_config){ .trust_proxy = true });
    CHECK(header_of(ask("GET", "/stad", "X-Forwarded-Proto: https\r\n"),
                    "Strict-Transport-Security")
              .n);
    CHECK(header_of(ask("GET", "/niets", "X-Forwarded-Proto: http, https\r\n"),
                    "Strict-Transport-Security")
              .n);
    CHECK(!header_of(ask("GET", "/stad", "X-Forwarded-Proto: https, http\r\n"),
                     "Strict-Transport-Security")
               .n);
    CHECK(!header_of(ask("GET", "/stad", ""), "Strict-Transport-Security").n);
    stop();
    start((struct web_config){ 0 });
    CHECK(!header_of(ask("GET", "/stad", "X-Forwarded-Proto: https\r\n"),
                     "Strict-Transport-Security")
               .n);
    stop();
}

static void a_page_is_kept_until_its_data_changes(void **state)
{
    char match[128];
    (void)state;
    start((struct web_config){ 0 });
    rename_city("Almere");
    CHECK_HAS(ask("GET", "/stad", "")->body, "city:Almere");
    CHECK_HAS(ask("GET", "/stad", "")->body, "city:Almere");
    assert_int_equal(atomic_load(&renders), 1);
    ask("GET", "/stad?q=", "");
    ask("GET", "/en/stad", "");
    assert_int_equal(atomic_load(&renders), 3); /* each address and language by itself */
    ask("GET", "/geheim", "");
    ask("GET", "/geheim", "");
    assert_int_equal(atomic_load(&renders), 5); /* never kept */

    ask("GET", "/stad", "");
    snprintf(match, sizeof match, "If-None-Match: %.*s\r\n", STR_ARG(header_of(reply, "ETag")));
    assert_int_equal(ask("GET", "/stad", match)->status, 304);
    CHECK(header_of(reply, "ETag").n);
    rename_city("Lelystad");
    ask("GET", "/stad", match);
    assert_int_equal(reply->status, 200);
    CHECK_HAS(reply->body, "city:Lelystad");
    assert_int_equal(atomic_load(&renders), 6);
    stop();
}

static void compresses_and_tags(void **state)
{
    (void)state;
    start((struct web_config){ 0 });
    ask("GET", "/stad", "");
    const struct str etag = header_of(reply, "ETag");
    CHECK(etag.n == 34 && etag.s[0] == '"');
    ask("GET", "/stad", "Accept-Encoding: gzip\r\n");
    CHECK_STR(header_of(reply, "Content-Encoding"), "gzip");
    CHECK(str_ends(header_of(reply, "ETag"), STR("-gz\"")));
    CHECK(reply->body.n < 500 && (unsigned char)reply->body.s[0] == 0x1F);
    ask("HEAD", "/stad", "");
    int64_t length = 0;
    CHECK(str_number(header_of(reply, "Content-Length"), 100000, &length) && length > 5000);
    stop();
}

/* Writes while a page is being made: whoever reads after the write must see it. */
static void *writes_in_between(void *with)
{
    (void)with;
    while (!atomic_load(&has_read)) wait_ms(1);
    rename_city("nieuw");
    atomic_store(&waits, false);
    return NULL;
}

static void a_write_while_a_page_is_made_leaves_no_stale_page(void **state)
{
    pthread_t thread;
    (void)state;
    start((struct web_config){ 0 });
    rename_city("oud");
    atomic_store(&has_read, false);
    atomic_store(&waits, true);
    pthread_create(&thread, NULL, writes_in_between, NULL);
    CHECK_HAS(ask("GET", "/stad", "")->body, "city:oud");
    pthread_join(thread, NULL);
    CHECK_HAS(ask("GET", "/stad", "")->body, "city:nieuw");
    stop();
}

static atomic_bool enough;
static void *keeps_asking(void *with)
{
    struct reply *r = calloc(1, sizeof *r);
    const int fd = dial(web_port(web));
    (void)with;
    while (!atomic_load(&enough)) {
        say(fd, "GET /stad HTTP/1.1\r\nHost: h\r\n\r\n");
        if (hear(fd, r, false)->status != 200) abort();
    }
    close(fd);
    free(r);
    return NULL;
}

static void what_was_written_is_always_seen(void **state)
{
    pthread_t threads[3];
    char name[32];
    (void)state;
    start((struct web_config){ .workers = 2 });
    atomic_store(&enough, false);
    for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, keeps_asking, NULL);
    for (int i = 0; i < 200; i++) {
        snprintf(name, sizeof name, "nummer-%d.", i);
        rename_city(name);
        CHECK_HAS(ask("GET", "/stad", "")->body, name);
    }
    atomic_store(&enough, true);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    stop();
}

static void one_connection_serves_many_requests(void **state)
{
    (void)state;
    start((struct web_config){ 0 });
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    for (int i = 0; i < 50; i++) {
        say(fd, i % 3 ? "GET /stad HTTP/1.1\r\nHost: h\r\n\r\n"
                      : "HEAD /niets HTTP/1.1\r\nHost: h\r\n\r\n");
        assert_int_equal(hear(fd, reply, i % 3 == 0)->status, i % 3 ? 200 : 404);
    }
    for (int i = 0; i < 10; i++)
        say(fd, "GET /stad HTTP/1.1\r\nHost: h\r\n\r\nGET /niets HTTP/1.1\r\nHost: h\r\n\r\n");
    for (int i = 0; i < 20; i++)
        assert_int_equal(hear(fd, reply, false)->status, i % 2 ? 404 : 200);
    say(fd, "GET /stad HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    assert_int_equal(hear(fd, reply, false)->status, 200);
    CHECK(hangs_up(fd));
    close(fd);
    stop();
}

static void the_log_knows_nobody(void **state)
{
    int pipe_fd[2];
    static char text[16384];
    (void)state;
    CHECK(pipe(pipe_fd) == 0);
    start((struct web_config){ .log_fd = pipe_fd[1], .now = { 1687885200 } });
    ask("GET", "/stad?q=Jansen", "User-Agent: Netscape\r\nReferer: http://geheim/\r\n");
    ask("GET", "/stad?q=Jansen", "");
    ask("HEAD", "/Jansen/Jansen", "");
    ask("GET", "/stuk", "");
    stop();
    const ssize_t n = read(pipe_fd[0], text, sizeof text - 1);
    const struct str log = { text, n > 0 ? (size_t)n : 0 };
    CHECK_HAS(log, "2023-06-27T17:00:00Z GET /stad 200 ");
    CHECK_HAS(log, "us hit\n");
    CHECK_HAS(log, "HEAD - 404 0 ");
    CHECK_HAS(log, "GET /stuk 500 ");
    CHECK_HAS(log, "on purpose");
    CHECK_NOT(log, "Jansen");
    CHECK_NOT(log, "127.0.0.1");
    CHECK_NOT(log, "Netscape");
    CHECK_NOT(log, "geheim");
    close(pipe_fd[0]);
    close(pipe_fd[1]);
}

static void *slow_visitor(void *with)
{
    struct reply *r = with;
    const int fd = dial(web_port(web));
    say(fd, "GET /geheim HTTP/1.1\r\nHost: h\r\n\r\n");
    hear(fd, r, false);
    close(fd);
    return NULL;
}

static void stopping_lets_answers_finish(void **state)
{
    pthread_t thread;
    (void)state;
    start((struct web_config){ 0 });
    const int idle = dial(web_port(web));
    const int port = web_port(web);
    atomic_store(&slow_ms, 400);
    reply->n = reply->at = 0;
    pthread_create(&thread, NULL, slow_visitor, reply);
    wait_ms(150);
    const int64_t before = now_ms();
    stop();
    CHECK(now_ms() - before < 3000);
    pthread_join(thread, NULL);
    atomic_store(&slow_ms, 0);
    assert_int_equal(reply->status, 200);
    CHECK(hangs_up(idle));
    close(idle);
    const struct sockaddr_in to = { .sin_family = AF_INET,
                                    .sin_port = htons((uint16_t)port),
                                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    CHECK(connect(fd, (const struct sockaddr *)&to, sizeof to) != 0);
    close(fd);
}

static void *long_visitor(void *with)
{
    struct reply *r = with;
    const int fd = dial(web_port(web));
    say(fd, "GET /lang HTTP/1.1\r\nHost: h\r\n\r\n");
    hear(fd, r, false);
    close(fd);
    return NULL;
}

/* One worker, and a page that takes long: others are answered meanwhile, and it is made once for all who
 * ask it at that moment. */
static void a_slow_page_keeps_nobody_waiting(void **state)
{
    enum { ASKERS = 3 };
    pthread_t threads[ASKERS];
    struct reply *replies = calloc(ASKERS, sizeof *replies);
    (void)state;
    start((struct web_config){ .workers = 1 });
    atomic_store(&slow_ms, 600);
    for (int i = 0; i < ASKERS; i++)
        pthread_create(&threads[i], NULL, long_visitor, &replies[i]);
    wait_ms(100);
    const int64_t before = now_ms();
    assert_int_equal(ask("GET", "/blad", "")->status, 200);
    CHECK(now_ms() - before < 400);
    for (int i = 0; i < ASKERS; i++) pthread_join(threads[i], NULL);
    atomic_store(&slow_ms, 0);
    for (int i = 0; i < ASKERS; i++) assert_int_equal(replies[i].status, 200);
    assert_int_equal(atomic_load(&renders), 1);
    assert_int_equal(ask("GET", "/lang", "")->status, 200);
    assert_int_equal(ask("HEAD", "/lang", "")->status, 200);
    assert_int_equal(atomic_load(&renders), 1);
    stop();
    free(replies);
}

/* Who goes away while a slow page is made, or a server that stops: nothing is left behind. */
static void a_slow_page_that_nobody_waits_for(void **state)
{
    (void)state;
    start((struct web_config){ .workers = 1 });
    atomic_store(&slow_ms, 200);
    for (int i = 0; i < 3; i++) {
        const int fd = dial(web_port(web));
        say(fd, "GET /lang HTTP/1.1\r\nHost: h\r\n\r\n");
        wait_ms(20);
        close(fd);
    }
    atomic_store(&slow_ms, 0);
    stop();
}

static void an_address_in_use_is_refused(void **state)
{
    struct web *other;
    char listen_on[32];
    (void)state;
    start((struct web_config){ 0 });
    snprintf(listen_on, sizeof listen_on, "127.0.0.1:%d", web_port(web));
    struct web_config config = { .listen = listen_on, .log_fd = -1 };
    CHECK(web_start(&other, store, &config) == ERR_CLASH);
    static const char *const bad[] = {
        "", "8080", "localhost:80", "127.0.0.1:", "127.0.0.1:99999", "[::1:80", "300.1.1.1:80"
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        config.listen = bad[i];
        CHECK(web_start(&other, store, &config) == ERR_INPUT);
    }
    stop();
}

static void who_asks_too_often_waits(void **state)
{
    (void)state;
    start((struct web_config){ .limiter = true, .trust_proxy = true });
    const int fd = dial(web_port(web));
    int refused = 0;
    reply->n = reply->at = 0;
    for (int i = 0; i < 6000 && !refused; i++) {
        say(fd, "HEAD /stad HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n");
        refused = hear(fd, reply, true)->status == 429;
    }
    CHECK(refused);
    check_headers("429");
    CHECK(header_of(reply, "Retry-After").n);
    ask("GET", "/stad", "X-Forwarded-For: 192.0.2.1, 192.0.2.2\r\n");
    assert_int_equal(reply->status, 200); /* another visitor behind the same proxy */
    close(fd);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_answer_carries_every_header),
        cmocka_unit_test(what_is_invented_is_not_for_search_engines),
        cmocka_unit_test(says_how_a_page_may_be_kept),
        cmocka_unit_test(strict_transport_only_behind_a_proxy_with_tls),
        cmocka_unit_test(a_page_is_kept_until_its_data_changes),
        cmocka_unit_test(compresses_and_tags),
        cmocka_unit_test(a_write_while_a_page_is_made_leaves_no_stale_page),
        cmocka_unit_test(what_was_written_is_always_seen),
        cmocka_unit_test(one_connection_serves_many_requests),
        cmocka_unit_test(the_log_knows_nobody),
        cmocka_unit_test(stopping_lets_answers_finish),
        cmocka_unit_test(a_slow_page_keeps_nobody_waiting),
        cmocka_unit_test(a_slow_page_that_nobody_waits_for),
        cmocka_unit_test(an_address_in_use_is_refused),
        cmocka_unit_test(who_asks_too_often_waits),
    };
    reply = calloc(1, sizeof *reply);
    const int failed = RUN_TESTS(tests);
    free(reply);
    return failed;
}
