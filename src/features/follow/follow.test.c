/* follow.test.c — one mail that asks, a button, the news once, and out with one press. */
#include "tests/promised.h"

#include "features/follow/follow.h"
#include "web/mail.h"

#define START "/waterstad/toezegging/1/volgen"

static const struct job_work *const works[] = { &digest_work };

static int64_t mails_of(int kind)
{
    return sql_number(c.store, text_of("SELECT count(*) FROM mail WHERE kind = %d", kind));
}
static const char *follows(const char *start, const char *address, const char *body)
{
    sends(start, body, 303);
    return link_in(letter_to(address), "/volgen/");
}
/* Presses the button of the first that waits, and of no other. */
static void confirms(const char *link)
{
    static const char *const whats[] = { "dialoog", "thema", "advies", "toezegging" };
    const int64_t what = sql_number(c.store, "SELECT what FROM follow WHERE confirmed = 0 "
                                             "ORDER BY what, about LIMIT 1");
    const int64_t about = sql_number(c.store, "SELECT about FROM follow WHERE confirmed = 0 "
                                              "ORDER BY what, about LIMIT 1");
    sends(text_of("%s/ja", link), text_of("wat=%s&welk=%lld", whats[what], (long long)about),
          303);
}
static void news_goes(int year, int month, int day)
{
    CHECK_OK(digest_ask(c.store, day_is(year, month, day)));
    CHECK(jobs_do(c.store, c.db, works, COUNT_OF(works)) <= 1);
}

static void a_button_is_pressed_first(void **state)
{
    (void)state;
    promised();
    CHECK_HAS(sends(START, "e-mail=geen", 422), "Vul een e-mailadres in");
    /* the test asks from this site */
    const char *link = follows(START, "ada@huis.nl", "e-mail=Ada%40Huis.nl");
    CHECK_HAS(looks(link), "Ja, ik wil dit volgen"); /* and a scanner looks too */
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE confirmed = 1") == 0);
    deed_done(1);
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 0);
    confirms(link);
    CHECK_HAS(looks(link), "Tien bankjes");
    deed_done(2);
    news_goes(2023, 12, 4);
    CHECK(mails_of(MAIL_DIGEST) == 1);
    const struct str news = letter_to("ada@huis.nl");
    CHECK_HAS(news, "Er is iets gedaan. Merkt u het?: Tien bankjes");
    CHECK_HAS(news, SITE "/waterstad/toezegging/1/merkt/");
    stop();
}

/* Whoever fills in an address many times sends it one mail, and learns nothing. */
static void an_address_is_not_flooded(void **state)
{
    (void)state;
    promised();
    sends(START, "e-mail=ada%40huis.nl", 303);
    sends("/waterstad/volgen", "e-mail=ada%40huis.nl", 303);
    sends("/waterstad/advies/1/volgen", "e-mail=ada%40huis.nl", 303);
    sends("/waterstad/thema/hulp/volgen", "e-mail=ada%40huis.nl", 303);
    CHECK(mails_of(MAIL_FOLLOW) == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow") == 4);
    ask(&nobody, METHOD_GET, "/waterstad/thema/nergens/volgen", NULL, 404);
    ask(&nobody, METHOD_GET, "/waterstad/toezegging/99/volgen", NULL, 404);
    stop();
}

/* A stranger adds to somebody's list: it stays small, each can be refused, and another button confirms nothing. */
static void nobody_steers_the_list_of_another(void **state)
{
    (void)state;
    promised();
    const char *link = follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl");
    sends("/waterstad/toezegging/2/volgen", "e-mail=ada%40huis.nl", 303);
    CHECK_HAS(looks(link), "Niet volgen");
    sends(link, "hoe-vaak=maand", 303);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE confirmed = 1") == 0);
    CHECK(sql_number(c.store, "SELECT monthly FROM follower") == 1);
    confirms(link);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE confirmed = 1 AND about = 1 "
                              "AND what = 3") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE confirmed = 1") == 1);
    sends(text_of("%s/minder", link), "wat=toezegging&welk=2", 303);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow") == 1);
    CHECK_NOT(looks(link), "Niet volgen");
    stop();
}

