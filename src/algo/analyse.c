/* analyse.c — words, folded and stemmed. */
#include "algo/analyse.h"
#include "algo/fold.h"

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
        if (fold_letter(c = str_codepoint(rest))) break;
    if (!fold_letter(c)) return false;
    w->from = (size_t)(at - start);
    *n = 0;
    for (;;) {
        if (*n < WORD_MAX) *n += fold(to + *n, c);
        at = rest->s;
        struct str ahead = *rest;
        if (!ahead.n) break;
        c = str_codepoint(&ahead);
        if (!fold_letter(c) && !fold_mark(c)) break;
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
