/* sought.test.c — what is kept of a question that finds nothing, and what is done about it. */
#include "features/sought/sought.h"

#include "features/map/map.test.h"
#include "features/sought/sought.sql.h"
#include "tests/city.h"
#include "tests/sql.h"

static const char usual[] =
    "key,name,organisation,description,subjects,hours,neighbourhood,confirmed\n"
    "1,Formulierenbrigade,Buurtwerk,Wij helpen met brieven.,formulieren,ma-vr 09:00-17:00,"
    "Noord,2026-11-01\n"
    "2,Zwemles,Bad,Leren zwemmen.,bewegen,za 09:00-12:00,Noord,2026-11-01\n"
    "3,Zangkoor,Kerk,Samen zingen.,bewegen,za 09:00-12:00,Zuid,2026-11-01\n";

struct fixture {
    struct city city;
    int hour;
};
static void start(struct fixture *f)
{
    struct map_loading l = { 0 };
    *f = (struct fixture){ 0 };
    city_open(&f->city, true);
    CHECK_OK(map_load_table(f->city.store, str_of(usual), &l));
    sql_run(f->city.store,
            "INSERT INTO person (id, name, email, password, handle, made) VALUES (1, "
            "'Anna', 'a@voorbeeld.nl', '', x'01', 1)");
}
static void finish(struct fixture *f)
{
    city_close(&f->city);
}
static struct str asks_at(struct fixture *f, const char *address, int hour, uint64_t client)
{
    struct response res;
    const struct try try = { .method = METHOD_GET,
                             .address = address,
                             .client = client,
                             .now = { map_now.s + hour * 3600 } };
    web_ask(f->city.store, f->city.db, &f->city.arena, &try, &res);
    assert_int_equal(res.status, 200);
    sql_run(f->city.store, "SELECT 1"); /* what it left behind is written by now */
    return (struct str){ res.body.s, res.body.n };
}
/* In so many different hours. */
static void asks(struct fixture *f, const char *address, int times)
{
    for (int i = 0; i < times; i++) asks_at(f, address, f->hour++, 7);
}
static int desk(struct fixture *f, const char *address, const char *body, struct str *page)
{
    struct response res;
    const struct try try = { .method = body ? METHOD_POST : METHOD_GET,
                             .address = address,
                             .body = body,
                             .visitor = { 1, WHO_ADMINISTRATOR, { "Anna", 4 }, { "a", 1 } },
                             .now = { map_now.s + f->hour * 3600 } };
    web_ask(f->city.store, f->city.db, &f->city.arena, &try, &res);
    if (page) *page = arena_copy(&f->city.arena, (struct str){ res.body.s, res.body.n });
    return res.status;
}
static int64_t number(struct fixture *f, const char *sql)
{
    return sql_number(f->city.store, sql);
}

static void nobody_reads_it_before_ten(void **state)
{
    (void)state;
    struct fixture f;
    start(&f);
    asks(&f, "/kaart?q=schaatsbaan", 9);
    for (int i = 0; i < 30; i++) asks_at(&f, "/kaart?q=schaatsbaan", f.hour - 1, 7);
    assert_int_equal(number(&f, "SELECT n FROM sought_mark"), 9);
    assert_int_equal(number(&f, "SELECT count(*) FROM sought"), 0);
    asks(&f, "/kaart?q=Is+hier+een+schaatsbaan", 1);
    assert_int_equal(number(&f, "SELECT count(*) FROM sought WHERE word = 'schaatsbaan'"), 1);
    struct str page;
    assert_int_equal(desk(&f, "/beheer/kaart/gezocht", NULL, &page), 200);
    CHECK_HAS(page, "schaatsbaan");
    CHECK_NOT(asks_at(&f, "/kaart/gezocht", f.hour, 7), "schaatsbaan");
    CHECK_HAS(asks_at(&f, "/kaart/gezocht", f.hour, 7), "1 woord wacht");
    finish(&f);
}

static void nothing_of_a_question_about_somebody(void **state)
{
    (void)state;
    struct fixture f;
    start(&f);
    asks(&f, "/kaart?q=schaatsbaan+voor+mevrouw+Pietersen", 12);
    asks(&f, "/kaart?q=schaatsbaan+06-12345678", 12);
    asks(&f, "/kaart?q=schaatsbaan+Havenstraat+12", 12);
    asks(&f, "/kaart?q=schaatsbaan+piet%40voorbeeld.nl", 12);
    asks(&f, "/kaart?q=schaatsbaan&letterlijk=1", 12); /* counted when it was asked first */
    asks(&f, "/kaart?q=formulierenbrigade", 12);
    assert_int_equal(number(&f, "SELECT count(*) FROM sought_mark"), 0);
    finish(&f);
}

