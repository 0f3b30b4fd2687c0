/* sheet.test.c — what phones hand in at a table: once, whatever happens, and whatever is sent. */
#include "tests/city.h"

#include "features/sheet/desk.h"
#include "features/sheet/sheet.h"
#include "features/sheet/tidy.sql.h"
#include "web/site.h"

#include <jansson.h>

enum { NOW = 1701000000 };

#define PHONE "0190b7c0-0000-7000-8000-0000000000aa"
#define OTHER "0190b7c0-0000-7000-8000-0000000000bb"

static struct city c;
static struct response res;
static struct str slug; /* of table 1, in addresses */

static enum err make_sheet(struct tx *tx, void *with)
{
    const struct str *code = with;
    int64_t id;
    return sheet_add(tx, c.evening, 1, sheet_hash(&c.arena, *code), (struct instant){ NOW },
                     &id);
}

static void start(void)
{
    struct str secret;
    c = (struct city){ 0 };
    city_open(&c, false);
    CHECK_OK(site_secret(c.store, &c.arena, &secret));
    const struct request req = { .arena = &c.arena, .secret = secret };
    struct str code = sheet_code(&req, c.evening, 1, 0);
    CHECK_OK(store_write(c.store, make_sheet, &code));
    slug = str_from(sheet_path(&c.arena, code).text, sizeof "/tafel/" - 1);
}

static struct str page(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static const char *at(const char *behind)
{
    return arena_format(&c.arena, "/tafel/%.*s%s", STR_ARG(slug), behind).s;
}
static void send_to(const char *address, const char *body)
{
    const struct try try = { .method = METHOD_POST,
                             .address = address,
                             .body = body,
                             .without_token = true,
                             .now = { NOW } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
}
static int64_t voices(void)
{
    struct voice_last_row row;
    bool found;
    CHECK_OK(voice_last(c.db, &c.arena, c.dialogue, &row, &found));
    return row.number;
}
static struct voice_state_row voice(int64_t number)
{
    struct voice_find_row id;
    struct voice_state_row row;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, number, &id, &found));
    CHECK(found);
    CHECK_OK(voice_state(c.db, &c.arena, id.id, &row, &found));
    CHECK(found);
    return row;
}

/* What is not plain in a form is written as %XX. */
static const char *escaped(const char *text)
{
    char *to = arena_take(&c.arena, 3 * strlen(text) + 1, 1);
    size_t n = 0;
    for (; *text; text++) {
        const unsigned char x = (unsigned char)*text;
        to[n++] = '%';
        to[n++] = "0123456789ABCDEF"[x >> 4];
        to[n++] = "0123456789ABCDEF"[x & 15];
    }
    return to;
}
/* Rows are JSON between the brackets. */
static struct str hand_in(const char *device, const char *rows)
{
    send_to(at("/notities"), arena_format(&c.arena, "apparaat=%s&wacht=2&notities=%s", device,
                                          escaped(arena_format(&c.arena, "[%s]", rows).s))
                                 .s);
    return page();
}
/* A row of PHONE; `n` is its place and makes its mark. */
static const char *row(int n, const char *rest)
{
    return arena_format(&c.arena,
                        "{\"id\":\"0190b7c0-0000-7000-8000-%012d\",\"apparaat\":\"" PHONE
                        "\",\"nummer\":%d,\"tijd\":1700000000,%s}",
                        n, n, rest)
        .s;
}
static const char *note(int n, const char *text)
{
    return row(n, arena_format(&c.arena,
                               "\"doe\":\"noteer\",\"ronde\":1,\"soort\":\"needed\","
                               "\"spreker\":3,\"tekst\":\"%s\"",
                               text)
                      .s);
}
#define MARK(n) "0190b7c0-0000-7000-8000-00000000000" #n

