/* me.test.c — one's own account: a name, another password, a passkey as a second step, and ending
 * sessions; and that none of it reaches another's. */
#include "features/people/signed.h"
#include "tests/authenticator.h"

#define RIGHT "zeven+bruggen+over+water"
#define FRESH "een+heel+nieuw+woord"

static struct browser *other;

static void two_browsers_of_edo(void)
{
    begin();
    other = calloc(1, sizeof *other);
    sign_in_as(t.browser, "edo@voorbeeld.nl", RIGHT);
    sign_in_as(other, "edo@voorbeeld.nl", RIGHT);
}
static void end_both(void)
{
    free(other);
    end();
}

static bool is_in(struct browser *b)
{
    return ask(b, "/beheer", NULL)->status == 200;
}

static void a_name_can_change(void **state)
{
    (void)state;
    two_browsers_of_edo();
    fill(t.browser, "/beheer/ik", "/beheer/ik",
         "naam=Edo+%3Cb%3Evan+Dijk&role=5&person=1&email=x@y.nl");
    CHECK_STR(header_of(&t.browser->reply, "Location"), "/beheer/ik?gedaan=naam");
    ask(t.browser, "/beheer/ik", NULL);
    CHECK_HAS(t.browser->reply.body, "Edo &lt;b&gt;van Dijk");
    CHECK_HAS(t.browser->reply.body, "edo@voorbeeld.nl"); /* more fields change nothing */
    assert_int_equal(ask(t.browser, "/beheer/mensen", NULL)->status, 403);
    assert_int_equal(fill(t.browser, "/beheer/ik", "/beheer/ik", "naam=+")->status, 422);
    end_both();
}

static void another_password_asks_for_the_old_one(void **state)
{
    (void)state;
    two_browsers_of_edo();
    const char *page = "/beheer/ik/wachtwoord";
    fill(t.browser, page, page, "nu=niet+het+goede&wachtwoord=" FRESH "&nog-eens=" FRESH);
    assert_int_equal(t.browser->reply.status, 422);
    CHECK_HAS(t.browser->reply.body, "niet uw wachtwoord van nu");
    fill(t.browser, page, page, "nu=" RIGHT "&wachtwoord=kort&nog-eens=kort");
    assert_int_equal(t.browser->reply.status, 422);
    CHECK(is_in(other));
    fill(t.browser, page, page, "nu=" RIGHT "&wachtwoord=" FRESH "&nog-eens=" FRESH);
    assert_int_equal(t.browser->reply.status, 303);
    CHECK(is_in(t.browser) && !is_in(other));
    assert_int_equal(sign_in_as(other, "edo@voorbeeld.nl", RIGHT)->status, 422);
    assert_int_equal(sign_in_as(other, "edo@voorbeeld.nl", FRESH)->status, 303);
    end_both();
}

static void guessing_the_old_one_counts(void **state)
{
    (void)state;
    two_browsers_of_edo();
    const char *page = "/beheer/ik/wachtwoord";
    for (int i = 0; i < 5; i++)
        fill(t.browser, page, page, "nu=niet+het+goede&wachtwoord=" FRESH "&nog-eens=" FRESH);
    fill(t.browser, page, page, "nu=" RIGHT "&wachtwoord=" FRESH "&nog-eens=" FRESH);
    assert_int_equal(t.browser->reply.status, 429);
    end_both();
}

/* The number of the first session, or passkey, that can be ended on the page. */
static const char *first(struct browser *b, const char *before, const char *behind)
{
    const struct str body = ask(b, "/beheer/ik", NULL)->body;
    const size_t at = str_find(body, str_of(before));
    if (at == SIZE_MAX) fail_msg("no %s", before);
    const struct str rest = str_from(body, at);
    return arena_copy(&t.arena, str_upto(rest, str_find(rest, str_of(behind)) + strlen(behind)))
        .s;
}

