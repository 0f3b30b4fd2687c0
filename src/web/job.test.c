/* job.test.c — long work: it is done once, says how far it is, and is thrown away when nobody wants it. */
#include "base/test.h"
#include "web/job.h"

#include <stdatomic.h>

static struct store *store;
static struct db *db;
static struct arena arena;
static int read_n, written;
static atomic_int reckoned;
static enum { AS_ASKED, ASKED_ANEW, STOPPED, FAILS, FOR_EVER } meanwhile;

static enum err ask(struct tx *tx, void *with)
{
    return job_ask(tx, JOB_SEATS, *(int64_t *)with, 1, (struct instant){ 1700000000 });
}
static enum err stop(struct tx *tx, void *with)
{
    return job_stop(tx, JOB_SEATS, *(int64_t *)with);
}
static struct job_now look(int64_t subject)
{
    struct job_now now;
    CHECK_OK(job_look(db, &arena, JOB_SEATS, subject, &now));
    return now;
}

static enum err reads(struct job *job)
{
    assert_int_equal(job->variant, 1);
    job->found = &read_n;
    read_n++;
    return OK;
}
/* As long as it may, until what was noted can be seen. */
static enum err reckons(struct job *job)
{
    atomic_fetch_add(&reckoned, 1);
    while (meanwhile == FOR_EVER && job_goes_on(job, 1, 100)) continue; /* on another thread */
    if (meanwhile == FOR_EVER) return OK;
    assert_ptr_equal(job->found, &read_n);
    if (meanwhile == FAILS) return FAIL(ERR_INPUT, "it cannot be reckoned");
    while (job_goes_on(job, 50, 100) && look(job->subject).done == 0) continue;
    assert_int_equal(look(job->subject).done, 49);
    if (meanwhile == AS_ASKED) return OK;
    CHECK_OK(store_write(store, meanwhile == STOPPED ? stop : ask, &job->subject));
    if (meanwhile == ASKED_ANEW) meanwhile = AS_ASKED;
    while (job_goes_on(job, 60, 100)) continue;
    return OK;
}
static enum err writes(struct tx *tx, struct job *job)
{
    (void)tx, (void)job;
    written++;
    return OK;
}
static const struct job_work work = {
    .kind = JOB_SEATS, .read = reads, .reckon = reckons, .write = writes
};
static const struct job_work *const works[] = { &work };

static void begin(int how)
{
    CHECK_OK(store_open_memory(&store));
    CHECK_OK(store_reader(store, &db));
    read_n = written = 0;
    atomic_store(&reckoned, 0);
    meanwhile = how;
    CHECK_OK(store_write(store, ask, &(int64_t){ 3 }));
}
static void end(void)
{
    store_reader_close(db);
    store_close(store);
    arena_end(&arena);
}

static void what_is_asked_is_done_once(void **state)
{
    (void)state;
    begin(AS_ASKED);
    assert_false(look(4).asked);
    assert_true(look(3).asked && look(3).state == JOB_WAITS && look(3).done == 0);
    assert_int_equal(jobs_do(store, db, works, 1), 1);
    assert_true(look(3).state == JOB_DONE && look(3).done == 100);
    assert_int_equal(jobs_do(store, db, works, 1), 0);
    assert_int_equal(written, 1);
    end();
}

static void asked_anew_begins_anew(void **state)
{
    (void)state;
    begin(ASKED_ANEW);
    assert_int_equal(jobs_do(store, db, works, 1), 2);
    assert_int_equal(atomic_load(&reckoned), 2);
    assert_int_equal(written, 1); /* nothing of the first */
    assert_int_equal(look(3).state, JOB_DONE);
    end();
}

static void stopped_leaves_nothing(void **state)
{
    (void)state;
    begin(STOPPED);
    assert_int_equal(jobs_do(store, db, works, 1), 1);
    assert_int_equal(written, 0);
    assert_int_equal(look(3).state, JOB_STOPPED);
    end();
}

static void what_fails_is_said_and_not_tried_again(void **state)
{
    (void)state;
    begin(FAILS);
    assert_int_equal(jobs_do(store, db, works, 1), 1);
    assert_int_equal(look(3).state, JOB_FAILED);
    assert_int_equal(jobs_do(store, db, works, 1), 0);
    assert_int_equal(written, 0);
    end();
}

/* The server ends in the middle, again and again: what it may be that ends it is not begun for ever. */
static void a_server_that_ends_begins_again_but_not_for_ever(void **state)
{
    (void)state;
    begin(AS_ASKED);
    for (int n = 1; n <= JOB_TRIES_MOST; n++) {
        struct jobs *jobs;
        const int before = atomic_load(&reckoned);
        meanwhile = FOR_EVER;
        CHECK_OK(jobs_start(&jobs, store, works, 1));
        while (atomic_load(&reckoned) == before) continue;
        jobs_end(jobs);
        assert_int_equal(look(3).state, JOB_WAITS);
    }
    meanwhile = AS_ASKED;
    assert_int_equal(jobs_do(store, db, works, 1), 1);
    assert_int_equal(look(3).state, JOB_FAILED);
    assert_int_equal(written, 0);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked_is_done_once),
        cmocka_unit_test(asked_anew_begins_anew),
        cmocka_unit_test(stopped_leaves_nothing),
        cmocka_unit_test(what_fails_is_said_and_not_tried_again),
        cmocka_unit_test(a_server_that_ends_begins_again_but_not_for_ever),
    };
    return RUN_TESTS(tests);
}
