/* seats_room.c — the room: who sits where now, and what a change would cost. */
#include "algo/seats_inside.h"

/* ---- themes ---- */

/* What themes cost person i, were `theme` the one of that round. */
static int64_t value_with(const struct room *m, size_t i, unsigned round, uint16_t theme)
{
    const struct guest *g = &m->guest[i];
    const uint16_t *had = m->theme + at(m, i, 0);
    uint16_t all[SEATS_ROUNDS_MOST];
    unsigned won = 0;
    int twice = 0;
    memcpy(all, had, sizeof *all * m->rounds);
    all[round] = theme;
    for (unsigned r = 0; r < m->rounds; r++) {
        const uint16_t t = all[r];
        won |= (unsigned)(t == g->wish[0]) | (unsigned)(t == g->wish[1]) << 1 |
               (unsigned)(t == g->wish[2]) << 2;
        unsigned again = 0;
        for (unsigned q = 0; q < r; q++) again |= (unsigned)(all[q] == t);
        twice += (int)(again & (unsigned)(t != NO_THEME));
    }
    return g->worth[won] + (int64_t)twice * m->s->weights.twice;
}

/* ---- mixing ---- */

static inline int64_t beyond(struct bounds b, int x)
{
    return x < b.lo ? b.lo - x : x > b.hi ? x - b.hi : 0;
}

static const struct bounds *bounds_of(const struct room *m, size_t size)
{
    return m->bounds + size * (m->values + 1);
}

/* The mix of a table of `size` when person i came (+1) or went (-1). */
static int64_t mix_with(const struct room *m, const struct room_table *t, size_t size, size_t i,
                        int more)
{
    const struct bounds *b = bounds_of(m, size);
    const uint16_t *own = m->guest[i].trait;
    int64_t sum = 0;
    for (size_t v = 0; v < m->values; v++) sum += beyond(b[v], t->count[v]);
    for (unsigned f = 0; f < SEATS_TRAITS; f++)
        sum += beyond(b[own[f]], t->count[own[f]] + more) - beyond(b[own[f]], t->count[own[f]]);
    return sum;
}

/* How the mix of a table changes when one goes and another comes. */
static int64_t mix_change(const struct room *m, const struct room_table *t, size_t goes,
                          size_t comes)
{
    const struct bounds *b = bounds_of(m, t->n);
    int64_t sum = 0;
    for (unsigned f = 0; f < SEATS_TRAITS; f++) {
        const uint16_t p = m->guest[goes].trait[f], q = m->guest[comes].trait[f];
        if (p == q) continue;
        sum += beyond(b[p], t->count[p] - 1) - beyond(b[p], t->count[p]);
        sum += beyond(b[q], t->count[q] + 1) - beyond(b[q], t->count[q]);
    }
    return sum;
}

/* ---- meeting ---- */

/* Of a word the lanes that are equal become bits; `skip` keeps one lane out. */
static inline uint64_t equal_lanes(const uint16_t *x, const uint16_t *y, uint64_t skip)
{
    uint64_t p, q;
    memcpy(&p, x, sizeof p);
    memcpy(&q, y, sizeof q);
    const uint64_t d = (p ^ q) | skip;
    const uint64_t low = 0x7fff7fff7fff7fff;
    return ~(((d & low) + low) | d | low); /* no carry leaves its lane */
}

/* The rounds but this one in which two people share a table: bit 16 lane + 15 of a word for each. */
static inline uint64_t shared_word(const struct room *m, size_t i, size_t o, unsigned round,
                                   size_t word)
{
    const size_t from = word * LANES, stride = m->words * LANES;
    const uint64_t but = round / LANES == word ? (uint64_t)0xffff << (round % LANES * 16) : 0;
    return equal_lanes(m->seat + i * stride + from, m->seat + o * stride + from, but);
}

/* How many at the table, but for `but`, person i meets in another round. */
static int64_t met_elsewhere(const struct room *m, const struct room_table *t, size_t i,
                             size_t but, unsigned round)
{
    int64_t met = 0;
    for (size_t k = 0; k < t->n; k++) {
        const size_t o = t->member[k];
        uint64_t shared = shared_word(m, i, o, round, 0);
        for (size_t w = 1; w < m->words && !shared; w++)
            shared = shared_word(m, i, o, round, w);
        met += shared != 0 && o != but;
    }
    return met;
}

