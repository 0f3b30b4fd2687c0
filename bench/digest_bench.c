/* digest_bench.c — how long it takes to queue the weekly mails of 100,000 followers, and how long somebody else who
 * writes in between waits. `bench/digest` builds and runs it. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "features/follow/follow.h"
#include "store/inside.h"
#include "web/mail.h"
#include "web/mail.sql.h"

enum { FOLLOWERS = 100000, NEWS = 60, WAITS = 100000 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static double processor(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static void must(enum err e)
{
    if (e == OK) return;
    fprintf(stderr, "%s\n", err_sentence());
    exit(1);
}

/* One dialogue with an advice, thirty promises with two pieces of news each; half follows the dialogue, half one
 * promise each. */
static enum err city(struct tx *tx, void *with)
{
    static const char *const sql[] = {
        "INSERT INTO secret (id, bytes) VALUES (1, zeroblob(32)) ON CONFLICT DO NOTHING",
        "INSERT INTO dialogue (id, slug, position, lang, invented) VALUES (1, 'stad', 1, 'nl', "
        "1)",
        "INSERT INTO dialogue_text (dialogue, lang, title, question, summary, area, notice) "
        "VALUES (1, 'nl', 'De stad', '', '', '', '')",
        "INSERT INTO advice (id, dialogue, number, position, kind, given) VALUES (1, 1, 1, 1, "
        "0, 1)",
        "INSERT INTO advice_text VALUES (1, 'nl', 'Zet bankjes neer', '', '', '')",
        "INSERT INTO answer (advice, kind, day, url, hash) VALUES (1, 0, 2, '', '')",
        "INSERT INTO department (id, dialogue, slug, position, name, name_en, portfolio) "
        "VALUES (1, 1, 'wijken', 1, 'Wijken', '', '')",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) "
        "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
        "first_due, due, horizon, "
        "state) SELECT i, 1, i, i, 1, 1, 3, 900, 900, 0, 0 FROM n",
        "INSERT INTO commitment_text SELECT id, 'nl', 'Tien bankjes in buurt ' || id, '', '' "
        "FROM commitment",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "INSERT INTO follower (id, email, lang, code, made, asked, monthly, told) "
        "SELECT i, 'lezer' || i || '@example.org', 'nl', randomblob(32), i, 0, 0, 0 FROM n",
        "INSERT INTO follow SELECT id, CASE WHEN id % 2 = 0 THEN 0 ELSE 3 END, "
        "CASE WHEN id % 2 = 0 THEN 1 ELSE id % 30 + 1 END, 1, 0, 1 FROM follower",
        "INSERT INTO deed (commitment, number, day, url, document, hash) "
        "SELECT id, 1, 700, '', '', '' FROM commitment",
    };
    (void)with;
    for (size_t i = 0; i < COUNT_OF(sql); i++) TRY(db_exec(tx->db, sql[i]));
    return OK;
}

/* ---- somebody else writes, over and over ---- */

struct other {
    struct store *store;
    atomic_bool ends;
    double waited[WAITS];
    size_t n;
};
static enum err small(struct tx *tx, void *with)
{
    (void)with;
    return db_exec(tx->db, "UPDATE mail_line SET said = 'x'");
}
static void *writes(void *with)
{
    struct other *o = with;
    while (!atomic_load(&o->ends) && o->n < WAITS) {
        const double from = seconds();
        must(store_write(o->store, small, NULL));
        o->waited[o->n++] = 1000 * (seconds() - from);
        usleep(2000);
    }
    return NULL;
}
static int by_size(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

int main(void)
{
    static const struct job_work *const works[] = { &digest_work };
    static struct other other;
    char path[] = "/tmp/digest-bench-XXXXXX";
    struct store *st;
    struct db *db;
    pthread_t thread;
    if (!mkdtemp(path)) return 1;
    must(store_open(&st, path, STORE_SERVE));
    must(store_write(st, city, NULL));
    must(store_reader(st, &db));
    const struct daily daily = { .site = STR("https://dialoog.voorbeeld.nl"),
                                 .now = { (int64_t)701 * 86400 } };
    must(digest_ask(st, &daily));
    other.store = st;
    pthread_create(&thread, NULL, writes, &other);
    const double from = seconds(), work = processor();
    (void)jobs_do(st, db, works, 1);
    const double took = seconds() - from, worked = processor() - work;
    atomic_store(&other.ends, true);
    pthread_join(thread, NULL);
    int64_t mails;
    must(mail_count(db, MAIL_WAITS, &mails));
    qsort(other.waited, other.n, sizeof(double), by_size);
    printf("%lld mails to %d followers queued in %.2f s (%.2f s of processor)\n",
           (long long)mails, FOLLOWERS, took, worked);
    printf("another who writes meanwhile (%zu times) waits ms: median %.1f, 99 %% %.1f, most "
           "%.1f\n",
           other.n, other.waited[other.n / 2], other.waited[other.n * 99 / 100],
           other.waited[other.n - 1]);
    store_reader_close(db);
    store_close(st);
    return mails == FOLLOWERS ? 0 : 1;
}
