/* deeds.test.c — from a published point to advice, answer, commitment and deed: at the desk and in public. */
#include "features/deeds/deeds.test.h"
#include "tests/sql.h"

static void a_point_becomes_a_deed(void **state)
{
    (void)state; /* today is 26 November 2023 */
    start();
    advise();
    answer();
    promise();
    struct str page = get(&anna, "/waterstad/daden");
    CHECK_HAS(page, "Tien bankjes");
    CHECK_HAS(page, "6 dagen te laat");
    filled(DESK "toezeggingen/1/datum", "voor=2023-12-31&reden=De+grond+is+nat", 303);
    page = get(&anna, "/waterstad/toezegging/1");
    CHECK_HAS(page, "6 dagen te laat"); /* the first date counts */
    CHECK_HAS(page, "1 keer verschoven");
    CHECK_HAS(page, "De grond is nat");
    CHECK_HAS(page, "/waterstad/advies/1#punten");
    filled(DESK "toezeggingen/1/daad",
           "dag=2023-11-25&tekst=Vier+bankjes+staan+er&getal=4+bankjes&link=" LINK, 303);
    filled(DESK "toezeggingen/1/stand", "stand=done&dag=2023-11-26", 303);
    page = get(&anna, "/waterstad/toezegging/1");
    CHECK_HAS(page, "Vier bankjes staan er");
    CHECK_HAS(page, "4 bankjes");
    CHECK_HAS(page, "Gedaan, 6 dagen te laat");
    CHECK_HAS(get(&anna, "/waterstad/advies/1"), "/waterstad/punt/1\"");
    page = get(&anna, "/waterstad/punt/1");
    CHECK_HAS(page, "/waterstad/advies/1");
    CHECK_HAS(page, "/waterstad/toezegging/1");
    CHECK_HAS(get(&anna, "/en/waterstad/advies/1"), "Put benches");
    CHECK_HAS(get(&anna, "/waterstad/advies/1"), "&lt;klein&gt;");
    stop();
}

/* A draft is for the team; what is given rests on a point, and is not answered before. */
static void what_is_not_whole_is_refused(void **state)
{
    (void)state;
    start();
    filled(DESK "adviezen/nieuw", "soort=goes-well&titel=Ga+zo+door", 303);
    CHECK_NOT(get(&anna, "/waterstad/adviezen"), "Ga zo door");
    struct visitor nobody = { 0 };
    ask(&nobody, METHOD_GET, "/waterstad/advies/1", NULL, 404);
    CHECK_HAS(
        filled(DESK "adviezen/1", "soort=goes-well&titel=Ga+zo+door&gegeven=2023-11-01", 422),
        "Kies eerst de punten");
    filled(DESK "adviezen/1/punten", text_of("punt=%lld", (long long)c.points[2]), 303);
    CHECK_HAS(
        filled(DESK "adviezen/1", "soort=goes-well&titel=Ga+zo+door&gegeven=2023-11-01", 422),
        "Ook wat goed gaat krijgt een volgende stap");
    ask(&anna, METHOD_GET, DESK "adviezen/1/antwoord", NULL, 404);
    filled(DESK "adviezen/1",
           "soort=goes-well&titel=Ga+zo+door&vervolg=Elk+jaar&gegeven=2023-11-01", 303);
    CHECK_HAS(filled(DESK "adviezen/1/antwoord", "soort=adopted&dag=2023-10-01&reden=Ja", 422),
              "Het advies was er toen nog niet");
    CHECK_HAS(filled(DESK "adviezen/1/antwoord",
                     "soort=adopted&dag=2023-11-02&reden=Ja&link=javascript%3Aalert(1)", 422),
              "Schrijf een heel adres");
    filled(DESK "toezeggingen/afdelingen/nieuw", "naam=Wijken", 303);
    CHECK_HAS(filled(DESK "toezeggingen/nieuw",
                     "advies=1&titel=X&eigenaar=wijken&beloofd=2023-11-11&voor=2023-11-20&"
                     "duur=one-off",
                     422),
              "Kies een van de antwoorden");
    stop();
}