static void what_waits_for_a_button_is_little(void **state)
{
    (void)state;
    promised();
    sql_run(c.store, "INSERT INTO commitment (id, dialogue, number, position, advice, owner, "
                     "made, first_due, due, horizon, state) SELECT n.column1, d.id, n.column1, "
                     "1, 1, 1, 19601, 19900, 19900, 1, 0 FROM dialogue d, (VALUES (11), (12), "
                     "(13), (14), (15), (16)) n;"
                     "INSERT INTO commitment_text SELECT id, 'nl', 'X', '', '' FROM commitment "
                     "WHERE id > 10");
    for (int i = 11; i <= 16; i++)
        sends(text_of("/waterstad/toezegging/%d/volgen", i), "e-mail=ada%40huis.nl", 303);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow") == 5);
    sql_run(c.store, "UPDATE follow SET asked = 5");
    sends("/waterstad/toezegging/11/volgen", "e-mail=ada%40huis.nl", 303); /* again */
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE asked > 5") == 1);
    sql_run(c.store, "UPDATE follow SET confirmed = 1");
    sends("/waterstad/toezegging/16/volgen", "e-mail=ada%40huis.nl", 303);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow") == 6);
    stop();
}

/* Capitals and what stands behind a plus are one mailbox; who stopped is left alone. */
static void a_mailbox_is_asked_once(void **state)
{
    (void)state;
    promised();
    sends(START, "e-mail=ada%40huis.nl", 303);
    sends(START, "e-mail=ADA%2Bb%40huis.nl", 303);
    sends(START, "e-mail=ada%2Bc%2Bd%40Huis.nl", 303);
    CHECK(mails_of(MAIL_FOLLOW) == 1);
    const char *link = link_in(letter_to("ada@huis.nl"), "/volgen/");
    sends(text_of("%s/stop", link), "", 303);
    CHECK(mails_of(MAIL_FOLLOW) == 0);
    CHECK_HAS(looks(START "?gedaan=mail"), "Dan kan het na een dag weer");
    sends(START, "e-mail=ada%40huis.nl", 303);
    CHECK(mails_of(MAIL_FOLLOW) == 0);
    later = 3 * 3600;
    sends(START, "e-mail=ada%40huis.nl", 303);
    CHECK(mails_of(MAIL_FOLLOW) == 0);
    later = 25 * 3600;
    for (int i = 0; i < 10; i++, later += 3601) sends(START, "e-mail=ada%40huis.nl", 303);
    CHECK(mails_of(MAIL_FOLLOW) == FOLLOW_TO);
    stop();
}

/* Whoever fills in many addresses is stopped, and so are many places together. */
static void nobody_is_a_mail_cannon(void **state)
{
    (void)state;
    promised();
    for (int i = 0; i < FOLLOW_HERE; i++)
        sends(START, text_of("e-mail=a%d%%40huis.nl", i), 303);
    const struct str page = sends(START, "e-mail=b%40huis.nl&hoe-vaak=maand", 422);
    CHECK_HAS(page, "Hier zijn net veel mails aangevraagd");
    CHECK_HAS(page, "value=\"b@huis.nl\"");
    CHECK_HAS(page, "value=\"maand\" selected");
    CHECK(mails_of(MAIL_FOLLOW) == FOLLOW_HERE);
    CHECK(sql_number(c.store, "SELECT count(*) FROM follower") == FOLLOW_HERE);
    for (int i = FOLLOW_HERE; i < FOLLOW_MAILS; i++) {
        place = 1 + (uint64_t)i / FOLLOW_HERE;
        sends(START, text_of("e-mail=a%d%%40huis.nl", i), 303);
    }
    place = 999;
    sends(START, "e-mail=b%40huis.nl", 422);
    later = 3601;
    sends(START, "e-mail=b%40huis.nl", 303);
    stop();
}

