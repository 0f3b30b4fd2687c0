/* intake.test.c — a voice comes in, is decided about, and goes away without a trace. */
#include "tests/city.h"

#include "features/history/history.h"
#include "features/people/people.h"
#include "web/token.h"

static struct city c;
static struct request req;
static const struct instant now = { 1701000000 };

static void start(void)
{
    c = (struct city){ 0 };
    city_open(&c, true);
    req = (struct request){ .arena = &c.arena,
                            .db = c.db,
                            .secret = STR("00000000000000000000000000000000"),
                            .key = STR("11111111111111111111111111111111"),
                            .now = now,
                            .today = day_at(now) };
}

/* ---- each act as a work ---- */

typedef enum err deed(struct tx *tx, int64_t voice, const char *said);
struct doing {
    deed *act;
    int64_t voice;
    const char *said;
};
static enum err work(struct tx *tx, void *with)
{
    const struct doing *d = with;
    return d->act(tx, d->voice, d->said);
}
static int64_t batch, *in_batch; /* of the acts that follow; NULL: each is alone */

static enum err does(deed *act, int64_t voice, const char *said)
{
    struct doing d = { act, voice, said };
    return store_write(c.store, work, &d);
}

static struct received sent(const char *body)
{
    return (struct received){ .dialogue = c.dialogue,
                              .own = STR("nl"),
                              .lang = STR("nl"),
                              .body = str_of(body),
                              .theme = c.themes[0],
                              .kind = -1 };
}
static struct receipt got;
static struct received in;
static enum err receives(struct tx *tx, int64_t voice, const char *said)
{
    (void)voice, (void)said;
    return voice_receive(tx, &req, &in, &got);
}
/* Another form each time. */
static int64_t comes_in(void)
{
    req.key = sha256(&c.arena, req.key);
    CHECK_OK(does(receives, 0, NULL));
    return got.voice;
}
static struct voice_state_row state_of(int64_t voice)
{
    struct voice_state_row row;
    bool found;
    CHECK_OK(voice_state(c.db, &c.arena, voice, &row, &found));
    CHECK(found);
    return row;
}
static enum err shows(struct tx *tx, int64_t voice, const char *said)
{
    return voice_show(tx, &req, voice, str_of(said), NULL);
}
static enum err hides(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_hide(tx, &req, voice, REASON_PERSONAL, in_batch);
}
static enum err rechecks(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_recheck(tx, &req, voice, in_batch);
}
static enum err sets_aside(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_set_aside(tx, &req, voice, REASON_DOUBLE, in_batch);
}
static enum err reopens(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_reopen(tx, &req, voice, in_batch);
}
static enum err sorts(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_sort(tx, &req, voice,
                      &(struct voice_place){ .theme = c.themes[1], .kind = KIND_TIP },
                      in_batch);
}
static enum err corrects(struct tx *tx, int64_t voice, const char *said)
{
    return voice_correct(tx, &req, voice, str_of(said));
}
static enum err erases(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_erase(tx, &req, voice);
}
static enum err withdraws(struct tx *tx, int64_t voice, const char *said)
{
    (void)said;
    return voice_withdraw(tx, &req, voice);
}
static int64_t undone, left_alone;
static enum err undoes(struct tx *tx, int64_t which, const char *said)
{
    (void)said;
    return voices_undo(tx, &req, c.dialogue, which, &undone, &left_alone);
}

/* ---- codes ---- */

