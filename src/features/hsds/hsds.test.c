/* hsds.test.c — the API without a socket: what is told, to whom, and what is refused. tests/hsds checks the rest
 * against the schemas. */
#include "features/hsds/ask.h"
#include "features/map/map.test.h"
#include "tests/sql.h"

#include <jansson.h>

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
    struct response res;
};
static void open_map(struct fixture *f)
{
    *f = (struct fixture){ 0 };
    CHECK_OK(store_open_memory(&f->st));
    map_invented(f->st, 300);
    CHECK_OK(store_reader(f->st, &f->db));
}
static void close_map(struct fixture *f)
{
    store_reader_close(f->db);
    store_close(f->st);
    arena_end(&f->arena);
}
static struct str ask(struct fixture *f, struct try try, const char *address)
{
    try.address = address;
    try.now = map_now;
    web_ask(f->st, f->db, &f->arena, &try, &f->res);
    return (struct str){ f->res.body.s, f->res.body.n };
}
static struct str get(struct fixture *f, const char *address)
{
    return ask(f, (struct try){ 0 }, address);
}
static json_int_t number(struct str body, const char *name)
{
    json_t *all = json_loadb(body.s, body.n, 0, NULL);
    CHECK(all);
    const json_int_t n = json_integer_value(json_object_get(all, name));
    json_decref(all);
    return n;
}
static size_t lines(struct str body)
{
    size_t n = 0;
    for (size_t i = 0; i < body.n; i++) n += body.s[i] == '\n';
    return n;
}

static void a_page_is_a_page(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f);
    const struct str body = get(&f, "/hsds/services?per_page=7&page=43");
    assert_int_equal(f.res.status, 200);
    assert_int_equal(number(body, "total_items"), 300);
    assert_int_equal(number(body, "total_pages"), 43);
    assert_int_equal(number(body, "size"), 6); /* 42 * 7 = 294 */
    CHECK_HAS(body, "\"last_page\":true");
    CHECK(f.res.modified.s == map_now.s);
    CHECK(f.res.open && !f.res.no_store);
    assert_int_equal(number(get(&f, "/hsds/services?per_page=100000"), "size"), HSDS_PAGE_MOST);
    close_map(&f);
}

static void what_is_away_is_told_to_nobody(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f);
    sql_run(
        f.st,
        "UPDATE service SET status = 1, modified = modified + 5 WHERE id = 3;"
        "UPDATE service SET status = 2, modified = modified + 5 WHERE id = 4;"
        "UPDATE service SET uuid = '00000000-0000-8000-8000-00000000000' || id WHERE id < 5");
    CHECK_NOT(get(&f, "/hsds/services?per_page=10"), "000000000003");
    CHECK_HAS(get(&f, "/hsds/services?per_page=10"), "000000000004");
    get(&f, "/hsds/services/00000000-0000-8000-8000-000000000003");
    assert_int_equal(f.res.status, 404);
    CHECK_HAS(get(&f, "/hsds/services/00000000-0000-8000-8000-000000000004"),
              "\"status\":\"defunct\"");
    const char *since = "modified_after=2026-11-27T11:00:01%2B00:00";
    CHECK_HAS(get(&f, arena_format(&f.arena, "/hsds/services?%s", since).s), "000000000004");
    const struct str gone = get(&f, arena_format(&f.arena, "/hsds/tombstones?%s", since).s);
    assert_int_equal(number(gone, "total_items"), 2);
    CHECK_HAS(gone, "000000000003");
    CHECK_NOT(gone, "\"name\"");
    assert_int_equal(lines(get(&f, "/hsds/services?format=ndjson")), 299);
    assert_int_equal(lines(get(&f, "/hsds/service_at_locations?format=ndjson")), 299);
    close_map(&f);
}

static void a_post_reads_and_keeps_nothing(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f);
    const json_int_t by_get = number(get(&f, "/hsds/services?search=schulden"), "total_items");
    CHECK(by_get > 0 && f.res.no_store);
    struct try post = { .method = METHOD_POST,
                        .body = "search=schulden",
                        .from_elsewhere = true };
    assert_int_equal(number(ask(&f, post, "/hsds/services"), "total_items"), by_get);
    CHECK(f.res.no_store && f.res.open && !f.res.cookie.n);
    post.body = "{\"search\":\"schulden\",\"page\":1,\"full\":true,\"minimal\":null}";
    post.json = true;
    CHECK_HAS(ask(&f, post, "/hsds/services"), "service_at_locations");
    static const char *const wrong[] = { "{", "[1]", "{\"search\":[]}", "{\"q\":\"x\"}", "" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        post.body = wrong[i];
        ask(&f, post, "/hsds/services");
        assert_int_equal(f.res.status, 400);
        assert_int_equal(f.res.content, CONTENT_PROBLEM);
    }
    ask(&f, post, "/hsds/nergens");
    assert_int_equal(f.res.status, 404);
    CHECK(f.res.open);
    close_map(&f);
}