static void each_news_is_told_once(void **state)
{
    (void)state;
    promised();
    const char *const where[] = { "/waterstad/volgen", "/waterstad/thema/hulp/volgen",
                                  "/waterstad/advies/1/volgen", START };
    for (size_t i = 0; i < COUNT_OF(where); i++)
        confirms(follows(where[i], text_of("a%zu@huis.nl", i),
                         text_of("e-mail=a%zu%%40huis.nl", i)));
    confirms(follows("/waterstad/toezegging/2/volgen", "b@huis.nl", "e-mail=b%40huis.nl"));
    deed_done(1);
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 4); /* not who follows the other promise */
    news_goes(2023, 11, 28);           /* not twice in a week */
    news_goes(2023, 12, 4);
    CHECK(mails_of(MAIL_DIGEST) == 4); /* nothing new */
    /* killed before the end, and begun again */
    sql_run(c.store, "UPDATE job SET state = 0, tries = 0; UPDATE digest SET after = 0");
    (void)jobs_do(c.store, c.db, works, COUNT_OF(works));
    CHECK(mails_of(MAIL_DIGEST) == 4);
    stop();
}

/* Where no mail can go, nothing is offered, nor taken. */
static void nothing_is_promised_without_mail(void **state)
{
    (void)state;
    static const char *const pages[] = { "/waterstad/daden", "/waterstad/toezegging/1",
                                         "/waterstad/advies/1" };
    promised();
    for (size_t i = 0; i < COUNT_OF(pages); i++) CHECK_HAS(looks(pages[i]), "per mail");
    sql_run(c.store, "UPDATE mail_line SET ready = 0");
    for (size_t i = 0; i < COUNT_OF(pages); i++) CHECK_NOT(looks(pages[i]), "per mail");
    CHECK_NOT(looks(START), "name=\"e-mail\"");
    CHECK_HAS(looks(START), "kan nog geen mail sturen");
    CHECK_HAS(sends(START, "e-mail=ada%40huis.nl", 422), "kan nog geen mail sturen");
    CHECK(sql_number(c.store, "SELECT count(*) FROM follower") == 0);
    stop();
}

/* Whatever ends it: of who follows no more, no mail is left that waits. */
static void who_is_gone_gets_nothing(void **state)
{
    (void)state;
    promised();
    confirms(follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl"));
    deed_done(1);
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 1);
    sql_run(c.store, "DELETE FROM follower");
    CHECK(mails_of(MAIL_DIGEST) + mails_of(MAIL_FOLLOW) == 0);
    stop();
}

/* Of a promise that was called done by mistake, and of a deed that was taken away. */
static void what_was_undone_is_no_news(void **state)
{
    (void)state;
    promised();
    confirms(follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl"));
    sql_run(c.store, "UPDATE commitment SET state = 2, ended = 19686 WHERE id = 1;"
                     "UPDATE commitment SET state = 1, ended = NULL WHERE id = 1");
    deed_done(1);
    sql_run(c.store, "DELETE FROM deed_text; DELETE FROM deed");
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 0);
    sql_run(c.store, "UPDATE commitment SET state = 2, ended = 19690 WHERE id = 1");
    deed_done(1); /* the same number, and another deed */
    news_goes(2023, 12, 4);
    CHECK(mails_of(MAIL_DIGEST) == 1);
    CHECK_HAS(letter_to("ada@huis.nl"), "De toezegging is gedaan");
    CHECK_HAS(letter_to("ada@huis.nl"), "Er is iets gedaan");
    sql_run(c.store, "UPDATE commitment SET state = 1, ended = NULL WHERE id = 1;"
                     "UPDATE commitment SET state = 2, ended = 19699 WHERE id = 1;"
                     "UPDATE commitment SET state = 3 WHERE id = 1");
    news_goes(2023, 12, 11);
    CHECK(mails_of(MAIL_DIGEST) == 2);
    CHECK_HAS(letter_to("ada@huis.nl"), "De toezegging is gestopt");
    CHECK_NOT(letter_to("ada@huis.nl"), "De toezegging is gedaan");
    stop();
}

