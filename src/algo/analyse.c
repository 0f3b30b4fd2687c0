/* analyse.c — words, folded and stemmed. */
#include "algo/analyse.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 64, STEM_ROUNDS = 8 };

/* Words without a meaning of their own, folded and sorted. */
static const char *const stops_nl[] = {
    "aan",  "al",     "alle",  "als",    "altijd", "bij",  "dan",   "dat",    "de",  "den",
    "der",  "deze",   "die",   "dit",    "door",   "dus",  "een",   "en",     "er",  "had",
    "heb",  "hebben", "heeft", "het",    "hij",    "hoe",  "hun",   "iets",   "ik",  "in",
    "is",   "je",     "kan",   "maar",   "me",     "meer", "men",   "met",    "mij", "mijn",
    "naar", "niet",   "nog",   "nu",     "of",     "om",   "omdat", "ons",    "ook", "op",
    "over", "s",      "t",     "te",     "tot",    "u",    "uit",   "uw",     "van", "voor",
    "was",  "wat",    "we",    "wel",    "wie",    "wij",  "wordt", "worden", "ze",  "zich",
    "zij",  "zijn",   "zo",    "zonder",
};
static const char *const stops_en[] = {
    "a",     "an",   "and",  "are",   "as",   "at",   "be",   "been", "but",  "by",   "can",
    "did",   "do",   "for",  "from",  "had",  "has",  "have", "he",   "her",  "his",  "how",
    "i",     "if",   "in",   "into",  "is",   "it",   "its",  "me",   "more", "my",   "no",
    "not",   "of",   "on",   "or",    "our",  "s",    "she",  "so",   "t",    "that", "the",
    "their", "them", "then", "there", "they", "this", "to",   "up",   "us",   "was",  "we",
    "were",  "what", "when", "which", "who",  "will", "with", "you",  "your",
};

struct analyser analyser_start(struct str lang)
{
    struct analyser a = { 0 };
    if (str_is(lang, "nl")) {
        a.stemmer = sb_stemmer_new("dutch", "UTF_8");
        a.dutch = true;
        a.stops = stops_nl;
        a.stops_n = COUNT_OF(stops_nl);
    } else if (str_is(lang, "en")) {
        a.stemmer = sb_stemmer_new("english", "UTF_8");
        a.stops = stops_en;
        a.stops_n = COUNT_OF(stops_en);
    }
    return a;
}

void analyser_end(struct analyser *a)
{
    if (a->stemmer) sb_stemmer_delete(a->stemmer);
    a->stemmer = NULL;
}

/* ---- folding ---- */

/* The base letters of U+00C0–U+017F and U+1E00–U+1EF9; '?' is written out below, or kept. */
static const char latin[] =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllll"
    "nnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static const char latin_more[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppp"
    "rrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy?s????"
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyy"
    "y";
static const struct {
    uint32_t large, small;
    const char *as;
} ligatures[] = {
    { 0xc6, 0xe6, "ae" },   { 0xd0, 0xf0, "d" },    { 0xde, 0xfe, "th" },
    { 0xdf, 0x1e9e, "ss" }, { 0x132, 0x133, "ij" }, { 0x149, 0x149, "n" },
    { 0x152, 0x153, "oe" },
};

/* Is this part of a word? Above ASCII: everything but blanks, punctuation, signs and pictures. */
static bool word_letter(uint32_t c)
{
    static const struct {
        uint32_t from, to;
    } not [] = {
        { 0x80, 0xbf },     { 0xd7, 0xd7 },       { 0xf7, 0xf7 },        { 0x2000, 0x2bff },
        { 0x2e00, 0x2e7f }, { 0x3000, 0x303f },   { 0xd800, 0xf8ff },    { 0xfe00, 0xfe6f },
        { 0xff00, 0xff0f }, { 0xff1a, 0xff20 },   { 0xff3b, 0xff40 },    { 0xff5b, 0xff65 },
        { 0xffe0, 0xffff }, { 0x1f000, 0x1faff }, { 0xe0000, 0x10ffff },
    };
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    for (size_t i = 0; i < COUNT_OF(not ); i++)
        if (c >= not [i].from && c <= not [i].to) return false;
    return true;
}

/* Marks that stand on the letter before them, and signs that are not pronounced. */
static bool diacritic(uint32_t c)
{
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x64b && c <= 0x65f) || c == 0x640 || c == 0xad;
}

