/* letter.c — /:dialogue/beheer/adviezen/raadsbrief.odt: a draft of the letter to the council, to go on with in a word
 * processor. It holds what stands in the data; what only the college knows stands between square brackets. */
#include "features/papers/papers.h"

static void line(struct writing *w, const struct words *words)
{
    document_paragraph(w->p, w->p->root, say(w, words), STR(""));
}

static void table(struct writing *w, const struct advices_shown_row *rows, size_t n)
{
    const struct words *heads[] = { SAY("Advies"), SAY("Antwoord"), SAY("Toezeggingen") };
    struct block *t = block_add(w->p, w->p->root, BLOCK_TABLE);
    block_say(w->p, t, say(w, SAY("Elk advies met het antwoord")), STR(""));
    struct block *row = block_add(w->p, t, BLOCK_ROW);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        document_cell(w->p, row, say(w, heads[i]), true);
    for (size_t i = 0; i < n; i++) {
        row = block_add(w->p, t, BLOCK_ROW);
        document_cell(w->p, row,
                      arena_format(w->req->arena, "%lld. %.*s", (long long)rows[i].number,
                                   STR_ARG(rows[i].title)),
                      true);
        document_cell(w->p, row,
                      rows[i].has_answered
                          ? say(w, answer_kind_term((int)rows[i].answered).words)
                          : say(w, SAY("[nog geen antwoord]")),
                      false);
        document_cell(w->p, row, number_text(w->req->arena, true, rows[i].commitments), false);
    }
}

static enum err chapter(struct writing *w, int64_t number)
{
    struct advice_shown_row a;
    struct advice_commitments_shown_row *rows;
    size_t n;
    bool found;
    TRY(advice_shown(w->req->db, w->req->arena, w->d.id, number, w->d.own, w->lang, &a,
                     &found));
    if (!found) return OK;
    document_heading(w->p, w->p->root, 2, a.title, a.lang);
    add_answer(w, &a, 3);
    TRY(advice_commitments_shown(w->req->db, w->req->arena, a.id, w->d.own, w->lang, &rows,
                                 &n));
    struct block *list = n ? block_add(w->p, w->p->root, BLOCK_LIST) : NULL;
    for (size_t i = 0; i < n; i++) {
        const struct said owner =
            said_in(w->req->lang, w->d.own, rows[i].owner_name, rows[i].owner_en);
        struct block *item = block_add(w->p, list, BLOCK_ITEM);
        document_paragraph(w->p, item, rows[i].title, rows[i].lang);
        add_quiet(w, item,
                  FILL(w->req->arena, SAY("{wie}, eerst beloofd voor {dag}."), w->req->lang,
                       { "wie", owner.text },
                       { "dag", day_words(w->req->arena, w->req->lang, rows[i].first_due) }));
    }
    return OK;
}

static enum err prepare(struct request *req)
{
    struct writing w;
    struct advices_shown_row *rows;
    enum paper_kind kind;
    size_t n;
    TRY(paper_kind_of(req->param[1].text, &kind));
    TRY(writing_open(req, &w));
    TRY(advices_shown(req->db, req->arena, w.d.id, w.d.own, w.lang, &rows, &n));
    paper_begin(req, w.p, &w.d, &w.res.frame, say(&w, SAY("Raadsbrief (concept)")),
                PATH(req->arena, "/{}/adviezen", w.d.slug));
    line(&w, SAY("Aan de gemeenteraad"));
    line(&w, SAY("[Kenmerk, datum en behandelend lid van het college]"));
    line(&w, SAY("Geachte leden van de raad,"));
    document_paragraph(
        w.p, w.p->root,
        FILL(req->arena,
             SAY("In de dialoog „{titel}” spraken inwoners en organisaties zich "
                 "uit. Daar kwam een advies van. In deze brief leest u ons antwoord."),
             req->lang, { "titel", w.d.title }),
        STR(""));
    table(&w, rows, n);
    TRY(add_steps(&w, 0, 2));
    for (size_t i = 0; i < n; i++) TRY(chapter(&w, rows[i].number));
    add_heading(&w, 2, SAY("Hoe het verder gaat"));
    line(&w, SAY("Iedereen kan volgen wat er van de toezeggingen wordt. Te laat telt vanaf de "
                 "eerste datum."));
    if (site_is_public(req->site))
        document_paragraph(
            w.p, w.p->root,
            request_address(req, req->arena, PATH(req->arena, "/{}/daden", w.d.slug)), STR(""));
    line(&w, SAY("[Wat u verder aan de raad wilt zeggen of vragen]"));
    line(&w, SAY("Met vriendelijke groet,"));
    line(&w, SAY("[burgemeester en wethouders]"));
    return paper_prepare(req, w.p, kind,
                         arena_format(req->arena, "%.*s-raadsbrief", STR_ARG(w.d.slug)));
}

const struct page papers_letter = {
    .path = "/:dialogue/beheer/adviezen/raadsbrief.:vorm",
    .who = WHO_WRITER,
    .prepare = prepare,
    .handle = paper_give,
    .file = __FILE__,
};
