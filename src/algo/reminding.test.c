/* reminding.test.c — years of days, one after the other: when is an owner asked? */
#include "algo/reminding.h"
#include "base/test.h"

static struct day on(int year, int month, int day)
{
    return day_of((struct date){ year, month, day });
}

struct asked {
    struct day day;
    enum occasion why;
};
/* Asks on each day from the one to the other, as a server that runs; gives how often. */
static size_t lived(struct reminding *r, struct day from, struct day until, struct asked *all,
                    size_t most)
{
    size_t n = 0;
    for (struct day d = from; d.n <= until.n; d.n++) {
        enum occasion why;
        if (!reminder_due(r, d, &why)) continue;
        CHECK(n < most);
        all[n++] = (struct asked){ d, why };
        r->has_last = true;
        r->last = d;
        CHECK(!reminder_due(r, d, &why)); /* not twice on a day */
    }
    return n;
}
static void was(struct asked a, struct day day, enum occasion why)
{
    CHECK(a.day.n == day.n);
    CHECK(a.why == why);
}

static void before_on_and_after(void **state)
{
    (void)state;
    struct asked a[20];
    /* over the end of summer time on 29 October 2023: days, not hours */
    struct reminding r = { .made = on(2023, 2, 1), .due = on(2023, 10, 30), .runs = true };
    CHECK(lived(&r, on(2023, 2, 1), on(2024, 3, 1), a, COUNT_OF(a)) == 4);
    was(a[0], on(2023, 10, 16), OCCASION_BEFORE);
    was(a[1], on(2023, 10, 30), OCCASION_DUE);
    was(a[2], on(2023, 11, 13), OCCASION_LATE);
    was(a[3], on(2024, 2, 12), OCCASION_LATE);
    /* the day is counted over 29 February, and from it */
    r = (struct reminding){ .made = on(2023, 1, 1), .due = on(2024, 3, 1), .runs = true };
    CHECK(lived(&r, on(2024, 1, 1), on(2024, 3, 2), a, COUNT_OF(a)) == 2);
    was(a[0], on(2024, 2, 16), OCCASION_BEFORE);
}

static void nothing_when_it_is_over(void **state)
{
    (void)state;
    struct asked a[20];
    struct reminding r = { .made = on(2023, 2, 1), .due = on(2023, 10, 30) };
    CHECK(lived(&r, on(2023, 2, 1), on(2033, 1, 1), a, COUNT_OF(a)) == 0);
}

/* Off for a month, or written down years late: one mail, about where it stands now. */
static void missed_days_are_one_mail(void **state)
{
    (void)state;
    struct asked a[20];
    struct reminding r = { .made = on(2023, 2, 1), .due = on(2023, 10, 30), .runs = true };
    CHECK(lived(&r, on(2023, 11, 20), on(2023, 12, 31), a, COUNT_OF(a)) == 1);
    was(a[0], on(2023, 11, 20), OCCASION_LATE);
    r.has_last = false;
    CHECK(lived(&r, on(2026, 11, 27), on(2026, 12, 31), a, COUNT_OF(a)) == 1);
    /* each start of a server on one day */
    enum occasion why;
    CHECK(!reminder_due(&r, on(2026, 12, 31), &why));
}

/* Promised for next week: not asked today about "in two weeks". */
static void short_promises(void **state)
{
    (void)state;
    struct asked a[20];
    struct reminding r = { .made = on(2023, 5, 1), .due = on(2023, 5, 8), .runs = true };
    CHECK(lived(&r, on(2023, 5, 1), on(2023, 5, 10), a, COUNT_OF(a)) == 1);
    was(a[0], on(2023, 5, 8), OCCASION_DUE);
}

/* Who said yesterday that it becomes later, hears nothing until near the new date. */
static void moved(void **state)
{
    (void)state;
    struct asked a[20];
    struct reminding r = { .made = on(2023, 2, 1),
                           .due = on(2023, 12, 1),
                           .runs = true,
                           .has_last = true,
                           .last = on(2023, 11, 25) };
    CHECK(lived(&r, on(2023, 11, 26), on(2023, 12, 10), a, COUNT_OF(a)) == 1);
    was(a[0], on(2023, 12, 1), OCCASION_DUE);
}

static void once_a_year(void **state)
{
    (void)state;
    struct asked a[20];
    struct reminding r = {
        .made = on(2020, 1, 1), .due = on(2020, 2, 1), .stays = true, .done = on(2020, 2, 29)
    };
    CHECK(lived(&r, on(2020, 2, 29), on(2025, 1, 1), a, COUNT_OF(a)) == 4);
    was(a[0], on(2021, 2, 28), OCCASION_YEARLY);
    was(a[1], on(2022, 2, 28), OCCASION_YEARLY);
    was(a[3], on(2024, 2, 29), OCCASION_YEARLY);
    /* seen for the first time years after: once, not each year that went by */
    r.has_last = false;
    CHECK(lived(&r, on(2030, 6, 1), on(2030, 12, 31), a, COUNT_OF(a)) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_on_and_after),
        cmocka_unit_test(nothing_when_it_is_over),
        cmocka_unit_test(missed_days_are_one_mail),
        cmocka_unit_test(short_promises),
        cmocka_unit_test(moved),
        cmocka_unit_test(once_a_year),
    };
    return RUN_TESTS(tests);
}
