/* disk.test.c — what may never go wrong: kill -9 under load, a full disk, a failing one, and
 * copies made while others write. */
#include "base/test.h"
#include "store/inside.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char schema_1[] =
    "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;";
static const struct migration list[] = { { 1, "notes", { schema_1, sizeof schema_1 - 1 } } };

static const struct query note_add = {
    0, "note_add", "INSERT INTO note (id, body) VALUES (?1, ?2)", { { 0 } }, { { 1 } }
};
static const struct query note_sum = {
    1, "note_sum", "SELECT count(*), total(id) FROM note", { { 1 } }, { { 0 } }
};
static const struct query note_has = {
    2, "note_has", "SELECT 1 FROM note WHERE id = ?1", { { 1 } }, { { 0 } }
};

struct note {
    int64_t id;
    struct str body;
};

static enum err add(struct tx *tx, void *with)
{
    const struct note *note = with;
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &note_add, &s));
    bind_int(s, 1, note->id);
    bind_text(s, 2, note->body);
    const enum err e = query_step(tx->db, &note_add, s, &row);
    query_done(s);
    return e;
}

static int64_t number(struct db *db, const struct query *q, int64_t x, int col)
{
    struct sqlite3_stmt *s;
    bool row = false;
    CHECK_OK(query_start(db, q, &s));
    if (q == &note_has) bind_int(s, 1, x);
    CHECK_OK(query_step(db, q, s, &row));
    const int64_t n = row ? column_int(s, col) : 0;
    query_done(s);
    return n;
}

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

static struct store *open_it(void)
{
    struct store *st;
    CHECK_OK(store_open_with(&st, dir, STORE_SERVE, list, 1));
    return st;
}

/* ---- kill -9 */

enum { WRITERS = 8 };
struct client {
    struct store *st;
    int journal, who, round;
};

/* Writes down, out of the process, every id that was acknowledged. */
static void *write_and_journal(void *with)
{
    const struct client *c = with;
    for (int i = 0;; i++) {
        struct note note = { ((int64_t)c->round * WRITERS + c->who) * 1000000 + i, STR("x") };
        if (store_write(c->st, add, &note) != OK) _exit(3);
        if (write(c->journal, &note.id, sizeof note.id) != (ssize_t)sizeof note.id) _exit(4);
    }
}

static void serve_until_killed(int journal, int round)
{
    struct store *st = open_it();
    pthread_t threads[WRITERS];
    struct client clients[WRITERS];
    for (int i = 0; i < WRITERS; i++) {
        clients[i] = (struct client){ st, journal, i, round };
        if (pthread_create(&threads[i], NULL, write_and_journal, &clients[i])) _exit(5);
    }
    for (;;) pause();
}

static void nothing_acknowledged_is_lost(void **state)
{
    (void)state;
    int64_t acknowledged = 0;
    for (int round = 0; round < 10; round++) {
        int ends[2];
        CHECK(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            serve_until_killed(ends[1], round);
        }
        close(ends[1]);
        int64_t id, seen = 0, *ids = malloc(sizeof *ids << 20);
        CHECK(ids != NULL);
        while (read(ends[0], &id, sizeof id) == (ssize_t)sizeof id) {
            ids[seen++] = id;
            if (seen == 300 + 57 * round) kill(child, SIGKILL);
            CHECK(seen < 1 << 20);
        }
        close(ends[0]);
        waitpid(child, NULL, 0);
        CHECK(seen >= 300);
        struct store *st = open_it();
        struct db *db;
        CHECK_OK(store_reader(st, &db));
        for (int64_t i = 0; i < seen; i++)
            assert_int_equal(number(db, &note_has, ids[i], 0), 1);
        acknowledged += seen;
        /* At most one more of each client: kept, and killed before it could be told. */
        assert_in_range(number(db, &note_sum, 0, 0), acknowledged,
                        acknowledged + (round + 1) * WRITERS);
        store_reader_close(db);
        store_close(st);
        free(ids);
    }
}

/* ---- erased */

static const struct query note_change = {
    3, "note_change", "UPDATE note SET body = ?2 WHERE id = ?1", { { 0 } }, { { 1 } }
};

static enum err change(struct tx *tx, void *with)
{
    const struct note *note = with;
    struct sqlite3_stmt *s;
    bool row;
    TRY(query_start(tx->db, &note_change, &s));
    bind_int(s, 1, note->id);
    bind_text(s, 2, note->body);
    const enum err e = query_step(tx->db, &note_change, s, &row);
    query_done(s);
    if (!note->body.n) tx_wipes(tx);
    return e;
}

static bool wiped_soon(const struct store *st)
{
    for (int i = 0; i < 300 && !store_wiped(st); i++) usleep(10000);
    return store_wiped(st);
}

static bool in_a_file(const char *word)
{
    char command[200];
    snprintf(command, sizeof command, "grep -rqa '%s' '%s'", word, dir);
    return system(command) == 0;
}