static void by_neighbourhood_unless_delicate(void **state)
{
    (void)state;
    struct fixture f;
    start(&f);
    asks(&f, "/kaart?q=schaatsbaan&wijk=noord", 10);
    asks(&f, "/kaart?q=abortuskliniek&wijk=noord", 10);
    asks(&f, "/kaart?q=zangkoor&wijk=noord", 10);            /* there is one in Zuid */
    asks(&f, "/kaart?q=zangkoor&wijk=noord&rolstoel=1", 10); /* that is another question */
    assert_int_equal(number(&f, "SELECT count(*) FROM sought"), 3);
    assert_int_equal(number(&f,
                            "SELECT x.n FROM sought_area x JOIN sought s ON s.id = x.sought "
                            "WHERE s.word = 'schaatsbaan'"),
                     10);
    assert_int_equal(
        number(&f, "SELECT count(*) FROM sought_area x JOIN sought s ON s.id = x.sought "
                   "WHERE s.word LIKE 'abortus%'"),
        0);
    assert_int_equal(number(&f,
                            "SELECT x.n FROM sought_area x JOIN sought s ON s.id = x.sought "
                            "WHERE s.word = 'zangkoor'"),
                     10);
    CHECK(sought_delicate(STR("schuldhulp")) && sought_delicate(STR("zwangerschap")));
    CHECK(!sought_delicate(STR("schaatsbaan")) && !sought_delicate(STR("")));
    finish(&f);
}

static void explained_and_back_again(void **state)
{
    (void)state;
    struct fixture f;
    struct str page;
    start(&f);
    asks(&f, "/kaart?q=kroelclub", 10);
    assert_int_equal(desk(&f, "/beheer/kaart/gezocht/1", "doe=uitleg&kaart=", &page), 422);
    CHECK_HAS(page, "Vul in hoe de kaart het noemt");
    assert_int_equal(desk(&f, "/beheer/kaart/gezocht/1", "doe=uitleg&kaart=zingen", NULL), 303);
    CHECK_HAS(asks_at(&f, "/kaart?q=kroelclub", f.hour, 7), "Zangkoor");
    CHECK_HAS(asks_at(&f, "/kaart/gezocht", f.hour, 7), "De kaart kent dit woord nu");
    assert_int_equal(
        number(&f, "SELECT count(*) FROM history WHERE after = 'kroelclub: zingen'"), 1);
    sql_run(f.city.store, "DELETE FROM map_meaning; UPDATE map_state SET meanings = x''");
    asks(&f, "/kaart?q=kroelclub", 10);
    assert_int_equal(number(&f, "SELECT outcome IS NULL FROM sought"), 1);
    assert_int_equal(desk(&f, "/beheer/kaart/gezocht/1", "doe=niet", NULL), 303);
    asks(&f, "/kaart?q=kroelclub", 20);
    assert_int_equal(number(&f, "SELECT outcome FROM sought"), SOUGHT_NOT_OURS);
    CHECK_NOT(asks_at(&f, "/kaart/gezocht", f.hour, 7), "kroelclub");
    finish(&f);
}

static void raised_is_a_voice(void **state)
{
    (void)state;
    struct fixture f;
    struct str page;
    start(&f);
    asks(&f, "/kaart?q=schaatsbaan", 10);
    const int64_t before = number(&f, "SELECT count(*) FROM voice");
    assert_int_equal(desk(&f, "/beheer/kaart/gezocht/1", "doe=inbreng&thema=nergens", &page),
                     422);
    CHECK_HAS(page, "Kies in welk gesprek u het inbrengt.");
    assert_int_equal(
        desk(&f, "/beheer/kaart/gezocht/1", "doe=inbreng&thema=waterstad%2Fhulp", NULL), 303);
    assert_int_equal(
        desk(&f, "/beheer/kaart/gezocht/1", "doe=inbreng&thema=waterstad%2Fhulp", NULL), 303);
    assert_int_equal(number(&f, "SELECT count(*) FROM voice") - before, 1);
    assert_int_equal(
        number(&f, "SELECT channel FROM intake JOIN sought ON sought.voice = intake.voice"),
        CHANNEL_MAP);
    /* before somebody let it through nobody is led to it */
    CHECK_NOT(asks_at(&f, "/kaart/gezocht", f.hour, 7), "Lees de inbreng");
    sql_run(f.city.store,
            "UPDATE voice SET visibility = 1 WHERE id = (SELECT voice FROM sought)");
    CHECK_HAS(asks_at(&f, "/kaart/gezocht", f.hour, 7), "Lees de inbreng");
    finish(&f);
}

static enum err forget(struct tx *tx, void *with)
{
    const int64_t *before = with;
    TRY(sought_marks_forget(tx, *before));
    return sought_forget(tx, *before);
}
static void a_flood_fills_nothing_and_all_ends(void **state)
{
    (void)state;
    struct fixture f;
    char address[64];
    start(&f);
    for (int i = 0; i < 60; i++) {
        snprintf(address, sizeof address, "/kaart?q=wort%cl%cng", 'a' + i % 26, 'a' + i / 26);
        asks_at(&f, address, 0, 9);
    }
    const int64_t marks = number(&f, "SELECT count(*) FROM sought_mark");
    CHECK(marks > 0 && marks <= 80);
    asks(&f, "/kaart?q=schaatsbaan", 11);
    int64_t hour = map_now.s / 3600 + f.hour;
    CHECK_OK(store_write(f.city.store, forget, &hour));
    assert_int_equal(number(&f, "SELECT count(*) FROM sought_mark"), 0);
    assert_int_equal(number(&f, "SELECT count(*) FROM sought"), 0);
    finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_reads_it_before_ten),
        cmocka_unit_test(nothing_of_a_question_about_somebody),
        cmocka_unit_test(by_neighbourhood_unless_delicate),
        cmocka_unit_test(explained_and_back_again),
        cmocka_unit_test(raised_is_a_voice),
        cmocka_unit_test(a_flood_fills_nothing_and_all_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
