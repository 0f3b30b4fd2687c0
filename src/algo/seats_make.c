/* seats_make.c — from an input to a room: tables by round, wishes, shares, who may move. */
#include "algo/seats_inside.h"

static void make_tables(struct room *m, struct arena *a)
{
    const struct seats *s = m->s;
    m->table = NEW(a, struct room_table, m->tables + 1);
    size_t t = 0;
    for (unsigned r = 0; r < m->rounds; r++) {
        m->first[r] = t;
        for (size_t k = 0; k < s->tables_n; k++) {
            const struct seats_table *x = &s->tables[k];
            if (x->round != (int)r) continue;
            const size_t most = (size_t)x->most < m->n ? (size_t)x->most : m->n;
            m->table[t++] = (struct room_table){
                .given = (int)k,
                .theme = x->theme == SEATS_NONE ? NO_THEME : (uint16_t)x->theme,
                .round = (uint16_t)r,
                .most = (uint16_t)most,
                .least = (uint16_t)((size_t)x->least < most ? (size_t)x->least : most),
                .language = (int16_t)x->language,
                .wheelchairs =
                    (uint16_t)((size_t)x->wheelchairs < most ? (size_t)x->wheelchairs : most),
            };
            if (x->theme >= (int)m->themes) m->themes = (size_t)x->theme + 1;
        }
    }
    m->first[m->rounds] = t;
}

/* The tables of each theme in each round. */
static void make_themes(struct room *m, struct arena *a)
{
    m->theme_from = NEW(a, uint32_t, m->rounds * m->themes + 1);
    m->theme_table = NEW(a, uint16_t, m->tables + 1);
    uint32_t n = 0;
    for (unsigned r = 0; r < m->rounds; r++) {
        for (size_t theme = 0; theme < m->themes; theme++) {
            m->theme_from[r * m->themes + theme] = n;
            for (size_t t = m->first[r]; t < m->first[r + 1]; t++)
                if (m->table[t].theme == theme) m->theme_table[n++] = (uint16_t)t;
        }
    }
    m->theme_from[m->rounds * m->themes] = n;
}

/* What each set of wishes that came true is worth, for each set of wishes there are. */
static const int32_t *make_worth(const struct room *m, struct arena *a)
{
    enum { SETS = 1 << SEATS_WISHES };
    int32_t *worth = NEW(a, int32_t, SETS * SETS);
    for (unsigned has = 0; has < SETS; has++) {
        for (unsigned won = 0; won < SETS; won++) {
            int32_t cost = has && !(has & won) ? m->s->weights.none : 0;
            for (unsigned k = 0; k < SEATS_WISHES; k++)
                if (has & ~won & 1u << k) cost += m->s->weights.wish[k];
            worth[has * SETS + won] = cost;
        }
    }
    return worth;
}

static bool comes(const struct room *m, size_t i)
{
    const unsigned all = (1u << m->rounds) - 1;
    return (m->s->people[i].absent & all) != all;
}

/* Values get numbers in one row, trait behind trait; the number behind the last is for "not told". */
static void make_guests(struct room *m, struct arena *a)
{
    const int32_t *worth = make_worth(m, a);
    size_t values[SEATS_TRAITS] = { 0 }, from = 0;
    for (size_t i = 0; i < m->n; i++)
        for (unsigned f = 0; f < SEATS_TRAITS; f++)
            if (m->s->people[i].trait[f] >= (int)values[f])
                values[f] = (size_t)m->s->people[i].trait[f] + 1;
    for (unsigned f = 0; f < SEATS_TRAITS; f++) m->values += values[f];
    m->guest = NEW(a, struct guest, m->n + 1);
    for (unsigned f = 0; f < SEATS_TRAITS; from += values[f++])
        for (size_t i = 0; i < m->n; i++) {
            const int v = m->s->people[i].trait[f];
            m->guest[i].trait[f] = (uint16_t)(v == SEATS_NONE ? m->values : from + (size_t)v);
        }
    for (size_t i = 0; i < m->n; i++) {
        const struct seats_person *p = &m->s->people[i];
        struct guest *g = &m->guest[i];
        unsigned has = 0;
        for (unsigned k = 0; k < SEATS_WISHES; k++) {
            g->wish[k] = p->wish[k] == SEATS_NONE ? NO_WISH : (uint16_t)p->wish[k];
            has |= (unsigned)(p->wish[k] != SEATS_NONE) << k;
        }
        g->worth = worth + has * (1 << SEATS_WISHES);
        g->language = (int16_t)p->language;
        g->wheelchair = p->wheelchair;
    }
}

static void make_bounds(struct room *m, struct arena *a, size_t largest)
{
    size_t *share = NEW(a, size_t, m->values + 1), people = 0;
    for (size_t i = 0; i < m->n; i++) {
        if (!comes(m, i)) continue;
        people++;
        for (unsigned f = 0; f < SEATS_TRAITS; f++) share[m->guest[i].trait[f]]++;
    }
    const size_t row = m->values + 1;
    m->bounds = NEW(a, struct bounds, (largest + 1) * row);
    for (size_t size = 0; size <= largest; size++) {
        for (size_t v = 0; v < m->values; v++) {
            const size_t e = share[v] * size;
            struct bounds *b = &m->bounds[size * row + v];
            b->lo = (uint16_t)(people ? e / people : 0);
            b->hi = (uint16_t)(people ? (e + people - 1) / people : 0);
        }
        m->bounds[size * row + m->values] = (struct bounds){ 0, UINT16_MAX };
    }
}

