/* related_bench.c — how long it takes to read 100,000 voices of 120 bytes as terms, and to ask which of
 * 5,000 and of 100,000 are related to one. `bench/related` builds and runs it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "algo/related.h"

enum { ALL = 100000, FEW = 5000, ROUNDS = 200, BYTES = 120 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static int by_size(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Words from Debian's list, as often as Zipf's law says: the word of rank r has a share of 1/r. */
static struct str word_at(struct str list, uint64_t *x)
{
    *x = *x * 6364136223846793005u + 1442695040888963407u;
    const double u = (double)(*x >> 11) / 9007199254740992.0;
    const uint64_t rank = (uint64_t)exp(u * log(400000.0));
    size_t from = (size_t)(rank * 2654435761u % (list.n - 100));
    while (from < list.n && list.s[from] != '\n') from++;
    from++;
    size_t n = 0;
    while (list.s[from + n] != '\n') n++;
    return (struct str){ list.s + from, n };
}

static struct str text_at(struct arena *a, struct str list, uint64_t *x)
{
    char *to = NEW(a, char, BYTES + 64);
    size_t n = 0;
    while (n < BYTES) {
        const struct str w = str_upto(word_at(list, x), 40);
        for (size_t i = 0; i < w.n; i++) to[n++] = w.s[i];
        to[n++] = ' ';
    }
    return (struct str){ to, n < BYTES ? n : BYTES };
}

static void ask(struct arena *a, uint32_t *const *terms, const size_t *terms_n, size_t all)
{
    static double took[ROUNDS];
    for (size_t r = 0; r < ROUNDS; r++) {
        const struct arena_mark start = arena_here(a);
        const double from = seconds();
        struct related q = related_to(a, terms[r * 17], terms_n[r * 17]);
        struct related_hit *hits;
        for (size_t i = 0; i < all; i++) related_take(&q, (int64_t)i, terms[i], terms_n[i]);
        related_best(&q, RELATED_LEAST, 50, &hits);
        took[r] = 1000 * (seconds() - from);
        arena_back(a, start);
    }
    qsort(took, ROUNDS, sizeof *took, by_size);
    printf("a question among %-6zu ms: median %.2f, 99 %% %.2f, most %.2f\n", all,
           took[ROUNDS / 2], took[ROUNDS * 99 / 100], took[ROUNDS - 1]);
}

int main(void)
{
    static uint32_t *terms[ALL];
    static size_t terms_n[ALL];
    static struct str texts[ALL];
    struct arena a = { 0 }, one = { 0 };
    FILE *f = fopen("/usr/share/dict/dutch", "r");
    uint64_t x = 1;
    size_t sum = 0;
    if (!f) return 1;
    char *list = NEW(&a, char, 8 << 20);
    const struct str words = { list, fread(list, 1, 8 << 20, f) };
    fclose(f);
    for (size_t i = 0; i < ALL; i++) texts[i] = text_at(&a, words, &x);
    struct reader *r = related_reader(STR("nl"), 1 << 16);
    const double from = seconds();
    const clock_t processor = clock();
    for (size_t i = 0; i < ALL; i++) {
        uint32_t *t;
        terms_n[i] = related_terms(r, &one, texts[i], &t);
        terms[i] = NEW(&a, uint32_t, terms_n[i] + 1);
        for (size_t k = 0; k < terms_n[i]; k++) terms[i][k] = t[k];
        sum += terms_n[i];
        arena_reset(&one);
    }
    printf("%d texts of %d bytes read in %.2f s (%.2f s of processor), %.1f terms each\n", ALL,
           BYTES, seconds() - from, (double)(clock() - processor) / CLOCKS_PER_SEC,
           (double)sum / ALL);
    ask(&a, terms, terms_n, FEW);
    ask(&a, terms, terms_n, ALL);
    related_reader_end(r);
    arena_end(&one);
    arena_end(&a);
    return 0;
}
