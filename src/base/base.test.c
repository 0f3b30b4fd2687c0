/* base.test.c — text, memory and days. */
#include "base/test.h"
#include "base/time.h"

#include <stdlib.h>
#include <time.h>

static void text_splits_and_counts(void **state)
{
    (void)state;
    struct str rest = STR("a,,b"), part;
    CHECK(str_next(&rest, ',', &part) && str_is(part, "a"));
    CHECK(str_next(&rest, ',', &part) && str_is(part, ""));
    CHECK(str_next(&rest, ',', &part) && str_is(part, "b"));
    CHECK(!str_next(&rest, ',', &part));

    int64_t n;
    CHECK(str_number(STR("9223372036854775807"), INT64_MAX, &n) && n == INT64_MAX);
    CHECK(!str_number(STR("9223372036854775808"), INT64_MAX, &n));
    CHECK(!str_number(STR(""), 10, &n) && !str_number(STR("-1"), 10, &n));
    CHECK(!str_number(STR("11"), 10, &n) && !str_number(STR(" 1"), 10, &n));

    const struct str whole = STR("abc");
    CHECK(str_from(whole, 3).s == whole.s + 3 && str_from(whole, 9).s == whole.s + 3);
    CHECK(str_from(whole, 9).n == 0 && str_from((struct str){ 0 }, 1).s == NULL);
    CHECK_STR(str_trim(STR(" \t x y\r\n")), "x y");
    CHECK(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0);
    CHECK(str_ends(STR("x.csv"), STR(".csv")) && !str_ends(STR("csv"), STR(".csv")));
}

