/* finder.c — entries as terms, and how well they answer a question. See finder.h. */
#include "algo/finder.h"
#include "algo/analyse.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KIND_STEM, KIND_WORD, KIND_TRIGRAM };

/* What a word weighs by where it stands; a part of a word; when more of it adds little. */
static const double field_weight[FINDER_FIELDS] = { 10, 2, 2, 1.4, 1 };
#define PART_WEIGHT 0.45
#define SATURATION 4.0
#define TEXT_LENGTH 60.0 /* words of a usual text */
#define TEXT_SLOPE 0.4

/* ---- words ---- */

struct finder_reader {
    struct analyser full, plain;
    struct arena arena;
    struct finder_word *known; /* by hash of the word, open addressing */
    size_t known_n, known_room;
    bool dutch;
};

struct finder_reader *finder_reader(struct str lang, size_t remembers)
{
    struct arena first = { 0 };
    struct finder_reader *r = NEW(&first, struct finder_reader, 1);
    r->arena = first;
    r->full = analyser_start(lang);
    r->plain = analyser_start((struct str){ 0 });
    r->dutch = str_is(lang, "nl");
    r->known_room = 2 * remembers + 2;
    r->known = NEW(&r->arena, struct finder_word, r->known_room);
    return r;
}

void finder_reader_end(struct finder_reader *r)
{
    if (!r) return;
    analyser_end(&r->full);
    struct arena last = r->arena; /* holds r itself */
    arena_end(&last);
}

static uint32_t term_of(struct str word, uint32_t kind)
{
    return (parts_hash(word) & ~3u) | kind;
}

/* The stem of a folded word. Two families that Snowball throws together and people do not. */
static struct str stem_of(struct finder_reader *r, struct arena *a, struct str word)
{
    static const char *const elderly[] = { "oudere", "ouderen" };
    struct analysed *w;
    if (r->dutch)
        for (size_t i = 0; i < COUNT_OF(elderly); i++)
            if (str_is(word, elderly[i])) return STR("oudere");
    return analyse(&r->full, a, word, &w) ? w->stem : word;
}

static void put_part(struct finder_reader *r, struct arena *a, struct finder_word *k,
                     struct str part)
{
    if (k->parts_n < FINDER_PARTS)
        k->parts[k->parts_n++] = term_of(stem_of(r, a, part), KIND_STEM);
}

/* Its parts, then neighbours that stand together in a word of three and more. */
static void split(struct finder_reader *r, struct arena *a, struct finder_word *k)
{
    struct str parts[PARTS_MOST];
    const size_t n = r->dutch ? parts_of(k->word, parts) : 0;
    for (size_t i = 0; i < n; i++) put_part(r, a, k, parts[i]);
    k->split = k->parts_n;
    for (size_t i = 0; n > 2 && i + 1 < n; i++) {
        const struct str *to = &parts[i + 1];
        put_part(r, a, k, (struct str){ parts[i].s, (size_t)(to->s - parts[i].s) + to->n });
    }
    if (n > 3) put_part(r, a, k, str_from(k->word, (size_t)(parts[1].s - k->word.s)));
}

const struct finder_word *finder_word(struct finder_reader *r, struct arena *a, struct str word)
{
    size_t at = parts_hash(word) % r->known_room;
    while (r->known[at].word.n && !str_eq(r->known[at].word, word))
        at = (at + 1) % r->known_room;
    struct finder_word *k = &r->known[at];
    if (k->word.n) return k;
    const bool room = r->known_n < r->known_room / 2;
    if (!room) k = NEW(a, struct finder_word, 1);
    *k = (struct finder_word){ .word = arena_copy(room ? &r->arena : a, word) };
    struct analysed *w;
    k->empty = !analyse(&r->full, a, k->word, &w) || w->stop;
    k->stem = term_of(stem_of(r, a, k->word), KIND_STEM);
    k->exact = term_of(k->word, KIND_WORD);
    split(r, a, k);
    r->known_n += room;
    return k;
}

size_t finder_words(struct finder_reader *r, struct arena *a, struct str text,
                    const struct finder_word ***words)
{
    struct analysed *list;
    const size_t n = analyse(&r->plain, a, text, &list);
    *words = NEW(a, const struct finder_word *, n + 1);
    for (size_t i = 0; i < n; i++) (*words)[i] = finder_word(r, a, list[i].word);
    return n;
}

