/* attack.test.c — what no browser sends: the server refuses it, stays up, and serves the others. */
#include "base/test.h"
#include "web/client.h"
#include "web/web.h"

#include <errno.h>

enum { BIG = 8 * 1024 * 1024 };

static struct store *store;
static struct web *web;
static struct reply *reply;

static enum err small(struct request *req, struct response *res)
{
    out_raw(response_page(req, res), STR("klein"));
    return OK;
}
static enum err big(struct request *req, struct response *res)
{
    struct out *o = response_page(req, res);
    static const char much[64 * 1024] = "x";
    for (size_t n = 0; n < BIG; n += sizeof much) out_raw(o, (struct str){ much, sizeof much });
    return OK;
}
static enum err nothing(struct tx *tx, struct request *req, struct response *res)
{
    (void)tx, (void)req;
    return response_redirect(res, (struct path){ STR("/klein") });
}
static const struct page p_small = {
    .path = "/klein", .query = "q", .handle = small, .file = "t"
};
static const struct page p_big = { .path = "/groot", .handle = big, .file = "t" };
static const struct page p_send = { .path = "/stuur", .act = nothing, .file = "t" };
static const struct page *const pages[] = { &p_small, &p_big, &p_send };

static void start(unsigned head, unsigned body, unsigned answer, unsigned idle)
{
    const struct web_config config = {
        .listen = "127.0.0.1:0",
        .log_fd = -1,
        .pages = pages,
        .pages_n = COUNT_OF(pages),
        .patience = { head, body, answer, idle },
    };
    CHECK_OK(store_open_memory(&store));
    CHECK_OK(web_start(&web, store, &config));
}
static void stop(void)
{
    web_stop(web);
    store_close(store);
}
static void still_serves(const char *after)
{
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say(fd, "GET /klein HTTP/1.1\r\nHost: h\r\n\r\n");
    if (hear(fd, reply, false)->status != 200) fail_msg("no answer after: %s", after);
    close(fd);
}

/* Sends the bytes on a connection of their own; gives the status, 0 when it was just closed. */
static int status_of(const char *bytes, size_t n)
{
    const int fd = dial(web_port(web));
    reply->n = reply->at = 0;
    say_bytes(fd, bytes, n);
    hear(fd, reply, false);
    close(fd);
    return reply->status;
}
#define STATUS(literal) status_of((literal), sizeof(literal) - 1)

