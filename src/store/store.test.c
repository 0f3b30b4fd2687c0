/* store.test.c — group commit, savepoints, versions, opening, and reading beside writing. */
#include "base/test.h"
#include "store/inside.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char schema_1[] =
    "CREATE TABLE note (id INTEGER PRIMARY KEY, who INTEGER NOT NULL, body TEXT NOT NULL "
    "UNIQUE)"
    " STRICT;"
    "CREATE TABLE mark (note INTEGER PRIMARY KEY REFERENCES note (id) DEFERRABLE INITIALLY"
    " DEFERRED) STRICT;";
static const struct migration list[] = { { 1, "notes", { schema_1, sizeof schema_1 - 1 } } };

/* Tables 0 and 200. */
#define NOTE                                                                                   \
    {                                                                                          \
        {                                                                                      \
            1                                                                                  \
        }                                                                                      \
    }
#define MARK                                                                                   \
    {                                                                                          \
        {                                                                                      \
            0, 0, 0, 256                                                                       \
        }                                                                                      \
    }
static const table_set note_table = NOTE, mark_table = MARK;
static const struct query note_add = {
    0, "note_add", "INSERT INTO note (who, body) VALUES (?1, ?2)", { { 0 } }, NOTE,
};
static const struct query note_count = {
    1, "note_count", "SELECT count(*) FROM note", NOTE, { { 0 } }
};
static const struct query mark_add = {
    2, "mark_add", "INSERT INTO mark VALUES (?1)", { { 0 } }, MARK
};
static const struct query note_body = {
    3, "note_body", "SELECT body FROM note WHERE id = ?1", NOTE, { { 0 } },
};

static enum err add_note(struct tx *tx, int64_t who, struct str body)
{
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &note_add, &s));
    bind_int(s, 1, who);
    bind_text(s, 2, body);
    const enum err e = query_step(tx->db, &note_add, s, &row);
    query_done(s);
    return e;
}

static int64_t count_notes(struct db *db)
{
    struct sqlite3_stmt *s;
    bool row = false;
    CHECK_OK(query_start(db, &note_count, &s));
    CHECK_OK(query_step(db, &note_count, s, &row));
    CHECK(row);
    const int64_t n = column_int(s, 0);
    query_done(s);
    return n;
}

static enum err add_text(struct tx *tx, void *body)
{
    return add_note(tx, 1, str_of(body));
}

static struct store *fresh(void)
{
    struct store *st;
    CHECK_OK(store_open_memory_with(&st, list, 1));
    return st;
}

/* ---- one work */

static void keeps_what_succeeds(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "one"));
    assert_int_equal(count_notes(db), 1);
    store_reader_close(db);
    store_close(st);
}

static enum err add_and_fail(struct tx *tx, void *with)
{
    (void)with;
    TRY(add_note(tx, 1, STR("half")));
    return FAIL(ERR_FORM, "changed its mind");
}

static void undoes_what_fails(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    assert_int_equal(store_write(st, add_and_fail, NULL), ERR_FORM);
    CHECK_HAS(str_of(err_why()), "changed its mind"); /* the reason travels to the caller */
    assert_int_equal(count_notes(db), 0);
    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "same"));
    assert_int_equal(store_write(st, add_text, (void *)(uintptr_t) "same"), ERR_CLASH);
    assert_int_equal(count_notes(db), 1);
    store_reader_close(db);
    store_close(st);
}

static enum err mark_nothing(struct tx *tx, void *with)
{
    (void)with;
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &mark_add, &s));
    bind_int(s, 1, 999);
    const enum err e = query_step(tx->db, &mark_add, s, &row);
    query_done(s);
    return e;
}

static enum err write_from_within(struct tx *tx, void *with)
{
    (void)tx;
    return store_write(with, add_text, (void *)(uintptr_t) "inner");
}

static void never_waits_for_itself(void **state)
{
    (void)state;
    struct store *st = fresh();
    assert_int_equal(store_write(st, write_from_within, st), ERR_BROKEN);
    CHECK(store_ok(st));
    store_close(st);
}

