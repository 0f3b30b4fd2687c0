/* query.c — prepared statements, what goes in and what comes out: the ground of generated code. */
#include "store/inside.h"

#include <stdlib.h>
#include <string.h>

static enum err make_room(struct db *db, size_t id)
{
    if (id < db->ready_n) return OK;
    const size_t room = id + 64;
    sqlite3_stmt **grown = realloc(db->ready, room * sizeof *grown);
    if (!grown) return FAIL(ERR_BUSY, "no memory for statements");
    memset(grown + db->ready_n, 0, (room - db->ready_n) * sizeof *grown);
    db->ready = grown;
    db->ready_n = room;
    return OK;
}

enum err query_start(struct db *db, const struct query *q, sqlite3_stmt **s)
{
    if (db->keeps && !db->held) return FAIL(ERR_BROKEN, "%s outside a snapshot", q->name);
    TRY(make_room(db, (size_t)q->id));
    sqlite3_stmt **ready = &db->ready[q->id];
    if (!*ready) {
        const int rc =
            sqlite3_prepare_v3(db->c, q->sql, -1, SQLITE_PREPARE_PERSISTENT, ready, NULL);
        TRY(db_err(db->c, rc, q->name));
    }
    if (sqlite3_stmt_busy(*ready)) return FAIL(ERR_BROKEN, "%s runs inside itself", q->name);
    db->reads = tables_together(db->reads, q->reads);
    db->writes = tables_together(db->writes, q->writes);
    *s = *ready;
    return OK;
}

enum err query_step(struct db *db, const struct query *q, sqlite3_stmt *s, bool *row)
{
    const int rc = sqlite3_step(s);
    *row = rc == SQLITE_ROW;
    return db_err(db->c, rc, q->name);
}

void query_done(sqlite3_stmt *s)
{
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
}

table_set db_reads(const struct db *db)
{
    return db->reads;
}

void db_reads_reset(struct db *db)
{
    db->reads = (table_set){ 0 };
}

void *rows_grow(struct arena *a, void *rows, size_t n, size_t *room, size_t size)
{
    if (n < *room) return rows;
    *room = *room ? *room * 2 : 16;
    void *grown = arena_take(a, *room, size); /* zeroed: not every field is always filled */
    if (n) memcpy(grown, rows, n * size);
    return grown;
}

/* Binding what is borrowed takes no memory, so it cannot fail on a parameter that exists, and
 * tools/queryc has seen that it does. Longer than SQLite takes (a thousand million bytes) stays
 * NULL; what may be sent is bounded far below that. */

void bind_int(sqlite3_stmt *s, int at, int64_t x)
{
    sqlite3_bind_int64(s, at, x);
}

void bind_text(sqlite3_stmt *s, int at, struct str x)
{
    sqlite3_bind_text64(s, at, x.n ? x.s : "", x.n, SQLITE_STATIC, SQLITE_UTF8);
}

void bind_bytes(sqlite3_stmt *s, int at, struct str x)
{
    sqlite3_bind_blob64(s, at, x.n ? x.s : "", x.n, SQLITE_STATIC);
}

int64_t column_int(sqlite3_stmt *s, int col)
{
    return sqlite3_column_int64(s, col);
}

struct str column_bytes(sqlite3_stmt *s, int col, struct arena *a)
{
    /* Text and bytes alike come as they are stored, without the zero that column_text would add. */
    const void *bytes = sqlite3_column_blob(s, col);
    const int n = bytes ? sqlite3_column_bytes(s, col) : 0;
    if (n <= 0) return (struct str){ "", 0 };
    return arena_copy(a, (struct str){ bytes, (size_t)n });
}

bool column_null(sqlite3_stmt *s, int col)
{
    return sqlite3_column_type(s, col) == SQLITE_NULL;
}
