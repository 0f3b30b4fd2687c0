/* morning.test.c — what goes wrong with one thing keeps no other from being done. */
#include "tests/promised.h"

#include "main/morning.h"
#include "web/mail.h"

static const struct instant at_nine = {
    1700035200
}; /* 15 November 2023, fourteen days before the date */

static int64_t mails_of(int kind)
{
    return sql_number(c.store, text_of("SELECT count(*) FROM mail WHERE kind = %d", kind));
}
static int64_t rounds(void)
{
    return sql_number(c.store, "SELECT count(*) FROM digest");
}
static void a_morning(void)
{
    struct day last = { 0 };
    morning(c.store, STR(SITE), at_nine, &last);
}

static void everything_is_done(void **state)
{
    (void)state;
    promised();
    a_morning();
    CHECK(mails_of(MAIL_OWNER) == 2);
    CHECK(rounds() == 1);
    stop();
}

static void one_that_fails_stops_no_other(void **state)
{
    (void)state;
    static const char *const broken[] = { "asking", "verdict_asked" };
    for (size_t i = 0; i < COUNT_OF(broken); i++) {
        promised();
        deed_done(1);
        sql_run(
            c.store,
            "INSERT INTO registration (id, gathering, number, code, made, channel, lang, "
            "state, "
            "name, email, phone, comes_as, again, arrived) SELECT 1, id, 1, x'01', 0, 0, 'nl', "
            "0, 'Ada', 'ada@huis.nl', '', 0, 1, 5 FROM gathering");
        sql_run(c.store, text_of("CREATE TRIGGER broken BEFORE INSERT ON %s BEGIN "
                                 "SELECT RAISE(ABORT, 'broken'); END",
                                 broken[i]));
        a_morning();
        CHECK(mails_of(MAIL_OWNER) == (i == 0 ? 0 : 2));
        CHECK(mails_of(MAIL_VERDICT) == (i == 1 ? 0 : 1));
        CHECK(rounds() == 1);
        stop();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_done),
        cmocka_unit_test(one_that_fails_stops_no_other),
    };
    return RUN_TESTS(tests);
}
