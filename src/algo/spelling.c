/* spelling.c — sounds of Dutch, and how far two words are apart. See spelling.h. */
#include "algo/spelling.h"

#include <math.h>
#include <string.h>

#define HEARD 0.65 /* what its sound counts; the rest are its letters */
enum { HEAD = 8 }; /* bytes before the words of an entry: lengths, often, letters */

/* ---- sound ---- */

struct sound_rule {
    const char *from, *to;
};
/* The longest first; `$` is the end of the word. */
static const struct sound_rule rules[] = {
    { "eau", "o" },  { "isch$", "is" }, { "ische$", "ise" }, { "sch", "sg" }, { "tie", "si" },
    { "ouw", "q" },  { "auw", "q" },    { "eij", "y" },      { "ij", "y" },   { "ei", "y" },
    { "ey", "y" },   { "ou", "q" },     { "au", "q" },       { "ie", "i" },   { "y", "i" },
    { "oe", "u" },   { "ae", "a" },     { "ch", "g" },       { "ck", "k" },   { "ce", "se" },
    { "ci", "si" },  { "cy", "si" },    { "c", "k" },        { "qu", "kw" },  { "q", "k" },
    { "x", "ks" },   { "ph", "f" },     { "v", "f" },        { "z", "s" },    { "th", "t" },
    { "dt", "t" },   { "d$", "t" },     { "b$", "p" },       { "en$", "e" },  { "rh", "r" },
    { "ngk", "nk" }, { "ai", "e" },
};

/* The length of what a rule takes here; 0 when it does not fit. */
static size_t fits(const struct sound_rule *rule, struct str rest)
{
    size_t n = strlen(rule->from);
    const bool end = rule->from[n - 1] == '$';
    n -= end;
    if (rest.n < n || (end && rest.n != n) || memcmp(rest.s, rule->from, n)) return 0;
    return n;
}

size_t spelling_sound(struct str w, char *to)
{
    size_t n = 0;
    if (w.n > SPELLING_WORD) w.n = SPELLING_WORD;
    while (w.n) {
        size_t taken = 0;
        const char *says = w.s;
        size_t says_n = 1;
        for (size_t i = 0; i < COUNT_OF(rules) && !taken; i++)
            if ((taken = fits(&rules[i], w))) {
                says = rules[i].to;
                says_n = strlen(says);
            }
        for (size_t i = 0; i < says_n; i++)
            if (!n || to[n - 1] != says[i]) to[n++] = says[i];
        w = str_from(w, taken ? taken : 1);
    }
    return n;
}

static uint32_t letters_of(const char *s, size_t n)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < n; i++) letters |= UINT32_C(1) << ((unsigned char)s[i] & 31);
    return letters;
}

/* ---- distance ---- */

static bool vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}
static bool beside(char x, char y) /* on a keyboard */
{
    static const char *const rows[] = { "qwertyuiop", "asdfghjkl", "zxcvbnm" };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *at = strchr(rows[i], x);
        if (at && ((at > rows[i] && at[-1] == y) || at[1] == y)) return true;
    }
    return false;
}
static bool alike(char x, char y) /* to the ear */
{
    static const char *const pairs[] = { "sz", "fv", "dt", "ck", "bp", "gh" };
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        if ((x == pairs[i][0] && y == pairs[i][1]) || (x == pairs[i][1] && y == pairs[i][0]))
            return true;
    return false;
}
static float other(char x, char y)
{
    if (x == y) return 0;
    if (vowel(x) && vowel(y)) return 0.7f;
    if (alike(x, y)) return 0.5f;
    return beside(x, y) ? 0.8f : 1;
}
/* A letter that is there and should not be, or the other way round. */
static float extra(const char *s, size_t i)
{
    return i && s[i] == s[i - 1] ? 0.5f : s[i] == 'h' || s[i] == 'e' ? 0.8f : 1;
}

