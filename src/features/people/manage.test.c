/* manage.test.c — who may give what to whom: each role against each thing that is to be given, the last
 * administrator, and that who is let go is gone at once. */
#include "features/people/signed.h"

#define RIGHT "zeven+bruggen+over+water"

static struct browser *ada, *edo, *wim;

static void all_come_in(void)
{
    begin();
    ada = calloc(1, sizeof *ada);
    edo = calloc(1, sizeof *edo);
    wim = calloc(1, sizeof *wim);
    sign_in_as(ada, "ada@voorbeeld.nl", RIGHT);
    sign_in_as(edo, "edo@voorbeeld.nl", RIGHT);
    sign_in_as(wim, "wim@voorbeeld.nl", RIGHT);
}
static void all_go(void)
{
    free(ada), free(edo), free(wim);
    end();
}

static struct person_find_row person(const char *email, bool *found)
{
    struct person_find_row row = { 0 };
    CHECK_OK(person_find(t.db, &t.arena, str_of(email), &row, found));
    return row;
}
static int role_of(int64_t id, int64_t dialogue)
{
    struct role_at_row row;
    bool found;
    CHECK_OK(role_at(t.db, &t.arena, id, dialogue, &row, &found));
    return found ? (int)row.role : 0;
}
static int64_t role_id(int64_t id, int64_t dialogue)
{
    struct role_at_row row;
    bool found;
    CHECK_OK(role_at(t.db, &t.arena, id, dialogue, &row, &found));
    return found ? row.id : 0;
}
static const char *at(const char *format, int64_t a, int64_t b)
{
    struct str path = STR("");
    const char *mark = strstr(format, "%a");
    path = mark ? arena_format(&t.arena, "%.*s%lld%s", (int)(mark - format), format,
                               (long long)a, mark + 2)
                : arena_copy(&t.arena, str_of(format));
    mark = strstr(path.s, "%b");
    return mark ? arena_format(&t.arena, "%.*s%lld%s", (int)(mark - path.s), path.s,
                               (long long)b, mark + 2)
                      .s
                : path.s;
}

static void an_administrator_invites(void **state)
{
    bool found;
    (void)state;
    all_come_in();
    fill(ada, "/beheer/mensen", "/beheer/mensen",
         at("naam=Nina&e-mail=Nina@Voorbeeld.nl&rol=host&waar=%a", t.dialogue, 0));
    assert_int_equal(ada->reply.status, 200);
    CHECK_HAS(ada->reply.body, "http://localhost:8080/uitnodiging/");
    CHECK_STR(header_of(&ada->reply, "Cache-Control"), "no-store");
    const struct person_find_row nina = person("nina@voorbeeld.nl", &found);
    CHECK(found);
    assert_int_equal(role_of(nina.id, t.dialogue), WHO_HOST);
    ask(ada, "/beheer/mensen", NULL); /* shown once */
    CHECK_NOT(ada->reply.body, "/uitnodiging/");
    CHECK_HAS(ada->reply.body, "Nina");
    fill(ada, "/beheer/mensen", "/beheer/mensen", "naam=&e-mail=geen&rol=koning&waar=99");
    assert_int_equal(ada->reply.status, 422);
    CHECK_HAS(ada->reply.body, "id=\"rol-problem\"");
    fill(ada, "/beheer/mensen", "/beheer/mensen",
         at("naam=B&e-mail=b@voorbeeld.nl&rol=administrator&waar=%a", t.dialogue, 0));
    assert_int_equal(ada->reply.status, 422);
    CHECK_HAS(ada->reply.body, "id=\"waar-problem\"");
    person("b@voorbeeld.nl", &found);
    CHECK(!found);
    all_go();
}

static void lesser_roles_stay_outside(void **state)
{
    static const char *const pages[] = { "/beheer/mensen", "/beheer/mensen/1",
                                         "/beheer/mensen/1/uitnodiging",
                                         "/beheer/mensen/1/einde" };
    (void)state;
    all_come_in();
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        assert_int_equal(ask(ada, pages[i], NULL)->status, 200);
        assert_int_equal(ask(edo, pages[i], NULL)->status, 403);
        fill(edo, "/beheer", pages[i], "naam=X&e-mail=x@y.nl&rol=administrator&waar=0");
        assert_int_equal(edo->reply.status, 403);
    }
    fill(edo, "/beheer", at("/beheer/mensen/%a/rol/%b/weg", t.ada, role_id(t.ada, 0)), "");
    assert_int_equal(edo->reply.status, 403);
    assert_int_equal(role_of(t.ada, 0), WHO_ADMINISTRATOR);
    assert_int_equal(ask(edo, "/wijk/beheer/mensen", NULL)->status, 200);
    assert_int_equal(ask(edo, "/stad/beheer/mensen", NULL)->status, 403);
    assert_int_equal(ask(wim, "/wijk/beheer/mensen", NULL)->status, 403);
    all_go();
}

