/* show.test.c — the page of the sum, from database to markup. */
#include "tests/city.h"

#include "store/inside.h"

static void everything_is_somewhere(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/som", 200);
    CHECK_HAS(page, "3 in een punt + 2 wacht + 1 niet gebruikt + 0 alleen geteld + "
                    "0 ingetrokken = 6");
    CHECK_HAS(page, "Deze som klopt.");
    CHECK_HAS(page, "<rect x=\"0.00%\" width=\"50.00%\" height=\"100%\" "
                    "fill=\"url(#som-used)\"></rect>");
    CHECK_HAS(page, "Wij begrepen niet goed wat hiermee bedoeld is.");
    CHECK_HAS(page, "href=\"/waterstad/thema/hulp/inbreng\"");
    CHECK_HAS(page, "href=\"/waterstad/bijeenkomst/27-juni/ronde/1/tafel/1\"");
    CHECK_HAS(page, "Niet aan een tafel gezegd");
    CHECK_HAS(page, "Van 6 keer inbreng kunt u er 3 lezen.");
    CHECK_HAS(page, "In editie 2 van het verslag staan 2 punten.");
    city_close(&c);
}

static void words_that_are_not_public_stay_away(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    const struct str page = city_page(&c, "/waterstad/som", 200);
    CHECK_NOT(page, "GEWIST");
    CHECK_NOT(page, "VERBORGEN");
    CHECK_NOT(page, "ONGELEZEN");
    city_close(&c);
}

static void a_draft_uses_nothing(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    const struct str page = city_page(&c, "/waterstad/som", 200);
    CHECK_HAS(page, "0 in een punt + 5 wacht + 1 niet gebruikt");
    CHECK_HAS(page, "Er is nog geen verslag.");
    city_close(&c);
}

static void in_english_and_with_nothing_in_it(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/en/waterstad/som", 200), "3 in a point + 2 waiting");
    (void)city_page(&c, "/elders/som", 404);
    (void)city_page(&c, "/waterstad/som?thema=1", 400);
    city_close(&c);
    struct city empty = { .without_texts = true };
    city_open(&empty, false);
    CHECK_HAS(city_page(&empty, "/waterstad/som", 200), "Er is nog geen inbreng");
    city_close(&empty);
}

static enum err two_objections(struct tx *tx, void *with)
{
    (void)with; /* nine and two days before the page is asked */
    return db_exec(tx->db,
                   "INSERT INTO objection (voice, dialogue, at, body, answer) "
                   "SELECT v.id, v.dialogue, 1701000000 - 86400 * (CASE v.number WHEN 3 THEN 9 "
                   "ELSE 2 END), 'Nee', '' FROM voice v WHERE v.number IN (3, 5)");
}

static void objections_wait_with_their_days(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_HAS(city_page(&c, "/waterstad/som", 200), "Er wacht geen bezwaar op een antwoord.");
    CHECK_OK(store_write(c.store, two_objections, &c));
    const struct str page = city_page(&c, "/waterstad/som", 200);
    CHECK_HAS(page, "Er wachten 2 bezwaren op een antwoord.");
    CHECK_HAS(page, "Het oudste wacht 9 dagen.");
    city_close(&c);
}

static enum err spoil(struct tx *tx, void *with)
{
    (void)with;
    return db_exec(tx->db, "UPDATE voice_sum SET n = n + 1 WHERE standing = 1");
}

static void a_sum_that_is_wrong_says_so(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, true);
    CHECK_OK(store_write(c.store, spoil, &c));
    CHECK_HAS(city_page(&c, "/waterstad/som", 200), "Deze som klopt nu niet.");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_somewhere),
        cmocka_unit_test(words_that_are_not_public_stay_away),
        cmocka_unit_test(a_draft_uses_nothing),
        cmocka_unit_test(in_english_and_with_nothing_in_it),
        cmocka_unit_test(objections_wait_with_their_days),
        cmocka_unit_test(a_sum_that_is_wrong_says_so),
    };
    return RUN_TESTS(tests);
}
