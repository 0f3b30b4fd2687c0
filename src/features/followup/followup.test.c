/* followup.test.c — one press invites whoever took part and wants to be asked, once; the others stand on a list
 * to call or get a letter, and nobody else is written to. */
#include "features/review/testing.h"

#include "features/followup/followup.h"
#include "tests/sql.h"
#include "web/mail.sql.h"

#define PAGE "/waterstad/beheer/bijeenkomsten/27-juni/vervolg"

static int64_t next;

static enum err evening(struct tx *tx, void *with)
{
    static const char people[] =
        "INSERT INTO registration (gathering, number, code, made, channel, lang, state, name, "
        "email, phone, "
        "comes_as, again, arrived) VALUES "
        "(%lld, 1, x'01', 0, 0, 'nl', 0, 'Ada', 'ada@voorbeeld.nl', '', 0, 1, 5),"
        "(%lld, 2, x'02', 0, 0, 'en', 0, 'Bob\r\nBcc: x', 'bob@voorbeeld.nl', '', 0, 1, 5),"
        "(%lld, 3, x'03', 0, 1, 'nl', 0, 'Cor', '', '06 1', 0, 1, 5),"
        "(%lld, 4, x'04', 0, 1, 'nl', 0, 'Dirk', '', '', 0, 1, 5),"
        "(%lld, 5, x'05', 0, 0, 'nl', 0, 'Els', 'els@voorbeeld.nl', '', 0, 0, 5),"
        "(%lld, 6, x'06', 0, 0, 'nl', 0, 'Fay', 'fay@voorbeeld.nl', '', 0, 1, NULL),"
        "(%lld, 7, x'07', 0, 0, 'nl', 2, 'Gijs', 'gijs@voorbeeld.nl', '', 0, 1, NULL)";
    const long long g = (long long)c.evening;
    (void)with;
    TRY(gathering_add(tx, c.dialogue, STR("vervolg"), 2, (struct day){ day_at(now).n + 9 },
                      false, (struct clock){ 0 }, false, (struct clock){ 0 }, false, 0, false,
                      false, 0, &next));
    TRY(gathering_text_put(tx, next, STR("nl"), STR("Het vervolg"), STR("Zaal 1"), STR("")));
    return sqlite3_exec(tx->db->c, arena_format(&c.arena, people, g, g, g, g, g, g, g).s, NULL,
                        NULL, NULL) == SQLITE_OK
               ? OK
               : FAIL(ERR_BROKEN, "%s", sqlite3_errmsg(tx->db->c));
}

static int64_t waiting(void)
{
    int64_t n;
    CHECK_OK(mail_count(c.db, MAIL_WAITS, &n));
    return n;
}

static void it_says_whom_one_can_reach(void **state)
{
    (void)state;
    start();
    CHECK_HAS(ask(&anna, METHOD_GET, PAGE, NULL, 200), "nog geen volgende bijeenkomst");
    CHECK_OK(store_write(c.store, evening, NULL));
    const struct str page = ask(&anna, METHOD_GET, PAGE, NULL, 200);
    CHECK_HAS(page, "<dt>Deden mee</dt><dd>5</dd>");
    CHECK_HAS(page, "<dt>Per mail</dt><dd>2</dd>");
    CHECK_HAS(page, "<dt>Alleen per telefoon</dt><dd>1</dd>");
    CHECK_HAS(page, "<dt>Geen mail en geen telefoon</dt><dd>1</dd>");
    CHECK_HAS(page, "<dt>Willen geen uitnodiging</dt><dd>1</dd>");
    CHECK_HAS(page, "Cor");
    CHECK_NOT(page, "Fay"); /* did not come in */
    CHECK_NOT(page, "ada@voorbeeld.nl");
    const struct str letters = ask(&anna, METHOD_GET, PAGE "/brieven", NULL, 200);
    CHECK_HAS(letters, "Dag Cor,");
    CHECK_HAS(letters, "Dag Dirk,");
    CHECK_HAS(letters, "Het vervolg");
    CHECK_NOT(letters, "Els");
    ask(&wies, METHOD_GET, PAGE, NULL, 403);
    stop();
}

static void one_press_invites_each_once(void **state)
{
    (void)state;
    struct mail_next_row row;
    bool found;
    start();
    CHECK_OK(store_write(c.store, evening, NULL));
    const char *to = arena_format(&c.arena, "naar=%lld", (long long)next).s;
    ask(&wies, METHOD_POST, PAGE, to, 403);
    ask(&anna, METHOD_POST, PAGE, "naar=99999", 422);
    ask(&anna, METHOD_POST, PAGE, arena_format(&c.arena, "naar=%lld", (long long)c.evening).s,
        422);
    ask(&anna, METHOD_POST, PAGE, "", 422);
    assert_int_equal(waiting(), 0);
    ask(&anna, METHOD_POST, PAGE, to, 303);
    assert_int_equal(waiting(), 2);
    ask(&bram, METHOD_POST, PAGE, to, 303);
    assert_int_equal(waiting(), 2);
    CHECK_OK(mail_next(c.db, &c.arena, now, &row, &found));
    assert_true(found);
    CHECK_STR(row.address, "ada@voorbeeld.nl");
    CHECK_HAS(row.body, "Dag Ada,");
    CHECK_HAS(row.body, "/waterstad/bijeenkomst/vervolg");
    CHECK_HAS(row.body, "/waterstad/bijeenkomst/27-juni"); /* with what was noted */
    CHECK_HAS(row.leave, "/waterstad/aanmelding/");
    CHECK(str_ends(row.leave, STR("/niet-meer")));
    CHECK_HAS(row.subject, "Het vervolg");
    assert_int_equal(row.kind, MAIL_INVITATION);
    stop();
}

