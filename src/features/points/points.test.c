/* points.test.c — the draft, law 2, and what publishing copies. */
#include "tests/city.h"
#include "tests/sql.h"

static enum err weak_draft(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(points_draft_clear(tx, c->dialogue));
    TRY(city_point(tx, c, 1, 0, "Rust op een bevinding.", 1, 0));
    TRY(city_point(tx, c, 2, 0, "Rust op niets.", 0, 0));
    TRY(city_point(tx, c, 3, -1, "Staat nergens.", 0, 1));
    return OK;
}

static enum err on_erased_voice(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(points_draft_clear(tx, c->dialogue));
    return city_point(tx, c, 1, 0, "Rust op wat gewist is.", 0, 2);
}

static enum err on_withdrawn_voice(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(voice_update(tx, c->voices[1], 1, true, c->themes[0], false, 0, false, 0, false,
                     KIND_TIP, false, (struct day){ 0 }, STR("nl"), STR("Nog te lezen."),
                     VISIBILITY_SHOWN, ACCOUNT_WITHDRAWN, false, REASON_DOUBLE));
    TRY(points_draft_clear(tx, c->dialogue));
    return city_point(tx, c, 1, 0, "Rust op wat is ingetrokken.", 0, 1);
}

static void test_law_2(void **state)
{
    (void)state;
    struct city c = { 0 };
    struct point_fault *faults;
    size_t n;

    city_open(&c, false);
    CHECK_OK(points_check(c.db, &c.arena, c.dialogue, &faults, &n));
    CHECK(n == 0);
    CHECK_OK(store_write(c.store, weak_draft, &c));
    CHECK_OK(points_check(c.db, &c.arena, c.dialogue, &faults, &n));
    CHECK(n == 2);
    CHECK(faults[0].number == 2 && faults[0].unsupported && !faults[0].homeless);
    CHECK(faults[1].number == 3 && !faults[1].unsupported && faults[1].homeless);
    CHECK_OK(store_write(c.store, on_erased_voice, &c));
    CHECK_OK(points_check(c.db, &c.arena, c.dialogue, &faults, &n));
    CHECK(n == 1 && faults[0].unsupported);
    CHECK_OK(store_write(c.store, on_withdrawn_voice, &c));
    CHECK_OK(points_check(c.db, &c.arena, c.dialogue, &faults, &n));
    CHECK(n == 1 && faults[0].unsupported);
    city_close(&c);
}

static void test_ids_stay(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    const int64_t before = c.points[1];
    CHECK_OK(
        store_write(c.store, city_two_editions, &c)); /* writes the draft anew in between */
    CHECK(c.points[1] == before);
    CHECK(c.points[1] != c.points[2]);
    city_close(&c);
}

static enum err write_back(struct tx *tx, void *with)
{
    struct city *c = with;
    struct point_state s, read;
    TRY(point_state_read(tx->db, &c->arena, c->points[1], &s));
    const struct str was = point_state_text(&c->arena, &s);
    TRY(point_state_parse(&c->arena, was, &read));
    TRY(point_state_write(tx, c->dialogue, 1, c->points[1], &(struct point_state){ 0 }));
    TRY(point_state_write(tx, c->dialogue, 1, c->points[1], &read));
    TRY(point_state_read(tx->db, &c->arena, c->points[1], &s));
    CHECK(str_eq(point_state_text(&c->arena, &s), was));
    CHECK(s.voices.n == 2 && s.findings.n == 2 && s.themes_n == 2);
    return OK;
}

/* A text that is no state is refused, also when it is cut anywhere. */
static void test_a_point_as_a_text(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "k 9 1\n", "k 1\n",  "x 1\n", "t 2 900\nnlkort\n", "t 2 3\n",      "t -2 -3\n",
        "v \n",    "v 1a\n", "k",     "h 1 2\n",           "t 2 3\nnlabcd"
    };
    struct city c = { 0 };
    struct point_state s;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, write_back, &c));
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        if (point_state_parse(&c.arena, str_of(wrong[i]), &s) == OK) fail_msg("%s", wrong[i]);
    const struct str good =
        STR("k 3 -7\nt 2 6\nnlEen\nénh 4 -7 0\nf 1\nv 9223372036854775807\n");
    CHECK(point_state_parse(&c.arena, good, &s) != OK); /* its length counts bytes */
    const struct str text =
        STR("k 3 -7\nt 2 7\nnlEen\né3\nh 4 -7 0\nf 1\nv 9223372036854775807\n");
    CHECK_OK(point_state_parse(&c.arena, text, &s));
    CHECK_STR(point_state_text(&c.arena, &s), text.s);
    CHECK_STR(point_state_said(&s, STR("nl")), "Een\né3");
    CHECK_OK(point_state_parse(&c.arena, STR(""), &s));
    CHECK(!s.exists);
    city_close(&c);
}

