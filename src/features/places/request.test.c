/* request.test.c — asking for a space: a button first, dates told one by one, never two at once, and the
 * answer of who keeps it. */
#include "features/places/request.h"
#include "features/map/map.test.h"
#include "features/places/table.h"
#include "tests/sql.h"
#include "web/web.h"

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
    struct instant now;
    uint64_t client;
};
static struct fixture f;
static const struct visitor editor = { 1, WHO_EDITOR, { "Emre", 4 }, { "e", 1 } };

#define HEAD "key,name,neighbourhood,keeper_email,space,space_name,capacity,entry,hours\n"
#define ASK "/plekken/de-schakel/aanvragen/zaal"
/* Tuesday 1 December 2026, half past seven to nine. */
#define WHO "mensen=12&waarvoor=Naaien&naam=Bartjens&e-mail=bo%40huis.nl"
#define TUESDAY "dag=2026-12-01&van=19%3A30&tot=21%3A00&"

static enum err table_work(struct tx *tx, void *with)
{
    struct places_done done;
    return places_load(tx, str_of(with), stderr, LANG_NL, &done);
}
static void start(void)
{
    static char table[] = HEAD "a,De Schakel,Noord,ans@huis.nl,zaal,Grote zaal,50,code,\"ma-vr "
                               "18:00-01:00; za 12:00-17:00\"\n"
                               "b,De Brug,Zuid,,kamer,Kamer,8,key,ma-zo 09:00-17:00\n";
    f = (struct fixture){ .now = map_now };
    CHECK_OK(store_open_memory(&f.st));
    CHECK_OK(store_write(f.st, table_work, table));
    CHECK_OK(store_reader(f.st, &f.db));
    sql_run(f.st, "UPDATE mail_line SET ready = 1;"
                  "INSERT INTO person (id, name, email, password, handle, made) VALUES (1, "
                  "'Emre', 'emre@huis.nl', '', x'01', 1)");
}
static void stop(void)
{
    store_reader_close(f.db);
    store_close(f.st);
    arena_end(&f.arena);
}
static struct str asks(const char *address, const char *body, const struct visitor *who,
                       int status)
{
    struct response res;
    const struct try try = { .method = body ? METHOD_POST : METHOD_GET,
                             .address = address,
                             .body = body,
                             .visitor = who ? *who : (struct visitor){ 0 },
                             .client = f.client,
                             .now = f.now };
    web_ask(f.st, f.db, &f.arena, &try, &res);
    if (res.status != status) {
        print_error("%s: %s\n", address, err_why());
        print_error("%.*s\n", (int)res.body.n, res.body.s);
    }
    assert_int_equal(res.status, status);
    return arena_copy(&f.arena, (struct str){ res.body.s, res.body.n });
}
static int64_t number(const char *sql)
{
    return sql_number(f.st, sql);
}
/* The newest mail to somebody. */
static struct str letter_to(const char *address)
{
    sqlite3_stmt *s = NULL;
    struct db *db;
    CHECK_OK(store_reader(f.st, &db));
    CHECK(sqlite3_prepare_v2(db->c,
                             "SELECT body FROM mail WHERE address = ? ORDER BY id DESC LIMIT 1",
                             -1, &s, NULL) == SQLITE_OK);
    sqlite3_bind_text(s, 1, address, -1, SQLITE_STATIC);
    CHECK(sqlite3_step(s) == SQLITE_ROW);
    const struct str body =
        arena_copy(&f.arena, str_of((const char *)sqlite3_column_text(s, 0)));
    sqlite3_finalize(s);
    store_reader_close(db);
    return body;
}
static const char *link_in(struct str body, const char *begins)
{
    const size_t at = str_find(body, str_of(begins));
    CHECK(at != SIZE_MAX);
    const struct str rest = str_from(body, at);
    return arena_copy(&f.arena, str_upto(rest, str_find(rest, STR("\n")))).s;
}
static const char *behind(const char *link, const char *what)
{
    return arena_format(&f.arena, "%s%s", link, what).s;
}
/* Asked and confirmed: the link of the asker; the keeper's follows from their mail. */
static const char *asked(const char *body)
{
    asks(ASK, body, NULL, 303);
    const char *link = link_in(letter_to("bo@huis.nl"), "/plekken/aanvraag/");
    asks(behind(link, "/ja"), "", NULL, 303);
    return link;
}
static const char *keeper(void)
{
    return link_in(letter_to("ans@huis.nl"), "/plekken/beslissen/");
}

