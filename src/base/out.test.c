/* out.test.c — what a page may hold, and how it is written. */
#include "base/out.c"
#include "base/test.h"

static struct arena arena;

static struct out page(enum lang lang)
{
    return out_start(&arena, 1 << 16, lang);
}

static struct str text_of(const struct out *o)
{
    return (struct str){ o->s, o->n };
}

#define WRITES(lang, call, expected)                                                           \
    do {                                                                                       \
        struct out page_ = page(lang), *o = &page_;                                            \
        call;                                                                                  \
        CHECK_STR(text_of(o), expected);                                                       \
    } while (0)

static void text_is_harmless(void **state)
{
    (void)state;
    WRITES(LANG_NL, OUT_TEXT(o, STR("<b onclick='x'>\"A\" & B</b>")),
           "&lt;b onclick=&#39;x&#39;&gt;&quot;A&quot; &amp; B&lt;/b&gt;");
    WRITES(LANG_NL, OUT_ATTR(o, STR("\" onload=\"x")), "&quot; onload=&quot;x");
    WRITES(LANG_NL, OUT_TEXT(o, STR("")), "");
    WRITES(LANG_NL, OUT_TEXT(o, STR("één café — 日本 — 🙂")),
           "één café — 日本 — 🙂");
    WRITES(LANG_NL, OUT_TEXT(o, ((struct html){ STR("<em>zo</em>") })), "<em>zo</em>");
}

/* Every byte, at each place of texts around the width of a register. */
static void both_ways_find_the_same(void **state)
{
    (void)state;
    char s[50];
    for (int c = 0; c < 256; c++)
        for (size_t n = 0; n <= sizeof s; n++)
            for (size_t at = 0; at < n; at++) {
                memset(s, 'a', sizeof s);
                s[at] = (char)c;
                const size_t expected = strchr("&<>\"'", c) && c ? at : n;
                if (clean(s, n) != expected || clean_bytewise(s, n) != expected)
                    fail_msg("byte %d at %zu of %zu", c, at, n);
            }
}

static void a_full_page_swallows_the_rest(void **state)
{
    (void)state;
    struct out o = out_start(&arena, 10, LANG_NL);
    out_raw(&o, STR("12345"));
    CHECK(!o.spilt);
    out_raw(&o, STR("67890"));
    CHECK(!o.spilt);
    out_raw(&o, STR("1"));
    out_text(&o, STR("<"));
    CHECK(o.spilt);
    CHECK_STR(text_of(&o), "1234567890");
    o = out_start(&arena, 5, LANG_NL);
    out_raw(&o, STR("123456"));
    out_raw(&o, STR("1"));
    CHECK(o.spilt && o.n == 0);
}

static void a_page_grows(void **state)
{
    (void)state;
    struct out o = out_start(&arena, 1 << 20, LANG_NL);
    for (int i = 0; i < 50000; i++) out_raw(&o, i % 2 ? STR("b") : STR("a"));
    CHECK(!o.spilt && o.n == 50000);
    for (size_t i = 0; i < o.n; i++)
        if (o.s[i] != (i % 2 ? 'b' : 'a')) fail_msg("byte %zu", i);
}

