/* password.test.c — what is taken as a password, and that only the right one opens. */
#include "features/people/password.h"

#include "base/bytes.h"
#include "base/test.h"

#include <time.h>

static struct arena arena;
static const struct str salt = { "0123456789abcdef", PASSWORD_SALT };

static enum password_fault rule(const char *password)
{
    const struct str known[] = { STR("Ons Zonnedorp"), STR("Gemeente Zonnedorp"),
                                 STR("sam.jansen+dialoog@voorbeeld.nl"), STR("Sam Jansen"),
                                 STR("") };
    return password_rule(str_of(password), known, COUNT_OF(known));
}

static void length_is_counted_in_characters(void **state)
{
    char long_one[PASSWORD_BYTES + 2];
    (void)state;
    CHECK(rule("") == PASSWORD_SHORT);
    CHECK(rule("fietslampje") == PASSWORD_SHORT);
    CHECK(rule("fietslampjes") == PASSWORD_FINE);
    CHECK(rule("\xc3\xa9\xc3\xa8\xc3\xab\xc3\xaa\xc3\xab\xc3\xa9") == PASSWORD_SHORT); /* 6 */
    CHECK(rule("\xd8\xa8\xd9\x8a\xd8\xaa\xd9\x83\xd8\xa7\xd9\x84\xd8\xac\xd9\x85\xd9\x8a\xd9"
               "\x84\xd9\x87\xd9\x86\xd8\xa7") == PASSWORD_FINE);
    for (size_t i = 0; i < sizeof long_one; i++) long_one[i] = (char)('a' + i * 7 % 26);
    CHECK(password_rule((struct str){ long_one, PASSWORD_BYTES }, NULL, 0) == PASSWORD_FINE);
    CHECK(password_rule((struct str){ long_one, PASSWORD_BYTES + 1 }, NULL, 0) ==
          PASSWORD_LONG);
}

static void no_rule_about_capitals_digits_or_signs(void **state)
{
    static const char *const fine[] = {
        "de buurman bakt brood",
        "correct horse battery staple",
        "dwarsfluitkast",
        "ik fiets graag door zonnedorp",
        "in januari schaatsen wij nooit",
        "8405173926481",
        "XkQ?vW(zR)tH[",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(fine); i++)
        if (rule(fine[i]) != PASSWORD_FINE) fail_msg("refused: %s", fine[i]);
}

