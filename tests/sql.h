/* sql.h — by SQL, past every rule: what a test wants to be there, and what it counts. */
#ifndef TESTS_SQL_H
#define TESTS_SQL_H

#include "base/test.h"
#include "store/inside.h"

static inline enum err sql_work(struct tx *tx, void *with)
{
    return db_exec(tx->db, with);
}
static inline void sql_run(struct store *st, const char *text)
{
    CHECK_OK(store_write(st, sql_work, (void *)(uintptr_t)text));
}
/* The number in the first column of the first row. */
static inline int64_t sql_number(struct store *st, const char *text)
{
    sqlite3_stmt *s = NULL;
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    CHECK(sqlite3_prepare_v2(db->c, text, -1, &s, NULL) == SQLITE_OK);
    CHECK(sqlite3_step(s) == SQLITE_ROW);
    const int64_t n = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    store_reader_close(db);
    return n;
}

#endif
