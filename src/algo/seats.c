/* seats.c — from a start that keeps the hard rules, many small changes towards the soft ones. */
#include "algo/seats_inside.h"

#include <math.h>

const struct seats_weights seats_weights_usual = {
    .wish = { 10, 6, 3 },
    .none = 3,
    .twice = 2,
    .again = 5,
    .mix = 7,
    .together = 4,
    .least = 30,
};

/* ---- what may come in ---- */

static bool within(int x, int from, int to)
{
    return x >= from && x <= to;
}

static bool weights_fit(const struct seats_weights *w)
{
    bool fit = true;
    for (unsigned k = 0; k < SEATS_WISHES; k++) fit &= within(w->wish[k], 0, SEATS_WEIGHT_MOST);
    const int others[] = { w->none, w->twice, w->again, w->mix, w->together, w->least };
    for (size_t k = 0; k < COUNT_OF(others); k++)
        fit &= within(others[k], 0, SEATS_WEIGHT_MOST);
    return fit;
}

static bool person_fits(const struct seats_person *p)
{
    bool fit = within(p->language, SEATS_NONE, SEATS_LANGUAGES_MOST - 1);
    for (unsigned k = 0; k < SEATS_WISHES; k++)
        fit &= within(p->wish[k], SEATS_NONE, SEATS_THEMES_MOST - 1);
    for (unsigned f = 0; f < SEATS_TRAITS; f++)
        fit &= within(p->trait[f], SEATS_NONE, SEATS_VALUES_MOST - 1);
    return fit;
}

static bool table_fits(const struct seats_table *t, int rounds)
{
    return within(t->round, 0, rounds - 1) &&
           within(t->theme, SEATS_NONE, SEATS_THEMES_MOST - 1) && t->least >= 0 &&
           t->most >= 0 && t->wheelchairs >= 0 &&
           within(t->language, SEATS_NONE, SEATS_LANGUAGES_MOST - 1);
}

static bool pairs_fit(const struct seats_pair *pair, size_t n, size_t people)
{
    for (size_t k = 0; k < n; k++)
        if (!within(pair[k].person, 0, (int)people - 1) ||
            !within(pair[k].other, 0, (int)people - 1))
            return false;
    return true;
}

enum err seats_check(const struct seats *s)
{
    if (s->people_n > SEATS_PEOPLE_MOST)
        return FAIL(ERR_LIMIT, "more people than can be seated");
    if (s->tables_n > SEATS_TABLES_MOST) return FAIL(ERR_LIMIT, "more tables than can be used");
    if (!within(s->rounds, 1, SEATS_ROUNDS_MOST))
        return FAIL(ERR_INPUT, "rounds: 1 to %d", SEATS_ROUNDS_MOST);
    if (!weights_fit(&s->weights)) return FAIL(ERR_INPUT, "a weight is below 0 or too much");
    for (size_t i = 0; i < s->people_n; i++)
        if (!person_fits(&s->people[i])) return FAIL(ERR_INPUT, "person %zu does not fit", i);
    for (size_t t = 0; t < s->tables_n; t++)
        if (!table_fits(&s->tables[t], s->rounds))
            return FAIL(ERR_INPUT, "table %zu does not fit", t);
    if (!pairs_fit(s->together, s->together_n, s->people_n) ||
        !pairs_fit(s->apart, s->apart_n, s->people_n))
        return FAIL(ERR_INPUT, "a pair of somebody who is not there");
    for (size_t k = 0; s->locked && k < s->people_n * (size_t)s->rounds; k++) {
        const int t = s->locked[k];
        if (!within(t, SEATS_NONE, (int)s->tables_n - 1) ||
            (t != SEATS_NONE && s->tables[t].round != (int)(k / s->people_n)))
            return FAIL(ERR_INPUT, "locked at a table of another round");
    }
    return OK;
}

/* ---- which tables are used, and how full they start ---- */

