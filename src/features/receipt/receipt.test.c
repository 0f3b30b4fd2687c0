/* receipt.test.c — what the author of a voice sees and does with their code. */
#include "tests/city.h"

#include "features/history/history.h"

static struct city c;
static struct response res;
static char receipt[64]; /* "/bewijs/7k3m-0qxd-9vtb" */

static struct str page(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static void send_to(const char *address, const char *body)
{
    const struct try try = {
        .method = METHOD_POST, .address = address, .body = body, .now = { 1701000000 }
    };
    web_ask(c.store, c.db, &c.arena, &try, &res);
}
static void start(const char *body)
{
    c = (struct city){ 0 };
    city_open(&c, true);
    city_listens(&c);
    send_to("/waterstad/meepraten", body);
    assert_int_equal(res.status, 303);
    snprintf(receipt, sizeof receipt, "%.*s", STR_ARG(res.location.text));
}
static const char *at(const char *part)
{
    return arena_format(&c.arena, "%s%s", receipt, part).s;
}
static struct str shown(const char *part, int status)
{
    return city_page(&c, at(part), status);
}

/* ---- what the team does meanwhile ---- */

enum team { SHOW, HIDE, ASIDE, ANSWER };
static enum team act;
static enum err team_works(struct tx *tx, void *with)
{
    const int64_t *voice = with;
    int64_t id;
    struct request req = { .arena = &c.arena, .db = c.db, .now = { 1701000100 } };
    switch (act) {
    case SHOW: return voice_show(tx, &req, *voice, STR("Zonder naam"), NULL);
    case HIDE: return voice_hide(tx, &req, *voice, REASON_PERSONAL, NULL);
    case ASIDE: return voice_set_aside(tx, &req, *voice, REASON_UNCLEAR, NULL);
    case ANSWER: return message_add(tx, *voice, req.now, false, 0, STR("Dank"), &id);
    }
    return OK;
}
static void team(enum team what)
{
    struct voice_find_row row;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, 7, &row, &found));
    CHECK(found);
    act = what;
    CHECK_OK(store_write(c.store, team_works, &row.id));
}

static void the_way_of_a_voice_is_shown(void **state)
{
    (void)state;
    start("tekst=Mijn+woorden&mag=openbaar&thema=1");
    struct str p = shown("", 200);
    CHECK_HAS(p, "Dank u wel. Uw inbreng is binnen.");
    CHECK_HAS(p, "Mijn woorden");
    CHECK_HAS(p, "Iemand leest het nog na");
    CHECK_NOT(p, "bezwaar\"");
    team(SHOW);
    p = shown("", 200);
    CHECK_HAS(p, "Mijn woorden");
    CHECK_HAS(p, "Zonder naam");
    CHECK_HAS(p, "/waterstad/inbreng/7");
    CHECK_NOT(city_page(&c, "/waterstad/inbreng/7", 200), "Mijn woorden");
    city_close(&c);
}

