/* photo.test.c — photos from the table: once, with or without script, and what is refused. */
#include "tests/city.h"
#include "tests/photo.h"
#include "tests/sql.h"

#include "features/history/history.h"
#include "features/photos/photos.h"
#include "features/sheet/sheet.h"
#include "web/site.h"

enum { NOW = 1701000000 };

#define PHONE "0190b7c0-0000-7000-8000-0000000000aa"
#define MARK "0190b7c0-0000-7000-8000-000000000001"

static struct city c;
static struct response res;
static struct str slug;

static enum err make_sheet(struct tx *tx, void *with)
{
    int64_t id;
    return sheet_add(tx, c.evening, 1, sheet_hash(&c.arena, *(const struct str *)with),
                     (struct instant){ NOW }, &id);
}
static void start(void)
{
    struct str secret;
    c = (struct city){ 0 };
    city_open(&c, false);
    photo_program_here();
    CHECK_OK(site_secret(c.store, &c.arena, &secret));
    const struct request req = { .arena = &c.arena, .secret = secret };
    struct str code = sheet_code(&req, c.evening, 1, 0);
    CHECK_OK(store_write(c.store, make_sheet, &code));
    slug = str_from(sheet_path(&c.arena, code).text, sizeof "/tafel/" - 1);
}
static struct str page(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static void send_to(const char *behind, const char *device, const char *mark,
                    const char *people, struct str bytes)
{
    struct str parts = photo_part(&c.arena, "mensen", people);
    parts = arena_join(&c.arena, parts, photo_part(&c.arena, "ronde", "1"));
    parts = arena_join(&c.arena, parts, photo_part(&c.arena, "apparaat", device));
    parts = arena_join(&c.arena, parts, photo_part(&c.arena, "id", mark));
    const struct try try = {
        .method = METHOD_POST,
        .address = arena_format(&c.arena, "/tafel/%.*s%s", STR_ARG(slug), behind).s,
        .parts = arena_join(&c.arena, parts, photo_file_part(&c.arena, "foto", bytes)),
        .without_token = true,
        .now = { NOW }
    };
    web_ask(c.store, c.db, &c.arena, &try, &res);
}
static int64_t photos(void)
{
    return sql_number(c.store, "SELECT count(*) FROM photo");
}

static void posts(const char *behind, const char *body, int status)
{
    const struct try try = {
        .method = body ? METHOD_POST : METHOD_GET,
        .address = arena_format(&c.arena, "/tafel/%.*s%s", STR_ARG(slug), behind).s,
        .body = body,
        .without_token = true,
        .now = { NOW }
    };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    assert_int_equal(res.status, status);
}

static void a_table_takes_its_photo_back_until_it_closes(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "coarse.jpg");
    send_to("/fotos", PHONE, MARK, "niemand", picture);
    const char *one = arena_format(&c.arena, "foto=%lld",
                                   (long long)sql_number(c.store, "SELECT id FROM photo"))
                          .s;
    posts("/foto/weg", NULL, 200);
    CHECK_HAS(page(), "Haal deze foto weg");
    posts("/foto/weg", "foto=999", 404);
    sql_run(c.store, "UPDATE photo SET at_table = NULL"); /* of the desk, or of another table */
    posts("/foto/weg", one, 404);
    sql_run(c.store, "UPDATE photo SET at_table = (SELECT id FROM tables ORDER BY id LIMIT 1)");
    posts("/foto/weg", one, 303);
    CHECK(sql_number(c.store, "SELECT state FROM photo") == 3);
    CHECK(sql_number(c.store, "SELECT length(bytes) FROM photo") == 0);
    posts("/foto/weg", one, 303); /* the same form again does nothing more */
    send_to("/fotos", PHONE, MARK, "niemand", picture); /* and it does not come back */
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state <> 3") == 0);
    send_to("/fotos", PHONE, "0190b7c0-0000-7000-8000-000000000009", "niemand", picture);
    sql_run(c.store, "UPDATE sheet SET closed = 5, agreed = 1");
    posts("/foto/weg", NULL, 200);
    CHECK_HAS(page(), "Vraag het team");
    posts("/foto/weg",
          arena_format(&c.arena, "foto=%lld",
                       (long long)sql_number(c.store, "SELECT max(id) FROM photo"))
              .s,
          409);
    city_close(&c);
}

static void the_same_photo_is_kept_once(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "coarse.jpg");
    for (int i = 0; i < 3; i++) {
        send_to("/fotos", PHONE, MARK, "niemand", picture);
        assert_int_equal(res.status, 200);
        CHECK_HAS(page(), "{\"klaar\":\"" MARK "\"}");
    }
    CHECK(photos() == 1);
    CHECK(sql_number(c.store, "SELECT at_table FROM photo") == c.tables[0]);
    CHECK(sql_number(c.store,
                     arena_format(&c.arena, "SELECT count(*) FROM history WHERE thing = %d",
                                  THING_PHOTO)
                         .s) == 1);
    send_to("/fotos", PHONE, "0190b7c0-0000-7000-8000-000000000002", "ja", picture);
    CHECK(photos() == 2); /* another mark: another photo */
    city_close(&c);
}

