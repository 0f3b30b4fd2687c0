/* keeping.test.c — an owner is asked by mail, and answers behind the link: once, for that one commitment. */
#include "features/keeping/keeping.h"
#include "tests/promised.h"

#define DESK "/waterstad/beheer/toezeggingen/"

static int64_t asks_on(int year, int month, int day)
{
    int64_t sent;
    CHECK_OK(keeping_ask(c.store, day_is(year, month, day), &sent));
    return sent;
}
static int64_t mails(void)
{
    return sql_number(c.store, "SELECT count(*) FROM mail WHERE kind = 5");
}

static const char *link_of(const char *to)
{
    return link_in(letter_to(to), "/stand-van-zaken/");
}
static struct str answers(const char *link, const char *body, int status)
{
    const struct str page = looks(link), mark = STR("name=\"basis\" value=\"");
    const size_t at = str_find(page, mark);
    const struct str rest = at == SIZE_MAX ? STR("\"") : str_from(page, at + mark.n);
    const struct str basis = str_upto(rest, str_find(rest, STR("\"")));
    return sends(link, text_of("%s&basis=%.*s", body, STR_ARG(basis)), status);
}
/* A colleague fills in a form of the desk. */
static void writes(const char *address, const char *body)
{
    const struct str page = arena_copy(&c.arena, get(&anna, address)),
                     mark = STR("name=\"basis\" value=\"");
    const struct str rest = str_from(page, str_find(page, mark) + mark.n);
    const struct str basis = str_upto(rest, str_find(rest, STR("\"")));
    (void)ask(&anna, METHOD_POST, address, text_of("%s&basis=%.*s", body, STR_ARG(basis)), 303);
}
static int64_t stands(int commitment)
{
    return sql_number(c.store,
                      text_of("SELECT state FROM commitment WHERE id = %d", commitment));
}

static void each_owner_is_asked_once(void **state)
{
    (void)state; /* due on 29 November 2023 */
    promised();
    CHECK(asks_on(2023, 11, 10) == 0);
    CHECK(asks_on(2023, 11, 15) == 2); /* both owners, fourteen days before */
    CHECK(asks_on(2023, 11, 15) == 0); /* a server that was started again */
    CHECK(asks_on(2023, 11, 16) == 0);
    CHECK(mails() == 2);
    CHECK(asks_on(2023, 11, 29) == 2);
    CHECK(asks_on(2024, 2, 29) == 2); /* off for three months: one mail each */
    sql_run(c.store, "UPDATE mail_line SET ready = 0");
    CHECK(asks_on(2026, 1, 1) == 0); /* nobody is said to have been asked while no mail goes */
    stop();
}

/* The longest title there can be, of the longest letters. */
static void a_long_title_stops_no_mail(void **state)
{
    (void)state;
    promised();
    sql_run(c.store,
            "UPDATE commitment_text SET title = replace(hex(zeroblob(100)), '0', 'ع')");
    CHECK(asks_on(2023, 11, 15) == 2);
    CHECK_HAS(letter_to("ada@stad.nl"), "ععع");
    stop();
}

static void looking_changes_nothing(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    const char *link = link_of("ada@stad.nl");
    const int64_t before = sql_number(c.store, "SELECT count(*) FROM history");
    for (int i = 0; i < 3; i++) CHECK_HAS(looks(link), "Tien bankjes");
    CHECK_HAS(ask(&nobody, METHOD_GET, text_of("/en%s", link), NULL, 200), "Ten benches");
    CHECK(stands(1) == COMMITMENT_PROMISED);
    CHECK(sql_number(c.store, "SELECT count(*) FROM history") == before);
    CHECK(sql_number(c.store, "SELECT count(*) FROM asking WHERE answered IS NOT NULL") == 0);
    stop();
}

static void an_answer_is_kept_once(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    const char *link = link_of("ada@stad.nl"), *other = link_of("bob@stad.nl");
    CHECK_HAS(answers(link, "stand=", 422), "Kies hoe ver het is");
    answers(link,
            "stand=done&dag=2023-11-20&daad=Ze+staan+er+%3Cb%3E&getal=10+bankjes&"
            "link=https%3A%2F%2Fstad.nl%2F1",
            303);
    CHECK(stands(1) == COMMITMENT_DONE);
    CHECK(stands(2) == COMMITMENT_PROMISED);
    CHECK_HAS(looks(text_of("%s?gedaan=klaar", link)), "Dank u wel");
    CHECK_HAS(looks(link), "U antwoordde al op 26 november 2023: Het is gedaan.");
    answers(link, "stand=stopped&waarom=nee", 303); /* a replay: it leads to that page */
    CHECK(stands(1) == COMMITMENT_DONE);
    CHECK_HAS(looks(other), "al gedaan of gestopt");
    const struct str page = ask(&nobody, METHOD_GET, "/waterstad/toezegging/1", NULL, 200);
    CHECK_HAS(page, "Ze staan er &lt;b&gt;");
    CHECK_HAS(page, "10 bankjes");
    CHECK_HAS(get(&anna, "/waterstad/beheer/geschiedenis/toezegging/1"), "Het is gedaan");
    stop();
}