static void addresses(void **state)
{
    static const struct {
        const char *address;
        int status;
    } all[] = {
        { "/%ff", 400 },
        { "/%c0%af", 400 },
        { "/\xff", 400 },
        { "/%00", 400 },
        { "/klein%00", 400 },
        { "/klein%0d%0aX:1", 400 },
        { "/../etc/passwd", 400 },
        { "/%2e%2e/etc/passwd", 400 },
        { "/..%2fetc", 400 },
        { "/..%5cetc", 400 },
        { "/klein/..", 400 },
        { "/./klein", 400 },
        { "//klein", 400 },
        { "/klein//", 400 },
        { "klein", 400 },
        { "http://elders/klein", 400 },
        { "/klein HTTP/1.0", 400 },
        { "/klein?q=1&q=2", 400 },
        { "/klein?z=1", 400 },
        { "/klein?q=%", 400 },
        { "/%6blein", 200 },
        { "/klein?q=", 200 },
        { "/klein?", 200 },
        { "/klein#x", 404 },
        { "/klein;q=1", 404 },
        { "/KLEIN", 404 },
        { "/klein%20", 404 },
        { "/%252e%252e", 404 },
    };
    char text[256];
    (void)state;
    start(0, 0, 0, 0);
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: h\r\n\r\n", all[i].address);
        const int status = status_of(text, strlen(text));
        if (status != all[i].status)
            fail_msg("%s gives %d, not %d", all[i].address, status, all[i].status);
    }
    assert_int_equal(STATUS("GET /klein\0x HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
    assert_int_equal(STATUS("GET /klein?q=a\0b HTTP/1.1\r\nHost: h\r\n\r\n"), 400);
    stop();
}

static void long_addresses_and_many_parameters(void **state)
{
    static char text[64 * 1024];
    (void)state;
    start(0, 0, 0, 0);
    strcpy(text, "GET /klein?");
    for (int i = 0; i < 1000; i++) strcat(text, "a=&");
    strcat(text, " HTTP/1.1\r\nHost: h\r\n\r\n");
    assert_int_equal(status_of(text, strlen(text)), 400); /* ours: not the library's 431 */
    CHECK(header_of(reply, "Content-Security-Policy").n);
    for (size_t n = 1000; n <= 50000; n += 3500) {
        memset(text, 'a', n);
        memcpy(text, "GET /", 5);
        strcpy(text + n, " HTTP/1.1\r\nHost: h\r\n\r\n");
        const int status = status_of(text, strlen(text));
        if (n <= 4000) assert_int_equal(status, 404);
        if (n > 4200 && n < 5000) assert_int_equal(status, 414);
        if (status != 404 && status != 414 && status != 431 && status != 0)
            fail_msg("%zu bytes give %d", n, status);
        still_serves("a long address");
    }
    strcpy(text, "GET /klein HTTP/1.1\r\nHost: h\r\n");
    for (int i = 0; i < 2000; i++) strcat(text, "X: y\r\n");
    strcat(text, "\r\n");
    const int status = status_of(text, strlen(text));
    CHECK(status == 431 || status == 0);
    still_serves("2,000 headers");
    stop();
}

/* Each is refused and its connection closed: what stands behind it is never taken as a request. */
static void requests_that_can_be_read_two_ways(void **state)
{
#define SECOND "GET /klein HTTP/1.1\r\nHost: h\r\n\r\n"
    static const char *const all[] = {
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: "
        "36\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 36\r\nContent-Length: "
        "36\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: "
        "chunked\r\n\r\n"
        "0\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: "
        "5\r\n\r\n"
        "0\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
        "xchunked\r\n\r\n0\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, "
        "identity\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n"
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nTransfer-Encoding:\x0b"
        "chunked\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length : 36\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length\t: 36\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: +36\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 0x24\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 36, 36\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n\r\n" SECOND,
        "POST /stuur HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h/klein\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nContent-Length: 2000\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nX: a\rContent-Length: 36\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nX\x01: a\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nX(y): a\r\n\r\n" SECOND,
        "GET /klein HTTP/1.1\r\nHost: h\r\nzonder dubbele punt\r\n\r\n" SECOND,
        "PUT /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 36\r\n\r\n" SECOND,
        "GET /klein HTTP/3.0\r\nHost: h\r\n\r\n" SECOND,
        "GET /klein\r\nHost: h\r\n\r\n" SECOND,
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    };
    (void)state;
    start(0, 0, 0, 0);
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        const int fd = dial(web_port(web));
        reply->n = reply->at = 0;
        say(fd, all[i]);
        hear(fd, reply, false);
        if (reply->status && reply->status < 400)
            fail_msg("taken (%d): %s", reply->status, all[i]);
        if (hear(fd, reply, false)->status)
            fail_msg("a second answer (%d) to: %s", reply->status, all[i]);
        CHECK(reply->closed);
        close(fd);
        still_serves(all[i]);
    }
    stop();
}