static void a_code_is_read_as_people_write_it(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str code;
    CHECK(receipt_read(&a, STR(" 7k3m-oqxd-ivtl "), &code));
    CHECK_STR(code, "7K3M0QXD1VT1");
    CHECK_STR(receipt_shown(&a, code), "7K3M-0QXD-1VT1");
    static const char *const wrong[] = {
        "", "7K3M", "7K3M0QXD1VT1A", "7K3M0QXD1VTU", "7K3M0QXD1VT\xc3\xa9", "<script>"
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        CHECK(!receipt_read(&a, str_of(wrong[i]), &code));
    arena_end(&a);
}

static void the_same_form_gives_the_same_receipt(void **state)
{
    (void)state;
    start();
    in = sent("Twee keer");
    CHECK_OK(does(receives, 0, NULL));
    const struct receipt first = got;
    CHECK_OK(does(receives, 0, NULL));
    assert_int_equal(got.voice, first.voice);
    assert_int_equal(got.number, 7);
    CHECK(str_eq(got.code, first.code));
    in.which = 1;
    CHECK_OK(does(receives, 0, NULL));
    assert_int_equal(got.number, 8);
    CHECK(!str_eq(got.code, first.code));
    in.code = first.code; /* a card that was used */
    assert_int_equal(does(receives, 0, NULL), ERR_CLASH);
    city_close(&c);
}

/* ---- what its author chose ---- */

static void each_choice_is_kept(void **state)
{
    (void)state;
    start();
    in = sent("Openbaar");
    const int64_t everybody = comes_in();
    in.consent = CONSENT_TEAM;
    const int64_t team = comes_in();
    in.consent = CONSENT_COUNTED;
    const int64_t counted = comes_in();
    assert_int_equal(state_of(everybody).visibility, VISIBILITY_WAITING);
    assert_int_equal(state_of(team).visibility, VISIBILITY_WAITING);
    assert_int_equal(state_of(counted).visibility, VISIBILITY_HIDDEN);
    assert_int_equal(state_of(counted).account, ACCOUNT_ONLY_COUNTED);
    CHECK_OK(does(shows, everybody, ""));
    CHECK_OK(does(shows, team, ""));
    CHECK_OK(does(shows, counted, ""));
    assert_int_equal(state_of(everybody).visibility, VISIBILITY_SHOWN);
    assert_int_equal(state_of(team).visibility, VISIBILITY_HIDDEN);
    assert_int_equal(state_of(counted).visibility, VISIBILITY_HIDDEN);
    assert_int_equal(state_of(team).state, CHECK_CHECKED);
    assert_int_equal(does(reopens, counted, NULL), ERR_CLASH);
    CHECK_OK(does(rechecks, team, NULL));
    CHECK_OK(does(rechecks, counted, NULL));
    assert_int_equal(state_of(counted).visibility, VISIBILITY_HIDDEN);
    city_close(&c);
}

static void words_left_out_stay_with_the_team(void **state)
{
    (void)state;
    start();
    in = sent("Mevrouw Das helpt mij");
    const int64_t voice = comes_in();
    CHECK_OK(does(shows, voice, "[naam weggelaten] helpt mij"));
    CHECK_STR(state_of(voice).body, "[naam weggelaten] helpt mij");
    CHECK_STR(state_of(voice).said, "Mevrouw Das helpt mij");
    CHECK_OK(does(shows, voice, "[naam weggelaten] helpt"));
    CHECK_STR(state_of(voice).said, "Mevrouw Das helpt mij");
    CHECK_NOT(city_page(&c, "/waterstad/inbreng/7", 200), "Das");
    CHECK_OK(does(shows, voice, "Mevrouw Das helpt mij"));
    CHECK(!state_of(voice).has_said);
    city_close(&c);
}

static void a_wave_is_kept_apart(void **state)
{
    (void)state;
    start();
    in = sent("Golf");
    for (int i = 0; i < 120; i++) comes_in();
    CHECK(!got.held);
    comes_in();
    CHECK(got.held);
    assert_int_equal(state_of(got.voice).state, CHECK_HELD);
    req.now.s += 599;
    comes_in();
    CHECK(got.held);
    CHECK_OK(does(rechecks, got.voice, NULL));
    assert_int_equal(state_of(got.voice).state, CHECK_WAITING);
    req.now.s += 1; /* ten minutes after it began the wave is over */
    comes_in();
    CHECK(!got.held);
    for (int i = 0; i < 120; i++) comes_in();
    CHECK(got.held);
    req.now.s += 595;
    for (int i = 0; i < 120; i++) comes_in();
    req.now.s += 10; /* it goes on */
    comes_in();
    CHECK(got.held);
    city_close(&c);
}

static enum err holds(struct tx *tx, void *with)
{
    (void)with;
    int64_t hold;
    return hold_add(tx, in.dialogue, req.now, true, 1, &hold);
}
static enum err somebody(struct tx *tx, void *with)
{
    (void)with;
    int64_t person;
    return person_add(tx, STR("Iemand"), STR("iemand@voorbeeld.nl"), STR("12345678"), req.now,
                      &person);
}

static void what_somebody_keeps_apart_stays_so_until_they_end_it(void **state)
{
    (void)state;
    start();
    in = sent("Golf");
    CHECK_OK(store_write(c.store, somebody, NULL));
    CHECK_OK(store_write(c.store, holds, NULL));
    req.now.s += 86400;
    comes_in();
    CHECK(got.held);
    city_close(&c);
}

/* ---- taken back ---- */

static void a_batch_is_taken_back_to_where_each_was(void **state)
{
    (void)state;
    start();
    in = sent("Een");
    const int64_t one = comes_in(), two = comes_in(), three = comes_in();
    CHECK_OK(does(shows, two, ""));
    batch = 0;
    in_batch = &batch;
    CHECK_OK(does(hides, one, NULL));
    CHECK_OK(does(hides, two, NULL));
    CHECK_OK(does(sets_aside, two, NULL));
    CHECK_OK(does(sorts, two, NULL));
    CHECK_OK(does(hides, three, NULL));
    in_batch = NULL;
    CHECK_OK(does(shows, three, "")); /* another hand, later */
    CHECK_OK(does(undoes, batch, NULL));
    assert_int_equal(undone, 2); /* voices, however much was done to each */
    assert_int_equal(left_alone, 1);
    assert_int_equal(state_of(one).visibility, VISIBILITY_WAITING);
    assert_int_equal(state_of(one).state, CHECK_WAITING);
    CHECK(!state_of(one).has_hidden_for);
    assert_int_equal(state_of(two).visibility, VISIBILITY_SHOWN);
    assert_int_equal(state_of(two).account, ACCOUNT_OPEN);
    assert_int_equal(state_of(two).theme, c.themes[0]);
    CHECK(!state_of(two).has_kind);
    assert_int_equal(state_of(three).visibility, VISIBILITY_SHOWN);
    assert_int_equal(does(undoes, batch, NULL), ERR_CLASH);
    city_close(&c);
}

static void what_is_hidden_for_a_reason_does_not_wait(void **state)
{
    (void)state;
    start();
    in = sent("Een");
    const int64_t one = comes_in(), two = comes_in();
    CHECK_OK(does(hides, one, NULL));
    assert_int_equal(state_of(one).account, ACCOUNT_SET_ASIDE);
    assert_int_equal(state_of(one).reason, REASON_PERSONAL);
    CHECK_OK(does(shows, one, "")); /* its author objected, and was right */
    assert_int_equal(state_of(one).account, ACCOUNT_OPEN);
    CHECK_OK(does(hides, one, NULL));
    CHECK_OK(does(rechecks, one, NULL));
    assert_int_equal(state_of(one).account, ACCOUNT_OPEN);

    CHECK_OK(does(sets_aside, two, NULL)); /* for another reason, that stays */
    CHECK_OK(does(hides, two, NULL));
    CHECK_OK(does(shows, two, ""));
    assert_int_equal(state_of(two).account, ACCOUNT_SET_ASIDE);
    assert_int_equal(state_of(two).reason, REASON_DOUBLE);
    city_close(&c);
}

/* ---- by its author, and away ---- */

static void a_correction_is_checked_again(void **state)
{
    (void)state;
    start();
    in = sent("Eerst zus");
    const int64_t voice = comes_in();
    CHECK_OK(does(corrects, voice, "Toen zo"));
    CHECK_STR(state_of(voice).body, "Toen zo");
    CHECK_OK(does(shows, voice, ""));
    CHECK_OK(does(corrects, voice, "Nu anders"));
    assert_int_equal(state_of(voice).visibility, VISIBILITY_WAITING);
    assert_int_equal(state_of(voice).state, CHECK_WAITING);
    city_page(&c, "/waterstad/inbreng/7", 404);
    city_close(&c);
}

static void what_is_erased_keeps_its_number_only(void **state)
{
    (void)state;
    start();
    in = sent("Zoekwoord egel");
    in.title = STR("Zoekwoord otter");
    in.signed_by = STR("Zoekwoord fuut");
    const int64_t voice = comes_in();
    CHECK_OK(does(shows, voice, ""));
    CHECK_HAS(city_page(&c, "/waterstad/zoeken?q=otter", 200), "verhaal/verhaal-7");
    CHECK_HAS(city_page(&c, "/waterstad/verhaal/verhaal-7", 200), "egel");
    CHECK_OK(does(erases, voice, NULL));
    assert_int_equal(state_of(voice).visibility, VISIBILITY_ERASED);
    assert_int_equal(state_of(voice).body.n, 0);
    CHECK_NOT(city_page(&c, "/waterstad/zoeken?q=otter", 200), "verhaal-7");
    CHECK_NOT(city_page(&c, "/waterstad/verhaal/verhaal-7", 410), "fuut");
    assert_int_equal(does(erases, voice, NULL), ERR_GONE);
    assert_int_equal(does(shows, voice, ""), ERR_GONE);
    CHECK_OK(does(withdraws, voice, NULL));
    assert_int_equal(state_of(voice).account, ACCOUNT_WITHDRAWN);
    assert_int_equal(does(withdraws, voice, NULL), ERR_GONE);
    city_close(&c);
}

static void a_voice_from_a_folder_has_no_intake(void **state)
{
    (void)state;
    start();
    CHECK_OK(does(hides, c.voices[1], NULL));
    assert_int_equal(state_of(c.voices[1]).visibility, VISIBILITY_HIDDEN);
    CHECK_OK(does(shows, c.voices[6], ""));
    assert_int_equal(state_of(c.voices[6]).visibility, VISIBILITY_SHOWN);
    CHECK_OK(does(sets_aside, c.voices[6], NULL));
    CHECK_OK(does(withdraws, c.voices[6], NULL));
    assert_int_equal(does(shows, 9999, ""), ERR_MISSING);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_read_as_people_write_it),
        cmocka_unit_test(the_same_form_gives_the_same_receipt),
        cmocka_unit_test(each_choice_is_kept),
        cmocka_unit_test(words_left_out_stay_with_the_team),
        cmocka_unit_test(a_wave_is_kept_apart),
        cmocka_unit_test(what_somebody_keeps_apart_stays_so_until_they_end_it),
        cmocka_unit_test(a_batch_is_taken_back_to_where_each_was),
        cmocka_unit_test(what_is_hidden_for_a_reason_does_not_wait),
        cmocka_unit_test(a_correction_is_checked_again),
        cmocka_unit_test(what_is_erased_keeps_its_number_only),
        cmocka_unit_test(a_voice_from_a_folder_has_no_intake),
    };
    return RUN_TESTS(tests);
}
