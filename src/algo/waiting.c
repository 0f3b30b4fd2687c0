/* waiting.c — see waiting.h. */
#include "algo/waiting.h"

int64_t days_waited(struct day from, struct day until)
{
    return until.n > from.n ? (int64_t)until.n - from.n : 0;
}

struct lateness lateness_of(struct promise p, struct day today)
{
    const struct day until = p.ended ? p.end : today;
    const int64_t days = days_waited(p.first_due, until);
    if (p.ended && p.stopped) return (struct lateness){ .prompt = PROMPT_STOPPED };
    if (p.ended)
        return (struct lateness){ .prompt = days ? PROMPT_KEPT_LATE : PROMPT_KEPT,
                                  .days = days };
    return (struct lateness){ .prompt = days ? PROMPT_LATE : PROMPT_RUNNING,
                              .days = days,
                              .left = days_waited(today, p.first_due) };
}
