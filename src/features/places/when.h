/* when.h — the quarters of a day in which a space is closed, empty or taken; and the dates of a series.
 *
 * A quarter is one on the clock: a day has 96 of them, also a day on which the clock changes. What it
 * weighs in minutes differs then: nothing in the hour that is left out in March, double in the one
 * that comes twice in October. Pure. */
#ifndef FEATURES_PLACES_WHEN_H
#define FEATURES_PLACES_WHEN_H

#include "algo/hours.h"
#include "features/places/terms.h"

enum { QUARTERS = 96, QUARTER = 15, EVENING_FROM = 72, DAY_FROM = 24, SERIES_DATES = 60 };
enum quarter_state { QUARTER_CLOSED, QUARTER_EMPTY, QUARTER_TAKEN };

/* Closed or empty, by its hours; also what began the day before and goes on behind midnight. */
void quarters_of(const struct hours *h, struct day d, uint8_t state[QUARTERS]);
/* Minutes that a quarter of this day lasts: 15; 0 or 30 in a night in which the clock changes. */
int quarter_minutes(struct day d, int quarter);

/* Parts of a week in which a space is used otherwise. */
enum part_of_week { PART_DAY, PART_EVENING, PART_WEEKEND, PARTS_OF_WEEK };
enum part_of_week part_of(struct day d, int quarter);

/* The dates of a series, at most SERIES_DATES: from `first` to `until`, the last day too. Gives how many. */
size_t series_dates(enum repeats repeats, struct day first, struct day until,
                    struct day dates[SERIES_DATES]);

#endif
