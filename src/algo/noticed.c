/* noticed.c — walks through a text: signs first, then names and words. */
#include "algo/noticed.h"

#include "algo/fold.h"
#include "algo/noticed_inside.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 40 };

struct word {
    size_t from, length;
    struct str folded;   /* loosely; cut at WORD_MAX */
    bool capital, all;   /* begins with a capital; has nothing else */
    bool arabic, number; /* begins with a letter of that script; with a digit */
    bool start;          /* of a sentence, or behind a quote or colon */
    bool beside;         /* only blanks, dots or a dash since the word before */
    bool taken;          /* lies in a passage that was noticed */
};
struct walk {
    struct arena *arena;
    struct str text;
    struct word *word;
    size_t words, capitals;
    struct notice *found;
    size_t n;
};

static void add(struct walk *w, size_t from, size_t end, enum noticed kind)
{
    if (w->n >= 16 ? (w->n & (w->n - 1)) == 0 : w->n == 0) {
        struct notice *more = NEW(w->arena, struct notice, w->n ? 2 * w->n : 16);
        if (w->n) memcpy(more, w->found, w->n * sizeof *more);
        w->found = more;
    }
    w->found[w->n++] = (struct notice){ from, end - from, kind };
}

/* ---- words ---- */

static bool starts_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '\n' || c == '"' ||
           c == 0x2026 || c == 0x201c || c == 0x201e || c == 0x2018 || c == 0xab || c == '*' ||
           c == 0x61f || c == 0x2022;
}

static void read_word(struct walk *w, struct str *rest, struct word *word)
{
    char folded[WORD_MAX + FOLD_MOST];
    size_t n = 0;
    word->from = (size_t)(rest->s - w->text.s);
    word->all = true;
    for (bool first = true; rest->n; first = false) {
        struct str ahead = *rest;
        const uint32_t c = str_codepoint(&ahead);
        if (!fold_letter(c) && (first || !fold_mark(c))) break;
        if (first) {
            word->capital = fold_capital(c);
            word->number = fold_digit(c) >= 0;
            word->arabic = c >= 0x620 && c < 0x700;
        }
        word->all &= fold_capital(c);
        if (n < WORD_MAX) n += fold_loosely(folded + n, c);
        *rest = ahead;
    }
    word->length = (size_t)(rest->s - w->text.s) - word->from;
    word->folded = arena_copy(w->arena, (struct str){ folded, n });
}

static void read_words(struct walk *w)
{
    size_t room = 0;
    struct str rest = w->text;
    bool start = true, beside = false;
    while (rest.n) {
        struct str ahead = rest;
        const uint32_t c = str_codepoint(&ahead);
        if (!fold_letter(c)) {
            start |= starts_sentence(c);
            beside &= c == ' ' || c == '.' || c == '-' || c == '\'' || c == 0x2019;
            rest = ahead;
            continue;
        }
        if (w->words == room) {
            room = room ? 2 * room : 32;
            struct word *more = NEW(w->arena, struct word, room);
            if (w->words) memcpy(more, w->word, w->words * sizeof *more);
            w->word = more;
        }
        struct word *word = &w->word[w->words++];
        *word = (struct word){ .start = start, .beside = beside };
        read_word(w, &rest, word);
        w->capitals += word->capital;
        start = false;
        beside = true;
    }
}

/* ---- signs ---- */

/* Is byte `at` the middle of a letter, or does a letter stand before it? */
static bool in_word(struct str x, size_t at)
{
    if (((unsigned char)x.s[at] & 0xc0) == 0x80) return true;
    size_t from = at - 1;
    while (from && ((unsigned char)x.s[from] & 0xc0) == 0x80) from--;
    struct str letter = { x.s + from, at - from };
    return fold_letter(str_codepoint(&letter));
}

static void notice_signs(struct walk *w)
{
    const struct str x = w->text;
    size_t next = 0; /* the word to come */
    for (size_t i = 0; i < x.n;) {
        const bool inside = i && in_word(x, i);
        enum noticed kind;
        const size_t end = inside ? 0 : noticed_signs(x, i, &kind);
        if (!end) {
            i++;
            continue;
        }
        add(w, i, end, kind);
        for (; next < w->words && w->word[next].from < end; next++)
            w->word[next].taken = w->word[next].from + w->word[next].length > i;
        i = end;
    }
}

