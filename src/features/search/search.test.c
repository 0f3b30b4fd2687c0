/* search.test.c — what is found, in which order, and what no question can do. */
#include "tests/city.h"

static struct str found(struct city *c, const char *q)
{
    return city_page(c, arena_format(&c->arena, "/waterstad/zoeken?q=%s", q).s, 200);
}

static void test_every_kind(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_HAS(found(&c, "ontmoeten"), "/waterstad/thema/ontmoeten");
    const struct str benches = found(&c, "BANK");
    CHECK_HAS(benches, "/waterstad/punt/2\"");      /* bankjes */
    CHECK_HAS(benches, "/waterstad/bevinding/2\""); /* bankjes */
    CHECK_HAS(benches, "/waterstad/verhaal/de-bank");
    CHECK_HAS(benches, "<mark>bankjes</mark>");
    CHECK_HAS(benches, "3 keer gevonden");
    CHECK_HAS(found(&c, "daarover+gaat"), "<mark>gaat</mark>"); /* the context of a theme */
    CHECK_NOT(found(&c, "verdwijnt"), "/waterstad/punt/3");     /* of an earlier edition */
    city_close(&c);
}

static void test_all_words_then_any(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str both = found(&c, "buren+bankjes");
    CHECK_HAS(both, "1 keer gevonden");
    CHECK_HAS(both, "/waterstad/bevinding/2");
    const struct str any = found(&c, "buren+loket");
    CHECK_HAS(any, "Niets heeft al deze woorden.");
    CHECK_HAS(any, "/waterstad/bevinding/2");
    CHECK_HAS(any, "/waterstad/bevinding/4");
    CHECK_HAS(found(&c, "een+bankje+in+de"),
              "/waterstad/bevinding/2");                  /* stop words weigh nothing */
    CHECK_HAS(found(&c, "week"), "<mark>weekend</mark>"); /* the last word may go on */
    city_close(&c);
}

static void test_languages(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str english = city_page(&c, "/en/waterstad/zoeken?q=weekends", 200);
    CHECK_HAS(english, "Have someone there at <mark>weekends</mark>.");
    CHECK_HAS(city_page(&c, "/en/waterstad/zoeken?q=loket", 200), "/en/waterstad/bevinding/4");
    CHECK_HAS(city_page(&c, "/en/waterstad/zoeken?q=loket", 200), "lang=\"nl\"");
    CHECK_NOT(found(&c, "someone"),
              "/waterstad/bevinding/1"); /* that is for readers of English */
    city_close(&c);
}

static void test_hostile_questions(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    static const char *const questions[] = {
        "%22",
        "%22%20OR%20%22",
        "bank*%20AND%20(",
        "NEAR(bank%20buren,%202)",
        "title:bank",
        "%7Btitle%20body%7D%20:%20bank",
        "bank%22)%20OR%20(%22",
        "-bank",
        "%5Ebank",
        "AND",
        "OR%20NOT",
        "'%3B%20DROP%20TABLE%20point%3B--",
        "%EE%80%801nl",
        "%E2%80%AEbank",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "*",
        "...",
        "%F0%9F%98%80",
    };
    for (size_t i = 0; i < COUNT_OF(questions); i++)
        CHECK_NOT(found(&c, questions[i]), "<script");
    CHECK_HAS(found(&c, "%3Cscript%3E"), "&lt;script&gt;");
    CHECK_HAS(found(&c, "..."), "Niets gevonden");
    CHECK_HAS(found(&c, ""), "Zo zoekt u");
    CHECK_HAS(found(&c, "qqqqqq"), "Wij vonden niets voor");
    city_close(&c);
}

static void test_limits(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    char q[260] = { 0 };
    memset(q, 'x', 201);
    const struct str page =
        city_page(&c, arena_format(&c.arena, "/waterstad/zoeken?q=%s", q).s, 400);
    CHECK_HAS(page, "Uw vraag is te lang");
    for (size_t i = 1; i < 200; i += 2) q[i] = '+'; /* a hundred words: sixteen count */
    q[200] = 0;
    found(&c, q);
    city_page(&c, "/waterstad/zoeken?q=bank&na=x", 400);
    CHECK_HAS(city_page(&c, "/waterstad/zoeken?q=bank&na=50", 200),
              "Meer is er niet gevonden.");
    city_close(&c);
}