static void texts_and_bytes_come_back(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    struct arena a = { 0 };
    struct sqlite3_stmt *s;
    bool row;
    CHECK_OK(store_reader(st, &db));
    CHECK_OK(store_write(st, add_text, NULL)); /* the empty text is '', not NULL */
    CHECK_OK(query_start(db, &note_body, &s));
    bind_int(s, 1, 1);
    CHECK_OK(query_step(db, &note_body, s, &row));
    CHECK(row && !column_null(s, 0));
    const struct str body = column_bytes(s, 0, &a);
    assert_int_equal(body.n, 0);
    struct sqlite3_stmt *again;
    assert_int_equal(query_start(db, &note_body, &again), ERR_BROKEN); /* inside itself */
    query_done(s);
    arena_end(&a);
    store_reader_close(db);
    store_close(st);
}

/* ---- many at once */

enum { THREADS = 8, EACH = 32 };

struct crowd {
    struct store *st;
    struct db *look; /* of the writer thread: used in the answers only */
    pthread_mutex_t gate;
    pthread_mutex_t lock;
    pthread_cond_t told;
    int answered, kept, clashed;
    bool early; /* an answer came before its row could be seen */
};
struct one {
    struct crowd *crowd;
    int who, n;
};

static enum err add_one(struct tx *tx, void *with)
{
    const struct one *one = with;
    char body[32];
    /* One in eight breaks the unique key, one in eight refers to nothing at the commit. */
    if (one->n % 8 == 3)
        snprintf(body, sizeof body, "double");
    else
        snprintf(body, sizeof body, "%d-%d", one->who, one->n);
    TRY(add_note(tx, one->who, str_of(body)));
    return one->n % 8 == 5 ? mark_nothing(tx, NULL) : OK;
}

static void answered(enum err e, void *with)
{
    struct one *one = with;
    struct crowd *c = one->crowd;
    pthread_mutex_lock(&c->lock);
    c->answered++;
    c->kept += e == OK;
    c->clashed += e == ERR_CLASH;
    if (count_notes(c->look) < c->kept) c->early = true;
    pthread_cond_signal(&c->told);
    pthread_mutex_unlock(&c->lock);
    free(one);
}

static void *submit_many(void *with)
{
    const struct one *me = with;
    for (int i = 0; i < EACH; i++) {
        struct one *one = malloc(sizeof *one);
        CHECK(one != NULL);
        *one = (struct one){ me->crowd, me->who, i };
        CHECK_OK(store_submit(me->crowd->st, add_one, answered, one));
    }
    return NULL;
}

static enum err hold(struct tx *tx, void *gate)
{
    (void)tx;
    pthread_mutex_lock(gate); /* until all have handed in theirs */
    pthread_mutex_unlock(gate);
    return OK;
}

static void ignore(enum err e, void *with)
{
    (void)e, (void)with;
}

