/* odt_text.c — see odt_inside.h: blocks as <text:…>. */
#include "document/odt_inside.h"

#include <string.h>
#include <zlib.h>

enum { COLUMNS_MOST = 12 };

void odt_attribute(struct odt *o, struct str text)
{
    text = document_clean(o->a, text);
    while (text.n) {
        const size_t at = str_find(text, STR("\n"));
        out_text(&o->out, str_upto(text, at));
        if (at == SIZE_MAX) return;
        RAW(o, " ");
        text = str_from(text, at + 1);
    }
}

/* One blank stands for itself; more of them, and one at the edge, would be lost. */
void odt_text(struct odt *o, struct str text)
{
    text = document_clean(o->a, text);
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.s[i];
        const bool lost = c == ' ' && (i == 0 || i + 1 == text.n || text.s[i - 1] == ' ');
        if (c != '\n' && !lost) continue;
        out_text(&o->out, str_upto(str_from(text, from), i - from));
        if (c == '\n')
            RAW(o, "<text:line-break/>");
        else
            RAW(o, "<text:s/>");
        from = i + 1;
    }
    out_text(&o->out, str_from(text, from));
}

static void link_begin(struct odt *o, struct str to)
{
    RAW(o, "<text:a xlink:type=\"simple\" xlink:href=\"");
    out_text(&o->out, to);
    RAW(o, "\">");
}

