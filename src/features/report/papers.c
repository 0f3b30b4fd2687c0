/* papers.c — the report to keep, to print or to go on with: each edition as PDF, as OpenDocument
 * and as Markdown. */
#include "document/odt.h"
#include "document/pdf.h"
#include "document/plain.h"
#include "features/report/paper.h"

/* A paper is slow to make: `prepare` does that on the thread for slow work, `handle` only gives it. */
struct made_paper {
    struct str slug, bytes;
    int64_t edition;
};

enum kind_of_paper { PAPER_PDF, PAPER_ODT, PAPER_PLAIN };

static enum err written(struct request *req, const struct document *paper,
                        enum kind_of_paper kind, struct str *bytes)
{
    const struct pdf_options options = { .archive = true };
    switch (kind) {
    case PAPER_PDF: return pdf_write(paper, &options, req->arena, bytes);
    case PAPER_ODT: return odt_write(paper, req->arena, bytes);
    case PAPER_PLAIN: *bytes = plain_write(paper, req->arena); break;
    }
    return OK;
}

/* Of the edition with that number, or with 0 the newest. */
static enum err prepare(struct request *req, int64_t number, enum kind_of_paper kind)
{
    struct made_paper *made = NEW(req->arena, struct made_paper, 1);
    struct response frame = { 0 };
    struct dialogue d;
    struct report_view v;
    struct document paper;
    TRY(site_frame(req, &frame.frame));
    TRY(dialogue_open(req, &frame, &d));
    TRY(report_open(req, &d, number, &v));
    TRY(paper_make(req, &v, &frame.frame, &paper));
    TRY(written(req, &paper, kind, &made->bytes));
    made->slug = d.slug;
    made->edition = v.e.number;
    req->prepared = made;
    return OK;
}

static enum err give(struct request *req, struct response *res, enum content content,
                     const char *ending)
{
    const struct made_paper *made = req->prepared;
    const struct str lang = lang_about(req->lang)->code;
    res->content = content;
    res->filename = arena_format(req->arena, "%.*s-verslag-%lld-%.*s.%s", STR_ARG(made->slug),
                                 (long long)made->edition, STR_ARG(lang), ending);
    res->body = (struct out){ .s = (char *)(uintptr_t)made->bytes.s,
                              .n = made->bytes.n,
                              .arena = req->arena };
    return OK;
}

static enum err give_pdf(struct request *req, struct response *res)
{
    return give(req, res, CONTENT_PDF, "pdf");
}
static enum err give_odt(struct request *req, struct response *res)
{
    return give(req, res, CONTENT_BYTES, "odt"); /* to be saved */
}
static enum err give_plain(struct request *req, struct response *res)
{
    return give(req, res, CONTENT_TEXT, "md");
}

static enum err newest_pdf(struct request *req)
{
    return prepare(req, 0, PAPER_PDF);
}
static enum err newest_odt(struct request *req)
{
    return prepare(req, 0, PAPER_ODT);
}
static enum err newest_plain(struct request *req)
{
    return prepare(req, 0, PAPER_PLAIN);
}
static enum err edition_pdf(struct request *req)
{
    return prepare(req, req->param[1].number, PAPER_PDF);
}
static enum err edition_odt(struct request *req)
{
    return prepare(req, req->param[1].number, PAPER_ODT);
}
static enum err edition_plain(struct request *req)
{
    return prepare(req, req->param[1].number, PAPER_PLAIN);
}

const struct page report_newest_pdf = {
    .path = "/:dialogue/verslag.pdf",
    .who = WHO_ANYONE,
    .prepare = newest_pdf,
    .handle = give_pdf,
    .file = __FILE__,
};
const struct page report_edition_pdf = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.pdf",
    .who = WHO_ANYONE,
    .prepare = edition_pdf,
    .handle = give_pdf,
    .file = __FILE__,
};
const struct page report_newest_odt = {
    .path = "/:dialogue/verslag.odt",
    .who = WHO_ANYONE,
    .prepare = newest_odt,
    .handle = give_odt,
    .file = __FILE__,
};
const struct page report_edition_odt = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.odt",
    .who = WHO_ANYONE,
    .prepare = edition_odt,
    .handle = give_odt,
    .file = __FILE__,
};
const struct page report_newest_plain = {
    .path = "/:dialogue/verslag.md",
    .who = WHO_ANYONE,
    .prepare = newest_plain,
    .handle = give_plain,
    .file = __FILE__,
};
const struct page report_edition_plain = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.md",
    .who = WHO_ANYONE,
    .prepare = edition_plain,
    .handle = give_plain,
    .file = __FILE__,
};
