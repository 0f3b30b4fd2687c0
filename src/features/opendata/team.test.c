/* team.test.c — what was said, taken out by the team: for whom, without whom, and written down. */
#include "tests/place.h"

static struct str take(struct city *c, const char *what, enum who role, int status)
{
    struct response res;
    const struct try try = {
        .method = METHOD_POST,
        .address = arena_format(&c->arena, "/wijk/beheer/bestanden/%s", what).s,
        .body = "",
        .visitor = { 0, role, STR("Iemand"), STR("sessie") },
        .now = { 1701000000 },
    };
    web_ask(c->store, c->db, &c->arena, &try, &res);
    if (res.status != status) fail_msg("%s answers %d: %s", what, res.status, err_why());
    CHECK(status != 200 || (res.content == CONTENT_CSV && res.no_store && res.filename.n));
    return (struct str){ res.body.s, res.body.n };
}

static struct str desk(struct city *c, enum who role)
{
    struct response res;
    const struct try try = { .method = METHOD_GET,
                             .address = "/wijk/beheer/bestanden",
                             .visitor = { 0, role, STR("Iemand"), STR("sessie") },
                             .now = { 1701000000 } };
    web_ask(c->store, c->db, &c->arena, &try, &res);
    CHECK(res.status == 200);
    return (struct str){ res.body.s, res.body.n };
}

static void without_who_holds_only_words(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    const struct str file = take(&c, "zonder", WHO_WRITER, 200);
    CHECK_HAS(file, "\xEF\xBB\xBF"
                    "gathering;round;table;theme;kind;language;text;text_own;shown\r\n");
    CHECK_HAS(file, "avond;1;3;bank;tip;tr;Bank lütfen <b>;Een bank, alstublieft.;yes\r\n");
    CHECK_HAS(file, "Ooit stond hier een boom.");
    CHECK_NOT(file, "Een buurvrouw");
    CHECK_NOT(file, "Verborgen woorden");
    city_close(&c);
}

static void with_who_is_for_editors_only(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    take(&c, "met", WHO_WRITER, 403);
    take(&c, "zonder", WHO_HOST, 403);
    const struct str file = take(&c, "met", WHO_EDITOR, 200);
    CHECK_HAS(file, "23;;;;bank;story;nl;Ooit stond hier een boom.;;yes;Een buurvrouw;");
    CHECK_NOT(file, "Verborgen woorden");
    CHECK_NOT(desk(&c, WHO_WRITER), "bestanden/met");
    CHECK_HAS(desk(&c, WHO_EDITOR), "bestanden/met");
    city_close(&c);
}

static void each_time_is_written_down(void **state)
{
    (void)state;
    struct city c;
    city_open(&c, true);
    CHECK_HAS(desk(&c, WHO_EDITOR), "Nog niemand.");
    take(&c, "met", WHO_WRITER, 403);
    CHECK_HAS(desk(&c, WHO_EDITOR), "Nog niemand.");
    take(&c, "met", WHO_EDITOR, 200);
    take(&c, "zonder", WHO_WRITER, 200);
    CHECK_HAS(desk(&c, WHO_EDITOR), "<ins>bestand met wie het zei</ins>");
    CHECK_HAS(desk(&c, WHO_EDITOR), "<ins>bestand zonder wie het zei</ins>");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_who_holds_only_words),
        cmocka_unit_test(with_who_is_for_editors_only),
        cmocka_unit_test(each_time_is_written_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
