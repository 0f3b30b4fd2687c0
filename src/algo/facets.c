/* facets.c — see facets.h. */
#include "algo/facets.h"

/* What each thing misses of what was chosen. */
static void miss(const struct facet *facets, size_t n, uint32_t *misses, size_t things)
{
    uint32_t all = 0;
    for (size_t f = 0; f < n; f++)
        if (facets[f].chosen) all |= 1u << f;
    for (size_t i = 0; i < things; i++) misses[i] = all;
    for (size_t f = 0; f < n; f++)
        for (size_t p = 0; facets[f].chosen && p < facets[f].pairs_n; p++)
            if (facets[f].pairs[p].value == facets[f].value)
                misses[facets[f].pairs[p].thing] &= ~(1u << f);
}

size_t facets_count(struct facet *facets, size_t n, uint32_t *misses, size_t things)
{
    size_t fit = 0;
    miss(facets, n, misses, things);
    for (size_t i = 0; i < things; i++) fit += misses[i] == 0;
    for (size_t f = 0; f < n; f++) {
        struct facet *of = &facets[f];
        const uint32_t others = ~(1u << f);
        of->any = 0;
        for (size_t i = 0; i < things; i++) of->any += (misses[i] & others) == 0;
        for (size_t v = 0; v < of->values_n; v++) of->count[v] = 0;
        for (size_t p = 0; p < of->pairs_n; p++)
            of->count[of->pairs[p].value] += (misses[of->pairs[p].thing] & others) == 0;
    }
    return fit;
}
