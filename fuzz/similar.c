/* similar — any bytes, cut at line ends into texts: the same answer both ways and twice, copies
 * have one number, and groups are what their links say. */
#include "algo/similar.h"

#include <stdlib.h>
#include <string.h>

enum { TEXTS = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena a = { 0 };
    struct str rest = { (const char *)bytes, n }, text[TEXTS];
    uint32_t group[TEXTS];
    size_t texts = 0, pairs = 0, heads = 0;
    while (texts < TEXTS && str_next(&rest, '\n', &text[texts])) texts++;
    const size_t groups = similar_groups(&a, text, texts, SIMILAR_NEAR, group);
    for (size_t i = 0; i < texts; i++) {
        const struct similar f = similar_fingerprint(&a, text[i]);
        if (group[i] > i || group[group[i]] != group[i]) abort();
        bool linked = group[i] == i, leads = false;
        for (size_t j = 0; j < texts; j++) {
            if (j == i) continue;
            const double x = similar_jaccard(&a, text[i], text[j]);
            if (x < 0 || x > 1) abort();
            if (x > similar_jaccard(&a, text[j], text[i])) abort();
            const struct similar g = similar_fingerprint(&a, text[j]);
            if (f.same && f.same == g.same && (x < 1 || group[i] != group[j])) abort();
            linked |= group[j] == group[i] && x >= SIMILAR_NEAR;
            leads |= group[j] == i;
            pairs++;
        }
        if (!linked) abort();
        heads += leads;
    }
    if (heads != groups || pairs > TEXTS * TEXTS) abort();
    arena_end(&a);
    return 0;
}
