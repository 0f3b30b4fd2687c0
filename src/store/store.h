/* store.h — the one door to the data.
 *
 * Features never see a statement or a column number: queries live in <feature>.sql, and
 * tools/queryc makes each a function with typed arguments and rows, after trying it against the
 * real schema. Reading takes a `struct db *`, writing a `struct tx *`, so a page that only reads
 * cannot write.
 *
 *   struct store   an opened data file: its one writer thread and its table versions
 *   struct db      one connection that reads; belongs to one thread at a time
 *   struct tx      inside a write transaction, on the writer thread only
 *
 * Kept: WAL, synchronous=FULL, foreign keys, secure_delete; an answer after a write means the
 * data is on the disk. An error at commit means "unknown", never "no". */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/base.h"

struct store;
struct db;
struct tx {
    struct db *db; /* reading inside the transaction */
    bool wipes;    /* see tx_wipes */
};

/* ---- opening ---- */

enum store_mode {
    STORE_SERVE, /* takes the lock of the data directory; migrates forward; starts the writer */
    STORE_READ,  /* no lock, no writing: beside a running server */
};
/* Opens `<dir>/dialoog.db`, making directory and file when absent (STORE_SERVE only).
 * Fails: ERR_CLASH when another process holds the lock; ERR_BROKEN with a sentence for a schema
 * that is newer than this program or was changed after it was applied (`store_refusal` then gives
 * the sentence for the administrator). Cost: one fsync, plus what migrations take. */
MUST_CHECK enum err store_open(struct store **st, const char *dir, enum store_mode mode);
/* The same on a fresh database in memory, for tests: every migration applied. */
MUST_CHECK enum err store_open_memory(struct store **st);
/* Waits for the writes that were handed in, closes everything. NULL is allowed. */
void store_close(struct store *st);

/* A reading connection; its statements stay prepared. Close before the store. */
MUST_CHECK enum err store_reader(struct store *st, struct db **db);
void store_reader_close(struct db *db);
/* One snapshot for all reads between the two; without them each query sees the newest. */
MUST_CHECK enum err db_begin(struct db *db);
void db_end(struct db *db);
/* For a connection that answers request after request. From here on it reads only between db_begin and
 * db_end (elsewhere a query gives ERR_BROKEN). Its snapshot stays open for the next db_begin as long as
 * nothing was written and the log of writes is short. The rows of queries marked `kept` stay with it, and
 * go on to the next as long as their tables were not written: what those gave lives until the next
 * db_begin. `db_rest`, which any thread may call, lets the
 * snapshot go when nobody is in it, or has the next db_begin take a new one; call it a few times a
 * second, because what a snapshot still shows cannot be cleaned up. */
void db_keep(struct db *db);
void db_rest(struct db *db);

/* ---- writing ---- */

/* Runs on the writer thread inside a savepoint: kept when it gives OK, undone otherwise. */
typedef enum err store_work(struct tx *tx, void *with);
/* Hands work in and waits until it is on the disk. Waiting works are grouped into one transaction. */
MUST_CHECK enum err store_write(struct store *st, store_work *work, void *with);
/* Hands work in and returns; `done(result, with)` is called on the writer thread after the commit
 * (or the failure). Fails: ERR_BUSY when 10,000 already wait. */
typedef void store_done(enum err result, void *with);
MUST_CHECK enum err store_submit(struct store *st, store_work *work, store_done *done,
                                 void *with);
/* Of a work that erases: what it took out must stand nowhere any more. Deleted pages are overwritten at
 * once; the log of writes still holds what they were before. After the answer the writer moves the log
 * into the data file and empties it, and tries again, also when nothing else is written, until no
 * snapshot needs it: at most as long as db_rest lets one live. `store_wiped` tells when it was done. */
void tx_wipes(struct tx *tx);
bool store_wiped(const struct store *st);
/* False once the disk failed under a commit: nothing is written any more (every write gives
 * ERR_BROKEN), because a disk that forgot once cannot be asked again. Close and start anew. */
