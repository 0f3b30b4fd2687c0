/* seats_score.c — what a seating gives, counted plainly, and whom its breaches concern. */
#include "algo/seats_inside.h"

/* What is looked at while counting. */
struct look {
    const struct seats *s;
    const int *seat;
    size_t n;
    int64_t *at_table, *wheels; /* people at each table, and those with a wheelchair */
    struct seats_score *to;
};

static int seat_of(const struct look *l, size_t i, int round)
{
    return l->seat[(size_t)round * l->n + i];
}
static bool is_there(const struct look *l, size_t i, int round)
{
    return !(l->s->people[i].absent >> round & 1);
}
static int theme_of(const struct look *l, size_t i, int round)
{
    const int t = seat_of(l, i, round);
    return t == SEATS_NONE ? SEATS_NONE : l->s->tables[t].theme;
}

static void count_seats(const struct look *l)
{
    for (int r = 0; r < l->s->rounds; r++) {
        for (size_t i = 0; i < l->n; i++) {
            const int t = seat_of(l, i, r);
            if (t == SEATS_NONE) {
                l->to->hard.unseated += is_there(l, i, r);
                continue;
            }
            const struct seats_person *p = &l->s->people[i];
            const struct seats_table *x = &l->s->tables[t];
            l->at_table[t]++;
            l->wheels[t] += p->wheelchair;
            l->to->hard.language += p->language != SEATS_NONE && p->language != x->language;
        }
    }
    for (size_t t = 0; t < l->s->tables_n; t++) {
        const struct seats_table *x = &l->s->tables[t];
        const int64_t n = l->at_table[t], over = n - x->most;
        const int64_t least = x->least < x->most ? x->least : x->most;
        if (over > 0) l->to->hard.most += over;
        if (l->wheels[t] > x->wheelchairs)
            l->to->hard.wheelchair += l->wheels[t] - x->wheelchairs;
        if (over > 0) l->to->cost += over * (over - 1) / 2 * (l->s->weights.least + 1);
        if (n == 0 || n >= least) continue;
        l->to->tables_below++;
        l->to->least += least - n;
    }
}

static void count_wishes(const struct look *l)
{
    const struct seats_weights *w = &l->s->weights;
    for (size_t i = 0; i < l->n; i++) {
        const struct seats_person *p = &l->s->people[i];
        bool there = false, wished = false, any = false;
        int twice = 0;
        for (int r = 0; r < l->s->rounds; r++) {
            there |= is_there(l, i, r);
            bool again = false;
            for (int q = 0; q < r; q++)
                again |=
                    theme_of(l, i, r) != SEATS_NONE && theme_of(l, i, q) == theme_of(l, i, r);
            twice += again;
        }
        for (unsigned k = 0; k < SEATS_WISHES; k++) {
            bool got = false;
            for (int r = 0; r < l->s->rounds && p->wish[k] != SEATS_NONE; r++)
                got |= theme_of(l, i, r) == p->wish[k];
            wished |= p->wish[k] != SEATS_NONE;
            any |= got;
            l->to->wish[k] += got;
            if (p->wish[k] != SEATS_NONE && !got) l->to->cost += w->wish[k];
        }
        l->to->people += there;
        l->to->wished += there && wished;
        l->to->any += any;
        l->to->twice += twice > 0;
        l->to->cost += (int64_t)twice * w->twice + (wished && !any ? w->none : 0);
    }
}

static void count_meetings(struct arena *a, const struct look *l)
{
    int64_t *met = NEW(a, int64_t, l->n + 1);
    for (size_t i = 0; i < l->n; i++) {
        for (size_t j = i + 1; j < l->n; j++) {
            int64_t times = 0;
            for (int r = 0; r < l->s->rounds; r++)
                times += seat_of(l, i, r) != SEATS_NONE && seat_of(l, i, r) == seat_of(l, j, r);
            if (!times) continue;
            met[i]++;
            met[j]++;
            l->to->met++;
            l->to->again += times - 1;
        }
    }
    bool first = true;
    for (size_t i = 0; i < l->n; i++) {
        bool there = false;
        for (int r = 0; r < l->s->rounds; r++) there |= is_there(l, i, r);
        if (!there || (!first && met[i] >= l->to->met_least)) continue;
        l->to->met_least = met[i];
        first = false;
    }
}

/* The people of one value, among all who come and at each table. */
static void count_value(const struct look *l, unsigned trait, int value, int64_t *here)
{
    int64_t people = 0, share = 0;
    memset(here, 0, (l->s->tables_n + 1) * sizeof *here);
    for (size_t i = 0; i < l->n; i++) {
        bool there = false;
        const bool is = l->s->people[i].trait[trait] == value;
        for (int r = 0; r < l->s->rounds; r++) {
            there |= is_there(l, i, r);
            if (is && seat_of(l, i, r) != SEATS_NONE) here[seat_of(l, i, r)]++;
        }
        people += there;
        share += there && is;
    }
    for (size_t t = 0; t < l->s->tables_n && people; t++) {
        const int64_t lo = share * l->at_table[t] / people;
        const int64_t hi = (share * l->at_table[t] + people - 1) / people;
        l->to->mix += here[t] < lo ? lo - here[t] : here[t] > hi ? here[t] - hi : 0;
    }
}

static void count_mix(struct arena *a, const struct look *l)
{
    int64_t *here = NEW(a, int64_t, l->s->tables_n + 1);
    for (unsigned f = 0; f < SEATS_TRAITS; f++) {
        bool known[SEATS_VALUES_MOST] = { false };
        for (size_t i = 0; i < l->n; i++)
            if (l->s->people[i].trait[f] != SEATS_NONE) known[l->s->people[i].trait[f]] = true;
        for (int v = 0; v < SEATS_VALUES_MOST; v++)
            if (known[v]) count_value(l, f, v, here);
    }
}

