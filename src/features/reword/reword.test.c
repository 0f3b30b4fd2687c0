/* reword.test.c — points to a spreadsheet and back: nothing changes by itself, nothing is overwritten. */
#include "features/spreadsheet/spreadsheet.h"

#include "features/points/points.h"
#include "tests/place.h"

static struct city c;
static struct response res;

#define PAGE "/wijk/beheer/punten-rekenblad"

static struct str ask(enum who role, enum method method, const char *address, const char *body,
                      int status)
{
    const struct try try = { .method = method,
                             .address = address,
                             .body = body,
                             .visitor = { 0, role, STR("Iemand"), STR("sessie") },
                             .now = { 1701000000 } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    const struct str page = { res.body.s, res.body.n };
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s\n%.*s", address, res.status, status, err_why(),
                 STR_ARG(str_upto(page, 6000)));
    return page;
}

extern const struct page reword_points_page;

static const struct spread_back *back_of(struct str file)
{
    const struct spread_kind *points = reword_points_page.about;
    struct spread_table *t = NEW(&c.arena, struct spread_table, 1);
    struct spread_back *back = NEW(&c.arena, struct spread_back, 1);
    struct request req = { .arena = &c.arena, .db = c.db, .lang = LANG_NL };
    req.param[0].text = STR("wijk");
    t->own = STR("nl");
    CHECK_OK(points->rows(c.db, &c.arena, c.dialogue, t));
    CHECK_OK(spread_read(&req, c.db, c.dialogue, points, t, file, back));
    return back;
}

static struct str out_file(void)
{
    return ask(WHO_WRITER, METHOD_GET, PAGE "/punten.csv", NULL, 200);
}

static struct str swap(struct str text, const char *from, const char *to)
{
    const size_t at = str_find(text, str_of(from));
    if (at == SIZE_MAX) fail_msg("%s is not in %.*s", from, STR_ARG(text));
    return arena_format(&c.arena, "%.*s%s%.*s", STR_ARG(str_upto(text, at)), to,
                        STR_ARG(str_from(text, at + strlen(from))));
}

/* Takes the changes over as the page would send them. */
static struct str take(struct str file, int status)
{
    const struct str kept = file;
    char *s = NEW(&c.arena, char, 3 * kept.n + 8);
    size_t n = 0;
    memcpy(s, "inhoud=", 7);
    n = 7;
    for (size_t i = 0; i < kept.n; i++)
        n += (size_t)snprintf(s + n, 4, "%%%02X", (unsigned char)kept.s[i]);
    return ask(WHO_WRITER, METHOD_POST, PAGE, s, status);
}

/* ---- W1 ---- */

static void back_as_it_went_changes_nothing(void **state)
{
    (void)state;
    city_open(&c, true);
    const struct str file = out_file();
    CHECK_HAS(file, "number;basis;kind;theme;text_nl;text_en;voices;findings\r\n5;v");
    CHECK_HAS(file, ";needed;bank;Zet een bank neer.;Put up a bench.;1;1\r\n");
    const struct spread_back *back = back_of(file);
    CHECK(back->rows == 2 && !back->n && !back->faults_n);
    /* also with commas, without byte order mark, with LF, and quoted through and through */
    struct str other = STR("");
    for (size_t i = 3; i < file.n; i++)
        if (file.s[i] != '\r')
            other = arena_format(&c.arena, "%.*s%c", STR_ARG(other),
                                 file.s[i] == ';' ? ',' : file.s[i]);
    CHECK(back_of(other)->rows == 2 && !back_of(other)->n && !back_of(other)->faults_n);
    take(file, 303);
    CHECK_HAS(res.location.text, "klaar=0");
    city_close(&c);
}

/* ---- taking over ---- */

