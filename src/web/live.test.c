/* live.test.c — who listens hears what there is and what it becomes, over real sockets: together, once, and
 * also when others hurry, sleep or leave. */
#include "base/test.h"
#include "web/client.h"
#include "web/live.h"
#include "web/web.sql.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>

enum { BIG = 200 * 1024 };

static struct store *store;
static struct web *web;
static struct arena arena;
static atomic_int made;

/* ---- a page that shows what was written last ---- */

#define KEY STR("0123456789abcdef0123456789abcdef")

static enum err show(struct request *req, struct response *res)
{
    struct answered_find_row row;
    bool found;
    atomic_fetch_add(&made, 1);
    TRY(answered_find(req->db, req->arena, KEY, &row, &found));
    if (found && str_is(row.location, "weg")) return FAIL(ERR_MISSING, "gone");
    res->content = CONTENT_TEXT;
    res->body = out_start(req->arena, BIG * 2, req->lang);
    out_raw(&res->body, found ? row.location : STR("niets"));
    return OK;
}
static const struct page p_live = { .path = "/nu", .live = true, .handle = show, .file = "t" };
static const struct page p_other = {
    .path = "/:wat/nu", .live = true, .handle = show, .file = "t"
};
static const struct page p_still = { .path = "/stil", .handle = show, .file = "t" };
static const struct page p_closed = {
    .path = "/dicht", .live = true, .who = WHO_EDITOR, .handle = show, .file = "t"
};
static const struct page *const pages[] = { &p_live, &p_other, &p_still, &p_closed };

static enum err write_work(struct tx *tx, void *with)
{
    TRY(answered_sweep(tx, (struct instant){ INT64_MAX }));
    return answered_add(tx, KEY, (struct instant){ 1 }, *(struct str *)with);
}
static void write_text(struct str text)
{
    CHECK_OK(store_write(store, write_work, &text));
}

static void begin(unsigned most, unsigned beat, unsigned patience)
{
    const struct web_config config = { .listen = "127.0.0.1:0",
                                       .log_fd = -1,
                                       .workers = 2,
                                       .pages = pages,
                                       .pages_n = COUNT_OF(pages),
                                       .streams = most,
                                       .patience = { .beat = beat, .stream = patience } };
    signal(SIGPIPE, SIG_IGN);
    CHECK_OK(store_open_memory(&store));
    CHECK_OK(web_start(&web, store, &config));
}
static void end(void)
{
    web_stop(web);
    store_close(store);
    arena_end(&arena);
    arena = (struct arena){ 0 };
}

/* ---- who listens ---- */

struct ear {
    int fd;
    size_t n, from; /* bytes heard, and where what was not looked at yet begins */
    char text[64 * 1024];
};

