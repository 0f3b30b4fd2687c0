/* time.c — see time.h. Civil dates: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
#include "base/time.h"

#include <time.h>

struct date date_of(struct day d)
{
    const int64_t z = (int64_t)d.n + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    const int64_t doe = z - era * 146097;
    const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    const int month = (int)(mp < 10 ? mp + 3 : mp - 9);
    return (struct date){ .year = (int)(yoe + era * 400 + (month <= 2)),
                          .month = month,
                          .day = (int)(doy - (153 * mp + 2) / 5 + 1) };
}

struct day day_of(struct date d)
{
    const int64_t y = d.year - (d.month <= 2), era = (y >= 0 ? y : y - 399) / 400;
    const int64_t yoe = y - era * 400;
    const int64_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    const int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return (struct day){ (int32_t)(era * 146097 + doe - 719468) };
}

static bool digits(struct str text, size_t at, size_t n, int *value)
{
    int64_t number;
    if (!str_number(str_upto(str_from(text, at), n), 9999, &number)) return false;
    *value = (int)number;
    return true;
}

bool day_read(struct str text, struct day *d)
{
    struct date x;
    if (text.n != 10 || text.s[4] != '-' || text.s[7] != '-' || !digits(text, 0, 4, &x.year) ||
        !digits(text, 5, 2, &x.month) || !digits(text, 8, 2, &x.day))
        return false;
    if (x.month < 1 || x.month > 12 || x.day < 1) return false;
    *d = day_of(x);
    const struct date back = date_of(*d);
    return back.year == x.year && back.month == x.month && back.day == x.day;
}

bool clock_read(struct str text, struct clock *c)
{
    int hour, minute;
    if (text.n != 5 || text.s[2] != ':' || !digits(text, 0, 2, &hour) ||
        !digits(text, 3, 2, &minute) || hour > 23 || minute > 59)
        return false;
    c->minutes = hour * 60 + minute;
    return true;
}

bool instant_read(struct str text, struct instant *t)
{
    struct day d;
    struct clock c;
    int second;
    if (text.n != 20 || text.s[10] != 'T' || text.s[16] != ':' || text.s[19] != 'Z' ||
        !day_read(str_upto(text, 10), &d) || !clock_read(str_upto(str_from(text, 11), 5), &c) ||
        !digits(text, 17, 2, &second) || second > 59)
        return false;
    t->s = (int64_t)d.n * 86400 + c.minutes * 60 + second;
    return true;
}

struct instant instant_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (struct instant){ now.tv_sec };
}

/* Seconds that Amsterdam is ahead of UTC. Since 1996 the European rule: summer time runs from
 * 01:00 UTC on the last Sunday of March to the same of October (Directive 2000/84/EC). Computed
 * rather than looked up, so a machine without tzdata cannot be an hour wrong in silence. */
static int64_t ahead(struct instant t)
{
    const int64_t days = t.s / 86400 - (t.s % 86400 < 0);
    const int year = date_of((struct day){ (int32_t)days }).year;
    int64_t turn[2];
    for (int i = 0; i < 2; i++) {
        const struct day last = day_of((struct date){ year, i ? 10 : 3, 31 });
        const int weekday = (int)(((last.n + 4) % 7 + 7) % 7); /* 0: Sunday */
        turn[i] = (int64_t)(last.n - weekday) * 86400 + 3600;
    }
    return t.s >= turn[0] && t.s < turn[1] ? 7200 : 3600;
}

struct day day_at(struct instant t)
{
    const int64_t local = t.s + ahead(t);
    return (struct day){ (int32_t)(local / 86400 - (local % 86400 < 0)) };
}

struct clock clock_at(struct instant t)
{
    const int64_t local = t.s + ahead(t), second = local % 86400;
    return (struct clock){ (int32_t)((second < 0 ? second + 86400 : second) / 60) };
}

struct instant instant_at(struct day d, int minutes)
{
    const int64_t local = (int64_t)d.n * 86400 + (int64_t)minutes * 60;
    const struct instant summer = { local - 7200 }, winter = { local - 3600 };
    return summer.s + ahead(summer) == local ? summer : winter;
}
