/* mail.test.c — a mail exists when what it is about does, is sent once, is tried again as long as that makes
 * sense, and is gone in time. The server here is one that the test speaks for; tests/mail has a real one. */
#include "base/test.h"

#include "web/mailer.h"

#include <string.h>

enum { NOW = 1700000000, SENT_MOST = 64, DAYS = 86400 };

static struct {
    struct store *store;
    struct db *db;
    struct arena arena;
    struct mail_settings settings;
    int64_t now;
    unsigned fails;
    struct mail_answer answer;            /* to each */
    enum mail_fault (*to)(struct str to); /* or by address */
    struct str sent[SENT_MOST], receivers[SENT_MOST];
    size_t sent_n;
    size_t stop_after; /* the program ends after so many; 0: it goes on */
} t;

static void begin(void)
{
    memset(&t, 0, sizeof t);
    t.now = NOW;
    t.settings =
        (struct mail_settings){ .host = "localhost", .from = STR("dialoog@stad.example") };
    assert_null(mail_settings_check(&t.settings));
    CHECK_OK(store_open_memory(&t.store));
    CHECK_OK(store_reader(t.store, &t.db));
}

static void end(void)
{
    store_reader_close(t.db);
    store_close(t.store);
    arena_end(&t.arena);
}

/* ---- the other side ---- */

static struct instant now(void *with)
{
    (void)with;
    return (struct instant){ t.now };
}
static bool stop(void *with)
{
    (void)with;
    return t.stop_after && t.sent_n >= t.stop_after;
}
static void take(void *with, struct str from, struct str to, struct str message,
                 struct mail_answer *answer)
{
    (void)with, (void)from;
    assert_true(t.sent_n < SENT_MOST);
    t.receivers[t.sent_n] = arena_copy(&t.arena, to);
    t.sent[t.sent_n++] = arena_copy(&t.arena, message);
    *answer = t.answer;
    if (t.to) answer->fault = t.to(to);
}
static size_t turn(void)
{
    return mailer_turn(t.store, &t.settings, now, stop, take, NULL, &t.fails);
}

/* ---- this side ---- */

struct putting {
    struct mail mail;
    enum err after; /* what the rest of the transaction gives */
};
static enum err put_work(struct tx *tx, void *with)
{
    const struct putting *p = with;
    struct request req = { .arena = &t.arena, .db = tx->db, .now = { t.now } };
    TRY(mail_put(tx, &req, &p->mail));
    return p->after == OK ? OK : FAIL(p->after, "the rest of it");
}
static enum err put_kind(enum mail_kind kind, const char *to, int64_t about, enum err after)
{
    struct letter l = letter_start(&t.arena, LANG_NL, STR("Uw aanmelding"));
    letter_say(&l, STR("Dag Ada,"));
    const struct mail mail = { .kind = kind, .about = about, .to = str_of(to), .letter = &l };
    return store_write(t.store, put_work, &(struct putting){ mail, after });
}
static enum err put(const char *to, int64_t about, enum err after)
{
    return put_kind(MAIL_REGISTRATION, to, about, after);
}
static struct mail_standing standing(void)
{
    struct mail_standing s;
    CHECK_OK(mail_standing(t.db, &t.arena, &s));
    return s;
}
static enum err forget_work(struct tx *tx, void *with)
{
    (void)with;
    return mail_forget(tx, MAIL_REGISTRATION, 7);
}
static enum err tidy_work(struct tx *tx, void *with)
{
    (void)with;
    return mail_tidy(tx, (struct instant){ t.now });
}
static enum err again_work(struct tx *tx, void *with)
{
    struct request req = { .arena = &t.arena, .db = tx->db, .now = { t.now } };
    return *(int64_t *)with ? mail_again(tx, &req, *(int64_t *)with) : mail_all_again(tx, &req);
}
static enum err drop_work(struct tx *tx, void *with)
{
    return mail_drop(tx, *(int64_t *)with);
}

static struct str message_id(size_t i)
{
    const size_t at = str_find(t.sent[i], STR("Message-ID: <"));
    return str_upto(str_from(t.sent[i], at + 13), 32);
}

/* ---- */

static void it_exists_when_the_rest_does(void **state)
{
    (void)state;
    begin();
    assert_int_equal(put("ada@voorbeeld.nl", 1, ERR_CLASH), ERR_CLASH);
    assert_int_equal(standing().waiting, 0);
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    assert_int_equal(standing().waiting, 1);
    end();
}

