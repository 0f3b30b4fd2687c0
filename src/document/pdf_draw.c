/* pdf_draw.c — see pdf_inside.h: a page as drawing commands. Between BDC and EMC stands either a tag
 * with its number on the page, or decoration ("Artifact"); nothing is drawn outside them. */
#include "document/pdf_inside.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct drawing {
    struct pdf *p;
    struct page *page;
    int number;
    struct out out;
    struct tag *open; /* whose text is being drawn */
    bool decorating;  /* or decoration */
    uint32_t colour;  /* set last */
    bool coloured;
    const struct face *face; /* set last */
    double size;
};

static double up(double y) /* y from the top, as PDF counts: from the foot */
{
    return PAGE_HEIGHT - y;
}

static void colour_set(struct drawing *g, uint32_t c)
{
    if (g->coloured && g->colour == c) return;
    out_printf(&g->out, "%.3g %.3g %.3g rg\n", (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
               (c & 255) / 255.0);
    g->colour = c;
    g->coloured = true;
}

/* ---- tags around what is drawn */

static void close_mark(struct drawing *g)
{
    if (g->open || g->decorating) out_printf(&g->out, "EMC\n");
    g->open = NULL;
    g->decorating = false;
}

static void decorate(struct drawing *g)
{
    if (g->decorating) return;
    close_mark(g);
    out_printf(&g->out, "/Artifact BMC\n");
    g->decorating = true;
}

static void mark(struct drawing *g, struct tag *tag)
{
    struct page *page = g->page;
    if (!tag) {
        decorate(g);
        return;
    }
    if (g->open == tag) return;
    close_mark(g);
    tag_attach(g->p, tag);
    if (page->marks_n == page->marks_room) {
        page->marks_room = page->marks_room ? 2 * page->marks_room : 32;
        struct tag **more = NEW(g->p->a, struct tag *, (size_t)page->marks_room);
        if (page->marks_n) memcpy(more, page->marks, (size_t)page->marks_n * sizeof *more);
        page->marks = more;
    }
    struct kid *kid = tag_kid(g->p, tag);
    kid->type = KID_MARK;
    kid->mark = page->marks_n;
    kid->page = g->number;
    if (tag->page < 0) tag->page = g->number;
    out_printf(&g->out, "/%s<</MCID %d>>BDC\n", tag->type, page->marks_n);
    page->marks[page->marks_n++] = tag;
    g->open = tag;
}

/* ---- shapes */

static void rectangle(struct drawing *g, double x, double y, double w, double h)
{
    out_printf(&g->out, "%.2f %.2f %.2f %.2f re f\n", x, up(y + h), w, h);
}

/* Three round corners; the fourth, at the foot where reading begins, is sharp: a balloon. */
static void balloon(struct drawing *g, double x, double y, double w, double h, double r)
{
    const double k = r * .5523, l = up(y), f = up(y + h), e = x + w;
    out_printf(&g->out, "%.2f %.2f m %.2f %.2f l ", x, f, x, l - r);
    out_printf(&g->out, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x, l - r + k, x + r - k, l, x + r,
               l);
    out_printf(&g->out, "%.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c ", e - r, l, e - r + k, l,
               e, l - r + k, e, l - r);
    out_printf(&g->out, "%.2f %.2f l %.2f %.2f %.2f %.2f %.2f %.2f c h ", e, f + r, e,
               f + r - k, e - r + k, f, e - r, f);
}

static void circle(struct drawing *g, double x, double y, double r)
{
    const double k = r * .5523;
    out_printf(&g->out, "%.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c ", x - r, y, x - r, y + k,
               x - k, y + r, x, y + r);
    out_printf(&g->out, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x + k, y + r, x + r, y + k, x + r,
               y);
    out_printf(&g->out, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x + r, y - k, x + k, y - r, x,
               y - r);
    out_printf(&g->out, "%.2f %.2f %.2f %.2f %.2f %.2f c f\n", x - k, y - r, x - r, y - k,
               x - r, y);
}

static void stroke(struct drawing *g, double width, const double *xy, size_t n)
{
    out_printf(&g->out, "q 1 1 1 RG %.2f w 1 J 1 j ", width);
    for (size_t i = 0; i < n; i++)
        out_printf(&g->out, "%.2f %.2f %s ", xy[2 * i], xy[2 * i + 1], i ? "l" : "m");
    out_printf(&g->out, "S Q\n");
}

/* The signs of the kinds: colour, form and word together, so none of them is needed alone. */
static void icon(struct drawing *g, const struct draw *d, double x, double top)
{
    const double s = d->w / 24, cx = x + 12 * s, cy = up(top) - 12 * s;
#define AT(dx, dy) cx + (dx)*s, cy + (dy)*s
    switch (d->icon) {
    case ICON_GOES_WELL:
        circle(g, cx, cy, 11 * s);
        stroke(g, 2.8 * s, (double[]){ AT(-5.2, -.4), AT(-1.6, -4), AT(5.6, 3.8) }, 3);
        break;
    case ICON_MUST_IMPROVE:
        out_printf(&g->out, "%.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f %.2f l h f\n",
                   AT(0, 11.5), AT(11.5, 0), AT(0, -11.5), AT(-11.5, 0));
        stroke(g, 2.4 * s, (double[]){ AT(0, -5.4), AT(0, 5) }, 2);
        stroke(g, 2.4 * s, (double[]){ AT(-4.2, 1), AT(0, 5.2), AT(4.2, 1) }, 3);
        break;
    case ICON_NEEDED:
        balloon(g, cx - 10.5 * s, top + 1.5 * s, 21 * s, 21 * s, 3 * s);
        out_printf(&g->out, "f\n");
        stroke(g, 2.8 * s, (double[]){ AT(-5.2, 0), AT(5.2, 0) }, 2);
        stroke(g, 2.8 * s, (double[]){ AT(0, -5.2), AT(0, 5.2) }, 2);
        break;
    case ICON_QUESTION:
        circle(g, cx, cy + 1 * s, 10.5 * s);
        out_printf(&g->out, "%.2f %.2f m %.2f %.2f l %.2f %.2f l h f\n", AT(-8, -3),
                   AT(-8, -11.5), AT(-.5, -8));
        stroke(g, 2.2 * s,
               (double[]){ AT(-3, 4.2), AT(-1.6, 6.2), AT(1.6, 6.2), AT(3.1, 4.2), AT(2.2, 2),
                           AT(.2, .4), AT(0, -1.4) },
               7);
        stroke(g, 2.6 * s, (double[]){ AT(0, -5), AT(0, -5.1) }, 2);
        break;
    case ICON_TIP:
        circle(g, cx, cy + 2.4 * s, 8.4 * s);
        rectangle(g, cx - 4.4 * s, top + 14 * s, 8.8 * s, 4.6 * s);
        rectangle(g, cx - 3.6 * s, top + 19.8 * s, 7.2 * s, 2.8 * s);
        break;
    case ICON_NONE: break;
    }
#undef AT
}

static void dots(struct drawing *g, const struct draw *d, double top)
{
    for (double x = ceil(d->x / 5) * 5; x < d->x + d->w - 8; x += 5)
        out_printf(&g->out, "%.2f %.2f 1.1 1.1 re ", x, up(top + d->y));
    out_printf(&g->out, "f\n");
}

/* ---- text */

static void glyphs_out(struct drawing *g, const struct piece *p, bool *open)
{
    const struct shaped *s = p->shaped;
    bool moved = false;
    for (size_t i = 0; i < s->n; i++) moved |= s->glyphs[i].x || s->glyphs[i].y;
    if (!*open) out_printf(&g->out, "[");
    *open = true;
    double x = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct glyph *glyph = &s->glyphs[i];
        const int own = hb_font_get_glyph_h_advance(s->face->font, glyph->id);
        if (glyph->id < s->face->glyphs_n) s->face->used[glyph->id] = true;
        if (moved && glyph->x) out_printf(&g->out, "%d", -glyph->x);
        if (moved && glyph->y) {
            out_printf(&g->out, "]TJ %.2f Ts[", glyph->y * g->size / 1000);
        }
        out_printf(&g->out, "<%04X>", glyph->id);
        if (moved && glyph->y) out_printf(&g->out, "]TJ 0 Ts[");
        const int after = own - glyph->advance + (moved ? glyph->x : 0);
        if (after) out_printf(&g->out, "%d", after);
        x += glyph->advance;
    }
    (void)x;
}

