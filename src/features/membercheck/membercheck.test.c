/* membercheck.test.c — points go back to the tables: looking does nothing, a link opens one table, nobody
 * decides about their own point, and what is sent twice is there once. */
#include "features/review/testing.h"

#include "features/membercheck/membercheck.h"
#include "tests/sql.h"
#include "web/mail.sql.h"
#include "web/site.h"

#define DESK "/waterstad/beheer/bijeenkomsten/27-juni/voorleggen"

enum { ADA = 1, DAYS = 86400 };
static int64_t at; /* seconds later than `now` */

/* Anna leads table 1, Bram notes at table 2; Ada sat at table 1 and then at table 2. */
static enum err evening(struct tx *tx, void *with)
{
    static const char sql[] =
        "INSERT INTO table_plan (at_table, seats, wheelchairs, interpreter, host, host_name, "
        "noter, "
        "noter_name) VALUES (%lld, 8, 0, '', 1, '', NULL, 'Kees'), (%lld, 8, 0, '', NULL, '', "
        "2, '');"
        "UPDATE person SET email = 'anna@voorbeeld.nl' WHERE id = 1;"
        "UPDATE person SET email = 'bram@voorbeeld.nl' WHERE id = 2;"
        "INSERT INTO registration (id, gathering, number, code, made, channel, lang, state, "
        "name, email, "
        "phone, comes_as, again, arrived) VALUES "
        "(1, %lld, 1, x'01', 0, 0, 'nl', 0, 'Ada', 'ada@voorbeeld.nl', '', 0, 1, 5),"
        "(2, %lld, 2, x'02', 0, 0, 'en', 0, 'Bob', 'bob@voorbeeld.nl', '', 0, 0, 5),"
        "(3, %lld, 3, x'03', 0, 0, 'nl', 0, 'Cor', 'cor@voorbeeld.nl', '', 0, 1, NULL),"
        "(4, %lld, 4, x'04', 0, 0, 'nl', 0, 'Dirk', 'dirk@voorbeeld.nl', '', 0, 1, 5);"
        "INSERT INTO seat (registration, round, at_table, fixed) VALUES (1, 1, %lld, 0), (1, "
        "2, %lld, 0), "
        "(2, 1, %lld, 0), (3, 1, %lld, 0)";
    const long long g = (long long)c.evening, one = (long long)c.tables[0],
                    two = (long long)c.tables[1];
    (void)with;
    return sqlite3_exec(tx->db->c,
                        arena_format(&c.arena, sql, one, two, g, g, g, g, one, two, one, one).s,
                        NULL, NULL, NULL) == SQLITE_OK
               ? OK
               : FAIL(ERR_BROKEN, "%s", sqlite3_errmsg(tx->db->c));
}

static void begins(void)
{
    start();
    at = 0;
    CHECK_OK(store_write(c.store, evening, NULL));
}

