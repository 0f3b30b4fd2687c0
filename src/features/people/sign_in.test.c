/* sign_in.test.c — signing in, in and out over a real socket: what it tells, what it counts, where it
 * leads. */
#include "features/people/signed.h"

#include <pthread.h>

#define RIGHT "zeven+bruggen+over+water"

static void the_right_password_opens_the_desk(void **state)
{
    (void)state;
    begin();
    assert_int_equal(ask(t.browser, "/beheer", NULL)->status, 303);
    CHECK_STR(header_of(&t.browser->reply, "Location"), "/inloggen?naar=%2Fbeheer");
    assert_int_equal(sign_in_as(t.browser, "EDO@voorbeeld.nl", RIGHT)->status, 303);
    CHECK_STR(header_of(&t.browser->reply, "Location"), "/beheer");
    CHECK_HAS(header_of(&t.browser->reply, "Set-Cookie"),
              "; Path=/; Secure; HttpOnly; SameSite=Lax");
    ask(t.browser, "/beheer", NULL);
    assert_int_equal(t.browser->reply.status, 200);
    CHECK_STR(header_of(&t.browser->reply, "Cache-Control"), "no-store");
    CHECK_HAS(t.browser->reply.body, "De wijk");
    CHECK_HAS(t.browser->reply.body, "redacteur");
    CHECK_NOT(t.browser->reply.body, "De stad");
    CHECK_NOT(t.browser->reply.body, "/beheer/mensen");
    end();
}

static void readers_see_nothing_of_it(void **state)
{
    (void)state;
    begin();
    sign_in_as(t.browser, "ada@voorbeeld.nl", RIGHT);
    ask(t.browser, "/privacy", NULL); /* for everybody, so it names nobody */
    CHECK_NOT(t.browser->reply.body, "Ada");
    CHECK_HAS(t.browser->reply.body, "/inloggen");
    t.browser->cookie = STR("");
    CHECK(!header_of(ask(t.browser, "/privacy", NULL), "Set-Cookie").n);
    CHECK_STR(header_of(&t.browser->reply, "Cache-Control"), "no-cache");
    CHECK(!header_of(ask(t.browser, "/inloggen", NULL), "Set-Cookie").n);
    end();
}

static void it_leads_only_to_places_here(void **state)
{
    static const char *const elsewhere[] = {
        "//kwaad.example",
        "/\\kwaad.example",
        "https://kwaad.example/",
        "kwaad",
        "/a%0d%0aX: y",
        "/a%0D%0aX",
        "/%5ckwaad.example",
        "\\\\kwaad.example",
        "/a b",
        "javascript:x",
        "",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(elsewhere); i++)
        CHECK_STR(go_on(str_of(elsewhere[i])).text, "/beheer");
    CHECK_STR(go_on(STR("/wijk/beheer/punten?na=3")).text, "/wijk/beheer/punten?na=3");
    CHECK_STR(go_on(STR("/")).text, "/");
    begin();
    fill(t.browser, "/inloggen?naar=%2F%2Fkwaad.example", "/inloggen?naar=%2F%2Fkwaad.example",
         "e-mail=edo%40voorbeeld.nl&wachtwoord=" RIGHT);
    CHECK_STR(header_of(&t.browser->reply, "Location"), "/beheer");
    t.browser->cookie = STR("");
    fill(t.browser, "/en/inloggen", "/en/inloggen?naar=%2Fwijk%2Fbeheer",
         "e-mail=edo%40voorbeeld.nl&wachtwoord=" RIGHT);
    CHECK_STR(header_of(&t.browser->reply, "Location"), "/en/wijk/beheer");
    end();
}

/* An answer without what differs in each: its token and what was typed. */
static struct str masked(const struct reply *reply, const char *typed)
{
    const struct str mark = STR("name=\"formulier\" value=\"");
    struct str body = arena_copy(&t.arena, reply->body);
    size_t at = str_find(body, mark);
    CHECK(at != SIZE_MAX);
    memset((char *)(uintptr_t)body.s + at + mark.n, '-', TOKEN_TEXT);
    at = str_find(body, str_of(typed));
    CHECK(at != SIZE_MAX);
    memset((char *)(uintptr_t)body.s + at, '-', strlen(typed));
    return body;
}

static void nobody_learns_who_exists(void **state)
{
    (void)state;
    begin();
    struct str answers[12];
    for (int i = 0; i < 6; i++) { /* also while it counts, and when it has counted enough */
        sign_in_as(t.browser, "edo@voorbeeld.nl", "niet+het+goede");
        assert_int_equal(t.browser->reply.status, i < 5 ? 422 : 429);
        answers[i] = masked(&t.browser->reply, "edo@voorbeeld.nl");
        sign_in_as(t.browser, "udo@voorbeeld.nl", "niet+het+goede");
        assert_int_equal(t.browser->reply.status, i < 5 ? 422 : 429);
        answers[6 + i] = masked(&t.browser->reply, "udo@voorbeeld.nl");
        CHECK(str_eq(answers[i], answers[6 + i]));
        CHECK(!header_of(&t.browser->reply, "Set-Cookie").n);
    }
    end();
}

