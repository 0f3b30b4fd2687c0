/* desk.test.c — an entry is made and changed at the desk: what was typed stays, two at once, what is there already,
 * who may, and what is written down. */
#include "features/upkeep/upkeep.test.h"

#define KEEP "/beheer/kaart/"

static void an_entry_is_changed(void **state)
{
    (void)state;
    start();
    const struct str page = opens(&anna, KEEP "1");
    CHECK_HAS(page, "Formulierenbrigade");
    CHECK_HAS(page, "ma-vr 09:00-17:00");
    sends(&anna, KEEP "1",
          "talen=Turks%2C+NL&binnen=U+krijgt+koffie.&tijden-1=ma+9-12%0Aza+10%3A00-12%3A00&"
          "klopt=1&gratis=yes&" FORM_OF,
          303);
    CHECK_STR(f.res.location.text, KEEP "1?gedaan=bewaard");
    const struct str now = opens(&anna, f.res.location.text.s);
    CHECK_HAS(now, "Het is bewaard.");
    CHECK_HAS(now, "ma 09:00-12:00; za 10:00-12:00");
    CHECK_HAS(now, "Bevestigd op");
    CHECK_HAS(now, "Het team");
    const struct str seen = opens(&nobody, "/kaart/formulierenbrigade");
    CHECK_HAS(seen, "U krijgt koffie.");
    CHECK_HAS(seen, "Turks");
    CHECK_HAS(seen, "Bevestigd op 27 november 2026");
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata WHERE service = 1") == 6);
    CHECK(sql_number(f.st, "SELECT latitude FROM location l JOIN service_at_location s ON "
                           "s.location = l.id WHERE s.service = 1") == 52500000);
    stop();
}

static void what_is_wrong_says_so(void **state)
{
    (void)state;
    start();
    const struct str page = sends(
        &anna, KEEP "1",
        "naam=&aanbieder=B&soort=service&stand=active&tekst=%3Cscript%3E&website=ftp%3A%2F%2Fx&"
        "mail=geen&vanaf=80&tot=9&talen=Klingon&postcode-1=99&tijden-1=als+het+regent&toegang-"
        "1="
        "BLIJFT",
        422);
    CHECK_HAS(page, "Vul in hoe het heet.");
    CHECK_HAS(page, "Dit stuk begrijpen wij niet: als het regent");
    CHECK_HAS(page, "Schrijf een postcode");
    CHECK_HAS(page, "Deze taal kennen wij niet");
    CHECK_HAS(page, "Schrijf een adres dat met https:// begint");
    CHECK_HAS(page, "Schrijf een e-mailadres");
    CHECK_HAS(page, "Deze leeftijd is lager");
    CHECK_HAS(page, "BLIJFT");
    CHECK_NOT(page, "<script>");
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 0);
    stop();
}

static void two_at_once(void **state)
{
    (void)state;
    start();
    const struct str basis = value_in(opens(&anna, KEEP "1"), "basis");
    sends(&anna, KEEP "1", FORM_OF "&mee=Neem+iemand+mee.", 303);
    const struct str page =
        asks(&anna, METHOD_POST, KEEP "1",
             text_of(FORM_OF "&mee=Kom+alleen.&basis=%.*s", STR_ARG(basis)), 422);
    CHECK_HAS(page, "Een collega veranderde dit net ook");
    CHECK_HAS(page, "Kom alleen.");
    CHECK_HAS(page, "Neem iemand mee."); /* what stands there now */
    CHECK(sql_number(f.st,
                     "SELECT count(*) FROM service_text WHERE company = 'Neem iemand mee.'") ==
          1);
    stop();
}

/* A place is added, and taken away by making it empty. */
static void places_come_and_go(void **state)
{
    (void)state;
    start();
    sends(&anna, KEEP "1",
          FORM_OF "&plek-2=Bieb&adres-2=Laan+3&postcode-2=0901ab&tijden-2=za+10-12", 303);
    CHECK(sql_number(f.st, "SELECT count(*) FROM service_at_location WHERE service = 1") == 2);
    CHECK_HAS(opens(&anna, KEEP "1"), "Bieb");
    CHECK(sql_number(f.st, "SELECT latitude FROM location WHERE name = 'Bieb'") == 52410000);
    sends(&anna, KEEP "1",
          "naam=F&aanbieder=Buurtwerk&soort=service&stand=active&tekst=x&plek-2=Bieb&adres-2="
          "Laan+"
          "3&postcode-2=0901AB&tijden-2=onzin",
          422); /* the fault stands beside the second place, though the first is empty now */
    CHECK_HAS(((struct str){ f.res.body.s, f.res.body.n }), "id=\"tijden-2-problem\"");
    sends(&anna, KEEP "1",
          "naam=F&aanbieder=Buurtwerk&soort=service&stand=active&tekst=x&plek-2=Bieb&adres-2="
          "Laan+"
          "3&postcode-2=0901AB",
          303);
    CHECK(sql_number(f.st, "SELECT count(*) FROM service_at_location WHERE service = 1") == 1);
    stop();
}

