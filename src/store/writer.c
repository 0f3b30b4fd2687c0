/* writer.c — the one thread that writes: takes what waits, runs each work in a
 * savepoint of its own, commits them together, and answers after the commit. */
#include "store/inside.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WIPE_AGAIN_MS = 50, GATHER_US = 3000 };

struct job {
    store_work *work;
    store_done *done;
    void *with;
};
struct outcome {
    enum err result;
    char *why; /* the sentence of a failure, for its caller; NULL when there was
                no memory */
};

struct writer {
    struct store *st;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    struct job queue[QUEUE]; /* a ring: `waiting` jobs from `first` on */
    size_t first, waiting;
    bool closing;
    /* of the writer thread alone */
    struct job group[GROUP];
    struct outcome outcome[GROUP];
    table_set written; /* by what is kept of this transaction */
    bool wipes;        /* what is kept of it erased something */
    int log_pages,
        swept_pages; /* how long the log is; how long it was when it was last moved */
    size_t together; /* of the last group */
};

/* ---- versions */

/* Takes the lowest table out of a set; false when none is left. */
static bool next_table(table_set *tables, int *table)
{
    for (int i = 0; i < TABLE_SET_WORDS; i++) {
        uint64_t *word = &tables->word[i];
        if (!*word) continue;
        *table = 64 * i + __builtin_ctzll(*word);
        *word &= *word - 1;
        return true;
    }
    return false;
}

void versions_bump(struct store *st, table_set tables)
{
    atomic_fetch_add_explicit(&st->change, 1, memory_order_release);
    for (int table; next_table(&tables, &table);)
        atomic_fetch_add_explicit(&st->version[table], 1, memory_order_release);
}

uint64_t store_version(const struct store *st, table_set tables)
{
    uint64_t sum = st->seed;
    for (int table; next_table(&tables, &table);)
        sum += atomic_load_explicit(&st->version[table], memory_order_acquire);
    return sum;
}

void store_versions(const struct store *st, struct versions *now)
{
    now->seed = st->seed;
    for (int i = 0; i < TABLES_MOST; i++)
        now->of[i] = atomic_load_explicit(&st->version[i], memory_order_acquire);
}

uint64_t versions_sum(const struct versions *then, table_set tables)
{
    uint64_t sum = then->seed;
    for (int table; next_table(&tables, &table);) sum += then->of[table];
    return sum;
}

/* ---- one transaction */

static void settle(struct outcome *o, enum err result)
{
    free(o->why);
    *o = (struct outcome){ result, result == OK ? NULL : strdup(err_why()) };
}

static void settle_kept(struct writer *w, size_t from, size_t to, enum err result)
{
    for (size_t i = from; i < to; i++)
        if (w->outcome[i].result == OK) settle(&w->outcome[i], result);
}

/* A work leaves every reference in order, also those that SQLite would only
 * check at the commit, where they would take the whole group down. */
static enum err check_references(struct db *db)
{
    int open = 0, high = 0;
    const int rc = sqlite3_db_status(db->c, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &high, 0);
    if (rc == SQLITE_OK && open != 0) return FAIL(ERR_CLASH, "refers to what is not there");
    return OK;
}

/* Runs one work in its savepoint. False when the whole transaction went down
 * with it. A work that is alone in its transaction needs no savepoint: undoing
 * it is rolling back. That matters for a large one: in memory, each statement
 * would walk over all that the savepoint keeps. */
static bool run_work(struct writer *w, const struct job *job, bool alone, struct outcome *o)
{
    struct db *db = w->st->writing;
    struct tx tx = { .db = db };
    enum err e = alone ? OK : db_own(db, OWN_SAVE);
    if (e == OK) {
        db->writes = (table_set){ 0 };
        e = job->work(&tx, job->with);
        if (e == OK) e = check_references(db);
        if (e == OK && !alone) e = db_own(db, OWN_KEEP);
    }
    settle(o, e);
    if (sqlite3_get_autocommit(db->c)) return false;
    if (e == OK) {
        w->written = tables_together(w->written, db->writes);
        w->wipes = w->wipes || tx.wipes;
        return true;
    }
    return !alone && db_own(db, OWN_UNDO) == OK && db_own(db, OWN_KEEP) == OK;
}

static void roll_back(struct db *db)
{
    if (sqlite3_get_autocommit(db->c)) return;
    const enum err e = db_own(db, OWN_ROLLBACK);
    (void)e; /* what counts was said already */
}

static void commit(struct writer *w, size_t from, size_t to)
{
    struct db *db = w->st->writing;
    const enum err e = db_own(db, OWN_COMMIT);
    if (e != OK) {
        settle_kept(w, from, to, e);
        roll_back(db);
        if (e == ERR_BROKEN) atomic_store(&w->st->failed, true);
    }
    versions_bump(w->st, w->written); /* after a failure too: it may have been kept */
}