static void erased_is_in_no_file(void **state)
{
    (void)state;
    struct store *st = open_it();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    db_keep(db);
    struct note note = { 1, STR("zoekwoord egel") };
    CHECK_OK(store_write(st, add, &note));
    CHECK_OK(db_begin(db)); /* a reader that sees it still */
    assert_int_equal(number(db, &note_sum, 0, 0), 1);
    CHECK(in_a_file("egel"));
    note.body = STR("");
    CHECK_OK(store_write(st, change, &note));
    usleep(200000);
    CHECK(!store_wiped(st));
    note = (struct note){ 2, STR("anders") };
    CHECK_OK(store_write(st, add, &note)); /* nobody waits for that reader */
    db_end(db);
    CHECK(wiped_soon(st));
    CHECK(!in_a_file("egel"));
    CHECK(in_a_file("anders"));
    /* A snapshot that is only kept lets go by itself when it is told to rest. */
    note = (struct note){ 2, STR("zoekwoord otter") };
    CHECK_OK(store_write(st, change, &note));
    CHECK_OK(db_begin(db));
    db_end(db);
    note.body = STR("");
    CHECK_OK(store_write(st, change, &note));
    db_rest(db);
    CHECK(wiped_soon(st));
    CHECK(!in_a_file("otter"));
    store_reader_close(db);
    store_close(st);
}

/* A text that repeats "zoek<n>woord", so that any piece of it is known. */
static struct str said(char *room, int64_t n, int times)
{
    size_t at = 0;
    for (int i = 0; i < times; i++)
        at += (size_t)sprintf(room + at, "zoek%06lldwoord ", (long long)n);
    return (struct str){ room, at };
}

/* SQLite leaves bytes behind when it moves a row to another page: see clean.c. */
static void nor_in_a_corner_of_a_page(void **state)
{
    enum { NOTES = 1500 };
    static char room[17 * 600 + 1];
    static const int sizes[] = { 1, 3, 9, 14, 30, 90, 230 };
    (void)state;
    struct store *st = open_it();
    unsigned chance = 2;
    for (int64_t i = 1; i < NOTES; i++) {
        struct note note = { i * 7919 % NOTES, said(room, i * 7919 % NOTES, sizes[i % 7]) };
        CHECK_OK(store_write(st, add, &note));
        chance = chance * 1103515245u + 12345u;
        const int64_t other = (1 + (int64_t)(chance >> 8) % i) * 7919 % NOTES;
        note = (struct note){ other, said(room, other, sizes[(chance >> 20) % 7]) };
        CHECK_OK(store_write(st, change, &note));
    }
    for (int64_t i = 1; i < NOTES; i += 2)
        CHECK_OK(store_write(st, change, &(struct note){ i, { "", 0 } }));
    CHECK(wiped_soon(st));
    char command[300];
    snprintf(command, sizeof command,
             "grep -aohE 'zoek[0-9]{5}[13579]woord' '%s'/* | sort -u | head", dir);
    FILE *left = popen(command, "r");
    char line[64] = "";
    CHECK(left);
    if (fgets(line, sizeof line, left)) fail_msg("left behind: %s", line);
    pclose(left);
    CHECK(in_a_file("zoek000002woord"));
    store_close(st);
}

/* ---- full */

static enum err add_big(struct tx *tx, void *with)
{
    static char big[200000];
    memset(big, 'x', sizeof big);
    return add(tx, &(struct note){ *(int64_t *)with, { big, sizeof big } });
}

static enum err limit_pages(struct tx *tx, void *pages)
{
    char sql[60];
    snprintf(sql, sizeof sql, "PRAGMA max_page_count = %d", *(int *)pages);
    return db_exec(tx->db, sql);
}

static void full_is_said_and_passes(void **state)
{
    (void)state;
    struct store *st = open_it();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    int small = 200, large = 100000;
    CHECK_OK(store_write(st, limit_pages, &small));
    enum err e = OK;
    int64_t id = 0;
    while (e == OK && id < 100) {
        id++;
        e = store_write(st, add_big, &id);
    }
    assert_int_equal(e, ERR_FULL);
    assert_int_equal(number(db, &note_sum, 0, 0), id - 1); /* reading goes on */
    CHECK(store_ok(st));
    struct note note = { 1000, STR("small enough") };
    CHECK_OK(store_write(st, add, &note));
    CHECK_OK(store_write(st, limit_pages, &large));
    CHECK_OK(store_write(st, add_big, &id)); /* without a restart */
    assert_int_equal(number(db, &note_sum, 0, 0), id + 1);
    store_reader_close(db);
    store_close(st);
}

/* The kernel's own limit on the size of a file stands for a disk that fails: the write comes back
 * short, then with an error that is not "full". */