static void count_bonds(const struct room *m, const struct seats_pair *pair, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        if (pair[k].person == pair[k].other) continue;
        m->bond_from[pair[k].person + 1]++;
        m->bond_from[pair[k].other + 1]++;
    }
}

static void fill_bonds(const struct room *m, const struct seats_pair *pair, size_t n,
                       int32_t cost, uint32_t *next)
{
    for (size_t k = 0; k < n; k++) {
        const uint32_t p = (uint32_t)pair[k].person, o = (uint32_t)pair[k].other;
        if (p == o) continue;
        m->bond[next[p]++] = (struct bond){ o, cost };
        m->bond[next[o]++] = (struct bond){ p, cost };
    }
}

static void make_bonds(struct room *m, struct arena *a)
{
    const struct seats *s = m->s;
    m->bond_from = NEW(a, uint32_t, m->n + 2);
    count_bonds(m, s->together, s->together_n);
    count_bonds(m, s->apart, s->apart_n);
    for (size_t i = 0; i < m->n; i++) m->bond_from[i + 1] += m->bond_from[i];
    m->bond = NEW(a, struct bond, m->bond_from[m->n] + 1);
    uint32_t *next = NEW(a, uint32_t, m->n + 1);
    memcpy(next, m->bond_from, m->n * sizeof *next);
    fill_bonds(m, s->together, s->together_n, -together_cost(&s->weights), next);
    fill_bonds(m, s->apart, s->apart_n, (int32_t)COST_APART, next);
}

/* Who may move; how many lock themselves to each table; and room for all who may come there. */
static size_t make_space(struct room *m, struct arena *a, const uint16_t *where)
{
    size_t *locked = NEW(a, size_t, m->tables + 1), largest = 0;
    for (unsigned r = 0; r < m->rounds; r++) {
        m->mover[r] = NEW(a, uint32_t, m->n + 1);
        for (size_t i = 0; i < m->n; i++) {
            const bool absent = m->s->people[i].absent >> r & 1;
            const int to = m->s->locked ? m->s->locked[r * m->n + i] : SEATS_NONE;
            m->fixed[at(m, i, r)] = absent || to != SEATS_NONE;
            if (!absent && to != SEATS_NONE) locked[where[to]]++;
            if (!m->fixed[at(m, i, r)]) m->mover[r][m->movers[r]++] = (uint32_t)i;
        }
        size_t left = 0;
        for (size_t t = m->first[r]; t < m->first[r + 1]; t++)
            if (locked[t] < m->table[t].most) left += m->table[t].most - locked[t];
        m->crowded[r] = m->movers[r] > left;
        const size_t over = m->crowded[r] ? m->movers[r] - left : 0;
        for (size_t t = m->first[r]; t < m->first[r + 1]; t++) {
            struct room_table *x = &m->table[t];
            const size_t most = locked[t] > x->most ? locked[t] : x->most;
            x->space = (uint16_t)(most + over < m->n ? most + over : m->n);
            x->member = NEW(a, uint16_t, x->space + 1u);
            x->count = NEW(a, uint16_t, m->values + 1);
            if (x->space > largest) largest = x->space;
        }
    }
    return largest;
}

static void make_seats(struct room *m, struct arena *a)
{
    const size_t stride = m->words * LANES;
    m->seat = NEW(a, uint16_t, m->n * stride + 1);
    m->place = NEW(a, uint16_t, m->n * stride + 1);
    m->theme = NEW(a, uint16_t, m->n * stride + 1);
    m->again = NEW(a, uint16_t, m->n * stride + 1);
    m->fixed = NEW(a, bool, m->n *stride + 1);
    for (size_t i = 0; i < m->n; i++)
        for (size_t lane = 0; lane < stride; lane++) {
            m->seat[i * stride + lane] = (uint16_t)(UINT16_MAX - i);
            m->theme[i * stride + lane] = NO_THEME;
        }
}

struct room *room_make(struct arena *a, const struct seats *s)
{
    struct room *m = NEW(a, struct room, 1);
    *m = (struct room){ .s = s,
                        .n = s->people_n,
                        .tables = s->tables_n,
                        .rounds = (unsigned)s->rounds,
                        .words = ((size_t)s->rounds + LANES - 1) / LANES };
    make_tables(m, a);
    make_themes(m, a);
    make_guests(m, a);
    make_bonds(m, a);
    make_seats(m, a);
    uint16_t *where = NEW(a, uint16_t, m->tables + 1);
    for (size_t t = 0; t < m->tables; t++) where[m->table[t].given] = (uint16_t)t;
    make_bounds(m, a, make_space(m, a, where));
    for (unsigned r = 0; r < m->rounds; r++)
        for (size_t i = 0; i < m->n; i++)
            if (s->locked && s->locked[r * m->n + i] != SEATS_NONE &&
                !(s->people[i].absent >> r & 1))
                room_sit(m, i, where[s->locked[r * m->n + i]]);
    return m;
}
