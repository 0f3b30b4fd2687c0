/* desk.test.c — the team's side of the tables, what is printed, and the end of a table. */
#include "tests/city.h"
#include "tests/sql.h"

#include "features/people/people.h"
#include "features/sheet/desk.h"
#include "features/sheet/sheet.h"

enum { NOW = 1701000000, DAY = 86400 };

static struct city c;
static struct response res;

static struct str page(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static struct str ask(enum who role, enum method method, const char *address, const char *body,
                      int64_t days, int status)
{
    const struct try try = {
        .method = method,
        .address = address,
        .body = body,
        .visitor = { role ? 1 : 0, role, STR("Ada"), STR("sessie") },
        .now = { NOW + days * DAY },
    };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s", address, res.status, status, err_why());
    return page();
}
static enum err a_person(struct tx *tx, void *with)
{
    int64_t id;
    (void)with;
    return person_add(tx, STR("Ada"), STR("ada@voorbeeld.nl"), STR("01"),
                      (struct instant){ NOW }, &id);
}
static void start(void)
{
    c = (struct city){ 0 };
    city_open(&c, false);
    CHECK_OK(store_write(c.store, a_person, NULL));
}
#define HERE "/waterstad/beheer/tafels/27-juni"

/* The address of the first table, as it stands on the team's page. */
static const char *first_table(void)
{
    ask(WHO_HOST, METHOD_POST, HERE, "", 0, 303);
    struct str rest = ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200);
    rest = str_from(rest, str_find(rest, STR("href=\"/tafel/")) + 6);
    return arena_copy(&c.arena, str_upto(rest, str_find(rest, STR("\"")))).s;
}
static const char *join(const char *a, const char *b)
{
    return arena_format(&c.arena, "%s%s", a, b).s;
}

static void each_table_gets_a_link_once(void **state)
{
    (void)state;
    start();
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200), "Maak de links");
    const char *table = first_table();
    CHECK_NOT(ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200), "Maak de links");
    ask(WHO_HOST, METHOD_POST, HERE, "", 0, 303);
    assert_string_equal(first_table(), table);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, table, NULL, 0, 200), "Wat is er nodig?");
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, "/waterstad/beheer/tafels", NULL, 0, 200), "2 links");
    ask(WHO_HOST, METHOD_GET, "/waterstad/beheer/tafels/nergens", NULL, 0, 404);
    ask(WHO_READER, METHOD_GET, HERE, NULL, 0, 403);
    city_close(&c);
}

static void a_link_that_leaked_is_replaced(void **state)
{
    (void)state;
    start();
    const char *old = first_table();
    ask(WHO_HOST, METHOD_POST, HERE "/1/link", "", 0, 303);
    const char *link = first_table();
    assert_string_not_equal(link, old);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, link, NULL, 0, 200), "Wat is er nodig?");
    CHECK_HAS(page(), arena_format(&c.arena, "data-former=\"%s\"", old + strlen("/tafel")).s);
    const struct str said = ask(WHO_ANYONE, METHOD_GET, old, NULL, 0, 200);
    CHECK_HAS(said, "Deze link werkt niet meer");
    CHECK_NOT(said, link);
    CHECK_NOT(said, "Wat is er nodig?");
    ask(WHO_ANYONE, METHOD_GET, join(old, "/lezen"), NULL, 0, 410);
    ask(WHO_ANYONE, METHOD_POST, old, "tekst=Stiekem&ronde=1", 0, 410);
    ask(WHO_ANYONE, METHOD_POST, join(old, "/notities"),
        "apparaat=018f0000-0000-7000-8000-000000000001&wacht=0&notities=%5b%5d", 0, 410);
    ask(WHO_HOST, METHOD_POST, HERE "/1/link", "", 0, 303); /* and once more */
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, link, NULL, 0, 200), "werkt niet meer");
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, old, NULL, 0, 200), "werkt niet meer");
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE "/kaarten", NULL, 0, 200),
              first_table() + strlen("/tafel/"));
    ask(WHO_HOST, METHOD_POST, HERE "/99/link", "", 0, 404);
    ask(WHO_READER, METHOD_POST, HERE "/1/link", "", 0, 403);
    city_close(&c);
}