static void it_is_sent_once(void **state)
{
    (void)state;
    begin();
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    CHECK_OK(put("bob@voorbeeld.nl", 2, OK));
    assert_int_equal(turn(), 2);
    assert_int_equal(turn(), 0);
    t.now += 30 * DAYS;
    assert_int_equal(turn(), 0);
    assert_int_equal(t.sent_n, 2);
    CHECK_STR(t.receivers[0], "ada@voorbeeld.nl");
    CHECK_HAS(t.sent[1], "Dag Ada,");
    assert_false(str_eq(message_id(0), message_id(1)));
    assert_int_equal(standing().waiting, 0);
    end();
}

static void what_can_wait_goes_behind_what_somebody_waits_for(void **state)
{
    (void)state;
    begin();
    CHECK_OK(put_kind(MAIL_DIGEST, "nieuws@voorbeeld.nl", 1, OK));
    CHECK_OK(put_kind(MAIL_VERDICT, "merkt@voorbeeld.nl", 1, OK));
    t.now++;
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    (void)turn();
    assert_int_equal(t.sent_n, 3);
    CHECK_STR(t.receivers[0], "ada@voorbeeld.nl");
    CHECK_STR(t.receivers[1], "nieuws@voorbeeld.nl");
    end();
}

static void a_program_that_ends_sends_the_rest_later(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < 5; i++) CHECK_OK(put("ada@voorbeeld.nl", i, OK));
    t.stop_after = 2;
    turn();
    assert_int_equal(t.sent_n, 2);
    assert_int_equal(standing().waiting, 3);
    t.stop_after = 0;
    t.now += 60;
    assert_int_equal(turn(), 3);
    for (size_t i = 0; i < 5; i++)
        for (size_t j = 0; j < i; j++) assert_false(str_eq(message_id(i), message_id(j)));
    end();
}

static void later_is_later_and_in_the_end_given_up(void **state)
{
    (void)state;
    static const int64_t waits[] = { 60, 300, 1800, 7200, 43200 };
    begin();
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    t.answer = (struct mail_answer){ MAIL_LATER, "451 4.7.1 later" };
    turn();
    for (size_t i = 0; i < COUNT_OF(waits); i++) {
        t.now += waits[i] - 1;
        turn();
        assert_int_equal(t.sent_n, i + 1); /* not a second too early */
        t.now += 1;
        turn();
        assert_int_equal(t.sent_n, i + 2);
        assert_true(str_eq(message_id(i), message_id(i + 1)));
    }
    assert_int_equal(standing().failed, 1);
    assert_int_equal(standing().waiting, 0);
    int64_t all = 0;
    CHECK_OK(store_write(t.store, again_work, &all));
    t.answer.fault = MAIL_FINE;
    assert_int_equal(turn(), 1);
    assert_true(str_eq(message_id(0), message_id(t.sent_n - 1)));
    assert_int_equal(standing().failed, 0);
    end();
}

static enum mail_fault bob_is_refused(struct str to)
{
    return str_is(to, "bob@voorbeeld.nl") ? MAIL_REFUSED : MAIL_FINE;
}

static void a_refusal_is_final_and_keeps_nobody_up(void **state)
{
    (void)state;
    begin();
    CHECK_OK(put("bob@voorbeeld.nl", 1, OK));
    CHECK_OK(put("ada@voorbeeld.nl", 2, OK));
    t.to = bob_is_refused;
    assert_int_equal(turn(), 1);
    t.now += DAYS;
    turn();
    assert_int_equal(t.sent_n, 2);
    assert_int_equal(standing().failed, 1);
    end();
}

static void when_our_server_is_away_nothing_counts(void **state)
{
    (void)state;
    begin();
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    CHECK_OK(put("bob@voorbeeld.nl", 2, OK));
    t.answer = (struct mail_answer){ MAIL_UNREACHABLE, "connection refused" };
    turn();
    assert_int_equal(t.sent_n, 1); /* the second was not tried */
    assert_int_equal(standing().fault, MAIL_UNREACHABLE);
    CHECK_STR(standing().said, "connection refused");
    for (int i = 0; i < 20; i++) {
        t.now += 1800;
        turn();
    }
    assert_int_equal(standing().waiting, 2);
    assert_int_equal(standing().failed, 0);
    t.answer = (struct mail_answer){ 0 };
    t.now += 1800;
    assert_int_equal(turn(), 2);
    assert_int_equal(standing().fault, MAIL_FINE);
    end();
}

static void what_is_stale_is_not_sent_by_itself(void **state)
{
    (void)state;
    begin();
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    t.now += (MAIL_STALE_DAYS + 1) * DAYS;
    assert_int_equal(turn(), 0);
    assert_int_equal(standing().failed, 1);
    int64_t one = 1;
    CHECK_OK(store_write(t.store, again_work, &one));
    assert_int_equal(turn(), 1);
    assert_int_equal(store_write(t.store, again_work, &one), ERR_MISSING); /* it went */
    end();
}

