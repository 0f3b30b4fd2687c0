/* odt_styles.c — see odt_inside.h: how it looks. Names are those by which Writer and Word know a style. */
#include "document/odt_inside.h"

struct str odt_style(struct odt *o, struct str parent, struct str lang, unsigned style,
                     bool new_page)
{
    for (const struct odt_style *s = o->styles; s; s = s->next)
        if (str_eq(s->parent, parent) && str_eq(s->lang, lang) && s->style == style &&
            s->new_page == new_page)
            return s->name;
    struct odt_style *s = NEW(o->a, struct odt_style, 1);
    *s =
        (struct odt_style){ .name = arena_format(o->a, parent.n ? "P%d" : "T%d", ++o->styles_n),
                            .parent = parent,
                            .lang = lang,
                            .style = style,
                            .new_page = new_page };
    if (o->styles_last)
        o->styles_last->next = s;
    else
        o->styles = s;
    o->styles_last = s;
    return s->name;
}

/* "nl-NL" is language and country; where only a language is known, Dutch and English get ours. */
static void language_out(struct odt *o, struct str lang)
{
    const size_t dash = str_find(lang, STR("-"));
    const struct str main = dash == SIZE_MAX ? lang : str_upto(lang, dash);
    struct str country = STR("none");
    if (str_is(main, "nl")) country = STR("NL");
    if (str_is(main, "en")) country = STR("GB");
    for (size_t i = 0; i < main.n; i++)
        if (main.s[i] < 'a' || main.s[i] > 'z' || main.n > 3) return;
    const bool rtl = lang_is_rtl(main),
               asian = str_is(main, "zh") || str_is(main, "ja") || str_is(main, "ko");
    for (int i = 0; i < 2; i++) {
        const struct str value = i ? country : main;
        const char *name = i ? "country" : "language";
        out_raw(&o->out,
                rtl     ? arena_format(o->a, "style:%s-complex=\"%.*s\" ", name, STR_ARG(value))
                : asian ? arena_format(o->a, "style:%s-asian=\"%.*s\" ", name, STR_ARG(value))
                        : arena_format(o->a, "fo:%s=\"%.*s\" ", name, STR_ARG(value)));
    }
}

static void text_properties(struct odt *o, struct str lang, unsigned style)
{
    RAW(o, "<style:text-properties ");
    if (lang.n) language_out(o, lang);
    if (style & STYLE_STRONG)
        RAW(o, "fo:font-weight=\"bold\" style:font-weight-complex=\"bold\" ");
    if (style & STYLE_EMPHASIS) RAW(o, "fo:font-style=\"italic\" ");
    if (style & STYLE_CODE) RAW(o, "style:font-name=\"Liberation Mono\" ");
    if (style & STYLE_QUIET) RAW(o, "fo:color=\"#5b544a\" ");
    RAW(o, "/>");
}

