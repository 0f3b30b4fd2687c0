/* account.test.c — the account of a year counts every promise once, in the year of its first date. */
#include "features/deeds/deeds.test.h"
#include "tests/sql.h"

#define YEAR "/waterstad/daden/jaar/"

static struct str seen(const char *address, int status)
{
    struct visitor v = { 0 };
    return arena_copy(&c.arena, ask(&v, METHOD_GET, address, NULL, status));
}

/* One of each kind for 2023, today 26 November; and one for 2024. */
static void promises(void)
{
    advise();
    answer();
    promise(); /* 1: for 20 November 2023, so late */
    sql_run(
        c.store,
        "INSERT INTO commitment (dialogue, number, position, advice, owner, made, first_due, "
        "due, horizon, state, ended) SELECT dialogue, n, n, advice, owner, 19600, due_on, "
        "due_on, 0, state_is, ended_on FROM (SELECT * FROM commitment) c, (SELECT 2 n, 19680 "
        "due_on, 2 state_is, 19670 ended_on UNION SELECT 3, 19680, 2, 19690 UNION SELECT 4, "
        "19680, 3, 19650 UNION SELECT 5, 19715, 0, NULL UNION SELECT 6, 19800, 1, NULL) x");
    sql_run(c.store,
            "INSERT INTO commitment_text (commitment, lang, title, body, stopped) SELECT "
            "id, 'nl', 'Belofte <' || number || '>', '', CASE state WHEN 3 THEN 'Geen "
            "geld' ELSE '' END FROM commitment WHERE number > 1");
}

static void every_promise_counts_once_in_its_first_year(void **state)
{
    (void)state;
    start();
    promises();
    struct str page = seen(YEAR "2023", 200);
    CHECK_HAS(page, "Samen</th><td class=\"dlg-number\">5</td>");
    CHECK_HAS(page, "href=\"" YEAR "2023/overzicht.pdf\"");
    CHECK_HAS(page, "Belofte &lt;4&gt;");
    CHECK_HAS(page, "Geen geld");
    CHECK_NOT(page, "Belofte &lt;6&gt;");
    CHECK_HAS(seen(YEAR "2024", 200), "Belofte &lt;6&gt;");
    /* moved to another year, it stays where it was promised first */
    filled(DESK "toezeggingen/5/datum", "voor=2024-06-01&reden=Later", 303);
    page = seen(YEAR "2023", 200);
    CHECK_HAS(page, "Samen</th><td class=\"dlg-number\">5</td>");
    CHECK_HAS(page, "Een datum van dit jaar is 1 keer verschoven");
    CHECK_HAS(seen("/waterstad/daden", 200), YEAR "2023");
    stop();
}

static void a_year_without_promises_has_no_account(void **state)
{
    (void)state;
    start();
    promises();
    seen(YEAR "2022", 404);
    seen(YEAR "99999999", 404);
    seen(YEAR "2022/overzicht.md", 404);
    stop();
}

static void it_is_a_document_too(void **state)
{
    (void)state;
    start();
    promises();
    const struct str text = seen(YEAR "2023/overzicht.md", 200);
    CHECK_HAS(text, "Geen geld");
    CHECK_HAS(text, "2023");
    CHECK(str_starts(seen(YEAR "2023/overzicht.pdf", 200), STR("%PDF-")));
    CHECK(str_starts(seen(YEAR "2023/overzicht.odt", 200), STR("PK")));
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_promise_counts_once_in_its_first_year),
        cmocka_unit_test(a_year_without_promises_has_no_account),
        cmocka_unit_test(it_is_a_document_too),
    };
    return RUN_TESTS(tests);
}