static void numbers_as_people_write_them(void **state)
{
    (void)state;
    WRITES(LANG_NL, OUT_TEXT(o, 1284), "1.284");
    WRITES(LANG_EN, OUT_TEXT(o, 1284), "1,284");
    WRITES(LANG_TR, OUT_TEXT(o, 1284), "1.284");
    WRITES(LANG_NL_SIMPLE, OUT_TEXT(o, 1284), "1.284");
    WRITES(LANG_AR, OUT_TEXT(o, 1284), "1.284");
    WRITES(LANG_AR, OUT_TEXT(o, -5), "\u200e-5");
    WRITES(LANG_AR, OUT_TEXT(o, ((struct decimal){ -1250, 2 })), "\u200e-12,50");
    WRITES(LANG_AR, OUT_ATTR(o, -5), "-5");
    WRITES(LANG_NL, OUT_TEXT(o, 999), "999");
    WRITES(LANG_NL, OUT_TEXT(o, (size_t)1000000), "1.000.000");
    WRITES(LANG_NL, OUT_TEXT(o, INT64_MIN), "-9.223.372.036.854.775.808");
    WRITES(LANG_NL, OUT_TEXT(o, 0), "0");
    WRITES(LANG_NL, OUT_ATTR(o, 1284), "1284");
    WRITES(LANG_NL, OUT_ATTR(o, (size_t)1284), "1284");
    WRITES(LANG_NL, OUT_SEGMENT(o, INT64_C(-1284)), "-1284");
    WRITES(LANG_NL, OUT_TEXT(o, ((struct decimal){ 1250, 2 })), "12,50");
    WRITES(LANG_EN, OUT_TEXT(o, ((struct decimal){ 123456705, 2 })), "1,234,567.05");
    WRITES(LANG_NL, OUT_TEXT(o, ((struct decimal){ -5, 1 })), "-0,5");
    WRITES(LANG_NL, OUT_TEXT(o, ((struct decimal){ 7, 0 })), "7");
    WRITES(LANG_NL, OUT_TEXT(o, ((struct decimal){ INT64_MIN, 99 })), "-9,223372036854775808");
}

static void days_and_times(void **state)
{
    (void)state;
    const struct day d = day_of((struct date){ 2023, 6, 27 });
    const struct clock early = { 7 * 60 + 5 }, evening = { 19 * 60 + 30 };
    WRITES(LANG_NL, OUT_TEXT(o, d), "27 juni 2023");
    WRITES(LANG_EN, OUT_TEXT(o, d), "27 June 2023");
    WRITES(LANG_NL, OUT_ATTR(o, d), "2023-06-27");
    WRITES(LANG_EN, OUT_SAID(o, d), "27 June 2023");
    WRITES(LANG_NL, OUT_SAID(o, 1284), "1.284");
    WRITES(LANG_TR, OUT_TEXT(o, d), "27 Haziran 2023");
    WRITES(LANG_AR, OUT_TEXT(o, d), "27 يونيو 2023");
    WRITES(LANG_NL_SIMPLE, OUT_TEXT(o, d), "27 juni 2023");
    WRITES(LANG_TR, OUT_TEXT(o, evening), "19:30");
    WRITES(LANG_NL_SIMPLE, OUT_TEXT(o, evening), "19.30 uur");
    WRITES(LANG_NL, OUT_TEXT(o, evening), "19.30 uur");
    WRITES(LANG_EN, OUT_TEXT(o, evening), "19:30");
    WRITES(LANG_NL, OUT_TEXT(o, early), "7.05 uur");
    WRITES(LANG_NL, OUT_ATTR(o, early), "07:05");
    WRITES(LANG_NL, OUT_TEXT(o, ((struct day){ INT32_MIN })), "23 juni -5877641");
}

static void addresses_stay_on_the_site(void **state)
{
    (void)state;
    CHECK_STR(PATH(&arena, "/{}/thema/{}", STR("almere"), STR("hulp & zorg")).text,
              "/almere/thema/hulp%20%26%20zorg");
    CHECK_STR(PATH(&arena, "/{}/{}", STR(""), STR("boos.nl")).text, "/-/boos.nl");
    CHECK_STR(PATH(&arena, "/{}/{}", STR(".."), STR(".")).text, "/-/-");
    CHECK_STR(PATH(&arena, "/{}", STR("/boos.nl\\x")).text, "/%2Fboos.nl%5Cx");
    CHECK_STR(PATH(&arena, "/zoek?q={}&na={}", STR(""), STR("a&b=c#d")).text,
              "/zoek?q=&na=a%26b%3Dc%23d");
    CHECK_STR(PATH(&arena, "/{}", STR("café\r\n\x01")).text, "/caf%C3%A9%0D%0A%01");
    CHECK_STR(path_make(&arena, "/", NULL, 0).text, "/");
    const struct path p = PATH(&arena, "/zoek?q={}&x=1", STR("a"));
    WRITES(LANG_EN, (o->prefix = STR("/en"), OUT_ADDRESS(o, p)), "/en/zoek?q=a&amp;x=1");
    WRITES(LANG_EN, out_path_in(o, p, LANG_NL), "/zoek?q=a&amp;x=1");
    WRITES(LANG_NL, out_path_in(o, p, LANG_EN), "/en/zoek?q=a&amp;x=1");
    WRITES(LANG_NL, out_path_in(o, p, LANG_NL_SIMPLE), "/eenvoudig/zoek?q=a&amp;x=1");
}