static void a_button_is_pressed_first(void **state)
{
    (void)state;
    start();
    asks(ASK, TUESDAY WHO, NULL, 303);
    const struct str letter = letter_to("bo@huis.nl");
    CHECK_HAS(letter, "dinsdag 1 december 2026");
    const char *link = link_in(letter, "/plekken/aanvraag/");
    CHECK_HAS(asks(link, NULL, NULL, 200), "Ja, vraag dit aan"); /* a scanner looks */
    assert_int_equal(number("SELECT count(*) FROM mail WHERE address = 'ans@huis.nl'"), 0);
    assert_int_equal(number("SELECT state FROM space_request"), REQUEST_UNCONFIRMED);
    asks(behind(link, "/ja"), "", NULL, 303);
    asks(behind(link, "/ja"), "", NULL, 303); /* twice is once */
    assert_int_equal(number("SELECT count(*) FROM mail WHERE address = 'ans@huis.nl'"), 1);
    const struct str to_keeper = letter_to("ans@huis.nl");
    CHECK_HAS(to_keeper, "Naaien");
    CHECK_NOT(to_keeper, "bo@huis.nl"); /* the address is not handed on */
    CHECK_NOT(asks("/plekken/de-schakel", NULL, NULL, 200), "Bartjens");
    asks("/plekken/aanvraag/0000-0000-0000", NULL, NULL, 404);
    asks("/plekken/beslissen/niets", NULL, NULL, 404);
    asks("/plekken/aanvraag/0000-0000-0000/ja", "", NULL, 404);
    stop();
}

static void the_keeper_says_yes(void **state)
{
    (void)state;
    start();
    const char *mine = asked(TUESDAY WHO), *link = keeper();
    CHECK_HAS(asks(link, NULL, NULL, 200), "Bartjens");
    CHECK_NOT(asks(link, NULL, NULL, 200), "bo@huis.nl");
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 0); /* looking is nothing */
    CHECK_HAS(asks(link, "antwoord=nee", NULL, 422), "Schrijf waarom niet");
    asks(link, "antwoord=ja&reden=Welkom", NULL, 303);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 6);
    const struct str letter = letter_to("bo@huis.nl");
    CHECK_HAS(letter, "Welkom");
    CHECK_HAS(letter, "code voor de deur");
    const struct str file = asks(link_in(letter, "/plekken/aanvraag/"), NULL, NULL, 200);
    CHECK_HAS(file, "DTSTART:20261201T183000Z");
    CHECK_HAS(file, "DTEND:20261201T200000Z");
    CHECK_HAS(asks(link, "antwoord=ja", NULL, 422), "al beantwoord");
    CHECK_HAS(asks("/plekken/de-schakel?week=2026-12-01", NULL, NULL, 200),
              "19.30 uur – 21.00 uur");
    /* And no after all. */
    asks(link, "antwoord=nee&reden=Het+dak+lekt", NULL, 303);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 0);
    CHECK_HAS(asks(mine, NULL, NULL, 200), "Het dak lekt");
    stop();
}

static void no_space_is_taken_twice(void **state)
{
    (void)state;
    start();
    asked(TUESDAY WHO);
    const char *first = keeper();
    asked("dag=2026-12-01&van=20%3A45&tot=22%3A00&" WHO); /* waits beside it */
    const char *second = keeper();
    asks(first, "antwoord=ja", NULL, 303);
    CHECK_HAS(asks(second, "antwoord=ja", NULL, 422), "nu al bezet");
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 6);
    /* Who asks now is told. */
    const struct str told = asks(ASK, TUESDAY WHO, NULL, 422);
    CHECK_HAS(told,
              "dinsdag 1 december 2026: dan is de ruimte al bezet, 19.30 uur – 21.00 uur");
    /* Right behind it there is room. */
    asks(ASK, "dag=2026-12-01&van=21%3A00&tot=22%3A00&" WHO, NULL, 303);
    stop();
}

/* Past every rule of the program: the table itself refuses. */
static enum err twice(struct tx *tx, void *with)
{
    (void)with;
    TRY(quarter_take(tx, 1, (struct day){ 20000 }, 40, 1, (struct day){ 20000 }));
    return quarter_take(tx, 1, (struct day){ 20000 }, 40, 2, (struct day){ 20000 });
}
static void the_table_is_the_last_word(void **state)
{
    (void)state;
    start();
    asked(TUESDAY WHO);
    asked(TUESDAY WHO "2");
    assert_int_equal(store_write(f.st, twice, NULL), ERR_CLASH);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 0);
    stop();
}