/* Keeps `again` up to date when person i comes to those at a table (+1), or goes (-1). */
static void count_again(const struct room *m, const struct room_table *t, size_t i, int more)
{
    for (size_t k = 0; k < t->n; k++) {
        const size_t o = t->member[k];
        int times = 0;
        unsigned lane = 0; /* of the one other round, when there is one */
        for (size_t w = 0; w < m->words && o != i; w++) {
            const uint64_t shared = shared_word(m, i, o, t->round, w);
            if (!shared) continue;
            times += __builtin_popcountll(shared);
            lane = (unsigned)(w * LANES) + (unsigned)__builtin_ctzll(shared) / 16;
        }
        if (!times) continue;
        m->again[at(m, i, t->round)] = (uint16_t)(m->again[at(m, i, t->round)] + more);
        m->again[at(m, o, t->round)] = (uint16_t)(m->again[at(m, o, t->round)] + more);
        if (times > 1) continue;
        m->again[at(m, i, lane)] = (uint16_t)(m->again[at(m, i, lane)] + more);
        m->again[at(m, o, lane)] = (uint16_t)(m->again[at(m, o, lane)] + more);
    }
}

/* ---- together and apart ---- */

static int64_t bond_change(const struct room *m, size_t i, size_t but, size_t from, size_t to,
                           unsigned round)
{
    int64_t sum = 0;
    for (uint32_t b = m->bond_from[i]; b < m->bond_from[i + 1]; b++) {
        const size_t o = m->bond[b].other;
        if (o == but) continue;
        const size_t seat = m->seat[at(m, o, round)];
        if (seat == to) sum += m->bond[b].cost;
        if (seat == from) sum -= m->bond[b].cost;
    }
    return sum;
}

/* ---- sizes ---- */

/* Too few costs by the person; too many more and more, so that a crowd is spread. */
static int64_t size_cost(const struct room *m, const struct room_table *t, int64_t n)
{
    const int64_t over = n - t->most;
    if (over > 0) return over * (over - 1) / 2 * (m->s->weights.least + 1);
    return n > 0 && n < t->least ? (t->least - n) * m->s->weights.least : 0;
}

/* What it costs that a wheelchair goes from p to q, unless another comes the other way. */
static int64_t wheelchair_change(const struct guest *g, const struct guest *other,
                                 const struct room_table *p, const struct room_table *q)
{
    if (!g->wheelchair || (other && other->wheelchair)) return 0;
    return ((q->wheels >= q->wheelchairs) - (p->wheels > p->wheelchairs)) * COST_WHEELCHAIR;
}

/* ---- changes ---- */

int64_t room_swap_cost(const struct room *m, size_t i, size_t j, unsigned round, int64_t most)
{
    const size_t x = m->seat[at(m, i, round)], y = m->seat[at(m, j, round)];
    const struct room_table *p = &m->table[x], *q = &m->table[y];
    const struct guest *g = &m->guest[i], *h = &m->guest[j];
    const int64_t broken = wheelchair_change(g, h, p, q) + wheelchair_change(h, g, q, p) +
                           language_cost(g, q) + language_cost(h, p) - language_cost(g, p) -
                           language_cost(h, q);
    if (broken > 0) return NOT_ALLOWED;
    const int64_t again = m->s->weights.again;
    int64_t cost = -again * (m->again[at(m, i, round)] + m->again[at(m, j, round)]);
    cost += bond_change(m, i, j, x, y, round) + bond_change(m, j, i, y, x, round);
    if (p->theme != q->theme)
        cost += value_with(m, i, round, q->theme) - g->value +
                value_with(m, j, round, p->theme) - h->value;
    if (cost - m->s->weights.mix * (p->mix + q->mix) > most) return NOT_ALLOWED;
    cost += m->s->weights.mix * (mix_change(m, p, i, j) + mix_change(m, q, j, i));
    if (cost > most) return NOT_ALLOWED;
    return cost + again * (met_elsewhere(m, q, i, j, round) + met_elsewhere(m, p, j, i, round));
}

