/* pdf_rows.c — see pdf_inside.h: text blocks as rows. */
#include "document/pdf_inside.h"

#include <string.h>

struct row *flow_row(struct flow *f, double height)
{
    if (f->n == f->room) {
        const size_t room = f->room ? 2 * f->room : 16;
        struct row *more = NEW(f->p->a, struct row, room);
        if (f->n) memcpy(more, f->rows, f->n * sizeof *more);
        f->rows = more;
        f->room = room;
    }
    struct row *row = &f->rows[f->n++];
    *row = (struct row){ .space = f->space,
                         .height = height,
                         .panel = f->panel,
                         .new_page = f->new_page,
                         .anchor = f->anchor };
    f->space = 0;
    f->new_page = false;
    f->anchor = NULL;
    return row;
}

struct draw *row_draw(struct flow *f, struct row *row, enum draw_type type)
{
    struct draw *d = NEW(f->p->a, struct draw, 1);
    d->type = type;
    d->x = f->x;
    if (row->draws_last)
        row->draws_last->next = d;
    else
        row->draws = d;
    row->draws_last = d;
    return d;
}

void flow_space(struct flow *f, double space)
{
    if (space > f->space) f->space = space;
}

struct flow flow_within(const struct flow *f, double x, double width, struct tag *tag)
{
    return (struct flow){
        .p = f->p, .x = x, .width = width, .tag = tag, .panel = f->panel, .inverse = f->inverse
    };
}

double flow_height(const struct flow *column)
{
    double height = 0;
    for (size_t i = 0; i < column->n; i++)
        height += (i ? column->rows[i].space : 0) + column->rows[i].height;
    return height;
}

double flow_into(struct row *row, const struct flow *column, double top)
{
    double y = top;
    for (size_t i = 0; i < column->n; i++) {
        const struct row *from = &column->rows[i];
        if (i) y += from->space;
        if (from->anchor && !row->anchor) row->anchor = from->anchor;
        for (struct draw *d = from->draws, *next; d; d = next) {
            next = d->next;
            d->y += y;
            d->next = NULL;
            if (row->draws_last)
                row->draws_last->next = d;
            else
                row->draws = d;
            row->draws_last = d;
        }
        y += from->height;
    }
    return y - top;
}

struct form form_of(const struct flow *f, double size, double lead, enum weight weight,
                    uint32_t colour)
{
    return (struct form){ size, lead, weight, f->inverse ? WHITE : colour, false };
}

uint32_t tint_colour(const struct pdf *p, enum tint tint)
{
    switch (tint) {
    case TINT_GOES_WELL: return 0x17703c;
    case TINT_MUST_IMPROVE: return 0x94510a;
    case TINT_NEEDED: return 0x0f5cab;
    case TINT_QUESTION: return 0x6d3fa8;
    case TINT_TIP: return 0xa02a63;
    case TINT_CITY: return p->brand.step[5];
    default: return INK;
    }
}

struct anchor *anchor_of(struct pdf *p, const struct block *b)
{
    for (struct anchor *x = p->anchors; x; x = x->next)
        if (x->block == b) return x;
    return NULL;
}

/* ---- lines of text */

/* The lines of a paragraph, a row for each: the first two and the last two stay together. */
static void rows_of(struct flow *f, const struct line *lines, size_t n, const struct form *form,
                    struct tag *tag, bool rtl, double width)
{
    for (size_t i = 0; i < n; i++) {
        struct row *row = flow_row(f, form->lead);
        struct draw *d = row_draw(f, row, DRAW_LINE);
        row->keep = i + 1 < n && (i == 0 || i + 2 == n);
        d->y = form->lead * .5 + form->size * .33;
        if (rtl) d->x += width - lines[i].width;
        d->w = lines[i].width;
        d->line = &lines[i];
        d->size = form->size;
        d->colour = form->colour;
        d->tag = tag;
    }
}

