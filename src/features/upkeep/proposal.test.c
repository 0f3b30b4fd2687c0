/* proposal.test.c — anybody proposes; nothing changes until it is accepted; what changed meanwhile is said. */
#include "features/upkeep/upkeep.test.h"

#define DESK "/beheer/kaart/voorstellen"
#define CHANGE "/kaart/formulierenbrigade/verander"

static void accepted_in_part(void **state)
{
    (void)state;
    start();
    CHECK_HAS(opens(&nobody, "/kaart/formulierenbrigade"), CHANGE);
    CHECK_HAS(sends(&nobody, CHANGE, FORM_OF "&verwijzing=&onderwerp=2", 303), "");
    const char *own = arena_copy(&f.arena, f.res.location.text).s;
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 0);
    const struct str before = opens(&nobody, "/kaart/formulierenbrigade");
    sends(&nobody, CHANGE,
          "gratis=yes&mee=Neem+%3Cb%3Eiemand&stand=defunct&hoe=Ik+werk+er&" FORM_OF, 303);
    own = arena_copy(&f.arena, f.res.location.text).s;
    CHECK_HAS(opens(&nobody, own), "Iemand kijkt ernaar");
    CHECK_STR(opens(&nobody, "/kaart/formulierenbrigade"),
              before.s); /* the last approved stays */
    CHECK_HAS(opens(&anna, DESK), "Formulierenbrigade");
    const struct str page = opens(&anna, DESK "/2");
    CHECK_HAS(page, "Neem &lt;b&gt;iemand");
    CHECK_HAS(page, "Ik werk er");
    CHECK_NOT(page, "Hoe staat het ermee"); /* that it stopped is not for anybody to say */
    sends(&anna, DESK "/2", "doe=neem&veld=1", 303);
    CHECK_HAS(opens(&nobody, "/kaart/formulierenbrigade"), "Neem &lt;b&gt;iemand");
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata WHERE updated_by = 4") == 1);
    CHECK_HAS(opens(&nobody, own), "Het is overgenomen");
    asks(&anna, METHOD_POST, DESK "/2", "doe=neem&veld=2&basis=x", 422); /* decided already */
    stop();
}

static void refused_with_a_reason(void **state)
{
    (void)state;
    start();
    sends(&nobody, CHANGE, "mee=x&" FORM_OF, 303);
    const char *own = arena_copy(&f.arena, f.res.location.text).s;
    CHECK_HAS(sends(&anna, DESK "/1", "doe=weiger", 422), "Schrijf waarom");
    CHECK_HAS(sends(&anna, DESK "/1", "doe=neem", 422), "Kies wat u overneemt");
    sends(&anna, DESK "/1", "doe=weiger&reden=Dat+klopt+niet+%3Cb%3E", 303);
    CHECK_HAS(opens(&nobody, own), "Dat klopt niet &lt;b&gt;");
    CHECK_HAS(opens(&anna, DESK), "Er wacht geen voorstel");
    asks(&nobody, METHOD_GET, "/kaart/voorstel/0000-0000-0000", NULL, 404);
    stop();
}

/* The entry was changed by somebody else, before or while it is decided. */
static void changed_meanwhile(void **state)
{
    (void)state;
    start();
    sends(&nobody, CHANGE, "mee=Eerste&" FORM_OF, 303);
    const struct str basis = value_in(opens(&anna, DESK "/1"), "basis");
    sends(&anna, "/beheer/kaart/1", "mee=Tweede&" FORM_OF, 303);
    CHECK_HAS(opens(&anna, DESK "/1"), "veranderde na dit voorstel");
    CHECK_HAS(opens(&anna, DESK "/1"), "<bdi>Tweede</bdi>");
    CHECK_HAS(asks(&anna, METHOD_POST, DESK "/1",
                   text_of("doe=neem&veld=1&basis=%.*s", STR_ARG(basis)), 422),
              "Dit veranderde net");
    CHECK_HAS(opens(&nobody, "/kaart/formulierenbrigade"), "Tweede");
    stop();
}

static void something_new(void **state)
{
    (void)state;
    start();
    sends(
        &nobody, "/kaart/mist-er-iets",
        "naam=Huiswerkhulp&aanbieder=Iemand&soort=initiative&tekst=Kom+maar.&postcode-1=0901AB&"
        "wijk-1=Zuid&tijden-1=wo+14-16",
        303);
    CHECK_NOT(opens(&nobody, "/kaart?q=huiswerk"), "Kom maar.");
    CHECK_HAS(opens(&anna, DESK "/1"), "Staat dit er al?");
    asks(&stan, METHOD_GET, DESK "/1", NULL, 404);
    struct str all = STR("doe=neem");
    for (int i = 1; i < 15; i++) all = arena_format(&f.arena, "%.*s&veld=%d", STR_ARG(all), i);
    sends(&anna, DESK "/1", all.s, 303);
    CHECK_HAS(opens(&nobody, "/kaart?q=huiswerk"), "Kom maar.");
    stop();
}

static void a_flood_is_stopped(void **state)
{
    (void)state;
    start();
    for (int i = 0; i < 10; i++) sends(&nobody, CHANGE, text_of("mee=%d&" FORM_OF, i), 303);
    CHECK_HAS(sends(&nobody, CHANGE, "mee=nog+een&" FORM_OF, 422), "al veel voorstellen");
    CHECK_HAS(
        sends(&nobody, "/kaart/koffieochtend/verander",
              "naam=Koffieochtend&aanbieder=Buren+van+Noord&soort=initiative&tekst=Iedereen+"
              "is+welkom.&adres-1=Plein+2&postcode-1=0900AB&wijk-1=Noord&tijden-1=wo+10:00-"
              "12:00&telefoon=06+00+00+00+03&onderwerp=",
              303),
        "");
    CHECK_HAS(opens(&stan, DESK), "Koffieochtend");
    CHECK(sql_number(f.st, "SELECT count(*) FROM proposal") == 11);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepted_in_part),   cmocka_unit_test(refused_with_a_reason),
        cmocka_unit_test(changed_meanwhile),  cmocka_unit_test(something_new),
        cmocka_unit_test(a_flood_is_stopped),
    };
    return RUN_TESTS(tests);
}