static void face_set(struct drawing *g, struct face *face, double size)
{
    if (g->face == face && g->size > size - .001 && g->size < size + .001) return;
    face_object(g->p, face);
    out_printf(&g->out, "/F%d %.4g Tf ", face->name, size);
    g->face = face;
    g->size = size;
}

/* A piece of text at a place. Where its glyphs do not say themselves what they are, it is written. */
static void piece_out(struct drawing *g, const struct piece *p, double x, double baseline,
                      double size)
{
    bool open = false;
    const bool slanted = p->run && p->run->slanted;
    const bool written = !p->spelled || p->hyphen;
    if (written) {
        out_printf(&g->out, "/Span<</ActualText");
        out_utf16(&g->out, p->hyphen ? STR("\xC2\xAD") : p->text);
        out_printf(&g->out, ">>BDC ");
    }
    face_set(g, p->shaped->face, size);
    out_printf(&g->out, "1 0 %s 1 %.2f %.2f Tm ", slanted ? ".2" : "0", x, up(baseline));
    glyphs_out(g, p, &open);
    out_printf(&g->out, "]TJ\n");
    if (written) out_printf(&g->out, "EMC\n");
}

/* May `next` be drawn behind `p` without saying where it stands? */
static bool follows(const struct piece *p, const struct piece *next)
{
    const struct said *a = p->run->with, *b = next->run->with;
    return next->shaped->face == p->shaped->face && !(p->level & 1) &&
           p->level == next->level && p->spelled && next->spelled && !p->hyphen &&
           !next->hyphen && p->run->slanted == next->run->slanted && a->tag == b->tag &&
           a->colour == b->colour && next->x >= p->x;
}

