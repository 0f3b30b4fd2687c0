/* when.c — see when.h. */
#include "features/places/when.h"

#include <string.h>

static void fill(uint8_t state[QUARTERS], int from, int until)
{
    if (from < 0) from = 0;
    if (until > QUARTERS * QUARTER) until = QUARTERS * QUARTER;
    /* Only quarters that are open as a whole. */
    for (int q = (from + QUARTER - 1) / QUARTER; q < until / QUARTER; q++)
        state[q] = QUARTER_EMPTY;
}

void quarters_of(const struct hours *h, struct day d, uint8_t state[QUARTERS])
{
    struct open_span spans[HOURS_SPANS];
    memset(state, QUARTER_CLOSED, QUARTERS);
    for (int back = 1; back >= 0; back--) {
        const size_t n = hours_on(h, (struct day){ d.n - back }, spans);
        for (size_t i = 0; i < n; i++)
            fill(state, spans[i].from - back * 1440, spans[i].until - back * 1440);
    }
}

int quarter_minutes(struct day d, int quarter)
{
    const int64_t lasts = instant_at((struct day){ d.n + 1 }, 0).s - instant_at(d, 0).s;
    if (lasts == 86400 || quarter < 8 || quarter >= 12) return QUARTER;
    return lasts < 86400 ? 0 : 2 * QUARTER;
}

enum part_of_week part_of(struct day d, int quarter)
{
    if (weekday(d) >= 5) return PART_WEEKEND;
    return quarter >= EVENING_FROM || quarter < DAY_FROM ? PART_EVENING : PART_DAY;
}

/* The same weekday of a later month: the second Tuesday. False when that month has no fifth. */
static bool month_later(struct day first, int months, struct day *d)
{
    const struct date f = date_of(first);
    const int month = f.month - 1 + months, nth = (f.day - 1) / 7;
    const struct day begin = day_of((struct date){ f.year + month / 12, month % 12 + 1, 1 });
    *d = (struct day){ begin.n + (weekday(first) - weekday(begin) + 7) % 7 + 7 * nth };
    return date_of(*d).month == month % 12 + 1;
}

size_t series_dates(enum repeats repeats, struct day first, struct day until,
                    struct day dates[SERIES_DATES])
{
    size_t n = 0;
    if (repeats == REPEATS_ONCE) until = first;
    for (int i = 0; n < SERIES_DATES; i++) {
        struct day d = { first.n + (repeats == REPEATS_TWO_WEEKS ? 14 : 7) * i };
        const bool there = repeats != REPEATS_MONTHLY || month_later(first, i, &d);
        if (d.n > until.n) break;
        if (there) dates[n++] = d;
    }
    return n;
}