/* Runs the jobs from `from` on in one transaction; returns where the next has
 * to start. */
static size_t run_transaction(struct writer *w, size_t from, size_t to)
{
    struct db *db = w->st->writing;
    w->written = (table_set){ 0 };
    const enum err e = db_own(db, OWN_WRITE);
    if (e != OK) {
        for (size_t i = from; i < to; i++) settle(&w->outcome[i], e);
        return to;
    }
    for (size_t i = from; i < to; i++) {
        if (run_work(w, &w->group[i], to - from == 1, &w->outcome[i])) continue;
        /* SQLite gives a transaction up when the disk is full or fails: those
     * before it are undone with it, and know why. */
        const enum err lost = w->outcome[i].result == OK
                                  ? FAIL(ERR_BROKEN, "the transaction went down")
                                  : w->outcome[i].result;
        const bool alone = to - from == 1 && !sqlite3_get_autocommit(db->c);
        roll_back(db);
        settle_kept(w, from, i + 1, lost);
        if (lost == ERR_BROKEN && !alone) atomic_store(&w->st->failed, true);
        return i + 1;
    }
    commit(w, from, to);
    return to;
}

/* ---- the thread */

static int note_pages(void *writer, sqlite3 *c, const char *name, int pages)
{
    (void)c, (void)name;
    struct writer *w = writer;
    if (pages < w->log_pages) w->swept_pages = 0; /* it started again */
    w->log_pages = pages;
    atomic_store(&w->st->crowded, pages >= SWEEP_PAGES);
    return SQLITE_OK;
}

/* While much is written the log grows behind the sweeper's back and never starts again from the front. So
 * when it is long the writer moves the little that is left itself, after the answers. */
static void move_rest(struct writer *w)
{
    sqlite3 *c = w->st->writing->c;
    const int rc = sqlite3_wal_checkpoint_v2(c, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    if (rc != SQLITE_BUSY && db_err(c, rc, "checkpoint") == ERR_BROKEN)
        atomic_store(&w->st->failed, true);
}

static void move_log(struct writer *w)
{
    if (w->log_pages >= LOG_PAGES) {
        move_rest(w);
    } else if (w->log_pages >= w->swept_pages + SWEEP_PAGES) {
        w->swept_pages = w->log_pages;
        sweeper_wake(w->st);
    }
}

void tx_wipes(struct tx *tx)
{
    tx->wipes = true;
}

bool store_wiped(const struct store *st)
{
    return !atomic_load(&st->wiping);
}

/* Nobody keeps a snapshot while this waits, so that it is not for long. A reader that is still there
 * makes SQLite say "busy" (at once: the writer waits for nobody) or leaves pages in the log. */
static void wipe(struct writer *w)
{
    int left = -1, moved = -1;
    sqlite3 *c = w->st->writing->c;
    sqlite3_busy_timeout(c, 0);
    const int rc =
        sqlite3_wal_checkpoint_v2(c, NULL, SQLITE_CHECKPOINT_TRUNCATE, &left, &moved);
    sqlite3_busy_timeout(c, BUSY_MS);
    if (rc == SQLITE_OK && left <= 0) {
        /* Pages in memory may still hold it in their corners (clean.c): they are read anew. */
        sqlite3_db_release_memory(c);
        atomic_store(&w->st->wiping, false);
    } else if ((rc & 0xFF) != SQLITE_BUSY && db_err(c, rc, "wipe the log") == ERR_BROKEN) {
        atomic_store(&w->st->failed, true);
    }
}

/* Waits for work; while something is to be wiped only for a moment. */
static void wait_for_work(struct writer *w)
{
    if (store_wiped(w->st)) {
        pthread_cond_wait(&w->wake, &w->lock);
        return;
    }
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += WIPE_AGAIN_MS * 1000000L;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    if (pthread_cond_timedwait(&w->wake, &w->lock, &until) == ETIMEDOUT) {
        pthread_mutex_unlock(&w->lock);
        wipe(w);
        pthread_mutex_lock(&w->lock);
    }
}

/* When many wrote together they will again: they were answered at the same moment. A commit costs a disk's
 * time, so it waits a moment until half of them are back, and is then shared by more. Who writes alone never
 * waits for this. */
static void gather(struct writer *w)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += GATHER_US * 1000L;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    while (w->waiting < w->together / 2 && !w->closing)
        if (pthread_cond_timedwait(&w->wake, &w->lock, &until) == ETIMEDOUT) break;
}

