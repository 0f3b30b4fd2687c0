/* qr.test.c — a text becomes squares, always the same, or is said not to fit. */
#include "base/test.h"
#include "web/qr.h"

#include <string.h>

static void a_link_is_drawn(void **state)
{
    struct arena a = { 0 };
    struct qr qr, same;
    (void)state;
    CHECK(qr_draw(&a, STR("https://dialoog.voorbeeld.nl/tafel/7k3m-0qxd-9vtb"), &qr));
    CHECK(qr.size >= 29 + 8 && qr.size <= 45 + 8);
    CHECK(str_starts(qr.path, STR("M4 4h7v1h-7z"))); /* the corner that a camera looks for */
    CHECK(qr_draw(&a, STR("https://dialoog.voorbeeld.nl/tafel/7k3m-0qxd-9vtb"), &same));
    CHECK(str_eq(qr.path, same.path));
    arena_end(&a);
}

static void what_does_not_fit_is_refused(void **state)
{
    struct arena a = { 0 };
    struct qr qr;
    char *long_text = NEW(&a, char, 4000);
    (void)state;
    memset(long_text, 'x', 3000);
    CHECK(!qr_draw(&a, (struct str){ long_text, 3000 }, &qr));
    CHECK(qr_draw(&a, (struct str){ long_text, 700 }, &qr));
    CHECK(qr_draw(&a, STR(""), &qr));
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_is_drawn),
        cmocka_unit_test(what_does_not_fit_is_refused),
    };
    return RUN_TESTS(tests);
}