static void bodies(void **state)
{
    static char text[128 * 1024];
    (void)state;
    start(0, 0, 0, 0);
    /* A refused length: answered before a byte of it is read. */
    assert_int_equal(STATUS("POST /stuur HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                            "Content-Length: 65537\r\nExpect: 100-continue\r\n\r\n"),
                     413);
    /* Without that question it is read first, so that a proxy hears the answer too. */
    int head = snprintf(text, sizeof text,
                        "POST /stuur HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                        "Content-Length: 90000\r\n\r\n");
    memset(text + head, 'x', 90000);
    assert_int_equal(status_of(text, (size_t)head + 90000), 413);
    still_serves("90 kB at once");
    /* 70 kB in chunks of which none says how much there will be. */
    strcpy(text, "POST /stuur HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                 "Transfer-Encoding: chunked\r\n\r\n");
    char *to = text + strlen(text);
    for (int i = 0; i < 70; i++) {
        memcpy(to, "400\r\n", 5);
        memset(to + 5, 'x', 1024);
        memcpy(to + 5 + 1024, "\r\n", 2);
        to += 5 + 1024 + 2;
    }
    strcpy(to, "0\r\n\r\n");
    assert_int_equal(status_of(text, (size_t)(to - text) + 5), 413);
    still_serves("70 kB in chunks");
    static const char *const chunks[] = {
        "ffffffffffffffff\r\nx", "fffffffffffffffff\r\nx", "-1\r\n", "zz\r\n", "\r\n",
        "1;\x01=y\r\nxx\r\n",    "1\r\nxxxx\r\n"
    };
    for (size_t i = 0; i < COUNT_OF(chunks); i++) {
        const int fd = dial(web_port(web));
        reply->n = reply->at = 0;
        say(fd, "POST /stuur HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                "Transfer-Encoding: chunked\r\n\r\n");
        say(fd, chunks[i]);
        say(fd, "\r\n0\r\n\r\n");
        shutdown(fd, SHUT_WR);
        hear(fd, reply, false);
        CHECK(reply->status == 0 || reply->status >= 400);
        close(fd);
        still_serves(chunks[i]);
    }
    stop();
}

/* ---- time ---- */

static void who_drips_is_cut_off(void **state)
{
    static const struct {
        const char *what, *first;
        char drip;
    } all[] = {
        { "nothing at all", "", 0 },
        { "the first line", "GET /klein", 'n' },
        { "headers", "GET /klein HTTP/1.1\r\nHost: h\r\nX: ", 'y' },
        { "a body", "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n\r\n", 'b' },
        { "chunks",
          "POST /stuur HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n",
          'c' },
        { "a second head", "GET /klein HTTP/1.1\r\nHost: h\r\n\r\n", 'G' },
    };
    (void)state;
    start(600, 600, 600, 600);
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        const int fd = dial(web_port(web));
        const int64_t began = now_ms();
        say(fd, all[i].first);
        bool open = true;
        while (open && now_ms() - began < 5000) {
            wait_ms(50);
            char sink[4096];
            const ssize_t n = recv(fd, sink, sizeof sink, MSG_DONTWAIT);
            if (n == 0 || (all[i].drip && !say_bytes(fd, &all[i].drip, 1))) open = false;
        }
        const int64_t took = now_ms() - began;
        if (open) fail_msg("%s may drip for ever", all[i].what);
        if (took < 400) fail_msg("%s is cut off after %d ms", all[i].what, (int)took);
        close(fd);
    }
    stop();
}

static void who_does_not_read_is_cut_off(void **state)
{
    static char sink[64 * 1024];
    (void)state;
    start(600, 600, 600, 600);
    const int fd = dial(web_port(web));
    const int little = 4096;
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
    say(fd, "GET /groot HTTP/1.1\r\nHost: h\r\n\r\n");
    still_serves("who does not read");
    wait_ms(600 * (1 + BIG / (1024 * 1024)) + 600);
    size_t n = 0;
    ssize_t got;
    while ((got = recv(fd, sink, sizeof sink, 0)) > 0) n += (size_t)got;
    CHECK(n > 0 && n < BIG); /* what was under way, and no more */
    close(fd);
    /* Read at a normal pace it comes whole. */
    const int other = dial(web_port(web));
    say(other, "GET /groot HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    n = 0;
    while ((got = recv(other, sink, sizeof sink, 0)) > 0) n += (size_t)got;
    CHECK(n > BIG);
    close(other);
    stop();
}

static void three_hundred_who_drip_do_not_slow_others(void **state)
{
    static int fds[300];
    (void)state;
    start(3000, 3000, 3000, 3000);
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        fds[i] = dial(web_port(web));
        say(fds[i], i % 3 == 0 ? "GET /kl"
                    : i % 3 == 1
                        ? "GET /klein HTTP/1.1\r\nHost: h\r\nX: "
                        : "POST /stuur HTTP/1.1\r\nHost: h\r\nContent-Length: 999\r\n\r\n");
    }
    int64_t slowest = 0;
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < COUNT_OF(fds); i++) say(fds[i], "x");
        for (int i = 0; i < 20; i++) {
            const int64_t began = now_ms();
            still_serves("300 who drip");
            if (now_ms() - began > slowest) slowest = now_ms() - began;
        }
        wait_ms(20);
    }
    if (slowest > 500) fail_msg("somebody waited %d ms", (int)slowest);
    const int64_t began = now_ms();
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        char sink[4096];
        ssize_t n;
        while ((n = recv(fds[i], sink, sizeof sink, 0)) > 0) continue;
        CHECK(n == 0 || errno == ECONNRESET); /* cut off, not still waiting */
        close(fds[i]);
    }
    CHECK(now_ms() - began < 8000);
    stop();
}

