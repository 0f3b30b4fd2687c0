/* pdf_parts.c — see pdf_inside.h: lists, tables, figures, covers and contents as rows. */
#include "document/pdf_inside.h"

enum { COLUMNS_MOST = 12 };

/* The rows of `inner`, one by one, behind those of `f`. */
static void flow_append(struct flow *f, struct flow *inner)
{
    for (size_t i = 0; i < inner->n; i++) {
        const double space = f->space > inner->rows[i].space ? f->space : inner->rows[i].space;
        struct row row = inner->rows[i];
        row.space = space;
        row.new_page |= f->new_page;
        if (!row.anchor) row.anchor = f->anchor;
        *flow_row(f, 0) = row;
    }
    flow_space(f, inner->space);
}

/* ---- lists */

static const char *list_more(const struct block *b)
{
    bool labels = false;
    for (const struct block *i = b->first; i; i = i->next) labels |= i->label.n > 0;
    return labels        ? "<</O/List/ListNumbering/None>>"
           : b->numbered ? "<</O/List/ListNumbering/Decimal>>"
                         : "<</O/List/ListNumbering/Disc>>";
}

static double label_width(struct flow *f, const struct block *b, const struct form *form)
{
    double widest = 0;
    for (const struct block *i = b->first; i; i = i->next) {
        if (!i->label.n) continue;
        const double w =
            lines_width(&f->p->t, document_clean(f->p->a, i->label), form->weight, form->size);
        if (w > widest) widest = w;
    }
    return widest > f->width / 3 ? f->width / 3 : widest;
}

/* One item: its label at the left, in the first row; its text beside it. */
static struct flow item_flow(struct flow *f, const struct block *item, struct tag *list,
                             double x, double width, double indent, struct str label)
{
    struct pdf *p = f->p;
    const bool own = item->label.n > 0;
    const bool rtl = lang_is_rtl(block_lang(p->d, item));
    struct tag *tag = tag_add(p, list, "LI");
    struct form form = form_of(f, own ? 9.3 : 10.5, 15.5, own ? WEIGHT_BOLD : WEIGHT_TEXT,
                               own ? QUIET : p->brand.step[4]);
    struct flow front =
        flow_within(f, rtl ? x + width - indent : x, indent + 2, tag_add(p, tag, "Lbl"));
    form.no_hyphens = true;
    flow_text(&front, label, p->d->lang, item->label_to, &form, front.tag);
    struct flow body =
        flow_within(f, rtl ? x : x + indent, width - indent, tag_add(p, tag, "LBody"));
    flow_blocks(&body, item->first);
    if (!body.n) flow_row(&body, form.lead);
    struct draw *first = body.rows[0].draws, *last = body.rows[0].draws_last;
    body.rows[0].draws = body.rows[0].draws_last = NULL; /* the label is read first */
    flow_into(&body.rows[0], &front, 0);
    if (first) {
        if (body.rows[0].draws_last)
            body.rows[0].draws_last->next = first;
        else
            body.rows[0].draws = first;
        body.rows[0].draws_last = last;
    }
    if (front.n > 1 && flow_height(&front) > body.rows[0].height && body.n == 1)
        body.rows[0].height = flow_height(&front);
    return body;
}

static struct str item_label(struct flow *f, const struct block *list, const struct block *item,
                             int number)
{
    if (item->label.n) return item->label;
    return list->numbered ? arena_format(f->p->a, "%d.", number) : STR("\xE2\x80\xA2");
}

/* Items two beside each other; a pair is never parted. */
static void flow_columns(struct flow *f, const struct block *b, struct tag *tag, double indent)
{
    const double gap = 26, width = (f->width - gap) / 2;
    for (const struct block *i = b->first; i; i = i->next) {
        struct flow left = item_flow(f, i, tag, f->x, width, indent, i->label);
        struct row *row = flow_row(f, 0);
        row->height = flow_into(row, &left, 0);
        if (i->next) {
            i = i->next;
            struct flow right =
                item_flow(f, i, tag, f->x + width + gap, width, indent, i->label);
            const double height = flow_into(row, &right, 0);
            if (height > row->height) row->height = height;
        }
        flow_space(f, 8);
    }
}

