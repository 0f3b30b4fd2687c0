/* new.test.c — a city begins a dialogue from the browser; the first page of its desk. */
#include "features/setup/edit.h"
#include "features/setup/setup.test.h"

#define ADDRESS "/beheer/dialoog/nieuw"
#define RIGHT                                                                                  \
    "titel=Praat+mee+over+%C3%A9%C3%A9n+wijk&vraag=Wat+is+er+nodig%3F&gebied=Noord&in_taal=nl"

static void begins_with_texts_phases_and_a_desk(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_HAS(seen(&c, ADDRESS, &administrator, 200), "Begin een dialoog");
    CHECK_STR(taken(&c, ADDRESS, RIGHT "&samenvatting=Kort.", &administrator),
              "/praat-mee-over-een-wijk/beheer");
    const struct str page = seen(&c, "/praat-mee-over-een-wijk", &nobody, 200);
    CHECK_HAS(page, "Wat is er nodig?");
    CHECK_HAS(page, "Luisteren");
    CHECK_HAS(page, "Daden");
    CHECK_NOT(page, "noindex");
    const struct str desk = seen(&c, "/praat-mee-over-een-wijk/beheer", &administrator, 200);
    CHECK_HAS(desk, "Praat mee over één wijk");
    CHECK_HAS(desk, "href=\"/praat-mee-over-een-wijk/beheer/themas\"");
    CHECK_HAS(desk, "href=\"/praat-mee-over-een-wijk\"");
    CHECK_HAS(desk, "Er komt nu geen inbreng binnen."); /* until an editor opens it */
    const struct str done =
        seen(&c, "/praat-mee-over-een-wijk/beheer/geschiedenis", &administrator, 200);
    CHECK_HAS(done, "Dialoog: gemaakt");
    CHECK_HAS(done, "<strong>beheerder</strong>");
    city_close(&c);
}

static void invented_stays_out_of_search_engines(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, ADDRESS, RIGHT "&adres=nep&verzonnen=1", &administrator);
    CHECK_HAS(seen(&c, "/nep", &nobody, 200), "<meta name=\"robots\" content=\"noindex\">");
    city_close(&c);
}

static void says_what_is_wrong_and_keeps_what_was_typed(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct str empty =
        sent(&c, ADDRESS, "titel=&samenvatting=Een+%3Cb%3Euitleg", &administrator, 422);
    CHECK_HAS(empty, "Geef de dialoog een naam.");
    CHECK_HAS(empty, "Schrijf de vraag aan de stad.");
    CHECK_HAS(empty, "Schrijf over welke stad of wijk het gaat.");
    CHECK_HAS(empty, "Een &lt;b&gt;uitleg");
    CHECK_NOT(empty, "Nu staat er");
    static const char *const wrong[] = { "Hoofdletters", "..%2F..", "a+b",
                                         "%C3%A9",       "-streep", "dubbel--streep" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        CHECK_HAS(sent(&c, ADDRESS, arena_format(&c.arena, "%s&adres=%s", RIGHT, wrong[i]).s,
                       &administrator, 422),
                  "Gebruik kleine letters, cijfers en streepjes");
    static const char *const reserved[] = { "en",     "nl", "zoeken", "beheer", "privacy",
                                            "assets", "tr", "beeld",  "wijk",   "eenvoudig" };
    for (size_t i = 0; i < COUNT_OF(reserved); i++)
        CHECK_HAS(sent(&c, ADDRESS, arena_format(&c.arena, "%s&adres=%s", RIGHT, reserved[i]).s,
                       &administrator, 422),
                  "is al in gebruik");
    CHECK_HAS(sent(&c, ADDRESS, "in_taal=xx&" RIGHT, &administrator, 422), "Kies een");
    city_close(&c);
}

static void a_title_without_letters_of_ours_asks_for_an_address(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *body = "titel=%D8%AD%D9%8A%D9%86%D8%A7&vraag=x&gebied=x&in_taal=ar";
    CHECK_HAS(sent(&c, ADDRESS, body, &administrator, 422), "id=\"adres-problem\"");
    city_close(&c);
}

static void only_an_administrator_begins_one(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)seen(&c, ADDRESS, &nobody, 303);
    (void)seen(&c, ADDRESS, &refused, 403);
    (void)sent(&c, ADDRESS, RIGHT, &refused, 403);
    (void)seen(&c, "/praat-mee-over-een-wijk", &nobody, 404);
    (void)seen(&c, "/wijk/beheer", &nobody, 303);
    (void)seen(&c, "/geen/beheer", &reader, 404);
    city_close(&c);
}

static void the_desk_shows_what_waits_and_where_one_may_go(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str all = seen(&c, "/wijk/beheer", &editor, 200);
    CHECK_HAS(all, "href=\"/wijk/beheer/nakijken\"");
    CHECK_HAS(all, "Punten in het klad</a></th><td class=\"dlg-number\">2</td>");
    CHECK_HAS(all, "nog bij geen punt staat</a></th><td class=\"dlg-number\">1</td>");
    const struct str some = seen(&c, "/wijk/beheer", &reader, 200);
    CHECK_HAS(some, "Punten in het klad</th><td class=\"dlg-number\">2</td>");
    CHECK_NOT(some, "href=\"/wijk/beheer/nakijken\"");
    CHECK_NOT(some, "href=\"/wijk/beheer/themas\"");
    city_close(&c);
}

static void a_slug_is_made_of_a_title(void **state)
{
    (void)state;
    struct arena a = { 0 };
    CHECK_STR(slug_propose(&a, STR("Hulp dichtbij")), "hulp-dichtbij");
    CHECK_STR(slug_propose(&a, STR("  Één  café, ook ’s avonds!  ")), "een-cafe-ook-s-avonds");
    CHECK_STR(slug_propose(&a, STR("Straße & Ĳburg 2.0")), "strasse-ijburg-2-0");
    CHECK_STR(slug_propose(&a, STR("حينا")), "");
    CHECK_STR(slug_propose(&a, STR("---")), "");
    CHECK_STR(slug_propose(&a, STR("")), "");
    const struct str cut = slug_propose(
        &a, STR("Een heel lange naam die niet past in het adres van een thema, echt niet"));
    CHECK_STR(cut, "een-heel-lange-naam-die-niet-past-in-het-adres");
    CHECK(str_slug(cut));
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_with_texts_phases_and_a_desk),
        cmocka_unit_test(invented_stays_out_of_search_engines),
        cmocka_unit_test(says_what_is_wrong_and_keeps_what_was_typed),
        cmocka_unit_test(a_title_without_letters_of_ours_asks_for_an_address),
        cmocka_unit_test(only_an_administrator_begins_one),
        cmocka_unit_test(the_desk_shows_what_waits_and_where_one_may_go),
        cmocka_unit_test(a_slug_is_made_of_a_title),
    };
    return RUN_TESTS(tests);
}
