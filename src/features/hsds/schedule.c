/* schedule.c — see schedule.h. */
#include "features/hsds/schedule.h"

#include <string.h>

static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const day_names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday" };
enum { EVERY_DAY = 0x7f, DAY = 1440 };

/* ---- writing ---- */

static struct str clock_text(struct arena *a, int minutes)
{
    return arena_format(a, "%02d:%02d:00", minutes / 60 % 24, minutes % 60);
}
static struct str date_text(struct arena *a, struct day d)
{
    const struct date t = date_of(d);
    return d.n ? arena_format(a, "%04d-%02d-%02d", t.year, t.month, t.day) : (struct str){ 0 };
}
static struct str days_text(struct arena *a, unsigned which, int nth)
{
    struct str all = { 0 };
    for (int d = 0; d < 7; d++)
        if (which >> d & 1)
            all = nth ? arena_format(a, "%.*s%s%d%s", STR_ARG(all), all.n ? "," : "", nth,
                                     days[d])
                      : arena_format(a, "%.*s%s%s", STR_ARG(all), all.n ? "," : "", days[d]);
    return all;
}

static struct schedule of_opening(struct arena *a, const struct opening *x)
{
    const struct hours alone = { .openings = { *x }, .openings_n = 1 };
    return (struct schedule){
        .freq = x->nth ? STR("MONTHLY") : STR("WEEKLY"),
        .interval = x->every > 1 ? STR("2") : STR("1"),
        .byday = days_text(a, x->days, x->nth),
        .dtstart = x->every > 1 ? date_text(a, x->since) : (struct str){ 0 },
        .valid_from = date_text(a, x->since),
        .valid_to = date_text(a, x->until),
        .opens_at = clock_text(a, x->opens),
        .closes_at = clock_text(a, x->closes),
        .description = hours_write(a, &alone),
    };
}

static struct schedule of_dated(struct arena *a, const struct dated *x)
{
    const struct hours alone = { .dated = { *x }, .dated_n = 1 };
    const bool open = x->closes > x->opens;
    return (struct schedule){
        .freq = STR("WEEKLY"),
        .interval = STR("1"),
        .byday = days_text(a, EVERY_DAY, 0),
        .dtstart = date_text(a, x->from),
        .until = date_text(a, x->until),
        .valid_from = date_text(a, x->from),
        .valid_to = date_text(a, x->until),
        .opens_at = open ? clock_text(a, x->opens) : (struct str){ 0 },
        .closes_at = open ? clock_text(a, x->closes) : (struct str){ 0 },
        .description = hours_write(a, &alone),
        .exception = true,
    };
}

size_t schedules_of(struct arena *a, const struct hours *h,
                    struct schedule rows[SCHEDULES_MOST])
{
    size_t n = 0;
    for (size_t i = 0; i < h->openings_n; i++) rows[n++] = of_opening(a, &h->openings[i]);
    for (size_t i = 0; i < h->dated_n; i++) rows[n++] = of_dated(a, &h->dated[i]);
    return n;
}

/* ---- reading ---- */

static bool digits(struct str x, size_t *at, int most, int *n)
{
    const size_t start = *at;
    *n = 0;
    while (*at < x.n && *at < start + 2 && x.s[*at] >= '0' && x.s[*at] <= '9')
        *n = *n * 10 + (x.s[(*at)++] - '0');
    return *at > start && *n <= most;
}

/* "09:00", "09:00:00", "9:00 AM", "17:00Z", "17:00+02:00": the clock on the wall, whatever stands behind it. */
static bool clock_of(struct str x, int *minutes)
{
    size_t at = 0;
    int hour, minute = 0, second;
    x = str_trim(x);
    if (!digits(x, &at, 24, &hour)) return false;
    if (at < x.n && (x.s[at] == ':' || x.s[at] == '.') && (at++, !digits(x, &at, 59, &minute)))
        return false;
    if (at < x.n && x.s[at] == ':' && (at++, !digits(x, &at, 60, &second))) return false;
    struct str rest = str_trim(str_from(x, at));
    if (rest.n >= 2 && (rest.s[1] | 32) == 'm' && hour <= 12) {
        if ((rest.s[0] | 32) == 'p' && hour < 12) hour += 12;
        if ((rest.s[0] | 32) == 'a' && hour == 12) hour = 0;
        rest = str_from(rest, 2);
    }
    *minutes = hour * 60 + minute;
    return *minutes <= DAY && (!rest.n || strchr("Zz+-", rest.s[0]));
}