static void who_waits_learns_nothing_from_the_right_one(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < 5; i++) sign_in_as(t.browser, "edo@voorbeeld.nl", "niet+het+goede");
    assert_int_equal(sign_in_as(t.browser, "edo@voorbeeld.nl", RIGHT)->status, 429);
    CHECK(!header_of(&t.browser->reply, "Set-Cookie").n);
    assert_int_equal(sign_in_as(t.browser, "wim@voorbeeld.nl", RIGHT)->status, 303);
    end();
}

static void a_right_one_wipes_the_count(void **state)
{
    (void)state;
    begin();
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 4; i++) sign_in_as(t.browser, "edo@voorbeeld.nl", "niet+het+goede");
        assert_int_equal(sign_in_as(t.browser, "edo@voorbeeld.nl", RIGHT)->status, 303);
        t.browser->cookie = STR("");
    }
    end();
}

struct racer {
    pthread_t thread;
    struct browser browser;
    struct str body;
};
static void *race(void *with)
{
    struct racer *r = with;
    const int fd = dial(web_port(t.web));
    say_bytes(fd, r->body.s, r->body.n);
    hear(fd, &r->browser.reply, false);
    close(fd);
    return NULL;
}

/* Twenty that come at once: five count, and the others wait, whatever was checked meanwhile. */
static void trying_many_at_once_wins_nothing(void **state)
{
    enum { RACERS = 20 };
    struct racer *racers = calloc(RACERS, sizeof *racers);
    (void)state;
    begin();
    for (int i = 0; i < RACERS; i++) {
        const struct str token = form_token_of(t.browser, "/inloggen");
        const struct str body =
            arena_format(&t.arena, "formulier=%.*s&e-mail=edo@voorbeeld.nl&wachtwoord=%s%d",
                         STR_ARG(token), "niet+het+goede", i);
        racers[i].body =
            arena_format(&t.arena,
                         "POST /inloggen HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n"
                         "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                         "%zu\r\n\r\n%.*s",
                         body.n, STR_ARG(body));
    }
    for (int i = 0; i < RACERS; i++)
        CHECK(!pthread_create(&racers[i].thread, NULL, race, &racers[i]));
    int wrong = 0, waits = 0;
    for (int i = 0; i < RACERS; i++) {
        pthread_join(racers[i].thread, NULL);
        wrong += racers[i].browser.reply.status == 422;
        waits += racers[i].browser.reply.status == 429;
    }
    assert_int_equal(wrong, 5);
    assert_int_equal(waits, RACERS - 5);
    free(racers);
    end();
}

static void a_session_begins_anew(void **state)
{
    (void)state;
    begin();
    t.browser->cookie = STR("__Host-dialoog=gekozen-door-een-ander");
    CHECK(sign_in_as(t.browser, "edo@voorbeeld.nl", RIGHT)->status == 303);
    CHECK_NOT(t.browser->cookie, "gekozen");
    struct browser *other = calloc(1, sizeof *other);
    other->cookie = STR("__Host-dialoog=gekozen-door-een-ander");
    assert_int_equal(ask(other, "/beheer", NULL)->status, 303);

    const struct str before = t.browser->cookie;
    fill(t.browser, "/beheer", "/uitloggen", "");
    assert_int_equal(t.browser->reply.status, 303);
    CHECK_HAS(header_of(&t.browser->reply, "Set-Cookie"), "Max-Age=0");
    other->cookie = before; /* ended here too, not only in the browser */
    CHECK_HAS(ask(other, "/uitloggen", "formulier=van-daarnet")->body, "U bent uitgelogd");
    assert_int_equal(ask(other, "/beheer", NULL)->status, 303);
    free(other);
    end();
}

static void no_form_without_its_token(void **state)
{
    (void)state;
    begin();
    assert_int_equal(
        ask(t.browser, "/inloggen", "e-mail=edo@voorbeeld.nl&wachtwoord=" RIGHT)->status, 422);
    CHECK(!header_of(&t.browser->reply, "Set-Cookie").n);
    sign_in_as(t.browser, "edo@voorbeeld.nl", RIGHT);
    assert_int_equal(ask(t.browser, "/uitloggen", "")->status, 422);
    CHECK_HAS(t.browser->reply.body, "U bent nog ingelogd");
    assert_int_equal(ask(t.browser, "/beheer", NULL)->status, 200);
    end();
}

/* ---- from a session to a person ---- */

static struct request asking(struct str cookie, int64_t now)
{
    return (struct request){ .arena = &t.arena, .db = t.db, .session = cookie, .now = { now } };
}