static bool share_table(const struct look *l, struct seats_pair p, int round)
{
    const int t = seat_of(l, (size_t)p.person, round);
    return p.person != p.other && t != SEATS_NONE && t == seat_of(l, (size_t)p.other, round);
}

static void count_pairs(const struct look *l)
{
    for (int r = 0; r < l->s->rounds; r++) {
        for (size_t k = 0; k < l->s->apart_n; k++)
            l->to->hard.apart += share_table(l, l->s->apart[k], r);
        for (size_t k = 0; k < l->s->together_n; k++) {
            const struct seats_pair p = l->s->together[k];
            const bool both = p.person != p.other && is_there(l, (size_t)p.person, r) &&
                              is_there(l, (size_t)p.other, r);
            l->to->together_missed += both && !share_table(l, p, r);
        }
    }
}

static enum err seating_check(const struct seats *s, const int *seat)
{
    for (size_t k = 0; k < s->people_n * (size_t)s->rounds; k++) {
        if (seat[k] == SEATS_NONE) continue;
        if (seat[k] < 0 || (size_t)seat[k] >= s->tables_n ||
            s->tables[seat[k]].round != (int)(k / s->people_n))
            return FAIL(ERR_INPUT, "a seat at a table of another round");
        if (s->people[k % s->people_n].absent >> (k / s->people_n) & 1)
            return FAIL(ERR_INPUT, "a seat for somebody who is absent");
    }
    return OK;
}

enum err seats_score(struct arena *a, const struct seats *s, const int *seat,
                     struct seats_score *score)
{
    TRY(seats_check(s));
    TRY(seating_check(s, seat));
    const struct arena_mark here = arena_here(a);
    const struct look l = { s,
                            seat,
                            s->people_n,
                            NEW(a, int64_t, s->tables_n + 1),
                            NEW(a, int64_t, s->tables_n + 1),
                            score };
    *score = (struct seats_score){ 0 };
    count_seats(&l);
    count_wishes(&l);
    count_meetings(a, &l);
    count_mix(a, &l);
    count_pairs(&l);
    score->cost += score->again * s->weights.again + score->mix * s->weights.mix +
                   score->together_missed * together_cost(&s->weights) +
                   score->least * s->weights.least;
    arena_back(a, here);
    return OK;
}

/* ---- by name ---- */

struct found {
    const struct seats *s;
    const int *seat;
    struct seats_breach *breach; /* NULL: only counted */
    size_t n;
};

static void add_breach(struct found *f, struct seats_breach b)
{
    if (f->breach) f->breach[f->n] = b;
    f->n++;
}

/* How many people before this one use a wheelchair at the same table. */
static int wheels_before(const struct found *f, int round, size_t i)
{
    const int *seat = f->seat + (size_t)round * f->s->people_n;
    int wheels = 0;
    for (size_t k = 0; k < i; k++) wheels += seat[k] == seat[i] && f->s->people[k].wheelchair;
    return wheels;
}

static void find_people(struct found *f, int round, enum seats_rule rule)
{
    for (size_t i = 0; i < f->s->people_n; i++) {
        const struct seats_person *p = &f->s->people[i];
        const int t = f->seat[(size_t)round * f->s->people_n + i];
        const struct seats_table *x = t == SEATS_NONE ? NULL : &f->s->tables[t];
        bool is = false;
        if (rule == SEATS_UNSEATED) is = !x && !(p->absent >> round & 1);
        if (rule == SEATS_WHEELCHAIR)
            is = x && p->wheelchair && wheels_before(f, round, i) >= x->wheelchairs;
        if (rule == SEATS_LANGUAGE)
            is = x && p->language != SEATS_NONE && p->language != x->language;
        if (is) add_breach(f, (struct seats_breach){ rule, round, t, (int)i, SEATS_NONE, 1 });
    }
}

static void find_full(struct found *f, int round)
{
    for (size_t t = 0; t < f->s->tables_n; t++) {
        if (f->s->tables[t].round != round) continue;
        int people = 0;
        for (size_t i = 0; i < f->s->people_n; i++)
            people += f->seat[(size_t)round * f->s->people_n + i] == (int)t;
        const int over = people - f->s->tables[t].most;
        if (over > 0)
            add_breach(f, (struct seats_breach){ SEATS_CROWDED, round, (int)t, SEATS_NONE,
                                                 SEATS_NONE, over });
    }
}

static void find_all(struct found *f)
{
    for (int r = 0; r < f->s->rounds; r++) {
        find_people(f, r, SEATS_UNSEATED);
        find_full(f, r);
        find_people(f, r, SEATS_WHEELCHAIR);
        find_people(f, r, SEATS_LANGUAGE);
        const int *seat = f->seat + (size_t)r * f->s->people_n;
        for (size_t k = 0; k < f->s->apart_n; k++) {
            const struct seats_pair p = f->s->apart[k];
            if (p.person != p.other && seat[p.person] != SEATS_NONE &&
                seat[p.person] == seat[p.other])
                add_breach(f, (struct seats_breach){ SEATS_APART, r, seat[p.person], p.person,
                                                     p.other, 1 });
        }
    }
}

size_t seats_breaches(struct arena *a, const struct seats *s, const int *seat,
                      struct seats_breach **breach)
{
    struct found f = { .s = s, .seat = seat };
    find_all(&f);
    f = (struct found){ .s = s, .seat = seat, .breach = NEW(a, struct seats_breach, f.n + 1) };
    find_all(&f);
    *breach = f.breach;
    return f.n;
}
