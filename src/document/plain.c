/* plain.c — see plain.h. */
#include "base/out.h"
#include "document/plain.h"

#include <string.h>

enum { TEXT_MOST = 64 << 20, INDENT_MOST = 60 };

struct plain {
    const struct document *d;
    struct arena *a;
    struct out out;
    int indent;
    bool quoted, tight, in_table;
};

static void blanks(struct plain *p)
{
    if (p->quoted) out_raw(&p->out, STR("> "));
    for (int i = 0; i < p->indent && i < INDENT_MOST; i++) out_raw(&p->out, STR(" "));
}

static void gap(struct plain *p)
{
    if (p->quoted) out_raw(&p->out, STR(">"));
    out_raw(&p->out, STR("\n"));
}

/* A text so that nothing in it means anything. */
static void text_out(struct plain *p, struct str text, bool begins)
{
    bool numbered = begins; /* only digits so far */
    text = document_clean(p->a, text);
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.s[i];
        if (c == '\n') {
            out_raw(&p->out, p->in_table ? STR(" ") : STR("\\\n"));
            if (!p->in_table) blanks(p);
            begins = numbered = true;
            continue;
        }
        const bool digit_dot = (c == '.' || c == ')') && numbered;
        if (memchr("\\`*_[]<>|&~", c, 11) || (begins && memchr("#+-=", c, 4)) || digit_dot)
            out_raw(&p->out, STR("\\"));
        out_raw(&p->out, (struct str){ &text.s[i], 1 });
        if (c != ' ') begins = false;
        if (c != ' ' && (c < '0' || c > '9')) numbered = false;
    }
}

static void address_out(struct plain *p, struct str to)
{
    out_raw(&p->out, STR("](<"));
    for (size_t i = 0; i < to.n; i++)
        if (to.s[i] > ' ' && !memchr("<>\\", to.s[i], 3))
            out_raw(&p->out, (struct str){ &to.s[i], 1 });
    out_raw(&p->out, STR(">)"));
}

static void spans_out(struct plain *p, const struct span *first)
{
    for (const struct span *s = first; s; s = s->next) {
        if (s->note) {
            out_raw(&p->out, arena_format(p->a, "[^%.*s]", STR_ARG(s->note->anchor)));
            continue;
        }
        const struct str core = str_trim(s->text);
        const bool strong = s->style & STYLE_STRONG && core.n,
                   slanted = s->style & STYLE_EMPHASIS && core.n,
                   link = s->to.n && core.n && !str_starts(s->to, STR("#"));
        const struct str mark = strong ? STR("**") : slanted ? STR("*") : STR("");
        const bool marked = strong || slanted || link;
        const struct str text = marked ? core : s->text;
        if (marked && core.s > s->text.s) out_raw(&p->out, STR(" "));
        if (link) out_raw(&p->out, STR("["));
        out_raw(&p->out, mark);
        text_out(p, text, s == first && !marked);
        out_raw(&p->out, mark);
        if (link) address_out(p, s->to);
        if (marked && core.s + core.n < s->text.s + s->text.n) out_raw(&p->out, STR(" "));
    }
}

static void blocks_out(struct plain *p, const struct block *first);

static void picture_out(struct plain *p, const struct block *b)
{
    if (b->picture.decoration || !b->picture.alt.n) return;
    blanks(p);
    out_raw(&p->out, b->picture.address.n ? STR("![") : STR("*"));
    text_out(p, b->picture.alt, true);
    if (b->picture.address.n)
        address_out(p, b->picture.address);
    else
        out_raw(&p->out, STR("*"));
    if (b->spans) {
        out_raw(&p->out, STR("\\\n"));
        blanks(p);
        spans_out(p, b->spans);
    }
    out_raw(&p->out, STR("\n"));
    gap(p);
}

