/* seats.h — who sits where: people at tables, over the rounds of a gathering.
 *
 * Hard, in this order; what comes first is never given up for what comes later:
 *   seated       everyone who is there has a table in each round that has tables
 *   most         no more people at a table than fit
 *   wheelchair   who uses a wheelchair has a seat that suits one
 *   language     who needs an interpreter sits with an interpreter of that language
 *   apart        who asked not to meet do not share a table
 * When these cannot all be kept the smallest number of breaches is kept to: `seats_least` gives it,
 * `seats_solve` reaches it, `seats_breaches` says whom it concerns. For the first four that number
 * is exact (a flow of least cost). For `apart` it is a bound that is proven per group of people who
 * hang together; when what was reached is above it, whether fewer is possible is not known.
 *
 * Soft, by weights: themes people wished for (each wish counts once), no theme twice, meeting new
 * people, a mix at each table like that of all who come (of each value, the share rounded down or
 * up), together, tables not below their least number. Who asked to sit together pays nothing for
 * meeting again.
 *
 * Simulated annealing over swaps and moves, of one person or of those who sit together, from a start that keeps every hard rule as far as can
 * be; no later move breaks more. Whole numbers only, chance from the seed, an end in steps: the
 * same input, seed and steps give the same seats on each machine. Nothing here is published: the
 * input is what people said about themselves.
 *
 * Cost: some 100 ns a step at tables of nine. Memory: the arena, some 100 bytes per person and
 * round, given back but for the answer.
 * Source: Kirkpatrick, Gelatt, Vecchi, "Optimization by simulated annealing" (1983). */
#ifndef ALGO_SEATS_H
#define ALGO_SEATS_H

#include "base/base.h"

enum {
    SEATS_NONE = -1,
    SEATS_WISHES = 3,
    SEATS_TRAITS = 3,       /* who they come as, age, neighbourhood */
    SEATS_ROUNDS_MOST = 24, /* two days of short rounds; each word of seats holds four */
    SEATS_PEOPLE_MOST = 10000,
    SEATS_TABLES_MOST = 20000, /* over all rounds */
    SEATS_THEMES_MOST = 1000,
    SEATS_VALUES_MOST = 200, /* of one trait */
    SEATS_LANGUAGES_MOST = 30,
    SEATS_WEIGHT_MOST = 1000,
};

struct seats_person {
    int wish[SEATS_WISHES];  /* themes, the dearest first; SEATS_NONE: no wish */
    int trait[SEATS_TRAITS]; /* a value of each; SEATS_NONE: not told, and not mixed by */
    int language;            /* needs an interpreter of it; SEATS_NONE: none */
    bool wheelchair;
    unsigned absent; /* bit r: is not there in round r */
};
struct seats_table { /* one table in one round */
    int round;
    int theme; /* SEATS_NONE: none, that is nobody's wish and no theme twice */
    int least, most;
    int wheelchairs; /* how many of its seats suit a wheelchair */
    int language;    /* of the interpreter there, or SEATS_NONE */
};
struct seats_pair { /* `person` asked so about `other`; when both did there are two pairs */
    int person, other;
};
struct seats_weights {      /* 0: does not count */
    int wish[SEATS_WISHES]; /* a person gets this wish in some round */
    int none;               /* a person gets none of the wishes they have */
    int twice;              /* a person has a theme once more */
    int again;              /* two people meet once more */
    int mix;                /* one too many or too few of a value at a table */
    int together;           /* a pair is not together in a round, besides `again` */
    int least;              /* one person below the least number of a table in use */
};
extern const struct seats_weights seats_weights_usual;

struct seats {
    const struct seats_person *people;
    size_t people_n;
    const struct seats_table *tables;
    size_t tables_n;
    int rounds; /* 1 to SEATS_ROUNDS_MOST */
    const struct seats_pair *together, *apart;
    size_t together_n, apart_n;
    const int
        *locked; /* [round * people_n + person]: stays at that table, or SEATS_NONE; NULL */
    struct seats_weights weights;
};

/* Asked now and then; false stops, and the best so far is the answer. */
struct seats_run {
    uint64_t seed;
    int64_t steps;                                       /* 0: seats_steps */
    bool (*go_on)(void *with, int64_t done, int64_t of); /* NULL: always */
    void *with;
};
/* As many as give a good answer: some 1 s for 150 people, 8 s for 2,000, three rounds each. */
int64_t seats_steps(const struct seats *s);

/* `seat[round * people_n + person]` becomes a table (a place in `tables`) or SEATS_NONE, for who
 * is absent and for a round without tables. ERR_INPUT, ERR_LIMIT: a number that cannot be. */
MUST_CHECK enum err seats_solve(struct arena *a, const struct seats *s, struct seats_run run,
                                int *seat);

struct seats_hard {     /* breaches, over all rounds */
    int64_t unseated;   /* people in a round */
    int64_t most;       /* people above what fits */
    int64_t wheelchair; /* people in a round */
    int64_t language;   /* people in a round */
    int64_t apart;      /* pairs in a round */
};
/* What cannot be avoided, given what is locked. `apart` is a lower bound (see above). `seat`: a seating
 * that is known, so that only its breaches of `apart` need a proof; NULL when there is none.
 * Cost: some milliseconds; for breaches of `apart` more, bounded. */
MUST_CHECK enum err seats_least(struct arena *a, const struct seats *s, const int *seat,
                                struct seats_hard *least);

struct seats_score {
    struct seats_hard hard;
    int64_t people;             /* who are there in some round */
    int64_t wished;             /* of them, with a wish */
    int64_t wish[SEATS_WISHES]; /* people who get it */
    int64_t any;                /* people who get one */
    int64_t twice;              /* people with a theme more than once */
    int64_t again;              /* meetings that are not the first of that pair */
    int64_t met;                /* pairs that meet */
    int64_t met_least;          /* fewest others somebody meets */
    int64_t mix;                /* people too many or too few, over tables and values */
    int64_t apart_missed, together_missed; /* pairs in a round, both there */
    int64_t least;                         /* people short, over the tables in use */
    int64_t tables_below;                  /* tables in use below their least number */
    int64_t cost; /* what was minimised, soft part; 0: nothing left to wish */
};
/* Counts plainly what a seating gives. `seat` as above, also by hand: a table of another round is
 * ERR_INPUT, no table is unseated. */
MUST_CHECK enum err seats_score(struct arena *a, const struct seats *s, const int *seat,
                                struct seats_score *score);

enum seats_rule {
    SEATS_UNSEATED,
    SEATS_CROWDED, /* one for each table with too many; `person` is SEATS_NONE */
    SEATS_WHEELCHAIR,
    SEATS_LANGUAGE,
    SEATS_APART /* with `other` */
};
struct seats_breach {
    enum seats_rule rule;
    int round, table, person, other;
    int by; /* people too many; else 1 */
};
/* The breaches of a seating that seats_score accepts, by round and rule. Memory: arena. */
size_t seats_breaches(struct arena *a, const struct seats *s, const int *seat,
                      struct seats_breach **breach);

#endif
