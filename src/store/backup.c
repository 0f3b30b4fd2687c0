/* backup.c — a copy of the whole data file while it is in use. */
#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STEP_PAGES = 512 };

struct copy {
    struct db *from;
    sqlite3 *to;
    char *part, *dir; /* the name until it is finished, and where */
    void (*progress)(int done, int total, void *with);
    void *with;
};

/* Copies in one snapshot: without it every write would start the copy anew, and under steady
 * writing it would never end. */
static enum err copy_pages(struct copy *c)
{
    TRY(db_begin(c->from));
    int rc = sqlite3_exec(c->from->c, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
    enum err e = db_err(c->from->c, rc, "backup");
    sqlite3_backup *b = e == OK ? sqlite3_backup_init(c->to, "main", c->from->c, "main") : NULL;
    if (e == OK && !b) e = db_err(c->to, sqlite3_errcode(c->to), "backup");
    while (b && (rc = sqlite3_backup_step(b, STEP_PAGES)) != SQLITE_DONE) {
        if (rc != SQLITE_OK && rc != SQLITE_BUSY && rc != SQLITE_LOCKED) break;
        const int total = sqlite3_backup_pagecount(b);
        if (c->progress) c->progress(total - sqlite3_backup_remaining(b), total, c->with);
        if (rc != SQLITE_OK) sqlite3_sleep(20);
    }
    if (b) {
        sqlite3_backup_finish(b);
        e = db_err(c->to, rc, "backup");
    }
    db_end(c->from);
    return e;
}

static enum err copy_to_part(struct copy *c)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    enum err e = db_err(c->to, sqlite3_open_v2(c->part, &c->to, flags, "clean"), c->part);
    sqlite3_extended_result_codes(c->to, 1);
    /* No journal: a copy that is cut off is thrown away whole. */
    if (e == OK)
        e = db_err(c->to,
                   sqlite3_exec(c->to, "PRAGMA journal_mode = off; PRAGMA synchronous = off",
                                NULL, NULL, NULL),
                   "backup");
    if (e == OK) e = copy_pages(c);
    sqlite3_close_v2(c->to);
    c->to = NULL;
    return e;
}

/* The copy must be sound, and one file: without the mark that a log lies beside it. */
static enum err check_part(struct copy *c)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_open_v2(c->part, &db, SQLITE_OPEN_READWRITE, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(db, "PRAGMA journal_mode = delete", NULL, NULL, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &s, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_step(s);
    enum err e = db_err(db, rc, "checking the backup");
    if (e == OK && (rc != SQLITE_ROW || strcmp((const char *)sqlite3_column_text(s, 0), "ok")))
        e = FAIL(ERR_BROKEN, "the backup is damaged");
    sqlite3_finalize(s);
    sqlite3_close_v2(db);
    return e;
}

static enum err file_err(const char *path)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return FAIL(full              ? ERR_FULL
                : errno == EEXIST ? ERR_CLASH
                                  : ERR_BROKEN,
                "%s: %s", path, strerror(errno));
}

static enum err sync_path(const char *path)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return file_err(path);
    const enum err e = fsync(fd) == 0 ? OK : file_err(path);
    close(fd);
    return e;
}

/* Gives the copy its name; link() never replaces what is there. */
static enum err finish(struct copy *c, const char *path)
{
    TRY(check_part(c));
    TRY(sync_path(c->part));
    if (link(c->part, path) != 0) return file_err(path);
    return sync_path(c->dir);
}

enum err store_backup(struct store *st, const char *path,
                      void (*progress)(int done, int total, void *with), void *with)
{
    if (access(path, F_OK) == 0) return FAIL(ERR_CLASH, "%s exists already", path);
    const char *slash = strrchr(path, '/');
    struct copy c = {
        .part = sqlite3_mprintf("%s.part-XXXXXX", path),
        .dir =
            slash ? sqlite3_mprintf("%.*s/", (int)(slash - path), path) : sqlite3_mprintf("."),
        .progress = progress,
        .with = with,
    };
    enum err e = c.part && c.dir ? OK : FAIL(ERR_BUSY, "no memory for a backup");
    const int fd = e == OK ? mkostemp(c.part, O_CLOEXEC) : -1; /* readable for us alone */
    const bool ours = fd >= 0;
    if (ours)
        close(fd);
    else if (e == OK)
        e = file_err(c.part);
    if (e == OK) e = store_reader(st, &c.from);
    if (e == OK) e = copy_to_part(&c);
    if (e == OK) e = finish(&c, path);
    if (ours) unlink(c.part);
    store_reader_close(c.from);
    sqlite3_free(c.part);
    sqlite3_free(c.dir);
    return e;
}
