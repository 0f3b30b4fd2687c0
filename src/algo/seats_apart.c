/* seats_apart.c — how few pairs that asked to be apart must share a table, proven by trying.
 *
 * People who hang together by such pairs are one group; the rounds do not touch each other here.
 * Of a group every way of seating is tried that may have fewer breaches than known, tables that are
 * alike only once; a way counts when the others can still keep the rules before this one as well
 * as ever (by the flow). When those in pairs are few they are one group, and the answer is exact. Else
 * what groups cannot avoid adds up; that each may choose first makes it a lower bound. A group that
 * takes too much trying counts for nothing. */
#include "algo/seats_inside.h"

enum { GROUP_MOST = 14, TRIES_MOST = 200000 };

struct trial {
    const struct room *m; /* who is fixed sits */
    struct arena *a;
    struct seats_hard least; /* of the round */
    unsigned round;
    uint32_t member[GROUP_MOST];
    size_t n, seat[GROUP_MOST];
    int64_t best; /* breaches; only fewer are looked for */
    int tries, flows;
    int flows_most; /* a flow takes longer when there are more people and tables */
};

static bool as_good(const struct seats_hard *x, const struct seats_hard *y)
{
    return x->unseated == y->unseated && x->most == y->most && x->wheelchair == y->wheelchair &&
           x->language == y->language;
}

/* Can the others be seated as well as ever, when the group sits so? */
static bool leaves_room(struct trial *t)
{
    const struct arena_mark here = arena_here(t->a);
    const struct seats *s = t->m->s;
    struct seats tried = *s;
    int *locked = NEW(t->a, int, s->people_n *(size_t)s->rounds + 1);
    for (size_t k = 0; k < s->people_n * (size_t)s->rounds; k++)
        locked[k] = s->locked ? s->locked[k] : SEATS_NONE;
    for (size_t k = 0; k < t->n; k++)
        locked[t->round * s->people_n + t->member[k]] = t->m->table[t->seat[k]].given;
    tried.locked = locked;
    const struct room *room = room_make(t->a, &tried);
    const struct seats_hard least = room_least(room, t->a, t->round);
    arena_back(t->a, here);
    return as_good(&least, &t->least);
}

/* Breaches between member k at a table and those who sit before. */
static int64_t breaches_with(const struct trial *t, size_t k, size_t table)
{
    int64_t breaches = 0;
    const uint32_t i = t->member[k];
    for (uint32_t b = t->m->bond_from[i]; b < t->m->bond_from[i + 1]; b++) {
        if (t->m->bond[b].cost <= 0) continue;
        for (size_t o = 0; o < k; o++)
            breaches += t->member[o] == t->m->bond[b].other && t->seat[o] == table;
    }
    return breaches;
}

static bool is_taken(const struct trial *t, size_t k, size_t table)
{
    for (size_t o = 0; o < k; o++)
        if (t->seat[o] == table) return true;
    return false;
}

/* Two tables where nobody of the group sits, and that differ in nothing a rule looks at. */
static bool alike(const struct room_table *x, const struct room_table *y)
{
    return x->most - x->n == y->most - y->n && x->language == y->language &&
           x->wheelchairs - x->wheels == y->wheelchairs - y->wheels;
}

static bool tried_before(const struct trial *t, size_t k, size_t table)
{
    if (is_taken(t, k, table)) return false;
    for (size_t o = t->m->first[t->round]; o < table; o++)
        if (!is_taken(t, k, o) && alike(&t->m->table[o], &t->m->table[table])) return true;
    return false;
}

/* Seats member k and those behind; `breaches` so far. */
static void try_from(struct trial *t, size_t k, int64_t breaches)
{
    if (breaches >= t->best || t->tries >= TRIES_MOST || t->flows >= t->flows_most) return;
    t->tries++;
    if (k == t->n) {
        t->flows++;
        if (leaves_room(t)) t->best = breaches;
        return;
    }
    const size_t here = at(t->m, t->member[k], t->round);
    size_t from = t->m->first[t->round], to = t->m->first[t->round + 1];
    const bool fixed = t->m->fixed[here];
    if (fixed) from = t->m->seat[here], to = from + 1;
    for (size_t table = from; table < to; table++) {
        if (!fixed && tried_before(t, k, table)) continue;
        t->seat[k] = table;
        try_from(t, k + 1, breaches + breaches_with(t, k, table));
    }
}