/* How much people wish for each theme; every table of it that is used takes its share away. */
static int64_t *count_wishes(const struct room *m, struct arena *a)
{
    int64_t *wished = NEW(a, int64_t, m->themes + 1);
    for (size_t i = 0; i < m->n; i++)
        for (unsigned k = 0; k < SEATS_WISHES; k++)
            if (m->guest[i].wish[k] < m->themes)
                wished[m->guest[i].wish[k]] += 2 * m->s->weights.wish[k] + 1;
    return wished;
}

static bool is_needed(const struct room *m, const struct room_table *t, unsigned round)
{
    for (size_t k = 0; k < m->movers[round]; k++) {
        const struct guest *g = &m->guest[m->mover[round][k]];
        if ((g->wheelchair && t->wheelchairs) ||
            (g->language != SEATS_NONE && g->language == t->language))
            return true;
    }
    return false;
}

/* Lets go of the least wished-for tables until those that stay can all have their least number. */
static void choose_tables(const struct room *m, unsigned round, const int64_t *wished,
                          uint16_t *aim)
{
    const size_t from = m->first[round], to = m->first[round + 1];
    size_t least = 0, most = 0, people = m->movers[round];
    for (size_t t = from; t < to; t++) {
        const struct room_table *x = &m->table[t];
        aim[t] = x->n > x->least ? x->n : x->least;
        people += x->n;
        least += aim[t];
        most += x->most;
    }
    while (least > people) {
        size_t worst = to;
        int64_t lowest = INT64_MAX;
        for (size_t t = from; t < to; t++) {
            const struct room_table *x = &m->table[t];
            if (!aim[t] || x->n || most < x->most + people) continue;
            const int64_t worth = (x->theme < m->themes ? wished[x->theme] : 0) +
                                  (is_needed(m, x, round) ? (int64_t)1 << 40 : 0);
            if (worth < lowest) {
                lowest = worth;
                worst = t;
            }
        }
        if (worst == to) return;
        least -= aim[worst];
        most -= m->table[worst].most;
        aim[worst] = 0;
    }
}

/* The size each table starts with; 0 for one that stays empty. */
static uint16_t *make_aim(const struct room *m, struct arena *a)
{
    uint16_t *aim = NEW(a, uint16_t, m->tables + 1);
    int64_t *wished = count_wishes(m, a);
    for (unsigned r = 0; r < m->rounds; r++) {
        choose_tables(m, r, wished, aim);
        size_t people = m->movers[r], full = 0;
        for (size_t t = m->first[r]; t < m->first[r + 1]; t++) {
            people += m->table[t].n;
            full += aim[t];
            if (aim[t] && m->table[t].theme < m->themes)
                wished[m->table[t].theme] -= wished[m->table[t].theme] / 3;
        }
        for (bool more = true; more && full < people;) { /* one each, round after round */
            more = false;
            for (size_t t = m->first[r]; t < m->first[r + 1] && full < people; t++) {
                if ((!aim[t] && m->table[t].least) || aim[t] >= m->table[t].most) continue;
                aim[t]++;
                full++;
                more = true;
            }
        }
    }
    return aim;
}

/* ---- annealing ---- */

enum { FINE = 1024, CHANCES = 4096, BLOCK = 1 << 14, GROUP_MOST = 6 };

struct anneal {
    struct room *m;
    uint64_t chance;
    int64_t cost, best; /* from the start on; `kept` is the best */
    uint16_t *kept;
    int32_t bar[CHANCES];                      /* -ln of a chance, in 1/FINE */
    unsigned rounds, round[SEATS_ROUNDS_MOST]; /* in which somebody may move */
};

/* A table for this person: often one whose theme they wished for, else any. */
static size_t propose_table(const struct room *m, size_t i, unsigned round, uint32_t chance,
                            uint32_t which)
{
    if (chance & 1) {
        const uint16_t wish = m->guest[i].wish[(chance >> 1) % SEATS_WISHES];
        if (wish < m->themes) {
            const uint32_t *from = m->theme_from + round * m->themes + wish;
            if (from[1] > from[0])
                return m->theme_table[from[0] + below(which, from[1] - from[0])];
        }
    }
    return m->first[round] + below(which, m->first[round + 1] - m->first[round]);
}

