/* shapes.test.c — neighbourhoods from GeoJSON: what is read, made simple, kept, and refused. */
#include "features/map/shapes.h"

#include "features/map/map.test.h"
#include "tests/sql.h"

#include <math.h>

static enum shapes_fault parse(struct arena *a, const char *json, struct shape **s, size_t *n)
{
    return shapes_parse(a, str_of(json), s, n);
}
#define FEATURE(name, type, where)                                                             \
    "{\"type\":\"Feature\",\"properties\":{\"Naam\":\"" name                                   \
    "\"},\"geometry\":{\"type\":\"" type "\",\"coordinates\":" where "}}"
#define ALL(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

/* Points of the Dutch grid whose degrees are published: the tower in Amersfoort, which is its middle, and the
 * Westertoren in Amsterdam (Kadaster). */
static void the_dutch_grid(void **state)
{
    double latitude, longitude;
    (void)state;
    rd_to_degrees(155000, 463000, &latitude, &longitude);
    CHECK(fabs(latitude - 52.15517440) < 1e-8 && fabs(longitude - 5.38720621) < 1e-8);
    rd_to_degrees(120700.723, 487525.502, &latitude, &longitude);
    CHECK(fabs(latitude - 52.37453253) < 1e-5 && fabs(longitude - 4.88352559) < 1e-5);
}

static void read_and_made_simple(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct shape *s;
    size_t n;
    assert_int_equal(
        parse(&a,
              ALL(FEATURE("Noord", "Polygon",
                          "[[[5.0,52.0],[5.05,52.00001],[5.1,52.0],[5.1,52.1],[5.0,52.1],[5."
                          "0,52.0]],"
                          "[[5.04,52.04],[5.06,52.04],[5.06,52.06],[5.04,52.06],[5.04,52.04]"
                          "]]") "," FEATURE("Zuid", "MultiPolygon",
                                            "[[[[5.0,51.9],[5.1,51.9],[5.1,52.0],[5.0,51.9]]"
                                            "]]") "," FEATURE("Een bankje", "Point",
                                                              "[5.0,52.0]")),
              &s, &n),
        SHAPES_RIGHT);
    assert_int_equal(n, 2);
    assert_int_equal(s[0].rings_n, 2);
    assert_int_equal(s[0].rings[0].n, 4); /* the point on the line is gone */
    assert_int_equal(s[1].rings[0].n, 3);
    const struct str north = shape_bytes(&a, &s[0]);
    CHECK(shape_holds(north, &a, 52020000, 5020000));
    CHECK(!shape_holds(north, &a, 52050000, 5050000)); /* in the hole */
    CHECK(!shape_holds(north, &a, 52200000, 5020000));
    arena_end(&a);
}

static void refused(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct shape *s;
    size_t n;
    assert_int_equal(parse(&a, "", &s, &n), SHAPES_NO_JSON);
    assert_int_equal(parse(&a, "{\"features\":", &s, &n), SHAPES_NO_JSON);
    assert_int_equal(parse(&a, "[]", &s, &n), SHAPES_NO_FEATURES);
    assert_int_equal(parse(&a, "{\"features\":[1,null,{}]}", &s, &n), SHAPES_NO_FEATURES);
    assert_int_equal(
        parse(&a, ALL(FEATURE("", "Polygon", "[[[5,52],[6,52],[6,53],[5,52]]]")), &s, &n),
        SHAPES_NO_FEATURES);
    assert_int_equal(
        parse(&a, ALL(FEATURE("A", "Polygon", "[[[5,52],[6,52],[6,\"x\"],[5,52]]]")), &s, &n),
        SHAPES_ELSEWHERE);
    assert_int_equal(
        parse(&a, ALL(FEATURE("A", "Polygon", "[[[500,52],[600,52],[600,53],[500,52]]]")), &s,
              &n),
        SHAPES_ELSEWHERE);
    arena_end(&a);
}

struct keeping {
    const char *json;
    struct shapes_done done;
};
static enum err keep(struct tx *tx, void *with)
{
    struct keeping *k = with;
    struct arena a = { 0 };
    struct shape *s;
    size_t n;
    assert_int_equal(parse(&a, k->json, &s, &n), SHAPES_RIGHT);
    const enum err e = shapes_keep(tx, s, n, &k->done);
    arena_end(&a);
    return e;
}
static void kept_and_places_get_theirs(void **state)
{
    (void)state;
    struct store *st;
    struct map_loading l = { 0 };
    CHECK_OK(store_open_memory(&st));
    CHECK_OK(map_load_table(
        st,
        STR("key,name,organisation,description,subjects,hours,address,latitude,"
            "longitude,neighbourhood\n"
            "1,Eettafel,Buurt,Samen eten.,eten,ma 17:00-19:00,Kade 1,52.5,5.4,Zuid\n"
            "2,Tuin,Buurt,Samen tuinieren.,buurt,ma 17:00-19:00,Kade 2,52.55,5.45,\n"
            "3,Ver weg,Buurt,Samen tuinieren.,buurt,ma 17:00-19:00,Kade "
            "3,51.5,5.45,\n"),
        &l));
    struct keeping k = { .json = ALL(FEATURE(
                             "Noord", "Polygon",
                             "[[[5.4,52.5],[5.5,52.5],[5.5,52.6],[5.4,52.6],[5.4,52.5]]]")) };
    CHECK_OK(store_write(st, keep, &k));
    assert_int_equal(k.done.areas, 1);
    assert_int_equal(k.done.made, 1);
    assert_int_equal(k.done.placed, 1); /* what had a neighbourhood keeps it */
    assert_int_equal(
        sql_number(st, "SELECT count(*) FROM location l JOIN map_area a ON a.id = l.area "
                       "WHERE a.slug = 'noord' AND l.address = 'Kade 2'"),
        1);
    CHECK_OK(store_write(st, keep, &k));
    assert_int_equal(sql_number(st, "SELECT count(*) FROM map_shape"), 1);
    store_close(st);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dutch_grid),
        cmocka_unit_test(read_and_made_simple),
        cmocka_unit_test(refused),
        cmocka_unit_test(kept_and_places_get_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
