/* naming.test.c — a name is found where it stands by itself, and a role comes in its place. */
#include "base/test.h"

#include "algo/naming.h"

static struct arena a;

static struct str said(const char *name, const char *text, bool *sure)
{
    struct naming n;
    struct str out;
    bool all;
    CHECK(naming_of(str_of(name), &n));
    (void)naming_said(&a, &n, str_of(text), STR("een vrijwilliger"), &out, &all);
    if (sure) *sure = all;
    return out;
}
#define BECOMES(name, text, want) CHECK_STR(said(name, text, NULL), want)
#define STAYS(name, text) CHECK_STR(said(name, text, NULL), text)

static void a_role_comes_for_a_name(void **state)
{
    (void)state;
    bool sure;
    CHECK_STR(said("Ria", "Dat doet Ria elke week.", &sure),
              "Dat doet een vrijwilliger elke week.");
    assert_true(sure);
    CHECK_STR(said("Ria", "Ria kookt. Ria, en Ria!", &sure),
              "Een vrijwilliger kookt. Een vrijwilliger, en een vrijwilliger!");
    assert_true(sure);
    CHECK_STR(said("Ria", "(Ria) zei “Ria”", &sure),
              "(Een vrijwilliger) zei “een vrijwilliger”");
    BECOMES("Ria Jansen", "Vraag Ria\nJansen.", "Vraag een vrijwilliger.");
    a = (arena_end(&a), (struct arena){ 0 });
}

static void names_inside_words_stay(void **state)
{
    (void)state;
    STAYS("Ria", "Maria en Riannes in Riad, criteria, RIAS en Ria2");
    STAYS("Ria", "");
    STAYS("Jan", "In januari; Janssen; oranJan");
    STAYS("El", "Élan, Elżbieta");
    STAYS("Ria", "Ri a");
    a = (arena_end(&a), (struct arena){ 0 });
}

static void capitals_and_accents_do_not_matter(void **state)
{
    (void)state;
    BECOMES("Zoë", "Dat zei Zoe, of ZOË, of Zo\u00eb.",
            "Dat zei een vrijwilliger, of een vrijwilliger, of een vrijwilliger.");
    BECOMES("Zoe", "vraag Zoe\u0308 maar", "vraag een vrijwilliger maar");
    BECOMES("rené", "vraag Rene\u0301.", "vraag een vrijwilliger.");
    BECOMES("Ömer", "Dat is OMER.", "Dat is een vrijwilliger.");
    BECOMES("محمد", "سأل محمد أمس", "سأل een vrijwilliger أمس");
    a = (arena_end(&a), (struct arena){ 0 });
}

static void what_has_to_be_read_says_so(void **state)
{
    (void)state;
    static const char *const unsure[] = { "een roos in de tuin", "Roos-Marie kwam",
                                          "vraag Anna-Roos",     "Roos Jansen kwam",
                                          "de fiets van Roos's", "Roos’s fiets" };
    bool sure;
    for (size_t i = 0; i < COUNT_OF(unsure); i++) {
        const struct str out = said("Roos", unsure[i], &sure);
        if (sure || str_eq(out, str_of(unsure[i]))) fail_msg("sure of: %s", unsure[i]);
    }
    (void)said("Roos", "Roos en Piet. Roos - zij dus. \u2018Roos\u2019", &sure);
    assert_true(sure);
    a = (arena_end(&a), (struct arena){ 0 });
}

static void what_is_no_name(void **state)
{
    (void)state;
    struct naming n;
    char much[NAMING_LONGEST + 2];
    memset(much, 'a', sizeof much);
    assert_false(naming_of(STR(""), &n));
    assert_false(naming_of(STR(" .- "), &n));
    assert_false(naming_of((struct str){ much, sizeof much - 1 }, &n));
    assert_true(naming_of(STR(" Ria "), &n));
    assert_int_equal(n.n, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_role_comes_for_a_name),
        cmocka_unit_test(names_inside_words_stay),
        cmocka_unit_test(capitals_and_accents_do_not_matter),
        cmocka_unit_test(what_has_to_be_read_says_so),
        cmocka_unit_test(what_is_no_name),
    };
    return RUN_TESTS(tests);
}
