/* sources.test.c — the list, a source, a finding, and the findings of a theme. */
#include "tests/city.h"

static void test_list(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/bronnen", 200);
    CHECK_HAS(page, "Verslag van de avond");
    CHECK_HAS(page, "2 bevindingen");
    CHECK_HAS(page, "Gemeente");
    CHECK_HAS(city_page(&c, "/en/waterstad/bronnen", 200), "lang=\"nl\">Onderzoek naar hulp");
    city_close(&c);
}

static void test_source_adds_up(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str study = city_page(&c, "/waterstad/bron/onderzoek", 200);
    CHECK_HAS(study, "<dt>staan in een punt</dt><dd>0</dd>");
    CHECK_HAS(study, "<dt>wacht nog</dt><dd>1</dd>");
    CHECK_HAS(study, "<dt>niet gebruikt, met de reden erbij</dt><dd>1</dd>");
    CHECK_HAS(study, "bladzijde 12");
    CHECK_NOT(study, "javascript:"); /* an address that may hurt is not a link */
    const struct str report = city_page(&c, "/waterstad/bron/verslag", 200);
    CHECK_HAS(report, "href=\"https://example.org/verslag\"");
    CHECK_HAS(report, "staat in punt 1");
    CHECK_HAS(report, "staat in punt 2");
    CHECK_NOT(report, "staat in punt 3"); /* of an earlier edition */
    city_page(&c, "/waterstad/bron/nergens", 404);
    city_close(&c);
}

static void test_source_by_kind(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/bron/verslag?soort=gaat-goed", 200);
    CHECK_HAS(page, "1 bevinding<");
    CHECK_HAS(page, "Buren kennen elkaar");
    CHECK_NOT(page, "Zorg dat er in het weekend");
    CHECK_HAS(page, "<option value=\"gaat-goed\" selected>");
    CHECK_HAS(city_page(&c, "/waterstad/bron/verslag?soort=tip", 200), "Kies een andere soort");
    city_page(&c, "/waterstad/bron/verslag?soort=%22", 400);
    city_close(&c);
}

static void test_finding_used(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/bevinding/1", 200);
    CHECK_HAS(page, "Zorg dat er in het weekend &lt;iemand&gt; is.");
    CHECK_HAS(page, "/waterstad/punt/1");
    CHECK_HAS(page, "/waterstad/punt/2");
    CHECK_HAS(page, "/waterstad/verslag/editie/2");
    CHECK_HAS(page, "/waterstad/bijeenkomst/27-juni/ronde/1/tafel/1");
    CHECK_HAS(page, "/waterstad/bevinding/3"); /* its neighbour in the theme */
    city_page(&c, "/waterstad/bevinding/9", 404);
    city_close(&c);
}

static void test_finding_not_used(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str aside = city_page(&c, "/waterstad/bevinding/3", 200);
    CHECK_HAS(aside, "Niet gebruikt");
    CHECK_HAS(aside, "Dit staat al in een ander punt.");
    const struct str waiting = city_page(&c, "/waterstad/bevinding/4", 200);
    CHECK_HAS(waiting, "Ze wacht op de volgende editie");
    const struct str english = city_page(&c, "/en/waterstad/bevinding/4", 200);
    CHECK_HAS(english, "next edition of the report");
    city_close(&c);
}

static void test_draft_stays_inside(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    static const char *const pages[] = { "/waterstad/bevinding/1",
                                         "/waterstad/bron/verslag",
                                         "/waterstad/thema/hulp/bevindingen",
                                         "/waterstad/thema/hulp/inbreng",
                                         "/waterstad/inbreng/1",
                                         "/waterstad/verhaal/de-bank" };
    for (size_t i = 0; i < COUNT_OF(pages); i++)
        CHECK_NOT(city_page(&c, pages[i], 200), "/waterstad/punt/");
    CHECK_HAS(city_page(&c, "/waterstad/bevinding/1", 200), "Het verslag wordt nog gemaakt");
    city_close(&c);
}

