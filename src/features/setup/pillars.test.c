/* pillars.test.c — pillars from the browser: a list, a text with its translation, the order, themes, away. */
#include "features/setup/setup.test.h"

#define LIST "/wijk/beheer/instellen/pijlers"

static void pillars_are_made_and_put_in_order(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, LIST, "pijlers=Rust+in+huis%0D%0ASamen+leven", &editor);
    struct str page = seen(&c, LIST "?gedaan=erbij", &editor, 200);
    CHECK(str_find(page, STR(">Rust in huis<")) < str_find(page, STR(">Samen leven<")));
    CHECK_HAS(sent(&c, LIST, "pijlers=Samen+leven", &editor, 422),
              "De pijler „Samen leven” staat er al.");
    (void)taken(&c, LIST "/samen-leven/plaats", "richting=op", &editor);
    page = seen(&c, LIST, &editor, 200);
    CHECK(str_find(page, STR(">Samen leven<")) < str_find(page, STR(">Rust in huis<")));
    CHECK_HAS(history(&c), "<ins>Samen leven: 2</ins>");
    city_close(&c);
}

static void its_texts_are_for_everybody(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    (void)taken(&c, LIST, "pijlers=Rust", &editor);
    const char *first = based(&c, LIST "/rust", &editor,
                              "titel=Rust+in+huis&tekst=Zonder+schulden+slaap+je+beter."
                              "&taal=en&titel-2=Peace+at+home&tekst-2=No+debts,+better+sleep.");
    const char *second = based(&c, LIST "/rust", &editor, "titel=Onrust&taal=en");
    (void)taken(&c, LIST "/rust", first, &editor);
    CHECK_HAS(city_page(&c, "/wijk", 200), "Zonder schulden slaap je beter.");
    CHECK_HAS(city_page(&c, "/en/wijk", 200), "Peace at home");
    CHECK_HAS(sent(&c, LIST "/rust", second, &editor, 422), "value=\"Onrust\"");
    CHECK_HAS(sent(&c, LIST "/rust", based(&c, LIST "/rust", &editor, "titel=&taal=en"),
                   &editor, 422),
              "Geef de pijler een naam.");
    (void)sent(&c, LIST "/nergens", "titel=x&taal=en&basis=", &editor, 404);
    city_close(&c);
}

static void goes_only_when_no_theme_stands_under_it(void **state)
{
    (void)state;
    const char *theme = "/wijk/beheer/themas/bank";
    struct city c;
    city_open(&c, false); /* where the theme „De bank” stands under „Rust op straat” */
    CHECK_HAS(seen(&c, theme, &editor, 200), "selected>Rust op straat</option>");
    CHECK_HAS(sent(&c, LIST "/rust/weg", "", &editor, 422), "staan nog thema’s");
    (void)taken(&c, theme, based(&c, theme, &editor, "titel=De+bank&taal=en&zorg="), &editor);
    (void)taken(&c, LIST "/rust/weg", "", &editor);
    CHECK_HAS(seen(&c, LIST, &editor, 200), "Er zijn geen pijlers.");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pillars_are_made_and_put_in_order),
        cmocka_unit_test(its_texts_are_for_everybody),
        cmocka_unit_test(goes_only_when_no_theme_stands_under_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
