/* readability.c — syllables, words and sentences, counted. */
#include "algo/readability.h"

#include "algo/fold.h"

#include <string.h>

/* ---- letters ---- */

static uint32_t peek(struct str rest)
{
    return rest.n ? str_codepoint(&rest) : 0;
}

static bool ends_line(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool blank(uint32_t c)
{
    return c <= ' ' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a);
}

static bool closes(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0x2019 ||
           c == 0x201d;
}

static bool end_mark(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x61f || c == 0x6d4;
}

/* Signs that may stand inside a word, a letter or digit on either side. */
static bool joins(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '.' ||
           c == '@' || c == ',' || c == ':';
}

/* ---- words ---- */

bool readability_word(struct str *rest, struct str *word)
{
    uint32_t c = 0;
    const char *start = NULL;
    while (rest->n && !start) {
        const char *at = rest->s;
        c = str_codepoint(rest);
        if (fold_letter(c)) start = at;
    }
    if (!start) return false;
    for (;;) {
        struct str ahead = *rest;
        const uint32_t before = c;
        if (!ahead.n) break;
        c = str_codepoint(&ahead);
        if (joins(c)) {
            const uint32_t after = peek(ahead);
            const bool number = fold_digit(before) >= 0 && fold_digit(after) >= 0;
            if (!fold_letter(after) || ((c == ',' || c == ':') && !number)) break;
            str_codepoint(&ahead);
            c = after;
        } else if (!fold_letter(c) && !fold_mark(c)) {
            break;
        }
        *rest = ahead;
    }
    *word = (struct str){ start, (size_t)(rest->s - start) };
    return true;
}

/* ---- syllables ---- */

enum { SPELLING_MAX = 96 };

/* What Dutch speaks as one syllable, longest first. A capital letter stands for one with a
 * trema, which begins a syllable. */
static size_t vowel_group(const char *w)
{
    static const char *const groups[] = { "ieuw", "eau", "aai", "eeu", "oei", "ooi", "oeu",
                                          "aa",   "ee",  "ie",  "oo",  "uu",  "ij",  "ei",
                                          "au",   "ou",  "ui",  "oe",  "eu",  "ai" };
    if (str_is(str_of(w), "eum")) return 1; /* muse-um */
    if (!strncmp(w, "iee", 3) || (!strncmp(w, "ieu", 3) && w[3] != 'w'))
        return 1; /* seri-eus */
    for (size_t i = 0; i < COUNT_OF(groups); i++)
        if (!strncmp(w, groups[i], strlen(groups[i]))) return strlen(groups[i]);
    return 1;
}

static bool vowel(char c)
{
    return c && strchr("aeiouyAEIOUY", c) != NULL;
}

/* The letters of a word, folded; those with a trema as capitals. True when there is a digit. */
static bool spell(struct str word, char to[SPELLING_MAX])
{
    size_t n = 0;
    bool digit = false;
    while (word.n && n + FOLD_MOST < SPELLING_MAX) {
        const uint32_t c = str_codepoint(&word);
        static const uint32_t tremas[] = { 0xe4, 0xeb, 0xef, 0xf6, 0xfc,
                                           0xc4, 0xcb, 0xcf, 0xd6, 0xdc };
        size_t trema = 0;
        while (trema < COUNT_OF(tremas) && tremas[trema] != c) trema++;
        digit |= fold_digit(c) >= 0;
        if (c == 0x308 && n) { /* written apart */
            if (to[n - 1] >= 'a' && to[n - 1] <= 'z') to[n - 1] = (char)(to[n - 1] - 32);
            continue;
        }
        const size_t more = fold_letter(c) ? fold(to + n, c) : 0;
        if (trema < COUNT_OF(tremas)) to[n] = (char)(to[n] - 32);
        n += more;
        if (!fold_letter(c) && !fold_mark(c)) to[n++] = '-';
    }
    to[n] = '\0';
    return digit;
}

size_t readability_syllables(struct str word)
{
    char w[SPELLING_MAX];
    if (spell(word, w)) return 1;
    size_t n = 0;
    for (size_t i = 0; w[i];) {
        const bool consonant = !vowel(w[i]) || (w[i] == 'u' && i && w[i - 1] == 'q') ||
                               (w[i] == 'y' && vowel(w[i + 1])) ||    /* yoghurt, royaal */
                               (w[i] == 'y' && i && vowel(w[i - 1])); /* hockey */
        if (consonant) {
            i++;
            continue;
        }
        i += vowel_group(w + i);
        n++;
    }
    return n ? n : 1;
}

