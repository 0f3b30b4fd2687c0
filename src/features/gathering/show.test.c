/* show.test.c — an evening, the list of evenings, and a table, from database to markup. */
#include "tests/place.h"

static void an_evening_with_its_rounds(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk/bijeenkomst/avond", 200);
    CHECK_HAS(page, "<time datetime=\"2023-06-27\">27 juni 2023</time>");
    CHECK_HAS(page, "ongeveer 150 mensen");
    CHECK_HAS(page, "De fanfare");
    CHECK_HAS(page, "Muziek");
    const size_t one = str_find(page, STR("Ronde 1")), three = str_find(page, STR("tafel/3")),
                 two = str_find(page, STR("Ronde 2")), four = str_find(page, STR("tafel/4"));
    CHECK(one < three && three < two && two < four && four != SIZE_MAX);
    CHECK_HAS(page, "Zaal 2");
    (void)city_page(&c, "/wijk/bijeenkomst/ochtend", 404);
    CHECK_HAS(city_page(&c, "/wijk/bijeenkomsten", 200), "href=\"/wijk/bijeenkomst/avond\"");
    city_close(&c);
}

static void a_table_says_where_each_note_went(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk/bijeenkomst/avond/ronde/1/tafel/3", 200);
    CHECK_HAS(page, "Tafel 3, ronde 1");
    const struct str note = str_from(page, str_find(page, STR("Er is een bank nodig.")));
    const struct str used = str_upto(note, str_find(note, STR("</li>")));
    CHECK_HAS(used, "href=\"/wijk/punt/5\"");
    CHECK_HAS(used, "href=\"/wijk/punt/6\"");
    const struct str second = str_from(page, str_find(page, STR("Nog eens de bank.")));
    const struct str aside = str_upto(second, str_find(second, STR("</li>")));
    CHECK_HAS(aside, "Dit staat al in een ander punt.");
    CHECK_NOT(aside, "/punt/");
    CHECK_HAS(page, "<bdi lang=\"tr\">Bank lütfen &lt;b&gt;</bdi>");
    CHECK_NOT(page, "Verborgen woorden");
    city_close(&c);
}

static void a_draft_leads_nowhere_yet(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str page = city_page(&c, "/wijk/bijeenkomst/avond/ronde/1/tafel/3", 200);
    CHECK_HAS(page, "Er is een bank nodig.");
    CHECK_NOT(page, "/punt/");
    city_close(&c);
}

static void a_table_without_notes_is_kind(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/wijk/bijeenkomst/avond/ronde/2/tafel/4", 200),
              "Van deze tafel staat hier nog niets.");
    (void)city_page(&c, "/wijk/bijeenkomst/avond/ronde/1/tafel/4", 404);
    (void)city_page(&c, "/wijk/bijeenkomst/avond/ronde/0/tafel/3", 404);
    CHECK_HAS(city_page(&c, "/en/wijk/bijeenkomst/avond", 200), "about 150 people");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_with_its_rounds),
        cmocka_unit_test(a_table_says_where_each_note_went),
        cmocka_unit_test(a_draft_leads_nowhere_yet),
        cmocka_unit_test(a_table_without_notes_is_kind),
    };
    return RUN_TESTS(tests);
}
