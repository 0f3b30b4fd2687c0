/* show.test.c — the register says of every kind what it is, why and until when. */
#include "tests/city.h"

#include "features/privacy/privacy.h"

static void every_kind_is_explained(void **state)
{
    (void)state;
    struct city c = { 0 };
    city_open(&c, false);
    const struct str page = city_page(&c, "/privacy/gegevens", 200);
    for (int kind = 0; kind < PERSONAL_KINDS; kind++) {
        const struct personal_about about = personal_about((enum personal_kind)kind);
        const struct str title = words_in(about.title, LANG_NL);
        CHECK(str_find(page, title) != SIZE_MAX);
    }
    for (size_t i = 0; i < personal_columns_n; i++)
        CHECK(str_find(page, str_of(personal_columns[i].name)) != SIZE_MAX);
    CHECK_HAS(page, "Een sessie duurt hoogstens 90 dagen.");
    CHECK_HAS(page, "artikel 6");
    CHECK_NOT(page, "{n}");
    CHECK_HAS(city_page(&c, "/en/privacy/gegevens", 200), "article 6");
    CHECK_HAS(city_page(&c, "/privacy", 200), "href=\"/privacy/gegevens\"");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_kind_is_explained) };
    return RUN_TESTS(tests);
}
