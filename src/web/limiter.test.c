/* limiter.test.c — how often is too often, and who is who. */
#include "base/test.h"
#include "web/limiter.h"

#include <arpa/inet.h>
#include <netinet/in.h>

static void lets_a_burst_through_and_then_a_steady_stream(void **state)
{
    struct limiter *l = limiter_new(100, 10, 1024);
    (void)state;
    for (int i = 0; i < 100; i++) assert_int_equal(limiter_wait(l, 7, 1000), 0);
    CHECK(limiter_wait(l, 7, 1000) > 0);
    CHECK(limiter_wait(l, 8, 1000) == 0); /* another is not held back */
    int taken = 0;
    for (int64_t now = 1000; now < 11000; now += 20) taken += !limiter_wait(l, 7, now);
    CHECK(taken >= 98 && taken <= 101); /* ten seconds at ten a second */
    limiter_end(l);
}

static void never_saves_up_more_than_a_burst(void **state)
{
    struct limiter *l = limiter_new(5, 1000, 1024);
    (void)state;
    int taken = 0;
    CHECK(limiter_wait(l, 7, 0) == 0);
    for (int i = 0; i < 100; i++) taken += !limiter_wait(l, 7, INT64_C(1) << 50);
    assert_int_equal(taken, 5);
    CHECK(limiter_wait(l, 7, 0) > 0); /* a clock that goes back gives nothing */
    limiter_end(l);
}

static void a_full_table_keeps_whom_it_holds_back(void **state)
{
    struct limiter *l = limiter_new(10, 1, 64);
    (void)state;
    for (int i = 0; i < 10; i++) CHECK(limiter_wait(l, 42, 0) == 0);
    CHECK(limiter_wait(l, 42, 0) > 0);
    for (uint64_t other = 100; other < 100100; other++) CHECK(limiter_wait(l, other, 0) == 0);
    CHECK(limiter_wait(l, 42, 0) > 0);
    limiter_end(l);
}

static uint64_t client(const char *text)
{
    uint64_t id = 0;
    return client_read(str_of(text), &id) ? id : 0;
}

static void tells_clients_apart(void **state)
{
    (void)state;
    CHECK(client("192.0.2.1") != 0 && client("192.0.2.1") != client("192.0.2.2"));
    CHECK(client("192.0.2.1:8080") == client("192.0.2.1"));
    CHECK(client("::ffff:192.0.2.1") == client("192.0.2.1"));
    CHECK(client("2001:db8:1:2::1") == client("2001:db8:1:2:ffff::9")); /* one /64, one home */
    CHECK(client("2001:db8:1:2::1") != client("2001:db8:1:3::1"));
    CHECK(client("[2001:db8:1:2::1]:443") == client("2001:db8:1:2::1"));
    CHECK(!client("") && !client("unknown") && !client("_hidden") && !client("1.2.3") &&
          !client("[::1") && !client("1.2.3.4.5") && !client("999.1.1.1"));
    const struct sockaddr_in in = { .sin_family = AF_INET,
                                    .sin_addr.s_addr = htonl(0xC0000201) };
    CHECK(client_of((const struct sockaddr *)&in) == client("192.0.2.1"));
    CHECK(client_of(NULL) != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lets_a_burst_through_and_then_a_steady_stream),
        cmocka_unit_test(never_saves_up_more_than_a_burst),
        cmocka_unit_test(a_full_table_keeps_whom_it_holds_back),
        cmocka_unit_test(tells_clients_apart),
    };
    return RUN_TESTS(tests);
}