/* One person who went to another table, alone or in somebody's place. */
struct change {
    size_t person, other, from; /* other: who came back for them, or NOBODY */
};
#define NOBODY SIZE_MAX

/* Sends i to a table where it costs no more than `bar`; what it costs, or NOT_ALLOWED and nothing changed. */
static int64_t change(struct room *m, size_t i, size_t to, unsigned r, uint32_t chance,
                      int64_t bar, struct change *c)
{
    const struct room_table *t = &m->table[to];
    const size_t seats = m->crowded[r] ? t->n + 1u : t->n > t->most ? t->n : t->most;
    const size_t place = below(chance, seats);
    *c = (struct change){ i, NOBODY, m->seat[at(m, i, r)] };
    if (place >= t->n) {
        const int64_t cost = room_move_cost(m, i, to, r, bar);
        if (cost > bar) return NOT_ALLOWED;
        room_move(m, i, to, r);
        return cost;
    }
    const size_t j = t->member[place];
    if (m->fixed[at(m, j, r)]) return NOT_ALLOWED;
    const int64_t cost = room_swap_cost(m, i, j, r, bar);
    if (cost > bar) return NOT_ALLOWED;
    room_swap(m, i, j, r);
    c->other = j;
    return cost;
}

static void change_back(struct room *m, const struct change *c, unsigned r)
{
    if (c->other == NOBODY)
        room_move(m, c->person, c->from, r);
    else
        room_swap(m, c->person, c->other, r);
}

/* i, and those who asked to sit together (one by way of another too), do so now, and may move. */
static size_t find_group(const struct room *m, size_t i, unsigned r, size_t *group)
{
    size_t n = 0;
    group[n++] = i;
    for (size_t g = 0; g < n; g++) {
        const size_t p = group[g];
        for (uint32_t b = m->bond_from[p]; b < m->bond_from[p + 1] && n < GROUP_MOST; b++) {
            const size_t o = m->bond[b].other;
            bool known = m->bond[b].cost >= 0 || m->fixed[at(m, o, r)] ||
                         m->seat[at(m, o, r)] != m->seat[at(m, i, r)];
            for (size_t k = 0; k < n; k++) known |= group[k] == o;
            if (!known) group[n++] = o;
        }
    }
    return n;
}

/* Sends a group to another table, one after the other; all of them or nobody. */
static void change_group(struct anneal *n, const size_t *group, size_t group_n, size_t to,
                         unsigned r, int64_t bar)
{
    struct change done[GROUP_MOST];
    int64_t sum = 0;
    for (size_t k = 0; k < group_n; k++) {
        const bool last = k + 1 == group_n;
        const int64_t cost =
            change(n->m, group[k], to, r, (uint32_t)(next_chance(&n->chance) >> 32),
                   last ? bar - sum : NOT_ALLOWED - 1, &done[k]);
        bool own = cost == NOT_ALLOWED;
        if (own) k--; /* nothing to take back of this one */
        for (size_t g = 0; g < group_n && !own; g++) own = done[k].other == group[g];
        if (own) {
            while (k != NOBODY) change_back(n->m, &done[k--], r);
            return;
        }
        sum += cost;
    }
    n->cost += sum;
}

/* Where somebody sits whom i asked for; NOBODY when there is none, or they sit together. */
static size_t companion_table(const struct room *m, size_t i, unsigned r, uint32_t chance)
{
    const uint32_t from = m->bond_from[i];
    const struct bond *b = &m->bond[from + below(chance, m->bond_from[i + 1] - from)];
    const size_t seat = m->seat[at(m, b->other, r)];
    return b->cost < 0 && seat < m->tables && seat != m->seat[at(m, i, r)] ? seat : NOBODY;
}

