/* papers.test.c — from a promise back to the voices, on paper and in two clicks; and a letter to go on with. */
#include "features/deeds/deeds.test.h"

static struct str seen(struct visitor who, const char *address, int status)
{
    return arena_copy(&c.arena, ask(&who, METHOD_GET, address, NULL, status));
}
static const struct visitor nobody = { 0 };

static void chain(void)
{
    advise();
    answer();
    promise();
    filled(DESK "toezeggingen/1/datum", "voor=2023-12-31&reden=De+grond+is+nat", 303);
    filled(DESK "toezeggingen/1/daad", "dag=2023-11-25&tekst=Vier+bankjes&getal=4+%3Cb%3E",
           303);
}

static void a_council_member_goes_from_promise_to_voices(void **state)
{
    (void)state;
    start();
    chain();
    /* on paper */
    const struct str paper = seen(nobody, "/waterstad/toezegging/1/raadsstuk.md", 200);
    static const char *const order[] = { "Tien bankjes", "De grond is nat",  "Vier bankjes",
                                         "Er is geld",   "Zet bankjes neer", "Punt 1",
                                         "Inbreng " };
    size_t at = 0;
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        const size_t found = str_find(str_from(paper, at), str_of(order[i]));
        if (found == SIZE_MAX)
            fail_msg("no %s behind the one before:\n%.*s", order[i], STR_ARG(paper));
        at += found;
    }
    /* and in two clicks: the points of the advice, and a point with what lies under it */
    CHECK_HAS(seen(nobody, "/waterstad/toezegging/1", 200),
              "href=\"/waterstad/advies/1#punten\"");
    CHECK_HAS(seen(nobody, "/waterstad/advies/1", 200), "href=\"/waterstad/punt/1");
    CHECK_HAS(seen(nobody, "/waterstad/punt/1", 200), "/waterstad/inbreng/");
    stop();
}

static void every_paper_comes_in_three_forms(void **state)
{
    (void)state;
    static const char *const stems[] = { "/waterstad/toezegging/1/raadsstuk",
                                         "/waterstad/advies/1/raadsstuk",
                                         "/waterstad/adviezen/advies",
                                         DESK "adviezen/raadsbrief" };
    start();
    chain();
    for (size_t i = 0; i < COUNT_OF(stems); i++) {
        CHECK(str_starts(seen(anna, text_of("%s.pdf", stems[i]), 200), STR("%PDF-")));
        CHECK(str_starts(seen(anna, text_of("%s.odt", stems[i]), 200), STR("PK")));
        CHECK_HAS(seen(anna, text_of("%s.md", stems[i]), 200), "Zet bankjes neer");
        seen(anna, text_of("%s.exe", stems[i]), 404);
    }
    seen(nobody, "/waterstad/toezegging/9/raadsstuk.pdf", 404);
    seen(nobody, "/waterstad/advies/9/raadsstuk.pdf", 404);
    CHECK_HAS(seen(anna, "/en/waterstad/adviezen/advies.md", 200), "Put benches");
    stop();
}

static void what_is_not_given_is_on_no_paper(void **state)
{
    (void)state;
    start();
    chain();
    filled(DESK "adviezen/nieuw", "soort=goes-well&titel=GEHEIM", 303);
    filled(DESK "toezeggingen/1/notitie", "tekst=TEAMNOTITIE", 303);
    filled(DESK "toezeggingen/1/contact", "naam=CONTACT", 303);
    const struct str all = seen(nobody, "/waterstad/adviezen/advies.md", 200),
                     one = seen(nobody, "/waterstad/toezegging/1/raadsstuk.md", 200);
    CHECK_NOT(all, "GEHEIM");
    CHECK_NOT(one, "TEAMNOTITIE");
    CHECK_NOT(one, "CONTACT");
    seen(nobody, "/waterstad/advies/2/raadsstuk.md", 404);
    struct visitor v = nobody;
    ask(&v, METHOD_GET, DESK "adviezen/raadsbrief.odt", NULL, 303); /* to where one signs in */
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_council_member_goes_from_promise_to_voices),
        cmocka_unit_test(every_paper_comes_in_three_forms),
        cmocka_unit_test(what_is_not_given_is_on_no_paper),
    };
    return RUN_TESTS(tests);
}
