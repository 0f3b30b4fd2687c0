/* hoods.test.c — neighbourhoods from the browser: a list pasted, a name, the order, away. */
#include "features/setup/setup.test.h"

#define LIST "/wijk/beheer/instellen/wijken"

static void a_list_is_pasted(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, LIST, "wijken=Haven%0D%0A%E2%80%A2+Poort%0D%0A%0D%0A*+Hout", &editor);
    struct str page = seen(&c, LIST "?gedaan=erbij", &editor, 200);
    const size_t first = str_find(page, STR(">Haven<")),
                 second = str_find(page, STR(">Poort<")), third = str_find(page, STR(">Hout<"));
    CHECK(first < second && second < third && third != SIZE_MAX);
    CHECK_HAS(history(&c), "<ins>Poort</ins>");
    CHECK_HAS(sent(&c, LIST, "wijken=Haven", &editor, 422), "De wijk „Haven” staat er al.");
    (void)sent(&c, LIST, "wijken=", &editor, 422);
    (void)taken(&c, LIST "/hout/plaats", "richting=op", &editor);
    page = seen(&c, LIST, &editor, 200);
    CHECK(str_find(page, STR(">Hout<")) < str_find(page, STR(">Poort<")));
    CHECK_HAS(history(&c), "<ins>Hout: 2</ins>");
    city_close(&c);
}

static void a_name_changes_its_address_does_not(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, LIST, "wijken=Haven%0APoort", &editor);
    const char *first = based(&c, LIST "/haven", &editor, "naam=De+Haven&code=WK036401");
    const char *second = based(&c, LIST "/haven", &editor, "naam=Havenstad");
    (void)taken(&c, LIST "/haven", first, &editor);
    CHECK_HAS(seen(&c, LIST, &editor, 200), "href=\"/wijk/beheer/instellen/wijken/haven\"");
    CHECK_HAS(seen(&c, LIST, &editor, 200), ">De Haven<");
    const struct str both = sent(&c, LIST "/haven", second, &editor, 422);
    CHECK_HAS(both, "value=\"Havenstad\"");
    CHECK_HAS(both, "De Haven</bdi>");
    CHECK_HAS(
        sent(&c, LIST "/haven", based(&c, LIST "/haven", &editor, "naam=Poort"), &editor, 422),
        "Er is al een wijk met deze naam.");
    CHECK_HAS(sent(&c, LIST "/haven", based(&c, LIST "/haven", &editor, "naam="), &editor, 422),
              "Geef de wijk een naam.");
    CHECK_HAS(history(&c), "<ins>Naam van de wijk: De Haven</ins>");
    city_close(&c);
}

static enum err said_there(struct tx *tx, void *with)
{
    const struct city *c = with;
    int64_t hood, voice;
    TRY(neighbourhood_add(tx, c->dialogue, STR("kern"), 9, STR("De kern"), STR(""), &hood));
    return voice_add(tx, c->dialogue, 77, 9, NONE, NONE, SOME(hood), false, 0, false,
                     (struct day){ 0 }, STR("nl"), STR("Hier."), STR("0123456789abcdef"),
                     VISIBILITY_WAITING, ACCOUNT_OPEN, false, 0, &voice);
}

static void goes_only_when_nobody_spoke_of_it(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_OK(store_write(c.store, said_there, &c));
    CHECK_HAS(seen(&c, LIST "/kern/weg", &editor, 200), "Keer inbreng: 1");
    (void)sent(&c, LIST "/kern/weg", "", &editor, 422);
    (void)taken(&c, LIST, "wijken=Los", &editor);
    (void)taken(&c, LIST "/los/weg", "", &editor);
    CHECK_NOT(seen(&c, LIST, &editor, 200), ">Los<");
    CHECK_HAS(seen(&c, LIST, &editor, 200), ">De kern<");
    CHECK_HAS(history(&c), "Wijk: weggehaald");
    (void)seen(&c, LIST "/los", &editor, 404);
    (void)seen(&c, LIST, &nobody, 303);
    (void)sent(&c, LIST, "wijken=x", &writer, 403);
    (void)sent(&c, LIST "/kern/weg", "", &writer, 403);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_pasted),
        cmocka_unit_test(a_name_changes_its_address_does_not),
        cmocka_unit_test(goes_only_when_nobody_spoke_of_it),
    };
    return RUN_TESTS(tests);
}
