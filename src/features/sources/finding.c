/* finding.c — /:dialogue/bevinding/#finding, one thing a source says and where it went. */
#include "features/sources/finding.h"
#include "features/sources/finding.html.h"

static enum err neighbours(struct request *req, struct finding_view *v)
{
    struct finding_theme_row at;
    struct finding_before_row row;
    bool found;

    TRY(finding_theme(req->db, req->arena, v->f.id, &at, &found));
    if (at.has_theme) {
        TRY(finding_before(req->db, req->arena, at.theme, v->f.number, &row, &v->has_before));
        if (v->has_before) v->before = row.number;
        TRY(finding_behind(req->db, req->arena, at.theme, v->f.number, &row, &v->has_behind));
        if (v->has_behind) v->behind = row.number;
    }
    if (!at.has_at_table) return OK;
    return findings_at_table(req->db, req->arena, at.at_table, v->f.id, v->d.own,
                             lang_about(req->lang)->code, &v->beside, &v->beside_n);
}

static enum err handle(struct request *req, struct response *res)
{
    struct finding_view v = { 0 };
    bool found;
    const struct str lang = lang_about(req->lang)->code;
    const int64_t number = req->param[1].number;

    TRY(dialogue_open(req, res, &v.d));
    TRY(finding_shown(req->db, req->arena, v.d.id, number, v.d.own, lang, &v.f, &found));
    if (!found) return FAIL(ERR_MISSING, "no finding %lld", (long long)number);
    TRY(used_finding(req, v.d.edition, v.d.own, v.f.id, &v.used));
    TRY(neighbours(req, &v));

    res->frame.title = FILL(req->arena, SAY("Bevinding {nummer}"), req->lang,
                            { "nummer", arena_format(req->arena, "%lld", (long long)number) });
    res->frame.description = v.f.body;
    dialogue_crumb(res, PATH(req->arena, "/{}/bronnen", v.d.slug),
                   words_in(SAY("Bronnen"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/{}/bron/{}", v.d.slug, v.f.source),
                   v.f.source_title);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    finding_page(response_page(req, res), &v);
    return OK;
}

const struct page sources_finding = {
    .path = "/:dialogue/bevinding/#finding",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
