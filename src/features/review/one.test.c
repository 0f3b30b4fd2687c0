/* one.test.c — one voice: what is decided about it, its words, objections and care. */
#include "features/review/testing.h"

#include "tests/sql.h"

#define ONE "/waterstad/beheer/nakijken/%lld"
#define MESSAGES "/waterstad/beheer/nakijken/berichten"
#define OBJECTION "/waterstad/beheer/nakijken/bezwaar/%lld"
#define CARE "/waterstad/beheer/zorg/%lld"

static struct str posting(int64_t number, const char *rest)
{
    return arena_format(&c.arena, "gezien=%lld&%s", (long long)seen_of(number), rest);
}
static bool has(struct str page, const char *what)
{
    return str_find(page, str_of(what)) != SIZE_MAX;
}

static void a_name_is_left_out_of_what_others_read(void **state)
{
    (void)state;
    start();
    const int64_t n = comes_in("Vraag mevrouw Jansen om een <i>bankje</i>."),
                  next = comes_in("Twee.");
    const struct str page = get(&anna, text_of(ONE, (long long)n));
    CHECK_HAS(page,
              "<mark class=\"dlg-mark dlg-mark--person\" title=\"Misschien een naam\">Jansen");
    CHECK_HAS(page, "name=\"weg\" value=\"1\"");
    CHECK(!has(page, "<i>bankje"));
    const struct str to = post(&anna, text_of(ONE, (long long)n),
                               posting(n, "doe=toon&weg=1&tekst=Vraag+mevrouw+Jansen+om+een+%"
                                          "3Ci%3Ebankje%3C%2Fi%3E.&thema=hulp&soort=tip"));
    CHECK_HAS(to, text_of("/nakijken/%lld?gedaan=", (long long)next)); /* on to the next */
    CHECK_STR(state_of(n).body, "Vraag mevrouw [naam weggelaten] om een <i>bankje</i>.");
    CHECK_STR(state_of(n).said, "Vraag mevrouw Jansen om een <i>bankje</i>.");
    assert_int_equal(state_of(n).visibility, VISIBILITY_SHOWN);
    assert_int_equal(state_of(n).kind, KIND_TIP);
    assert_int_equal(state_of(n).theme, c.themes[0]);
    CHECK(!has(city_page(&c, text_of("/waterstad/inbreng/%lld", (long long)n), 200), "Jansen"));
    CHECK_HAS(get(&anna, text_of(ONE, (long long)n)),
              "Jansen</mark>"); /* the team still reads it */
    /* Taken back in one go: words, place and decision. */
    post(&anna, "/waterstad/beheer/nakijken/terugdraaien",
         arena_format(&c.arena, "batch=%lld", (long long)number_in(to, "gedaan=")));
    CHECK_STR(state_of(n).body, "Vraag mevrouw Jansen om een <i>bankje</i>.");
    assert_int_equal(state_of(n).state, CHECK_WAITING);
    CHECK(!state_of(n).has_theme);
    stop();
}

static void each_decision_leads_on(void **state)
{
    (void)state;
    start();
    const int64_t a = comes_in("Een."), b = comes_in("Twee."), d = comes_in("Drie.");
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(ONE, (long long)a),
                  posting(a, "doe=verberg&tekst=Een.").s, 422),
              "Kies waarom deze inbreng niet te zien is.");
    CHECK_HAS(post(&anna, text_of(ONE, (long long)a),
                   posting(a, "doe=verberg&reden=harmful&tekst=Een.")),
              text_of("/nakijken/%lld?", (long long)b));
    assert_int_equal(state_of(a).hidden_for, REASON_HARMFUL);
    CHECK_HAS(post(&anna, text_of(ONE, (long long)b), posting(b, "doe=tel&tekst=Twee.")),
              text_of("/nakijken/%lld?", (long long)d));
    assert_int_equal(state_of(b).account, ACCOUNT_ONLY_COUNTED);
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(ONE, (long long)d),
                  posting(d, "doe=toon&tekst=").s, 422),
              "Laat iets staan, of laat de inbreng niet zien.");
    post(&anna, text_of(ONE, (long long)d), posting(d, "doe=bewaar&tekst=Drie.&soort=tip"));
    assert_int_equal(state_of(d).state, CHECK_WAITING);
    assert_int_equal(state_of(d).kind, KIND_TIP);
    CHECK_HAS(post(&anna, text_of(ONE, (long long)d), posting(d, "doe=toon&tekst=Drie.")),
              "/nakijken?gedaan=");
    ask(&anna, METHOD_GET, "/waterstad/beheer/nakijken/999", NULL, 404);
    stop();
}