/* Figures to see at a glance: each its label, large, and under it what it counts. */
static void flow_numbers(struct flow *f, const struct block *b, struct tag *tag)
{
    struct pdf *p = f->p;
    size_t n = 0, at = 0;
    for (const struct block *i = b->first; i; i = i->next) n++;
    if (!n) return;
    const double gap = 16, columns = n > 4 ? 4 : (double)n;
    const double width = (f->width - gap * (columns - 1)) / columns;
    struct row *row = NULL;
    for (const struct block *i = b->first; i; i = i->next, at++) {
        const double x = f->x + (double)(at % 4) * (width + gap);
        struct tag *item = tag_add(p, tag, "LI");
        struct flow cell = flow_within(f, x, width, tag_add(p, item, "Lbl"));
        struct form large = form_of(f, 30, 34, WEIGHT_BOLD, p->brand.step[5]);
        large.no_hyphens = true;
        flow_text(&cell, i->label, p->d->lang, (struct str){ 0 }, &large, cell.tag);
        cell.tag = tag_add(p, item, "LBody");
        flow_blocks(&cell, i->first);
        if (at % 4 == 0) row = flow_row(f, 0);
        const double height = flow_into(row, &cell, 0);
        if (height > row->height) row->height = height;
    }
    flow_space(f, 16);
}

void flow_list(struct flow *f, const struct block *b)
{
    struct tag *tag = tag_add(f->p, f->tag, "L");
    tag->more = list_more(b);
    const struct form form = form_of(f, 9.3, 15.5, WEIGHT_BOLD, QUIET);
    const double widest = label_width(f, b, &form);
    const double indent = widest > 0 ? widest + 10 : b->numbered ? 22 : 15;
    const double width = f->width > MEASURE ? MEASURE : f->width;
    if (b->look == LOOK_NUMBERS) {
        flow_numbers(f, b, tag);
        return;
    }
    if (b->look == LOOK_COLUMNS && f->width > 380 && widest > 0) {
        flow_columns(f, b, tag, indent);
        flow_space(f, 10);
        return;
    }
    int number = 1;
    for (const struct block *i = b->first; i; i = i->next, number++) {
        const bool rtl = lang_is_rtl(block_lang(f->p->d, i));
        struct flow item = item_flow(f, i, tag, rtl ? f->x + f->width - width : f->x, width,
                                     indent, item_label(f, b, i, number));
        item.space = widest > 0 ? 7 : 3;
        flow_append(f, &item);
    }
    flow_space(f, 8);
}

/* ---- tables */

struct columns {
    int n;
    double x[COLUMNS_MOST], width[COLUMNS_MOST];
};

/* Each column gets room by its longest text, within reason. */
static struct columns columns_of(struct flow *f, const struct block *table)
{
    struct columns c = { 0 };
    double want[COLUMNS_MOST] = { 0 }, all = 0, x = f->x;
    for (const struct block *r = table->first; r; r = r->next) {
        int k = 0;
        for (const struct block *cell = r->first; cell && k < COLUMNS_MOST;
             cell = cell->next, k++) {
            const struct str text = block_text(f->p->a, cell);
            const enum weight weight = cell->heading ? WEIGHT_BOLD : WEIGHT_TEXT;
            double w = lines_width(&f->p->t, str_upto(text, 120), weight, 9.5) + 1;
            if (w > 260) w = 260;
            if (w < 34) w = 34;
            if (w > want[k]) want[k] = w;
        }
        if (k > c.n) c.n = k;
    }
    for (int k = 0; k < c.n; k++) all += want[k] + 12;
    const double scale = all > f->width || all > f->width * .5 ? f->width / all : 1;
    for (int k = 0; k < c.n; k++) {
        c.x[k] = x;
        c.width[k] = (want[k] + 12) * scale - 12;
        x += (want[k] + 12) * scale;
    }
    return c;
}

static bool is_heading_row(const struct block *r)
{
    for (const struct block *c = r->first; c; c = c->next)
        if (!c->heading) return false;
    return r->first != NULL;
}

static struct tag *cell_tag(struct pdf *p, struct tag *row, const struct block *cell, bool top)
{
    struct tag *tag = tag_add(p, row, cell->heading ? "TH" : "TD");
    if (cell->heading) tag->more = top ? "<</O/Table/Scope/Column>>" : "<</O/Table/Scope/Row>>";
    return tag;
}

