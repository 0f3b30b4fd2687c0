/* map.test.c — what is found by which words, in which order; tables in and out; the index kept right. */
#include "features/map/map.test.h"
#include "tests/sql.h"

#include "features/map/invent_words.h"
#include "features/map/uuid.h"

#include <string.h>

#define HEAD                                                                                   \
    "key,name,organisation,description,subjects,hours,free,neighbourhood,postal_code,"         \
    "latitude,longitude,confirmed,languages\n"
#define ROWS                                                                                   \
    HEAD "1,Huisartsenpraktijk Noord,Zorg BV,Voor als u ziek bent.,huisarts,ma-vr "            \
         "08:00-17:00,no,Noord,0900AA,52.5,5.4,2026-11-01,nl\n"                                \
         "2,Huisartsenpraktijk Zuid,Zorg BV,Voor als u ziek bent.,huisarts,ma-vr "             \
         "08:00-09:00,no,Zuid,0901AA,52.4,5.4,2026-11-01,\"nl, tr\"\n"                         \
         "3,Schuldhulpverlening,Gemeente,Wij maken een plan bij schulden.,geld,di "            \
         "19:00-21:00,yes,Noord,0900AB,52.5,5.41,2020-01-01,nl\n"                              \
         "4,Koffieochtend,Buren,Iedereen is welkom voor een praatje.,ontmoeten,wo "            \
         "10:00-12:00,yes,Zuid,0901AB,52.4,5.41,,nl\n"

struct fixture {
    struct store *st;
    struct db *db;
    struct arena arena;
    struct map_found found;
};
static void open_map(struct fixture *f, const char *csv)
{
    struct map_loading l = { 0 };
    *f = (struct fixture){ 0 };
    CHECK_OK(store_open_memory(&f->st));
    if (csv) CHECK_OK(map_load_table(f->st, str_of(csv), &l));
    CHECK_OK(store_reader(f->st, &f->db));
}
static void close_map(struct fixture *f)
{
    store_reader_close(f->db);
    store_close(f->st);
    arena_end(&f->arena);
}
static struct map_ask asking(const char *text)
{
    return (struct map_ask){ .text = str_of(text),
                             .now = map_now,
                             .language = -1,
                             .age = -1,
                             .subject = -1,
                             .most = 10 };
}
/* The id of what comes first, 0 when nothing is found. */
static int64_t first(struct fixture *f, const struct map_ask *ask)
{
    CHECK_OK(map_find(f->db, &f->arena, ask, &f->found));
    return f->found.hits_n ? f->found.hits[0].service : 0;
}
static int64_t first_of(struct fixture *f, const char *text)
{
    const struct map_ask ask = asking(text);
    return first(f, &ask);
}

static void test_words(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, ROWS);
    CHECK(first_of(&f, "huisarts noord") == 1);
    CHECK(first_of(&f, "dokter") == 1 || f.found.hits[0].service == 2); /* residents' word */
    CHECK(f.found.total == 2 && !f.found.corrections_n);
    CHECK(first_of(&f, "schuld hulp") == 3); /* two words for one */
    CHECK(first_of(&f, "ik heb geldzorgen") == 3);
    CHECK(first_of(&f, "KOFFIE") == 4);
    CHECK(first_of(&f, "shuldhulp") == 3); /* corrected, and said so */
    CHECK(f.found.corrections_n == 1);
    CHECK_STR(f.found.corrections[0].typed, "shuldhulp");
    struct map_ask literal = asking("shuldhulp");
    literal.literal = true;
    CHECK(first(&f, &literal) == 0 && !f.found.corrections_n);
    CHECK(first_of(&f, "kwantumfysica") == 0);
    CHECK(first_of(&f, "") != 0 && f.found.total == 4); /* no question: everything */
    close_map(&f);
}

static void test_hostile(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, ROWS);
    static const char *const asked[] = {
        "\"",
        "'; DROP TABLE service;--",
        "* OR *",
        "<script>",
        "   ",
        "...",
        "\xf0\x9f\x98\x80",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z"
    };
    for (size_t i = 0; i < COUNT_OF(asked); i++) (void)first_of(&f, asked[i]);
    char many[5000];
    memset(many, 'x', sizeof many);
    struct map_ask ask = asking("");
    ask.text = (struct str){ many, sizeof many };
    CHECK(first(&f, &ask) == 0);
    close_map(&f);
    open_map(&f, NULL); /* an empty map */
    CHECK(first_of(&f, "huisarts") == 0 && first_of(&f, "") == 0);
    close_map(&f);
}

