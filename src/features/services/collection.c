/* collection.c — /kaart/lijst and /kaart/wijk/:area: entries together, to read, to print and to take along. */
#include "features/services/collection.h"

#include "document/document.h"

#include "features/services/cards.html.h"
#include "features/services/collection.html.h"

#include <stdlib.h>
#include <string.h>

/* ---- an own list, which stands in its address ---- */

struct str list_read(struct arena *a, struct str typed)
{
    struct str all = { 0 }, rest = str_upto(typed, OWN_BYTES), one;
    size_t n = 0;
    while (n < OWN_MOST && str_next(&rest, ',', &one)) {
        if (!str_slug(one)) continue;
        bool twice = false;
        for (struct str before = all, x; before.n && str_next(&before, ',', &x);)
            twice |= str_eq(x, one);
        if (twice) continue;
        all = arena_format(a, "%.*s%s%.*s", STR_ARG(all), all.n ? "," : "", STR_ARG(one));
        n++;
    }
    return all;
}

struct str list_with(struct arena *a, struct str kept, struct str slug)
{
    return list_read(
        a, arena_format(a, "%.*s%s%.*s", STR_ARG(kept), kept.n ? "," : "", STR_ARG(slug)));
}

static struct path list_without(struct arena *a, struct str kept, struct str slug)
{
    struct str left = { 0 }, one;
    while (str_next(&kept, ',', &one))
        if (!str_eq(one, slug))
            left =
                arena_format(a, "%.*s%s%.*s", STR_ARG(left), left.n ? "," : "", STR_ARG(one));
    return (struct path){ arena_format(a, "/kaart/lijst%s%.*s", left.n ? "?met=" : "",
                                       STR_ARG(left)) };
}

/* ---- what is in it ---- */

static enum err add(struct request *req, struct collection_view *v, int64_t service)
{
    struct collected *c = &v->all[v->n];
    TRY(map_card(req->db, req->arena, service, req->lang, req->now, &c->card));
    if (c->card.s.status == SERVICE_INACTIVE) return OK;
    if (c->card.places_n) c->hours = c->card.places[0].row->hours;
    v->n++;
    return OK;
}

static enum err open_own(struct request *req, struct collection_view *v)
{
    struct str rest, slug;
    v->own = true;
    v->kept = list_read(req->arena, req->query[0]);
    v->title = words_in(SAY("Mijn lijst"), req->lang);
    v->all = NEW(req->arena, struct collected, OWN_MOST + 1);
    for (rest = v->kept; str_next(&rest, ',', &slug);) {
        struct service_named_row row;
        bool found;
        TRY(service_named(req->db, req->arena, slug, &row, &found));
        if (!found) continue;
        TRY(add(req, v, row.id));
        if (v->n) v->all[v->n - 1].without = list_without(req->arena, v->kept, slug);
    }
    v->total = v->n;
    v->on = (struct path){ arena_format(req->arena, "/kaart%s%.*s", v->kept.n ? "?lijst=" : "",
                                        STR_ARG(v->kept)) };
    v->self =
        (struct path){ arena_format(req->arena, "/kaart/lijst?met=%.*s", STR_ARG(v->kept)) };
    v->cards = (struct path){ arena_format(req->arena, "/kaart/lijst/zak?met=%.*s",
                                           STR_ARG(v->kept)) };
    v->papers = (struct paper_links){
        { arena_format(req->arena, "/kaart/lijst/kaart.pdf?met=%.*s", STR_ARG(v->kept)) },
        { arena_format(req->arena, "/kaart/lijst/kaart.odt?met=%.*s", STR_ARG(v->kept)) },
        { arena_format(req->arena, "/kaart/lijst/kaart.md?met=%.*s", STR_ARG(v->kept)) }
    };
    return OK;
}

