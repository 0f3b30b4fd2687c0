/* themes.test.c — themes from the browser: several at once, their texts, their order, away. */
#include "features/setup/setup.test.h"

#define LIST "/wijk/beheer/themas"

static void several_come_at_once(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_STR(taken(&c, LIST,
                    "themas=Hulp+dichtbij%0D%0A%0D%0A-+Vertrouwen%0D%0AHulp%2C+dichtbij",
                    &editor),
              LIST "?gedaan=erbij");
    const struct str page = seen(&c, LIST "?gedaan=erbij", &editor, 200);
    CHECK_HAS(page, "Het staat erbij.");
    CHECK_HAS(page, "href=\"/wijk/beheer/themas/hulp-dichtbij\"");
    CHECK_HAS(page, "href=\"/wijk/beheer/themas/hulp-dichtbij-2\"");
    const size_t lamp = str_find(page, STR(">De lamp<")),
                 help = str_find(page, STR(">Hulp dichtbij<")),
                 trust = str_find(page, STR(">Vertrouwen<"));
    CHECK(lamp < help && help < trust && trust != SIZE_MAX);
    CHECK_HAS(seen(&c, "/wijk/themas", &nobody, 200), "Vertrouwen");
    CHECK_HAS(seen(&c, "/wijk/zoeken?q=vertrouwen", &nobody, 200), "/wijk/thema/vertrouwen");
    const struct str done = history(&c);
    CHECK_HAS(done, "Thema vertrouwen</a>: gemaakt");
    CHECK_HAS(done, "<ins>Vertrouwen</ins>");
    city_close(&c);
}

static void says_which_line_is_wrong(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_HAS(sent(&c, LIST, "themas=+%0A+", &editor, 422), "Schrijf op elke regel een naam.");
    const struct str twice = sent(&c, LIST, "themas=Nieuw%0ANieuw", &editor, 422);
    CHECK_HAS(twice, "„Nieuw” staat er twee keer.");
    CHECK_HAS(twice, "Nieuw\nNieuw</textarea>");
    CHECK_HAS(sent(&c, LIST, "themas=Nieuw%0ADe+bank", &editor, 422),
              "Het thema „De bank” staat er al.");
    char *much = NEW(&c.arena, char, 2000);
    size_t n = (size_t)snprintf(much, 20, "themas=");
    for (int i = 0; i < 201; i++) n += (size_t)snprintf(much + n, 2000 - n, "t%d%%0A", i);
    CHECK_HAS(sent(&c, LIST, much, &editor, 422), "hoogstens 200 tegelijk");
    CHECK_NOT(seen(&c, LIST, &editor, 200), "Nieuw<");
    city_close(&c);
}

#define BANK LIST "/bank"

static void texts_change_with_a_translation_beside(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str page = seen(&c, BANK, &editor, 200);
    CHECK_HAS(page, "value=\"De bank\"");
    CHECK_HAS(page, "value=\"The bench\"");
    CHECK_HAS(page, "value=\"en\"");
    const char *body = based(&c, BANK, &editor,
                             "titel=De+stoel&vraag=Zit+u%3F&uitleg=Zitten.&titel-2=The+chair"
                             "&vraag-2=Sitting%3F&uitleg-2=Sitting.&taal=en&open=1&zorg=1");
    CHECK_STR(taken(&c, BANK, body, &editor), LIST "?gedaan=bewaard");
    CHECK_HAS(seen(&c, "/wijk/thema/bank", &nobody, 200), "<h1>De stoel</h1>");
    CHECK_HAS(seen(&c, "/en/wijk/thema/bank", &nobody, 200), "<h1>The chair</h1>");
    CHECK_HAS(seen(&c, "/wijk/zoeken?q=stoel", &nobody, 200), "/wijk/thema/bank");
    const struct str done = history(&c);
    CHECK_HAS(done, "<del>Naam: De bank</del>");
    CHECK_HAS(done, "<ins>Naam (English): The chair</ins>");
    CHECK_HAS(seen(&c, LIST, &editor, 200), "Open tafel");
    city_close(&c);
}

static void another_language_has_its_own_page(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *body =
        based(&c, BANK "?taal=tr", &editor,
              "titel=De+bank&vraag=Waar+zit+u%3F&uitleg=Zitten+helpt."
              "&titel-2=Bank&vraag-2=Nerede%3F&uitleg-2=Oturmak.&taal=tr&zorg=1");
    (void)taken(&c, BANK, body, &editor);
    CHECK_HAS(seen(&c, BANK "?taal=tr", &editor, 200), "value=\"Nerede?\"");
    CHECK_HAS(seen(&c, BANK, &editor, 200), "value=\"The bench\""); /* untouched */
    (void)seen(&c, BANK "?taal=nl", &editor, 400);                  /* its own */
    (void)seen(&c, BANK "?taal=xx", &editor, 400);
    city_close(&c);
}

static void a_translation_is_whole_or_absent(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *half = based(&c, BANK, &editor,
                             "titel=De+bank&vraag=Waar+zit+u%3F&uitleg=Zitten+helpt."
                             "&titel-2=The+bench&taal=en&zorg=1");
    CHECK_HAS(sent(&c, BANK, half, &editor, 422), "laat de hele vertaling leeg");
    const char *none =
        based(&c, BANK, &editor,
              "titel=De+bank&vraag=Waar+zit+u%3F&uitleg=Zitten+helpt.&taal=en&zorg=1");
    (void)taken(&c, BANK, none, &editor);
    CHECK_HAS(seen(&c, "/en/wijk/thema/bank", &nobody, 200), "De bank");
    city_close(&c);
}