static void a_note_becomes_a_voice_that_waits(void **state)
{
    (void)state;
    start();
    CHECK_HAS(hand_in(PHONE, note(1, "Een bank bij de halte")), "\"klaar\":[\"" MARK(1) "\"]");
    assert_int_equal(res.status, 200);
    assert_int_equal(res.content, CONTENT_JSON);
    assert_int_equal(voices(), 7);
    const struct voice_state_row v = voice(7);
    CHECK_STR(v.body, "Een bank bij de halte");
    assert_int_equal(v.channel, CHANNEL_TABLE);
    assert_int_equal(v.state, CHECK_WAITING);
    assert_int_equal(v.consent, CONSENT_PUBLIC);
    assert_int_equal(v.kind, KIND_NEEDED);
    assert_int_equal(v.at_table, c.tables[0]);
    assert_int_equal(v.theme, c.themes[0]);
    CHECK_HAS(city_page(&c, at(""), 200), "Een bank bij de halte");
    city_page(&c, "/waterstad/inbreng/7", 404);
    city_close(&c);
}

static void other_phones_hear_that_there_is_more(void **state)
{
    (void)state;
    start();
    const struct str before = arena_copy(&c.arena, city_page(&c, at("/live"), 200));
    CHECK_STR(before, "0");
    hand_in(PHONE, note(1, "Een bank bij de halte"));
    const struct str after = arena_copy(&c.arena, city_page(&c, at("/live"), 200));
    CHECK(!str_eq(before, after));
    CHECK_NOT(after, "bank"); /* how much, and no words */
    hand_in(PHONE, note(1, "Een bank bij de halte"));
    CHECK(str_eq(after, city_page(&c, at("/live"), 200))); /* the same again is nothing new */
    city_page(&c, "/tafel/0000-0000-0000/live", 404);
    city_page(&c, "/tafel/x/live", 404);
    city_close(&c);
}

static void the_same_again_is_only_acknowledged(void **state)
{
    (void)state;
    start();
    const char *two = arena_format(&c.arena, "%s,%s", note(1, "Een"), note(2, "Twee")).s;
    hand_in(PHONE, two);
    assert_int_equal(voices(), 8);
    CHECK_HAS(hand_in(PHONE, two), "\"klaar\":[\"" MARK(1) "\",\"" MARK(2) "\"]");
    CHECK_HAS(hand_in(OTHER, two), "\"klaar\":[\"" MARK(1) "\",\"" MARK(2) "\"]");
    CHECK_HAS(hand_in(PHONE, arena_format(&c.arena, "%s,%s", two, note(2, "Anders")).s),
              "\"klaar\"");
    assert_int_equal(voices(), 8);
    CHECK_STR(voice(8).body, "Twee");
    city_close(&c);
}

static void a_bad_row_does_not_hold_up_the_others(void **state)
{
    (void)state;
    start();
    char *most = arena_take(&c.arena, SHEET_TEXT_MOST + 2, 1);
    memset(most, 'x', SHEET_TEXT_MOST + 1);
    const char *rows[] = {
        note(1, "   "),
        note(2, most),
        row(3, "\"doe\":\"noteer\",\"ronde\":9,\"tekst\":\"Welke ronde?\""),
        row(4, "\"doe\":\"verander\",\"van\":\"" MARK(9) "\",\"tekst\":\"Van wat?\""),
        row(5, "\"doe\":\"dans\",\"ronde\":1,\"tekst\":\"Wat?\""),
        row(6, "\"doe\":\"noteer\",\"ronde\":1,\"soort\":\"story\",\"tekst\":\"Soort\""),
        "7, null, \"tekst\", {\"id\":\"kort\"}, {\"id\":8}",
        note(8, "Goed"),
    };
    struct str all = STR("");
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        all = arena_format(&c.arena, "%.*s%s%s", STR_ARG(all), i ? "," : "", rows[i]);
    const struct str said = hand_in(PHONE, all.s);
    CHECK_HAS(said, "\"klaar\":[\"" MARK(8) "\"]");
    CHECK_HAS(said, "\"" MARK(1) "\":\"leeg\"");
    CHECK_HAS(said, "\"" MARK(2) "\":\"lang\"");
    CHECK_HAS(said, "\"" MARK(3) "\":\"ronde\"");
    CHECK_HAS(said, "\"" MARK(4) "\":\"weg\"");
    CHECK_HAS(said, "\"" MARK(5) "\":\"fout\"");
    CHECK_HAS(said, "\"" MARK(6) "\":\"fout\"");
    CHECK_HAS(said, "\"kort\":\"fout\"");
    assert_int_equal(voices(), 7);
    city_close(&c);
}

