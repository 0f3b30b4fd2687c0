/* choose.c — what answers all filters: a bit for each service, filter by filter, then in order. See ask.h.
 *
 * Each filter walks an index once, so the cost goes with what it finds, never with the page that is asked. */
#include "features/hsds/ask.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FOUND_MOST = 1 << 17 };

struct set { /* of ids below 64 * n */
    uint64_t *word;
    size_t n;
};
struct choosing {
    struct db *db;
    struct arena *arena;
    const struct hsds_asked *asked;
    int64_t highest;
    struct set left;   /* services that passed every filter so far */
    bool begun;        /* else `left` is everything */
    struct set here;   /* of the filter at hand */
    struct set places; /* with `near`: services at a place that are near enough */
    uint32_t *rank;    /* of each service, with a search; 0: not found */
    struct chosen *to;
    size_t room;
    uint32_t *order; /* of each that was taken: the best rank of its services */
};

/* ---- sets ---- */

static struct set set_of(struct arena *a, int64_t highest)
{
    const size_t n = (size_t)highest / 64 + 1;
    return (struct set){ NEW(a, uint64_t, n), n };
}
static void set_add(struct set *s, int64_t id)
{
    if (id >= 0 && (size_t)id / 64 < s->n) s->word[id / 64] |= UINT64_C(1) << (id % 64);
}
static bool set_has(const struct set *s, int64_t id)
{
    return id >= 0 && (size_t)id / 64 < s->n && (s->word[id / 64] >> (id % 64) & 1);
}
/* What passed this filter too. */
static void keep_here(struct choosing *c)
{
    for (size_t i = 0; i < c->here.n; i++)
        c->left.word[i] = c->begun ? c->left.word[i] & c->here.word[i] : c->here.word[i];
    memset(c->here.word, 0, c->here.n * sizeof *c->here.word);
    c->begun = true;
}

/* ---- filters ---- */

static enum err of_term(const struct hsds_of_term_row *r, void *with)
{
    set_add(&((struct choosing *)with)->here, r->service);
    return OK;
}
static enum err of_any_term(const struct hsds_of_any_term_row *r, void *with)
{
    set_add(&((struct choosing *)with)->here, r->service);
    return OK;
}
static enum err of_organization(const struct hsds_of_organization_row *r, void *with)
{
    set_add(&((struct choosing *)with)->here, r->id);
    return OK;
}
static enum err modified_since(const struct hsds_modified_row *r, void *with)
{
    set_add(&((struct choosing *)with)->here, r->id);
    return OK;
}
/* For somebody between the ages that are asked. */
static enum err of_age(const struct hsds_ages_row *r, void *with)
{
    struct choosing *c = with;
    const struct hsds_asked *x = c->asked;
    if (x->age_from >= 0 && r->has_maximum_age && r->maximum_age < x->age_from) return OK;
    if (x->age_until >= 0 && r->has_minimum_age && r->minimum_age > x->age_until) return OK;
    set_add(&c->here, r->id);
    return OK;
}

static bool meets(const struct hsds_asked *x, int opens, int closes)
{
    return (x->until < 0 || opens < x->until) && (x->from < 0 || closes > x->from);
}
/* Open at some moment between the times that are asked, on that day. */
static bool open_then(const struct hours *h, const struct hsds_asked *x)
{
    for (size_t i = 0; i < h->openings_n; i++)
        for (int d = 0; d < 7; d++) {
            const struct opening *o = &h->openings[i];
            if (!(o->days >> d & 1)) continue;
            if ((x->day < 0 || x->day == d) &&
                meets(x, o->opens, o->closes < 1440 ? o->closes : 1440))
                return true;
            if (o->closes > 1440 && (x->day < 0 || x->day == (d + 1) % 7) &&
                meets(x, 0, o->closes - 1440))
                return true;
        }
    return false;
}
static enum err of_hours(const struct hsds_hours_row *r, void *with)
{
    struct choosing *c = with;
    struct str row = r->hours;
    struct hours h;
    size_t place;
    while (fact_hours_next(&row, &place, &h))
        if (open_then(&h, c->asked))
            set_add(&c->here, r->chunk * FINDER_CHUNK + (int64_t)place);
    return OK;
}

static enum err of_near(const struct hsds_near_row *r, void *with)
{
    struct choosing *c = with;
    if (map_metres(c->asked->latitude, c->asked->longitude, (int32_t)r->latitude,
                   (int32_t)r->longitude) > c->asked->metres)
        return OK;
    set_add(&c->here, r->service);
    set_add(&c->places, r->id);
    return OK;
}
static enum err keep_near(struct choosing *c)
{
    const struct hsds_asked *x = c->asked;
    const double degree = 111195, metres = x->metres;
    const double shrink = cos((double)x->latitude / 1e6 * 3.14159265358979 / 180);
    const int64_t north = (int64_t)(metres / degree * 1e6) + 1;
    const int64_t east = (int64_t)(metres / degree / (shrink > 0.01 ? shrink : 0.01) * 1e6) + 1;
    int64_t highest;
    TRY(hsds_highest_place(c->db, &highest));
    c->places = set_of(c->arena, highest);
    TRY(hsds_near(c->db, x->latitude - north, x->latitude + north, x->longitude - east,
                  x->longitude + east, of_near, c));
    keep_here(c);
    return OK;
}

