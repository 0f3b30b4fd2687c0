/* spelling.test.c — which word was meant. */
#include "algo/spelling.h"
#include "base/test.h"

#include <string.h>

static const char *const words[] = {
    "fysiotherapie", "schuldhulp", "huisarts",    "tandarts",    "psycholoog", "energie",
    "kinderopvang",  "mantelzorg", "thuiszorg",   "voedselbank", "koffie",     "kleding",
    "vrijwilliger",  "school",     "bibliotheek", "woning",      "koning"
};

struct known {
    struct arena arena;
    struct str lists[2 * SPELLING_WORD + 1];
};
static void know(struct known *k)
{
    *k = (struct known){ 0 };
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        size_t length;
        const struct str kept = spelling_kept(&k->arena, str_of(words[i]), 3, &length);
        k->lists[length] = arena_join(&k->arena, k->lists[length], kept);
    }
}
static struct str meant(const struct known *k, const char *typed)
{
    struct spelling s = spelling_start(str_of(typed));
    for (size_t n = s.from; n <= s.to; n++) spelling_look(&s, k->lists[n]);
    return s.found_n ? s.found[0].word : STR("");
}

static void test_meant(void **state)
{
    (void)state;
    struct known k;
    know(&k);
    static const char *const pairs[][2] = {
        { "fiesiootherapie", "fysiotherapie" },
        { "shuldhulp", "schuldhulp" },
        { "sgulthulp", "schuldhulp" },
        { "huissarts", "huisarts" },
        { "tandards", "tandarts" },
        { "psygoloog", "psycholoog" },
        { "enerchie", "energie" },
        { "kinderopfang", "kinderopvang" },
        { "mantelsorg", "mantelzorg" },
        { "tuiszorg", "thuiszorg" },
        { "voetselbank", "voedselbank" },
        { "kofie", "koffie" },
        { "kleeding", "kleding" },
        { "freiwilliger", "vrijwilliger" },
        { "sgool", "school" },
        { "biblioteek", "bibliotheek" },
        { "hiusarts", "huisarts" },
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) CHECK_STR(meant(&k, pairs[i][0]), pairs[i][1]);
    static const char *const none[] = { "", "ab", "kameel", "xxxxxxxx", "watermeloen" };
    for (size_t i = 0; i < COUNT_OF(none); i++) CHECK(meant(&k, none[i]).n == 0);
    CHECK_STR(meant(&k, "wonning"), "woning"); /* not koning */
    arena_end(&k.arena);
}

static void test_sound(void **state)
{
    (void)state;
    static const char *const same[][2] = { { "ij", "ei" },         { "auto", "outo" },
                                           { "lachen", "laggen" }, { "cadeau", "kado" },
                                           { "hand", "hant" },     { "thee", "te" } };
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        char x[2 * SPELLING_WORD], y[2 * SPELLING_WORD];
        const size_t n = spelling_sound(str_of(same[i][0]), x),
                     m = spelling_sound(str_of(same[i][1]), y);
        CHECK(n == m && !memcmp(x, y, n));
    }
}

/* Bytes that are no list end it. */
static void test_bad_lists(void **state)
{
    (void)state;
    struct spelling s = spelling_start(STR("huisarts"));
    spelling_look(&s, STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
    spelling_look(&s, STR("\x05\x50\x01"));
    CHECK(s.found_n == 0);
    char longer[200];
    memset(longer, 'a', sizeof longer);
    s = spelling_start((struct str){ longer, sizeof longer });
    CHECK(s.from > s.to);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_meant),
                                        cmocka_unit_test(test_sound),
                                        cmocka_unit_test(test_bad_lists) };
    return RUN_TESTS(tests);
}
