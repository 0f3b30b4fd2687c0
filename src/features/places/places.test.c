/* places.test.c — places as a browser asks them, at the desk, as a table; and the quarters of a day. */
#include "features/places/places.h"
#include "features/map/map.test.h"
#include "features/places/table.h"
#include "tests/sql.h"
#include "web/web.h"

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
};
static struct fixture f;

static const struct visitor editor = { 1, WHO_EDITOR, { "Emre", 4 }, { "e", 1 } };

struct table {
    const char *csv;
    struct places_done done;
    bool says;
};
static enum err table_work(struct tx *tx, void *with)
{
    struct table *t = with;
    FILE *err = fopen("/dev/null", "w");
    const enum err e = places_load(tx, str_of(t->csv), err, LANG_NL, &t->done);
    fclose(err);
    return e;
}
static enum err load(struct table *t)
{
    return store_write(f.st, table_work, t);
}
#define HEAD                                                                                   \
    "key,name,about,keeper,keeper_name,keeper_email,address,postal_code,neighbourhood,space,"  \
    "space_name,kind,capacity,wheelchair,free,cost,entry,hours\n"
static const char usual[] =
    HEAD "a,De Schakel,Koffie.,Welzijn,Ans,ans@huis.nl,Kade 1,0900AA,Noord,zaal,Grote "
         "zaal,hall,120,yes,no,15 euro,staff,\"ma-vr 09:00-12:00, 18:00-23:00\"\n"
         "a,,,,,,,,,tuin,Tuin,garden,30,yes,yes,,open,elke dag 08:00-20:00\n"
         "b,De Brug,,,,,Kade 9,0901AA,Zuid,kamer,Kamer,room,8,no,yes,,key,za-zo 22:00-02:00\n";

static void start(const char *csv)
{
    struct table t = { .csv = csv };
    f = (struct fixture){ 0 };
    CHECK_OK(store_open_memory(&f.st));
    CHECK_OK(load(&t));
    CHECK_OK(store_reader(f.st, &f.db));
    sql_run(f.st, "INSERT INTO person (id, name, email, password, handle, made) VALUES (1, "
                  "'Emre', 'emre@huis.nl', '', x'01', 1)");
}
static void stop(void)
{
    store_reader_close(f.db);
    store_close(f.st);
    arena_end(&f.arena);
}
static struct str ask(const char *address, const char *body, const struct visitor *who,
                      int status)
{
    struct response res;
    const struct try try = { .method = body ? METHOD_POST : METHOD_GET,
                             .address = address,
                             .body = body,
                             .visitor = who ? *who : (struct visitor){ 0 },
                             .now = map_now };
    web_ask(f.st, f.db, &f.arena, &try, &res);
    if (res.status != status) print_error("%s: %s\n", address, err_why());
    assert_int_equal(res.status, status);
    return arena_copy(&f.arena, (struct str){ res.body.s, res.body.n });
}
static struct str page(const char *address)
{
    return ask(address, NULL, NULL, 200);
}

/* ---- quarters ---- */

static struct hours hours_of(const char *text)
{
    struct hours h;
    struct str wrong;
    assert_true(hours_read(str_of(text), &h, &wrong));
    return h;
}
static int minutes_of(const char *text, struct day d)
{
    uint8_t state[QUARTERS];
    const struct hours h = hours_of(text);
    int n = 0;
    quarters_of(&h, d, state);
    for (int q = 0; q < QUARTERS; q++)
        if (state[q] != QUARTER_CLOSED) n += quarter_minutes(d, q);
    return n;
}
static void quarters_are_right_at_night(void **state)
{
    (void)state;
    const struct day march = day_of((struct date){ 2026, 3, 29 }),
                     october = day_of((struct date){ 2026, 10, 25 }),
                     plain = day_of((struct date){ 2026, 11, 28 });
    /* From ten in the evening to eight: on the day itself two and eight hours. */
    assert_int_equal(minutes_of("elke dag 22:00-08:00", plain), 600);
    assert_int_equal(minutes_of("elke dag 22:00-08:00", march), 540);
    assert_int_equal(minutes_of("elke dag 22:00-08:00", october), 660);
    assert_int_equal(minutes_of("za 22:00-02:00", (struct day){ plain.n + 1 }), 120);
    assert_int_equal(minutes_of("2026-11-28 gesloten; za 10:00-12:00", plain), 0);
    assert_int_equal(minutes_of("za 10:10-11:05", plain), 45); /* only whole quarters */
    assert_int_equal(part_of(plain, 40), PART_WEEKEND);
    assert_int_equal(part_of((struct day){ plain.n - 1 }, 71), PART_DAY);
    assert_int_equal(part_of((struct day){ plain.n - 1 }, 72), PART_EVENING);
}

