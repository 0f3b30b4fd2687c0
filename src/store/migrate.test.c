/* migrate.test.c — the schema goes forward, whole steps only, and says why when it does not. */
#include "base/test.h"
#include "store/inside.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define MIGRATION(number, name, sql)                                                           \
    {                                                                                          \
        (number), (name),                                                                      \
        {                                                                                      \
            (sql), sizeof(sql) - 1                                                             \
        }                                                                                      \
    }

static const struct migration first[] = {
    MIGRATION(1, "notes",
              "-- A comment before,\nCREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;"
              "INSERT INTO note (id) VALUES (7); -- and after\n"),
};
static const struct migration both[] = {
    MIGRATION(1, "notes",
              "-- A comment before,\nCREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;"
              "INSERT INTO note (id) VALUES (7); -- and after\n"),
    MIGRATION(2, "bodies", "ALTER TABLE note ADD COLUMN body TEXT NOT NULL DEFAULT 'empty';"),
};
static const struct migration changed[] = {
    MIGRATION(1, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;"),
};
static const struct migration half[] = {
    MIGRATION(1, "notes",
              "-- A comment before,\nCREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;"
              "INSERT INTO note (id) VALUES (7); -- and after\n"),
    MIGRATION(2, "wrong",
              "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;"
              "INSERT INTO note (id) VALUES (7);"),
};
static const struct migration dangling[] = {
    MIGRATION(1, "dangling",
              "CREATE TABLE a (id INTEGER PRIMARY KEY REFERENCES b (id)) STRICT;"
              "CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT;"
              "INSERT INTO a VALUES (1);"),
};
/* Long enough to be killed in the middle. */
static const struct migration slow[] = {
    MIGRATION(1, "notes",
              "-- A comment before,\nCREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;"
              "INSERT INTO note (id) VALUES (7); -- and after\n"),
    MIGRATION(2, "slow",
              "CREATE TABLE many (id INTEGER PRIMARY KEY, x BLOB NOT NULL) STRICT;"
              "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
              " WHERE i < 40000) INSERT INTO many SELECT i, randomblob(2000) FROM n;"),
};

static char dir[64];

static int set_up(void **state)
{
    (void)state;
    snprintf(dir, sizeof dir, "/tmp/store-test-XXXXXX");
    return mkdtemp(dir) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -r '%s'", dir);
    return system(command);
}

static int64_t ask(const char *sql)
{
    char path[100];
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    int64_t x = -1;
    snprintf(path, sizeof path, "%s/dialoog.db", dir);
    CHECK(sqlite3_open(path, &db) == SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        x = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    sqlite3_close(db);
    return x;
}

static enum err open_close(enum store_mode mode, const struct migration *list, size_t n)
{
    struct store *st;
    const enum err e = store_open_with(&st, dir, mode, list, n);
    store_close(st);
    return e;
}

static void goes_forward(void **state)
{
    (void)state;
    CHECK_OK(open_close(STORE_SERVE, first, 1));
    assert_int_equal(ask("SELECT id FROM note"), 7);
    assert_int_equal(ask("SELECT count(*) FROM migration WHERE length(sha256) = 64"), 1);
    CHECK_OK(open_close(STORE_SERVE, first, 1)); /* nothing to do */
    CHECK_OK(open_close(STORE_SERVE, both, 2));
    assert_int_equal(ask("SELECT count(*) FROM note WHERE body = 'empty'"), 1);
    assert_int_equal(ask("SELECT max(number) FROM migration"), 2);
    CHECK_OK(open_close(STORE_READ, both, 2));
}

static void refuses_newer_data(void **state)
{
    (void)state;
    CHECK_OK(open_close(STORE_SERVE, both, 2));
    assert_int_equal(open_close(STORE_SERVE, first, 1), ERR_BROKEN);
    CHECK_HAS(str_of(store_refusal()), "newer version of this program");
    CHECK_HAS(str_of(store_refusal()), "bodies");
    assert_int_equal(open_close(STORE_READ, first, 1), ERR_BROKEN);
}

static void refuses_a_changed_file(void **state)
{
    (void)state;
    CHECK_OK(open_close(STORE_SERVE, first, 1));
    assert_int_equal(open_close(STORE_SERVE, changed, 1), ERR_BROKEN);
    CHECK_HAS(str_of(store_refusal()), "0001-notes.sql was changed after it was applied");
    assert_int_equal(ask("SELECT id FROM note"), 7);
}

static void does_not_migrate_when_reading(void **state)
{
    (void)state;
    CHECK_OK(open_close(STORE_SERVE, first, 1));
    assert_int_equal(open_close(STORE_READ, both, 2), ERR_BROKEN);
    CHECK_HAS(str_of(store_refusal()), "older than this program");
    assert_int_equal(ask("SELECT max(number) FROM migration"), 1);
}

static void undoes_half_a_step(void **state)
{
    (void)state;
    CHECK_OK(open_close(STORE_SERVE, first, 1));
    assert_int_equal(open_close(STORE_SERVE, half, 2), ERR_CLASH);
    CHECK_HAS(str_of(store_refusal()), "0002-wrong.sql");
    assert_int_equal(ask("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), 0);
    assert_int_equal(ask("SELECT max(number) FROM migration"), 1);
    CHECK_OK(open_close(STORE_SERVE, both, 2));
}

static void refuses_dangling_references(void **state)
{
    (void)state;
    assert_int_equal(open_close(STORE_SERVE, dangling, 1), ERR_BROKEN);
    CHECK_HAS(str_of(store_refusal()), "references");
    assert_int_equal(ask("SELECT count(*) FROM sqlite_schema WHERE name = 'a'"), 0);
}

static void refuses_another_programs_file(void **state)
{
    (void)state;
    ask("CREATE TABLE theirs (id INTEGER)");
    assert_int_equal(open_close(STORE_SERVE, first, 1), ERR_BROKEN);
    CHECK_HAS(str_of(store_refusal()), "not a data file of this program");
    assert_int_equal(ask("SELECT count(*) FROM sqlite_schema"), 1);
}

static void survives_a_kill_in_the_middle(void **state)
{
    (void)state;
    int killed = 0;
    CHECK_OK(open_close(STORE_SERVE, first, 1));
    for (int round = 0; round < 8; round++) {
        const pid_t child = fork();
        if (child == 0) _exit(open_close(STORE_SERVE, slow, 2) == OK ? 0 : 1);
        usleep((useconds_t)(20000 + 15000 * round));
        kill(child, SIGKILL);
        int status;
        CHECK(waitpid(child, &status, 0) == child);
        killed += WIFSIGNALED(status);
        const int64_t steps = ask("SELECT max(number) FROM migration"),
                      rows = ask("SELECT count(*) FROM many");
        if (steps == 1)
            assert_int_equal(rows, -1); /* no such table */
        else
            assert_int_equal(rows, 40000);
        if (steps == 2) break;
    }
    assert_in_range(killed, 1, 8);
    CHECK_OK(open_close(STORE_SERVE, slow, 2));
    assert_int_equal(ask("SELECT count(*) FROM many"), 40000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(goes_forward, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_newer_data, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_changed_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(does_not_migrate_when_reading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(undoes_half_a_step, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_dangling_references, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_another_programs_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(survives_a_kill_in_the_middle, set_up, tear_down),
    };
    return RUN_TESTS(tests);
}
