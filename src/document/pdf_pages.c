/* pdf_pages.c — see pdf_inside.h: rows are put on pages. What keeps together moves together; what is
 * higher than a page is parted all the same. */
#include "document/pdf_inside.h"

#include <string.h>

#define ROOM (PAGE_HEIGHT - TOP - BOTTOM)

struct paging {
    struct pdf *p;
    double y; /* where the next row may begin, from the top of the page */
    bool empty;
};

static enum err page_new(struct paging *g)
{
    struct pdf *p = g->p;
    if (p->pages_n == PDF_PAGES_MOST)
        return FAIL(ERR_LIMIT, "pdf: over %d pages", PDF_PAGES_MOST);
    if (p->pages_n == p->pages_room) {
        p->pages_room = p->pages_room ? 2 * p->pages_room : 16;
        struct page *more = NEW(p->a, struct page, p->pages_room);
        if (p->pages_n) memcpy(more, p->pages, p->pages_n * sizeof *more);
        p->pages = more;
    }
    p->pages[p->pages_n++] = (struct page){ 0 };
    g->y = TOP;
    g->empty = true;
    return OK;
}

static void place(struct paging *g, const struct row *row, double y, bool again)
{
    struct pdf *p = g->p;
    struct page *page = &p->pages[p->pages_n - 1];
    if (page->n == page->room) {
        page->room = page->room ? 2 * page->room : 32;
        struct placed *more = NEW(p->a, struct placed, page->room);
        if (page->n) memcpy(more, page->rows, page->n * sizeof *more);
        page->rows = more;
    }
    page->rows[page->n++] = (struct placed){ row, y, again };
    if (row->panel && row->panel->whole_page) page->cover = true;
    if (row->anchor && !again && row->anchor->page < 0) {
        row->anchor->page = (int)p->pages_n - 1;
        row->anchor->y = y;
    }
    g->y = y + row->height;
    g->empty = false;
}

static double above(const struct paging *g, const struct row *row)
{
    return g->empty ? 0 : row->space;
}

static double chunk_height(const struct paging *g, const struct row *rows, size_t n)
{
    double height = above(g, rows);
    for (size_t i = 0; i < n; i++) height += rows[i].height + (i ? rows[i].space : 0);
    return height + (rows[n - 1].panel ? rows[n - 1].panel->pad : 0);
}

/* The next page, with the heading of a table that goes on there. */
static enum err go_on(struct paging *g, const struct row *row)
{
    TRY(page_new(g));
    if (row->heading && row->heading->height < ROOM / 3) place(g, row->heading, g->y, true);
    return OK;
}

static enum err place_chunk(struct paging *g, const struct row *rows, size_t n)
{
    const double height = chunk_height(g, rows, n);
    const bool fits = g->y + height <= PAGE_HEIGHT - BOTTOM;
    if (!g->p->pages_n || (rows->new_page && !g->empty))
        TRY(page_new(g));
    else if (!fits && !g->empty && height - above(g, rows) <= ROOM)
        TRY(go_on(g, rows));
    if (rows->at_bottom && fits) g->y = PAGE_HEIGHT - BOTTOM - height + above(g, rows);
    if (g->empty && rows->panel && !rows->panel->whole_page) g->y += rows->panel->pad;
    for (size_t i = 0; i < n; i++) {
        double y = g->y + above(g, &rows[i]);
        if (y + rows[i].height > PAGE_HEIGHT - BOTTOM + .01 && !g->empty) {
            TRY(go_on(g, &rows[i]));
            y = g->y;
        }
        place(g, &rows[i], rows[i].at_bottom && fits && !i ? g->y : y, false);
    }
    return OK;
}

static bool kept(const struct row *row, const struct row *next)
{
    return !next->new_page && (row->keep || (row->at_bottom && next->at_bottom));
}

enum err pages_make(struct pdf *p)
{
    struct paging g = { .p = p, .empty = true };
    for (size_t i = 0; i < p->rows_n;) {
        size_t end = i + 1;
        while (end < p->rows_n && kept(&p->rows[end - 1], &p->rows[end])) end++;
        TRY(place_chunk(&g, &p->rows[i], end - i));
        i = end;
    }
    return p->pages_n ? OK : page_new(&g);
}