static void a_phone_may_install_it(void **state)
{
    (void)state;
    start();
    const char *table = first_table();
    const struct str said =
        ask(WHO_ANYONE, METHOD_GET, join(table, "/app.webmanifest"), NULL, 0, 200);
    CHECK_HAS(said, arena_format(&c.arena, "\"start_url\":\"%s\"", table).s);
    CHECK_HAS(said, "\"sizes\":\"512x512\"");
    assert_int_equal(res.content, CONTENT_MANIFEST);
    CHECK_HAS(
        ask(WHO_ANYONE, METHOD_GET, join("/en", join(table, "/app.webmanifest")), NULL, 0, 200),
        arena_format(&c.arena, "\"start_url\":\"/en%s\"", table).s);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, table, NULL, 0, 200), "rel=\"manifest\"");
    city_close(&c);
}

static void what_lies_on_the_table_is_printed(void **state)
{
    (void)state;
    start();
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE "/kaarten", NULL, 0, 200), "nog geen link");
    const char *table = first_table();
    const struct str cards = ask(WHO_HOST, METHOD_GET, HERE "/kaarten", NULL, 0, 200);
    CHECK_HAS(cards, table);
    CHECK_HAS(cards, "QR-code met de link van tafel 1");
    CHECK_HAS(cards, "Elkaar ontmoeten");
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE "/bladen", NULL, 0, 200), "Tafel 2, ronde 1");
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE "/uitleg", NULL, 0, 200), "U bent notulist");
    city_close(&c);
}

static void a_table_is_read_back_and_closes(void **state)
{
    (void)state;
    start();
    const char *table = first_table();
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Een+bank&ronde=1&spreker=9", 0, 303);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, join(table, "/lezen"), NULL, 0, 200), "Een bank");
    CHECK_NOT(page(), "/voorstel");
    ask(WHO_ANYONE, METHOD_POST, join(table, "/lezen"), "", 0, 422);
    ask(WHO_ANYONE, METHOD_POST, join(table, "/lezen"), "eens=misschien", 0, 422);
    CHECK_HAS(page(), "Een bank");
    ask(WHO_ANYONE, METHOD_POST, join(table, "/lezen"), "eens=ja", 0, 303);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, join(table, "/lezen"), NULL, 0, 200),
              "De tafel was het eens.");
    CHECK_NOT(page(), "sluit af");
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200), "Klaar: de tafel was het eens");
    ask(WHO_ANYONE, METHOD_POST, join(table, "/notitie/7"), "tekst=Toch+anders&ronde=1", 0,
        422);
    ask(WHO_HOST, METHOD_POST, HERE "/1/open", "", 0, 303);
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Nog+een&ronde=1", 0, 303);
    ask(WHO_HOST, METHOD_POST, HERE "/9/open", "", 0, 404);
    city_close(&c);
}

static void the_team_closes_what_nobody_closed(void **state)
{
    (void)state;
    start();
    const char *table = first_table();
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200), "Sluit deze tafel");
    ask(WHO_READER, METHOD_POST, HERE "/1/dicht", "", 0, 403);
    ask(WHO_HOST, METHOD_POST, HERE "/1/dicht", "", 0, 303);
    CHECK_HAS(ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200), "Gesloten, niet voorgelezen");
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, join(table, "/lezen"), NULL, 0, 200),
              "Of dit is voorgelezen, weten wij niet");
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Nog+een&ronde=1", 0, 422); /* without script */
    city_close(&c);
}

