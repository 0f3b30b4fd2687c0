/* suspended.test.c — a form that is being done, while its sender leaves, hurries, or the server ends. */
#include "base/test.h"
#include "web/client.h"
#include "web/site.h"
#include "web/token.h"

#include <pthread.h>
#include <stdatomic.h>

static struct store *store;
static struct web *web;
static struct reply *reply;
static struct arena arena;
static atomic_int acts, prepared;
static atomic_bool shut; /* what is slow waits as long as this */

struct note {
    struct str text;
    struct upload photo;
};
static const struct field note_fields[] = {
    FIELD_TEXT(struct note, text, "tekst", .most = 300),
    FIELD_FILE(struct note, photo, "foto"),
};
static const struct form note_form = FORM(struct note, note_fields);

static enum err show(struct request *req, struct response *res)
{
    struct out *o = response_page(req, res);
    out_form_token(o);
    out_text(o, form_typed(req->form, "tekst"));
    return OK;
}
static enum err slowly(struct request *req)
{
    (void)req;
    atomic_fetch_add(&prepared, 1);
    while (atomic_load(&shut)) wait_ms(1);
    return OK;
}
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct note *note = form_values(req);
    (void)tx;
    atomic_fetch_add(&acts, 1);
    if (str_is(note->text, "nee")) form_wrong(req, "tekst", SAY("Vul dit in."));
    return response_redirect(res, (struct path){ STR("/klaar") });
}
static enum err done(struct request *req, struct response *res)
{
    out_raw(response_page(req, res), STR("klaar"));
    return OK;
}

static const struct page p_note = {
    .path = "/briefje", .handle = show, .form = &note_form, .act = act, .file = "t"
};
static const struct page p_slow = { .path = "/traag",
                                    .handle = show,
                                    .form = &note_form,
                                    .prepare = slowly,
                                    .act = act,
                                    .file = "t" };
static const struct page p_photo = { .path = "/foto",
                                     .handle = show,
                                     .form = &note_form,
                                     .act = act,
                                     .upload = 1024 * 1024,
                                     .file = "t" };
static const struct page p_done = { .path = "/klaar", .handle = done, .file = "t" };
static const struct page *const pages[] = { &p_note, &p_slow, &p_photo, &p_done };

static char let_in_last[32]; /* as rows that are kept until the next snapshot are */
static enum err let(struct store *st, struct request *req, const struct page *page)
{
    (void)st, (void)page;
    snprintf(let_in_last, sizeof let_in_last, "%.*s", STR_ARG(req->session));
    req->visitor = (struct visitor){ .person = 7, .session = str_of(let_in_last) };
    return OK;
}

static void start_patient(unsigned workers, unsigned body_ms, unsigned answer_ms)
{
    const struct web_config config = { .listen = "127.0.0.1:0",
                                       .log_fd = -1,
                                       .pages = pages,
                                       .pages_n = COUNT_OF(pages),
                                       .admit = let,
                                       .workers = workers,
                                       .patience = { .body = body_ms, .answer = answer_ms } };
    CHECK_OK(store_open_memory(&store));
    CHECK_OK(web_start(&web, store, &config));
    atomic_store(&acts, 0);
    atomic_store(&prepared, 0);
    atomic_store(&shut, false);
}
static void start(void)
{
    start_patient(2, 120 * 1000, 0);
}
static void stop(void)
{
    web_stop(web);
    store_close(store);
    arena_end(&arena);
}

static void still_serves(void)
{
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, "GET /klaar HTTP/1.1\r\nHost: h\r\n\r\n");
    assert_int_equal(hear(fd, reply, false)->status, 200);
    close(fd);
}

static struct str token_of(struct str page)
{
    const size_t at = str_find(page, STR("value=\""));
    CHECK(at != SIZE_MAX);
    return arena_copy(&arena, str_upto(str_from(page, at + 7), TOKEN_TEXT));
}
static struct str token(const char *headers)
{
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, arena_format(&arena, "GET /briefje HTTP/1.1\r\nHost: h\r\n%s\r\n", headers).s);
    assert_int_equal(hear(fd, reply, false)->status, 200);
    close(fd);
    return token_of(reply->body);
}

#define URLENCODED "Content-Type: application/x-www-form-urlencoded\r\n"

