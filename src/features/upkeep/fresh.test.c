/* fresh.test.c — how much of the map is confirmed, over time and by neighbourhood; and who gets a neighbourhood. */
#include "features/upkeep/upkeep.test.h"

static void the_share_over_time(void **state)
{
    (void)state;
    start(); /* confirmed: 1 on 1 November 2026, 4 on 1 January 2026, 2 in 2020, 3 never */
    const struct str page = opens(&nobody, "/kaart/hoe-vers");
    CHECK_HAS(page, "Van 4 voorzieningen zijn er 2");
    CHECK_HAS(page, "<time datetime=\"2025-12-01\">1 december 2025</time></th><td "
                    "class=\"dlg-number\" data-label=\"Hoeveel\">0</td>");
    CHECK_HAS(page, "<time datetime=\"2026-01-01\">1 januari 2026</time></th><td "
                    "class=\"dlg-number\" data-label=\"Hoeveel\">1</td>");
    CHECK_HAS(page, "<time datetime=\"2026-11-27\">27 november 2026</time></th><td "
                    "class=\"dlg-number\" data-label=\"Hoeveel\">2</td>");
    CHECK_HAS(page, "Noord");
    /* confirmed again: that it was before is still known */
    sends(&anna, "/beheer/kaart/4",
          "naam=Huiswerkhulp&aanbieder=Stichting+Leren&soort=service&stand=active&tekst=x&"
          "klopt=1",
          303);
    CHECK_HAS(opens(&nobody, "/kaart/hoe-vers"),
              "<time datetime=\"2026-01-01\">1 januari 2026</time></th><td "
              "class=\"dlg-number\" data-label=\"Hoeveel\">1</td>");
    sql_run(f.st, "UPDATE service SET status = 2");
    CHECK_HAS(opens(&nobody, "/kaart/hoe-vers"), "Van 0 voorzieningen");
    stop();
}

static void a_neighbourhood_is_given(void **state)
{
    (void)state;
    start();
    const char *page = "/beheer/kaart/wijkbeheerders";
    CHECK_HAS(opens(&anna, page), "Stan");
    const int64_t zuid = sql_number(f.st, "SELECT id FROM map_area WHERE slug = 'zuid'");
    asks(&anna, METHOD_POST, page, "doe=geef&wie=99&wijk=1", 422);
    asks(&anna, METHOD_POST, page, "doe=geef&wie=3&wijk=99", 422);
    asks(&anna, METHOD_POST, page, text_of("doe=geef&wie=3&wijk=%d", (int)zuid), 303);
    CHECK_HAS(opens(&rea, "/beheer/kaart/lijst"), "Huiswerkhulp");
    asks(&anna, METHOD_POST, page, text_of("doe=neem&wie=3&wijk=%d", (int)zuid), 303);
    asks(&rea, METHOD_GET, "/beheer/kaart/lijst", NULL, 404);
    asks(&stan, METHOD_GET, page, NULL, 403);
    CHECK(sql_number(f.st, "SELECT count(*) FROM history WHERE act = 23") == 2);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_share_over_time),
        cmocka_unit_test(a_neighbourhood_is_given),
    };
    return RUN_TESTS(tests);
}