static void one_step(struct anneal *n, int64_t warm)
{
    struct room *m = n->m;
    const uint64_t x = next_chance(&n->chance), y = next_chance(&n->chance);
    const unsigned r = n->round[below((uint32_t)(x & 0xffff) << 16, n->rounds)];
    const size_t i = m->mover[r][below((uint32_t)(x >> 32), m->movers[r])];
    size_t to = propose_table(m, i, r, (uint32_t)(x >> 16) & 0xffff, (uint32_t)(y >> 32));
    size_t group[GROUP_MOST], group_n = 1;
    if (m->bond_from[i + 1] > m->bond_from[i]) { /* half the time to a friend, or with them */
        const uint64_t z = next_chance(&n->chance);
        const size_t near = z & 1 ? companion_table(m, i, r, (uint32_t)(z >> 32)) : NOBODY;
        if (near != NOBODY) to = near;
        if (near == NOBODY && z & 2) group_n = find_group(m, i, r, group);
    }
    if (to == m->seat[at(m, i, r)]) return;
    const int64_t bar = warm * n->bar[y >> 20 & (CHANCES - 1)] / (FINE * FINE);
    if (group_n > 1) {
        change_group(n, group, group_n, to, r, bar);
        return;
    }
    struct change c;
    const int64_t cost = change(m, i, to, r, (uint32_t)(y & 0xfffff) << 12, bar, &c);
    if (cost != NOT_ALLOWED) n->cost += cost;
}

static void keep(struct anneal *n)
{
    if (n->cost >= n->best) return;
    n->best = n->cost;
    memcpy(n->kept, n->m->seat, n->m->n * n->m->words * LANES * sizeof *n->kept);
}

static void anneal(struct anneal *n, const struct seats_run *run, int64_t steps)
{
    const struct room *m = n->m;
    for (unsigned r = 0; r < m->rounds; r++)
        if (m->movers[r] && m->first[r + 1] - m->first[r] > 1) n->round[n->rounds++] = r;
    for (int k = 0; k < CHANCES; k++)
        n->bar[k] = (int32_t)lrint(-log((k + 0.5) / CHANCES) * FINE);
    n->best = INT64_MAX;
    keep(n);
    const double hot = 8,
                 cold = 0.5; /* against the weights: nearly all, nearly none goes wrong */
    for (int64_t done = 0; done < steps && n->rounds; done += BLOCK) {
        if (run->go_on && !run->go_on(run->with, done, steps)) break;
        const double part = (double)done / (double)steps;
        const int64_t warm = lrint(hot * pow(cold / hot, part) * FINE);
        const int64_t end = steps - done < BLOCK ? steps - done : BLOCK;
        for (int64_t k = 0; k < end; k++) one_step(n, warm);
        if (part > 0.5) keep(n);
    }
    keep(n);
    if (run->go_on) run->go_on(run->with, steps, steps);
}

int64_t seats_steps(const struct seats *s)
{
    const int64_t seats = (int64_t)s->people_n * s->rounds, tables = (int64_t)s->tables_n;
    const int64_t size = tables ? seats / tables + 1 : 1;
    const int64_t each =
        size > 10 ? 16000 * 10 / size : 16000; /* a step at a large table is slow */
    const int64_t steps = seats * (each < 200 ? 200 : each);
    return steps < 200000 ? 200000 : steps > 40000000 ? 40000000 : steps;
}

enum err seats_solve(struct arena *a, const struct seats *s, struct seats_run run, int *seat)
{
    TRY(seats_check(s));
    const struct arena_mark here = arena_here(a);
    struct room *m = room_make(a, s);
    struct anneal n = { .m = m, .chance = run.seed };
    n.kept = NEW(a, uint16_t, m->n * m->words * LANES + 1);
    room_start(m, a, make_aim(m, a), &n.chance);
    anneal(&n, &run, run.steps > 0 ? run.steps : seats_steps(s));
    for (size_t i = 0; i < m->n; i++)
        for (unsigned r = 0; r < m->rounds; r++) {
            const size_t t = n.kept[at(m, i, r)];
            seat[r * m->n + i] = t < m->tables ? m->table[t].given : SEATS_NONE;
        }
    arena_back(a, here);
    return OK;
}