/* ---- sentences ---- */

/* Is the word before this dot one that is written with a dot? */
static bool shortened(struct str word)
{
    static const char *const forms[] = { "blz", "bijv", "bv",    "ca",    "dhr", "dr",   "drs",
                                         "enz", "evt",  "incl",  "ir",    "max", "mevr", "min",
                                         "mr",  "mw",   "nl",    "nr",    "o.a", "prof", "resp",
                                         "st",  "tel",  "d.w.z", "m.a.w", "m.n", "t.a.v" };
    char folded[16];
    size_t n = 0, letters = 0;
    if (!word.n || word.n > 8) return false;
    while (word.n) {
        const uint32_t c = str_codepoint(&word);
        letters += fold_letter(c);
        if (c < 0x80)
            folded[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        else
            return letters == 1 && !word.n;
    }
    if (n == 1) return folded[0] >= 'a'; /* an initial */
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (str_is((struct str){ folded, n }, forms[i])) return true;
    return false;
}

/* A mark at the front of `rest`: does the sentence end here? `word` stands before it. Takes the
 * marks, and what closes behind them. */
static bool takes_end(struct str *rest, struct str word)
{
    const uint32_t first = str_codepoint(rest);
    bool firm = first != '.' && first != 0x2026;
    size_t marks = 1;
    while (rest->n && (end_mark(peek(*rest)) || closes(peek(*rest)))) {
        const uint32_t c = str_codepoint(rest);
        firm |= end_mark(c) && c != '.' && c != 0x2026;
        marks += end_mark(c);
    }
    struct str ahead = *rest;
    uint32_t next = peek(ahead);
    if (!rest->n || ends_line(next)) return true;
    if (!blank(next)) return firm;
    while (ahead.n && blank(next = str_codepoint(&ahead)) && !ends_line(next)) continue;
    if (firm || ends_line(next)) return true;
    if (first == '.' && marks == 1 && shortened(word)) return false;
    return !fold_letter(next) || fold_capital(next) || fold_digit(next) >= 0 || next >= 0x590;
}

bool readability_sentence(struct str *rest, struct str *sentence)
{
    while (rest->n) {
        const char *start = rest->s;
        struct str word = { 0 };
        size_t words = 0;
        bool ended = false;
        const char *end = start;
        while (rest->n && !ended) {
            const uint32_t c = peek(*rest);
            if (ends_line(c)) {
                str_codepoint(rest);
                ended = true;
            } else if (fold_letter(c)) {
                words += readability_word(rest, &word);
                end = rest->s;
            } else if (end_mark(c)) {
                ended = takes_end(rest, word);
                end = rest->s;
            } else {
                str_codepoint(rest);
                if (!blank(c)) end = rest->s;
            }
        }
        if (!words) continue;
        *sentence = (struct str){ start, (size_t)(end - start) };
        while (sentence->n && blank(peek(*sentence))) str_codepoint(sentence);
        return true;
    }
    return false;
}

bool readability_ended(struct str sentence)
{
    bool ended = false;
    while (sentence.n) {
        const uint32_t c = str_codepoint(&sentence);
        if (end_mark(c))
            ended = true;
        else if (!closes(c) && !blank(c))
            ended = false;
    }
    return ended;
}

/* ---- the whole ---- */

void readability_add(struct readability *sum, const struct readability *more)
{
    sum->sentences += more->sentences;
    sum->words += more->words;
    sum->syllables += more->syllables;
    sum->long_words += more->long_words;
    if (more->longest <= sum->longest) return;
    sum->longest = more->longest;
    sum->longest_sentence = more->longest_sentence;
}

struct readability readability_of(struct str text)
{
    struct readability r = { 0 };
    struct str sentence, word;
    while (readability_sentence(&text, &sentence)) {
        struct readability one = { .sentences = 1, .longest_sentence = sentence };
        for (struct str rest = sentence; readability_word(&rest, &word); one.words++) {
            const size_t syllables = readability_syllables(word);
            one.syllables += syllables;
            one.long_words += syllables > READABILITY_LONG;
        }
        one.longest = one.words;
        readability_add(&r, &one);
    }
    return r;
}

double readability_score(const struct readability *r)
{
    if (!r->words || !r->sentences) return 0;
    const double words = (double)r->words;
    return 206.84 - 77.0 * (double)r->syllables / words - 0.93 * words / (double)r->sentences;
}
