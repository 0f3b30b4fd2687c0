/* owner.test.c — who offers something: asked by mail, answers behind a link for their own entries and once for each;
 * who is silent is called. */
#include "features/upkeep/owner.h"
#include "features/upkeep/upkeep.test.h"

static struct daily daily;
static int64_t asks_on(int days) /* so many days from now, in the morning */
{
    int64_t sent;
    daily = (struct daily){ .site = STR("https://dialoog.voorbeeld.nl"),
                            .secret = STR("00000000000000000000000000000000"),
                            .now = { map_now.s + (int64_t)days * 86400 } };
    CHECK_OK(owners_ask(f.st, &daily, &sent));
    f.now = daily.now;
    return sent;
}
/* The link in the newest mail to somebody. */
static const char *link_to(const char *address)
{
    sqlite3_stmt *s = NULL;
    struct db *db;
    CHECK_OK(store_reader(f.st, &db));
    CHECK(sqlite3_prepare_v2(db->c,
                             "SELECT body FROM mail WHERE address = ? ORDER BY id DESC LIMIT 1",
                             -1, &s, NULL) == SQLITE_OK);
    sqlite3_bind_text(s, 1, address, -1, SQLITE_STATIC);
    CHECK(sqlite3_step(s) == SQLITE_ROW);
    const struct str body =
        arena_copy(&f.arena, str_of((const char *)sqlite3_column_text(s, 0)));
    sqlite3_finalize(s);
    store_reader_close(db);
    const size_t at = str_find(body, STR("/klopt-nog/"));
    CHECK(at != SIZE_MAX);
    const struct str rest = str_from(body, at);
    return arena_copy(&f.arena, str_upto(rest, str_find(rest, STR("\n")))).s;
}
static int64_t mails(void)
{
    return sql_number(f.st, "SELECT count(*) FROM mail WHERE kind = 12");
}
static int64_t organization(const char *name)
{
    return sql_number(f.st, text_of("SELECT id FROM organization WHERE name = '%s'", name));
}
static const char *invite(const char *name, const char *address)
{
    asks(&anna, METHOD_POST, text_of("/beheer/kaart/aanbieders/%d", (int)organization(name)),
         text_of("doe=nodig&wie=Eva&adres=%s", address), 303);
    return link_to(address);
}
#define SAYS(link, body, status) asks(&nobody, METHOD_POST, link, body, status)

static void one_press_confirms_all(void **state)
{
    (void)state;
    start();
    const char *link = invite("Buurtwerk", "eva@buurtwerk.example");
    for (int i = 0; i < 3; i++) { /* a scanner of mail opens every link, and those in it */
        CHECK_HAS(opens(&nobody, link), "Alles klopt nog");
        CHECK_HAS(opens(&nobody, text_of("%s/1", link)), "Formulierenbrigade");
    }
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 0);
    CHECK_HAS(opens(&nobody, "/kaart/spreekuur-toeslagen"), "Niet bevestigd");
    SAYS(link, "doe=alles", 303);
    CHECK_HAS(opens(&nobody, "/kaart/spreekuur-toeslagen"), "Bevestigd op 27 november 2026");
    CHECK_HAS(opens(&anna, "/beheer/kaart/2"), "De aanbieder zelf");
    CHECK_HAS(opens(&nobody, link), "U bent klaar");
    CHECK_HAS(opens(&nobody, link), "U zei op 27 november 2026: dit klopt.");
    const int64_t rows = sql_number(f.st, "SELECT count(*) FROM metadata");
    SAYS(link, "doe=gestopt&welk=1", 303); /* a replay: it leads to the page that explains */
    CHECK_STR(f.res.location.text, link);
    SAYS(link, "doe=alles", 303);
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == rows);
    asks(&nobody, METHOD_GET, text_of("%s/1", link), NULL, 303);
    stop();
}

static void each_is_answered_for_itself(void **state)
{
    (void)state;
    start();
    const char *link = invite("Buurtwerk", "eva@buurtwerk.example");
    SAYS(link, "doe=gestopt&welk=2", 303);
    CHECK_HAS(opens(&nobody, "/kaart/spreekuur-toeslagen"), "Dit is gestopt.");
    CHECK_NOT(opens(&nobody, "/kaart?q=toeslagen"), "/kaart/spreekuur-toeslagen");
    CHECK_HAS(sends(&nobody, text_of("%s/1", link), "tijden-1=onzin&" FORM_OF, 422), "onzin");
    sends(&nobody, text_of("%s/1", link), "mee=Neem+iemand+mee.&" FORM_OF, 303);
    CHECK_HAS(opens(&nobody, "/kaart/formulierenbrigade"), "Neem iemand mee.");
    CHECK_HAS(opens(&nobody, link), "U veranderde dit op");
    stop();
}

