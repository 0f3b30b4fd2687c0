/* address.test.c — addresses as they come, good and bad; the language of a visitor. */
#include "base/test.h"
#include "web/address.h"

static struct arena arena;

static enum err read_it(const char *raw, struct address *address)
{
    return address_read(&arena, str_of(raw), address);
}

static void reads_path_language_and_query(void **state)
{
    struct address x;
    (void)state;
    CHECK_OK(read_it("/en/almere-2023/thema/hulp?soort=tip&tafel=3", &x));
    CHECK(x.lang == LANG_EN);
    CHECK_STR(x.path, "/almere-2023/thema/hulp");
    assert_int_equal(x.query_n, 2);
    CHECK_STR(x.query[0].name, "soort");
    CHECK_STR(x.query[1].value, "3");
    CHECK(!x.untidy);
    CHECK_OK(read_it("/zoeken?q=m%C3%A9%C3%A9r+hulp%26zo&leeg=&kaal", &x));
    CHECK_STR(x.query[0].value, "méér hulp&zo");
    CHECK_STR(x.query[1].value, "");
    CHECK(x.query[2].value.s && !x.query[2].value.n);
    CHECK_OK(read_it("/caf%C3%A9", &x));
    CHECK_STR(x.path, "/café");
}

static void only_a_whole_part_is_a_language(void **state)
{
    struct address x;
    (void)state;
    CHECK_OK(read_it("/english", &x));
    CHECK(x.lang == LANG_NL);
    CHECK_STR(x.path, "/english");
    CHECK_OK(read_it("/en/", &x));
    CHECK(x.lang == LANG_EN);
    CHECK_STR(x.path, "/");
    CHECK(!x.untidy);
    CHECK_OK(read_it("/en/?q=1", &x));
    CHECK(x.lang == LANG_EN);
    CHECK_STR(x.path, "/");
}

static void refuses(void **state)
{
    static const char *const bad[] = {
        "",
        "x",
        "http://elders/",
        "/%",
        "/%4",
        "/%zz",
        "/a%2Fb",
        "/a%2fb",
        "/a%5Cb",
        "/a\\b",
        "/a b",
        "/%00",
        "/a%0Ab",
        "/a%0d%0aSet-Cookie:x",
        "/%7F",
        "/\x01",
        "/%C3",
        "/%C0%AF",
        "/%ED%A0%80",
        "/\xFF",
        "/..",
        "/../etc/passwd",
        "/a/../b",
        "/a/%2e%2e/b",
        "/%2e/",
        "/./a",
        "//elders",
        "/a//b",
        "/a?b=%00",
        "/a?b=%",
        "/a?b=%E2%82",
        "/a?b=1&b=2",
        "/a?b=\x7F",
        "/en//a",
        "/en/../a",
        "/%65n",
        "/e%6E/",
        "/e%6e/almere-2023/",
    };
    struct address x;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (read_it(bad[i], &x) != ERR_INPUT) fail_msg("taken: \"%s\"", bad[i]);
}

static void decodes_only_once(void **state)
{
    struct address x;
    (void)state;
    CHECK_OK(read_it("/a%252e%252e?q=%2541", &x));
    CHECK_STR(x.path, "/a%2e%2e");
    CHECK_STR(x.query[0].value, "%41");
}

static void bounds_parameters_and_length(void **state)
{
    struct address x;
    char raw[ADDRESS_MOST + 2] = "/?";
    (void)state;
    for (int i = 0; i < QUERY_MOST; i++)
        snprintf(raw + strlen(raw), sizeof raw - strlen(raw), "p%d=%d&", i, i);
    CHECK_OK(read_it(raw, &x));
    assert_int_equal(x.query_n, QUERY_MOST);
    strcat(raw, "meer");
    CHECK(read_it(raw, &x) == ERR_INPUT);
    memset(raw, 'a', sizeof raw);
    raw[0] = '/';
    CHECK_OK(address_read(&arena, (struct str){ raw, ADDRESS_MOST }, &x));
    CHECK(address_read(&arena, (struct str){ raw, ADDRESS_MOST + 1 }, &x) == ERR_INPUT);
}

