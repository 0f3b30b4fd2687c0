/* typing.test.c — notes typed in for others, cards with a code, and a receipt looked up at the desk. */
#include "features/review/testing.h"
#include "features/review/typing.sql.h"

#define TYPING "/waterstad/beheer/invoeren"
#define CARDS "/waterstad/beheer/kaarten"

static bool has(struct str page, const char *what)
{
    return str_find(page, str_of(what)) != SIZE_MAX;
}
/* The next twelve signs of a code behind `what`. */
static struct str code_behind(struct str page, const char *what)
{
    const size_t at = str_find(page, str_of(what));
    CHECK(at != SIZE_MAX);
    return arena_copy(&c.arena, str_upto(str_from(page, at + strlen(what)), 14));
}

static void a_note_is_kept_and_the_next_can_follow(void **state)
{
    (void)state;
    start();
    const struct str to =
        arena_copy(&c.arena, post(&wies, TYPING,
                                  STR("tekst=Meer+bankjes&soort=needed&thema=hulp&kanaal=phone"
                                      "&mag=openbaar&taal=nl")));
    const int64_t n = number_in(to, "bewaard=");
    const struct voice_state_row row = state_of(n);
    CHECK_STR(row.body, "Meer bankjes");
    assert_int_equal(row.channel, CHANNEL_PHONE);
    assert_int_equal(row.consent, CONSENT_PUBLIC);
    assert_int_equal(row.visibility, VISIBILITY_WAITING); /* also this waits for a reader */
    assert_int_equal(row.theme, c.themes[0]);
    const struct str page = get(&wies, to.s);
    CHECK_HAS(page, text_of("Inbreng %lld is bewaard.", (long long)n));
    CHECK_HAS(page, "value=\"hulp\" selected"); /* kept from the note before */
    CHECK_HAS(page, "id=\"kanaal-phone\" name=\"kanaal\" value=\"phone\" checked");
    CHECK(
        !has(page, "value=\"openbaar\" checked")); /* consent is never filled in for anybody */
    const struct str code = code_behind(page, "Het bewijs is ");
    CHECK(!has(to, code.s));
    CHECK_HAS(post(&wies, "/waterstad/beheer/bewijs",
                   arena_format(&c.arena, "code=%.*s", STR_ARG(code))),
              "/bewijs/");
    stop();
}

static void what_is_missing_is_said_and_nothing_is_lost(void **state)
{
    (void)state;
    start();
    const struct str page =
        ask(&wies, METHOD_POST, TYPING, "tekst=Een+%3Cb%3E&kanaal=paper&jong=1&code=zzz", 422);
    CHECK_HAS(page, "Kies wat wij ermee mogen doen.");
    CHECK_HAS(page, "Een &lt;b&gt;</textarea>");
    const struct str more =
        ask(&wies, METHOD_POST, TYPING,
            "tekst=Een&kanaal=paper&mag=team&jong=1&code=zzz&thema=zulk&tafel=99", 422);
    CHECK_HAS(more, "Een ouder of voogd moet het goed vinden.");
    CHECK_HAS(more, "Deze code kennen wij niet.");
    CHECK_HAS(ask(&wies, METHOD_POST, TYPING, "kanaal=paper&mag=team", 422),
              "Schrijf over wat er op de kaart staat.");
    ask(&wies, METHOD_POST, TYPING, "tekst=a&mag=team&kanaal=web", 422); /* that is no desk */
    ask(&wies, METHOD_GET, TYPING "?vorm=xyz", NULL, 400);
    struct visitor host = wies, nobody = { 0 };
    host.role = WHO_HOST;
    ask(&host, METHOD_GET, TYPING, NULL, 403);
    ask(&host, METHOD_GET, CARDS, NULL, 403);
    ask(&nobody, METHOD_POST, TYPING, "tekst=a&mag=team&kanaal=paper", 403);
    stop();
}

