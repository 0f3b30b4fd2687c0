/* embed.test.c — a frame on another site: promises, no script, no form, and no other page can be framed. */
#include "features/deeds/deeds.test.h"

#include "web/answer.h"

static struct str seen(const char *address)
{
    struct visitor v = { 0 };
    return arena_copy(&c.arena, ask(&v, METHOD_GET, address, NULL, 200));
}

static void a_frame_shows_promises_and_asks_nothing(void **state)
{
    (void)state;
    start();
    advise();
    answer();
    promise();
    const struct str page = seen("/waterstad/daden/kader");
    CHECK_HAS(page, "Tien bankjes");
    CHECK_HAS(page, "target=\"_top\"");
    CHECK_NOT(page, "<script");
    CHECK_NOT(page, "<form");
    CHECK_NOT(page, "dlg-nav");
    CHECK(res.framed && !res.cookie.n && res.noindex);
    CHECK(answer_about(&res, &c.arena).framed);
    seen("/waterstad/daden");
    CHECK(!answer_about(&res, &c.arena).framed);
    CHECK_HAS(seen("/waterstad/daden/insluiten"),
              "&lt;iframe src=&quot;http://localhost:8080/waterstad/daden/kader&quot;");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_shows_promises_and_asks_nothing),
    };
    return RUN_TESTS(tests);
}