static void tidies(void **state)
{
    static const char *const untidy[][2] = {
        { "/a/", "/a" },
        { "/en", "/en/" },
        { "/en/a/", "/en/a" },
        { "/a?utm_source=x&soort=tip&fbclid=1", "/a?soort=tip" },
        { "/?gclid=1", "/" },
        { "/en?q=1", "/en/?q=1" },
        { "/en/a/?q=m%C3%A9%20r&mc_cid=7", "/en/a?q=m%C3%A9%20r" },
    };
    struct address x;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(untidy); i++) {
        CHECK_OK(read_it(untidy[i][0], &x));
        CHECK(x.untidy);
        CHECK_STR(address_text(&arena, &x), untidy[i][1]);
        CHECK_OK(address_read(&arena, address_text(&arena, &x), &x));
        CHECK(!x.untidy);
    }
}

static void text_is_fit_for_a_header(void **state)
{
    struct address x;
    (void)state;
    CHECK_OK(read_it("/a\"<>'/?q=%22%3Cb%3E%26%3D%23", &x));
    CHECK_STR(address_text(&arena, &x), "/a%22%3C%3E%27?q=%22%3Cb%3E%26%3D%23");
}

static void accepts_languages(void **state)
{
    static const struct {
        const char *header;
        enum lang lang;
    } cases[] = {
        { "", LANG_NL },
        { "nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7", LANG_NL },
        { "en-US,en;q=0.9,nl;q=0.8", LANG_EN },
        { "EN", LANG_EN },
        { "de, tr;q=0.9", LANG_NL },
        { "de, en;q=0.4", LANG_EN },
        { "tr-TR,tr;q=0.9,en;q=0.8", LANG_EN },
        { "ar", LANG_NL },
        { "en;q=0, nl;q=0.1", LANG_NL },
        { "en;q=0", LANG_NL },
        { "en;q=abc", LANG_NL },
        { "en;q=7,nl;q=0.2", LANG_NL },
        { "nl;q=0.5, en; q=0.501", LANG_EN },
        { "english", LANG_NL },
        { ",,;;q=,-;q=1,en-", LANG_EN },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (lang_accepted(str_of(cases[i].header)) != cases[i].lang)
            fail_msg("\"%s\" gives another language", cases[i].header);
}

static void each_address_has_its_file(void **state)
{
    static const char *const pairs[][2] = {
        { "/", "index.html" },
        { "/eenvoudig", "eenvoudig/index.html" },
        { "/en/almere/punten?na=3", "en/almere/punten@na=3.html" },
        { "/almere/verslag.pdf", "almere/verslag.pdf" },
        { "/beeld/ab12", "beeld/ab12-groot" },
        { "/en/beeld/ab12/klein", "en/beeld/ab12-klein" },
        { "/eenvoudig/beeld/ab12/klein", "eenvoudig/beeld/ab12-klein" },
        { "/enkel/beeld/klein", "enkel/beeld/klein.html" }, /* "en" is not all of it */
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        CHECK_STR(address_file(&arena, str_of(pairs[i][0])), pairs[i][1]);
    arena_end(&arena);
}

static void finds_its_way_between_files(void **state)
{
    static const struct {
        const char *from, *to, *way;
    } cases[] = {
        { "/a/open-data/points.csv", "/a/punt/12", "../../a/punt/12.html" },
        { "/a/open-data/rekenblad/points.csv", "/a/punt/12", "../../../a/punt/12.html" },
        { "/a/open-data/points.json", "/a/open-data#gebruik",
          "../../a/open-data.html#gebruik" },
        { "/a/verslag.pdf", "/", "../index.html" },
        { "/", "/a", "a.html" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        CHECK_STR(address_between(&arena, str_of(cases[i].from), str_of(cases[i].to)),
                  cases[i].way);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_path_language_and_query),
        cmocka_unit_test(only_a_whole_part_is_a_language),
        cmocka_unit_test(refuses),
        cmocka_unit_test(decodes_only_once),
        cmocka_unit_test(bounds_parameters_and_length),
        cmocka_unit_test(tidies),
        cmocka_unit_test(text_is_fit_for_a_header),
        cmocka_unit_test(accepts_languages),
        cmocka_unit_test(each_address_has_its_file),
        cmocka_unit_test(finds_its_way_between_files),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