static void what_was_mistyped_goes_away(void **state)
{
    (void)state;
    start();
    const int64_t n = number_in(
        post(&wies, TYPING, STR("tekst=Verkeerd+getypt&kanaal=paper&mag=team")), "bewaard=");
    CHECK_HAS(get(&wies, TYPING), "Verkeerd getypt");
    ask(&anna, METHOD_POST, text_of(TYPING "/%lld/weg", (long long)n), "", 403); /* not hers */
    post(&wies, text_of(TYPING "/%lld/weg", (long long)n), STR(""));
    assert_int_equal(state_of(n).account, ACCOUNT_WITHDRAWN);
    const struct str page = get(&wies, TYPING);
    CHECK(!has(page, "Verkeerd getypt"));
    CHECK_HAS(page, "Weggehaald");
    CHECK(!has(get(&anna, "/waterstad/beheer/nakijken"),
               text_of("Open inbreng %lld<", (long long)n)));
    /* What somebody checked is no longer only theirs. */
    const int64_t m = number_in(
        post(&wies, TYPING, STR("tekst=Goed+getypt&kanaal=paper&mag=team")), "bewaard=");
    post(&anna, "/waterstad/beheer/nakijken",
         arena_format(&c.arena, "doe=toon&kies=%lld&tot=9999", (long long)m));
    ask(&wies, METHOD_POST, text_of(TYPING "/%lld/weg", (long long)m), "", 409);
    stop();
}

static void a_card_is_a_receipt_before_it_is_written_on(void **state)
{
    (void)state;
    start();
    const struct str to = arena_copy(&c.arena, post(&wies, CARDS, STR("aantal=3")));
    const struct str page = get(&wies, to.s);
    struct str code = code_behind(page, "<span class=\"dlg-code\">");
    CHECK_HAS(page, "Hoe gaat het?");
    size_t cards = 0;
    for (struct str rest = page;; cards++) {
        const size_t at = str_find(rest, STR("dlg-paper__slip"));
        if (at == SIZE_MAX) break;
        rest = str_from(rest, at + 1);
    }
    assert_int_equal(cards, 3);
    ask(&wies, METHOD_GET, text_of("%s0", to.s), NULL, 400); /* another form's cards are none */
    CHECK_HAS(ask(&wies, METHOD_POST, CARDS, "aantal=101", 422), "100");

    for (size_t i = 0; i < code.n; i++)
        if (code.s[i] == ' ') ((char *)(uintptr_t)code.s)[i] = '+';
    CHECK_HAS(
        ask(&wies, METHOD_POST, "/waterstad/beheer/bewijs", text_of("code=%s", code.s), 422),
        "Deze kaart is nog niet ingevoerd.");
    const struct str kept = arena_copy(
        &c.arena,
        post(&wies, TYPING,
             arena_format(&c.arena, "tekst=Van+een+kaart&kanaal=paper&mag=team&code=%s",
                          code.s)));
    CHECK_HAS(get(&wies, kept.s), "Het bewijs staat op de kaart.");
    CHECK_HAS(
        post(&wies, "/waterstad/beheer/bewijs", arena_format(&c.arena, "code=%s", code.s)),
        "/bewijs/");
    CHECK_HAS(ask(&wies, METHOD_POST, TYPING,
                  text_of("tekst=Nog+eens&kanaal=paper&mag=team&code=%s", code.s), 422),
              "Deze kaart is al ingevoerd.");
    CHECK_HAS(ask(&wies, METHOD_POST, "/waterstad/beheer/bewijs", "code=0000-0000-0000", 422),
              "Wij vinden geen bewijs");
    CHECK_HAS(ask(&wies, METHOD_POST, "/waterstad/beheer/bewijs", "code=kort", 422),
              "twaalf tekens");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_is_kept_and_the_next_can_follow),
        cmocka_unit_test(what_is_missing_is_said_and_nothing_is_lost),
        cmocka_unit_test(what_was_mistyped_goes_away),
        cmocka_unit_test(a_card_is_a_receipt_before_it_is_written_on),
    };
    return RUN_TESTS(tests);
}
