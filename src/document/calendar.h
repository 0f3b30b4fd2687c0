/* calendar.h — events as a calendar file (RFC 5545), for a telephone or computer to take in.
 *
 * Moments stand in UTC, so that no time zone has to come along; a day without a time is a whole day. Text is
 * escaped, lines end in CR LF and are folded at 75 bytes, between letters. */
#ifndef DOCUMENT_CALENDAR_H
#define DOCUMENT_CALENDAR_H

#include "base/base.h"
#include "base/time.h"

struct calendar_event {
    struct str id; /* the same for the same event for ever: "12@dialoog.voorbeeld.nl" */
    struct str title, place, text, address;
    struct day day;
    bool has_starts, has_ends;
    struct clock starts, ends; /* before `starts`: the next day */
    struct instant now;        /* when it was last changed, or the file was made */
    int64_t changes;           /* how often its day was changed */
    bool free;                 /* it takes nobody's time, such as a term */
};
/* `name`: of the calendar as a whole; may be empty. Memory: arena. */
struct str calendar_write(struct arena *a, struct str name, const struct calendar_event *events,
                          size_t n);

#endif
