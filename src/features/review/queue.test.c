/* queue.test.c — the list of what waits: what it shows, what is done from it, and taking that back. */
#include "features/review/testing.h"

#define QUEUE "/waterstad/beheer/nakijken"

static bool has(struct str page, const char *what)
{
    return str_find(page, str_of(what)) != SIZE_MAX;
}
static struct str entry(int64_t number)
{
    return arena_format(&c.arena, "Open inbreng %lld", (long long)number);
}
static bool lists(struct str page, int64_t number)
{
    return str_find(page, arena_format(&c.arena, "%.*s<", STR_ARG(entry(number)))) != SIZE_MAX;
}

static void what_waits_is_listed_with_what_was_noticed(void **state)
{
    (void)state;
    start();
    const int64_t a = comes_in("Vraag mevrouw Jansen <b>eens</b> om een bankje.");
    in.lang = STR("tr");
    in.consent = CONSENT_TEAM;
    const int64_t b = comes_in("Parkta daha fazla bank olsun");
    in = (struct received){ 0 };
    const struct str page = get(&anna, QUEUE);
    CHECK(lists(page, a) && lists(page, b));
    CHECK_HAS(page, "mevrouw <mark class=\"dlg-mark dlg-mark--person\"");
    CHECK_HAS(page, "&lt;b&gt;eens&lt;/b&gt;");
    CHECK(!has(page, "<b>eens"));
    CHECK_HAS(page, "Türkçe");
    CHECK_HAS(page, "Alleen voor het team");
    CHECK(!has(page, "ONGELEZEN")); /* it came with a folder: its publisher read it */
    CHECK(!lists(get(&anna, QUEUE "?taal=tr"), a));
    CHECK(lists(get(&anna, QUEUE "?taal=tr"), b));
    CHECK(!lists(get(&anna, QUEUE "?thema=hulp"), a));
    CHECK(!lists(get(&anna, QUEUE "?kanaal=paper"), a));
    CHECK_HAS(get(&anna, "/en" QUEUE), "Read each voice.");
    ask(&anna, METHOD_GET, QUEUE "?thema=zulk", NULL, 404);
    ask(&anna, METHOD_GET, QUEUE "?kanaal=duif", NULL, 400);
    ask(&anna, METHOD_GET, QUEUE "?na=99999", NULL, 404);
    ask(&anna, METHOD_GET, QUEUE "?gedaan=x", NULL, 400);
    stop();
}

static void only_an_editor_comes_here(void **state)
{
    struct visitor nobody = { 0 };
    (void)state;
    start();
    comes_in("Een bankje.");
    ask(&nobody, METHOD_GET, QUEUE, NULL, 303); /* to sign in */
    ask(&wies, METHOD_GET, QUEUE, NULL, 403);
    ask(&wies, METHOD_POST, QUEUE, "doe=toon&kies=7", 403);
    ask(&wies, METHOD_GET, QUEUE "/7", NULL, 403);
    ask(&wies, METHOD_POST, QUEUE "/terugdraaien", "batch=1", 403);
    ask(&wies, METHOD_POST, QUEUE "/golf", "aan=1", 403);
    ask(&wies, METHOD_GET, QUEUE "/7/geluid", NULL, 403);
    assert_int_equal(state_of(7).state, CHECK_WAITING);
    stop();
}