static void a_group_is_kept_without_its_failures(void **state)
{
    (void)state;
    struct crowd c = { .st = fresh() };
    pthread_t threads[THREADS];
    struct one who[THREADS];
    pthread_mutex_init(&c.gate, NULL);
    pthread_mutex_init(&c.lock, NULL);
    pthread_cond_init(&c.told, NULL);
    CHECK_OK(store_reader(c.st, &c.look));
    const uint64_t notes = store_version(c.st, note_table),
                   marks = store_version(c.st, mark_table);
    pthread_mutex_lock(&c.gate);
    CHECK_OK(store_submit(c.st, hold, ignore, &c.gate));
    for (int i = 0; i < THREADS; i++) {
        who[i] = (struct one){ &c, i, 0 };
        CHECK(pthread_create(&threads[i], NULL, submit_many, &who[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    assert_int_equal(c.answered, 0);
    pthread_mutex_unlock(&c.gate);
    pthread_mutex_lock(&c.lock);
    while (c.answered < THREADS * EACH) pthread_cond_wait(&c.told, &c.lock);
    pthread_mutex_unlock(&c.lock);
    CHECK(!c.early);
    /* a quarter was wrong, but the first "double" is no double */
    assert_int_equal(c.kept, THREADS * EACH * 3 / 4 + 1);
    assert_int_equal(c.clashed, THREADS * EACH / 4 - 1);
    assert_int_equal(count_notes(c.look), c.kept);
    /* 256 works, one commit or few: that is what makes it fast */
    const uint64_t commits = store_version(c.st, note_table) - notes;
    assert_in_range(commits, 1, 4);
    assert_int_equal(store_version(c.st, mark_table), marks); /* no mark was ever kept */
    store_reader_close(c.look);
    store_close(c.st);
}

static void closing_answers_what_waits(void **state)
{
    (void)state;
    struct crowd c = { .st = fresh() };
    pthread_mutex_init(&c.lock, NULL);
    pthread_cond_init(&c.told, NULL);
    CHECK_OK(store_reader(c.st, &c.look));
    struct one me = { &c, 1, 0 };
    submit_many(&me);
    struct db *look = c.look;
    while (true) { /* the answers look through c.look, so it closes after them */
        pthread_mutex_lock(&c.lock);
        const bool all = c.answered == EACH;
        pthread_mutex_unlock(&c.lock);
        if (all) break;
        usleep(1000);
    }
    store_reader_close(look);
    store_close(c.st);
    assert_int_equal(c.answered, EACH);
}

static void a_full_queue_says_so(void **state)
{
    (void)state;
    struct store *st = fresh();
    pthread_mutex_t gate;
    pthread_mutex_init(&gate, NULL);
    pthread_mutex_lock(&gate);
    CHECK_OK(store_submit(st, hold, ignore, &gate));
    enum err e = OK;
    int n = 0;
    while (e == OK && n < QUEUE + GROUP + 10) {
        e = store_submit(st, hold, ignore, &gate);
        n++;
    }
    assert_int_equal(e, ERR_BUSY);
    assert_in_range(n, QUEUE, QUEUE + GROUP + 2); /* a group may be under way */
    pthread_mutex_unlock(&gate);
    store_close(st);
}

/* ---- versions and reading */

static void versions_tell_tables_apart(void **state)
{
    (void)state;
    struct store *st = fresh(), *other = fresh();
    const uint64_t notes = store_version(st, note_table), marks = store_version(st, mark_table),
                   both = store_version(st, tables_together(note_table, mark_table));
    CHECK(notes != store_version(other, note_table)); /* two runs never meet */
    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "x"));
    CHECK(store_version(st, note_table) != notes);
    CHECK(store_version(st, tables_together(note_table, mark_table)) != both);
    CHECK(store_version(st, mark_table) == marks);
    const uint64_t after = store_version(st, note_table);
    assert_int_equal(store_write(st, add_and_fail, NULL), ERR_FORM);
    CHECK(store_version(st, note_table) == after); /* nothing was kept */
    store_close(other);
    store_close(st);
}

static void a_snapshot_stands_still(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    CHECK_OK(db_begin(db));
    assert_int_equal(count_notes(db), 0);
    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "later"));
    assert_int_equal(count_notes(db), 0);
    db_end(db);
    assert_int_equal(count_notes(db), 1);
    assert_true(tables_equal(db_reads(db), note_table));
    db_reads_reset(db);
    assert_true(tables_none(db_reads(db)));
    store_reader_close(db);
    store_close(st);
}

/* ---- a connection that keeps its snapshot */

static void sees_what_was_written_at_once(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    db_keep(db);
    for (int i = 0; i < 20; i++) {
        char body[16];
        CHECK_OK(db_begin(db));
        assert_int_equal(count_notes(db), i);
        db_end(db);
        snprintf(body, sizeof body, "%d", i);
        CHECK_OK(store_write(st, add_text, body));
    }
    store_reader_close(db); /* with its snapshot still open */
    store_close(st);
}

static void reads_only_inside_a_snapshot(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    struct sqlite3_stmt *s;
    CHECK_OK(store_reader(st, &db));
    db_keep(db);
    assert_int_equal(query_start(db, &note_count, &s), ERR_BROKEN);
    CHECK_HAS(str_of(err_why()), "outside a snapshot");
    CHECK_OK(db_begin(db));
    assert_int_equal(count_notes(db), 0);
    db_end(db);
    db_end(db); /* once too often does no harm */
    assert_int_equal(query_start(db, &note_count, &s), ERR_BROKEN);
    store_reader_close(db);
    store_close(st);
}

static void rests_when_it_is_told(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    db_keep(db);
    CHECK_OK(db_begin(db));
    assert_int_equal(count_notes(db), 0);
    db_rest(db); /* somebody is in it: nothing happens yet */
    assert_int_equal(count_notes(db), 0);
    db_end(db);
    assert_false(sqlite3_get_autocommit(db->c));
    db_rest(db);
    assert_true(sqlite3_get_autocommit(db->c));
    CHECK_OK(db_begin(db));
    assert_int_equal(count_notes(db), 0);
    db_end(db);
    store_reader_close(db);
    store_close(st);
}