/* A note stands where it is referred to first. */
static void note_out(struct odt *o, const struct block *n)
{
    const bool again = o->noted[n->level];
    o->noted[n->level] = true;
    RAW(o, "<text:note");
    if (again)
        RAW(o, "-ref text:reference-format=\"text\" text:ref-name=\"");
    else
        RAW(o, " text:id=\"");
    odt_attribute(o, n->anchor);
    RAW(o, "\" text:note-class=\"footnote\">");
    if (again) {
        odt_text(o, n->label);
        RAW(o, "</text:note-ref>");
        return;
    }
    RAW(o, "<text:note-citation text:label=\"");
    odt_attribute(o, n->label);
    RAW(o, "\">");
    odt_text(o, n->label);
    RAW(o, "</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">");
    for (const struct span *s = n->spans; s; s = s->next) {
        if (s->to.n) link_begin(o, s->to);
        odt_text(o, s->text);
        if (s->to.n) RAW(o, "</text:a>");
    }
    RAW(o, "</text:p></text:note-body></text:note>");
}

static void span_out(struct odt *o, const struct span *s, struct str lang)
{
    if (s->note) {
        note_out(o, s->note);
        return;
    }
    const struct str other = s->lang.n && !str_eq(s->lang, lang) ? s->lang : (struct str){ 0 };
    const bool styled = s->style || other.n;
    if (s->to.n) link_begin(o, s->to);
    if (styled) {
        const struct str name = odt_style(o, (struct str){ 0 }, other, s->style, false);
        RAW(o, "<text:span text:style-name=\"");
        out_raw(&o->out, name);
        RAW(o, "\">");
    }
    odt_text(o, s->text);
    if (styled) RAW(o, "</text:span>");
    if (s->to.n) RAW(o, "</text:a>");
}

static void spans_out(struct odt *o, const struct block *b)
{
    const struct str lang = block_lang(o->d, b);
    if (b->anchor.n) {
        RAW(o, "<text:bookmark text:name=\"");
        odt_attribute(o, b->anchor);
        RAW(o, "\"/>");
    }
    for (const struct span *s = b->spans; s; s = s->next) span_out(o, s, lang);
}

/* Begins a paragraph in a named style, as its language and place ask. */
static void paragraph_begin(struct odt *o, const struct block *b, struct str style)
{
    const struct str lang = block_lang(o->d, b);
    const bool other = !str_eq(lang, o->d->lang);
    RAW(o, "<text:p text:style-name=\"");
    if (other || o->new_page)
        style = odt_style(o, style, other ? lang : (struct str){ 0 }, 0, o->new_page);
    o->new_page = false;
    out_raw(&o->out, style);
    RAW(o, "\">");
}

static void paragraph_out(struct odt *o, const struct block *b, struct str style)
{
    paragraph_begin(o, b, style);
    spans_out(o, b);
    RAW(o, "</text:p>");
}

static void heading_out(struct odt *o, const struct block *b)
{
    const struct str lang = block_lang(o->d, b);
    const bool other = !str_eq(lang, o->d->lang);
    struct str style = arena_format(o->a, "Heading_20_%d", b->level);
    o->new_page |= b->new_page;
    if (other || o->new_page)
        style = odt_style(o, style, other ? lang : (struct str){ 0 }, 0, o->new_page);
    o->new_page = false;
    out_raw(&o->out,
            arena_format(o->a, "<text:h text:outline-level=\"%d\" text:style-name=\"%.*s\">",
                         b->level, STR_ARG(style)));
    spans_out(o, b);
    RAW(o, "</text:h>");
}

/* ---- pictures */

static void put_big(char *to, uint32_t x)
{
    for (int i = 0; i < 4; i++) to[i] = (char)(x >> (24 - 8 * i));
}

static void png_part(struct out *o, const char *name, struct str body)
{
    char size[4], sum[4];
    const uLong crc = crc32(crc32(0, (const Bytef *)name, 4),
                            (const Bytef *)(body.n ? body.s : ""), (uInt)body.n);
    put_big(size, (uint32_t)body.n);
    put_big(sum, (uint32_t)crc);
    out_raw(o, (struct str){ size, 4 });
    out_raw(o, (struct str){ name, 4 });
    out_raw(o, body);
    out_raw(o, (struct str){ sum, 4 });
}

/* Squares as a PNG of grey, eight pixels for each. */
static struct str squares_png(struct arena *a, const struct picture *p)
{
    enum { SCALE = 8 };
    const size_t side = (size_t)p->width * SCALE, line = side + 1;
    char *pixels = NEW(a, char, line *side);
    for (size_t y = 0; y < side; y++)
        for (size_t x = 0; x < side; x++)
            pixels[y * line + 1 + x] =
                p->bytes.s[y / SCALE * (size_t)p->width + x / SCALE] ? 0 : (char)255;
    uLongf n = compressBound(line * side);
    char *packed = arena_room(a, n, 1), head[13] = { 0 };
    compress2((Bytef *)packed, &n, (const Bytef *)pixels, line * side, 9);
    put_big(head, (uint32_t)side);
    put_big(head + 4, (uint32_t)side);
    head[8] = 8;
    struct out o = out_start(a, 1 << 24, LANG_NL);
    out_raw(&o, STR("\x89PNG\r\n\x1A\n"));
    png_part(&o, "IHDR", (struct str){ head, sizeof head });
    png_part(&o, "IDAT", (struct str){ packed, n });
    png_part(&o, "IEND", (struct str){ 0 });
    return (struct str){ o.s, o.n };
}

static bool is_whole(const struct picture *p)
{
    if (p->width <= 0 || p->height <= 0) return false;
    switch (p->type) {
    case PICTURE_NONE: return false;
    case PICTURE_SQUARES:
        return p->width <= 400 && p->bytes.n == (size_t)(p->width * p->height) &&
               p->width == p->height;
    case PICTURE_JPEG: return str_starts(p->bytes, STR("\xFF\xD8\xFF"));
    case PICTURE_PNG: return str_starts(p->bytes, STR("\x89PNG\r\n\x1A\n"));
    }
    return false;
}

static struct str picture_add(struct odt *o, const struct picture *p)
{
    const bool jpeg = p->type == PICTURE_JPEG;
    for (const struct odt_picture *i = o->pictures; i; i = i->next)
        if (p->type != PICTURE_SQUARES && str_eq(i->bytes, p->bytes)) return i->name;
    struct odt_picture *i = NEW(o->a, struct odt_picture, 1);
    *i = (struct odt_picture){
        .name = arena_format(o->a, "Pictures/%d.%s", ++o->pictures_n, jpeg ? "jpg" : "png"),
        .type = jpeg ? STR("image/jpeg") : STR("image/png"),
        .bytes = p->type == PICTURE_SQUARES ? squares_png(o->a, p) : p->bytes,
    };
    if (o->pictures_last)
        o->pictures_last->next = i;
    else
        o->pictures = i;
    o->pictures_last = i;
    return i->name;
}

static void figure_out(struct odt *o, const struct block *b)
{
    const struct picture *p = &b->picture;
    if (!is_whole(p)) {
        if (!p->alt.n || p->decoration) return;
        paragraph_begin(o, b, STR("Caption"));
        odt_text(o, p->alt);
        RAW(o, "</text:p>");
        return;
    }
    const bool squares = p->type == PICTURE_SQUARES;
    double width = squares ? 3.2 : b->parent && b->parent->look == LOOK_BESIDE ? 8 : 15;
    double height = width * (double)p->height / (double)p->width;
    if (height > 12) width *= 12 / height, height = 12;
    paragraph_begin(o, b, STR("Figure"));
    const struct str name = picture_add(o, p);
    out_raw(&o->out,
            arena_format(o->a,
                         "<draw:frame draw:style-name=\"Picture\" draw:name=\"Picture %d\" "
                         "text:anchor-type=\"as-char\" svg:width=\"%.2fcm\" "
                         "svg:height=\"%.2fcm\"><draw:image xlink:href=\"%.*s\" "
                         "xlink:type=\"simple\" xlink:show=\"embed\" "
                         "xlink:actuate=\"onLoad\"/>",
                         ++o->tables_n, width, height, STR_ARG(name)));
    if (p->alt.n && !p->decoration) {
        RAW(o, "<svg:title>");
        odt_attribute(o, p->alt);
        RAW(o, "</svg:title><svg:desc>");
        odt_attribute(o, p->alt);
        RAW(o, "</svg:desc>");
    }
    RAW(o, "</draw:frame></text:p>");
    if (b->spans) paragraph_out(o, b, STR("Caption"));
}

/* ---- lists and tables */

static void blocks_out(struct odt *o, const struct block *first, struct str style);

static void item_out(struct odt *o, const struct block *item)
{
    RAW(o, "<text:list-item>");
    const struct block *first = item->first;
    if (item->label.n) { /* in front of its text, as words */
        const bool joined = first && first->type == BLOCK_PARAGRAPH;
        paragraph_begin(o, joined ? first : item, STR("List_20_Contents"));
        if (item->label_to.n) link_begin(o, item->label_to);
        RAW(o, "<text:span text:style-name=\"Strong_20_Emphasis\">");
        odt_text(o, item->label);
        RAW(o, "</text:span>");
        if (item->label_to.n) RAW(o, "</text:a>");
        if (joined) {
            RAW(o, "<text:s/>");
            spans_out(o, first);
            first = first->next;
        }
        RAW(o, "</text:p>");
    }
    blocks_out(o, first, STR("List_20_Contents"));
    RAW(o, "</text:list-item>");
}

static void list_out(struct odt *o, const struct block *list)
{
    if (!list->first) return;
    RAW(o, "<text:list text:style-name=\"");
    out_raw(&o->out, list->numbered ? STR("Numbering_20_1") : STR("List_20_1"));
    RAW(o, "\">");
    for (const struct block *i = list->first; i; i = i->next) item_out(o, i);
    RAW(o, "</text:list>");
}

static void row_out(struct odt *o, const struct block *r, int columns)
{
    int n = 0;
    RAW(o, "<table:table-row>");
    for (const struct block *c = r->first; c && n < columns; c = c->next, n++) {
        RAW(o, "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">");
        paragraph_out(o, c, c->heading ? STR("Table_20_Heading") : STR("Table_20_Contents"));
        RAW(o, "</table:table-cell>");
    }
    for (; n < columns; n++)
        RAW(o, "<table:table-cell table:style-name=\"Cell\"><text:p "
               "text:style-name=\"Table_20_Contents\"/></table:table-cell>");
    RAW(o, "</table:table-row>");
}

static bool is_heading_row(const struct block *r)
{
    for (const struct block *c = r->first; c; c = c->next)
        if (!c->heading) return false;
    return r->first != NULL;
}

static void table_out(struct odt *o, const struct block *table)
{
    int columns = 0;
    for (const struct block *r = table->first; r; r = r->next) {
        int n = 0;
        for (const struct block *c = r->first; c && n < COLUMNS_MOST; c = c->next) n++;
        if (n > columns) columns = n;
    }
    if (table->spans) paragraph_out(o, table, STR("Table"));
    if (!columns) return;
    out_raw(&o->out, arena_format(o->a,
                                  "<table:table table:name=\"Table %d\" "
                                  "table:style-name=\"Wide\"><table:table-column "
                                  "table:number-columns-repeated=\"%d\"/>",
                                  ++o->tables_n, columns));
    const struct block *r = table->first;
    if (is_heading_row(r) && r->next) {
        RAW(o, "<table:table-header-rows>");
        for (; r && is_heading_row(r) && r->next; r = r->next) row_out(o, r, columns);
        RAW(o, "</table:table-header-rows>");
    }
    for (; r; r = r->next) row_out(o, r, columns);
    RAW(o, "</table:table><text:p text:style-name=\"Text_20_body\"/>");
}

/* ---- contents: the headings as they are; the program that opens it adds the pages when asked to */

static void entries_out(struct odt *o, const struct block *b, const struct block *contents,
                        bool *behind)
{
    for (; b; b = b->next) {
        *behind |= b == contents;
        if (b->type == BLOCK_HEADING && b->level == 2 && *behind) {
            RAW(o, "<text:p text:style-name=\"Contents_20_1\">");
            odt_text(o, block_text(o->a, b));
            RAW(o, "</text:p>");
        }
        entries_out(o, b->first, contents, behind);
    }
}

static void contents_out(struct odt *o, const struct block *b)
{
    bool behind = false;
    RAW(o, "<text:table-of-content text:name=\"Contents\" text:protected=\"false\">"
           "<text:table-of-content-source text:outline-level=\"2\">");
    for (int level = 1; level <= 2; level++)
        out_raw(&o->out,
                arena_format(o->a,
                             "<text:table-of-content-entry-template text:outline-level=\"%d\" "
                             "text:style-name=\"Contents_20_1\"><text:index-entry-link-start/>"
                             "<text:index-entry-text/><text:index-entry-tab-stop "
                             "style:type=\"right\" style:leader-char=\".\"/>"
                             "<text:index-entry-page-number/><text:index-entry-link-end/>"
                             "</text:table-of-content-entry-template>",
                             level));
    RAW(o, "</text:table-of-content-source><text:index-body>");
    entries_out(o, o->d->root->first, b, &behind);
    RAW(o, "</text:index-body></text:table-of-content>");
}

/* ---- blocks */

static struct str style_of(const struct block *b, struct str style)
{
    switch (b->look) {
    case LOOK_LEAD: return STR("Lead");
    case LOOK_LABEL: return STR("Label");
    case LOOK_QUIET: return STR("Quiet");
    default: return style;
    }
}

static void block_out(struct odt *o, const struct block *b, struct str style)
{
    switch (b->type) {
    case BLOCK_PART:
        o->new_page |= b->new_page;
        blocks_out(o, b->first, style);
        o->new_page |= b->look == LOOK_COVER;
        break;
    case BLOCK_HEADING: heading_out(o, b); break;
    case BLOCK_PARAGRAPH: paragraph_out(o, b, style_of(b, style)); break;
    case BLOCK_QUOTE: blocks_out(o, b->first, STR("Quotations")); break;
    case BLOCK_LIST: list_out(o, b); break;
    case BLOCK_TABLE: table_out(o, b); break;
    case BLOCK_FIGURE: figure_out(o, b); break;
    case BLOCK_CONTENTS: contents_out(o, b); break;
    case BLOCK_NOTES:
    case BLOCK_NOTE: break; /* where they are referred to */
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL: break;
    }
}

static void blocks_out(struct odt *o, const struct block *first, struct str style)
{
    for (const struct block *b = first; b; b = b->next) block_out(o, b, style);
}

void odt_body(struct odt *o)
{
    RAW(o, "<office:text>");
    blocks_out(o, o->d->root->first, STR("Text_20_body"));
    RAW(o, "<text:p text:style-name=\"Text_20_body\"/></office:text>");
}