static void a_selection_is_shown_and_taken_back(void **state)
{
    (void)state;
    start();
    const int64_t a = comes_in("Een bankje bij de vijver."),
                  b = comes_in("Meer licht op straat.");
    in.consent = CONSENT_TEAM;
    const int64_t t = comes_in("Alleen voor u: het gaat slecht met mij.");
    in = (struct received){ 0 };
    const struct str to = arena_copy(
        &c.arena, post(&anna, QUEUE,
                       arena_format(&c.arena, "doe=toon&kies=%lld&kies=%lld&kies=%lld&tot=999",
                                    (long long)a, (long long)b, (long long)t)));
    assert_int_equal(state_of(a).visibility, VISIBILITY_SHOWN);
    assert_int_equal(state_of(b).visibility, VISIBILITY_SHOWN);
    assert_int_equal(state_of(t).visibility, VISIBILITY_HIDDEN); /* its author chose so */
    assert_int_equal(state_of(t).state, CHECK_CHECKED);
    const struct str page = get(&anna, to.s);
    CHECK_HAS(page, "3 inbrengen nagekeken en goed bevonden.");
    CHECK_HAS(page, "Draai terug");

    /* Bram decides otherwise about one of them, meanwhile. */
    post(&bram, text_of(QUEUE "/%lld", (long long)b),
         arena_format(&c.arena,
                      "doe=verberg&reden=harmful&tekst=Meer+licht+op+straat.&gezien=%lld",
                      (long long)seen_of(b)));
    const int64_t batch = number_in(to, "gedaan=");
    const struct str undone =
        arena_copy(&c.arena, post(&anna, QUEUE "/terugdraaien",
                                  arena_format(&c.arena, "batch=%lld", (long long)batch)));
    assert_int_equal(state_of(a).visibility, VISIBILITY_WAITING);
    assert_int_equal(state_of(a).state, CHECK_WAITING);
    assert_int_equal(state_of(t).state, CHECK_WAITING);
    assert_int_equal(state_of(b).visibility, VISIBILITY_HIDDEN);
    const struct str said = get(&anna, undone.s);
    CHECK_HAS(said, "2 inbrengen staan weer zoals eerst.");
    CHECK_HAS(said, "Niet teruggedraaid");
    CHECK_HAS(said, text_of("Inbreng %lld<", (long long)b));
    ask(&anna, METHOD_POST, QUEUE "/terugdraaien", text_of("batch=%lld", (long long)batch),
        409);
    ask(&anna, METHOD_POST, QUEUE "/terugdraaien", "batch=99999", 409);
    stop();
}

static void each_decision_does_what_it_says(void **state)
{
    (void)state;
    start();
    const int64_t n = comes_in("Een bankje bij de vijver.");
    const char *all = text_of("&kies=%lld&tot=9999", (long long)n);
    post(&anna, QUEUE, arena_format(&c.arena, "doe=thema-ontmoeten%s", all));
    assert_int_equal(state_of(n).theme, c.themes[1]);
    assert_int_equal(state_of(n).state, CHECK_WAITING);
    post(&anna, QUEUE, arena_format(&c.arena, "doe=apart%s", all));
    assert_int_equal(state_of(n).state, CHECK_HELD);
    CHECK(!lists(get(&anna, QUEUE), n));
    CHECK(lists(get(&anna, QUEUE "?stand=apart"), n));
    post(&anna, QUEUE "?stand=apart", arena_format(&c.arena, "doe=vrij%s", all));
    assert_int_equal(state_of(n).state, CHECK_WAITING);
    const struct str to =
        arena_copy(&c.arena, post(&anna, QUEUE, arena_format(&c.arena, "doe=tel%s", all)));
    assert_int_equal(state_of(n).account, ACCOUNT_ONLY_COUNTED);
    assert_int_equal(state_of(n).visibility, VISIBILITY_HIDDEN);
    assert_int_equal(state_of(n).state, CHECK_CHECKED);
    CHECK_HAS(get(&anna, to.s), "1 inbreng alleen geteld.");
    post(&anna, QUEUE "/terugdraaien",
         arena_format(&c.arena, "batch=%lld", (long long)number_in(to, "gedaan=")));
    assert_int_equal(state_of(n).account, ACCOUNT_OPEN);
    assert_int_equal(state_of(n).state, CHECK_WAITING);
    assert_int_equal(state_of(n).theme, c.themes[1]); /* that was another batch */
    post(&anna, QUEUE, arena_format(&c.arena, "doe=verberg-personal%s", all));
    assert_int_equal(state_of(n).visibility, VISIBILITY_HIDDEN);
    assert_int_equal(state_of(n).hidden_for, REASON_PERSONAL);
    /* Decided by now: from this list nothing more. */
    CHECK_HAS(post(&bram, QUEUE, arena_format(&c.arena, "doe=toon%s", all)), "over=1");
    assert_int_equal(state_of(n).visibility, VISIBILITY_HIDDEN);
    stop();
}

