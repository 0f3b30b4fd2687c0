/* ties.test.c — what of the map belongs to a theme and to a point, at the desk and for everybody. */
#include "features/ties/ties.h"

#include "features/map/map.test.h"
#include "tests/city.h"
#include "tests/sql.h"

static const char usual[] =
    "key,name,organisation,description,subjects,hours,neighbourhood,confirmed\n"
    "1,Formulierenbrigade,Buurtwerk,Wij helpen met brieven.,formulieren,ma-vr 09:00-17:00,"
    "Noord,2026-11-01\n"
    "2,Open eettafel,Buurtwerk,Samen eten in het weekend.,eten,za "
    "17:00-19:00,Noord,2026-11-01\n";

static void start(struct city *c)
{
    struct map_loading l = { 0 };
    *c = (struct city){ 0 };
    city_open(c, true);
    CHECK_OK(map_load_table(c->store, str_of(usual), &l));
    sql_run(c->store, "INSERT INTO person (id, name, email, password, handle, made) VALUES (1, "
                      "'Anna', 'a@voorbeeld.nl', '', x'01', 1)");
}
static int asks(struct city *c, enum who who, const char *address, const char *body,
                struct str *page)
{
    struct response res;
    const struct try try = {
        .method = body ? METHOD_POST : METHOD_GET,
        .address = address,
        .body = body,
        .visitor = { who ? 1 : 0, who, { "Anna", 4 }, { "a", who ? 1u : 0u } },
        .now = map_now
    };
    web_ask(c->store, c->db, &c->arena, &try, &res);
    if (page) *page = arena_copy(&c->arena, (struct str){ res.body.s, res.body.n });
    return res.status;
}
static const char *with_basis(struct city *c, struct str page, const char *rest)
{
    const char *at = memmem(page.s, page.n, "name=\"basis\" value=\"", 20);
    assert_non_null(at);
    const size_t n = strcspn(at + 20, "\"");
    return arena_format(&c->arena, "basis=%.*s%s", (int)n, at + 20, rest).s;
}

static void a_theme_has_subjects(void **state)
{
    (void)state;
    struct city c;
    struct str page;
    start(&c);
    const int64_t food =
        sql_number(c.store, "SELECT id FROM taxonomy_term WHERE code = 'eten'");
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/thema/hulp", NULL, &page),
                     200);
    const struct str rest = arena_format(&c.arena, "&onderwerp=%lld", (long long)food);
    const char *body = with_basis(&c, page, rest.s);
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/thema/hulp", body, NULL),
                     303);
    assert_int_equal(asks(&c, WHO_ANYONE, "/waterstad/thema/hulp", NULL, &page), 200);
    CHECK_HAS(page, "/kaart?onderwerp=eten");
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart", NULL, &page), 200);
    CHECK_HAS(page, "Eten");
    /* the form of before: somebody else was first */
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/thema/hulp",
                          arena_format(&c.arena, "%s&onderwerp=1", body).s, NULL),
                     422);
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/thema/ontmoeten",
                          "basis=x&onderwerp=999", NULL),
                     422);
    assert_int_equal(asks(&c, WHO_WRITER, "/waterstad/beheer/kaart", NULL, NULL), 403);
    city_close(&c);
}

static void a_point_has_entries_both_ways(void **state)
{
    (void)state;
    struct city c;
    struct str page;
    start(&c);
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart?toon=leeg", NULL, &page),
                     200);
    CHECK_HAS(page, "Hier is nog niets voor");
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/1", NULL, &page), 200);
    CHECK_HAS(page, "Open eettafel"); /* by the words of the point: "weekend" */
    assert_int_equal(
        asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/1?q=kwantumfysica", NULL, &page),
        200);
    CHECK_HAS(page, "De kaart heeft niets bij deze woorden");
    assert_int_equal(
        asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/1?q=brieven", NULL, &page), 200);
    CHECK_HAS(page, "Formulierenbrigade");
    const char *body = with_basis(&c, page, "&dienst=1");
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/1", body, NULL), 303);
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/1",
                          arena_format(&c.arena, "%s&dienst=2", body).s, &page),
                     422);
    CHECK_HAS(page, "Een collega veranderde dit net ook");
    assert_int_equal(asks(&c, WHO_ANYONE, "/waterstad/punt/1", NULL, &page), 200);
    CHECK_HAS(page, "/kaart/formulierenbrigade");
    assert_int_equal(asks(&c, WHO_ANYONE, "/kaart/formulierenbrigade", NULL, &page), 200);
    CHECK_HAS(page, "/waterstad/punt/1");
    assert_int_equal(
        asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/1", "basis=x&dienst=99", NULL), 422);
    sql_run(c.store, "UPDATE service SET status = 2"); /* stopped: no longer there */
    assert_int_equal(asks(&c, WHO_ANYONE, "/waterstad/punt/1", NULL, &page), 200);
    CHECK_NOT(page, "/kaart/formulierenbrigade");
    assert_int_equal(
        sql_number(c.store, "SELECT count(*) FROM history WHERE act = 6 AND thing = 3"), 1);
    assert_int_equal(asks(&c, WHO_EDITOR, "/waterstad/beheer/kaart/punt/99", NULL, NULL), 404);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_theme_has_subjects),
        cmocka_unit_test(a_point_has_entries_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