/* One row of the table: as many rows of ours as its highest cell has lines, so that it can be parted. */
static void flow_cells(struct flow *f, const struct block *r, const struct columns *c, bool top,
                       struct tag *tag)
{
    struct flow cells[COLUMNS_MOST];
    size_t lines = 1;
    int n = 0;
    const struct block *cell = r->first;
    for (; cell && n < c->n; cell = cell->next, n++) {
        cells[n] = flow_within(f, c->x[n], c->width[n], cell_tag(f->p, tag, cell, top));
        const struct form form =
            form_of(f, 9.5, 13.5, cell->heading ? WEIGHT_BOLD : WEIGHT_TEXT, INK);
        if (cell->spans) flow_spans(&cells[n], cell, &form, cells[n].tag);
        if (cells[n].n > lines) lines = cells[n].n;
    }
    for (; n < c->n; n++) {
        cells[n] = flow_within(f, c->x[n], c->width[n], tag_add(f->p, tag, "TD"));
    }
    for (size_t i = 0; i < lines; i++) {
        struct row *row = flow_row(f, 13.5);
        for (int k = 0; k < c->n; k++) {
            if (i >= cells[k].n) continue;
            struct flow one = cells[k];
            one.rows = &cells[k].rows[i];
            one.n = 1;
            flow_into(row, &one, 0);
        }
        row->keep = lines <= 8 ? i + 1 < lines : i < 1 || i + 3 > lines;
        if (i + 1 == lines) row->keep = false;
    }
}

static void row_rule(struct flow *f, double height, uint32_t colour)
{
    struct row *row = flow_row(f, 5);
    struct draw *d = row_draw(f, row, DRAW_FILL);
    d->y = 2;
    d->w = f->width;
    d->h = height;
    d->colour = colour;
}

/* The heading row in one piece, to be drawn again on each page that the table reaches. */
static const struct row *heading_again(struct flow *f, size_t from)
{
    struct row *again = NEW(f->p->a, struct row, 1);
    double y = 0;
    for (size_t i = from; i < f->n; i++) {
        for (const struct draw *d = f->rows[i].draws; d; d = d->next) {
            struct draw *copy = NEW(f->p->a, struct draw, 1);
            *copy = *d;
            copy->tag = NULL;
            copy->y += y;
            copy->next = again->draws;
            again->draws = copy;
        }
        y += f->rows[i].height;
    }
    again->height = y;
    return again;
}

void flow_table(struct flow *f, const struct block *b)
{
    struct tag *table = tag_add(f->p, f->tag, "Table"), *group = NULL;
    const struct columns c = columns_of(f, b);
    const struct row *again = NULL;
    const struct form caption = form_of(f, 10.5, 15, WEIGHT_BOLD, INK);
    flow_space(f, 10);
    if (b->spans) {
        flow_spans(f, b, &caption, tag_add(f->p, table, "Caption"));
        for (size_t i = f->n; i > 0 && i + 3 > f->n; i--) f->rows[i - 1].keep = true;
    }
    if (!c.n) return;
    bool in_head = true;
    for (const struct block *r = b->first; r; r = r->next) {
        const bool head = in_head && is_heading_row(r) && r->next;
        if (!group || (in_head && !head))
            group = tag_add(f->p, table, head ? "THead" : "TBody");
        in_head = head;
        const size_t from = f->n;
        flow_space(f, r == b->first ? 4 : 2);
        flow_cells(f, r, &c, head, tag_add(f->p, group, "TR"));
        f->rows[f->n - 1].keep = true;
        row_rule(f, head ? 1.2 : .6, head ? f->p->brand.step[4] : RULE);
        if (head) {
            for (size_t i = from; i < f->n; i++) f->rows[i].keep = true;
            again = heading_again(f, from);
        } else {
            for (size_t i = from; i < f->n; i++) f->rows[i].heading = again;
        }
    }
    flow_space(f, 12);
}

/* ---- figures */

static void flow_caption(struct flow *f, const struct block *b, struct tag *in)
{
    const struct form form = form_of(f, 8.8, 12.5, WEIGHT_TEXT, QUIET);
    if (b->spans) flow_spans(f, b, &form, tag_add(f->p, in, "Caption"));
}

