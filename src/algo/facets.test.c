/* facets.test.c — what fits, and what stands beside each choice, against counting it by hand. */
#include "algo/facets.h"

#include "base/test.h"

enum { THINGS = 4, COLOURS = 3, SIZES = 2 };
enum { RED, GREEN, BLUE };
enum { SMALL, LARGE };

/* 0: red, small · 1: red and green, large · 2: green, small · 3: without colour, large */
static const struct facet_pair colours[] = {
    { 0, RED }, { 1, RED }, { 1, GREEN }, { 2, GREEN }
};
static const struct facet_pair sizes[] = {
    { 0, SMALL }, { 1, LARGE }, { 2, SMALL }, { 3, LARGE }
};

struct counted {
    uint32_t colour[COLOURS], size[SIZES], misses[THINGS];
    struct facet facets[2];
    size_t fit;
};
static void count(struct counted *c, int colour, int size)
{
    c->facets[0] = (struct facet){ .pairs = colours,
                                   .pairs_n = 4,
                                   .chosen = colour >= 0,
                                   .value = (uint32_t)colour,
                                   .count = c->colour,
                                   .values_n = COLOURS };
    c->facets[1] = (struct facet){ .pairs = sizes,
                                   .pairs_n = 4,
                                   .chosen = size >= 0,
                                   .value = (uint32_t)size,
                                   .count = c->size,
                                   .values_n = SIZES };
    c->fit = facets_count(c->facets, 2, c->misses, THINGS);
}

static void nothing_chosen_counts_everything(void **state)
{
    (void)state;
    struct counted c;
    count(&c, -1, -1);
    CHECK(c.fit == 4 && c.facets[0].any == 4 && c.facets[1].any == 4);
    CHECK(c.colour[RED] == 2 && c.colour[GREEN] == 2 && c.colour[BLUE] == 0);
    CHECK(c.size[SMALL] == 2 && c.size[LARGE] == 2);
}

/* The own facet is left out, so that its other choices stay in sight. */
static void a_choice_narrows_the_others_and_not_itself(void **state)
{
    (void)state;
    struct counted c;
    count(&c, RED, -1);
    CHECK(c.fit == 2 && c.misses[0] == 0 && c.misses[1] == 0 && c.misses[2] && c.misses[3]);
    CHECK(c.colour[RED] == 2 && c.colour[GREEN] == 2 && c.facets[0].any == 4);
    CHECK(c.size[SMALL] == 1 && c.size[LARGE] == 1 && c.facets[1].any == 2);
}

static void two_choices_hold_together(void **state)
{
    (void)state;
    struct counted c;
    count(&c, GREEN, SMALL);
    CHECK(c.fit == 1 && c.misses[2] == 0);
    CHECK(c.colour[RED] == 1 && c.colour[GREEN] == 1 && c.facets[0].any == 2);
    CHECK(c.size[SMALL] == 1 && c.size[LARGE] == 1);
    count(&c, BLUE, LARGE);
    CHECK(c.fit == 0 && c.size[SMALL] == 0 && c.colour[RED] == 1);
}

static void nothing_at_all_is_counted_too(void **state)
{
    (void)state;
    uint32_t none[1] = { 7 };
    struct facet f = { .count = none, .values_n = 1, .chosen = true };
    CHECK(facets_count(&f, 1, NULL, 0) == 0 && none[0] == 0 && f.any == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_chosen_counts_everything),
        cmocka_unit_test(a_choice_narrows_the_others_and_not_itself),
        cmocka_unit_test(two_choices_hold_together),
        cmocka_unit_test(nothing_at_all_is_counted_too),
    };
    return RUN_TESTS(tests);
}