/* Two colleagues at once: the second sees both, and nothing is lost. */
static void the_second_sees_the_first(void **state)
{
    (void)state;
    start();
    advise();
    const struct str basis = basis_of(get(&anna, DESK "adviezen/1"));
    filled(DESK "adviezen/1",
           "soort=priority&titel=Van+Anna&titel-2=By+Anna&tekst=a&tekst-2=b&gegeven=2023-11-01",
           303);
    const struct str page = ask(
        &bram, METHOD_POST, DESK "adviezen/1",
        text_of("soort=priority&titel=Van+Bram&gegeven=2023-11-01&basis=%.*s", STR_ARG(basis)),
        422);
    CHECK_HAS(page, "Van Bram");
    CHECK_HAS(page, "Van Anna");
    CHECK_HAS(get(&anna, DESK "geschiedenis/advies/1"), "Van Anna");
    stop();
}

static void points_are_accounted_for(void **state)
{
    (void)state;
    start();
    advise();
    CHECK_HAS(get(&anna, DESK "adviezen"), "opzij/2");
    CHECK_HAS(get(&anna, "/waterstad/som"),
              "1 in een advies + 0 opzij gelegd + 1 wacht = 2 punten");
    filled(DESK "adviezen/opzij/2", "reden=Dit+is+van+het+rijk", 303);
    CHECK_HAS(get(&anna, "/waterstad/som"),
              "1 in een advies + 1 opzij gelegd + 0 wacht = 2 punten");
    CHECK_HAS(get(&anna, "/waterstad/punt/2"), "Dit is van het rijk");
    CHECK_HAS(get(&anna, "/waterstad/adviezen"), "Wacht 25 dagen op antwoord");
    sql_run(c.store, "UPDATE dialogue SET counts_days = 0");
    CHECK_NOT(get(&anna, "/waterstad/adviezen"), "Wacht 25 dagen");
    stop();
}

static void whom_to_ask_is_seen_by_the_team_alone(void **state)
{
    (void)state;
    start();
    advise();
    answer();
    promise();
    filled(DESK "toezeggingen/1/contact", "naam-0=GEHEIM&mail-0=geheim%40stad.nl", 303);
    filled(DESK "toezeggingen/1/notitie", "tekst=TEAMNOTITIE", 303);
    filled(DESK "toezeggingen/1/notitie", "tekst=Voor+iedereen&openbaar=1", 303);
    const struct str page = get(&anna, "/waterstad/toezegging/1");
    CHECK_NOT(page, "GEHEIM");
    CHECK_NOT(page, "TEAMNOTITIE");
    CHECK_HAS(page, "Voor iedereen");
    CHECK_NOT(get(&anna, DESK "geschiedenis"), "GEHEIM");
    CHECK_HAS(get(&anna, DESK "toezeggingen/1/contact"), "GEHEIM");
    stop();
}

/* What lateness counts from cannot be changed, not even by SQL. */
static enum err first_date_moves(struct tx *tx, void *with)
{
    (void)with;
    return db_exec(tx->db, "UPDATE commitment SET first_due = first_due + 30");
}
static void the_first_date_stays(void **state)
{
    (void)state;
    start();
    advise();
    answer();
    promise();
    CHECK(store_write(c.store, first_date_moves, NULL) != OK);
    CHECK_HAS(get(&anna, "/waterstad/daden"), "6 dagen te laat");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_becomes_a_deed),
        cmocka_unit_test(what_is_not_whole_is_refused),
        cmocka_unit_test(the_second_sees_the_first),
        cmocka_unit_test(points_are_accounted_for),
        cmocka_unit_test(whom_to_ask_is_seen_by_the_team_alone),
        cmocka_unit_test(the_first_date_stays),
    };
    return RUN_TESTS(tests);
}
