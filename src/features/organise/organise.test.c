/* organise.test.c — setting up a gathering from the browser: new and like the last one, programme, tables,
 * a café table in one form, the run of show; and what everybody may know of it. */
#include "features/setup/setup.test.h"
#include "tests/sql.h"

#define LIST "/wijk/beheer/bijeenkomsten"
#define NEW_ONE LIST "/avond-in-mei"
static const struct visitor host = { 9, WHO_HOST, { "Leider", 6 }, { "leider", 6 } };

static void begin(struct city *c)
{
    CHECK_STR(taken(c, LIST "/nieuw",
                    "naam=Avond+in+mei&dag=2024-05-07&van=19%3A30&tot=22%3A00&plaats=Buurthuis",
                    &editor),
              NEW_ONE "?gedaan=erbij");
}

static struct str facts(struct city *c, const char *more)
{
    return taken(c, NEW_ONE "/gegevens",
                 based(c, NEW_ONE "/gegevens", &editor,
                       arena_format(&c->arena,
                                    "naam=Avond+in+mei&dag=2024-05-07&van=19%%3A30&tot=22%%3A00"
                                    "&plaats=Buurthuis&%s",
                                    more)
                           .s),
                 &editor);
}

static void nobody_knows_of_it_until_somebody_says_so(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    CHECK_HAS(seen(&c, LIST, &editor, 200), "Nog niet openbaar");
    (void)seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 404);
    CHECK_NOT(seen(&c, "/wijk/bijeenkomsten", &nobody, 200), "Avond in mei");
    CHECK_STR(facts(&c, "openbaar=1&uitleg=Kom+ook.&naam-2=Evening+in+May"
                        "&plaats-2=Community+centre&uitleg-2=Come."),
              NEW_ONE "/gegevens?gedaan=bewaard");
    const struct str page = seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 200);
    CHECK_HAS(page, "Kom ook.");
    CHECK_HAS(page, "7 mei 2024");
    CHECK_HAS(seen(&c, "/en/wijk/bijeenkomst/avond-in-mei", &nobody, 200), "Evening in May");
    CHECK_HAS(seen(&c, "/wijk/bijeenkomsten", &nobody, 200), "Avond in mei");
    CHECK_HAS(history(&c), "<ins>Iedereen mag dit weten: ja</ins>");
    (void)facts(&c, ""); /* and back: nothing hangs on it yet */
    (void)seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 404);
    city_close(&c);
}

static void what_was_noted_keeps_its_place(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const char *hide =
        based(&c, LIST "/avond/gegevens", &editor, "naam=De+avond&dag=2023-06-27");
    CHECK_HAS(sent(&c, LIST "/avond/gegevens", hide, &editor, 422), "Laat dit aan staan.");
    CHECK_HAS(seen(&c, LIST "/avond/weg", &editor, 200), "Dit kan nu niet");
    (void)sent(&c, LIST "/avond/weg", "", &editor, 422);
    const char *table =
        arena_format(&c.arena, LIST "/avond/tafels/%lld/weg", (long long)c.table).s;
    CHECK_HAS(seen(&c, table, &editor, 200), "Aan deze tafel is iets genoteerd.");
    (void)sent(&c, table, "", &editor, 422);
    (void)taken(&c, LIST "/avond/tafels/weg", "", &editor); /* only the empty one goes */
    (void)seen(&c, "/wijk/bijeenkomst/avond/ronde/1/tafel/3", &nobody, 200);
    (void)seen(&c, "/wijk/bijeenkomst/avond/ronde/2/tafel/4", &nobody, 404);
    city_close(&c);
}

