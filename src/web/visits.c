/* visits.c — see visits.h. */
#include "web/visits.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

int64_t clock_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void visits_start(struct visits *v)
{
    *v = (struct visits){ 0 };
    pthread_mutex_init(&v->lock, NULL);
}

void visits_end(struct visits *v)
{
    pthread_mutex_destroy(&v->lock);
}

struct visit *visits_add(struct visits *v, int fd, uint64_t client, int64_t until_ms)
{
    struct visit *visit = calloc(1, sizeof *visit);
    if (!visit) abort();
    visit->fd = fd;
    visit->client = client;
    atomic_init(&visit->until_ms, until_ms);
    pthread_mutex_lock(&v->lock);
    visit->after = v->first;
    if (v->first) v->first->before = visit;
    v->first = visit;
    v->n++;
    pthread_mutex_unlock(&v->lock);
    return visit;
}

void visits_remove(struct visits *v, struct visit *visit)
{
    pthread_mutex_lock(&v->lock);
    if (visit->before)
        visit->before->after = visit->after;
    else
        v->first = visit->after;
    if (visit->after) visit->after->before = visit->before;
    v->n--;
    pthread_mutex_unlock(&v->lock);
    free(visit);
}

void visit_until(struct visit *visit, int64_t until_ms)
{
    atomic_store_explicit(&visit->until_ms, until_ms, memory_order_relaxed);
}

size_t visits_deafen(struct visits *v)
{
    pthread_mutex_lock(&v->lock);
    for (struct visit *visit = v->first; visit; visit = visit->after)
        shutdown(visit->fd, SHUT_RD);
    const size_t n = v->n;
    pthread_mutex_unlock(&v->lock);
    return n;
}

size_t visits_sweep(struct visits *v, int64_t now_ms)
{
    size_t n = 0;
    pthread_mutex_lock(
        &v->lock); /* none closes, so none of these numbers is another's socket */
    for (struct visit *visit = v->first; visit; visit = visit->after)
        if (atomic_load_explicit(&visit->until_ms, memory_order_relaxed) <= now_ms) {
            /* With a reset, or the kernel would go on dripping what it has buffered. */
            const struct linger reset = { 1, 0 };
            setsockopt(visit->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
            shutdown(visit->fd, SHUT_RDWR);
            n++;
        }
    pthread_mutex_unlock(&v->lock);
    return n;
}
