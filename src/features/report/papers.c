/* papers.c — the report to keep, to print or to go on with: each edition as PDF. */
#include "document/pdf.h"
#include "features/report/paper.h"

/* Opens the edition that the address names, or the newest, and makes a document of it. */
static enum err open_paper(struct request *req, struct response *res, int64_t number,
                           struct dialogue *d, struct report_view *v, struct document *paper)
{
    TRY(dialogue_open(req, res, d));
    TRY(report_open(req, d, number, v));
    return paper_make(req, v, &res->frame, paper);
}

static void give(struct request *req, struct response *res, const struct report_view *v,
                 enum content content, const char *ending, struct str bytes)
{
    const struct str lang = lang_about(req->lang)->code;
    res->content = content;
    res->filename = arena_format(req->arena, "%.*s-verslag-%lld-%.*s.%s", STR_ARG(v->d.slug),
                                 (long long)v->e.number, STR_ARG(lang), ending);
    res->body =
        (struct out){ .s = (char *)(uintptr_t)bytes.s, .n = bytes.n, .arena = req->arena };
}

static enum err give_pdf(struct request *req, struct response *res, int64_t number)
{
    const struct pdf_options options = { .archive = true };
    struct dialogue d;
    struct report_view v;
    struct document paper;
    struct str bytes;
    TRY(open_paper(req, res, number, &d, &v, &paper));
    TRY(pdf_write(&paper, &options, req->arena, &bytes));
    give(req, res, &v, CONTENT_PDF, "pdf", bytes);
    return OK;
}

static enum err newest_pdf(struct request *req, struct response *res)
{
    return give_pdf(req, res, 0);
}

static enum err edition_pdf(struct request *req, struct response *res)
{
    return give_pdf(req, res, req->param[1].number);
}

const struct page report_newest_pdf = {
    .path = "/:dialogue/verslag.pdf",
    .who = WHO_ANYONE,
    .handle = newest_pdf,
    .file = __FILE__,
};
const struct page report_edition_pdf = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.pdf",
    .who = WHO_ANYONE,
    .handle = edition_pdf,
    .file = __FILE__,
};
