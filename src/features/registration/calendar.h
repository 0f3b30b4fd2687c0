/* calendar.h — one event as a calendar file (RFC 5545), for a telephone or computer to take in.
 *
 * Moments stand in UTC, so that no time zone has to come along; a day without a time is a whole day. Text is
 * escaped, lines end in CR LF and are folded at 75 bytes, between letters. */
#ifndef FEATURES_REGISTRATION_CALENDAR_H
#define FEATURES_REGISTRATION_CALENDAR_H

#include "base/base.h"
#include "base/time.h"

struct calendar_event {
    struct str id; /* the same for the same event for ever: "12@dialoog.voorbeeld.nl" */
    struct str title, place, text, address;
    struct day day;
    bool has_starts, has_ends;
    struct clock starts, ends; /* before `starts`: the next day */
    struct instant now;
};
struct str calendar_write(struct arena *a, const struct calendar_event *e);

/* The moment at which the clock in Amsterdam says so on that day. In the hour that is left out in March, the
 * one behind it; in the hour that comes twice in October, the first. */
struct instant moment_of(struct day day, struct clock clock);

#endif