static void a_session_can_be_ended_from_elsewhere(void **state)
{
    (void)state;
    two_browsers_of_edo();
    ask(t.browser, "/beheer/ik", NULL);
    CHECK_HAS(t.browser->reply.body, "Firefox · Linux");
    CHECK_HAS(t.browser->reply.body, "(dit apparaat)");
    const char *theirs = first(t.browser, "/beheer/ik/sessie/", "/uit");

    struct browser *wim = calloc(1, sizeof *wim);
    sign_in_as(wim, "wim@voorbeeld.nl", RIGHT);
    fill(wim, "/beheer/ik", theirs, ""); /* another's session stays */
    CHECK(is_in(other));
    free(wim);

    assert_int_equal(ask(t.browser, theirs, "")->status, 403); /* not without its token */
    CHECK(is_in(other));
    fill(t.browser, "/beheer/ik", theirs, "");
    CHECK(is_in(t.browser) && !is_in(other));
    sign_in_as(other, "edo@voorbeeld.nl", RIGHT);
    fill(other, "/beheer/ik", "/beheer/ik/sessies/uit", "");
    CHECK(!is_in(t.browser) && is_in(other));
    end_both();
}

/* ---- passkeys ---- */

static struct str shown(struct browser *b, const char *name)
{
    struct str mark = arena_format(&t.arena, "%s=\"", name), bytes;
    const size_t at = str_find(b->reply.body, mark);
    if (at == SIZE_MAX) fail_msg("no %s", name);
    const struct str rest = str_from(b->reply.body, at + mark.n);
    CHECK(base64url_read(&t.arena, str_upto(rest, str_find(rest, STR("\""))), &bytes));
    return bytes;
}

static struct passkey_site site(void)
{
    struct passkey_site here;
    CHECK_OK(passkey_site_read(&t.arena, STR("http://localhost:8080"), &here));
    return here;
}

static struct reply *add_passkey(struct browser *b, struct authenticator *phone)
{
    struct str client, attestation;
    const struct passkey_site here = site();
    const char *begin = "/beheer/ik/sleutel/nieuw";
    fill(b, begin, begin, "nu=" RIGHT);
    const struct str token = form_token_of(b, "/beheer/ik/sleutel");
    const struct asked asks = asked_of(&here, shown(b, "data-challenge"));
    authenticator_make(&t.arena, phone, &asks, &client, &attestation);
    return ask(b, "/beheer/ik/sleutel",
               arena_format(&t.arena,
                            "formulier=%.*s&naam=Telefoon&client=%.*s&attestation=%.*s",
                            STR_ARG(token), STR_ARG(client), STR_ARG(attestation))
                   .s);
}

static enum err handle_of(struct tx *tx, void *with)
{
    struct person_get_row row;
    bool found;
    TRY(person_get(tx->db, &t.arena, t.edo, &row, &found));
    *(struct str *)with = row.handle;
    return OK;
}

/* What the second step is sent for this challenge. */
static const char *proof(struct authenticator *phone, struct str challenge, struct str token)
{
    struct passkey_sent sent;
    struct str handle;
    const struct passkey_site here = site();
    const struct asked asks = asked_of(&here, challenge);
    write_down(handle_of, &handle);
    authenticator_use(&t.arena, phone, &asks, handle, &sent);
    return arena_format(&t.arena,
                        "formulier=%.*s&id=%.*s&client=%.*s&authenticator=%.*s&signature=%.*s"
                        "&person=%.*s",
                        STR_ARG(token), STR_ARG(sent.id), STR_ARG(sent.client),
                        STR_ARG(sent.authenticator), STR_ARG(sent.signature),
                        STR_ARG(sent.person))
        .s;
}

