/* show.test.c — the administrator sees what waits and what failed, never a text, and can try again or drop. */
#include "tests/city.h"

#include "web/mail.h"
#include "web/mail.sql.h"

enum { NOW = 1701000000 };

static struct city city;

static struct response ask(enum method method, const char *address, const char *body,
                           enum who role)
{
    struct response res;
    const struct try try = { .method = method,
                             .address = address,
                             .body = body,
                             .visitor = { 1, role, STR("Ada"), STR("sessie") },
                             .now = { NOW } };
    web_ask(city.store, city.db, &city.arena, &try, &res);
    return res;
}
static struct str page(void)
{
    const struct response res = ask(METHOD_GET, "/beheer/post", NULL, WHO_ADMINISTRATOR);
    assert_int_equal(res.status, 200);
    return (struct str){ res.body.s, res.body.n };
}
static void press(const char *address, int status)
{
    assert_int_equal(ask(METHOD_POST, address, "", WHO_ADMINISTRATOR).status, status);
}

static enum err some_mail(struct tx *tx, void *with)
{
    struct request req = { .arena = &city.arena, .db = tx->db, .now = { NOW } };
    struct letter l = letter_start(&city.arena, LANG_NL, STR("Onderwerp <b>"));
    const struct words *hello = mail_kind_words(MAIL_ACCOUNT);
    (void)with;
    letter_link(&l, hello, STR("https://dialoog.example/uitnodiging/GEHEIM"));
    TRY(mail_put(tx, &req,
                 &(struct mail){ MAIL_ACCOUNT, 1, STR("ada@voorbeeld.nl"), &l, STR("") }));
    TRY(mail_put(tx, &req,
                 &(struct mail){ MAIL_ACCOUNT, 2, STR("bob@voorbeeld.nl"), &l, STR("") }));
    return mail_failed(tx, 2, (struct instant){ NOW }, MAIL_REFUSED,
                       STR("550 <script>no such user"));
}
static enum err is_ready(struct tx *tx, void *with)
{
    return mail_line_set(tx, true, STR("dialoog@stad.example"), *(enum mail_fault *)with,
                         STR("535 no"));
}

static void it_says_how_mail_goes(void **state)
{
    (void)state;
    enum mail_fault fault = MAIL_FINE;
    city = (struct city){ 0 };
    city_open(&city, false);
    CHECK_HAS(page(), "nog geen mailserver");
    CHECK_OK(store_write(city.store, is_ready, &fault));
    CHECK_HAS(page(), "Mail komt van dialoog@stad.example");
    fault = MAIL_NO_LOGIN;
    CHECK_OK(store_write(city.store, is_ready, &fault));
    CHECK_HAS(page(), "naam of het wachtwoord");
    CHECK_HAS(page(), "535 no");
    assert_int_equal(ask(METHOD_GET, "/en/beheer/post", NULL, WHO_ADMINISTRATOR).status, 200);
    assert_int_equal(ask(METHOD_GET, "/beheer/post", NULL, WHO_EDITOR).status, 403);
    city_close(&city);
}

static void what_failed_is_tried_again_or_dropped(void **state)
{
    (void)state;
    city = (struct city){ 0 };
    city_open(&city, false);
    CHECK_OK(store_write(city.store, some_mail, NULL));
    const struct str before = page();
    CHECK_HAS(before, "1 mail wacht");
    CHECK_HAS(before, "1 mail kon niet weg");
    CHECK_HAS(before, "550 &lt;script&gt;no such user");
    CHECK_HAS(before, "Onderwerp &lt;b&gt;");
    CHECK_NOT(before, "GEHEIM");
    assert_int_equal(ask(METHOD_POST, "/beheer/post/2/weg", "", WHO_EDITOR).status, 403);
    press("/beheer/post/2/opnieuw", 303);
    CHECK_HAS(page(), "2 mails wachten");
    press("/beheer/post/2/weg", 303);
    press("/beheer/post/1/weg", 303);
    CHECK_NOT(page(), "bob@voorbeeld.nl");
    press("/beheer/post/2/weg", 404);
    press("/beheer/post/opnieuw", 303);
    city_close(&city);
}

static void a_trial_goes_to_one_address(void **state)
{
    (void)state;
    city = (struct city){ 0 };
    city_open(&city, false);
    assert_int_equal(
        ask(METHOD_POST, "/beheer/post", "e-mail=ada%40voorbeeld.nl", WHO_ADMINISTRATOR).status,
        303);
    CHECK_HAS(page(), "ada@voorbeeld.nl");
    CHECK_HAS(page(), "Proefmail");
    const struct response res =
        ask(METHOD_POST, "/beheer/post", "e-mail=ada%40voorbeeld.nl%2Cbob%40voorbeeld.nl",
            WHO_ADMINISTRATOR);
    assert_int_equal(res.status, 422);
    CHECK_HAS(((struct str){ res.body.s, res.body.n }), "ada@voorbeeld.nl,bob@voorbeeld.nl");
    city_close(&city);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_how_mail_goes),
        cmocka_unit_test(what_failed_is_tried_again_or_dropped),
        cmocka_unit_test(a_trial_goes_to_one_address),
    };
    return RUN_TESTS(tests);
}
