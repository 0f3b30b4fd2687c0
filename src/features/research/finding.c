/* finding.c — /:dialogue/beheer/bevindingen/#finding: one finding, its labels, and what became of it. */
#include "features/research/finding.html.h"

/* The finding as it stands, in the order of the fields. */
static enum err stands(struct request *req, const struct research_finding_view *v,
                       struct str value[FINDING_ALL])
{
    struct arena *a = req->arena;
    struct research_said_row said = { 0 };
    struct research_codes_of_row *codes;
    size_t n;
    bool found;
    TRY(research_said(req->db, a, v->f.id, STR("en"), &said, &found));
    TRY(research_codes_of(req->db, a, v->f.id, &codes, &n));
    value[FINDING_BODY] = v->f.body;
    value[FINDING_ENGLISH] = found && !str_is(v->page.d.own, "en") ? said.body : STR("");
    value[FINDING_WHERE] = v->f.page;
    value[FINDING_THEME] = v->f.has_theme_slug ? v->f.theme_slug : STR("");
    value[FINDING_KIND] = v->f.has_kind ? str_of(kind_term((int)v->f.kind).code) : STR("");
    value[FINDING_LABELS] = STR("");
    for (size_t i = 0; i < n; i++)
        value[FINDING_LABELS] = arena_format(a, "%.*s%s%.*s", STR_ARG(value[FINDING_LABELS]),
                                             i ? "\n" : "", STR_ARG(codes[i].code));
    return OK;
}

static enum err open_finding(struct request *req, struct response *res,
                             struct research_finding_view *v)
{
    bool found;
    TRY(desk_open(req, res, &v->page.d));
    TRY(research_finding(req->db, req->arena, v->page.d.id, req->param[1].number, v->page.d.own,
                         &v->f, &found));
    if (!found) return FAIL(ERR_MISSING, "no such finding");
    v->editor = req->visitor.role >= WHO_EDITOR;
    v->page.self =
        PATH(req->arena, "/{}/beheer/bevindingen/{}", v->page.d.slug, req->param[1].text);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct research_finding_view v = { 0 };
    struct str value[FINDING_ALL];
    struct edit_field *fields;
    TRY(open_finding(req, res, &v));
    TRY(stands(req, &v, value));
    TRY(research_fields(req, &v.page.d, req->lang, &fields));
    edit_show(req, &v.page, fields, value, FINDING_ALL);
    v.page.saved = str_is(req->query[0], "bewaard");
    TRY(history_of(req, &v.page.d, THING_FINDING, v.f.id, INT64_MAX, &v.history));
    res->frame.title =
        FILL(req->arena, SAY("Bevinding {n}"), req->lang, { "n", req->param[1].text });
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bronnen", v.page.d.slug),
                   words_in(SAY("Bronnen en bevindingen"), req->lang));
    dialogue_crumb(res,
                   PATH(req->arena, "/{}/beheer/bronnen/{}", v.page.d.slug, v.f.source_slug),
                   v.f.source_title);
    dialogue_crumb(res, v.page.self, res->frame.title);
    research_finding_page(response_page(req, res), &v);
    return OK;
}

static enum err account(struct tx *tx, struct request *req,
                        const struct research_finding_view *v, const struct research_form *f)
{
    int64_t batch = 0;
    const int64_t d = v->page.d.id;
    if (!v->editor) return FAIL(ERR_WHO, "only editors set findings aside");
    if (str_is(f->act, "open"))
        return v->f.account == ACCOUNT_SET_ASIDE ? finding_reopen(tx, req, d, v->f.id, &batch)
                                                 : OK;
    if (f->reason < 0) form_wrong(req, "reden", SAY("Kies de reden. Anderen lezen die."));
    if (v->f.draft_points)
        form_wrong(req, "reden",
                   SAY("Deze bevinding staat onder een punt. Haal die daar eerst weg."));
    TRY(form_checked(req));
    if (v->f.account == ACCOUNT_SET_ASIDE) return OK;
    return finding_set_aside(tx, req, d, v->f.id, (enum reason)(f->reason + 1), &batch);
}

static enum err save(struct tx *tx, struct request *req, const struct research_finding_view *v)
{
    struct str before[FINDING_ALL];
    struct research_typed t;
    struct edit_field *fields;
    size_t changes;
    const struct change about = {
        .dialogue = v->page.d.id, .thing = THING_FINDING, .number = v->f.id, .act = ACT_CHANGED
    };
    TRY(stands(req, v, before));
    TRY(research_fields(req, &v->page.d, LANG_NL, &fields));
    TRY(research_typed(req, &v->page.d, fields, &t));
    TRY(form_checked(req));
    TRY(edit_unchanged(req, before, FINDING_ALL));
    TRY(edit_history(tx, req, about, fields, before, t.value, FINDING_ALL, &changes));
    if (!changes) return OK;
    TRY(finding_update(tx, v->f.id, v->f.position, v->f.source, t.value[FINDING_WHERE],
                       t.theme > 0, t.theme, v->f.has_at_table, v->f.at_table, t.kind >= 0,
                       (enum kind)(t.kind < 0 ? 0 : t.kind), v->f.account, v->f.has_reason,
                       v->f.reason));
    return research_words(tx, &v->page.d, v->f.id, &t);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct research_form *f = form_values(req);
    struct research_finding_view v = { 0 };
    TRY(open_finding(req, res, &v));
    if (str_is(f->act, "opzij") || str_is(f->act, "open"))
        TRY(account(tx, req, &v, f));
    else
        TRY(save(tx, req, &v));
    return response_redirect(
        res, (struct path){ arena_join(req->arena, v.page.self.text, STR("?gedaan=bewaard")) });
}

const struct page research_finding_one = {
    .path = "/:dialogue/beheer/bevindingen/#finding",
    .who = WHO_WRITER,
    .query = "gedaan",
    .handle = handle,
    .form = &research_form,
    .act = act,
    .file = __FILE__,
};
