/* remarks.test.c — colleagues say things to each other about a point or theme, see who else is there, and
 * all of it goes in time. */
#include "features/review/testing.h"

#include "features/people/people.h"
#include "features/privacy/privacy.h"
#include "features/remarks/remarks.h"
#include "tests/sql.h"

#define PAGE "/waterstad/beheer/opmerkingen"
#define POINT "/waterstad/beheer/punten/1"

static void a_remark_is_dealt_with(void **state)
{
    (void)state;
    start();
    CHECK_HAS(get(&anna, POINT), "Er is geen open opmerking.");
    CHECK_STR(post(&anna, PAGE, STR("doe=zeg&over=punt&welk=1&opmerking=Klopt+<dit>%3F")),
              POINT);
    CHECK_HAS(get(&wies, POINT), "Klopt &lt;dit&gt;?");
    CHECK_HAS(get(&wies, PAGE), "1 open opmerking");
    CHECK_STR(post(&wies, PAGE, STR("doe=klaar&nummer=1")), POINT);
    CHECK_STR(post(&wies, PAGE, STR("doe=klaar&nummer=1")), POINT); /* twice is once */
    CHECK_HAS(get(&anna, POINT), "Afgehandeld");
    CHECK_HAS(get(&anna, PAGE), "0 open opmerkingen");
    post(&bram, PAGE, STR("doe=open&nummer=1"));
    CHECK_HAS(get(&anna, PAGE), "1 open opmerking");
    stop();
}

static void a_theme_has_remarks_too(void **state)
{
    (void)state;
    start();
    CHECK_STR(post(&anna, PAGE, STR("doe=zeg&over=thema&welk=hulp&opmerking=Nog+doen")),
              "/waterstad/beheer/punten?thema=hulp");
    CHECK_HAS(get(&bram, "/waterstad/beheer/punten?thema=hulp"), "Nog doen");
    CHECK_NOT(get(&bram, "/waterstad/beheer/punten?thema=ontmoeten"), "Nog doen");
    stop();
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    start();
    static struct visitor nobody = { 0 };
    CHECK_HAS(ask(&anna, METHOD_POST, PAGE, "doe=zeg&over=punt&welk=1&opmerking=+", 422),
              "Schrijf op wat u wilt zeggen.");
    ask(&anna, METHOD_POST, PAGE, "doe=zeg&over=punt&welk=99&opmerking=x", 404);
    ask(&anna, METHOD_POST, PAGE, "doe=zeg&over=thema&welk=..&opmerking=x", 404);
    ask(&anna, METHOD_POST, PAGE, "doe=klaar&nummer=9", 404);
    ask(&anna, METHOD_POST, PAGE, "doe=weg&nummer=1", 400);
    ask(&nobody, METHOD_GET, PAGE, NULL, 303);
    stop();
}

static enum err tidies(struct tx *tx, void *with)
{
    (void)with;
    return remarks_tidy(
        tx, (struct instant){ now.s - 86400 * (int64_t)personal_about(PERSONAL_REMARK).days });
}

static void it_goes_at_its_date(void **state)
{
    (void)state;
    start();
    post(&anna, PAGE, STR("doe=zeg&over=punt&welk=1&opmerking=oud"));
    post(&anna, PAGE, STR("doe=zeg&over=punt&welk=1&opmerking=open"));
    sql_run(c.store, "UPDATE remark SET resolved = 5 WHERE id = 1");
    CHECK_OK(store_write(c.store, tidies, NULL));
    CHECK(sql_number(c.store, "SELECT count(*) FROM remark") == 1);
    stop();
}

static enum err present(struct tx *tx, void *with)
{
    (void)with;
    TRY(presence_put(tx, 2, STR(POINT), (struct instant){ now.s - 60 }));
    TRY(presence_put(tx, 3, STR(POINT), (struct instant){ now.s - 300 }));
    return presence_put(tx, 1, STR("/waterstad/beheer/punten?thema=hulp"), now);
}

static void who_is_where_is_shown(void **state)
{
    (void)state;
    start();
    CHECK_NOT(get(&anna, POINT), "Nu ook hier:");
    CHECK_OK(store_write(c.store, present, NULL));
    CHECK_HAS(get(&anna, POINT), "Bram</bdi>");
    CHECK_NOT(get(&anna, POINT), "Wies</bdi>"); /* five minutes ago */
    CHECK_NOT(get(&bram, POINT), "Nu ook hier:");
    CHECK_HAS(get(&bram, "/waterstad/beheer/punten/maak?thema=hulp"), "Anna</bdi>");
    CHECK_HAS(get(&bram, "/waterstad/beheer/hier"), "punten/1");
    CHECK_HAS(get(&anna, "/waterstad/beheer/hier?op=/waterstad/beheer/punten/1"), "Bram</bdi>");
    ask(&anna, METHOD_GET, "/waterstad/beheer/hier?op=/elders/beheer/punten/1", NULL, 400);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_remark_is_dealt_with),    cmocka_unit_test(a_theme_has_remarks_too),
        cmocka_unit_test(what_cannot_be_is_refused), cmocka_unit_test(it_goes_at_its_date),
        cmocka_unit_test(who_is_where_is_shown),
    };
    return RUN_TESTS(tests);
}
