/* replies.h — a question in the report gets a reply, or shows for how many days it waits.
 *
 * A question is a published point of the kind "vraag"; its reply belongs to the point in every edition. What
 * is removed waits again, from the day the question first stood in a report. */
#ifndef FEATURES_REPLIES_REPLIES_H
#define FEATURES_REPLIES_REPLIES_H

#include "features/advice/advice.h"
#include "features/replies/replies.sql.h"

struct replies_view {
    struct dialogue d;
    const struct words *done;
    struct questions_row *questions;
    size_t n, waiting_n;
    struct day today;
};
/* For how many days it waits, or waited. */
int64_t question_days(const struct questions_row *row, struct day today);

#endif
