/* source.c — /:dialogue/bron/:source, one source: what it says and where each thing went. */
#include "features/sources/source.h"
#include "features/sources/source.html.h"

static enum err options(struct request *req, struct source_view *v)
{
    struct source_kinds_row *rows;
    size_t n;

    TRY(source_kinds(req->db, req->arena, v->source.id, &rows, &n));
    struct counted *counts = NEW(req->arena, struct counted, n);
    for (size_t i = 0; i < n; i++)
        counts[i] = (struct counted){ rows[i].has_kind ? (int64_t)rows[i].kind : -1, -1,
                                      rows[i].findings };
    return filter_options(req, &v->d, 0, counts, n, &v->filter);
}

static enum err findings(struct request *req, struct source_view *v)
{
    struct findings_of_theme_row *rows;
    struct uses_in_theme_row *uses = NULL;
    size_t fetched, uses_n = 0;

    TRY(findings_of_source(req->db, req->arena, v->source.id, v->d.own,
                           lang_about(req->lang)->code, v->filter.f.has_kind, v->filter.f.kind,
                           v->filter.f.after, &rows, &fetched));
    v->items_n = filter_cut(fetched);
    const int64_t last = v->items_n ? rows[v->items_n - 1].number : 0;
    if (v->items_n && v->d.edition) /* the draft is nobody's to see */
        TRY(uses_in_source(req->db, req->arena, v->d.edition, v->source.id, rows[0].number,
                           last, &uses, &uses_n));
    v->items = finding_items(req->arena, rows, v->items_n, uses, uses_n);
    filter_pages(req, v->self, fetched > v->items_n, last, &v->filter);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct source_view v = { .filter_name = SAY("Bevindingen kiezen") };
    bool found;

    TRY(dialogue_open(req, res, &v.d));
    TRY(source_shown(req->db, req->arena, v.d.id, req->param[1].text, v.d.own,
                     lang_about(req->lang)->code, &v.source, &found));
    if (!found) return FAIL(ERR_MISSING, "no such source");
    TRY(filter_read(req, v.d.id, req->query[0], (struct str){ 0 }, req->query[1], &v.filter.f));
    v.self = PATH(req->arena, "/{}/bron/{}", v.d.slug, v.source.slug);
    v.has_url = url_check(v.source.url, &v.url);
    TRY(options(req, &v));
    TRY(findings(req, &v));
    v.first_page = !v.filter.narrowed && !v.filter.f.after;
    if (v.first_page) /* it looks at every finding, so not on each page of them */
        TRY(source_account(req->db, req->arena, v.source.id, v.d.edition ? v.d.edition : -1,
                           &v.sum));
    v.waiting = v.sum.findings - v.sum.used - v.sum.set_aside;

    res->frame.title = v.source.title;
    res->frame.description = v.source.note;
    dialogue_crumb(res, PATH(req->arena, "/{}/bronnen", v.d.slug),
                   words_in(SAY("Bronnen"), req->lang));
    dialogue_crumb(res, v.self, v.source.title);
    source_page(response_page(req, res), &v);
    return OK;
}

const struct page sources_source = {
    .path = "/:dialogue/bron/:source",
    .who = WHO_ANYONE,
    .query = "soort na",
    .handle = handle,
    .file = __FILE__,
};
