/* propose.h — what the page shows where is chosen how people get a seat. */
#ifndef FEATURES_SEATING_PROPOSE_H
#define FEATURES_SEATING_PROPOSE_H

#include "features/seating/seating.h"

struct propose_weight { /* how much something weighs: a choice of four */
    const char *name;   /* in the form */
    const struct words *label, *hint;
};
struct propose_view {
    struct evening_view e;
    struct seating s;
    struct propose_weight *weights;
    size_t weights_n;
    int64_t seated; /* seats that a proposal may change */
};

#endif