static void what_is_wrong_is_said_in_your_language(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f);
    CHECK_HAS(get(&f, "/hsds/services?full=ja"), "Schrijf true of false.");
    assert_int_equal(f.res.status, 400);
    CHECK_HAS(ask(&f, (struct try){ .accept_language = STR("en") }, "/hsds/services?full=ja"),
              "Write true or false.");
    CHECK_HAS(get(&f, "/en/hsds/services?full=ja"), "Write true or false.");
    CHECK_HAS(get(&f, "/hsds/services?zoek=1"), "zoek");
    close_map(&f);
}

/* Each opening and each day that differs comes back as the same hours. */
static void hours_come_back(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static const char *const written[] = {
        "ma-vr 09:00-17:00; za 10:00-12:00",
        "elke dag 00:00-24:00",
        "vr, za 22:00-02:00",
        "1e di 19:00-21:00; laatste do 10:00-11:00",
        "om de week wo 14:00-16:00 (vanaf 2026-01-07)",
        "ma 09:00-12:00 (vanaf 2026-03-01 t/m 2026-09-30)",
        ("ma-vr 09:00-12:00, 13:00-17:00; 2026-12-24 09:00-12:00; 2026-12-27 t/m 2027-01-02 "
         "gesloten"),
    };
    for (size_t i = 0; i < COUNT_OF(written); i++) {
        struct hours h, back = { 0 };
        struct str wrong;
        struct schedule *rows = NEW(&a, struct schedule, SCHEDULES_MOST);
        CHECK(hours_read(str_of(written[i]), &h, &wrong));
        const size_t n = schedules_of(&a, &h, rows);
        for (size_t k = 0; k < n; k++) CHECK(schedule_take(&rows[k], &back));
        CHECK_STR(hours_write(&a, &back), hours_write(&a, &h).s);
    }
    arena_end(&a);
}

static void rules_of_others_are_read_or_left_out(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct hours h = { 0 };
    CHECK(schedule_take(&(struct schedule){ .weekday = STR("Monday"),
                                            .opens_at = STR("9:00 AM"),
                                            .closes_at = STR("5:00 PM") },
                        &h));
    CHECK(schedule_take(&(struct schedule){ .weekday = STR("2"),
                                            .opens_at = STR("09:00-05:00"),
                                            .closes_at = STR("17:00Z") },
                        &h));
    CHECK(schedule_take(&(struct schedule){ .freq = STR("WEEKLY"),
                                            .byday = STR("WE,TH"),
                                            .opens_at = STR("09:00:00"),
                                            .closes_at = STR("17:00:00") },
                        &h));
    CHECK_STR(hours_write(&a, &h), "ma 09:00-17:00; di 09:00-17:00; wo, do 09:00-17:00");
    static const struct schedule none[] = {
        { .freq = { "MONTHLY", 7 },
          .bymonthday = { "1", 1 },
          .opens_at = { "09:00", 5 },
          .closes_at = { "10:00", 5 } },
        { .freq = { "WEEKLY", 6 },
          .byday = { "XX", 2 },
          .opens_at = { "09:00", 5 },
          .closes_at = { "10:00", 5 } },
        { .freq = { "WEEKLY", 6 },
          .byday = { "MO", 2 },
          .opens_at = { "25:00", 5 },
          .closes_at = { "10:00", 5 } },
        { .freq = { "WEEKLY", 6 },
          .byday = { "MO", 2 },
          .interval = { "3", 1 },
          .opens_at = { "09:00", 5 },
          .closes_at = { "10:00", 5 } },
        { .exception = true, .dtstart = { "2026-13-01", 10 } },
        { .opens_at = { "", 0 } },
    };
    for (size_t i = 0; i < COUNT_OF(none); i++) CHECK(!schedule_take(&none[i], &h));
    arena_end(&a);
}

static void addresses_are_what_a_checker_takes(void **state)
{
    (void)state;
    struct arena a = { 0 };
    CHECK_STR(object_url(&a, STR("https://a.example/één?x=1%20%")),
              "https://a.example/%C3%A9%C3%A9n?x=1%20%25");
    CHECK_STR(object_url(&a, STR("javascript:alert(1)")), "");
    CHECK_STR(object_email(STR("info@waterstad.example")), "info@waterstad.example");
    static const char *const none[] = { "info",    "@a.nl", "a@b",    "a b@c.nl",
                                        "a@b..nl", "a@.nl", "a@b.nl." };
    for (size_t i = 0; i < COUNT_OF(none); i++) CHECK_STR(object_email(str_of(none[i])), "");
    CHECK_STR(object_degrees(&a, -500000), "-0.5");
    CHECK_STR(object_degrees(&a, 52000000), "52.0");
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_a_page),
        cmocka_unit_test(what_is_away_is_told_to_nobody),
        cmocka_unit_test(a_post_reads_and_keeps_nothing),
        cmocka_unit_test(what_is_wrong_is_said_in_your_language),
        cmocka_unit_test(hours_come_back),
        cmocka_unit_test(rules_of_others_are_read_or_left_out),
        cmocka_unit_test(addresses_are_what_a_checker_takes),
    };
    return RUN_TESTS(tests);
}