/* The part of a link on one line becomes a place to press. */
static void link_out(struct drawing *g, struct tag *tag, struct str said, double x, double w,
                     double baseline, double size)
{
    struct pdf *p = g->p;
    const int object = object_new(p);
    struct out rest = out_start(p->a, 1 << 20, LANG_NL);
    if (str_starts(tag->to, STR("#"))) {
        const struct anchor *to = NULL;
        for (const struct anchor *i = p->anchors; i && !to; i = i->next)
            if (str_eq(i->name, str_from(tag->to, 1))) to = i;
        if (!to || to->page < 0) return; /* nowhere to go: it stays text */
        out_printf(&rest, "/Dest[%d 0 R/XYZ 0 %.2f null]", p->pages[to->page].object,
                   up(to->y) + 20);
    } else {
        out_printf(&rest, "/A<</S/URI/URI(");
        for (size_t i = 0; i < tag->to.n; i++) {
            const unsigned char c = (unsigned char)tag->to.s[i];
            if (c == '(' || c == ')' || c == '\\')
                out_printf(&rest, "\\%c", c);
            else if (c > ' ' && c < 0x7F)
                out_printf(&rest, "%c", c);
            else
                out_printf(&rest, "%%%02X", c);
        }
        out_printf(&rest, ")>>");
    }
    struct kid *kid = tag_kid(p, tag);
    kid->type = KID_LINK;
    kid->object = object;
    kid->page = g->number;
    if (p->links_n == p->link_tags_room) {
        p->link_tags_room = p->link_tags_room ? 2 * p->link_tags_room : 64;
        struct tag **more = NEW(p->a, struct tag *, (size_t)p->link_tags_room);
        if (p->links_n) memcpy(more, p->link_tags, (size_t)p->links_n * sizeof *more);
        p->link_tags = more;
    }
    p->link_tags[p->links_n] = tag;
    object_begin(p, object);
    out_printf(&p->out,
               "<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[%.2f %.2f %.2f %.2f]"
               "/StructParent %d/Contents",
               x, up(baseline + size * .3), x + w, up(baseline - size * .85),
               PDF_PAGES_MOST + p->links_n);
    out_utf16(&p->out, said);
    out_raw(&p->out, (struct str){ rest.s, rest.n });
    out_printf(&p->out, ">>");
    object_end(p);
    p->links_n++;
    g->page->annotations =
        arena_join(p->a, g->page->annotations, arena_format(p->a, "%d 0 R ", object));
}

