/* verdict.test.c — who raised something says whether they notice what was done; others cannot, and nobody twice. */
#include "tests/promised.h"

#include "base/bytes.h"
#include "features/registration/registration.h"
#include "features/verdict/verdict.h"

#define GIVE "/waterstad/toezegging/1/merkt"
#define SHOW "/waterstad/toezegging/1"

/* Somebody whose voice lies under point 1, in a new edition; gives the code of their receipt. */
static const char *raised(const char *words)
{
    (void)comes_in(words);
    sql_run(
        c.store,
        text_of("INSERT INTO point_voice SELECT 0, id, %lld FROM point_given WHERE number = 1",
                (long long)got.voice));
    sql_run(
        c.store,
        "INSERT INTO point_voice SELECT (SELECT max(edition) FROM point), point, voice FROM "
        "point_voice WHERE edition = 0 ON CONFLICT DO NOTHING");
    return arena_copy(&c.arena, got.code).s;
}
/* The dialogue listens, or does no longer. */
static void listens(bool open)
{
    sql_run(c.store, "DELETE FROM listening");
    sql_run(c.store, text_of("INSERT INTO listening (dialogue, is_open, until, recordings, "
                             "per_minute) SELECT id, %d, NULL, 0, 60 FROM dialogue",
                             open));
}
static int64_t answers_n(void)
{
    return sql_number(c.store, "SELECT count(*) FROM verdict");
}

static void one_answer_of_each_code(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    const char *code = raised("Er zijn geen bankjes");
    CHECK_HAS(looks(GIVE), "Vier bankjes staan er");
    CHECK_HAS(sends(GIVE, text_of("code=%s&daad=1", code), 422), "Kies of u het merkt");
    CHECK_HAS(sends(GIVE, "code=0000-0000-0000&daad=1&merkt=yes", 422), "Deze code hoort niet");
    CHECK_HAS(sends(GIVE, text_of("code=%s&daad=9&merkt=yes", code), 422),
              "antwoorden die er staan");
    CHECK(answers_n() == 0);
    sends(GIVE, text_of("code=%s&daad=1&merkt=yes", code), 303);
    CHECK_STR(res.location.text, GIVE "?gedaan=ja");
    sends(GIVE, text_of("code=%s&daad=1&merkt=no", code), 303);
    CHECK(answers_n() == 1);
    CHECK(sql_number(c.store, "SELECT answer FROM verdict") == VERDICT_NO);
    CHECK(sql_number(c.store, "SELECT follows FROM verdict") == 0);
    stop();
}

/* Following costs a mail and a button: who stops and begins again, also behind a plus, is still one. */
static void a_follower_answers_once(void **state)
{
    (void)state;
    static const char *const to[] = { "ada@huis.nl", "ada@huis.nl", "ada+x@huis.nl" },
                             *const typed[] = { "ada%40huis.nl", "ada%40huis.nl",
                                                "Ada%2Bx%40huis.nl" };
    promised();
    deed_done(1);
    for (size_t i = 0; i < COUNT_OF(to); i++) {
        later += 86401;
        sends(SHOW "/volgen", text_of("e-mail=%s", typed[i]), 303);
        const char *link = link_in(letter_to(to[i]), "/volgen/");
        sends(text_of("%s/ja", link), "wat=toezegging&welk=1", 303);
        sends(GIVE,
              text_of("code=%s&daad=1&merkt=%s", strrchr(link, '/') + 1, i ? "no" : "yes"),
              303);
        CHECK(answers_n() == 1);
        ask(&nobody, METHOD_POST, text_of("%s/stop", link), "", 303);
    }
    CHECK(sql_number(c.store, "SELECT answer FROM verdict WHERE follows = 1") == VERDICT_NO);
    stop();
}