int64_t room_move_cost(const struct room *m, size_t i, size_t to, unsigned round, int64_t most)
{
    const size_t x = m->seat[at(m, i, round)];
    const struct room_table *p = &m->table[x], *q = &m->table[to];
    const struct guest *g = &m->guest[i];
    const int64_t more = (q->n >= q->most) - (p->n > p->most);
    if (q->n >= q->space) return NOT_ALLOWED;
    const int64_t broken = more * COST_MOST + wheelchair_change(g, NULL, p, q) +
                           language_cost(g, q) - language_cost(g, p);
    if (broken > 0) return NOT_ALLOWED;
    int64_t cost = size_cost(m, p, p->n - 1) - size_cost(m, p, p->n) +
                   size_cost(m, q, q->n + 1) - size_cost(m, q, q->n);
    cost -= m->s->weights.again * m->again[at(m, i, round)];
    cost += bond_change(m, i, i, x, to, round);
    if (p->theme != q->theme) cost += value_with(m, i, round, q->theme) - g->value;
    if (cost - m->s->weights.mix * (p->mix + q->mix) > most) return NOT_ALLOWED;
    cost += m->s->weights.mix * (mix_with(m, p, p->n - 1u, i, -1) - p->mix +
                                 mix_with(m, q, q->n + 1u, i, 1) - q->mix);
    if (cost > most) return NOT_ALLOWED;
    return cost + m->s->weights.again * met_elsewhere(m, q, i, i, round);
}

static int64_t mix_of(const struct room *m, const struct room_table *t)
{
    const struct bounds *b = bounds_of(m, t->n);
    int64_t sum = 0;
    for (size_t v = 0; v < m->values; v++) sum += beyond(b[v], t->count[v]);
    return sum;
}

static void join(struct room *m, size_t i, size_t table)
{
    struct room_table *t = &m->table[table];
    const size_t here = at(m, i, t->round);
    count_again(m, t, i, 1);
    m->seat[here] = (uint16_t)table;
    m->theme[here] = t->theme;
    m->place[here] = t->n;
    t->member[t->n++] = (uint16_t)i;
    t->wheels = (uint16_t)(t->wheels + m->guest[i].wheelchair);
    for (unsigned f = 0; f < SEATS_TRAITS; f++) t->count[m->guest[i].trait[f]]++;
}

static void leave(struct room *m, size_t i, unsigned round)
{
    const size_t here = at(m, i, round);
    struct room_table *t = &m->table[m->seat[here]];
    const uint16_t last = t->member[--t->n];
    t->wheels = (uint16_t)(t->wheels - m->guest[i].wheelchair);
    t->member[m->place[here]] = last;
    m->place[at(m, last, round)] = m->place[here];
    for (unsigned f = 0; f < SEATS_TRAITS; f++) t->count[m->guest[i].trait[f]]--;
    count_again(m, t, i, -1);
}

void room_swap(struct room *m, size_t i, size_t j, unsigned round)
{
    const size_t x = m->seat[at(m, i, round)], y = m->seat[at(m, j, round)];
    leave(m, i, round);
    leave(m, j, round);
    join(m, i, y);
    join(m, j, x);
    m->table[x].mix = mix_of(m, &m->table[x]);
    m->table[y].mix = mix_of(m, &m->table[y]);
    m->guest[i].value = value_with(m, i, round, m->table[y].theme);
    m->guest[j].value = value_with(m, j, round, m->table[x].theme);
}

void room_move(struct room *m, size_t i, size_t to, unsigned round)
{
    struct room_table *p = &m->table[m->seat[at(m, i, round)]];
    leave(m, i, round);
    join(m, i, to);
    p->mix = mix_of(m, p);
    m->table[to].mix = mix_of(m, &m->table[to]);
    m->guest[i].value = value_with(m, i, round, m->table[to].theme);
}

void room_sit(struct room *m, size_t person, size_t table)
{
    join(m, person, table);
}

void room_count(struct room *m)
{
    for (size_t t = 0; t < m->tables; t++) m->table[t].mix = mix_of(m, &m->table[t]);
    for (size_t i = 0; i < m->n; i++)
        m->guest[i].value = value_with(m, i, 0, m->theme[at(m, i, 0)]);
}