static void what_cannot_be_is_said_and_nothing_is_done(void **state)
{
    (void)state;
    start();
    const int64_t n = comes_in("Een bankje.");
    CHECK_HAS(ask(&anna, METHOD_POST, QUEUE, "doe=toon", 422),
              "Kies eerst een of meer inbrengen.");
    CHECK_HAS(ask(&anna, METHOD_POST, QUEUE, text_of("doe=&kies=%lld", (long long)n), 422),
              "Kies wat u met deze inbreng wilt doen.");
    ask(&anna, METHOD_POST, QUEUE, text_of("doe=verberg-zomaar&kies=%lld", (long long)n), 422);
    ask(&anna, METHOD_POST, QUEUE, text_of("doe=thema-zulk&kies=%lld", (long long)n), 422);
    CHECK_HAS(post(&anna, QUEUE, STR("doe=toon&kies=6&kies=999")), "over=2"); /* no such here */
    assert_int_equal(state_of(6).visibility, VISIBILITY_WAITING);
    assert_int_equal(state_of(n).state, CHECK_WAITING);
    stop();
}

static void the_same_words_stand_together(void **state)
{
    (void)state;
    start();
    const int64_t a = comes_in("GRATIS geld! Bel 0612345678 nu");
    const int64_t b = comes_in("gratis geld, bel 0612345678 nu");
    const int64_t other = comes_in("Gratis geld! Bel 0687654321 nu");
    const int64_t same = comes_in("GRATIS geld! Bel 0612345678 nu");
    const int64_t near = comes_in("Gratis geld, bel 0612345678 nu meteen");
    const int64_t else_ = comes_in("Een bankje bij de vijver.");
    const struct str page = get(&anna, QUEUE);
    CHECK(lists(page, a) && !lists(page, b) && !lists(page, other) && lists(page, near));
    CHECK_HAS(page, "4 keer dezelfde tekst");
    CHECK_HAS(page, text_of("lijkt op inbreng %lld", (long long)a));
    const struct str alike = get(&anna, text_of(QUEUE "/%lld/lijkt", (long long)b));
    CHECK(lists(alike, a) && lists(alike, b) && lists(alike, other) && lists(alike, near));
    CHECK(!lists(alike, else_));

    /* A number may differ, so only what is the same to the byte is shown along. */
    const struct str to = arena_copy(
        &c.arena,
        post(&anna, QUEUE, arena_format(&c.arena, "doe=toon&kies=%lld&tot=999", (long long)a)));
    assert_int_equal(state_of(a).state, CHECK_CHECKED);
    assert_int_equal(state_of(same).state, CHECK_CHECKED);
    assert_int_equal(state_of(b).state, CHECK_WAITING);
    assert_int_equal(state_of(other).state, CHECK_WAITING);
    CHECK_HAS(to, "over=2");
    post(&anna, QUEUE,
         arena_format(&c.arena, "doe=verberg-double&kies=%lld&tot=999", (long long)b));
    assert_int_equal(state_of(other).state, CHECK_CHECKED);
    assert_int_equal(state_of(near).state, CHECK_WAITING);

    /* What came in after the list was made waits for its own reader. */
    const int64_t one = comes_in("Spam spam spam"), two = comes_in("Spam spam spam!");
    post(&anna, QUEUE,
         arena_format(&c.arena, "doe=verberg-double&kies=%lld&tot=%lld", (long long)one,
                      (long long)got.voice - 1));
    assert_int_equal(state_of(one).state, CHECK_CHECKED);
    assert_int_equal(state_of(two).state, CHECK_WAITING);
    stop();
}

static void what_speaks_of_danger_stands_on_top(void **state)
{
    size_t n;
    (void)state;
    start();
    const int64_t calm = comes_in("Een bankje bij de vijver.");
    const int64_t danger = comes_in("Mijn man slaat mij elke dag, ik wil niet meer leven.");
    const int64_t need = comes_in("Help mij, ik heb honger.");
    CHECK_OK(review_look(c.store, &n));
    assert_int_equal(n, 3);
    const struct str page = get(&anna, QUEUE);
    CHECK_HAS(page, "Lees dit eerst");
    CHECK(str_find(page, entry(danger)) < str_find(page, entry(calm)));
    CHECK_HAS(page, "Misschien gevaar");
    const struct str asking = get(&anna, QUEUE "?hulp=1");
    CHECK(lists(asking, danger) && lists(asking, need) && !lists(asking, calm));
    CHECK_OK(review_look(c.store, &n));
    assert_int_equal(n, 0);
    /* Once somebody decided, nothing of it is kept. */
    post(&anna, QUEUE, arena_format(&c.arena, "doe=toon&kies=%lld&tot=999", (long long)danger));
    comes_in("Nog iets.");
    CHECK_OK(review_look(c.store, &n));
    assert_int_equal(n, 1);
    CHECK(!has(get(&anna, QUEUE), "Lees dit eerst"));
    stop();
}

