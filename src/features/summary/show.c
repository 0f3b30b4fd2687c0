/* show.c — /:dialogue/samenvatting: the report on one page, on the web and as a file. */
#include "features/report/report.h"
#include "features/summary/show.html.h"
#include "features/summary/view.h"

struct str summary_language(struct str code, enum lang in)
{
    const struct words *name = language_words(code);
    return name ? words_in(name, in) : code;
}

static struct summary_other *other_of(struct summary_view *v, struct str lang, enum lang in)
{
    for (size_t i = 0; i < v->others_n; i++)
        if (str_eq(v->others[i].lang, lang)) return &v->others[i];
    v->others[v->others_n] = (struct summary_other){ .lang = lang,
                                                     .name = summary_language(lang, in),
                                                     .here = str_eq(lang, v->s.lang) };
    return &v->others[v->others_n++];
}

/* The dialogue's own language first, then what else can be read, then what else is spoken. */
static enum err others_fill(struct request *req, struct summary_view *v)
{
    struct summary_languages_row *rows;
    struct report_summary *shown;
    size_t shown_n, n;
    TRY(summaries_shown(req, v->d.id, &shown, &shown_n));
    TRY(summary_languages(req->db, req->arena, v->d.id, &rows, &n));
    v->others = NEW(req->arena, struct summary_other, shown_n + n);
    v->others_n = 0;
    for (size_t i = 0; i < shown_n; i++)
        if (str_eq(shown[i].lang, v->d.own)) (void)other_of(v, shown[i].lang, req->lang);
    for (size_t i = 0; i < shown_n; i++) {
        struct summary_other *x = other_of(v, shown[i].lang, req->lang);
        x->written = true;
        x->machine = shown[i].machine;
    }
    for (size_t i = 0; i < n; i++) (void)other_of(v, rows[i].lang, req->lang);
    return OK;
}

static enum err show(struct request *req, struct response *res, struct summary_view *v)
{
    TRY(others_fill(req, v));
    v->name = summary_language(v->s.lang, req->lang);
    if (v->found) v->body = markdown(req->arena, v->s.body, 3);
    res->frame.title = words_in(SAY("Samenvatting"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/samenvatting", v->d.slug), res->frame.title);
    summary_page(response_page(req, res), v);
    return OK;
}

/* In the reader's language, or else in the dialogue's own. */
static enum err handle(struct request *req, struct response *res)
{
    struct summary_view v = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(summary_shown(req, v.d.id, lang_about(req->lang)->code, &v.s, &v.found));
    if (!v.found) TRY(summary_shown(req, v.d.id, v.d.own, &v.s, &v.found));
    return show(req, res, &v);
}

/* In the language that is asked; one that the dialogue does not use is not there. */
static enum err handle_one(struct request *req, struct response *res)
{
    struct summary_view v = { 0 };
    bool used = false;
    TRY(dialogue_open(req, res, &v.d));
    TRY(summary_shown(req, v.d.id, req->param[1].text, &v.s, &v.found));
    TRY(others_fill(req, &v));
    for (size_t i = 0; i < v.others_n; i++) used |= v.others[i].here;
    if (!used) return FAIL(ERR_MISSING, "no language %.*s", STR_ARG(v.s.lang));
    return show(req, res, &v);
}

/* ---- files ---- */

static enum err prepare(struct request *req, enum paper_kind kind)
{
    struct response frame = { 0 };
    struct dialogue d;
    struct summary s;
    struct document paper;
    bool found;
    TRY(site_frame(req, &frame.frame));
    TRY(dialogue_open(req, &frame, &d));
    TRY(summary_shown(req, d.id, req->param[1].text, &s, &found));
    if (!found) return FAIL(ERR_MISSING, "no summary in %.*s", STR_ARG(req->param[1].text));
    summary_paper(req, &frame.frame, d.slug, &s, &paper);
    return paper_prepare(
        req, &paper, kind,
        arena_format(req->arena, "%.*s-samenvatting-%.*s", STR_ARG(d.slug), STR_ARG(s.lang)));
}
static enum err pdf(struct request *req)
{
    return prepare(req, PAPER_PDF);
}
static enum err odt(struct request *req)
{
    return prepare(req, PAPER_ODT);
}
static enum err plain(struct request *req)
{
    return prepare(req, PAPER_PLAIN);
}

const struct page summary_show = {
    .path = "/:dialogue/samenvatting",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
const struct page summary_one = {
    .path = "/:dialogue/samenvatting/:taal",
    .who = WHO_ANYONE,
    .handle = handle_one,
    .file = __FILE__,
};
const struct page summary_pdf = {
    .path = "/:dialogue/samenvatting/:taal.pdf",
    .who = WHO_ANYONE,
    .prepare = pdf,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page summary_odt = {
    .path = "/:dialogue/samenvatting/:taal.odt",
    .who = WHO_ANYONE,
    .prepare = odt,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page summary_plain = {
    .path = "/:dialogue/samenvatting/:taal.md",
    .who = WHO_ANYONE,
    .prepare = plain,
    .handle = paper_give,
    .file = __FILE__,
};
