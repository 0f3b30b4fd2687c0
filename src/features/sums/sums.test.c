/* sums.test.c — the sum holds for whatever is written in whatever order: chance writes, a count that
 * knows nothing of triggers looks after it. */
#include "base/test.h"
#include "features/sums/sums.h"
#include "store/inside.h"

#include <stdlib.h>

enum { TOWNS = 2, THEMES_T = 4, TABLES_T = 3, VOICES_T = 14, POINTS_T = 4, EDITIONS_T = 24 };

/* What we believe is in the data; place 0 of themes and tables is "none". */
struct belief {
    struct {
        bool there, intake;
        int dialogue, theme, table, account, reason, visibility, hidden_for;
    } voice[VOICES_T + 1];
    struct {
        bool there;
        int dialogue, number;
    } edition[EDITIONS_T + 1]; /* 0: the draft */
    bool rests[EDITIONS_T + 1][POINTS_T + 1][VOICES_T + 1];
    uint64_t chance;
    sqlite3 *c;
    enum err failed;
};

struct count {
    int n[TOWNS + 1][THEMES_T][TABLES_T][STANDINGS][REASONS][VISIBILITIES];
    int hidden[TOWNS + 1][REASONS];
};

static int pick(struct belief *b, int n) /* 0 … n - 1 */
{
    b->chance ^= b->chance << 13;
    b->chance ^= b->chance >> 7;
    b->chance ^= b->chance << 17;
    return (int)((b->chance >> 20) % (uint64_t)n);
}

PRINTF(2, 3) static void sql(struct belief *b, const char *format, ...)
{
    char text[600], *why = NULL;
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (b->failed != OK || sqlite3_exec(b->c, text, NULL, NULL, &why) == SQLITE_OK) return;
    b->failed = FAIL(ERR_BROKEN, "%s: %s", text, why);
    sqlite3_free(why);
}

/* ---- the count without triggers */

static int newest_edition(const struct belief *b, int dialogue)
{
    int found = -1;
    for (int e = 1; e <= EDITIONS_T; e++)
        if (b->edition[e].there && b->edition[e].dialogue == dialogue &&
            (found < 0 || b->edition[e].number > b->edition[found].number))
            found = e;
    return found;
}

static enum standing standing_of(const struct belief *b, int v)
{
    const int edition = newest_edition(b, b->voice[v].dialogue);
    if (b->voice[v].account == ACCOUNT_WITHDRAWN) return STANDING_WITHDRAWN;
    if (b->voice[v].account == ACCOUNT_ONLY_COUNTED) return STANDING_ONLY_COUNTED;
    for (int p = 1; edition > 0 && p <= POINTS_T; p++)
        if (b->rests[edition][p][v]) return STANDING_USED;
    return b->voice[v].account == ACCOUNT_SET_ASIDE ? STANDING_SET_ASIDE : STANDING_WAITING;
}

static void count_all(const struct belief *b, struct count *c)
{
    memset(c, 0, sizeof *c);
    for (int v = 1; v <= VOICES_T; v++) {
        if (!b->voice[v].there) continue;
        c->n[b->voice[v].dialogue][b->voice[v].theme][b->voice[v].table][standing_of(b, v)]
            [b->voice[v].reason][b->voice[v].visibility]++;
        if (b->voice[v].visibility == VISIBILITY_HIDDEN)
            c->hidden[b->voice[v].dialogue][b->voice[v].intake ? b->voice[v].hidden_for : 0]++;
    }
}

static void read_kept(struct belief *b, struct count *c)
{
    sqlite3_stmt *s = NULL;
    memset(c, 0, sizeof *c);
    sqlite3_prepare_v2(b->c,
                       "SELECT dialogue, theme, at_table, standing, reason, visibility, n "
                       "FROM voice_sum",
                       -1, &s, NULL);
    while (sqlite3_step(s) == SQLITE_ROW) {
        int x[7];
        for (int i = 0; i < 7; i++) x[i] = sqlite3_column_int(s, i);
        if (x[6] <= 0) b->failed = FAIL(ERR_BROKEN, "a row of voice_sum counts %d", x[6]);
        c->n[x[0]][x[1]][x[2]][x[3]][x[4]][x[5]] = x[6];
    }
    sqlite3_finalize(s);
    sqlite3_prepare_v2(b->c, "SELECT dialogue, reason, n FROM hidden_sum", -1, &s, NULL);
    while (sqlite3_step(s) == SQLITE_ROW)
        c->hidden[sqlite3_column_int(s, 0)][sqlite3_column_int(s, 1)] =
            sqlite3_column_int(s, 2);
    sqlite3_finalize(s);
}

