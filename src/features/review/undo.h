/* undo.h — what was taken back, and what was not; filled by undo.c, read by undo.html. */
#ifndef FEATURES_REVIEW_UNDO_H
#define FEATURES_REVIEW_UNDO_H

#include "features/review/queue.sql.h"
#include "features/review/review.h"

struct undo_view {
    struct dialogue d;
    int64_t batch, done;
    struct batch_left_row *left; /* numbers of voices that somebody changed since */
    size_t left_n;
};

#endif
