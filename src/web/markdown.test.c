/* markdown.test.c — formatted text: what it gives, and that nothing else gets through. */
#include "base/test.h"
#include "web/web.h"

#include <time.h>

static struct arena arena;

static struct str md(const char *text)
{
    return markdown(&arena, str_of(text), 2).markup;
}

static void gives_paragraphs_lists_and_emphasis(void **state)
{
    (void)state;
    CHECK_STR(md("Een *mooie* en **goede** zin."),
              "<p>Een <em>mooie</em> en <strong>goede</strong> zin.</p>\n");
    CHECK_STR(md("- een\n- twee\n"), "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n");
    CHECK_STR(md("3. drie\n4. vier\n"),
              "<ol start=\"3\">\n<li>drie</li>\n<li>vier</li>\n</ol>\n");
    CHECK_STR(md("- een\n\n- twee\n"),
              "<ul>\n<li><p>een</p>\n</li>\n<li><p>twee</p>\n</li>\n</ul>\n");
    CHECK_STR(md("regel  \nnieuw"), "<p>regel<br>\nnieuw</p>\n");
    CHECK_STR(md("> gezegd"), "<blockquote>\n<p>gezegd</p>\n</blockquote>\n");
    CHECK_STR(md(""), "");
}

static void headings_follow_the_page_and_skip_no_level(void **state)
{
    (void)state;
    CHECK_STR(md("# A\n## B\n#### C\n# D"), "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<h2>D</h2>\n");
    CHECK_STR(md("###### diep"), "<h2>diep</h2>\n");
    CHECK_STR(markdown(&arena, STR("# a\n## b\n### c"), 5).markup,
              "<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>\n");
}

static void links_lead_only_where_they_may(void **state)
{
    static const char *const bad[] = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html,<script>)",
        "[x](vbscript:x)",
        "[x](//elders.nl)",
        "[x](/\\elders.nl)",
        "[x](file:///etc/passwd)",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        "[x](\x01javascript:alert(1))",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "[x](relatief)",
    };
    (void)state;
    CHECK_STR(md("[x](https://a.nl/?b=1&c=\"2\")"),
              "<p><a href=\"https://a.nl/?b=1&amp;c=&quot;2&quot;\">x</a></p>\n");
    CHECK_HAS(md("[x](/almere-2023)"), "<a href=\"/almere-2023\">x</a>");
    CHECK_HAS(md("<mail@stad.nl>"), "<a href=\"mailto:mail@stad.nl\">");
    for (size_t i = 0; i < COUNT_OF(bad); i++) CHECK_NOT(md(bad[i]), "<a ");
}

static void html_is_shown_as_text(void **state)
{
    static const char *const raw[] = {
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "<img src=x onerror=alert(1)>",
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "`<script>`",
        "```\n<script>\n```",
        "    <script>",
        "# <script>",
        "[<script>](https://a.nl)",
        "![<script>](https://a.nl/x.png)",
        "&lt;script&gt;",
        "<div>\n\n<script>\n\n</div>",
        "- <iframe>",
    };
    static const char *const tags[] = {
        "<script", "<b", "<img", "<!", "<?", "<div", "<iframe"
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(raw); i++)
        for (size_t t = 0; t < COUNT_OF(tags); t++) {
            if (!strcmp(tags[t], "<b")) continue;
            CHECK_NOT(md(raw[i]), tags[t]);
        }
    CHECK_NOT(md(raw[1]), "<b ");
    CHECK_STR(md("![een *kaart*](https://a.nl/x.png)"), "<p>een <em>kaart</em></p>\n");
}

static void balanced(struct str markup)
{
    int open = 0;
    for (size_t i = 0; i + 1 < markup.n; i++) {
        if (markup.s[i] != '<') continue;
        const struct str at = str_from(markup, i);
        if (str_starts(at, STR("<br>")) || str_starts(at, STR("<hr>"))) continue;
        open += markup.s[i + 1] == '/' ? -1 : 1;
        CHECK(open >= 0);
    }
    assert_int_equal(open, 0);
}

/* What makes parsers slow or deep, 64 kB of each; two seconds is many times what it takes. */
static void bombs_do_not_go_off(void **state)
{
    static const char *const pieces[] = {
        ">",     "> ",   "[",  "![",  "](",   "*",    "**a ", "_",        "`",   "``a ", "<",
        "<a ",   "&#",   "- ", "1. ", "* * ", "[a](", "\\",   "[a]: b\n", "#",   "|",    "*_",
        "a**b ", "<!--", "<?", "\t",  ">- ",  "[[a]", "~",    "[](<",     "\n>", "a\n\n"
    };
    static char text[64 * 1024 + 1];
    (void)state;
    for (size_t p = 0; p < COUNT_OF(pieces); p++) {
        const size_t n = strlen(pieces[p]);
        for (size_t i = 0; i < sizeof text - 1; i++) text[i] = pieces[p][i % n];
        const clock_t start = clock();
        balanced(md(text));
        const double took = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (took > 2) fail_msg("\"%s\" takes %.1f s", pieces[p], took);
        arena_reset(&arena);
    }
    for (size_t i = 0; i + 1 < sizeof text; i++) /* deeper on each line */
        text[i] = (i * 7919) % 97 < 50 ? '>' : (i % 61 == 60 ? '\n' : ' ');
    balanced(md(text));
}

static void entities_bring_nothing_hidden_in(void **state)
{
    (void)state;
    CHECK_STR(md("a&#x202e;b&#8238;c&#1;d&#x2066;e&#x85;f&eacute;&#9;g"),
              "<p>abcdefé\tg</p>\n");
    CHECK_STR(md("# &#x202e;"), "<h2></h2>\n");
    CHECK_HAS(md("שלום &lrm;x&zwj;y"), "שלום \u200Ex\u200Dy");
}

static void bad_bytes_become_harmless(void **state)
{
    (void)state;
    const struct str x = markdown(&arena, (struct str){ "a\0b\xFF\xC0<", 6 }, 2).markup;
    CHECK(str_utf8(x));
    CHECK_HAS(x, "&lt;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_paragraphs_lists_and_emphasis),
        cmocka_unit_test(headings_follow_the_page_and_skip_no_level),
        cmocka_unit_test(links_lead_only_where_they_may),
        cmocka_unit_test(html_is_shown_as_text),
        cmocka_unit_test(bombs_do_not_go_off),
        cmocka_unit_test(entities_bring_nothing_hidden_in),
        cmocka_unit_test(bad_bytes_become_harmless),
    };
    const int failed = RUN_TESTS(tests);
    arena_end(&arena);
    return failed;
}