static void an_editor_gives_less_than_they_have_and_only_here(void **state)
{
    bool found;
    (void)state;
    all_come_in();
    const char *page = "/wijk/beheer/mensen";
    fill(edo, page, page,
         at("naam=Nina&e-mail=nina@voorbeeld.nl&rol=writer&waar=%a&dialogue=%b", t.other,
            t.other));
    assert_int_equal(edo->reply.status, 200);
    CHECK_HAS(edo->reply.body, "/uitnodiging/");
    const int64_t nina = person("nina@voorbeeld.nl", &found).id;
    assert_int_equal(role_of(nina, t.dialogue), WHO_WRITER);
    assert_int_equal(role_of(nina, t.other), 0);
    assert_int_equal(role_of(nina, 0), 0);

    fill(edo, page, page, "naam=Karel&e-mail=karel@voorbeeld.nl&rol=editor");
    assert_int_equal(edo->reply.status, 422);
    fill(edo, page, page, "naam=Karel&e-mail=karel@voorbeeld.nl&rol=administrator");
    assert_int_equal(edo->reply.status, 422);
    person("karel@voorbeeld.nl", &found);
    CHECK(!found);
    fill(edo, page, page, "naam=Edo&e-mail=edo@voorbeeld.nl&rol=reader"); /* nor to an equal */
    assert_int_equal(edo->reply.status, 422);
    assert_int_equal(role_of(t.edo, t.dialogue), WHO_EDITOR);

    fill(edo, page, at("/wijk/beheer/mensen/%a/weg", role_id(t.edo, t.dialogue), 0), "");
    assert_int_equal(edo->reply.status, 403);
    fill(edo, page, at("/wijk/beheer/mensen/%a/weg", role_id(t.ada, 0), 0), "");
    assert_int_equal(edo->reply.status, 404);
    fill(edo, page, at("/wijk/beheer/mensen/%a/weg", role_id(t.wim, t.dialogue), 0), "");
    assert_int_equal(edo->reply.status, 303);
    assert_int_equal(role_of(t.wim, t.dialogue), 0);
    assert_int_equal(ask(wim, "/wijk/beheer/geschiedenis", NULL)->status, 403);
    all_go();
}

/* An editor may not get hold of the account of who may do more: no link to one that exists. */
static void an_editor_gets_no_link_of_another(void **state)
{
    (void)state;
    all_come_in();
    fill(ada, "/beheer/mensen", "/beheer/mensen",
         "naam=Baas+Twee&e-mail=twee@voorbeeld.nl&rol=administrator&waar=0");
    CHECK_HAS(ada->reply.body, "/uitnodiging/");
    const char *page = "/wijk/beheer/mensen";
    fill(edo, page, page, "naam=Twee&e-mail=twee@voorbeeld.nl&rol=reader");
    assert_int_equal(edo->reply.status, 200);
    CHECK_NOT(edo->reply.body, "/uitnodiging/");
    fill(edo, page, page, "naam=Ada&e-mail=ada@voorbeeld.nl&rol=reader");
    CHECK_NOT(edo->reply.body, "/uitnodiging/");
    CHECK(ask(ada, "/beheer/mensen", NULL)->status == 200);
    all_go();
}

