/* check.test.c — what `dialoog check` finds: a sum, a counter, an edition that somebody changed. */
#include "tests/city.h"
#include "tests/sql.h"

#include "features/sums/sums.h"
#include "store/inspect.h"

struct heard {
    char said[2000];
    size_t n;
};
static void hear(struct str line, void *with)
{
    struct heard *h = with;
    h->n += (size_t)snprintf(h->said + h->n, sizeof h->said - h->n, "%.*s\n", STR_ARG(line));
    CHECK(h->n < sizeof h->said);
}

/* A sound city, in which `sql` changes something that should not change; NULL: nothing. */
static struct heard checked(const char *sql, int64_t faults)
{
    struct city c = { 0 };
    struct heard h = { { 0 }, 0 };
    struct db *fresh;
    int64_t wrong, broken;
    city_open(&c, true);
    /* The editions of the small city have no true hash. */
    sql_run(c.store, "DROP TRIGGER edition_stays; UPDATE edition SET hash = "
                     "'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'"
                     " WHERE id > 0");
    if (sql) sql_run(c.store, sql);
    CHECK_OK(store_reader(c.store, &fresh));
    CHECK_OK(store_inspect(c.store, hear, &h, &broken));
    CHECK_OK(sums_check(fresh, &c.arena, LANG_NL, hear, &h, &wrong));
    store_reader_close(fresh);
    if (wrong + broken != faults)
        fail_msg("%lld faults: %s", (long long)(wrong + broken), h.said);
    city_close(&c);
    return h;
}
#define FINDS(sql, sentence) CHECK_HAS(str_of(checked((sql), 1).said), sentence)

static void what_is_right_is_left_alone(void **state)
{
    (void)state;
    CHECK(checked(NULL, 0).n == 0);
}

static void every_kind_of_fault_is_said(void **state)
{
    (void)state;
    FINDS("UPDATE voice_sum SET n = n + 1 WHERE standing = 1 AND visibility = 3",
          "waterstad: de som klopt niet op 1 plekken.");
    FINDS("DELETE FROM voice_sum WHERE standing = 2",
          "waterstad: de som klopt niet op 1 plekken.");
    FINDS("UPDATE hidden_sum SET n = 7", "wat niet te lezen is, telt op 1 plekken verkeerd");
    FINDS("UPDATE dialogue_tally SET voices = voices + 1", "1 tellers");
    FINDS("UPDATE theme_tally SET findings = 0 WHERE findings > 0 AND theme = 1", "1 tellers");
    FINDS(
        "UPDATE finding_tally SET findings = 9 WHERE theme = 1 AND kind = 2 AND at_table = -1",
        "1 tellers");
    FINDS("UPDATE edition SET body = '{ }' WHERE number = 2", "editie 2 is veranderd");
}

static void a_reference_to_nothing_is_said(void **state)
{
    (void)state;
    /* As another program would, that does not mind references. */
    struct city c = { 0 };
    struct heard h = { { 0 }, 0 };
    int64_t broken;
    city_open(&c, true);
    sqlite3_exec(c.store->writing->c,
                 "PRAGMA foreign_keys = off; INSERT INTO finding_text VALUES (999, 'nl', 'x');"
                 "PRAGMA foreign_keys = on",
                 NULL, NULL, NULL);
    CHECK_OK(store_inspect(c.store, hear, &h, &broken));
    CHECK(broken == 1);
    CHECK_HAS(str_of(h.said), "table finding_text");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_right_is_left_alone),
        cmocka_unit_test(every_kind_of_fault_is_said),
        cmocka_unit_test(a_reference_to_nothing_is_said),
    };
    return RUN_TESTS(tests);
}