static void test_theme(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str all = city_page(&c, "/waterstad/thema/hulp/bevindingen", 200);
    CHECK_HAS(all, "3 bevindingen");
    const struct str table =
        city_page(&c, "/waterstad/thema/hulp/bevindingen?tafel=27-juni.1.1&soort=", 200);
    CHECK_HAS(table, "1 bevinding<");
    CHECK_NOT(table, "Een loket is te weinig.");
    const struct str kind =
        city_page(&c, "/waterstad/thema/hulp/bevindingen?soort=is-nodig", 200);
    CHECK_HAS(kind, "2 bevindingen");
    CHECK_NOT(kind, "Veel mensen weten niet");
    CHECK_HAS(city_page(&c, "/waterstad/thema/hulp/bevindingen?na=4", 200), "Meer bevindingen");
    static const char *const wrong[] = { "tafel=27-juni",     "tafel=27-juni.1",
                                         "tafel=27-juni.1.x", "tafel=27-juni.1.1.1",
                                         "tafel=..",          "na=x" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        city_page(&c,
                  arena_format(&c.arena, "/waterstad/thema/hulp/bevindingen?%s", wrong[i]).s,
                  400);
    city_page(&c, "/waterstad/thema/hulp/bevindingen?tafel=27-juni.1.9", 404);
    city_page(&c, "/waterstad/thema/nergens/bevindingen", 404);
    city_close(&c);
}

static enum err many_findings(struct tx *tx, void *with)
{
    struct city *c = with;
    for (int i = 100; i < 220; i++) {
        int64_t id;
        TRY(finding_add(tx, c->dialogue, i, i, c->sources[0], STR(""), true, c->themes[1],
                        false, 0, i % 2, KIND_TIP, ACCOUNT_OPEN, false, 0, &id));
        TRY(finding_text_put(tx, id, STR("nl"), arena_format(&c->arena, "Nummer %d.", i)));
    }
    return OK;
}

static void test_pages_follow_each_other(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_OK(store_write(c.store, many_findings, &c));
    const char *base = "/waterstad/thema/ontmoeten/bevindingen";
    const struct str first = city_page(&c, base, 200);
    CHECK_HAS(first, "121 bevindingen");
    CHECK_HAS(first, "Nummer 148.");
    CHECK_NOT(first, "Nummer 149.");
    CHECK_HAS(first, "href=\"/waterstad/thema/ontmoeten/bevindingen?na=148\"");
    const struct str last = city_page(&c, arena_format(&c.arena, "%s?na=198", base).s, 200);
    CHECK_HAS(last, "Nummer 219.");
    CHECK_NOT(last, "Nummer 198.");
    CHECK_NOT(last, "rel=\"next\"");
    const struct str tips = city_page(&c, arena_format(&c.arena, "%s?soort=tip", base).s, 200);
    CHECK_HAS(tips, "60 bevindingen");
    CHECK_HAS(tips, "?soort=tip&amp;na=199\"");
    city_close(&c);
}

static enum err findings_change(struct tx *tx, void *with)
{
    const struct city *c = with;
    int64_t id[4];
    for (int i = 0; i < 4; i++)
        TRY(finding_add(tx, c->dialogue, 300 + i, i, c->sources[0], STR(""), true, c->themes[1],
                        false, 0, true, KIND_TIP, ACCOUNT_OPEN, false, 0, &id[i]));
    /* One to another kind, one to no kind, one to no theme, one is gone. */
    TRY(finding_update(tx, id[0], 1, c->sources[0], STR(""), true, c->themes[1], false, 0, true,
                       KIND_QUESTION, ACCOUNT_OPEN, false, 0));
    TRY(finding_update(tx, id[1], 1, c->sources[0], STR(""), true, c->themes[1], false, 0,
                       false, KIND_TIP, ACCOUNT_OPEN, false, 0));
    TRY(finding_update(tx, id[2], 1, c->sources[0], STR(""), false, 0, false, 0, true, KIND_TIP,
                       ACCOUNT_OPEN, false, 0));
    return finding_delete(tx, id[3]);
}

static void test_counts_follow(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/waterstad/thema/ontmoeten/bevindingen", 200), "1 bevinding<");
    CHECK_OK(store_write(c.store, findings_change, &c));
    const struct str page = city_page(&c, "/waterstad/thema/ontmoeten/bevindingen", 200);
    CHECK_HAS(page, "3 bevindingen");
    CHECK_HAS(page, "Vraag (1)");
    CHECK_NOT(page, "Tip (");
    city_close(&c);
}

static void test_nothing_yet(void **state)
{
    (void)state;
    struct city c = { .without_texts = true };
    city_open(&c, false);
    CHECK_HAS(city_page(&c, "/waterstad/bronnen", 200), "Er zijn nog geen bronnen.");
    CHECK_HAS(city_page(&c, "/waterstad/verhalen", 200), "Er zijn nog geen verhalen te lezen.");
    CHECK_HAS(city_page(&c, "/waterstad/punten", 200), "Het verslag wordt nog gemaakt.");
    CHECK_HAS(city_page(&c, "/waterstad/zoeken?q=bank", 200), "Niets gevonden");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_source_adds_up),
        cmocka_unit_test(test_source_by_kind),
        cmocka_unit_test(test_finding_used),
        cmocka_unit_test(test_finding_not_used),
        cmocka_unit_test(test_draft_stays_inside),
        cmocka_unit_test(test_theme),
        cmocka_unit_test(test_pages_follow_each_other),
        cmocka_unit_test(test_counts_follow),
        cmocka_unit_test(test_nothing_yet),
    };
    return RUN_TESTS(tests);
}
