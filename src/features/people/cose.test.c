/* cose.test.c — keys of the three kinds are taken, and no others. */
#include "features/people/cose.h"

#include "base/test.h"
#include "tests/authenticator.h"

static struct arena arena;
static struct authenticator phones[3];

static struct str of_hex(const char *hex)
{
    struct str bytes;
    if (!hex_read(&arena, str_of(hex), &bytes)) fail_msg("no hex: %s", hex);
    return bytes;
}

/* A key of integers and of strings filled with one byte, where `n` is not 0. */
struct part {
    int label, number;
    size_t n;
};
static struct str key_of(const struct part *parts, size_t count)
{
    struct pen p = { .n = 0 };
    char fill[1024];
    memset(fill, 0x81, sizeof fill);
    pen_head(&p, 5, count);
    for (size_t i = 0; i < count; i++) {
        pen_int(&p, parts[i].label);
        if (parts[i].n)
            pen_string(&p, 2, (struct str){ fill, parts[i].n });
        else
            pen_int(&p, parts[i].number);
    }
    return pen_take(&arena, &p);
}
#define KEY(...)                                                                               \
    key_of((const struct part[]){ __VA_ARGS__ },                                               \
           COUNT_OF(((const struct part[]){ __VA_ARGS__ })))

static void real_keys_are_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(phones); i++)
        CHECK_OK(cose_check(authenticator_key(&arena, &phones[i])));
    /* Ed25519 knows no curve equation to check here: any 32 bytes are a key of nobody */
    CHECK_OK(cose_check(KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 })));
}

static void other_kinds_are_refused(void **state)
{
    (void)state;
    const struct str wrong[] = {
        STR(""),
        STR("\xA0"),
        STR("\xF6"),
        STR("key"),
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }),                /* no point */
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 31 }), /* short */
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 33 }), /* long */
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 7, 0 }, { -2, 0, 32 }), /* Ed448 */
        KEY({ 1, 1, 0 }, { 3, -7, 0 }, { -1, 6, 0 }, { -2, 0, 32 }), /* kty and alg disagree */
        KEY({ 1, 2, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 }),
        KEY({ 1, 1, 0 }, { -1, 6, 0 }, { -2, 0, 32 }),                            /* no alg */
        KEY({ 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 }),                           /* no kty */
        KEY({ 1, 1, 0 }, { 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 }), /* twice */
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 }, { -3, 0, 32 }),
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 }, { 4, 1, 0 }), /* key_ops */
        KEY({ 1, 1, 0 }, { 3, -8, 0 }, { -1, 6, 0 }, { -2, 0, 32 },
            { -4, 0, 32 }), /* private */
        KEY({ 1, 2, 0 }, { 3, -7, 0 }, { -1, 1, 0 }, { -2, 0, 32 },
            { -3, 0, 32 }),                                          /* no point of it */
        KEY({ 1, 2, 0 }, { 3, -7, 0 }, { -1, 1, 0 }, { -2, 0, 32 }), /* compressed */
        KEY({ 1, 2, 0 }, { 3, -35, 0 }, { -1, 2, 0 }, { -2, 0, 48 }, { -3, 0, 48 }), /* P-384 */
        KEY({ 1, 3, 0 }, { 3, -257, 0 }, { -1, 0, 128 }, { -2, 0, 3 }), /* 1024 bits */
        KEY({ 1, 3, 0 }, { 3, -257, 0 }, { -1, 0, 513 }, { -2, 0, 3 }), /* above 4096 */
        KEY({ 1, 3, 0 }, { 3, -257, 0 }, { -1, 0, 256 }, { -2, 0, 3 }), /* its exponent */
        KEY({ 1, 3, 0 }, { 3, -37, 0 }, { -1, 0, 256 }, { -2, 0, 3 }),  /* PS256 */
        KEY({ 1, 4, 0 }, { 3, 5, 0 }, { -1, 0, 32 }),                   /* a shared secret */
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        if (cose_check(wrong[i]) != ERR_INPUT) fail_msg("taken: the key on place %zu", i);
}

