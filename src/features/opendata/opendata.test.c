/* opendata.test.c — every table as a file: what is in it, what may never be, and that it says itself. */
#include "base/csv.h"
#include "features/opendata/opendata.h"
#include "tests/place.h"
#include "tests/sql.h"

#include <jansson.h>

static void tables_and_their_explanation_agree(void **state)
{
    (void)state;
    struct city c;
    struct open_table all[OPEN_TABLES];
    city_open(&c, true);
    open_tables(all);
    const struct str page = city_page(&c, "/wijk/open-data", 200);
    for (size_t i = 0; i < OPEN_TABLES; i++) {
        const struct str file = open_file(&c.arena, &all[i], 1);
        const struct str text = city_page(
            &c, arena_format(&c.arena, "/wijk/open-data/%.*s.csv", STR_ARG(file)).s, 200);
        struct csv csv;
        struct csv_row *row = NEW(&c.arena, struct csv_row, 1);
        CHECK(csv_open(&csv, text));
        for (int64_t n = 0; csv_next(&csv, &c.arena, row); n++) {
            CHECK(row->n == all[i].columns_n);
            for (size_t k = 0; !n && k < row->n; k++)
                CHECK(str_eq(row->fields[k], all[i].columns[k].name));
            CHECK(!n || str_is(row->fields[0], "wijk"));
        }
        CHECK(csv.fault == CSV_FINE);
        CHECK_HAS(page, arena_format(&c.arena, "/open-data/%.*s.csv", STR_ARG(file)).s);
        for (size_t k = 0; k < all[i].columns_n; k++)
            CHECK_HAS(page,
                      arena_format(&c.arena, ">%.*s<", STR_ARG(all[i].columns[k].name)).s);
    }
    city_close(&c);
}

static void rows_say_what_pages_say(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    sql_run(c.store, "INSERT INTO finding_code (finding, code) "
                     "SELECT id, '=wonen' FROM finding WHERE number = 7");
    CHECK_HAS(city_page(&c, "/wijk/open-data/finding-labels-1.csv", 200), "wijk,7,'=wonen\r\n");
    CHECK_HAS(city_page(&c, "/wijk/open-data/points.csv", 200),
              "wijk,5,bank,needed,Zet een bank neer.,Put up a bench.,1,1,1,");
    CHECK_HAS(city_page(&c, "/wijk/open-data/point-voices.csv", 200), "wijk,5,21,yes\r\n");
    CHECK_HAS(city_page(&c, "/wijk/open-data/point-findings.csv", 200), "wijk,6,7\r\n");
    CHECK_HAS(city_page(&c, "/wijk/open-data/point-themes.csv", 200), "wijk,5,lamp,1\r\n");
    CHECK_HAS(city_page(&c, "/wijk/open-data/voices-1.csv", 200),
              "wijk,21,bank,avond,1,3,,tip,,tr,open,,Bank lütfen <b>,\"Een bank, "
              "alstublieft.\",,");
    CHECK_HAS(city_page(&c, "/wijk/open-data/rekenblad/voices-1.csv", 200),
              "wijk;21;bank;avond;1;3;;tip;;tr;open;;Bank lütfen <b>;Een bank, alstublieft.;;");
    CHECK_HAS(city_page(&c, "/wijk/open-data/gatherings.csv", 200),
              "wijk,avond,2023-06-27,19:30,22:00,150,yes,De avond,,Buurthuis,,");
    CHECK_HAS(city_page(&c, "/wijk/open-data/sums-by-theme.csv", 200),
              "wijk,bank,3,1,2,0,0,0,2");
    CHECK_HAS(city_page(&c, "/en/wijk/open-data/tables.csv", 200),
              "wijk,avond,1,3,bank,Zaal 2");
    CHECK_HAS(city_page(&c, "/wijk/open-data/rekenblad/themes.csv", 200), "\xEF\xBB\xBF"
                                                                          "dialogue;");
    city_close(&c);
}