static void later_says_why(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    const char *link = link_of("ada@stad.nl");
    CHECK_HAS(answers(link, "stand=later&waarom=Regen", 422), "Kies de nieuwe dag");
    CHECK_HAS(answers(link, "stand=later&voor=2023-11-01&waarom=Regen", 422), "die nog komt");
    CHECK_HAS(answers(link, "stand=later&voor=2024-03-01", 422), "Schrijf waarom");
    CHECK_HAS(answers(link, "stand=done&dag=2024-01-01", 422), "tussen de belofte en vandaag");
    CHECK_HAS(answers(link, "stand=under-way&link=https%3A%2F%2Fx.nl", 422),
              "Schrijf ook wat er is gedaan");
    CHECK_HAS(answers(link, "stand=under-way&daad=x&link=javascript%3Aalert(1)", 422),
              "Schrijf een heel adres");
    answers(link, "stand=later&voor=2024-03-01&waarom=Regen", 303);
    const struct str page = ask(&nobody, METHOD_GET, "/waterstad/toezegging/1", NULL, 200);
    CHECK_HAS(page, "1 keer verschoven");
    CHECK_HAS(page, "Regen");
    CHECK(asks_on(2023, 11, 29) == 0); /* the new date is far away */
    stop();
}

static void what_stops_says_so_in_every_language(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    answers(link_of("bob@stad.nl"), "stand=stopped&waarom=De+grond+is+vies", 303);
    CHECK(stands(1) == COMMITMENT_STOPPED);
    CHECK_HAS(ask(&nobody, METHOD_GET, "/en/waterstad/toezegging/1", NULL, 200),
              "De grond is vies");
    stop();
}

static void old_links_explain_themselves(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    const char *first = link_of("ada@stad.nl");
    CHECK(asks_on(2023, 11, 29) == 2);
    CHECK_HAS(looks(first), "nieuwere mail");
    answers(first, "stand=done", 303);
    CHECK(stands(1) == COMMITMENT_PROMISED);
    sql_run(c.store, "UPDATE asking SET day = 19600");
    CHECK_HAS(looks(link_of("ada@stad.nl")), "De link werkte tot en met");
    answers(link_of("ada@stad.nl"), "stand=done", 303);
    CHECK(stands(1) == COMMITMENT_PROMISED);
    CHECK_HAS(ask(&nobody, METHOD_GET, "/stand-van-zaken/0000-0000-0000", NULL, 404),
              "Deze link bestaat niet");
    stop();
}

/* A link is for who is asked now: not for a department that owns it no more, nor for a colleague who left. */
static void a_link_ends_with_its_owner(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    const char *ada = link_of("ada@stad.nl"), *bob = link_of("bob@stad.nl");
    sql_run(c.store, "DELETE FROM commitment_owner");
    CHECK_HAS(looks(bob), "Wij vragen dit nu aan iemand anders");
    answers(bob, "stand=stopped&waarom=nee", 303);
    CHECK(stands(1) == COMMITMENT_PROMISED);
    const char *contact = DESK "1/contact";
    writes(contact, "naam-0=Ada+B&mail-0=ada%40stad.nl");
    CHECK_HAS(looks(ada), "Hoe ver is het?"); /* another name is the same link */
    CHECK(mails() == 1);                      /* of Bob no mail is left that waits */
    writes(contact, "naam-0=Eva&mail-0=eva%40stad.nl");
    CHECK_HAS(looks(ada), "Wij vragen dit nu aan iemand anders");
    answers(ada, "stand=done", 303);
    CHECK(stands(1) == COMMITMENT_PROMISED);
    CHECK(mails() == 0);
    CHECK(asks_on(2023, 11, 15) == 1); /* who is asked now has no link yet */
    const char *eva = link_of("eva@stad.nl");
    answers(eva, "stand=under-way", 303);
    CHECK(stands(1) == COMMITMENT_UNDER_WAY);
    stop();
}

/* A newer mail that never arrived ends nothing: its reader has this link only. */
static void a_mail_that_failed_ends_no_link(void **state)
{
    (void)state;
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    const char *ada = link_of("ada@stad.nl");
    CHECK(asks_on(2023, 11, 29) == 2);
    CHECK_HAS(looks(ada), "nieuwere mail");
    sql_run(c.store, "UPDATE mail SET state = 2 WHERE id > 2");
    CHECK_HAS(looks(ada), "Hoe ver is het?");
    answers(ada, "stand=under-way", 303);
    CHECK(stands(1) == COMMITMENT_UNDER_WAY);
    stop();
}