/* Of those who registered only who was let in may say it. */
static void who_stayed_away_cannot(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    const char *codes[] = { "ABCD-ABCD-ABC1", "ABCD-ABCD-ABC2" };
    for (int i = 0; i < 2; i++) {
        struct str code, hex;
        CHECK(receipt_read(&c.arena, str_of(codes[i]), &code));
        hex = hex_write(&c.arena, receipt_hash(&c.arena, code));
        sql_run(c.store,
                text_of("INSERT INTO registration (id, gathering, number, code, made, channel, "
                        "lang, state, name, email, phone, comes_as, again, arrived) SELECT %d, "
                        "id, %d, x'%.*s', 0, 0, 'nl', 0, 'A', '', '', 0, 1, %s FROM gathering",
                        i + 1, i + 1, STR_ARG(hex), i ? "NULL" : "5"));
    }
    sends(GIVE, text_of("code=%s&daad=1&merkt=yes", codes[0]), 303);
    CHECK_HAS(sends(GIVE, text_of("code=%s&daad=1&merkt=yes", codes[1]), 422),
              "Deze code hoort niet");
    /* where nobody was checked in, who registered before the end; not whoever does so afterwards */
    sql_run(c.store, "UPDATE registration SET arrived = NULL, made = 4000000000");
    CHECK_HAS(sends(GIVE, text_of("code=%s&daad=1&merkt=no", codes[0]), 422),
              "Deze code hoort niet");
    sql_run(c.store, "UPDATE registration SET made = 0");
    sends(GIVE, text_of("code=%s&daad=1&merkt=yes", codes[1]), 303);
    stop();
}

static void whose_voice_is_elsewhere_cannot(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    (void)comes_in("Iets anders");
    CHECK_HAS(sends(GIVE, text_of("code=%.*s&daad=1&merkt=yes", STR_ARG(got.code)), 422),
              "Deze code hoort niet");
    stop();
}

static void nothing_is_shown_below_five(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    for (int i = 0; i < 5; i++) {
        const char *code = raised(text_of("Bankje %d", i));
        if (i) CHECK_HAS(looks(SHOW), "Nog te weinig antwoorden om te tonen");
        sends(GIVE, text_of("code=%s&daad=1&merkt=%s", code, i < 3 ? "yes" : "no"), 303);
    }
    const struct str page = looks(SHOW);
    CHECK_NOT(page, "Nog te weinig antwoorden");
    CHECK_HAS(page, "3 ja, 0 een beetje, 2 nee");
    stop();
}

static void the_why_is_a_voice(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    listens(true);
    const char *code = raised("Er zijn geen bankjes");
    CHECK_HAS(sends(GIVE, text_of("code=%s&daad=1&merkt=no&waarom=Ze+zijn+nat", code), 422),
              "Kies wie uw woorden mag lezen");
    sends(GIVE, text_of("code=%s&daad=1&merkt=no&waarom=Ze+zijn+nat&mag=openbaar", code), 303);
    CHECK(str_starts(res.location.text, STR("/bewijs/")));
    CHECK(sql_number(c.store, "SELECT visibility FROM voice WHERE body = 'Ze zijn nat'") ==
          VISIBILITY_WAITING);
    /* what it is filed under says nothing of the answer */
    CHECK(sql_number(c.store, "SELECT kind IS NULL FROM voice WHERE body = 'Ze zijn nat'") ==
          1);
    CHECK_NOT(looks(GIVE), "Ze zijn nat"); /* nobody read it yet */
    sql_run(c.store, "UPDATE voice SET visibility = 1 WHERE body = 'Ze zijn nat'");
    CHECK_HAS(looks(GIVE), "Ze zijn nat");
    stop();
}

/* As on every page where something can be told. */
static void a_parent_is_asked_for(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    listens(true);
    const char *code = raised("Er zijn geen bankjes");
    const char *body = text_of("code=%s&daad=1&merkt=no&waarom=Nat&mag=openbaar&jong=1", code);
    CHECK_HAS(sends(GIVE, body, 422), "ouder of voogd");
    sends(GIVE, text_of("%s&ouder=1", body), 303);
    CHECK(sql_number(c.store, "SELECT i.young FROM intake i JOIN voice v ON v.id = i.voice "
                              "WHERE v.body = 'Nat'") == 1);
    stop();
}