static void what_was_decided_can_be_found_again(void **state)
{
    (void)state;
    start();
    const int64_t a = comes_in("Een <b>bankje</b>."), b = comes_in("Meer licht.");
    CHECK_HAS(get(&anna, QUEUE "/besloten"), "Er is nog niets besloten.");
    post(&anna, QUEUE, arena_format(&c.arena, "doe=toon&kies=%lld&tot=999", (long long)a));
    const struct str page = get(&anna, QUEUE "/besloten");
    CHECK(lists(page, a) && !lists(page, b));
    CHECK_HAS(page, "&lt;b&gt;bankje");
    CHECK_HAS(page, "Anna");
    ask(&anna, METHOD_GET, text_of(QUEUE "/besloten?nummer=%lld", (long long)b), NULL, 303);
    CHECK_HAS(res.location.text, text_of("/nakijken/%lld", (long long)b));
    CHECK_HAS(get(&anna, QUEUE "/besloten?nummer=999"), "Er is geen inbreng 999.");
    CHECK_HAS(get(&anna, QUEUE "/besloten?nummer=%3Cb%3E"), "Er is geen inbreng &lt;b&gt;.");
    ask(&anna, METHOD_GET, QUEUE "/besloten?voor=x", NULL, 400);
    ask(&wies, METHOD_GET, QUEUE "/besloten", NULL, 403);
    stop();
}

static void a_hold_is_begun_and_ended_by_hand(void **state)
{
    (void)state;
    start();
    post(&anna, QUEUE "/golf", STR("aan=1"));
    const int64_t n = comes_in("Tijdens de golf.");
    CHECK(got.held);
    const struct str page = get(&anna, QUEUE "?stand=apart");
    CHECK(lists(page, n));
    CHECK_HAS(page, "Anna zette dit aan.");
    CHECK(!lists(get(&anna, QUEUE), n));
    post(&bram, QUEUE "/golf", STR("aan=0"));
    comes_in("Na de golf.");
    CHECK(!got.held);
    CHECK(!has(get(&anna, QUEUE), "wordt apart gehouden"));
    stop();
}

/* Whatever way it came in, nobody reads it before somebody checked it. */
static void no_channel_shows_a_voice_unread(void **state)
{
    (void)state;
    start();
    for (int channel = 0; channel < CHANNELS; channel++) {
        in.channel = (enum channel)channel;
        in.theme = c.themes[0];
        const int64_t n = comes_in(text_of("Geheim woord nummer %d", channel));
        const struct str page =
            city_page(&c, text_of("/waterstad/inbreng/%lld", (long long)n), 404);
        CHECK(!has(page, "Geheim"));
        CHECK(!has(city_page(&c, "/waterstad/thema/hulp/inbreng", 200), "Geheim"));
        CHECK(!has(city_page(&c, "/waterstad/zoeken?q=geheim", 200), "woord nummer"));
        post(&anna, QUEUE,
             arena_format(&c.arena, "doe=toon&kies=%lld&tot=99999", (long long)n));
        CHECK_HAS(city_page(&c, text_of("/waterstad/inbreng/%lld", (long long)n), 200),
                  "Geheim");
        post(&anna, text_of(QUEUE "/%lld", (long long)n),
             arena_format(&c.arena, "doe=verberg&reden=harmful&tekst=x&gezien=%lld",
                          (long long)seen_of(n)));
    }
    in = (struct received){ 0 };
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_is_listed_with_what_was_noticed),
        cmocka_unit_test(only_an_editor_comes_here),
        cmocka_unit_test(a_selection_is_shown_and_taken_back),
        cmocka_unit_test(each_decision_does_what_it_says),
        cmocka_unit_test(what_cannot_be_is_said_and_nothing_is_done),
        cmocka_unit_test(the_same_words_stand_together),
        cmocka_unit_test(what_speaks_of_danger_stands_on_top),
        cmocka_unit_test(what_was_decided_can_be_found_again),
        cmocka_unit_test(a_hold_is_begun_and_ended_by_hand),
        cmocka_unit_test(no_channel_shows_a_voice_unread),
    };
    return RUN_TESTS(tests);
}
