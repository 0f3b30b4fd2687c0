/* inside.h — what the files of store/ share, and their tests use. Nobody else includes this. */
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include "store/migrations.h"
#include "store/store.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>

/* GROUP: so many works share a commit at most; with more, who is behind them waits too long. The log is
 * moved whenever it grew by SWEEP_PAGES, and at LOG_PAGES it has to start again from the front. */
enum { QUEUE = 10000, GROUP = 128, SWEEP_PAGES = 500, LOG_PAGES = 2500, BUSY_MS = 5000 };

/* Statements that every connection keeps ready. */
enum own { OWN_BEGIN, OWN_WRITE, OWN_COMMIT, OWN_ROLLBACK, OWN_SAVE, OWN_KEEP, OWN_UNDO, OWNS };

/* What `kept` queries gave in the snapshot that is open: see store.h, db_keep. */
enum { KEPT = 64 };
struct kept {
    const struct query *query;
    struct str key; /* the arguments, one behind the other, each with its length */
    void *rows;
    size_t rows_n;
};

struct db {
    const struct store *st;
    sqlite3 *c;
    sqlite3_stmt **ready; /* by query id */
    size_t ready_n;
    sqlite3_stmt *own[OWNS];
    table_set reads, writes; /* of the queries started, until they are reset */
    /* of a connection that keeps its snapshot */
    bool keeps, held, open; /* held: between db_begin and db_end; open: SQLite has it open */
    pthread_mutex_t lock;   /* while it is held, or let go by another thread */
    atomic_bool tired;      /* its snapshot has been open long enough */
    uint64_t change;        /* of the store, when the snapshot began */
    struct versions then;   /* of its tables, just before that */
    struct kept kept[KEPT];
    size_t kept_n;
    struct arena rows; /* of `kept` */
};

struct store {
    char *dir, *path;
    int lock;           /* descriptor of the lock file, -1 without */
    bool temporary;     /* a test's: removed on closing, and not kept safe from a power cut */
    struct db *writing; /* the writer's connection; NULL in STORE_READ */
    struct writer *writer;
    struct sweeper *sweeper;
    uint64_t seed; /* versions of two runs of the program never meet */
    _Atomic uint64_t version[TABLES_MOST];
    _Atomic uint64_t change; /* with every commit */
    /* The log is long: nobody keeps a snapshot now, so that it can start again from the front. */
    atomic_bool crowded;
    atomic_bool failed; /* the disk did, and nothing is written any more: see store_ok */
    atomic_bool wiping; /* the same until the log is emptied of what was erased */
};

/* ---- store.c */

/* store_open with other migrations than the program's own. */
MUST_CHECK enum err store_open_with(struct store **st, const char *dir, enum store_mode mode,
                                    const struct migration *list, size_t n);
MUST_CHECK enum err store_open_memory_with(struct store **st, const struct migration *list,
                                           size_t n);
MUST_CHECK enum err db_open(const struct store *st, bool writes, struct db **db);
void db_close(struct db *db);
/* What a result code of SQLite means for a visitor; remembers `doing` and SQLite's words. */
MUST_CHECK enum err db_err(sqlite3 *c, int rc, const char *doing);
MUST_CHECK enum err db_own(struct db *db, enum own which);
MUST_CHECK enum err db_exec(struct db *db, const char *sql);
/* Remembers the sentence for store_refusal, and fails. */
MUST_CHECK PRINTF(2, 3) enum err store_refuse(enum err code, const char *sentence, ...);

/* ---- clean.c */

/* Makes the file system "clean" known to SQLite; once, before a file is opened. */
void clean_register(void);

/* ---- writer.c */

MUST_CHECK enum err writer_start(struct store *st);
void writer_stop(struct store *st); /* after the last waiting work */
/* The tables of this set were written. */
void versions_bump(struct store *st, table_set tables);

/* ---- sweep.c */

MUST_CHECK enum err sweeper_start(struct store *st);
void sweeper_stop(struct store *st);
void sweeper_wake(struct store *st); /* the log has grown */

/* ---- migrate.c */

MUST_CHECK enum err migrate(struct db *db, const struct migration *list, size_t n,
                            bool may_write);

#endif
