/* council.c — for the meeting of the council: …/toezegging/#commitment/raadsstuk.pdf and …/advies/#advice/
 * raadsstuk.pdf, each from what was promised back to the voices under it; and …/adviezen/advies.pdf, the
 * advice as it was given to the city. */
#include "features/papers/papers.h"

static enum err advice_of(struct writing *w, int64_t number, struct advice_shown_row *a)
{
    bool found;
    TRY(advice_shown(w->req->db, w->req->arena, w->d.id, number, w->d.own, w->lang, a, &found));
    return found ? OK : FAIL(ERR_MISSING, "no advice %lld", (long long)number);
}

static void add_advice(struct writing *w, const struct advice_shown_row *a, int level)
{
    document_heading(w->p, w->p->root, level, a->title, a->lang);
    add_quiet(w, w->p->root, say(w, advice_kind_term((int)a->kind).words));
    add_text(w, a->body, a->lang);
    add_said(w, SAY("Hoe is bepaald wat voorrang heeft?"), a->priority, a->lang);
    add_said(w, SAY("De volgende stap voor wat goed gaat"), a->next, a->lang);
}

/* The rest of the chain, from the answer back to the voices. */
static enum err back_to_voices(struct writing *w, const struct advice_shown_row *a)
{
    add_answer(w, a, 2);
    add_heading(w, 2, SAY("Wat de stad is gevraagd"));
    add_advice(w, a, 3);
    TRY(add_steps(w, a->id, 2));
    return add_points(w, a->id, 2, true);
}

static enum err give(struct writing *w, struct str ending, const char *stem, int64_t number)
{
    enum paper_kind kind;
    TRY(paper_kind_of(ending, &kind));
    struct str name = arena_format(w->req->arena, "%.*s-%s", STR_ARG(w->d.slug), stem);
    if (number)
        name = arena_format(w->req->arena, "%.*s-%lld", STR_ARG(name), (long long)number);
    return paper_prepare(w->req, w->p, kind, name);
}

static enum err commitment(struct request *req)
{
    struct writing w;
    struct advice_shown_row a;
    struct commitment_shown_row c;
    bool found;
    const int64_t number = req->param[1].number;
    TRY(writing_open(req, &w));
    TRY(commitment_shown(req->db, req->arena, w.d.id, number, w.d.own, w.lang, &c, &found));
    if (!found) return FAIL(ERR_MISSING, "no commitment %lld", (long long)number);
    TRY(advice_of(&w, c.advice_number, &a));
    paper_begin(
        req, w.p, &w.d, &w.res.frame, say(&w, SAY("Van toezegging naar inbreng")),
        PATH(req->arena, "/{}/toezegging/{}", w.d.slug, number_text(req->arena, true, number)));
    add_heading(&w, 2, SAY("Wat is beloofd"));
    TRY(add_commitment(&w, number, 3));
    TRY(back_to_voices(&w, &a));
    return give(&w, req->param[2].text, "toezegging", number);
}

static enum err advice(struct request *req)
{
    struct writing w;
    struct advice_shown_row a;
    struct advice_commitments_shown_row *rows;
    size_t n;
    const int64_t number = req->param[1].number;
    TRY(writing_open(req, &w));
    TRY(advice_of(&w, number, &a));
    TRY(advice_commitments_shown(req->db, req->arena, a.id, w.d.own, w.lang, &rows, &n));
    paper_begin(
        req, w.p, &w.d, &w.res.frame, say(&w, SAY("Van toezegging naar inbreng")),
        PATH(req->arena, "/{}/advies/{}", w.d.slug, number_text(req->arena, true, number)));
    add_heading(&w, 2, SAY("Wat is beloofd"));
    if (!n)
        document_paragraph(w.p, w.p->root, say(&w, SAY("Er is nog geen toezegging.")), STR(""));
    for (size_t i = 0; i < n; i++) TRY(add_commitment(&w, rows[i].number, 3));
    TRY(back_to_voices(&w, &a));
    return give(&w, req->param[2].text, "advies", number);
}

/* ---- all advice, as it was given ---- */

static enum err participation(struct writing *w)
{
    struct participation_shown_row q;
    bool found;
    TRY(participation_shown(w->req->db, w->req->arena, w->d.id, w->d.own, w->lang, &q, &found));
    if (!found) return OK;
    add_heading(w, 2, SAY("Hoe mensen konden meedoen"));
    document_paragraph(w->p, w->p->root, say(w, ladder_term((int)q.ladder).words), STR(""));
    add_said(w, SAY("Waar mensen invloed op hadden"), q.could, q.lang);
    add_said(w, SAY("Wat vooraf vaststond, en waarom"), q.fixed, q.lang);
    add_said(w, SAY("Hoe is gewogen wat mensen zeiden"), q.weighed, q.lang);
    add_said(w, SAY("Wat er is geleerd"), q.evaluation, q.lang);
    return OK;
}

static enum err all(struct request *req)
{
    struct writing w;
    struct advices_shown_row *rows;
    size_t n;
    TRY(writing_open(req, &w));
    TRY(advices_shown(req->db, req->arena, w.d.id, w.d.own, w.lang, &rows, &n));
    if (!n) return FAIL(ERR_MISSING, "no advice was given yet");
    paper_begin(req, w.p, &w.d, &w.res.frame, say(&w, SAY("Advies aan de stad")),
                PATH(req->arena, "/{}/adviezen", w.d.slug));
    document_paragraph(w.p, w.p->root, w.d.question, w.d.lang);
    for (size_t i = 0; i < n; i++) {
        struct advice_shown_row a;
        TRY(advice_of(&w, rows[i].number, &a));
        add_advice(&w, &a, 2);
        TRY(add_points(&w, a.id, 3, false));
    }
    TRY(participation(&w));
    return give(&w, req->param[1].text, "advies", 0);
}

const struct page papers_commitment = {
    .path = "/:dialogue/toezegging/#commitment/raadsstuk.:vorm",
    .who = WHO_ANYONE,
    .prepare = commitment,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page papers_advice = {
    .path = "/:dialogue/advies/#advice/raadsstuk.:vorm",
    .who = WHO_ANYONE,
    .prepare = advice,
    .handle = paper_give,
    .file = __FILE__,
};
const struct page papers_all_advice = {
    .path = "/:dialogue/adviezen/advies.:vorm",
    .who = WHO_ANYONE,
    .prepare = all,
    .handle = paper_give,
    .file = __FILE__,
};
