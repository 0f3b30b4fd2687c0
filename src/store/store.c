/* store.c — opening and closing: the lock, the connections and how they are set. */
#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static _Thread_local char refusal[512];

const char *store_refusal(void)
{
    return refusal;
}

enum err store_refuse(enum err code, const char *sentence, ...)
{
    va_list ap;
    va_start(ap, sentence);
    vsnprintf(refusal, sizeof refusal, sentence, ap);
    va_end(ap);
    return FAIL(code, "%s", refusal);
}

enum err db_err(sqlite3 *c, int rc, const char *doing)
{
    /* So for every row of every page: first what is quick. */
    if (rc == SQLITE_ROW || rc == SQLITE_DONE || rc == SQLITE_OK) return OK;
    const char *why = c ? sqlite3_errmsg(c) : sqlite3_errstr(rc);
    const int error = c ? sqlite3_system_errno(c) : 0;
    switch (rc & 0xff) {
    case SQLITE_CONSTRAINT: return FAIL(ERR_CLASH, "%s: %s", doing, why);
    case SQLITE_FULL: return FAIL(ERR_FULL, "%s: %s", doing, why);
    case SQLITE_TOOBIG: return FAIL(ERR_LIMIT, "%s: %s", doing, why);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
    case SQLITE_NOMEM: return FAIL(ERR_BUSY, "%s: %s", doing, why);
    case SQLITE_IOERR:
        if (error == ENOSPC || error == EDQUOT) return FAIL(ERR_FULL, "%s: disk full", doing);
        break;
    default: break;
    }
    return FAIL(ERR_BROKEN, "%s: %s (%d, errno %d)", doing, why, rc, error);
}

enum err db_exec(struct db *db, const char *sql)
{
    return db_err(db->c, sqlite3_exec(db->c, sql, NULL, NULL, NULL), sql);
}