static void test_filters(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, ROWS);
    struct map_ask ask = asking("huisarts");
    CHECK(first(&f, &ask) == 1); /* open at eleven; the other closed at nine */
    CHECK(f.found.hits[0].open && !f.found.hits[1].open && f.found.open == 1);
    ask.open = true;
    CHECK(first(&f, &ask) == 1 && f.found.total == 1);
    ask = asking("huisarts");
    ask.has_place = true;
    ask.latitude = 52400000, ask.longitude = 5400000;
    CHECK(first(&f, &ask) == 2 && f.found.hits[0].metres < 10); /* near */
    ask = asking("");
    ask.flags = FACT_FREE;
    CHECK(first(&f, &ask) != 0 && f.found.total == 2 && f.found.evening == 1);
    ask = asking("huisarts");
    ask.language = map_language(STR("turks"));
    CHECK(first(&f, &ask) == 2 && f.found.total == 1);
    CHECK(f.found.languages[map_language(STR("nl"))] ==
          2); /* if another language were chosen */
    close_map(&f);
}

static void test_one_changes(void **state)
{
    (void)state;
    struct fixture f;
    struct map_loading l = { 0 };
    open_map(&f, ROWS);
    CHECK_OK(map_load_table(
        f.st,
        STR(HEAD
            "4,Biljartclub,Buren,Kom biljarten.,ontmoeten,,yes,Zuid,0901AB,52.4,5.41,,nl\n"),
        &l));
    CHECK(l.done.changed == 1 && l.done.added == 0);
    CHECK(first_of(&f, "koffieochtend") == 0);
    CHECK(first_of(&f, "biljarten") == 4);
    CHECK(first_of(&f, "bilyarten") == 4); /* the new word can be misspelt too */
    CHECK_OK(map_load_table(
        f.st,
        STR(HEAD
            "4,Biljartclub,Buren,Kom biljarten.,ontmoeten,,yes,Zuid,0901AB,52.4,5.41,,nl\n"),
        &l));
    CHECK(l.done.same == 1 && l.done.changed == 0);
    /* Kept right piece by piece is the same as made anew. */
    const int64_t before =
        sql_number(f.st, "SELECT count(*) * 1000003 + sum(length(entries)) FROM map_posting");
    sql_run(f.st, "UPDATE map_state SET made = 0");
    CHECK_OK(map_load_table(f.st, STR(HEAD), &l));
    CHECK(
        sql_number(f.st, "SELECT count(*) * 1000003 + sum(length(entries)) FROM map_posting") ==
        before);
    close_map(&f);
}

static void test_faults(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, NULL);
    char *said = NULL;
    size_t n = 0;
    struct map_loading l = { .err = open_memstream(&said, &n) };
    const enum err e = map_load_table(
        f.st,
        STR(HEAD "1,,Zorg,x,geld,altijd,misschien,Noord,12345,95,5.4,2027-01-01,Klingon\n"
                 ",Naam,Zorg,x,geld,,,,,,,,\n"
                 "3,Naam,Zorg,x,bestaatniet,,,,,,,,\n"),
        &l);
    CHECK(e == ERR_FORM);
    CHECK(l.done.wrong >= 7);
    const struct str all = { said, n };
    CHECK_HAS(all, "regel 2, kolom hours");
    CHECK_HAS(all, "regel 2, kolom languages");
    CHECK_HAS(all, "regel 3, kolom key");
    CHECK(sql_number(f.st, "SELECT count(*) FROM service") == 0); /* all or nothing */
    free(said);
    l = (struct map_loading){ 0 };
    CHECK(map_load_table(f.st, STR("x,y\n1,2\n"), &l) == ERR_FORM);
    CHECK(map_load_table(f.st, STR("key,name,organisation\n1,\"a,b\n"), &l) == ERR_FORM);
    close_map(&f);
}

