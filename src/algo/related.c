/* related.c — texts as terms, and how much two of them share. See related.h. */
#include "algo/related.h"
#include "algo/analyse.h"
#include "algo/parts.h"
#include "algo/related_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHARED_PART = 0x8000, /* in `shared` */
    WORD_TERMS = 1 + PARTS_MOST,
    AS_WORD = 1, /* in a term */
};

#define OTHER_WORDS                                                                            \
    0.5 /* what an unshared term of another text weighs, to that of a rare one */

/* ---- reading ---- */

struct known { /* a word that was read before */
    struct str word;
    uint32_t terms[WORD_TERMS];
    uint8_t n;
};
struct reader {
    struct analyser full, plain; /* with stems; only cut and folded */
    struct arena arena;
    struct known *known;        /* by hash of the word, open addressing */
    size_t known_n, known_room; /* words; places, twice as many */
    bool dutch;
};

struct reader *related_reader(struct str lang, size_t remembers)
{
    struct arena first = { 0 };
    struct reader *r = NEW(&first, struct reader, 1);
    r->arena = first;
    r->full = analyser_start(lang);
    r->plain = analyser_start((struct str){ 0 });
    r->dutch = str_is(lang, "nl");
    r->known_room = 2 * remembers + 2;
    r->known = NEW(&r->arena, struct known, r->known_room);
    return r;
}

void related_reader_end(struct reader *r)
{
    if (!r) return;
    analyser_end(&r->full);
    struct arena last = r->arena; /* holds r itself */
    arena_end(&last);
}

static uint32_t term_of(struct str stem, uint32_t as)
{
    return (parts_hash(stem) & ~1u) | as;
}

static bool means_something(const struct reader *r, const struct analysed *w)
{
    return !w->stop && !(r->dutch && related_empty(w->word)) && w->stem.n > 0 &&
           (w->word.n > 1 || (unsigned char)w->word.s[0] >= 0x80);
}

static void word_terms(struct reader *r, struct arena *a, struct known *k)
{
    struct analysed *w;
    struct str parts[PARTS_MOST];
    if (!analyse(&r->full, a, k->word, &w) || !means_something(r, w)) return;
    k->terms[k->n++] = term_of(w->stem, AS_WORD);
    const size_t parts_n = r->dutch ? parts_of(k->word, parts) : 0;
    for (size_t i = 0; i < parts_n; i++)
        if (analyse(&r->full, a, parts[i], &w) && means_something(r, w))
            k->terms[k->n++] = term_of(w->stem, 0);
}

/* What a folded word says, remembered: people use the same words. */
static const struct known *known(struct reader *r, struct arena *a, struct str word)
{
    size_t at = parts_hash(word) % (r->known_room);
    while (r->known[at].word.n && !str_eq(r->known[at].word, word))
        at = (at + 1) % (r->known_room);
    struct known *k = &r->known[at];
    if (k->word.n) return k;
    const bool room = r->known_n < r->known_room / 2;
    if (!room) k = NEW(a, struct known, 1);
    *k = (struct known){ .word = room ? arena_copy(&r->arena, word) : word };
    word_terms(r, a, k);
    r->known_n += room;
    return k;
}

