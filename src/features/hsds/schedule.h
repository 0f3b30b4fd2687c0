/* schedule.h — opening hours as rows of rules (RRULE), as HSDS has them, and back.
 *
 * An opening is a rule: WEEKLY with its days, or MONTHLY with the n-th day. A date on which it is otherwise is a
 * rule for that date alone, with our own `exception`; without times it is closed. What reads them all and writes
 * them gets the same hours. Times are by the clock on the wall; the number of hours from UTC that HSDS
 * has beside them is left out, since it is wrong half of the year. */
#ifndef FEATURES_HSDS_SCHEDULE_H
#define FEATURES_HSDS_SCHEDULE_H

#include "algo/hours.h"

enum { SCHEDULES_MOST = HOURS_OPENINGS + HOURS_DATED };

struct schedule { /* a row, as text; what is empty is not told */
    struct str freq, interval, byday, bymonthday, dtstart, valid_from, valid_to, until,
        opens_at, closes_at, description;
    struct str weekday; /* of 1.1: "1" or "Monday" */
    struct str closed;  /* of a holiday_schedule */
    bool exception;     /* only for its dates, instead of what else holds */
};
/* Rows of the hours, in their order: at most SCHEDULES_MOST. */
size_t schedules_of(struct arena *a, const struct hours *h,
                    struct schedule rows[SCHEDULES_MOST]);
/* Adds a row to the hours. False when our hours cannot say that: it is left out. */
bool schedule_take(const struct schedule *row, struct hours *h);

#endif