static void half_closed_and_gone(void **state)
{
    (void)state;
    start(0, 0, 0, 500);
    const int half = dial(web_port(web));
    reply->n = reply->at = 0;
    say(half, "GET /klein HTTP/1.1\r\nHost: h\r\n\r\n");
    shutdown(half, SHUT_WR);
    assert_int_equal(hear(half, reply, false)->status, 200);
    CHECK(hangs_up(half));
    close(half);
    for (int i = 0; i < 200; i++) { /* asks for much and leaves, with a reset */
        const int fd = dial(web_port(web));
        const struct linger reset = { 1, 0 };
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        say(fd, i % 2 ? "GET /groot HTTP/1.1\r\nHost: h\r\n\r\n" : "GET /kl");
        close(fd);
    }
    still_serves("200 who left");
    stop();
}

static void noise(void **state)
{
    uint64_t x = 88172645463325252u;
    char bytes[512];
    (void)state;
    start(0, 0, 0, 0);
    for (int i = 0; i < 500; i++) {
        const int fd = dial(web_port(web));
        const size_t n = 1 + (size_t)(i * 7919 % (int)sizeof bytes);
        for (size_t k = 0; k < n; k++) {
            x ^= x << 13, x ^= x >> 7, x ^= x << 17;
            bytes[k] = i % 2 ? (char)x : "GET /HTP1.\r\n :\0?%&=e"[x % 20];
        }
        if (i % 3 == 0) say(fd, "GET /klein HTTP/1.1\r\n");
        say_bytes(fd, bytes, n);
        say(fd, "\r\n\r\n");
        close(fd);
    }
    still_serves("noise");
    stop();
}

/* The library cannot bear that something wrong arrives while it ends. */
static void ending_under_noise(void **state)
{
    int fds[60];
    (void)state;
    for (int round = 0; round < 40; round++) {
        start(0, 0, 0, 0);
        for (size_t i = 0; i < COUNT_OF(fds); i++) {
            fds[i] = dial(web_port(web));
            say(fds[i], i % 2 ? "GET /klein HTTP/1.1\r\nzonder dubbele punt\r\n" : "x\r\n\r\n");
            if (i % 3) close(fds[i]);
        }
        stop();
        for (size_t i = 0; i < COUNT_OF(fds); i += 3) close(fds[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses),
        cmocka_unit_test(long_addresses_and_many_parameters),
        cmocka_unit_test(requests_that_can_be_read_two_ways),
        cmocka_unit_test(bodies),
        cmocka_unit_test(who_drips_is_cut_off),
        cmocka_unit_test(who_does_not_read_is_cut_off),
        cmocka_unit_test(three_hundred_who_drip_do_not_slow_others),
        cmocka_unit_test(half_closed_and_gone),
        cmocka_unit_test(noise),
        cmocka_unit_test(ending_under_noise),
    };
    reply = calloc(1, sizeof *reply);
    const int failed = RUN_TESTS(tests);
    free(reply);
    return failed;
}
