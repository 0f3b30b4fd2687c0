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
    CHECK_HAS(get(&anna, SENT "/1"), "GEHEIM");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_sent_where_it_is_closed),
        cmocka_unit_test(its_words_are_read_after_the_team_shows_them),
        cmocka_unit_test(the_term_counts_from_the_day_it_came),
    };
    return RUN_TESTS(tests);
}
