/* since.test.c — what became of each theme: its points, promises and deeds; of a gathering only what its tables had. */
#include "features/deeds/deeds.test.h"

static struct str seen(const char *address, int status)
{
    struct visitor v = { 0 };
    return arena_copy(&c.arena, ask(&v, METHOD_GET, address, NULL, status));
}

static void each_theme_says_what_became_of_it(void **state)
{
    (void)state;
    start();
    CHECK_HAS(seen("/waterstad/sindsdien", 200), "Over dit thema is nog niets beloofd.");
    advise();
    answer();
    promise();
    const struct str page = seen("/waterstad/sindsdien", 200);
    CHECK_HAS(page, "Tien bankjes");
    CHECK_HAS(page, "6 dagen te laat");
    CHECK_HAS(page, "1 in een advies");
    seen("/waterstad/bijeenkomst/bestaat-niet/sindsdien", 404);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_theme_says_what_became_of_it),
    };
    return RUN_TESTS(tests);
}
