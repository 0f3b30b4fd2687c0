/* history.test.c — what was done is written down, and colleagues can read it back. */
#include "features/history/history.h"
#include "tests/place.h"

static const struct visitor reader = { 0, WHO_READER, { "Lezer", 5 }, { "sessie", 6 } };

struct act_of {
    struct city *c;
    struct change change;
    enum who role;
    int64_t row;
};

static enum err write_work(struct tx *tx, void *with)
{
    struct act_of *w = with;
    struct request req = { .arena = &w->c->arena, .now = { 1700000000 } };
    req.visitor.role = w->role;
    return history_write(tx, &req, &w->change, &w->row);
}

static int64_t done(struct city *c, enum thing thing, int64_t number, enum act act,
                    const char *before, const char *after)
{
    struct act_of w = {
        c, { c->dialogue, thing, number, act, 0, str_of(before), str_of(after) }, WHO_EDITOR, 0
    };
    CHECK_OK(store_write(c->store, write_work, &w));
    return w.row;
}

static struct str seen(struct city *c, const char *address, const struct visitor *as,
                       int status)
{
    struct response res;
    const struct try try = { .address = address, .visitor = *as, .now = { 1700000000 } };
    web_ask(c->store, c->db, &c->arena, &try, &res);
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s", address, res.status, status, err_why());
    return (struct str){ res.body.s, res.body.n };
}

static void says_who_did_what(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    done(&c, THING_VOICE, c.voice, ACT_HIDDEN, "shown", "personal");
    done(&c, THING_THEME, c.bank, ACT_CHANGED, "De <b>bank", "De stoel");
    const struct str page = seen(&c, "/wijk/beheer/geschiedenis", &reader, 200);
    CHECK_HAS(page, ">Inbreng 21</a>: niet laten zien");
    CHECK_HAS(page, "<del>Voor iedereen te lezen</del>"); /* a code, in words */
    CHECK_HAS(page, "<del>De &lt;b&gt;bank</del>");
    CHECK_HAS(page, "<ins>De stoel</ins>");
    CHECK_HAS(page, "<strong>redacteur</strong>");
    CHECK_HAS(page, "14 november 2023, 23.13 uur");
    CHECK(str_find(page, STR("De stoel")) <
          str_find(page, STR("Inbreng 21"))); /* newest first */
    CHECK_HAS(seen(&c, "/en/wijk/beheer/geschiedenis", &reader, 200),
              "<del>For everybody to read</del>");
    city_close(&c);
}

static void is_for_colleagues_only(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    const struct visitor nobody = { 0 };
    (void)seen(&c, "/wijk/beheer/geschiedenis", &nobody, 303);
    (void)seen(&c, "/wijk/beheer/geschiedenis/inbreng/21", &nobody, 303);
    city_close(&c);
}

static void keeps_to_the_dialogue_and_the_thing(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    done(&c, THING_VOICE, c.voice, ACT_REWORDED, "oud", "nieuw");
    done(&c, THING_POINT, 1, ACT_REWORDED, "punt toen", "punt nu");
    done(&c, THING_THEME, c.voice, ACT_CHANGED, "een ander ding met dit getal", "");
    const int64_t dialogue = c.dialogue;
    c.dialogue = 0; /* of the whole site */
    done(&c, THING_SITE, 1, ACT_CHANGED, "stad", "dorp");
    c.dialogue = dialogue;
    CHECK_NOT(seen(&c, "/wijk/beheer/geschiedenis", &reader, 200), "dorp");
    const struct str voice = seen(&c, "/wijk/beheer/geschiedenis/inbreng/21", &reader, 200);
    CHECK_HAS(voice, "<ins>nieuw</ins>");
    CHECK_NOT(voice, "punt nu");
    CHECK_NOT(voice, "een ander ding");
    CHECK_HAS(seen(&c, "/wijk/beheer/geschiedenis/punt/5", &reader, 200), "punt nu");
    CHECK_HAS(seen(&c, "/wijk/beheer/geschiedenis/thema/bank", &reader, 200), "Thema bank");
    (void)seen(&c, "/wijk/beheer/geschiedenis/inbreng/99", &reader, 404);
    (void)seen(&c, "/wijk/beheer/geschiedenis/punt/1", &reader, 404); /* an id is no number */
    (void)seen(&c, "/wijk/beheer/geschiedenis/thema/stoel", &reader, 404);
    city_close(&c);
}

static void shows_fifty_by_key_and_filters(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, false);
    int64_t row = 0, third = 0;
    for (int i = 1; i <= 53; i++) {
        row = done(&c, THING_THEME, c.bank, i == 2 ? ACT_MOVED : ACT_CHANGED, "",
                   arena_format(&c.arena, "stand-%d.", i).s);
        if (i == 3) third = row;
    }
    const struct str first = seen(&c, "/wijk/beheer/geschiedenis?wat=thema", &reader, 200);
    CHECK_HAS(first, "stand-53.");
    CHECK_HAS(first, "stand-4.");
    CHECK_NOT(first, "stand-3.");
    CHECK_HAS(first, "Volgende 50");
    const struct str rest = seen(
        &c,
        arena_format(&c.arena, "/wijk/beheer/geschiedenis?voor=%lld", (long long)third + 1).s,
        &reader, 200);
    CHECK_HAS(rest, "stand-3.");
    CHECK_NOT(rest, "stand-4.");
    CHECK_NOT(rest, "Volgende 50");
    CHECK_HAS(rest, "Terug naar het begin");
    const struct str moved =
        seen(&c, arena_format(&c.arena, "/wijk/beheer/geschiedenis?daad=%d", ACT_MOVED).s,
             &reader, 200);
    CHECK_HAS(moved, "stand-2.");
    CHECK_NOT(moved, "stand-53.");
    CHECK_HAS(seen(&c, "/wijk/beheer/geschiedenis?wat=bezwaar", &reader, 200),
              "Er is niets dat hierbij past.");
    (void)seen(&c, "/wijk/beheer/geschiedenis?wat=onzin", &reader, 400);
    (void)seen(&c, "/wijk/beheer/geschiedenis?daad=99", &reader, 400);
    (void)seen(&c, "/wijk/beheer/geschiedenis?voor=-1", &reader, 400);
    city_close(&c);
}

static enum err forget(struct tx *tx, void *with)
{
    const struct city *c = with;
    return history_forget(tx, THING_VOICE, c->voice);
}

static void erased_words_are_gone_the_act_is_not(void **state)
{
    (void)state;
    struct city c;
    int64_t newest;
    city_open(&c, false);
    const int64_t row = done(&c, THING_VOICE, c.voice, ACT_REWORDED, "geheim", "ook geheim");
    CHECK_OK(history_newest(c.db, THING_VOICE, c.voice, &newest));
    assert_int_equal(newest, row);
    CHECK_OK(history_newest(c.db, THING_VOICE, c.hidden, &newest));
    assert_int_equal(newest, 0);
    CHECK_OK(store_write(c.store, forget, &c));
    const struct str page = seen(&c, "/wijk/beheer/geschiedenis/inbreng/21", &reader, 200);
    CHECK_NOT(page, "geheim");
    CHECK_HAS(page, "anders opgeschreven");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_who_did_what),
        cmocka_unit_test(is_for_colleagues_only),
        cmocka_unit_test(keeps_to_the_dialogue_and_the_thing),
        cmocka_unit_test(shows_fifty_by_key_and_filters),
        cmocka_unit_test(erased_words_are_gone_the_act_is_not),
    };
    return RUN_TESTS(tests);
}
