/* contribute.test.c — what residents send from home, in every way they could. */
#include "tests/city.h"

#include "features/contribute/contribute.h"

static struct city c;
static struct response res;

static void start(bool open)
{
    c = (struct city){ 0 };
    city_open(&c, true);
    if (open) city_listens(&c);
}
static struct str page(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static int64_t voices(void)
{
    struct voice_last_row row;
    bool found;
    CHECK_OK(voice_last(c.db, &c.arena, c.dialogue, &row, &found));
    return row.number;
}
static void send_to(const char *address, const char *body)
{
    const struct try try = {
        .method = METHOD_POST, .address = address, .body = body, .now = { 1701000000 }
    };
    web_ask(c.store, c.db, &c.arena, &try, &res);
}
static struct voice_state_row newest(void)
{
    struct voice_find_row id;
    struct voice_state_row row;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, voices(), &id, &found));
    CHECK_OK(voice_state(c.db, &c.arena, id.id, &row, &found));
    CHECK(found);
    return row;
}

static void a_voice_is_kept_and_its_sender_led_to_a_receipt(void **state)
{
    (void)state;
    start(true);
    send_to("/waterstad/meepraten",
            "tekst=Meer+%3Cb%3Egroen%3C%2Fb%3E&mag=openbaar&soort=needed");
    assert_int_equal(res.status, 303);
    CHECK(str_starts(res.location.text, STR("/bewijs/")));
    assert_int_equal(res.location.text.n, sizeof "/bewijs/7k3m-0qxd-9vtb" - 1);
    const struct voice_state_row v = newest();
    CHECK_STR(v.body, "Meer <b>groen</b>");
    CHECK_STR(v.lang, "nl");
    assert_int_equal(v.kind, KIND_NEEDED);
    assert_int_equal(v.visibility, VISIBILITY_WAITING);
    city_page(&c, "/waterstad/inbreng/7", 404);
    city_close(&c);
}

static void each_consent_is_kept(void **state)
{
    static const char *const said[] = { "openbaar", "team", "tellen" };
    (void)state;
    start(true);
    for (int i = 0; i < 3; i++) {
        send_to("/waterstad/meepraten",
                arena_format(&c.arena, "tekst=Zo%d&mag=%s&taal=tr", i, said[i]).s);
        assert_int_equal(res.status, 303);
        assert_int_equal(newest().consent, i);
        CHECK_STR(newest().lang, "tr");
    }
    assert_int_equal(newest().account, ACCOUNT_ONLY_COUNTED);
    city_close(&c);
}

static void nothing_is_chosen_for_anybody(void **state)
{
    (void)state;
    start(true);
    CHECK_NOT(city_page(&c, "/waterstad/meepraten", 200), " checked");
    send_to("/waterstad/meepraten", "tekst=Wat+ik+typte");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Kies wat wij met uw inbreng mogen doen.");
    CHECK_HAS(page(), "Wat ik typte");
    CHECK_NOT(page(), " checked");
    assert_int_equal(voices(), 6);
    city_close(&c);
}

static void everything_wrong_keeps_what_was_typed(void **state)
{
    (void)state;
    start(true);
    send_to("/ar/waterstad/meepraten",
            "tekst=&thema=77&wijk=99&soort=raar&mag=niets&jong=1&taal=xx");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "dir=\"rtl\"");
    send_to("/waterstad/meepraten/verhaal",
            "titel=&tekst=Mijn+lange+verhaal&naam=Buurvrouw&mag=team&jong=1");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Geef uw verhaal een titel.");
    CHECK_HAS(page(), "Mijn lange verhaal");
    CHECK_HAS(page(), "Buurvrouw");
    send_to("/waterstad/meepraten", "tekst=Jong&mag=team&jong=1");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Vraag eerst of een ouder");
    send_to("/waterstad/meepraten", "tekst=Jong&mag=team&jong=1&ouder=1");
    assert_int_equal(res.status, 303);
    CHECK(newest().young);
    send_to("/waterstad/meepraten", "tekst=Elders&mag=team&thema=99");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Dit thema is er niet meer.");
    city_close(&c);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    start(true);
    send_to("/waterstad/meepraten",
            "tekst=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&mag=");
    assert_int_equal(res.status, 422);
    CHECK_NOT(page(), "<script>alert");
    CHECK_HAS(page(), "&lt;script&gt;alert");
    send_to("/waterstad/meepraten", "tekst=a%00b&mag=team");
    assert_int_equal(res.status, 400);
    send_to("/waterstad/meepraten", "tekst=%FF%FE&mag=team");
    assert_int_equal(res.status, 400);
    assert_int_equal(voices(), 6);
    city_close(&c);
}