static void a_closed_dialogue_takes_no_words(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    listens(false);
    const char *code = raised("Er zijn geen bankjes");
    CHECK_NOT(looks(GIVE), "name=\"waarom\"");
    CHECK_HAS(looks(GIVE), "Meepraten kan nu niet meer");
    sends(GIVE, text_of("code=%s&daad=1&merkt=no&waarom=Nat&mag=openbaar", code), 303);
    CHECK_STR(res.location.text, GIVE "?gedaan=zonder");
    CHECK_HAS(looks(GIVE "?gedaan=zonder"), "wat u erbij schreef bewaren wij niet");
    CHECK(answers_n() == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM voice WHERE body = 'Nat'") == 0);
    stop();
}

/* Without the marks nobody knows who answered before. */
static void nobody_answers_once_marks_are_gone(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    deed_done(2);
    const char *code = raised("Er zijn geen bankjes");
    sends(GIVE, text_of("code=%s&daad=1&merkt=yes", code), 303);
    sql_run(c.store, "UPDATE verdict SET giver = CAST(CAST(id AS TEXT) AS BLOB)");
    CHECK_HAS(sends(GIVE, text_of("code=%s&daad=1&merkt=yes", code), 422),
              "Hierover kunt u niet meer antwoorden");
    CHECK(answers_n() == 1);
    sends(GIVE, text_of("code=%s&daad=2&merkt=yes", code), 303);
    stop();
}

/* Also before anything was done; but one cannot notice what is not there. */
static void i_notice_nothing(void **state)
{
    (void)state;
    promised();
    const char *code = raised("Er zijn geen bankjes");
    CHECK_HAS(sends(GIVE, text_of("code=%s&merkt=yes", code), 422), "of kies: ik merk niets");
    sends(GIVE, text_of("code=%s&merkt=no", code), 303);
    CHECK(sql_number(c.store, "SELECT count(*) FROM verdict WHERE deed IS NULL") == 1);
    stop();
}

static void who_took_part_is_asked_once(void **state)
{
    (void)state;
    promised();
    deed_done(1);
    sql_run(
        c.store,
        "INSERT INTO registration (id, gathering, number, code, made, channel, lang, state, "
        "name, "
        "email, phone, comes_as, again, arrived) "
        "SELECT 1, id, 1, x'01', 0, 0, 'nl', 0, 'Ada', 'ada@huis.nl', '', 0, 1, 5 FROM "
        "gathering "
        "UNION ALL SELECT 2, id, 2, x'02', 0, 0, 'nl', 0, 'Els', 'els@huis.nl', '', 0, 0, 5 "
        "FROM gathering "
        "UNION ALL SELECT 3, id, 3, x'03', 0, 0, 'nl', 0, 'Fay', 'fay@huis.nl', '', 0, 1, NULL "
        "FROM gathering");
    int64_t sent;
    CHECK_OK(verdict_ask(c.store, day_is(2023, 11, 26), &sent));
    CHECK(sent == 1); /* Els wants nothing, Fay did not come */
    CHECK_OK(verdict_ask(c.store, day_is(2023, 11, 27), &sent));
    CHECK(sent == 0);
    const struct str letter = letter_to("ada@huis.nl");
    CHECK_HAS(letter, "Vier bankjes staan er");
    CHECK_HAS(letter, "/niet-meer");
    deed_done(2);
    CHECK_OK(verdict_ask(c.store, day_is(2024, 3, 1), &sent));
    CHECK(sent == 0); /* a deed of long ago */
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_answer_of_each_code),
        cmocka_unit_test(a_follower_answers_once),
        cmocka_unit_test(who_stayed_away_cannot),
        cmocka_unit_test(whose_voice_is_elsewhere_cannot),
        cmocka_unit_test(nothing_is_shown_below_five),
        cmocka_unit_test(the_why_is_a_voice),
        cmocka_unit_test(a_parent_is_asked_for),
        cmocka_unit_test(a_closed_dialogue_takes_no_words),
        cmocka_unit_test(nobody_answers_once_marks_are_gone),
        cmocka_unit_test(i_notice_nothing),
        cmocka_unit_test(who_took_part_is_asked_once),
    };
    return RUN_TESTS(tests);
}
