/* search.c — what is asked, as a query for the index; and what to mark in what was found. */
#include "features/search/search.h"
#include "algo/analyse.h"

#include <string.h>

#define MARK                                                                                   \
    "\xee\x80\x80" /* U+E000: belongs to a word in the index, and to no word of a reader */

#define LITERAL MARK MARK /* before a word as it was written */

enum { PREFIX_LEAST = 3 };

struct alternatives { /* the forms of one word that the index may hold */
    struct str form[2 * LANGS_WHOLE + 1];
    size_t n;
    struct str written; /* the word as it was asked */
};

static void also(struct alternatives *w, struct str form)
{
    for (size_t i = 0; i < w->n; i++)
        if (str_eq(w->form[i], form)) return;
    if (w->n < COUNT_OF(w->form)) w->form[w->n++] = form;
}

/* ("bank" OR "bankje" OR "bankj"*): each form in quotes, so nothing in it is an operator. */
static struct str one_word(struct arena *a, const struct alternatives *w, struct str prefix)
{
    struct str all = { 0 };
    for (size_t i = 0; i < w->n; i++)
        all = arena_format(a, "%.*s%s\"%.*s\"", STR_ARG(all), i ? " OR " : "",
                           STR_ARG(w->form[i]));
    if (prefix.n) all = arena_format(a, "%.*s OR \"%.*s\" *", STR_ARG(all), STR_ARG(prefix));
    return arena_format(a, "(%.*s)", STR_ARG(all));
}

static struct str in_scope(struct arena *a, struct str words, int64_t dialogue, enum lang lang)
{
    const struct str code = lang_about(lang)->code;
    if (dialogue)
        return arena_format(a, "\"" MARK "%lld%.*s\" AND (%.*s)", (long long)dialogue,
                            STR_ARG(code), STR_ARG(words));
    return arena_format(a, "\"" MARK "%.*s\" AND (%.*s)", STR_ARG(code), STR_ARG(words));
}

static void put_together(struct arena *a, struct question *q, const struct alternatives *words,
                         size_t n, int64_t dialogue, enum lang lang)
{
    struct str all = { 0 }, any = { 0 }, literal = { 0 };
    for (size_t i = 0; i < n; i++) {
        const struct str word =
            one_word(a, &words[i], i + 1 == n ? q->prefix : (struct str){ 0 });
        all = arena_format(a, "%.*s%s%.*s", STR_ARG(all), i ? " AND " : "", STR_ARG(word));
        any = arena_format(a, "%.*s%s%.*s", STR_ARG(any), i ? " OR " : "", STR_ARG(word));
        literal = arena_format(a, "%.*s%s\"" LITERAL "%.*s\"", STR_ARG(literal),
                               i ? " AND " : "", STR_ARG(words[i].written));
    }
    if (n) q->strict = in_scope(a, all, dialogue, lang);
    if (n) q->literal = in_scope(a, literal, dialogue, lang);
    if (n > 1) q->loose = in_scope(a, any, dialogue, lang);
}

struct question question_read(struct arena *a, struct str text, int64_t dialogue,
                              enum lang lang)
{
    if (lang >= LANGS_WHOLE) lang = LANG_NL; /* such a reader searches in Dutch */
    struct question q = { .text = str_trim(text) };
    struct analysed *in[LANGS_WHOLE];
    size_t n = 0;

    for (int l = 0; l < LANGS_WHOLE; l++) {
        struct analyser analyser = analyser_start(lang_about((enum lang)l)->code);
        n = analyse(&analyser, a, q.text, &in[l]);
        analyser_end(&analyser);
    }
    size_t meant = 0;
    for (size_t i = 0; i < n; i++) meant += !in[lang][i].stop;

    struct alternatives words[QUERY_WORDS] = { 0 };
    size_t words_n = 0;
    for (size_t i = 0; i < n && words_n < QUERY_WORDS; i++) {
        if (meant && in[lang][i].stop) continue;
        struct alternatives *w = &words[words_n];
        for (int l = 0; l < LANGS_WHOLE; l++) {
            also(w, in[l][i].stem);
            q.stems[l][words_n] = in[l][i].stem;
        }
        also(w, in[lang][i].word);
        w->written = in[lang][i].word;
        q.prefix = in[lang][i].word.n >= PREFIX_LEAST ? in[lang][i].word : (struct str){ 0 };
        words_n++;
    }
    q.stems_n = words_n;
    put_together(a, &q, words, words_n, dialogue, lang);
    return q;
}

/* ---- marking ---- */

static bool looked_for(const struct question *q, const struct analysed *w)
{
    for (size_t i = 0; i < q->stems_n; i++)
        for (int l = 0; l < LANGS_WHOLE; l++)
            if (str_eq(q->stems[l][i], w->stem)) return true;
    return q->prefix.n && (str_starts(w->word, q->prefix) || str_starts(w->stem, q->prefix));
}

static void add(struct piece *list, size_t *n, struct str text, bool marked)
{
    if (text.n) list[(*n)++] = (struct piece){ text, marked };
}

/* The part of a long text around its first hit, cut between words. */
static void window(const struct analysed *words, size_t words_n, size_t hit, size_t text_n,
                   size_t most, size_t *from, size_t *to)
{
    size_t first = hit, last = hit;
    *from = 0;
    *to = text_n;
    if (text_n <= most) return;
    while (first > 0 && words[hit].from - words[first - 1].from < most / 3) first--;
    while (last + 1 < words_n &&
           words[last + 1].from + words[last + 1].length - words[first].from < most)
        last++;
    if (first > 0) *from = words[first].from;
    if (last + 1 < words_n) *to = words[last].from + words[last].length;
}

size_t pieces(struct arena *a, const struct question *q, struct str text, struct str lang,
              size_t most, struct piece **list)
{
    struct analyser analyser = analyser_start(lang);
    struct analysed *words;
    const size_t words_n = analyse(&analyser, a, text, &words);
    analyser_end(&analyser);

    size_t hit = 0;
    while (hit < words_n && !looked_for(q, &words[hit])) hit++;
    size_t at, end, n = 0;
    window(words, words_n, hit < words_n ? hit : 0, text.n, words_n ? most : SIZE_MAX, &at,
           &end);
    *list = NEW(a, struct piece, 2 * words_n + 3);
    if (at) add(*list, &n, STR("… "), false);
    for (size_t i = 0; i < words_n; i++) {
        const struct analysed *w = &words[i];
        if (w->from < at || w->from + w->length > end || !looked_for(q, w)) continue;
        add(*list, &n, (struct str){ text.s + at, w->from - at }, false);
        add(*list, &n, (struct str){ text.s + w->from, w->length }, true);
        at = w->from + w->length;
    }
    if (end > at) add(*list, &n, (struct str){ text.s + at, end - at }, false);
    if (end < text.n) add(*list, &n, STR(" …"), false);
    return n;
}