static void a_code_is_found_as_it_is_typed(void **state)
{
    (void)state;
    start("tekst=Mijn+woorden&mag=team");
    struct try try = { .method = METHOD_GET,
                       .address = arena_format(&c.arena, "/bewijs?code=%s", receipt + 8).s,
                       .now = { 1701000000 } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    assert_int_equal(res.status, 303);
    CHECK_STR(res.location.text, receipt);
    CHECK(res.no_store && res.noindex);
    static const char *const wrong[] = { "/bewijs?code=0000-0000-0000", "/bewijs/niets",
                                         "/bewijs/0000-0000-0000",
                                         "/bewijs?code=%3Cscript%3E" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        try.address = wrong[i];
        web_ask(c.store, c.db, &c.arena, &try, &res);
        assert_int_equal(res.status, 404);
        CHECK_HAS(page(), "Deze code kennen wij niet");
        CHECK_NOT(page(), "<script>");
    }
    city_page(&c, "/bewijs/0000-0000-0000/alles", 404);
    send_to("/bewijs/0000-0000-0000/intrekken", "");
    assert_int_equal(res.status, 404);
    city_close(&c);
}

static void messages_go_to_and_fro(void **state)
{
    (void)state;
    start("tekst=Mijn+woorden&mag=team");
    send_to(at("/bericht"), "tekst=");
    assert_int_equal(res.status, 422);
    send_to(at("/bericht"), "tekst=Hoort+u+mij%3F");
    assert_int_equal(res.status, 303);
    team(ANSWER);
    const struct str p = shown("?gedaan=bericht", 200);
    CHECK_HAS(p, "Hoort u mij?");
    CHECK_HAS(p, "Dank");
    CHECK_HAS(p, "Uw bericht is verstuurd.");
    city_close(&c);
}

static struct str newest_row(void)
{
    const struct str p = shown("/verbeteren", 200);
    const struct str from = str_from(p, str_find(p, STR("name=\"was\" value=\"")) + 18);
    return str_upto(from, str_find(from, STR("\"")));
}

static void a_correction_replaces_or_waits_again(void **state)
{
    (void)state;
    start("tekst=Eerste+woorden&mag=openbaar");
    const struct str was = newest_row();
    send_to(at("/verbeteren"), arena_format(&c.arena, "tekst=Tweede&was=%.*s", STR_ARG(was)).s);
    assert_int_equal(res.status, 303);
    CHECK_NOT(shown("", 200), "Eerste woorden");
    CHECK_NOT(shown("/alles", 200), "Eerste woorden");
    /* Based on what is no longer so. */
    send_to(at("/verbeteren"), arena_format(&c.arena, "tekst=Derde&was=%.*s", STR_ARG(was)).s);
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Tweede");
    CHECK_HAS(page(), "Derde");
    team(SHOW);
    send_to(at("/verbeteren"),
            arena_format(&c.arena, "tekst=Vierde&was=%.*s", STR_ARG(newest_row())).s);
    assert_int_equal(res.status, 303);
    city_page(&c, "/waterstad/inbreng/7", 404);
    CHECK_HAS(shown("", 200), "Vierde");
    city_close(&c);
}

static void who_does_not_agree_can_say_so_once(void **state)
{
    (void)state;
    start("tekst=Mijn+woorden&mag=openbaar");
    city_page(&c, at("/bezwaar"), 409);
    team(HIDE);
    CHECK_HAS(shown("", 200), "Hierin staat iets persoonlijks.");
    send_to(at("/bezwaar"), "tekst=Het+is+mijn+eigen+naam");
    assert_int_equal(res.status, 303);
    CHECK_HAS(shown("", 200), "Het is mijn eigen naam");
    send_to(at("/bezwaar"), "tekst=Nog+eens");
    assert_int_equal(res.status, 409);
    city_close(&c);
    start("tekst=Mijn+woorden&mag=openbaar");
    team(ASIDE);
    CHECK_HAS(shown("", 200), "Wij begrepen niet goed wat hiermee bedoeld is.");
    CHECK_HAS(shown("/bezwaar", 200), "Wij begrepen niet goed");
    city_close(&c);
}

static void what_is_withdrawn_is_gone(void **state)
{
    (void)state;
    start("tekst=Mijn+woorden&mag=openbaar");
    team(SHOW);
    send_to(at("/bericht"), "tekst=Geheim+bericht");
    CHECK_HAS(shown("/intrekken", 200), "Weet u het zeker?");
    CHECK_HAS(shown("", 200), "Mijn woorden"); /* asking did nothing */
    send_to(at("/intrekken"), "");
    assert_int_equal(res.status, 303);
    const struct str p = shown("?gedaan=ingetrokken", 200);
    CHECK_HAS(p, "U hebt uw inbreng ingetrokken");
    CHECK_NOT(p, "Mijn woorden");
    CHECK_NOT(p, "Geheim");
    CHECK_NOT(shown("/alles", 200), "Mijn woorden");
    city_page(&c, "/waterstad/inbreng/7", 410);
    send_to(at("/bericht"), "tekst=Toch");
    assert_int_equal(res.status, 410);
    send_to(at("/intrekken"), "");
    assert_int_equal(res.status, 410);
    city_close(&c);
}

static void everything_kept_is_in_the_file(void **state)
{
    (void)state;
    start("tekst=Mijn+%22woorden%22&mag=team&jong=1&ouder=1");
    send_to(at("/bericht"), "tekst=Hallo");
    const struct str all = shown("/alles", 200);
    CHECK_HAS(all, "Mijn \\\"woorden\\\"");
    CHECK_HAS(all, "\"under_sixteen_with_a_parent\": true");
    CHECK_HAS(all, "Hallo");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_of_a_voice_is_shown),
        cmocka_unit_test(a_code_is_found_as_it_is_typed),
        cmocka_unit_test(messages_go_to_and_fro),
        cmocka_unit_test(a_correction_replaces_or_waits_again),
        cmocka_unit_test(who_does_not_agree_can_say_so_once),
        cmocka_unit_test(what_is_withdrawn_is_gone),
        cmocka_unit_test(everything_kept_is_in_the_file),
    };
    return RUN_TESTS(tests);
}