static enum err change_published(struct tx *tx, void *with)
{
    (void)with;
    return point_text_put(tx, 999, STR("nl"), STR("bestaat niet"));
}

static enum err delete_carrying_finding(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(points_draft_clear(tx, c->dialogue));
    TRY(finding_texts_clear(tx, c->findings[1]));
    return finding_delete(tx, c->findings[1]);
}

static void test_published_points_hold(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK(store_write(c.store, change_published, &c) != OK); /* a text of no point */
    CHECK(store_write(c.store, delete_carrying_finding, &c) != OK);
    CHECK_HAS(city_page(&c, "/waterstad/bevinding/1", 200), "Zorg dat er"); /* all was undone */
    city_close(&c);
}

/* What the page of a theme reads was put together when the edition appeared: it says what the edition says,
 * once for every language there are words in, and it changes no more than the edition itself. */
static void test_a_page_shows_the_edition(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    assert_int_equal(
        sql_number(
            c.store,
            "SELECT count(*) FROM point_shown s WHERE NOT EXISTS ("
            " SELECT 1 FROM point p JOIN point_theme h ON h.edition = p.edition AND "
            "h.point = p.id JOIN point_text t ON t.edition = p.edition AND t.point = p.id"
            " WHERE p.edition = s.edition AND p.id = s.point AND h.theme = s.theme"
            " AND h.position = s.position AND t.lang = s.lang AND t.body = s.body"
            " AND (p.number, p.kind, p.findings, p.voices, p.tables) ="
            " (s.number, s.kind, s.findings, s.voices, s.tables))"),
        0);
    assert_int_equal(
        sql_number(c.store, "SELECT count(*) FROM point_shown s WHERE s.reader = 'nl'"),
        sql_number(c.store, "SELECT count(*) FROM point_theme h WHERE h.edition > 0"));
    assert_int_not_equal(sql_number(c.store, "SELECT count(*) FROM point_shown"), 0);
    CHECK(store_write(c.store, sql_work,
                      (char[]){ "UPDATE point_shown SET body = 'anders'" }) != OK);
    CHECK(store_write(c.store, sql_work, (char[]){ "DELETE FROM point_shown" }) != OK);
    city_close(&c);
}

static void test_list(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str all = city_page(&c, "/waterstad/punten", 200);
    CHECK_HAS(all, "2 punten");
    CHECK_HAS(all, "Zorg dat er ook in het weekend hulp is.");
    CHECK_HAS(all, "Zet meer bankjes neer.");
    CHECK_NOT(all, "Dit verdwijnt later.");
    const struct str one = city_page(&c, "/waterstad/punten?thema=hulp&soort=is-nodig", 200);
    CHECK_HAS(one, "1 punt");
    CHECK_NOT(one, "Zet meer bankjes neer.");
    const struct str both = city_page(&c, "/waterstad/punten?thema=ontmoeten", 200);
    CHECK_HAS(both, "Zorg dat er ook in het weekend hulp is."); /* it stands there too */
    CHECK_HAS(city_page(&c, "/waterstad/punten?soort=tip", 200),
              "Er is niets dat hierbij past");
    const struct str rest = city_page(&c, "/waterstad/punten?na=1", 200);
    CHECK_NOT(rest, "Zorg dat er ook in het weekend");
    CHECK_HAS(rest, "Zet meer bankjes neer.");
    city_page(&c, "/waterstad/punten?thema=nergens", 404);
    city_page(&c, "/waterstad/punten?soort=onzin", 400);
    city_page(&c, "/waterstad/punten?na=-1", 400);
    CHECK_HAS(city_page(&c, "/en/waterstad/punten", 200), "All points");
    city_close(&c);
}

static void test_list_without_report(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    const struct str page = city_page(&c, "/waterstad/punten", 200);
    CHECK_HAS(page, "Het verslag wordt nog gemaakt.");
    CHECK_NOT(page, "Zorg voor hulp");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_law_2),
        cmocka_unit_test(test_ids_stay),
        cmocka_unit_test(test_a_point_as_a_text),
        cmocka_unit_test(test_published_points_hold),
        cmocka_unit_test(test_a_page_shows_the_edition),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_list_without_report),
    };
    return RUN_TESTS(tests);
}
