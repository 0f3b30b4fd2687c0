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

static enum err quiet_evening(struct tx *tx, void *with)
{
    struct city *c = with;
    int64_t quiet, item;
    TRY(gathering_add(tx, c->dialogue, STR("stil"), 2, (struct day){ 19600 },
                      SOME((struct clock){ 9 }), SOME((struct clock){ 9 }), NONE, false, NONE,
                      &quiet));
    TRY(gathering_text_put(tx, quiet, STR("nl"), STR("GEHEIM"), STR("GEHEIM"), STR("GEHEIM")));
    TRY(programme_add(tx, quiet, 1, SOME((struct clock){ 9 }), PROGRAMME_MUSIC, &item));
    TRY(programme_text_put(tx, item, STR("nl"), STR("GEHEIM"), STR("")));
    TRY(table_add(tx, quiet, 1, 77, 3, c->bank, STR("GEHEIM"), &c->table));
    TRY(gathering_announce(tx, quiet, false));
    TRY(programme_add(tx, c->evening, PROGRAMME_TEAM, SOME((struct clock){ 9 }),
                      PROGRAMME_OTHER, &item));
    TRY(programme_text_put(tx, item, STR("nl"), STR("GEHEIM"), STR("GEHEIM")));
    return programme_place(tx, item, PROGRAMME_TEAM, true);
}

static enum err noted_there(struct tx *tx, void *with)
{
    struct city *c = with;
    int64_t voice;
    return voice_add(tx, c->dialogue, 99, 9, SOME(c->bank), SOME(c->table), NONE, true,
                     KIND_TIP, false, (struct day){ 0 }, STR("nl"), STR("Toch gezegd."),
                     STR("0123456789abcdef"), VISIBILITY_SHOWN, ACCOUNT_OPEN, false, 0, &voice);
}

static void what_is_not_announced_is_nowhere(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_OK(store_write(c.store, quiet_evening, &c));
    static const char *const pages[] = {
        "/wijk",        "/wijk/bijeenkomsten",   "/wijk/bijeenkomst/avond", "/wijk/thema/bank",
        "/wijk/themas", "/wijk/zoeken?q=geheim",
    };
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        const struct str page = city_page(&c, pages[i], 200);
        CHECK_NOT(page, "GEHEIM");
        CHECK_NOT(page, "bijeenkomst/stil");
        CHECK_NOT(page, "tafel/77");
    }
    CHECK_HAS(city_page(&c, "/wijk", 200), "href=\"/wijk/bijeenkomst/avond\">Bijeenkomst</a>");
    (void)city_page(&c, "/wijk/bijeenkomst/stil", 404);
    (void)city_page(&c, "/wijk/bijeenkomst/stil/ronde/1/tafel/77", 404);
    /* What was noted there is never without its place. */
    CHECK_OK(store_write(c.store, noted_there, &c));
    (void)city_page(&c, "/wijk/bijeenkomst/stil", 200);
    (void)city_page(&c, "/wijk/bijeenkomst/stil/ronde/1/tafel/77", 200);
    CHECK_HAS(city_page(&c, "/wijk/bijeenkomsten", 200), "bijeenkomst/stil");
    CHECK_HAS(city_page(&c, "/wijk/thema/bank", 200), "tafel/77");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_with_its_rounds),
        cmocka_unit_test(a_table_says_where_each_note_went),
        cmocka_unit_test(a_draft_leads_nowhere_yet),
        cmocka_unit_test(a_table_without_notes_is_kind),
        cmocka_unit_test(what_is_not_announced_is_nowhere),
    };
    return RUN_TESTS(tests);
}
