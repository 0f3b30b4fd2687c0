/* services.test.c — the list and the page of a service, as a browser asks them. */
#include "features/map/map.test.h"
#include "tests/sql.h"
#include "web/web.h"

#include <jansson.h>

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
};
static struct str page(struct fixture *f, const char *address, int status)
{
    struct response res;
    web_try(f->st, f->db, &f->arena, METHOD_GET, str_of(address), map_now, &res);
    assert_int_equal(res.status, status);
    return (struct str){ res.body.s, res.body.n };
}
/* An administrator looks. */
static struct str desk(struct fixture *f, const char *address)
{
    struct response res;
    const struct try try = { .method = METHOD_GET,
                             .address = address,
                             .visitor = { 1, WHO_ADMINISTRATOR, { "Anna", 4 }, { "a", 1 } },
                             .now = map_now };
    web_ask(f->st, f->db, &f->arena, &try, &res);
    assert_int_equal(res.status, 200);
    return arena_copy(&f->arena, (struct str){ res.body.s, res.body.n });
}
static void presses(struct fixture *f, const char *address, const char *body)
{
    struct response res;
    const struct try try = { .method = METHOD_POST,
                             .address = address,
                             .body = body,
                             .visitor = { 1, WHO_ADMINISTRATOR, { "Anna", 4 }, { "a", 1 } },
                             .now = map_now };
    web_ask(f->st, f->db, &f->arena, &try, &res);
    assert_int_equal(res.status, 303);
}
static bool kept(struct fixture *f, const char *address)
{
    struct response res;
    web_try(f->st, f->db, &f->arena, METHOD_GET, str_of(address), map_now, &res);
    assert_int_equal(res.status, 200);
    return !res.no_store;
}
static void open_map(struct fixture *f, const char *csv)
{
    struct map_loading l = { 0 };
    *f = (struct fixture){ 0 };
    CHECK_OK(store_open_memory(&f->st));
    CHECK_OK(map_load_table(f->st, str_of(csv), &l));
    CHECK_OK(store_reader(f->st, &f->db));
}
static void close_map(struct fixture *f)
{
    store_reader_close(f->db);
    store_close(f->st);
    arena_end(&f->arena);
}

static enum err draw_work(struct tx *tx, void *with)
{
    struct shapes_done done;
    (void)with;
    return map_invent_shapes(tx, &done);
}

static const char hostile[] =
    "key,name,organisation,description,subjects,hours,phone,website,email,arrival,company,"
    "alert,place,address,neighbourhood,confirmed,wheelchair\n"
    "1,\"<script>alert(1)</script>\"\"'&\",\""
    "<script>alert(1)</script>\"\"'&\",\""
    "<script>alert(1)</script>\"\"'&\",geld,ma-vr 09:00-17:00,"
    "\"<script>alert(1)</script>\",https://x.example/"
    "?a=<script>,\"<script>\",\"<script>alert(1)</"
    "script>\",\"<script>\",\"<script>\",\"<script>\",\"<script>\",\"<script>\",2026-11-01,"
    "yes\n";

static void test_hostile(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, hostile);
    CHECK_NOT(page(&f, "/kaart?onderwerp=geld", 200), "<script>");
    CHECK_NOT(
        page(&f, "/kaart?q=%3Cscript%3Ealert&waar=%3Cscript%3E&leeftijd=%3Cscript%3E", 200),
        "<script>");
    const struct str list = page(&f, "/kaart?q=alert", 200);
    CHECK_HAS(list, "/kaart/script-alert-1-script");
    CHECK_NOT(page(&f, "/kaart/script-alert-1-script", 200), "<script>");
    CHECK_NOT(page(&f, "/kaart/script-alert-1-script/json-ld", 200), "<script>");
    page(&f, "/kaart/bestaat-niet", 404);
    page(&f, "/kaart?na=x", 400);
    page(&f, "/kaart?onbekend=1", 400);
    page(&f, "/kaart?q=alert&taal=xx&wijk=nergens&onderwerp=niets&leeftijd=900", 200);
    close_map(&f);
}

static const char usual[] =
    "key,name,organisation,description,subjects,hours,phone,free,referral,arrival,company,"
    "languages,address,postal_code,latitude,longitude,neighbourhood,confirmed,wheelchair\n"
    "1,Formulierenbrigade,Buurtwerk,Wij helpen met brieven.,formulieren,ma-vr 09:00-17:00,088 "
    "000 11 22,yes,no,U krijgt koffie.,Neem iemand mee.,\"nl, tr\",Kade "
    "1,0900AA,52.5,5.4,Noord,2026-11-01,yes\n"
    "2,Spreekuur toeslagen,Gemeente,Wij helpen met toeslagen en brieven.,formulieren,di "
    "19:00-21:00,,no,yes,,,nl,Kade 9,0901AA,52.4,5.4,Zuid,2020-01-01,no\n";

