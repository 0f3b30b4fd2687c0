/* migrate.c — the schema goes forward, one numbered file at a time, each whole or not at all. */
#include "store/inside.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

enum { APPLICATION = 0x4469616c }; /* "Dial", in the header of the data file */

struct hash {
    char hex[65];
};

static enum err hash_of(struct str x, struct hash *h)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    size_t n = 0;
    if (!EVP_Q_digest(NULL, "SHA256", NULL, x.s, x.n, bytes, &n) || n != 32)
        return FAIL(ERR_BROKEN, "no SHA-256");
    for (size_t i = 0; i < n; i++) snprintf(h->hex + 2 * i, 3, "%02x", bytes[i]);
    return OK;
}

static enum err number_of(struct db *db, const char *sql, int64_t *x)
{
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(db->c, sql, -1, &s, NULL);
    *x = 0;
    if (rc == SQLITE_OK) rc = sqlite3_step(s);
    if (rc == SQLITE_ROW) *x = sqlite3_column_int64(s, 0);
    const enum err e = db_err(db->c, rc, sql);
    sqlite3_finalize(s);
    return e;
}

static enum err check_file(struct db *db, bool may_write)
{
    int64_t application, tables;
    TRY(number_of(db, "PRAGMA application_id", &application));
    TRY(number_of(db, "SELECT count(*) FROM sqlite_schema", &tables));
    if (application != APPLICATION && (application != 0 || tables != 0))
        return store_refuse(ERR_BROKEN, "dialoog.db is not a data file of this program");
    if (application == APPLICATION) return OK;
    if (!may_write)
        return store_refuse(ERR_BROKEN, "dialoog.db is still empty: start the server once");
    char sql[400];
    snprintf(sql, sizeof sql,
             "BEGIN IMMEDIATE; PRAGMA application_id = %d; CREATE TABLE migration ("
             "number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, "
             "applied INTEGER NOT NULL) STRICT; COMMIT",
             APPLICATION);
    return db_exec(db, sql);
}

/* Compares one row of `migration` with the file of that number. */
static enum err check_applied(sqlite3_stmt *s, const struct migration *list, size_t n,
                              size_t at)
{
    const int number = sqlite3_column_int(s, 0);
    const char *name = (const char *)sqlite3_column_text(s, 1),
               *was = (const char *)sqlite3_column_text(s, 2);
    if (at >= n)
        return store_refuse(ERR_BROKEN,
                            "the data was written by a newer version of this program (its "
                            "schema has number %d \"%s\", this program knows %zu)",
                            number, name ? name : "", n);
    struct hash now;
    TRY(hash_of(list[at].sql, &now));
    if (number == list[at].number && was && strcmp(was, now.hex) == 0) return OK;
    return store_refuse(ERR_BROKEN,
                        "schema %04d-%s.sql was changed after it was applied to this data: it "
                        "had SHA-256 %s, this program has %s",
                        list[at].number, list[at].name, was ? was : "", now.hex);
}

static enum err count_applied(struct db *db, const struct migration *list, size_t n,
                              size_t *applied)
{
    static const char sql[] = "SELECT number, name, sha256 FROM migration ORDER BY number";
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(db->c, sql, -1, &s, NULL);
    enum err e = OK;
    *applied = 0;
    while (rc == SQLITE_OK && e == OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
        e = check_applied(s, list, n, (*applied)++);
        rc = SQLITE_OK;
    }
    if (e == OK) e = db_err(db->c, rc, sql);
    sqlite3_finalize(s);
    return e;
}

static enum err run_all(struct db *db, const struct migration *m)
{
    const char *at = m->sql.s, *end = m->sql.s + m->sql.n;
    while (at < end) {
        sqlite3_stmt *s = NULL;
        int rc = sqlite3_prepare_v2(db->c, at, (int)(end - at), &s, &at);
        while (s && (rc = sqlite3_step(s)) == SQLITE_ROW) continue;
        const enum err e = db_err(db->c, rc, m->name);
        sqlite3_finalize(s);
        TRY(e);
    }
    return OK;
}

static enum err record(struct db *db, const struct migration *m)
{
    struct hash hash;
    TRY(hash_of(m->sql, &hash));
    sqlite3_stmt *s = NULL;
    int rc = sqlite3_prepare_v2(db->c, "INSERT INTO migration VALUES (?1, ?2, ?3, unixepoch())",
                                -1, &s, NULL);
    if (rc == SQLITE_OK) {
        sqlite3_bind_int(s, 1, m->number);
        sqlite3_bind_text(s, 2, m->name, -1, SQLITE_STATIC);
        sqlite3_bind_text(s, 3, hash.hex, -1, SQLITE_STATIC);
        rc = sqlite3_step(s);
    }
    const enum err e = db_err(db->c, rc, "record of a migration");
    sqlite3_finalize(s);
    return e;
}

static enum err apply_inside(struct db *db, const struct migration *m)
{
    TRY(run_all(db, m));
    int64_t broken;
    TRY(number_of(db, "SELECT count(*) FROM pragma_foreign_key_check", &broken));
    if (broken) return FAIL(ERR_BROKEN, "%s leaves references to what is not there", m->name);
    TRY(record(db, m));
    return db_own(db, OWN_COMMIT);
}

/* Foreign keys rest meanwhile, so that a table can be built anew; then all of them are checked. */
static enum err apply(struct db *db, const struct migration *m)
{
    TRY(db_exec(db, "PRAGMA foreign_keys = off"));
    enum err e = db_own(db, OWN_WRITE);
    if (e == OK) e = apply_inside(db, m);
    if (e != OK) {
        char why[300];
        snprintf(why, sizeof why, "%s", err_why());
        sqlite3_exec(db->c, "ROLLBACK", NULL, NULL, NULL);
        e = store_refuse(e, "schema %04d-%s.sql: %s", m->number, m->name, why);
    }
    sqlite3_exec(db->c, "PRAGMA foreign_keys = on", NULL, NULL, NULL);
    return e;
}

enum err migrate(struct db *db, const struct migration *list, size_t n, bool may_write)
{
    size_t applied;
    TRY(check_file(db, may_write));
    TRY(count_applied(db, list, n, &applied));
    if (applied < n && !may_write)
        return store_refuse(ERR_BROKEN, "the data is older than this program: start the server "
                                        "once, it brings the data up to date");
    for (size_t i = applied; i < n; i++) TRY(apply(db, &list[i]));
    return OK;
}
