/* hours.test.c — open now, on days that differ, past midnight and in both nights of the clock. */
#include "algo/hours.h"
#include "base/test.h"

static struct hours read_hours(const char *text)
{
    struct hours h;
    struct str wrong;
    CHECK(hours_read(str_of(text), &h, &wrong));
    return h;
}
static struct instant at(const char *text)
{
    struct instant t;
    CHECK(instant_read(str_of(text), &t));
    return t;
}
static struct day on(const char *text)
{
    struct day d;
    CHECK(day_read(str_of(text), &d));
    return d;
}
static bool open(const char *hours, const char *utc)
{
    const struct hours h = read_hours(hours);
    const struct instant now = at(utc);
    const struct day monday = { day_at(now).n - weekday(day_at(now)) };
    uint8_t mask[HOURS_SLOTS / 8];
    hours_mask(&h, monday, mask);
    const bool is = hours_open(&h, now);
    CHECK(is == hours_mask_at(mask, monday, now)); /* two ways, one answer */
    struct day d;
    struct clock c;
    CHECK(is == hours_until(&h, now, &d, &c));
    return is;
}

static void test_week(void **state)
{
    (void)state;
    const char *office = "ma-vr 09:00-17:00; za 10:00-12:00, 13:00-15:00";
    CHECK(open(office, "2026-11-26T08:00:00Z")); /* Thursday 09:00 */
    CHECK(!open(office, "2026-11-26T07:59:59Z"));
    CHECK(open(office, "2026-11-26T15:59:59Z"));
    CHECK(!open(office, "2026-11-26T16:00:00Z"));
    CHECK(!open(office, "2026-11-28T11:30:00Z")); /* Saturday, between */
    CHECK(open(office, "2026-11-28T12:00:00Z"));
    CHECK(!open(office, "2026-11-29T10:00:00Z"));
    CHECK(open(office, "2026-07-01T07:00:00Z")); /* summer: 09:00 is 07:00 UTC */
    CHECK(!open("", "2026-11-26T08:00:00Z"));
}

static void test_past_midnight(void **state)
{
    (void)state;
    const char *cafe = "vr, za 20:00-02:00; zo 22:00-01:00";
    CHECK(open(cafe, "2026-11-28T00:59:00Z"));  /* Saturday 01:59, of Friday */
    CHECK(!open(cafe, "2026-11-28T01:00:00Z")); /* 02:00 */
    CHECK(!open(cafe, "2026-11-27T00:30:00Z")); /* Friday 01:30, of Thursday */
    CHECK(open(cafe, "2026-11-29T23:30:00Z"));  /* Monday 00:30, of Sunday: over the week */
    CHECK(open("elke dag 00:00-24:00", "2026-11-29T23:00:00Z"));
}

static void test_summer_time(void **state)
{
    (void)state;
    const char *cafe = "za 22:00-02:30", *shelter = "elke dag 22:00-08:00";
    /* 25 October 2026: at 03:00 it becomes 02:00. 02:15 comes at 00:15 and at 01:15 UTC. */
    CHECK(open(cafe, "2026-10-25T00:15:00Z"));
    CHECK(!open(cafe, "2026-10-25T00:30:00Z"));
    CHECK(!open(cafe, "2026-10-25T01:15:00Z"));
    for (int h = 0; h < 7; h++) {
        struct arena a = { 0 };
        CHECK(open(shelter, arena_format(&a, "2026-10-25T%02d:20:00Z", h).s));
        arena_end(&a);
    }
    CHECK(!open(shelter, "2026-10-25T07:00:00Z"));
    /* 29 March 2026: at 02:00 it becomes 03:00. The café closes at 03:30 on the clock. */
    CHECK(open(cafe, "2026-03-29T01:29:00Z"));
    CHECK(!open(cafe, "2026-03-29T01:30:00Z"));
    CHECK(open("zo 03:00-04:00", "2026-03-29T01:00:00Z"));
    CHECK(!open("zo 03:00-04:00", "2026-03-29T02:00:00Z"));
    CHECK(open(shelter, "2026-03-29T05:59:00Z")); /* 07:59 */
    CHECK(!open(shelter, "2026-03-29T06:00:00Z"));
    /* The next day everything is as usual. */
    CHECK(open("ma 09:00-17:00", "2026-03-30T07:00:00Z"));
    CHECK(open("ma 09:00-17:00", "2026-10-26T08:00:00Z"));
    CHECK(!open("ma 09:00-17:00", "2026-10-26T07:59:00Z"));
}

