/* hyphen.test.c — breaks by a few patterns of our own, and words that no pattern fits. */
#include "algo/hyphen.h"
#include "base/test.h"

static const struct hyphens *read_some(struct arena *a, const char *patterns)
{
    return hyphens_read(a, str_of(patterns));
}

/* The word with a dash at each break. */
static const char *broken(const struct hyphens *h, const char *word, char *to)
{
    bool breaks[2 * HYPHEN_WORD_MOST];
    const struct str w = str_of(word);
    size_t n = 0;
    hyphen_points(h, w, breaks);
    for (size_t i = 0; i < w.n; i++) {
        if (breaks[i]) to[n++] = '-';
        to[n++] = w.s[i];
    }
    to[n] = 0;
    return to;
}

static void odd_is_a_break_and_the_highest_wins(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char to[300];
    const struct hyphens *h = read_some(&a, "UTF-8\nLEFTHYPHENMIN 2\n% none\nr1t\nn1s\nt1m\n");
    assert_string_equal(broken(h, "buurtmensen", to), "buur-t-men-sen");
    h = read_some(&a, "r1t\nr4t1m\nn1s\n");
    assert_string_equal(broken(h, "buurtmensen", to), "buurt-men-sen");
    arena_end(&a);
}

static void a_few_letters_stay_together_at_both_ends(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char to[300];
    const struct hyphens *h = read_some(&a, "a1a\n");
    assert_string_equal(broken(h, "aaaaaaa", to), "aa-a-a-aaa");
    assert_string_equal(broken(h, "aaaa", to), "aaaa");
    arena_end(&a);
}

static void dots_stand_for_the_ends_of_a_word(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char to[300];
    const struct hyphens *h = read_some(&a, ".be1t\n");
    assert_string_equal(broken(h, "beter", to), "be-ter");
    assert_string_equal(broken(h, "albeter", to), "albeter");
    arena_end(&a);
}

static void capitals_and_marks_are_letters_too(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char to[300];
    const struct hyphens *h = read_some(&a, "é1n\nr1t\n");
    assert_string_equal(broken(h, "TWÉÉNTIG", to), "TWÉÉ-NTIG");
    assert_string_equal(broken(h, "BUURTEN", to), "BUUR-TEN");
    arena_end(&a);
}

static void what_is_no_word_is_left_alone(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char to[1000], endless[400];
    const struct hyphens *h = read_some(&a, "a1a\nx/y=z,1\n");
    memset(endless, 'a', sizeof endless - 1);
    endless[sizeof endless - 1] = 0;
    bool breaks[sizeof endless];
    assert_int_equal(hyphen_points(h, str_of(endless), breaks), 0);
    assert_string_equal(broken(h, "", to), "");
    assert_string_equal(broken(h, "\xff\xff\xff\xff\xff\xff", to), "\xff\xff\xff\xff\xff\xff");
    const struct hyphens *none = read_some(&a, "");
    assert_string_equal(broken(none, "buurthuis", to), "buurthuis");
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_is_a_break_and_the_highest_wins),
        cmocka_unit_test(a_few_letters_stay_together_at_both_ends),
        cmocka_unit_test(dots_stand_for_the_ends_of_a_word),
        cmocka_unit_test(capitals_and_marks_are_letters_too),
        cmocka_unit_test(what_is_no_word_is_left_alone),
    };
    return RUN_TESTS(tests);
}