static void test_list(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    const struct str start = page(&f, "/kaart", 200);
    CHECK_HAS(start, "Ik snap een brief of formulier niet");
    CHECK_NOT(start, "Ik krijg een baby"); /* nobody is there for it */
    CHECK_HAS(start, "Van 2 voorzieningen zijn er 1");
    const struct str found = page(&f, "/kaart?q=brieven", 200);
    CHECK_HAS(found, "2 gevonden");
    CHECK_HAS(found, "Nu open tot 17.00 uur");
    CHECK_HAS(found, "Niet bevestigd");
    CHECK_HAS(found, "Nu open (1)");
    CHECK_HAS(page(&f, "/kaart?q=brieven&nu=1", 200), "1 gevonden");
    CHECK_HAS(page(&f, "/kaart?q=brieven&waar=0901+aa", 200), "50 meter");
    CHECK_HAS(page(&f, "/kaart?q=brieven&waar=9999XX", 200),
              "Deze postcode kennen wij hier niet");
    const struct str wrong = page(&f, "/kaart?q=formulierebrigade", 200);
    CHECK_HAS(wrong, "in plaats van formulierebrigade");
    CHECK_HAS(wrong, "letterlijk=1");
    CHECK_HAS(page(&f, "/kaart?q=kwantumfysica", 200), "Niets gevonden");
    CHECK_HAS(page(&f, "/en/kaart?q=brieven", 200), "2 found");
    close_map(&f);
}

static void test_show(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    const struct str one = page(&f, "/kaart/formulierenbrigade", 200);
    CHECK_HAS(one, "U krijgt koffie.");
    CHECK_HAS(one, "Nederlands, Turks");
    CHECK_HAS(one, "tel:0880001122");
    CHECK_HAS(one, "Snel weg van deze pagina");
    CHECK_HAS(one, "Bevestigd op");
    CHECK_HAS(page(&f, "/kaart/spreekuur-toeslagen", 200), "Niet bevestigd sinds");
    const struct str data = page(&f, "/kaart/formulierenbrigade/json-ld", 200);
    CHECK_HAS(data, "\"opens\":\"09:00\"");
    CHECK_HAS(data, "https://schema.org/Monday");
    close_map(&f);
}

/* On an island, and until midnight. */
static void test_elsewhere(void **state)
{
    (void)state;
    struct fixture f;
    json_error_t why;
    open_map(&f, "key,name,organisation,description,subjects,hours,address,latitude,longitude,"
                 "confirmed\n1,Verweg,Stad,Ver.,geld,ma 09:00-24:00; 2026-12-31 "
                 "18:00-24:00,Kade 1,-0.5,-68.25,2026-11-01\n");
    const struct str data = page(&f, "/kaart/verweg/json-ld", 200);
    json_t *all = json_loadb(data.s, data.n, 0, &why);
    CHECK(all);
    json_decref(all);
    CHECK_HAS(data, "\"latitude\":-0.500000,\"longitude\":-68.250000");
    CHECK_HAS(data, "\"opens\":\"18:00\",\"closes\":\"23:59\"");
    CHECK_HAS(data, "\"opens\":\"09:00\",\"closes\":\"23:59\"");
    close_map(&f);
}

/* What somebody looks for says something of them, in words or in a choice. */
static void test_kept_nowhere(void **state)
{
    static const char *const asked[] = {
        "q=geld",      "waar=0900AA", "waar=9999XX",           "nu=1",       "taal=tr",
        "leeftijd=15", "leeftijd=xx", "onderwerp=formulieren", "wijk=noord", "na=20"
    };
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    CHECK(kept(&f, "/kaart/formulierenbrigade/json-ld"));
    CHECK(kept(&f, "/kaart/wijk/noord"));
    /* what is open now is not so for long */
    CHECK(!kept(&f, "/kaart"));
    CHECK(!kept(&f, "/kaart/formulierenbrigade"));
    for (size_t i = 0; i < COUNT_OF(asked); i++)
        CHECK(!kept(&f, arena_format(&f.arena, "/kaart?%s", asked[i]).s));
    close_map(&f);
}

/* Who changes what words mean, changes what everybody finds. */
static void test_words_are_written_down(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    sql_run(f.st, "INSERT INTO person (id, name, email, password, handle, made) VALUES (1, "
                  "'Anna', 'anna@x', '', x'01', 0)");
    presses(&f, "/beheer/kaart", "zegt=huur+niet+betalen&kaart=schuld");
    presses(&f, "/beheer/kaart", "zegt=huur+niet+betalen&kaart=huur");
    const int64_t id = sql_number(f.st, "SELECT id FROM map_meaning");
    presses(&f, "/beheer/kaart/woord-weg",
            arena_format(&f.arena, "welk=%lld", (long long)id).s);
    CHECK(sql_number(f.st, "SELECT count(*) FROM history WHERE thing = 8 AND person = 1 AND "
                           "act = 0 AND after = 'huur niet betalen: schuld'") == 1);
    CHECK(sql_number(f.st, "SELECT count(*) FROM history WHERE act = 1 AND before = 'huur "
                           "niet betalen: schuld' AND after = 'huur niet betalen: huur'") == 1);
    CHECK(sql_number(f.st, "SELECT count(*) FROM history WHERE act = 2 AND before = 'huur "
                           "niet betalen: huur' AND after = ''") == 1);
    close_map(&f);
}

