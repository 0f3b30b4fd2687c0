/* seats_flow.c — the fewest breaches, exactly: people of a kind flow to tables at the least cost.
 *
 * Who has the same needs is one kind. From a source to the kinds, to the tables, to a sink; what a
 * breach costs stands on the arc, each rule far above the next. Successive shortest paths. */
#include "algo/seats_inside.h"

enum { KINDS_MOST = 2 * (SEATS_LANGUAGES_MOST + 1) };

struct arc {
    uint32_t to, next; /* next: of the same node, 0 is none */
    int32_t left;
    int64_t cost;
};
struct net {
    struct arc *arc; /* each beside its way back; the first pair is not used */
    uint32_t arcs, *head, nodes;
    int64_t *far;
    uint32_t *by, *line; /* the arc that leads here; who waits */
    bool *waits;
};
struct flow {
    size_t kinds, tables;
    size_t people[KINDS_MOST];
    struct guest like[KINDS_MOST]; /* needs only */
    uint16_t kind_of[KINDS_MOST];  /* by kind_key */
    int32_t *give;                 /* [kind * tables + table of the round] */
    int64_t over, unsuited;
};

static size_t kind_key(const struct guest *g)
{
    return (size_t)(g->language + 1) * 2 + g->wheelchair;
}

static void add_arc(struct net *net, uint32_t from, uint32_t to, int64_t room, int64_t cost)
{
    net->arc[net->arcs] = (struct arc){ to, net->head[from], (int32_t)room, cost };
    net->head[from] = net->arcs++;
    net->arc[net->arcs] = (struct arc){ from, net->head[to], 0, -cost };
    net->head[to] = net->arcs++;
}

/* The cheapest way from node 0 to node 1, if there is one (Bellman–Ford with a queue). */
static bool find_way(struct net *net)
{
    for (uint32_t v = 0; v < net->nodes; v++) net->far[v] = INT64_MAX;
    size_t first = 0, behind = 0;
    net->far[0] = 0;
    net->line[behind++] = 0;
    while (first != behind) {
        const uint32_t v = net->line[first];
        first = first + 1 == net->nodes + 1 ? 0 : first + 1;
        net->waits[v] = false;
        for (uint32_t e = net->head[v]; e; e = net->arc[e].next) {
            const struct arc *x = &net->arc[e];
            if (x->left <= 0 || net->far[v] + x->cost >= net->far[x->to]) continue;
            net->far[x->to] = net->far[v] + x->cost;
            net->by[x->to] = e;
            if (net->waits[x->to]) continue;
            net->waits[x->to] = true;
            net->line[behind] = x->to;
            behind = behind + 1 == net->nodes + 1 ? 0 : behind + 1;
        }
    }
    return net->far[1] != INT64_MAX;
}

static void send(struct net *net)
{
    while (find_way(net)) {
        int32_t most = INT32_MAX;
        for (uint32_t v = 1; v; v = net->arc[net->by[v] ^ 1].to)
            if (net->arc[net->by[v]].left < most) most = net->arc[net->by[v]].left;
        for (uint32_t v = 1; v; v = net->arc[net->by[v] ^ 1].to) {
            net->arc[net->by[v]].left -= most;
            net->arc[net->by[v] ^ 1].left += most;
        }
    }
}

static void find_kinds(const struct room *m, struct flow *f, unsigned round)
{
    size_t people[KINDS_MOST] = { 0 };
    for (size_t k = 0; k < m->movers[round]; k++)
        people[kind_key(&m->guest[m->mover[round][k]])]++;
    for (size_t key = 0; key < KINDS_MOST; key++) {
        if (!people[key]) continue;
        f->kind_of[key] = (uint16_t)f->kinds;
        f->people[f->kinds] = people[key];
        f->like[f->kinds++] =
            (struct guest){ .wheelchair = key & 1, .language = (int16_t)(key / 2) - 1 };
    }
}