/* From five answers on, as the page of a promise shows; of what somebody sent only what everybody may read. */
static void what_people_notice_and_offer(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    sql_run(c.store,
            "INSERT INTO advice (id, dialogue, number, position, kind, given) SELECT 1, id, 1, "
            "1, 0, 19600 FROM dialogue;"
            "INSERT INTO answer (advice, kind, day, url, hash) VALUES (1, 0, 19601, '', '');"
            "INSERT INTO department (id, dialogue, slug, position, name, name_en, portfolio) "
            "SELECT 1, id, 'wijken', 1, 'Wijken', '', '' FROM dialogue;"
            "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
            "first_due, due, horizon, state) SELECT 1, id, 4, 1, 1, 1, 19601, 19690, 19690, 0, "
            "0 FROM dialogue;"
            "INSERT INTO verdict_counted VALUES (1, 0, 0, 0, 3), (1, 0, 0, 2, 2), (1, 0, 1, 1, "
            "4);"
            "INSERT INTO reply SELECT id, 19680, '=Ja', 'Yes', '' FROM point_given WHERE "
            "number = 5;"
            "INSERT INTO challenge (dialogue, number, received, state, is_shown, lang, task, "
            "plan, costs, backing, decide_by, why, answer, answer_en, dropped) "
            "SELECT id, 1, 19680, 0, 1, 'tr', 'Het groen', 'Maaien', '', '', 19736, '', '', "
            "'', NULL FROM dialogue UNION ALL "
            "SELECT id, 2, 19681, 1, 0, 'ar', 'GEHEIM', 'GEHEIM', 'GEHEIM', 'GEHEIM', 19737, "
            "'', '', '', NULL FROM dialogue UNION ALL "
            "SELECT id, 3, 19682, 0, 0, 'nl', '', '', '', '', 19738, '', '', '', 19690 FROM "
            "dialogue;"
            "INSERT INTO challenge_contact VALUES ((SELECT id FROM challenge WHERE number = "
            "1), 'GEHEIM', 'GEHEIM', 'GEHEIM')");
    const struct str few = city_page(&c, "/wijk/open-data/verdicts-1.csv", 200);
    CHECK_HAS(few, "wijk,4,0,raisers,3,0,2,");
    CHECK_NOT(few, "followers");
    sql_run(c.store, "INSERT INTO verdict (commitment, follows, giver, answer, day, changes) "
                     "VALUES (1, 1, x'0123', 1, 19690, 0)");
    CHECK_HAS(city_page(&c, "/wijk/open-data/verdicts-1.csv", 200),
              "wijk,4,0,followers,0,5,0,");
    CHECK_HAS(city_page(&c, "/wijk/open-data/verdicts-1.json", 200), "\"who\":\"raisers\"");
    CHECK_HAS(city_page(&c, "/wijk/open-data/replies.csv", 200),
              "wijk,5,2023-11-19,'=Ja,Yes,,");
    const struct str sent = city_page(&c, "/wijk/open-data/challenges.csv", 200);
    CHECK_HAS(sent, "wijk,1,2023-11-19,received,,2024-01-14,,,,,,yes,tr,Het groen,Maaien,,,");
    CHECK_HAS(sent, "wijk,2,2023-11-20,weighed,,2024-01-15,,,,,,no,,,,,,");
    CHECK_NOT(sent, "wijk,3,");
    CHECK_NOT(sent, "GEHEIM");
    CHECK_NOT(city_page(&c, "/wijk/open-data/challenges.json", 200), "GEHEIM");
    city_close(&c);
}

static const char *const EVERY[] = { "themes",         "points",        "point-themes",
                                     "point-findings", "point-voices",  "voices-1",
                                     "stories",        "findings-1",    "sources",
                                     "neighbourhoods", "gatherings",    "tables",
                                     "sums-by-theme",  "sums-by-table", "verdicts-1",
                                     "replies",        "challenges" };

static void json_is_json_and_says_from_when(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    for (size_t i = 0; i < COUNT_OF(EVERY); i++) {
        const struct str text =
            city_page(&c, arena_format(&c.arena, "/wijk/open-data/%s.json", EVERY[i]).s, 200);
        json_error_t why;
        json_t *root = json_loadb(text.s, text.n, JSON_REJECT_DUPLICATES, &why);
        if (!root) fail_msg("%s: %s, line %d", EVERY[i], why.text, why.line);
        CHECK(json_integer_value(json_object_get(root, "edition")) == 1);
        CHECK_STR(str_of(json_string_value(json_object_get(root, "published"))), "2023-11-14");
        CHECK(json_array_size(json_object_get(root, "licenses")) == 1);
        CHECK(json_is_array(json_object_get(root, "rows")));
        json_decref(root);
    }
    const struct str text = city_page(&c, "/wijk/open-data/datapackage.json", 200);
    json_t *root = json_loadb(text.s, text.n, JSON_REJECT_DUPLICATES, NULL);
    CHECK(root && json_array_size(json_object_get(root, "resources")) == OPEN_TABLES);
    json_decref(root);
    city_close(&c);
}

/* Hidden words, the draft, and what was never announced: in no file of any kind. */
static enum err unannounce(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(point_text_put(tx, 1, STR("nl"), STR("Alleen in het concept.")));
    return gathering_announce(tx, c->evening, false);
}