static struct str asks(struct visitor who, enum method method, struct str address,
                       const char *body, int status)
{
    const struct try try = { .method = method,
                             .address = arena_copy(&c.arena, address).s,
                             .body = body,
                             .visitor = who,
                             .now = { now.s + at } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    const struct str page = { res.body.s, res.body.n };
    if (res.status != status)
        fail_msg("%.*s answers %d, not %d: %s\n%.*s", STR_ARG(address), res.status, status,
                 err_why(), STR_ARG(str_upto(page, 3000)));
    return page;
}
static struct str reads(struct str address)
{
    return asks((struct visitor){ 0 }, METHOD_GET, address, NULL, 200);
}
static struct str sends(struct str address, const char *body, int status)
{
    return asks((struct visitor){ 0 }, METHOD_POST, address, body, status);
}

/* The address behind a link. */
static struct str link_to(int64_t table, enum membercheck_who who, int64_t id)
{
    struct str secret;
    CHECK_OK(site_secret(c.store, &c.arena, &secret));
    const struct request req = { .arena = &c.arena, .secret = secret };
    const struct str code = membercheck_code(&req, c.evening, table, who, id);
    return membercheck_path(&c.arena, code).text;
}
static struct str behind(struct str address, const char *part)
{
    return arena_format(&c.arena, "%.*s%s", STR_ARG(address), part);
}
static int64_t count(const char *sql)
{
    return sql_number(c.store, sql);
}
static const char *until(int days)
{
    const struct day day = { day_at(now).n + days };
    return arena_format(&c.arena, "tot=%.*s", STR_ARG(day_value(&c.arena, true, day))).s;
}
static void lays_before(void)
{
    ask(&anna, METHOD_POST, DESK, until(10), 303);
}

static void who_can_be_reached_gets_one_mail(void **state)
{
    (void)state;
    begins();
    CHECK_HAS(ask(&anna, METHOD_GET, DESK, NULL, 200), "Deelnemers per mail</dt><dd>1</dd>");
    CHECK_HAS(ask(&anna, METHOD_GET, DESK, NULL, 200), "met alleen een naam</dt><dd>1</dd>");
    CHECK_HAS(ask(&anna, METHOD_GET, DESK, NULL, 200), "tafel niet weten</dt><dd>1</dd>");
    ask(&wies, METHOD_POST, DESK, until(10), 403);
    ask(&anna, METHOD_POST, DESK, "", 422);
    ask(&anna, METHOD_POST, DESK, until(0), 422);
    ask(&anna, METHOD_POST, DESK, until(400), 422);
    assert_int_equal(count("SELECT count(*) FROM mail"), 0);
    lays_before();
    /* Anna, Bram and Ada; not Bob, who wants no mail, nor Cor, who did not come in */
    assert_int_equal(count("SELECT count(*) FROM mail WHERE kind = 4"), 3);
    assert_int_equal(count("SELECT count(*) FROM mail WHERE address IN ('anna@voorbeeld.nl', "
                           "'bram@voorbeeld.nl', 'ada@voorbeeld.nl')"),
                     3);
    /* a link for each of her tables, in one mail */
    assert_int_equal(
        count(
            "SELECT (length(body) - length(replace(body, '/voorgelegd/', ''))) / 12 FROM mail "
            "WHERE address = 'ada@voorbeeld.nl'"),
        2);
    ask(&bram, METHOD_POST, DESK, until(12), 303);
    assert_int_equal(count("SELECT count(*) FROM mail"), 3);
    CHECK_HAS(ask(&anna, METHOD_GET, DESK, NULL, 200), "Nog 12 dagen");
    ask(&anna, METHOD_GET, DESK "/kaarten", NULL, 200);
    stop();
}

static void looking_does_nothing(void **state)
{
    (void)state;
    begins();
    lays_before();
    const int64_t before =
        count("SELECT (SELECT count(*) FROM history) + (SELECT count(*) FROM mail)");
    const struct str ada = link_to(1, MEMBERCHECK_GUEST, ADA);
    CHECK_HAS(reads(ada), "ook in het weekend hulp is");
    CHECK_HAS(reads(ada), "Zorg dat er in het weekend &lt;iemand&gt; is.");
    CHECK_HAS(reads(ada), "Nog 10 dagen");
    reads(behind(ada, "/punt/1"));
    reads(behind(ada, "/inbreng/5"));
    assert_int_equal(count("SELECT count(*) FROM membercheck_answer"), 0);
    assert_int_equal(count("SELECT count(*) FROM objection"), 0);
    assert_int_equal(
        count("SELECT (SELECT count(*) FROM history) + (SELECT count(*) FROM mail)"), before);
    /* what not everybody may read is not read here either */
    CHECK_NOT(reads(ada), "GEWIST");
    CHECK_NOT(reads(ada), "VERBORGEN");
    CHECK_NOT(reads(ada), "ONGELEZEN");
    stop();
}

static void a_link_opens_one_table(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str one = link_to(1, MEMBERCHECK_GUEST, ADA),
                     two = link_to(2, MEMBERCHECK_GUEST, ADA);
    CHECK_HAS(reads(one), "Zet meer bankjes neer.");
    CHECK_NOT(reads(two), "Zet meer bankjes neer.");
    CHECK_HAS(reads(two), "Buren kennen elkaar van de bankjes.");
    CHECK_NOT(reads(one), "Buren kennen elkaar van de bankjes.");
    asks((struct visitor){ 0 }, METHOD_GET, behind(two, "/punt/2"), NULL, 404);
    sends(behind(two, "/punt/2"), "tekst=Nee", 404);
    sends(two, "punt=2", 422);
    asks((struct visitor){ 0 }, METHOD_GET, behind(two, "/inbreng/5"), NULL, 404);
    sends(behind(two, "/inbreng/5"), "tekst=Nee", 404);
    /* Bob has no link, and a code that nobody has opens nothing */
    asks((struct visitor){ 0 }, METHOD_GET, link_to(1, MEMBERCHECK_GUEST, 2), NULL, 404);
    asks((struct visitor){ 0 }, METHOD_GET, STR("/voorgelegd/7k3m-0qxd-9vtb"), NULL, 404);
    asks((struct visitor){ 0 }, METHOD_GET, STR("/voorgelegd/x"), NULL, 404);
    assert_int_equal(count("SELECT count(*) FROM membercheck_answer"), 0);
    stop();
}

static void sent_twice_is_there_once(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str ada = link_to(1, MEMBERCHECK_GUEST, ADA);
    sends(ada, "punt=1", 303);
    at = 60;
    sends(ada, "punt=1&nog=eens", 303);
    assert_int_equal(count("SELECT count(*) FROM membercheck_answer WHERE agrees = 1"), 1);
    CHECK_HAS(reads(ada), "U zei: dit klopt");
    sends(behind(ada, "/punt/2"), "tekst=Niet+overal", 303);
    at = 120;
    sends(behind(ada, "/punt/2"), "tekst=Niet+overal&nog=eens", 303);
    assert_int_equal(count("SELECT count(*) FROM membercheck_answer WHERE agrees = 0"), 1);
    sends(behind(ada, "/punt/2"), "tekst=", 422);
    for (int i = 0; i < 4; i++)
        sends(behind(ada, "/punt/2"), text_of("tekst=Nog+iets+%d", i), 303);
    sends(behind(ada, "/punt/2"), "tekst=En+nog+iets", 422);
    sends(behind(ada, "/inbreng/5"), "tekst=Wel+belangrijk", 303);
    at = 180;
    sends(behind(ada, "/inbreng/5"), "tekst=Wel+belangrijk&nog=eens", 303);
    assert_int_equal(count("SELECT count(*) FROM objection"), 1);
    stop();
}

/* Her page still says what it was about, and why it does nothing any more. */
static void after_the_last_day_it_explains_itself(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str ada = link_to(1, MEMBERCHECK_GUEST, ADA);
    at = 10 * DAYS;
    CHECK_HAS(reads(ada), "Vandaag is de laatste dag");
    sends(ada, "punt=1", 303);
    at = 11 * DAYS;
    CHECK_HAS(reads(ada), "De laatste dag om te antwoorden is voorbij.");
    CHECK_NOT(reads(ada), "Dit klopt<");
    CHECK_HAS(sends(ada, "punt=2", 422), "De laatste dag om te antwoorden is voorbij.");
    CHECK_HAS(sends(behind(ada, "/punt/2"), "tekst=Te+laat", 422), "is voorbij");
    CHECK_HAS(sends(behind(ada, "/inbreng/5"), "tekst=Te+laat", 422), "is voorbij");
    assert_int_equal(count("SELECT count(*) FROM membercheck_answer"), 1);
    stop();
}

static int64_t objects(struct str link)
{
    sends(behind(link, "/punt/2"), "tekst=Alleen+bij+%3Cde%3E+vijver", 303);
    return count("SELECT max(id) FROM membercheck_answer");
}

static void nobody_decides_about_their_own_point(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str ada = link_to(1, MEMBERCHECK_GUEST, ADA);
    const int64_t objection = objects(ada);
    const char *const page = text_of("/waterstad/beheer/voorgelegd/%lld", (long long)objection);
    const char *const keep = "besluit=blijft&reden=Meer+tafels+zeiden+dit";
    /* Anna changes the point: from now on it is hers */
    const struct str desk = ask(&anna, METHOD_GET, "/waterstad/beheer/punten/2", NULL, 200);
    CHECK_HAS(desk, "Alleen bij &lt;de&gt; vijver");
    const size_t from = str_find(desk, STR("name=\"basis\" value=\"")) + 20;
    const struct str rest = str_from(desk, from),
                     basis = str_upto(rest, str_find(rest, STR("\"")));
    ask(&anna, METHOD_POST, "/waterstad/beheer/punten/2",
        arena_format(
            &c.arena,
            "doe=bewaar&zin=Zet+overal+bankjes+neer.&soort=needed&thuis=%lld&basis=%.*s",
            (long long)c.themes[1], STR_ARG(basis))
            .s,
        303);
    CHECK_HAS(ask(&anna, METHOD_GET, page, NULL, 200), "U werkte zelf aan dit punt");
    ask(&anna, METHOD_POST, page, keep, 422);
    ask(&wies, METHOD_GET, page, NULL, 403);
    ask(&wies, METHOD_POST, page, keep, 403);
    assert_int_equal(count("SELECT count(*) FROM membercheck_answer WHERE decided IS NOT NULL"),
                     0);
    ask(&bram, METHOD_POST, page, "besluit=blijft", 422);
    ask(&bram, METHOD_POST, page, keep, 303);
    ask(&bram, METHOD_POST, page, "besluit=blijft&reden=Nog+eens", 422);
    CHECK_HAS(reads(ada), "Meer tafels zeiden dit");
    CHECK_HAS(reads(ada), "Het punt blijft zo.");
    CHECK_NOT(reads(ada), "Bram");
    stop();
}

/* And what somebody changed because of an objection does not make the point theirs. */
static void what_is_adopted_changes_the_point(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str ada = link_to(1, MEMBERCHECK_GUEST, ADA);
    const char *const first =
        text_of("/waterstad/beheer/voorgelegd/%lld", (long long)objects(ada));
    const struct str page = ask(&bram, METHOD_GET, first, NULL, 200);
    const size_t from = str_find(page, STR("name=\"basis\" value=\"")) + 20;
    const struct str rest = str_from(page, from),
                     basis = str_upto(rest, str_find(rest, STR("\"")));
    const char *const body =
        arena_format(&c.arena,
                     "besluit=over&reden=Dat+klopt&zin=Zet+bankjes+bij+de+vijver.&basis=%.*s",
                     STR_ARG(basis))
            .s;
    ask(&bram, METHOD_POST, first, "besluit=over&reden=x&zin=y&basis=oud", 422);
    ask(&bram, METHOD_POST, first, "besluit=over&reden=x&zin=&basis=oud", 422);
    ask(&bram, METHOD_POST, first, body, 303);
    CHECK_HAS(reads(ada), "Zet bankjes bij de vijver.");
    CHECK_HAS(reads(ada), "Toen u dit schreef, stond er:");
    CHECK_HAS(reads(ada), "Dat klopt");
    CHECK_HAS(ask(&anna, METHOD_GET, "/waterstad/beheer/punten/2", NULL, 200),
              "over het bezwaar beslist");
    sends(behind(ada, "/punt/2"), "tekst=Nu+nog+niet", 303);
    const char *const second =
        text_of("/waterstad/beheer/voorgelegd/%lld",
                (long long)count("SELECT max(id) FROM membercheck_answer"));
    ask(&bram, METHOD_POST, second, "besluit=blijft&reden=Nu+wel", 303);
    stop();
}

static void a_table_may_contest_what_was_set_aside(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str card = link_to(1, MEMBERCHECK_CARD, 0);
    CHECK_HAS(reads(card), "Zoiets als toen.");
    sends(behind(card, "/inbreng/5"), "tekst=Dit+was+het+belangrijkste", 303);
    CHECK_HAS(ask(&anna, METHOD_GET, "/waterstad/beheer/nakijken/bezwaren", NULL, 200),
              "Dit was het belangrijkste");
    const char *const page = text_of("/waterstad/beheer/nakijken/bezwaar/%lld",
                                     (long long)count("SELECT max(id) FROM objection"));
    ask(&anna, METHOD_POST, page, "gelijk=nee&antwoord=Dat+zei+tafel+2+ook", 303);
    CHECK_HAS(reads(card), "Dat zei tafel 2 ook");
    /* who was at another table does not read it */
    CHECK_NOT(reads(link_to(2, MEMBERCHECK_CARD, 0)), "Dat zei tafel 2 ook");
    stop();
}

static enum err forgets(struct tx *tx, void *with)
{
    (void)with;
    TRY(membercheck_forget_words(tx, c.dialogue));
    return membercheck_forget_links(tx, c.dialogue);
}

static void at_the_end_date_words_and_links_go(void **state)
{
    (void)state;
    begins();
    lays_before();
    const struct str ada = link_to(1, MEMBERCHECK_GUEST, ADA);
    objects(ada);
    sql_run(c.store, "DELETE FROM registration WHERE id = 1");
    reads(ada);
    CHECK_OK(store_write(c.store, forgets, NULL));
    asks((struct visitor){ 0 }, METHOD_GET, ada, NULL, 404);
    assert_int_equal(
        count("SELECT count(*) FROM membercheck_answer WHERE body = '' AND agrees = 0"), 1);
    assert_int_equal(
        count("SELECT count(*) FROM membercheck_link WHERE registration IS NOT NULL OR "
              "person IS NOT NULL OR hash IS NOT NULL"),
        0);
    CHECK_HAS(ask(&anna, METHOD_GET, DESK, NULL, 200), "Deze woorden zijn gewist.");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_can_be_reached_gets_one_mail),
        cmocka_unit_test(looking_does_nothing),
        cmocka_unit_test(a_link_opens_one_table),
        cmocka_unit_test(sent_twice_is_there_once),
        cmocka_unit_test(after_the_last_day_it_explains_itself),
        cmocka_unit_test(nobody_decides_about_their_own_point),
        cmocka_unit_test(what_is_adopted_changes_the_point),
        cmocka_unit_test(a_table_may_contest_what_was_set_aside),
        cmocka_unit_test(at_the_end_date_words_and_links_go),
    };
    return RUN_TESTS(tests);
}
