/* head.test.c — what a head may hold, and what its headers say. */
#include "base/test.h"
#include "web/head.h"

static struct head plain(void)
{
    return (struct head){ .host = STR("dialoog.almere.nl"), .hosts = 1 };
}

static void takes_ordinary_requests(void **state)
{
    struct head h = plain();
    (void)state;
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 0);
    h.length = STR("0"), h.lengths = 1;
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 0);
    CHECK(!head_has_body(&h));
    h.length = STR("65536");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 0);
    CHECK(head_has_body(&h));
    struct head old = { 0 };
    assert_int_equal(head_refused(&old, true, true, POST_BODY_MOST),
                     0); /* HTTP/1.0 without a host */
}

static void refuses_what_can_be_read_two_ways(void **state)
{
    struct head h = plain();
    (void)state;
    h.hosts = 0;
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 400);
    h.hosts = 2;
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 400);
    h = plain(), h.lengths = 2, h.length = STR("5");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 400);
    h = plain(), h.lengths = 1, h.length = STR("5"), h.codings = 1, h.coding = STR("chunked");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 400);
    h = plain(), h.codings = 1, h.coding = STR("gzip, chunked");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 400);
    h.coding = STR("chunked");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 0);
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST),
                     400); /* reading takes no body */
    assert_int_equal(head_refused(&h, false, true, POST_BODY_MOST),
                     400); /* HTTP/1.0 knows no chunks */
    h = plain(), h.odd = true;
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 400);
    static const char *const hosts[] = { "a b", "a/b", "a@b", "a\"", "", "<script>", "a,b" };
    for (size_t i = 0; i < COUNT_OF(hosts); i++) {
        h = plain(), h.host = str_of(hosts[i]);
        assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 400);
    }
}

static void refuses_what_is_too_much(void **state)
{
    struct head h = plain();
    (void)state;
    h.lengths = 1, h.length = STR("65537");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 413);
    assert_int_equal(head_refused(&h, true, false, POST_BODY_MOST), 400);
    h.length = STR("99999999999999999999");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 400);
    h.length = STR("-1");
    assert_int_equal(head_refused(&h, false, false, POST_BODY_MOST), 400);
}

static void knows_which_codings_are_wanted(void **state)
{
    (void)state;
    CHECK(coding_accepted(STR("gzip, deflate, br"), STR("gzip")));
    CHECK(coding_accepted(STR("deflate , GZIP ; q=0.1"), STR("gzip")));
    CHECK(!coding_accepted(STR("gzip;q=0"), STR("gzip")));
    CHECK(!coding_accepted(STR("gzip; q=0.000, br"), STR("gzip")));
    CHECK(!coding_accepted(STR("xgzip, gzipx, identity"), STR("gzip")));
    CHECK(!coding_accepted((struct str){ 0 }, STR("gzip")));
}

static void knows_an_etag_in_a_list(void **state)
{
    (void)state;
    CHECK(etag_listed(STR("\"a\", W/\"b\" ,\"c\""), STR("\"b\"")));
    CHECK(etag_listed(STR("*"), STR("\"b\"")));
    CHECK(!etag_listed(STR("\"bb\", b"), STR("\"b\"")));
    CHECK(etag_listed(STR("W/\"x\""), STR("W/\"x\"")));
}

static void knows_who_came_from_a_page_of_ours(void **state)
{
    struct head h = plain();
    (void)state;
    CHECK(!head_from_here(&h));
    h.origin = STR("https://dialoog.almere.nl");
    CHECK(head_from_here(&h));
    h.origin = STR("https://dialoog.almere.nl.elders.nl");
    CHECK(!head_from_here(&h));
    h.origin = STR("null");
    CHECK(!head_from_here(&h));
    h.origin = (struct str){ 0 };
    h.referer = STR("https://dialoog.almere.nl/en/x");
    CHECK(head_from_here(&h));
    h.referer = STR("https://elders.nl/https://dialoog.almere.nl/");
    CHECK(!head_from_here(&h));
    h.sec_fetch_site = STR("cross-site"), h.origin = STR("https://dialoog.almere.nl");
    CHECK(!head_from_here(&h)); /* what the browser says itself goes first */
    h.sec_fetch_site = STR("same-origin");
    CHECK(head_from_here(&h));
}

static void takes_the_last_hop(void **state)
{
    (void)state;
    CHECK_STR(last_hop(STR("6.6.6.6, 10.0.0.1 , 192.0.2.7")), "192.0.2.7");
    CHECK_STR(last_hop(STR("https")), "https");
    CHECK_STR(last_hop((struct str){ 0 }), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_ordinary_requests),
        cmocka_unit_test(refuses_what_can_be_read_two_ways),
        cmocka_unit_test(refuses_what_is_too_much),
        cmocka_unit_test(knows_which_codings_are_wanted),
        cmocka_unit_test(knows_an_etag_in_a_list),
        cmocka_unit_test(knows_who_came_from_a_page_of_ours),
        cmocka_unit_test(takes_the_last_hop),
    };
    return RUN_TESTS(tests);
}
