/* testing.h — a city with colleagues and voices that wait, and a way to ask as one of them. */
#ifndef FEATURES_REVIEW_TESTING_H
#define FEATURES_REVIEW_TESTING_H

#include "tests/city.h"

#include <sqlite3.h>

#include "features/history/history.h"
#include "features/review/review.h"
#include "store/inside.h"
#include "web/token.h"

static struct city c;
static struct response res;
__attribute__((
    unused)) static struct visitor anna = { 1, WHO_EDITOR, { "Anna", 4 }, { "a", 1 } };
__attribute__((
    unused)) static struct visitor bram = { 2, WHO_EDITOR, { "Bram", 4 }, { "b", 1 } };
__attribute__((
    unused)) static struct visitor wies = { 3, WHO_WRITER, { "Wies", 4 }, { "w", 1 } };
static const struct instant now = { 1701000000 };
static int64_t later;  /* so many seconds after now is asked */
static uint64_t place; /* from where */

static inline enum err colleagues(struct tx *tx, void *with)
{
    (void)with;
    return sqlite3_exec(tx->db->c,
                        "INSERT INTO person (id, name, email, password, handle, made) VALUES "
                        "(1, 'Anna', 'anna@x', '', x'01', 0), (2, 'Bram', 'bram@x', '', x'02', "
                        "0), (3, 'Wies', 'wies@x', '', x'03', 0);"
                        "INSERT INTO role (person, dialogue, role) VALUES (1, NULL, 4), (2, "
                        "NULL, 4), (3, NULL, 3)",
                        NULL, NULL, NULL) == SQLITE_OK
               ? OK
               : FAIL(ERR_BROKEN, "%s", sqlite3_errmsg(tx->db->c));
}

static inline void start(void)
{
    c = (struct city){ 0 };
    later = 0;
    place = 0;
    city_open(&c, true);
    CHECK_OK(store_write(c.store, colleagues, NULL));
}
static inline void stop(void)
{
    city_close(&c);
}

/* ---- voices come in ---- */

static struct received in;
static struct receipt got;
static int came;
static inline enum err receives(struct tx *tx, void *with)
{
    struct request req = { .arena = &c.arena,
                           .db = tx->db,
                           .secret = STR("00000000000000000000000000000000"),
                           .now = now,
                           .today = day_at(now) };
    (void)with;
    req.key = sha256(&c.arena, arena_format(&c.arena, "form %d", came++));
    return voice_receive(tx, &req, &in, &got);
}
/* Gives its number. */
static inline int64_t comes_in(const char *body)
{
    in.dialogue = c.dialogue;
    in.own = STR("nl");
    if (!in.lang.n) in.lang = STR("nl");
    in.body = str_of(body);
    in.kind = -1;
    CHECK_OK(store_write(c.store, receives, NULL));
    return got.number;
}

/* ---- somebody asks ---- */

static inline struct str ask(struct visitor *who, enum method method, const char *address,
                             const char *body, int status)
{
    const struct try try = { .method = method,
                             .address = address,
                             .body = body,
                             .visitor = *who,
                             .client = place,
                             .now = { now.s + later } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    const struct str page = { res.body.s, res.body.n };
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s\n%.*s", address, res.status, status, err_why(),
                 STR_ARG(str_upto(page, 3000)));
    return page;
}
static inline struct str get(struct visitor *who, const char *address)
{
    return ask(who, METHOD_GET, address, NULL, 200);
}
/* Gives where it leads. */
static inline struct str post(struct visitor *who, const char *address, struct str body)
{
    ask(who, METHOD_POST, address, arena_copy(&c.arena, body).s, 303);
    return res.location.text;
}
PRINTF(1, 2) static inline const char *text_of(const char *format, ...)
{
    char all[600];
    va_list args;
    va_start(args, format);
    vsnprintf(all, sizeof all, format, args);
    va_end(args);
    return arena_copy(&c.arena, str_of(all)).s;
}

/* Where a voice stands. */
static inline struct voice_state_row state_of(int64_t number)
{
    struct voice_find_row found;
    struct voice_state_row row;
    bool there;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, number, &found, &there));
    CHECK(there);
    CHECK_OK(voice_state(c.db, &c.arena, found.id, &row, &there));
    return row;
}
static inline int64_t seen_of(int64_t number)
{
    struct voice_find_row found;
    int64_t row;
    bool there;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, number, &found, &there));
    CHECK_OK(history_newest(c.db, THING_VOICE, found.id, &row));
    return row;
}
/* What comes behind "name=" in an address. */
static inline int64_t number_in(struct str address, const char *name)
{
    const size_t at = str_find(address, str_of(name));
    CHECK(at != SIZE_MAX);
    int64_t n = 0;
    for (size_t i = at + strlen(name); i < address.n && address.s[i] >= '0'; i++)
        n = 10 * n + address.s[i] - '0';
    return n;
}

#endif