static void other_sites_by_known_schemes(void **state)
{
    (void)state;
    static const char *const good[] = {
        "https://almere.nl",    "http://x/", "HTTPS://Almere.nl/a?b=c&d#e",
        "mailto:a@b.nl",        "tel:14036", "https://café.nl/é",
        "https://a.nl/@b?c=@#@"
    };
    static const char *const bad[] = { "",
                                       "javascript:alert(1)",
                                       " https://a.nl",
                                       "https://",
                                       "https:///a",
                                       "https://a b",
                                       "https://a\n",
                                       "//a.nl",
                                       "/a",
                                       "data:text/html,x",
                                       "JaVaScRiPt:x",
                                       "https://a\\b",
                                       "tel:",
                                       "https:a",
                                       "ftp://a",
                                       "https://a.nl@b.nl",
                                       "http://a:b@c.nl/",
                                       "https://?a",
                                       "https://a\xe2\x80\xae.nl",
                                       "https://\xff",
                                       "mailto:" };
    struct url u;
    for (size_t i = 0; i < COUNT_OF(good); i++)
        if (!url_check(str_of(good[i]), &u) || !str_is(u.text, good[i]))
            fail_msg("%s", good[i]);
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (url_check(str_of(bad[i]), &u) || u.text.n) fail_msg("%s", bad[i]);
    CHECK(url_check(STR("https://a.nl/?q=\"'&"), &u));
    WRITES(LANG_NL, OUT_ADDRESS(o, u), "https://a.nl/?q=&quot;&#39;&amp;");
}

static void language_of_a_text(void **state)
{
    (void)state;
    WRITES(LANG_NL, out_lang(o, STR("tr")), " lang=\"tr\"");
    WRITES(LANG_NL, out_lang(o, STR("ar-MA")), " lang=\"ar-MA\" dir=\"rtl\"");
    WRITES(LANG_NL, out_lang(o, STR("nl")), "");
    WRITES(LANG_EN, out_lang(o, STR("nl")), " lang=\"nl\"");
    WRITES(LANG_AR, out_lang(o, STR("nl")), " lang=\"nl\" dir=\"ltr\"");
    WRITES(LANG_NL, out_lang(o, STR("")), "");
    WRITES(LANG_NL, out_lang(o, STR("x\" onload=\"")), "");
    WRITES(LANG_NL, out_lang(o, STR("arm")), " lang=\"arm\"");
}

static void sentences_outside_a_page(void **state)
{
    (void)state;
    const struct words w = {
        .in = { [LANG_NL] = STR("{wie}: {n} van {wie} {x} {"), [LANG_EN] = STR("{n} of {wie}") }
    };
    CHECK_STR(FILL(&arena, &w, LANG_NL, { "wie", STR("<An>") }, { "n", STR("{wie}") }),
              "<An>: {wie} van <An> {x} {");
    CHECK_STR(FILL(&arena, &w, LANG_EN, { "n", STR("3") }, { "wie", STR("An") }), "3 of An");
    const struct words dutch = { .in = { [LANG_NL] = STR("Alleen <hier>") } };
    CHECK_STR(words_fill(&arena, &dutch, LANG_EN, NULL, 0), "Alleen <hier>");
    const struct words *p = &dutch;
    WRITES(LANG_EN, OUT_TEXT(o, p), "Alleen &lt;hier&gt;");
}

static int drop(void **state)
{
    (void)state;
    arena_end(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_harmless),
        cmocka_unit_test(both_ways_find_the_same),
        cmocka_unit_test(a_full_page_swallows_the_rest),
        cmocka_unit_test(a_page_grows),
        cmocka_unit_test(numbers_as_people_write_them),
        cmocka_unit_test(days_and_times),
        cmocka_unit_test(addresses_stay_on_the_site),
        cmocka_unit_test(other_sites_by_known_schemes),
        cmocka_unit_test(language_of_a_text),
        cmocka_unit_test(sentences_outside_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, drop);
}