enum err db_own(struct db *db, enum own which)
{
    static const char *const sql[OWNS] = {
        [OWN_BEGIN] = "BEGIN",           [OWN_WRITE] = "BEGIN IMMEDIATE",
        [OWN_COMMIT] = "COMMIT",         [OWN_ROLLBACK] = "ROLLBACK",
        [OWN_SAVE] = "SAVEPOINT work",   [OWN_KEEP] = "RELEASE work",
        [OWN_UNDO] = "ROLLBACK TO work",
    };
    sqlite3_stmt **s = &db->own[which];
    int rc = SQLITE_OK;
    if (!*s) rc = sqlite3_prepare_v3(db->c, sql[which], -1, SQLITE_PREPARE_PERSISTENT, s, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_step(*s);
    const enum err e = db_err(db->c, rc, sql[which]); /* before reset changes the words */
    sqlite3_reset(*s);
    return e;
}

/* ---- connections */

static void configure_sqlite(void)
{
    /* A connection belongs to one thread at a time, so its own lock is left out; statistics of
     * memory would be a lock around every allocation. Both are refused when SQLite is in use
     * already, and then it works as well, a little slower. */
    sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_initialize();
    clean_register();
}

static enum err db_settings(const struct store *st, struct db *db, bool writes)
{
    sqlite3_extended_result_codes(db->c, 1);
    sqlite3_busy_timeout(db->c, BUSY_MS);
    sqlite3_db_config(db->c, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->c, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db->c, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db->c, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db->c, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    TRY(db_exec(db, "PRAGMA mmap_size = 0; PRAGMA temp_store = memory;"
                    "PRAGMA cell_size_check = on; PRAGMA foreign_keys = on;"
                    "PRAGMA secure_delete = on"));
    /* 8 MiB: what the pages of a large dialogue ask most stays in memory, and its file is not read
     * again for each. */
    if (!writes) return db_exec(db, "PRAGMA query_only = on; PRAGMA cache_size = -8192");
    TRY(db_exec(db, "PRAGMA journal_mode = wal; PRAGMA wal_autocheckpoint = 0;"
                    "PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -4096"));
    return db_exec(db,
                   st->temporary ? "PRAGMA synchronous = off" : "PRAGMA synchronous = full");
}

enum err db_open(const struct store *st, bool writes, struct db **out)
{
    struct db *db = calloc(1, sizeof *db);
    *out = db;
    if (!db) return FAIL(ERR_BUSY, "no memory for a connection");
    db->st = st;
    const int rc = sqlite3_open_v2(st->path, &db->c, SQLITE_OPEN_READWRITE, "clean");
    enum err e = db_err(db->c, rc, st->path);
    if (e == OK) e = db_settings(st, db, writes);
    if (e == OK) return OK;
    db_close(db);
    *out = NULL;
    return e;
}

void db_close(struct db *db)
{
    if (!db) return;
    for (size_t i = 0; i < db->ready_n; i++) sqlite3_finalize(db->ready[i]);
    for (size_t i = 0; i < OWNS; i++) sqlite3_finalize(db->own[i]);
    sqlite3_close_v2(db->c);
    if (db->keeps) pthread_mutex_destroy(&db->lock);
    arena_end(&db->rows);
    free(db->ready);
    free(db);
}

enum err store_reader(struct store *st, struct db **db)
{
    return db_open(st, false, db);
}

void store_reader_close(struct db *db)
{
    db_close(db);
}

/* ---- the store */

static enum err take_lock(struct store *st)
{
    char *path = sqlite3_mprintf("%s/dialoog.lock", st->dir);
    st->lock = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    sqlite3_free(path);
    if (st->lock < 0)
        return store_refuse(ERR_BROKEN, "%s/dialoog.lock: %s", st->dir, strerror(errno));
    if (flock(st->lock, LOCK_EX | LOCK_NB) != 0)
        return store_refuse(ERR_CLASH, "%s is in use by another process", st->dir);
    return OK;
}

/* Makes what is missing, readable for nobody else; SQLite gives its other files the same mode. */
static enum err make_file(struct store *st)
{
    const int fd = open(st->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return store_refuse(ERR_BROKEN, "%s: %s", st->path, strerror(errno));
    close(fd);
    const int dir = open(st->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool kept = dir >= 0 && fsync(dir) == 0;
    if (dir >= 0) close(dir);
    if (!kept) return store_refuse(ERR_BROKEN, "%s: %s", st->dir, strerror(errno));
    return OK;
}

static enum err open_serving(struct store *st, const struct migration *list, size_t n)
{
    if (mkdir(st->dir, 0700) != 0 && errno != EEXIST)
        return store_refuse(ERR_BROKEN, "%s: %s", st->dir, strerror(errno));
    TRY(take_lock(st));
    TRY(make_file(st));
    TRY(db_open(st, true, &st->writing));
    TRY(migrate(st->writing, list, n, true));
    TRY(writer_start(st));
    return sweeper_start(st);
}

static enum err open_reading(struct store *st, const struct migration *list, size_t n)
{
    if (access(st->path, R_OK) != 0)
        return store_refuse(ERR_MISSING, "%s: %s", st->path, strerror(errno));
    struct db *db;
    TRY(db_open(st, false, &db));
    const enum err e = migrate(db, list, n, false);
    db_close(db);
    return e;
}

static enum err open_at(struct store **out, const char *dir, bool temporary,
                        enum store_mode mode, const struct migration *list, size_t n)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, configure_sqlite);
    refusal[0] = 0;
    *out = NULL;
    struct store *st = calloc(1, sizeof *st);
    if (!st) return FAIL(ERR_BUSY, "no memory for a store");
    *st = (struct store){ .lock = -1, .temporary = temporary };
    sqlite3_randomness(sizeof st->seed, &st->seed);
    st->dir = sqlite3_mprintf("%s", dir);
    st->path = sqlite3_mprintf("%s/dialoog.db", dir);
    enum err e = st->dir && st->path ? OK : FAIL(ERR_BUSY, "no memory for a store");
    if (e == OK)
        e = mode == STORE_SERVE ? open_serving(st, list, n) : open_reading(st, list, n);
    if (e == OK) {
        *out = st;
        return OK;
    }
    if (!refusal[0]) snprintf(refusal, sizeof refusal, "%s", err_why());
    store_close(st);
    return e;
}

enum err store_open_with(struct store **st, const char *dir, enum store_mode mode,
                         const struct migration *list, size_t n)
{
    return open_at(st, dir, false, mode, list, n);
}

enum err store_open(struct store **st, const char *dir, enum store_mode mode)
{
    return store_open_with(st, dir, mode, store_migrations, store_migrations_n);
}

/* A file in memory rather than SQLite's own memory databases: those lock readers out while a
 * write goes on, and a test should meet what the program meets. */
enum err store_open_memory_with(struct store **st, const struct migration *list, size_t n)
{
    char dir[256];
    const char *parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : getenv("TMPDIR");
    snprintf(dir, sizeof dir, "%s/dialoog-XXXXXX", parent ? parent : "/tmp");
    *st = NULL;
    if (!mkdtemp(dir)) return FAIL(ERR_BROKEN, "%s: %s", dir, strerror(errno));
    return open_at(st, dir, true, STORE_SERVE, list, n);
}

enum err store_open_memory(struct store **st)
{
    return store_open_memory_with(st, store_migrations, store_migrations_n);
}

static void remove_temporary(const struct store *st)
{
    static const char *const names[] = { "dialoog.db", "dialoog.db-wal", "dialoog.db-shm",
                                         "dialoog.lock" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char *path = sqlite3_mprintf("%s/%s", st->dir, names[i]);
        if (path) unlink(path);
        sqlite3_free(path);
    }
    rmdir(st->dir);
}

void store_close(struct store *st)
{
    if (!st) return;
    writer_stop(st);
    sweeper_stop(st);
    db_close(st->writing);
    if (st->temporary) remove_temporary(st);
    if (st->lock >= 0) close(st->lock);
    sqlite3_free(st->dir);
    sqlite3_free(st->path);
    free(st);
}
