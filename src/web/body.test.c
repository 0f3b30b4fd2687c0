/* body.test.c — what a body may hold and what is refused: names, quotes, boundaries, files, much. */
#include "web/body.h"

#include "base/test.h"
#include "web/token.h"

static struct arena arena;

#define FORM_TYPE STR("application/x-www-form-urlencoded")
#define PARTS_TYPE STR("multipart/form-data; boundary=grens")
#define PART(head, value)                                                                      \
    "--grens\r\nContent-Disposition: form-data; " head "\r\n\r\n" value "\r\n"
#define LAST "--grens--\r\n"

static enum err read_as(struct str type, struct str body, struct pairs *pairs)
{
    return body_read(&arena, type, body, pairs);
}

static struct str only_value(const char *body)
{
    struct pairs pairs;
    CHECK_OK(read_as(PARTS_TYPE, str_of(body), &pairs));
    assert_int_equal(pairs.n, 1);
    return pairs.at[0].value;
}

static void escapes(void **state)
{
    struct pairs p;
    (void)state;
    CHECK_OK(read_as(FORM_TYPE, STR("a=%41+b&&=naamloos&kaal&b=1&b=2&c=%e2%82%ac&d=="), &p));
    CHECK_STR(pairs_find(&p, "a"), "A b");
    CHECK_STR(pairs_find(&p, ""), "naamloos");
    CHECK_STR(pairs_find(&p, "kaal"), "");
    CHECK(pairs_find(&p, "kaal").s);
    CHECK_STR(pairs_find(&p, "b"), "1");
    CHECK_STR(pairs_find(&p, "c"), "\xe2\x82\xac");
    CHECK_STR(pairs_find(&p, "d"), "=");
    CHECK(!pairs_find(&p, "weg").s);
    static const char *const broken[] = { "a=%",   "a=%4",     "a=%4g",       "%=a",
                                          "a=%00", "a=%c0%80", "a=%ed%a0%80", "a=%f5%80%80%80",
                                          "%ff=a", "a=\xff" };
    for (size_t i = 0; i < COUNT_OF(broken); i++)
        if (read_as(FORM_TYPE, str_of(broken[i]), &p) != ERR_INPUT)
            fail_msg("taken: %s", broken[i]);
    arena_end(&arena);
}

static void the_kind_is_named_whole(void **state)
{
    struct pairs p;
    (void)state;
    CHECK_OK(read_as(STR("Application/X-WWW-Form-Urlencoded; charset=utf-8"), STR("a=1"), &p));
    CHECK_OK(read_as(STR("multipart/form-data; charset=x; boundary=\"grens\""),
                     STR(PART("name=a", "1") LAST), &p));
    static const char *const other[] = { "",
                                         ";",
                                         "application/x-www-form-urlencoded2",
                                         "x application/x-www-form-urlencoded",
                                         "multipart/mixed; boundary=grens",
                                         "multipart/form-data",
                                         "multipart/form-data; xboundary=grens",
                                         "multipart/form-data; boundary=\"grens" };
    for (size_t i = 0; i < COUNT_OF(other); i++)
        if (read_as(str_of(other[i]), STR(PART("name=a", "1") LAST), &p) != ERR_INPUT)
            fail_msg("taken: %s", other[i]);
    arena_end(&arena);
}

static void a_value_ends_where_its_boundary_stands(void **state)
{
    (void)state;
    CHECK_STR(only_value(PART("name=a", "") LAST), "");
    CHECK_STR(only_value(PART("name=a", "\r\n") LAST), "\r\n");
    CHECK_STR(only_value(PART("name=a", "een\r\n") LAST), "een\r\n");
    CHECK_STR(only_value("--grens\r\nContent-Disposition: form-data; name=a\r\n\r\n" LAST), "");
    CHECK_STR(only_value(PART("name=a", "x--grens") LAST), "x--grens");
    CHECK_STR(only_value(PART("name=a", "x--grens--") LAST), "x--grens--");
    CHECK_STR(only_value(PART("name=a", "\n--grens\n--gren\r\n--gren\r\n-grens") LAST),
              "\n--grens\n--gren\r\n--gren\r\n-grens");
    CHECK_STR(only_value(PART("name=a", "1") "--grens--"), "1");
    arena_end(&arena);
}

static void names_and_their_quotes(void **state)
{
    static const struct {
        const char *body, *name;
    } all[] = {
        { PART("name=\"a\"", "1") LAST, "a" },
        { PART("NAME=\"a\"", "1") LAST, "a" },
        { PART("name=a; x=y", "1") LAST, "a" },
        { PART("name=\"a;b=c\"", "1") LAST, "a;b=c" },
        { PART("name=\"a%22b\"", "1") LAST, "a%22b" },
        { PART("xname=\"nee\"; name=\"a\"", "1") LAST, "a" },
        { PART("filename=\"; name=nee\"; name=\"a\"", "1") LAST, "a" },
        { PART("name=\"a\"; name=\"b\"", "1") LAST, "a" },
        { PART("name=\"\xc3\xa9\"", "1") LAST, "\xc3\xa9" },
    };
    static const char *const broken[] = {
        PART("name=\"a", "1") LAST,
        PART("name=\"\"", "1") LAST,
        PART("name", "1") LAST,
        PART("file=\"a\"", "1") LAST,
        PART("name=\"\xff\"", "1") LAST,
        PART("name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"", "1") LAST,
        "--grens\r\n\r\nzonder hoofd\r\n" LAST,
        "voorwoord\r\n" PART("name=a", "1") LAST,
        "\r\n" PART("name=a", "1") LAST,
        "--grensX\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" LAST,
        PART("name=a", "1\r\n--grensX") LAST,
        PART("name=a", "1\r\n--grens "),
        PART("name=a", "1") "--grens",
        PART("name=a", "1") "--grens\r\n",
        PART("name=a", "1") "--grens-",
        PART("name=a", "1"),
    };
    struct pairs p;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        CHECK_OK(read_as(PARTS_TYPE, str_of(all[i].body), &p));
        CHECK_STR(p.at[0].name, all[i].name);
    }
    for (size_t i = 0; i < COUNT_OF(broken); i++)
        if (read_as(PARTS_TYPE, str_of(broken[i]), &p) != ERR_INPUT)
            fail_msg("taken: %s", broken[i]);
    arena_end(&arena);
}