static uint32_t small_letter(uint32_t c)
{
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c >= 0x391 && c <= 0x3a9) return c + 32; /* Greek */
    if (c >= 0x410 && c <= 0x42f) return c + 32; /* Cyrillic */
    if (c >= 0x400 && c <= 0x40f) return c + 80;
    if (c >= 0xff10 && c <= 0xff19) return c - 0xff10 + '0'; /* full width */
    if (c >= 0xff21 && c <= 0xff3a) return c - 0xff21 + 'a';
    if (c >= 0xff41 && c <= 0xff5a) return c - 0xff41 + 'a';
    return c;
}

static size_t put_codepoint(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    const size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6) to[i] = (char)(0x80 | (c & 0x3f));
    to[0] = (char)((0xf0 << (4 - n)) | (int)c);
    return n;
}

/* Writes what `c` folds to, at most 4 bytes. */
static size_t fold(char *to, uint32_t c)
{
    if (diacritic(c)) return 0;
    char base = '?';
    if (c >= 0xc0 && c <= 0x17f) base = latin[c - 0xc0];
    if (c >= 0x1e00 && c <= 0x1ef9) base = latin_more[c - 0x1e00];
    if (base != '?') return put_codepoint(to, (uint32_t)base);
    for (size_t i = 0; i < COUNT_OF(ligatures); i++)
        if (c == ligatures[i].large || c == ligatures[i].small) {
            const size_t n = strlen(ligatures[i].as);
            memcpy(to, ligatures[i].as, n);
            return n;
        }
    return put_codepoint(to, small_letter(c));
}

/* ---- stemming ---- */

/* Dutch diminutives, which Snowball leaves alone: bankje(s), boompje and stoeltje become bank, boom
 * and stoel. Not oranje or franje. */
static struct str undiminished(struct str w)
{
    if (str_ends(w, STR("jes"))) w.n--;
    if (w.n < 5 || !str_ends(w, STR("je")) || str_ends(w, STR("anje"))) return w;
    w.n -= 2;
    if (str_ends(w, STR("mp")) || str_ends(w, STR("lt"))) w.n--;
    return w;
}

static struct str stem_of(const struct analyser *a, struct arena *arena, struct str word)
{
    if (!a->stemmer) return word;
    struct str now = word;
    for (int round = 0; round < STEM_ROUNDS; round++) {
        if (a->dutch) now = undiminished(now);
        const sb_symbol *s = sb_stemmer_stem(a->stemmer, (const sb_symbol *)now.s, (int)now.n);
        if (!s) break;
        const struct str next = { (const char *)s, (size_t)sb_stemmer_length(a->stemmer) };
        if (next.n == 0 || str_eq(next, now)) break;
        now = arena_copy(arena, next);
    }
    return now;
}

static int by_word(const void *key, const void *element)
{
    return str_cmp(*(const struct str *)key, str_of(*(const char *const *)element));
}

/* ---- the whole ---- */

/* The next word of `rest`, folded into `to`; false at the end. `from` and `length` count in bytes
 * of the text that ends at `end`. */
static bool next_word(struct str *rest, const char *start, char to[WORD_MAX + 4], size_t *n,
                      struct analysed *w)
{
    const char *at = rest->s;
    uint32_t c = 0;
    for (; rest->n; at = rest->s)
        if (word_letter(c = str_codepoint(rest))) break;
    if (!word_letter(c)) return false;
    w->from = (size_t)(at - start);
    *n = 0;
    for (;;) {
        if (*n < WORD_MAX) *n += fold(to + *n, c);
        at = rest->s;
        struct str ahead = *rest;
        if (!ahead.n) break;
        c = str_codepoint(&ahead);
        if (!word_letter(c) && !diacritic(c)) break;
        *rest = ahead;
    }
    w->length = (size_t)(at - start) - w->from;
    return true;
}

size_t analyse(const struct analyser *a, struct arena *arena, struct str text,
               struct analysed **words)
{
    /* A word takes a byte at least, and something stands between two of them. */
    size_t room = text.n < 64 ? text.n / 2 + 1 : 32, n = 0;
    *words = NEW(arena, struct analysed, room);
    struct str rest = text;
    char folded[WORD_MAX + 4];
    struct analysed w = { 0 };
    size_t folded_n;
    while (next_word(&rest, text.s, folded, &folded_n, &w)) {
        if (!folded_n) continue;
        w.word = arena_copy(arena, (struct str){ folded, folded_n });
        w.stem = stem_of(a, arena, w.word);
        w.stop =
            a->stops_n && bsearch(&w.word, a->stops, a->stops_n, sizeof *a->stops, by_word);
        if (n == room) {
            struct analysed *more = NEW(arena, struct analysed, room * 2);
            memcpy(more, *words, n * sizeof *more);
            *words = more;
            room *= 2;
        }
        (*words)[n++] = w;
    }
    return n;
}