/* The group of person i among who is there; false when it is larger than can be tried. */
static bool find_group(struct trial *t, uint32_t i, bool *seen)
{
    const struct room *m = t->m;
    bool whole = true;
    uint32_t *line = NEW(t->a, uint32_t, m->n);
    size_t n = 0;
    line[n++] = i;
    seen[i] = true;
    for (size_t k = 0; k < n; k++) {
        if (k < GROUP_MOST)
            t->member[k] = line[k];
        else
            whole = false;
        for (uint32_t b = m->bond_from[line[k]]; b < m->bond_from[line[k] + 1]; b++) {
            const uint32_t o = m->bond[b].other;
            if (m->bond[b].cost <= 0 || seen[o] || (m->s->people[o].absent >> t->round & 1))
                continue;
            seen[o] = true;
            line[n++] = o;
        }
    }
    t->n = n < GROUP_MOST ? n : GROUP_MOST;
    return whole;
}

/* What a known seating breaks within the group; one more than all its pairs when none is known. */
static int64_t known_breaches(const struct trial *t, const int *seat)
{
    int64_t pairs = 0, broken = 0;
    for (size_t k = 0; k < t->n; k++) {
        const uint32_t i = t->member[k];
        for (uint32_t b = t->m->bond_from[i]; b < t->m->bond_from[i + 1]; b++) {
            const uint32_t o = t->m->bond[b].other;
            if (t->m->bond[b].cost <= 0 || o < i) continue;
            pairs++;
            const int *in = seat ? seat + t->round * t->m->n : NULL;
            broken += in && in[i] != SEATS_NONE && in[i] == in[o];
        }
    }
    return seat ? broken : pairs + 1;
}

/* Everyone in a pair as one group: exact; false when they are too many. */
static bool find_everyone(struct trial *t)
{
    const struct room *m = t->m;
    t->n = 0;
    for (uint32_t i = 0; i < m->n; i++) {
        bool paired = false;
        for (uint32_t b = m->bond_from[i]; b < m->bond_from[i + 1]; b++)
            paired |= m->bond[b].cost > 0;
        if (!paired || (m->s->people[i].absent >> t->round & 1)) continue;
        if (t->n == GROUP_MOST) return false;
        t->member[t->n++] = i;
    }
    return true;
}

/* What the group cannot avoid; false when that took too much trying. */
static bool try_all(struct trial *t, const int *seat)
{
    t->best = known_breaches(t, seat);
    t->tries = t->flows = 0;
    if (t->best) try_from(t, 0, 0);
    return t->tries < TRIES_MOST && t->flows < t->flows_most;
}

int64_t room_least_apart(const struct room *m, struct arena *a, unsigned round, const int *seat)
{
    if (!m->s->apart_n || m->first[round + 1] == m->first[round]) return 0;
    struct trial t = { .m = m, .a = a, .round = round, .least = room_least(m, a, round) };
    t.flows_most = 100 + (int)(400000 / (1 + m->n + m->tables));
    if (find_everyone(&t) && try_all(&t, seat)) return t.best;
    bool *seen = NEW(a, bool, m->n + 1);
    int64_t sum = 0;
    for (uint32_t i = 0; i < m->n; i++) {
        if (seen[i] || (m->s->people[i].absent >> round & 1)) continue;
        const bool whole = find_group(&t, i, seen);
        if (t.n > 1 && whole && try_all(&t, seat)) sum += t.best;
    }
    return sum;
}

enum err seats_least(struct arena *a, const struct seats *s, const int *seat,
                     struct seats_hard *least)
{
    TRY(seats_check(s));
    const struct arena_mark here = arena_here(a);
    const struct room *m = room_make(a, s);
    *least = (struct seats_hard){ 0 };
    for (unsigned r = 0; r < m->rounds; r++) {
        const struct seats_hard x = room_least(m, a, r);
        least->unseated += x.unseated;
        least->most += x.most;
        least->wheelchair += x.wheelchair;
        least->language += x.language;
        least->apart += room_least_apart(m, a, r, seat);
    }
    arena_back(a, here);
    return OK;
}