/* A link opens what is theirs and nothing else. */
static void not_those_of_others(void **state)
{
    (void)state;
    start();
    const char *link = invite("Buurtwerk", "eva@buurtwerk.example");
    SAYS(link, "doe=gestopt&welk=4", 303);
    SAYS(link, "doe=klopt&welk=3", 303);
    asks(&nobody, METHOD_GET, text_of("%s/4", link), NULL, 303);
    asks(&nobody, METHOD_POST, text_of("%s/4", link), FORM_OF, 303);
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 0);
    asks(&nobody, METHOD_GET, "/klopt-nog/0000-0000-0000", NULL, 404);
    /* what leads elsewhere cannot be confirmed here either */
    sql_run(f.st, "UPDATE map_source SET elsewhere = 1");
    SAYS(link, "doe=alles", 303);
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 0);
    stop();
}

static void old_links_explain_themselves(void **state)
{
    (void)state;
    start();
    const char *first = invite("Buurtwerk", "eva@buurtwerk.example");
    f.now.s += 31 * 86400;
    CHECK_HAS(opens(&nobody, first), "De link werkte tot en met");
    SAYS(first, "doe=alles", 303);
    const char *second = invite("Buurtwerk", "eva@buurtwerk.example");
    CHECK_HAS(opens(&nobody, first), "nieuwere mail");
    CHECK_HAS(opens(&nobody, second), "Alles klopt nog");
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 0);
    asks(&anna, METHOD_POST, "/beheer/kaart/aanbieders", "doe=weg&welk=1", 303);
    asks(&nobody, METHOD_GET, second, NULL, 404);
    CHECK(mails() == 0); /* a mail that waits goes with them */
    stop();
}

static void two_mails_and_then_a_call(void **state)
{
    (void)state;
    start();
    CHECK(asks_on(0) == 0); /* nobody to ask */
    CHECK_HAS(opens(&anna, "/beheer/kaart/bellen"), "Spreekuur toeslagen");
    (void)invite("Buurtwerk", "eva@buurtwerk.example");
    CHECK_NOT(opens(&anna, "/beheer/kaart/bellen"), "Spreekuur toeslagen");
    CHECK(asks_on(1) == 0);
    CHECK(asks_on(13) == 0);
    CHECK(asks_on(14) == 1);
    CHECK(asks_on(14) == 0); /* a server that was started again */
    CHECK(asks_on(40) == 0); /* two is enough */
    const struct str calls = opens(&anna, "/beheer/kaart/bellen");
    CHECK_HAS(calls, "Spreekuur toeslagen");
    CHECK_HAS(calls, "tel:0360001122");
    CHECK_NOT(calls, "Formulierenbrigade"); /* was confirmed this month */
    asks(&anna, METHOD_POST, "/beheer/kaart/bellen", "welk=2&hoe=niemand", 303);
    CHECK_NOT(opens(&anna, "/beheer/kaart/bellen"), "Spreekuur toeslagen");
    f.now.s += 15 * 86400;
    CHECK_HAS(opens(&anna, "/beheer/kaart/bellen"), "1 keer niet bereikt");
    asks(&anna, METHOD_POST, "/beheer/kaart/bellen", "welk=2&hoe=klopt", 303);
    CHECK_NOT(opens(&anna, "/beheer/kaart/bellen"), "Spreekuur toeslagen");
    CHECK(asks_on(120) == 0);
    CHECK(asks_on(362) == 1); /* the brigade is a year old: the next round */
    stop();
}

/* A mail that could not be delivered is our fault: they are called. */
static void a_wrong_address_is_called(void **state)
{
    (void)state;
    start();
    (void)invite("Buurtwerk", "eva@buurtwerk.example");
    sql_run(f.st, "UPDATE mail SET state = 2 WHERE kind = 12");
    CHECK_HAS(opens(&anna, "/beheer/kaart/bellen"), "Spreekuur toeslagen");
    stop();
}

