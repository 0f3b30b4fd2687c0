/* naming.c — see naming.h. */
#include "algo/naming.h"

#include <string.h>

#include "algo/fold.h"

static bool blank(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xa0 || c == 0x202f;
}

/* A letter as it is compared: small and bare, a blank as a space. */
static size_t compared(char to[FOLD_MOST], uint32_t c)
{
    if (blank(c)) c = ' ';
    if (c == 0x2019) c = '\''; /* ’ as people type it */
    if (c == 0x2010 || c == 0x2011) c = '-';
    if (c >= 0x80) return fold(to, c);
    to[0] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return 1;
}

bool naming_of(struct str name, struct naming *n)
{
    struct str rest = str_trim(name);
    bool letters = false;
    *n = (struct naming){ 0 };
    for (uint32_t c; (c = str_codepoint(&rest)) != 0;) {
        char to[FOLD_MOST];
        const size_t length = compared(to, c);
        if (n->n + length > NAMING_LONGEST) return false;
        memcpy(n->folded + n->n, to, length);
        n->n += length;
        letters |= fold_letter(c);
    }
    for (int b = 0x80; b < 0x100; b++) n->may_begin[b] = true; /* é may be an e */
    const unsigned char first = (unsigned char)n->folded[0];
    n->may_begin[first] = true;
    if (first >= 'a' && first <= 'z') n->may_begin[first - 32] = true;
    return letters;
}

/* The letter before a place; 0 at the start of the text. */
static uint32_t before(struct str text, size_t at)
{
    if (!at) return 0;
    size_t from = at - 1;
    while (from && ((unsigned char)text.s[from] & 0xc0) == 0x80) from--;
    struct str one = { text.s + from, at - from };
    return str_codepoint(&one);
}

static uint32_t behind(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    return rest.n ? str_codepoint(&rest) : 0;
}

/* How many bytes of the text are the name, from its first letter on; 0: it is another word. */
static size_t matches(const struct naming *n, struct str text, size_t from)
{
    struct str rest = str_from(text, from);
    size_t at = 0, end = from;
    while (at < n->n && rest.n) {
        char to[FOLD_MOST];
        const size_t length = compared(to, str_codepoint(&rest));
        if (at + length > n->n || memcmp(n->folded + at, to, length)) return 0;
        at += length;
        end = text.n - rest.n;
    }
    if (at < n->n) return 0;
    while (rest.n && fold_mark(behind(text, end))) { /* an accent on its last letter */
        (void)str_codepoint(&rest);
        end = text.n - rest.n;
    }
    return fold_letter(behind(text, end)) ? 0 : end - from;
}

static bool begins_sentence(struct str text, size_t from)
{
    while (from) {
        const uint32_t c = before(text, from);
        if (c == '.' || c == '!' || c == '?' || c == '\n' || c == 0x2026) return true;
        if (fold_letter(c) || c == ',' || c == ';' || c == ':' || c == ')' || c == '-')
            return false;
        from--;
        while (from && ((unsigned char)text.s[from] & 0xc0) == 0x80) from--;
    }
    return true;
}

/* A dash or an apostrophe with a letter at its other side, or a capital behind one blank. */
static bool stands_alone(struct str text, size_t from, size_t end)
{
    const uint32_t a = before(text, from), b = behind(text, end);
    struct str rest = str_from(text, end);
    if ((a == '-' || a == '\'' || a == 0x2019) && from > 1 &&
        fold_letter(before(text, from - (a > 0x7f ? 3 : 1))))
        return false;
    if (!b) return true;
    (void)str_codepoint(&rest);
    const uint32_t next = rest.n ? str_codepoint(&rest) : 0;
    if (b == '-' || b == '\'' || b == 0x2019) return !fold_letter(next);
    return !(blank(b) && b != '\n' && fold_capital(next));
}

static bool found_at(const struct naming *n, struct str text, size_t at, uint32_t c,
                     struct name_place *found)
{
    const size_t length = matches(n, text, at);
    if (!length) return false;
    *found =
        (struct name_place){ at, length, fold_capital(c) && stands_alone(text, at, at + length),
                             begins_sentence(text, at) };
    return true;
}

/* Whether a word goes on here: a letter or a digit before it, marks passed over. */
static bool inside_word(struct str text, size_t at)
{
    uint32_t c = before(text, at);
    while (at && c >= 0x80 && fold_mark(c)) {
        at--;
        while (at && ((unsigned char)text.s[at] & 0xc0) == 0x80) at--;
        c = before(text, at);
    }
    return fold_letter(c);
}

/* Most bytes of most texts begin no name: they are passed over one by one. */
bool naming_next(const struct naming *n, struct str text, size_t from, struct name_place *found)
{
    const unsigned char first = (unsigned char)n->folded[0];
    for (size_t at = from; at < text.n;) {
        if (!n->may_begin[(unsigned char)text.s[at]]) {
            at++;
            continue;
        }
        char to[FOLD_MOST];
        struct str rest = str_from(text, at);
        const uint32_t c = str_codepoint(&rest);
        if (compared(to, c) && (unsigned char)to[0] == first && matches(n, text, at) &&
            !inside_word(text, at) && found_at(n, text, at, c, found))
            return true;
        at = text.n - rest.n;
    }
    return false;
}

static struct str with_capital(struct arena *a, struct str role)
{
    if (!role.n || role.s[0] < 'a' || role.s[0] > 'z') return role;
    char *to = arena_take(a, role.n, 1);
    memcpy(to, role.s, role.n);
    to[0] = (char)(to[0] - 32);
    return (struct str){ to, role.n };
}

size_t naming_said(struct arena *a, const struct naming *n, struct str text, struct str role,
                   struct str *said, bool *sure)
{
    struct name_place p;
    size_t at = 0, places = 0, length = 0;
    *said = text;
    *sure = true;
    for (; naming_next(n, text, at, &p); at = p.from + p.length) {
        places++;
        *sure = *sure && p.sure;
        length += role.n;
    }
    if (!places) return 0;
    const struct str first = with_capital(a, role);
    char *to = arena_take(a, text.n + length + 1, 1);
    size_t put = 0;
    for (at = 0; naming_next(n, text, at, &p); at = p.from + p.length) {
        const struct str as = p.begins ? first : role;
        memcpy(to + put, text.s + at, p.from - at);
        put += p.from - at;
        if (as.n) memcpy(to + put, as.s, as.n);
        put += as.n;
    }
    memcpy(to + put, text.s + at, text.n - at);
    *said = (struct str){ to, put + text.n - at };
    return places;
}
