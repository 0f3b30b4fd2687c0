/* letter.test.c — an invitation goes by mail only when asked, to who gets a link, and not after goodbye. */
#include "features/people/signed.h"

#include "web/mail.sql.h"

static enum err is_ready(struct tx *tx, void *with)
{
    (void)with;
    return mail_line_set(tx, true, STR("dialoog@stad.example"), MAIL_FINE, STR(""));
}
static bool waits(struct mail_next_row *row)
{
    bool found;
    CHECK_OK(mail_next(t.db, &t.arena, (struct instant){ NOON }, row, &found));
    return found;
}

static void it_goes_when_asked(void **state)
{
    (void)state;
    struct mail_next_row row;
    begin();
    sign_in_as(t.browser, "ada@voorbeeld.nl", "zeven+bruggen+over+water");
    CHECK_NOT(ask(t.browser, "/beheer/mensen", NULL)->body, "name=\"mail\"");
    write_down(is_ready, NULL);
    CHECK_HAS(ask(t.browser, "/beheer/mensen", NULL)->body, "name=\"mail\"");
    fill(t.browser, "/beheer/mensen", "/beheer/mensen",
         "naam=Bo&e-mail=bo%40voorbeeld.nl&rol=editor&waar=1");
    CHECK_HAS(t.browser->reply.body, "Wij sturen niets");
    assert_false(waits(&row));
    fill(t.browser, "/beheer/mensen", "/beheer/mensen",
         "naam=Bo&e-mail=Bo2%40voorbeeld.nl&rol=editor&waar=1&mail=1");
    CHECK_HAS(t.browser->reply.body, "Wij sturen hem ook per mail");
    assert_true(waits(&row));
    CHECK_STR(row.address, "bo2@voorbeeld.nl");
    CHECK_HAS(row.body, "http://localhost:8080/uitnodiging/");
    CHECK_HAS(row.body, "drie dagen");
    const size_t at = str_find(row.body, STR("/uitnodiging/"));
    const struct str link = arena_copy(&t.arena, str_upto(str_from(row.body, at), 13 + 48));
    assert_int_equal(ask(t.browser, link.s, NULL)->status, 200);
    end();
}

static void who_has_a_password_gets_none(void **state)
{
    (void)state;
    struct mail_next_row row;
    begin();
    write_down(is_ready, NULL);
    sign_in_as(t.browser, "edo@voorbeeld.nl", "zeven+bruggen+over+water");
    fill(t.browser, "/wijk/beheer/mensen", "/wijk/beheer/mensen",
         "naam=Wim&e-mail=wim%40voorbeeld.nl&rol=reader&mail=1");
    assert_int_equal(t.browser->reply.status, 200);
    assert_false(waits(&row));
    end();
}

static void a_new_one_replaces_it_and_goodbye_stops_it(void **state)
{
    (void)state;
    struct mail_next_row first, second;
    begin();
    write_down(is_ready, NULL);
    sign_in_as(t.browser, "ada@voorbeeld.nl", "zeven+bruggen+over+water");
    const char *page = arena_format(&t.arena, "/beheer/mensen/%lld", (long long)t.wim).s;
    const char *again = arena_format(&t.arena, "%s/uitnodiging", page).s;
    fill(t.browser, again, again, "mail=1");
    assert_true(waits(&first));
    fill(t.browser, again, again, "mail=1");
    assert_true(waits(&second));
    assert_false(str_eq(first.body, second.body));
    fill(t.browser, arena_format(&t.arena, "%s/einde", page).s,
         arena_format(&t.arena, "%s/einde", page).s, "");
    assert_int_equal(t.browser->reply.status, 303);
    assert_false(waits(&first));
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_when_asked),
        cmocka_unit_test(who_has_a_password_gets_none),
        cmocka_unit_test(a_new_one_replaces_it_and_goodbye_stops_it),
    };
    return RUN_TESTS(tests);
}