static struct tag *span_tag(struct flow *f, const struct span *s, const struct span *before,
                            struct tag *tag_before, struct tag *tag, struct str lang)
{
    const bool other = s->lang.n && !str_eq(s->lang, lang);
    if (!s->to.n && !other) return NULL;
    if (before && tag_before && str_eq(before->to, s->to) && str_eq(before->lang, s->lang))
        return tag_before;
    struct tag *own = tag_later(f->p, tag, s->to.n ? "Link" : "Span");
    own->to = s->to;
    if (other) own->lang = s->lang;
    return own;
}

static void flow_runs(struct flow *f, const struct span *spans, struct str lang,
                      const struct form *form, struct tag *tag)
{
    struct pdf *p = f->p;
    size_t n = 0, i = 0, lines_n;
    for (const struct span *s = spans; s; s = s->next) n++;
    struct run *runs = NEW(p->a, struct run, n);
    struct said *said = NEW(p->a, struct said, n);
    for (const struct span *s = spans, *before = NULL; s; before = s, s = s->next, i++) {
        const bool quiet = s->style & STYLE_QUIET && !f->inverse;
        said[i].span = s;
        said[i].tag = span_tag(f, s, before, i ? said[i - 1].tag : NULL, tag, lang);
        said[i].colour = s->to.n && !f->inverse && form->colour == INK ? p->brand.step[5]
                         : quiet                                       ? QUIET
                                                                       : form->colour;
        runs[i] = (struct run){ .text = document_clean(p->a, s->text),
                                .lang = s->lang.n ? s->lang : lang,
                                .weight = s->style & STYLE_STRONG ? WEIGHT_BOLD : form->weight,
                                .slanted = s->style & STYLE_EMPHASIS,
                                .with = &said[i] };
    }
    const struct setting setting = { .size = form->size,
                                     .width = f->width,
                                     .rtl = lang_is_rtl(lang),
                                     .hyphenate = !form->no_hyphens };
    const struct line *lines = lines_make(&p->t, runs, n, &setting, &lines_n);
    rows_of(f, lines, lines_n, form, tag, setting.rtl, f->width);
}

void flow_spans(struct flow *f, const struct block *b, const struct form *form, struct tag *tag)
{
    const struct str lang = block_lang(f->p->d, b);
    if (!str_eq(lang, b->parent ? block_lang(f->p->d, b->parent) : f->p->d->lang))
        tag->lang = lang;
    flow_runs(f, b->spans, lang, form, tag);
}

void flow_text(struct flow *f, struct str text, struct str lang, struct str to,
               const struct form *form, struct tag *tag)
{
    struct span *s = NEW(f->p->a, struct span, 1);
    *s = (struct span){ .text = text, .to = to };
    flow_runs(f, s, lang, form, tag);
}

/* ---- headings and paragraphs */

static enum icon icon_of(enum tint tint)
{
    switch (tint) {
    case TINT_GOES_WELL: return ICON_GOES_WELL;
    case TINT_MUST_IMPROVE: return ICON_MUST_IMPROVE;
    case TINT_NEEDED: return ICON_NEEDED;
    case TINT_QUESTION: return ICON_QUESTION;
    case TINT_TIP: return ICON_TIP;
    default: return ICON_NONE;
    }
}

struct heading_form {
    double size, lead, before, after;
};

