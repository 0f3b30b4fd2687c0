/* theme.test.c — the page of one theme, from database to markup. */
#include "tests/place.h"

#include "tests/sql.h"

static void shows_what_each_point_rests_on(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk/thema/bank", 200);
    CHECK_HAS(page, "Thema 1 van 2");
    CHECK_HAS(page, "<h1>De bank</h1>");
    CHECK_HAS(page, "alt=\"Een bank\"");
    CHECK_HAS(page, "Gemaakt door Tekenaar.");
    const size_t well = str_find(page, STR("Het plein is schoon.")),
                 needed = str_find(page, STR("Zet een bank neer."));
    CHECK(well < needed && needed != SIZE_MAX); /* kinds in their order, not points */
    const struct str foot = str_from(page, needed);
    CHECK_HAS(foot, "href=\"/wijk/punt/5\"");
    CHECK_HAS(foot, "<span>1 bevinding</span>");
    CHECK_HAS(foot, "<span>1 keer inbreng</span>");
    CHECK_HAS(foot, "<span>1 tafel</span>");
    CHECK_HAS(page, "href=\"/wijk/bijeenkomst/avond/ronde/1/tafel/3\"");
    CHECK_HAS(page, "href=\"/wijk/thema/bank/bevindingen\"");
    CHECK_HAS(page, "href=\"/wijk/thema/bank/inbreng\"");
    city_close(&c);
}

static void leads_to_the_map_when_there_is_one(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_NOT(city_page(&c, "/wijk/thema/bank", 200), "href=\"/kaart\"");
    sql_run(c.store, "INSERT INTO map_state (id, made, entries, highest, meanings) VALUES (1, "
                     "1, 2, 2, x'')");
    const struct str page = city_page(&c, "/wijk/thema/bank", 200);
    CHECK_HAS(page, "<a href=\"/kaart\">Zoek wie u hierbij kan helpen</a>");
    CHECK_HAS(page, ">Sociale kaart</a>"); /* in the menu */
    city_close(&c);
}

static void quotes_only_what_may_be_shown(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk/thema/bank", 200);
    CHECK_HAS(page, "<bdi lang=\"tr\">Bank lütfen &lt;b&gt;</bdi>");
    CHECK_HAS(page, "Een bank, alstublieft.");
    CHECK_NOT(page, "Verborgen woorden");
    CHECK_NOT(page, "Ooit stond hier een boom."); /* a story is read as a whole, elsewhere */
    CHECK_HAS(page, "<dt>Inbreng</dt><dd><a href=\"/wijk/thema/bank/inbreng\">2</a></dd>");
    city_close(&c);
}

static enum err second_evening(struct tx *tx, void *with)
{
    const struct city *c = with;
    int64_t evening, table;
    TRY(table_add(tx, c->evening, 2, 5, 3, c->bank, STR(""), &table));
    TRY(gathering_add(tx, c->dialogue, STR("ochtend"), 2, (struct day){ 19600 }, false,
                      (struct clock){ 0 }, false, (struct clock){ 0 }, NONE, false, NONE,
                      &evening));
    TRY(gathering_text_put(tx, evening, STR("nl"), STR("De ochtend"), STR(""), STR("")));
    return table_add(tx, evening, 1, 9, 1, c->bank, STR(""), &table);
}

static void tells_evenings_apart(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/wijk/thema/bank", 200), ">tafel 3</a>");
    CHECK_OK(store_write(c.store, second_evening, &c));
    const struct str page = city_page(&c, "/wijk/thema/bank", 200);
    CHECK_HAS(page, "tafel 5, ronde 2, <time datetime=\"2023-06-27\">");
    CHECK_HAS(page, "tafel 3, ronde 1, <time datetime=\"2023-06-27\">");
    CHECK_HAS(page, "tafel 9, ronde 1, <time datetime=\"2023-08-31\">");
    CHECK_HAS(page, "href=\"/wijk/bijeenkomsten\"");
    city_close(&c);
}

static void leads_to_its_neighbours(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str first = city_page(&c, "/wijk/thema/bank", 200);
    CHECK_HAS(first, "href=\"/wijk/thema/lamp\" rel=\"next\"");
    CHECK_NOT(first, "rel=\"prev\"");
    CHECK_HAS(city_page(&c, "/wijk/thema/lamp", 200), "href=\"/wijk/thema/bank\" rel=\"prev\"");
    (void)city_page(&c, "/wijk/thema/stoel", 404);
    city_close(&c);
}

static void keeps_the_draft_to_itself(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str page = city_page(&c, "/wijk/thema/bank", 200);
    CHECK_HAS(page, "Aan het verslag wordt nog gewerkt.");
    CHECK_NOT(page, "Zet een bank neer.");
    city_close(&c);
}

static void falls_back_text_by_text(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/en/wijk/thema/bank", 200);
    CHECK_HAS(page, "<h1>The bench</h1>");
    CHECK_HAS(page, "<p class=\"dlg-point__text\">Put up a bench.</p>");
    CHECK_HAS(page, "<p class=\"dlg-point__text\" lang=\"nl\">Het plein is schoon.</p>");
    CHECK_HAS(page, "<span>1 finding</span>");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_each_point_rests_on),
        cmocka_unit_test(leads_to_the_map_when_there_is_one),
        cmocka_unit_test(quotes_only_what_may_be_shown),
        cmocka_unit_test(tells_evenings_apart),
        cmocka_unit_test(leads_to_its_neighbours),
        cmocka_unit_test(keeps_the_draft_to_itself),
        cmocka_unit_test(falls_back_text_by_text),
    };
    return RUN_TESTS(tests);
}