static enum err open_area(struct request *req, struct collection_view *v)
{
    struct map_area_of_row area;
    bool is;
    const struct str slug = req->param[0].text;
    TRY(map_area_of(req->db, req->arena, slug, &area, &is));
    if (!is) return FAIL(ERR_MISSING, "no such neighbourhood");
    const struct map_ask ask = { .lang = req->lang,
                                 .now = req->now,
                                 .language = -1,
                                 .age = -1,
                                 .subject = -1,
                                 .area = area.id,
                                 .most = AREA_MOST };
    struct map_found *found = NEW(req->arena, struct map_found, 1);
    TRY(map_find(req->db, req->arena, &ask, found));
    v->title = area.name;
    v->total = found->total;
    v->all = NEW(req->arena, struct collected, found->hits_n + 1);
    for (size_t i = 0; i < found->hits_n; i++) TRY(add(req, v, found->hits[i].service));
    v->on = PATH(req->arena, "/kaart?wijk={}", slug);
    v->self = PATH(req->arena, "/kaart/wijk/{}", slug);
    v->cards = PATH(req->arena, "/kaart/wijk/{}/zak", slug);
    v->papers = paper_links_to(req->arena, PATH(req->arena, "/kaart/wijk/{}/kaart", slug));
    return OK;
}

typedef enum err opens(struct request *req, struct collection_view *v);
struct kind_of_collection {
    opens *open;
};
static const struct kind_of_collection own = { open_own }, area = { open_area };

static enum err opened(struct request *req, struct collection_view *v)
{
    const struct kind_of_collection *kind = req->page->about;
    return kind->open(req, v);
}

/* By name: what was good today stands elsewhere tomorrow, and paper stays. */
static int by_name(const void *x, const void *y)
{
    const struct collected *a = x, *b = y;
    const struct str s = a->card.text.name, t = b->card.text.name;
    const int c = memcmp(s.s, t.s, s.n < t.n ? s.n : t.n);
    return c ? c : (s.n > t.n) - (s.n < t.n);
}

/* ---- as pages ---- */

static enum err show(struct request *req, struct response *res, bool cards)
{
    struct collection_view *v = NEW(req->arena, struct collection_view, 1);
    TRY(site_frame(req, &res->frame));
    TRY(opened(req, v));
    if (!v->own) qsort(v->all, v->n, sizeof *v->all, by_name);
    res->frame.title = v->title;
    res->frame.description =
        words_in(SAY("Om te bewaren, te printen of mee te nemen."), req->lang);
    res->noindex = v->n && (v->own || cards);
    res->no_store = v->own;
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    if (!v->own)
        dialogue_crumb(res, (struct path){ STR("/kaart/wijken") },
                       words_in(SAY("Kies een wijk"), req->lang));
    dialogue_crumb(res, v->self, v->title);
    v->qr_alt = FILL(req->arena, SAY("QR-code naar {wat}"), req->lang, { "wat", v->title });
    (void)qr_draw(req->arena, request_address(req, req->arena, v->self), &v->qr);
    for (size_t i = 0; cards && i < v->n; i++) {
        struct collected *c = &v->all[i];
        c->qr_alt = FILL(req->arena, SAY("QR-code naar {wat}"), req->lang,
                         { "wat", c->card.text.name });
        (void)qr_draw(
            req->arena,
            request_address(req, req->arena, PATH(req->arena, "/kaart/{}", c->card.s.slug)),
            &c->qr);
    }
    if (cards)
        services_cards_page(response_page(req, res), v);
    else
        services_collection_page(response_page(req, res), v);
    return OK;
}
static enum err handle(struct request *req, struct response *res)
{
    return show(req, res, false);
}
static enum err handle_cards(struct request *req, struct response *res)
{
    return show(req, res, true);
}

/* ---- as a document ---- */

/* One line of facts, so that a neighbourhood fits a few sheets. */
static void fact(struct request *req, struct str *line, const struct words *name,
                 struct str value)
{
    if (value.n)
        *line =
            arena_format(req->arena, "%.*s%s%.*s: %.*s", STR_ARG(*line), line->n ? " · " : "",
                         STR_ARG(words_in(name, req->lang)), STR_ARG(value));
}

