/* hours.c — openings, days that differ, and the clock. See hours.h. Reading and writing: hours_text.c. */
#include "algo/hours.h"

#include <string.h>

enum { DAY = 1440, AHEAD_DAYS = 62 };

int weekday(struct day d)
{
    return (int)(((d.n + 3) % 7 + 7) % 7); /* 1 January 1970 was a Thursday */
}

/* Easter Sunday (the anonymous algorithm, in Meeus, "Astronomical Algorithms", 1991). */
static struct day easter(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    const int g = (b - (b + 8) / 25 + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    const int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return day_of((struct date){ year, n / 31, n % 31 + 1 });
}

bool holiday(struct day d)
{
    const struct date t = date_of(d);
    const int since = d.n - easter(t.year).n;
    if (since == 0 || since == 1 || since == 39 || since == 49 || since == 50) return true;
    if (t.month == 1) return t.day == 1;
    if (t.month == 4)
        return (t.day == 27 && weekday(d) != 6) || (t.day == 26 && weekday(d) == 5);
    if (t.month == 5) return t.day == 5 && t.year % 5 == 0;
    return t.month == 12 && (t.day == 25 || t.day == 26);
}

/* ---- one day ---- */

static bool of_month(const struct opening *o, struct day d)
{
    const int day = date_of(d).day;
    if (o->nth > 0) return (day - 1) / 7 + 1 == o->nth;
    return o->nth == 0 || date_of((struct day){ d.n + 7 }).month != date_of(d).month;
}

static bool begins_on(const struct opening *o, struct day d)
{
    if (!(o->days >> weekday(d) & 1)) return false;
    if ((o->since.n && d.n < o->since.n) || (o->until.n && d.n > o->until.n)) return false;
    if (o->every > 1) {
        const int since = o->since.n - weekday(o->since), week = d.n - weekday(d);
        if ((week - since) / 7 % o->every) return false;
    }
    return of_month(o, d);
}

static size_t put_span(struct open_span spans[HOURS_SPANS], size_t n, struct open_span s)
{
    if (n == HOURS_SPANS || s.until <= s.from) return n;
    size_t at = n;
    for (; at > 0 && spans[at - 1].from > s.from; at--) spans[at] = spans[at - 1];
    spans[at] = s;
    return n + 1;
}

size_t hours_on(const struct hours *h, struct day d, struct open_span spans[HOURS_SPANS])
{
    size_t n = 0;
    bool otherwise = false;
    for (size_t i = 0; i < h->dated_n; i++) {
        const struct dated *x = &h->dated[i];
        if (d.n < x->from.n || d.n > x->until.n) continue;
        otherwise = true;
        n = put_span(spans, n, (struct open_span){ x->opens, x->closes });
    }
    if (otherwise || (!h->holidays && holiday(d))) return n;
    for (size_t i = 0; i < h->openings_n; i++)
        if (begins_on(&h->openings[i], d))
            n = put_span(spans, n,
                         (struct open_span){ h->openings[i].opens, h->openings[i].closes });
    return n;
}

/* ---- now ---- */

/* The latest end of an opening that holds `now`; 0 when there is none. What joins on is one opening. */
static int64_t open_until(const struct hours *h, struct instant now)
{
    const struct day today = day_at(now);
    struct open_span spans[HOURS_SPANS];
    int64_t until = 0;
    for (int back = 1; back >= -1; back--) {
        const struct day d = { today.n - back };
        const size_t n = hours_on(h, d, spans);
        for (size_t i = 0; i < n; i++) {
            const int64_t from = instant_at(d, spans[i].from).s;
            const int64_t end = instant_at(d, spans[i].until).s;
            if (from <= (until ? until : now.s) && end > (until ? until : now.s)) until = end;
        }
    }
    return until;
}

struct moment moment_at(struct instant now)
{
    struct moment m = { .now = now };
    const struct day today = day_at(now);
    for (int i = 0; i < 3; i++) {
        struct moment_day *x = &m.days[i];
        x->day = (struct day){ today.n + i - 1 };
        const struct instant start = instant_at(x->day, 0);
        x->minute = (int32_t)((now.s - start.s) / 60) - (now.s < start.s);
        x->weekday = (uint8_t)weekday(x->day);
        x->holiday = holiday(x->day);
        x->plain = instant_at((struct day){ x->day.n + 2 }, 0).s - start.s == 2 * 86400;
    }
    return m;
}

static bool holds(const struct moment *m, const struct moment_day *x, int opens, int closes)
{
    if (x->plain) return opens <= x->minute && x->minute < closes;
    return instant_at(x->day, opens).s <= m->now.s && m->now.s < instant_at(x->day, closes).s;
}

static bool open_of_day(const struct hours *h, const struct moment *m,
                        const struct moment_day *x)
{
    bool otherwise = false;
    for (size_t i = 0; i < h->dated_n; i++) {
        const struct dated *d = &h->dated[i];
        if (x->day.n < d->from.n || x->day.n > d->until.n) continue;
        otherwise = true;
        if (holds(m, x, d->opens, d->closes)) return true;
    }
    if (otherwise || (x->holiday && !h->holidays)) return false;
    for (size_t i = 0; i < h->openings_n; i++) {
        const struct opening *o = &h->openings[i];
        if ((o->days >> x->weekday & 1) && holds(m, x, o->opens, o->closes) &&
            begins_on(o, x->day))
            return true;
    }
    return false;
}

bool hours_open_at(const struct hours *h, const struct moment *m)
{
    return open_of_day(h, m, &m->days[1]) || open_of_day(h, m, &m->days[0]);
}

bool hours_open(const struct hours *h, struct instant now)
{
    const struct moment m = moment_at(now);
    return hours_open_at(h, &m);
}

bool hours_until(const struct hours *h, struct instant now, struct day *day,
                 struct clock *clock)
{
    const struct instant until = { open_until(h, now) };
    if (until.s <= now.s) return false;
    *day = day_at(until);
    *clock = clock_at(until);
    return true;
}

bool hours_next(const struct hours *h, struct instant now, struct day *day, struct clock *clock)
{
    const struct day today = day_at(now);
    struct open_span spans[HOURS_SPANS];
    for (int ahead = 0; ahead <= AHEAD_DAYS; ahead++) {
        const struct day d = { today.n + ahead };
        const size_t n = hours_on(h, d, spans);
        for (size_t i = 0; i < n; i++) {
            const struct instant from = instant_at(d, spans[i].from);
            if (from.s <= now.s) continue;
            *day = day_at(from);
            *clock = clock_at(from);
            return true;
        }
    }
    return false;
}

/* ---- a week ---- */

void hours_mask(const struct hours *h, struct day monday, uint8_t mask[HOURS_SLOTS / 8])
{
    const int64_t start = instant_at(monday, 0).s;
    const int64_t end = instant_at((struct day){ monday.n + 7 }, 0).s;
    struct open_span spans[HOURS_SPANS];
    memset(mask, 0, HOURS_SLOTS / 8);
    for (int at = -1; at < 7; at++) {
        const struct day d = { monday.n + at };
        const size_t n = hours_on(h, d, spans);
        for (size_t i = 0; i < n; i++) {
            int64_t from = instant_at(d, spans[i].from).s,
                    until = instant_at(d, spans[i].until).s;
            if (from < start) from = start;
            if (until > end) until = end;
            for (int64_t s = (from - start) / 300; s * 300 < until - start; s++)
                mask[s / 8] = (uint8_t)(mask[s / 8] | 1u << (s % 8));
        }
    }
}

bool hours_mask_at(const uint8_t mask[HOURS_SLOTS / 8], struct day monday, struct instant now)
{
    const int64_t slot = (now.s - instant_at(monday, 0).s) / 300;
    return now.s >= instant_at(monday, 0).s && slot < HOURS_SLOTS &&
           (mask[slot / 8] >> slot % 8 & 1);
}

bool hours_evening(const struct hours *h)
{
    for (size_t i = 0; i < h->openings_n; i++) {
        const struct opening *o = &h->openings[i];
        const int from = o->opens > 1080 ? o->opens : 1080;
        if ((o->days & 0x1f) && o->closes - from >= 60) return true;
    }
    return false;
}

bool hours_weekend(const struct hours *h)
{
    for (size_t i = 0; i < h->openings_n; i++)
        if (h->openings[i].days & 0x60) return true;
    return false;
}
