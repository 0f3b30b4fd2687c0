/* bar.h — a bar cut in at most five parts, drawn beside the table that has its numbers (docs/face.md: "The sum").
 *
 * Its places are per cents of its width, so it needs no viewBox. The patterns of bar.html stand in the first
 * bar of a page. */
#ifndef FEATURES_DIALOGUE_BAR_H
#define FEATURES_DIALOGUE_BAR_H

#include "base/base.h"

enum bar_code { BAR_USED, BAR_WAITING, BAR_ASIDE, BAR_COUNTED, BAR_WITHDRAWN, BAR_CODES };
struct bar_part {
    int64_t n;
    struct str code, from, wide, middle;
    bool room; /* for its number */
};
struct bar {
    struct bar_part parts[BAR_CODES];
    size_t n;
};
/* Cuts it, one part behind the other, in the order of the codes; what is nothing takes no place. */
struct bar bar_of(struct arena *a, const int64_t counts[BAR_CODES]);
/* Hundredths of a per cent, as SVG writes them: "12.50%". */
struct str bar_per_cent(struct arena *a, int64_t hundredths);

#endif