static bool day_of_text(struct str text, struct day *d)
{
    return text.n >= 10 && day_read(str_upto(text, 10), d);
}

static bool span_of(const struct schedule *row, int16_t *opens, int16_t *closes)
{
    int from, until;
    if (!clock_of(row->opens_at, &from) || !clock_of(row->closes_at, &until) || from == DAY)
        return false;
    *opens = (int16_t)from;
    *closes = (int16_t)(until <= from ? until + DAY : until);
    return true;
}

/* "MO,WE", "1TU", "-1FR" */
static bool take_byday(struct str text, unsigned *which, int *nth)
{
    struct str one;
    *which = 0;
    *nth = 0;
    while (str_next(&text, ',', &one)) {
        one = str_trim(one);
        if (!one.n) continue;
        const bool last = one.s[0] == '-';
        int n = 0, d = 0;
        size_t at = last || one.s[0] == '+';
        while (at < one.n && one.s[at] >= '0' && one.s[at] <= '9' && n < 10)
            n = n * 10 + (one.s[at++] - '0');
        if (last) n = -n;
        while (d < 7 && !str_is(str_from(one, at), days[d])) d++;
        if (d == 7 || n < -1 || n > 5 || (*which && n != *nth)) return false;
        *nth = n;
        *which |= 1u << d;
    }
    return *which != 0;
}

/* "1" to "7", or a name. */
static bool take_weekday(struct str text, unsigned *which)
{
    text = str_trim(text);
    for (int d = 0; d < 7; d++) {
        bool same = text.n >= 2 && text.n <= strlen(day_names[d]);
        for (size_t i = 0; same && i < text.n; i++) same = (text.s[i] | 32) == day_names[d][i];
        if (same || (text.n == 1 && text.s[0] == '1' + d)) {
            *which = 1u << d;
            return true;
        }
    }
    return false;
}

static bool is_yes(struct str text)
{
    return text.n && strchr("1tTyY", text.s[0]);
}

static bool take_dated(const struct schedule *row, struct hours *h)
{
    struct dated x = { 0 };
    const struct str from = row->valid_from.n ? row->valid_from : row->dtstart;
    const struct str until = row->valid_to.n ? row->valid_to : row->until.n ? row->until : from;
    if (!day_of_text(from, &x.from) || !day_of_text(until, &x.until) || x.until.n < x.from.n)
        return false;
    if (!is_yes(row->closed) && row->opens_at.n && !span_of(row, &x.opens, &x.closes))
        return false;
    if (h->dated_n == HOURS_DATED) return false;
    h->dated[h->dated_n++] = x;
    return true;
}

bool schedule_take(const struct schedule *row, struct hours *h)
{
    struct opening x = { .every = 1 };
    unsigned which = 0;
    int nth = 0;
    if (row->exception) return take_dated(row, h);
    if (row->bymonthday.n || !span_of(row, &x.opens, &x.closes)) return false;
    if (row->weekday.n ? !take_weekday(row->weekday, &which)
                       : row->byday.n && !take_byday(row->byday, &which, &nth))
        return false;
    if (!which && (!row->freq.n || str_is(row->freq, "DAILY"))) which = EVERY_DAY;
    if (!which || (nth && !str_is(row->freq, "MONTHLY"))) return false;
    if (str_is(row->freq, "MONTHLY") && !nth) return false;
    const bool second = str_is(row->interval, "2");
    if (row->interval.n && !second && !str_is(row->interval, "1")) return false;
    if (second && str_is(row->freq, "MONTHLY")) return false;
    const struct str from = row->valid_from.n ? row->valid_from
                            : second          ? row->dtstart
                                              : row->valid_from;
    const struct str until = row->valid_to.n ? row->valid_to : row->until;
    if (from.n && !day_of_text(from, &x.since)) return false;
    if (until.n && !day_of_text(until, &x.until)) return false;
    if (second && !x.since.n) return false;
    x.days = (uint8_t)which;
    x.every = second ? 2 : 1;
    x.nth = (int8_t)nth;
    for (size_t i = 0; i < h->openings_n; i++) /* the same twice is once */
        if (!memcmp(&h->openings[i], &x, sizeof x)) return true;
    if (h->openings_n == HOURS_OPENINGS) return false;
    h->openings[h->openings_n++] = x;
    return true;
}