static struct ear *listens(const char *path, const char *more)
{
    struct ear *e = calloc(1, sizeof *e);
    if (!e) abort();
    e->fd = dial(web_port(web));
    say(e->fd, arena_format(&arena,
                            "GET %s HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\n%s\r\n",
                            path, more)
                   .s);
    return e;
}
static void leaves(struct ear *e)
{
    close(e->fd);
    free(e);
}
static bool heard_more(struct ear *e, int ms)
{
    const struct timeval patience = { ms / 1000, ms % 1000 * 1000 };
    setsockopt(e->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const ssize_t n = recv(e->fd, e->text + e->n, sizeof e->text - 1 - e->n, 0);
    if (n > 0) e->n += (size_t)n;
    return n > 0;
}
/* Waits until this is said, and goes on behind it. */
static bool hears(struct ear *e, const char *what, int ms)
{
    const int64_t until = now_ms() + ms;
    for (;;) {
        const size_t at =
            str_find((struct str){ e->text + e->from, e->n - e->from }, str_of(what));
        if (at != SIZE_MAX) {
            e->from += at + strlen(what);
            return true;
        }
        if (now_ms() >= until ||
            (!heard_more(e, (int)(until - now_ms()) + 1) && now_ms() < until))
            return false;
    }
}
#define HEARS(e, what)                                                                         \
    do {                                                                                       \
        if (!hears(e, what, 5000))                                                             \
            fail_msg("\"%s\" not heard, but: %.*s", what, (int)(e)->n, (e)->text);             \
    } while (0)

static void everybody_hears_what_it_becomes(void **state)
{
    (void)state;
    begin(0, 0, 0);
    struct ear *a = listens("/nu", ""), *b = listens("/nu", "");
    HEARS(a, "200 OK");
    HEARS(a, "Content-Type: text/event-stream");
    HEARS(a, "retry: ");
    HEARS(a, "data: niets\n\n");
    HEARS(b, "data: niets\n\n");
    const int before = atomic_load(&made);
    write_text(STR("een\ntwee\n\ndrie"));
    HEARS(a, "id: ");
    HEARS(a, "data: een\ndata: twee\ndata: \ndata: drie\n\n");
    HEARS(b, "data: een\n");
    assert_true(atomic_load(&made) - before <= 3); /* made for both at once */
    write_text(STR("een\ntwee\n\ndrie"));          /* written, and the same */
    assert_false(hears(a, "data: ", 400));
    leaves(a);
    write_text(STR("daarna"));
    HEARS(b, "data: daarna\n");
    leaves(b);
    end();
}

static void who_comes_back_hears_only_what_is_new(void **state)
{
    (void)state;
    begin(0, 0, 0);
    struct ear *a = listens("/nu", "");
    HEARS(a, "id: ");
    const char *known = arena_format(&arena, "Last-Event-ID: %.16s\r\n", a->text + a->from).s;
    leaves(a);
    struct ear *b = listens("/nu", known), *c = listens("/nu", "Last-Event-ID: x\r\n");
    HEARS(c, "data: niets");
    HEARS(b, ":\n\n");
    assert_false(hears(b, "data: ", 300));
    write_text(STR("iets"));
    HEARS(b, "data: iets");
    leaves(b);
    leaves(c);
    end();
}

static void what_was_written_last_is_heard(void **state)
{
    (void)state;
    begin(0, 0, 0);
    struct ear *a = listens("/nu", "");
    HEARS(a, "niets");
    for (int i = 0; i < 100; i++) write_text(arena_format(&arena, "nummer %d.", i));
    HEARS(a, "nummer 99.");
    leaves(a);
    end();
}

static int status_of(const char *method, const char *path, const char *accept)
{
    static struct reply r;
    memset(&r, 0, sizeof r);
    const int fd = dial(web_port(web));
    say(fd, arena_format(&arena, "%s %s HTTP/1.1\r\nHost: h\r\nAccept: %s\r\n\r\n", method,
                         path, accept)
                .s);
    hear(fd, &r, method[0] == 'H');
    close(fd);
    if (str_starts(header_of(&r, "Content-Type"), STR("text/event-stream"))) return -1;
    return r.status;
}

static void others_get_a_page(void **state)
{
    (void)state;
    begin(0, 0, 0);
    assert_int_equal(status_of("GET", "/nu", "text/html"), 200);
    assert_int_equal(status_of("HEAD", "/nu", "text/event-stream"), 200);
    assert_int_equal(status_of("GET", "/stil", "text/event-stream"), 200);
    assert_int_equal(status_of("GET", "/dicht", "text/event-stream"), 403);
    assert_int_equal(status_of("GET", "/nu?x=1", "text/event-stream"), 400);
    assert_int_equal(status_of("GET", "/n%75", "text/event-stream"),
                     200); /* another spelling */
    write_text(STR("weg"));
    assert_int_equal(status_of("GET", "/nu", "text/event-stream"), 404);
    end();
}

static void when_it_is_gone_streams_end(void **state)
{
    (void)state;
    begin(0, 0, 0);
    struct ear *a = listens("/nu", "");
    HEARS(a, "niets");
    write_text(STR("weg"));
    HEARS(a, "\r\n0\r\n");
    leaves(a);
    write_text(STR("terug"));
    struct ear *b = listens("/nu", "");
    HEARS(b, "data: terug");
    leaves(b);
    end();
}

static void a_sign_of_life_now_and_then(void **state)
{
    (void)state;
    begin(0, 1, 3);
    struct ear *a = listens("/nu", "");
    HEARS(a, "niets");
    for (int i = 0; i < 4; i++) HEARS(a, ":\n\n"); /* also past its patience */
    write_text(STR("nog steeds"));
    HEARS(a, "nog steeds");
    leaves(a);
    end();
}

static void no_more_than_there_is_room_for(void **state)
{
    (void)state;
    begin(2, 1, 0);
    struct ear *a = listens("/nu", ""), *b = listens("/zaal/nu", "");
    HEARS(a, "niets");
    HEARS(b, "niets");
    assert_int_equal(status_of("GET", "/nu", "text/event-stream"), 503);
    assert_int_equal(status_of("GET", "/nu", "text/html"), 200);
    leaves(a);
    int status = 503; /* who left is noticed when something is said to them */
    for (int i = 0; i < 40 && status == 503; i++) {
        wait_ms(100);
        status = status_of("GET", "/nu", "text/event-stream");
    }
    assert_int_equal(status, -1);
    leaves(b);
    end();
}

static void who_takes_nothing_is_dropped(void **state)
{
    (void)state;
    begin(0, 1, 2);
    struct ear *quick = listens("/nu", ""), *slow = listens("/nu", "");
    HEARS(quick, "niets");
    HEARS(slow, "niets");
    char *big = arena_take(&arena, BIG + 1, 1);
    for (int i = 0; i < 40; i++) { /* 8 MB, more than the kernel keeps for them */
        memset(big, 'a' + i % 26, BIG);
        write_text((struct str){ big, BIG });
        while (heard_more(quick, 150)) quick->n = quick->from = 0;
    }
    wait_ms(3000);
    size_t n = 0;
    ssize_t some;
    char bytes[4096];
    const struct timeval patience = { 2, 0 };
    setsockopt(slow->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    while ((some = recv(slow->fd, bytes, sizeof bytes, 0)) > 0) n += (size_t)some;
    assert_true(some == 0 || errno == ECONNRESET); /* and not a timeout */
    write_text(STR("klaar"));
    HEARS(quick, "data: klaar");
    leaves(quick);
    leaves(slow);
    end();
}

static void the_server_ends_while_they_listen(void **state)
{
    (void)state;
    struct ear *ears[50];
    begin(0, 0, 0);
    for (size_t i = 0; i < COUNT_OF(ears); i++) ears[i] = listens("/nu", "");
    for (size_t i = 0; i < COUNT_OF(ears); i++) HEARS(ears[i], "niets");
    const int64_t start = now_ms();
    web_stop(web);
    assert_true(now_ms() - start < 2500);
    for (size_t i = 0; i < COUNT_OF(ears); i++) {
        HEARS(ears[i], "\r\n0\r\n");
        leaves(ears[i]);
    }
    store_close(store);
    arena_end(&arena);
    arena = (struct arena){ 0 };
}

static void they_come_and_go_while_it_changes(void **state)
{
    (void)state;
    struct ear *ears[60] = { 0 };
    begin(0, 1, 0);
    for (int turn = 0; turn < 600; turn++) {
        struct ear **e = &ears[(size_t)turn * 37 % COUNT_OF(ears)];
        if (*e) leaves(*e);
        *e = turn % 3 ? listens(turn % 2 ? "/nu" : "/zaal/nu", "") : NULL;
        if (turn % 10 == 0) write_text(arena_format(&arena, "beurt %d.", turn));
        if (turn % 50 == 0) wait_ms(100);
    }
    write_text(STR("het einde"));
    for (size_t i = 0; i < COUNT_OF(ears); i++) {
        if (!ears[i]) continue;
        HEARS(ears[i], "data: het einde");
        leaves(ears[i]);
    }
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_hears_what_it_becomes),
        cmocka_unit_test(who_comes_back_hears_only_what_is_new),
        cmocka_unit_test(what_was_written_last_is_heard),
        cmocka_unit_test(others_get_a_page),
        cmocka_unit_test(when_it_is_gone_streams_end),
        cmocka_unit_test(a_sign_of_life_now_and_then),
        cmocka_unit_test(no_more_than_there_is_room_for),
        cmocka_unit_test(who_takes_nothing_is_dropped),
        cmocka_unit_test(the_server_ends_while_they_listen),
        cmocka_unit_test(they_come_and_go_while_it_changes),
    };
    return RUN_TESTS(tests);
}
