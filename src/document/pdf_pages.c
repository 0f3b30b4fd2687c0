/* pdf_pages.c — see pdf_inside.h: rows are put on pages. What keeps together moves together; what is
 * higher than a page is parted all the same.
 *
 * A section (from one forced page to the next) whose last page would hold only a few rows is tried again
 * before anything is placed: first with less space between its rows, down to TIGHTEST; when that is not
 * enough, with a page before the last that ends sooner, so that both have something on them. */
#include "document/pdf_inside.h"

#include <string.h>

#define ROOM (PAGE_HEIGHT - TOP - BOTTOM)
#define SPILT (ROOM * .3) /* a last page with less than this is hardly one */
#define TIGHTEST .45      /* of the space between rows */

struct paging {
    struct pdf *p;
    double y; /* where the next row may begin, from the top of the page */
    bool empty;
    bool trying;   /* nothing is placed: only to see how far it comes */
    double tight;  /* what is left of the space between rows */
    size_t pages;  /* begun in this section */
    size_t sooner; /* the page of this section that ends sooner, from 1; 0: none */
    double by;     /* how much */
};

static double foot(const struct paging *g)
{
    return PAGE_HEIGHT - BOTTOM - (g->sooner && g->pages == g->sooner ? g->by : 0);
}

static enum err page_new(struct paging *g)
{
    struct pdf *p = g->p;
    g->y = TOP;
    g->empty = true;
    g->pages++;
    if (g->trying) return OK;
    if (p->pages_n == PDF_PAGES_MOST)
        return FAIL(ERR_LIMIT, "pdf: over %d pages", PDF_PAGES_MOST);
    if (p->pages_n == p->pages_room) {
        p->pages_room = p->pages_room ? 2 * p->pages_room : 16;
        struct page *more = NEW(p->a, struct page, p->pages_room);
        if (p->pages_n) memcpy(more, p->pages, p->pages_n * sizeof *more);
        p->pages = more;
    }
    p->pages[p->pages_n++] = (struct page){ 0 };
    return OK;
}

static void place(struct paging *g, const struct row *row, double y, bool again)
{
    struct pdf *p = g->p;
    g->y = y + row->height;
    g->empty = false;
    if (g->trying) return;
    struct page *page = &p->pages[p->pages_n - 1];
    if (page->n == page->room) {
        page->room = page->room ? 2 * page->room : 32;
        struct placed *more = NEW(p->a, struct placed, page->room);
        if (page->n) memcpy(more, page->rows, page->n * sizeof *more);
        page->rows = more;
    }
    page->rows[page->n++] = (struct placed){ row, y, again };
    if (row->panel && row->panel->whole_page) page->cover = true;
    struct anchor *const here[] = { row->anchor, row->beside };
    for (size_t i = 0; i < COUNT_OF(here); i++)
        if (here[i] && !again && here[i]->page < 0) {
            here[i]->page = (int)p->pages_n - 1;
            here[i]->y = y;
        }
}

static double above(const struct paging *g, const struct row *row)
{
    return g->empty ? 0 : row->space * g->tight;
}

static double chunk_height(const struct paging *g, const struct row *rows, size_t n)
{
    double height = above(g, rows);
    for (size_t i = 0; i < n; i++)
        height += rows[i].height + (i ? rows[i].space * g->tight : 0);
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
    const bool fits = g->y + height <= foot(g);
    if ((!g->p->pages_n && !g->pages) || (rows->new_page && !g->empty))
        TRY(page_new(g));
    else if (!fits && !g->empty && height - above(g, rows) <= ROOM)
        TRY(go_on(g, rows));
    if (rows->at_bottom && fits) g->y = foot(g) - height + above(g, rows);
    if (g->empty && rows->panel && !rows->panel->whole_page) g->y += rows->panel->pad;
    for (size_t i = 0; i < n; i++) {
        double y = g->y + above(g, &rows[i]);
        if (y + rows[i].height > foot(g) + .01 && !g->empty) {
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

static enum err place_rows(struct paging *g, const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        while (end < n && kept(&rows[end - 1], &rows[end])) end++;
        TRY(place_chunk(g, &rows[i], end - i));
        i = end;
    }
    return OK;
}

/* How far a section would come this way. */
static struct paging tried(const struct paging *g, const struct row *rows, size_t n)
{
    struct paging t = *g;
    t.trying = true;
    return place_rows(&t, rows, n) == OK ? t : *g;
}

static bool spilt(const struct paging *end)
{
    return end->pages > 1 && end->y - TOP < SPILT;
}

/* Chooses how a section is placed; see above. */
static void choose(struct paging *g, const struct row *rows, size_t n)
{
    const struct paging plain = tried(g, rows, n);
    if (!spilt(&plain)) return;
    for (double tight = .9; tight >= TIGHTEST; tight -= .1) {
        g->tight = tight;
        if (tried(g, rows, n).pages < plain.pages) return;
    }
    g->tight = 1;
    g->sooner = plain.pages - 1;
    for (g->by = 20; g->by < ROOM / 2; g->by += 20) {
        const struct paging end = tried(g, rows, n);
        if (end.pages == plain.pages && !spilt(&end)) return;
    }
    g->sooner = 0;
}

enum err pages_make(struct pdf *p)
{
    struct paging g = { .p = p, .empty = true };
    for (size_t i = 0, end; i < p->rows_n; i = end) {
        for (end = i + 1; end < p->rows_n && !p->rows[end].new_page;) end++;
        g.tight = 1;
        g.pages = g.sooner = 0;
        choose(&g, &p->rows[i], end - i);
        TRY(place_rows(&g, &p->rows[i], end - i));
    }
    return p->pages_n ? OK : page_new(&g);
}