static void a_rehearsal_closes_no_table(void **state)
{
    (void)state;
    start();
    const char *table = first_table();
    sql_run(c.store, "UPDATE gathering SET day = 30000");
    CHECK_HAS(ask(WHO_ANYONE, METHOD_POST, join(table, "/lezen"), "eens=ja", 0, 422),
              "De avond moet nog komen.");
    CHECK_NOT(ask(WHO_HOST, METHOD_GET, HERE, NULL, 0, 200), "Sluit deze tafel");
    ask(WHO_ANYONE, METHOD_POST, join(table, "/notities"),
        "apparaat=018f0000-0000-7000-8000-000000000001&wacht=0&notities="
        "%5B%7B%22id%22%3A%22018f0000-0000-7000-8000-000000000002%22%2C%22apparaat%22%3A%"
        "22018f0000-0000-7000-"
        "8000-000000000001%22%2C%22nummer%22%3A1%2C%22doe%22%3A%22akkoord%22%2C%22eens%22%"
        "3Atrue%7D%5D",
        0, 200);
    CHECK_HAS(page(), "\"dicht\":false");
    CHECK_HAS(page(), "\"klaar\":[\"018f0000-0000-7000-8000-000000000002\"]");
    city_close(&c);
}

static void for_a_week_those_who_were_there_can_say_so(void **state)
{
    (void)state;
    start();
    const char *table = first_table();
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Een+bank&ronde=1", 0, 303);
    const char *say = join(table, "/notitie/7/voorstel");
    ask(WHO_ANYONE, METHOD_GET, say, NULL, 0, 410); /* it can still be mended */
    ask(WHO_ANYONE, METHOD_POST, join(table, "/lezen"), "eens=nee", 0, 303);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, join(table, "/lezen"), NULL, 6, 200), "/voorstel");
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, say, NULL, 6, 200), "Een bank");
    CHECK_HAS(ask(WHO_ANYONE, METHOD_POST, say, "tekst=", 6, 422),
              "Schrijf wat er anders moet.");
    ask(WHO_ANYONE, METHOD_POST, say, "tekst=Twee+banken", 6, 303);
    struct voice_find_row voice;
    struct messages_of_row *rows;
    size_t n;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, 7, &voice, &found));
    CHECK_OK(messages_of(c.db, &c.arena, voice.id, &rows, &n));
    CHECK_STR(rows[0].body, "Twee banken");
    CHECK(!rows[0].has_person);
    CHECK_NOT(ask(WHO_ANYONE, METHOD_GET, join(table, "/lezen"), NULL, 8, 200), "/voorstel");
    ask(WHO_ANYONE, METHOD_POST, say, "tekst=Te+laat", 8, 410);
    city_close(&c);
}

static enum err hide_first(struct tx *tx, void *with)
{
    const struct request req = { .arena = &c.arena, .now = { NOW } };
    (void)with;
    return voice_hide(tx, &req, c.voices[6] + 1, REASON_HARMFUL, NULL);
}
static enum err show_second(struct tx *tx, void *with)
{
    const struct request req = { .arena = &c.arena, .now = { NOW } };
    (void)with;
    return voice_show(tx, &req, c.voices[6] + 2, STR(""), NULL);
}

/* ---- what is typed in later, and kinds while it is read back ---- */

static enum err paper_note(struct tx *tx, void *with)
{
    struct received r = {
        .dialogue = c.dialogue,
        .own = STR("nl"),
        .lang = STR("nl"),
        .body = STR("Van papier: meer <i>bankjes</i>."),
        .kind = -1,
        .channel = CHANNEL_PAPER,
        .consent = CONSENT_PUBLIC,
    };
    struct receipt got;
    struct request req = { .arena = &c.arena,
                           .db = tx->db,
                           .secret = STR("00000000000000000000000000000000"),
                           .key = STR("een papieren notitie"),
                           .now = { NOW },
                           .today = day_at((struct instant){ NOW }) };
    r.at_table = *(int64_t *)with;
    return voice_receive(tx, &req, &r, &got);
}

