/* suppress.test.c — no class of fewer than five can be known: tried by a twin that knows the rule, sees only
 * what is shown, and reckons every count that fits. */
#include "algo/suppress.h"
#include "base/test.h"

#include <string.h>

enum { LEAST = 5, MOST = 11, CLASSES = 4, SEEN = 1 << 16 };

static void small_classes_stand_together(void **state)
{
    const int64_t counts[] = { 12, 3, 0, 4, 30 };
    bool shown[5];
    (void)state;
    assert_int_equal(suppress(counts, 5, LEAST, shown), 7);
    assert_true(shown[0] && !shown[1] && !shown[2] && !shown[3] && shown[4]);
}

static void one_small_class_takes_another_along(void **state)
{
    const int64_t counts[] = { 12, 3, 8 };
    bool shown[3];
    (void)state;
    assert_int_equal(suppress(counts, 3, LEAST, shown), 11);
    assert_true(shown[0] && !shown[1] && !shown[2]);
}

/* Two classes of at most four that hold eight are four and four. */
static void what_must_be_full_takes_another_along(void **state)
{
    const int64_t counts[] = { 5, 4, 4 }, equal[] = { 6, 6, 4, 30 };
    bool shown[4];
    (void)state;
    assert_int_equal(suppress(counts, 3, LEAST, shown), 13);
    assert_int_equal(suppress(equal, 4, LEAST, shown), 16);
    assert_true(!shown[0] && !shown[1] && !shown[2] && shown[3]);
}

static void nothing_small_hides_nothing(void **state)
{
    const int64_t counts[] = { 5, 0, 9 };
    bool shown[3];
    (void)state;
    assert_int_equal(suppress(counts, 3, LEAST, shown), 0);
    assert_true(shown[0] && !shown[1] && shown[2]);
    assert_int_equal(suppress((const int64_t[]){ 3 }, 1, LEAST, shown), 3);
    assert_false(shown[0]);
    assert_int_equal(suppress(counts, 0, LEAST, shown), 0);
}

/* ---- the twin ---- */

/* What is shown of a list of counts, and the total: all that the world sees. */
static uint64_t seen(const int64_t *counts, size_t n)
{
    bool shown[CLASSES];
    uint64_t all = (uint64_t)suppress(counts, n, LEAST, shown);
    for (size_t i = 0; i < n; i++) all = all * 32 + (shown[i] ? (uint64_t)counts[i] + 1 : 0);
    return all;
}

struct fits { /* every list of counts that looks the same */
    uint64_t seen;
    bool taken;
    unsigned values[CLASSES]; /* of each class, a bit per count that fits */
};
static struct fits table[SEEN];

static struct fits *fits_of(uint64_t what)
{
    size_t at = (size_t)((what * UINT64_C(0x9E3779B97F4A7C15)) >> 48) % SEEN;
    while (table[at].taken && table[at].seen != what) at = (at + 1) % SEEN;
    return &table[at];
}

static bool next_counts(int64_t *counts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (++counts[i] <= MOST) return true;
        counts[i] = 0;
    }
    return false;
}

/* Of a class that is not shown, more than one count fits, unless all that is not shown is nobody. With
 * fewer than LEAST people in all nothing is shown, the total neither. */
static void nothing_small_can_be_reckoned(void **state)
{
    (void)state;
    for (size_t n = 1; n <= CLASSES; n++) {
        int64_t counts[CLASSES] = { 0 };
        memset(table, 0, sizeof table);
        do {
            struct fits *f = fits_of(seen(counts, n));
            f->taken = true;
            f->seen = seen(counts, n);
            for (size_t i = 0; i < n; i++) f->values[i] |= 1u << counts[i];
        } while (next_counts(counts, n));
        memset(counts, 0, sizeof counts);
        do {
            bool shown[CLASSES];
            int64_t all = 0;
            for (size_t i = 0; i < n; i++) all += counts[i];
            const int64_t rest = suppress(counts, n, LEAST, shown);
            const struct fits *f = fits_of(seen(counts, n));
            if (all < LEAST) continue;
            assert_true(rest == 0 || rest >= LEAST);
            for (size_t i = 0; i < n; i++) {
                if (shown[i]) assert_true(counts[i] >= LEAST);
                const bool one = (f->values[i] & (f->values[i] - 1)) == 0;
                if (counts[i] > 0 && counts[i] < LEAST) assert_false(one);
            }
        } while (next_counts(counts, n));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_classes_stand_together),
        cmocka_unit_test(one_small_class_takes_another_along),
        cmocka_unit_test(what_must_be_full_takes_another_along),
        cmocka_unit_test(nothing_small_hides_nothing),
        cmocka_unit_test(nothing_small_can_be_reckoned),
    };
    return RUN_TESTS(tests);
}
