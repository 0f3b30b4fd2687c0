/* password.c — see password.h. */
#include "features/people/password.h"

#include <argon2.h>
#include <string.h>

#include "base/bytes.h"

enum {
    MEMORY = 32 * 1024, /* KiB */
    PASSES = 2,
    LANES = 1,
    HASH = 32,
    SALT_TEXT = 22, /* characters of base64, at least */
    HASH_TEXT = 43,
    MOST_MEMORY = 256 * 1024,
    MOST_PASSES = 16,
    MOST_LANES = 4,
    REMAINS = 5,     /* characters that must remain when the guessable is taken out */
    ROW = 3,         /* from here on neighbours are a row */
    WORD = 4,        /* letters of a word that is taken out */
    WORD_BYTES = 64, /* longer ones are no word */
};

/* ---- the rule ---- */

/* What everybody tries first, in Dutch and English; rows and years are found by themselves. */
static const char *const common[] = {
    "password",   "passw0rd",  "p@ssword",  "p@ssw0rd",    "wachtwoord", "w@chtwoord",
    "wachtw00rd", "welkom",    "welcome",   "welk0m",      "geheim",     "secret",
    "letmein",    "inloggen",  "login",     "admin",       "beheer",     "changeme",
    "veranderen", "standaard", "default",   "qwertyuiop",  "qwerty",     "azerty",
    "asdfghjkl",  "asdfgh",    "zxcvbnm",   "zxcvbn",      "qwertz",     "1q2w3e4r",
    "1qaz2wsx",   "q1w2e3r4",  "iloveyou",  "ikhouvanjou", "ikhouvan",   "dragon",
    "monkey",     "sunshine",  "princess",  "football",    "baseball",   "superman",
    "batman",     "master",    "shadow",    "michael",     "voetbal",    "feyenoord",
    "ajax",       "amsterdam", "rotterdam", "nederland",   "holland",    "gemeente",
    "dialoog",    "zomer",     "winter",    "lente",       "herfst",     "summer",
    "spring",     "autumn",    "januari",   "februari",    "maart",      "april",
    "juni",       "juli",      "augustus",  "september",   "oktober",    "november",
    "december",   "maandag",   "dinsdag",   "woensdag",    "donderdag",  "vrijdag",
    "zaterdag",   "zondag",    "test",      "hallo",       "hello",      "abcdef",
    "liefde",     "whatever",  "trustno1",  "starwars",    "computer",   "internet",
    "pokemon",
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Marks each place where `word` stands, however it is capitalised. */
static void take_out(struct str text, struct str word, bool *out)
{
    for (size_t at = 0; word.n && at + word.n <= text.n; at++) {
        size_t i = 0;
        while (i < word.n && lower(text.s[at + i]) == lower(word.s[i])) i++;
        if (i == word.n) memset(out + at, true, word.n);
    }
}

/* A run of bytes that each lie as far from the one before: "aaaa", "1234", "fedc". */
static void take_out_rows(struct str text, bool *out)
{
    for (size_t from = 0; from + 1 < text.n;) {
        const int step = text.s[from + 1] - text.s[from];
        size_t to = from + 1;
        while (to + 1 < text.n && text.s[to + 1] - text.s[to] == step) to++;
        if (step >= -1 && step <= 1 && to - from + 1 >= ROW)
            memset(out + from, true, to - from + 1);
        from = to;
    }
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static void take_out_years(struct str text, bool *out)
{
    for (size_t at = 0; at + 4 <= text.n; at++) {
        const struct str year = str_upto(str_from(text, at), 4);
        if ((str_starts(year, STR("19")) || str_starts(year, STR("20"))) && digit(year.s[2]) &&
            digit(year.s[3]))
            memset(out + at, true, 4);
    }
}

/* The words of what is known: "Sam.Jansen@voorbeeld.nl" holds Jansen and voorbeeld, and itself. */
static void take_out_known(struct str text, struct str known, bool *out)
{
    take_out(text, known, out);
    for (size_t at = 0; at < known.n;) {
        size_t n = 0;
        while (at + n < known.n && !strchr(" .,;:@-_+/()\"'", known.s[at + n])) n++;
        const struct str word = str_upto(str_from(known, at), n);
        if (n >= WORD && n <= WORD_BYTES) take_out(text, word, out);
        at += n + 1;
    }
}

/* Are five characters left, and as many different ones in the whole? Signs between words do not
 * count: they are what people put there. */
static bool enough(struct str text, const bool *out)
{
    size_t left = 0, different = 0;
    bool seen[256] = { 0 };
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)lower(text.s[i]);
        const bool begins = (c & 0xC0) != 0x80; /* a character, not the rest of one */
        if (begins && !out[i] && !strchr(" !-_.,?@#$*&+=", (char)c)) left++;
        if (!seen[c]) different++;
        seen[c] = true;
    }
    return left >= REMAINS && different >= REMAINS;
}

