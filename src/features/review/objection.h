/* objection.h — objections that wait, and one of them; filled by objection.c. */
#ifndef FEATURES_REVIEW_OBJECTION_H
#define FEATURES_REVIEW_OBJECTION_H

#include "features/review/objection.sql.h"
#include "features/review/queue.h"

struct objection_line {
    const struct objections_waiting_row *o;
    struct str words; /* the beginning of the voice */
    int64_t days;
    bool mine; /* the reader decided before: a colleague has to */
};
struct objections_view {
    struct dialogue d;
    struct objection_line *lines;
    size_t lines_n;
    struct queue_counts counts;
    bool more;
    struct path next;
};
struct objection_view {
    struct dialogue d;
    struct objection_shown_row o;
    const struct form_state *form;
    struct path self;
    const struct words *why; /* it is not shown or not used; NULL: it is by now */
    bool mine;
};

#endif