void odt_automatic_styles(struct odt *o)
{
    RAW(o, "<office:automatic-styles>"
           "<style:style style:name=\"Wide\" style:family=\"table\"><style:table-properties "
           "style:rel-width=\"100%\" table:align=\"margins\" fo:margin-top=\"0.15cm\"/>"
           "</style:style><style:style style:name=\"Cell\" style:family=\"table-cell\">"
           "<style:table-cell-properties fo:padding=\"0.1cm\" "
           "fo:border-bottom=\"0.5pt solid #ddd5c8\"/></style:style>"
           "<style:style style:name=\"Picture\" style:family=\"graphic\" "
           "style:parent-style-name=\"Graphics\"><style:graphic-properties "
           "style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"/></style:style>");
    for (const struct odt_style *s = o->styles; s; s = s->next) {
        RAW(o, "<style:style style:name=\"");
        out_raw(&o->out, s->name);
        if (s->parent.n) {
            RAW(o, "\" style:family=\"paragraph\" style:parent-style-name=\"");
            out_raw(&o->out, s->parent);
            RAW(o, "\"><style:paragraph-properties ");
            if (s->new_page) RAW(o, "fo:break-before=\"page\" ");
            if (s->lang.n && lang_is_rtl(s->lang))
                RAW(o, "style:writing-mode=\"rl-tb\" fo:text-align=\"start\" ");
            RAW(o, "/>");
        } else {
            RAW(o, "\" style:family=\"text\">");
        }
        text_properties(o, s->lang, s->style);
        RAW(o, "</style:style>");
    }
    RAW(o, "</office:automatic-styles>");
}

struct named {
    const char *name, *shown, *parent, *next, *paragraph, *text;
    int outline, colour; /* colour: step of the city's ramp, or -1 */
};

static void named_out(struct odt *o, const struct named *s)
{
    out_raw(&o->out, arena_format(o->a,
                                  "<style:style style:name=\"%s\" style:display-name=\"%s\" "
                                  "style:family=\"paragraph\" style:class=\"text\"",
                                  s->name, s->shown));
    if (s->parent)
        out_raw(&o->out, arena_format(o->a, " style:parent-style-name=\"%s\"", s->parent));
    if (s->next) out_raw(&o->out, arena_format(o->a, " style:next-style-name=\"%s\"", s->next));
    if (s->outline)
        out_raw(&o->out, arena_format(o->a, " style:default-outline-level=\"%d\"", s->outline));
    out_raw(&o->out,
            arena_format(o->a, "><style:paragraph-properties %s/><style:text-properties %s",
                         s->paragraph, s->text));
    if (s->colour >= 0)
        out_raw(&o->out, arena_format(o->a, " fo:color=\"#%06x\"", o->brand.step[s->colour]));
    RAW(o, "/></style:style>");
}

static void paragraphs_out(struct odt *o)
{
#define BOLD "fo:font-weight=\"bold\" style:font-weight-complex=\"bold\" "
#define KEPT "fo:keep-with-next=\"always\" "
    static const struct named all[] = {
        { "Standard", "Standard", NULL, NULL, "fo:orphans=\"2\" fo:widows=\"2\"", "", 0, -1 },
        { "Text_20_body", "Text body", "Standard", NULL,
          "fo:margin-top=\"0cm\" fo:margin-bottom=\"0.22cm\" fo:line-height=\"130%\"", "", 0,
          -1 },
        { "Heading", "Heading", "Standard", "Text_20_body",
          KEPT "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.15cm\"", BOLD, 0, -1 },
        { "Heading_20_1", "Heading 1", "Heading", "Text_20_body", KEPT,
          BOLD "fo:font-size=\"28pt\"", 1, 5 },
        { "Heading_20_2", "Heading 2", "Heading", "Text_20_body",
          KEPT "fo:margin-top=\"0.9cm\"", BOLD "fo:font-size=\"20pt\"", 2, -1 },
        { "Heading_20_3", "Heading 3", "Heading", "Text_20_body", KEPT,
          BOLD "fo:font-size=\"14pt\"", 3, 5 },
        { "Heading_20_4", "Heading 4", "Heading", "Text_20_body", KEPT,
          BOLD "fo:font-size=\"12pt\"", 4, -1 },
        { "Heading_20_5", "Heading 5", "Heading", "Text_20_body", KEPT,
          BOLD "fo:font-size=\"11pt\"", 5, -1 },
        { "Heading_20_6", "Heading 6", "Heading", "Text_20_body", KEPT,
          BOLD "fo:font-size=\"11pt\"", 6, -1 },
        { "Lead", "Lead", "Text_20_body", "Text_20_body", "", "fo:font-size=\"14pt\"", 0, 5 },
        { "Label", "Label", "Text_20_body", "Text_20_body", KEPT, BOLD "fo:font-size=\"10pt\"",
          0, 5 },
        { "Quiet", "Quiet", "Text_20_body", NULL, "fo:margin-bottom=\"0.3cm\"",
          "fo:font-size=\"9pt\" fo:color=\"#5b544a\"", 0, -1 },
        { "Quotations", "Quotations", "Text_20_body", NULL,
          "fo:margin-left=\"0.8cm\" fo:margin-right=\"0.8cm\" "
          "fo:border-left=\"2pt solid #ddd5c8\" fo:padding-left=\"0.3cm\"",
          "", 0, -1 },
        { "List_20_Contents", "List Contents", "Text_20_body", NULL,
          "fo:margin-bottom=\"0.1cm\"", "", 0, -1 },
        { "Caption", "Caption", "Standard", "Text_20_body", "fo:margin-bottom=\"0.3cm\"",
          "fo:font-size=\"9pt\" fo:color=\"#5b544a\"", 0, -1 },
        { "Footnote", "Footnote", "Standard", NULL, "", "fo:font-size=\"9pt\"", 0, -1 },
        { "Table", "Table", "Caption", NULL, KEPT "fo:margin-top=\"0.4cm\"",
          BOLD "fo:font-size=\"11pt\" fo:color=\"#211e1a\"", 0, -1 },
        { "Figure", "Figure", "Caption", "Caption", KEPT "fo:margin-top=\"0.3cm\"", "", 0, -1 },
        { "Table_20_Contents", "Table Contents", "Standard", NULL, "", "fo:font-size=\"10pt\"",
          0, -1 },
        { "Table_20_Heading", "Table Heading", "Table_20_Contents", NULL, "", BOLD, 0, -1 },
        { "Contents_20_1", "Contents 1", "Standard", NULL, "fo:margin-bottom=\"0.1cm\"", "", 0,
          -1 },
        { "Header", "Header", "Standard", NULL, "", "fo:font-size=\"9pt\" fo:color=\"#5b544a\"",
          0, -1 },
        { "Footer", "Footer", "Standard", NULL, "", "fo:font-size=\"9pt\" fo:color=\"#5b544a\"",
          0, -1 },
    };
    for (size_t i = 0; i < COUNT_OF(all); i++) named_out(o, &all[i]);
#undef BOLD
#undef KEPT
}

/* Ten levels, as both programs expect of a list. */
static void lists_out(struct odt *o)
{
    for (int numbered = 0; numbered < 2; numbered++) {
        out_raw(&o->out, numbered ? STR("<text:list-style style:name=\"Numbering_20_1\" "
                                        "style:display-name=\"Numbering 1\">")
                                  : STR("<text:list-style style:name=\"List_20_1\" "
                                        "style:display-name=\"List 1\">"));
        for (int level = 1; level <= 10; level++)
            out_raw(&o->out,
                    arena_format(
                        o->a,
                        "<text:list-level-style-%s text:level=\"%d\" %s>"
                        "<style:list-level-properties "
                        "text:list-level-position-and-space-mode=\"label-alignment\">"
                        "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
                        "text:list-tab-stop-position=\"%.2fcm\" fo:text-indent=\"-0.6cm\" "
                        "fo:margin-left=\"%.2fcm\"/></style:list-level-properties>"
                        "</text:list-level-style-%s>",
                        numbered ? "number" : "bullet", level,
                        numbered ? "style:num-format=\"1\" style:num-suffix=\".\""
                                 : "text:bullet-char=\"\xE2\x80\xA2\"",
                        .6 * level, .6 * level, numbered ? "number" : "bullet"));
        RAW(o, "</text:list-style>");
    }
}

static void page_out(struct odt *o)
{
    RAW(o, "<office:automatic-styles><style:page-layout style:name=\"A4\">"
           "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
           "style:print-orientation=\"portrait\" fo:margin-top=\"1.8cm\" "
           "fo:margin-bottom=\"1.6cm\" fo:margin-left=\"2.4cm\" fo:margin-right=\"2.4cm\"/>"
           "<style:header-style><style:header-footer-properties fo:min-height=\"0.8cm\" "
           "fo:margin-bottom=\"0.4cm\"/></style:header-style>"
           "<style:footer-style><style:header-footer-properties fo:min-height=\"0.8cm\" "
           "fo:margin-top=\"0.4cm\"/></style:footer-style></style:page-layout>"
           "</office:automatic-styles><office:master-styles><style:master-page "
           "style:name=\"Standard\" style:page-layout-name=\"A4\"><style:header><text:p "
           "text:style-name=\"Header\">");
    odt_text(o, o->d->header);
    RAW(o, "</text:p></style:header><style:footer><text:p text:style-name=\"Footer\">");
    odt_text(o, o->d->footer);
    RAW(o,
        " \xC2\xB7 <text:page-number text:select-page=\"current\">1</text:page-number></text:p>"
        "</style:footer></style:master-page></office:master-styles>");
}

void odt_named_styles(struct odt *o)
{
    RAW(o, "<office:font-face-decls><style:font-face style:name=\"Source Sans 3\" "
           "svg:font-family=\"&apos;Source Sans 3&apos;\" style:font-family-generic=\"swiss\" "
           "style:font-pitch=\"variable\"/><style:font-face style:name=\"Liberation Mono\" "
           "svg:font-family=\"&apos;Liberation Mono&apos;\" "
           "style:font-family-generic=\"modern\" style:font-pitch=\"fixed\"/>"
           "</office:font-face-decls><office:styles><style:default-style "
           "style:family=\"paragraph\"><style:paragraph-properties "
           "fo:hyphenation-ladder-count=\"no-limit\" style:tab-stop-distance=\"1.25cm\" "
           "style:writing-mode=\"page\"/><style:text-properties "
           "style:font-name=\"Source Sans 3\" fo:font-size=\"11pt\" fo:color=\"#211e1a\" "
           "fo:hyphenate=\"true\" fo:hyphenation-remain-char-count=\"3\" "
           "fo:hyphenation-push-char-count=\"3\" ");
    language_out(o, o->d->lang);
    RAW(o, "/></style:default-style><style:style style:name=\"Strong_20_Emphasis\" "
           "style:display-name=\"Strong Emphasis\" style:family=\"text\">"
           "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
           "<style:style style:name=\"Graphics\" style:family=\"graphic\">"
           "<style:graphic-properties text:anchor-type=\"as-char\"/></style:style>");
    paragraphs_out(o);
    lists_out(o);
    RAW(o, "</office:styles>");
    page_out(o);
}