/* ---- names ---- */

static int by_name(const void *key, const void *element)
{
    struct str name = str_of(*(const char *const *)element);
    if (str_ends(name, STR("?"))) name.n--;
    return str_cmp(*(const struct str *)key, name);
}

/* A common first name; `also`: it is a word as well. */
static bool first_name(struct str word, bool *also)
{
    const char *const *at =
        bsearch(&word, noticed_names, noticed_names_n, sizeof *noticed_names, by_name);
    *also = at && str_ends(str_of(*at), STR("?"));
    return at != NULL;
}

static bool place_like(struct str word)
{
    static const char *const ends[] = { "straat", "laan",  "weg",  "plein", "park",   "dreef",
                                        "wijk",   "buurt", "kade", "hof",   "gracht", "singel",
                                        "huis",   "kerk",  "dam",  "stad",  "dorp",   "centrum",
                                        "steeg",  "dijk",  "pad",  "markt", "school", "bos",
                                        "veld",   "haven", "meer", "oever", "land",   "se" };
    for (size_t i = 0; i < COUNT_OF(ends); i++)
        if (str_ends(word, str_of(ends[i]))) return true;
    return false;
}

static bool name_behind(const struct walk *w, size_t i)
{
    const struct word *word = &w->word[i];
    bool also;
    if (!i || !word->beside || word->number) return false;
    const struct str before = w->word[i - 1].folded;
    if (!noticed_title(before) && !noticed_calls(before) &&
        !(str_is(before, "is") && i > 1 &&
          (str_is(w->word[i - 2].folded, "naam") || str_is(w->word[i - 2].folded, "name"))))
        return false;
    if (word->arabic) return true;
    if (noticed_between(word->folded) && i + 1 < w->words && w->word[i + 1].beside)
        return w->word[i + 1].capital; /* De Wit, van Dijk */
    if (noticed_known(word->folded) && !first_name(word->folded, &also)) return false;
    return word->capital || first_name(word->folded, &also);
}

/* Does word i begin a name? */
static bool name_begins(const struct walk *w, size_t i)
{
    const struct word *word = &w->word[i];
    bool also;
    if (word->taken || word->number) return false;
    if (name_behind(w, i)) return true;
    const bool listed = first_name(word->folded, &also);
    const bool shouted = w->words > 5 && w->capitals * 5 > w->words * 2;
    if (listed && !also && (word->capital || word->arabic || word->folded.n >= 5)) return true;
    if (!word->capital || word->start || shouted) return false;
    if (listed && !word->all) return true;
    if (word->all || word->folded.n < 2 || !i || noticed_known(word->folded)) return false;
    /* Behind another word with a capital it is more of that, unless that began the sentence. */
    const struct word *before = &w->word[i - 1];
    if (noticed_towards(before->folded) || noticed_title(word->folded)) return false;
    if (before->capital && !before->start && word->beside) return false;
    if (str_is(before->folded, "de") || str_is(before->folded, "het") ||
        str_is(before->folded, "the"))
        return false; /* de Schoor, het Weerwater: named things */
    return !place_like(word->folded);
}

/* The word behind the name that begins at i. */
static size_t name_ends(const struct walk *w, size_t i)
{
    enum { LONGEST = 6 };
    size_t end = i + 1;
    for (size_t j = end; j < w->words && j < i + LONGEST; j++) {
        const struct word *word = &w->word[j];
        if (!word->beside || word->taken || word->number) break;
        const bool initial = w->word[j - 1].length == 1;
        if (word->start && !initial) break;
        if (word->capital && !noticed_known(word->folded))
            end = j + 1;
        else if (!noticed_between(word->folded))
            break;
    }
    return end;
}

