/* kinds.test.c — the kinds of steps that a municipality knows: renamed, hidden, added, in its own order; and what a
 * folder says of them. */
#include "features/setup/setup.test.h"

#include "features/advice/advice.h"
#include "tests/sql.h"

#define KINDS "/wijk/beheer/instellen/stappen"
#define STEP "/wijk/beheer/adviezen/stappen/nieuw"

static void the_dutch_ones_come_ready(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    const struct str page = seen(&c, KINDS, &administrator, 200);
    CHECK_HAS(page, "Naar het college");
    CHECK_HAS(page, "href=\"" KINDS "/council-letter\"");
    (void)seen(&c, KINDS, &reader, 303);
    (void)sent(&c, KINDS, "soorten=Iets", &editor, 403); /* perhaps of another dialogue only */
    CHECK_NOT(seen(&c, "/wijk/beheer/instellen", &editor, 200), KINDS);
    CHECK_HAS(seen(&c, "/wijk/beheer/instellen", &administrator, 200), KINDS);
    (void)seen(&c, KINDS "/onzin", &administrator, 404);
    city_close(&c);
}

static void one_of_its_own_can_be_chosen(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    (void)taken(&c, KINDS, "soorten=Naar+de+<b>wijkraad", &administrator);
    const struct str page = seen(&c, KINDS, &administrator, 200);
    CHECK_HAS(page, "Naar de &lt;b&gt;wijkraad");
    CHECK_NOT(page, "<b>wijkraad");
    CHECK_HAS(sent(&c, KINDS, "soorten=Naar+de+<b>wijkraad", &administrator, 422),
              "staat er al");
    CHECK_HAS(seen(&c, STEP, &administrator, 200), "value=\"naar-de-b-wijkraad\"");
    (void)taken(&c, STEP,
                based(&c, STEP, &administrator,
                      "soort=naar-de-b-wijkraad&dag=2024-03-01&titel=Gesprek"),
                &administrator);
    assert_int_equal(sql_number(c.store,
                                "SELECT count(*) FROM step s JOIN step_kind k ON k.id = s.kind "
                                "WHERE k.code = 'naar-de-b-wijkraad'"),
                     1);
    /* a step stands on it */
    CHECK_HAS(seen(&c, KINDS "/naar-de-b-wijkraad/weg", &administrator, 200), "Stappen: 1");
    (void)sent(&c, KINDS "/naar-de-b-wijkraad/weg", "", &administrator, 422);
    sql_run(c.store, "DELETE FROM step");
    (void)taken(&c, KINDS "/naar-de-b-wijkraad/weg", "", &administrator);
    CHECK_NOT(seen(&c, KINDS, &administrator, 200), "naar-de-b-wijkraad");
    CHECK_HAS(history(&c), "Soort stap");
    city_close(&c);
}

static void a_ready_one_gets_another_name_or_is_hidden(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    const char *one = KINDS "/decided";
    (void)taken(&c, one, based(&c, one, &administrator, "naam=Vastgesteld&naam-2=Adopted"),
                &administrator);
    CHECK_HAS(seen(&c, STEP, &administrator, 200), "Vastgesteld");
    CHECK_HAS(seen(&c, "/en" STEP, &administrator, 200), "Adopted");
    (void)sent(&c, one, based(&c, one, &administrator, "naam=&naam-2=Adopted"), &administrator,
               422);
    (void)taken(&c, one, based(&c, one, &administrator, "naam=&naam-2=&verborgen=1"),
                &administrator);
    CHECK_NOT(seen(&c, STEP, &administrator, 200), "value=\"decided\"");
    CHECK_HAS(seen(&c, KINDS, &administrator, 200), "Verborgen: niet te kiezen.");
    (void)sent(&c, one, "naam=Anders&basis=oud", &administrator,
               422); /* a colleague was first */
    CHECK_HAS(seen(&c, KINDS "/decided/weg", &administrator, 200), "Komt met het programma");
    (void)sent(&c, KINDS "/decided/weg", "", &administrator, 422);
    /* one of its own has a name */
    (void)taken(&c, KINDS, "soorten=Wijkraad", &administrator);
    (void)sent(&c, KINDS "/wijkraad", based(&c, KINDS "/wijkraad", &administrator, "naam="),
               &administrator, 422);
    city_close(&c);
}

static void they_stand_in_their_own_order(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    (void)taken(&c, KINDS, "soorten=Wijkraad", &administrator);
    (void)taken(&c, KINDS "/wijkraad/plaats", "richting=op", &administrator);
    const struct str page = seen(&c, STEP, &administrator, 200);
    CHECK(str_find(page, STR("value=\"wijkraad\"")) < str_find(page, STR("value=\"decided\"")));
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dutch_ones_come_ready),
        cmocka_unit_test(one_of_its_own_can_be_chosen),
        cmocka_unit_test(a_ready_one_gets_another_name_or_is_hidden),
        cmocka_unit_test(they_stand_in_their_own_order),
    };
    return RUN_TESTS(tests);
}