static void series_have_their_dates(void **state)
{
    (void)state;
    struct day dates[SERIES_DATES];
    const struct day first = day_of((struct date){ 2026, 1, 29 }); /* the fifth Thursday */
    assert_int_equal(series_dates(REPEATS_ONCE, first, first, dates), 1);
    assert_int_equal(series_dates(REPEATS_WEEKLY, first, (struct day){ first.n + 14 }, dates),
                     3);
    assert_int_equal(
        series_dates(REPEATS_TWO_WEEKS, first, (struct day){ first.n + 14 }, dates), 2);
    /* Only months with five of them: January, April, July, October, December. */
    assert_int_equal(
        series_dates(REPEATS_MONTHLY, first, day_of((struct date){ 2026, 12, 31 }), dates), 5);
    assert_int_equal(dates[1].n, day_of((struct date){ 2026, 4, 30 }).n);
    assert_int_equal(dates[4].n, day_of((struct date){ 2026, 12, 31 }).n);
    assert_int_equal(
        series_dates(REPEATS_WEEKLY, first, (struct day){ first.n + 10000 }, dates),
        SERIES_DATES);
}

/* ---- pages ---- */

static void the_list_is_filtered(void **state)
{
    (void)state;
    start(usual);
    const struct str all = page("/plekken");
    CHECK_HAS(all, "2 plekken");
    CHECK_HAS(all, "Met een rolstoel (1)");
    CHECK_HAS(all, "Gratis (2)");
    CHECK_HAS(all, "Noord (1)");
    CHECK_NOT(all, "ans@huis.nl");
    CHECK_HAS(page("/plekken?wijk=zuid"), "De Brug");
    CHECK_NOT(page("/plekken?wijk=zuid"), "De Schakel");
    CHECK_HAS(page("/plekken?mensen=50&waar=binnen"), "Grote zaal");
    CHECK_NOT(page("/plekken?mensen=50&waar=binnen"), "De Brug");
    CHECK_HAS(page("/plekken?mensen=50&waar=buiten"), "Niets gevonden");
    CHECK_HAS(page("/plekken?avond=1"), "1 plek");
    CHECK_HAS(page("/plekken?weekend=1"), "2 plekken");
    /* Saturday 28 November 23:00 until midnight, and past it; not at noon. */
    CHECK_HAS(page("/plekken?dag=2026-11-28&tijd=23:30"), "De Brug");
    CHECK_HAS(page("/plekken?dag=2026-11-29&tijd=00:30"), "De Brug");
    CHECK_NOT(page("/plekken?dag=2026-11-28&tijd=21:30"), "De Brug");
    CHECK_HAS(page("/plekken?dag=gisteren"), "begrijpen wij niet");
    CHECK_HAS(page("/en/plekken"), "2 places");
    ask("/plekken?na=x", NULL, NULL, 400);
    ask("/plekken?wat=1", NULL, NULL, 400);
    stop();
}