static void what_it_was_about_is_gone(void **state)
{
    (void)state;
    begin();
    CHECK_OK(put("ada@voorbeeld.nl", 7, OK));
    CHECK_OK(put("bob@voorbeeld.nl", 8, OK));
    CHECK_OK(store_write(t.store, forget_work, NULL));
    assert_int_equal(turn(), 1);
    CHECK_STR(t.receivers[0], "bob@voorbeeld.nl");
    int64_t id = 2;
    CHECK_OK(store_write(t.store, drop_work, &id));
    assert_int_equal(store_write(t.store, drop_work, &id), ERR_MISSING);
    end();
}

static void it_is_erased_in_time(void **state)
{
    (void)state;
    begin();
    t.to = bob_is_refused;
    CHECK_OK(put("ada@voorbeeld.nl", 1, OK));
    CHECK_OK(put("bob@voorbeeld.nl", 2, OK));
    turn();
    int64_t ada = 1, bob = 2, kept = 0;
    t.now += MAIL_KEPT_DAYS * DAYS;
    CHECK_OK(store_write(t.store, tidy_work, NULL));
    CHECK_OK(store_write(t.store, again_work, &kept));
    t.now += 1;
    CHECK_OK(store_write(t.store, tidy_work, NULL));
    assert_int_equal(store_write(t.store, drop_work, &ada), ERR_MISSING);
    turn();
    t.now += MAIL_FAILED_DAYS * DAYS + 1;
    CHECK_OK(store_write(t.store, tidy_work, NULL));
    assert_int_equal(store_write(t.store, drop_work, &bob), ERR_MISSING);
    end();
}

static void an_address_is_an_address(void **state)
{
    (void)state;
    static const char *const good[] = { "a@b.nl", "ada.bakker+dialoog@mail.voorbeeld.nl",
                                        "o'neil@x-y.example", "_x@1.2.nl" };
    static const char *const bad[] = {
        "",
        "a",
        "@b.nl",
        "a@",
        "a@b",
        "a@b@c.nl",
        "a b@c.nl",
        "a@b .nl",
        "a@b.nl\r\nRCPT TO:<c@d.nl>",
        "a@b.nl>",
        "<a@b.nl",
        "a@b.nl\n",
        "a@b.nl,c@d.nl",
        "a@b..nl",
        ".a@b.nl",
        "a.@b.nl",
        "a..b@c.nl",
        "a@-b.nl",
        "a@b-.nl",
        "\"a b\"@c.nl",
        "a@[127.0.0.1]",
        "caf\xc3\xa9@b.nl",
        "a@caf\xc3\xa9.nl",
        "a\x01@b.nl",
        "a@b.nl ",
        "a(x)@b.nl",
        "a;b@c.nl",
        "a\\@b.nl",
    };
    for (size_t i = 0; i < COUNT_OF(good); i++)
        if (!mail_address(str_of(good[i]))) fail_msg("%s is none", good[i]);
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (mail_address(str_of(bad[i]))) fail_msg("%s is one", bad[i]);
    assert_false(mail_address(STR("a\0@b.nl")));
    begin();
    for (size_t i = 0; i < COUNT_OF(bad); i++) assert_int_equal(put(bad[i], 1, OK), ERR_INPUT);
    assert_int_equal(standing().waiting, 0);
    end();
}

static void a_letter_keeps_words_in_their_place(void **state)
{
    (void)state;
    begin();
    struct letter l = LETTER_START(&t.arena, LANG_NL, SAY("Namens"), { "naam", STR("x") });
    letter_say(&l, STR("Dag Ada\r\nKlik: http://boef.example\n\n"));
    letter_fact(&l, SAY("Telefoon"), STR("14\n099"));
    letter_link(&l, SAY("Namens"), STR("https://dialoog.example/x\n"));
    const struct frame f = { .organisation = STR("Waterstad"), .phone = STR("14 099") };
    letter_end(&l, &f);
    CHECK_HAS(l.text, "Dag Ada  Klik: http://boef.example\n\nTelefoon: 14 099\n\nNamens\n"
                      "https://dialoog.example/x\n\nMet vriendelijke groet,\nNamens: "
                      "Waterstad\nTelefoon: 14 099\n\nDit is");
    CHECK_NOT(l.text, "\n\n\n");
    struct letter e = letter_start(&t.arena, LANG_EN, STR("Hi\r\nBcc: x@y.nl"));
    letter_end(&e, NULL);
    CHECK_STR(e.subject, "Hi  Bcc: x@y.nl");
    CHECK_HAS(e.text, "With kind regards,");
    end();
}

static struct mail long_mail;
static enum err puts_it(struct tx *tx, void *with)
{
    const struct request req = { .arena = &t.arena, .db = tx->db, .now = { NOW } };
    (void)with;
    return mail_put(tx, &req, &long_mail);
}