/* Optimal string alignment; gives up (a number above `most`) as soon as it can only be more. */
static double distance(const char *x, size_t n, const char *y, size_t m, double most)
{
    float row[3][2 * SPELLING_WORD + 1], *before = row[0], *last = row[1], *now = row[2];
    last[0] = 0;
    for (size_t j = 1; j <= m; j++) last[j] = last[j - 1] + extra(y, j - 1);
    for (size_t i = 1; i <= n; i++) {
        float least = now[0] = last[0] + extra(x, i - 1);
        for (size_t j = 1; j <= m; j++) {
            float d = last[j - 1] + other(x[i - 1], y[j - 1]);
            const float out = last[j] + extra(x, i - 1), in = now[j - 1] + extra(y, j - 1);
            if (out < d) d = out;
            if (in < d) d = in;
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] &&
                before[j - 2] + 0.8f < d)
                d = before[j - 2] + 0.8f;
            now[j] = d;
            if (d < least) least = d;
        }
        if ((double)least > most) return (double)least;
        float *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return (double)last[m] + (n && m && x[0] != y[0] ? 0.5 : 0);
}

/* ---- looking ---- */

struct spelling spelling_start(struct str folded)
{
    struct spelling s = { .typed = folded, .from = 1 };
    if (folded.n < 3 || folded.n > SPELLING_WORD) return s;
    s.sound_n = spelling_sound(folded, s.sound);
    s.letters = letters_of(s.sound, s.sound_n);
    s.most = folded.n < 4    ? 0.6
             : folded.n < 5  ? 0.8
             : folded.n < 6  ? 1.0
             : folded.n < 8  ? 1.3
             : folded.n < 11 ? 1.8
                             : 2.3;
    const size_t far = s.most < 1 ? 1 : s.most < 1.5 ? 2 : 3;
    s.from = s.sound_n > far ? s.sound_n - far : 1;
    s.to = s.sound_n + far;
    return s;
}

static void keep(struct spelling *s, struct spelling_hit hit)
{
    size_t at = s->found_n;
    while (at > 0 && s->found[at - 1].order > hit.order) at--;
    if (at == SPELLING_FOUND) return;
    const size_t last = s->found_n < SPELLING_FOUND ? s->found_n++ : SPELLING_FOUND - 1;
    for (size_t i = last; i > at; i--) s->found[i] = s->found[i - 1];
    s->found[at] = hit;
}

static uint32_t number_at(const unsigned char *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

void spelling_look(struct spelling *s, struct str list)
{
    const double heard_most = s->most / HEARD;
    const int differ = 2 + 2 * (int)(heard_most + 0.99);
    while (list.n > HEAD) {
        const unsigned char *e = (const unsigned char *)list.s;
        const size_t sound_n = e[0], word_n = e[1], whole = HEAD + sound_n + word_n;
        if (list.n < whole || sound_n > 2 * SPELLING_WORD || word_n > 2 * SPELLING_WORD) return;
        const char *sound = list.s + HEAD, *word = sound + sound_n;
        list = str_from(list, whole);
        if (__builtin_popcount(s->letters ^ number_at(e + 4)) > differ) continue;
        const double heard = distance(s->sound, s->sound_n, sound, sound_n, heard_most);
        if (heard > heard_most) continue;
        const double seen = distance(s->typed.s, s->typed.n, word, word_n,
                                     (s->most - HEARD * heard) / (1 - HEARD));
        const double cost = HEARD * heard + (1 - HEARD) * seen;
        if (cost > s->most) continue;
        keep(s, (struct spelling_hit){
                    { word, word_n }, cost, cost - 0.08 * log(1 + (e[2] | e[3] << 8)) });
    }
}

struct str spelling_kept(struct arena *a, struct str folded, uint32_t often, size_t *length)
{
    char sound[2 * SPELLING_WORD];
    *length = 0;
    if (folded.n < 3 || folded.n > SPELLING_WORD) return (struct str){ 0 };
    const size_t n = *length = spelling_sound(folded, sound);
    char *to = NEW(a, char, HEAD + n + folded.n);
    const uint32_t letters = letters_of(sound, n);
    if (often > 0xffff) often = 0xffff;
    to[0] = (char)n;
    to[1] = (char)folded.n;
    to[2] = (char)(often & 255);
    to[3] = (char)(often >> 8);
    for (int i = 0; i < 4; i++) to[4 + i] = (char)(letters >> (8 * i));
    memcpy(to + HEAD, sound, n);
    memcpy(to + HEAD + n, folded.s, folded.n);
    return (struct str){ to, HEAD + n + folded.n };
}