static void what_was_on_paper_is_read_back_too(void **state)
{
    (void)state;
    start();
    const char *table = first_table(), *read = join(table, "/lezen");
    ask(0, METHOD_POST, table, "ronde=1&tekst=Op+de+telefoon", 0, 303);
    int64_t at =
        sql_number(c.store, "SELECT t.id FROM tables t JOIN gathering g ON g.id = t.gathering "
                            "WHERE g.slug = '27-juni' ORDER BY t.number, t.round LIMIT 1");
    CHECK_OK(store_write(c.store, paper_note, &at));
    const int64_t number = sql_number(c.store, "SELECT max(number) FROM voice");
    CHECK_HAS(ask(0, METHOD_GET, read, NULL, 0, 200), "Van papier: meer &lt;i&gt;");
    CHECK_HAS(page(), "Later ingevoerd");
    CHECK_HAS(page(), "Op de telefoon");
    CHECK_NOT(ask(0, METHOD_GET, table, NULL, 0, 200), "Van papier"); /* no device has it */
    const char *note =
        join(table, arena_format(&c.arena, "/notitie/%lld", (long long)number).s);
    ask(0, METHOD_GET, note, NULL, 0, 404); /* the team's to change */
    ask(0, METHOD_POST, read, "eens=ja", 0, 303);
    CHECK_HAS(ask(0, METHOD_GET, join(note, "/voorstel"), NULL, 1, 200), "Van papier");
    ask(0, METHOD_POST, join(note, "/voorstel"), "tekst=Twee+bankjes", 1, 303);
    assert_int_equal(
        sql_number(c.store, "SELECT count(*) FROM message WHERE body = 'Twee bankjes'"), 1);
    city_close(&c);
}

static void while_reading_back_a_kind_is_one_touch(void **state)
{
    (void)state;
    start();
    const char *table = first_table(), *read = join(table, "/lezen");
    ask(0, METHOD_POST, table, "ronde=1&tekst=Een+bankje&spreker=3", 0, 303);
    const int64_t number = sql_number(c.store, "SELECT max(number) FROM voice");
    const char *kind =
        join(table, arena_format(&c.arena, "/notitie/%lld/soort", (long long)number).s);
    CHECK_HAS(ask(0, METHOD_GET, read, NULL, 0, 200), "value=\"must-improve\"");
    ask(0, METHOD_POST, kind, "", 0, 422);
    ask(0, METHOD_POST, kind, "soort=onzin", 0, 422);
    ask(0, METHOD_POST, kind, "soort=needed", 0, 303);
    CHECK_HAS(res.location.text, "/lezen?gedaan=soort#inbreng-");
    CHECK_HAS(ask(0, METHOD_GET, join(read, "?gedaan=soort"), NULL, 0, 200),
              "De soort is bewaard.");
    CHECK_HAS(page(), "Een bankje"); /* its words and its speaker stay */
    CHECK_NOT(page(), "value=\"must-improve\"");
    assert_int_equal(sql_number(c.store, "SELECT speaker FROM sheet_row WHERE act = 0 "
                                         "ORDER BY id DESC LIMIT 1"),
                     3);
    ask(0, METHOD_POST, read, "eens=ja", 0, 303);
    CHECK_HAS(ask(0, METHOD_POST, kind, "soort=tip", 0, 422),
              "Deze tafel is klaar. Er komt niets meer bij.");
    city_close(&c);
}

static void there_is_a_card_for_every_seat(void **state)
{
    (void)state;
    start();
    (void)first_table();
    sql_run(c.store,
            "DELETE FROM table_plan; INSERT INTO table_plan (at_table, seats, wheelchairs, "
            "interpreter, host_name, noter_name) SELECT id, 11, 0, '', '', '' FROM tables");
    const int64_t tables =
        sql_number(c.store, "SELECT count(DISTINCT number) FROM tables t JOIN gathering g "
                            "ON g.id = t.gathering WHERE g.slug = '27-juni'");
    struct str rest = ask(WHO_HOST, METHOD_GET, HERE "/stoelen", NULL, 0, 200);
    int64_t cards = 0;
    for (size_t at; (at = str_find(rest, STR("Lees thuis na"))) != SIZE_MAX; cards++)
        rest = str_from(rest, at + 1);
    assert_int_equal(cards, 11 * tables);
    city_close(&c);
}