/* ---- what may happen */

static void voice_comes(struct belief *b, int v)
{
    const bool aside = pick(b, 4) == 0;
    b->voice[v].there = true;
    b->voice[v].intake = false;
    b->voice[v].dialogue = 1 + pick(b, TOWNS);
    b->voice[v].theme = pick(b, THEMES_T);
    b->voice[v].table = pick(b, TABLES_T);
    b->voice[v].account = aside ? ACCOUNT_SET_ASIDE : 2 * pick(b, 2) + pick(b, 2);
    if (!aside && b->voice[v].account == ACCOUNT_SET_ASIDE) b->voice[v].account = ACCOUNT_OPEN;
    b->voice[v].reason = aside ? 1 + pick(b, REASONS - 1) : 0;
    b->voice[v].visibility = pick(b, VISIBILITIES);
    sql(b,
        "INSERT INTO voice (id, dialogue, number, position, theme, at_table, lang, body, salt,"
        " visibility, account, reason) VALUES (%d, %d, %d, 1, nullif(%d, 0), nullif(%d, 0),"
        " 'nl', 'x', x'00', %d, %d, nullif(%d, 0))",
        v, b->voice[v].dialogue, v, b->voice[v].theme, b->voice[v].table,
        b->voice[v].visibility, b->voice[v].account, b->voice[v].reason);
}

static void voice_changes(struct belief *b, int v)
{
    switch (pick(b, 5)) {
    case 0: b->voice[v].dialogue = 1 + pick(b, TOWNS); break;
    case 1: b->voice[v].theme = pick(b, THEMES_T); break;
    case 2: b->voice[v].table = pick(b, TABLES_T); break;
    case 3: b->voice[v].visibility = pick(b, VISIBILITIES); break;
    default:
        b->voice[v].account = pick(b, ACCOUNTS);
        b->voice[v].reason =
            b->voice[v].account == ACCOUNT_SET_ASIDE ? 1 + pick(b, REASONS - 1) : 0;
    }
    sql(b,
        "UPDATE voice SET dialogue = %d, theme = nullif(%d, 0), at_table = nullif(%d, 0),"
        " visibility = %d, account = %d, reason = nullif(%d, 0) WHERE id = %d",
        b->voice[v].dialogue, b->voice[v].theme, b->voice[v].table, b->voice[v].visibility,
        b->voice[v].account, b->voice[v].reason, v);
}

static void voice_goes(struct belief *b, int v)
{
    for (int e = 0; e <= EDITIONS_T; e++)
        for (int p = 1; p <= POINTS_T; p++)
            if (b->rests[e][p][v]) return; /* the schema would refuse */
    if (b->voice[v].intake) sql(b, "DELETE FROM intake WHERE voice = %d", v);
    sql(b, "DELETE FROM voice WHERE id = %d", v);
    b->voice[v].there = b->voice[v].intake = false;
}

static void intake_changes(struct belief *b, int v)
{
    if (b->voice[v].intake && pick(b, 3) == 0) {
        sql(b, "DELETE FROM intake WHERE voice = %d", v);
        b->voice[v].intake = false;
        return;
    }
    b->voice[v].hidden_for = pick(b, REASONS);
    if (b->voice[v].intake)
        sql(b, "UPDATE intake SET hidden_for = nullif(%d, 0) WHERE voice = %d",
            b->voice[v].hidden_for, v);
    else
        sql(b,
            "INSERT INTO intake (voice, dialogue, received, channel, consent, young, receipt,"
            " fingerprint, state, hidden_for) VALUES (%d, %d, 1, 0, 0, 0, randomblob(32), 1, 0,"
            " nullif(%d, 0))",
            v, b->voice[v].dialogue, b->voice[v].hidden_for);
    b->voice[v].intake = true;
}

