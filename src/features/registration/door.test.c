/* door.test.c — the door hands in what devices kept: each row once, two doors at once, what is taken back, the
 * list that a device keeps, and what hostile devices send. */
#include "features/setup/setup.test.h"

#include "features/registration/registration.h"
#include "tests/sql.h"

#define DOOR "/wijk/beheer/bijeenkomsten/feest/deur"
#define ROWS DOOR "/rijen"
#define LIST DOOR "/mensen"

static const struct visitor host = { 9, WHO_HOST, { "Leider", 6 }, { "leider", 6 } };
static struct city c;

/* A gathering on 7 May 2024; Bo (1) and Cas (2) registered, Dee (3) waits. */
static void start(void)
{
    city_open(&c, false);
    sql_run(c.store,
            "INSERT INTO person (id, name, email, password, handle, made) VALUES"
            " (9, 'Leider', 'leider@example.org', '', x'09', 1);"
            "INSERT INTO gathering (id, dialogue, slug, position, day, starts, ends, about,"
            " announced) SELECT 500, id, 'feest', 9, 19850, 1170, 1320, 0, 1 FROM dialogue;"
            "INSERT INTO gathering_text (gathering, lang, title, place, body)"
            " VALUES (500, 'nl', 'Het feest', 'Buurthuis', '');"
            "INSERT INTO gathering_plan (gathering, capacity, registers, note) VALUES (500, 2,"
            " 1, '')");
    static const char *const names[] = { "naam=Bo&als=bewoner&mail=bo%40example.org",
                                         "naam=Cas&als=bewoner", "naam=Dee&als=bewoner" };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        (void)taken(&c, "/wijk/bijeenkomst/feest/aanmelden", names[i], &nobody);
}

static long long id_of(const char *name)
{
    return (long long)sql_number(
        c.store,
        arena_format(&c.arena, "SELECT id FROM registration WHERE name = '%s'", name).s);
}

static const char *mark(int n)
{
    return arena_format(&c.arena, "018f0000-0000-7000-8000-%012d", n).s;
}

/* A row with mark `n`; `rest` is JSON behind it. */
static const char *row(int n, const char *act, const char *rest)
{
    return arena_format(&c.arena, "{\"id\":\"%s\",\"doe\":\"%s\"%s%s}", mark(n), act,
                        *rest ? "," : "", rest)
        .s;
}
static const char *in(int n, const char *name)
{
    return row(n, "binnen", arena_format(&c.arena, "\"wie\":%lld", id_of(name)).s);
}
static const char *back(int n, const char *name, int of)
{
    return row(n, "terug",
               arena_format(&c.arena, "\"wie\":%lld,\"van\":\"%s\"", id_of(name), mark(of)).s);
}

static const char *escaped(const char *text)
{
    char *to = NEW(&c.arena, char, 3 * strlen(text) + 1), *at = to;
    for (; *text; text++) at += sprintf(at, "%%%02x", (unsigned char)*text);
    return to;
}

static struct str hands_in(const char *rows, int status)
{
    return sent(&c, ROWS, arena_format(&c.arena, "rijen=%s", escaped(rows)).s, &host, status);
}
/* One row; the answer. */
static struct str hand_in(const char *one)
{
    return hands_in(arena_format(&c.arena, "[%s]", one).s, 200);
}

static bool inside(const char *name)
{
    return sql_number(c.store, arena_format(&c.arena,
                                            "SELECT count(*) FROM registration WHERE name = "
                                            "'%s' AND arrived IS NOT NULL AND state = 0",
                                            name)
                                   .s) == 1;
}

static void each_row_is_done_once(void **state)
{
    (void)state;
    start();
    for (int time = 0; time < 2; time++) {
        CHECK_HAS(hand_in(in(1, "Bo")), mark(1));
        CHECK(inside("Bo"));
        CHECK_HAS(hand_in(row(2, "erbij", "\"naam\":\"Zomaar\",\"als\":\"bewoner\"")), mark(2));
    }
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration WHERE name = 'Zomaar'") == 1);
    CHECK(inside("Zomaar"));
    CHECK_HAS(hand_in(back(3, "Bo", 1)), "\"klaar\":[\"");
    CHECK(!inside("Bo"));
    (void)hand_in(in(1, "Bo")); /* sent again, long after: known, so not done again */
    CHECK(!inside("Bo"));
    (void)hand_in(in(4, "Bo"));
    (void)hand_in(back(3, "Bo", 1));
    CHECK(inside("Bo"));
    CHECK(sql_number(c.store, "SELECT arrived_by FROM registration WHERE name = 'Bo'") == 9);
    city_close(&c);
}

