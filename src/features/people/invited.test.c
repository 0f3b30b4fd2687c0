/* invited.test.c — from an invitation to a password: once, in time, and by nothing but sending the form. */
#include "features/people/signed.h"

#define FRESH "een+heel+nieuw+woord"

static enum err invite(struct tx *tx, void *with)
{
    struct invited *made = with;
    struct request req = { .arena = &t.arena, .db = tx->db, .now = { NOON } };
    return people_invite(tx, &req, made->person, false, made);
}
static enum err invite_before(struct tx *tx, void *with)
{
    struct invited *made = with;
    struct request req = { .arena = &t.arena,
                           .db = tx->db,
                           .now = { NOON - INVITATION_HOURS * 3600 - 1 } };
    return people_invite(tx, &req, made->person, true, made);
}
static enum err wim_leaves(struct tx *tx, void *with)
{
    (void)with;
    return person_end(tx, t.wim, (struct instant){ NOON });
}

static const char *page_of(const struct invited *made)
{
    return arena_format(&t.arena, "/uitnodiging/%.*s", STR_ARG(made->code)).s;
}

static void it_is_used_once_by_sending_the_form(void **state)
{
    (void)state;
    begin();
    struct invited made = { .person = t.wim };
    write_down(invite, &made);
    const char *page = page_of(&made);
    for (int i = 0; i < 3; i++) assert_int_equal(ask(t.browser, page, NULL)->status, 200);
    CHECK_HAS(t.browser->reply.body, "Welkom, Wim");
    const struct str second = form_token_of(t.browser, page);
    fill(t.browser, page, page, "wachtwoord=" FRESH "&nog-eens=" FRESH);
    assert_int_equal(t.browser->reply.status, 303);
    CHECK_STR(header_of(&t.browser->reply, "Location"), "/beheer");
    assert_int_equal(ask(t.browser, "/beheer", NULL)->status, 200);
    struct browser *other = calloc(1, sizeof *other);
    ask(other, page,
        arena_format(&t.arena,
                     "formulier=%.*s&wachtwoord=nog+weer+een+ander&nog-eens=nog+weer+een+ander",
                     STR_ARG(second))
            .s);
    assert_int_equal(other->reply.status, 410);
    assert_int_equal(ask(other, page, NULL)->status, 410);
    assert_int_equal(sign_in_as(other, "wim@voorbeeld.nl", "nog+weer+een+ander")->status, 422);
    assert_int_equal(sign_in_as(other, "wim@voorbeeld.nl", FRESH)->status, 303);
    free(other);
    end();
}

static void a_weak_password_is_said(void **state)
{
    (void)state;
    begin();
    struct invited made = { .person = t.wim };
    write_down(invite, &made);
    const char *page = page_of(&made);
    assert_int_equal(fill(t.browser, page, page, "wachtwoord=kort&nog-eens=kort")->status, 422);
    CHECK_HAS(t.browser->reply.body, "ten minste 12 tekens");
    CHECK_NOT(t.browser->reply.body, "value=\"kort");
    fill(t.browser, page, page, "wachtwoord=" FRESH "&nog-eens=een+heel+ander+woord");
    assert_int_equal(t.browser->reply.status, 422);
    CHECK_HAS(t.browser->reply.body, "twee keer hetzelfde");
    assert_int_equal(
        fill(t.browser, page, page, "wachtwoord=" FRESH "&nog-eens=" FRESH)->status, 303);
    end();
}

/* What is over is over by every way: nothing else lets in who did not choose a password in time. */
static void an_old_one_opens_nothing(void **state)
{
    (void)state;
    begin();
    struct invited made = { .person = t.wim };
    write_down(invite_before, &made);
    const char *page = page_of(&made);
    const struct str token = form_token_of(t.browser, "/inloggen");
    const char *body =
        arena_format(&t.arena, "formulier=%.*s&wachtwoord=" FRESH "&nog-eens=" FRESH,
                     STR_ARG(token))
            .s;
    assert_int_equal(ask(t.browser, page, NULL)->status, 410);
    assert_int_equal(ask(t.browser, page, body)->status, 410);
    assert_int_equal(sign_in_as(t.browser, "wim@voorbeeld.nl", FRESH)->status, 422);
    assert_int_equal(
        sign_in_as(t.browser, "wim@voorbeeld.nl", "zeven+bruggen+over+water")->status, 422);
    assert_int_equal(sign_in_as(t.browser, "wim@voorbeeld.nl", "")->status, 422);
    assert_int_equal(ask(t.browser, "/inloggen/sleutel", NULL)->status, 303);
    assert_int_equal(ask(t.browser, "/beheer", NULL)->status, 303);
    end();
}

static void a_new_one_replaces_it_and_who_left_has_none(void **state)
{
    (void)state;
    begin();
    struct invited first = { .person = t.wim }, second = { .person = t.wim };
    write_down(invite, &first);
    write_down(invite, &second);
    assert_int_equal(ask(t.browser, page_of(&first), NULL)->status, 410);
    assert_int_equal(ask(t.browser, page_of(&second), NULL)->status, 200);
    write_down(wim_leaves, NULL);
    assert_int_equal(ask(t.browser, page_of(&second), NULL)->status, 410);
    assert_int_equal(ask(t.browser, "/uitnodiging/0000", NULL)->status, 410);
    end();
}

static void choosing_one_ends_every_session(void **state)
{
    (void)state;
    begin();
    struct browser *other = calloc(1, sizeof *other);
    sign_in_as(other, "wim@voorbeeld.nl", "zeven+bruggen+over+water");
    assert_int_equal(ask(other, "/beheer", NULL)->status, 200);
    struct invited made = { .person = t.wim };
    write_down(invite, &made);
    assert_int_equal(ask(other, "/beheer", NULL)->status, 200);
    fill(t.browser, page_of(&made), page_of(&made), "wachtwoord=" FRESH "&nog-eens=" FRESH);
    assert_int_equal(ask(other, "/beheer", NULL)->status, 303);
    assert_int_equal(sign_in_as(other, "wim@voorbeeld.nl", "zeven+bruggen+over+water")->status,
                     422);
    free(other);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_used_once_by_sending_the_form),
        cmocka_unit_test(a_weak_password_is_said),
        cmocka_unit_test(an_old_one_opens_nothing),
        cmocka_unit_test(a_new_one_replaces_it_and_who_left_has_none),
        cmocka_unit_test(choosing_one_ends_every_session),
    };
    return RUN_TESTS(tests);
}
