/* fold.test.c — letters as one compares them. */
#include "algo/fold.h"
#include "base/test.h"

static struct str folded(struct arena *a, const char *text, bool loosely)
{
    struct str rest = str_of(text);
    char *to = NEW(a, char, rest.n *FOLD_MOST + 1);
    size_t n = 0;
    while (rest.n) {
        const uint32_t c = str_codepoint(&rest);
        n += loosely ? fold_loosely(to + n, c) : fold(to + n, c);
    }
    return (struct str){ to, n };
}

static void test_folding(void **state)
{
    (void)state;
    struct arena a = { 0 };
    CHECK_STR(folded(&a, "ÉéËÏñ ŠØłß Ĳĳ", false), "eeein solss ijij");
    CHECK_STR(folded(&a, "ÇİŞĞÜ ılık", false), "cisgu ilik");
    CHECK_STR(folded(&a, "أحمد", false), "أحمد");
    CHECK_STR(folded(&a, "أَحْمَد إلى آمنة", true), "احمد الي امنه");
    CHECK_STR(folded(&a, "٠٩ ۰۹ ０９", true), "09 09 09");
    CHECK_STR(folded(&a, "ДОМ Ωμέγα", false), "дом ωμέγα");
    arena_end(&a);
}

static void test_kinds(void **state)
{
    (void)state;
    static const uint32_t capitals[] = { 'A',   'Z',   0xc9,  0xde,  0x100, 0x130,
                                         0x139, 0x147, 0x14a, 0x178, 0x17d, 0x411 };
    static const uint32_t small[] = { 'a',   'z',   '1',   '@',   0xd7,  0xdf,  0xe9, 0x101,
                                      0x131, 0x13a, 0x148, 0x17e, 0x17f, 0x431, 0x639 };
    for (size_t i = 0; i < COUNT_OF(capitals); i++)
        if (!fold_capital(capitals[i])) fail_msg("U+%04X is a capital", (unsigned)capitals[i]);
    for (size_t i = 0; i < COUNT_OF(small); i++)
        if (fold_capital(small[i])) fail_msg("U+%04X is no capital", (unsigned)small[i]);
    CHECK(fold_letter('x') && fold_letter('7') && fold_letter(0x639) && fold_letter(0xe9));
    CHECK(!fold_letter(' ') && !fold_letter(0x2019) && !fold_letter(0x61f) &&
          !fold_letter(0x1f600));
    CHECK(fold_mark(0x301) && fold_mark(0x64e) && !fold_mark('e'));
    CHECK(fold_digit('7') == 7 && fold_digit(0x667) == 7 && fold_digit('x') == -1);
}

/* Whatever a code point is, it folds to well-formed text that folds no further. */
static void test_folded_once_is_enough(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x20000; c++) {
        if (c >= 0xd800 && c < 0xe000) continue;
        char to[FOLD_MOST], again[2 * FOLD_MOST];
        const struct str x = { to, fold_loosely(to, c) };
        CHECK(x.n <= FOLD_MOST && str_utf8(x));
        size_t n = 0;
        for (struct str rest = x; rest.n;) n += fold_loosely(again + n, str_codepoint(&rest));
        if (!str_eq(x, (struct str){ again, n })) fail_msg("U+%04X", (unsigned)c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_folded_once_is_enough),
    };
    return RUN_TESTS(tests);
}