static void line_out(struct drawing *g, const struct draw *d, double top)
{
    const struct line *line = d->line;
    const double baseline = top + d->y;
    const size_t n = line->n + line->spaced;
    for (size_t i = 0; i < n;) {
        const struct said *said = line->pieces[i].run->with;
        struct tag *tag = d->tag && said && said->tag ? said->tag : d->tag;
        struct str text = { 0 };
        size_t end = i;
        double x0 = 1e9, x1 = 0;
        for (; end < n; end++) { /* all that stands under one tag */
            const struct piece *p = &line->pieces[end];
            const struct said *other = p->run->with;
            if ((d->tag && other && other->tag ? other->tag : d->tag) != tag) break;
            const double w = p->shaped->width * d->size / 1000;
            if (end < line->n && p->x < x0) x0 = p->x;
            if (end < line->n && p->x + w > x1) x1 = p->x + w;
            text = arena_join(g->p->a, text, p->text);
        }
        mark(g, tag);
        const bool link = tag && tag->to.n && x1 > x0;
        out_printf(&g->out, "BT ");
        g->face = NULL;
        for (size_t k = i; k < end;) {
            const struct piece *p = &line->pieces[k];
            const struct said *own = p->run->with;
            bool open = false;
            colour_set(g, own ? own->colour : d->colour);
            if (!p->spelled || p->hyphen) {
                piece_out(g, p, d->x + p->x, baseline, d->size);
                k++;
                continue;
            }
            face_set(g, p->shaped->face, d->size);
            out_printf(&g->out, "1 0 %s 1 %.2f %.2f Tm ", p->run->slanted ? ".2" : "0",
                       d->x + p->x, up(baseline));
            glyphs_out(g, p, &open);
            while (++k < end && follows(&line->pieces[k - 1], &line->pieces[k]))
                glyphs_out(g, &line->pieces[k], &open);
            out_printf(&g->out, "]TJ\n");
        }
        out_printf(&g->out, "ET\n");
        g->face = NULL;
        if (link) link_out(g, tag, text, d->x + x0, x1 - x0, baseline, d->size);
        i = end;
    }
}

/* Text of ours at the edge of a page, or a page number in the contents. */
static double text_out(struct drawing *g, struct str text, enum weight weight, double size,
                       double x, double baseline, bool to_the_left, uint32_t colour)
{
    const struct run run = { .text = document_clean(g->p->a, text), .weight = weight };
    const struct setting wide = { .size = size, .width = TEXT_WIDTH };
    size_t n;
    const struct line *lines = lines_make(&g->p->t, &run, 1, &wide, &n);
    if (!n || !lines[0].n) return 0;
    colour_set(g, colour);
    out_printf(&g->out, "BT ");
    g->face = NULL;
    for (size_t i = 0; i < lines[0].n; i++)
        piece_out(g, &lines[0].pieces[i],
                  x + lines[0].pieces[i].x - (to_the_left ? lines[0].width : 0), baseline,
                  size);
    out_printf(&g->out, "ET\n");
    g->face = NULL;
    return lines[0].width;
}

/* ---- pictures */

static void picture_out(struct drawing *g, const struct draw *d, double top)
{
    const struct picture *pic = d->picture;
    const double y = top + d->y;
    if (d->tag) {
        d->tag->box[0] = d->x, d->tag->box[1] = up(y + d->h);
        d->tag->box[2] = d->x + d->w, d->tag->box[3] = up(y);
    }
    if (pic->type == PICTURE_SQUARES) {
        const double s = d->w / (double)pic->width;
        colour_set(g, WHITE);
        rectangle(g, d->x, y, d->w, d->h);
        colour_set(g, INK);
        for (int64_t r = 0; r < pic->height; r++)
            for (int64_t c = 0; c < pic->width;) {
                int64_t end = c;
                while (end < pic->width && pic->bytes.s[r * pic->width + end]) end++;
                if (end > c)
                    out_printf(&g->out, "%.3f %.3f %.3f %.3f re ", d->x + (double)c * s,
                               up(y + (double)(r + 1) * s), (double)(end - c) * s, s);
                c = end + 1;
            }
        out_printf(&g->out, "f\n");
        return;
    }
    out_printf(&g->out, "q ");
    if (d->radius > 0) {
        balloon(g, d->x, y, d->w, d->h, d->radius);
        out_printf(&g->out, "W n ");
    }
    out_printf(&g->out, "%.2f 0 0 %.2f %.2f %.2f cm /I%d Do Q\n", d->w, d->h, d->x,
               up(y + d->h), image_object(g->p, pic));
}

