/* paper.c — the account of a year as a document: PDF, OpenDocument and Markdown; see account.h. */
#include "features/account/account.h"

#include "document/document.h"
#include "features/report/report.h"

enum { LINES = 500 /* of each kind */ };

static struct str said(const struct request *req, const struct words *words)
{
    return words_in(words, req->lang);
}

static void table(struct request *req, struct document *p, const struct year_account *v)
{
    const struct words *heads[] = { SAY("Jaar"),           SAY("Op tijd gedaan"),
                                    SAY("Te laat gedaan"), SAY("Nu te laat"),
                                    SAY("Gestopt"),        SAY("Loopt nog"),
                                    SAY("Samen") };
    struct block *t = block_add(p, p->root, BLOCK_TABLE);
    block_say(p, t, said(req, SAY("Alle jaren")), STR(""));
    struct block *row = block_add(p, t, BLOCK_ROW);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        document_cell(p, row, said(req, heads[i]), true);
    for (size_t i = 0; i < v->years_n; i++) {
        const struct account_year *y = &v->years[i];
        const int64_t cells[] = { y->of[PROMPT_KEPT],    y->of[PROMPT_KEPT_LATE],
                                  y->of[PROMPT_LATE],    y->of[PROMPT_STOPPED],
                                  y->of[PROMPT_RUNNING], y->all };
        row = block_add(p, t, BLOCK_ROW);
        document_cell(p, row, number_text(req->arena, true, y->year), true);
        for (size_t k = 0; k < COUNT_OF(cells); k++)
            document_cell(p, row, number_text(req->arena, true, cells[k]), false);
    }
}

static void group(struct request *req, struct document *p, const struct year_account *v,
                  const struct account_group *g)
{
    if (!g->all) return;
    document_heading(p, p->root, 2, said(req, prompt_words(g->prompt)), STR(""));
    struct block *list = block_add(p, p->root, BLOCK_LIST);
    for (size_t i = 0; i < g->n; i++) {
        const struct account_line *x = &g->lines[i];
        const struct str n = number_text(req->arena, true, x->row.number);
        struct block *item = block_add(p, list, BLOCK_ITEM);
        item->label = n;
        if (site_is_public(req->site))
            item->label_to = request_address(
                req, req->arena, PATH(req->arena, "/{}/toezegging/{}", v->d.slug, n));
        document_paragraph(p, item, x->row.title, x->row.lang);
        if (x->row.stopped.n) document_paragraph(p, item, x->row.stopped, x->row.lang);
        struct block *facts = document_paragraph(
            p, item,
            FILL(req->arena, SAY("{wie}, eerst beloofd voor {dag}."), req->lang,
                 { "wie", x->owner.text },
                 { "dag", day_words(req->arena, req->lang, x->row.first_due) }),
            STR(""));
        facts->look = LOOK_QUIET;
    }
    if ((size_t)g->all > g->n)
        document_paragraph(p, p->root,
                           FILL(req->arena, SAY("En nog {n}. Ze staan op de site."), req->lang,
                                { "n", number_text(req->arena, true, g->all - (int64_t)g->n) }),
                           STR(""));
}

static enum err prepare(struct request *req)
{
    struct response res = { 0 };
    struct year_account *v = NEW(req->arena, struct year_account, 1);
    struct document *p = NEW(req->arena, struct document, 1);
    enum paper_kind kind;
    TRY(paper_kind_of(req->param[2].text, &kind));
    TRY(site_frame(req, &res.frame));
    TRY(account_open(req, &res, LINES, v));
    const struct str year = number_text(req->arena, true, v->here->year);
    paper_begin(req, p, &v->d, &res.frame,
                FILL(req->arena, SAY("Wat werd er van de beloften voor {jaar}?"), req->lang,
                     { "jaar", year }),
                v->self);
    document_paragraph(
        p, p->root,
        said(req, SAY("Een belofte telt in het jaar van de eerste datum. Ook als "
                      "die datum is verschoven.")),
        STR(""));
    table(req, p, v);
    for (int i = 0; i < PROMPTNESSES; i++) group(req, p, v, &v->groups[i]);
    return paper_prepare(req, p, kind,
                         arena_format(req->arena, "%.*s-daden-%.*s-%.*s", STR_ARG(v->d.slug),
                                      STR_ARG(year), STR_ARG(lang_about(req->lang)->code)));
}

const struct page account_paper = {
    .path = "/:dialogue/daden/jaar/#jaar/overzicht.:vorm",
    .who = WHO_ANYONE,
    .prepare = prepare,
    .handle = paper_give,
    .file = __FILE__,
};
