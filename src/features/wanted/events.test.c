/* events.test.c — the agenda: proposed by anybody, read by the desk, followed by calendars; and partners. */
#include "features/wanted/events.h"
#include "features/map/map.test.h"
#include "tests/sql.h"
#include "web/web.h"

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
};
static struct fixture f;
static const struct visitor editor = { 1, WHO_EDITOR, { "Emre", 4 }, { "e", 1 } };

#define COFFEE "titel=Koffie&organisator=Buren&dag=2026-12-01&van=10%3A00&tot=11%3A30"

static void start(void)
{
    f = (struct fixture){ 0 };
    CHECK_OK(store_open_memory(&f.st));
    CHECK_OK(store_reader(f.st, &f.db));
    sql_run(
        f.st,
        "INSERT INTO map_area (slug, name) VALUES ('noord', 'Noord'), ('zuid', 'Zuid');"
        "INSERT INTO location (uuid, name, address, postal_code, city, area, transportation, "
        "accessibility) VALUES ('u', 'De Schakel', '', '', '', 1, '', '');"
        "INSERT INTO place (location, slug, source_key, name, about, keeper, shown, version) "
        "VALUES (1, 'de-schakel', 'a', 'De Schakel', '', '', 1, 0);"
        "INSERT INTO person (id, name, email, password, handle, made) VALUES (1, 'Emre', "
        "'emre@huis.nl', '', x'01', 1)");
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
                             .now = map_now };
    web_ask(f.st, f.db, &f.arena, &try, &res);
    if (res.status != status) {
        print_error("%s: %s\n", address, err_why());
        print_error("%.*s\n", (int)res.body.n, res.body.s);
    }
    assert_int_equal(res.status, status);
    return arena_copy(&f.arena, (struct str){ res.body.s, res.body.n });
}

static void what_is_proposed_is_read_first(void **state)
{
    (void)state;
    start();
    asks("/agenda/tip", COFFEE "&plek=De+Schakel&stand=toon", NULL, 303);
    CHECK_NOT(asks("/agenda", NULL, NULL, 200), "Koffie</bdi>");
    CHECK_NOT(asks("/agenda/agenda.ics", NULL, NULL, 200), "BEGIN:VEVENT");
    CHECK_HAS(asks("/beheer/agenda", NULL, &editor, 200), "Koffie</bdi>");
    asks("/beheer/agenda/1", COFFEE "&plek=De+Schakel&stand=toon&versie=0", NULL, 403);
    asks("/beheer/agenda/1", COFFEE "&plek=De+Schakel&stand=toon&versie=0", &editor, 303);
    const struct str page = asks("/agenda?wijk=noord", NULL, NULL, 200); /* of the place */
    CHECK_HAS(page, "Koffie</bdi>");
    CHECK_HAS(page, "/plekken/de-schakel");
    CHECK_NOT(asks("/agenda?wijk=zuid", NULL, NULL, 200), "Koffie</bdi>");
    CHECK_NOT(asks("/agenda?wijk=nergens", NULL, NULL, 200), "Koffie</bdi>");
    const struct str feed = asks("/agenda/noord/agenda.ics", NULL, NULL, 200);
    CHECK_HAS(feed, "SUMMARY:Koffie");
    CHECK_HAS(feed, "DTSTART:20261201T090000Z");
    CHECK_HAS(feed, "UID:agenda-1@");
    CHECK_NOT(asks("/agenda/zuid/agenda.ics", NULL, NULL, 200), "BEGIN:VEVENT");
    asks("/agenda/nergens/agenda.ics", NULL, NULL, 404);
    /* What does not go on says so, under the same name. */
    CHECK_HAS(asks("/beheer/agenda/1", COFFEE "&versie=0", &editor, 422), "Iemand anders");
    asks("/beheer/agenda/1", COFFEE "&plek=De+Schakel&gaat-niet-door=1&versie=1", &editor, 303);
    CHECK_HAS(asks("/agenda", NULL, NULL, 200), "Gaat niet door");
    const struct str off = asks("/agenda/noord/agenda.ics", NULL, NULL, 200);
    CHECK_HAS(off, "SUMMARY:Gaat niet door: Koffie");
    CHECK_HAS(off, "UID:agenda-1@");
    CHECK_HAS(off, "SEQUENCE:2");
    asks("/beheer/agenda/9", NULL, &editor, 404);
    stop();
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    start();
    asks("/agenda/tip", "titel=x", NULL, 422);
    asks("/agenda/tip", "titel=x&organisator=y&dag=2020-01-01", NULL, 422);
    CHECK_HAS(
        asks("/agenda/tip", "titel=x&organisator=y&dag=2026-12-01&tot=10%3A00", NULL, 422),
        "hoe laat het begint");
    asks("/agenda/tip", COFFEE "&wijk=nergens", NULL, 422);
    asks("/beheer/agenda/nieuw",
         "titel=%3Cscript%3Ex&tekst=%3Cscript%3E&organisator=%3Cscript%3E&"
         "plek=%3Cscript%3E&dag=2026-12-01",
         &editor, 303);
    CHECK_NOT(asks("/agenda", NULL, NULL, 200), "<script>");
    CHECK_NOT(asks("/beheer/agenda", NULL, &editor, 200), "<script>");
    CHECK_NOT(asks("/beheer/agenda/1", NULL, &editor, 200), "<script>");
    stop();
}

static void partners_are_kept(void **state)
{
    (void)state;
    start();
    asks("/beheer/partners", "naam=Welzijn&rol=de+wijkverbinder", NULL, 403);
    CHECK_HAS(asks("/beheer/partners", "naam=X&rol=y&website=javascript%3Ax", &editor, 422),
              "https://");
    asks("/beheer/partners",
         "naam=%3Cscript%3EWelzijn&rol=de+wijkverbinder&wijk=noord&website=https%3A%2F%2Fx."
         "example",
         &editor, 303);
    const struct str page = asks("/partners", NULL, NULL, 200);
    CHECK_HAS(page, "de wijkverbinder");
    CHECK_HAS(page, "https://x.example");
    CHECK_NOT(page, "<script>");
    CHECK_HAS(asks("/beheer/partners/1", "naam=A&rol=b&basis=5", &editor, 422),
              "Iemand anders");
    const struct str form = asks("/beheer/partners/1", NULL, &editor, 200);
    const size_t at = str_find(form, STR("name=\"basis\" value=\""));
    struct str basis = str_from(form, at + sizeof "name=\"basis\" value=\"" - 1);
    basis = str_upto(basis, str_find(basis, STR("\"")));
    asks("/beheer/partners/1",
         arena_format(&f.arena, "naam=Anders&rol=b&basis=%.*s", STR_ARG(basis)).s, &editor,
         303);
    CHECK_HAS(asks("/partners", NULL, NULL, 200), "Anders");
    asks("/beheer/partners/1/weg", "", &editor, 303);
    asks("/beheer/partners/1", NULL, &editor, 404);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_proposed_is_read_first),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(partners_are_kept),
    };
    return RUN_TESTS(tests);
}