static void hostile_batches_are_refused_whole(void **state)
{
    static const char *const bad[] = {
        "",
        "apparaat=kort",
        "apparaat=" PHONE "&notities=%7B%7D",
        "apparaat=" PHONE "&notities=%5B",
        "apparaat=" PHONE "&notities=%5B%22%5Cu0000%22%5D",
        "apparaat=" PHONE "&notities=%5B%22%5CuD800%22%5D",
        "apparaat=" PHONE "&notities=%FF",
        "apparaat=0190B7C0-0000-7000-8000-0000000000AA&notities=%5B%5D",
    };
    (void)state;
    start();
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        send_to(at("/notities"), bad[i]);
        assert_true(res.status == 400 || res.status == 422);
    }
    struct str many = STR("1");
    for (int i = 0; i < 200; i++) many = arena_format(&c.arena, "%.*s,1", STR_ARG(many));
    hand_in(PHONE, many.s);
    assert_int_equal(res.status, 400);
    hand_in(PHONE, "");
    assert_int_equal(res.status, 200);
    assert_int_equal(voices(), 6);
    city_close(&c);
}

static void only_the_table_lets_in(void **state)
{
    (void)state;
    start();
    send_to("/tafel/0000-0000-0000/notities", "apparaat=" PHONE "&notities=%5B%5D");
    assert_int_equal(res.status, 404);
    city_page(&c, "/tafel/0000-0000-0000", 404);
    city_page(&c, "/tafel/x", 404);
    const struct try elsewhere = { .method = METHOD_POST,
                                   .address = at("/notities"),
                                   .body = "apparaat=" PHONE "&notities=%5B%5D",
                                   .from_elsewhere = true,
                                   .now = { NOW } };
    web_ask(c.store, c.db, &c.arena, &elsewhere, &res);
    assert_int_equal(res.status, 403);
    city_close(&c);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    start();
    hand_in(PHONE, note(1, "</bdi><script>alert(1)</script>\\u202Eabc\\u0007\\r\\nx"));
    CHECK_STR(voice(7).body, "</bdi><script>alert(1)</script>abc \nx");
    CHECK_NOT(city_page(&c, at(""), 200), "<script>alert");
    city_close(&c);
}

static void a_wrong_clock_is_no_reason(void **state)
{
    (void)state;
    start();
    const char *rows = "{\"id\":\"" MARK(
        1) "\",\"apparaat\":\"" PHONE
           "\",\"nummer\":1,\"tijd\":-99999999999,\"doe\":\"noteer\",\"ronde\":1,"
           "\"tekst\":\"Vroeger\"},{\"id\":\"" MARK(
               2) "\",\"apparaat\":\"" PHONE
                  "\",\"nummer\":1e99,\"tijd\":\"nu\",\"doe\":\"noteer\",\"ronde\":1,"
                  "\"spreker\":99,\"tekst\":\"Later\"}";
    hand_in(PHONE, rows);
    assert_int_equal(voices(), 8);
    CHECK_STR(voice(8).body, "Later");
    city_close(&c);
}