static void a_story_has_a_title_and_who_tells_it(void **state)
{
    (void)state;
    start(true);
    send_to("/waterstad/meepraten/verhaal",
            "titel=De+brug&tekst=Er+was+eens&naam=Een+vader&mag=openbaar");
    assert_int_equal(res.status, 303);
    assert_int_equal(newest().kind, KIND_STORY);
    CHECK_HAS(city_page(&c, "/waterstad/verhaal/verhaal-7", 404), "niet te lezen");
    CHECK_NOT(city_page(&c, "/waterstad/verhalen", 200), "De brug");
    city_close(&c);
}

static void arabic_letters_are_arabic(void **state)
{
    (void)state;
    start(true);
    send_to("/waterstad/meepraten",
            "tekst=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7&mag=openbaar&taal=nl");
    CHECK_STR(newest().lang, "ar");
    send_to("/eenvoudig/waterstad/meepraten", "tekst=Hoi&mag=openbaar");
    CHECK_STR(newest().lang, "nl");
    city_close(&c);
}

static void who_does_not_listen_takes_nothing(void **state)
{
    (void)state;
    start(false);
    CHECK_HAS(city_page(&c, "/waterstad/meepraten", 200), "Meepraten kan nu niet");
    CHECK_NOT(city_page(&c, "/waterstad", 200), "meepraten");
    send_to("/waterstad/meepraten", "tekst=Te+laat&mag=openbaar");
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Te laat");
    assert_int_equal(voices(), 6);
    city_listens(&c);
    CHECK_HAS(city_page(&c, "/waterstad", 200), "href=\"/waterstad/meepraten\"");
    CHECK_HAS(city_page(&c, "/waterstad/thema/hulp", 200), "/waterstad/meepraten?thema=hulp");
    CHECK_HAS(city_page(&c, "/waterstad/meepraten?thema=hulp", 200), " selected");
    city_close(&c);
}

static void it_is_no_help_line(void **state)
{
    (void)state;
    start(true);
    static const char *const numbers[] = { "tel:112\"", "tel:113\"", "tel:08000113\"",
                                           "tel:08002000\"", "tel:08000432\"" };
    const struct str form = city_page(&c, "/waterstad/meepraten", 200);
    for (size_t i = 0; i < COUNT_OF(numbers); i++) CHECK_HAS(form, numbers[i]);
    city_close(&c);
}

static void only_sound_is_sound(void **state)
{
    static const char nothing[80] = "GIF89a";
    static char webm[80] = "\x1A\x45\xDF\xA3", mp4[80] = "....ftypM4A ";
    (void)state;
    CHECK_STR(sound_type((struct str){ webm, 80 }), "audio/webm");
    CHECK_STR(sound_type((struct str){ mp4, 80 }), "audio/mp4");
    assert_int_equal(sound_type((struct str){ webm, 20 }).n, 0);
    assert_int_equal(sound_type((struct str){ nothing, 80 }).n, 0);
    assert_int_equal(sound_type(STR("")).n, 0);
    start(true);
    send_to("/waterstad/meepraten/inspreken", "geluid=tekst&mag=team");
    assert_int_equal(res.status, 422);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_voice_is_kept_and_its_sender_led_to_a_receipt),
        cmocka_unit_test(each_consent_is_kept),
        cmocka_unit_test(nothing_is_chosen_for_anybody),
        cmocka_unit_test(everything_wrong_keeps_what_was_typed),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(a_story_has_a_title_and_who_tells_it),
        cmocka_unit_test(arabic_letters_are_arabic),
        cmocka_unit_test(who_does_not_listen_takes_nothing),
        cmocka_unit_test(it_is_no_help_line),
        cmocka_unit_test(only_sound_is_sound),
    };
    return RUN_TESTS(tests);
}