static void a_steward_calls_their_own(void **state)
{
    (void)state;
    start();
    const struct str calls = opens(&stan, "/beheer/kaart/bellen");
    CHECK_HAS(calls, "Koffieochtend");
    CHECK_NOT(calls, "Spreekuur toeslagen");
    asks(&stan, METHOD_POST, "/beheer/kaart/bellen", "welk=2&hoe=gestopt", 404);
    asks(&stan, METHOD_POST, "/beheer/kaart/bellen", "welk=3&hoe=klopt", 303);
    CHECK_HAS(opens(&nobody, "/kaart/koffieochtend"), "Bevestigd op 27 november 2026");
    asks(&rea, METHOD_POST, "/beheer/kaart/bellen", "welk=3&hoe=klopt", 404);
    asks(&stan, METHOD_GET, "/beheer/kaart/aanbieders", NULL, 403);
    stop();
}

/* Not lower for silence until somebody called in vain, twice. */
static void small_ones_do_not_sink(void **state)
{
    (void)state;
    start();
    struct map_found *found = NEW(&f.arena, struct map_found, 1);
    const struct map_ask ask = { .text = STR("welkom"),
                                 .now = map_now,
                                 .language = -1,
                                 .age = -1,
                                 .subject = -1,
                                 .most = 5 };
    CHECK_OK(map_find(f.db, &f.arena, &ask, found));
    const double before = found->hits[0].score;
    for (int i = 0; i < 2; i++) {
        CHECK_OK(map_find(f.db, &f.arena, &ask, found));
        CHECK(found->hits[0].score == before);
        asks(&anna, METHOD_POST, "/beheer/kaart/bellen", "welk=3&hoe=niemand", 303);
        f.now.s += 15 * 86400;
    }
    CHECK_OK(map_find(f.db, &f.arena, &ask, found));
    CHECK(found->hits[0].score < before);
    CHECK_HAS(opens(&nobody, "/kaart/koffieochtend"),
              "Nog nooit bevestigd"); /* said all the while */
    stop();
}

static void who_says_it_is_theirs(void **state)
{
    (void)state;
    start();
    const char *page = "/kaart/formulierenbrigade/van-ons";
    CHECK_HAS(asks(&nobody, METHOD_POST, page, "adres=geen", 422), "Schrijf een e-mailadres");
    asks(&nobody, METHOD_POST, page, "wie=Eva&adres=Eva%40Buurtwerk.example", 303);
    CHECK_HAS(opens(&nobody, f.res.location.text.s), "Dank u wel");
    CHECK_HAS(opens(&nobody, link_to("eva@buurtwerk.example")), "Alles klopt nog");
    asks(&nobody, METHOD_POST, page, "wie=%3Cb%3E&adres=bob%40elders.example", 303);
    CHECK(mails() == 1); /* the desk calls first */
    asks(&nobody, METHOD_POST, page, "adres=bob%40x.buurtwerk.example.evil.example", 303);
    asks(&nobody, METHOD_POST, page, "adres=bob%40notbuurtwerk.example", 303);
    CHECK(mails() == 1);
    const struct str desk = opens(&anna, "/beheer/kaart/aanbieders");
    CHECK_HAS(desk, "bob@elders.example");
    CHECK_HAS(desk, "036 000 11 22");
    CHECK_NOT(desk, "<b>");
    asks(&anna, METHOD_POST, "/beheer/kaart/aanbieders", "doe=stuur&welk=2", 303);
    CHECK_HAS(opens(&nobody, link_to("bob@elders.example")), "Alles klopt nog");
    for (int i = 0; i < 2; i++)
        asks(&nobody, METHOD_POST, page, text_of("adres=eva%%40buurtwerk.example&wie=%d", i),
             i ? 422 : 303);
    stop();
}

static void when_is_a_day(void **state)
{
    (void)state;
    const struct day d = { 20000 };
    CHECK(owner_due(1, 0, false, d, d));
    CHECK(!owner_due(0, 0, false, d, d));
    CHECK(!owner_due(1, 1, true, (struct day){ d.n - 13 }, d));
    CHECK(owner_due(1, 1, true, (struct day){ d.n - 14 }, d));
    CHECK(!owner_due(9, 2, true, (struct day){ d.n - 100 }, d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_press_confirms_all),
        cmocka_unit_test(each_is_answered_for_itself),
        cmocka_unit_test(not_those_of_others),
        cmocka_unit_test(old_links_explain_themselves),
        cmocka_unit_test(two_mails_and_then_a_call),
        cmocka_unit_test(a_wrong_address_is_called),
        cmocka_unit_test(a_steward_calls_their_own),
        cmocka_unit_test(small_ones_do_not_sink),
        cmocka_unit_test(who_says_it_is_theirs),
        cmocka_unit_test(when_is_a_day),
    };
    return RUN_TESTS(tests);
}