/* What somebody wrote never keeps a mail from going: it is cut, between two letters. */
static void what_is_too_long_is_cut(void **state)
{
    (void)state;
    begin();
    struct str title = STR("");
    for (int i = 0; i < 5000; i++) title = arena_join(&t.arena, title, STR("ع"));
    struct letter l = letter_start(&t.arena, LANG_NL, title);
    CHECK(l.subject.n <= 400 && l.subject.n > 380);
    CHECK(str_utf8(l.subject) && str_ends(l.subject, STR("ع…")));
    for (int i = 0; i < 30; i++)
        letter_item(&l, SAY("Namens"), title, STR("https://dialoog.example/x"));
    letter_say(&l, arena_join(&t.arena, title, title));
    CHECK(str_utf8(l.text));
    CHECK_HAS(l.text, "ع…\nhttps://dialoog.example/x\n");
    long_mail = (struct mail){ .kind = MAIL_TRIAL, .to = STR("ada@huis.nl"), .letter = &l };
    CHECK_OK(store_write(t.store, puts_it, NULL));
    end();
}

static void one_mailbox_has_many_addresses(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "Ada@Huis.nl", "ada@huis.nl" },     { "ada+x@huis.nl", "ada@huis.nl" },
        { "ada+x+y@huis.nl", "ada@huis.nl" }, { "ada@huis+x.nl", "ada@huis+x.nl" },
        { "+x@huis.nl", "+x@huis.nl" },       { "", "" },
    };
    begin();
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        CHECK_STR(mail_mailbox(&t.arena, str_of(pairs[i][0])), pairs[i][1]);
    end();
}

static void settings_say_what_is_wrong(void **state)
{
    (void)state;
    static const char *const bad[][2] = {
        { "mail-server", "" },       { "mail-server", "een naam:25" },
        { "mail-server", "a:0" },    { "mail-server", "a:99999" },
        { "mail-server", "a/b:25" }, { "mail-server", "a@b:25" },
        { "mail-tls", "ja" },        { "mail-from", "geen adres" },
        { "mail-retry", "" },        { "mail-retry", "1 2 3 4 5 6 7 8 9" },
        { "mail-retry", "0" },       { "mail-reply", "a@b.nl\nx" },
    };
    begin();
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct mail_settings s = { 0 };
        const char *wrong = NULL;
        assert_true(mail_setting(&t.arena, &s, str_of(bad[i][0]), str_of(bad[i][1]), &wrong));
        if (!wrong) fail_msg("%s = %s is taken", bad[i][0], bad[i][1]);
    }
    struct mail_settings s = { 0 };
    const char *wrong = NULL;
    assert_null(mail_settings_check(&s)); /* none at all */
    assert_false(mail_setting(&t.arena, &s, STR("mail-x"), STR("1"), &wrong));
    mail_setting(&t.arena, &s, STR("mail-server"), STR("mail.stad.example:2525"), &wrong);
    assert_non_null(mail_settings_check(&s)); /* from whom? */
    mail_setting(&t.arena, &s, STR("mail-from"), STR("d@stad.example"), &wrong);
    assert_null(mail_settings_check(&s));
    assert_int_equal(s.port, 2525);
    assert_string_equal(s.host, "mail.stad.example");
    mail_setting(&t.arena, &s, STR("mail-user"), STR("d"), &wrong);
    assert_non_null(mail_settings_check(&s));
    mail_setting(&t.arena, &s, STR("mail-password"), STR("geheim = lang"), &wrong);
    assert_null(mail_settings_check(&s));
    mail_setting(&t.arena, &s, STR("mail-tls"), STR("none"), &wrong);
    assert_non_null(mail_settings_check(&s)); /* a password in the open */
    assert_null(wrong);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_exists_when_the_rest_does),
        cmocka_unit_test(it_is_sent_once),
        cmocka_unit_test(what_can_wait_goes_behind_what_somebody_waits_for),
        cmocka_unit_test(a_program_that_ends_sends_the_rest_later),
        cmocka_unit_test(later_is_later_and_in_the_end_given_up),
        cmocka_unit_test(a_refusal_is_final_and_keeps_nobody_up),
        cmocka_unit_test(when_our_server_is_away_nothing_counts),
        cmocka_unit_test(what_is_stale_is_not_sent_by_itself),
        cmocka_unit_test(what_it_was_about_is_gone),
        cmocka_unit_test(it_is_erased_in_time),
        cmocka_unit_test(an_address_is_an_address),
        cmocka_unit_test(a_letter_keeps_words_in_their_place),
        cmocka_unit_test(what_is_too_long_is_cut),
        cmocka_unit_test(one_mailbox_has_many_addresses),
        cmocka_unit_test(settings_say_what_is_wrong),
    };
    return RUN_TESTS(tests);
}
