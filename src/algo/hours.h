/* hours.h — when something is open, as people mean it: by the clock on the wall, with days that differ.
 *
 * Hours are openings by day of the week (each week, every second week, or the n-th such day of a
 * month), and dates on which it is otherwise: closed, or open at other times. On a national holiday it
 * is closed, unless it says that it is open as usual. An opening may end on the next day ("22:00-02:00");
 * it belongs to the day on which it begins.
 *
 * Times are wall time of Europe/Amsterdam. In the night in which the clock goes forward, a time that does
 * not exist is an hour later on the clock (02:30 is 03:30); in the night in which it goes back, a time
 * that comes twice is meant the first time. So a café that closes at 02:30 is closed when it is half past
 * two for the second time, and a shelter from 22:00 to 08:00 is open all the while.
 *
 * Written by people as "ma-vr 09:00-17:00; za 10:00-12:00, 13:00-15:00", with "elke dag", "om de week
 * wo 14:00-16:00 (vanaf 2026-01-07)", "1e di 19:00-21:00" (last: "laatste di"), and dates: "2026-12-24 09:00-12:00",
 * "2026-12-27 t/m 2027-01-02 gesloten", "feestdagen open". hours_write gives it in one way only; what it wrote
 * reads back to the same.
 *
 * Pure; no zone file. Cost: hours_open some 20 ns an opening. */
#ifndef ALGO_HOURS_H
#define ALGO_HOURS_H

#include "base/base.h"
#include "base/time.h"

enum { HOURS_OPENINGS = 32, HOURS_DATED = 64, HOURS_SPANS = 8, HOURS_SLOTS = 2048 };

struct opening {
    uint8_t days;            /* bit 0: Monday */
    uint8_t every;           /* weeks: 1, or 2 counted from the week of `since` */
    int8_t nth;              /* of the month: 1 to 5, -1 the last; 0: each */
    int16_t opens, closes;   /* minutes since midnight; closes above 1440: the next day */
    struct day since, until; /* n == 0: always */
};
struct dated {              /* days on which it is otherwise */
    struct day from, until; /* the last day too */
    int16_t opens, closes;  /* both 0: closed */
};
struct hours {
    struct opening openings[HOURS_OPENINGS];
    size_t openings_n;
    struct dated dated[HOURS_DATED];
    size_t dated_n;
    bool holidays; /* open as usual on national holidays */
};
struct open_span { /* minutes since midnight of its day; until may lie on the next */
    int16_t from, until;
};

/* 0 Monday to 6 Sunday. */
int weekday(struct day d);
/* A national holiday in the Netherlands on which most is closed: New Year, Easter, the King's day, Ascension,
 * Whitsun, Christmas, and 5 May every fifth year. */
bool holiday(struct day d);

/* The openings that begin on a day, in order; at most HOURS_SPANS. */
size_t hours_on(const struct hours *h, struct day d, struct open_span spans[HOURS_SPANS]);
bool hours_open(const struct hours *h, struct instant now);
/* The same for many at one moment, which is looked at once. */
struct moment {
    struct instant now;
    struct moment_day { /* yesterday, today, tomorrow */
        struct day day;
        int32_t minute; /* that it is, counted from its midnight */
        uint8_t weekday;
        bool holiday, plain; /* plain: the clock does not change on it or the next */
    } days[3];
};
struct moment moment_at(struct instant now);
bool hours_open_at(const struct hours *h, const struct moment *m);
/* Until when it is open now. False when it is not. */
bool hours_until(const struct hours *h, struct instant now, struct day *day,
                 struct clock *clock);
/* When it opens next, within two months. False when it does not. */
bool hours_next(const struct hours *h, struct instant now, struct day *day,
                struct clock *clock);
/* Each five minutes of a week, from its Monday 00:00 on: a bit, the lowest first. 2016 of them, twelve
 * more or fewer in a week with a change of the clock; the others are 0. */
void hours_mask(const struct hours *h, struct day monday, uint8_t mask[HOURS_SLOTS / 8]);
bool hours_mask_at(const uint8_t mask[HOURS_SLOTS / 8], struct day monday, struct instant now);
/* Open on a weekday after 18:00 for at least an hour; on a Saturday or Sunday. By its weekly hours. */
bool hours_evening(const struct hours *h);
bool hours_weekend(const struct hours *h);

/* Reads what people wrote; empty text is no hours. False: `wrong` is the piece that is not understood. */
bool hours_read(struct str text, struct hours *h, struct str *wrong);
struct str hours_write(struct arena *a, const struct hours *h);
/* "ma" … "zo" */
const char *hours_day_name(int weekday);

#endif
