/* lang.test.c — languages, and the table of words; with a table of its own. */
#include "base/lang.c"
#include "base/test.h"

#define ENTRY(nl, en)                                                                          \
    {                                                                                          \
        {                                                                                      \
            [LANG_NL] = TEXT(nl), [LANG_EN] = TEXT(en)                                         \
        }                                                                                      \
    }
const struct words words_table[] = {
    ENTRY("Dank", "Thanks"),
    ENTRY("één", "one"),
    ENTRY("Dank u", "Thank you"),
    ENTRY("Overal", ""),
};
const bool words_unread[LANGS] = { [LANG_TR] = true };
const size_t words_table_n = COUNT_OF(words_table);

static void reads_codes_exactly(void **state)
{
    (void)state;
    enum lang lang = LANG_NL;
    CHECK(lang_read(STR("en"), &lang) && lang == LANG_EN);
    CHECK(lang_read(STR("nl"), &lang) && lang == LANG_NL);
    CHECK(!lang_read(STR("EN"), &lang) && !lang_read(STR("en-GB"), &lang));
    CHECK(!lang_read(STR(""), &lang) && !lang_read(STR("e"), &lang));
}

static void says_what_a_language_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < LANGS; i++) {
        enum lang back;
        const struct lang_about *x = lang_about((enum lang)i);
        CHECK(x->name.n && lang_read(x->code, &back) && back == i);
        CHECK(i == LANG_NL ? !x->prefix.n : x->prefix.n > 1 && x->prefix.s[0] == '/');
        for (size_t j = 0; j < i; j++)
            CHECK(!str_eq(x->prefix, lang_about((enum lang)j)->prefix));
    }
}

static void knows_who_was_read(void **state)
{
    (void)state;
    CHECK(!lang_was_read(LANG_TR));
    CHECK(lang_was_read(LANG_NL) && lang_was_read(LANG_AR));
}

static void finds_each_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < words_table_n; i++)
        CHECK(words_find(words_table[i].in[LANG_NL]) == &words_table[i]);
    CHECK_STR(words_in(SAY("Dank"), LANG_EN), "Thanks");
    CHECK_STR(words_in(SAY("Dank u"), LANG_NL), "Dank u");
}

static void falls_back_to_dutch(void **state)
{
    (void)state;
    CHECK_STR(words_in(SAY("Overal"), LANG_EN), "Overal");
    CHECK_STR(words_in(SAY("Dank"), LANG_AR), "Dank");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_codes_exactly), cmocka_unit_test(says_what_a_language_is),
        cmocka_unit_test(knows_who_was_read),  cmocka_unit_test(finds_each_sentence),
        cmocka_unit_test(falls_back_to_dutch),
    };
    return RUN_TESTS(tests);
}
