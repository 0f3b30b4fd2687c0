/* bytes.test.c — one spelling for each value, and nothing read that is not one. */
#include "base/bytes.h"
#include "base/test.h"

static struct arena arena;

static void base64url_as_in_the_standard(void **state)
{
    static const char *const pairs[][2] = { /* RFC 4648 §10, without padding */
                                            { "", "" },
                                            { "f", "Zg" },
                                            { "fo", "Zm8" },
                                            { "foo", "Zm9v" },
                                            { "foob", "Zm9vYg" },
                                            { "fooba", "Zm9vYmE" },
                                            { "foobar", "Zm9vYmFy" }
    };
    struct str back;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        CHECK_STR(base64url_write(&arena, str_of(pairs[i][0])), pairs[i][1]);
        CHECK(base64url_read(&arena, str_of(pairs[i][1]), &back));
        CHECK_STR(back, pairs[i][0]);
    }
    CHECK_STR(base64url_write(&arena, STR("\xfb\xff\xfe")), "-__-");
}

static void every_byte_comes_back(void **state)
{
    char bytes[256];
    struct str back;
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)i;
    for (size_t n = 0; n <= sizeof bytes; n++) {
        const struct str x = { bytes + sizeof bytes - n, n };
        CHECK(base64url_read(&arena, base64url_write(&arena, x), &back) && str_eq(back, x));
        CHECK(hex_read(&arena, hex_write(&arena, x), &back) && str_eq(back, x));
    }
    CHECK_STR(hex_write(&arena, STR("\x01\xAF")), "01af");
}

static void other_spellings_are_refused(void **state)
{
    static const char *const wrong[] = {
        "Z",   "Zg==", "Zg=",  "Zh", /* bits behind the last byte */
        "Zm9", "Zm8 ", " Zm8", "Zm+v", "Zm/v", "Zm8\n", "Zm9vY", "Z\xc3\xa9",
    };
    struct str back;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        if (base64url_read(&arena, str_of(wrong[i]), &back)) fail_msg("read: %s", wrong[i]);
        CHECK(back.n == 0);
    }
    CHECK(!base64url_read(&arena, STR("Zm\0v"), &back));
    static const char *const not_hex[] = { "0", "0G", "AF", "0x01", " 1", "a\xc3" };
    for (size_t i = 0; i < COUNT_OF(not_hex); i++)
        if (hex_read(&arena, str_of(not_hex[i]), &back)) fail_msg("read: %s", not_hex[i]);
}

static void same_only_when_each_byte_is(void **state)
{
    char x[64] = { 0 }, y[64] = { 0 };
    (void)state;
    CHECK(bytes_same(STR(""), (struct str){ 0 }));
    CHECK(!bytes_same(STR("a"), STR("ab")) && !bytes_same(STR(""), STR("a")));
    for (size_t i = 0; i < sizeof x; i++)
        for (unsigned bit = 0; bit < 8; bit++) {
            y[i] = (char)(1u << bit);
            CHECK(!bytes_same((struct str){ x, sizeof x }, (struct str){ y, sizeof y }));
            y[i] = 0;
        }
    CHECK(bytes_same((struct str){ x, sizeof x }, (struct str){ y, sizeof y }));
}

static void chance_differs_each_time(void **state)
{
    struct str x, y;
    (void)state;
    CHECK_OK(
        chance_bytes(&arena, 700, &x)); /* more than one call to the kernel gives for sure */
    CHECK_OK(chance_bytes(&arena, 700, &y));
    CHECK(x.n == 700 && y.n == 700 && !str_eq(x, y));
    CHECK(!str_eq(str_from(x, 600), (struct str){ (char[100]){ 0 }, 100 }));
    char secret[] = "geheim";
    bytes_wipe(secret, sizeof secret);
    CHECK(str_eq((struct str){ secret, sizeof secret }, STR("\0\0\0\0\0\0\0")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(base64url_as_in_the_standard),
        cmocka_unit_test(every_byte_comes_back),
        cmocka_unit_test(other_spellings_are_refused),
        cmocka_unit_test(same_only_when_each_byte_is),
        cmocka_unit_test(chance_differs_each_time),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
