/* morning.c — see morning.h. */
#include "main/morning.h"

#include "features/follow/follow.h"
#include "features/keeping/keeping.h"
#include "features/upkeep/asking.h"
#include "features/verdict/verdict.h"
#include "features/wanted/wanted.h"
#include "web/site.h"

#include <stdio.h>

enum { IN_THE_MORNING = 7 * 60 };

/* One that fails does not keep the others from being done; who runs the program reads it in the log. */
static void tell(const char *what, enum err e)
{
    if (e != OK) fprintf(stderr, "dialoog: %s: %s\n", what, err_sentence());
}

void morning(struct store *st, struct str site, struct instant now, struct day *last)
{
    const struct day today = day_at(now);
    struct arena a = { 0 };
    struct daily daily = { .site = site, .now = now };
    int64_t sent;
    if (today.n == last->n || clock_at(now).minutes < IN_THE_MORNING) return;
    *last = today;
    const enum err e = site_secret(st, &a, &daily.secret);
    tell("the secret of this data", e);
    if (e == OK) {
        tell("asking owners how it goes", keeping_ask(st, &daily, &sent));
        tell("asking whether the map is right", owners_ask(st, &daily, &sent));
        tell("asking who notices it", verdict_ask(st, &daily, &sent));
        tell("the news for who follows", digest_ask(st, &daily));
        tell("asking who needs or offers something still", wanted_morning(st, &daily, &sent));
    }
    arena_end(&a);
}