static void one_administrator_remains(void **state)
{
    bool found;
    (void)state;
    all_come_in();
    const char *mine = at("/beheer/mensen/%a", t.ada, 0);
    fill(ada, mine, at("/beheer/mensen/%a/rol/%b/weg", t.ada, role_id(t.ada, 0)), "");
    assert_int_equal(ada->reply.status, 409);
    fill(ada, mine, mine, "rol=reader&waar=0");
    assert_int_equal(ada->reply.status, 422);
    fill(ada, mine, at("/beheer/mensen/%a/einde", t.ada, 0), "");
    assert_int_equal(ada->reply.status, 409);
    fill(ada, "/beheer/mensen", "/beheer/mensen",
         "naam=Ada&e-mail=ada@voorbeeld.nl&rol=reader&waar=0");
    assert_int_equal(ada->reply.status, 422);
    /* One who was invited and has no password yet is no other. */
    fill(ada, "/beheer/mensen", "/beheer/mensen",
         "naam=Twee&e-mail=twee@voorbeeld.nl&rol=administrator&waar=0");
    person("twee@voorbeeld.nl", &found);
    CHECK(found);
    fill(ada, mine, at("/beheer/mensen/%a/rol/%b/weg", t.ada, role_id(t.ada, 0)), "");
    assert_int_equal(ada->reply.status, 409);
    assert_int_equal(role_of(t.ada, 0), WHO_ADMINISTRATOR);
    fill(ada, mine, at("/beheer/mensen/%a", t.edo, 0), "rol=administrator&waar=0");
    assert_int_equal(ada->reply.status, 303);
    fill(ada, mine, at("/beheer/mensen/%a/rol/%b/weg", t.ada, role_id(t.ada, 0)), "");
    assert_int_equal(ada->reply.status, 303);
    assert_int_equal(ask(ada, "/beheer/mensen", NULL)->status, 403);
    all_go();
}

static void who_is_let_go_is_gone_at_once(void **state)
{
    bool found;
    (void)state;
    all_come_in();
    assert_int_equal(ask(edo, "/wijk/beheer/mensen", NULL)->status, 200);
    const struct str open = form_token_of(edo, "/wijk/beheer/mensen");
    const char *page = at("/beheer/mensen/%a/einde", t.edo, 0);
    assert_int_equal(fill(ada, page, page, "")->status, 303);
    assert_int_equal(ask(edo, "/wijk/beheer/mensen", NULL)->status, 303);
    ask(edo, "/wijk/beheer/mensen",
        arena_format(&t.arena, "formulier=%.*s&naam=N&e-mail=n@voorbeeld.nl&rol=reader",
                     STR_ARG(open))
            .s);
    assert_int_equal(edo->reply.status, 403); /* also the form that stood open */
    person("n@voorbeeld.nl", &found);
    CHECK(!found);
    edo->cookie = STR("");
    assert_int_equal(sign_in_as(edo, "edo@voorbeeld.nl", RIGHT)->status, 422);
    assert_int_equal(role_of(t.edo, t.dialogue), 0);
    assert_int_equal(ask(ada, at("/beheer/mensen/%a", t.edo, 0), NULL)->status, 404);
    all_go();
}

static void starting_over_ends_what_there_was(void **state)
{
    (void)state;
    all_come_in();
    const char *page = at("/beheer/mensen/%a/uitnodiging", t.edo, 0);
    fill(ada, page, page, "");
    CHECK_HAS(ada->reply.body, "/uitnodiging/");
    assert_int_equal(ask(edo, "/beheer", NULL)->status, 200); /* only an invitation */
    fill(ada, page, page, "opnieuw=1");
    CHECK_HAS(ada->reply.body, "/uitnodiging/");
    assert_int_equal(ask(edo, "/beheer", NULL)->status, 303);
    edo->cookie = STR("");
    assert_int_equal(sign_in_as(edo, "edo@voorbeeld.nl", RIGHT)->status, 422);
    all_go();
}

static void each_change_is_written_down(void **state)
{
    (void)state;
    all_come_in();
    fill(ada, at("/beheer/mensen/%a", t.wim, 0), at("/beheer/mensen/%a", t.wim, 0),
         at("rol=host&waar=%a", t.dialogue, 0));
    assert_int_equal(ada->reply.status, 303);
    ask(ada, "/wijk/beheer/geschiedenis", NULL);
    assert_int_equal(ada->reply.status, 200);
    CHECK_HAS(ada->reply.body, "een rol gegeven of weggehaald");
    CHECK_HAS(ada->reply.body, "gespreksleider"); /* and not its code */
    all_go();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_administrator_invites),
        cmocka_unit_test(lesser_roles_stay_outside),
        cmocka_unit_test(an_editor_gives_less_than_they_have_and_only_here),
        cmocka_unit_test(an_editor_gets_no_link_of_another),
        cmocka_unit_test(one_administrator_remains),
        cmocka_unit_test(who_is_let_go_is_gone_at_once),
        cmocka_unit_test(starting_over_ends_what_there_was),
        cmocka_unit_test(each_change_is_written_down),
    };
    return RUN_TESTS(tests);
}
