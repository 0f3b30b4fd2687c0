/* slow.c — see slow.h. */
#include "web/slow.h"

#include <pthread.h>
#include <stdlib.h>

struct slow_job {
    void (*work)(struct db *db, void *with);
    void *with;
};
struct slow {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    struct db *db;
    struct slow_job queue[SLOW_MOST]; /* a ring: `waiting` jobs from `first` on */
    size_t first, waiting;
    bool ending;
};

static void *run(void *with)
{
    struct slow *s = with;
    for (;;) {
        pthread_mutex_lock(&s->lock);
        while (!s->waiting && !s->ending) pthread_cond_wait(&s->wake, &s->lock);
        if (!s->waiting) {
            pthread_mutex_unlock(&s->lock);
            return NULL;
        }
        const struct slow_job job = s->queue[s->first];
        s->first = (s->first + 1) % SLOW_MOST;
        s->waiting--;
        pthread_mutex_unlock(&s->lock);
        job.work(s->db, job.with);
    }
}

enum err slow_start(struct slow **made, struct store *st)
{
    struct slow *s = calloc(1, sizeof *s);
    *made = NULL;
    if (!s) return FAIL(ERR_BUSY, "no memory for slow work");
    const enum err e = store_reader(st, &s->db);
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->wake, NULL);
    if (e == OK && pthread_create(&s->thread, NULL, run, s) == 0) {
        *made = s;
        return OK;
    }
    store_reader_close(s->db);
    free(s);
    return e != OK ? e : FAIL(ERR_BUSY, "no thread for slow work");
}

void slow_end(struct slow *s)
{
    if (!s) return;
    pthread_mutex_lock(&s->lock);
    s->ending = true;
    pthread_cond_signal(&s->wake);
    pthread_mutex_unlock(&s->lock);
    pthread_join(s->thread, NULL);
    pthread_cond_destroy(&s->wake);
    pthread_mutex_destroy(&s->lock);
    store_reader_close(s->db);
    free(s);
}

bool slow_add(struct slow *s, void (*work)(struct db *db, void *with), void *with)
{
    if (!s) return false;
    pthread_mutex_lock(&s->lock);
    const bool room = s->waiting < SLOW_MOST && !s->ending;
    if (room) {
        s->queue[(s->first + s->waiting) % SLOW_MOST] = (struct slow_job){ work, with };
        s->waiting++;
        pthread_cond_signal(&s->wake);
    }
    pthread_mutex_unlock(&s->lock);
    return room;
}
