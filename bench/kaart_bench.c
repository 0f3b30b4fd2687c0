/* kaart_bench.c — how well and how fast the map is searched, beside SQLite's full-text search on the same texts.
 *
 *     build/bench/kaart DATA QUESTIONS.tsv…
 *
 * DATA was made by `dialoog generate map`; a line of QUESTIONS is what was asked, the same misspelt, and the
 * kinds of services that answer it. Precision is the share of the first ten that are of such a kind; time is
 * of the processor. --show tells what came first for each. `bench/kaart` builds and runs it. */
#include "features/map/map.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SHOWN = 10, QUESTIONS = 1000, ROUNDS = 3 };

struct question {
    struct str asked[2], kinds;
};
struct bench {
    struct store *st;
    struct db *db;
    sqlite3 *own; /* the same file, for keys and the rival */
    struct arena keep, one;
    char (*kind)[32]; /* by id */
    int64_t highest;
    struct question q[QUESTIONS];
    size_t n;
    bool show;
};
struct answer {
    int64_t ids[SHOWN];
    size_t n;
};
typedef void search(struct bench *b, struct str asked, struct answer *to);

static double processor(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* ---- the three that search ---- */

static void ours(struct bench *b, struct str asked, struct answer *to)
{
    struct map_found *found = NEW(&b->one, struct map_found, 1);
    const struct map_ask ask = { .text = asked,
                                 .now = { 1795773600 },
                                 .language = -1,
                                 .age = -1,
                                 .subject = -1,
                                 .most = SHOWN };
    if (map_find(b->db, &b->one, &ask, found) != OK) abort();
    for (size_t i = 0; i < found->hits_n; i++) to->ids[to->n++] = found->hits[i].service;
}

/* Each word in quotes, with `between`. */
static struct str quoted(struct bench *b, struct str asked, const char *between)
{
    struct str all = { 0 }, word;
    while (str_next(&asked, ' ', &word))
        if (word.n)
            all = arena_format(&b->one, "%.*s%s\"%.*s\"", STR_ARG(all), all.n ? between : "",
                               STR_ARG(word));
    return all;
}
static void fts_match(struct bench *b, struct str match, struct answer *to)
{
    sqlite3_stmt *s;
    if (sqlite3_prepare_v2(b->own,
                           "SELECT rowid FROM main.plain WHERE plain MATCH ?1 ORDER BY "
                           "bm25(plain, 8, 1) LIMIT 10",
                           -1, &s, NULL) != SQLITE_OK)
        abort();
    sqlite3_bind_text(s, 1, match.s, (int)match.n, SQLITE_STATIC);
    while (sqlite3_step(s) == SQLITE_ROW && to->n < SHOWN)
        to->ids[to->n++] = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
}
static void fts_all(struct bench *b, struct str asked, struct answer *to)
{
    fts_match(b, quoted(b, asked, " "), to);
}
static void fts_any(struct bench *b, struct str asked, struct answer *to)
{
    fts_match(b, quoted(b, asked, " OR "), to);
}

/* ---- judging ---- */

static bool answers(const struct bench *b, struct str kinds, int64_t id)
{
    struct str kind;
    while (str_next(&kinds, ',', &kind))
        if (id <= b->highest && str_is(kind, b->kind[id])) return true;
    return false;
}
static int by_size(const void *x, const void *y)
{
    const double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static void run(struct bench *b, const char *name, search *how, int misspelt)
{
    static double took[QUESTIONS * ROUNDS];
    double sum = 0;
    size_t none = 0, times = 0;
    for (size_t i = 0; i < b->n; i++)
        for (int round = 0; round < ROUNDS; round++) {
            struct answer a = { 0 };
            size_t good = 0;
            const double from = processor();
            how(b, b->q[i].asked[misspelt], &a);
            took[times++] = processor() - from;
            arena_reset(&b->one);
            if (round) continue;
            for (size_t k = 0; k < a.n; k++) good += answers(b, b->q[i].kinds, a.ids[k]);
            sum += (double)good / SHOWN;
            none += a.n == 0;
            if (b->show && how == ours && good < SHOWN) {
                printf("  %.1f %-45.*s", (double)good / SHOWN,
                       STR_ARG(b->q[i].asked[misspelt]));
                for (size_t k = 0; k < a.n; k++) printf(" %s", b->kind[a.ids[k]]);
                printf("\n");
            }
        }
    qsort(took, times, sizeof *took, by_size);
    printf("%-28s %-9s precision %.3f, nothing found %3zu of %zu, ms: median %.2f, 99 %% %.2f, "
           "most %.2f\n",
           name, misspelt ? "misspelt" : "clean", sum / (double)b->n, none, b->n,
           took[times / 2], took[times * 99 / 100], took[times - 1]);
    fflush(stdout);
}

/* ---- what it works on ---- */

static void must(sqlite3 *c, const char *sql)
{
    char *why = NULL;
    if (sqlite3_exec(c, sql, NULL, NULL, &why) == SQLITE_OK) return;
    fprintf(stderr, "kaart: %s\n", why);
    exit(1);
}

static void open_data(struct bench *b, const char *dir)
{
    sqlite3_stmt *s;
    char path[4096];
    snprintf(path, sizeof path, "ATTACH 'file:%s/dialoog.db?mode=ro' AS data", dir);
    if (store_open(&b->st, dir, STORE_READ) != OK || store_reader(b->st, &b->db) != OK ||
        sqlite3_open_v2(":memory:", &b->own, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL) !=
            SQLITE_OK) {
        fprintf(stderr, "kaart: %s: no such data\n", dir);
        exit(1);
    }
    db_keep(b->db);
    must(b->own, path);
    if (sqlite3_prepare_v2(b->own, "SELECT max(id) FROM service", -1, &s, NULL) != SQLITE_OK)
        exit(1);
    if (sqlite3_step(s) == SQLITE_ROW) b->highest = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    b->kind = calloc((size_t)b->highest + 1, sizeof *b->kind);
    if (!b->kind || sqlite3_prepare_v2(b->own, "SELECT id, source_key FROM service", -1, &s,
                                       NULL) != SQLITE_OK)
        exit(1);
    while (sqlite3_step(s) == SQLITE_ROW) {
        const char *key = (const char *)sqlite3_column_text(s, 1), *dash = strrchr(key, '-');
        const size_t n = dash ? (size_t)(dash - key) : 0;
        if (n < sizeof *b->kind) memcpy(b->kind[sqlite3_column_int64(s, 0)], key, n);
    }
    sqlite3_finalize(s);
    must(b->own,
         "CREATE VIRTUAL TABLE main.plain USING fts5 (title, body, tokenize = 'unicode61 "
         "remove_diacritics 2');"
         "INSERT INTO main.plain (rowid, title, body) SELECT s.id, t.name || ' ' || "
         "t.other_names,"
         " t.description || ' ' || t.summary || ' ' || t.arrival || ' ' ||"
         " coalesce((SELECT group_concat(x.name || ' ' || x.question, ' ') FROM service_term st"
         "           JOIN taxonomy_term x ON x.id = st.term WHERE st.service = s.id), '') || ' "
         "' || o.name"
         " FROM service s JOIN service_text t ON t.service = s.id AND t.lang = 'nl'"
         " JOIN organization o ON o.id = s.organization WHERE s.status IN (0, 3)");
}

static void read_questions(struct bench *b, const char *path)
{
    FILE *f = fopen(path, "r");
    char line[1000];
    if (!f) exit(1);
    b->n = 0;
    while (fgets(line, sizeof line, f) && b->n < QUESTIONS) {
        struct str rest = str_trim(str_of(line)), part;
        if (!rest.n || rest.s[0] == '#') continue;
        rest = arena_copy(&b->keep, rest);
        struct question *q = &b->q[b->n++];
        for (int i = 0; i < 2; i++)
            q->asked[i] = str_next(&rest, '\t', &part) ? part : (struct str){ 0 };
        q->kinds = rest;
    }
    fclose(f);
}

int main(int argc, char **argv)
{
    static struct bench b;
    int at = 1;
    if (at < argc && !strcmp(argv[at], "--show")) b.show = true, at++;
    if (argc - at < 2) {
        fputs("kaart: give the data and files of questions\n", stderr);
        return 2;
    }
    open_data(&b, argv[at++]);
    if (db_begin(b.db) != OK) return 1;
    for (; at < argc; at++) {
        read_questions(&b, argv[at]);
        const char *slash = strrchr(argv[at], '/');
        printf("%lld services, %s\n", (long long)b.highest, slash ? slash + 1 : argv[at]);
        for (int misspelt = 0; misspelt < 2; misspelt++) {
            run(&b, "the map", ours, misspelt);
            run(&b, "FTS5, every word", fts_all, misspelt);
            run(&b, "FTS5, any word", fts_any, misspelt);
        }
    }
    return 0;
}
