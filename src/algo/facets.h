/* facets.h — which of many things fit what was chosen, and how many there would be for each other choice.
 *
 * A facet is one way to divide things: by theme, by owner, by year. A thing may have several values of a
 * facet, or none. Of each facet at most one value is chosen; a thing fits when it has every chosen value.
 * Beside a value stands how many things a reader would see who chose that one instead, with what was
 * chosen of the other facets left as it is.
 *
 * Cost: linear in things and pairs. Nothing is allocated. */
#ifndef ALGO_FACETS_H
#define ALGO_FACETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FACETS_MOST = 32 };

struct facet_pair {
    uint32_t thing, value; /* this thing has this value; no pair twice */
};
struct facet {
    const struct facet_pair *pairs;
    size_t pairs_n;
    bool chosen;
    uint32_t value;            /* the chosen one */
    uint32_t *count, values_n; /* of each value: filled in */
    uint32_t any;              /* with none of its values chosen: filled in */
};
/* Fills the counts of `n` facets, at most FACETS_MOST. `misses` gets for each thing a bit per facet whose
 * chosen value it has not: 0 when it fits. Gives how many fit. */
size_t facets_count(struct facet *facets, size_t n, uint32_t *misses, size_t things);

#endif
