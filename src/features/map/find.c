/* find.c — what was found, filtered, counted and put in order. See find.h. */
#include "features/map/ask.h"

#include "features/map/index.sql.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What counts beside the answer itself. */
#define OPEN_NOW 1.05
#define FRESH_LEAST 0.85 /* never confirmed, or long ago */
#define HINTED 1.2       /* the question itself asked for it: "gratis" */
#define AWAY 0.7         /* closed for a while */
#define SAME_ORGANIZATION 0.94
#define CHANCE 0.01
enum { FRESH_DAYS = 365, SINCE = 10957, POOL = 60, NEAR_METRES = 2500 };

/* Filters, to know which one alone keeps an entry out. */
enum {
    F_FREE = 1 << 0,
    F_DIRECT = 1 << 1,
    F_WHEELCHAIR = 1 << 2,
    F_EVENING = 1 << 3,
    F_WEEKEND = 1 << 4,
    F_OPEN = 1 << 5,
    F_LANGUAGE = 1 << 6,
    F_AGE = 1 << 7,
    F_AREA = 1 << 8,
    F_SUBJECT = 1 << 9,
};
static const uint32_t flag_of[] = { FACT_FREE, FACT_DIRECT, FACT_WHEELCHAIR, FACT_EVENING,
                                    FACT_WEEKEND };

int32_t map_metres(int32_t latitude, int32_t longitude, int32_t to_latitude,
                   int32_t to_longitude)
{
    const double degree = 111195, north = ((double)to_latitude - (double)latitude) / 1e6;
    const double east = ((double)to_longitude - (double)longitude) / 1e6 *
                        cos((double)latitude / 1e6 * 3.14159265358979 / 180);
    const double metres = degree * sqrt(north * north + east * east);
    return metres < 2e9 ? (int32_t)metres : INT32_MAX;
}

struct candidate { /* an entry that passes every filter */
    struct map_hit hit;
    uint32_t organization;
};
struct finding {
    struct db *db;
    struct arena *arena;
    const struct map_ask *ask;
    struct map_found *found;
    const struct finder_hit *hits;
    size_t hits_n;
    uint32_t hints;
    double best;
    int today;              /* days since 2000 */
    struct candidate *heap; /* the best so far, the worst of them in front */
    size_t n, most;
    uint8_t *open; /* of the chunk: a byte for each */
    struct moment moment;
    uint32_t wanted; /* filters that were asked */
};

/* ---- the best of them ---- */

static bool worse(const struct candidate *a, const struct candidate *b)
{
    return a->hit.score < b->hit.score ||
           (a->hit.score <= b->hit.score && a->hit.service > b->hit.service);
}
static void sink(struct candidate *heap, size_t n, size_t at)
{
    for (size_t child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && worse(&heap[child + 1], &heap[child])) child++;
        if (!worse(&heap[child], &heap[at])) return;
        const struct candidate x = heap[at];
        heap[at] = heap[child];
        heap[child] = x;
    }
}
static void offer(struct finding *f, const struct candidate *c)
{
    if (f->n < f->most) {
        f->heap[f->n++] = *c;
        if (f->n == f->most)
            for (size_t i = f->n / 2; i-- > 0;) sink(f->heap, f->n, i);
        return;
    }
    if (!f->most || worse(c, &f->heap[0])) return;
    f->heap[0] = *c;
    sink(f->heap, f->n, 0);
}
static int best_first(const void *x, const void *y)
{
    return worse(x, y) ? 1 : worse(y, x) ? -1 : 0;
}

/* One organisation after the other: who is on the page already counts a little less. */
static void take_turns(struct candidate *c, size_t n)
{
    const size_t pool = n < POOL ? n : POOL;
    for (size_t i = 0; i < pool; i++) {
        size_t best = i;
        double most = -1;
        for (size_t k = i; k < pool; k++) {
            double score = c[k].hit.score;
            for (size_t j = 0; j < i; j++)
                if (c[j].organization == c[k].organization) score *= SAME_ORGANIZATION;
            if (score > most) most = score, best = k;
        }
        const struct candidate x = c[best];
        memmove(&c[i + 1], &c[i], (best - i) * sizeof x);
        c[i] = x;
    }
}

/* ---- one entry ---- */