static int by_term(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

/* Ascending, each stem once; as a word when it is one anywhere. */
size_t related_union(uint32_t *t, size_t n)
{
    size_t to = 0;
    if (n) qsort(t, n, sizeof *t, by_term);
    for (size_t i = 0; i < n; i++) {
        if (to && (t[to - 1] & ~1u) == (t[i] & ~1u))
            t[to - 1] |= t[i];
        else
            t[to++] = t[i];
    }
    return to;
}

size_t related_terms(struct reader *r, struct arena *arena, struct str text, uint32_t **terms)
{
    struct analysed *words;
    size_t n = 0;
    *terms = arena_room(arena, RELATED_TERMS, sizeof **terms);
    const struct arena_mark start = arena_here(arena);
    const size_t words_n = analyse(&r->plain, arena, text, &words);
    for (size_t i = 0; i < words_n; i++) {
        const struct known *k = known(r, arena, words[i].word);
        for (size_t j = 0; j < k->n && n < RELATED_TERMS; j++) (*terms)[n++] = k->terms[j];
    }
    arena_back(arena, start);
    return related_union(*terms, n);
}

struct str related_stored(struct arena *arena, const uint32_t *terms, size_t n)
{
    char *to = NEW(arena, char, 4 * n + 1);
    for (size_t i = 0; i < n; i++)
        for (size_t b = 0; b < 4; b++) to[4 * i + b] = (char)(terms[i] >> (8 * b));
    return (struct str){ to, 4 * n };
}

/* ---- comparing ---- */

/* A table four times as wide as the question: most terms of most texts meet an empty place. */
struct related related_to(struct arena *arena, const uint32_t *terms, size_t n)
{
    if (n > RELATED_ASKED) n = RELATED_ASKED;
    uint32_t room = 64;
    while (room < 4 * n) room *= 2;
    uint16_t *place = NEW(arena, uint16_t, room);
    for (size_t k = 0; k < n; k++) {
        uint32_t at = terms[k] >> 1 & (room - 1);
        while (place[at]) at = (at + 1) & (room - 1);
        place[at] = (uint16_t)(k + 1);
    }
    return (struct related){
        .arena = arena,
        .terms = terms,
        .n = n,
        .place = place,
        .place_mask = room - 1,
        .seen = NEW(arena, size_t, n + 1),
    };
}

static void *grown(struct arena *a, const void *old, size_t n, size_t *room, size_t size)
{
    *room = *room ? 2 * *room : 4 * RELATED_TERMS;
    void *more = arena_room(a, *room, size);
    if (n) memcpy(more, old, n * size);
    return more;
}

/* Where a term stands in the question, and one; 0: it does not. */
static size_t place_of(const struct related *q, uint32_t term)
{
    uint32_t at = term >> 1 & q->place_mask;
    while (q->place[at] && q->terms[q->place[at] - 1] >> 1 != term >> 1)
        at = (at + 1) & q->place_mask;
    return q->place[at];
}

void related_take(struct related *q, int64_t id, const uint32_t *terms, size_t n)
{
    if (q->shared_room - q->shared_n < n)
        q->shared = grown(q->arena, q->shared, q->shared_n, &q->shared_room, sizeof *q->shared);
    uint16_t *const from = q->shared + q->shared_n, *to = from;
    q->all++;
    for (size_t i = 0; i < n; i++) {
        const size_t k = place_of(q, terms[i]);
        if (!k) continue;
        const bool word = terms[i] & q->terms[k - 1] & AS_WORD;
        *to++ = (uint16_t)((k - 1) | (word ? 0u : SHARED_PART));
        q->seen[k - 1]++;
    }
    if (to == from) return;
    if (q->texts_n == q->texts_room)
        q->texts = grown(q->arena, q->texts, q->texts_n, &q->texts_room, sizeof *q->texts);
    q->texts[q->texts_n++] =
        (struct related_text){ id, (uint32_t)q->shared_n, (uint16_t)(to - from), (uint16_t)n };
    q->shared_n += (size_t)(to - from);
}

void related_take_stored(struct related *q, int64_t id, struct str stored)
{
    uint32_t terms[RELATED_TERMS];
    const size_t n = stored.n % 4 || stored.n / 4 > RELATED_TERMS ? 0 : stored.n / 4;
    const unsigned char *from = (const unsigned char *)stored.s;
    for (size_t i = 0; i < n; i++, from += 4)
        terms[i] = (uint32_t)from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16 |
                   (uint32_t)from[3] << 24;
    related_take(q, id, terms, n);
}

static int by_score(const void *x, const void *y)
{
    const struct related_hit *a = x, *b = y;
    if (a->score > b->score || a->score < b->score) return a->score < b->score ? 1 : -1;
    return (a->id > b->id) - (a->id < b->id);
}

/* How much it says that a text has a term which `seen` of `all` have. */
static double rarity(size_t seen, size_t all)
{
    return log(1 + ((double)all - (double)seen + 0.5) / ((double)seen + 0.5));
}

/* The best so far, the worst of them on top (a heap): most texts are compared with that one alone. */
struct best {
    struct related_hit *at;
    size_t n, most;
};
static void sink(struct best *b, size_t at, struct related_hit hit)
{
    for (size_t next = 2 * at + 1; next < b->n; next = 2 * at + 1) {
        if (next + 1 < b->n && by_score(&b->at[next + 1], &b->at[next]) > 0) next++;
        if (by_score(&b->at[next], &hit) <= 0) break;
        b->at[at] = b->at[next];
        at = next;
    }
    b->at[at] = hit;
}
static void keep_best(struct best *b, struct related_hit hit)
{
    if (b->n < b->most) {
        size_t at = b->n++;
        for (; at && by_score(&hit, &b->at[(at - 1) / 2]) > 0; at = (at - 1) / 2)
            b->at[at] = b->at[(at - 1) / 2];
        b->at[at] = hit;
    } else if (b->most && by_score(&hit, &b->at[0]) < 0)
        sink(b, 0, hit);
}

/* What a text shares, and all it says, by weight. */
static void weigh(const struct related *q, const struct related_text *t, const double *weight,
                  double *shared, double *all)
{
    for (size_t s = 0; s < t->shared_n; s++) {
        const uint16_t at = q->shared[t->shared_from + s];
        const double w = weight[at & ~SHARED_PART] * weight[at & ~SHARED_PART];
        *shared += at & SHARED_PART ? RELATED_PART * w : w;
        *all += w;
    }
}

size_t related_best(struct related *q, double least, size_t most, struct related_hit **hits)
{
    double *weight = NEW(q->arena, double, q->n + 1), own = 0;
    struct best best = { .most = most < q->texts_n ? most : q->texts_n };
    best.at = NEW(q->arena, struct related_hit, best.most + 1);
    for (size_t k = 0; k < q->n; k++) {
        weight[k] = rarity(q->seen[k], q->all);
        const double w = q->terms[k] & AS_WORD ? 1 : RELATED_PART;
        own += w * w * weight[k] * weight[k];
    }
    /* What else a text says was not counted; it is taken to be as rare as most words are. */
    const double other = rarity(2, q->all), rest = other * other * OTHER_WORDS;
    for (size_t i = 0; i < q->texts_n; i++) {
        const struct related_text *t = &q->texts[i];
        double shared = 0, all = (double)(t->n - t->shared_n) * rest;
        weigh(q, t, weight, &shared, &all);
        const double score = shared > 0 ? shared / sqrt(own * all) : 0;
        if (score >= least) keep_best(&best, (struct related_hit){ t->id, score });
    }
    qsort(best.at, best.n, sizeof *best.at, by_score);
    *hits = best.at;
    return best.n;
}

/* ---- why ---- */

static bool has_term(const uint32_t *terms, size_t n, uint32_t one)
{
    for (size_t i = 0; i < n; i++)
        if ((terms[i] & ~1u) == (one & ~1u)) return true;
    return false;
}

size_t related_marks(struct reader *r, struct arena *arena, struct str text,
                     const uint32_t *terms, size_t n, struct mark **marks)
{
    struct analysed *words;
    const size_t words_n = analyse(&r->plain, arena, text, &words);
    size_t marks_n = 0;
    *marks = NEW(arena, struct mark, words_n + 1);
    for (size_t i = 0; i < words_n; i++) {
        const struct known *k = known(r, arena, words[i].word);
        bool marked = false;
        for (size_t j = 0; j < k->n && !marked; j++) marked = has_term(terms, n, k->terms[j]);
        if (marked) (*marks)[marks_n++] = (struct mark){ words[i].from, words[i].length };
    }
    return marks_n;
}
