/* desk.h — what the desk pages of commitments share, and the view of their list. */
#ifndef FEATURES_DEEDS_DESK_H
#define FEATURES_DEEDS_DESK_H

#include "features/deeds/desk.sql.h"
#include "features/deeds/look.h"

/* What a page about a commitment begins with; of one that is there: commitment_open. */
void commitment_begin(struct request *req, struct record *r);

struct deeds_desk_view {
    struct dialogue d;
    const struct words *done;
    struct look look;
    struct departments_row *departments;
    size_t departments_n;
};

#endif