static void other_words_come_over_and_what_is_under_them_stays(void **state)
{
    (void)state;
    struct point_state before, after;
    city_open(&c, true);
    CHECK_OK(point_state_read(c.db, &c.arena, 1, &before));
    struct str file = swap(out_file(), "Zet een bank neer.", "\"Zet; een \"\"bank\"\" neer.\"");
    file = swap(file, "Put up a bench.", "");
    file = swap(file, ";goes-well;", ";tip;");
    CHECK(back_of(file)->n == 2 && !back_of(file)->conflicts);
    take(file, 303);
    CHECK_HAS(res.location.text, "klaar=2&terug=");
    CHECK_OK(point_state_read(c.db, &c.arena, 1, &after));
    CHECK_STR(point_state_said(&after, STR("nl")), "Zet; een \"bank\" neer.");
    CHECK(!point_state_said(&after, STR("en")).n);
    CHECK(after.voices.n == before.voices.n && after.voices.at[0] == before.voices.at[0]);
    CHECK(after.themes_n == before.themes_n && after.findings.n == before.findings.n);
    CHECK_HAS(ask(WHO_WRITER, METHOD_GET, "/wijk/beheer/geschiedenis/punt/5", NULL, 200),
              "Zet een bank neer.");

    /* and back, all of it in one */
    const size_t at = str_find(file = out_file(), STR("tip"));
    CHECK(at != SIZE_MAX);
    ask(WHO_WRITER, METHOD_POST, "/wijk/beheer/punten/terug",
        arena_format(&c.arena, "terug=%lld", (long long)1).s, 303);
    CHECK_OK(point_state_read(c.db, &c.arena, 1, &after));
    CHECK(str_eq(point_state_text(&c.arena, &before), point_state_text(&c.arena, &after)));
    city_close(&c);
}

/* ---- W2 ---- */

static enum err another_hand(struct tx *tx, void *with)
{
    (void)with;
    return point_text_put(tx, 1, STR("nl"), STR("Zet twee banken neer."));
}

static void what_changed_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    struct point_state now;
    city_open(&c, true);
    struct str file = swap(out_file(), "Zet een bank neer.", "Zet een stoel neer.");
    file = swap(file, "Het plein is schoon.", "Het plein is mooi.");
    CHECK_OK(store_write(c.store, another_hand, NULL));
    const struct spread_back *back = back_of(file);
    CHECK(back->n == 2 && back->conflicts == 1 && back->changes[0].conflict);
    const struct str page = take(file, 422); /* all of it is seen again first */
    CHECK_HAS(page, "Zet twee banken neer.");
    CHECK_HAS(page, "Zet een stoel neer.");
    CHECK_HAS(page, "Nemen wij niet over");
    CHECK_OK(point_state_read(c.db, &c.arena, 2, &now));
    CHECK_STR(point_state_said(&now, STR("nl")), "Het plein is schoon.");
    take(back->kept, 303); /* as the button of that page does */
    CHECK_HAS(res.location.text, "klaar=1");
    CHECK_OK(point_state_read(c.db, &c.arena, 1, &now));
    CHECK_STR(point_state_said(&now, STR("nl")), "Zet twee banken neer.");
    CHECK_OK(point_state_read(c.db, &c.arena, 2, &now));
    CHECK_STR(point_state_said(&now, STR("nl")), "Het plein is mooi.");
    CHECK(back_of(file)->n == 1); /* the first is still a conflict, the second is there */
    city_close(&c);
}

/* An old file in which nobody touched this row asks nothing of it. */
static void an_old_row_that_nobody_touched_is_no_conflict(void **state)
{
    (void)state;
    city_open(&c, true);
    const struct str file = out_file();
    CHECK_OK(store_write(c.store, another_hand, NULL));
    CHECK(back_of(file)->n == 0 && !back_of(file)->faults_n);
    city_close(&c);
}

/* ---- what is refused, with what to do ---- */