/* The filters it does not pass. */
static uint32_t fails(const struct finding *f, const struct fact *x, bool open)
{
    const struct map_ask *q = f->ask;
    uint32_t no = open ? 0 : F_OPEN;
    for (size_t i = 0; i < COUNT_OF(flag_of); i++)
        if (!(x->flags & flag_of[i])) no |= 1u << i;
    if (q->language >= 0 && !(x->languages >> q->language & 1)) no |= F_LANGUAGE;
    if (q->age >= 0 && ((x->minimum_age != 255 && q->age < x->minimum_age) ||
                        (x->maximum_age != 255 && q->age > x->maximum_age)))
        no |= F_AGE;
    if (q->area && x->area != q->area) no |= F_AREA;
    if (q->subject >= 0 && !(x->terms >> q->subject & 1)) no |= F_SUBJECT;
    return no;
}

/* How many there would be when one more filter, or another value of it, were asked. */
static void tally(struct finding *f, const struct fact *x, uint32_t no)
{
    struct map_found *to = f->found;
    const uint32_t bad = no & f->wanted;
    uint32_t *const counts[] = { &to->free,    &to->direct,  &to->wheelchair,
                                 &to->evening, &to->weekend, &to->open };
    for (size_t i = 0; i < COUNT_OF(counts); i++) *counts[i] += !(no & 1u << i) && !bad;
    if (!(bad & ~(uint32_t)F_LANGUAGE))
        for (uint32_t l = x->languages; l; l &= l - 1) to->languages[__builtin_ctz(l)]++;
    if (!(bad & ~(uint32_t)F_SUBJECT))
        for (uint64_t t = x->terms; t; t &= t - 1) to->subjects[__builtin_ctzll(t)]++;
    if (!(bad & ~(uint32_t)F_AREA) && x->area < MAP_AREAS) to->areas[x->area]++;
}

/* Chance, another each day and the same for everybody that day. */
static double chance_of(const struct finding *f, int64_t service)
{
    uint64_t z =
        (uint64_t)service * 0x9E3779B97F4A7C15u + (uint64_t)f->today * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (double)(z >> 40) / (double)(1 << 24);
}

static double order_of(const struct finding *f, const struct fact *x, const struct map_hit *h,
                       double answer)
{
    double score = answer;
    if (f->ask->has_place)
        score *= h->metres < 0 ? 0.6 : 0.5 + 0.5 * exp(-(double)h->metres / NEAR_METRES);
    if (h->open) score *= OPEN_NOW;
    if (x->flags & FACT_AWAY) score *= AWAY;
    if (f->hints & x->flags) score *= HINTED;
    const int age = x->assured ? f->today - x->assured : 3 * FRESH_DAYS;
    const double stale = age <= FRESH_DAYS || x->flags & FACT_SPARED
                             ? 0
                             : (double)(age - FRESH_DAYS) / FRESH_DAYS;
    score *= 1 - (1 - FRESH_LEAST) * (stale < 1 ? stale : 1);
    return score * (1 + CHANCE * chance_of(f, h->service));
}

static void take(struct finding *f, const struct finder_hit *hit, const struct fact *x,
                 bool open)
{
    const uint32_t no = fails(f, x, open);
    tally(f, x, no);
    if (no & f->wanted) return;
    f->found->total++;
    struct candidate c = { { .service = hit->entry, .open = open, .metres = -1 },
                           x->organization };
    if (f->ask->has_place && (x->latitude || x->longitude))
        c.hit.metres =
            map_metres(f->ask->latitude, f->ask->longitude, x->latitude, x->longitude);
    c.hit.score = order_of(f, x, &c.hit, (double)hit->score / f->best);
    offer(f, &c);
}

/* ---- chunk by chunk ---- */

static void open_in(struct finding *f, struct str row)
{
    struct hours h;
    size_t place;
    memset(f->open, 0, FINDER_CHUNK);
    while (fact_hours_next(&row, &place, &h))
        if (place < FINDER_CHUNK && !f->open[place])
            f->open[place] = hours_open_at(&h, &f->moment);
}

