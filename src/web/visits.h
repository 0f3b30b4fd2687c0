/* visits.h — open connections and how long each may still take, whatever drips in or out.
 *
 * libmicrohttpd counts silence only; these deadlines are absolute. Who is past one has its socket
 * shut down; the worker then finds it closed. One `struct visits` per worker. */
#ifndef WEB_VISITS_H
#define WEB_VISITS_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/base.h"

struct visit { /* one connection; its address stays the same until it closes */
    struct visit *before, *after;
    int fd;
    uint64_t client; /* whose address it is (limiter.h) */
    unsigned requests;
    _Atomic int64_t until_ms;
};
struct visits {
    pthread_mutex_t lock;
    struct visit *first;
    size_t n;
};

int64_t clock_ms(void); /* since some moment, never backwards; steps of a few milliseconds */

void visits_start(struct visits *visits);
void visits_end(struct visits *visits); /* all must have been removed */
struct visit *visits_add(struct visits *visits, int fd, uint64_t client, int64_t until_ms);
void visits_remove(struct visits *visits, struct visit *visit);
void visit_until(struct visit *visit, int64_t until_ms);
/* Shuts down every socket that is past its deadline. Gives how many. */
size_t visits_sweep(struct visits *visits, int64_t now_ms);

/* From here on nothing is heard from anybody: who still hears an answer hears it whole. Gives how many
 * are connected. */
size_t visits_deafen(struct visits *visits);

#endif