bool store_ok(const struct store *st);

/* ---- versions: what cached pages depend on ---- */

/* A set of tables, one bit for each; the sets of one are made by queryc (`TABLE_…` in gen/tables.h).
 * Zeroed it is empty. */
enum { TABLES_MOST = 256, TABLE_SET_WORDS = TABLES_MOST / 64 };
typedef struct {
    uint64_t word[TABLE_SET_WORDS];
} table_set;
static inline table_set tables_together(table_set a, table_set b) /* those of both */
{
    for (int i = 0; i < TABLE_SET_WORDS; i++) a.word[i] |= b.word[i];
    return a;
}
static inline bool tables_none(table_set a)
{
    uint64_t any = 0;
    for (int i = 0; i < TABLE_SET_WORDS; i++) any |= a.word[i];
    return !any;
}
static inline bool tables_equal(table_set a, table_set b)
{
    uint64_t differ = 0;
    for (int i = 0; i < TABLE_SET_WORDS; i++) differ |= a.word[i] ^ b.word[i];
    return !differ;
}
/* A number that changes with every commit that writes one of those tables. Cost: a few loads. */
uint64_t store_version(const struct store *st, table_set tables);
/* The numbers of all tables at one moment, and what store_version gave then. Two of them are equal only
 * when nothing of those tables was written in between: numbers grow. */
struct versions {
    uint64_t seed, of[TABLES_MOST];
};
void store_versions(const struct store *st, struct versions *now);
uint64_t versions_sum(const struct versions *then, table_set tables);
/* The tables read through this connection since `db_reads_reset`. */
table_set db_reads(const struct db *db);
void db_reads_reset(struct db *db);

/* ---- care ---- */

/* Copies the whole data file, while it is in use, to `path` (which must not exist), and checks the
 * copy. `progress` may be NULL. Fails: ERR_CLASH, ERR_FULL, ERR_BROKEN. */
MUST_CHECK enum err store_backup(struct store *st, const char *path,
                                 void (*progress)(int done, int total, void *with), void *with);
const char *store_refusal(void); /* why store_open refused, for the administrator, in English */

/* ---- for generated code only ---- */

struct query {
    int id; /* unique in the program: index of the prepared statement */
    const char *name, *sql;
    table_set reads, writes;
};
struct sqlite3_stmt;
MUST_CHECK enum err query_start(struct db *db, const struct query *q, struct sqlite3_stmt **s);
MUST_CHECK enum err query_step(struct db *db, const struct query *q, struct sqlite3_stmt *s,
                               bool *row);
void query_done(struct sqlite3_stmt *s);
/* Room for one more after the `n` there are; `room` is how many fit. Doubles, in the arena. */
void *rows_grow(struct arena *a, void *rows, size_t n, size_t *room, size_t size);
/* What is bound is borrowed until query_done. An empty text is '', never NULL; what is not bound
 * is NULL. */
void bind_int(struct sqlite3_stmt *s, int at, int64_t x);
void bind_text(struct sqlite3_stmt *s, int at, struct str x);
void bind_bytes(struct sqlite3_stmt *s, int at, struct str x);
int64_t column_int(struct sqlite3_stmt *s, int col);
struct str column_bytes(struct sqlite3_stmt *s, int col, struct arena *a); /* TEXT or BLOB */
bool column_null(struct sqlite3_stmt *s, int col);
/* Queries marked `kept`: the rows that the same arguments gave in this snapshot; the memory for what
 * will be kept (the other when it will not); and keeping it. */
bool kept_find(struct db *db, const struct query *q, const struct str *args, size_t n,
               const void **rows, size_t *rows_n);
struct arena *kept_arena(struct db *db, struct arena *a);
void kept_put(struct db *db, const struct query *q, const struct str *args, size_t n,
              const void *rows, size_t rows_n, size_t size);

#endif
