/* research.test.c — what researchers bring: sources, findings and labels, accounted for like voices. */
#include "features/review/testing.h"

#include "features/research/research.h"
#include "tests/sql.h"

#define SOURCES "/waterstad/beheer/bronnen"
#define STUDY SOURCES "/onderzoek"
#define FINDING "/waterstad/beheer/bevindingen/4"

static struct str with_basis(const char *address, const char *body)
{
    struct str page = get(&wies, address), basis;
    const struct str field = STR("name=\"basis\" value=\"");
    const size_t at = str_find(page, field);
    CHECK(at != SIZE_MAX);
    page = str_from(page, at + field.n);
    (void)str_next(&page, '"', &basis);
    return arena_format(&c.arena, "basis=%.*s&%s", STR_ARG(basis), body);
}

static void residents_bring_their_own_research(void **state)
{
    (void)state;
    start();
    CHECK_HAS(ask(&wies, METHOD_POST, SOURCES, "titel=&soort=study", 422),
              "Geef de bron een naam.");
    CHECK_HAS(ask(&wies, METHOD_POST, SOURCES, "titel=x&soort=study&adres=javascript:1", 422),
              "begint met https://");
    const char *const body = "titel=Onderzoek&soort=study&van=Bewoners+van+<Noord>&uitleg=";
    CHECK_STR(post(&wies, SOURCES, str_of(body)),
              SOURCES "/onderzoek-2"); /* the name was taken */
    CHECK_HAS(get(&wies, SOURCES), "Bewoners van &lt;Noord&gt;");
    const struct str to =
        post(&wies, SOURCES "/onderzoek-2",
             STR("tekst=De+huur+is+te+hoog.&thema=hulp&soort=needed&bladzijde=3"
                 "&labels=wonen%0A%0Ageld%0Awonen"));
    CHECK_STR(to, SOURCES "/onderzoek-2?erbij=5");
    const struct str page = get(&wies, to.s);
    CHECK_HAS(page, "Bevinding 5 staat erbij.");
    CHECK_HAS(page, "Labels: geld, wonen");
    CHECK_HAS(get(&wies, SOURCES "/onderzoek-2?label=geld"), "De huur is te hoog.");
    CHECK_NOT(get(&wies, SOURCES "/onderzoek-2?label=nee"), "De huur is te hoog.");
    CHECK_HAS(get(&anna, "/waterstad/bevinding/5"), "De huur is te hoog.");
    CHECK_HAS(ask(&wies, METHOD_POST, "/waterstad/beheer/punten/maak?thema=hulp",
                  "doe=kies&wat=bevindingen&code=geld", 200),
              "id=\"bevinding-5\"");
    CHECK_NOT(ask(&wies, METHOD_POST, "/waterstad/beheer/punten/maak?thema=hulp",
                  "doe=kies&wat=bevindingen&bron=onderzoek", 200),
              "id=\"bevinding-5\"");
    stop();
}

static void a_finding_is_changed_by_one_at_a_time(void **state)
{
    (void)state;
    start();
    const struct str early =
        with_basis(FINDING, "doe=bewaar&tekst=Eerst&thema=&soort=&labels=a");
    const struct str late =
        with_basis(FINDING, "doe=bewaar&tekst=Later&thema=&soort=&labels=b");
    post(&wies, FINDING, early);
    CHECK_HAS(ask(&wies, METHOD_POST, FINDING, arena_copy(&c.arena, late).s, 422), "Later");
    CHECK_HAS(get(&wies, FINDING), "Eerst");
    CHECK_HAS(get(&wies, "/waterstad/beheer/geschiedenis"), "Bevinding 4");
    CHECK_HAS(ask(&wies, METHOD_POST, FINDING,
                  with_basis(FINDING, "doe=bewaar&tekst=&labels=").s, 422),
              "Schrijf op wat de bron zegt.");
    CHECK_HAS(ask(&wies, METHOD_POST, FINDING,
                  with_basis(FINDING, "doe=bewaar&tekst=x&thema=nergens&labels=").s, 422),
              "Kies een van de antwoorden die er staan.");
    ask(&wies, METHOD_GET, "/waterstad/beheer/bevindingen/99", NULL, 404);
    stop();
}

static void a_finding_is_accounted_for(void **state)
{
    (void)state;
    start();
    CHECK_HAS(get(&anna, "/waterstad/som"), "Waar de bevindingen van elke bron zijn");
    ask(&wies, METHOD_POST, FINDING, "doe=opzij&reden=outside", 403);
    CHECK_HAS(ask(&anna, METHOD_POST, FINDING, "doe=opzij", 422), "Kies de reden.");
    CHECK_HAS(ask(&anna, METHOD_POST, "/waterstad/beheer/bevindingen/1",
                  "doe=opzij&reden=outside", 422),
              "staat onder een punt");
    post(&anna, FINDING, STR("doe=opzij&reden=outside"));
    post(&anna, FINDING, STR("doe=opzij&reden=double")); /* twice is once */
    CHECK(sql_number(c.store, "SELECT reason FROM finding WHERE number = 4") == REASON_OUTSIDE);
    CHECK_HAS(get(&anna, STUDY "?stand=terzijde"), "Een loket is te weinig.");
    CHECK_NOT(get(&anna, STUDY "?stand=wacht"), "Een loket is te weinig.");
    post(&anna, FINDING, STR("doe=open"));
    CHECK_HAS(get(&anna, STUDY "?stand=wacht"), "Een loket is te weinig.");
    stop();
}

static void at_the_desk_findings_are_set_aside_and_come_back(void **state)
{
    (void)state;
    start();
    const char *const desk = "/waterstad/beheer/punten/maak?thema=hulp";
    const struct str to =
        post(&anna, desk, STR("doe=opzij&thema=hulp&reden=unclear&bevinding=4&inbreng=99"));
    CHECK(sql_number(c.store, "SELECT account FROM finding WHERE number = 4") == 1);
    CHECK_HAS(ask(&anna, METHOD_POST, desk, "doe=kies&wat=bevindingen&welke=opzij", 200),
              "id=\"bevinding-4\"");
    post(&anna, "/waterstad/beheer/punten/terug",
         str_of(text_of("terug=%lld", (long long)number_in(to, "terug="))));
    CHECK(sql_number(c.store, "SELECT account FROM finding WHERE number = 4") == 0);
    CHECK_HAS(
        ask(&anna, METHOD_POST, desk, "doe=opzij&thema=hulp&reden=unclear&bevinding=1", 422),
        "Bevinding 1 staat onder een punt.");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_bring_their_own_research),
        cmocka_unit_test(a_finding_is_changed_by_one_at_a_time),
        cmocka_unit_test(a_finding_is_accounted_for),
        cmocka_unit_test(at_the_desk_findings_are_set_aside_and_come_back),
    };
    return RUN_TESTS(tests);
}