static size_t take_group(struct writer *w)
{
    pthread_mutex_lock(&w->lock);
    while (w->waiting == 0 && !w->closing) wait_for_work(w);
    gather(w);
    const size_t n = w->waiting < GROUP ? w->waiting : GROUP;
    for (size_t i = 0; i < n; i++) w->group[i] = w->queue[(w->first + i) % QUEUE];
    w->first = (w->first + n) % QUEUE;
    w->waiting -= n;
    w->together = n;
    pthread_mutex_unlock(&w->lock);
    return n;
}

static enum err refuse_stopped(void)
{
    return FAIL(ERR_BROKEN, "the disk failed: nothing is written any more");
}

static void answer(struct writer *w, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct outcome *o = &w->outcome[i];
        enum err e = o->result;
        if (e != OK) e = FAIL(e, "%s", o->why ? o->why : "not kept");
        free(o->why);
        *o = (struct outcome){ 0 };
        w->group[i].done(e, w->group[i].with);
    }
}

static void *write_on(void *with)
{
    struct writer *w = with;
    for (;;) {
        const size_t n = take_group(w);
        if (n == 0) return NULL;
        for (size_t at = 0; at < n;) {
            if (!atomic_load(&w->st->failed)) {
                at = run_transaction(w, at, n);
                continue;
            }
            const enum err e = refuse_stopped();
            for (; at < n; at++) settle(&w->outcome[at], e);
        }
        if (w->wipes) atomic_store(&w->st->wiping, true); /* before the answer: store_wiped */
        w->wipes = false;
        answer(w, n);
        if (atomic_load(&w->st->failed)) continue;
        if (store_wiped(w->st))
            move_log(w);
        else
            wipe(w);
    }
}

enum err writer_start(struct store *st)
{
    struct writer *w = calloc(1, sizeof *w);
    if (!w) return FAIL(ERR_BUSY, "no memory for the writer");
    w->st = st;
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->wake, NULL);
    sqlite3_wal_hook(st->writing->c, note_pages, w);
    /* A log that was left by a crash may hold what was erased just before it. */
    atomic_store(&st->wiping, !st->temporary);
    if (pthread_create(&w->thread, NULL, write_on, w) == 0) {
        st->writer = w;
        return OK;
    }
    free(w);
    return FAIL(ERR_BUSY, "no thread for the writer");
}

void writer_stop(struct store *st)
{
    struct writer *w = st->writer;
    if (!w) return;
    pthread_mutex_lock(&w->lock);
    w->closing = true;
    pthread_cond_signal(&w->wake);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->wake);
    free(w);
    st->writer = NULL;
}

/* ---- handing in */

bool store_ok(const struct store *st)
{
    return !atomic_load(&st->failed);
}

enum err store_submit(struct store *st, store_work *work, store_done *done, void *with)
{
    struct writer *w = st->writer;
    if (!w) return FAIL(ERR_BROKEN, "this store was opened for reading");
    if (atomic_load(&st->failed)) return refuse_stopped();
    pthread_mutex_lock(&w->lock);
    const bool room = w->waiting < QUEUE && !w->closing;
    if (room) {
        w->queue[(w->first + w->waiting) % QUEUE] = (struct job){ work, done, with };
        w->waiting++;
        pthread_cond_signal(&w->wake);
    }
    pthread_mutex_unlock(&w->lock);
    return room ? OK : FAIL(ERR_BUSY, "%d works wait already", QUEUE);
}

struct waiter { /* a work, and the thread that waits for it */
    store_work *work;
    void *with;
    pthread_mutex_t lock;
    pthread_cond_t told;
    bool finished;
    enum err result;
    char why[256];
};

static enum err run_waited(struct tx *tx, void *with)
{
    const struct waiter *x = with;
    return x->work(tx, x->with);
}

static void tell(enum err result, void *with)
{
    struct waiter *x = with;
    pthread_mutex_lock(&x->lock);
    x->result = result;
    if (result != OK) snprintf(x->why, sizeof x->why, "%s", err_why());
    x->finished = true;
    pthread_cond_signal(&x->told);
    pthread_mutex_unlock(&x->lock);
}

enum err store_write(struct store *st, store_work *work, void *with)
{
    if (st->writer && pthread_equal(st->writer->thread, pthread_self()))
        return FAIL(ERR_BROKEN, "a work hands in a work and would wait for itself");
    struct waiter x = { .work = work, .with = with };
    pthread_mutex_init(&x.lock, NULL);
    pthread_cond_init(&x.told, NULL);
    const enum err handed = store_submit(st, run_waited, tell, &x);
    pthread_mutex_lock(&x.lock);
    while (handed == OK && !x.finished) pthread_cond_wait(&x.told, &x.lock);
    pthread_mutex_unlock(&x.lock);
    pthread_mutex_destroy(&x.lock);
    pthread_cond_destroy(&x.told);
    if (handed != OK) return handed;
    return x.result == OK ? OK : FAIL(x.result, "%s", x.why);
}