static struct str filled(struct str its_token, const char *text)
{
    return arena_format(&arena, "formulier=%.*s&tekst=%s", STR_ARG(its_token), text);
}

static const char *post_text(const char *path, const char *headers, struct str body)
{
    return arena_format(&arena,
                        "POST %s HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n%s" URLENCODED
                        "Content-Length: %zu\r\n\r\n%.*s",
                        path, headers, body.n, STR_ARG(body))
        .s;
}

static void until(atomic_int *what, int least)
{
    for (int ms = 0; ms < 10000 && atomic_load(what) < least; ms++) wait_ms(1);
    CHECK(atomic_load(what) >= least);
}

/* ---- who hurries ---- */

static void what_stands_behind_a_form_waits_its_turn(void **state)
{
    (void)state;
    start();
    const char *slow = post_text("/traag", "", filled(token(""), "a"));
    const char *quick = post_text("/briefje", "", filled(token(""), "b"));
    const int fd = dial(web_port(web));
    atomic_store(&shut, true);
    reply->n = reply->at = 0;
    say(fd, arena_format(&arena, "%sGET /klaar HTTP/1.1\r\nHost: h\r\n\r\n%s%s", slow, quick,
                         "GET /niets HTTP/1.1\r\nHost: h\r\n\r\n")
                .s);
    until(&prepared, 1);
    wait_ms(50);
    assert_int_equal(atomic_load(&acts), 0);
    say(fd, slow); /* and more comes while it waits */
    atomic_store(&shut, false);
    static const int expected[] = { 303, 200, 303, 404, 303 };
    for (size_t i = 0; i < COUNT_OF(expected); i++)
        assert_int_equal(hear(fd, reply, false)->status, expected[i]);
    close(fd);
    assert_int_equal(atomic_load(&acts), 2); /* the slow one, sent twice, was done once */
    stop();
}

static void a_sender_may_ask_before_it_sends(void **state)
{
    (void)state;
    start();
    const struct str body = filled(token(""), "eerst+vragen");
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, arena_format(&arena,
                         "POST /briefje HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED
                         "Expect: 100-continue\r\nContent-Length: %zu\r\n\r\n",
                         body.n)
                .s);
    assert_int_equal(hear(fd, reply, true)->status, 100);
    say_bytes(fd, body.s, body.n);
    assert_int_equal(hear(fd, reply, false)->status, 303);
    /* In pieces, with something behind each and a header behind the last. */
    say(fd, "POST /briefje HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED
            "Transfer-Encoding: chunked\r\n\r\n");
    say(fd, arena_format(&arena, "%zx;naam=waarde\r\n%.*s\r\n0\r\nX: y\r\n\r\n", body.n,
                         STR_ARG(body))
                .s);
    assert_int_equal(hear(fd, reply, false)->status, 303);
    say(fd, "HEAD /briefje HTTP/1.1\r\nHost: h\r\n\r\n");
    assert_int_equal(hear(fd, reply, true)->status, 200);
    say(fd, "POST /briefje HTTP/1.0\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED);
    say(fd, arena_format(&arena, "Content-Length: %zu\r\n\r\n%.*s", body.n, STR_ARG(body)).s);
    assert_int_equal(hear(fd, reply, false)->status, 303);
    close(fd);
    assert_int_equal(atomic_load(&acts), 1);
    stop();
}

/* ---- who leaves ---- */