static struct str facts_of(struct request *req, const struct map_card *card)
{
    struct str line = { 0 };
    for (size_t i = 0; i < card->places_n; i++) {
        const struct service_row_places_row *at = card->places[i].row;
        if (at->address.n)
            fact(req, &line, SAY("Adres"),
                 arena_format(req->arena, "%.*s, %.*s %.*s", STR_ARG(at->address),
                              STR_ARG(at->postal_code), STR_ARG(at->city)));
        fact(req, &line, SAY("Open"), at->hours);
    }
    for (size_t i = 0; i < card->phones_n; i++)
        fact(req, &line, SAY("Telefoon"), card->phones[i].number);
    fact(req, &line, SAY("Website"), card->s.website);
    return line;
}

static void entry(struct request *req, struct document *p, const struct collected *c)
{
    const struct map_card *card = &c->card;
    document_heading(p, p->root, 2, card->text.name, card->lang);
    struct block *by = document_paragraph(p, p->root, card->s.organization, STR("nl"));
    if (by) by->look = LOOK_QUIET;
    document_paragraph(p, p->root, card->text.description, card->lang);
    document_paragraph(p, p->root, facts_of(req, card), STR(""));
    document_paragraph(p, p->root, card->own.arrival, STR("nl"));
    document_paragraph(p, p->root, card->own.application, STR("nl"));
    if (card->old)
        document_paragraph(p, p->root, words_in(SAY("Niet bevestigd. Bel eerst."), req->lang),
                           STR(""));
}

static enum err prepare(struct request *req)
{
    struct response res = { 0 };
    struct collection_view *v = NEW(req->arena, struct collection_view, 1);
    struct document *p = NEW(req->arena, struct document, 1);
    const struct dialogue about = { .title = words_in(SAY("Sociale kaart"), req->lang) };
    enum paper_kind kind;
    TRY(site_frame(req, &res.frame));
    TRY(opened(req, v));
    TRY(paper_kind_of(req->param[v->own ? 0 : 1].text, &kind));
    if (!v->own) qsort(v->all, v->n, sizeof *v->all, by_name);
    paper_begin(req, p, &about, &res.frame, v->title, v->self);
    for (size_t i = 0; i < v->n; i++) entry(req, p, &v->all[i]);
    if (v->total > v->n)
        document_paragraph(p, p->root,
                           FILL(req->arena, SAY("En nog {n}. Ze staan op de site."), req->lang,
                                { "n", arena_format(req->arena, "%zu", v->total - v->n) }),
                           STR(""));
    return paper_prepare(
        req, p, kind,
        v->own ? STR("mijn-lijst")
               : arena_format(req->arena, "kaart-%.*s", STR_ARG(req->param[0].text)));
}

const struct page services_own = {
    .path = "/kaart/lijst",
    .who = WHO_ANYONE,
    .query = "met",
    .handle = handle,
    .about = &own,
    .file = __FILE__,
};
const struct page services_own_cards = {
    .path = "/kaart/lijst/zak",
    .who = WHO_ANYONE,
    .query = "met",
    .handle = handle_cards,
    .about = &own,
    .file = __FILE__,
};
const struct page services_own_paper = {
    .path = "/kaart/lijst/kaart.:vorm",
    .who = WHO_ANYONE,
    .query = "met",
    .prepare = prepare,
    .handle = paper_give,
    .about = &own,
    .file = __FILE__,
};
const struct page services_area = {
    .path = "/kaart/wijk/:area",
    .who = WHO_ANYONE,
    .handle = handle,
    .about = &area,
    .file = __FILE__,
};
const struct page services_area_cards = {
    .path = "/kaart/wijk/:area/zak",
    .who = WHO_ANYONE,
    .handle = handle_cards,
    .about = &area,
    .file = __FILE__,
};
const struct page services_area_paper = {
    .path = "/kaart/wijk/:area/kaart.:vorm",
    .who = WHO_ANYONE,
    .prepare = prepare,
    .handle = paper_give,
    .about = &area,
    .file = __FILE__,
};
