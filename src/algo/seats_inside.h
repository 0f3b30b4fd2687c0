/* seats_inside.h — what the files of seats share: the room while people move, and the flow. */
#ifndef ALGO_SEATS_INSIDE_H
#define ALGO_SEATS_INSIDE_H

#include "algo/seats.h"

#include <string.h>

enum {
    LANES = 4, /* seats in a word: 16 bits each */
    WORDS_MOST = (SEATS_ROUNDS_MOST + LANES - 1) / LANES,
    NO_THEME = 0xffff, /* of a table; a wish that is none is NO_WISH, so that they never meet */
    NO_WISH = 0xfffe,
};
/* What a hard breach costs: each more than all the people can make of the one behind it. */
#define COST_APART ((int64_t)1 << 24)
#define COST_LANGUAGE ((int64_t)1 << 14)
#define COST_WHEELCHAIR ((int64_t)1 << 28)
#define COST_MOST ((int64_t)1 << 42)

/* ---- the room ---- */

struct
    bounds { /* people of a value at a table of some size, without being too few or too many */
    uint16_t lo, hi;
};
struct room_table { /* sorted by round */
    uint16_t *member;
    uint16_t *count; /* people of each value; the last is for values not told */
    int64_t mix;     /* people too many or too few */
    int given;       /* its place in seats.tables */
    uint16_t theme, round, least, most, n, space;
    uint16_t wheelchairs, wheels; /* seats that suit one; people who use one */
    int16_t language;
};
struct guest {
    uint16_t wish[SEATS_WISHES], trait[SEATS_TRAITS];
    int16_t language;
    bool wheelchair;
    const int32_t *worth; /* by the set of wishes that came true */
    int64_t value;        /* what themes cost this person now */
};
struct bond { /* what it costs when two people share a table; below 0 when they want to */
    uint32_t other;
    int32_t cost;
};
struct room {
    const struct seats *s;
    size_t n, tables, words, values;
    unsigned rounds;
    size_t first[SEATS_ROUNDS_MOST + 1]; /* the first table of each round */
    struct room_table *table;
    struct guest *guest;
    uint16_t *
        seat; /* [person * words * LANES + round]: a table; who has none, a number of their own */
    uint16_t *place; /* the same order: where in `member` */
    uint16_t *theme; /* the same order: the theme there */
    uint16_t
        *again;  /* the same order: others at that table whom they meet in another round too */
    bool *fixed; /* the same order: absent or locked */
    uint32_t *mover[SEATS_ROUNDS_MOST]; /* who may move in a round */
    size_t movers[SEATS_ROUNDS_MOST];
    uint32_t *bond_from; /* n + 1 */
    struct bond *bond;
    struct bounds *bounds; /* [size * (values + 1) + value] */
    uint16_t *theme_table; /* tables by round and theme */
    uint32_t *theme_from;  /* [round * themes + theme], and one behind */
    size_t themes;
    bool crowded[SEATS_ROUNDS_MOST]; /* there are more people than seats */
};

static inline size_t at(const struct room *m, size_t person, unsigned round)
{
    return person * m->words * LANES + round;
}
static inline bool has_seat(const struct room *m, size_t person, unsigned round)
{
    return m->seat[at(m, person, round)] < m->tables;
}

/* Builds the room of an input that was checked; everyone locked sits, nobody else does. */
struct room *room_make(struct arena *a, const struct seats *s);
void room_sit(struct room *m, size_t person, size_t table);
/* After everyone sits: what themes and mixes cost now. */
void room_count(struct room *m);
/* What a change would cost (below 0: gain) of the soft rules and apart. It breaks no more of
 * the other hard rules than now, or it is NOT_ALLOWED; that may also come when it costs above `most`. */
#define NOT_ALLOWED INT64_MAX
int64_t room_swap_cost(const struct room *m, size_t i, size_t j, unsigned round, int64_t most);
int64_t room_move_cost(const struct room *m, size_t i, size_t to, unsigned round, int64_t most);
void room_swap(struct room *m, size_t i, size_t j, unsigned round);
void room_move(struct room *m, size_t i, size_t to, unsigned round);

/* What a pair that asked to sit together costs in a round apart. That they meet again, round after round,
 * is what they asked for: sitting together gives back what meeting again costs. */
static inline int32_t together_cost(const struct seats_weights *w)
{
    return w->together ? w->together + w->again : 0;
}

/* What the language of a person costs at a table. */
static inline int64_t language_cost(const struct guest *g, const struct room_table *t)
{
    return g->language != SEATS_NONE && g->language != t->language ? COST_LANGUAGE : 0;
}

/* ---- the start and the least ---- */

/* Seats everyone with the fewest breaches of `most`, then `wheelchair`, then `language`, and of
 * those ways one near the sizes in `aim` (a size for each table). */
void room_start(struct room *m, struct arena *a, const uint16_t *aim, uint64_t *chance);
/* The fewest breaches of one round, by the same flow, from who is fixed. */
struct seats_hard room_least(const struct room *m, struct arena *a, unsigned round);
/* The fewest breaches of `apart` in a round that can be proven (seats_apart.c). */
int64_t room_least_apart(const struct room *m, struct arena *a, unsigned round,
                         const int *seat);

/* splitmix64 (Steele, Lea, Flood). */
static inline uint64_t next_chance(uint64_t *state)
{
    uint64_t x = *state += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}
/* A number below n from 32 bits of chance. */
static inline size_t below(uint32_t chance, size_t n)
{
    return (size_t)(((uint64_t)chance * n) >> 32);
}

enum err seats_check(const struct seats *s);

#endif
