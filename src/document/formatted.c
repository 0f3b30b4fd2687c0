/* formatted.c — CommonMark as blocks, see document.h. libcmark reads it into a tree; nothing but text,
 * emphasis, links, lists, quotations and headings comes out of it. */
#include "document/document.h"

#include <cmark.h>
#include <string.h>

enum {
    TEXT_MOST = 512 * 1024, /* bytes; a longer text is taken as it was typed */
    DEPTH_MOST = 12,        /* deeper lists and quotations come out flat */
    MARKERS_MOST = 64,      /* of quotation or list at the start of a line */
};

struct reading {
    struct document *d;
    struct str lang, site;
    int level; /* of the highest heading */
    int depth;
    unsigned style;
    struct str to;
    struct block *in,
        *into; /* where blocks go; the block whose spans are being read, or NULL */
};

/* An address that a document may lead to; empty for another. */
static struct str allowed(const struct reading *r, const char *url)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:" };
    const struct str to = str_of(url);
    for (size_t i = 0; i < to.n; i++)
        if ((unsigned char)to.s[i] <= ' ' || to.s[i] == 0x7F || to.s[i] == '\\')
            return (struct str){ 0 };
    for (size_t i = 0; i < COUNT_OF(schemes); i++)
        if (str_starts(to, str_of(schemes[i])) && to.n > strlen(schemes[i]))
            return arena_copy(r->d->a, to);
    if (r->site.n && to.n && to.s[0] == '/' && (to.n == 1 || to.s[1] != '/'))
        return arena_join(r->d->a, r->site, to);
    return (struct str){ 0 };
}

static void said(struct reading *r, struct str text, unsigned style)
{
    if (!text.n) return;
    if (!r->into) { /* text of a tight list has no paragraph of its own */
        r->into = block_add(r->d, r->in, BLOCK_PARAGRAPH);
        r->into->lang = r->lang;
    }
    struct span *s = block_say(r->d, r->into, arena_copy(r->d->a, text), STR(""));
    s->style = r->style | style;
    s->to = r->to;
}

static void read_nodes(struct reading *r, cmark_node *first);

static void read_inside(struct reading *r, cmark_node *node, enum block_type type)
{
    struct block *was = r->in, *b = block_add(r->d, r->in, type);
    b->lang = r->lang;
    r->in = b;
    r->into = NULL;
    read_nodes(r, cmark_node_first_child(node));
    r->in = was;
    r->into = NULL;
    if (type == BLOCK_LIST) b->numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

static void read_words(struct reading *r, cmark_node *node, enum block_type type)
{
    r->into = block_add(r->d, r->in, type);
    r->into->lang = r->lang;
    if (type == BLOCK_HEADING) {
        const int level = r->level + cmark_node_get_heading_level(node) - 1;
        const int most = r->d->deepest + 1;
        r->into->level = level > most ? most : level > 6 ? 6 : level;
        r->d->deepest = r->into->level;
    }
    read_nodes(r, cmark_node_first_child(node));
    r->into = NULL;
}

static void read_styled(struct reading *r, cmark_node *node, unsigned style, struct str to)
{
    const unsigned style_was = r->style;
    const struct str to_was = r->to;
    r->style |= style;
    if (to.n) r->to = to;
    read_nodes(r, cmark_node_first_child(node));
    r->style = style_was;
    r->to = to_was;
}

static void read_node(struct reading *r, cmark_node *node)
{
    const struct str text = str_of(cmark_node_get_literal(node));
    const bool deep = r->depth > DEPTH_MOST;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE: said(r, text, 0); break;
    case CMARK_NODE_CODE: said(r, text, STYLE_CODE); break;
    case CMARK_NODE_SOFTBREAK: said(r, STR(" "), 0); break;
    case CMARK_NODE_LINEBREAK: said(r, STR("\n"), 0); break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
        r->into = NULL;
        said(r, str_trim(text), STYLE_CODE);
        r->into = NULL;
        break;
    case CMARK_NODE_EMPH: read_styled(r, node, STYLE_EMPHASIS, (struct str){ 0 }); break;
    case CMARK_NODE_STRONG: read_styled(r, node, STYLE_STRONG, (struct str){ 0 }); break;
    case CMARK_NODE_LINK: read_styled(r, node, 0, allowed(r, cmark_node_get_url(node))); break;
    case CMARK_NODE_PARAGRAPH: read_words(r, node, BLOCK_PARAGRAPH); break;
    case CMARK_NODE_HEADING:
        /* within a list or quotation a heading would break the order of the chapters */
        read_words(r, node, r->depth > 1 ? BLOCK_PARAGRAPH : BLOCK_HEADING);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        if (deep)
            read_nodes(r, cmark_node_first_child(node));
        else
            read_inside(r, node, BLOCK_QUOTE);
        break;
    case CMARK_NODE_LIST:
        if (deep)
            read_nodes(r, cmark_node_first_child(node));
        else
            read_inside(r, node, BLOCK_LIST);
        break;
    case CMARK_NODE_ITEM:
        if (r->in->type == BLOCK_LIST)
            read_inside(r, node, BLOCK_ITEM);
        else
            read_nodes(r, cmark_node_first_child(node));
        break;
    case CMARK_NODE_IMAGE: read_nodes(r, cmark_node_first_child(node)); break;
    default: break; /* a line across the page says nothing */
    }
}

static void read_nodes(struct reading *r, cmark_node *first)
{
    if (++r->depth < 100)
        for (cmark_node *n = first; n; n = cmark_node_next(n)) read_node(r, n);
    r->depth--;
}

/* The parser's time grows with nesting times length. */
static bool nests_too_deep(struct str text)
{
    struct str rest = text, line;
    while (str_next(&rest, '\n', &line)) {
        int markers = 0;
        for (size_t i = 0; i < line.n && memchr(">-+* \t", line.s[i], 6); i++)
            markers += line.s[i] != ' ' && line.s[i] != '\t';
        if (markers > MARKERS_MOST) return true;
    }
    return false;
}

void document_formatted(struct document *d, struct block *in, struct str text, struct str lang,
                        int level, struct str site)
{
    struct reading r = { .d = d, .lang = lang, .site = site, .level = level, .in = in };
    if (text.n > TEXT_MOST || nests_too_deep(text)) {
        document_typed(d, in, text, lang);
        return;
    }
    if (!text.n) return;
    cmark_node *root = cmark_parse_document(text.s, text.n, CMARK_OPT_VALIDATE_UTF8);
    read_nodes(&r, cmark_node_first_child(root));
    cmark_node_free(root);
}