static void a_passkey_becomes_the_second_step(void **state)
{
    const char *step = "/inloggen/sleutel?naar=%2Fwijk";
    (void)state;
    two_browsers_of_edo();
    struct authenticator phone = authenticator_new(AUTHENTICATOR_ES256);
    assert_int_equal(add_passkey(t.browser, &phone)->status, 303);
    ask(t.browser, "/beheer/ik", NULL);
    CHECK_HAS(t.browser->reply.body, "Telefoon");

    other->cookie = STR("");
    fill(other, "/inloggen?naar=%2Fwijk", "/inloggen?naar=%2Fwijk",
         "e-mail=edo@voorbeeld.nl&wachtwoord=" RIGHT);
    CHECK_STR(header_of(&other->reply, "Location"), step);
    const struct str half = other->cookie;
    CHECK(!is_in(other)); /* half a session opens nothing */
    assert_int_equal(ask(other, "/beheer/ik", NULL)->status, 303);

    struct str token = form_token_of(other, step);
    const struct str first_challenge = shown(other, "data-challenge");
    struct authenticator stranger = authenticator_new(AUTHENTICATOR_ES256);
    assert_int_equal(ask(other, step, proof(&stranger, first_challenge, token))->status, 422);
    CHECK(!is_in(other));
    /* That challenge is spent: the right phone signs it in vain. */
    token = form_token_of(other, step);
    assert_int_equal(ask(other, step, proof(&phone, first_challenge, token))->status, 422);
    token = form_token_of(other, step);
    assert_int_equal(
        ask(other, step, proof(&phone, shown(other, "data-challenge"), token))->status, 303);
    CHECK_STR(header_of(&other->reply, "Location"), "/wijk");
    CHECK(is_in(other));
    CHECK(!str_eq(other->cookie, half)); /* the half session is gone */
    const struct str whole = other->cookie;
    other->cookie = half;
    CHECK(!is_in(other));
    assert_int_equal(ask(other, step, NULL)->status, 303);
    other->cookie = whole;

    const char *gone = "/beheer/ik/sleutel/1/weg";
    ask(other, "/beheer/ik", NULL);
    CHECK_HAS(other->reply.body, "/beheer/ik/sleutel/1/weg");
    fill(other, gone, gone, "nu=een-ander-wachtwoord");
    assert_int_equal(other->reply.status, 422);
    ask(other, "/beheer/ik", NULL);
    CHECK_HAS(other->reply.body, "Telefoon");
    fill(other, gone, gone, "nu=" RIGHT);
    assert_int_equal(other->reply.status, 303);
    other->cookie = STR("");
    assert_int_equal(sign_in_as(other, "edo@voorbeeld.nl", RIGHT)->status, 303);
    CHECK(is_in(other));
    authenticator_end(&phone);
    authenticator_end(&stranger);
    end_both();
}

static void a_passkey_of_another_proves_nothing(void **state)
{
    const char *step = "/inloggen/sleutel?naar=%2Fbeheer";
    (void)state;
    two_browsers_of_edo();
    struct authenticator edos = authenticator_new(AUTHENTICATOR_ES256);
    struct authenticator wims = authenticator_new(AUTHENTICATOR_EDDSA);
    add_passkey(t.browser, &edos);
    other->cookie = STR("");
    sign_in_as(other, "wim@voorbeeld.nl", RIGHT);
    assert_int_equal(add_passkey(other, &edos)->status, 422); /* it is somebody's already */
    assert_int_equal(add_passkey(other, &wims)->status, 303);
    assert_int_equal(ask(other, "/beheer/ik/sleutel/1/weg", NULL)->status, 404);
    fill(other, "/beheer/ik/sleutel/nieuw", "/beheer/ik/sleutel/1/weg", "nu=" RIGHT);
    other->cookie = STR("");
    sign_in_as(other, "edo@voorbeeld.nl", RIGHT);
    CHECK_STR(header_of(&other->reply, "Location"), step);
    const struct str token = form_token_of(other, step);
    assert_int_equal(
        ask(other, step, proof(&wims, shown(other, "data-challenge"), token))->status, 422);
    CHECK(!is_in(other));
    authenticator_end(&edos);
    authenticator_end(&wims);
    end_both();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_can_change),
        cmocka_unit_test(another_password_asks_for_the_old_one),
        cmocka_unit_test(guessing_the_old_one_counts),
        cmocka_unit_test(a_session_can_be_ended_from_elsewhere),
        cmocka_unit_test(a_passkey_becomes_the_second_step),
        cmocka_unit_test(a_passkey_of_another_proves_nothing),
    };
    return RUN_TESTS(tests);
}