void flow_figure(struct flow *f, const struct block *b)
{
    struct pdf *p = f->p;
    const struct picture *pic = &b->picture;
    if (!picture_fits(pic)) { /* what it showed is said */
        const struct form form = form_of(f, 8.8, 12.5, WEIGHT_TEXT, QUIET);
        if (pic->alt.n && !pic->decoration)
            flow_text(f, pic->alt, pic->alt_lang.n ? pic->alt_lang : p->d->lang,
                      (struct str){ 0 }, &form, tag_add(p, f->tag, "P"));
        flow_space(f, 8);
        return;
    }
    const bool squares = pic->type == PICTURE_SQUARES;
    const double most = squares ? 92 : f->inverse ? 300 : 330;
    double w = f->width, h = w * (double)pic->height / (double)pic->width;
    if (h > most) w *= most / h, h = most;
    struct tag *group = b->spans ? tag_add(p, f->tag, "Div") : f->tag;
    flow_space(f, f->inverse ? 20 : 4);
    struct row *row = flow_row(f, h);
    struct draw *d = row_draw(f, row, DRAW_PICTURE);
    d->w = w;
    d->h = h;
    d->picture = pic;
    d->radius = squares ? 0 : f->width > 300 ? 16 : 10;
    if (!pic->decoration) {
        d->tag = tag_add(p, group, "Figure");
        d->tag->alt = document_clean(p->a, pic->alt);
        if (pic->alt_lang.n && !str_eq(pic->alt_lang, p->d->lang)) d->tag->lang = pic->alt_lang;
    }
    row->keep = b->spans;
    flow_space(f, 4);
    flow_caption(f, b, group);
    flow_space(f, 10);
}

/* ---- notes */

/* One note: its number at the side, what it says beside it. */
static double flow_note(struct flow *f, struct row *row, const struct block *n, double x,
                        double width)
{
    struct pdf *p = f->p;
    const struct form form = form_of(f, 8.3, 11.5, WEIGHT_TEXT, QUIET);
    const double indent = 20;
    const bool rtl = lang_is_rtl(p->d->lang);
    struct tag *tag = tag_add(p, f->tag, "Note");
    tag->id = n->anchor;
    struct flow front =
        flow_within(f, rtl ? x + width - indent : x, indent, tag_add(p, tag, "Lbl"));
    struct flow body =
        flow_within(f, rtl ? x : x + indent, width - indent, tag_add(p, tag, "P"));
    flow_text(&front, arena_format(p->a, "[%.*s]", STR_ARG(n->label)), p->d->lang,
              (struct str){ 0 }, &form, front.tag);
    flow_spans(&body, n, &form, body.tag);
    const double low = flow_into(row, &front, 0), high = flow_into(row, &body, 0);
    return low > high ? low : high;
}

/* Small, two beside each other where there is room. */
void flow_notes(struct flow *f, const struct block *b)
{
    const double gap = 26;
    const bool pairs = f->width > 380;
    const double width = pairs ? (f->width - gap) / 2 : f->width;
    flow_space(f, 8);
    for (const struct block *n = b->first; n; n = n->next) {
        f->anchor = anchor_of(f->p, n);
        struct row *row = flow_row(f, 0);
        row->height = flow_note(f, row, n, f->x, width);
        if (pairs && n->next) {
            n = n->next;
            struct anchor *beside = anchor_of(f->p, n);
            const double height = flow_note(f, row, n, f->x + width + gap, width);
            if (beside) row->beside = beside;
            if (height > row->height) row->height = height;
        }
        flow_space(f, 1.5);
    }
    flow_space(f, 8);
}

/* ---- parts */

/* The two children beside each other, when they are not too high for that. */
static void flow_beside(struct flow *f, const struct block *b, struct tag *tag)
{
    const struct block *one = b->first, *two = one ? one->next : NULL;
    if (!two || two->next || f->width < 300) {
        struct tag *was = f->tag;
        f->tag = tag;
        flow_blocks(f, one);
        f->tag = was;
        return;
    }
    const bool figure = two->type == BLOCK_FIGURE;
    const double gap = 26, share = figure ? .38 : .5;
    const double right =
        figure && two->picture.type == PICTURE_SQUARES ? 92 : (f->width - gap) * share;
    const double left = f->width - gap - right;
    struct flow a = flow_within(f, f->x, left, tag);
    struct flow c = flow_within(f, f->x + left + gap, right, tag);
    flow_block(&a, one);
    flow_block(&c, two);
    if (flow_height(&a) > 560) {
        flow_append(f, &a);
        flow_append(f, &c);
        return;
    }
    struct row *row = flow_row(f, 0);
    const double ha = flow_into(row, &a, 0), hc = flow_into(row, &c, 0);
    row->height = ha > hc ? ha : hc;
    flow_space(f, 8);
}

