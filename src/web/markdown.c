/* markdown.c — see web.h. libcmark reads the text into a tree; what becomes markup is decided here,
 * node by node, so nothing of the text reaches the page but as text. */
#include <cmark.h>
#include <string.h>

#include "web/web.h"

enum {
    TEXT_MOST = 512 * 1024, /* bytes; a longer text is shown as it was typed */
    MARKUP_MOST = 8 * 1024 * 1024,
    DEPTH_MOST = 24,   /* deeper emphasis, lists and quotations are shown without their tags */
    MARKERS_MOST = 64, /* of quotation or list at the start of a line */
};

struct walk {
    struct out out;
    int first, last; /* level of the highest heading, and of the one before */
    int depth;
};

static const char *tag_open(cmark_node_type type)
{
    switch (type) {
    case CMARK_NODE_BLOCK_QUOTE: return "<blockquote>\n";
    case CMARK_NODE_PARAGRAPH: return "<p>";
    case CMARK_NODE_EMPH: return "<em>";
    case CMARK_NODE_STRONG: return "<strong>";
    default: return "";
    }
}

static const char *tag_close(cmark_node_type type)
{
    switch (type) {
    case CMARK_NODE_BLOCK_QUOTE: return "</blockquote>\n";
    case CMARK_NODE_PARAGRAPH: return "</p>\n";
    case CMARK_NODE_EMPH: return "</em>";
    case CMARK_NODE_STRONG: return "</strong>";
    case CMARK_NODE_ITEM: return "</li>\n";
    case CMARK_NODE_LINK: return "</a>";
    default: return "";
    }
}

static void raw(struct walk *w, const char *markup)
{
    out_raw(&w->out, str_of(markup));
}

/* A paragraph of a list without blank lines stands in its item without tags. */
static bool tight(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph),
               *list = item ? cmark_node_parent(item) : NULL;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list);
}

static bool local(struct str to)
{
    if (!to.n || to.s[0] != '/' || (to.n > 1 && (to.s[1] == '/' || to.s[1] == '\\')))
        return false;
    for (size_t i = 0; i < to.n; i++)
        if ((unsigned char)to.s[i] <= ' ' || to.s[i] == 0x7F || to.s[i] == '\\') return false;
    return true;
}

static bool link_open(struct walk *w, cmark_node *node)
{
    const struct str to = str_of(cmark_node_get_url(node));
    struct url url;
    if (!local(to) && !url_check(to, &url)) return false;
    raw(w, "<a href=\"");
    out_text(&w->out, to);
    raw(w, "\">");
    return true;
}

/* No level is skipped on the way down, whatever the text does. */
static void heading_open(struct walk *w, cmark_node *node)
{
    int level = w->first + cmark_node_get_heading_level(node) - 1;
    if (level > w->last + 1) level = w->last + 1;
    if (level > 6) level = 6;
    w->last = level;
    out_raw(&w->out, arena_format(w->out.arena, "<h%d>", level));
}

static void list_open(struct walk *w, cmark_node *node)
{
    const int start = cmark_node_get_list_start(node);
    if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST)
        raw(w, "<ul>\n");
    else if (start == 1)
        raw(w, "<ol>\n");
    else
        out_raw(&w->out, arena_format(w->out.arena, "<ol start=\"%d\">\n", start));
}

/* True when a tag was written that has to be closed. */
static bool enter(struct walk *w, cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (w->depth > DEPTH_MOST - (type == CMARK_NODE_LIST))
        return false; /* no list without items */
    switch (type) {
    case CMARK_NODE_PARAGRAPH:
        if (tight(node)) return false;
        raw(w, tag_open(type));
        return true;
    case CMARK_NODE_LINK: return link_open(w, node);
    case CMARK_NODE_HEADING: heading_open(w, node); return true;
    case CMARK_NODE_LIST: list_open(w, node); return true;
    case CMARK_NODE_ITEM:
        raw(w, str_ends((struct str){ w->out.s, w->out.n }, STR("\n")) ? "<li>" : "\n<li>");
        return true;
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_IMAGE: return false; /* its description is shown as text */
    default: raw(w, tag_open(type)); return true;
    }
}