static void a_failing_disk_stops_the_writer(void **state)
{
    (void)state;
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        struct store *st = open_it();
        const struct rlimit limit = { 300000, 300000 };
        int64_t id = 0;
        enum err e = OK;
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(1);
        while (e == OK && id < 20) {
            id++;
            e = store_write(st, add_big, &id);
        }
        if (e != ERR_BROKEN) _exit(2);
        if (store_ok(st)) _exit(3);
        struct note note = { 1000, STR("x") };
        if (store_write(st, add, &note) != ERR_BROKEN) _exit(4);
        store_close(st);
        _exit((int)id + 9); /* how many were tried: all but the last were acknowledged */
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    assert_in_range(WEXITSTATUS(status), 10, 29);
    const int64_t acknowledged = WEXITSTATUS(status) - 10;
    struct store *st = open_it();
    struct db *db;
    CHECK_OK(store_reader(st, &db));
    assert_in_range(number(db, &note_sum, 0, 0), acknowledged, acknowledged + 1);
    store_reader_close(db);
    store_close(st);
}

/* ---- backup */

struct seen {
    int calls, last;
};

static void see_progress(int done, int total, void *with)
{
    struct seen *seen = with;
    CHECK(done <= total && done >= seen->last); /* what others write never starts it anew */
    seen->last = done;
    seen->calls++;
    usleep(2000);
}

struct busy {
    struct store *st;
    atomic_bool stop;
    _Atomic int64_t written; /* the last one is perhaps still under way */
};

static void *keep_writing(void *with)
{
    struct busy *b = with;
    while (!atomic_load(&b->stop)) {
        b->written++;
        struct note note = { b->written, STR("written while the copy is made") };
        CHECK_OK(store_write(b->st, add, &note));
    }
    return NULL;
}

static void copies_while_others_write(void **state)
{
    (void)state;
    struct busy busy = { .st = open_it() };
    pthread_t thread;
    char parent[64], path[100], at[80];
    for (int64_t id = 1000001; id < 1000021; id++) CHECK_OK(store_write(busy.st, add_big, &id));
    CHECK(pthread_create(&thread, NULL, keep_writing, &busy) == 0);
    struct seen seen = { 0 };
    snprintf(parent, sizeof parent, "%s", dir);
    snprintf(at, sizeof at, "%s/copy", dir);
    CHECK(mkdir(at, 0700) == 0);
    snprintf(path, sizeof path, "%s/dialoog.db", at);
    while (busy.written < 2) usleep(1000);
    CHECK_OK(store_backup(busy.st, path, see_progress, &seen));
    assert_in_range(seen.calls, 1, 1000);
    assert_int_equal(store_backup(busy.st, path, NULL, NULL),
                     ERR_CLASH); /* never over another */
    atomic_store(&busy.stop, true);
    pthread_join(thread, NULL);
    store_close(busy.st);

    struct store *copy;
    struct db *db;
    snprintf(dir, sizeof dir, "%.60s", at); /* the copy is a data file like any other */
    copy = open_it();
    CHECK_OK(store_reader(copy, &db));
    const int64_t n = number(db, &note_sum, 0, 0) - 20;
    CHECK(n > 0 && n <= busy.written);
    assert_int_equal(number(db, &note_has, n, 0), 1); /* one moment: 1 to n, without a gap */
    assert_int_equal(number(db, &note_has, n + 1, 0), 0);
    store_reader_close(db);
    store_close(copy);
    struct stat about;
    CHECK(stat(path, &about) == 0 && (about.st_mode & 077) == 0);
    snprintf(dir, sizeof dir, "%s", parent);
}

static void a_copy_that_fails_leaves_nothing(void **state)
{
    (void)state;
    struct store *st = open_it();
    char path[100], command[160];
    snprintf(path, sizeof path, "%s/nowhere/copy.db", dir);
    assert_int_equal(store_backup(st, path, NULL, NULL), ERR_BROKEN);
    snprintf(path, sizeof path, "%s/copy.db", dir);
    for (int64_t id = 1; id < 20; id++) CHECK_OK(store_write(st, add_big, &id));
    const pid_t child = fork();
    if (child == 0) { /* only the limit is the child's; SQLite is opened there anew */
        struct store *mine;
        signal(SIGXFSZ, SIG_IGN);
        const struct rlimit limit = { 1000000, 1000000 };
        if (store_open_with(&mine, dir, STORE_READ, list, 1) != OK) _exit(1);
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(2);
        _exit(store_backup(mine, path, NULL, NULL) == OK ? 3 : 0);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    snprintf(command, sizeof command, "test -z \"$(ls %s | grep copy)\"", dir);
    assert_int_equal(system(command), 0);
    store_close(st);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_acknowledged_is_lost, set_up, tear_down),
        cmocka_unit_test_setup_teardown(erased_is_in_no_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nor_in_a_corner_of_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(full_is_said_and_passes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_failing_disk_stops_the_writer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(copies_while_others_write, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_copy_that_fails_leaves_nothing, set_up, tear_down),
    };
    return RUN_TESTS(tests);
}