static void what_is_not_public_is_nowhere(void **state)
{
    (void)state;
    static const char *const ends[] = { "", ".csv", ".json" };
    struct city c;
    for (int published = 0; published < 2; published++) {
        city_open(&c, published);
        CHECK_OK(store_write(c.store, unannounce, &c));
        for (size_t i = 0; i < COUNT_OF(EVERY); i++)
            for (size_t k = 0; k < 3; k++) {
                const struct str text = city_page(
                    &c,
                    arena_format(&c.arena, "/wijk/open-data/%s%s%s", k ? "" : "rekenblad/",
                                 EVERY[i], k ? ends[k] : ".csv")
                        .s,
                    200);
                CHECK_NOT(text, "Verborgen woorden");
                CHECK_NOT(text, "Alleen in het concept");
                CHECK_NOT(text, ",avond,");
                CHECK_NOT(text, "\"avond\"");
                CHECK_NOT(text, "Buurthuis");
                if (!published) CHECK_NOT(text, "Zet een bank neer");
            }
        city_close(&c);
    }
}

/* ---- texts that want to be something else ---- */

static const char *const HOSTILE[] = {
    "=HYPERLINK(\"http://kwaad.example\")",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "''=1",
    "a;b,c\"d\"\n=e",
    "</script><script>alert(1)</script>",
    "＝1",
    "\\\"};",
    "\xE2\x80\xA8x",
};

static enum err poison(struct tx *tx, void *with)
{
    struct city *c = with;
    for (size_t i = 0; i < COUNT_OF(HOSTILE); i++) {
        int64_t id;
        TRY(voice_add(tx, c->dialogue, 100 + (int64_t)i, 10, NONE, NONE, NONE, false, 0, false,
                      (struct day){ 0 }, STR("nl"), str_of(HOSTILE[i]), STR("0123456789abcdef"),
                      VISIBILITY_SHOWN, ACCOUNT_OPEN, false, 0, &id));
    }
    return OK;
}

static void hostile_in(struct city *c, const char *address)
{
    struct csv csv;
    struct csv_row *row = NEW(&c->arena, struct csv_row, 1);
    size_t seen = 0;
    CHECK(csv_open(&csv, city_page(c, address, 200)));
    while (csv_next(&csv, &c->arena, row)) {
        int64_t number;
        if (!str_number(row->fields[1], 999, &number) || number < 100) continue;
        const struct str cell = row->fields[12];
        CHECK(!cell.n || !strchr("=+-@\t", cell.s[0]));
        CHECK(str_is(csv_unguard(cell), HOSTILE[number - 100]));
        seen++;
    }
    CHECK(csv.fault == CSV_FINE);
    CHECK(seen == COUNT_OF(HOSTILE));
}

static void hostile_text_stays_text_and_comes_back(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_OK(store_write(c.store, poison, &c));
    hostile_in(&c, "/wijk/open-data/voices-1.csv");
    hostile_in(&c, "/wijk/open-data/rekenblad/voices-1.csv");
    const struct str text = city_page(&c, "/wijk/open-data/voices-1.json", 200);
    CHECK_NOT(text, "</script>");
    json_t *root = json_loadb(text.s, text.n, 0, NULL);
    const json_t *rows = json_object_get(root, "rows");
    CHECK(json_array_size(rows) == COUNT_OF(HOSTILE) + 2);
    for (size_t i = 0; i < COUNT_OF(HOSTILE); i++)
        CHECK(!strcmp(json_string_value(json_object_get(json_array_get(rows, i + 2), "text")),
                      HOSTILE[i]));
    json_decref(root);
    city_close(&c);
}

/* ---- many ---- */

static enum err far(struct tx *tx, void *with)
{
    struct city *c = with;
    int64_t id;
    return voice_add(tx, c->dialogue, 2 * OPEN_PART + 1, 10, NONE, NONE, NONE, false, 0, false,
                     (struct day){ 0 }, STR("nl"), STR("De laatste."), STR("0123456789abcdef"),
                     VISIBILITY_SHOWN, ACCOUNT_OPEN, false, 0, &id);
}

static void many_voices_come_in_parts(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_OK(store_write(c.store, far, &c));
    CHECK_HAS(city_page(&c, "/wijk/open-data", 200), "voices-3.csv");
    CHECK_NOT(city_page(&c, "/wijk/open-data/voices-1.csv", 200), "De laatste.");
    CHECK_HAS(city_page(&c, "/wijk/open-data/voices-3.csv", 200), "De laatste.");
    static const char *const none[] = { "voices-4", "voices-0", "voices-03",
                                        "voices",   "voices-x", "point",
                                        "themes-1", "niets",    "voices-1-1" };
    for (size_t i = 0; i < COUNT_OF(none); i++)
        city_page(&c, arena_format(&c.arena, "/wijk/open-data/%s.csv", none[i]).s, 404);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_and_their_explanation_agree),
        cmocka_unit_test(rows_say_what_pages_say),
        cmocka_unit_test(what_people_notice_and_offer),
        cmocka_unit_test(json_is_json_and_says_from_when),
        cmocka_unit_test(what_is_not_public_is_nowhere),
        cmocka_unit_test(hostile_text_stays_text_and_comes_back),
        cmocka_unit_test(many_voices_come_in_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
