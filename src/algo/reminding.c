/* reminding.c — see reminding.h. */
#include "algo/reminding.h"

/* The newest moment to ask of one that runs; false: it is too early. */
static bool moment_of_running(struct day due, struct day today, enum occasion *why,
                              struct day *moment)
{
    const int64_t past = (int64_t)today.n - due.n;
    if (past < -REMIND_BEFORE) return false;
    int64_t after = -REMIND_BEFORE;
    *why = OCCASION_BEFORE;
    if (past >= REMIND_AFTER) {
        *why = OCCASION_LATE;
        after = REMIND_AFTER + (past - REMIND_AFTER) / REMIND_AGAIN * REMIND_AGAIN;
    } else if (past >= 0) {
        *why = OCCASION_DUE;
        after = 0;
    }
    *moment = (struct day){ (int32_t)(due.n + after) };
    return true;
}

/* That day of another year; 29 February is the 28th where there is none. */
static struct day in_year(struct date d, int year)
{
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    d.year = year;
    if (d.month == 2 && d.day == 29 && !leap) d.day = 28;
    return day_of(d);
}

static bool moment_of_year(struct day done, struct day today, struct day *moment)
{
    const struct date began = date_of(done);
    const int year = date_of(today).year;
    *moment = in_year(began, year);
    if (moment->n > today.n) *moment = in_year(began, year - 1);
    return moment->n > done.n;
}

bool reminder_due(const struct reminding *r, struct day today, enum occasion *why)
{
    struct day moment;
    *why = OCCASION_YEARLY;
    if (r->runs) {
        if (!moment_of_running(r->due, today, why, &moment)) return false;
    } else if (!r->stays || !moment_of_year(r->done, today, &moment)) {
        return false;
    }
    return moment.n > r->made.n && (!r->has_last || moment.n > r->last.n);
}