static void a_series_is_one_request(void **state)
{
    (void)state;
    start();
    /* Weekly on Friday until 15 January: Christmas and New Year are holidays. */
    const char *friday = "dag=2026-12-11&van=22%3A00&tot=00%3A30&herhaal=weekly&tot-en-met="
                         "2027-01-15&" WHO;
    const struct str told = asks(ASK, friday, NULL, 422);
    CHECK_HAS(told, "vrijdag 25 december 2026: dat is een feestdag");
    CHECK_HAS(told, "vrijdag 1 januari 2027: dat is een feestdag");
    CHECK_NOT(told, "vrijdag 18 december 2026: ");
    CHECK_HAS(told, "Vraag de andere dagen wel aan");
    const char *mine = asked(arena_format(&f.arena, "%s&toch=1", friday).s);
    assert_int_equal(number("SELECT count(*) FROM space_request"), 1);
    assert_int_equal(number("SELECT count(*) FROM space_date"), 4);
    const char *link = keeper();
    asks(link, "antwoord=ja", NULL, 303);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 40);
    /* Past midnight it is the next day. */
    assert_int_equal(number("SELECT count(*) FROM space_quarter WHERE quarter < 2"), 8);
    const int64_t day = number("SELECT day FROM space_date ORDER BY day LIMIT 1");
    asks(behind(mine, "/afzeggen"), arena_format(&f.arena, "dag=%lld", (long long)day).s, NULL,
         303);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 30);
    assert_int_equal(number("SELECT state FROM space_request"), REQUEST_ACCEPTED);
    CHECK_HAS(letter_to("ans@huis.nl"), "Afgezegd: vrijdag 11 december 2026");
    asks(behind(mine, "/afzeggen"), "dag=0", NULL, 303);
    asks(behind(mine, "/afzeggen"), "dag=0", NULL, 303);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 0);
    assert_int_equal(number("SELECT state FROM space_request"), REQUEST_CANCELLED);
    CHECK_HAS(asks(link, "antwoord=ja", NULL, 422), "al beantwoord of afgezegd");
    stop();
}

static void part_of_a_series_may_be_taken_meanwhile(void **state)
{
    (void)state;
    start();
    asked(
        "dag=2026-12-01&van=19%3A30&tot=21%3A00&herhaal=two-weeks&tot-en-met=2026-12-29&" WHO);
    const char *series = keeper();
    asked("dag=2026-12-15&van=18%3A00&tot=20%3A00&" WHO);
    asks(keeper(), "antwoord=ja", NULL, 303);
    asks(series, "antwoord=ja", NULL, 303);
    assert_int_equal(number("SELECT count(*) FROM space_date WHERE state = 2"), 1);
    const struct str letter = letter_to("bo@huis.nl");
    CHECK_HAS(letter, "Een ander was eerder: dinsdag 15 december 2026");
    CHECK_HAS(letter, "Voor u: dinsdag 29 december 2026");
    stop();
}

static void what_cannot_be_is_told(void **state)
{
    (void)state;
    start();
    CHECK_HAS(asks(ASK, "dag=2026-12-01&van=10%3A00&tot=11%3A00&" WHO, NULL, 422),
              "niet open voor anderen");
    CHECK_HAS(asks(ASK, "dag=2026-11-26&van=19%3A00&tot=20%3A00&" WHO, NULL, 422),
              "komende jaar");
    CHECK_HAS(asks(ASK, "dag=2026-12-01&van=19%3A10&tot=20%3A00&" WHO, NULL, 422),
              "heel kwartier");
    CHECK_HAS(asks(ASK, "dag=2026-12-01&van=19%3A00&tot=19%3A00&" WHO, NULL, 422),
              "latere tijd");
    CHECK_HAS(
        asks(ASK, "dag=2026-12-01&van=19%3A00&tot=20%3A00&herhaal=weekly&" WHO, NULL, 422),
        "tot en met welke dag");
    CHECK_HAS(asks(ASK, TUESDAY "mensen=51&waarvoor=x&naam=y&e-mail=geen", NULL, 422),
              "ruimte voor 50 mensen");
    asks(ASK, "dag=2026-12-01", NULL, 422);
    asks("/plekken/de-schakel/aanvragen/kamer", NULL, NULL, 404); /* of another place */
    asks("/plekken/nergens/aanvragen/zaal", NULL, NULL, 404);
    sql_run(f.st, "UPDATE space SET closed = 1 WHERE slug = 'zaal'");
    asks(ASK, NULL, NULL, 404);
    sql_run(f.st, "UPDATE space SET closed = 0; UPDATE mail_line SET ready = 0");
    CHECK_HAS(asks(ASK, NULL, NULL, 200), "kan nog geen mail sturen");
    assert_int_equal(number("SELECT count(*) FROM space_request"), 0);
    stop();
}

