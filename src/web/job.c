/* job.c — see job.h: asking, one job from row to row, and the thread that takes them. */
#include "web/job.h"

#include "gen/tables.h"
#include "web/job.sql.h"
#include "web/visits.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LOOK_MS = 100, NOTE_MS = 250 };

/* ---- for a page ---- */

enum err job_ask(struct tx *tx, enum job_kind kind, int64_t subject, int64_t variant,
                 struct instant now)
{
    return job_put(tx, kind, subject, variant, now);
}

enum err job_stop(struct tx *tx, enum job_kind kind, int64_t subject)
{
    return job_halt(tx, kind, subject);
}

enum err job_look(struct db *db, struct arena *a, enum job_kind kind, int64_t subject,
                  struct job_now *now)
{
    struct job_get_row row;
    *now = (struct job_now){ 0 };
    TRY(job_get(db, a, kind, subject, &row, &now->asked));
    if (!now->asked) return OK;
    now->state = row.state;
    now->variant = row.variant;
    now->done = row.done;
    return OK;
}

/* ---- one job ---- */

struct job_turn {
    struct store *store;
    const struct job_work *work;
    struct job *job;
    struct job_next_row row;
    int64_t done, noted; /* how far it is; when that was written last */
    bool still;          /* nobody asked anew or stopped it */
    atomic_bool *ending;
    bool more; /* of the steps of a work */
    int64_t step_done, step_of;
};

static enum err look_still(struct tx *tx, struct job_turn *t)
{
    struct arena a = { 0 };
    struct job_get_row now;
    bool found;
    const enum err e = job_get(tx->db, &a, t->row.kind, t->row.subject, &now, &found);
    t->still = e == OK && found && now.turn == t->row.turn && now.state == JOB_WAITS;
    arena_end(&a);
    return e;
}

static enum err begin_work(struct tx *tx, void *with)
{
    struct job_turn *t = with;
    TRY(look_still(tx, t));
    if (t->row.tries >= JOB_TRIES_MOST) {
        t->still = false;
        return job_finish(tx, t->row.kind, t->row.subject, t->row.turn, JOB_FAILED);
    }
    return job_begin(tx, t->row.kind, t->row.subject, t->row.turn);
}

static enum err note_work(struct tx *tx, void *with)
{
    struct job_turn *t = with;
    TRY(look_still(tx, t));
    return job_progress(tx, t->row.kind, t->row.subject, t->row.turn, t->done);
}

static enum err end_work(struct tx *tx, void *with)
{
    struct job_turn *t = with;
    TRY(look_still(tx, t));
    if (!t->still) return OK;
    TRY(t->work->write(tx, t->job));
    return job_finish(tx, t->row.kind, t->row.subject, t->row.turn, JOB_DONE);
}

static enum err step_work(struct tx *tx, void *with)
{
    struct job_turn *t = with;
    t->more = false;
    return t->work->step(tx, t->job, &t->more, &t->step_done, &t->step_of);
}

static enum err fail_work(struct tx *tx, void *with)
{
    struct job_turn *t = with;
    return job_finish(tx, t->row.kind, t->row.subject, t->row.turn, JOB_FAILED);
}

static bool ends(const struct job_turn *t)
{
    return t->ending && atomic_load(t->ending);
}

bool job_goes_on(void *job, int64_t done, int64_t of)
{
    struct job_turn *t = ((struct job *)job)->turn;
    const int64_t now = clock_ms();
    if (ends(t) || !t->still) return false;
    t->done = of > 0 ? done * 99 / of : 0; /* a hundred is: written */
    if (now - t->noted < NOTE_MS) return true;
    t->noted = now;
    return store_write(t->store, note_work, t) == OK && t->still;
}

static enum err read_at_once(struct job_turn *t)
{
    struct db *db = t->job->db;
    TRY(db_begin(db));
    const enum err e = t->work->read(t->job);
    db_end(db);
    return e;
}

static enum err do_one(struct job_turn *t)
{
    TRY(store_write(t->store, begin_work, t));
    if (!t->still) return OK;
    t->noted = clock_ms();
    TRY(read_at_once(t));
    if (t->work->reckon) TRY(t->work->reckon(t->job));
    for (t->more = t->work->step != NULL; t->more && t->still && !ends(t);) {
        TRY(store_write(t->store, step_work, t));
        (void)job_goes_on(t->job, t->step_done, t->step_of);
    }
    if (ends(t) || !t->still) return OK;
    return store_write(t->store, end_work, t);
}

static const struct job_work *work_of(const struct job_work *const *works, size_t n,
                                      enum job_kind kind)
{
    for (size_t i = 0; i < n; i++)
        if (works[i]->kind == kind) return works[i];
    return NULL;
}

/* The job that waits longest; false when none does, or the data cannot be used. */
static bool next_one(struct store *st, struct db *db, const struct job_work *const *works,
                     size_t works_n, atomic_bool *ending)
{
    struct arena a = { 0 };
    struct job_turn t = { .store = st, .ending = ending };
    struct job job = { .arena = &a, .db = db, .turn = &t };
    bool found = false;
    enum err e = job_next(db, &a, &t.row, &found);
    if (e == OK && found) {
        job.subject = t.row.subject;
        job.variant = t.row.variant;
        t.job = &job;
        t.work = work_of(works, works_n, t.row.kind);
        e = t.work ? do_one(&t) : FAIL(ERR_BROKEN, "a job nobody knows: %d", (int)t.row.kind);
        if (e != OK) {
            fprintf(stderr, "dialoog: job: %s\n", err_sentence());
            e = store_write(st, fail_work, &t);
        }
    }
    arena_end(&a);
    return e == OK && found && !ends(&t);
}

size_t jobs_do(struct store *st, struct db *db, const struct job_work *const *works,
               size_t works_n)
{
    size_t n = 0;
    while (next_one(st, db, works, works_n, NULL)) n++;
    return n;
}

/* ---- the thread ---- */

struct jobs {
    struct store *store;
    struct db *db;
    const struct job_work *const *works;
    size_t works_n;
    atomic_bool ending;
    pthread_t thread;
    bool runs;
};

static void *run(void *with)
{
    struct jobs *j = with;
    uint64_t seen = UINT64_MAX;
    while (!atomic_load(&j->ending)) {
        const uint64_t version = store_version(j->store, TABLE_JOB);
        if (version == seen || !next_one(j->store, j->db, j->works, j->works_n, &j->ending)) {
            seen = version;
            nanosleep(&(struct timespec){ .tv_nsec = LOOK_MS * 1000000L }, NULL);
        }
    }
    return NULL;
}

enum err jobs_start(struct jobs **made, struct store *st, const struct job_work *const *works,
                    size_t works_n)
{
    struct jobs *j = calloc(1, sizeof *j);
    if (!j) abort();
    *j = (struct jobs){ .store = st, .works = works, .works_n = works_n };
    *made = j;
    TRY(store_reader(st, &j->db));
    j->runs = pthread_create(&j->thread, NULL, run, j) == 0;
    return j->runs ? OK : FAIL(ERR_BUSY, "no thread for jobs");
}

void jobs_end(struct jobs *j)
{
    if (!j) return;
    atomic_store(&j->ending, true);
    if (j->runs) pthread_join(j->thread, NULL);
    store_reader_close(j->db);
    free(j);
}
