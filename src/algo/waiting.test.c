/* waiting.test.c — days waited and lateness over years, leap days and summer time. */
#include "algo/waiting.h"
#include "base/test.h"

static struct day on(const char *text)
{
    struct day d;
    CHECK(day_read(str_of(text), &d));
    return d;
}
static struct day when(const char *text)
{
    struct instant t;
    CHECK(instant_read(str_of(text), &t));
    return day_at(t);
}

static void days_are_counted_over_leap_days(void **state)
{
    (void)state;
    assert_int_equal(days_waited(on("2024-02-28"), on("2024-03-01")), 2);
    assert_int_equal(days_waited(on("2023-02-28"), on("2023-03-01")), 1);
    assert_int_equal(days_waited(on("2023-06-27"), on("2026-06-27")), 1096);  /* 2024 is leap */
    assert_int_equal(days_waited(on("1999-12-31"), on("2100-03-01")), 36585); /* 2100 is not */
    assert_int_equal(days_waited(on("2026-01-01"), on("2026-01-01")), 0);
    assert_int_equal(days_waited(on("2026-01-02"), on("2026-01-01")), 0);
}

/* The day changes at midnight in Amsterdam, an hour earlier by UTC in summer; the days of 23 and 25 hours
 * are days. */
static void days_follow_the_wall_clock(void **state)
{
    (void)state;
    const struct day spring = when("2026-03-28T23:30:00Z");                 /* 29 March, 0:30 */
    assert_int_equal(days_waited(spring, when("2026-03-29T21:59:59Z")), 0); /* 23 hours long */
    assert_int_equal(days_waited(spring, when("2026-03-29T22:00:00Z")), 1);
    const struct day autumn = when("2026-10-24T22:30:00Z"); /* 25 October, 0:30 */
    assert_int_equal(days_waited(autumn, when("2026-10-25T22:59:59Z")), 0); /* 25 hours long */
    assert_int_equal(days_waited(autumn, when("2026-10-25T23:00:00Z")), 1);
    for (int year = 2024; year < 2034; year++)
        assert_int_equal(days_waited(day_of((struct date){ year, 3, 1 }),
                                     day_of((struct date){ year, 11, 1 })),
                         245);
}

/* Every day of eight years: a promise is never late on its day, one day late on the next, and grows by one. */
static void a_promise_is_late_from_the_day_after(void **state)
{
    (void)state;
    const struct day first = on("2023-01-01"), last = on("2030-12-31");
    for (int32_t due = first.n; due <= last.n; due += 17) {
        const struct promise p = { .first_due = { due } };
        struct lateness l = lateness_of(p, (struct day){ due });
        assert_int_equal(l.prompt, PROMPT_RUNNING);
        assert_int_equal(l.left, 0);
        assert_int_equal(lateness_of(p, (struct day){ due - 3 }).left, 3);
        for (int32_t after = 1; after < 800; after += 133) {
            l = lateness_of(p, (struct day){ due + after });
            assert_int_equal(l.prompt, PROMPT_LATE);
            assert_int_equal(l.days, after);
            assert_int_equal(l.left, 0);
        }
    }
}

static void what_ended_waits_no_longer(void **state)
{
    (void)state;
    struct promise p = { .first_due = on("2024-02-29"),
                         .ended = true,
                         .end = on("2024-02-29") };
    const struct day years_on = on("2031-07-01");
    assert_int_equal(lateness_of(p, years_on).prompt, PROMPT_KEPT);
    assert_int_equal(lateness_of(p, years_on).days, 0);
    p.end = on("2025-02-28");
    assert_int_equal(lateness_of(p, years_on).prompt, PROMPT_KEPT_LATE);
    assert_int_equal(lateness_of(p, years_on).days, 365);
    p.stopped = true;
    assert_int_equal(lateness_of(p, years_on).prompt, PROMPT_STOPPED);
    assert_int_equal(lateness_of(p, years_on).days, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_over_leap_days),
        cmocka_unit_test(days_follow_the_wall_clock),
        cmocka_unit_test(a_promise_is_late_from_the_day_after),
        cmocka_unit_test(what_ended_waits_no_longer),
    };
    return RUN_TESTS(tests);
}