/* ---- the page */

static void row_out(struct drawing *g, const struct placed *placed)
{
    for (const struct draw *d = placed->row->draws; d; d = d->next) {
        if (d->type == DRAW_LINE && d->tag && !placed->again) {
            line_out(g, d, placed->y);
            continue;
        }
        mark(g, placed->again ? NULL : d->tag);
        switch (d->type) {
        case DRAW_LINE: line_out(g, d, placed->y); break;
        case DRAW_PICTURE: picture_out(g, d, placed->y); break;
        case DRAW_FILL:
            colour_set(g, d->colour);
            rectangle(g, d->x, placed->y + d->y, d->w, d->h);
            break;
        case DRAW_ICON:
            colour_set(g, d->colour);
            icon(g, d, d->x, placed->y + d->y);
            break;
        case DRAW_DOTS:
            colour_set(g, d->colour);
            dots(g, d, placed->y);
            break;
        case DRAW_PAGE_OF:
            if (d->anchor->page >= 0)
                text_out(g, arena_format(g->p->a, "%d", d->anchor->page + 1), WEIGHT_HALF,
                         d->size, d->x, placed->y + d->y, true, d->colour);
            break;
        }
    }
}

static void panel_out(struct drawing *g, const struct panel *panel, double top, double foot)
{
    decorate(g);
    if (panel->whole_page) {
        colour_set(g, panel->fill);
        rectangle(g, -9, -9, PAGE_WIDTH + 18, PAGE_HEIGHT + 18); /* no white edge */
    } else if (panel->filled) {
        colour_set(g, panel->fill);
        balloon(g, panel->x, top - panel->pad, panel->w, foot - top + 2 * panel->pad,
                panel->radius);
        out_printf(&g->out, "f\n");
    }
    if (panel->bar) {
        colour_set(g, panel->bar);
        rectangle(g, panel->x, top, 3, foot - top);
    }
}

static void edges_out(struct drawing *g)
{
    struct pdf *p = g->p;
    close_mark(g);
    if (g->page->cover) return;
    out_printf(&g->out, "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n");
    g->decorating = true;
    text_out(g, p->d->header, WEIGHT_HALF, 8.5, EDGE, 44, false, QUIET);
    close_mark(g);
    out_printf(&g->out, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n");
    g->decorating = true;
    colour_set(g, RULE);
    rectangle(g, EDGE, PAGE_HEIGHT - 54, TEXT_WIDTH, .6);
    text_out(g, p->d->footer, WEIGHT_TEXT, 8.5, EDGE, PAGE_HEIGHT - 40, false, QUIET);
    text_out(g, arena_format(p->a, "%d", g->number + 1), WEIGHT_BOLD, 9.5, PAGE_WIDTH - EDGE,
             PAGE_HEIGHT - 40, true, p->brand.step[5]);
    close_mark(g);
}

void page_draw(struct pdf *p, int number)
{
    struct arena work = { 0 }; /* of one page's commands */
    struct drawing g = { .p = p,
                         .page = &p->pages[number],
                         .number = number,
                         .out = out_start(&work, 64 << 20, LANG_NL) };
    const struct page *page = g.page;
    for (size_t i = 0; i < page->n;) { /* fields of colour lie under everything */
        const struct panel *panel = page->rows[i].row->panel;
        size_t end = i + 1;
        while (end < page->n && page->rows[end].row->panel == panel) end++;
        if (panel)
            panel_out(&g, panel, page->rows[i].y,
                      page->rows[end - 1].y + page->rows[end - 1].row->height);
        i = end;
    }
    close_mark(&g);
    for (size_t i = 0; i < page->n; i++) row_out(&g, &page->rows[i]);
    close_mark(&g);
    edges_out(&g);
    object_stream(p, page->content, (struct str){ 0 }, (struct str){ g.out.s, g.out.n }, true);
    arena_end(&work);
}