static void a_closed_table_shows_no_more_than_the_team_lets_through(void **state)
{
    (void)state;
    start();
    const char *table = first_table(), *all = join(table, "/lezen");
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Eerste&ronde=1", 0, 303);
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Tweede&ronde=1", 0, 303);
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Derde&ronde=1", 0, 303);
    CHECK_OK(store_write(c.store, hide_first, NULL));
    CHECK_OK(store_write(c.store, show_second, NULL));
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, all, NULL, 0, 200), "Eerste");
    ask(WHO_ANYONE, METHOD_POST, all, "eens=ja", 0, 303);
    CHECK_NOT(ask(WHO_ANYONE, METHOD_GET, all, NULL, 0, 200), "Eerste");
    CHECK_HAS(page(), "Tweede");
    CHECK_HAS(page(), "Derde");
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, all, NULL, 8, 200), "Tweede");
    CHECK_NOT(page(), "Derde");
    CHECK_NOT(ask(WHO_ANYONE, METHOD_GET, table, NULL, 8, 200), "Derde");
    city_close(&c);
}

static void a_card_at_a_seat_opens_what_was_noted_and_no_more(void **state)
{
    (void)state;
    start();
    const char *table = first_table();
    ask(WHO_ANYONE, METHOD_POST, table, "tekst=Een+bank&ronde=1", 0, 303);
    struct str rest = ask(WHO_HOST, METHOD_GET, HERE "/stoelen", NULL, 0, 200);
    CHECK_HAS(rest, "Lees thuis na");
    rest = str_from(rest, str_find(rest, STR("/tafel/")));
    const char *home = arena_copy(&c.arena, str_upto(rest, str_find(rest, STR("/lezen")))).s;
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, join(home, "/lezen"), NULL, 0, 200), "Een bank");
    CHECK_NOT(page(), "sluit af");
    CHECK_NOT(page(), "/notitie/");
    ask(WHO_ANYONE, METHOD_GET, home, NULL, 0, 404);
    ask(WHO_ANYONE, METHOD_POST, home, "tekst=Meer&ronde=1", 0, 404);
    ask(WHO_ANYONE, METHOD_POST, join(home, "/lezen"), "eens=ja", 0, 404);
    ask(WHO_ANYONE, METHOD_POST, join(home, "/notitie/7"), "tekst=Anders&ronde=1", 0, 404);
    ask(WHO_ANYONE, METHOD_POST, join(home, "/notitie/7/weg"), "ronde=1", 0, 404);
    ask(WHO_ANYONE, METHOD_POST, join(table, "/lezen"), "eens=ja", 0, 303);
    ask(WHO_ANYONE, METHOD_POST, join(home, "/notitie/7/voorstel"), "tekst=Twee", 1, 303);
    CHECK_HAS(ask(WHO_ANYONE, METHOD_GET, join(home, "/lezen"), NULL, 1, 200), "naleest");
    /* its code opens it too where a receipt is asked, at home and at the desk */
    const char *code = home + strlen("/tafel/");
    ask(WHO_ANYONE, METHOD_GET, join("/bewijs?code=", code), NULL, 1, 303);
    CHECK_STR(res.location.text, join(home, "/lezen"));
    ask(WHO_WRITER, METHOD_POST, "/waterstad/beheer/bewijs", join("code=", code), 1, 303);
    CHECK_STR(res.location.text, join(home, "/lezen"));
    ask(WHO_ANYONE, METHOD_GET, "/bewijs?code=0000-0000-0000", NULL, 1, 404);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_table_gets_a_link_once),
        cmocka_unit_test(a_link_that_leaked_is_replaced),
        cmocka_unit_test(a_phone_may_install_it),
        cmocka_unit_test(what_lies_on_the_table_is_printed),
        cmocka_unit_test(a_table_is_read_back_and_closes),
        cmocka_unit_test(the_team_closes_what_nobody_closed),
        cmocka_unit_test(a_rehearsal_closes_no_table),
        cmocka_unit_test(for_a_week_those_who_were_there_can_say_so),
        cmocka_unit_test(a_card_at_a_seat_opens_what_was_noted_and_no_more),
        cmocka_unit_test(there_is_a_card_for_every_seat),
        cmocka_unit_test(while_reading_back_a_kind_is_one_touch),
        cmocka_unit_test(what_was_on_paper_is_read_back_too),
        cmocka_unit_test(a_closed_table_shows_no_more_than_the_team_lets_through),
    };
    return RUN_TESTS(tests);
}