/* A file may hold any bytes, so it is never taken for a text. */
static void a_file_is_no_text(void **state)
{
    static const char body[] = PART("name=\"tekst\"; filename=\"x\"", "\xff\0\xfe")
        PART("name=\"tekst\"", "echt") PART("name=\"foto\"; filename=\"\"", "\xff") LAST;
    struct pairs p;
    (void)state;
    CHECK_OK(read_as(PARTS_TYPE, (struct str){ body, sizeof body - 1 }, &p));
    assert_int_equal(p.n, 3);
    CHECK(p.at[0].file && p.at[0].value.n == 3);
    CHECK_STR(pairs_find(&p, "tekst"), "echt");
    CHECK(!pairs_find(&p, "foto").s);
    CHECK(read_as(PARTS_TYPE, STR(PART("name=\"a\"", "\xff") LAST), &p) == ERR_INPUT);
    CHECK(read_as(PARTS_TYPE,
                  STR(PART("name=\"a\"; filename=b\r\nContent-Type: im\xff", "1") LAST),
                  &p) == ERR_INPUT);
    arena_end(&arena);
}

static void much_is_refused_or_read_at_once(void **state)
{
    enum { MUCH = 8 * 1024 * 1024 };
    struct pairs p;
    (void)state;
    char *text = arena_take(&arena, MUCH + 256, 1);
    /* Nearly a boundary, all the way through. */
    static const char head[] =
        "--grens\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n";
    const size_t n = sizeof head - 1;
    memcpy(text, head, n);
    for (size_t i = 0; i < MUCH; i++) text[n + i] = "\r\n--gren"[i % 8];
    memcpy(text + n + MUCH, "\r\n--grens--", 12);
    CHECK_OK(read_as(PARTS_TYPE, (struct str){ text, n + MUCH + 11 }, &p));
    assert_int_equal(p.at[0].value.n, MUCH);
    /* A head without end. */
    memset(text + n - 4, 'x', MUCH);
    CHECK(read_as(PARTS_TYPE, (struct str){ text, MUCH }, &p) == ERR_INPUT);
    /* One value more than may be. */
    for (size_t i = 0; i <= PAIRS_MOST; i++) memcpy(text + 3 * i, "a=&", 3);
    CHECK_OK(read_as(FORM_TYPE, (struct str){ text, 3 * PAIRS_MOST }, &p));
    CHECK(read_as(FORM_TYPE, (struct str){ text, 3 * PAIRS_MOST + 3 }, &p) == ERR_INPUT);
    arena_end(&arena);
}

static void the_same_values_have_one_key(void **state)
{
    struct pairs a, b;
    (void)state;
    CHECK_OK(read_as(STR("multipart/form-data; boundary=grens"),
                     STR(PART("name=a", "1") PART("name=f; filename=x", "23") LAST), &a));
    CHECK_OK(
        read_as(STR("multipart/form-data; boundary=x"),
                STR("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x\r\n"
                    "Content-Disposition: form-data; name=f; filename=x\r\n\r\n23\r\n--x--"),
                &b));
    CHECK(str_eq(form_key(&arena, STR("/a"), &a), form_key(&arena, STR("/a"), &b)));
    CHECK(!str_eq(form_key(&arena, STR("/a"), &a), form_key(&arena, STR("/b"), &a)));
    assert_int_equal(form_key(&arena, STR("/a"), &a).n, 32);
    static const char *const different[] = { "a=1&b=2",  "a=12&b=",   "a=1&b2=",
                                             "ab=1&=2",  "b=2&a=1",   "a=1",
                                             "a=1&b=2&", "a=1&b=2&c", "" };
    for (size_t i = 0; i < COUNT_OF(different); i++)
        for (size_t k = 0; k < i; k++) {
            CHECK_OK(read_as(FORM_TYPE, str_of(different[i]), &a));
            CHECK_OK(read_as(FORM_TYPE, str_of(different[k]), &b));
            const bool same = i == 6 && k == 0; /* an empty pair is none */
            if (str_eq(form_key(&arena, STR("/a"), &a), form_key(&arena, STR("/a"), &b)) !=
                same)
                fail_msg("%s and %s", different[i], different[k]);
        }
    arena_end(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes),
        cmocka_unit_test(the_kind_is_named_whole),
        cmocka_unit_test(a_value_ends_where_its_boundary_stands),
        cmocka_unit_test(names_and_their_quotes),
        cmocka_unit_test(a_file_is_no_text),
        cmocka_unit_test(much_is_refused_or_read_at_once),
        cmocka_unit_test(the_same_values_have_one_key),
    };
    return RUN_TESTS(tests);
}