/* Numbers of news are used again when the newest goes; followers still hear the next. */
static void after_something_went_the_next_is_told(void **state)
{
    (void)state;
    promised();
    confirms(follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl"));
    sql_run(c.store, "DELETE FROM commitment WHERE id = 2"); /* its news was the newest */
    deed_done(1);
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 1);
    stop();
}

/* Forty at once: thirty are told, and how many more there are. */
static void what_does_not_fit_is_counted(void **state)
{
    (void)state;
    promised();
    confirms(follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl"));
    for (int i = 1; i <= 41; i++) deed_done(i);
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 1);
    const struct str news = letter_to("ada@huis.nl");
    CHECK_HAS(news, "Nog meer nieuws, op de site: 11\n" SITE "/waterstad/daden\n");
    CHECK_HAS(news, "?daad=41\n");
    CHECK_NOT(news, "?daad=11\n");
    stop();
}

/* More than is read at once: the oldest of it is counted too. */
static void a_thousand_is_not_the_end(void **state)
{
    (void)state;
    promised();
    confirms(follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl"));
    sql_run(c.store,
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) "
            "INSERT INTO deed (id, commitment, number, day, url, document, hash) SELECT i, 1, "
            "i, 19680, '', '', '' FROM n");
    news_goes(2023, 11, 27);
    CHECK_HAS(letter_to("ada@huis.nl"), "op de site: 1070\n");
    stop();
}

/* A folder with years of deeds is loaded; of them only what is new is news. */
static void history_is_no_news(void **state)
{
    (void)state;
    promised();
    confirms(follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl"));
    deed_done(1);
    deed_done(2);
    sql_run(c.store, "UPDATE deed SET day = 19650"); /* before somebody began to follow */
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 0);
    deed_done(3);
    deed_done(4);
    sql_run(c.store, "UPDATE deed SET day = 19700 WHERE number = 3;"
                     "UPDATE deed SET day = 19990 WHERE number = 4");
    news_goes(2024, 10, 7); /* day 20003 */
    CHECK(mails_of(MAIL_DIGEST) == 1);
    CHECK_HAS(letter_to("ada@huis.nl"), "?daad=4");
    CHECK_NOT(letter_to("ada@huis.nl"), "?daad=3");
    stop();
}

/* Its number is given to another; who followed the first does not follow that. */
static void what_is_gone_is_not_followed(void **state)
{
    (void)state;
    promised();
    confirms(follows("/waterstad/toezegging/2/volgen", "b@huis.nl", "e-mail=b%40huis.nl"));
    sql_run(c.store,
            "DELETE FROM commitment WHERE id = 2;"
            "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
            "first_due, due, horizon, state) SELECT 2, id, 9, 2, 1, 1, 19684, 19900, 19900, 1, "
            "0 FROM dialogue; INSERT INTO commitment_text VALUES (2, 'nl', 'Iets anders', '', "
            "'')");
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow") == 0);
    news_goes(2023, 11, 27);
    CHECK(mails_of(MAIL_DIGEST) == 0);
    confirms(follows("/waterstad/thema/hulp/volgen", "c@huis.nl", "e-mail=c%40huis.nl"));
    confirms(follows("/waterstad/advies/1/volgen", "d@huis.nl", "e-mail=d%40huis.nl"));
    sql_run(c.store, "INSERT INTO advice (id, dialogue, number, position, kind, given) SELECT "
                     "7, id, 7, 7, 0, 19600 FROM dialogue; INSERT INTO follow SELECT follower, "
                     "2, 7, dialogue, asked, 1 FROM follow WHERE what = 2;"
                     "DELETE FROM advice WHERE id = 7");
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE what = 2") == 1);
    sql_run(c.store, "INSERT INTO theme (id, dialogue, slug, position, open_table) SELECT 77, "
                     "id, 'weg', 99, 0 "
                     "FROM dialogue; INSERT INTO follow SELECT follower, 1, 77, dialogue, "
                     "asked, 1 FROM follow WHERE what = 1; DELETE FROM theme WHERE id = 77");
    CHECK(sql_number(c.store, "SELECT count(*) FROM follow WHERE what = 1") == 1);
    stop();
}