static void test_days_that_differ(void **state)
{
    (void)state;
    CHECK(!open("elke dag 09:00-17:00", "2026-12-25T10:00:00Z"));
    CHECK(open("elke dag 09:00-17:00; feestdagen open", "2026-12-25T10:00:00Z"));
    CHECK(open("ma-vr 09:00-17:00; 2026-12-25 10:00-12:00", "2026-12-25T09:30:00Z"));
    CHECK(!open("ma-vr 09:00-17:00; 2026-12-24 09:00-12:00", "2026-12-24T12:00:00Z"));
    const char *away = "ma-vr 09:00-17:00; 2026-07-20 t/m 2026-08-02 gesloten";
    CHECK(open(away, "2026-07-17T10:00:00Z"));
    CHECK(!open(away, "2026-07-20T10:00:00Z"));
    CHECK(open(away, "2026-08-03T10:00:00Z"));
    const char *rhythm = "om de week wo 14:00-16:00 (vanaf 2026-11-04)";
    CHECK(open(rhythm, "2026-11-18T14:00:00Z"));
    CHECK(!open(rhythm, "2026-11-25T14:00:00Z"));
    CHECK(!open(rhythm, "2026-10-21T14:00:00Z"));
    CHECK(open("1e di 19:00-21:00", "2026-12-01T18:30:00Z"));
    CHECK(!open("1e di 19:00-21:00", "2026-12-08T18:30:00Z"));
    CHECK(open("laatste di 19:00-21:00", "2026-12-29T18:30:00Z"));
    CHECK(!open("laatste di 19:00-21:00", "2026-12-22T18:30:00Z"));
}

static void test_holidays(void **state)
{
    (void)state;
    static const char *const days[] = { "2026-01-01", "2026-04-05", "2026-04-06", "2026-04-27",
                                        "2026-05-14", "2026-05-24", "2026-05-25", "2026-12-25",
                                        "2026-12-26", "2025-05-05", "2025-04-26", "2038-04-25",
                                        "2000-04-23" };
    for (size_t i = 0; i < COUNT_OF(days); i++) CHECK(holiday(on(days[i])));
    static const char *const usual[] = { "2026-05-05", "2025-04-27", "2026-12-24",
                                         "2026-04-03" };
    for (size_t i = 0; i < COUNT_OF(usual); i++) CHECK(!holiday(on(usual[i])));
    CHECK(weekday(on("2026-11-27")) == 4);
    CHECK(weekday(on("1969-12-28")) == 6);
}

static void test_next(void **state)
{
    (void)state;
    struct day d;
    struct clock c;
    const struct hours h = read_hours("ma-vr 09:00-17:00; 2026-11-30 gesloten");
    CHECK(hours_next(&h, at("2026-11-27T17:00:00Z"), &d, &c)); /* Friday evening */
    CHECK(d.n == on("2026-12-01").n && c.minutes == 540);
    CHECK(hours_until(&h, at("2026-11-27T10:00:00Z"), &d, &c) && c.minutes == 1020);
    const struct hours always = read_hours("elke dag 00:00-24:00; feestdagen open");
    CHECK(hours_until(&always, at("2026-11-27T10:00:00Z"), &d, &c));
    const struct hours none = read_hours("");
    CHECK(!hours_next(&none, at("2026-11-27T17:00:00Z"), &d, &c));
    CHECK(hours_evening(&h) == false && hours_weekend(&h) == false);
    const struct hours late = read_hours("di 19:00-21:00; zo 10:00-12:00");
    CHECK(hours_evening(&late) && hours_weekend(&late));
}

static void test_text(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static const char *const same[][2] = {
        { "ma-vr 9:00-17:00", "ma-vr 09:00-17:00" },
        { "Maandag t/m vrijdag 9.00 - 17.00 uur; zaterdag 10-12 uur",
          "ma-vr 09:00-17:00; za 10:00-12:00" },
        { "ma, wo en vr 09:00-12:00, 13:00-17:00", "ma, wo, vr 09:00-12:00, 13:00-17:00" },
        { "dagelijks 22:00-08:00", "elke dag 22:00-08:00" },
        { "ma-vr 24 uur", "ma-vr 00:00-24:00" },
        { "ma-vr 09:00-17:00, za 10:00-12:00", "ma-vr 09:00-17:00; za 10:00-12:00" },
        { "om de week wo 14:00-16:00 (vanaf 2026-01-07)",
          "om de week wo 14:00-16:00 (vanaf 2026-01-07)" },
        { "1e di 19:00-21:00; 2026-12-24 09:00-12:00; 2026-12-27 t/m 2027-01-02 gesloten; "
          "feestdagen open",
          "1e di 19:00-21:00; 2026-12-24 09:00-12:00; 2026-12-27 t/m 2027-01-02 gesloten; "
          "feestdagen open" },
        { "", "" },
    };
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        struct hours h = read_hours(same[i][0]);
        CHECK_STR(hours_write(&a, &h), same[i][1]);
        h = read_hours(same[i][1]);
        CHECK_STR(hours_write(&a, &h), same[i][1]);
    }
    static const char *const wrong[] = { "altijd",
                                         "ma 25:00-26:00",
                                         "ma 09:00",
                                         "ma-vr",
                                         "xx 09:00-10:00",
                                         "2026-02-30 gesloten",
                                         "om de week wo 14:00-16:00",
                                         "ma 09:00-17:00 of zo",
                                         "2026-12-27 t/m 2026-12-01 gesloten" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct hours h;
        struct str piece;
        CHECK(!hours_read(str_of(wrong[i]), &h, &piece));
        CHECK(piece.n > 0);
    }
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_week),        cmocka_unit_test(test_past_midnight),
        cmocka_unit_test(test_summer_time), cmocka_unit_test(test_days_that_differ),
        cmocka_unit_test(test_holidays),    cmocka_unit_test(test_next),
        cmocka_unit_test(test_text),
    };
    return RUN_TESTS(tests);
}
