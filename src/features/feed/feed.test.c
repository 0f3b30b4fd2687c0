/* feed.test.c — a feed that any reader can read, a calendar that any calendar takes; ids that stay. */
#include "features/deeds/deeds.test.h"
#include "tests/sql.h"

#define ATOM "/waterstad/daden.atom"
#define DUE "/waterstad/daden.ics"

static const struct visitor nobody = { 0 };

static struct str seen(const char *address)
{
    struct visitor v = nobody;
    return arena_copy(&c.arena, ask(&v, METHOD_GET, address, NULL, 200));
}

/* A promise that was moved, did something, and has hostile words. */
static void chain(void)
{
    advise();
    answer();
    promise();
    filled(DESK "toezeggingen/1/datum", "voor=2023-12-31&reden=De+%3Cgrond%3E+is+%26+nat", 303);
    filled(DESK "toezeggingen/1/daad", "dag=2023-11-25&tekst=Vier+%22bankjes%22+%3Cb%3E", 303);
}

/* Every tag that opens closes, in its order; text holds no bare mark; gives how many entries there are. */
static size_t well_formed(struct str xml)
{
    struct str open[16];
    size_t depth = 0, entries = 0;
    CHECK(str_starts(xml, STR("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed ")));
    struct str rest = str_from(xml, str_find(xml, STR("<feed")));
    while (rest.n) {
        const size_t at = str_find(rest, STR("<"));
        if (at == SIZE_MAX) break;
        rest = str_from(rest, at + 1);
        const size_t end = str_find(rest, STR(">"));
        CHECK(end != SIZE_MAX);
        const struct str tag = str_upto(rest, end);
        CHECK(str_find(tag, STR("<")) == SIZE_MAX);
        if (tag.s[0] == '/') {
            CHECK(depth && str_eq(str_from(tag, 1), open[depth - 1]));
            depth--;
        } else if (tag.s[tag.n - 1] != '/') {
            CHECK(depth < 16);
            size_t name = str_find(tag, STR(" "));
            open[depth++] = str_upto(tag, name == SIZE_MAX ? tag.n : name);
            entries += str_eq(open[depth - 1], STR("entry"));
        }
        rest = str_from(rest, end + 1);
    }
    CHECK(!depth);
    return entries;
}

/* What RFC 4287 asks of a feed and of each entry: id, title, updated; an author; a link to itself. */
static void complete(struct str xml)
{
    static const char *const needed[] = { "<id>", "<title", "<updated>",
                                          "<link rel=\"alternate\"" };
    CHECK_HAS(xml, "<author><name>");
    CHECK_HAS(xml, "<link rel=\"self\" type=\"application/atom+xml\"");
    struct str rest = str_from(xml, str_find(xml, STR("<entry>")));
    while (str_starts(rest, STR("<entry>"))) {
        const size_t end = str_find(rest, STR("</entry>\n"));
        CHECK(end != SIZE_MAX);
        const struct str entry = str_upto(rest, end);
        for (size_t i = 0; i < COUNT_OF(needed); i++) CHECK_HAS(entry, needed[i]);
        rest = str_from(rest, end + 9);
    }
}

static void a_feed_tells_what_happened_newest_first(void **state)
{
    (void)state;
    start();
    chain();
    const struct str xml = seen(ATOM);
    CHECK(well_formed(xml) == 5);
    complete(xml);
    CHECK(str_find(xml, STR("Verschoven: Tien bankjes")) <
          str_find(xml, STR("Daad: Tien bankjes")));
    CHECK(str_find(xml, STR("Daad: Tien bankjes")) <
          str_find(xml, STR("Advies: Zet bankjes neer")));
    CHECK_HAS(xml, "<id>tag:localhost:8080,2023:waterstad/toezegging/1/daad/1</id>");
    CHECK_HAS(xml, "/waterstad/toezegging/1#daad-1");
    CHECK_HAS(xml, "<updated>2023-11-25T00:00:00Z</updated>");
    CHECK_NOT(xml, "<grond>");
    CHECK_NOT(xml, "<b>");
    CHECK_HAS(seen("/en" ATOM), "<title xml:lang=\"en\">Advice: Put benches</title>");
    stop();
}

static void nothing_that_is_not_public_is_in_it(void **state)
{
    (void)state;
    start();
    chain();
    filled(DESK "adviezen/nieuw", "soort=goes-well&titel=GEHEIM", 303);
    filled(DESK "toezeggingen/1/notitie", "tekst=TEAMNOTITIE", 303);
    CHECK_NOT(seen(ATOM), "GEHEIM");
    CHECK_NOT(seen(ATOM), "TEAMNOTITIE");
    stop();
}

static void it_can_be_of_a_theme_or_an_owner(void **state)
{
    (void)state;
    struct visitor v = nobody;
    start();
    chain();
    CHECK(well_formed(seen(ATOM "?eigenaar=beheer-en-wijken")) == 3);
    CHECK_HAS(seen(DUE "?eigenaar=beheer-en-wijken"), "Tien bankjes");
    ask(&v, METHOD_GET, ATOM "?thema=bestaat-niet", NULL, 404);
    ask(&v, METHOD_GET, DUE "?eigenaar=bestaat-niet", NULL, 404);
    sql_run(c.store,
            "INSERT INTO department (dialogue, slug, position, name, name_en, portfolio) "
            "SELECT dialogue, 'leeg', 9, 'Leeg', '', '' FROM department");
    CHECK(well_formed(seen(ATOM "?eigenaar=leeg")) == 0);
    CHECK_HAS(seen("/waterstad/daden"), "type=\"application/atom+xml\"");
    stop();
}

static void a_calendar_has_what_is_open(void **state)
{
    (void)state;
    start();
    chain();
    struct str file = seen(DUE);
    CHECK_HAS(file, "UID:toezegging-waterstad-1@localhost:8080\r\n");
    CHECK_HAS(file, "DTSTART;VALUE=DATE:20231231\r\n");
    CHECK_HAS(file, "SEQUENCE:1\r\n");
    CHECK_HAS(file, "DTSTAMP:20231126T000000Z\r\n");
    CHECK(str_eq(file, seen(DUE))); /* the same bytes until something changes */
    filled(DESK "toezeggingen/1/stand", "stand=done&dag=2023-11-26", 303);
    CHECK_NOT(seen(DUE), "BEGIN:VEVENT");
    CHECK_HAS(seen(ATOM), "Gedaan: Tien bankjes");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feed_tells_what_happened_newest_first),
        cmocka_unit_test(nothing_that_is_not_public_is_in_it),
        cmocka_unit_test(it_can_be_of_a_theme_or_an_owner),
        cmocka_unit_test(a_calendar_has_what_is_open),
    };
    return RUN_TESTS(tests);
}
