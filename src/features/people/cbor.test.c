/* cbor.test.c — what is read, in its one spelling, and what is not. */
#include "features/people/cbor.h"

#include "base/bytes.h"
#include "base/test.h"

static struct arena arena;

static struct str of_hex(const char *hex)
{
    struct str bytes;
    if (!hex_read(&arena, str_of(hex), &bytes)) fail_msg("no hex: %s", hex);
    return bytes;
}

static void numbers_of_the_standard(void **state)
{
    static const struct {
        const char *hex;
        int64_t value;
    } numbers[] = { /* RFC 8949, appendix A */
                    { "00", 0 },
                    { "17", 23 },
                    { "1818", 24 },
                    { "1903e8", 1000 },
                    { "1a000f4240", 1000000 },
                    { "1b000000e8d4a51000", 1000000000000 },
                    { "20", -1 },
                    { "3863", -100 },
                    { "3903e7", -1000 },
                    { "1b7fffffffffffffff", INT64_MAX },
                    { "3b7fffffffffffffff", INT64_MIN }
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        struct str rest = of_hex(numbers[i].hex);
        int64_t value = 42;
        if (!cbor_int(&rest, &value) || value != numbers[i].value || rest.n)
            fail_msg("%s gives %lld", numbers[i].hex, (long long)value);
        rest = of_hex(numbers[i].hex);
        CHECK(cbor_skip(&rest) && rest.n == 0);
    }
}

static void only_the_shortest_form_is_a_number(void **state)
{
    static const char *const wrong[] = {
        "",
        "18",
        "1817",
        "190018",
        "1900ff",
        "1a0000ffff",
        "1b00000000ffffffff",
        "19ff",
        "1bffffffffffffffff",
        "3b8000000000000000", /* does not fit */
        "1c",
        "1d",
        "1e",
        "1f",
        "40",
        "60",
        "a0",
        "f6",
        "3817",
        "390000",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        const struct str before = of_hex(wrong[i]);
        struct str rest = before;
        int64_t value;
        if (cbor_int(&rest, &value)) fail_msg("read: %s", wrong[i]);
        CHECK(rest.s == before.s && rest.n == before.n);
    }
}

static void strings_are_as_long_as_they_say(void **state)
{
    struct str rest = of_hex("43010203"), value;
    (void)state;
    CHECK(cbor_bytes(&rest, &value) && value.n == 3 && value.s[2] == 3 && rest.n == 0);
    rest = of_hex("6449455446ff");
    CHECK(cbor_text(&rest, &value) && rest.n == 1);
    CHECK_STR(value, "IETF");
    static const char *const wrong[] = {
        "430102",     "44010203", "5803010203", "5f41014102ff", "5bffffffffffffffff",
        "5affffffff", "62ffff",   "6100",       "7f6161ff",     ""
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        const struct str before = of_hex(wrong[i]);
        rest = before;
        if (cbor_bytes(&rest, &value) || cbor_text(&rest, &value)) fail_msg("%s", wrong[i]);
        CHECK(rest.s == before.s && rest.n == before.n);
        CHECK(!cbor_skip(&rest) && rest.n == before.n);
    }
    rest = of_hex("4101");
    CHECK(!cbor_text(&rest, &value));
    rest = of_hex("6161");
    CHECK(!cbor_bytes(&rest, &value));
}

static void skips_one_item_whole(void **state)
{
    static const char *const whole[] = {
        "80", "a0", "83010203", "8301820203820405", "a201020304",     "a26161016162820203",
        "f4", "f5", "f6",       "8181818100",       "a1a10102a103a0", "a301800280f680",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(whole); i++) {
        const struct str item = of_hex(whole[i]);
        struct str rest = arena_format(&arena, "%s00", whole[i]);
        CHECK(hex_read(&arena, rest, &rest));
        if (!cbor_skip(&rest) || rest.n != 1) fail_msg("not one item: %s", whole[i]);
        for (size_t n = 0; n < item.n; n++) {
            rest = str_upto(item, n);
            if (cbor_skip(&rest)) fail_msg("ends early and is read: %s at %zu", whole[i], n);
        }
    }
}

static void bombs_and_rarities_are_refused(void **state)
{
    static const char *const wrong[] = {
        "818181818100",
        "a100a100a100a100a10000", /* five deep */
        "9bffffffffffffffff00",
        "bbffffffffffffffff0000",
        "9affffffff",
        "ba7fffffff0000",
        "9b8000000000000000",
        "bb80000000000000000000", /* times two is nothing */
        "9fff",
        "bfff",
        "9f00ff",
        "ff",
        "c000",
        "d9d9f7a0",
        "f7",
        "e0",
        "f800",
        "f814",
        "f97e00",
        "fa7f800000",
        "fb7ff0000000000000",
        "fc",
    };
    char deep[10000];
    struct str rest = { deep, sizeof deep };
    (void)state;
    memset(deep, '\x81', sizeof deep);
    CHECK(!cbor_skip(&rest));
    for (int head = 0x1C; head < 0x100;
         head += 0x20) /* lengths that mean nothing, and no end */
        for (int size = 0; size < 4; size++) {
            deep[0] = (char)(head + size);
            rest = (struct str){ deep, sizeof deep };
            CHECK(!cbor_skip(&rest));
        }
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        rest = of_hex(wrong[i]);
        if (cbor_skip(&rest)) fail_msg("read: %s", wrong[i]);
    }
    size_t pairs;
    rest = of_hex("bb7fffffffffffffff0000");
    CHECK(!cbor_map(&rest, &pairs));
    rest = of_hex("a20000");
    CHECK(!cbor_map(&rest, &pairs));
    rest = of_hex("a10000");
    CHECK(cbor_map(&rest, &pairs) && pairs == 1 && rest.n == 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_the_standard),
        cmocka_unit_test(only_the_shortest_form_is_a_number),
        cmocka_unit_test(strings_are_as_long_as_they_say),
        cmocka_unit_test(skips_one_item_whole),
        cmocka_unit_test(bombs_and_rarities_are_refused),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