static void out_with_one_press(void **state)
{
    (void)state;
    promised();
    const char *link = follows(START, "ada@huis.nl", "e-mail=ada%40huis.nl");
    confirms(link);
    const char *stop_link = text_of("%s/stop", link);
    CHECK_HAS(looks(stop_link), "Stuur mij niets meer");
    CHECK(sql_number(c.store, "SELECT count(*) FROM follower") == 1); /* looking does nothing */
    const struct try press = { .method = METHOD_POST,
                               .address = stop_link,
                               .body = "List-Unsubscribe=One-Click",
                               .without_token = true,
                               .from_elsewhere = true,
                               .now = now };
    web_ask(c.store, c.db, &c.arena, &press, &res);
    CHECK(res.status == 200); /* no redirect: a mail program would not follow it */
    CHECK(sql_number(c.store, "SELECT count(*) FROM follower") == 0);
    CHECK(mails_of(MAIL_FOLLOW) == 0); /* the address is nowhere any more */
    CHECK_HAS(looks(stop_link), "Uw adres is gewist");
    web_ask(c.store, c.db, &c.arena, &press, &res);
    CHECK(res.status == 200); /* again */
    CHECK_HAS(arena_copy(&c.arena, ask(&nobody, METHOD_GET, link, NULL, 404)),
              "werkt niet meer");
    stop();
}

/* Years of Mondays, also when the server was off. */
static void a_round_a_week(void **state)
{
    (void)state;
    bool has = false, has_monthly = false, monthly;
    struct day last = { 0 }, last_monthly = { 0 };
    int rounds = 0, months = 0;
    for (struct day d = day_of((struct date){ 2023, 1, 1 });
         d.n <= day_of((struct date){ 2025, 12, 31 }).n; d.n++) {
        if (date_of(d).month == 7) continue; /* off for July */
        if (!digest_due(d, has, last, has_monthly, last_monthly, &monthly)) continue;
        rounds++;
        months += monthly;
        has = true;
        last = d;
        if (monthly) {
            has_monthly = true;
            last_monthly = d;
        }
        CHECK(!digest_due(d, has, last, has_monthly, last_monthly, &monthly));
    }
    CHECK(rounds == 147); /* 157 Mondays, and the week before; each July three or four less */
    CHECK(months == 37);  /* December 2022 too, whose last Monday it was */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_button_is_pressed_first),
        cmocka_unit_test(an_address_is_not_flooded),
        cmocka_unit_test(nobody_steers_the_list_of_another),
        cmocka_unit_test(what_waits_for_a_button_is_little),
        cmocka_unit_test(a_mailbox_is_asked_once),
        cmocka_unit_test(nobody_is_a_mail_cannon),
        cmocka_unit_test(each_news_is_told_once),
        cmocka_unit_test(nothing_is_promised_without_mail),
        cmocka_unit_test(who_is_gone_gets_nothing),
        cmocka_unit_test(what_was_undone_is_no_news),
        cmocka_unit_test(after_something_went_the_next_is_told),
        cmocka_unit_test(what_does_not_fit_is_counted),
        cmocka_unit_test(a_thousand_is_not_the_end),
        cmocka_unit_test(history_is_no_news),
        cmocka_unit_test(what_is_gone_is_not_followed),
        cmocka_unit_test(out_with_one_press),
        cmocka_unit_test(a_round_a_week),
    };
    return RUN_TESTS(tests);
}