static void a_new_one(void **state)
{
    (void)state;
    start();
    sends(&anna, KEEP "nieuw",
          "naam=Repair+Caf%C3%A9&aanbieder=Buren&soort=initiative&stand=active&tekst=Wij+maken+"
          "spullen.&website=repair.example&wijk-1=Noord",
          303);
    CHECK_HAS(opens(&nobody, "/kaart?q=spullen"), "Repair Café");
    CHECK_HAS(opens(&nobody, "/kaart/repair-cafe"), "https://repair.example");
    CHECK(sql_number(f.st, "SELECT last_action_type FROM metadata") == ENTRY_MADE);
    stop();
}

static void twins_are_shown(void **state)
{
    (void)state;
    start();
    const char *same = "naam=Huiswerk+hulp+Zuid&aanbieder=Iemand+anders&soort=service&stand="
                       "active&tekst=x&telefoon=%2B31+36+000+4444";
    const struct str page = sends(&anna, KEEP "nieuw", same, 422);
    CHECK_HAS(page, "Staat dit er al?");
    CHECK_HAS(page, "/kaart/huiswerkhulp");
    CHECK_HAS(page, "hetzelfde telefoonnummer");
    CHECK_HAS(
        sends(&anna, KEEP "nieuw",
              "naam=X&aanbieder=Y&soort=service&stand=active&tekst=x&website=https%3A%2F%2F"
              "WWW.leren.example%2F",
              422),
        "dezelfde website");
    CHECK_HAS(
        sends(&anna, KEEP "nieuw",
              "naam=Koffie-ochtend&aanbieder=Y&soort=service&stand=active&tekst=x&postcode-1="
              "0900AB",
              422),
        "bijna dezelfde naam");
    /* who offers it has more of them, with one telephone */
    sends(&anna, KEEP "nieuw",
          "naam=Belastinghulp&aanbieder=Buurtwerk&soort=service&stand=active&tekst=x&telefoon="
          "036+"
          "000+11+22",
          303);
    sends(&anna, KEEP "nieuw", text_of("%s&toch=1", same), 303);
    stop();
}

static void what_leads_elsewhere_is_read_only(void **state)
{
    (void)state;
    start();
    sql_run(f.st, "UPDATE map_source SET elsewhere = 1, url = 'https://gids.example/'");
    const struct str page = opens(&anna, KEEP "1");
    CHECK_HAS(page, "Dit wordt ergens anders bijgehouden");
    CHECK_HAS(page, "https://gids.example/");
    CHECK_NOT(page, "name=\"naam\"");
    asks(&anna, METHOD_POST, KEEP "1", FORM_OF, 403);
    stop();
}

/* A steward has the entries of their neighbourhood, and is told nothing of others. */
static void a_steward_has_their_neighbourhood(void **state)
{
    (void)state;
    start();
    const struct str list = opens(&stan, KEEP "lijst");
    CHECK_HAS(list, "Formulierenbrigade");
    CHECK_HAS(list, "Koffieochtend");
    CHECK_NOT(list, "Huiswerkhulp");
    sends(&stan, KEEP "1", FORM_OF "&mee=Kom+samen.", 303);
    CHECK_HAS(opens(&anna, KEEP "1"), "De wijkbeheerder");
    asks(&stan, METHOD_GET, KEEP "4", NULL, 404);
    asks(&stan, METHOD_POST, KEEP "4", FORM_OF, 404);
    asks(&stan, METHOD_GET, KEEP "nieuw", NULL, 403);
    asks(&rea, METHOD_GET, KEEP "lijst", NULL, 404);
    asks(&rea, METHOD_GET, KEEP "1", NULL, 404);
    asks(&nobody, METHOD_GET, KEEP "lijst", NULL, 303);
    stop();
}

static void the_list_is_searched(void **state)
{
    (void)state;
    start();
    sql_run(f.st, "UPDATE service SET status = 2 WHERE id = 2");
    const struct str found = opens(&anna, KEEP "lijst?q=TOESL%20buurt");
    CHECK_HAS(found, "Spreekuur toeslagen");
    CHECK_HAS(found, "Gestopt");
    CHECK_NOT(found, "Huiswerkhulp");
    CHECK_NOT(opens(&anna, KEEP "lijst?stand=defunct"), "Huiswerkhulp");
    CHECK_HAS(opens(&anna, KEEP "lijst?q=%3Cscript%3E"), "Niets gevonden.");
    CHECK_NOT(opens(&anna, KEEP "lijst?na=2"), "Formulierenbrigade");
    asks(&anna, METHOD_GET, KEEP "lijst?na=x", NULL, 400);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_changed),
        cmocka_unit_test(what_is_wrong_says_so),
        cmocka_unit_test(two_at_once),
        cmocka_unit_test(places_come_and_go),
        cmocka_unit_test(a_new_one),
        cmocka_unit_test(twins_are_shown),
        cmocka_unit_test(what_leads_elsewhere_is_read_only),
        cmocka_unit_test(a_steward_has_their_neighbourhood),
        cmocka_unit_test(the_list_is_searched),
    };
    return RUN_TESTS(tests);
}