enum password_fault password_rule(struct str password, const struct str *known, size_t known_n)
{
    bool out[PASSWORD_BYTES] = { 0 };
    size_t characters = 0;
    if (password.n > PASSWORD_BYTES) return PASSWORD_LONG;
    if (!str_utf8(password)) return PASSWORD_BROKEN;
    for (struct str rest = password; rest.n; characters++) str_codepoint(&rest);
    if (characters < PASSWORD_CHARACTERS) return PASSWORD_SHORT;
    for (size_t i = 0; i < COUNT_OF(common); i++) take_out(password, str_of(common[i]), out);
    take_out_rows(password, out);
    take_out_years(password, out);
    if (!enough(password, out)) return PASSWORD_COMMON;
    for (size_t i = 0; i < known_n; i++) take_out_known(password, known[i], out);
    return enough(password, out) ? PASSWORD_FINE : PASSWORD_KNOWN;
}

/* ---- keeping and checking ---- */

struct cost {
    uint32_t memory, passes, lanes;
};

/* "m=32768," off the front: one number, spelt in one way. */
static bool cost_part(struct str *rest, const char *name, char mark, int64_t most, uint32_t *to)
{
    struct str part;
    int64_t number;
    if (!str_next(rest, mark, &part) || !str_starts(part, str_of(name))) return false;
    part = str_from(part, strlen(name));
    if (!str_number(part, most, &number) || number < 1 || part.s[0] == '0') return false;
    *to = (uint32_t)number;
    return true;
}

/* Only what password_make makes, within bounds: the library would take whatever stands there. */
static bool cost_read(struct str kept, struct cost *cost)
{
    const struct str head = STR("$argon2id$v=19$");
    struct str rest = str_from(kept, head.n), salt;
    if (!str_starts(kept, head)) return false;
    if (!cost_part(&rest, "m=", ',', MOST_MEMORY, &cost->memory)) return false;
    if (!cost_part(&rest, "t=", ',', MOST_PASSES, &cost->passes)) return false;
    if (!cost_part(&rest, "p=", '$', MOST_LANES, &cost->lanes)) return false;
    return str_next(&rest, '$', &salt) && salt.n >= SALT_TEXT && rest.n >= HASH_TEXT &&
           str_find(rest, STR("$")) == SIZE_MAX && str_find(kept, STR("\0")) == SIZE_MAX;
}

bool password_aged(struct str kept)
{
    struct cost cost;
    return cost_read(kept, &cost) &&
           (cost.memory != MEMORY || cost.passes != PASSES || cost.lanes != LANES);
}

static enum err failed(int code)
{
    if (code == ARGON2_MEMORY_ALLOCATION_ERROR || code == ARGON2_THREAD_FAIL)
        return FAIL(ERR_BUSY, "argon2: %s", argon2_error_message(code));
    return FAIL(ERR_BROKEN, "argon2: %s", argon2_error_message(code));
}

enum err password_make(struct arena *a, struct str password, struct str salt, struct str *kept)
{
    const size_t room =
        argon2_encodedlen(PASSES, MEMORY, LANES, PASSWORD_SALT, HASH, Argon2_id);
    char *s = arena_take(a, room + 1, 1);
    *kept = (struct str){ 0 };
    if (salt.n != PASSWORD_SALT) return FAIL(ERR_BROKEN, "a salt of %zu bytes", salt.n);
    if (password.n > PASSWORD_BYTES) return FAIL(ERR_INPUT, "a password of %zu", password.n);
    const int code = argon2id_hash_encoded(PASSES, MEMORY, LANES, password.s, password.n,
                                           salt.s, salt.n, HASH, s, room);
    if (code != ARGON2_OK) return failed(code);
    *kept = str_of(s);
    return OK;
}

/* The same work, for nobody. */
static enum err check_nobody(struct str password)
{
    static const char salt[PASSWORD_SALT] = { 0 };
    char hash[HASH];
    const int code = argon2id_hash_raw(PASSES, MEMORY, LANES, password.s, password.n, salt,
                                       sizeof salt, hash, sizeof hash);
    bytes_wipe(hash, sizeof hash);
    return code == ARGON2_OK ? OK : failed(code);
}

enum err password_check(struct str password, struct str kept, bool *right)
{
    enum { KEPT = 512 };
    char text[KEPT];
    struct cost cost;
    *right = false;
    if (!kept.n || password.n > PASSWORD_BYTES)
        return check_nobody(str_upto(password, PASSWORD_BYTES));
    if (kept.n >= KEPT || !cost_read(kept, &cost))
        return FAIL(ERR_BROKEN, "what was kept of a password is not argon2id");
    memcpy(text, kept.s, kept.n);
    text[kept.n] = 0;
    const int code = argon2id_verify(text, password.s, password.n);
    if (code != ARGON2_OK && code != ARGON2_VERIFY_MISMATCH) return failed(code);
    *right = code == ARGON2_OK;
    return OK;
}