static void once_erased_it_does_not_come_back(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "coarse.jpg");
    send_to("/fotos", PHONE, MARK, "niemand", picture);
    sql_run(c.store, "UPDATE photo SET state = 3, type = '', bytes = x'', small = x''");
    send_to("/fotos", PHONE, MARK, "niemand", picture);
    CHECK_HAS(page(), "klaar");
    CHECK(sql_number(c.store, "SELECT sum(length(bytes)) FROM photo") == 0);
    city_close(&c);
}

static void says_why_not(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "coarse.jpg");
    send_to("/fotos", PHONE, MARK, "niemand", STR("<svg/>"));
    CHECK_HAS(page(), "{\"niet\":\"geen\"}");
    send_to("/fotos", PHONE, MARK, "niemand", str_upto(picture, 900));
    CHECK_HAS(page(), "{\"niet\":\"stuk\"}");
    send_to("/fotos", PHONE, MARK, "", picture);
    assert_int_equal(res.status, 422);
    send_to("/fotos", "onzin", MARK, "niemand", picture);
    assert_int_equal(res.status, 400);
    send_to("/fotos", PHONE, "\"},{", "niemand", picture);
    assert_int_equal(res.status, 400);
    sql_run(c.store, "UPDATE sheet SET closed = 1701000100, agreed = 1");
    send_to("/fotos", PHONE, MARK, "niemand", picture); /* a phone nobody knew */
    CHECK_HAS(page(), "{\"niet\":\"dicht\"}");
    CHECK(photos() == 0);
    slug = STR("0000-0000-0000");
    send_to("/fotos", PHONE, MARK, "niemand", picture);
    assert_int_equal(res.status, 404);
    city_close(&c);
}

static void a_phone_that_was_there_may_be_late(void **state)
{
    (void)state;
    start();
    sql_run(c.store, "UPDATE sheet SET closed = 1701000100, agreed = 1;"
                     "INSERT INTO sheet_device (sheet, device, opened, heard, waiting) VALUES "
                     "(1, x'0190b7c0000070008000000000000000aa', 1701000000, 1701000000, 1)");
    sql_run(c.store, "UPDATE sheet_device SET device = x'0190b7c00000700080000000000000aa'");
    send_to("/fotos", PHONE, MARK, "niemand", photo_vector(&c.arena, "coarse.jpg"));
    CHECK_HAS(page(), "klaar");
    city_close(&c);
}

static void so_many_and_no_more(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "grey.jpg");
    send_to("/fotos", PHONE, MARK, "niemand", picture);
    sql_run(c.store,
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 59) "
            "INSERT INTO photo SELECT NULL, dialogue, at_table, voice, randomblob(32), "
            "received, taken_by, people, state, checked, checked_by, hidden_for, alt, alt_en, "
            "maker, picture, type, width, height, hash, small, bytes FROM photo, n");
    CHECK(photos() == PHOTOS_AT_TABLE);
    send_to("/fotos", PHONE, "0190b7c0-0000-7000-8000-000000000003", "niemand", picture);
    CHECK_HAS(page(), "{\"niet\":\"vol\"}");
    send_to("/fotos", PHONE, MARK, "niemand", picture); /* what is known is still so */
    CHECK_HAS(page(), "klaar");
    city_close(&c);
}

static void works_without_script(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "photo.webp");
    send_to("/foto", "", "", "niemand", picture);
    assert_int_equal(res.status, 303);
    send_to("/foto", "", "", "niemand", picture); /* twice on the button */
    CHECK(photos() == 1);
    send_to("/foto", "", "", "niemand", STR("no picture"));
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Dit is geen foto die wij kunnen lezen.");
    send_to("/foto", "", "", "", STR(""));
    assert_int_equal(res.status, 422);
    CHECK_HAS(page(), "Kies eerst een foto.");
    CHECK_HAS(page(), "Kies of er mensen op de foto staan.");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_takes_its_photo_back_until_it_closes),
        cmocka_unit_test(the_same_photo_is_kept_once),
        cmocka_unit_test(once_erased_it_does_not_come_back),
        cmocka_unit_test(says_why_not),
        cmocka_unit_test(a_phone_that_was_there_may_be_late),
        cmocka_unit_test(so_many_and_no_more),
        cmocka_unit_test(works_without_script),
    };
    return RUN_TESTS(tests);
}