static void two_editors_do_not_overwrite_each_other(void **state)
{
    (void)state;
    start();
    const int64_t n = comes_in("Een bankje.");
    const struct str old = posting(n, "doe=toon&tekst=Een+bankje+van+Anna");
    post(&bram, text_of(ONE, (long long)n),
         posting(n, "doe=verberg&reden=double&tekst=Een+bankje."));
    const struct str page = ask(&anna, METHOD_POST, text_of(ONE, (long long)n), old.s, 422);
    CHECK_HAS(page, "Een collega veranderde deze inbreng.");
    CHECK_HAS(page, "Een bankje van Anna"); /* what she typed is still there */
    assert_int_equal(state_of(n).visibility, VISIBILITY_HIDDEN);
    CHECK_HAS(page, "Bram");
    stop();
}

static void language_translation_and_message_stand_beside(void **state)
{
    struct messages_of_row *messages;
    size_t messages_n;
    (void)state;
    start();
    in.lang = STR("nl");
    const int64_t n = comes_in("Parkta bank yok");
    post(&anna, text_of(ONE, (long long)n),
         posting(n, "doe=bewaar&tekst=Parkta+bank+yok&taal=tr&in-nl=Geen+bank+in+het+park&"
                    "bericht=Dank+u"));
    CHECK_STR(state_of(n).lang, "tr");
    const struct str page = get(&anna, text_of(ONE, (long long)n));
    CHECK_HAS(page, "Geen bank in het park</textarea>");
    CHECK_HAS(page, "Dank u");
    CHECK_HAS(page, "lang=\"tr\"");
    struct voice_find_row v;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, n, &v, &found));
    CHECK_OK(messages_of(c.db, &c.arena, v.id, &messages, &messages_n));
    assert_int_equal(messages_n, 1);
    CHECK(messages[0].has_person);
    in = (struct received){ 0 };
    stop();
}

/* ---- what its writer says about it ---- */

struct said {
    int64_t voice;
    const char *body;
};
static enum err says(struct tx *tx, void *with)
{
    const struct said *s = with;
    int64_t id;
    return message_add(tx, s->voice, now, false, 0, str_of(s->body), &id);
}
/* Gives the number of the message. */
static int64_t its_writer_says(int64_t number, const char *body)
{
    struct voice_find_row v;
    bool found;
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, number, &v, &found));
    CHECK_OK(store_write(c.store, says, &(struct said){ v.id, body }));
    return sql_number(c.store, "SELECT max(id) FROM message");
}

static void a_message_waits_until_somebody_read_it(void **state)
{
    (void)state;
    start();
    CHECK_HAS(get(&anna, MESSAGES), "Er wacht geen bericht.");
    const int64_t a = comes_in("Een bankje bij de vijver."), b = comes_in("Meer licht.");
    its_writer_says(a, "Ik bedoel <b>de andere</b> vijver.");
    const int64_t newest = its_writer_says(a, "Of beide vijvers.");
    its_writer_says(b, "Vooral bij het fietspad.");
    struct str page = get(&anna, MESSAGES);
    CHECK_HAS(page, "Of beide vijvers.");
    CHECK_HAS(page, "Een bankje bij de vijver.");
    CHECK_HAS(page, "Vooral bij het fietspad.");
    CHECK(str_find(page, STR("de andere")) == SIZE_MAX); /* it stands with the voice */
    CHECK_HAS(get(&anna, text_of(ONE, (long long)a)), "&lt;b&gt;de andere");

    CHECK_HAS(post(&anna, MESSAGES, str_of(text_of("bericht=%lld", (long long)newest))),
              "gedaan=gelezen");
    page = get(&anna, MESSAGES "?gedaan=gelezen");
    CHECK_HAS(page, "Het bericht is gelezen.");
    CHECK(str_find(page, STR("Of beide vijvers.")) == SIZE_MAX);
    post(&anna, text_of(ONE, (long long)b), posting(b, "doe=bewaar&tekst=x&bericht=Dank+u"));
    CHECK_HAS(get(&anna, MESSAGES), "Er wacht geen bericht."); /* an answer reads it too */
    its_writer_says(b, "En bij de brug.");
    CHECK_HAS(get(&anna, MESSAGES), "En bij de brug.");
    ask(&wies, METHOD_GET, MESSAGES, NULL, 403);
    ask(&wies, METHOD_POST, MESSAGES, "bericht=1", 403);
    stop();
}