static enum err take_chunk(struct finding *f, int64_t chunk, const uint32_t *which, size_t n)
{
    struct map_facts_get_row row;
    bool found;
    const struct arena_mark start = arena_here(f->arena);
    TRY(map_facts_get(f->db, f->arena, chunk, &row, &found));
    if (!found) return OK;
    open_in(f, row.hours);
    for (size_t i = 0; i < n; i++) {
        const struct finder_hit *hit = &f->hits[which[i]];
        const size_t place = hit->entry % FINDER_CHUNK;
        const struct fact x = fact_get(row.facts, place);
        if (x.flags & FACT_LISTED) take(f, hit, &x, f->open[place]);
    }
    arena_back(f->arena, start);
    return OK;
}

/* The hits by chunk, each in its order: counting, then dealing. */
static enum err take_all(struct finding *f)
{
    uint32_t most = 0;
    for (size_t i = 0; i < f->hits_n; i++)
        if (f->hits[i].entry > most) most = f->hits[i].entry;
    const size_t chunks = most / FINDER_CHUNK + 1;
    size_t *end = NEW(f->arena, size_t, chunks + 1);
    uint32_t *which = arena_room(f->arena, f->hits_n + 1, sizeof *which);
    for (size_t i = 0; i < f->hits_n; i++) end[f->hits[i].entry / FINDER_CHUNK + 1]++;
    for (size_t c = 0; c < chunks; c++) end[c + 1] += end[c];
    for (size_t i = f->hits_n; i-- > 0;)
        which[--end[f->hits[i].entry / FINDER_CHUNK + 1]] = (uint32_t)i;
    for (size_t c = 0; c < chunks; c++) {
        const size_t from = end[c + 1], until = c + 2 <= chunks ? end[c + 2] : f->hits_n;
        if (until > from) TRY(take_chunk(f, (int64_t)c, which + from, until - from));
    }
    return OK;
}

/* Without a question everything is an answer. */
static enum err everything(struct finding *f)
{
    struct map_state_get_row state;
    bool made;
    TRY(map_state_get(f->db, f->arena, &state, &made));
    if (!made || state.highest <= 0) return OK;
    struct finder_hit *all = arena_room(f->arena, (size_t)state.highest + 1, sizeof *all);
    for (int64_t i = 1; i <= state.highest; i++)
        all[i - 1] = (struct finder_hit){ (uint32_t)i, 1, 1 };
    f->hits = all;
    f->hits_n = (size_t)state.highest;
    return OK;
}

static uint32_t wanted_of(const struct map_ask *q)
{
    uint32_t wanted = q->open ? F_OPEN : 0;
    for (size_t i = 0; i < COUNT_OF(flag_of); i++)
        if (q->flags & flag_of[i]) wanted |= 1u << i;
    if (q->language >= 0) wanted |= F_LANGUAGE;
    if (q->age >= 0) wanted |= F_AGE;
    if (q->area) wanted |= F_AREA;
    if (q->subject >= 0) wanted |= F_SUBJECT;
    return wanted;
}

enum err map_find(struct db *db, struct arena *a, const struct map_ask *ask,
                  struct map_found *found)
{
    struct finding f = { .db = db, .arena = a, .ask = ask, .found = found, .best = 1 };
    struct finder_hit *hits;
    *found = (struct map_found){ 0 };
    if (str_trim(ask->text).n) {
        TRY(map_asked(db, a, ask, found, &hits, &f.hits_n, &f.hints));
        f.hits = hits;
        if (f.hits_n) f.best = (double)hits[0].score;
    } else
        TRY(everything(&f));
    if (!f.hits_n) return OK;
    f.today = day_at(ask->now).n - SINCE;
    f.moment = moment_at(ask->now);
    f.wanted = wanted_of(ask);
    f.most = ask->skip + ask->most < POOL ? POOL : ask->skip + ask->most;
    f.heap = NEW(a, struct candidate, f.most);
    f.open = NEW(a, uint8_t, FINDER_CHUNK);
    TRY(take_all(&f));
    if (f.n) qsort(f.heap, f.n, sizeof *f.heap, best_first);
    take_turns(f.heap, f.n);
    found->hits = NEW(a, struct map_hit, ask->most + 1);
    for (size_t i = ask->skip; i < f.n && found->hits_n < ask->most; i++)
        found->hits[found->hits_n++] = f.heap[i].hit;
    return OK;
}
