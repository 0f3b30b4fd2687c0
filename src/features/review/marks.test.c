/* marks.test.c — what is marked in a text, and what is left when it is taken out. */
#include "base/test.h"
#include "features/review/marks.h"
#include "features/review/marks.html.h"

static struct arena arena;

static struct str shown(const char *text)
{
    const struct marks m = marks_of(&arena, str_of(text), SIZE_MAX);
    struct out o = out_start(&arena, 100000, LANG_NL);
    struct str all = { 0 };
    for (size_t i = 0; i < m.n; i++) all = arena_join(&arena, all, m.at[i].text);
    CHECK_STR(all, text); /* nothing is lost, nothing is there twice */
    marked_voice(&o, &m);
    return (struct str){ o.s, o.n };
}

static void what_may_identify_somebody_is_marked(void **state)
{
    (void)state;
    const struct str page = shown("Vraag mevrouw Jansen op 0612345678, zij weet het.");
    CHECK_HAS(page, "<mark class=\"dlg-mark dlg-mark--person\" title=\"Misschien een "
                    "naam\">Jansen</mark>");
    CHECK_HAS(page, "dlg-mark--contact\" title=\"Misschien een "
                    "telefoonnummer\">0612345678</mark>");
    CHECK_HAS(page, ", zij weet het.");
    arena_end(&arena);
}

static void help_stands_over_what_else_was_noticed(void **state)
{
    (void)state;
    const struct marks m =
        marks_of(&arena, STR("Ik wil niet meer leven, zegt mevrouw Jansen."), SIZE_MAX);
    CHECK(m.help && m.danger);
    CHECK_HAS(shown("Ik wil niet meer leven, zegt mevrouw Jansen."), "dlg-mark--help");
    CHECK(!marks_of(&arena, STR("Meer bankjes in het park."), SIZE_MAX).help);
    CHECK(marks_of(&arena, STR("Help mij, ik heb honger."), SIZE_MAX).help);
    arena_end(&arena);
}

static void a_text_is_text_wherever_it_is_cut(void **state)
{
    static const char *const texts[] = { "",
                                         "<script>alert(1)</script> mevrouw <b>Jansen</b>",
                                         "mevrouw Jansen\"><img src=x>",
                                         "\xc3\xa9\xc3\xa9 mevrouw \xc3\x89lise",
                                         "mail a@b.nl<b>&lt;",
                                         "\xf0\x9f\x98\x80 0612345678" };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        const struct str page = shown(texts[i]);
        CHECK(str_find(page, STR("<script")) == SIZE_MAX);
        CHECK(str_find(page, STR("<b>")) == SIZE_MAX);
        CHECK(str_find(page, STR("<img")) == SIZE_MAX);
        for (size_t most = 0; most < 40; most++) {
            const struct marks m = marks_of(&arena, str_of(texts[i]), most);
            struct str all = { 0 };
            for (size_t j = 0; j < m.n; j++) {
                CHECK(str_utf8(m.at[j].text));
                all = arena_join(&arena, all, m.at[j].text);
            }
            CHECK_STR(all, texts[i]);
        }
    }
    arena_end(&arena);
}

static void a_name_is_left_out_wherever_it_stands(void **state)
{
    struct hint *hints;
    (void)state;
    const struct str text =
        STR("Mevrouw Smit hielp. Dank, mevrouw Smit! De Smitstraat blijft.");
    const size_t n = hints_of(&arena, text, &hints);
    CHECK(n >= 1);
    CHECK_STR(hints[0].text, "Smit");
    CHECK_STR(hint_left_out(&arena, text, &hints[0]),
              "Mevrouw [naam weggelaten] hielp. Dank, mevrouw [naam weggelaten]! De Smitstraat "
              "blijft.");
    const struct hint none = { .text = STR(""), .instead = STR("x") };
    CHECK_STR(hint_left_out(&arena, STR("abc"), &none), "abc");
    const struct hint whole = { .text = STR("abc"), .instead = STR("[x]") };
    CHECK_STR(hint_left_out(&arena, STR("abc"), &whole), "[x]");
    CHECK_STR(hint_left_out(&arena, STR("abcabc abc"), &whole), "abcabc [x]");
    arena_end(&arena);
}

static void a_cry_for_help_is_no_hint_to_leave_out(void **state)
{
    struct hint *hints;
    (void)state;
    assert_int_equal(hints_of(&arena, STR("Ik wil niet meer leven."), &hints), 0);
    char many[4000] = "";
    for (int i = 0; i < 100; i++)
        snprintf(many + strlen(many), sizeof many - strlen(many), "bel 06123456%02d. ", i);
    assert_int_equal(hints_of(&arena, str_of(many), &hints), HINTS_MOST);
    arena_end(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_may_identify_somebody_is_marked),
        cmocka_unit_test(help_stands_over_what_else_was_noticed),
        cmocka_unit_test(a_text_is_text_wherever_it_is_cut),
        cmocka_unit_test(a_name_is_left_out_wherever_it_stands),
        cmocka_unit_test(a_cry_for_help_is_no_hint_to_leave_out),
    };
    return RUN_TESTS(tests);
}
