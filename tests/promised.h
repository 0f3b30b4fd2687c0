/* promised.h — a city that promised something: two commitments on an advice that rests on points 1 and 2; the
 * first has two owners. Today is 26 November 2023. */
#ifndef TESTS_PROMISED_H
#define TESTS_PROMISED_H

#include "features/review/testing.h"
#include "tests/sql.h"
#include "web/daily.h"

#define SITE "https://dialoog.voorbeeld.nl"

__attribute__((unused)) static struct visitor nobody = { 0 };

static inline void promised(void)
{
    start();
    sql_run(
        c.store,
        "UPDATE mail_line SET ready = 1;"
        "INSERT INTO advice (id, dialogue, number, position, kind, given) SELECT 1, id, 1, 1, "
        "0, 19600 FROM dialogue;"
        "INSERT INTO advice_text VALUES (1, 'nl', 'Zet bankjes neer', '', '', '');"
        "INSERT INTO advice_point SELECT 1, id FROM point_given WHERE number < 3;"
        "INSERT INTO answer (advice, kind, day, url, hash) VALUES (1, 0, 19601, '', '');"
        "INSERT INTO answer_text VALUES (1, 'nl', 'Er is geld', '');"
        "INSERT INTO department (id, dialogue, slug, position, name, name_en, portfolio) "
        "SELECT 1, id, 'wijken', 1, 'Wijken', '', '' FROM dialogue UNION ALL "
        "SELECT 2, id, 'groen', 2, 'Groen', '', '' FROM dialogue;"
        "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
        "first_due,"
        " due, horizon, state) SELECT 1, id, 1, 1, 1, 1, 19601, 19690, 19690, 0, 0 FROM "
        "dialogue;"
        "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
        "first_due,"
        " due, horizon, state) SELECT 2, id, 2, 2, 1, 1, 19601, 19900, 19900, 1, 0 FROM "
        "dialogue;"
        "INSERT INTO commitment_owner VALUES (1, 2);"
        "INSERT INTO commitment_text VALUES (1, 'nl', 'Tien bankjes', '', ''), "
        "(1, 'en', 'Ten benches', '', ''), (2, 'nl', 'Elk jaar snoeien', '', '');"
        "INSERT INTO owner_contact VALUES (1, 1, 'Ada', 'ada@stad.nl'), "
        "(1, 2, 'Bob', 'bob@stad.nl'), (2, 1, 'Ada', 'ada@stad.nl')");
}
static inline void deed_done(int number)
{
    sql_run(c.store,
            text_of("INSERT INTO deed (id, commitment, number, day, url, document, hash) "
                    "VALUES (%d, 1, %d, 19680, '', '', '');"
                    "INSERT INTO deed_text VALUES (%d, 'nl', 'Vier bankjes staan er', '')",
                    number, number, number));
}

/* The newest mail to somebody: all of its text. */
static inline struct str letter_to(const char *address)
{
    sqlite3_stmt *s = NULL;
    struct db *db;
    CHECK_OK(store_reader(c.store, &db));
    CHECK(sqlite3_prepare_v2(db->c,
                             "SELECT body FROM mail WHERE address = ? ORDER BY id DESC LIMIT 1",
                             -1, &s, NULL) == SQLITE_OK);
    sqlite3_bind_text(s, 1, address, -1, SQLITE_STATIC);
    CHECK(sqlite3_step(s) == SQLITE_ROW);
    const struct str body =
        arena_copy(&c.arena, str_of((const char *)sqlite3_column_text(s, 0)));
    sqlite3_finalize(s);
    store_reader_close(db);
    return body;
}
/* The address in it that begins like this, without the site. */
static inline const char *link_in(struct str body, const char *begins)
{
    const size_t at = str_find(body, str_of(begins));
    CHECK(at != SIZE_MAX);
    const struct str rest = str_from(body, at);
    return arena_copy(&c.arena, str_upto(rest, str_find(rest, STR("\n")))).s;
}
static inline struct str looks(const char *link)
{
    return arena_copy(&c.arena, ask(&nobody, METHOD_GET, link, NULL, 200));
}
static inline struct str sends(const char *link, const char *body, int status)
{
    return arena_copy(&c.arena, ask(&nobody, METHOD_POST, link, body, status));
}
/* Who runs the program, on that day at nine in the morning. */
__attribute__((unused)) static struct daily daily;
static inline const struct daily *day_is(int year, int month, int day)
{
    daily = (struct daily){
        .site = STR(SITE),
        .secret = STR("00000000000000000000000000000000"),
        .now = { (int64_t)day_of((struct date){ year, month, day }).n * 86400 + 8 * 3600 }
    };
    return &daily;
}

#endif