static void flow_heading(struct flow *f, const struct block *b)
{
    static const struct heading_form forms[] = {
        { 26, 31, 0, 10 }, { 21, 25, 30, 8 }, { 14.5, 19, 17, 4 }, { 11.5, 16, 14, 3 }
    };
    static const char *const types[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
    const bool cover = b->parent && b->parent->look == LOOK_COVER;
    const bool opening = b->parent && b->parent->look == LOOK_OPENING;
    struct heading_form h = forms[b->level > 4 ? 3 : b->level - 1];
    if (cover) h = (struct heading_form){ 40, 43, 6, 14 };
    if (opening) h = (struct heading_form){ 24, 28, 2, 6 };
    struct form form = form_of(f, h.size, h.lead, WEIGHT_BOLD, tint_colour(f->p, b->tint));
    form.no_hyphens = true;
    struct tag *tag = tag_add(f->p, f->tag, types[b->level - 1]);
    struct anchor *anchor = anchor_of(f->p, b);
    if (anchor) anchor->tag = tag;
    flow_space(f, h.before);
    if (b->new_page) f->new_page = true;
    f->anchor = anchor;
    const size_t from = f->n;
    const enum icon icon = icon_of(b->tint);
    struct flow text = *f;
    if (icon) {
        text.x += h.size * 1.5;
        text.width -= h.size * 1.5;
    }
    flow_spans(&text, b, &form, tag);
    text.x = f->x;
    text.width = f->width;
    *f = text;
    for (size_t i = from; i < f->n; i++) f->rows[i].keep = true;
    if (icon && f->n > from) {
        struct draw *d = row_draw(f, &f->rows[from], DRAW_ICON);
        d->icon = icon;
        d->colour = form.colour;
        d->w = d->h = h.size * 1.15;
        d->y = (h.lead - d->h) / 2;
    }
    flow_space(f, h.after);
}

static void flow_paragraph(struct flow *f, const struct block *b)
{
    struct form form = form_of(f, 10.5, 15.5, WEIGHT_TEXT, tint_colour(f->p, b->tint));
    double before = 0, after = 7;
    const double width = f->width;
    switch (b->look) {
    case LOOK_LEAD:
        form = form_of(f, 14, 20, f->inverse ? WEIGHT_TEXT : WEIGHT_HALF,
                       b->tint ? form.colour : f->p->brand.step[5]);
        form.no_hyphens = true;
        break;
    case LOOK_LABEL:
        form = form_of(f, 10, 14, WEIGHT_HALF, f->p->brand.step[5]);
        form.no_hyphens = true;
        after = 2;
        break;
    case LOOK_QUIET:
        form = form_of(f, 8.3, 11, WEIGHT_TEXT, QUIET);
        form.no_hyphens = true;
        after = 3;
        break;
    default: break;
    }
    if (b->next && b->next->look == LOOK_QUIET) after = 1.5; /* they belong together */
    flow_space(f, before);
    const double x = f->x;
    if (f->width > MEASURE) {
        if (lang_is_rtl(block_lang(f->p->d, b))) f->x += f->width - MEASURE;
        f->width = MEASURE;
    }
    const size_t from = f->n;
    f->anchor = b->anchor.n ? anchor_of(f->p, b) : f->anchor;
    flow_spans(f, b, &form, tag_add(f->p, f->tag, "P"));
    if (b->look == LOOK_LABEL && f->n > from) f->rows[f->n - 1].keep = true;
    f->x = x;
    f->width = width;
    flow_space(f, after);
}

static void flow_quote(struct flow *f, const struct block *b)
{
    struct panel *panel = NEW(f->p->a, struct panel, 1);
    struct flow inner =
        flow_within(f, f->x + 18, f->width - 18, tag_add(f->p, f->tag, "BlockQuote"));
    *panel = (struct panel){ .bar = f->p->brand.step[3], .x = f->x, .w = f->width };
    if (!f->panel) inner.panel = panel;
    inner.space = f->space;
    inner.new_page = f->new_page;
    flow_blocks(&inner, b->first);
    for (size_t i = 0; i < inner.n; i++) {
        f->space = inner.rows[i].space;
        *flow_row(f, 0) = inner.rows[i];
    }
    flow_space(f, 10);
}

void flow_block(struct flow *f, const struct block *b)
{
    switch (b->type) {
    case BLOCK_HEADING: flow_heading(f, b); break;
    case BLOCK_PARAGRAPH: flow_paragraph(f, b); break;
    case BLOCK_QUOTE: flow_quote(f, b); break;
    case BLOCK_LIST: flow_list(f, b); break;
    case BLOCK_TABLE: flow_table(f, b); break;
    case BLOCK_FIGURE: flow_figure(f, b); break;
    case BLOCK_PART: flow_part(f, b); break;
    case BLOCK_CONTENTS: flow_contents(f, b); break;
    case BLOCK_NOTES: flow_notes(f, b); break;
    case BLOCK_NOTE:
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL: break; /* only inside what holds them */
    }
}

void flow_blocks(struct flow *f, const struct block *first)
{
    for (const struct block *b = first; b; b = b->next) flow_block(f, b);
}