static enum err mark_first(struct tx *tx, void *with)
{
    (void)with;
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &mark_add, &s));
    bind_int(s, 1, 1);
    const enum err e = query_step(tx->db, &mark_add, s, &row);
    query_done(s);
    return e;
}

/* Rows that are kept go when their own table is written, and not when another is. */
static void rows_go_when_their_table_is_written(void **state)
{
    (void)state;
    const struct str asked = STR("which");
    const int64_t given = 7;
    struct store *st = fresh();
    struct db *db;
    const void *rows;
    size_t n;
    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "one"));
    CHECK_OK(store_reader(st, &db));
    db_keep(db);
    CHECK_OK(db_begin(db));
    kept_put(db, &note_count, &asked, 1, &given, 1, sizeof given);
    db_end(db);

    CHECK_OK(store_write(st, mark_first, NULL));
    CHECK_OK(db_begin(db));
    assert_true(kept_find(db, &note_count, &asked, 1, &rows, &n));
    assert_int_equal(*(const int64_t *)rows, given);
    db_end(db);

    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "two"));
    CHECK_OK(db_begin(db));
    assert_false(kept_find(db, &note_count, &asked, 1, &rows, &n));
    kept_put(db, &note_count, &asked, 1, &given, 1, sizeof given);
    db_end(db);

    db_rest(db); /* nothing was written, but what is asked no more has to make room */
    CHECK_OK(db_begin(db));
    assert_false(kept_find(db, &note_count, &asked, 1, &rows, &n));
    db_end(db);
    store_reader_close(db);
    store_close(st);
}

/* A snapshot that stays must not keep the log from starting again: it would fill the disk. */
static void the_log_starts_again(void **state)
{
    (void)state;
    enum { WRITES = 1500, LONG = 16 * 1024 };
    struct store *st = fresh();
    struct db *db;
    struct stat wal;
    char *body = malloc(LONG), path[512];
    assert_non_null(body);
    memset(body, 'x', LONG);
    body[LONG - 1] = 0;
    CHECK_OK(store_reader(st, &db));
    db_keep(db);
    for (int i = 0; i < WRITES; i++) {
        snprintf(body, 16, "%08d", i);
        body[8] = 'x';
        CHECK_OK(store_write(st, add_text, body));
        usleep(100); /* the log is moved behind the answer */
        CHECK_OK(db_begin(db));
        assert_int_equal(count_notes(db), i + 1);
        db_end(db);
    }
    snprintf(path, sizeof path, "%s-wal", st->path);
    assert_int_equal(stat(path, &wal), 0);
    assert_true(wal.st_size < WRITES * LONG / 2);
    store_reader_close(db);
    store_close(st);
    free(body);
}

/* What was written reaches the data file by itself, while nobody waits for it. */
static void the_log_is_moved(void **state)
{
    (void)state;
    enum { LONG = 3000 * 1024 };
    struct store *st = fresh();
    struct stat file = { 0 };
    char *body = malloc(LONG);
    assert_non_null(body);
    memset(body, 'x', LONG);
    body[LONG - 1] = 0;
    CHECK_OK(store_write(st, add_text, body));
    for (int i = 0; i < 500 && file.st_size < LONG; i++) {
        usleep(10000);
        assert_int_equal(stat(st->path, &file), 0);
    }
    assert_true(file.st_size >= LONG);
    store_close(st);
    free(body);
}

static void a_reader_cannot_write(void **state)
{
    (void)state;
    struct store *st = fresh();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    struct tx forged = { .db = db };
    CHECK(add_note(&forged, 1, STR("sneaky")) != OK);
    store_reader_close(db);
    store_close(st);
}

/* ---- opening */

static char *temporary(char *name, size_t n)
{
    snprintf(name, n, "/tmp/store-test-XXXXXX");
    CHECK(mkdtemp(name) != NULL);
    return name;
}

static void remove_all(const char *dir)
{
    static const char *const names[] = { "dialoog.db", "dialoog.db-wal", "dialoog.db-shm",
                                         "dialoog.lock" };
    char path[300];
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        unlink(path);
    }
    rmdir(dir);
}

