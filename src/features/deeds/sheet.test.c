/* sheet.test.c — commitments to a spreadsheet and back: exact, whole, and refused with a sentence per row. */
#include "features/deeds/deeds.test.h"
#include "features/spreadsheet/spreadsheet.h"

#include "tests/sql.h"

#define PAGE DESK "toezeggingen-rekenblad"

static void chain(void)
{
    advise();
    answer();
    promise();
    filled(DESK "toezeggingen/afdelingen/nieuw", "naam=Welzijn", 303);
    sql_run(c.store,
            text_of("INSERT INTO neighbourhood (dialogue, slug, position, name, code) VALUES "
                    "(%lld, 'haven', 1, 'Haven', '')",
                    (long long)c.dialogue));
}

static struct str file_now(void)
{
    return get(&anna, PAGE "/toezeggingen.csv");
}

static struct str swap(struct str text, const char *from, const char *to)
{
    const size_t at = str_find(text, str_of(from));
    if (at == SIZE_MAX) fail_msg("%s is not in %.*s", from, STR_ARG(text));
    return arena_format(&c.arena, "%.*s%s%.*s", STR_ARG(str_upto(text, at)), to,
                        STR_ARG(str_from(text, at + strlen(from))));
}

/* Takes it over, as the button of the page does. */
static struct str take(struct str file, int status)
{
    struct str body = STR("inhoud=");
    for (size_t i = 0; i < file.n; i++)
        body = arena_format(&c.arena, "%.*s%%%02X", STR_ARG(body), (unsigned char)file.s[i]);
    return arena_copy(&c.arena, ask(&anna, METHOD_POST, PAGE, body.s, status));
}

static void a_round_trip_is_exact(void **state)
{
    (void)state;
    start();
    chain();
    const struct str file = file_now();
    CHECK_HAS(file,
              "2023-11-11;2023-11-20;2023-11-20;;beheer-en-wijken;;;one-off;promised;;12000;"
              "Tien bankjes;");
    take(file, 303);
    CHECK_HAS(res.location.text, "klaar=0");
    CHECK(str_eq(file, file_now()));
    stop();
}

static void what_changed_comes_over_as_by_the_forms(void **state)
{
    (void)state;
    start();
    chain();
    struct str file =
        swap(file_now(), ";2023-11-20;;beheer-en-wijken;;;one-off;promised;;12000;",
             ";2024-02-01;De grond is nat;welzijn;beheer-en-wijken;haven;structural;"
             "under-way;;'=1+1;");
    CHECK_HAS(take(file, 422), "is geen bedrag");
    file = swap(file, "'=1+1", "15000");
    take(swap(file, "Tien bankjes;", "'=Tien <bankjes>;"), 303);
    CHECK_HAS(res.location.text, "klaar=1");
    const struct str page = get(&anna, "/waterstad/toezegging/1");
    CHECK_HAS(page, "=Tien &lt;bankjes&gt;");
    CHECK_HAS(page, "De grond is nat");
    CHECK_HAS(page, "6 dagen te laat"); /* the first date counts */
    CHECK_HAS(page, "Welzijn");
    CHECK_HAS(page, "Haven");
    CHECK_HAS(get(&anna, DESK "geschiedenis/toezegging/1"), "Tien bankjes");
    const struct str again = file_now();
    take(again, 303);
    CHECK_HAS(res.location.text, "klaar=0");
    CHECK(str_eq(again, file_now()));
    stop();
}

static void a_row_without_number_is_a_new_one(void **state)
{
    (void)state;
    start();
    chain();
    const struct str heading = str_upto(file_now(), str_find(file_now(), STR("\r\n")) + 2);
    const struct str row = arena_join(&c.arena, heading,
                                      STR(";;7;2023-11-12;2024-05-01;;;welzijn;;haven;one-off;"
                                          "promised;;;Een nieuw pad;;;;;;;\r\n"));
    CHECK_HAS(take(row, 422), "geen advies dat de stad overnam");
    take(swap(row, ";;7;", ";;1;"), 303);
    CHECK_HAS(get(&anna, "/waterstad/toezegging/2"), "Een nieuw pad");
    CHECK(sql_number(c.store, "SELECT first_due FROM commitment WHERE number = 2") == 19844);
    stop();
}

static void a_wrong_row_says_what_to_do_and_nothing_changes(void **state)
{
    (void)state;
    static const char *const wrong[][3] = {
        { ";beheer-en-wijken;", ";niemand;", "Er is geen afdeling" },
        { ";one-off;", ";soms;", "Kies: one-off of structural" },
        { ";promised;;", ";klaar;;", "Kies: promised" },
        { ";promised;;", ";done;;", "Op welke dag was dat?" },
        { ";promised;;", ";done;2024-01-01;", "tussen de belofte en vandaag" },
        { ";promised;;", ";stopped;2023-11-20;", "Schrijf waarom het is gestopt" },
        { ";2023-11-20;;beheer", ";2024-01-01;;beheer", "Schrijf waarom het later wordt" },
        { ";2023-11-20;;beheer", ";morgen;Later;beheer", "is geen dag" },
        { ";2023-11-20;2023-11-20;", ";2023-12-20;2023-11-20;",
          "Kolom first_due kunt u hier niet" },
        { "Tien bankjes", "", "Schrijf in één zin" },
        { "\r\n1;", "\r\n9;", "Toezegging 9 is er niet" },
    };
    start();
    chain();
    const struct str file = file_now();
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        const struct str page = take(swap(file, wrong[i][0], wrong[i][1]), 422);
        CHECK_HAS(page, wrong[i][2]);
        CHECK_HAS(page, "Regel 2");
    }
    struct str title = STR("");
    for (int i = 0; i < 200; i++) title = arena_join(&c.arena, title, STR("ع"));
    const char *longer = arena_format(&c.arena, "%.*sع", STR_ARG(title)).s;
    CHECK_HAS(take(swap(file, "Tien bankjes", longer), 422), "langer dan 200 tekens");
    CHECK(str_eq(file, file_now()));
    take(swap(file, "Tien bankjes", title.s), 303); /* letters, not bytes */
    stop();
}

static void who_was_first_is_not_overwritten(void **state)
{
    (void)state;
    start();
    chain();
    const struct str file = swap(file_now(), "Tien bankjes", "Twaalf bankjes");
    sql_run(c.store, "UPDATE commitment_text SET title = 'Elf bankjes'");
    CHECK_HAS(take(file, 422), "Nemen wij niet over");
    CHECK_HAS(file_now(), "Elf bankjes");
    struct visitor wie = wies;
    ask(&wie, METHOD_POST, PAGE, "inhoud=x", 403);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_round_trip_is_exact),
        cmocka_unit_test(what_changed_comes_over_as_by_the_forms),
        cmocka_unit_test(a_row_without_number_is_a_new_one),
        cmocka_unit_test(a_wrong_row_says_what_to_do_and_nothing_changes),
        cmocka_unit_test(who_was_first_is_not_overwritten),
    };
    return RUN_TESTS(tests);
}