/* By the words of whoever asks, through the finder that the map itself uses. */
static enum err keep_found(struct choosing *c)
{
    const struct map_ask ask = { .text = c->asked->search,
                                 .lang = c->asked->lang == LANG_EN ? LANG_EN : LANG_NL,
                                 .now = c->asked->now,
                                 .language = -1,
                                 .age = -1,
                                 .subject = -1,
                                 .most = FOUND_MOST };
    struct map_found *found = NEW(c->arena, struct map_found, 1);
    TRY(map_find(c->db, c->arena, &ask, found));
    c->rank = NEW(c->arena, uint32_t, (size_t)c->highest + 1);
    for (size_t i = 0; i < found->hits_n; i++) {
        const int64_t id = found->hits[i].service;
        if (id > c->highest) continue;
        set_add(&c->here, id);
        c->rank[id] = (uint32_t)i + 1;
    }
    keep_here(c);
    return OK;
}

static enum err keep_ages(struct choosing *c)
{
    static const enum service_status seen[] = { SERVICE_ACTIVE, SERVICE_DEFUNCT,
                                                SERVICE_TEMPORARILY_CLOSED };
    const bool when = c->asked->day >= 0 || c->asked->from >= 0 || c->asked->until >= 0;
    for (size_t i = 0; i < COUNT_OF(seen); i++)
        if (!when || seen[i] != SERVICE_DEFUNCT) /* what stopped is never open */
            TRY(hsds_ages(c->db, seen[i], of_age, c));
    keep_here(c);
    return OK;
}

static enum err keep_gone(struct choosing *c)
{
    TRY(hsds_ages(c->db, SERVICE_INACTIVE, of_age, c));
    TRY(hsds_ages(c->db, SERVICE_DEFUNCT, of_age, c));
    keep_here(c);
    return OK;
}

static enum err filter(struct choosing *c)
{
    const struct hsds_asked *x = c->asked;
    if (x->by_organization) {
        TRY(hsds_of_organization(c->db, x->organization, of_organization, c));
        keep_here(c);
    }
    if (x->by_term) {
        TRY(hsds_of_term(c->db, x->term, of_term, c));
        keep_here(c);
    }
    if (x->by_taxonomy) {
        TRY(hsds_of_any_term(c->db, of_any_term, c));
        keep_here(c);
    }
    if (x->by_moment) {
        TRY(hsds_modified(c->db, x->since, modified_since, c));
        keep_here(c);
    }
    if (x->near) TRY(keep_near(c));
    if (x->day >= 0 || x->from >= 0 || x->until >= 0) {
        TRY(hsds_hours(c->db, of_hours, c));
        keep_here(c);
    }
    if (x->search.n) TRY(keep_found(c));
    return x->thing == THING_GONE ? keep_gone(c)
                                  : keep_ages(c); /* also keeps out what nobody sees */
}

/* ---- in order ---- */

static void take(struct choosing *c, int64_t id, uint32_t rank)
{
    struct chosen *to = c->to;
    if (to->n == c->room) {
        const size_t room = c->room ? c->room * 2 : 256;
        uint32_t *ids = NEW(c->arena, uint32_t, room), *order = NEW(c->arena, uint32_t, room);
        if (to->n) memcpy(ids, to->id, to->n * sizeof *ids);
        if (to->n) memcpy(order, c->order, to->n * sizeof *order);
        to->id = ids, c->order = order, c->room = room;
    }
    c->order[to->n] = rank;
    to->id[to->n++] = (uint32_t)id;
}
static uint32_t rank_of(const struct choosing *c, int64_t service)
{
    return c->rank ? c->rank[service] : 0;
}

static enum err take_place(const struct hsds_places_row *r, void *with)
{
    struct choosing *c = with;
    if (set_has(&c->left, r->service) && (!c->asked->near || set_has(&c->places, r->id)))
        take(c, r->id, rank_of(c, r->service));
    return OK;
}
static enum err take_organization(const struct hsds_organizations_row *r, void *with)
{
    struct choosing *c = with;
    struct chosen *to = c->to;
    if (!set_has(&c->left, r->id)) return OK;
    const uint32_t rank = rank_of(c, r->id);
    if (to->n && to->id[to->n - 1] == (uint32_t)r->organization) {
        if (rank < c->order[to->n - 1]) c->order[to->n - 1] = rank;
    } else {
        take(c, r->organization, rank);
    }
    return OK;
}

struct ranked {
    uint32_t rank, id;
};
static int best_first(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}
static void sort_by_rank(struct choosing *c)
{
    struct chosen *to = c->to;
    struct ranked *all = NEW(c->arena, struct ranked, to->n + 1);
    for (size_t i = 0; i < to->n; i++) all[i] = (struct ranked){ c->order[i], to->id[i] };
    qsort(all, to->n, sizeof *all, best_first);
    for (size_t i = 0; i < to->n; i++) to->id[i] = all[i].id;
}

enum err choose(struct db *db, struct arena *a, const struct hsds_asked *asked,
                struct chosen *chosen)
{
    struct choosing c = { .db = db, .arena = a, .asked = asked, .to = chosen };
    if (asked->nothing) return OK;
    TRY(hsds_highest(db, &c.highest));
    c.left = set_of(a, c.highest);
    c.here = set_of(a, c.highest);
    TRY(filter(&c));
    if (asked->thing == THING_PLACE)
        TRY(hsds_places(db, take_place, &c));
    else if (asked->thing == THING_ORGANIZATION)
        TRY(hsds_organizations(db, take_organization, &c));
    else
        for (size_t i = 0; i < c.left.n; i++)
            for (uint64_t w = c.left.word[i]; w; w &= w - 1) {
                const int64_t id = (int64_t)(i * 64) + __builtin_ctzll(w);
                take(&c, id, rank_of(&c, id));
            }
    if (c.rank) sort_by_rank(&c);
    return OK;
}