static void two_doors_at_once_in_any_order(void **state)
{
    (void)state;
    start();
    (void)hand_in(in(1, "Bo"));
    const struct str again = hand_in(in(2, "Bo"));
    CHECK_HAS(again, "\"klaar\":[\"018f0000-0000-7000-8000-000000000002\"]");
    CHECK_HAS(again, "\"al\":{\"018f0000-0000-7000-8000-000000000002\":");
    CHECK_NOT(hand_in(in(1, "Bo")), "\"al\":{\"");
    (void)hand_in(back(3, "Bo", 1)); /* at the other door they were really there */
    CHECK(inside("Bo"));
    (void)hand_in(back(4, "Bo", 2));
    CHECK(!inside("Bo"));
    /* Taking back before what it takes back came in: that came from another phone. */
    CHECK_HAS(hand_in(back(5, "Cas", 6)), "weg");
    /* By hand, what a device looked at: only until then. */
    (void)hand_in(in(7, "Cas"));
    (void)hand_in(
        row(8, "terug", arena_format(&c.arena, "\"wie\":%lld,\"sinds\":1", id_of("Cas")).s));
    CHECK(inside("Cas"));
    (void)hand_in(
        row(9, "terug",
            arena_format(&c.arena, "\"wie\":%lld,\"sinds\":4000000000", id_of("Cas")).s));
    CHECK(!inside("Cas"));
    city_close(&c);
}

static void the_plain_page_and_devices_agree(void **state)
{
    (void)state;
    start();
    const char *bo = arena_format(&c.arena, "wie=%lld", id_of("Bo")).s;
    (void)hand_in(in(1, "Bo"));
    CHECK_HAS(taken(&c, DOOR "/binnen", bo, &host), "gedaan=al");
    (void)hand_in(back(2, "Bo", 1));
    CHECK(inside("Bo"));
    CHECK_HAS(taken(&c, DOOR "/terug", bo, &host), "gedaan=terug");
    CHECK(!inside("Bo"));
    city_close(&c);
}

static void who_was_added_by_mistake_is_off_the_list(void **state)
{
    (void)state;
    start();
    (void)hand_in(row(1, "erbij", "\"naam\":\"Fout\",\"als\":\"gemeente\""));
    CHECK_HAS(seen(&c, LIST, &host, 200), "\"Fout\"");
    (void)hand_in(row(2, "terug", arena_format(&c.arena, "\"van\":\"%s\"", mark(1)).s));
    CHECK_NOT(seen(&c, LIST, &host, 200), "\"Fout\"");
    city_close(&c);
}

static void a_code_or_a_badge_is_enough(void **state)
{
    (void)state;
    start();
    const char *other =
        taken(&c, "/wijk/bijeenkomst/feest/aanmelden", "naam=Eef&als=bewoner", &nobody).s;
    const char *code = strrchr(arena_copy(&c.arena, str_of(other)).s, '/') + 1;
    const struct str said =
        hand_in(row(1, "binnen", arena_format(&c.arena, "\"code\":\"%s\"", code).s));
    CHECK_HAS(said, arena_format(&c.arena, "\":%lld", id_of("Eef")).s);
    CHECK(inside("Eef"));
    /* What stands on the list and the badge finds them, but is no code of theirs. */
    const struct str list = seen(&c, LIST, &host, 200);
    const size_t from = str_find(list, STR("\"Cas\""));
    CHECK(from != SIZE_MAX);
    struct str rest = str_from(list, from), part;
    for (int i = 0; i < 4; i++) CHECK(str_next(&rest, '"', &part)); /* ,"Cas",0,0,"mark" */
    CHECK(part.n == DOOR_MARK_TEXT);
    const char *badge = arena_copy(&c.arena, part).s;
    CHECK_HAS(seen(&c, arena_format(&c.arena, DOOR "?zoek=%s", badge).s, &host, 200), ">Cas<");
    CHECK_NOT(seen(&c, arena_format(&c.arena, DOOR "?zoek=%s", badge).s, &host, 200), ">Bo<");
    CHECK(!inside("Cas")); /* looking does nothing */
    (void)hand_in(row(2, "binnen", arena_format(&c.arena, "\"code\":\"%s\"", badge).s));
    CHECK(inside("Cas"));
    (void)seen(&c, arena_format(&c.arena, "/wijk/aanmelding/%s", badge).s, &nobody, 404);
    CHECK_HAS(hand_in(row(3, "binnen", "\"code\":\"0000-0000-0000\"")), "weg");
    CHECK_HAS(seen(&c, DOOR "/badges", &host, 200), "class=\"dlg-qr\"");
    city_close(&c);
}

