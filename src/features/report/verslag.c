/* verslag.c — the report: the newest edition on one page, one theme of it, and older editions. */
#include "features/report/view.h"
#include "features/report/absent.html.h"
#include "features/report/report.sql.h"
#include "features/report/theme.html.h"
#include "features/report/verslag.html.h"

/* The crumbs of every page of the report, up to the report itself. */
static void lead_here(struct request *req, struct response *res, const struct dialogue *d)
{
    const struct str title = words_in(SAY("Verslag"), req->lang);
    res->frame.title = title;
    dialogue_crumb(res, PATH(req->arena, "/{}/verslag", d->slug), title);
}

/* Before the first edition there is a page too: it says what is coming. */
static enum err handle_newest(struct request *req, struct response *res)
{
    struct report_view v;
    struct dialogue d;
    TRY(dialogue_open(req, res, &d));
    lead_here(req, res, &d);
    if (!d.edition) {
        report_absent_page(response_page(req, res), &d);
        return OK;
    }
    TRY(report_open(req, &d, 0, &v));
    res->frame.description = v.r.question.text;
    report_page(response_page(req, res), &v);
    return OK;
}

static enum err handle_edition(struct request *req, struct response *res)
{
    struct report_view v;
    struct dialogue d;
    TRY(dialogue_open(req, res, &d));
    TRY(report_open(req, &d, req->param[1].number, &v));
    lead_here(req, res, &d);
    const struct str number = arena_format(req->arena, "%lld", (long long)v.e.number);
    res->frame.title = FILL(req->arena, SAY("Verslag, editie {n}"), req->lang, { "n", number });
    res->frame.description = v.r.question.text;
    dialogue_crumb(res, (struct path){ req->path },
                   FILL(req->arena, SAY("Editie {n}"), req->lang, { "n", number }));
    report_page(response_page(req, res), &v);
    return OK;
}

static enum err handle_theme(struct request *req, struct response *res)
{
    struct report_view v;
    struct dialogue d;
    TRY(dialogue_open(req, res, &d));
    TRY(report_open(req, &d, 0, &v));
    for (v.around = 0; v.around < v.r.themes_n; v.around++)
        if (str_eq(v.r.themes[v.around].slug, req->param[1].text)) break;
    if (v.around == v.r.themes_n)
        return FAIL(ERR_MISSING, "no theme %.*s in the report", STR_ARG(req->param[1].text));
    const struct report_theme *theme = &v.r.themes[v.around];
    lead_here(req, res, &d);
    res->frame.title =
        FILL(req->arena, SAY("Verslag: {thema}"), req->lang, { "thema", theme->title.text });
    res->frame.description = theme->question.text;
    dialogue_crumb(res, (struct path){ req->path }, theme->title.text);
    report_theme_page(response_page(req, res), &v, &v.themes[v.around]);
    return OK;
}

/* "/verslag": the report that was published last. */
static enum err handle_short(struct request *req, struct response *res)
{
    struct report_newest_row row;
    bool found;
    TRY(report_newest(req->db, req->arena, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "nothing was published yet");
    return response_redirect(res, PATH(req->arena, "/{}/verslag", row.slug));
}

const struct page report_newest_edition = {
    .path = "/:dialogue/verslag",
    .who = WHO_ANYONE,
    .handle = handle_newest,
    .file = __FILE__,
};
const struct page report_one_edition = {
    .path = "/:dialogue/verslag/editie/#editie",
    .who = WHO_ANYONE,
    .handle = handle_edition,
    .file = __FILE__,
};
const struct page report_one_theme = {
    .path = "/:dialogue/verslag/thema/:theme",
    .who = WHO_ANYONE,
    .handle = handle_theme,
    .file = __FILE__,
};
const struct page report_short = {
    .path = "/verslag",
    .who = WHO_ANYONE,
    .handle = handle_short,
    .file = __FILE__,
};