size_t finder_trigrams(struct str word, uint32_t terms[FINDER_TRIGRAMS])
{
    char padded[FINDER_WORD + 2];
    size_t n = 0;
    if (word.n > FINDER_WORD - 2) word.n = FINDER_WORD - 2;
    if (!word.n) return 0;
    padded[0] = ' ';
    memcpy(padded + 1, word.s, word.n);
    padded[word.n + 1] = ' ';
    for (size_t i = 0; i + 3 <= word.n + 2 && n < FINDER_TRIGRAMS; i++)
        terms[n++] = term_of((struct str){ padded + i, 3 }, KIND_TRIGRAM);
    return n;
}

/* ---- entries ---- */

struct tally { /* terms of an entry with what they weigh, before saturation */
    struct arena *arena;
    struct counted {
        uint32_t term;
        float weight;
    } * at;
    size_t n, room;
};

static void count(struct tally *t, uint32_t term, double weight)
{
    if (t->n == t->room) {
        struct counted *more = arena_room(t->arena, 2 * t->room + 256, sizeof *more);
        if (t->n) memcpy(more, t->at, t->n * sizeof *more);
        t->at = more;
        t->room = 2 * t->room + 256;
    }
    t->at[t->n++] = (struct counted){ term, (float)weight };
}

static void count_word(struct tally *t, const struct finder_word *w, double weight, bool title)
{
    uint32_t trigrams[FINDER_TRIGRAMS];
    if (w->empty) return;
    count(t, w->stem, weight);
    count(t, w->exact, weight);
    for (size_t i = 0; i < w->parts_n; i++) count(t, w->parts[i], weight * PART_WEIGHT);
    if (!title) return;
    const size_t n = finder_trigrams(w->word, trigrams);
    for (size_t i = 0; i < n; i++) count(t, trigrams[i], 1000);
}

static int by_term(const void *x, const void *y)
{
    const uint32_t a = ((const struct counted *)x)->term, b = ((const struct counted *)y)->term;
    return (a > b) - (a < b);
}

size_t finder_entry(struct finder_reader *r, struct arena *a,
                    const struct str fields[FINDER_FIELDS], struct finder_posting **postings)
{
    struct tally t = { .arena = a };
    for (int f = 0; f < FINDER_FIELDS; f++) {
        const struct finder_word **words;
        const size_t n = finder_words(r, a, fields[f], &words);
        const double length =
            f == FINDER_TEXT ? 1 - TEXT_SLOPE + TEXT_SLOPE * (double)n / TEXT_LENGTH : 1;
        for (size_t i = 0; i < n; i++)
            count_word(&t, words[i], field_weight[f] / length, f == FINDER_TITLE);
    }
    if (t.n) qsort(t.at, t.n, sizeof *t.at, by_term);
    *postings = NEW(a, struct finder_posting, t.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < t.n;) {
        const uint32_t term = t.at[i].term;
        double sum = 0;
        for (; i < t.n && t.at[i].term == term; i++) sum += (double)t.at[i].weight;
        const double weight = sum / (sum + SATURATION);
        (*postings)[n++] =
            (struct finder_posting){ .term = term, .weight = (uint8_t)(1 + 254 * weight) };
    }
    return n;
}

/* ---- what is kept ---- */

struct str finder_stored(struct arena *a, const struct finder_posting *p, size_t n,
                         uint32_t first)
{
    char *to = arena_room(a, 3 * n + 1, 1);
    size_t at = 0;
    uint32_t before = first;
    for (size_t i = 0; i < n; i++) {
        const uint32_t step = p[i].entry - before; /* below FINDER_CHUNK: two bytes at most */
        if (step >= 128) to[at++] = (char)(0x80 | (step >> 7));
        to[at++] = (char)(step & 127);
        to[at++] = (char)p[i].weight;
        before = p[i].entry;
    }
    return (struct str){ to, at };
}

/* The next of a kept list; false at its end. */
static inline bool next_stored(const unsigned char **at, const unsigned char *end,
                               uint32_t *entry, uint8_t *weight)
{
    if (end - *at < 2) return false;
    uint32_t step = *(*at)++;
    if (step & 0x80) step = (step & 0x7f) << 7 | *(*at)++;
    if (*at == end) return false;
    *entry += step;
    *weight = *(*at)++;
    return true;
}