static void the_list_holds_what_is_needed_and_no_more(void **state)
{
    (void)state;
    start();
    const struct str list = seen(&c, LIST, &host, 200);
    CHECK_HAS(list, "\"Bo\",0,0,\"");
    CHECK_HAS(list, "\"Dee\",1,0,\""); /* waits */
    CHECK_HAS(list, "\"voorbij\":false");
    CHECK_NOT(list, "example.org");
    struct response res;
    (void)asked(&c, METHOD_GET, LIST, NULL, &host, 200, &res);
    CHECK(res.no_store);
    (void)seen(&c, LIST, &nobody, 303);
    (void)sent(&c, ROWS, "rijen=%5b%5d", &nobody, 403);
    (void)seen(&c, LIST, &reader, 303);
    (void)sent(&c, ROWS, "rijen=%5b%5d", &reader, 403);
    /* The page that a device keeps names nobody. */
    const struct str bare = seen(&c, DOOR "?kaal=1", &host, 200);
    CHECK_NOT(bare, ">Bo<");
    CHECK_HAS(bare, "data-walk-in");
    /* The morning after, no device gets it any more; what was done there still comes in. */
    sql_run(c.store, "UPDATE gathering SET day = 19600 WHERE id = 500");
    const struct str after = seen(&c, LIST, &host, 200);
    CHECK_HAS(after, "\"voorbij\":true");
    CHECK_NOT(after, "Bo");
    (void)hand_in(in(1, "Bo"));
    CHECK(inside("Bo"));
    CHECK(door_over((struct instant){ 19851LL * 86400 + 5 * 3600 }, (struct day){ 19850 }));
    CHECK(!door_over((struct instant){ 19851LL * 86400 + 3 * 3600 }, (struct day){ 19850 }));
    city_close(&c);
}

/* A device asks every few seconds what was done at another door: nearly always nothing. */
static void who_knows_how_it_stands_gets_no_names_again(void **state)
{
    (void)state;
    start();
    struct str rest = seen(&c, LIST, &host, 200), stand;
    CHECK(str_find(rest, STR("\"stand\":\"")) != SIZE_MAX);
    rest = str_from(rest, str_find(rest, STR("\"stand\":\"")) + 9);
    CHECK(str_next(&rest, '"', &stand) && stand.n);
    const char *again = arena_format(&c.arena, LIST "?stand=%.*s", STR_ARG(stand)).s;
    CHECK_NOT(seen(&c, again, &host, 200), "\"mensen\"");
    CHECK_HAS(seen(&c, LIST "?stand=1-2-3-4", &host, 200), "\"mensen\"");
    (void)hand_in(in(1, "Bo"));
    CHECK_HAS(seen(&c, again, &host, 200), "\"Bo\"");
    (void)seen(&c, again, &reader, 303);
    city_close(&c);
}

