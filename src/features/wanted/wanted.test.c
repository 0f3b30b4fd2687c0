/* wanted.test.c — needs and offers: a button, the desk, who fits and why, and no address but by choice. */
#include "features/wanted/wanted.h"
#include "features/map/map.test.h"
#include "features/map/subjects.h"
#include "tests/sql.h"
#include "web/web.h"

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
    struct instant now;
};
static struct fixture f;
static const struct visitor editor = { 1, WHO_EDITOR, { "Emre", 4 }, { "e", 1 } };

#define PLACE "/vraag-en-aanbod/plaats"
#define DESK "/beheer/vraag-en-aanbod"
#define FIETSEN                                                                                \
    "soort=vraag&titel=Wie+leert+mij+fietsen%3F&tekst=Ik+oefen+graag+in+het+park&wie=bewoner&" \
    "naam=Bo&wijk=noord&avond=1&e-mail=bo%40huis.nl&akkoord=1"

static enum err subjects_work(struct tx *tx, void *with)
{
    (void)with;
    return subjects_begin(tx, &f.arena);
}
static void start(void)
{
    f = (struct fixture){ .now = map_now };
    CHECK_OK(store_open_memory(&f.st));
    CHECK_OK(store_write(f.st, subjects_work, NULL));
    CHECK_OK(store_reader(f.st, &f.db));
    sql_run(f.st,
            "UPDATE mail_line SET ready = 1;"
            "INSERT INTO map_area (slug, name) VALUES ('noord', 'Noord'), ('zuid', 'Zuid');"
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
/* Placed, confirmed and shown by the desk; gives the link of its author. */
static const char *placed(const char *body, const char *address)
{
    asks(PLACE, body, NULL, 303);
    const char *link = link_in(letter_to(address), "/vraag-en-aanbod/mijn/");
    asks(behind(link, "/ja"), "", NULL, 303);
    asks(DESK,
         arena_format(&f.arena, "antwoord=toon&welk=%lld",
                      (long long)number("SELECT max(id) FROM wanted"))
             .s,
         &editor, 303);
    return link;
}

static void nothing_is_public_before_it_was_read(void **state)
{
    (void)state;
    start();
    asks(PLACE, FIETSEN, NULL, 303);
    const char *link = link_in(letter_to("bo@huis.nl"), "/vraag-en-aanbod/mijn/");
    CHECK_NOT(asks(DESK, NULL, &editor, 200), "fietsen"); /* not confirmed */
    CHECK_HAS(asks(link, NULL, NULL, 200), "Ja, plaats dit");
    assert_int_equal(number("SELECT state FROM wanted"), WANTED_UNCONFIRMED);
    asks(behind(link, "/ja"), "", NULL, 303);
    asks("/vraag-en-aanbod/1", NULL, NULL, 404);
    asks("/vraag-en-aanbod/1/reageer", NULL, NULL, 404);
    CHECK_NOT(asks("/vraag-en-aanbod", NULL, NULL, 200), "fietsen");
    CHECK_HAS(asks(DESK, NULL, &editor, 200), "fietsen");
    asks(DESK, "antwoord=toon&welk=1", NULL, 403);
    CHECK_HAS(asks(DESK, "antwoord=niet&welk=1", &editor, 422), "Schrijf waarom niet");
    asks(DESK, "antwoord=toon&welk=1", &editor, 303);
    CHECK_HAS(asks(DESK, "antwoord=toon&welk=1&x=1", &editor, 422), "besliste hier al over");
    asks(DESK, "antwoord=toon&welk=9", &editor, 404);
    const struct str one = asks("/vraag-en-aanbod/1", NULL, NULL, 200);
    CHECK_HAS(one, "Wie leert mij fietsen?");
    CHECK_NOT(one, "bo@huis.nl");
    CHECK_NOT(asks("/vraag-en-aanbod", NULL, NULL, 200), "bo@huis.nl");
    CHECK_NOT(asks(DESK, NULL, &editor, 200), "bo@huis.nl");
    asks("/vraag-en-aanbod/mijn/0000-0000-0000", NULL, NULL, 404);
    stop();
}

static void what_fits_says_why(void **state)
{
    (void)state;
    start();
    placed(FIETSEN, "bo@huis.nl");
    placed("soort=aanbod&titel=Fietsles+voor+beginners&tekst=Wij+oefenen+samen&wie=organisatie&"
           "naam=Fietsclub&wijk=zuid&e-mail=club%40huis.nl&akkoord=1",
           "club@huis.nl");
    placed(
        "soort=aanbod&titel=Leren+fietsen+in+het+park&tekst=Samen+oefenen&wie=initiatief&wijk="
        "noord&avond=1&e-mail=dee%40huis.nl&akkoord=1",
        "dee@huis.nl");
    placed("soort=aanbod&titel=Taart+bakken&wie=bewoner&wijk=noord&avond=1&e-mail=ed%40huis.nl&"
           "akkoord=1",
           "ed@huis.nl");
    const struct str page = asks("/vraag-en-aanbod/1", NULL, NULL, 200);
    CHECK_HAS(page, "Leren fietsen in het park");
    CHECK_HAS(page, "dezelfde wijk");
    CHECK_HAS(page, "op hetzelfde moment");
    CHECK_HAS(page, "dezelfde woorden:");
    CHECK_HAS(page, "park");
    CHECK_NOT(page, "Taart bakken"); /* only the same neighbourhood and time */
    /* Small ones first, and in their own neighbourhood. */
    const struct str list = asks("/vraag-en-aanbod?soort=aanbod", NULL, NULL, 200);
    CHECK(str_find(list, STR("Taart bakken")) < str_find(list, STR("Fietsles voor")));
    CHECK_NOT(asks("/vraag-en-aanbod?soort=aanbod&wijk=noord", NULL, NULL, 200),
              "Fietsles voor");
    CHECK_NOT(asks("/vraag-en-aanbod?soort=aanbod&wijk=nergens", NULL, NULL, 200), "Taart");
    CHECK_HAS(asks("/vraag-en-aanbod?soort=aanbod&moment=avond", NULL, NULL, 200), "Taart");
    asks("/vraag-en-aanbod?na=x", NULL, NULL, 400);
    asks("/en/vraag-en-aanbod/1", NULL, NULL, 200);
    stop();
}

static void a_talk_goes_through_us(void **state)
{
    (void)state;
    start();
    placed(FIETSEN, "bo@huis.nl");
    const int64_t before = number("SELECT count(*) FROM mail WHERE address = 'bo@huis.nl'");
    asks("/vraag-en-aanbod/1/reageer", "tekst=Ik+wil+wel+helpen&naam=Dee&e-mail=dee%40huis.nl",
         NULL, 303);
    const char *dee = link_in(letter_to("dee@huis.nl"), "/vraag-en-aanbod/gesprek/");
    asks(dee, NULL, NULL, 200);
    assert_int_equal(number("SELECT count(*) FROM mail WHERE address = 'bo@huis.nl'"), before);
    CHECK_HAS(asks(dee, "tekst=Nog+iets", NULL, 422), "niemand meer schrijven"); /* not yet */
    asks(behind(dee, "/ja"), "", NULL, 303);
    asks(behind(dee, "/ja"), "", NULL, 303);
    assert_int_equal(number("SELECT count(*) FROM mail WHERE address = 'bo@huis.nl'"),
                     before + 1);
    const struct str letter = letter_to("bo@huis.nl");
    CHECK_HAS(letter, "Ik wil wel helpen");
    CHECK_NOT(letter, "dee@huis.nl");
    const char *bo = link_in(letter, "/vraag-en-aanbod/gesprek/");
    CHECK(strcmp(bo, dee) != 0);
    CHECK_NOT(asks(bo, NULL, NULL, 200), "dee@huis.nl");
    asks(bo, "tekst=Graag", NULL, 303);
    CHECK_NOT(letter_to("dee@huis.nl"), "bo@huis.nl");
    asks(bo, "tekst=Mail+mij&deel=1", NULL, 303); /* by choice */
    CHECK_HAS(letter_to("dee@huis.nl"), "bo@huis.nl");
    CHECK_HAS(asks(dee, NULL, NULL, 200), "bo@huis.nl");
    CHECK_NOT(asks(bo, NULL, NULL, 200), "dee@huis.nl");
    asks(behind(bo, "/ja"), "", NULL, 404); /* the author has nothing to confirm */
    asks(dee, "stop=1", NULL, 303);
    CHECK_HAS(asks(bo, "tekst=Hallo%3F", NULL, 422), "niemand meer schrijven");
    asks("/vraag-en-aanbod/gesprek/0000-0000-0000", NULL, NULL, 404);
    stop();
}

static void it_ends_by_itself(void **state)
{
    (void)state;
    start();
    const char *mine = placed(FIETSEN, "bo@huis.nl");
    struct daily daily = { .site = STR("https://dialoog.voorbeeld.nl"),
                           .secret = STR("00000000000000000000000000000000"),
                           .now = { map_now.s + 81 * 86400 } };
    int64_t sent;
    CHECK_OK(wanted_morning(f.st, &daily, &sent));
    assert_int_equal(sent, 1);
    CHECK_OK(wanted_morning(f.st, &daily, &sent));
    assert_int_equal(sent, 0);
    CHECK_HAS(letter_to("bo@huis.nl"), "Het eindigt vanzelf op");
    const int64_t until = number("SELECT until FROM wanted");
    f.now = daily.now;
    asks(behind(mine, "/langer"), "", NULL, 303);
    assert_int_equal(number("SELECT until FROM wanted"), until + 81);
    assert_int_equal(number("SELECT asked IS NULL FROM wanted"), 1);
    asks(behind(mine, "/klaar"), "hoe=gevonden", NULL, 303);
    asks("/vraag-en-aanbod/1", NULL, NULL, 404);
    assert_int_equal(number("SELECT state FROM wanted"), WANTED_FOUND);
    /* Placed again, the desk reads it again. */
    asks(behind(mine, "/langer"), "x=1", NULL, 303);
    assert_int_equal(number("SELECT state FROM wanted"), WANTED_WAITS);
    stop();
}

static enum err tidy_work(struct tx *tx, void *with)
{
    const struct instant *now = with;
    TRY(wanted_end(tx, day_at(*now)));
    return wanted_tidy(tx, (struct instant){ now->s - 7 * 86400 },
                       (struct day){ day_at(*now).n - 30 });
}
static void what_ended_is_erased(void **state)
{
    (void)state;
    start();
    placed(FIETSEN, "bo@huis.nl");
    asks("/vraag-en-aanbod/1/reageer", "tekst=Ja&naam=Dee&e-mail=dee%40huis.nl", NULL, 303);
    struct instant now = { map_now.s + 91 * 86400 };
    CHECK_OK(store_write(f.st, tidy_work, &now));
    assert_int_equal(number("SELECT state FROM wanted"), WANTED_ENDED);
    assert_int_equal(number("SELECT count(*) FROM wanted_talk"), 0); /* never confirmed */
    now.s += 31 * 86400;
    CHECK_OK(store_write(f.st, tidy_work, &now));
    assert_int_equal(number("SELECT count(*) FROM wanted"), 0);
    stop();
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    start();
    asks(PLACE, "soort=vraag", NULL, 422);
    CHECK_HAS(asks(PLACE, "soort=trekker&titel=Tuin&wie=bewoner&e-mail=bo%40huis.nl&akkoord=1",
                   NULL, 422),
              "Vul een voornaam in");
    CHECK_HAS(asks(PLACE, "soort=vraag&titel=Tuin&wie=bewoner&e-mail=bo%40huis.nl", NULL, 422),
              "iedereen dit mag lezen");
    CHECK_HAS(
        asks(PLACE,
             "soort=vraag&titel=Tuin&wie=bewoner&e-mail=bo%40huis.nl&akkoord=1&wijk=nergens",
             NULL, 422),
        "wijk uit de lijst");
    assert_int_equal(number("SELECT count(*) FROM wanted"), 0);
    for (int i = 0; i < WANTED_TO; i++)
        asks(PLACE, arena_format(&f.arena, "%s&titel=%d", FIETSEN, i).s, NULL, 303);
    CHECK_HAS(asks(PLACE, FIETSEN "&titel=x", NULL, 422), "net veel berichten");
    stop();
}

static void hostile_words_stay_words(void **state)
{
    (void)state;
    start();
    const char *mine = placed(
        "soort=trekker&titel=%3Cscript%3Ea&tekst=%3Cscript%3Ea&wie=bewoner&naam=%3Cscript"
        "%3E&wijk=noord&e-mail=bo%40huis.nl&akkoord=1",
        "bo@huis.nl");
    CHECK_NOT(asks("/vraag-en-aanbod?soort=trekker", NULL, NULL, 200), "<script>");
    CHECK_NOT(asks("/vraag-en-aanbod/1", NULL, NULL, 200), "<script>");
    CHECK_NOT(asks(mine, NULL, NULL, 200), "<script>");
    sql_run(f.st, "UPDATE wanted SET made = 5, kind = 0");
    CHECK_NOT(asks(DESK, NULL, &editor, 200), "<script>");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_public_before_it_was_read),
        cmocka_unit_test(what_fits_says_why),
        cmocka_unit_test(a_talk_goes_through_us),
        cmocka_unit_test(it_ends_by_itself),
        cmocka_unit_test(what_ended_is_erased),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(hostile_words_stay_words),
    };
    return RUN_TESTS(tests);
}