static void facts_say_what_is_wrong(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    const char *wrong = based(&c, NEW_ONE "/gegevens", &editor,
                              "naam=&dag=2024-02-31&van=22%3A00&tot=19%3A00&plekken=veel");
    const struct str page = sent(&c, NEW_ONE "/gegevens", wrong, &editor, 422);
    CHECK_HAS(page, "Geef de bijeenkomst een naam.");
    CHECK_HAS(page, "id=\"dag-problem\"");
    CHECK_HAS(page, "id=\"plekken-problem\"");
    const char *order = based(&c, NEW_ONE "/gegevens", &editor,
                              "naam=X&dag=2024-05-07&van=22%3A00&tot=19%3A00&sluit=2024-06-01");
    const struct str late = sent(&c, NEW_ONE "/gegevens", order, &editor, 422);
    CHECK_HAS(late, "Kies een tijd na het begin.");
    CHECK_HAS(late, "Kies een dag voor de bijeenkomst, of de dag zelf.");
    const char *first = based(&c, NEW_ONE "/gegevens", &editor, "naam=Een&dag=2024-05-07");
    const char *second = based(&c, NEW_ONE "/gegevens", &editor, "naam=Twee&dag=2024-05-07");
    (void)taken(&c, NEW_ONE "/gegevens", first, &editor);
    const struct str both = sent(&c, NEW_ONE "/gegevens", second, &editor, 422);
    CHECK_HAS(both, "Een collega veranderde dit net ook.");
    CHECK_HAS(both, "value=\"Twee\"");
    CHECK_HAS(both, "Een</bdi>");
    city_close(&c);
}

static void the_clock_decides_the_order(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    (void)facts(&c, "openbaar=1");
    const char *at = NEW_ONE "/programma";
    (void)taken(&c, at, "begin=20%3A00&soort=round&wat=Ronde+aan+tafel&wie=Ada", &editor);
    (void)taken(&c, at, "begin=19%3A30&soort=music&wat=%3Cb%3EFanfare", &editor);
    (void)taken(&c, at, "begin=17%3A00&soort=team&wat=Stoelen+klaar&klaar=60+stoelen", &editor);
    const struct str page = seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 200);
    const size_t music = str_find(page, STR("&lt;b&gt;Fanfare")),
                 round = str_find(page, STR("Ronde aan tafel"));
    CHECK(music < round && round != SIZE_MAX);
    CHECK_NOT(page, "Stoelen klaar");
    CHECK_NOT(page, "Ada");
    const struct str sheet = seen(&c, NEW_ONE "/draaiboek", &host, 200);
    const size_t chairs = str_find(sheet, STR("Stoelen klaar"));
    CHECK(chairs < str_find(sheet, STR("Fanfare")));
    CHECK_HAS(sheet, "60 stoelen");
    CHECK_HAS(sheet, "Ada");
    CHECK_NOT(history(&c), "Ada");
    CHECK_HAS(sent(&c, at, "wat=&soort=dans", &editor, 422), "Schrijf wat er gebeurt.");
    city_close(&c);
}

/* The address of the first item or table on a page of the new gathering. */
static const char *first_link(struct city *c, const char *page)
{
    const struct str mark = arena_format(&c->arena, "href=\"%s/", page);
    struct str rest = seen(c, page, &editor, 200), link;
    const size_t at = str_find(rest, mark);
    CHECK(at != SIZE_MAX);
    rest = str_from(rest, at + sizeof "href=\"" - 1);
    (void)str_next(&rest, '"', &link);
    return arena_copy(&c->arena, link).s;
}

static void an_item_changes_and_goes(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    (void)facts(&c, "openbaar=1");
    (void)taken(&c, NEW_ONE "/programma", "begin=19%3A30&soort=music&wat=Fanfare", &editor);
    const char *item = first_link(&c, NEW_ONE "/programma");
    (void)taken(&c, item,
                based(&c, item, &editor,
                      "begin=20%3A15&soort=music&wat=Koor&wat-2=Choir&uitleg=Drie+liederen"),
                &editor);
    CHECK_HAS(seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 200), "Drie liederen");
    CHECK_HAS(seen(&c, "/en/wijk/bijeenkomst/avond-in-mei", &nobody, 200), "Choir");
    (void)taken(&c, item, based(&c, item, &editor, "begin=20%3A15&soort=team&wat=Koor"),
                &editor);
    CHECK_NOT(seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 200), "Koor");
    const char *away = arena_format(&c.arena, "%s/weg", item).s;
    (void)seen(&c, away, &editor, 200);
    (void)taken(&c, away, "", &editor);
    CHECK_HAS(seen(&c, NEW_ONE "/programma", &editor, 200), "nog niets in het programma");
    (void)seen(&c, item, &editor, 404);
    (void)seen(&c, arena_format(&c.arena, LIST "/avond/programma/%s", strrchr(item, '/') + 1).s,
               &editor, 404);
    city_close(&c);
}

