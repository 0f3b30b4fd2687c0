/* job.h — long work beside the pages: asked in a form, done on a thread of its own, followed on a page.
 *
 * What is asked is a row in the data, so that who closes the page loses nothing, and a server that was
 * killed begins again when it starts. One at a time, in the order of asking. Asking anew for the same
 * subject, or stopping, throws away what was under way; nothing of it is written.
 *
 *   static const struct job_work work = { .kind = JOB_SEATS, .read = …, .reckon = …, .write = … };
 *   TRY(job_ask(tx, JOB_SEATS, gathering, variant, req->now));          in an act: then lead to a page
 *   TRY(job_look(req->db, req->arena, JOB_SEATS, gathering, &now));     that says how far it is
 *
 * That page uses the part in web/progress.html and the script progress.js; main/serve.c knows the works. */
#ifndef WEB_JOB_H
#define WEB_JOB_H

#include "store/store.h"
#include "base/time.h"

/* Kept as a number: append only. */
enum job_kind {
    JOB_SEATS,  /* about: a gathering */
    JOB_DIGEST, /* about: a round of mails with news */
    JOB_KINDS
};
enum job_state { JOB_WAITS, JOB_DONE, JOB_FAILED, JOB_STOPPED };

enum { JOB_TRIES_MOST = 3 }; /* begun so often without an end: it may be what ends the server */

/* ---- for a page ---- */

MUST_CHECK enum err job_ask(struct tx *tx, enum job_kind kind, int64_t subject, int64_t variant,
                            struct instant now);
MUST_CHECK enum err job_stop(struct tx *tx, enum job_kind kind, int64_t subject);
struct job_now {
    bool asked; /* else the rest says nothing */
    enum job_state state;
    int64_t variant;
    int64_t done; /* of a hundred */
};
MUST_CHECK enum err job_look(struct db *db, struct arena *a, enum job_kind kind,
                             int64_t subject, struct job_now *now);

/* ---- for who does the work ---- */

struct job_turn;
struct job { /* lives until it is written */
    struct arena *arena;
    struct db *db; /* for `read` */
    int64_t subject, variant;
    void *found; /* from one step to the next */
    struct job_turn *turn;
};
struct job_work {
    enum job_kind kind;
    enum err (*read)(struct job *job); /* in one snapshot; short, for it holds up cleaning */
    enum err (*reckon)(
        struct job *job); /* as long as it takes; reads nothing. NULL: nothing to do */
    /* For work that is too much for one transaction: called again and again, each time in a short one on the
     * writer's thread, until it says there is no more. How far it is must be in the data, so that it goes on
     * there when it is begun again, and may run twice. Says how far with `done` and `of`. NULL: no such work. */
    enum err (*step)(struct tx *tx, struct job *job, bool *more, int64_t *done, int64_t *of);
    enum err (*write)(struct tx *tx,
                      struct job *job); /* on the writer's thread; may run twice */
};
/* Call it some hundred times a second while reckoning: notes how far it is. False: stop, since it was
 * asked anew, or stopped, or the server ends; what comes of it will not be written. `job` is a struct job. */
bool job_goes_on(void *job, int64_t done, int64_t of);

/* ---- the thread ---- */

struct jobs;
/* `works` must outlive it. */
MUST_CHECK enum err jobs_start(struct jobs **jobs, struct store *st,
                               const struct job_work *const *works, size_t works_n);
/* What is under way is given up, and begins again at the next start. NULL is allowed. */
void jobs_end(struct jobs *jobs);
/* Does all that waits, here and now; gives how much: for tests and the command line. */
size_t jobs_do(struct store *st, struct db *db, const struct job_work *const *works,
               size_t works_n);

#endif
