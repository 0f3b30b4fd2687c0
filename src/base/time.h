/* time.h — days, clock times and instants as values. Nothing here reads a clock but
 * `instant_now`, which only main/ and tests of time itself may call.
 *
 * A day is a day in the calendar of the municipality; a clock time is what the clock on its wall
 * says; an instant is a moment for everybody. The zone is Europe/Amsterdam, by the European rule
 * for summer time that holds since 1996. */
#ifndef BASE_TIME_H
#define BASE_TIME_H

#include "base/base.h"

struct day { /* days since 1970-01-01 */
    int32_t n;
};
struct clock { /* minutes since midnight, 0 to 1439 */
    int32_t minutes;
};
struct instant { /* seconds since 1970-01-01 00:00 UTC */
    int64_t s;
};
struct date { /* the same day as people write it: month and day count from 1 */
    int year, month, day;
};

struct date date_of(struct day d);
struct day day_of(struct date d);
bool day_read(struct str text, struct day *d);         /* "2023-06-27", and it must exist */
bool clock_read(struct str text, struct clock *c);     /* "19:30" */
bool instant_read(struct str text, struct instant *t); /* "2023-06-27T17:30:00Z" */

struct instant instant_now(void);
/* Which day, and what time, it is then in Amsterdam. */
struct day day_at(struct instant t);
struct clock clock_at(struct instant t);
/* When the clock in Amsterdam says so many minutes past midnight of that day; from 1440 on it is the next day. In
 * the hour that is left out in March, the one behind it; in the hour that comes twice in October, the first. */
struct instant instant_at(struct day d, int minutes);

#endif
