/* sweep.c — moves what was committed from the log into the data file while the writer goes on: writing the
 * pages and waiting for the disk would keep everybody waiting who has something to hand in. */
#include "store/inside.h"

#include <pthread.h>
#include <stdlib.h>

struct sweeper {
    struct store *st;
    struct db *db; /* a connection of its own: SQLite lets it work beside the one that writes */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool wanted, closing;
};

/* A disk that fails says so here too. Somebody else who empties the log does the same work. */
static void sweep(struct sweeper *s)
{
    const int rc =
        sqlite3_wal_checkpoint_v2(s->db->c, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    if (rc != SQLITE_BUSY && db_err(s->db->c, rc, "checkpoint") == ERR_BROKEN)
        atomic_store(&s->st->failed, true);
}

static void *sweep_on(void *with)
{
    struct sweeper *s = with;
    pthread_mutex_lock(&s->lock);
    while (!s->closing) {
        if (!s->wanted) {
            pthread_cond_wait(&s->wake, &s->lock);
            continue;
        }
        s->wanted = false;
        pthread_mutex_unlock(&s->lock);
        sweep(s);
        pthread_mutex_lock(&s->lock);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

void sweeper_wake(struct store *st)
{
    struct sweeper *s = st->sweeper;
    pthread_mutex_lock(&s->lock);
    s->wanted = true;
    pthread_cond_signal(&s->wake);
    pthread_mutex_unlock(&s->lock);
}

enum err sweeper_start(struct store *st)
{
    struct sweeper *s = calloc(1, sizeof *s);
    if (!s) return FAIL(ERR_BUSY, "no memory to move the log");
    s->st = st;
    enum err e = db_open(st, true, &s->db);
    if (e == OK) {
        pthread_mutex_init(&s->lock, NULL);
        pthread_cond_init(&s->wake, NULL);
        if (pthread_create(&s->thread, NULL, sweep_on, s) == 0) {
            st->sweeper = s;
            return OK;
        }
        e = FAIL(ERR_BUSY, "no thread to move the log");
        db_close(s->db);
    }
    free(s);
    return e;
}

void sweeper_stop(struct store *st)
{
    struct sweeper *s = st->sweeper;
    if (!s) return;
    pthread_mutex_lock(&s->lock);
    s->closing = true;
    pthread_cond_signal(&s->wake);
    pthread_mutex_unlock(&s->lock);
    pthread_join(s->thread, NULL);
    db_close(s->db);
    pthread_mutex_destroy(&s->lock);
    pthread_cond_destroy(&s->wake);
    free(s);
    st->sweeper = NULL;
}
