/* challenge.test.c — from a plan that somebody sends to the answer, with its terms; who sent it stays with the team. */
#include "features/deeds/deeds.test.h"

#include "features/challenge/challenge.h"
#include "tests/sql.h"

#define SENT DESK "uitdagingen"

static struct visitor nobody = { 0 };
static struct str seen(const char *address)
{
    return arena_copy(&c.arena, ask(&nobody, METHOD_GET, address, NULL, 200));
}
static struct str sent(const char *body, int status)
{
    return arena_copy(&c.arena,
                      ask(&nobody, METHOD_POST, "/waterstad/uitdaging", body, status));
}
#define PLAN "taak=Het+%3Cgroen%3E&plan=Wij+maaien&naam=GEHEIM&mail=geheim%40stad.nl"

static void opened(void)
{
    filled(SENT "/voorwaarden", "open=1&compleet=14&besluit=56&uitstel=28&wie=Het+college",
           303);
}

static void nothing_is_sent_where_it_is_closed(void **state)
{
    (void)state;
    start();
    CHECK_HAS(seen("/waterstad/uitdaagrecht"), "kunt u de stad niet uitdagen");
    CHECK_HAS(sent(PLAN, 422), "U kunt hier nu niets insturen");
    opened();
    CHECK_HAS(seen("/waterstad/adviezen"), "/waterstad/uitdaagrecht");
    CHECK_HAS(seen("/waterstad/uitdaagrecht"), "binnen 56 dagen");
    stop();
}

static void its_words_are_read_after_the_team_shows_them(void **state)
{
    (void)state;
    start();
    opened();
    CHECK_HAS(sent("taak=x", 422), "Schrijf hoe u het gaat doen");
    CHECK_HAS(sent("taak=x&plan=y&naam=z", 422), "e-mailadres of telefoonnummer");
    sent(PLAN, 303);
    CHECK_STR(res.location.text, "/waterstad/uitdaging/1?gedaan=verstuurd");
    CHECK_HAS(seen("/waterstad/uitdaagrecht"), "Uitdaging 1");
    CHECK_NOT(seen("/waterstad/uitdaagrecht"), "groen");
    CHECK_NOT(seen("/waterstad/uitdaging/1"), "groen");
    const struct str desk = get(&anna, SENT "/1");
    CHECK_HAS(desk, "Wie dit stuurde. Alleen het team ziet dit.</dt><dd><bdi>GEHEIM");
    CHECK_HAS(desk, "geheim@stad.nl");
    const size_t head = str_find(desk, STR("</title>")); /* what a browser shows in its tabs */
    CHECK_NOT(str_upto(desk, head), "GEHEIM");
    filled(SENT "/1", "tonen=1&stand=weighed&compleet=2023-11-26", 303);
    const struct str page = seen("/waterstad/uitdaging/1");
    CHECK_HAS(page, "Het &lt;groen&gt;");
    CHECK_NOT(page, "GEHEIM");
    CHECK_NOT(page, "geheim@stad.nl");
    CHECK_NOT(get(&anna, "/waterstad/beheer/geschiedenis"), "GEHEIM");
    stop();
}

static void the_term_counts_from_the_day_it_came(void **state)
{
    (void)state;
    start();
    opened();
    sent(PLAN, 303);
    CHECK_HAS(filled(SENT "/1", "stand=weighed&uitstel=2024-02-01", 422), "Schrijf waarom");
    CHECK_HAS(filled(SENT "/1", "stand=weighed&uitstel=2024-09-01&waarom=Druk", 422),
              "niet langer");
    filled(SENT "/1", "stand=weighed&uitstel=2024-02-01&waarom=Wij+wachten+op+geld", 303);
    CHECK_HAS(seen("/waterstad/uitdaging/1"), "Wij wachten op geld");
    CHECK_HAS(filled(SENT "/1", "stand=refused&besluit=2023-11-26", 422),
              "Schrijf waarom dit is besloten");
    CHECK_HAS(filled(SENT "/1", "stand=agreed&antwoord=Ja", 422), "Vul de dag in");
    filled(SENT "/1", "stand=agreed&besluit=2023-11-26&antwoord=Ja%2C+graag", 303);
    CHECK_HAS(seen("/waterstad/uitdaging/1"), "Ja, graag");
    CHECK(store_write(c.store, sql_work,
                      (void *)(uintptr_t) "UPDATE challenge SET decide_by = 1") != OK);
    stop();
}

static enum err forgets(struct tx *tx, void *with)
{
    const struct day before = *(const struct day *)with;
    TRY(challenge_contacts_forget(tx, before));
    return challenge_words_forget(tx, before);
}

