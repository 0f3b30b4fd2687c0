/* photos.test.c — photos come in once, show only when a person and those on it agreed, and are gone when
 * they are erased. */
#include "tests/city.h"
#include "tests/photo.h"
#include "tests/sql.h"

#include "features/photos/photos.h"

enum { NOW = 1701000000 };

static struct city c;
static struct response res;
static const struct visitor editor = { 0, WHO_EDITOR, { "Redacteur", 9 }, { "sessie", 6 } };
static const struct visitor writer = { 1, WHO_WRITER, { "Schrijver", 9 }, { "sessie", 6 } };

static void start(void)
{
    c = (struct city){ 0 };
    city_open(&c, false);
    photo_program_here();
}

static struct str page(void)
{
    return (struct str){ res.body.s, res.body.n };
}
static void ask(const char *address, const struct visitor *as, int status)
{
    const struct try try = { .address = address,
                             .visitor = as ? *as : (struct visitor){ 0 },
                             .now = { NOW } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    if (res.status != status)
        fail_msg("%s answers %d, not %d: %s", address, res.status, status, err_why());
}
static void post(const char *address, const char *body, int status)
{
    const struct try try = { .method = METHOD_POST,
                             .address = address,
                             .body = body,
                             .visitor = editor,
                             .now = { NOW } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    if (res.status != status)
        fail_msg("%s with %s answers %d, not %d: %.*s", address, body, res.status, status,
                 STR_ARG(page()));
}
/* By the desk; `rest` are parts of the form before the file. */
static void send_photo(struct str bytes, const char *people, const char *table,
                       const char *voice, int status)
{
    struct str parts = photo_part(&c.arena, "mensen", people);
    if (*table) parts = arena_join(&c.arena, parts, photo_part(&c.arena, "tafel", table));
    if (*voice) parts = arena_join(&c.arena, parts, photo_part(&c.arena, "inbreng", voice));
    parts = arena_join(&c.arena, parts, photo_file_part(&c.arena, "<script>.svg", bytes));
    const struct try try = { .method = METHOD_POST,
                             .address = "/waterstad/beheer/fotos/nieuw",
                             .parts = parts,
                             .visitor = editor,
                             .now = { NOW } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    if (res.status != status)
        fail_msg("a photo answers %d, not %d: %.*s", res.status, status, STR_ARG(page()));
}
static int64_t photos(void)
{
    return sql_number(c.store, "SELECT count(*) FROM photo");
}
/* The newest row of the history of photo 1, as a form would hold it. */
static const char *deed(const char *rest)
{
    const int64_t seen = sql_number(
        c.store, "SELECT coalesce(max(id), 0) FROM history WHERE thing = 9 AND number = 1");
    return arena_format(&c.arena, "gezien=%lld&%s", (long long)seen, rest).s;
}
static const char *table_1(void)
{
    return arena_format(&c.arena, "%lld", (long long)c.tables[0]).s;
}
#define SHOWN "mensen=niemand&alt=Een+vel+met+een+boom&maker=Tafel+1&doe=toon"

/* ---- */

static void only_the_team_sees_what_waits(void **state)
{
    (void)state;
    start();
    send_photo(photo_vector(&c.arena, "turned.jpg"), "niemand", table_1(), "", 303);
    CHECK(photos() == 1);
    ask("/waterstad/foto/1", NULL, 404);
    ask("/waterstad/foto/1/klein", NULL, 404);
    ask("/waterstad/beheer/fotos", NULL, 303); /* to sign in */
    ask("/waterstad/beheer/fotos/1/beeld", NULL, 303);
    ask("/waterstad/beheer/fotos/1/beeld", &writer, 403);
    ask("/waterstad/bijeenkomst/27-juni/ronde/1/tafel/1", NULL, 200);
    CHECK_NOT(page(), "/foto/1");
    ask("/waterstad/beheer/fotos", &editor, 200);
    CHECK_HAS(page(), "/waterstad/beheer/fotos/1/klein");
    ask("/waterstad/beheer/fotos/1/beeld", &editor, 200);
    CHECK(res.no_store && res.content == CONTENT_JPEG);
    city_close(&c);
}

static void shows_with_words_and_a_maker(void **state)
{
    (void)state;
    start();
    send_photo(photo_vector(&c.arena, "turned.jpg"), "niemand", table_1(), "", 303);
    post("/waterstad/beheer/fotos/1", deed("mensen=niemand&doe=toon"), 422);
    CHECK_HAS(page(), "Schrijf op wat er te zien is.");
    CHECK_HAS(page(), "Schrijf op wie dit maakte.");
    post("/waterstad/beheer/fotos/1", deed("mensen=team&alt=Boom&maker=Ik&doe=toon"), 422);
    ask("/waterstad/foto/1", NULL, 404);
    post("/waterstad/beheer/fotos/1", deed(SHOWN), 303);
    ask("/waterstad/foto/1", NULL, 200);
    CHECK(res.content == CONTENT_JPEG && !res.immutable);
    CHECK_NOT(page(), "Exif");
    ask("/waterstad/bijeenkomst/27-juni/ronde/1/tafel/1", NULL, 200);
    CHECK_HAS(page(), "alt=\"Een vel met een boom\"");
    CHECK_HAS(page(), "Gemaakt door Tafel 1.");
    ask("/waterstad/beheer/fotos/1", &editor, 200);
    CHECK_HAS(page(), "aan iedereen laten zien");
    post("/waterstad/beheer/fotos/1", deed("mensen=niemand&doe=verberg"), 422);
    post("/waterstad/beheer/fotos/1", deed("mensen=niemand&doe=verberg&reden=personal"), 303);
    ask("/waterstad/foto/1", NULL, 404);
    city_close(&c);
}

static void two_at_once_do_not_overwrite(void **state)
{
    (void)state;
    start();
    send_photo(photo_vector(&c.arena, "turned.jpg"), "niemand", "", "", 303);
    const char *before = deed(SHOWN);
    post("/waterstad/beheer/fotos/1", deed("mensen=niemand&doe=verberg&reden=harmful"), 303);
    post("/waterstad/beheer/fotos/1", before, 422);
    CHECK_HAS(page(), "Een collega veranderde deze foto.");
    ask("/waterstad/foto/1", NULL, 404);
    city_close(&c);
}

static void stands_above_a_theme_and_goes_from_there(void **state)
{
    (void)state;
    start();
    send_photo(photo_vector(&c.arena, "wide.jpg"), "ja", "", "", 303);
    const char *theme = arena_format(&c.arena, "&thema=%lld", (long long)c.themes[0]).s;
    post("/waterstad/beheer/fotos/1",
         deed(arena_format(&c.arena, "%s%s", "mensen=ja&alt=Vel&maker=Wij&doe=toon", theme).s),
         303);
    ask("/waterstad/thema/hulp", NULL, 200);
    CHECK_HAS(page(), "alt=\"Vel\"");
    CHECK(sql_number(c.store, "SELECT count(*) FROM picture p JOIN theme t ON t.picture = p.id "
                              "WHERE p.maker = 'Wij'") == 1);
    const int64_t was = sql_number(c.store, "SELECT max(length(bytes)) FROM image");
    post("/waterstad/beheer/fotos/1/wis", "", 303);
    CHECK(sql_number(c.store, "SELECT max(length(bytes)) FROM image") < was);
    CHECK(sql_number(c.store, "SELECT count(*) FROM picture WHERE maker <> ''") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state = 3 AND bytes = x'' AND "
                              "small = x'' AND alt = '' AND hash = ''") == 1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM history WHERE thing = 9 AND "
                              "(before <> '' OR after <> '')") == 0);
    ask("/waterstad/foto/1", NULL, 404);
    ask("/waterstad/beheer/fotos/1/beeld", &editor, 404);
    post("/waterstad/beheer/fotos/1", deed(SHOWN), 422); /* and stays so */
    city_close(&c);
}

/* ---- with a contribution ---- */

static void goes_the_way_of_its_contribution(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "coarse.jpg");
    send_photo(picture, "niemand", "", "1", 303);
    post("/waterstad/beheer/fotos/1", deed(SHOWN), 303);
    ask("/waterstad/inbreng/1", NULL, 200);
    CHECK_HAS(page(), "/waterstad/foto/1/klein");
    sql_run(c.store, "UPDATE voice SET visibility = 2 WHERE number = 1");
    ask("/waterstad/foto/1", NULL, 404);
    city_close(&c);
}