static void test_headings(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, NULL);
    struct map_loading l = { .columns = STR("Titel van het aanbod=name,Wie=organisation") };
    CHECK_OK(map_load_table(
        f.st,
        STR("ID;Titel van het aanbod;Wie;Omschrijving;Openingstijden;Telefoon;Onbekend\n"
            "7;Naailes;Buurthuis;Leer naaien.;maandag 10.00-12.00 uur;012-345 (ook app);x\n"),
        &l));
    CHECK(first_of(&f, "naaien") == 1);
    struct sheet_row *row = NEW(&f.arena, struct sheet_row, 1);
    CHECK_OK(sheet_row_read(f.db, &f.arena, 1, row));
    CHECK_STR(row->cell[COL_HOURS], "ma 10:00-12:00");
    CHECK_STR(row->cell[COL_PHONE], "012-345 (ook app)");
    close_map(&f);
}

static struct str written(struct fixture *f)
{
    char *csv = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&csv, &n);
    CHECK_OK(sheet_write(f->db, STR(""), to));
    fclose(to);
    const struct str copy = arena_copy(&f->arena, (struct str){ csv, n });
    free(csv);
    return copy;
}

static void test_round_trip(void **state)
{
    (void)state;
    struct fixture f, g;
    struct map_loading l = { 0 };
    open_map(&f, NULL);
    map_invented(f.st, 130);
    const struct str out = written(&f);
    open_map(&g, NULL);
    CHECK_OK(map_load_table(g.st, out, &l));
    CHECK(l.done.added == 130);
    CHECK(str_eq(written(&g), out));
    CHECK_OK(map_load_table(g.st, out, &l));
    CHECK(l.done.same == 130 && l.done.changed == 0);
    close_map(&g);
    close_map(&f);
}

/* The share of the first ten that answer, over the questions that were never tuned on. */
static double precision(struct fixture *f, int misspelt, size_t *none)
{
    FILE *in = fopen("tests/data/kaart-kept.tsv", "r");
    char line[1000];
    double sum = 0;
    size_t n = 0;
    *none = 0;
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        struct str rest = str_trim(str_of(line)), asked[2], kinds, kind;
        if (!rest.n || rest.s[0] == '#') continue;
        CHECK(str_next(&rest, '\t', &asked[0]) && str_next(&rest, '\t', &asked[1]));
        struct map_ask ask = asking("");
        ask.text = asked[misspelt];
        CHECK_OK(map_find(f->db, &f->arena, &ask, &f->found));
        size_t good = 0;
        for (size_t i = 0; i < f->found.hits_n; i++) {
            struct service_row_row row;
            bool found;
            CHECK_OK(service_row(f->db, &f->arena, f->found.hits[i].service, &row, &found));
            for (kinds = rest; str_next(&kinds, ',', &kind);)
                good +=
                    str_starts(row.source_key, arena_format(&f->arena, "%.*s-", STR_ARG(kind)));
        }
        *none += f->found.hits_n == 0;
        sum += (double)good / 10;
        n++;
        arena_reset(&f->arena);
    }
    fclose(in);
    CHECK(n > 90);
    return sum / (double)n;
}

static void test_quality(void **state)
{
    (void)state;
    struct fixture f;
    size_t none;
    open_map(&f, NULL);
    map_invented(f.st, 2340); /* twenty of each kind */
    CHECK(precision(&f, 0, &none) >= 0.85);
    CHECK(none <= 2);
    CHECK(precision(&f, 1, &none) >= 0.80);
    close_map(&f);
}

static void test_uuid(void **state)
{
    (void)state;
    struct arena a = { 0 };
    const struct str x = uuid_of(&a, "service", STR("a"), STR("bc")),
                     y = uuid_of(&a, "service", STR("ab"), STR("c"));
    CHECK(uuid_is(x) && uuid_is(y) && !str_eq(x, y));
    CHECK(str_eq(x, uuid_of(&a, "service", STR("a"), STR("bc"))));
    CHECK(!uuid_is(STR("x")));
    arena_end(&a);
}