static void test_site(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    city_page(&c, "/zoeken?q=bank", 303); /* one dialogue: its own search answers */
    city_close(&c);
}

static enum err second_dialogue(struct tx *tx, void *with)
{
    struct city *c = with, other = *c;
    (void)with;
    int64_t theme;
    TRY(dialogue_add(tx, STR("ander"), 2, STR("nl"), false, &other.dialogue));
    TRY(dialogue_text_put(tx, other.dialogue, STR("nl"), STR("Een andere"), STR("?"), STR(""),
                          STR(""), STR("")));
    TRY(theme_add(tx, other.dialogue, STR("banken"), 1, false, 0, false, 0, false, &theme));
    TRY(theme_text_put(tx, theme, STR("nl"), STR("Banken in het park"), STR("Waar?"), STR("")));
    return search_rebuild(tx, other.dialogue);
}

static void test_two_dialogues(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_OK(store_write(c.store, second_dialogue, &c));
    CHECK_NOT(found(&c, "bank"), "/ander/thema/banken");
    const struct str site = city_page(&c, "/zoeken?q=bank", 200);
    CHECK_HAS(site, "/ander/thema/banken");
    CHECK_HAS(site, "/waterstad/bevinding/2");
    city_close(&c);
}

static enum err again(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(search_rebuild(tx, c->dialogue));
    return search_rebuild(tx, c->dialogue);
}

static void test_rebuilding_doubles_nothing(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_OK(store_write(c.store, again, &c));
    CHECK_HAS(found(&c, "bank"), "3 keer gevonden");
    city_close(&c);
}

static void test_pieces(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct piece *p;
    const struct question q = question_read(&a, STR("idee"), 1, LANG_NL);
    size_t n = pieces(&a, &q, STR("Goede ideeën, zei ze."), STR("nl"), 100, &p);
    CHECK(n == 3);
    CHECK_STR(p[1].text, "ideeën");
    CHECK(p[1].marked && !p[0].marked);
    struct str far = { 0 };
    for (int i = 0; i < 100; i++) far = arena_format(&a, "%.*swoord ", STR_ARG(far));
    far = arena_format(&a, "%.*sidee en daarna nog iets", STR_ARG(far));
    n = pieces(&a, &q, far, STR("nl"), 120, &p);
    size_t length = 0, marked = 0;
    for (size_t i = 0; i < n; i++) {
        length += p[i].text.n;
        marked += p[i].marked;
    }
    CHECK(marked == 1 && length < 200);
    CHECK_STR(p[0].text, "… ");
    CHECK(pieces(&a, &q, (struct str){ 0 }, STR("nl"), 100, &p) == 0);
    arena_end(&a);
}

/* Ouders and ouderen have one stem; who asks for the one sees it before the other. */
static void test_the_very_word_first(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str plural = found(&c, "bankjes"), single = found(&c, "bankje");
    CHECK_HAS(plural, "<mark>bankjes</mark>");
    CHECK_HAS(single, "<mark>bankjes</mark>"); /* the other form is found too */
    const struct question q = question_read(&c.arena, STR("bankjes"), 1, LANG_NL);
    struct search_hits_row *literal, *all;
    size_t literal_n, all_n;
    CHECK_OK(search_hits(c.db, &c.arena, q.literal, &literal, &literal_n));
    CHECK_OK(search_hits(c.db, &c.arena, q.strict, &all, &all_n));
    assert_true(literal_n > 0);
    assert_true(literal_n < all_n); /* "De bank" has not this word */
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_very_word_first),
        cmocka_unit_test(test_every_kind),
        cmocka_unit_test(test_all_words_then_any),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_hostile_questions),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_site),
        cmocka_unit_test(test_two_dialogues),
        cmocka_unit_test(test_rebuilding_doubles_nothing),
        cmocka_unit_test(test_pieces),
    };
    return RUN_TESTS(tests);
}