size_t finder_read(struct str stored, uint32_t first, struct finder_posting *p)
{
    const unsigned char *at = (const unsigned char *)stored.s, *end = at + stored.n;
    uint32_t entry = first;
    uint8_t weight;
    size_t n = 0;
    while (n < FINDER_CHUNK && next_stored(&at, end, &entry, &weight))
        p[n++] = (struct finder_posting){ .entry = entry, .weight = weight };
    return n;
}

/* ---- scoring ---- */

struct finder_score finder_score_start(struct arena *a, size_t entries, double all)
{
    struct finder_score s = { .arena = a, .entries = entries, .all = all };
    s.total = NEW(a, float, entries + 1);
    s.answered = NEW(a, float, entries + 1);
    s.group = NEW(a, float, entries + 1);
    s.sum = NEW(a, float, entries + 1);
    s.matched = NEW(a, uint8_t, entries + 1);
    s.any = arena_room(a, entries + 1, sizeof *s.any);
    s.now = arena_room(a, entries + 1, sizeof *s.now);
    s.here = arena_room(a, entries + 1, sizeof *s.here);
    return s;
}

static void close_alternative(struct finder_score *s)
{
    for (size_t i = 0; i < s->here_n; i++) {
        const uint32_t e = s->here[i];
        const float share = (float)s->matched[e] / (float)s->together;
        const bool full = s->matched[e] == s->together;
        float score = s->alternative * s->sum[e] / (float)s->together * share * share;
        /* Words that belong together mean nothing apart; of many runs of letters some may lack. */
        if (!full && s->together <= FINDER_TOGETHER) score = 0;
        s->full_n += full && s->group[e] <= 0;
        if (s->group[e] <= 0 && score > 0) s->now[s->now_n++] = e;
        if (score > s->group[e]) s->group[e] = score;
        s->sum[e] = 0;
        s->matched[e] = 0;
    }
    s->here_n = 0;
}

/* A group counts by how few entries answer it whole (inverse document frequency). */
static void close_group(struct finder_score *s)
{
    if (!s->open) return;
    close_alternative(s);
    const double df = s->full_n ? (double)s->full_n : (double)s->now_n + 1;
    double rare = log(1 + (s->all - df + 0.5) / (df + 0.5));
    if (!(rare > 0.2)) rare = 0.2;
    const float worth = s->weight * (float)rare;
    s->asked += (double)worth;
    for (size_t i = 0; i < s->now_n; i++) {
        const uint32_t e = s->now[i];
        if (s->total[e] <= 0) s->any[s->any_n++] = e;
        s->total[e] += worth * s->group[e];
        /* What is found weakly answers half. */
        s->answered[e] += worth * (s->group[e] > 0.25f ? 1.0f : 0.5f + 2 * s->group[e]);
        s->group[e] = 0;
    }
    s->now_n = 0;
    s->open = false;
}

void finder_group(struct finder_score *s, double weight)
{
    close_group(s);
    s->weight = (float)weight;
    s->full_n = 0;
    s->open = true;
    s->together = 1;
}

void finder_alternative(struct finder_score *s, double weight, unsigned together)
{
    close_alternative(s);
    s->alternative = (float)weight;
    s->together = together ? together : 1;
}

void finder_term(struct finder_score *s, struct str stored, uint32_t first)
{
    const unsigned char *at = (const unsigned char *)stored.s, *end = at + stored.n;
    uint32_t entry = first;
    uint8_t weight;
    while (next_stored(&at, end, &entry, &weight)) {
        if (entry >= s->entries) break;
        if (!s->matched[entry]) s->here[s->here_n++] = entry;
        s->sum[entry] += (float)weight / 255;
        s->matched[entry]++;
    }
}

static int by_score(const void *x, const void *y)
{
    const struct finder_hit *a = x, *b = y;
    if (a->score > b->score) return -1;
    if (a->score < b->score) return 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

size_t finder_best(struct finder_score *s, struct finder_hit **hits)
{
    close_group(s);
    float best = 0;
    size_t n = 0;
    for (size_t i = 0; i < s->any_n; i++)
        if (s->answered[s->any[i]] > best) best = s->answered[s->any[i]];
    *hits = arena_room(s->arena, s->any_n + 1, sizeof **hits);
    for (size_t i = 0; i < s->any_n; i++) {
        const uint32_t e = s->any[i];
        if (s->answered[e] < 0.6f * best) continue;
        const float share = s->answered[e] / (float)s->asked;
        (*hits)[n++] = (struct finder_hit){ e, s->total[e] * share * share, share };
    }
    if (n) qsort(*hits, n, sizeof **hits, by_score);
    return n;
}