static void notes_change_and_go_until_the_table_closes(void **state)
{
    (void)state;
    start();
    hand_in(PHONE, arena_format(&c.arena, "%s,%s", note(1, "Een"), note(2, "Twee")).s);
    hand_in(OTHER, row(3, "\"doe\":\"verander\",\"van\":\"" MARK(
                              1) "\",\"tekst\":\"Eén\",\"soort\":\"tip\",\"spreker\":4"));
    CHECK_STR(voice(7).body, "Eén");
    assert_int_equal(voice(7).kind, KIND_TIP);
    assert_int_equal(voice(7).at_table, c.tables[0]);
    hand_in(PHONE, row(4, "\"doe\":\"weg\",\"van\":\"" MARK(2) "\""));
    assert_int_equal(voice(8).account, ACCOUNT_WITHDRAWN);
    CHECK_STR(voice(8).body, "");
    CHECK_HAS(hand_in(PHONE, row(5, "\"doe\":\"verander\",\"van\":\"" MARK(
                                        2) "\",\"tekst\":\"Toch\"")),
              "\"weg\"");
    CHECK_HAS(hand_in(PHONE, row(6, "\"doe\":\"akkoord\",\"eens\":true")), "\"dicht\":true");
    CHECK_HAS(hand_in(OTHER, row(7, "\"doe\":\"weg\",\"van\":\"" MARK(2) "\"")),
              "\"klaar\":[\"" MARK(7) "\"]"); /* it is gone, as this phone wants too */
    CHECK_HAS(hand_in(OTHER, row(8, "\"doe\":\"akkoord\",\"eens\":false")),
              "\"klaar\":[\"" MARK(8) "\"]"); /* the other was first */
    CHECK_STR(voice(7).body, "Eén");
    city_close(&c);
}

/* What the team reads beside note 7. */
static struct str told(size_t which, size_t all)
{
    struct voice_find_row id;
    struct messages_of_row *rows;
    size_t n;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, 7, &id, &found));
    CHECK_OK(messages_of(c.db, &c.arena, id.id, &rows, &n));
    assert_int_equal(n, all);
    CHECK(!rows[which].has_person);
    return rows[which].body;
}

static void what_a_phone_mended_without_a_signal_reaches_the_team(void **state)
{
    (void)state;
    start();
    hand_in(PHONE, note(1, "Een"));
    hand_in(OTHER, row(2, "\"doe\":\"akkoord\",\"eens\":true"));
    const char *mended =
        row(3, "\"doe\":\"verander\",\"van\":\"" MARK(1) "\",\"tekst\":\"Eén bank\"");
    CHECK_HAS(hand_in(PHONE, mended), "\"klaar\":[\"" MARK(3) "\"]");
    hand_in(PHONE, mended);
    CHECK_STR(voice(7).body, "Een");
    CHECK_HAS(told(0, 1), "Eén bank");
    CHECK_HAS(hand_in(PHONE, row(4, "\"doe\":\"weg\",\"van\":\"" MARK(1) "\"")),
              "\"klaar\":[\"" MARK(4) "\"]");
    CHECK_HAS(told(1, 2), "haalde deze notitie weg");
    assert_int_equal(voice(7).account, ACCOUNT_OPEN);
    city_close(&c);
}

static enum err close_by_clock(struct tx *tx, void *with)
{
    const int64_t *day = with;
    return sheets_close(tx, (struct day){ (int)*day }, (struct instant){ *day * 86400 });
}

static void a_table_that_nobody_closes_closes_by_itself(void **state)
{
    (void)state;
    int64_t day = 19535; /* of the evening */
    start();
    CHECK_OK(store_write(c.store, close_by_clock, &day));
    CHECK_NOT(city_page(&c, at("/lezen"), 200), "gesloten");
    day = 19687; /* NOW */
    CHECK_OK(store_write(c.store, close_by_clock, &day));
    CHECK_HAS(city_page(&c, at("/lezen"), 200), "Of dit is voorgelezen, weten wij niet");
    CHECK_HAS(hand_in(PHONE, note(1, "Nooit eerder een signaal")),
              "\"klaar\":[\"" MARK(1) "\"]");
    city_close(&c);
}

