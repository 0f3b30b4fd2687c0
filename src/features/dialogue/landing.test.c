/* landing.test.c — the first page of a dialogue and the list of its themes, from database to markup. */
#include "tests/place.h"

static void tells_the_whole_dialogue(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk", 200);
    CHECK_HAS(page, "<h1>Hoe gaat het in de wijk?</h1>");
    CHECK_HAS(page, "<dt>tafels</dt><dd>2</dd>");
    CHECK_HAS(page, "<dt>bevindingen uit bronnen</dt><dd>2</dd>");
    CHECK_HAS(page, "<dt>punten in het verslag</dt><dd>2</dd>");
    CHECK_HAS(page, "<span class=\"dlg-vh\">Klaar: </span><span>in het voorjaar</span>");
    CHECK_HAS(page, "aria-current=\"step\"");
    CHECK_HAS(page, "Waarom &lt;rust&gt;."); /* what people write stays text */
    CHECK_HAS(page, "href=\"/wijk/thema/bank\"");
    CHECK_HAS(page, "src=\"/beeld/00ff00ff/klein\"");
    CHECK_HAS(page, "href=\"/wijk/bijeenkomst/avond\"");
    CHECK_HAS(page, "href=\"/wijk/verhaal/boom\"");
    CHECK_HAS(page, "href=\"/wijk/bron/verslag\"");
    CHECK_HAS(page, "De <strong>raad</strong> beslist.");
    CHECK_HAS(page, "href=\"/wijk/verslag\"");
    CHECK_HAS(page, "Dit is verzonnen.");
    CHECK_NOT(page, "Verborgen woorden");
    city_close(&c);
}

/* Only a point that stands in several themes comes back here, with each of its themes. */
static void gathers_what_recurs(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk", 200);
    CHECK_HAS(page, "Zet een bank neer.");
    CHECK_HAS(page, "<li><a href=\"/wijk/thema/lamp\">De lamp</a></li>");
    CHECK_NOT(page, "Het plein is schoon.");
    city_close(&c);
}

static void keeps_the_draft_to_itself(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str page = city_page(&c, "/wijk", 200);
    CHECK_HAS(page, "Aan het verslag wordt nog gewerkt.");
    CHECK_NOT(page, "Zet een bank neer.");
    CHECK_NOT(page, "punten in het verslag");
    CHECK_NOT(page, "Lees het verslag");
    CHECK_NOT(page, "{n}");
    CHECK_NOT(city_page(&c, "/wijk/themas", 200), "1 punt");
    city_close(&c);
}

static void speaks_english_as_far_as_it_can(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/en/wijk", 200);
    CHECK_HAS(page, "<h1>How is the area doing?</h1>");
    CHECK_HAS(page, "Put up a bench.");
    CHECK_HAS(page, "<h3 lang=\"nl\"><a href=\"/en/wijk/thema/lamp\">De lamp</a></h3>");
    CHECK_HAS(page, "Where are we now?");
    city_close(&c);
}

static enum err bare(struct tx *tx, void *with)
{
    int64_t *id = with;
    TRY(dialogue_add(tx, STR("leeg"), 1, STR("nl"), false, id));
    return dialogue_text_put(tx, *id, STR("nl"), STR("Leeg"), STR("Wat nu?"), STR(""), STR(""),
                             STR(""));
}

static void stands_with_nothing_in_it(void **state)
{
    (void)state;
    struct city c;
    city_open_empty(&c);
    CHECK_OK(store_write(c.store, bare, &c.dialogue));
    const struct str page = city_page(&c, "/leeg", 200);
    CHECK_HAS(page, "Wat nu?");
    CHECK_HAS(page, "Er zijn nog geen thema’s.");
    CHECK_NOT(page, "dlg-numbers");
    CHECK_NOT(page, "dlg-phases");
    CHECK_HAS(city_page(&c, "/leeg/themas", 200), "Er zijn nog geen thema’s.");
    (void)city_page(&c, "/niets", 404);
    city_close(&c);
}

static enum err many(struct tx *tx, void *with)
{
    const struct city *c = with;
    for (int i = 0; i < 30; i++) {
        struct arena a = { 0 };
        int64_t theme;
        TRY(theme_add(tx, c->dialogue, arena_format(&a, "thema-%d", i), 10 + i, NONE, NONE,
                      false, &theme));
        TRY(theme_text_put(tx, theme, STR("nl"), arena_format(&a, "Thema %d", i), STR(""),
                           STR("")));
        arena_end(&a);
    }
    return OK;
}

static void shows_the_first_of_many_themes(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_OK(store_write(c.store, many, &c));
    const struct str page = city_page(&c, "/wijk", 200);
    CHECK_HAS(page, "32 thema’s");
    CHECK_HAS(page, "Bekijk alle thema’s");
    CHECK_HAS(page, "/thema/thema-21\"");
    CHECK_NOT(page, "/thema/thema-22\"");
    CHECK_HAS(city_page(&c, "/wijk/themas", 200), "/thema/thema-29\"");
    city_close(&c);
}

static void themes_stand_under_their_concern(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str page = city_page(&c, "/wijk/themas", 200);
    const size_t concern = str_find(page, STR("Rust op straat")),
                 bank = str_find(page, STR("De bank</a>")),
                 others = str_find(page, STR("Andere thema’s")),
                 lamp = str_find(page, STR("De lamp</a>"));
    CHECK(concern < bank && bank < others && others < lamp && lamp != SIZE_MAX);
    CHECK_HAS(page, "<span>2 punten</span>");
    city_close(&c);
}

static void images_are_what_they_say(void **state)
{
    (void)state;
    struct city c;
    struct response res;
    city_open(&c, false);
    CHECK_STR(city_page(&c, "/beeld/00ff00ff", 200), "\x89PNG-large");
    CHECK_STR(city_page(&c, "/beeld/00ff00ff/klein", 200), "\x89PNG-small");
    (void)city_page(&c, "/beeld/00ff00fe", 404);
    web_try(c.store, c.db, &c.arena, METHOD_GET, STR("/beeld/00ff00ff"), (struct instant){ 0 },
            &res);
    CHECK(res.content == CONTENT_PNG && res.immutable);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_whole_dialogue),
        cmocka_unit_test(gathers_what_recurs),
        cmocka_unit_test(keeps_the_draft_to_itself),
        cmocka_unit_test(speaks_english_as_far_as_it_can),
        cmocka_unit_test(stands_with_nothing_in_it),
        cmocka_unit_test(shows_the_first_of_many_themes),
        cmocka_unit_test(themes_stand_under_their_concern),
        cmocka_unit_test(images_are_what_they_say),
    };
    return RUN_TESTS(tests);
}
