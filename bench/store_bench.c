/* store_bench.c — what group commit is worth: the same rows, each safe on the disk before it is
 * acknowledged.
 *
 *   store_bench DIR [CLIENTS] [SECONDS] [ROUNDS]
 *
 * bare      one connection: BEGIN IMMEDIATE, INSERT, COMMIT for every row (WAL, synchronous=FULL)
 * write     CLIENTS threads, each waiting for its own store_write
 * submit    CLIENTS works always under way, handed in without a thread for each
 *
 * The three run in turn, ROUNDS times; the medians are printed, with the memory this process
 * holds for itself (RssAnon). DIR must lie on the disk that is to be measured, not in memory. */
#include "store/inside.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char schema_1[] =
    "CREATE TABLE vote (id INTEGER PRIMARY KEY, who INTEGER NOT NULL,"
    " statement INTEGER NOT NULL, value INTEGER NOT NULL,"
    " UNIQUE (who, statement)) STRICT;";
static const struct migration list[] = { { 1, "votes", { schema_1, sizeof schema_1 - 1 } } };
static const struct query vote_add = {
    0,
    "vote_add",
    "INSERT INTO vote (who, statement, value) VALUES (?1, ?2, 1)",
    { { 0 } },
    { { 1 } }
};

enum { ROUNDS_MOST = 21, CLIENTS_MOST = 1024 };

struct run {
    struct store *st;
    atomic_bool stop;
    _Atomic int64_t next, done;
    int clients;
    double seconds;
};

static void insist(enum err e)
{
    if (e == OK) return;
    fprintf(stderr, "store_bench: %s\n", err_why());
    exit(1);
}

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static enum err vote(struct db *db, int64_t n)
{
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(db, &vote_add, &s));
    bind_int(s, 1, n * 2654435761 % 1000003); /* voters come in no order */
    bind_int(s, 2, n);
    const enum err e = query_step(db, &vote_add, s, &row);
    query_done(s);
    return e;
}

static enum err work(struct tx *tx, void *with)
{
    struct run *run = with;
    return vote(tx->db, atomic_fetch_add(&run->next, 1));
}

/* ---- the three ways */

static void run_bare(struct run *run)
{
    struct db *db;
    insist(db_open(run->st, true, &db));
    const double end = seconds_now() + run->seconds;
    while (seconds_now() < end) {
        insist(db_own(db, OWN_WRITE));
        insist(vote(db, atomic_fetch_add(&run->next, 1)));
        insist(db_own(db, OWN_COMMIT));
        run->done++;
    }
    db_close(db);
}

static void *write_on(void *with)
{
    struct run *run = with;
    while (!atomic_load(&run->stop)) {
        insist(store_write(run->st, work, run));
        run->done++;
    }
    return NULL;
}

static void run_write(struct run *run)
{
    static pthread_t threads[CLIENTS_MOST];
    for (int i = 0; i < run->clients; i++)
        if (pthread_create(&threads[i], NULL, write_on, run)) exit(1);
    usleep((useconds_t)(run->seconds * 1e6));
    atomic_store(&run->stop, true);
    for (int i = 0; i < run->clients; i++) pthread_join(threads[i], NULL);
}

static void submit_next(enum err e, void *with)
{
    struct run *run = with;
    insist(e);
    run->done++;
    if (!atomic_load(&run->stop)) insist(store_submit(run->st, work, submit_next, run));
}

static void run_submit(struct run *run)
{
    for (int i = 0; i < run->clients; i++)
        insist(store_submit(run->st, work, submit_next, run));
    usleep((useconds_t)(run->seconds * 1e6));
    atomic_store(&run->stop, true);
}

/* ---- measuring */

static const struct way {
    const char *name;
    void (*run)(struct run *run);
} ways[] = { { "bare", run_bare }, { "write", run_write }, { "submit", run_submit } };

static double measure(const struct way *way, const char *dir, int clients, double seconds)
{
    char command[400];
    snprintf(command, sizeof command, "rm -f '%s'/dialoog.*", dir);
    if (system(command) != 0) exit(1);
    struct run run = { .clients = clients, .seconds = seconds };
    insist(store_open_with(&run.st, dir, STORE_SERVE, list, 1));
    const double start = seconds_now();
    way->run(&run);
    store_close(run.st); /* answers what is under way */
    return (double)run.done / (seconds_now() - start);
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static long rss_anon(void)
{
    char line[200];
    long kib = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "RssAnon:", 8) == 0) kib = strtol(line + 8, NULL, 10);
    if (f) fclose(f);
    return kib;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("store_bench DIR [CLIENTS] [SECONDS] [ROUNDS]\n", stderr);
        return 2;
    }
    const int clients = argc > 2 ? atoi(argv[2]) : 256, rounds = argc > 4 ? atoi(argv[4]) : 5;
    const double seconds = argc > 3 ? atof(argv[3]) : 2;
    if (clients < 1 || clients > CLIENTS_MOST || rounds < 1 || rounds > ROUNDS_MOST) return 2;
    double rate[COUNT_OF(ways)][ROUNDS_MOST];
    for (int round = 0; round < rounds; round++)
        for (size_t i = 0; i < COUNT_OF(ways); i++)
            rate[i][round] = measure(&ways[i], argv[1], clients, seconds);
    printf("%d clients, %g s, median of %d\n", clients, seconds, rounds);
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        qsort(rate[i], (size_t)rounds, sizeof *rate[i], by_size);
        printf("%-8s %9.0f rows/s\n", ways[i].name, rate[i][rounds / 2]);
    }
    printf("RssAnon  %9ld KiB\n", rss_anon());
    return 0;
}