/* Somebody sends a hundred: the desk can leaf to the last. */
static void test_reports(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    sql_run(f.st,
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) "
            "INSERT INTO service_report (id, service, received, what, body) SELECT i, (SELECT "
            "min(id) FROM service), 1, 0, 'melding ' || i || '.' FROM n");
    const struct str first = desk(&f, "/beheer/kaart");
    CHECK_HAS(first, "melding 50.");
    CHECK_NOT(first, "melding 51.");
    CHECK_HAS(first, "?na=50");
    const struct str second = desk(&f, "/beheer/kaart?na=50");
    CHECK_HAS(second, "melding 60.");
    CHECK_NOT(second, "melding 50.");
    CHECK_NOT(second, "rel=\"next\"");
    close_map(&f);
}

/* The same machine sends reports without end. */
static int reports_from(struct fixture *f, uint64_t place)
{
    struct response res;
    const struct try try = { .method = METHOD_POST,
                             .address = "/kaart/verweg/klopt-niet",
                             .body = "wat=telefoon&tekst=x",
                             .client = place,
                             .now = map_now };
    web_ask(f->st, f->db, &f->arena, &try, &res);
    return res.status;
}
static void test_few_from_one_place(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, "key,name,organisation,description,subjects,confirmed\n"
                 "1,Verweg,Stad,Ver.,geld,2026-11-01\n");
    for (int i = 0; i < 20; i++) CHECK(reports_from(&f, 7) == 303);
    CHECK(reports_from(&f, 7) == 422);
    CHECK(reports_from(&f, 8) == 303);
    CHECK(sql_number(f.st, "SELECT count(*) FROM service_report") == 21);
    close_map(&f);
}

static void test_own_list(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    CHECK_HAS(page(&f, "/kaart/lijst", 200), "Er staat nog niets op uw lijst");
    CHECK_HAS(page(&f, "/kaart/formulierenbrigade", 200), "value=\"formulierenbrigade\"");
    CHECK_HAS(page(&f, "/kaart/spreekuur-toeslagen?lijst=formulierenbrigade", 200),
              "value=\"formulierenbrigade,spreekuur-toeslagen\"");
    const struct str list =
        page(&f,
             "/kaart/lijst?met=formulierenbrigade,bestaat-niet,%3Cb%3E,formulierenbrigade,"
             "spreekuur-toeslagen",
             200);
    CHECK_HAS(list, "Formulierenbrigade");
    CHECK_HAS(list, "Spreekuur toeslagen");
    CHECK_HAS(list, "/kaart?lijst=formulierenbrigade,bestaat-niet,spreekuur-toeslagen");
    CHECK_NOT(list, "<b>");
    CHECK(!kept(&f, "/kaart/lijst?met=formulierenbrigade"));
    CHECK_HAS(page(&f, "/kaart?q=brieven&lijst=formulierenbrigade", 200),
              "/kaart/spreekuur-toeslagen?lijst=formulierenbrigade");
    CHECK_HAS(page(&f, "/kaart/lijst/zak?met=formulierenbrigade", 200), "dlg-qr");
    CHECK_HAS(page(&f, "/kaart/lijst/kaart.pdf?met=formulierenbrigade", 200), "%PDF-");
    CHECK_HAS(page(&f, "/kaart/lijst/kaart.md?met=formulierenbrigade", 200),
              "Formulierenbrigade");
    page(&f, "/kaart/lijst/kaart.exe?met=formulierenbrigade", 404);
    close_map(&f);
}

static void test_neighbourhoods(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, usual);
    const struct str all = page(&f, "/kaart/wijken", 200);
    CHECK_HAS(all, "/kaart?wijk=noord");
    CHECK_NOT(all, "<svg viewBox=\"0 0 640"); /* nobody said how they lie */
    CHECK_OK(store_write(f.st, draw_work, NULL));
    CHECK_HAS(page(&f, "/kaart/wijken", 200), "<svg viewBox=\"0 0 640");
    const struct str north = page(&f, "/kaart/wijk/noord", 200);
    CHECK_HAS(north, "Formulierenbrigade");
    CHECK_NOT(north, "Spreekuur toeslagen");
    CHECK_HAS(page(&f, "/kaart/wijk/noord/kaart.md", 200), "ma-vr 09:00-17:00");
    CHECK_HAS(page(&f, "/kaart/wijk/noord/kaart.pdf", 200), "%PDF-");
    CHECK_HAS(page(&f, "/kaart/wijk/noord/zak", 200), "088 000 11 22");
    page(&f, "/kaart/wijk/nergens", 404);
    close_map(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile),      cmocka_unit_test(test_list),
        cmocka_unit_test(test_show),         cmocka_unit_test(test_elsewhere),
        cmocka_unit_test(test_kept_nowhere), cmocka_unit_test(test_words_are_written_down),
        cmocka_unit_test(test_reports),      cmocka_unit_test(test_few_from_one_place),
        cmocka_unit_test(test_own_list),     cmocka_unit_test(test_neighbourhoods),
    };
    return RUN_TESTS(tests);
}
