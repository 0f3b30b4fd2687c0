/* point.test.c — where does this come from? From database to markup. */
#include "features/points/drawing.h"
#include "tests/city.h"

static void test_everything_it_rests_on(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/punt/1", 200);
    CHECK_HAS(page, "<h1 class=\"dlg-statement\">Zorg dat er ook in het weekend hulp is.</h1>");
    CHECK_HAS(page, "Zorg dat er in het weekend &lt;iemand&gt; is.");
    CHECK_HAS(page, "/waterstad/bijeenkomst/27-juni/ronde/1/tafel/2");
    CHECK_HAS(page, "/waterstad/bron/verslag");
    CHECK_HAS(page, "2 tafels");
    CHECK_HAS(page, "2 bevindingen");
    CHECK_HAS(page, "<bdi lang=\"tr\">Bize yardım eden kimse yok</bdi>");
    CHECK_HAS(page, "Niemand helpt ons");
    CHECK_HAS(page, "/waterstad/thema/ontmoeten"); /* it stands in both themes */
    city_close(&c);
}

static void test_erased_voice_leaves_a_mark(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/punt/1", 200);
    CHECK_HAS(page, "Inbreng 2");
    CHECK_HAS(page, "Deze inbreng is gewist.");
    CHECK_HAS(page, "1 daarvan is niet te lezen.");
    CHECK_NOT(page, "GEWIST");
    city_close(&c);
}

static void test_editions_and_earlier_words(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/punt/1", 200);
    CHECK_HAS(page, "/waterstad/verslag/editie/1#");
    CHECK_HAS(page, "/waterstad/verslag/editie/2");
    CHECK_HAS(page, "Hoe stond het er eerst?");
    CHECK_HAS(page, "Zorg voor hulp in het weekend.");
    const struct str second = city_page(&c, "/waterstad/punt/2", 200);
    CHECK_NOT(second, "Hoe stond het er eerst?"); /* its words never changed */
    const struct str dropped = city_page(&c, "/waterstad/punt/3", 200);
    CHECK_HAS(dropped, "niet in de nieuwste editie");
    CHECK_HAS(dropped, "voor het laatst in editie 1");
    city_close(&c);
}

static void test_both_directions(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/punt/1", 200);
    CHECK_HAS(page, "Wat hier ook op rust"); /* finding 1 carries point 2 too */
    CHECK_HAS(page, "/waterstad/punt/2");
    const struct str other = city_page(&c, "/waterstad/punt/2", 200);
    CHECK_HAS(other, "/waterstad/verhaal/de-bank");
    CHECK_HAS(other, "/waterstad/punt/1");
    city_close(&c);
}

static void test_drawing(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/punt/1", 200);
    CHECK_HAS(page, "aria-hidden=\"true\""); /* everything in it stands in the list too */
    CHECK_HAS(page, "stroke-dasharray");     /* the erased voice */
    struct finding_item findings[60] = { 0 };
    for (size_t i = 0; i < 60; i++) {
        findings[i].f.has_table_number = true;
        findings[i].f.round = 1;
        findings[i].f.table_number = (int64_t)(i % 4) + 1;
    }
    const struct drawing few = point_draw(&c.arena, LANG_NL, findings, 8, NULL, 0);
    CHECK(few.places_n == 4 && few.things_n == 8);
    for (size_t i = 1; i < few.things_n; i++) CHECK(few.things[i].y > few.things[i - 1].y);
    CHECK(few.things[7].y < few.height);
    const struct drawing many = point_draw(&c.arena, LANG_NL, findings, 60, NULL, 0);
    CHECK(many.places_n == 4 && many.things_n == 4); /* a number for each table */
    CHECK_STR(many.things[0].label, "15×");
    for (size_t i = 0; i < 60; i++) findings[i].f.table_number = (int64_t)i + 1;
    CHECK(point_draw(&c.arena, LANG_NL, findings, 60, NULL, 0).height == 0);
    CHECK(point_draw(&c.arena, LANG_NL, NULL, 0, NULL, 0).height == 0);
    city_close(&c);
}

static void test_draft_is_nobodys_to_see(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    city_page(&c, "/waterstad/punt/1", 404);
    city_page(&c, "/waterstad/punt/99", 404);
    city_page(&c, "/nergens/punt/1", 404);
    city_close(&c);
}

static void test_english(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/en/waterstad/punt/1", 200);
    CHECK_HAS(page, "Where does this come from?");
    CHECK_HAS(page, "Help close by");
    CHECK_HAS(page, "Have someone there at weekends.");
    CHECK_HAS(page, "lang=\"nl\">Zorg dat er ook in het weekend hulp is."); /* not translated */
    CHECK_NOT(page, "Niemand helpt ons"); /* a Dutch translation is of no use here */
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_it_rests_on),
        cmocka_unit_test(test_erased_voice_leaves_a_mark),
        cmocka_unit_test(test_editions_and_earlier_words),
        cmocka_unit_test(test_both_directions),
        cmocka_unit_test(test_drawing),
        cmocka_unit_test(test_draft_is_nobodys_to_see),
        cmocka_unit_test(test_english),
    };
    return RUN_TESTS(tests);
}
