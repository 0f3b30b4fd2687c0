/* making.test.c — how a report was made: who came is counted once, and no small class is shown or kept. */
#include "features/review/testing.h"

#include "features/making/making.h"
#include "tests/sql.h"

#define PAGE "/waterstad/verslag/zo-gemaakt"

static struct day since;

static enum err counts(struct tx *tx, void *with)
{
    (void)with;
    return turnout_count(tx, &c.arena, day_at(now), since);
}

/* Twelve residents and three volunteers, of two ages; one registered and did not come. */
static void people_come(void)
{
    for (int i = 1; i <= 16; i++)
        sql_run(c.store, text_of("INSERT INTO registration (gathering, number, code, made, "
                                 "channel, lang, state, name, "
                                 "email, phone, age, comes_as, again, arrived) VALUES (%lld, "
                                 "%d, x'%02d', 0, 0, 'nl', 0, "
                                 "'Iemand', '', '', %s, %d, 0, %s)",
                                 (long long)c.evening, i, i, i <= 8 ? "3" : "NULL",
                                 i <= 12 ? 0 : 1, i <= 15 ? "5" : "NULL"));
    sql_run(c.store,
            text_of("INSERT INTO table_plan (at_table, seats, wheelchairs, interpreter, host, "
                    "host_name, "
                    "noter, noter_name) VALUES (%lld, 8, 0, '', 1, '', NULL, 'Kees Pen')",
                    (long long)c.tables[0]));
}

static void small_classes_are_neither_shown_nor_kept(void **state)
{
    (void)state;
    start();
    CHECK_HAS(get(&anna, PAGE), "Wie er kwam, tellen wij in de nacht erna.");
    people_come();
    since = (struct day){ 0 };
    CHECK_OK(store_write(c.store, counts, NULL));
    const struct str page = get(&anna, PAGE);
    CHECK_HAS(page, "Kwamen en meldden zich aan</dt><dd>15</dd>");
    /* three volunteers are too few, and twelve residents would tell them: all stand together */
    assert_int_equal(sql_number(c.store,
                                "SELECT count(*) FROM turnout WHERE people BETWEEN 1 AND 4 "
                                "AND aspect BETWEEN 1 AND 3"),
                     0);
    assert_int_equal(
        sql_number(c.store, "SELECT people FROM turnout WHERE aspect = 1 AND class = -2"), 15);
    CHECK_HAS(page, "Als wie zij kwamen:</strong> te weinig om te tonen.");
    assert_int_equal(
        sql_number(c.store, "SELECT people FROM turnout WHERE aspect = 2 AND class = 3"), 8);
    CHECK_HAS(page, "45 tot en met 64 jaar");
    CHECK_HAS(page, "Notulisten</dt><dd>1</dd>");
    CHECK_NOT(page, "Kees");
    stop();
}

/* Whoever subtracts what is shown on two days learns nothing: it is the same. */
static void it_is_counted_once(void **state)
{
    (void)state;
    start();
    people_come();
    since = (struct day){ 0 };
    CHECK_OK(store_write(c.store, counts, NULL));
    sql_run(c.store, "DELETE FROM registration WHERE number <= 9");
    CHECK_OK(store_write(c.store, counts, NULL));
    CHECK_HAS(get(&anna, PAGE), "Kwamen en meldden zich aan</dt><dd>15</dd>");
    stop();
}

static void of_long_ago_nothing_is_known(void **state)
{
    (void)state;
    start();
    people_come();
    since = day_at(now);
    CHECK_OK(store_write(c.store, counts, NULL));
    CHECK_HAS(get(&anna, PAGE), "Te weinig om te tonen.");
    CHECK_NOT(get(&anna, PAGE), "Kwamen en meldden zich aan");
    stop();
}

static void who_was_missing_is_said(void **state)
{
    (void)state;
    start();
    sql_run(c.store, text_of("INSERT INTO neighbourhood (id, dialogue, slug, position, name, "
                             "code, inhabitants) VALUES "
                             "(1, %lld, 'a', 1, 'Havenkwartier', '', 1000), (2, %lld, 'b', 2, "
                             "'<Nieuwe> kade', '', 9000)",
                             (long long)c.dialogue, (long long)c.dialogue));
    people_come();
    sql_run(c.store, "UPDATE registration SET neighbourhood = CASE WHEN number <= 9 THEN 1 "
                     "WHEN number <= 14 "
                     "THEN 2 END");
    since = (struct day){ 0 };
    CHECK_OK(store_write(c.store, counts, NULL));
    const struct str page = get(&anna, PAGE);
    CHECK_HAS(page, "Havenkwartier");
    CHECK_HAS(page, "60 procent");
    CHECK_HAS(page, "10 procent");
    CHECK_HAS(page, "&lt;Nieuwe&gt; kade");
    CHECK_HAS(page, "Minder dan de helft van wat past");
    stop();
}

static void how_points_were_made_is_said(void **state)
{
    (void)state;
    start();
    const struct str page = get(&anna, PAGE);
    CHECK_HAS(page, "Het verslag heeft 2 punten.");
    CHECK_HAS(page, "De punten zijn niet eerst aan de tafels voorgelegd.");
    CHECK_HAS(page, "niet op deze site geschreven");
    sql_run(c.store, text_of("INSERT INTO history (dialogue, thing, number, at, person, role, "
                             "act, batch, before, after, "
                             "undone) VALUES (%lld, 3, 1, 0, 1, 4, 5, 1, '', '', 0), (%lld, 3, "
                             "1, 0, 2, 4, 5, 2, '', '', 0)",
                             (long long)c.dialogue, (long long)c.dialogue));
    CHECK_HAS(get(&anna, PAGE), "<td class=\"dlg-number\">2</td>");
    CHECK_NOT(get(&anna, PAGE), "Bram");
    get(&anna, "/en" PAGE);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_classes_are_neither_shown_nor_kept),
        cmocka_unit_test(it_is_counted_once),
        cmocka_unit_test(of_long_ago_nothing_is_known),
        cmocka_unit_test(who_was_missing_is_said),
        cmocka_unit_test(how_points_were_made_is_said),
    };
    return RUN_TESTS(tests);
}