static void refused(struct str file, int64_t line, const char *what)
{
    const struct spread_back *back = back_of(file);
    if (!back->faults_n) fail_msg("nothing wrong where was expected: %s", what);
    CHECK(back->n == 0);
    CHECK(back->faults[0].line == line);
    CHECK_HAS(back->faults[0].said, what);
}

static void a_file_that_is_not_right_changes_nothing(void **state)
{
    (void)state;
    city_open(&c, true);
    const struct str file = out_file();
    refused(STR(""), 0, "leeg");
    refused(STR("\xFF\xFEn\0u\0"), 1, "Unicode");
    refused(STR("number;basis\n\xE9\xE9;1"), 2, "CSV UTF-8");
    refused((struct str){ "number\0;basis", 13 }, 1, "geen CSV");
    refused(STR("PK\x03\x04zip"), 1, "kennen wij niet");
    refused(STR("number;basis\n\"5;v1\n"), 2, "aanhalingsteken");
    refused(swap(file, "basis;", "basis;number;"), 1, "twee keer");
    refused(swap(file, "basis;", "bases;"), 1, "kennen wij niet");
    refused(swap(file, "\r\n5;", "\r\n99;"), 2, "Punt 99 is er niet meer");
    refused(swap(file, "\r\n5;", "\r\nvijf;"), 2, "geen nummer");
    refused(swap(file, "\r\n6;", "\r\n5;"), 3, "twee keer");
    refused(swap(file, ";needed;", ";nodig;"), 2, "geen soort");
    refused(swap(file, ";needed;", ";quote;"), 2, "geen soort");
    refused(swap(file, ";bank;", ";lamp;"), 2, "Kolom theme kunt u hier niet");
    refused(swap(file, "Zet een bank neer.", ""), 2, "geen zin");
    refused(swap(file, "Zet een bank neer.", "a;b"), 2, "evenveel kolommen");
    char *much = NEW(&c.arena, char, 500);
    memset(much, 'x', 450);
    refused(swap(file, "Zet een bank neer.", much), 2, "400 tekens");
    take(swap(file, "\r\n5;", "\r\n99;"), 422);
    CHECK(str_eq(out_file(), file));
    city_close(&c);
}

static void formulas_go_out_harmless_and_come_back_themselves(void **state)
{
    (void)state;
    struct point_state now;
    city_open(&c, true);
    take(swap(out_file(), "Zet een bank neer.", "'=1+1 \xE2\x80\xAE<b>"), 303);
    CHECK_OK(point_state_read(c.db, &c.arena, 1, &now));
    CHECK_STR(point_state_said(&now, STR("nl")),
              "=1+1 <b>"); /* nothing that turns text around */
    CHECK_HAS(out_file(), ";'=1+1 <b>;");
    CHECK(back_of(out_file())->n == 0);
    city_close(&c);
}

static void it_is_for_who_may_write(void **state)
{
    (void)state;
    city_open(&c, true);
    ask(WHO_HOST, METHOD_GET, PAGE, NULL, 303); /* to where one signs in */
    ask(WHO_HOST, METHOD_GET, PAGE "/punten.csv", NULL, 303);
    ask(WHO_HOST, METHOD_POST, PAGE, "inhoud=x", 403);
    CHECK_HAS(ask(WHO_WRITER, METHOD_POST, PAGE, "", 422), "Kies eerst het bestand");
    CHECK_HAS(ask(WHO_WRITER, METHOD_GET, PAGE, NULL, 200), "Er komen 2 rijen in het bestand");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(back_as_it_went_changes_nothing),
        cmocka_unit_test(other_words_come_over_and_what_is_under_them_stays),
        cmocka_unit_test(what_changed_meanwhile_is_not_overwritten),
        cmocka_unit_test(an_old_row_that_nobody_touched_is_no_conflict),
        cmocka_unit_test(a_file_that_is_not_right_changes_nothing),
        cmocka_unit_test(formulas_go_out_harmless_and_come_back_themselves),
        cmocka_unit_test(it_is_for_who_may_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