/* A made-up city has no branch of what exists. */
static void test_invented_names(void **state)
{
    static const char *const real[] = { "Veilig Thuis",
                                        "Slachtofferhulp",
                                        "Centrum Seksueel Geweld",
                                        "Juridisch Loket",
                                        "Luisterlijn",
                                        "Geldmaatje",
                                        "Repair Caf",
                                        "Alzheimer",
                                        "Home-Start",
                                        "Buurtgezin",
                                        "MEE ",
                                        "VluchtelingenWerk",
                                        "AutoMaatje",
                                        "VoorleesExpress",
                                        "@ease",
                                        "Blijf van mijn lijf",
                                        "Klik en Tik",
                                        "Energiebox",
                                        "Weekendschool",
                                        "Tafeltje dekje",
                                        "Sense",
                                        "Triple P",
                                        "ANWB",
                                        "NLvoorElkaar",
                                        "Allemaal Dig" };
    (void)state;
    for (size_t i = 0; i < invented_kinds_n; i++)
        for (size_t k = 0; k < COUNT_OF(real); k++)
            if (strstr(invented_kinds[i].titles, real[k]) ||
                strstr(invented_kinds[i].texts, real[k]) ||
                strstr(invented_kinds[i].summary, real[k]))
                fail_msg("%s: %s", invented_kinds[i].code, real[k]);
}

struct putting {
    struct arena *arena;
    struct sheet_row row;
    int64_t service;
    int wrong;
};
static void count_wrong(void *with, const struct sheet_fault *fault)
{
    struct putting *p = with;
    p->wrong += fault->column == COL_HOURS && fault->place == 1;
}
static enum err put_work(struct tx *tx, void *with)
{
    struct putting *p = with;
    const struct sheet_source source = { STR("proef"), STR("Proef"), STR(""), false };
    return sheet_row_put(tx, &p->row, &source, BY_OWNER, map_now, &p->service);
}

/* One row is changed alone: found by its new words at once, each field that changed is written down. */
static void test_row_put(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, ROWS);
    struct putting *p = NEW(&f.arena, struct putting, 1);
    p->service = first_of(&f, "schulden");
    CHECK_OK(sheet_row_read(f.db, &f.arena, p->service, &p->row));
    p->row.places_n = 1;
    p->row.places[0][COL_HOURS] = STR("als het regent");
    CHECK(!sheet_row_check(&f.arena, &p->row, map_now, count_wrong, p));
    CHECK(p->wrong == 1);
    p->row.places[0][COL_HOURS] = STR("za 10-12");
    p->row.cell[COL_DESCRIPTION] = STR("Wij bakken taarten.");
    p->row.cell[COL_CONFIRMED] = STR("2026-11-27");
    CHECK(sheet_row_check(&f.arena, &p->row, map_now, count_wrong, p));
    CHECK_OK(store_write(f.st, put_work, p));
    CHECK(first_of(&f, "taarten") == p->service);
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata WHERE updated_by = 3") == 3);
    CHECK(sql_number(f.st,
                     "SELECT count(*) FROM metadata WHERE field_name = 'hours 2' AND "
                     "previous_value = '' AND replacement_value = 'za 10:00-12:00'") == 1);
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata WHERE last_action_type = 2") == 1);
    CHECK_OK(store_write(f.st, put_work, p)); /* the same again is no change */
    CHECK(sql_number(f.st, "SELECT count(*) FROM metadata") == 3);
    close_map(&f);
}

/* The first entry of a map that has none makes the index too. */
static void test_row_first(void **state)
{
    (void)state;
    struct fixture f;
    open_map(&f, NULL);
    struct putting *p = NEW(&f.arena, struct putting, 1);
    p->row.cell[COL_KEY] = STR("a");
    p->row.cell[COL_NAME] = STR("Taartenclub");
    p->row.cell[COL_ORGANISATION] = STR("Buren");
    CHECK(sheet_row_check(&f.arena, &p->row, map_now, count_wrong, p));
    CHECK_OK(store_write(f.st, put_work, p));
    CHECK(first_of(&f, "taarten") == p->service);
    CHECK(sql_number(f.st, "SELECT last_action_type FROM metadata") == ENTRY_MADE);
    close_map(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_row_put),     cmocka_unit_test(test_row_first),
        cmocka_unit_test(test_words),       cmocka_unit_test(test_invented_names),
        cmocka_unit_test(test_hostile),     cmocka_unit_test(test_filters),
        cmocka_unit_test(test_one_changes), cmocka_unit_test(test_faults),
        cmocka_unit_test(test_headings),    cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_quality),     cmocka_unit_test(test_uuid),
    };
    return RUN_TESTS(tests);
}
