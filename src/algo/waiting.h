/* waiting.h — how long something waits and how late it is: whole days of the calendar, whatever the clock.
 *
 * Days are counted, not hours: a day of 23 or 25 hours is one day. Nothing here knows what day it is. */
#ifndef ALGO_WAITING_H
#define ALGO_WAITING_H

#include "base/time.h"

/* From the one day to the other; 0 when that is the same day or an earlier one. */
int64_t days_waited(struct day from, struct day until);

/* A promise with a date. It is late from the day after the first date it was promised for, also when
 * that date was moved since; once it ended the days stand still. */
enum promptness { PROMPT_RUNNING, PROMPT_LATE, PROMPT_KEPT, PROMPT_KEPT_LATE, PROMPT_STOPPED };
enum { PROMPTNESSES = PROMPT_STOPPED + 1 };
struct promise {
    struct day first_due;
    bool ended, stopped; /* stopped: it ended without being done */
    struct day end;
};
struct lateness {
    enum promptness prompt;
    int64_t days; /* late; 0 unless it is */
    int64_t left; /* until the first date, of one that is running */
};
struct lateness lateness_of(struct promise p, struct day today);

#endif