static enum err withdraw(struct tx *tx, void *with)
{
    const struct request *req = with;
    return voice_withdraw(tx, req, c.voices[1]);
}
static void is_erased_with_its_contribution(void **state)
{
    (void)state;
    struct request req;
    start();
    send_photo(photo_vector(&c.arena, "coarse.jpg"), "niemand", "", "1", 303);
    req = (struct request){ .arena = &c.arena, .now = { NOW } };
    CHECK_OK(store_write(c.store, withdraw, &req));
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE bytes <> x''") == 0);
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state = 3") == 1);
    city_close(&c);
}

static enum err tidies(struct tx *tx, void *with)
{
    (void)with;
    return photos_tidy(tx, &c.arena, c.dialogue, (struct instant){ NOW });
}
static void what_was_never_shown_goes_at_the_end(void **state)
{
    (void)state;
    start();
    send_photo(photo_vector(&c.arena, "coarse.jpg"), "niemand", "", "", 303);
    send_photo(photo_vector(&c.arena, "grey.jpg"), "niemand", "", "", 303);
    post("/waterstad/beheer/fotos/1", deed(SHOWN), 303);
    CHECK_OK(store_write(c.store, tidies, NULL));
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state = 1 AND bytes <> x''") ==
          1);
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state = 3 AND bytes = x''") ==
          1);
    ask("/waterstad/foto/1", NULL, 200);
    city_close(&c);
}

