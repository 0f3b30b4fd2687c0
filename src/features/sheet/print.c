/* print.c — /:dialogue/beheer/tafels/:gathering/…: what lies on the tables of an evening, on A4: a card with
 * the link as QR code, sheets to write on, and a page of guidance. */
#include "features/sheet/print.h"

#include "features/sheet/cards.html.h"
#include "features/sheet/guide.html.h"
#include "features/sheet/papers.html.h"
#include "features/sheet/seatcards.html.h"

static enum err open_print(struct request *req, struct response *res, const struct words *title,
                           struct print_view *v)
{
    *v = (struct print_view){ 0 };
    TRY(sheet_desk_open(req, res, &v->evening));
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/tafels", v->evening.d.slug),
                   words_in(SAY("Tafels"), req->lang));
    dialogue_crumb(res, v->evening.self, v->evening.evening.title);
    dialogue_crumb(res, (struct path){ req->path }, words_in(title, req->lang));
    res->frame.title = words_in(title, req->lang);
    return OK;
}

/* The address and its drawing; false when the address of this site is too long for one. */
static bool address_drawn(struct request *req, struct str code, const char *behind,
                          struct str *link, struct qr *qr)
{
    const struct str path = sheet_path(req->arena, code).text;
    *link = arena_format(req->arena, "%.*s%.*s%s", STR_ARG(req->site), STR_ARG(path), behind);
    return qr_draw(req->arena, *link, qr);
}

/* A card for each seat, and no sheet with room for none. */
static void cards_dealt(struct arena *a, int64_t seats, struct print_table *t)
{
    t->sheets = NEW(a, struct print_sheet, (size_t)seats / CARDS_ON_A4 + 1);
    for (int64_t i = 0; i < seats; i++) {
        struct print_sheet *sheet = &t->sheets[i / CARDS_ON_A4];
        sheet->seats[sheet->seats_n++] = i + 1;
        t->sheets_n = (size_t)(i / CARDS_ON_A4) + 1;
    }
}

static enum err tables(struct request *req, struct print_view *v)
{
    struct sheet_tables_row *rows;
    size_t n;
    const struct dialogue *d = &v->evening.d;
    TRY(sheet_tables(req->db, req->arena, v->evening.evening.id, &rows, &n));
    v->tables = NEW(req->arena, struct print_table, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct print_table *t = &v->tables[v->tables_n++];
        const struct str number = arena_format(req->arena, "%lld", (long long)rows[i].number);
        *t = (struct print_table){ .number = rows[i].number, .has_link = rows[i].has_sheet };
        TRY(sheet_rounds(req->db, req->arena, v->evening.evening.id, t->number, d->own, d->own,
                         &t->rounds, &t->rounds_n));
        cards_dealt(req->arena, rows[i].seats, t);
        const int64_t evening = v->evening.evening.id;
        t->home_code = receipt_shown(req->arena, sheet_home_code(req, evening, t->number));
        t->home_alt = FILL(req->arena, SAY("QR-code met wat tafel {n} noteerde"), req->lang,
                           { "n", number });
        t->alt = FILL(req->arena, SAY("QR-code met de link van tafel {n}"), req->lang,
                      { "n", number });
        if (!address_drawn(req, sheet_code(req, evening, t->number, rows[i].turn), "", &t->link,
                           &t->qr) ||
            !address_drawn(req, sheet_home_code(req, evening, t->number), "/lezen",
                           &t->home_link, &t->home_qr))
            return FAIL(ERR_BROKEN, "the address of this site is too long for a QR code");
    }
    return OK;
}

static enum err cards(struct request *req, struct response *res)
{
    struct print_view v;
    TRY(open_print(req, res, SAY("Tafelkaarten"), &v));
    TRY(tables(req, &v));
    cards_for_tables_page(response_page(req, res), &v);
    return OK;
}

const struct page sheet_print_cards = {
    .path = "/:dialogue/beheer/tafels/:gathering/kaarten",
    .who = WHO_HOST,
    .handle = cards,
    .file = __FILE__,
};

static enum err seats(struct request *req, struct response *res)
{
    struct print_view v;
    TRY(open_print(req, res, SAY("Kaartjes voor de stoelen"), &v));
    TRY(tables(req, &v));
    v.phone = res->frame.phone;
    seatcards_page(response_page(req, res), &v);
    return OK;
}

const struct page sheet_print_seats = {
    .path = "/:dialogue/beheer/tafels/:gathering/stoelen",
    .who = WHO_HOST,
    .handle = seats,
    .file = __FILE__,
};

static enum err papers(struct request *req, struct response *res)
{
    struct print_view v;
    TRY(open_print(req, res, SAY("Papieren notitiebladen"), &v));
    TRY(tables(req, &v));
    papers_for_tables_page(response_page(req, res), &v);
    return OK;
}

const struct page sheet_print_papers = {
    .path = "/:dialogue/beheer/tafels/:gathering/bladen",
    .who = WHO_HOST,
    .handle = papers,
    .file = __FILE__,
};

static enum err guide(struct request *req, struct response *res)
{
    struct print_view v;
    TRY(open_print(req, res, SAY("Uitleg voor aan tafel"), &v));
    guide_for_tables_page(response_page(req, res), &v);
    return OK;
}

const struct page sheet_print_guide = {
    .path = "/:dialogue/beheer/tafels/:gathering/uitleg",
    .who = WHO_HOST,
    .handle = guide,
    .file = __FILE__,
};