static void two_editors_at_once_see_both_texts(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *first = based(&c, BANK, &editor, "titel=Van+de+een&taal=en");
    const char *second = based(&c, BANK, &editor, "titel=Van+de+ander&taal=en");
    (void)taken(&c, BANK, first, &editor);
    const struct str both = sent(&c, BANK, second, &editor, 422);
    CHECK_HAS(both, "Een collega veranderde dit net ook.");
    CHECK_HAS(both, "value=\"Van de ander\"");
    CHECK_HAS(both, "<bdi>Van de een</bdi>");
    CHECK_HAS(seen(&c, "/wijk/thema/bank", &nobody, 200), "<h1>Van de een</h1>");
    const struct str again = basis_in(&c, both); /* after looking, it is a choice */
    (void)taken(
        &c, BANK,
        arena_format(&c.arena, "basis=%.*s&titel=Van+de+ander&taal=en", STR_ARG(again)).s,
        &editor);
    CHECK_HAS(seen(&c, "/wijk/thema/bank", &nobody, 200), "<h1>Van de ander</h1>");
    (void)sent(&c, BANK, "titel=Zonder+basis&taal=en", &editor, 422);
    city_close(&c);
}

static void saving_the_same_writes_nothing_down(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *same = based(&c, BANK, &editor,
                             "titel=De+bank&vraag=Waar+zit+u%3F&uitleg=Zitten+helpt.&zorg=1"
                             "&titel-2=The+bench&vraag-2=Where+do+you+sit%3F"
                             "&uitleg-2=Sitting+helps.&taal=en");
    (void)taken(&c, BANK, same, &editor);
    CHECK_HAS(history(&c), "Hier is nog niets veranderd.");
    city_close(&c);
}

static void what_the_form_does_not_name_stays(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *more = based(&c, BANK, &editor,
                             "titel=De+bank&taal=en&slug=anders&position=99&dialogue=7&id=3"
                             "&picture=0&zorg=1");
    (void)taken(&c, BANK, more, &editor);
    const struct str page = seen(&c, "/wijk/thema/bank", &nobody, 200);
    CHECK_HAS(page, "Thema 1 van 2");
    CHECK_HAS(page, "alt=\"Een bank\"");
    const char *strange = based(&c, BANK, &editor, "titel=De+bank&taal=en&zorg=99");
    (void)sent(&c, BANK, strange, &editor, 422); /* a pillar of nobody */
    city_close(&c);
}

static void the_order_is_theirs(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, LIST "/lamp/plaats", "richting=op", &editor);
    struct str page = seen(&c, LIST, &editor, 200);
    CHECK(str_find(page, STR(">De lamp<")) < str_find(page, STR(">De bank<")));
    CHECK_HAS(history(&c), "Thema lamp</a>: verplaatst");
    (void)taken(&c, LIST "/lamp/plaats", "richting=op", &editor); /* first already */
    (void)taken(&c, LIST "/bank/plaats", "richting=neer", &editor);
    page = seen(&c, LIST, &editor, 200);
    CHECK(str_find(page, STR(">De lamp<")) < str_find(page, STR(">De bank<")));
    (void)sent(&c, LIST "/stoel/plaats", "richting=op", &editor, 404);
    (void)sent(&c, LIST "/bank/plaats", "richting=opzij", &editor, 422);
    city_close(&c);
}

static void goes_only_when_nothing_hangs_on_it(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str held = seen(&c, LIST "/bank/weg", &editor, 200);
    CHECK_HAS(held, "Dit kan nu niet");
    CHECK_HAS(held, "Tafels op een bijeenkomst: 1");
    CHECK_HAS(held, "Keer inbreng: 3"); /* hidden ones too */
    CHECK_HAS(held, "Punten: 2");
    CHECK_NOT(held, "Haal weg");
    (void)sent(&c, LIST "/bank/weg", "", &editor, 422);
    (void)seen(&c, "/wijk/thema/bank", &nobody, 200);
    (void)taken(&c, LIST, "themas=Los", &editor);
    CHECK_HAS(seen(&c, LIST "/los/weg", &editor, 200), "Haal weg");
    CHECK_STR(taken(&c, LIST "/los/weg", "", &editor), LIST "?gedaan=weg");
    (void)seen(&c, "/wijk/thema/los", &nobody, 404);
    CHECK_NOT(seen(&c, "/wijk/zoeken?q=los", &nobody, 200), "/wijk/thema/los");
    CHECK_HAS(history(&c), "<del>Los</del>");
    city_close(&c);
}

static void is_for_editors(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    static const char *const pages[] = { LIST, LIST "/bank", LIST "/bank/weg" };
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        (void)seen(&c, pages[i], &nobody, 303);
        (void)seen(&c, pages[i], &writer, 403);
        (void)sent(&c, pages[i], "themas=x&titel=x", &writer, 403);
    }
    (void)sent(&c, LIST "/bank/plaats", "richting=neer", &writer, 403);
    (void)seen(&c, LIST "/stoel", &editor, 404);
    CHECK_HAS(seen(&c, "/en" LIST, &editor, 200), "Add themes");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_come_at_once),
        cmocka_unit_test(says_which_line_is_wrong),
        cmocka_unit_test(texts_change_with_a_translation_beside),
        cmocka_unit_test(another_language_has_its_own_page),
        cmocka_unit_test(a_translation_is_whole_or_absent),
        cmocka_unit_test(two_editors_at_once_see_both_texts),
        cmocka_unit_test(saving_the_same_writes_nothing_down),
        cmocka_unit_test(what_the_form_does_not_name_stays),
        cmocka_unit_test(the_order_is_theirs),
        cmocka_unit_test(goes_only_when_nothing_hangs_on_it),
        cmocka_unit_test(is_for_editors),
    };
    return RUN_TESTS(tests);
}