/* On a field of colour, kept together. */
static void flow_on_panel(struct flow *f, const struct block *b, struct tag *tag, double pad,
                          uint32_t fill)
{
    struct panel *panel = NEW(f->p->a, struct panel, 1);
    struct flow inner = flow_within(f, f->x + pad, f->width - 2 * pad, tag);
    *panel = (struct panel){
        .fill = fill, .filled = true, .x = f->x, .w = f->width, .pad = pad * .8, .radius = 14
    };
    inner.panel = panel;
    inner.new_page = f->new_page || b->new_page;
    f->new_page = false;
    flow_blocks(&inner, b->first);
    if (inner.n) {
        inner.rows[0].space = inner.rows[0].space > f->space ? inner.rows[0].space : f->space;
        inner.rows[0].space += panel->pad;
        for (size_t i = 0; i + 1 < inner.n; i++) inner.rows[i].keep |= inner.n < 30;
    }
    f->space = 0;
    inner.space = panel->pad + 18;
    flow_append(f, &inner);
}

/* The front page: everything on one field; what comes last stands at the foot. */
static void flow_cover(struct flow *f, const struct block *b, struct tag *tag)
{
    struct panel *panel = NEW(f->p->a, struct panel, 1);
    struct flow inner = flow_within(f, f->x, f->width, tag);
    *panel = (struct panel){ .fill = f->p->brand.step[5], .filled = true, .whole_page = true };
    inner.panel = panel;
    inner.inverse = true;
    inner.new_page = true;
    for (const struct block *c = b->first; c; c = c->next) {
        const size_t from = inner.n;
        flow_block(&inner, c);
        if (!c->next && c != b->first)
            for (size_t i = from; i < inner.n; i++) inner.rows[i].at_bottom = true;
    }
    flow_append(f, &inner);
    f->space = 0;
    f->new_page = true;
}

void flow_part(struct flow *f, const struct block *b)
{
    struct pdf *p = f->p;
    const bool top = b->parent == p->d->root;
    struct tag *tag = tag_add(p, f->tag, top ? "Sect" : "Div"), *was = f->tag;
    if (b->new_page) f->new_page = true;
    switch (b->look) {
    case LOOK_COVER: flow_cover(f, b, tag); break;
    case LOOK_OPENING: flow_on_panel(f, b, tag, 22, p->brand.step[1]); break;
    case LOOK_ASIDE: flow_on_panel(f, b, tag, 18, SAND); break;
    case LOOK_BESIDE: flow_beside(f, b, tag); break;
    default:
        f->tag = tag;
        flow_blocks(f, b->first);
        f->tag = was;
        break;
    }
}

/* ---- contents */

void flow_contents(struct flow *f, const struct block *b)
{
    struct pdf *p = f->p;
    struct tag *list = tag_add(p, f->tag, "TOC");
    bool behind = false; /* only what comes after the contents stands in them */
    for (struct anchor *x = p->anchors; x; x = x->next) {
        behind |= x->block == b;
        if (x->level != 2 || !behind) continue;
        struct tag *item = tag_add(p, list, "TOCI");
        struct tag *reference = tag_add(p, item, "Reference");
        struct tag *link = tag_add(p, reference, "Link");
        struct form form = form_of(f, 11, 15, WEIGHT_HALF, INK);
        struct flow text = flow_within(f, f->x, f->width - 44, link);
        link->to = arena_join(p->a, STR("#"), x->name);
        if (!str_eq(block_lang(p->d, x->block), p->d->lang))
            link->lang = block_lang(p->d, x->block);
        form.no_hyphens = true;
        flow_text(&text, x->title, block_lang(p->d, x->block), (struct str){ 0 }, &form, link);
        if (!text.n) continue;
        const struct draw *last = text.rows[text.n - 1].draws;
        const double end = last ? last->x + last->w : f->x, baseline = last ? last->y : 12;
        struct row *row = &text.rows[text.n - 1];
        struct draw *dots = row_draw(&text, row, DRAW_DOTS);
        *dots = (struct draw){ .type = DRAW_DOTS,
                               .x = end + 6,
                               .w = f->x + f->width - 30 - end,
                               .y = baseline,
                               .colour = RULE };
        struct draw *number = row_draw(&text, row, DRAW_PAGE_OF);
        *number = (struct draw){ .type = DRAW_PAGE_OF,
                                 .x = f->x + f->width,
                                 .y = baseline,
                                 .size = form.size,
                                 .colour = p->brand.step[5],
                                 .anchor = x,
                                 .tag = link };
        flow_append(f, &text);
        flow_space(f, 4);
    }
    flow_space(f, 14);
}