static void list_out(struct plain *p, const struct block *list)
{
    int number = 1;
    for (const struct block *i = list->first; i; i = i->next, number++) {
        const struct str sign = list->numbered ? arena_format(p->a, "%d. ", number) : STR("- ");
        const size_t at = p->out.n;
        p->indent += (int)sign.n;
        if (i->label.n) {
            blanks(p);
            out_raw(&p->out, i->label_to.n ? STR("**[") : STR("**"));
            text_out(p, i->label, true);
            if (i->label_to.n) address_out(p, i->label_to);
            out_raw(&p->out, i->first ? STR("**\\\n") : STR("**\n"));
        }
        p->tight = true;
        blocks_out(p, i->first);
        p->tight = false;
        p->indent -= (int)sign.n;
        const size_t place = at + (p->quoted ? 2 : 0) + (size_t)p->indent;
        if (p->indent + (int)sign.n <= INDENT_MOST && p->out.n >= place + sign.n &&
            !p->out.spilt)
            memcpy(p->out.s + place, sign.s, sign.n); /* where its first line was indented */
    }
    gap(p);
}

static void table_out(struct plain *p, const struct block *table)
{
    if (table->spans) {
        blanks(p);
        out_raw(&p->out, STR("**"));
        text_out(p, block_text(p->a, table), true);
        out_raw(&p->out, STR("**\n"));
        gap(p);
    }
    p->in_table = true;
    for (const struct block *r = table->first; r; r = r->next) {
        blanks(p);
        out_raw(&p->out, STR("|"));
        for (const struct block *c = r->first; c; c = c->next) {
            out_raw(&p->out, STR(" "));
            spans_out(p, c->spans);
            out_raw(&p->out, STR(" |"));
        }
        out_raw(&p->out, STR("\n"));
        if (r != table->first) continue;
        blanks(p);
        out_raw(&p->out, STR("|"));
        for (const struct block *c = r->first; c; c = c->next) out_raw(&p->out, STR(" --- |"));
        out_raw(&p->out, STR("\n"));
    }
    p->in_table = false;
    gap(p);
}

static void notes_out(struct plain *p, const struct block *notes)
{
    for (const struct block *n = notes->first; n; n = n->next) {
        blanks(p);
        out_raw(&p->out, arena_format(p->a, "[^%.*s]: ", STR_ARG(n->anchor)));
        p->in_table = true; /* one line */
        spans_out(p, n->spans);
        p->in_table = false;
        out_raw(&p->out, STR("\n"));
        gap(p);
    }
}

static void block_out(struct plain *p, const struct block *b)
{
    switch (b->type) {
    case BLOCK_PART: blocks_out(p, b->first); break;
    case BLOCK_HEADING:
        blanks(p);
        out_raw(&p->out, str_upto(STR("######"), (size_t)b->level));
        out_raw(&p->out, STR(" "));
        p->in_table = true; /* a heading is one line */
        spans_out(p, b->spans);
        p->in_table = false;
        out_raw(&p->out, STR("\n"));
        gap(p);
        break;
    case BLOCK_PARAGRAPH:
        blanks(p);
        spans_out(p, b->spans);
        out_raw(&p->out, p->tight && b->next && b->next->type == BLOCK_PARAGRAPH ? STR("\\\n")
                                                                                 : STR("\n"));
        if (!p->tight) gap(p);
        break;
    case BLOCK_LIST: list_out(p, b); break;
    case BLOCK_TABLE: table_out(p, b); break;
    case BLOCK_FIGURE: picture_out(p, b); break;
    case BLOCK_NOTES: notes_out(p, b); break;

    case BLOCK_QUOTE: {
        const bool was = p->quoted, tight = p->tight;
        p->quoted = true;
        p->tight = false;
        blocks_out(p, b->first);
        p->quoted = was;
        p->tight = tight;
        out_raw(&p->out, STR("\n"));
        break;
    }
    case BLOCK_CONTENTS:
    case BLOCK_NOTE:
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL: break;
    }
}

static void blocks_out(struct plain *p, const struct block *first)
{
    for (const struct block *b = first; b; b = b->next) block_out(p, b);
}

struct str plain_write(const struct document *d, struct arena *a)
{
    struct plain p = { .d = d, .a = a, .out = out_start(a, TEXT_MOST, LANG_NL) };
    blocks_out(&p, d->root->first);
    return (struct str){ p.out.s, p.out.n };
}
