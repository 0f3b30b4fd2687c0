/* theme.c — /:dialogue/thema/:theme/bevindingen, everything the sources say about a theme. */
#include "features/sources/theme.h"
#include "features/sources/theme.html.h"
#include "features/sources/theme.sql.h"

static enum err options(struct request *req, struct theme_findings_view *v)
{
    struct theme_finding_counts_row *rows;
    size_t n;

    TRY(theme_finding_counts(req->db, req->arena, v->theme.id, &rows, &n));
    struct counted *counts = NEW(req->arena, struct counted, n);
    for (size_t i = 0; i < n; i++)
        counts[i] = (struct counted){ rows[i].kind, rows[i].table, rows[i].count };
    return filter_options(req, &v->d, v->theme.id, counts, n, &v->filter);
}

static enum err handle(struct request *req, struct response *res)
{
    struct theme_findings_view v = { 0 };
    struct findings_of_theme_row *rows;
    struct uses_in_theme_row *uses = NULL;
    size_t fetched, uses_n = 0;
    bool found;
    const struct str lang = lang_about(req->lang)->code;

    TRY(dialogue_open(req, res, &v.d));
    TRY(theme_named(req->db, req->arena, v.d.id, req->param[1].text, v.d.own, lang, &v.theme,
                    &found));
    if (!found) return FAIL(ERR_MISSING, "no such theme");
    TRY(filter_read(req, v.d.id, req->query[0], req->query[1], req->query[2], &v.filter.f));
    TRY(options(req, &v));
    TRY(findings_of_theme(req->db, req->arena, v.theme.id, v.d.own, lang, v.filter.f.has_kind,
                          v.filter.f.kind, v.filter.f.has_table, v.filter.f.table,
                          v.filter.f.after, &rows, &fetched));
    v.items_n = filter_cut(fetched);
    const int64_t last = v.items_n ? rows[v.items_n - 1].number : 0;
    if (v.items_n && v.d.edition) /* the draft is nobody's to see */
        TRY(uses_in_theme(req->db, req->arena, v.d.edition, v.theme.id, v.filter.f.has_kind,
                          v.filter.f.kind, v.filter.f.has_table, v.filter.f.table,
                          rows[0].number, last, &uses, &uses_n));
    v.items = finding_items(req->arena, rows, v.items_n, uses, uses_n);
    v.self = PATH(req->arena, "/{}/thema/{}/bevindingen", v.d.slug, v.theme.slug);
    v.filter_name = SAY("Bevindingen kiezen");
    filter_pages(req, v.self, fetched > v.items_n, last, &v.filter);

    res->frame.title = FILL(req->arena, SAY("Bevindingen over {thema}"), req->lang,
                            { "thema", v.theme.title });
    res->frame.description = v.theme.question;
    dialogue_crumb(res, PATH(req->arena, "/{}/thema/{}", v.d.slug, v.theme.slug),
                   v.theme.title);
    dialogue_crumb(res, v.self, words_in(SAY("Bevindingen"), req->lang));
    theme_findings_page(response_page(req, res), &v);
    return OK;
}

const struct page sources_theme = {
    .path = "/:dialogue/thema/:theme/bevindingen",
    .who = WHO_ANYONE,
    .query = "soort tafel na",
    .handle = handle,
    .file = __FILE__,
};