static void a_recording_is_typed_out_and_gone(void **state)
{
    (void)state;
    start();
    in.sound = STR("RIFFgeluid");
    in.sound_type = STR("audio/wav");
    in.channel = CHANNEL_SPOKEN;
    const int64_t n = comes_in("");
    in = (struct received){ 0 };
    CHECK_HAS(get(&anna, text_of(ONE, (long long)n)), "<audio");
    CHECK_STR(get(&anna, text_of(ONE "/geluid", (long long)n)), "RIFFgeluid");
    assert_int_equal(res.content, CONTENT_WAV);
    CHECK(res.no_store);
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(ONE, (long long)n),
                  posting(n, "doe=toon&tekst=").s, 422),
              "Schrijf eerst op wat er gezegd is.");
    post(&anna, text_of(ONE, (long long)n), posting(n, "doe=bewaar&taal=nl&tekst=Meer+licht"));
    CHECK_STR(state_of(n).body, "Meer licht");
    assert_int_equal(state_of(n).state, CHECK_WAITING);
    ask(&anna, METHOD_GET, text_of(ONE "/geluid", (long long)n), NULL, 404);
    stop();
}

/* ---- objections ---- */

static int64_t objected;
static enum err objects(struct tx *tx, void *with)
{
    const int64_t *voice = with;
    return objection_add(tx, *voice, c.dialogue, now, STR("Dit is <b>niet</b> waar."),
                         &objected);
}

static void somebody_else_decides_about_an_objection(void **state)
{
    struct voice_find_row v;
    bool found;
    (void)state;
    start();
    const int64_t n = comes_in("Een bankje.");
    post(&anna, text_of(ONE, (long long)n),
         posting(n, "doe=verberg&reden=harmful&tekst=Een+bankje."));
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, n, &v, &found));
    CHECK_OK(store_write(c.store, objects, &v.id));
    const struct str list = get(&anna, "/waterstad/beheer/nakijken/bezwaren");
    CHECK_HAS(list, "Dit is &lt;b&gt;niet&lt;/b&gt; waar.");
    CHECK_HAS(list, "Voor een collega");
    CHECK(!has(get(&bram, "/waterstad/beheer/nakijken/bezwaren"), "Voor een collega"));
    const char *one = text_of(OBJECTION, (long long)objected);
    CHECK(!has(get(&anna, one), "name=\"antwoord\""));
    CHECK_HAS(ask(&anna, METHOD_POST, one, "gelijk=ja&antwoord=Ja", 422),
              "U besliste eerder over deze inbreng.");
    assert_int_equal(state_of(n).visibility, VISIBILITY_HIDDEN);
    CHECK_HAS(ask(&bram, METHOD_POST, one, "antwoord=Ja", 422),
              "Kies of de schrijver gelijk krijgt.");
    CHECK_HAS(ask(&bram, METHOD_POST, one, "gelijk=ja", 422), "Schrijf een antwoord.");
    post(&bram, one, STR("gelijk=ja&antwoord=U+hebt+gelijk."));
    assert_int_equal(state_of(n).visibility, VISIBILITY_SHOWN);
    CHECK_HAS(ask(&bram, METHOD_POST, one, "gelijk=nee&antwoord=Toch+niet", 422),
              "Een collega heeft dit bezwaar al beantwoord.");
    CHECK_HAS(get(&anna, "/waterstad/beheer/nakijken/bezwaren"), "Er wacht geen bezwaar.");
    ask(&wies, METHOD_GET, one, NULL, 403);
    ask(&bram, METHOD_GET, text_of(OBJECTION, (long long)999), NULL, 404);
    stop();
}