static void leave(struct walk *w, cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
        out_raw(&w->out, arena_format(w->out.arena, "</h%d>\n", w->last));
    } else if (type == CMARK_NODE_LIST) {
        raw(w, cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n");
    } else {
        raw(w, tag_close(type));
    }
}

/* As it stands, without what "&#x202E;" and its like bring in behind the loader's back: control
 * characters, and marks that turn all text behind them round. */
static void text_out(struct walk *w, struct str text)
{
    struct str rest = text, from = text;
    while (rest.n) {
        const struct str here = rest;
        const uint32_t c = str_codepoint(&rest);
        const bool kept = (c >= 0x20 || c == '\n' || c == '\t') && !(c >= 0x7F && c < 0xA0) &&
                          !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
        if (kept) continue;
        out_text(&w->out, str_upto(from, from.n - here.n));
        from = rest;
    }
    out_text(&w->out, from);
}

/* Nodes without children: true when this was one. */
static bool leaf(struct walk *w, cmark_node *node)
{
    const struct str text = str_of(cmark_node_get_literal(node));
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE: text_out(w, text); return true;
    case CMARK_NODE_SOFTBREAK: raw(w, "\n"); return true;
    case CMARK_NODE_LINEBREAK: raw(w, "<br>\n"); return true;
    case CMARK_NODE_THEMATIC_BREAK: raw(w, "<hr>\n"); return true;
    case CMARK_NODE_CODE:
        raw(w, "<code>");
        out_text(&w->out, text);
        raw(w, "</code>");
        return true;
    case CMARK_NODE_CODE_BLOCK:
        raw(w, "<pre><code>");
        out_text(&w->out, text);
        raw(w, "</code></pre>\n");
        return true;
    case CMARK_NODE_HTML_BLOCK:
        raw(w, tag_open(CMARK_NODE_PARAGRAPH));
        out_text(&w->out, str_trim(text));
        raw(w, tag_close(CMARK_NODE_PARAGRAPH));
        return true;
    default: return false;
    }
}

static void walk_tree(struct walk *w, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_EXIT) {
            w->depth--;
            if (cmark_node_get_user_data(node)) leave(w, node);
        } else if (!leaf(w, node)) {
            w->depth++;
            if (enter(w, node)) cmark_node_set_user_data(node, node);
        }
    }
    cmark_iter_free(iter);
}

/* The parser's time grows with nesting times length; nobody means sixty quotations in each other. */
static bool nests_too_deep(struct str text)
{
    struct str rest = text, line;
    while (str_next(&rest, '\n', &line)) {
        int markers = 0;
        for (size_t i = 0; i < line.n && memchr(">-+* \t", line.s[i], 6); i++)
            markers += line.s[i] != ' ' && line.s[i] != '\t';
        const bool rule = markers && str_find(line, STR(">")) == SIZE_MAX &&
                          str_find(line, STR(" ")) == SIZE_MAX;
        if (markers > MARKERS_MOST && !rule) return true;
    }
    return false;
}

struct html markdown(struct arena *a, struct str text, int heading)
{
    struct walk w = { .out = out_start(a, MARKUP_MOST, LANG_NL),
                      .first = heading,
                      .last = heading - 1 };
    if (text.n > TEXT_MOST || nests_too_deep(text)) {
        raw(&w, tag_open(CMARK_NODE_PARAGRAPH));
        out_text(&w.out, text);
        raw(&w, tag_close(CMARK_NODE_PARAGRAPH));
    } else if (text.n) {
        cmark_node *root = cmark_parse_document(text.s, text.n, CMARK_OPT_VALIDATE_UTF8);
        walk_tree(&w, root);
        cmark_node_free(root);
    }
    return (struct html){ { w.out.s, w.out.n } };
}
