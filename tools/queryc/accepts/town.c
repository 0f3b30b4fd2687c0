/* town.c — calls what queryc made of town.sql, and looks whether it does what it says. */
#include "tools/queryc/accepts/town.sql.h"
#include "gen/tables.h"
#include "tools/queryc/accepts/town.h"

#include <stdio.h>
#include <stdlib.h>

#define CHECK(claim)                                                                           \
    do {                                                                                       \
        if (!(claim)) {                                                                        \
            printf("%s:%d: not so: %s (%s)\n", __FILE__, __LINE__, #claim, err_why());         \
            exit(1);                                                                           \
        }                                                                                      \
    } while (0)

/* Two languages suffice here. */
static const struct lang_about about[LANGS] = {
    { { "nl", 2 }, { "Nederlands", 10 }, false, { "", 0 } },
    { { "en", 2 }, { "English", 7 }, false, { "/en", 3 } }
};
const struct lang_about *lang_about(enum lang lang)
{
    return &about[lang];
}
bool lang_read(struct str code, enum lang *lang)
{
    *lang = str_is(code, "en") ? LANG_EN : LANG_NL;
    return str_is(code, "en") || str_is(code, "nl");
}

static const struct instant seen = { 1687886400 };
static const struct day day = { 19535 };

static enum err fill(struct tx *tx, void *with)
{
    (void)with;
    int64_t street = 0, house = 0;
    TRY(street_add(tx, STR("It's \"Dam\" ?"), true, STR("A"), &street));
    TRY(street_add(tx, STR("Laan"), false, STR("not bound"), &street));
    CHECK(street == 2);
    for (int i = 1; i <= 5; i++)
        TRY(house_add(tx, 1, i, i == 2 ? KIND_FARM : KIND_FLAT, i == 2, day, seen, i == 2,
                      (struct clock){ 570 }, i == 2, i == 2, (struct str){ "\0\1", 2 },
                      &house));
    CHECK(house == 5);
    CHECK(house_add(tx, 1, 5, KIND_FLAT, false, day, seen, false, (struct clock){ 0 }, false,
                    false, STR(""), &house) == ERR_CLASH); /* added nothing */
    TRY(house_describe(tx, 2, LANG_NL, STR("oud")));
    TRY(house_describe(tx, 2, LANG_NL, STR("een mooie boerderij")));
    TRY(house_describe(tx, 2, LANG_EN, STR("a fine farm")));
    TRY(words_add(tx, 2, STR("een mooie boerderij")));
    TRY(visit_all(tx, 1, day));
    int64_t n = 0;
    TRY(visits(tx->db, 2, &n)); /* a transaction sees its own writes */
    CHECK(n == 1);
    return OK;
}

static void check_one(struct db *db, struct arena *a)
{
    struct house_by_id_row h, bare;
    CHECK(house_by_id(db, a, 2, &h) == OK);
    CHECK(h.id == 2 && h.number == 2 && h.kind == KIND_FARM && h.has_built &&
          h.built.n == day.n);
    CHECK(h.seen.s == seen.s && h.has_opens && h.opens.minutes == 570 && h.shop);
    CHECK(h.has_photo && h.photo.n == 2 && h.photo.s[0] == 0 && h.photo.s[1] == 1);
    CHECK(str_is(h.name, "It's \"Dam\" ?") && h.has_code && str_is(h.code, "A"));
    CHECK(h.has_body && str_is(h.body, "een mooie boerderij") && h.has_lang);
    CHECK(h.lang == LANG_NL);
    CHECK(house_by_id(db, a, 3, &bare) == OK);
    CHECK(!bare.has_body && !bare.has_lang && !bare.has_built && !bare.has_photo && !bare.shop);
    CHECK(house_by_id(db, a, 9, &bare) == ERR_MISSING);

    struct house_at_row at;
    struct street_by_code_row street;
    struct newest_house_row newest;
    bool found = false;
    CHECK(house_at(db, a, 1, 3, &at, &found) == OK && found && at.id == 3);
    CHECK(house_at(db, a, 2, 3, &at, &found) == OK && !found);
    CHECK(street_by_code(db, a, STR("A"), &street, &found) == OK && found && street.id == 1);
    CHECK(newest_house(db, a, &newest, &found) == OK && found && newest.id == 5);
}

static void check_many(struct db *db, struct arena *a)
{
    struct houses_row *rows;
    struct streets_row *list;
    struct found_row *hits;
    struct late_shops_row *shops;
    size_t n, list_n, hits_n, shops_n;
    CHECK(houses(db, a, 1, 1, &rows, &n) == OK && n == 3 && houses_limit == 3);
    CHECK(rows[0].number == 2 && rows[2].number == 4);
    CHECK(houses_visited(db, a, day, &rows, &n) == OK && n == 5 && rows[4].number == 5);
    CHECK(houses(db, a, 7, 0, &rows, &n) == OK && n == 0);
    CHECK(streets(db, a, &list, &list_n) == OK && list_n == 2);
    CHECK(str_is(list[0].label, "Laan") && str_is(list[0].code, "-") && list[0].houses == 0);
    CHECK(list[1].houses == 5 && !list[1].has_other); /* nullif(A, A) */
    CHECK(found(db, a, STR("boerderij"), &hits, &hits_n) == OK && hits_n == 1);
    CHECK(hits[0].house == 2 && str_find(hits[0].body, STR("[boerderij]")) != SIZE_MAX);
    CHECK(late_shops(db, a, 1, &shops, &shops_n) == OK && shops_n == 1);
    CHECK(shops[0].opens.minutes == 570);
}

static enum err see(const struct all_texts_row *row, void *with)
{
    int *times = with;
    CHECK(row->house == 2 && row->lang == (*times == 0 ? LANG_EN : LANG_NL) && row->body.n);
    ++*times;
    return OK;
}

static enum err see_one(const struct all_texts_row *row, void *with)
{
    (void)row;
    ++*(int *)with;
    return FAIL(ERR_LIMIT, "enough");
}

static enum err describe_third(struct tx *tx, void *with)
{
    (void)with;
    return house_describe(tx, 3, LANG_EN, STR("plain"));
}

static enum err remove_second(struct tx *tx, void *with)
{
    (void)with;
    return house_remove(tx, 2);
}

static enum err build_house(struct tx *tx, void *with)
{
    int64_t house;
    (void)with;
    return house_add(tx, 2, 9, KIND_FLAT, false, day, seen, false, (struct clock){ 0 }, false,
                     false, STR(""), &house);
}

/* Kept rows are the same memory until something is written, and right after that they are new. */
static void check_kept(struct store *st, struct arena *a)
{
    struct db *db;
    struct street_kept_row first = { 0 }, again = { 0 };
    struct houses_row *before = NULL, *after = NULL;
    size_t before_n = 0, after_n = 0;
    bool found = false;
    CHECK(store_reader(st, &db) == OK);
    db_keep(db);
    CHECK(street_kept(db, a, STR("A"), &first, &found) == ERR_BROKEN); /* no snapshot */
    CHECK(db_begin(db) == OK);
    CHECK(street_kept(db, a, STR("nowhere"), &first, &found) == OK && !found);
    CHECK(street_kept(db, a, STR("A"), &first, &found) == OK && found);
    CHECK(houses_kept(db, a, 1, 0, &before, &before_n) == OK && before_n > 0);
    db_end(db);
    db_reads_reset(db);
    CHECK(db_begin(db) == OK);
    CHECK(street_kept(db, a, STR("A"), &again, &found) == OK && found);
    CHECK(again.name.s == first.name.s && again.id == first.id);
    CHECK(tables_equal(db_reads(db), TABLE_STREET)); /* it still counts as read */
    CHECK(houses_kept(db, a, 1, 0, &after, &after_n) == OK && after_n == before_n);
    CHECK(after != before && after[0].id == before[0].id); /* a row is the reader's own */
    CHECK(houses_kept(db, a, 1, 3, &after, &after_n) == OK && after_n == 2);
    CHECK(houses_kept(db, a, 2, 0, &after, &after_n) == OK && after_n == 0);
    db_end(db);
    CHECK(store_write(st, build_house, NULL) == OK);
    CHECK(db_begin(db) == OK);
    CHECK(houses_kept(db, a, 1, 1, &after, &after_n) == OK && after_n == 3);
    CHECK(houses_kept(db, a, 2, 0, &after, &after_n) == OK && after_n == 1);
    db_end(db);
    store_reader_close(db);
}

int main(void)
{
    struct store *st;
    struct db *db;
    struct arena a = { 0 };
    int64_t n = 0;
    CHECK(store_open_memory(&st) == OK && store_reader(st, &db) == OK);
    const uint64_t words = store_version(st, TABLE_WORDS);
    CHECK(store_write(st, fill, NULL) == OK);
    CHECK(store_version(st, TABLE_WORDS) != words);
    check_one(db, &a);
    check_many(db, &a);
    CHECK(visits(db, 2, &n) == OK && n == 1);
    CHECK(last_visit(db, &n) == OK && n == day.n);
    CHECK(is_there(db, 2, &n) == OK && n == 1);
    CHECK(is_there(db, 99, &n) == OK && n == 0);
    int times = 0;
    db_reads_reset(db);
    CHECK(all_texts(db, see, &times) == OK && times == 2);
    CHECK(tables_equal(db_reads(db), TABLE_HOUSE_TEXT));
    times = -1;
    CHECK(all_texts(db, see_one, &times) == ERR_LIMIT && times == 0); /* it may stop early */

    /* visits refer to the house, without a cascade */
    const uint64_t texts = store_version(st, TABLE_HOUSE_TEXT);
    CHECK(store_write(st, remove_second, NULL) == ERR_CLASH);
    CHECK(store_version(st, TABLE_HOUSE_TEXT) == texts);

    const uint64_t houses = store_version(st, TABLE_HOUSE),
                   streets = store_version(st, TABLE_STREET);
    CHECK(store_write(st, describe_third, NULL) == OK);
    CHECK(store_version(st, TABLE_HOUSE) != houses); /* a trigger wrote it */
    CHECK(store_version(st, TABLE_STREET) == streets);
    check_kept(st, &a);
    store_reader_close(db);
    store_close(st);
    arena_end(&a);
    return 0;
}