static void the_desk_decides_too(void **state)
{
    (void)state;
    start();
    asks("/plekken/de-brug/aanvragen/kamer",
         "dag=2026-12-01&van=10%3A00&tot=11%3A00&mensen=4&waarvoor=%3Cscript%3Ex&naam=%3Cscript"
         "%3E&e-mail=bo%40huis.nl",
         NULL, 303);
    asks("/beheer/plekken/aanvragen/1", NULL, &editor, 404); /* not confirmed: nobody's yet */
    const char *mine = link_in(letter_to("bo@huis.nl"), "/plekken/aanvraag/");
    asks(behind(mine, "/ja"), "", NULL, 303);
    asks("/beheer/plekken/aanvragen/1", NULL, NULL, 303); /* to where one signs in */
    asks("/beheer/plekken/aanvragen/1", "antwoord=ja", NULL, 403);
    CHECK_NOT(asks("/beheer/plekken/aanvragen", NULL, &editor, 200), "<script>");
    CHECK_NOT(asks("/beheer/plekken/aanvragen/1", NULL, &editor, 200), "<script>");
    CHECK_NOT(asks(mine, NULL, NULL, 200), "<script>");
    asks("/beheer/plekken/aanvragen/1", "antwoord=ja", &editor, 303);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 4);
    assert_int_equal(number("SELECT count(*) FROM history WHERE after LIKE '%script%'"), 0);
    asks("/beheer/plekken/aanvragen/9", NULL, &editor, 404);
    CHECK_HAS(asks("/beheer/plekken/aanvragen?stand=ja", NULL, &editor, 200), "De Brug");
    stop();
}

static void nobody_is_flooded(void **state)
{
    (void)state;
    start();
    for (int i = 0; i < REQUESTS_TO; i++)
        asks(ASK,
             arena_format(&f.arena, "%smensen=%d&waarvoor=x&naam=y&e-mail=%s", TUESDAY, i + 1,
                          "Bo%2Bx%40huis.nl")
                 .s,
             NULL, 303);
    CHECK_HAS(asks(ASK, TUESDAY WHO "&x=9", NULL, 422), "net veel aanvragen");
    stop();
}

static enum err tidy_work(struct tx *tx, void *with)
{
    const struct day *d = with;
    TRY(requests_drop(tx, instant_at(*d, 0)));
    return requests_forget(tx, *d);
}
static void what_is_over_is_erased(void **state)
{
    (void)state;
    start();
    const char *mine = asked(TUESDAY WHO);
    asks(keeper(), "antwoord=ja", NULL, 303);
    asks(ASK, "dag=2026-12-02&van=19%3A30&tot=21%3A00&" WHO, NULL, 303); /* not confirmed */
    struct day late = day_of((struct date){ 2026, 12, 2 });
    CHECK_OK(store_write(f.st, tidy_work, &late));
    assert_int_equal(number("SELECT count(*) FROM space_request"), 1);
    assert_int_equal(number("SELECT count(*) FROM space_request WHERE name || email || purpose "
                            "<> '' OR code IS NOT NULL OR keeper_code IS NOT NULL"),
                     0);
    assert_int_equal(number("SELECT count(*) FROM space_quarter"), 6); /* still counted */
    asks(mine, NULL, NULL, 404);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_button_is_pressed_first),
        cmocka_unit_test(the_keeper_says_yes),
        cmocka_unit_test(no_space_is_taken_twice),
        cmocka_unit_test(the_table_is_the_last_word),
        cmocka_unit_test(a_series_is_one_request),
        cmocka_unit_test(part_of_a_series_may_be_taken_meanwhile),
        cmocka_unit_test(what_cannot_be_is_told),
        cmocka_unit_test(the_desk_decides_too),
        cmocka_unit_test(nobody_is_flooded),
        cmocka_unit_test(what_is_over_is_erased),
    };
    return RUN_TESTS(tests);
}