/* ---- care ---- */

static void whoever_asks_for_help_gets_an_owner_and_a_day(void **state)
{
    struct care_of_row care;
    struct voice_find_row v;
    bool found;
    (void)state;
    start();
    const int64_t n = comes_in("Help mij, ik heb honger.");
    CHECK_HAS(get(&anna, text_of(ONE, (long long)n)), "Vraagt hier iemand om hulp?");
    CHECK_HAS(get(&anna, text_of(CARE, (long long)n)),
              "value=\"2023-11-27\""); /* the day after Sunday the 26th */
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(CARE, (long long)n),
                  "doe=bewaar&wie=3&voor=2023-11-27", 422),
              "Kies wie dit doet."); /* a writer is no owner */
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(CARE, (long long)n), "doe=bewaar&wie=2", 422),
              "Kies een dag.");
    post(&anna, text_of(CARE, (long long)n),
         STR("doe=bewaar&wie=2&voor=2023-11-20&weet=GEHEIMENOTITIE"));
    const struct str list = get(&anna, "/waterstad/beheer/zorg");
    CHECK_HAS(list, "Te laat: 5 dagen");
    CHECK_HAS(list, "Bram");
    CHECK_HAS(get(&bram, "/waterstad/beheer/zorg"), "voor u");
    post(&bram, text_of(CARE, (long long)n),
         STR("doe=bewaar&wie=1&voor=2023-11-28&weet=GEHEIMENOTITIE"));
    CHECK_HAS(get(&anna, "/waterstad/beheer/zorg"), "Voor 28 november 2023");
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(CARE, (long long)n), "doe=sluit", 422),
              "Kies hoe het afliep.");
    post(&anna, text_of(CARE, (long long)n), STR("doe=sluit&uitkomst=helped"));
    CHECK_OK(voice_find(c.db, &c.arena, c.dialogue, n, &v, &found));
    CHECK_OK(care_of(c.db, &c.arena, v.id, &care, &found));
    CHECK(found && care.has_closed && !care.note.n);
    CHECK_HAS(get(&anna, "/waterstad/beheer/zorg"), "Niemand wacht op hulp van ons.");
    CHECK_HAS(
        ask(&anna, METHOD_POST, text_of(CARE, (long long)n), "doe=sluit&uitkomst=helped", 422),
        "Een collega heeft deze zorg al afgesloten.");
    assert_int_equal(state_of(n).state,
                     CHECK_WAITING); /* whether it is shown, is another thing */
    ask(&wies, METHOD_GET, "/waterstad/beheer/zorg", NULL, 403);
    stop();
}

static void a_voice_that_is_gone_is_left_alone(void **state)
{
    (void)state;
    start();
    const struct str page =
        get(&anna, text_of(ONE, (long long)2)); /* erased, and came with a folder */
    CHECK_HAS(page, "Gewist");
    CHECK(!has(page, "name=\"doe\""));
    CHECK_HAS(ask(&anna, METHOD_POST, text_of(ONE, (long long)2),
                  posting(2, "doe=toon&tekst=x").s, 422),
              "Deze inbreng is gewist.");
    /* One that came with a folder can still be hidden. */
    post(&anna, text_of(ONE, (long long)1),
         posting(1, "doe=verberg&reden=personal&tekst=x&thema=hulp"));
    assert_int_equal(state_of(1).visibility, VISIBILITY_HIDDEN);
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_left_out_of_what_others_read),
        cmocka_unit_test(each_decision_leads_on),
        cmocka_unit_test(two_editors_do_not_overwrite_each_other),
        cmocka_unit_test(language_translation_and_message_stand_beside),
        cmocka_unit_test(a_message_waits_until_somebody_read_it),
        cmocka_unit_test(a_recording_is_typed_out_and_gone),
        cmocka_unit_test(somebody_else_decides_about_an_objection),
        cmocka_unit_test(whoever_asks_for_help_gets_an_owner_and_a_day),
        cmocka_unit_test(a_voice_that_is_gone_is_left_alone),
    };
    return RUN_TESTS(tests);
}
