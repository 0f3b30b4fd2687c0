/* seats_bench.c — seats an event and says how long it took and what was reached. `bench/seats` builds and
 * runs it: seats_bench FOLDER OUT.csv SEED [STEPS]. */
#include <inttypes.h>
#include <time.h>

#include "tests/seating.h"

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool write_seats(const struct seating *e, const int *seat, const char *name)
{
    FILE *f = fopen(name, "w");
    if (!f) return false;
    fprintf(f, "round,table,id\n");
    for (size_t k = 0; k < e->seats.people_n * (size_t)e->seats.rounds; k++) {
        if (seat[k] == SEATS_NONE) continue;
        const struct str table = e->table_names->name[seat[k] % e->tables_each];
        const struct str id = e->ids->name[k % e->seats.people_n];
        fprintf(f, "%zu,%.*s,%.*s\n", k / e->seats.people_n, STR_ARG(table), STR_ARG(id));
    }
    return fclose(f) == 0;
}

int main(int n, char **word)
{
    struct arena a = { 0 };
    struct seating e;
    if (n < 4 || !seating_read(&a, word[1], &e)) return 2;
    int *seat = NEW(&a, int, e.seats.people_n *(size_t)e.seats.rounds);
    const struct seats_run run = { .seed = strtoull(word[3], NULL, 10),
                                   .steps = n > 4 ? strtoll(word[4], NULL, 10) : 0 };
    const double wall = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
    if (seats_solve(&a, &e.seats, run, seat) != OK) {
        fprintf(stderr, "%s: %s\n", word[1], err_why());
        return 1;
    }
    const double took = now(CLOCK_MONOTONIC) - wall,
                 worked = now(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    struct seats_score s;
    struct seats_hard least = { 0 };
    if (seats_score(&a, &e.seats, seat, &s) != OK) return 1;
    if (seats_least(&a, &e.seats, seat, &least) != OK) return 1;
    if (!write_seats(&e, seat, word[2])) return 1;
    printf("seed %s: %.2f s by the clock, %.2f s of the processor; breaches %" PRId64
           " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " (least %" PRId64 " %" PRId64
           " %" PRId64 " %" PRId64 " %" PRId64 ")\n",
           word[3], took, worked, s.hard.unseated, s.hard.most, s.hard.wheelchair,
           s.hard.language, s.hard.apart, least.unseated, least.most, least.wheelchair,
           least.language, least.apart);
    arena_end(&a);
    return 0;
}
