/* finder.test.c — entries as terms, kept and scored. */
#include "algo/finder.h"
#include "base/test.h"

static const struct finder_posting *posting(const struct finder_posting *p, size_t n,
                                            uint32_t term)
{
    for (size_t i = 0; i < n; i++)
        if (p[i].term == term) return &p[i];
    return NULL;
}

static void test_entry(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct finder_reader *r = finder_reader(STR("nl"), 100);
    const struct str fields[FINDER_FIELDS] = { STR("Schuldhulpverlening"), STR("Geld"),
                                               STR("Gemeente"),
                                               STR("Wij helpen u met uw schulden."), STR("") };
    struct finder_posting *p;
    const size_t n = finder_entry(r, &a, fields, &p);
    for (size_t i = 1; i < n; i++) CHECK(p[i - 1].term < p[i].term);
    const struct finder_posting *whole =
        posting(p, n, finder_word(r, &a, STR("schuldhulpverlening"))->stem);
    const struct finder_posting *part =
        posting(p, n, finder_word(r, &a, STR("schuldhulp"))->stem);
    const struct finder_posting *text = posting(p, n, finder_word(r, &a, STR("helpen"))->stem);
    assert_non_null(whole);
    assert_non_null(part);
    assert_non_null(text);
    CHECK(whole->weight > part->weight && part->weight > text->weight);
    CHECK(!posting(p, n, finder_word(r, &a, STR("fiets"))->stem));
    CHECK(finder_word(r, &a, STR("ouders"))->stem != finder_word(r, &a, STR("ouderen"))->stem);
    CHECK(finder_word(r, &a, STR("de"))->empty);
    finder_reader_end(r);
    arena_end(&a);
}

static void test_kept(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct finder_posting p[] = {
        { 0, 4096, 7 }, { 0, 4097, 255 }, { 0, 4300, 1 }, { 0, 8191, 9 }
    };
    struct finder_posting *back = NEW(&a, struct finder_posting, FINDER_CHUNK);
    const struct str kept = finder_stored(&a, p, COUNT_OF(p), 4096);
    CHECK(finder_read(kept, 4096, back) == COUNT_OF(p));
    for (size_t i = 0; i < COUNT_OF(p); i++)
        CHECK(back[i].entry == p[i].entry && back[i].weight == p[i].weight);
    CHECK(finder_read(str_upto(kept, kept.n - 1), 4096, back) == COUNT_OF(p) - 1);
    CHECK(finder_read(STR("\xff"), 0, back) == 0);
    arena_end(&a);
}

static struct str list(struct arena *a, uint32_t first, uint32_t last)
{
    struct finder_posting p[64];
    size_t n = 0;
    for (uint32_t i = first; i <= last; i++) p[n++] = (struct finder_posting){ 0, i, 128 };
    return finder_stored(a, p, n, 0);
}

static void test_score(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct finder_hit *hits;
    struct finder_score s = finder_score_start(&a, 100, 100);
    finder_group(&s, 1); /* a common word: 1 to 40 */
    finder_alternative(&s, 1, 1);
    finder_term(&s, list(&a, 1, 40), 0);
    finder_group(&s, 1); /* a rare one: 40 to 42 */
    finder_alternative(&s, 1, 1);
    finder_term(&s, list(&a, 40, 42), 0);
    size_t n = finder_best(&s, &hits);
    CHECK(n > 0 && hits[0].entry == 40 && hits[0].share > 0.9f); /* both */
    CHECK(n < 42); /* the common word alone is no answer */
    s = finder_score_start(&a, 100, 100);
    finder_group(&s, 1); /* two words that belong together */
    finder_alternative(&s, 1, 2);
    finder_term(&s, list(&a, 1, 10), 0);
    finder_term(&s, list(&a, 10, 20), 0);
    n = finder_best(&s, &hits);
    CHECK(n == 1 && hits[0].entry == 10);
    s = finder_score_start(&a, 5, 5); /* entries beyond the end are left out */
    finder_group(&s, 1);
    finder_alternative(&s, 1, 1);
    finder_term(&s, list(&a, 1, 40), 0);
    CHECK(finder_best(&s, &hits) == 4);
    s = finder_score_start(&a, 5, 5);
    CHECK(finder_best(&s, &hits) == 0);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_entry),
                                        cmocka_unit_test(test_kept),
                                        cmocka_unit_test(test_score) };
    return RUN_TESTS(tests);
}