static void all_themes_in_all_rounds_at_once(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    (void)facts(&c, "openbaar=1");
    const char *both = arena_format(&c.arena, "thema=%lld&thema=%lld&rondes=3&stoelen=8",
                                    (long long)c.bank, (long long)c.lamp)
                           .s;
    (void)taken(&c, NEW_ONE "/tafels", both, &editor);
    const struct str page = seen(&c, "/wijk/bijeenkomst/avond-in-mei", &nobody, 200);
    CHECK_HAS(page, "<dt>Tafels</dt><dd>6</dd>");
    CHECK_HAS(page, "Aan elke tafel gaat het over één thema.");
    CHECK_HAS(seen(&c, "/wijk/bijeenkomst/avond-in-mei/ronde/3/tafel/2", &nobody, 200),
              "De lamp");
    CHECK_HAS(seen(&c, NEW_ONE, &editor, 200), "Nog te doen: 6");
    (void)taken(&c, NEW_ONE "/tafels", both, &editor); /* once more: numbers go on */
    (void)seen(&c, "/wijk/bijeenkomst/avond-in-mei/ronde/1/tafel/4", &nobody, 200);
    CHECK_HAS(sent(&c, NEW_ONE "/tafels", "rondes=3&stoelen=8", &editor, 422),
              "Kies over welke thema");
    (void)sent(&c, NEW_ONE "/tafels", "thema=99999&rondes=3&stoelen=8", &editor, 422);
    (void)sent(&c, NEW_ONE "/tafels", "thema=1&rondes=25&stoelen=8", &editor, 422);
    (void)sent(&c, NEW_ONE "/tafels", "thema=1&rondes=-1&stoelen=0", &editor, 422);
    city_close(&c);
}

static void a_host_leads_the_same_table_in_each_round(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    (void)taken(&c, NEW_ONE "/tafels",
                arena_format(&c.arena, "thema=%lld&rondes=2&stoelen=8", (long long)c.bank).s,
                &editor);
    const char *table = first_link(&c, NEW_ONE "/tafels");
    const char *body = arena_format(&c.arena,
                                    "thema=%lld&ronde=1&nummer=1&plek=bij+het+raam&stoelen=10"
                                    "&rolstoel=2&tolk=tr&leider-naam=Bo&notulist-naam=Cas"
                                    "&elke=1",
                                    (long long)c.bank)
                           .s;
    (void)taken(&c, table, based(&c, table, &editor, body), &editor);
    const struct str sheet = seen(&c, NEW_ONE "/draaiboek", &host, 200);
    const struct str second = str_from(sheet, str_find(sheet, STR("id=\"ronde-2\"")));
    CHECK_HAS(second, "bij het raam");
    CHECK_HAS(second, "Bo");
    CHECK_HAS(seen(&c, NEW_ONE "/tafels", &editor, 200), "2 voor een rolstoel");
    CHECK_NOT(history(&c), "Cas");
    static const char *const wrong[] = {
        "thema=%lld&ronde=2&nummer=1&stoelen=8",
        "thema=%lld&ronde=1&nummer=1&stoelen=2&rolstoel=3",
        "thema=%lld&ronde=1&nummer=1&stoelen=8&tolk=klingon",
        "thema=%lld&ronde=1&nummer=1&stoelen=8&leider=424242",
        "thema=%lld000&ronde=1&nummer=1&stoelen=8",
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        const char *mark = strstr(wrong[i], "%lld");
        const char *one = arena_format(&c.arena, "%.*s%lld%s", (int)(mark - wrong[i]), wrong[i],
                                       (long long)c.bank, mark + 4)
                              .s;
        (void)sent(&c, table, based(&c, table, &editor, one), &editor, 422);
    }
    city_close(&c);
}

