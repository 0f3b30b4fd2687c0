/* analyse.test.c — words as one looks for them. */
#include "algo/analyse.h"
#include "base/test.h"

#include <stdlib.h>

/* The stems of a text with a blank between them; a stop word stands in brackets. */
static struct str stems(struct arena *arena, const char *lang, const char *text)
{
    struct analyser a = analyser_start(str_of(lang));
    struct analysed *w;
    const size_t n = analyse(&a, arena, str_of(text), &w);
    struct str line = { 0 };
    for (size_t i = 0; i < n; i++)
        line = arena_format(arena, w[i].stop ? "%.*s%s(%.*s)" : "%.*s%s%.*s", STR_ARG(line),
                            i ? " " : "", STR_ARG(w[i].stem));
    analyser_end(&a);
    return line;
}

static void test_forms_meet(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static const char *const same[][3] = {
        { "nl", "bankjes", "bank" },      { "nl", "boompje", "bomen" },
        { "nl", "stoeltjes", "stoelen" }, { "nl", "Ideeën", "ideeen" },
        { "nl", "CAFÉS", "cafés" },       { "nl", "vrijwilligers", "vrijwilliger" },
        { "nl", "thema’s", "thema s" },   { "nl", "ontmoetingsplekken", "ontmoetingsplek" },
        { "nl", "ĳsbaan", "IJsbaan" },    { "en", "neighbours", "Neighbour" },
        { "en", "meeting", "meetings" },  { "tr", "ÇOCUK", "çocuk" },
        { "ru", "ДОМ", "дом" },           { "nl", "e\xcc\x81\xc3\xa9n", "een" },
    };
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        const struct str x = stems(&a, same[i][0], same[i][1]),
                         y = stems(&a, same[i][0], same[i][2]);
        if (!str_eq(x, y) || !x.n)
            fail_msg("%s gives \"%.*s\", %s gives \"%.*s\"", same[i][1], STR_ARG(x), same[i][2],
                     STR_ARG(y));
    }
    CHECK_STR(stems(&a, "nl", "oranje"), "oranj");
    CHECK(!str_eq(stems(&a, "nl", "zorg"), stems(&a, "nl", "zon")));
    arena_end(&a);
}

static void test_stems_are_fixed_points(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static const char *const text =
        "Vrijwilligersorganisaties ontmoetingen mogelijkheden bereikbaarheden eenzaamheid "
        "gezondheidszorgvoorzieningen buurtinitiatieven vertrouwelijkheden kinderen";
    const struct str once = stems(&a, "nl", text);
    const struct str again = stems(&a, "nl", arena_format(&a, "%.*s", STR_ARG(once)).s);
    CHECK_STR(again, once.s);
    arena_end(&a);
}

static void test_cutting(void **state)
{
    (void)state;
    struct arena a = { 0 };
    CHECK_STR(stems(&a, "", ""), "");
    CHECK_STR(stems(&a, "", "  -- \"'*()^:{}  …“”😀"), "");
    CHECK_STR(stems(&a, "", "a\"b OR c* NEAR(d)"), "a b or c near d");
    CHECK_STR(stems(&a, "",
                    "\xee\x80\x80"
                    "d1"),
              "d1"); /* no private-use character gets through */
    CHECK_STR(stems(&a, "", "24/7 café-avond, 2e"), "24 7 cafe avond 2e");
    CHECK_STR(stems(&a, "nl", "de zorg in uw buurt"), "(de) zorg (in) (uw) buurt");
    CHECK_STR(stems(&a, "en", "the care in your street"), "(the) care (in) (your) street");
    arena_end(&a);
}

static void test_places(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct analyser a = analyser_start(STR("nl"));
    const struct str text = STR("«Één» caf\xc3\xa9s!");
    struct analysed *w;
    CHECK(analyse(&a, &arena, text, &w) == 2);
    CHECK_STR(str_upto(str_from(text, w[0].from), w[0].length), "Één");
    CHECK_STR(str_upto(str_from(text, w[1].from), w[1].length), "caf\xc3\xa9s");
    CHECK(w[0].stop && !w[1].stop);
    analyser_end(&a);
    arena_end(&arena);
}

static void test_long_and_odd(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char *text = NEW(&a, char, 20001);
    memset(text, 'x', 20000);
    CHECK(stems(&a, "nl", text).n <= 68);
    for (size_t i = 0; i < 20000; i += 2) text[i] = ' ';
    struct analyser nl = analyser_start(STR("nl"));
    struct analysed *w;
    CHECK(analyse(&nl, &a, str_of(text), &w) == 10000);
    analyser_end(&nl);
    /* Every code point folds to something harmless. */
    for (uint32_t c = 0x80; c < 0x3000; c++) {
        char one[4] = { (char)(c < 0x800 ? 0xc0 | (c >> 6) : 0xe0 | (c >> 12)) };
        if (c < 0x800)
            one[1] = (char)(0x80 | (c & 63));
        else {
            one[1] = (char)(0x80 | ((c >> 6) & 63));
            one[2] = (char)(0x80 | (c & 63));
        }
        const struct str s = stems(&a, "nl", one);
        CHECK(str_utf8(s) && s.n <= 4);
    }
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_meet),   cmocka_unit_test(test_stems_are_fixed_points),
        cmocka_unit_test(test_cutting),      cmocka_unit_test(test_places),
        cmocka_unit_test(test_long_and_odd),
    };
    return RUN_TESTS(tests);
}