static struct net make_net(const struct room *m, struct arena *a, const struct flow *f,
                           unsigned round, const uint16_t *aim)
{
    const size_t arcs = f->kinds + f->kinds * f->tables + 5 * f->tables + 1;
    const uint32_t kinds = (uint32_t)f->kinds, tables = (uint32_t)f->tables;
    const uint32_t nodes = 2 + kinds + 2 * tables, table = 2 + kinds, suits = table + tables;
    struct net net = { .nodes = nodes, .arcs = 2 };
    net.arc = NEW(a, struct arc, 2 * arcs);
    net.head = NEW(a, uint32_t, nodes);
    net.far = NEW(a, int64_t, nodes);
    net.by = NEW(a, uint32_t, nodes);
    net.line = NEW(a, uint32_t, nodes + 1);
    net.waits = NEW(a, bool, nodes);
    /* first, so that their places are known: kind k to table t is arc 2 + 2 (k tables + t) */
    for (uint32_t k = 0; k < kinds; k++)
        for (uint32_t t = 0; t < tables; t++)
            add_arc(&net, 2 + k, (f->like[k].wheelchair ? suits : table) + t, INT32_MAX / 2,
                    language_cost(&f->like[k], &m->table[m->first[round] + t]));
    for (uint32_t k = 0; k < kinds; k++) add_arc(&net, 0, 2 + k, (int64_t)f->people[k], 0);
    for (uint32_t t = 0; t < tables; t++) {
        const struct room_table *x = &m->table[m->first[round] + t];
        const int64_t left = x->n < x->most ? x->most - x->n : 0;
        const int64_t wish = aim ? aim[m->first[round] + t] - x->n : left;
        const int64_t near = wish < 0 ? 0 : wish < left ? wish : left;
        add_arc(&net, table + t, 1, near, 0);
        add_arc(&net, table + t, 1, left - near, 1);
        add_arc(&net, table + t, 1, INT32_MAX / 2, COST_MOST);
        const int64_t suit = x->wheels < x->wheelchairs ? x->wheelchairs - x->wheels : 0;
        add_arc(&net, suits + t, table + t, suit, 0);
        add_arc(&net, suits + t, table + t, INT32_MAX / 2, COST_WHEELCHAIR);
    }
    return net;
}

static struct flow run_flow(const struct room *m, struct arena *a, unsigned round,
                            const uint16_t *aim)
{
    struct flow f = { .tables = m->first[round + 1] - m->first[round] };
    find_kinds(m, &f, round);
    struct net net = make_net(m, a, &f, round, aim);
    send(&net);
    f.give = NEW(a, int32_t, f.kinds * f.tables + 1);
    for (size_t k = 0; k < f.kinds * f.tables; k++) f.give[k] = net.arc[2 + 2 * k + 1].left;
    for (uint32_t e = 2; e < net.arcs; e += 2) {
        if (net.arc[e].cost == COST_MOST) f.over += net.arc[e + 1].left;
        if (net.arc[e].cost == COST_WHEELCHAIR) f.unsuited += net.arc[e + 1].left;
    }
    return f;
}

void room_start(struct room *m, struct arena *a, const uint16_t *aim, uint64_t *state)
{
    for (unsigned r = 0; r < m->rounds; r++) {
        if (m->first[r + 1] == m->first[r]) continue;
        const struct flow f = run_flow(m, a, r, aim);
        for (size_t left = m->movers[r]; left > 1; left--) { /* Fisher–Yates */
            const size_t k = below((uint32_t)next_chance(state), left);
            const uint32_t i = m->mover[r][k];
            m->mover[r][k] = m->mover[r][left - 1];
            m->mover[r][left - 1] = i;
        }
        for (size_t k = 0; k < m->movers[r]; k++) {
            const uint32_t i = m->mover[r][k];
            int32_t *give = f.give + f.kind_of[kind_key(&m->guest[i])] * f.tables;
            size_t t = below((uint32_t)next_chance(state), f.tables);
            while (!give[t]) t = t + 1 == f.tables ? 0 : t + 1;
            give[t]--;
            room_sit(m, i, m->first[r] + t);
        }
    }
    room_count(m);
}

struct seats_hard room_least(const struct room *m, struct arena *a, unsigned round)
{
    struct seats_hard least = { 0 };
    if (m->first[round + 1] == m->first[round]) {
        least.unseated = (int64_t)m->movers[round];
        return least;
    }
    for (size_t t = m->first[round]; t < m->first[round + 1]; t++) {
        const struct room_table *x = &m->table[t];
        if (x->n > x->most) least.most += x->n - x->most;
        if (x->wheels > x->wheelchairs) least.wheelchair += x->wheels - x->wheelchairs;
        for (size_t k = 0; k < x->n; k++)
            least.language += language_cost(&m->guest[x->member[k]], x) > 0;
    }
    const struct flow f = run_flow(m, a, round, NULL);
    least.most += f.over;
    least.wheelchair += f.unsuited;
    for (size_t k = 0; k < f.kinds; k++)
        for (size_t t = 0; t < f.tables; t++)
            if (language_cost(&f.like[k], &m->table[m->first[round] + t]))
                least.language += f.give[k * f.tables + t];
    return least;
}