static void who_leaves_is_done_all_the_same(void **state)
{
    enum {
        LEAVERS = 60,
        RESETS = LEAVERS / 3
    }; /* a reset takes what was not read yet with it */
    int fds[LEAVERS];
    (void)state;
    start();
    atomic_store(&shut, true);
    for (int i = 0; i < LEAVERS; i++) {
        const struct linger reset = { 1, 0 };
        fds[i] = dial(web_port(web));
        say(fds[i], post_text("/traag", "", filled(token(""), "weg")));
        if (i % 3 == 0) setsockopt(fds[i], SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        if (i % 3 == 1) say(fds[i], "GET /klaar HTTP/1.1\r\nHost");
    }
    until(&prepared, 1);
    for (int i = 0; i < LEAVERS; i++) close(fds[i]);
    still_serves();
    atomic_store(&shut, false);
    until(&acts, LEAVERS - RESETS);
    still_serves();
    stop();
}

static void who_says_no_more_still_hears(void **state)
{
    (void)state;
    start();
    const char *text = post_text("/traag", "", filled(token(""), "half"));
    const int fd = dial(web_port(web));
    atomic_store(&shut, true);
    reply->n = reply->at = 0;
    say(fd, text);
    shutdown(fd, SHUT_WR);
    until(&prepared, 1);
    atomic_store(&shut, false);
    assert_int_equal(hear(fd, reply, false)->status, 303);
    CHECK(hangs_up(fd));
    close(fd);
    stop();
}

static void what_takes_too_long_is_cut_off_and_done(void **state)
{
    (void)state;
    start_patient(2, 120 * 1000, 300);
    const char *text = post_text("/traag", "", filled(token(""), "lang"));
    const int fd = dial(web_port(web));
    atomic_store(&shut, true);
    reply->n = reply->at = 0;
    say(fd, text);
    until(&prepared, 1);
    wait_ms(900);
    still_serves();
    atomic_store(&shut, false);
    until(&acts, 1);
    assert_int_equal(hear(fd, reply, false)->status, 0);
    CHECK(reply->closed);
    close(fd);
    still_serves();
    stop();
}

/* ---- whose it is ---- */

static void a_form_stays_its_senders(void **state)
{
    (void)state;
    start();
#define ONE "Cookie: __Host-dialoog=een\r\n"
#define OTHER "Cookie: __Host-dialoog=twee\r\n"
    const char *text = post_text("/traag", ONE, filled(token(ONE), "nee"));
    const int fd = dial(web_port(web));
    atomic_store(&shut, true);
    say(fd, text);
    until(&prepared, 1);
    for (int i = 0; i < 8; i++) token(OTHER); /* on every worker */
    atomic_store(&shut, false);
    reply->n = reply->at = 0;
    assert_int_equal(hear(fd, reply, false)->status, 422);
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    say(fd, post_text("/briefje", ONE, filled(token_of(reply->body), "ja")));
    assert_int_equal(hear(fd, reply, false)->status, 303);
    close(fd);
    stop();
}

/* What a page shows to somebody is never shown to anybody. */
static void what_somebody_sees_is_not_kept(void **state)
{
    (void)state;
    start();
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, "GET /klaar HTTP/1.1\r\nHost: h\r\n" ONE "\r\n");
    assert_int_equal(hear(fd, reply, false)->status, 200);
    CHECK_STR(header_of(reply, "Cache-Control"), "no-store");
    say(fd, "GET /klaar HTTP/1.1\r\nHost: h\r\n\r\n");
    assert_int_equal(hear(fd, reply, false)->status, 200);
    CHECK_STR(header_of(reply, "Cache-Control"), "no-cache");
    close(fd);
    stop();
}

/* ---- how much ---- */

#define UPLOAD(length)                                                                         \
    arena_format(&arena,                                                                       \
                 "POST /foto HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\nContent-Type: "        \
                 "multipart/form-data; boundary=x\r\nContent-Length: %d\r\n\r\n",              \
                 length)                                                                       \
        .s

static int upload_whole(void)
{
    enum { BYTES = 900 * 1024 };
    const struct str head = arena_format(
        &arena,
        "--x\r\nContent-Disposition: form-data; name=formulier\r\n\r\n%.*s\r\n--x\r\n"
        "Content-Disposition: form-data; name=foto; filename=f\r\n\r\n",
        STR_ARG(token("")));
    static char photo[BYTES];
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, UPLOAD((int)head.n + BYTES + 9));
    say_bytes(fd, head.s, head.n);
    say_bytes(fd, photo, sizeof photo);
    say(fd, "\r\n--x--\r\n");
    hear(fd, reply, false);
    close(fd);
    return reply->status;
}

static void who_promises_much_takes_nothing(void **state)
{
    int fds[120];
    (void)state;
    start();
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        fds[i] = dial(web_port(web));
        say(fds[i], UPLOAD(1024 * 1024));
        say(fds[i], "--x\r\n");
    }
    assert_int_equal(upload_whole(), 303);
    for (size_t i = 0; i < COUNT_OF(fds); i++) close(fds[i]);
    stop();
}

static int upload_begun(void)
{
    static char much[1000 * 1000] = "--x\r\n";
    const int fd = dial(web_port(web));
    say(fd, UPLOAD(1024 * 1024));
    say_bytes(fd, much, sizeof much);
    return fd;
}

