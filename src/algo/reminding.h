/* reminding.h — on which day the owner of a promise is asked how it goes: before its date, on it and after it,
 * and once a year of what stays. Days of the calendar; nothing here knows what day it is.
 *
 * At most one mail at a time, whatever was missed: of all moments that came since the last word, only
 * the newest counts. So a server that was off for a month asks once, and so does a promise that is
 * written down years late; asking twice on one day gives nothing the second time. */
#ifndef ALGO_REMINDING_H
#define ALGO_REMINDING_H

#include "base/time.h"

/* Why somebody is asked. Kept as a number: append only. */
enum occasion {
    OCCASION_BEFORE,
    OCCASION_DUE,
    OCCASION_LATE,
    OCCASION_YEARLY,
    OCCASION_BY_HAND, /* a colleague pressed the button */
    OCCASIONS
};

enum {
    REMIND_BEFORE = 14, /* days before the date, */
    REMIND_AFTER = 14,  /* and after it; then each */
    REMIND_AGAIN = 91,  /* days, which keeps the day of the week */
};

struct reminding {
    struct day made, due; /* promised on; for */
    bool runs;            /* neither done nor stopped */
    bool stays;           /* done, and meant to go on: looked at again each year since `done` */
    struct day done;
    bool has_last; /* they were asked, or said something, on: */
    struct day last;
};
/* Is today a day to ask? Then `why`. */
bool reminder_due(const struct reminding *r, struct day today, enum occasion *why);

#endif
