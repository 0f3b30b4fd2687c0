/* morning.c — see morning.h. */
#include "main/morning.h"

#include "features/follow/follow.h"
#include "features/keeping/keeping.h"
#include "features/verdict/verdict.h"
#include "web/site.h"

#include <stdio.h>

enum { IN_THE_MORNING = 7 * 60 };

void morning(struct store *st, struct str site, struct instant now, struct day *last)
{
    const struct day today = day_at(now);
    struct arena a = { 0 };
    struct daily daily = { .site = site, .now = now };
    int64_t sent;
    if (today.n == last->n || clock_at(now).minutes < IN_THE_MORNING) return;
    *last = today;
    enum err e = site_secret(st, &a, &daily.secret);
    if (e == OK) e = keeping_ask(st, &daily, &sent);
    if (e == OK) e = verdict_ask(st, &daily, &sent);
    if (e == OK) e = digest_ask(st, &daily);
    if (e != OK) fprintf(stderr, "dialoog: %s\n", err_sentence());
    arena_end(&a);
}
