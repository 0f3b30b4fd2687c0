/* voices.test.c — a voice in every state, the voices of a theme, the stories. */
#include "tests/city.h"

static void test_shown(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/inbreng/1", 200);
    CHECK_NOT(page, "niet vertaald");
    CHECK_HAS(city_page(&c, "/en/waterstad/inbreng/4", 200), "In Dutch, not translated");
    CHECK_NOT(city_page(&c, "/waterstad/inbreng/4", 200), "niet vertaald");
    CHECK_HAS(page, "<bdi lang=\"tr\">Bize yardım eden kimse yok</bdi>");
    CHECK_HAS(page, "Niemand helpt ons");
    CHECK_HAS(page, "/waterstad/punt/1");
    CHECK_HAS(page, "/waterstad/verslag/editie/1");
    CHECK_HAS(page, "27 juni 2023");
    const struct str english = city_page(&c, "/en/waterstad/inbreng/1", 200);
    CHECK_HAS(english, "Bize yardım eden kimse yok");
    CHECK_NOT(english, "Translation");
    city_close(&c);
}

static void test_not_shown(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str erased = city_page(&c, "/waterstad/inbreng/2", 410);
    CHECK_HAS(erased, "Deze inbreng is gewist.");
    CHECK_NOT(erased, "GEWIST");
    const struct str hidden = city_page(&c, "/waterstad/inbreng/3", 410);
    CHECK_HAS(hidden, "Deze inbreng is niet te lezen.");
    CHECK_NOT(hidden, "VERBORGEN");
    const struct str waiting = city_page(&c, "/waterstad/inbreng/6", 404);
    CHECK_HAS(waiting, "nog niet nagekeken");
    CHECK_NOT(waiting, "ONGELEZEN");
    city_page(&c, "/waterstad/inbreng/7", 404);
    city_close(&c);
}

static void test_set_aside_says_why(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/waterstad/inbreng/5", 200),
              "Wij begrepen niet goed wat hiermee bedoeld is.");
    city_close(&c);
}

static void test_theme_counts_what_cannot_be_read(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/thema/hulp/inbreng", 200);
    CHECK_HAS(page, "3 keer inbreng");
    CHECK_HAS(page, "1 inbreng is gewist.");
    CHECK_HAS(page, "1 inbreng is nog niet nagekeken.");
    CHECK_HAS(page, "1 keer inbreng is niet te lezen");
    CHECK_NOT(page, "GEWIST");
    CHECK_NOT(page, "VERBORGEN");
    CHECK_NOT(page, "ONGELEZEN");
    CHECK_HAS(page, "staat in punt 1");
    const struct str tip = city_page(&c, "/waterstad/thema/hulp/inbreng?soort=tip", 200);
    CHECK_HAS(tip, "1 keer inbreng");
    CHECK_NOT(tip, "Bize");
    CHECK_HAS(city_page(&c, "/waterstad/thema/ontmoeten/inbreng", 200),
              "Over dit thema is nog geen inbreng te lezen.");
    city_close(&c);
}

static void test_stories(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str list = city_page(&c, "/waterstad/verhalen", 200);
    CHECK_HAS(list, "De bank bij de vijver");
    CHECK_HAS(list, "Ik zat elke dag");
    const struct str one = city_page(&c, "/waterstad/verhaal/de-bank", 200);
    CHECK_HAS(one, "Bewoner");
    CHECK_HAS(one, "/waterstad/punt/2");
    CHECK_HAS(city_page(&c, "/en/waterstad/verhaal/de-bank", 200), "The bench by the pond");
    city_page(&c, "/waterstad/verhaal/nergens", 404);
    city_close(&c);
}

static enum err erase_story(struct tx *tx, void *with)
{
    struct city *c = with;
    return voice_update(tx, c->voices[4], 4, true, c->themes[0], false, 0, false, 0, true,
                        KIND_STORY, false, (struct day){ 0 }, STR("nl"), STR(""),
                        VISIBILITY_ERASED, ACCOUNT_OPEN, false, 0);
}

static void test_erased_story(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_OK(store_write(c.store, erase_story, &c));
    const struct str page = city_page(&c, "/waterstad/verhaal/de-bank", 410);
    CHECK_HAS(page, "Dit verhaal is niet te lezen");
    CHECK_NOT(page, "De bank bij de vijver");
    CHECK_NOT(city_page(&c, "/waterstad/verhalen", 200), "De bank bij de vijver");
    const struct str point = city_page(&c, "/waterstad/punt/2", 200);
    CHECK_HAS(point, "Deze inbreng is gewist.");
    CHECK_NOT(point, "De bank bij de vijver");
    city_close(&c);
}

static void test_beginning(void **state)
{
    (void)state;
    struct arena a = { 0 };
    CHECK_STR(beginning(&a, STR("kort"), 10), "kort");
    CHECK_STR(beginning(&a, STR("een twee drie vier"), 10), "een twee …");
    const struct str long_word = beginning(&a, STR("ééééééééééé"), 9);
    CHECK(str_utf8(long_word));
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shown),
        cmocka_unit_test(test_not_shown),
        cmocka_unit_test(test_set_aside_says_why),
        cmocka_unit_test(test_theme_counts_what_cannot_be_read),
        cmocka_unit_test(test_stories),
        cmocka_unit_test(test_erased_story),
        cmocka_unit_test(test_beginning),
    };
    return RUN_TESTS(tests);
}