static void like_the_last_time(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    (void)facts(&c, "openbaar=1&plekken=40&notitie=Sleutel+bij+Dee");
    (void)taken(&c, NEW_ONE "/programma",
                "begin=19%3A30&soort=music&wat=Fanfare&wie=Ada&klaar=Podium", &editor);
    (void)taken(&c, NEW_ONE "/programma", "begin=17%3A00&soort=team&wat=Stoelen", &editor);
    (void)taken(&c, NEW_ONE "/tafels",
                arena_format(&c.arena, "thema=%lld&rondes=2&stoelen=7", (long long)c.bank).s,
                &editor);
    CHECK_STR(taken(&c, LIST "/nieuw", "naam=Avond+in+mei&dag=2025-05-07&zoals=avond-in-mei",
                    &editor),
              NEW_ONE "-2?gedaan=erbij");
    const struct str sheet = seen(&c, NEW_ONE "-2/draaiboek", &host, 200);
    CHECK_HAS(sheet, "Fanfare");
    CHECK_HAS(sheet, "Podium");
    CHECK_HAS(sheet, "Stoelen");
    CHECK_HAS(sheet, "Sleutel bij Dee");
    CHECK_HAS(sheet, "id=\"ronde-2\"");
    (void)seen(&c, "/wijk/bijeenkomst/avond-in-mei-2", &nobody, 404);
    (void)sent(&c, LIST "/nieuw", "naam=X&dag=2025-05-07&zoals=geen", &editor, 422);
    CHECK_NOT(seen(&c, LIST, &editor, 200), ">X<"); /* nothing half made */
    const int64_t gone = sql_number(c.store, "SELECT max(id) FROM gathering");
    (void)taken(&c, NEW_ONE "-2/weg", "", &editor);
    (void)seen(&c, NEW_ONE "-2", &editor, 404);
    (void)taken(&c, LIST "/nieuw", "naam=Avond+in+juni&dag=2025-06-04", &editor);
    CHECK(sql_number(c.store, "SELECT max(id) FROM gathering") >
          gone); /* links are made of it */
    CHECK_HAS(seen(&c, NEW_ONE "/draaiboek", &host, 200), "Fanfare");
    city_close(&c);
}

static void a_table_in_a_cafe(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    CHECK_STR(taken(&c, LIST "/cafe",
                    arena_format(&c.arena,
                                 "thema=%lld&plaats=Caf%%C3%%A9+De+Hoek&dag=2024-05-07"
                                 "&van=23%%3A30&leider=Bo&openbaar=1",
                                 (long long)c.lamp)
                        .s,
                    &editor),
              LIST "/de-lamp?gedaan=erbij");
    const struct str page = seen(&c, "/wijk/bijeenkomst/de-lamp", &nobody, 200);
    CHECK_HAS(page, "Café De Hoek");
    CHECK_HAS(page, "Het gesprek");
    CHECK_HAS(page, "tafel/1");
    CHECK_NOT(page, "Bo<");
    const struct str empty = sent(&c, LIST "/cafe", "plaats=&thema=7777", &editor, 422);
    CHECK_HAS(empty, "Schrijf waar u zit.");
    CHECK_HAS(empty, "Schrijf hoe laat u begint.");
    city_close(&c);
}

static void is_for_editors_and_the_evening_for_hosts(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    begin(&c);
    static const char *const pages[] = {
        LIST "/nieuw",        LIST "/cafe",      NEW_ONE,       NEW_ONE "/gegevens",
        NEW_ONE "/programma", NEW_ONE "/tafels", NEW_ONE "/weg"
    };
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        (void)seen(&c, pages[i], &nobody, 303);
        (void)seen(&c, pages[i], &host, 403);
        (void)seen(&c, pages[i], &writer, 403);
    }
    (void)sent(&c, LIST "/nieuw", "naam=X&dag=2024-05-07", &writer, 403);
    (void)seen(&c, NEW_ONE "/draaiboek", &nobody, 303);
    CHECK_HAS(seen(&c, LIST, &host, 200), NEW_ONE "/draaiboek");
    CHECK_NOT(seen(&c, NEW_ONE "/draaiboek", &host, 200), NEW_ONE "/gegevens");
    (void)seen(&c, LIST "/geen", &editor, 404);
    (void)seen(&c, LIST "/geen/draaiboek", &host, 404);
    CHECK_HAS(seen(&c, "/en" NEW_ONE "/tafels", &editor, 200), "Set up tables");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_knows_of_it_until_somebody_says_so),
        cmocka_unit_test(what_was_noted_keeps_its_place),
        cmocka_unit_test(facts_say_what_is_wrong),
        cmocka_unit_test(the_clock_decides_the_order),
        cmocka_unit_test(an_item_changes_and_goes),
        cmocka_unit_test(all_themes_in_all_rounds_at_once),
        cmocka_unit_test(a_host_leads_the_same_table_in_each_round),
        cmocka_unit_test(like_the_last_time),
        cmocka_unit_test(a_table_in_a_cafe),
        cmocka_unit_test(is_for_editors_and_the_evening_for_hosts),
    };
    return RUN_TESTS(tests);
}