/* ---- what strangers send ---- */

static void what_is_no_photo_is_told(void **state)
{
    (void)state;
    start();
    const struct str fine = photo_vector(&c.arena, "fine.jpg");
    const struct {
        struct str bytes;
        const char *told;
    } bad[] = {
        { STR("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
          "Dit is geen foto die wij kunnen lezen." },
        { STR("GIF89a and more"), "Dit is geen foto die wij kunnen lezen." },
        { photo_vector(&c.arena, "drawing.gif"), "Dit is geen foto die wij kunnen lezen." },
        { str_upto(fine, 9000), "Deze foto is niet heel aangekomen." },
        { STR("\x89PNG\r\n\x1A\n and nothing"), "Deze foto is niet heel aangekomen." },
        { STR(""), "Kies eerst een foto." },
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        send_photo(bad[i].bytes, "niemand", "", "", 422);
        CHECK_HAS(page(), bad[i].told);
    }
    char *huge = arena_take(&c.arena, PHOTO_BYTES_MOST + 1, 1);
    memset(huge, 'x', PHOTO_BYTES_MOST + 1);
    memcpy(huge, "\xFF\xD8\xFF", 3);
    send_photo((struct str){ huge, PHOTO_BYTES_MOST + 1 }, "niemand", "", "", 422);
    CHECK_HAS(page(), "Deze foto is te groot.");
    send_photo(fine, "", "", "", 422); /* nothing said about people */
    CHECK_HAS(page(), "Kies of er mensen op de foto staan.");
    send_photo(fine, "onzin", "", "", 422);
    CHECK(photos() == 0);
    city_close(&c);
}

static void nothing_of_the_file_survives_but_pixels(void **state)
{
    (void)state;
    start();
    const struct str picture = photo_vector(&c.arena, "turned.jpg");
    CHECK_HAS(picture, "Exif"); /* so that the test can fail */
    const struct str both = arena_join(&c.arena, picture, STR("<script>alert(1)</script>"));
    send_photo(both, "niemand", "", "", 303);
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE instr(bytes, 'Exif') > 0 OR "
                              "instr(bytes, 'script') > 0 OR instr(small, 'Exif') > 0") == 0);
    CHECK(sql_number(c.store, "SELECT width FROM photo") == 200); /* stands upright */
    ask("/waterstad/beheer/fotos/1", &editor, 200);
    CHECK_NOT(page(), "script>.svg"); /* its name was never kept */
    city_close(&c);
}

static void the_schema_keeps_the_promise(void **state)
{
    (void)state;
    start();
    send_photo(photo_vector(&c.arena, "coarse.jpg"), "team", "", "", 303);
    sql_run(c.store, "UPDATE OR IGNORE photo SET alt = 'x', maker = 'x', state = 1");
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state = 1") == 0);
    sql_run(c.store,
            "UPDATE OR IGNORE photo SET people = 1, alt = 'x', maker = 'x', state = 1");
    CHECK(sql_number(c.store, "SELECT count(*) FROM photo WHERE state = 1") == 1);
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_team_sees_what_waits),
        cmocka_unit_test(shows_with_words_and_a_maker),
        cmocka_unit_test(two_at_once_do_not_overwrite),
        cmocka_unit_test(stands_above_a_theme_and_goes_from_there),
        cmocka_unit_test(goes_the_way_of_its_contribution),
        cmocka_unit_test(is_erased_with_its_contribution),
        cmocka_unit_test(what_was_never_shown_goes_at_the_end),
        cmocka_unit_test(what_is_no_photo_is_told),
        cmocka_unit_test(nothing_of_the_file_survives_but_pixels),
        cmocka_unit_test(the_schema_keeps_the_promise),
    };
    return RUN_TESTS(tests);
}
