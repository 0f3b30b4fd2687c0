/* papers.c — the report to keep, to print or to go on with: each edition as PDF, as OpenDocument
 * and as Markdown. */
#include "algo/brand.h"
#include "document/odt.h"
#include "document/pdf.h"
#include "document/plain.h"
#include "features/report/paper.h"

enum { PLAIN_COLOUR = 0x1c758d }; /* of a site that chose none, as assets/face/tokens.css */

uint32_t paper_colour(const struct frame *frame)
{
    static const struct str before = { "/assets/brand-", 14 };
    uint32_t rgb;
    const struct str brand = frame->brand.text;
    if (!str_starts(brand, before)) return PLAIN_COLOUR;
    return brand_read(str_upto(str_from(brand, before.n), 6), &rgb) ? rgb : PLAIN_COLOUR;
}

void paper_begin(struct request *req, struct document *p, const struct dialogue *d,
                 const struct frame *frame, struct str title, struct path self)
{
    document_start(p, req->arena, title, lang_about(req->lang)->code);
    p->author = frame->organisation;
    p->description = d->question;
    p->header = d->title;
    p->footer = frame->organisation.n ? arena_format(req->arena, "%.*s · %.*s", STR_ARG(title),
                                                     STR_ARG(frame->organisation))
                                      : title;
    if (site_is_public(req->site)) p->address = request_address(req, req->arena, self);
    p->made = (struct instant){ (int64_t)req->today.n * 86400 };
    p->colour = paper_colour(frame);
    document_heading(p, p->root, 1, title, STR(""));
    struct block *of =
        document_paragraph(p, p->root,
                           arena_format(req->arena, "%.*s · %.*s", STR_ARG(d->title),
                                        STR_ARG(day_words(req->arena, req->lang, req->today))),
                           STR(""));
    of->look = LOOK_QUIET;
}

struct made_paper {
    struct str name, bytes;
    enum content content;
};

static const struct {
    enum content content;
    const char *ending;
} as[] = {
    [PAPER_PDF] = { CONTENT_PDF, "pdf" },
    [PAPER_ODT] = { CONTENT_ODT, "odt" },
    [PAPER_PLAIN] = { CONTENT_MARKDOWN, "md" },
};

struct paper_links paper_links_to(struct arena *a, struct path stem)
{
    return (struct paper_links){ { arena_join(a, stem.text, STR(".pdf")) },
                                 { arena_join(a, stem.text, STR(".odt")) },
                                 { arena_join(a, stem.text, STR(".md")) } };
}

enum err paper_kind_of(struct str ending, enum paper_kind *kind)
{
    for (size_t i = 0; i < COUNT_OF(as); i++)
        if (str_is(ending, as[i].ending)) {
            *kind = (enum paper_kind)i;
            return OK;
        }
    return FAIL(ERR_MISSING, "no document of the kind %.*s", STR_ARG(ending));
}

enum err paper_prepare(struct request *req, const struct document *d, enum paper_kind kind,
                       struct str stem)
{
    const struct pdf_options options = { .archive = true };
    struct made_paper *made = NEW(req->arena, struct made_paper, 1);
    made->name = arena_format(req->arena, "%.*s.%s", STR_ARG(stem), as[kind].ending);
    made->content = as[kind].content;
    req->prepared = made;
    switch (kind) {
    case PAPER_PDF: return pdf_write(d, &options, req->arena, &made->bytes);
    case PAPER_ODT: return odt_write(d, req->arena, &made->bytes);
    case PAPER_PLAIN: made->bytes = plain_write(d, req->arena); break;
    }
    return OK;
}

enum err paper_give(struct request *req, struct response *res)
{
    const struct made_paper *made = req->prepared;
    res->content = made->content;
    res->filename = made->name;
    res->body = (struct out){ .s = (char *)(uintptr_t)made->bytes.s,
                              .n = made->bytes.n,
                              .arena = req->arena };
    return OK;
}

/* Of the edition with that number, or with 0 the newest. */
static enum err prepare(struct request *req, int64_t number, enum paper_kind kind)
{
    struct response frame = { 0 };
    struct dialogue d;
    struct report_view v;
    struct document paper;
    TRY(site_frame(req, &frame.frame));
    TRY(dialogue_open(req, &frame, &d));
    TRY(report_open(req, &d, number, &v));
    TRY(paper_make(req, &v, &frame.frame, &paper));
    return paper_prepare(req, &paper, kind,
                         arena_format(req->arena, "%.*s-verslag-%lld-%.*s", STR_ARG(d.slug),
                                      (long long)v.e.number,
                                      STR_ARG(lang_about(req->lang)->code)));
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
    .handle = paper_give,
    .file = __FILE__,
};
const struct page report_edition_pdf = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.pdf",
    .who = WHO_ANYONE,
    .prepare = edition_pdf,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page report_newest_odt = {
    .path = "/:dialogue/verslag.odt",
    .who = WHO_ANYONE,
    .prepare = newest_odt,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page report_edition_odt = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.odt",
    .who = WHO_ANYONE,
    .prepare = edition_odt,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page report_newest_plain = {
    .path = "/:dialogue/verslag.md",
    .who = WHO_ANYONE,
    .prepare = newest_plain,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page report_edition_plain = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.md",
    .who = WHO_ANYONE,
    .prepare = edition_plain,
    .handle = paper_give,
    .file = __FILE__,
};
