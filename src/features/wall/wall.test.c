/* wall.test.c — nothing shows on the wall that nobody let through; a host lets a note of this evening through
 * in one touch, and nothing else; what is on now follows the clock. */
#include "features/review/testing.h"

#include "features/wall/wall.h"

#define WALL "/waterstad/bijeenkomst/27-juni/muur"
#define PASS "/waterstad/beheer/muur/27-juni"

static struct visitor hans = { 3, WHO_HOST, { "Hans", 4 }, { "h", 1 } };

static int64_t noted(const char *body, enum consent consent, bool young)
{
    in = (struct received){ .at_table = c.tables[0],
                            .theme = c.themes[0],
                            .channel = CHANNEL_TABLE,
                            .consent = consent,
                            .young = young };
    comes_in(body);
    return got.voice;
}
static struct str wall(void)
{
    return city_page(&c, WALL, 200);
}
static struct str passes(struct visitor *who, int64_t voice, int status)
{
    return ask(who, METHOD_POST, arena_format(&c.arena, PASS "/%lld/toon", (long long)voice).s,
               "", status);
}

static void nothing_shows_unchecked(void **state)
{
    (void)state;
    start();
    const int64_t one = noted("Meer banken in het park.", CONSENT_PUBLIC, false);
    CHECK_NOT(wall(), "Meer banken");
    CHECK_NOT(wall(), "ONGELEZEN");
    CHECK_NOT(wall(), "VERBORGEN");
    CHECK_HAS(wall(), "2 keer inbreng wacht");
    CHECK_HAS(ask(&hans, METHOD_GET, PASS, NULL, 200), "Meer banken");
    passes(&hans, one, 303);
    CHECK_HAS(wall(), "Meer banken in het park.");
    CHECK_HAS(wall(), "Hulp dichtbij");
    CHECK_HAS(city_page(&c, WALL "/live", 200), "Meer banken in het park.");
    CHECK_HAS(city_page(&c, "/en" WALL, 200), "Help close by");
    CHECK_NOT(ask(&hans, METHOD_GET, PASS "?gedaan=getoond", NULL, 200), "Meer banken");
    passes(&hans, one, 409); /* it is decided */
    stop();
}

static void only_what_may_is_let_through(void **state)
{
    (void)state;
    start();
    const int64_t team = noted("Alleen voor het team.", CONSENT_TEAM, false),
                  counted = noted("Alleen tellen.", CONSENT_COUNTED, false),
                  young = noted("Ik ben twaalf.", CONSENT_PUBLIC, true),
                  name = noted("Bel mevrouw De Vries, 06-12345678.", CONSENT_PUBLIC, false),
                  need = noted("Help mij, ik wil niet meer leven.", CONSENT_PUBLIC, false),
                  fine = noted("Meer bomen.", CONSENT_PUBLIC, false);
    in = (struct received){ .theme = c.themes[0] };
    comes_in("Van huis ingebracht.");
    const int64_t home = got.voice;
    const struct str page = ask(&hans, METHOD_GET, PASS, NULL, 200);
    CHECK_NOT(page, "Alleen voor het team");
    CHECK_NOT(page, "Van huis");
    CHECK_HAS(page, "Meer bomen.");
    CHECK_HAS(page, "Een redacteur leest dit eerst");
    CHECK_NOT(page, "Lees met aandacht"); /* a host cannot */
    CHECK_HAS(ask(&anna, METHOD_GET, PASS, NULL, 200), "Lees met aandacht");
    passes(&hans, team, 409);
    passes(&hans, counted, 409);
    passes(&anna, home, 409);
    passes(&anna, young, 403);
    passes(&anna, name, 403);
    passes(&anna, need, 403);
    passes(&hans, 99999, 409);
    struct visitor reader = { 2, WHO_READER, { "Lies", 4 }, { "l", 1 } };
    passes(&reader, fine, 403);
    ask(&reader, METHOD_GET, PASS, NULL, 403);
    passes(&hans, fine, 303);
    const struct str after = wall();
    CHECK_HAS(after, "Meer bomen.");
    CHECK_NOT(after, "Vries");
    CHECK_NOT(after, "twaalf");
    CHECK_NOT(after, "Alleen");
    stop();
}

static void hostile_words_are_words(void **state)
{
    (void)state;
    start();
    passes(&hans,
           noted("<script>alert(1)</script> & \"'\ndata: nep\n\nid: 1", CONSENT_PUBLIC, false),
           303);
    CHECK_HAS(wall(), "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK_NOT(city_page(&c, WALL "/live", 200), "<script");
    stop();
}

struct item {
    const char *title;
    int minutes;
};
static enum err programme(struct tx *tx, void *with)
{
    static const struct item items[] = { { "Muziek", 0 },
                                         { "Ronde een", 13 * 60 },
                                         { "Slot", 21 * 60 } };
    int64_t id;
    (void)with;
    TRY(gathering_update(tx, c.evening, 1, day_at(now), false, (struct clock){ 0 }, false,
                         (struct clock){ 0 }, false, 0, false, false, 0));
    for (int i = 0; i < 3; i++) {
        TRY(programme_add(tx, c.evening, i + 1, true, (struct clock){ items[i].minutes },
                          PROGRAMME_OTHER, &id));
        TRY(programme_text_put(tx, id, STR("nl"), str_of(items[i].title), STR("")));
    }
    return OK;
}
static enum err quiet(struct tx *tx, void *with)
{
    int64_t id;
    (void)with;
    TRY(gathering_add(tx, c.dialogue, STR("straks"), 2, day_at(now), false, (struct clock){ 0 },
                      false, (struct clock){ 0 }, false, 0, false, false, 0, &id));
    TRY(gathering_text_put(tx, id, STR("nl"), STR("Straks"), STR(""), STR("")));
    return gathering_announce(tx, id, false);
}

static void it_says_what_is_on_now(void **state)
{
    (void)state;
    start();
    CHECK_NOT(wall(), "<strong>Nu</strong>");
    CHECK_OK(store_write(c.store, programme, NULL));
    CHECK_HAS(wall(), "<strong>Nu</strong> <span>Ronde een</span>"); /* 13.00 in Amsterdam */
    CHECK_HAS(wall(), "21.00 uur</time>: <span>Slot</span>");
    stop();
}

static void what_is_not_announced_has_no_wall(void **state)
{
    (void)state;
    start();
    city_page(&c, "/waterstad/bijeenkomst/28-juni/muur", 404);
    CHECK_OK(store_write(c.store, quiet, NULL));
    city_page(&c, "/waterstad/bijeenkomst/straks/muur", 404);
    city_page(&c, "/waterstad/bijeenkomst/straks/muur/live", 404);
    ask(&hans, METHOD_GET, "/waterstad/beheer/muur/straks", NULL, 200);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_shows_unchecked),
        cmocka_unit_test(only_what_may_is_let_through),
        cmocka_unit_test(hostile_words_are_words),
        cmocka_unit_test(it_says_what_is_on_now),
        cmocka_unit_test(what_is_not_announced_has_no_wall),
    };
    return RUN_TESTS(tests);
}