static void silence_shows_after_two_mails(void **state)
{
    (void)state; /* today is 26 November 2023 */
    promised();
    CHECK(asks_on(2023, 11, 15) == 2);
    struct str page = ask(&nobody, METHOD_GET, "/waterstad/toezegging/1", NULL, 200);
    CHECK_NOT(page, "Stil sinds"); /* two owners on one day are one mail of ours */
    sql_run(
        c.store,
        "UPDATE commitment SET made = 19500, due = 19676 WHERE id = 1; UPDATE asking SET day = "
        "19670");
    CHECK(asks_on(2023, 11, 22) == 2);
    page = ask(&nobody, METHOD_GET, "/waterstad/toezegging/1", NULL, 200);
    CHECK_HAS(page, "Stil sinds 9 november 2023: 17 dagen.");
    /* what could not be delivered says nothing of the owner */
    sql_run(c.store,
            "UPDATE mail SET state = 2 WHERE about IN (SELECT id FROM asking WHERE day > "
            "19671)");
    CHECK_NOT(ask(&nobody, METHOD_GET, "/waterstad/toezegging/1", NULL, 200), "Stil sinds");
    CHECK_HAS(get(&anna, DESK "1/gevraagd"), "Kon niet weg");
    stop();
}

/* Something of two months ago, written down today: it is not silent any more. */
static void what_is_written_down_is_heard(void **state)
{
    (void)state;
    promised();
    sql_run(c.store, "UPDATE commitment SET made = 19500, due = 19676 WHERE id = 1");
    CHECK(asks_on(2023, 11, 8) == 2);
    CHECK(asks_on(2023, 11, 22) == 2);
    CHECK_HAS(looks("/waterstad/toezegging/1"), "Stil sinds");
    writes(DESK "1/daad", "dag=2023-09-20&tekst=Vier+bankjes");
    CHECK_HAS(looks("/waterstad/toezegging/1"), "Vier bankjes");
    CHECK_NOT(looks("/waterstad/toezegging/1"), "Stil sinds");
    stop();
}

static void a_colleague_asks_by_hand(void **state)
{
    (void)state;
    promised();
    CHECK_HAS(get(&anna, DESK "1/gevraagd"), "ada@stad.nl");
    ask(&anna, METHOD_POST, DESK "1/gevraagd", "eigenaar=1", 303);
    CHECK_STR(res.location.text, DESK "1/gevraagd?gedaan=gevraagd");
    ask(&anna, METHOD_POST, DESK "1/gevraagd", "eigenaar=1", 303);
    CHECK(mails() == 1);
    ask(&anna, METHOD_POST, DESK "2/gevraagd", "eigenaar=2", 422); /* owns it not */
    ask(&nobody, METHOD_POST, DESK "1/gevraagd", "eigenaar=1", 403);
    CHECK(mails() == 1);
    CHECK_HAS(get(&anna, "/waterstad/beheer/toezeggingen/gevraagd"), "Tien bankjes");
    CHECK_HAS(get(&anna, DESK "1/gevraagd"), "Door een collega, <bdi>Anna</bdi>");
    stop();
}

static void what_stays_is_looked_at_again(void **state)
{
    (void)state;
    promised();
    sql_run(c.store,
            "UPDATE commitment SET state = 2, ended = 19310 WHERE id = 2;" /* 2022-11-14 */
            "UPDATE commitment SET state = 3, ended = 19310 WHERE id = 1");
    CHECK(asks_on(2023, 11, 20) == 1);
    const char *link = link_of("ada@stad.nl");
    CHECK_HAS(looks(link), "Het is er nog steeds");
    CHECK_HAS(answers(link, "stand=later&voor=2025-01-01&waarom=x", 422), "al gedaan");
    answers(link, "stand=done", 303);
    CHECK(sql_number(c.store, "SELECT ended FROM commitment WHERE id = 2") == 19310);
    CHECK(asks_on(2024, 11, 13) == 0);
    CHECK(asks_on(2024, 11, 14) == 1);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_owner_is_asked_once),
        cmocka_unit_test(a_long_title_stops_no_mail),
        cmocka_unit_test(looking_changes_nothing),
        cmocka_unit_test(an_answer_is_kept_once),
        cmocka_unit_test(later_says_why),
        cmocka_unit_test(what_stops_says_so_in_every_language),
        cmocka_unit_test(old_links_explain_themselves),
        cmocka_unit_test(a_link_ends_with_its_owner),
        cmocka_unit_test(a_mail_that_failed_ends_no_link),
        cmocka_unit_test(silence_shows_after_two_mails),
        cmocka_unit_test(what_is_written_down_is_heard),
        cmocka_unit_test(a_colleague_asks_by_hand),
        cmocka_unit_test(what_stays_is_looked_at_again),
    };
    return RUN_TESTS(tests);
}
