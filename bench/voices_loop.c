/* voices_loop.c — the rival of bench/voices: the same rows, put in by a bare loop without a server,
 * a form or a receipt.
 *
 *   voices_loop FILE SECONDS     FILE: a dialoog.db that nobody else uses
 *
 * One connection (WAL, synchronous=FULL, foreign keys), prepared statements, BEGIN, 256 voices each with
 * its intake, its line of history and its answered form, COMMIT. Prints voices a second. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 256 };

static sqlite3 *db;

static void insist(int rc, const char *doing)
{
    if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW) return;
    fprintf(stderr, "voices_loop: %s: %s\n", doing, sqlite3_errmsg(db));
    exit(1);
}
static void run(const char *sql)
{
    insist(sqlite3_exec(db, sql, NULL, NULL, NULL), sql);
}
static sqlite3_stmt *prepare(const char *sql)
{
    sqlite3_stmt *s;
    insist(sqlite3_prepare_v2(db, sql, -1, &s, NULL), sql);
    return s;
}
static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static int64_t number(const char *sql)
{
    sqlite3_stmt *s = prepare(sql);
    insist(sqlite3_step(s), sql);
    const int64_t n = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return n;
}
static void step(sqlite3_stmt *s)
{
    insist(sqlite3_step(s), sqlite3_sql(s));
    sqlite3_reset(s);
}

int main(int argc, char **argv)
{
    if (argc != 3) return 2;
    insist(sqlite3_open(argv[1], &db), argv[1]);
    run("PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA foreign_keys = on;"
        "PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = on; PRAGMA cache_size = -4096");
    const int64_t dialogue = number("SELECT id FROM dialogue LIMIT 1");
    int64_t last = number("SELECT coalesce(max(number), 0) FROM voice");
    const int64_t now = (int64_t)time(NULL);
    sqlite3_stmt *voice = prepare("INSERT INTO voice (dialogue, number, position, day, lang, "
                                  "body, salt, visibility, account)"
                                  " VALUES (?1, ?2, ?2, 20000, 'nl', ?3, ?4, 0, 0)");
    sqlite3_stmt *intake = prepare(
        "INSERT INTO intake (voice, dialogue, received, channel, consent, young, receipt,"
        " fingerprint, state) VALUES (?1, ?2, ?3, 0, 0, 0, ?4, ?5, 1)");
    sqlite3_stmt *history = prepare("INSERT INTO history (dialogue, thing, number, at, role, "
                                    "act, batch, before, after, undone)"
                                    " VALUES (?1, 2, ?2, ?3, 0, 0, ?2, '', '', 0)");
    sqlite3_stmt *answered =
        prepare("INSERT INTO answered (key, at, location) VALUES (?1, ?2, ?3)");
    const double begin = seconds(), end = begin + atof(argv[2]);
    int64_t done = 0;
    while (seconds() < end) {
        run("BEGIN IMMEDIATE");
        for (int i = 0; i < BATCH; i++) {
            char body[160], salt[16], hash[32], key[32];
            sqlite3_randomness(sizeof salt, salt);
            sqlite3_randomness(sizeof hash, hash);
            sqlite3_randomness(sizeof key, key);
            snprintf(
                body, sizeof body,
                "Er moet een bank komen bij de vijver, want mijn moeder kan niet ver lopen. "
                "Dit is inbreng nummer %lld.",
                (long long)++last);
            sqlite3_bind_int64(voice, 1, dialogue);
            sqlite3_bind_int64(voice, 2, last);
            sqlite3_bind_text(voice, 3, body, -1, SQLITE_STATIC);
            sqlite3_bind_blob(voice, 4, salt, sizeof salt, SQLITE_STATIC);
            step(voice);
            const int64_t id = sqlite3_last_insert_rowid(db);
            sqlite3_bind_int64(intake, 1, id);
            sqlite3_bind_int64(intake, 2, dialogue);
            sqlite3_bind_int64(intake, 3, now);
            sqlite3_bind_blob(intake, 4, hash, sizeof hash, SQLITE_STATIC);
            int64_t print;
            memcpy(&print, hash, sizeof print);
            sqlite3_bind_int64(intake, 5, print);
            step(intake);
            sqlite3_bind_int64(history, 1, dialogue);
            sqlite3_bind_int64(history, 2, id);
            sqlite3_bind_int64(history, 3, now);
            step(history);
            sqlite3_bind_blob(answered, 1, key, sizeof key, SQLITE_STATIC);
            sqlite3_bind_int64(answered, 2, now);
            sqlite3_bind_text(answered, 3, "/waterstad/bewijs/0123456789ab", -1, SQLITE_STATIC);
            step(answered);
        }
        run("COMMIT");
        done += BATCH;
        if (done % (BATCH * 16) == 0)
            insist(sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL),
                   "checkpoint");
    }
    printf("%.0f\n", (double)done / (seconds() - begin));
    sqlite3_close(db);
    return 0;
}