static void what_everybody_tries_first_is_refused(void **state)
{
    static const char *const bad[] = {
        "123456789012",   "aaaaaaaaaaaaaa",   "abababababab",     "abcabcabcabcabc",
        "abcdefghijkl",   "wachtwoord123",    "Wachtwoord2026!",  "P@ssw0rd12345",
        "WelkomWelkom01", "qwertyuiop123",    "Welkom-2026-!!",   "zomer2026zomer",
        "987654321098",   "1q2w3e4r1q2w3e4r", "passwordpassword", "Januari 2027!!!",
        "            ",   "............!",    "gemeente12345",    "welkom2024nu1",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (rule(bad[i]) != PASSWORD_COMMON) fail_msg("%d: %s", (int)rule(bad[i]), bad[i]);
}

static void what_anyone_can_guess_here_is_refused(void **state)
{
    static const char *const bad[] = {
        "onszonnedorp",        "Zonnedorp-2026",  "welkom ZONNEDORP",
        "samjansen1234",       "Sam Jansen 1987", "sam.jansen+dialoog@voorbeeld.nl",
        "voorbeeld-voorbeeld",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (rule(bad[i]) != PASSWORD_KNOWN) fail_msg("%d: %s", (int)rule(bad[i]), bad[i]);
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    CHECK(rule("fietslampjes\xff") == PASSWORD_BROKEN);
    CHECK(password_rule(STR("fietslampjes\0en meer"), NULL, 0) == PASSWORD_BROKEN);
}

static void only_the_right_one_opens(void **state)
{
    const char *wrong[] = { "", "fietslampje", "fietslampjess", "Fietslampjes",
                            "fietslampjes " };
    struct str kept, again, other;
    bool right;
    (void)state;
    CHECK_OK(password_make(&arena, STR("fietslampjes"), salt, &kept));
    CHECK(str_starts(kept, STR("$argon2id$v=19$m=32768,t=2,p=1$")));
    CHECK_OK(password_check(STR("fietslampjes"), kept, &right));
    CHECK(right && !password_aged(kept));
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        CHECK_OK(password_check(str_of(wrong[i]), kept, &right));
        if (right) fail_msg("opens: \"%s\"", wrong[i]);
    }
    CHECK_OK(password_check(STR("fietslampjes\0x"), kept, &right));
    CHECK(!right);
    CHECK_OK(password_make(&arena, STR("fietslampjes"), salt, &again));
    CHECK_OK(password_make(&arena, STR("fietslampjes"), STR("fedcba9876543210"), &other));
    CHECK(str_eq(kept, again) && !str_eq(kept, other));
}

static void nothing_is_cut_off(void **state)
{
    char x[PASSWORD_BYTES + 1], y[PASSWORD_BYTES + 1];
    struct str kept;
    bool right;
    (void)state;
    memset(x, 'x', sizeof x);
    memcpy(y, x, sizeof y);
    y[PASSWORD_BYTES - 1] = 'y';
    CHECK_OK(password_make(&arena, (struct str){ x, PASSWORD_BYTES }, salt, &kept));
    CHECK_OK(password_check((struct str){ x, PASSWORD_BYTES }, kept, &right));
    CHECK(right);
    CHECK_OK(password_check((struct str){ y, PASSWORD_BYTES }, kept, &right));
    CHECK(!right);
    CHECK_OK(password_check((struct str){ x, PASSWORD_BYTES + 1 }, kept, &right));
    CHECK(!right);
    CHECK(password_make(&arena, (struct str){ x, sizeof x }, salt, &kept) == ERR_INPUT);
    CHECK(password_make(&arena, STR("fietslampjes"), STR("short"), &kept) == ERR_BROKEN);
}

/* Made with the reference program: echo -n "fietslampjes" | argon2 0123456789abcdef -id -t 3 -k 64 -p 2 */
static void what_others_made_at_another_cost_is_read(void **state)
{
    const struct str kept = STR("$argon2id$v=19$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
                                "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ");
    bool right;
    (void)state;
    CHECK(password_aged(kept));
    CHECK_OK(password_check(STR("fietslampjes"), kept, &right));
    CHECK(right);
    CHECK_OK(password_check(STR("fietslampjez"), kept, &right));
    CHECK(!right);
}

static void what_is_not_ours_is_not_tried(void **state)
{
    static const char *const bad[] = {
        "x",
        "$argon2id$",
        "$argon2i$v=19$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=16$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=4194304,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=64,t=4000000,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=64,t=3,p=2000$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=99999999999999999999,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=064,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=-1,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$t=3,m=64,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$AAAA",
        "$argon2id$v=19$m=64,t=3,p=2$MDEy$+e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=64,t=3,p=2$MDEyMzQ1Njc$+e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
        "$argon2id$v=19$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAA",
        "$argon2id$v=19$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ$",
        "$argon2id$v=19$m=64,t=3,p=2$MDEyMzQ1Njc4OWFiY2Rl!!$+"
        "e8lG8c9sn9yCHj6WS5JF5nUbRhP9XTIIJCKVDVe7VQ",
    };
    bool right = true;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        if (password_check(STR("fietslampjes"), str_of(bad[i]), &right) != ERR_BROKEN)
            fail_msg("tried: %s", bad[i]);
        CHECK(!right);
    }
    char long_one[2000];
    memset(long_one, 'A', sizeof long_one);
    memcpy(long_one, bad[3], strlen(bad[3])); /* a hash without end */
    long_one[13] = '9';
    const struct str kept = { long_one, sizeof long_one };
    CHECK(password_check(STR("fietslampjes"), kept, &right) == ERR_BROKEN);
}

static int64_t microseconds(struct str kept)
{
    struct timespec from, to;
    int64_t least = INT64_MAX;
    for (int i = 0; i < 5; i++) {
        bool right;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
        CHECK_OK(password_check(STR("een verkeerd wachtwoord"), kept, &right));
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
        const int64_t took =
            (to.tv_sec - from.tv_sec) * 1000000 + (to.tv_nsec - from.tv_nsec) / 1000;
        if (took < least) least = took;
        CHECK(!right);
    }
    return least;
}

static void nobody_costs_as_much_as_somebody(void **state)
{
    struct str kept;
    (void)state;
    CHECK_OK(password_make(&arena, STR("fietslampjes"), salt, &kept));
    const int64_t somebody = microseconds(kept), nobody = microseconds((struct str){ 0 });
    CHECK(nobody * 10 > somebody * 7 && somebody * 10 > nobody * 7);
    CHECK(nobody > 5000); /* a check that costs nothing protects nobody */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(length_is_counted_in_characters),
        cmocka_unit_test(no_rule_about_capitals_digits_or_signs),
        cmocka_unit_test(what_everybody_tries_first_is_refused),
        cmocka_unit_test(what_anyone_can_guess_here_is_refused),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(only_the_right_one_opens),
        cmocka_unit_test(nothing_is_cut_off),
        cmocka_unit_test(what_others_made_at_another_cost_is_read),
        cmocka_unit_test(what_is_not_ours_is_not_tried),
        cmocka_unit_test(nobody_costs_as_much_as_somebody),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