static bool street_with_number(const struct walk *w, size_t i)
{
    static const char *const ends[] = { "straat", "laan", "weg",       "plein",  "dreef",
                                        "kade",   "hof",  "gracht",    "singel", "steeg",
                                        "dijk",   "pad",  "plantsoen", "park",   "markt",
                                        "erf",    "rade", "sokagi" };
    const struct word *word = &w->word[i];
    if (!word->capital || i + 1 >= w->words || !w->word[i + 1].beside) return false;
    const struct word *number = &w->word[i + 1];
    if (!number->number || number->length > 5 || number->taken || word->taken || number->start)
        return false;
    for (size_t e = 0; e < COUNT_OF(ends); e++)
        if (str_ends(word->folded, str_of(ends[e]))) return true;
    return false;
}

static void notice_names(struct walk *w)
{
    for (size_t i = 0; i < w->words;) {
        size_t end = i + 1;
        if (street_with_number(w, i))
            end = i + 2;
        else if (name_begins(w, i))
            end = name_ends(w, i);
        else {
            i++;
            continue;
        }
        const struct word *last = &w->word[end - 1];
        add(w, w->word[i].from, last->from + last->length,
            last->number ? NOTICED_ADDRESS : NOTICED_NAME);
        i = end;
    }
}

/* ---- words that ask for help or tell of danger ---- */

static bool fits_plainly(struct str word, struct str pattern)
{
    const bool inside = str_starts(pattern, STR("*"));
    if (inside) pattern = str_from(pattern, 1);
    const bool open = str_ends(pattern, STR("*"));
    if (open) pattern.n--;
    if (inside && open) return str_find(word, pattern) != SIZE_MAX;
    if (inside) return str_ends(word, pattern);
    return open ? str_starts(word, pattern) : str_eq(word, pattern);
}

/* In Arabic "and", "the", "with the" and "for the" are written on to the word. */
static bool fits(const struct word *word, struct str pattern)
{
    static const char *const before[] = {
        "ال", "وال", "بال", "فال", "كال", "لل", "و", "ف", "ب"
    };
    if (fits_plainly(word->folded, pattern)) return true;
    for (size_t i = 0; word->arabic && i < COUNT_OF(before); i++)
        if (str_starts(word->folded, str_of(before[i])) &&
            fits_plainly(str_from(word->folded, strlen(before[i])), pattern))
            return true;
    return false;
}

/* The word behind the phrase that begins at i; 0 when it does not. */
static size_t phrase_end(const struct walk *w, size_t i, struct str words)
{
    size_t parts = 1, at = i;
    for (size_t k = 0; k < words.n; k++) parts += words.s[k] == ' ';
    struct str part;
    for (bool first = true; str_next(&words, ' ', &part); first = false) {
        const size_t most = at + (parts >= 3 && !first);
        while (at < w->words && at <= most && !fits(&w->word[at], part)) at++;
        if (at >= w->words || at > most || (!first && w->word[at].start)) return 0;
        at++;
    }
    return at;
}

static void notice_phrases(struct walk *w)
{
    for (size_t i = 0; i < w->words; i++) {
        bool said[NOTICED_KINDS] = { false };
        for (size_t p = 0; p < noticed_phrases_n; p++) {
            const struct noticed_phrase *phrase = &noticed_phrases[p];
            const char first = *phrase->words, *now = w->word[i].folded.s;
            if (said[phrase->kind]) continue;
            if (first != '*' && first != *now && !w->word[i].arabic) continue;
            const size_t end = phrase_end(w, i, str_of(phrase->words));
            if (!end) continue;
            const struct word *last = &w->word[end - 1];
            add(w, w->word[i].from, last->from + last->length, phrase->kind);
            said[phrase->kind] = true;
        }
    }
}

static int by_place(const void *x, const void *y)
{
    const struct notice *a = x, *b = y;
    if (a->from != b->from) return a->from < b->from ? -1 : 1;
    return (int)a->kind - (int)b->kind;
}

size_t noticed(struct arena *a, struct str text, struct notice **found)
{
    struct walk w = { .arena = a, .text = str_upto(text, str_utf8_until(text)) };
    read_words(&w);
    notice_signs(&w);
    notice_names(&w);
    notice_phrases(&w);
    if (w.n) qsort(w.found, w.n, sizeof *w.found, by_place);
    *found = w.found;
    return w.n;
}