static void a_place_shows_its_week(void **state)
{
    (void)state;
    start(usual);
    const struct str one = page("/plekken/de-schakel");
    CHECK_HAS(one, "120 mensen");
    CHECK_HAS(one, "9.00 uur – 12.00 uur, 18.00 uur – 23.00 uur");
    CHECK_HAS(one, "<svg");
    CHECK_HAS(one, "Welzijn");
    CHECK_NOT(one, "Ans");
    sql_run(f.st,
            "INSERT INTO space_request (id, space, made, lang, name, email, purpose, "
            "people, repeats, starts, ends, first, last, state, reason) SELECT 1, id, 1, "
            "'nl', 'Bartjens', 'bo@huis.nl', 'Feest', 9, 0, 600, 660, 20783, 20783, 2, '' FROM "
            "space WHERE slug = 'zaal';"
            "INSERT INTO space_quarter SELECT id, 20783, 40, 1, 20783 FROM space WHERE "
            "slug = 'zaal';" /* Thursday 26 November, ten o'clock */
            "INSERT INTO space_quarter SELECT id, 20783, 41, 1, 20783 FROM space WHERE "
            "slug = 'zaal'");
    const struct str taken = page("/plekken/de-schakel");
    CHECK_HAS(taken, "10.00 uur – 10.30 uur");
    CHECK_NOT(taken, "Bartjens");
    CHECK_NOT(taken, "Feest");
    CHECK_HAS(page("/plekken"), "% gebruikt");
    CHECK_HAS(page("/plekken?dag=2026-11-26&tijd=09:00"), "De Schakel");
    CHECK_NOT(page("/plekken?dag=2026-11-26&tijd=09:30&mensen=100"), "De Schakel");
    page("/plekken/de-schakel?week=2027-01-06");
    page("/plekken/de-schakel?week=9999-01-06");
    ask("/plekken/de-schakel?week=x", NULL, NULL, 400);
    ask("/plekken/nergens", NULL, NULL, 404);
    stop();
}

static void use_is_counted(void **state)
{
    (void)state;
    start(
        "key,name,neighbourhood,space,space_name,hours\na,A,Noord,x,X,\"ma-zo 12:00-20:00\"\n");
    sql_run(f.st, "INSERT INTO space_request (id, space, made, lang, name, email, purpose, "
                  "people, repeats, starts, ends, first, last, state, reason) SELECT 1, id, 1, "
                  "'nl', '', '', '', 9, 0, 600, 660, 20783, 20783, 2, '' FROM space;"
                  "INSERT INTO space_quarter SELECT id, 20783, 48, 1, 20783 FROM space;"
                  "INSERT INTO space_quarter SELECT id, 20783, 72, 1, 20783 FROM space;"
                  "INSERT INTO space_quarter SELECT id, 20784, 50, 1, 20784 FROM space");
    struct spaces_found_row *spaces;
    size_t n;
    struct use_figures figures;
    CHECK_OK(spaces_found(f.db, &f.arena, &spaces, &n));
    CHECK_OK(use_count(f.db, &f.arena, spaces, n, day_at(map_now), &figures));
    /* Twenty weekdays of six hours by day and two in the evening, eight days of a weekend. */
    assert_int_equal(figures.areas_n, 1);
    assert_int_equal(figures.all.used[PART_DAY], 15);
    assert_int_equal(figures.all.empty[PART_DAY], 20 * 360 - 15);
    assert_int_equal(figures.all.used[PART_EVENING], 15);
    assert_int_equal(figures.all.empty[PART_EVENING], 20 * 120 - 15);
    assert_int_equal(figures.all.used[PART_WEEKEND], 0); /* today is not counted yet */
    assert_int_equal(figures.all.empty[PART_WEEKEND], 8 * 480);
    stop();
}

/* ---- the desk ---- */