static void a_week_later_it_takes_no_more(void **state)
{
    (void)state;
    int64_t day = 19687 - 8;
    start();
    CHECK_OK(store_write(c.store, close_by_clock, &day));
    CHECK_HAS(hand_in(PHONE, note(1, "Te laat")), "\"" MARK(1) "\":\"dicht\"");
    city_close(&c);
}

static void what_waited_for_a_signal_comes_in_after_the_end(void **state)
{
    (void)state;
    start();
    hand_in(PHONE, row(1, "\"doe\":\"akkoord\",\"eens\":true"));
    CHECK_HAS(hand_in(PHONE, note(2, "Stond al lang op deze telefoon")),
              "\"klaar\":[\"" MARK(2) "\"]");
    assert_int_equal(voices(), 7);
    const char *stranger =
        "{\"id\":\"" MARK(3) "\",\"apparaat\":\"" OTHER
                             "\",\"nummer\":1,\"doe\":\"noteer\",\"ronde\":1,\"tekst\":\"x\"}";
    send_to(at("/notities"), arena_format(&c.arena, "apparaat=%s&notities=%s", PHONE,
                                          escaped(arena_format(&c.arena, "[%s]", stranger).s))
                                 .s);
    CHECK_HAS(page(), "\"" MARK(3) "\":\"dicht\"");
    city_close(&c);
}

static void a_rehearsal_counts_for_nothing(void **state)
{
    (void)state;
    start();
    CHECK_HAS(hand_in(PHONE, row(1, "\"doe\":\"noteer\",\"ronde\":1,\"tekst\":\"Proef\","
                                    "\"proef\":true")),
              "\"klaar\":[\"" MARK(1) "\"]");
    assert_int_equal(voices(), 6);
    struct sheet_devices_row *rows;
    size_t n;
    CHECK_OK(sheet_devices(c.db, &c.arena, c.evening, &rows, &n));
    assert_int_equal(n, 1);
    CHECK(rows[0].has_rehearsed);
    assert_int_equal(rows[0].waiting, 0);
    assert_int_equal(rows[0].notes, 0);
    city_close(&c);
}

static void an_evening_at_once_is_no_wave(void **state)
{
    (void)state;
    start();
    city_listens(&c);
    for (int from = 1; from < 300; from += 100) {
        struct str all = STR("");
        for (int i = 0; i < 100; i++)
            all = arena_format(&c.arena, "%.*s%s%s", STR_ARG(all), i ? "," : "",
                               note(from + i, "Nog een"));
        hand_in(PHONE, all.s);
    }
    assert_int_equal(voices(), 306);
    assert_int_equal(voice(306).state, CHECK_WAITING);
    const struct try home = { .method = METHOD_POST,
                              .address = "/waterstad/meepraten",
                              .body = "tekst=Van+huis&mag=openbaar",
                              .now = { NOW } };
    web_ask(c.store, c.db, &c.arena, &home, &res);
    assert_int_equal(res.status, 303);
    assert_int_equal(voice(307).state, CHECK_WAITING);
    city_close(&c);
}

static void who_is_signed_in_is_not_written_down(void **state)
{
    (void)state;
    start();
    const struct try colleague = {
        .method = METHOD_POST,
        .address = at(""),
        .body = "tekst=Van+een+collega&ronde=1",
        .visitor = { 1, WHO_ADMINISTRATOR, STR("Ada"), STR("sessie") },
        .now = { NOW },
    };
    web_ask(c.store, c.db, &c.arena, &colleague, &res);
    assert_int_equal(res.status, 303);
    int64_t by;
    CHECK_OK(intake_since(c.db, c.dialogue, 0, (struct instant){ 0 }, &by));
    assert_int_equal(by, 0); /* a table's note is none of those that come by themselves */
    assert_int_equal(voice(7).channel, CHANNEL_TABLE);
    city_close(&c);
}