static enum err session_of_edo(struct tx *tx, void *with)
{
    (void)with;
    return session_add(tx, session_hash(&t.arena, STR("koek")), t.edo, (struct instant){ NOON },
                       STR("Firefox"), true, STR(""));
}
static enum err give_everywhere(struct tx *tx, void *with)
{
    const enum who *role = with;
    return role_put(tx, t.edo, false, 0, *role);
}
static enum err edo_leaves(struct tx *tx, void *with)
{
    (void)with;
    return person_end(tx, t.edo, (struct instant){ NOON });
}

static enum who role_at_page(const char *path, const char *slug, int64_t now)
{
    const struct page page = { .path = path };
    struct request req = asking(STR("koek"), now);
    req.param[0].text = str_of(slug);
    CHECK_OK(people_admit(NULL, &req, &page));
    CHECK(!req.visitor.role || req.visitor.person == t.edo);
    return req.visitor.person ? req.visitor.role : (enum who)9;
}

static void a_role_counts_where_the_page_stands(void **state)
{
    (void)state;
    begin();
    write_down(session_of_edo, NULL);
    assert_int_equal(role_at_page("/:dialogue/beheer", "wijk", NOON), WHO_EDITOR);
    assert_int_equal(role_at_page("/:dialogue/beheer", "stad", NOON), WHO_ANYONE);
    assert_int_equal(role_at_page("/:dialogue/beheer", "nergens", NOON), WHO_ANYONE);
    assert_int_equal(role_at_page("/beheer", "", NOON), WHO_READER);
    write_down(give_everywhere, &(enum who){ WHO_HOST });
    assert_int_equal(role_at_page("/:dialogue/beheer", "wijk", NOON), WHO_EDITOR);
    assert_int_equal(role_at_page("/:dialogue/beheer", "stad", NOON), WHO_HOST);
    assert_int_equal(role_at_page("/beheer", "", NOON), WHO_HOST);
    write_down(give_everywhere, &(enum who){ WHO_ADMINISTRATOR });
    assert_int_equal(role_at_page("/:dialogue/beheer", "wijk", NOON), WHO_ADMINISTRATOR);
    end();
}

static void a_session_does_not_last(void **state)
{
    enum { DAY = 86400, NOBODY = 9 };
    (void)state;
    begin();
    write_down(session_of_edo, NULL);
    assert_int_equal(role_at_page("/beheer", "", NOON + 14 * DAY - 1), WHO_READER);
    assert_int_equal(role_at_page("/beheer", "", NOON + 14 * DAY), NOBODY);
    for (int day = 1; day < 90; day++) { /* used every day */
        struct request req = asking(STR("koek"), NOON + day * DAY);
        CHECK_OK(people_admit(t.store, &req, &(struct page){ .path = "/beheer" }));
        CHECK(req.visitor.person == t.edo);
        write_down(give_everywhere, &(enum who){ WHO_HOST }); /* behind the note in the queue */
    }
    assert_int_equal(role_at_page("/beheer", "", NOON + 90 * DAY - 1), WHO_HOST);
    assert_int_equal(role_at_page("/beheer", "", NOON + 90 * DAY), NOBODY);
    assert_int_equal(role_at_page("/beheer", "", NOON + 89 * DAY), WHO_HOST);
    write_down(edo_leaves, NULL);
    assert_int_equal(role_at_page("/beheer", "", NOON + 89 * DAY), NOBODY);
    end();
}

static void a_device_is_known_again(void **state)
{
    struct arena a = { 0 };
    (void)state;
    CHECK_STR(device_of(&a, STR("Mozilla/5.0 (Windows NT 10.0) Gecko/1 Firefox/128.0")),
              "Firefox · Windows");
    CHECK_STR(
        device_of(&a,
                  STR("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1")),
        "Safari · iPhone");
    CHECK_STR(
        device_of(&a,
                  STR("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0")),
        "Edge · Windows");
    CHECK_STR(device_of(&a, STR("<script>alert(1)</script>")), "");
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_password_opens_the_desk),
        cmocka_unit_test(readers_see_nothing_of_it),
        cmocka_unit_test(it_leads_only_to_places_here),
        cmocka_unit_test(nobody_learns_who_exists),
        cmocka_unit_test(who_waits_learns_nothing_from_the_right_one),
        cmocka_unit_test(a_right_one_wipes_the_count),
        cmocka_unit_test(trying_many_at_once_wins_nothing),
        cmocka_unit_test(a_session_begins_anew),
        cmocka_unit_test(no_form_without_its_token),
        cmocka_unit_test(a_role_counts_where_the_page_stands),
        cmocka_unit_test(a_session_does_not_last),
        cmocka_unit_test(a_device_is_known_again),
    };
    return RUN_TESTS(tests);
}