static struct str rsa(size_t n, int alg, struct str exponent)
{
    struct pen p = { .n = 0 };
    char number[1024];
    memset(number, 0x81, sizeof number);
    pen_head(&p, 5, 4);
    pen_int(&p, 1), pen_int(&p, 3), pen_int(&p, 3), pen_int(&p, alg);
    pen_int(&p, -1), pen_string(&p, 2, (struct str){ number, n });
    pen_int(&p, -2), pen_string(&p, 2, exponent);
    return pen_take(&arena, &p);
}

static void rsa_keys_have_bounds(void **state)
{
    const struct str e = STR("\x01\x00\x01");
    (void)state;
    CHECK_OK(cose_check(rsa(256, -257, e)));
    CHECK_OK(cose_check(rsa(512, -257, e)));
    CHECK(cose_check(rsa(255, -257, e)) == ERR_INPUT);
    CHECK(cose_check(rsa(513, -257, e)) == ERR_INPUT);
    CHECK(cose_check(rsa(1000, -257, e)) == ERR_INPUT);
    CHECK(cose_check(rsa(256, -37, e)) == ERR_INPUT);    /* PS256 */
    CHECK(cose_check(rsa(256, -65535, e)) == ERR_INPUT); /* with SHA-1 */
    CHECK(cose_check(rsa(256, -257, STR("\x03"))) == ERR_INPUT);
    CHECK(cose_check(rsa(256, -257, STR("\x01"))) == ERR_INPUT);
    CHECK(cose_check(rsa(256, -257, STR("\0\x01\0\x01"))) == ERR_INPUT);
    CHECK(cose_check(rsa(256, -257, STR(""))) == ERR_INPUT);
}

static void what_is_changed_is_no_key(void **state)
{
    (void)state;
    const struct str key = authenticator_key(&arena, &phones[AUTHENTICATOR_ES256]);
    for (size_t n = 0; n < key.n; n++) CHECK(cose_check(str_upto(key, n)) == ERR_INPUT);
    CHECK(cose_check(arena_format(&arena, "%.*s", 0, "")) == ERR_INPUT);
    char *s = arena_take(&arena, key.n + 1, 1);
    for (size_t at = 0; at < key.n; at++) {
        memcpy(s, key.s, key.n);
        s[at] ^= 1;
        if (cose_check((struct str){ s, key.n }) != ERR_INPUT) fail_msg("taken: byte %zu", at);
    }
    memcpy(s, key.s, key.n);
    CHECK(cose_check((struct str){ s, key.n + 1 }) == ERR_INPUT);
}

/* RFC 8032, §7.1, test 3: signed by somebody else's program. */
static void a_signature_of_the_standard_is_right(void **state)
{
    (void)state;
    const struct str key =
        of_hex("a401010327200621"
               "5820fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    struct str signature =
        of_hex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
               "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    CHECK_OK(cose_verify(key, STR("\xaf\x82"), signature));
    CHECK(cose_verify(key, STR("\xaf\x83"), signature) == ERR_WHO);
    CHECK(cose_verify(key, STR("\xaf\x82"), str_upto(signature, 63)) == ERR_WHO);
    CHECK(cose_verify(key, STR("\xaf\x82"), STR("")) == ERR_WHO);
}

static int before(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(phones); i++)
        phones[i] = authenticator_new((enum authenticator_kind)i);
    return 0;
}

static int after(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(phones); i++) authenticator_end(&phones[i]);
    arena_end(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(real_keys_are_taken),
        cmocka_unit_test(other_kinds_are_refused),
        cmocka_unit_test(rsa_keys_have_bounds),
        cmocka_unit_test(what_is_changed_is_no_key),
        cmocka_unit_test(a_signature_of_the_standard_is_right),
    };
    return cmocka_run_group_tests(tests, before, after);
}