static void without_script_the_form_does_the_same(void **state)
{
    (void)state;
    start();
    send_to(at(""), "tekst=Met+de+hand&ronde=1&soort=tip&spreker=2");
    assert_int_equal(res.status, 303);
    CHECK_HAS(res.location.text, "?ronde=1&gedaan=bewaard");
    send_to(at(""), "tekst=Met+de+hand&ronde=1&soort=tip&spreker=2"); /* pressed twice */
    assert_int_equal(voices(), 7);
    send_to(at(""), "tekst=&ronde=1");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Schrijf eerst op wat er wordt gezegd.");
    send_to(at(""), "tekst=Welke&ronde=7");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Welke");
    CHECK_HAS(city_page(&c, at("/notitie/7"), 200), "Met de hand");
    send_to(at("/notitie/7"), "tekst=Met+de+pen&ronde=1");
    assert_int_equal(res.status, 303);
    CHECK_STR(voice(7).body, "Met de pen");
    city_page(&c, at("/notitie/6"), 404); /* of this table, but not noted on its sheet */
    send_to(at("/notitie/7/weg"), "ronde=1");
    assert_int_equal(res.status, 303);
    assert_int_equal(voice(7).account, ACCOUNT_WITHDRAWN);
    city_page(&c, at("/notitie/7"), 410);
    city_close(&c);
}

static enum err tidied(struct tx *tx, void *with)
{
    (void)with;
    return sheet_tidy(tx, (struct day){ 19536 });
}

static void numbers_of_speakers_go(void **state)
{
    (void)state;
    start();
    hand_in(PHONE, note(1, "Een"));
    CHECK_HAS(city_page(&c, at(""), 200), "data-speaker=\"3\"");
    CHECK_OK(store_write(c.store, tidied, NULL));
    CHECK_HAS(city_page(&c, at(""), 200), "data-speaker=\"\"");
    city_close(&c);
}

static void the_scripts_stay_small(void **state)
{
    static const char *const scripts[] = { "sheet", "outbox.js", "offline-worker.js" };
    size_t all = 0;
    (void)state;
    for (size_t i = 0; i < web_assets_n; i++)
        for (size_t k = 0; k < COUNT_OF(scripts); k++)
            if (str_starts(str_of(web_assets[i].name), str_of(scripts[k]))) {
                CHECK(web_assets[i].brotli.n > 0);
                all += web_assets[i].brotli.n;
            }
    assert_true(all > 2000 && all <= 10240);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_becomes_a_voice_that_waits),
        cmocka_unit_test(other_phones_hear_that_there_is_more),
        cmocka_unit_test(the_same_again_is_only_acknowledged),
        cmocka_unit_test(a_bad_row_does_not_hold_up_the_others),
        cmocka_unit_test(hostile_batches_are_refused_whole),
        cmocka_unit_test(only_the_table_lets_in),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(a_wrong_clock_is_no_reason),
        cmocka_unit_test(notes_change_and_go_until_the_table_closes),
        cmocka_unit_test(what_a_phone_mended_without_a_signal_reaches_the_team),
        cmocka_unit_test(a_table_that_nobody_closes_closes_by_itself),
        cmocka_unit_test(a_week_later_it_takes_no_more),
        cmocka_unit_test(what_waited_for_a_signal_comes_in_after_the_end),
        cmocka_unit_test(a_rehearsal_counts_for_nothing),
        cmocka_unit_test(an_evening_at_once_is_no_wave),
        cmocka_unit_test(who_is_signed_in_is_not_written_down),
        cmocka_unit_test(without_script_the_form_does_the_same),
        cmocka_unit_test(numbers_of_speakers_go),
        cmocka_unit_test(the_scripts_stay_small),
    };
    return RUN_TESTS(tests);
}
