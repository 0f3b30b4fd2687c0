/* pages.h — for measurements: how long the program takes for a page, without a network around it. */
#ifndef BENCH_PAGES_H
#define BENCH_PAGES_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "web/web.h"

enum { PAGE_ROUNDS = 500 };

static inline double seconds(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static inline int by_size(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static inline void pages_heading(void)
{
    printf("%-36s %7s %7s %7s %9s %7s\n", "milliseconds", "median", "99 %", "most", "processor",
           "99 %");
}

/* Asks `try` again and again: by the clock, and of the processor alone. With `numbered` its address goes
 * on with that number, and `step` more each time. Gives the 99th percentile by the clock. */
static inline double pages_measure(struct store *st, struct db *db, const char *name,
                                   struct try try, int numbered, int step)
{
    double took[PAGE_ROUNDS], cpu[PAGE_ROUNDS];
    struct arena a = { 0 };
    size_t bytes = 0;
    const char *address = try.address;
    for (int i = 0; i < PAGE_ROUNDS; i++) {
        struct response res;
        char at[200];
        snprintf(at, sizeof at, "%s", address);
        if (numbered) snprintf(at, sizeof at, "%s%d", address, numbered + i * step);
        try.address = at;
        const double start = seconds(CLOCK_MONOTONIC);
        const double from = seconds(CLOCK_THREAD_CPUTIME_ID);
        web_ask(st, db, &a, &try, &res);
        cpu[i] = 1000 * (seconds(CLOCK_THREAD_CPUTIME_ID) - from);
        took[i] = 1000 * (seconds(CLOCK_MONOTONIC) - start);
        if (res.status != 200) {
            fprintf(stderr, "%s answers %d: %s\n", at, res.status, err_why());
            exit(1);
        }
        bytes = res.body.n;
        arena_reset(&a);
    }
    qsort(took, PAGE_ROUNDS, sizeof *took, by_size);
    qsort(cpu, PAGE_ROUNDS, sizeof *cpu, by_size);
    printf("%-36s %7.1f %7.1f %7.1f %9.1f %7.1f   %zu kB\n", name, took[PAGE_ROUNDS / 2],
           took[PAGE_ROUNDS * 99 / 100], took[PAGE_ROUNDS - 1], cpu[PAGE_ROUNDS / 2],
           cpu[PAGE_ROUNDS * 99 / 100], bytes / 1024);
    fflush(stdout);
    arena_end(&a);
    return took[PAGE_ROUNDS * 99 / 100];
}

#endif