static void the_desk_keeps_places(void **state)
{
    (void)state;
    start(usual);
    ask("/beheer/plekken/nieuw", "naam=X&versie=0", NULL, 403);
    ask("/beheer/plekken/nieuw", "naam=aanvraag&wijk=Noord&postcode=1234ab&versie=0", &editor,
        303);
    assert_int_equal(sql_number(f.st, "SELECT count(*) FROM place WHERE slug = 'aanvraag-2'"),
                     1);
    CHECK_HAS(
        ask("/beheer/plekken/nieuw", "naam=Y&postcode=12&e-mail=x&versie=0", &editor, 422),
        "1234 AB");
    ask("/beheer/plekken/3/ruimte",
        "naam=Zaal&soort=hall&binnenkomen=key&tijden=soms&rolstoel=ja&versie=1", &editor, 422);
    ask("/beheer/plekken/3/ruimte",
        "naam=Zaal&soort=hall&binnenkomen=key&tijden=ma+09%3A00-17%3A00&rolstoel=ja&versie=1",
        &editor, 303);
    assert_int_equal(sql_number(f.st, "SELECT wheelchair FROM space WHERE place = 3"), 1);
    assert_int_equal(sql_number(f.st, "SELECT toilet IS NULL FROM space WHERE place = 3"), 1);
    /* What somebody else changed meanwhile is not lost. */
    CHECK_HAS(ask("/beheer/plekken/3", "naam=Anders&versie=1", &editor, 422), "Iemand anders");
    ask("/beheer/plekken/3", "naam=Anders&versie=2&verborgen=1", &editor, 303);
    ask("/plekken/aanvraag-2", NULL, NULL, 404);
    ask("/beheer/plekken/99", NULL, &editor, 404);
    ask("/beheer/plekken/1/ruimte/3", NULL, &editor, 404); /* of another place */
    CHECK_HAS(ask("/beheer/plekken/1", NULL, &editor, 200), "ans@huis.nl");
    assert_true(sql_number(f.st, "SELECT count(*) FROM history") >= 3);
    stop();
}

/* ---- the table ---- */

static struct str written(void)
{
    char *csv = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&csv, &n);
    CHECK_OK(places_write(f.db, to));
    fclose(to);
    const struct str text = arena_copy(&f.arena, (struct str){ csv, n });
    free(csv);
    return text;
}
static void a_table_comes_back_the_same(void **state)
{
    (void)state;
    start(usual);
    const struct str first = written();
    struct table again = { .csv = first.s };
    CHECK_OK(load(&again));
    assert_int_equal(again.done.places, 2);
    assert_true(str_eq(first, written()));
    assert_int_equal(sql_number(f.st, "SELECT count(*) FROM space"), 3);
    static const char *const wrong[] = {
        "name\nX\n",
        HEAD "a,X,,,,geen,,,,,,,,,,,,\n",
        HEAD "a,X,,,,,,12,,,,,,,,,,\n",
        HEAD "a,X,,,,,,,,zaal,Zaal,schuur,,,,,,\n",
        HEAD "a,X,,,,,,,,zaal,Zaal,hall,veel,,,,,\n",
        HEAD "a,X,,,,,,,,zaal,Zaal,hall,,,,,,soms\n",
        HEAD "a,X,,,,,,,,Zaal 1,Zaal,hall,,,,,,\n",
        HEAD ",X,,,,,,,,,,,,,,,,\n",
        "key,name\na,\"X\n",
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct table t = { .csv = wrong[i] };
        assert_int_equal(load(&t), ERR_FORM);
        assert_true(t.done.wrong > 0);
    }
    assert_true(str_eq(first, written()));
    stop();
}

static void hostile_words_stay_words(void **state)
{
    (void)state;
    start(HEAD
          "<script>,<script>alert(1)</script>,<script>,<script>,<script>,,<script>,,<script>,x,"
          "<script>,hall,,,,<script>,key,ma 09:00-17:00\n");
    CHECK_NOT(page("/plekken"), "<script>");
    CHECK_NOT(page("/plekken/script-alert-1-script"), "<script>");
    CHECK_NOT(ask("/beheer/plekken/1", NULL, &editor, 200), "<script>");
    CHECK_NOT(page("/plekken?wijk=%3Cscript%3E&dag=%3Cscript%3E&tijd=%3Cscript%3E"),
              "<script>");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quarters_are_right_at_night),
        cmocka_unit_test(series_have_their_dates),
        cmocka_unit_test(the_list_is_filtered),
        cmocka_unit_test(a_place_shows_its_week),
        cmocka_unit_test(use_is_counted),
        cmocka_unit_test(the_desk_keeps_places),
        cmocka_unit_test(a_table_comes_back_the_same),
        cmocka_unit_test(hostile_words_stay_words),
    };
    return RUN_TESTS(tests);
}
