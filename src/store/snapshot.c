/* snapshot.c — what a connection sees between db_begin and db_end, and what it keeps of it. */
#include "store/inside.h"

#include <string.h>

void db_keep(struct db *db)
{
    if (db->keeps) return;
    pthread_mutex_init(&db->lock, NULL);
    db->keeps = true;
}

static void finish(struct db *db)
{
    db->open = false;
    if (sqlite3_get_autocommit(db->c)) return;
    const enum err e = db_own(db, OWN_COMMIT);
    (void)e; /* nothing was written, so nothing can be lost */
}

/* Rows go on to the next snapshot when no table they come from was written: somebody always writes
 * something during an evening. Now and then (db_rest) they go all the same, so that what is asked no more
 * makes room. `now` is from before the snapshot, so what was written since counts as written. */
static void rows_hold(struct db *db, const struct versions *now)
{
    table_set from = { 0 };
    for (size_t i = 0; i < db->kept_n; i++)
        from = tables_together(from, db->kept[i].query->reads);
    if (!atomic_load(&db->tired) && versions_sum(now, from) == versions_sum(&db->then, from))
        return;
    db->kept_n = 0;
    arena_reset(&db->rows);
}

static enum err begin_anew(struct db *db, uint64_t change)
{
    struct versions now;
    finish(db);
    store_versions(db->st, &now);
    rows_hold(db, &now);
    atomic_store(&db->tired, false);
    db->then = now;
    db->change = change;
    TRY(db_own(db, OWN_BEGIN));
    db->open = true;
    return OK;
}

enum err db_begin(struct db *db)
{
    if (!db->keeps) return db_own(db, OWN_BEGIN);
    pthread_mutex_lock(&db->lock);
    const uint64_t change = atomic_load_explicit(&db->st->change, memory_order_acquire);
    enum err e = OK;
    if (!db->open || db->change != change || atomic_load(&db->tired))
        e = begin_anew(db, change);
    db->held = e == OK;
    if (e != OK) pthread_mutex_unlock(&db->lock);
    return e;
}

void db_end(struct db *db)
{
    if (!db->keeps) {
        finish(db);
        return;
    }
    if (!db->held) return;
    /* SQLite ends a transaction by itself when the disk fails under it. */
    const bool kept = !atomic_load(&db->st->crowded) && !atomic_load(&db->st->wiping);
    if (!kept || sqlite3_get_autocommit(db->c)) finish(db);
    db->held = false;
    pthread_mutex_unlock(&db->lock);
}

void db_rest(struct db *db)
{
    if (!db->keeps) return;
    atomic_store(&db->tired, true);
    if (pthread_mutex_trylock(&db->lock) != 0) return; /* then its next db_begin sees to it */
    if (db->open) finish(db);
    pthread_mutex_unlock(&db->lock);
}

/* ---- kept rows, for generated code */

enum { KEY_MOST = 256, KEPT_MOST = 128 * 1024 };

/* The arguments as one text; false when they are longer than is worth keeping. */
static bool key_make(const struct str *args, size_t n, char *key, size_t *key_n)
{
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (at + sizeof args[i].n + args[i].n > KEY_MOST) return false;
        memcpy(key + at, &args[i].n, sizeof args[i].n);
        at += sizeof args[i].n;
        if (args[i].n) memcpy(key + at, args[i].s, args[i].n);
        at += args[i].n;
    }
    *key_n = at;
    return true;
}

bool kept_find(struct db *db, const struct query *q, const struct str *args, size_t n,
               const void **rows, size_t *rows_n)
{
    char key[KEY_MOST];
    size_t key_n;
    if (!db->held || !db->kept_n || !key_make(args, n, key, &key_n)) return false;
    for (size_t i = 0; i < db->kept_n; i++) {
        const struct kept *k = &db->kept[i];
        if (k->query != q || !str_eq(k->key, (struct str){ key, key_n })) continue;
        db->reads = tables_together(db->reads, q->reads);
        *rows = k->rows;
        *rows_n = k->rows_n;
        return true;
    }
    return false;
}

struct arena *kept_arena(struct db *db, struct arena *a)
{
    return db->held && db->kept_n < KEPT ? &db->rows : a;
}

void kept_put(struct db *db, const struct query *q, const struct str *args, size_t n,
              const void *rows, size_t rows_n, size_t size)
{
    char key[KEY_MOST];
    size_t key_n;
    if (!db->held || db->kept_n == KEPT || rows_n * size > KEPT_MOST ||
        !key_make(args, n, key, &key_n))
        return;
    struct kept *k = &db->kept[db->kept_n++];
    k->query = q;
    k->key = arena_copy(&db->rows, (struct str){ key, key_n });
    k->rows = arena_room(&db->rows, rows_n, size);
    k->rows_n = rows_n;
    if (rows_n) memcpy(k->rows, rows, rows_n * size);
}
