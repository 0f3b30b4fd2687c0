/* decided.h — what was decided, newest first; filled by decided.c, read by decided.html. */
#ifndef FEATURES_REVIEW_DECIDED_H
#define FEATURES_REVIEW_DECIDED_H

#include "features/review/queue.h"

struct decided_line {
    const struct queue_decided_row *r;
    struct str words;
};
struct decided_view {
    struct dialogue d;
    struct decided_line *lines;
    size_t lines_n;
    struct queue_counts counts;
    struct str asked; /* a number that is not there; empty: none was asked */
    bool more, later;
    struct path next, first;
};

#endif
