/* source.c — /:dialogue/beheer/bronnen/:source: what a source says, narrowed by label, and a new finding. */
#include "features/research/source.html.h"

enum { ON_PAGE = 50 };
enum { ASKED_CODE, ASKED_STATE, ASKED_AFTER, ASKED_MADE };

static enum err items(struct request *req, struct research_source_view *v, int64_t after)
{
    struct arena *a = req->arena;
    struct research_findings_row *rows;
    struct research_labels_row *labels;
    size_t fetched, labels_n;
    TRY(research_findings(req->db, a, v->source.id, v->page.d.own, v->code, v->waiting,
                          v->aside, after, &rows, &fetched));
    v->items_n = fetched > ON_PAGE ? ON_PAGE : fetched;
    if (!v->items_n) return OK;
    v->items = NEW(a, struct research_item, v->items_n);
    const int64_t last = rows[v->items_n - 1].number;
    TRY(research_labels(req->db, a, v->source.id, rows[0].number, last, &labels, &labels_n));
    for (size_t i = 0, k = 0; i < v->items_n; i++) {
        v->items[i] = (struct research_item){ .f = &rows[i] };
        while (k < labels_n && labels[k].number < rows[i].number) k++;
        for (; k < labels_n && labels[k].number == rows[i].number; k++)
            v->items[i].labels =
                v->items[i].labels.n
                    ? arena_format(a, "%.*s, %.*s", STR_ARG(v->items[i].labels),
                                   STR_ARG(labels[k].code))
                    : labels[k].code;
    }
    if (fetched > v->items_n)
        v->next = PATH(a, "/{}/beheer/bronnen/{}?label={}&stand={}&na={}", v->page.d.slug,
                       v->source.slug, v->code, req->query[ASKED_STATE],
                       arena_format(a, "%lld", (long long)last));
    return OK;
}

static enum err open_source(struct request *req, struct response *res,
                            struct research_source_view *v)
{
    bool found;
    TRY(desk_open(req, res, &v->page.d));
    TRY(research_source(req->db, req->arena, v->page.d.id, req->param[1].text, v->page.d.own,
                        &v->source, &found));
    return found ? OK : FAIL(ERR_MISSING, "no such source");
}

static enum err handle(struct request *req, struct response *res)
{
    struct research_source_view v = { 0 };
    const struct str nothing[FINDING_ALL] = { { 0 } };
    struct edit_field *fields;
    int64_t after = 0;
    TRY(open_source(req, res, &v));
    const struct str state = req->query[ASKED_STATE];
    v.code = req->query[ASKED_CODE];
    v.waiting = str_is(state, "wacht");
    v.aside = str_is(state, "terzijde");
    if (req->query[ASKED_AFTER].n && !str_number(req->query[ASKED_AFTER], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no number");
    if (!str_number(req->query[ASKED_MADE], INT64_MAX, &v.made)) v.made = 0;
    v.later = after > 0;
    TRY(research_codes(req->db, req->arena, v.source.id, &v.codes, &v.codes_n));
    TRY(items(req, &v, after));
    TRY(research_fields(req, &v.page.d, req->lang, &fields));
    v.page.self = PATH(req->arena, "/{}/beheer/bronnen/{}", v.page.d.slug, v.source.slug);
    edit_show(req, &v.page, fields, nothing, FINDING_ALL);
    res->frame.title = v.source.title;
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bronnen", v.page.d.slug),
                   words_in(SAY("Bronnen en bevindingen"), req->lang));
    dialogue_crumb(res, v.page.self, v.source.title);
    research_source_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct research_source_view v = { 0 };
    struct research_typed t;
    struct edit_field *fields;
    int64_t number, id;
    TRY(open_source(req, res, &v));
    const struct dialogue *d = &v.page.d;
    TRY(research_fields(req, d, LANG_NL, &fields));
    TRY(research_typed(req, d, fields, &t));
    TRY(form_checked(req));
    TRY(research_finding_next(tx->db, d->id, &number));
    TRY(finding_add(tx, d->id, number, number, v.source.id, t.value[FINDING_WHERE], t.theme > 0,
                    t.theme, false, 0, t.kind >= 0, (enum kind)(t.kind < 0 ? 0 : t.kind),
                    ACCOUNT_OPEN, false, REASON_DOUBLE, &id));
    TRY(research_words(tx, d, id, &t));
    TRY(history_write(tx, req,
                      &(struct change){ d->id, THING_FINDING, id, ACT_MADE, 0, STR(""),
                                        t.value[FINDING_BODY] },
                      NULL));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/bronnen/{}?erbij={}", d->slug,
                                       v.source.slug,
                                       arena_format(req->arena, "%lld", (long long)number)));
}

const struct page research_source_one = {
    .path = "/:dialogue/beheer/bronnen/:source",
    .who = WHO_WRITER,
    .query = "label stand na erbij",
    .handle = handle,
    .form = &research_form,
    .act = act,
    .file = __FILE__,
};