/* Junk, or somebody else's address: the team takes it away, and nothing of it stays. */
static void what_is_no_challenge_goes(void **state)
{
    (void)state;
    start();
    opened();
    sent(PLAN, 303);
    sent("taak=Koop+nu&plan=goedkoop&naam=GEHEIM&mail=geheim%40stad.nl", 303);
    filled(SENT "/2", "tonen=1&stand=weighed&compleet=2023-11-26", 303);
    CHECK_HAS(seen("/waterstad/uitdaagrecht"), "Koop nu");
    CHECK_HAS(get(&anna, SENT "/2"), "/waterstad/beheer/uitdagingen/2/geen");
    CHECK_HAS(get(&anna, SENT "/2/geen"), "U kunt dit niet terugdraaien");
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge_contact") == 2);
    (void)ask(&anna, METHOD_POST, SENT "/2/geen", "", 303);
    const struct str list = seen("/waterstad/uitdaagrecht");
    CHECK_NOT(list, "Koop nu");
    CHECK_NOT(list, "Uitdaging 2");
    CHECK_HAS(list, "Uitdaging 1");
    CHECK_HAS(list, "1 inzending was geen uitdaging");
    CHECK_HAS(get(&anna, SENT), "Geen uitdaging. Gewist op");
    (void)ask(&nobody, METHOD_GET, "/waterstad/uitdaging/2", NULL, 410);
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge_contact") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge WHERE task || plan || costs LIKE "
                              "'%oop%'") == 0);
    (void)ask(&anna, METHOD_POST, SENT "/2/geen", "", 410);
    stop();
}

/* A machine fills in the form again and again; somebody elsewhere, or an hour later, can still send a plan. */
static void from_one_place_few_come(void **state)
{
    (void)state;
    start();
    opened();
    place = 7;
    for (int i = 0; i < 10; i++) sent(PLAN, 303);
    const struct str refused = sent(PLAN, 422);
    CHECK_HAS(refused, "Probeer het over een uur nog eens");
    CHECK_HAS(refused, "Wij maaien"); /* what was typed is not lost */
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge") == 10);
    place = 8;
    sent(PLAN, 303);
    place = 7;
    later = 3601;
    sent(PLAN, 303);
    place = 0;
    later = 0;
    stop();
}

static void all_of_them_can_be_leafed_through(void **state)
{
    (void)state;
    start();
    opened();
    sent(PLAN, 303);
    sql_run(c.store,
            "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 60) "
            "INSERT INTO challenge (dialogue, number, received, state, is_shown, lang, task, "
            "plan, costs, backing, decide_by, why, answer, answer_en) SELECT c.dialogue, n.i, "
            "c.received, 0, 0, 'nl', 'x', 'x', '', '', c.decide_by, '', '', '' FROM challenge "
            "c, n");
    const struct str first = seen("/waterstad/uitdaagrecht");
    CHECK_HAS(first, "Uitdaging 60");
    CHECK_NOT(first, "Uitdaging 10<");
    CHECK_HAS(first, "?voor=11");
    const struct str second = seen("/waterstad/uitdaagrecht?voor=11");
    CHECK_HAS(second, "Uitdaging 10<");
    CHECK_NOT(second, "Uitdaging 11<");
    CHECK_NOT(second, "rel=\"next\"");
    CHECK_HAS(get(&anna, SENT "?voor=11"), "Uitdaging 10<");
    (void)ask(&nobody, METHOD_GET, "/waterstad/uitdaagrecht?voor=x", NULL, 400);
    stop();
}

/* Also of what the city never decided. */
static void who_sent_it_is_forgotten(void **state)
{
    (void)state;
    start();
    opened();
    sent(PLAN, 303);
    const int32_t due = day_at(now).n + 56;
    CHECK_OK(store_write(c.store, forgets, &(struct day){ due }));
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge_contact") == 1);
    CHECK_OK(store_write(c.store, forgets, &(struct day){ due + 1 }));
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge_contact") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM challenge WHERE plan <> ''") == 0);
    CHECK_HAS(get(&anna, SENT "/1"), "Wie dit stuurde, is gewist");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_sent_where_it_is_closed),
        cmocka_unit_test(its_words_are_read_after_the_team_shows_them),
        cmocka_unit_test(the_term_counts_from_the_day_it_came),
        cmocka_unit_test(what_is_no_challenge_goes),
        cmocka_unit_test(from_one_place_few_come),
        cmocka_unit_test(all_of_them_can_be_leafed_through),
        cmocka_unit_test(who_sent_it_is_forgotten),
    };
    return RUN_TESTS(tests);
}
