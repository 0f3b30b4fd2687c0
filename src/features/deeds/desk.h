/* desk.h — what the desk pages of commitments share, and the view of their list. */
#ifndef FEATURES_DEEDS_DESK_H
#define FEATURES_DEEDS_DESK_H

#include "features/deeds/desk.sql.h"
#include "features/deeds/look.h"

/* The commitment named by param[1], with history, name, tabs and the way back. Fails: ERR_MISSING. */
MUST_CHECK enum err commitment_open(struct request *req, struct record *r,
                                    struct commitment_find_row **row);
/* The same for a new one. */
void commitment_begin(struct request *req, struct record *r);

struct deeds_desk_view {
    struct dialogue d;
    const struct words *done;
    struct look look;
    struct departments_row *departments;
    size_t departments_n;
};

#endif
