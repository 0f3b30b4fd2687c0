/* inspect.c — see inspect.h. */
#include "store/inspect.h"
#include "store/inside.h"

#include <string.h>

typedef void inspect_say(struct str line, void *with);

/* Each row of the pragma that is not "ok" is something wrong. */
static enum err inspect_by(struct db *db, const char *sql, inspect_say *say, void *with,
                           int64_t *wrong)
{
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(db->c, sql, -1, &s, NULL);
    while (rc == SQLITE_OK || rc == SQLITE_ROW) {
        rc = sqlite3_step(s);
        if (rc != SQLITE_ROW) break;
        const char *line = (const char *)sqlite3_column_text(s, 0);
        if (!line || strcmp(line, "ok") == 0) continue;
        say(str_of(line), with);
        ++*wrong;
    }
    sqlite3_finalize(s);
    return rc == SQLITE_DONE ? OK : db_err(db->c, rc, "inspect");
}

enum err store_inspect(struct store *st, inspect_say *say, void *with, int64_t *wrong)
{
    struct db *db;
    *wrong = 0;
    TRY(store_reader(st, &db));
    enum err e = inspect_by(db, "PRAGMA integrity_check(100)", say, with, wrong);
    if (e == OK)
        e = inspect_by(db,
                       "SELECT printf('table %s, row %d: what it points to in %s is not there',"
                       " f.\"table\", coalesce(f.rowid, 0), f.parent)"
                       " FROM pragma_foreign_key_check f LIMIT 100",
                       say, with, wrong);
    store_reader_close(db);
    return e;
}