static void slugs_are_plain(void **state)
{
    (void)state;
    CHECK(str_slug(STR("hulp-dichtbij")) && str_slug(STR("27-juni")));
    CHECK(!str_slug(STR("")) && !str_slug(STR("-a")) && !str_slug(STR("a-")));
    CHECK(!str_slug(STR("a--b")) && !str_slug(STR("A")) && !str_slug(STR("../x")));
    CHECK(!str_slug(STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")));
}

/* The naive twin: decode by the definition, encode again, compare. */
static bool utf8_twin(const unsigned char *x, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t len = x[i] < 0x80       ? 1
                     : x[i] >> 5 == 6  ? 2
                     : x[i] >> 4 == 14 ? 3
                     : x[i] >> 3 == 30 ? 4
                                       : 0;
        if (!len || i + len > n) return false;
        uint32_t c = len == 1 ? x[i] : x[i] & (0xFFu >> (len + 1));
        for (size_t k = 1; k < len; k++) {
            if (x[i + k] >> 6 != 2) return false;
            c = c << 6 | (x[i + k] & 0x3F);
        }
        const size_t shortest = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (c == 0 || shortest != len || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            return false;
        i += len;
    }
    return true;
}

static void utf8_agrees_with_the_definition(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252ull;
    for (int round = 0; round < 400000; round++) {
        unsigned char x[6];
        for (size_t i = 0; i < sizeof x; i++) {
            seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
            static const unsigned char edge[] = { 0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90,
                                                  0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2,
                                                  0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
                                                  0xF3, 0xF4, 0xF5, 0xFF };
            x[i] = edge[seed % sizeof edge];
        }
        const size_t n = 1 + seed % sizeof x;
        assert_int_equal(str_utf8((struct str){ (const char *)x, n }), utf8_twin(x, n));
    }
    struct str euro = STR("€x");
    CHECK(str_codepoint(&euro) == 0x20AC && str_codepoint(&euro) == 'x');
    CHECK(str_codepoint(&euro) == 0);
    CHECK(str_letters(STR("a€ع𝄞")) == 4 && str_letters(STR("")) == 0);
    static const size_t kept[] = { 0, 1, 1, 1, 4, 4, 6, 6 };
    for (size_t i = 0; i < COUNT_OF(kept); i++)
        CHECK(str_upto_letter(STR("a€ع"), i).n == kept[i]);
}

static void arena_gives_back_and_keeps(void **state)
{
    (void)state;
    struct arena a = { 0 };
    const struct str one = arena_copy(&a, STR("een"));
    const struct arena_mark here = arena_here(&a);
    for (int i = 0; i < 100; i++) memset(NEW(&a, char, 10000), 'x', 10000);
    arena_back(&a, here);
    CHECK_STR(one, "een");
    CHECK_STR(arena_format(&a, "%s %d", "tafel", 8), "tafel 8");
    arena_reset(&a);
    CHECK(NEW(&a, char, 8)[7] == 0);
    arena_end(&a);
}

static void errors_keep_their_sentence(void **state)
{
    (void)state;
    CHECK(FAIL(ERR_MISSING, "no point %d", 12) == ERR_MISSING);
    CHECK_HAS(str_of(err_why()), "no point 12");
    CHECK(err_status(ERR_FULL) == 507 && err_status(OK) == 200);
}

static void days_agree_with_the_library(void **state)
{
    (void)state;
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    for (int64_t s = 852076800; s < 4102444800; s += 1799 * 7) { /* 1997 to 2100 */
        struct tm tm;
        const time_t t = (time_t)s;
        localtime_r(&t, &tm);
        const struct date d = date_of(day_at((struct instant){ s }));
        assert_int_equal(d.year, tm.tm_year + 1900);
        assert_int_equal(d.month, tm.tm_mon + 1);
        assert_int_equal(d.day, tm.tm_mday);
        assert_int_equal(clock_at((struct instant){ s }).minutes, tm.tm_hour * 60 + tm.tm_min);
    }
    for (int32_t n = -800000; n < 800000; n += 13)
        assert_int_equal(day_of(date_of((struct day){ n })).n, n);
}

static void days_are_read_strictly(void **state)
{
    (void)state;
    struct day d;
    struct clock c;
    struct instant t;
    CHECK(day_read(STR("2023-06-27"), &d) && d.n == 19535);
    CHECK(day_read(STR("2024-02-29"), &d) && !day_read(STR("2023-02-29"), &d));
    CHECK(!day_read(STR("2023-6-27"), &d) && !day_read(STR("27-06-2023"), &d));
    CHECK(!day_read(STR("2023-13-01"), &d) && !day_read(STR("2023-00-10"), &d));
    CHECK(clock_read(STR("19:30"), &c) && c.minutes == 1170);
    CHECK(!clock_read(STR("24:00"), &c) && !clock_read(STR("9:30"), &c));
    CHECK(instant_read(STR("1970-01-02T00:00:01Z"), &t) && t.s == 86401);
    CHECK(!instant_read(STR("1970-01-02 00:00:01"), &t));
}

static void a_clock_says_when(void **state)
{
    (void)state; /* winter, summer, behind midnight, and the two nights between */
    CHECK(instant_at((struct day){ 19723 }, 0).s == 19723LL * 86400 - 3600);
    CHECK(instant_at((struct day){ 19850 }, 600).s == 19850LL * 86400 + 600 * 60 - 7200);
    CHECK(instant_at((struct day){ 19850 }, 1500).s == instant_at((struct day){ 19851 }, 60).s);
    CHECK(instant_at((struct day){ 19813 }, 150).s ==
          19813LL * 86400 + 90 * 60); /* 31 March 2024, 2.30 is not there */
    CHECK(instant_at((struct day){ 20023 }, 150).s ==
          20023LL * 86400 + 30 * 60); /* 27 October 2024, 2.30 comes twice */
    CHECK(instant_at((struct day){ -1 }, 0).s == -86400 - 3600);
}

static void a_sentence_stands_alone(void **state)
{
    (void)state;
    enum err e = FAIL(ERR_FULL, "disk full: 3 of 4: no");
    CHECK_STR(str_of(err_sentence()), "disk full: 3 of 4: no");
    e = FAIL(e, "%s", err_why());
    CHECK_HAS(str_of(err_why()), "base.test.c:");
    CHECK_STR(str_of(err_sentence()), "disk full: 3 of 4: no");
    assert_int_equal(e, ERR_FULL);
    e = FAIL(e, "%s", "");
    CHECK_STR(str_of(err_sentence()), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_stands_alone),
        cmocka_unit_test(text_splits_and_counts),
        cmocka_unit_test(slugs_are_plain),
        cmocka_unit_test(utf8_agrees_with_the_definition),
        cmocka_unit_test(arena_gives_back_and_keeps),
        cmocka_unit_test(errors_keep_their_sentence),
        cmocka_unit_test(days_agree_with_the_library),
        cmocka_unit_test(days_are_read_strictly),
        cmocka_unit_test(a_clock_says_when),
    };
    return RUN_TESTS(tests);
}