static void until_room(void)
{
    for (int i = 0; i < 500 && upload_whole() != 303; i++) wait_ms(50);
    assert_int_equal(reply->status, 303);
}

static void all_bodies_together_are_bounded(void **state)
{
    enum { SENDERS = 70, MOST = 200 };
    static const char rest[1024 * 1024 - 1000 * 1000];
    int fds[MOST], n = 0, refused = 0;
    (void)state;
    start();
    while (n < SENDERS) fds[n++] = upload_begun();
    /* Full for good: who is refused lets go of what it held, which can leave room for one more. Both
     * workers have to have read what was sent before the first of it is finished. */
    for (int full = 0; full < 5 && n < MOST; wait_ms(50)) {
        full = upload_whole() == 503 ? full + 1 : 0;
        if (!full) fds[n++] = upload_begun();
    }
    assert_int_equal(reply->status, 503);
    CHECK_STR(header_of(reply, "Retry-After"), "5");
    still_serves();
    for (int i = 0; i < n; i++) {
        say_bytes(fds[i], rest, sizeof rest);
        reply->n = reply->at = 0;
        const int status = hear(fds[i], reply, false)->status;
        CHECK(status == 400 || status == 503);
        refused += status == 503;
        close(fds[i]);
    }
    CHECK(refused >= n - 64 && refused < n);
    until_room(); /* nothing of it is still counted */
    stop();
    /* Nor of who leaves halfway, from its deadline on: epoll can miss that it left. */
    start_patient(2, 2000, 0);
    for (int i = 0; i < SENDERS; i++) close(upload_begun());
    until_room();
    stop();
}

/* ---- the end ---- */

struct sender {
    pthread_t thread;
    struct str token;
    int number, answered, refused;
};
static void *send_on(void *with)
{
    struct sender *s = with;
    struct reply *r = calloc(1, sizeof *r);
    const int fd = dial(web_port(web));
    char body[256], text[512];
    for (int i = 0; i < 100000; i++) {
        snprintf(body, sizeof body, "formulier=%.*s&tekst=%d-%d", STR_ARG(s->token), s->number,
                 i);
        snprintf(text, sizeof text,
                 "POST /briefje HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n" URLENCODED
                 "Content-Length: %zu\r\n\r\n%s",
                 strlen(body), body);
        if (!say(fd, text)) break;
        const int status = hear(fd, r, false)->status;
        if (status != 303 && status != 503) break;
        if (status == 303)
            s->answered++;
        else
            s->refused++;
        if (r->closed) break;
        if (s->number % 2) wait_ms(s->number % 9);
    }
    close(fd);
    free(r);
    return NULL;
}

static void ending_while_forms_keep_coming(void **state)
{
    enum { SENDERS = 24, ROUNDS = 4 };
    static struct sender senders[SENDERS];
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        start();
        for (int i = 0; i < SENDERS; i++) {
            senders[i] = (struct sender){ .token = token(""), .number = i };
            CHECK(!pthread_create(&senders[i].thread, NULL, send_on, &senders[i]));
        }
        until(&acts, 100);
        const int64_t began = now_ms();
        web_stop(web);
        CHECK(now_ms() - began < 3000); /* who goes on asking does not hold it up */
        int answered = 0;
        for (int i = 0; i < SENDERS; i++) {
            pthread_join(senders[i].thread, NULL);
            answered += senders[i].answered;
        }
        assert_int_equal(answered, atomic_load(&acts)); /* what was done was said */
        store_close(store);
        arena_end(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_behind_a_form_waits_its_turn),
        cmocka_unit_test(a_sender_may_ask_before_it_sends),
        cmocka_unit_test(who_leaves_is_done_all_the_same),
        cmocka_unit_test(who_says_no_more_still_hears),
        cmocka_unit_test(what_takes_too_long_is_cut_off_and_done),
        cmocka_unit_test(a_form_stays_its_senders),
        cmocka_unit_test(what_somebody_sees_is_not_kept),
        cmocka_unit_test(who_promises_much_takes_nothing),
        cmocka_unit_test(all_bodies_together_are_bounded),
        cmocka_unit_test(ending_while_forms_keep_coming),
    };
    reply = calloc(1, sizeof *reply);
    const int failed = RUN_TESTS(tests);
    free(reply);
    return failed;
}