static void hostile_devices_harm_nobody(void **state)
{
    (void)state;
    start();
    static const char *const unreadable[] = {
        "{", "{}", "[", "7", "null", "[{\"a\":1,\"a\":2}]"
    };
    for (size_t i = 0; i < COUNT_OF(unreadable); i++) (void)hands_in(unreadable[i], 400);
    const char *wrong[] = {
        "7",
        "{}",
        "{\"id\":7}",
        row(1, "weg", ""),
        row(1, "binnen", ""),
        row(1, "binnen", "\"wie\":\"1\""),
        row(1, "binnen", "\"wie\":-1"),
        row(1, "binnen", "\"wie\":999999"),
        row(1, "binnen", "\"code\":\"' OR 1=1 --\""),
        row(1, "terug", "\"van\":\"geen merk\""),
        row(1, "erbij", "\"naam\":\"\",\"als\":\"bewoner\""),
        row(1, "erbij", "\"naam\":\"X\",\"als\":\"koning\""),
        row(1, "erbij", "\"naam\":\"X\\nY\",\"als\":\"bewoner\""),
        row(1, "erbij",
            "\"naam\":\"0123456789012345678901234567890123456789012345678901234567890123456789"
            "01234567890\",\"als\":\"bewoner\""),
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        CHECK_HAS(hands_in(arena_format(&c.arena, "[%s]", wrong[i]).s, 200), "\"klaar\":[]");
    CHECK(sql_number(c.store, "SELECT count(*) FROM registration") == 3);
    CHECK(sql_number(c.store, "SELECT count(*) FROM door_row") == 0);
    /* One bad row does not hold up the others; a name stays text. */
    (void)hands_in(arena_format(&c.arena, "[%s,{},%s]", in(1, "Bo"),
                                row(2, "erbij", "\"naam\":\"<b>\\\"&\",\"als\":\"bewoner\""))
                       .s,
                   200);
    CHECK(inside("Bo"));
    CHECK_HAS(seen(&c, DOOR, &host, 200), "&lt;b&gt;");
    CHECK_HAS(seen(&c, LIST, &host, 200), "<b>\\\"&");
    /* Of another gathering nobody can be let in here. */
    (void)sent(&c, "/wijk/beheer/bijeenkomsten/avond/deur/rijen",
               arena_format(&c.arena, "rijen=%s",
                            escaped(arena_format(&c.arena, "[%s]", in(3, "Cas")).s))
                   .s,
               &host, 200);
    CHECK(!inside("Cas"));
    /* A clock that is wrong is no reason, and is not believed. */
    (void)hand_in(
        row(4, "binnen",
            arena_format(&c.arena, "\"wie\":%lld,\"tijd\":4000000000", id_of("Cas")).s));
    CHECK(inside("Cas"));
    CHECK(sql_number(c.store, "SELECT max(arrived) < 3000000000 FROM registration") == 1);
    city_close(&c);
}

static void who_cancelled_and_came_is_in(void **state)
{
    (void)state;
    start();
    const char *dee = in(1, "Dee"), *cas = in(2, "Cas");
    sql_run(c.store, "UPDATE registration SET state = 2 WHERE name = 'Cas'");
    (void)hand_in(dee);
    (void)hand_in(cas);
    CHECK(inside("Dee"));
    CHECK(inside("Cas"));
    city_close(&c);
}

static enum err tidied(struct tx *tx, void *with)
{
    (void)with;
    return registrations_tidy(tx, (struct day){ 19900 }, (struct day){ 19900 });
}

static void rows_go_with_whom_they_are_about(void **state)
{
    (void)state;
    start();
    (void)hand_in(in(1, "Bo"));
    CHECK(sql_number(c.store, "SELECT count(*) FROM door_row") == 1);
    CHECK_OK(store_write(c.store, tidied, NULL));
    CHECK(sql_number(c.store, "SELECT count(*) FROM door_row") == 0);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_is_done_once),
        cmocka_unit_test(two_doors_at_once_in_any_order),
        cmocka_unit_test(the_plain_page_and_devices_agree),
        cmocka_unit_test(who_was_added_by_mistake_is_off_the_list),
        cmocka_unit_test(a_code_or_a_badge_is_enough),
        cmocka_unit_test(the_list_holds_what_is_needed_and_no_more),
        cmocka_unit_test(who_knows_how_it_stands_gets_no_names_again),
        cmocka_unit_test(hostile_devices_harm_nobody),
        cmocka_unit_test(who_cancelled_and_came_is_in),
        cmocka_unit_test(rows_go_with_whom_they_are_about),
    };
    return RUN_TESTS(tests);
}