static void weeks_later_nobody_is_invited_twice(void **state)
{
    (void)state;
    start();
    CHECK_OK(store_write(c.store, evening, NULL));
    const char *to = arena_format(&c.arena, "naar=%lld", (long long)next).s;
    ask(&anna, METHOD_POST, PAGE, to, 303);
    sql_run(c.store, "DELETE FROM mail"); /* as after a week */
    ask(&bram, METHOD_POST, PAGE, to, 303);
    assert_int_equal(waiting(), 0);
    stop();
}

static void who_no_mail_reaches_is_called_or_gets_a_letter(void **state)
{
    (void)state;
    start();
    CHECK_OK(store_write(c.store, evening, NULL));
    sql_run(c.store, "UPDATE registration SET phone = '06 2' WHERE name = 'Ada';"
                     "INSERT INTO mail (kind, about, address, lang, subject, body, leave, key, "
                     "made, tries, due,"
                     " state, fault, said) VALUES"
                     " (3, 1, 'ada@voorbeeld.nl', 'nl', '', '', '', x'a1', 1, 1, 1, 2, 1, ''),"
                     " (2, 1, 'bob@voorbeeld.nl', 'nl', '', '', '', x'a2', 1, 1, 1, 2, 8, '')");
    const struct str page = ask(&anna, METHOD_GET, PAGE, NULL, 200);
    CHECK_HAS(page, "<dt>Per mail</dt><dd>1</dd>"); /* Bob's waited for our own server only */
    CHECK_HAS(page, "<dt>Alleen per telefoon</dt><dd>2</dd>");
    CHECK_HAS(page, "<dt>Mail kwam niet aan</dt><dd>1</dd>");
    sql_run(c.store, "UPDATE registration SET phone = '' WHERE name = 'Ada'");
    CHECK_HAS(ask(&anna, METHOD_GET, PAGE, NULL, 200),
              "<dt>Geen mail en geen telefoon</dt><dd>2</dd>");
    CHECK_HAS(ask(&anna, METHOD_GET, PAGE "/brieven", NULL, 200), "Dag Ada,");
    ask(&anna, METHOD_POST, PAGE, arena_format(&c.arena, "naar=%lld", (long long)next).s, 303);
    assert_int_equal(waiting(), 1);
    stop();
}

static void everybody_who_was_there_is_thanked_once(void **state)
{
    struct mail_next_row row;
    bool found;
    (void)state;
    start();
    CHECK_OK(store_write(c.store, evening, NULL));
    sql_run(c.store,
            "INSERT INTO sheet (gathering, number, hash, made) SELECT t.gathering, t.number, "
            "x'77', 0 FROM tables t JOIN gathering g ON g.id = t.gathering WHERE g.slug = "
            "'27-juni' "
            "LIMIT 1;"
            "INSERT INTO seat (registration, round, at_table, fixed) SELECT r.id, t.round, "
            "t.id, 0 FROM "
            "registration r JOIN sheet h ON h.gathering = r.gathering JOIN tables t ON "
            "t.gathering = h.gathering AND t.number = h.number WHERE r.name = 'Ada'");
    CHECK_HAS(get(&anna, PAGE), "Bedank 3 mensen"); /* Els too: she only wants no invitation */
    ask(&wies, METHOD_POST, PAGE "/bedank", "", 403);
    CHECK_HAS(post(&anna, PAGE "/bedank", STR("")), "bedankt=3");
    CHECK_HAS(get(&anna, PAGE "?bedankt=3"), "3 bedankmails staan klaar");
    CHECK_NOT(get(&anna, PAGE), "Bedank 3");
    CHECK_HAS(post(&bram, PAGE "/bedank", STR("")), "bedankt=0");
    assert_int_equal(waiting(), 3);
    CHECK_OK(mail_next(c.db, &c.arena, now, &row, &found));
    CHECK_STR(row.address, "ada@voorbeeld.nl");
    assert_int_equal(row.kind, MAIL_THANKS);
    CHECK_HAS(row.body, "Dag Ada,");
    CHECK_HAS(row.body, "/tafel/");
    CHECK_HAS(row.body, "/lezen");
    CHECK_HAS(row.body, "/waterstad/bijeenkomst/27-juni");
    sql_run(c.store, "DELETE FROM mail WHERE address = 'ada@voorbeeld.nl'");
    CHECK_OK(mail_next(c.db, &c.arena, now, &row, &found)); /* where Bob sat, nobody knows */
    CHECK_STR(row.address, "bob@voorbeeld.nl");
    CHECK_HAS(row.body, "You were at");
    CHECK_NOT(row.body, "/tafel/");
    stop();
}

static void nobody_is_thanked_beforehand(void **state)
{
    (void)state;
    start();
    CHECK_OK(store_write(c.store, evening, NULL));
    sql_run(c.store, "UPDATE gathering SET day = day + 10000 WHERE slug = '27-juni'");
    CHECK_HAS(get(&anna, PAGE), "De bijeenkomst moet nog komen.");
    CHECK_HAS(post(&anna, PAGE "/bedank", STR("")), "bedankt=0");
    assert_int_equal(waiting(), 0);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_whom_one_can_reach),
        cmocka_unit_test(one_press_invites_each_once),
        cmocka_unit_test(weeks_later_nobody_is_invited_twice),
        cmocka_unit_test(everybody_who_was_there_is_thanked_once),
        cmocka_unit_test(nobody_is_thanked_beforehand),
        cmocka_unit_test(who_no_mail_reaches_is_called_or_gets_a_letter),
    };
    return RUN_TESTS(tests);
}