static void points_of(struct belief *b, int edition, int dialogue)
{
    for (int p = 1; p <= POINTS_T; p++)
        sql(b,
            "INSERT INTO point (edition, id, dialogue, number, position, kind) VALUES"
            " (%d, %d, %d, %d, 1, 0)",
            edition, p, dialogue, p);
}

/* A new edition, mostly the newest; sometimes it takes over what the draft rests on. */
static void edition_comes(struct belief *b)
{
    int e = 1;
    while (e <= EDITIONS_T && b->edition[e].there) e++;
    if (e > EDITIONS_T) return;
    const int dialogue = 1 + pick(b, TOWNS), newest = newest_edition(b, dialogue);
    int number = 50 + 2 * e;
    if (newest > 0 && pick(b, 4) == 0) number = 101 - 2 * e; /* older than it */
    b->edition[e].there = true;
    b->edition[e].dialogue = dialogue;
    b->edition[e].number = number;
    sql(b, "INSERT INTO edition VALUES (%d, %d, %d, 1, '', '', '')", e, dialogue, number);
    points_of(b, e, dialogue);
    if (pick(b, 2)) return;
    sql(b, "INSERT INTO point_voice SELECT %d, point, voice FROM point_voice WHERE edition = 0",
        e);
    memcpy(b->rests[e], b->rests[0], sizeof b->rests[0]);
}

static void rests_changes(struct belief *b, int v)
{
    const int e = pick(b, 3) ? 0 : pick(b, EDITIONS_T + 1), p = 1 + pick(b, POINTS_T);
    if (e > 0 && !b->edition[e].there) return;
    if (b->rests[e][p][v]) {
        if (e > 0) return; /* published: the schema would refuse */
        sql(b, "DELETE FROM point_voice WHERE edition = 0 AND point = %d AND voice = %d", p, v);
    } else {
        sql(b, "INSERT INTO point_voice VALUES (%d, %d, %d)", e, p, v);
    }
    b->rests[e][p][v] = !b->rests[e][p][v];
}

static void step(struct belief *b)
{
    const int v = 1 + pick(b, VOICES_T);
    const int what = pick(b, 20);
    if (!b->voice[v].there) {
        voice_comes(b, v);
        return;
    }
    if (what < 7)
        voice_changes(b, v);
    else if (what < 9)
        voice_goes(b, v);
    else if (what < 12)
        intake_changes(b, v);
    else if (what < 13)
        edition_comes(b);
    else
        rests_changes(b, v);
}

static void ground(struct belief *b)
{
    for (int d = 1; d <= TOWNS; d++)
        sql(b,
            "INSERT INTO dialogue (id, slug, position, lang, invented, picture) VALUES (%d, "
            "'d%d', 1, 'nl', 0, NULL)",
            d, d);
    for (int t = 1; t < THEMES_T; t++)
        sql(b, "INSERT INTO theme VALUES (%d, 1, 't%d', 1, NULL, NULL, 0)", t, t);
    sql(b, "INSERT INTO gathering (id, dialogue, slug, position, day, about)"
           " VALUES (1, 1, 'g', 1, 1, 0)");
    for (int t = 1; t < TABLES_T; t++)
        sql(b, "INSERT INTO tables VALUES (%d, 1, 1, %d, 1, 1, '')", t, t);
    points_of(b, 0, 1);
}

static enum err chance_writes(struct tx *tx, void *with)
{
    struct belief *b = with;
    struct count *counted = calloc(1, sizeof *counted), *kept = calloc(1, sizeof *kept);
    b->c = tx->db->c;
    ground(b);
    for (int i = 0; i < 500 && b->failed == OK; i++) {
        step(b);
        if (b->failed != OK) break;
        count_all(b, counted);
        read_kept(b, kept);
        if (memcmp(counted, kept, sizeof *kept) != 0)
            b->failed = FAIL(ERR_BROKEN, "after step %d the sums are not the count", i);
    }
    free(counted);
    free(kept);
    return b->failed;
}

static void the_sum_holds_for_any_data(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct store *st;
        struct belief *b = calloc(1, sizeof *b);
        b->chance = seed * 0x9e3779b97f4a7c15u;
        CHECK_OK(store_open_memory(&st));
        CHECK_OK(store_write(st, chance_writes, b));
        store_close(st);
        free(b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sum_holds_for_any_data),
    };
    return RUN_TESTS(tests);
}
