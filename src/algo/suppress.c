/* suppress.c — see suppress.h. */
#include "algo/suppress.h"

/* What is not shown: how many classes, how many people, and whether one of them is not small by itself. */
struct rest {
    int64_t people, classes;
    bool joined;
};
static struct rest rest_of(const int64_t *counts, size_t n, int64_t least, const bool *shown)
{
    struct rest r = { 0 };
    for (size_t i = 0; i < n; i++) {
        if (shown[i]) continue;
        r.people += counts[i];
        r.classes++;
        r.joined |= counts[i] >= least;
    }
    return r;
}

/* The smallest shown classes, all that are equally small, join. False when none is shown. */
static bool smallest_join(const int64_t *counts, size_t n, bool *shown)
{
    int64_t smallest = -1;
    for (size_t i = 0; i < n; i++)
        if (shown[i] && (smallest < 0 || counts[i] < smallest)) smallest = counts[i];
    for (size_t i = 0; i < n; i++)
        if (counts[i] == smallest) shown[i] = false;
    return smallest >= 0;
}

int64_t suppress(const int64_t *counts, size_t n, int64_t least, bool *shown)
{
    for (size_t i = 0; i < n; i++) shown[i] = counts[i] >= least;
    for (;;) {
        const struct rest r = rest_of(counts, n, least, shown);
        const bool full = !r.joined && r.people == r.classes * (least - 1);
        if (r.people == 0 || (r.people >= least && !full)) return r.people;
        if (!smallest_join(counts, n, shown)) return r.people;
    }
}
