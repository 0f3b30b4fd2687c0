/* plain.test.c — long sentences and hard words, found in any form and told once. */
#include "algo/plain.h"
#include "base/test.h"

static struct arena a;
static struct plain_remark *r;
static size_t n;

static void look(const char *text)
{
    n = plain_remarks(&a, str_of(text), &r);
}
static const char *easier(const char *text)
{
    look(text);
    return n == 1 && r[0].kind == PLAIN_WORD ? r[0].easier : "";
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(easier("Wij implementeren dit."), "invoeren");
    assert_string_equal(easier("De stad implementeert dit."), "invoeren");
    assert_string_equal(easier("INDIEN het regent."), "als");
    assert_string_equal(easier("Zij praten met betrekking tot de bus."), "over");
    look("In het kader van de bus.");
    CHECK(n == 1);
    CHECK_STR(r[0].text, "In het kader van");
    /* Each once, in the order in which they stand. */
    look("Thans en thans, indien nodig.");
    CHECK(n == 2);
    CHECK_STR(r[0].text, "Thans");
    CHECK_STR(r[1].text, "indien");
    look("Zet bankjes in het park en laat de bus rijden.");
    CHECK(n == 0);
    arena_reset(&a);
}

static void test_sentences(void **state)
{
    (void)state;
    look("Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijf.");
    CHECK(n == 0); /* fifteen */
    look("Kort. Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
         "vijf zes.");
    CHECK(n == 1 && r[0].kind == PLAIN_SENTENCE && r[0].words == 16);
    CHECK(str_starts(r[0].text, STR("Een twee")));
    look("");
    CHECK(n == 0);
    look("👍 … !!! \xd9\x85");
    CHECK(n == 0);
    /* A text of nothing but hard words stays within its bounds. */
    struct str all = STR("");
    for (size_t i = 0; i < plain_words_n; i++)
        all = arena_format(&a, "%.*s %s.", STR_ARG(all), plain_words[i].hard);
    n = plain_remarks(&a, all, &r);
    CHECK(n == PLAIN_MOST);
    arena_reset(&a);
}

/* In order, each once, and nothing easier that is itself called hard. */
static void test_list(void **state)
{
    (void)state;
    CHECK(plain_words_n >= 300);
    for (size_t i = 0; i < plain_words_n; i++) {
        CHECK(plain_words[i].hard[0] && plain_words[i].easier[0]);
        for (size_t k = 0; k < plain_words_n; k++) {
            if (k != i && !strcmp(plain_words[k].hard, plain_words[i].hard))
                fail_msg("%s stands twice", plain_words[i].hard);
            if (!strcmp(plain_words[k].hard, plain_words[i].easier))
                fail_msg("%s is told for %s, and is hard", plain_words[i].easier,
                         plain_words[i].hard);
        }
    }
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_list),
    };
    return RUN_TESTS(tests);
}
