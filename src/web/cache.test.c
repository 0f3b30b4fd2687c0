/* cache.test.c — how long an entry holds, what makes room, what is sent. */
#include "base/test.h"
#include "web/answer.h"
#include "web/cache.h"
#include "web/web.h"

#include <microhttpd.h>

static struct store *store;
static const struct page page = { .path = "/x", .file = "test" };
static const struct answer answer = { .content_type = "text/plain",
                                      .cache_control = "no-cache" };
static const struct day today = { 100 }, tomorrow = { 101 };

static const struct query touch = {
    500,
    "touch",
    "INSERT INTO municipality VALUES (1, 'x', 0, '', '', '') "
    "ON CONFLICT (id) DO UPDATE SET colour = colour + 1",
    { { 0 } },
    { { 2 } },
};
static enum err touch_work(struct tx *tx, void *with)
{
    struct sqlite3_stmt *s;
    bool row;
    (void)with;
    TRY(query_start(tx->db, &touch, &s));
    const enum err e = query_step(tx->db, &touch, s, &row);
    query_done(s);
    return e;
}

static void keep(struct cache *c, const char *key, size_t n, uint64_t low)
{
    static char text[1024 * 1024];
    memset(text, 'a', n);
    const table_set reads = { { low } };
    const struct cached about = {
        .page = &page, .day = today, .reads = reads, .version = store_version(store, reads)
    };
    cache_let_go(cache_keep(c, str_of(key), &about, (struct str){ text, n }, &answer));
}
static bool has(struct cache *c, const char *key, struct day day)
{
    struct cached *entry = cache_find(c, str_of(key), store, day);
    if (entry) cache_let_go(entry);
    return entry != NULL;
}

static void holds_until_a_write_to_what_it_read(void **state)
{
    struct cache *c = cache_new(1024 * 1024);
    (void)state;
    keep(c, "one", 100, 1);
    keep(c, "two", 100, 2);
    keep(c, "both", 100, 3);
    keep(c, "none", 100, 0);
    CHECK(has(c, "one", today) && has(c, "two", today) && has(c, "both", today));
    CHECK_OK(store_write(store, touch_work, NULL));
    CHECK(has(c, "one", today));
    CHECK(!has(c, "two", today));
    CHECK(!has(c, "both", today));
    CHECK(has(c, "none", today));
    keep(c, "two", 100, 2);
    CHECK(has(c, "two", today));
    cache_end(c);
}

static void holds_for_one_day(void **state)
{
    struct cache *c = cache_new(1024 * 1024);
    (void)state;
    keep(c, "one", 100, 1);
    CHECK(has(c, "one", today));
    CHECK(!has(c, "one", tomorrow));
    CHECK(!has(c, "onE", today) && !has(c, "on", today) && !has(c, "", today));
    cache_end(c);
}

static void makes_room_by_last_use(void **state)
{
    struct cache *c = cache_new(1024 * 1024);
    char key[16];
    int held = 0;
    (void)state;
    keep(c, "often", 20000, 0);
    for (int i = 0; i < 500; i++) {
        snprintf(key, sizeof key, "k%d", i);
        keep(c, key, 20000, 0);
        CHECK(has(c, "often", today));
    }
    for (int i = 0; i < 500; i++) {
        snprintf(key, sizeof key, "k%d", i);
        held += has(c, key, today);
    }
    CHECK(held >= 35 && held <= 52); /* a mebibyte of 20 kB each and what goes with it */
    CHECK(!has(c, "k0", today) && has(c, "k499", today));
    keep(c, "huge", 512 * 1024, 0);
    CHECK(!has(c, "huge", today) && has(c, "often", today));
    cache_end(c);
}

static void an_entry_in_use_outlives_its_place(void **state)
{
    struct cache *c = cache_new(256 * 1024);
    bool gzipped;
    (void)state;
    keep(c, "held", 5000, 0);
    struct cached *held = cache_find(c, STR("held"), store, today);
    CHECK(held != NULL);
    for (int i = 0; i < 100; i++) keep(c, i % 2 ? "a" : "b", 30000, 0);
    keep(c, "held", 6000, 0); /* in its place */
    assert_int_equal(held->body.n, 5000);
    CHECK(cached_gzip(c, held, &gzipped) != held->plain && gzipped);
    CHECK(strcmp(held->etag, held->etag_gzip) != 0);
    cache_let_go(held);
    cache_end(c);
}

static void what_does_not_shrink_is_sent_plain(void **state)
{
    struct cache *c = cache_new(256 * 1024);
    bool gzipped;
    (void)state;
    keep(c, "k", 3, 0);
    struct cached *entry = cache_find(c, STR("k"), store, today);
    CHECK(cached_gzip(c, entry, &gzipped) == entry->plain && !gzipped);
    cache_let_go(entry);
    static const char zeroes[5000];
    const struct cached picture = { .page = &page, .day = today, .packed = true };
    entry = cache_keep(c, STR("p"), &picture, (struct str){ zeroes, sizeof zeroes }, &answer);
    CHECK(cached_gzip(c, entry, &gzipped) == entry->plain && !gzipped);
    cache_let_go(entry);
    cache_end(c);
}

/* Every byte counts, also at the end, and so does where it stands. */
static void an_etag_tells_contents_apart(void **state)
{
    enum { MOST = 100 };
    static char etags[MOST * 4][44];
    struct cache *c = cache_new(1);
    const struct cached about = { .page = &page, .day = today };
    size_t n = 0;
    (void)state;
    for (size_t size = 1; size <= MOST; size++)
        for (size_t kind = 0; kind < 4; kind++) {
            char text[MOST] = { 0 };
            if (kind == 1) text[size - 1] = 1;
            if (kind == 2) text[0] = 2;
            if (kind == 3) text[size / 2] = (char)0x80;
            struct cached *e =
                cache_keep(c, STR("k"), &about, (struct str){ text, size }, &answer);
            memcpy(etags[n++], e->etag, sizeof *etags);
            cache_let_go(e);
        }
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (!strcmp(etags[i], etags[k])) fail_msg("%zu and %zu are %s", i, k, etags[i]);
    cache_end(c);
}

static void knows_what_a_page_saw(void **state)
{
    const table_set first = { { 1 } }, second = { { 2 } };
    const table_set both = tables_together(first, second);
    struct versions then;
    (void)state;
    store_versions(store, &then);
    CHECK(versions_sum(&then, both) == store_version(store, both));
    CHECK_OK(store_write(store, touch_work, NULL));
    CHECK(versions_sum(&then, first) == store_version(store, first));
    CHECK(versions_sum(&then, second) != store_version(store, second));
    CHECK(versions_sum(&then, both) != store_version(store, both));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_until_a_write_to_what_it_read),
        cmocka_unit_test(holds_for_one_day),
        cmocka_unit_test(makes_room_by_last_use),
        cmocka_unit_test(an_entry_in_use_outlives_its_place),
        cmocka_unit_test(what_does_not_shrink_is_sent_plain),
        cmocka_unit_test(an_etag_tells_contents_apart),
        cmocka_unit_test(knows_what_a_page_saw),
    };
    if (store_open_memory(&store) != OK) return 1;
    const int failed = RUN_TESTS(tests);
    store_close(store);
    return failed;
}