static void one_process_at_a_time(void **state)
{
    (void)state;
    char dir[64];
    struct store *st, *second;
    struct db *db;
    CHECK_OK(store_open_with(&st, temporary(dir, sizeof dir), STORE_SERVE, list, 1));
    assert_int_equal(store_open_with(&second, dir, STORE_SERVE, list, 1), ERR_CLASH);
    CHECK_HAS(str_of(store_refusal()), "in use");
    CHECK(second == NULL);
    CHECK_OK(store_write(st, add_text, (void *)(uintptr_t) "seen"));
    CHECK_OK(store_open_with(&second, dir, STORE_READ, list, 1)); /* beside it: reading only */
    CHECK_OK(store_reader(second, &db));
    assert_int_equal(count_notes(db), 1);
    assert_int_equal(store_write(second, add_text, (void *)(uintptr_t) "no"), ERR_BROKEN);
    store_reader_close(db);
    store_close(second);
    store_close(st);
    CHECK_OK(store_open_with(&st, dir, STORE_SERVE, list, 1)); /* the lock went with it */
    store_close(st);
    remove_all(dir);
}

static void makes_private_files(void **state)
{
    (void)state;
    char parent[64], dir[80], path[96];
    struct store *st;
    struct stat about;
    snprintf(dir, sizeof dir, "%s/new", temporary(parent, sizeof parent));
    assert_int_equal(store_open_with(&st, dir, STORE_READ, list, 1), ERR_MISSING);
    CHECK_OK(store_open_with(&st, dir, STORE_SERVE, list, 1));
    snprintf(path, sizeof path, "%s/dialoog.db", dir);
    CHECK(stat(path, &about) == 0 && (about.st_mode & 077) == 0);
    snprintf(path, sizeof path, "%s/dialoog.db-wal", dir);
    CHECK(stat(path, &about) == 0 && (about.st_mode & 077) == 0);
    store_close(st);
    remove_all(dir);
    rmdir(parent);
}

static void set_as_promised(void **state)
{
    (void)state;
    static const struct {
        const char *pragma;
        int64_t value;
    } promises[] = {
        { "PRAGMA synchronous", 2 },   { "PRAGMA foreign_keys", 1 },
        { "PRAGMA secure_delete", 1 }, { "PRAGMA trusted_schema", 0 },
        { "PRAGMA mmap_size", 0 },     { "PRAGMA temp_store", 2 },
    };
    char dir[64];
    struct store *st;
    CHECK_OK(store_open_with(&st, temporary(dir, sizeof dir), STORE_SERVE, list, 1));
    for (size_t i = 0; i < COUNT_OF(promises); i++) {
        sqlite3_stmt *s = NULL;
        CHECK(sqlite3_prepare_v2(st->writing->c, promises[i].pragma, -1, &s, NULL) ==
              SQLITE_OK);
        if (sqlite3_step(s) == SQLITE_ROW)
            assert_int_equal(sqlite3_column_int64(s, 0), promises[i].value);
        sqlite3_finalize(s);
    }
    store_close(st);
    remove_all(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_succeeds),
        cmocka_unit_test(undoes_what_fails),
        cmocka_unit_test(never_waits_for_itself),
        cmocka_unit_test(texts_and_bytes_come_back),
        cmocka_unit_test(a_group_is_kept_without_its_failures),
        cmocka_unit_test(closing_answers_what_waits),
        cmocka_unit_test(a_full_queue_says_so),
        cmocka_unit_test(versions_tell_tables_apart),
        cmocka_unit_test(a_snapshot_stands_still),
        cmocka_unit_test(sees_what_was_written_at_once),
        cmocka_unit_test(reads_only_inside_a_snapshot),
        cmocka_unit_test(rests_when_it_is_told),
        cmocka_unit_test(rows_go_when_their_table_is_written),
        cmocka_unit_test(the_log_starts_again),
        cmocka_unit_test(the_log_is_moved),
        cmocka_unit_test(a_reader_cannot_write),
        cmocka_unit_test(one_process_at_a_time),
        cmocka_unit_test(makes_private_files),
        cmocka_unit_test(set_as_promised),
    };
    return RUN_TESTS(tests);
}
