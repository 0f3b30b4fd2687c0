/* decide.c — /:dialogue/beheer/voorgelegd/#answer: an objection to a point. Somebody else than its editors
 * decides: the point changes, or it stays, with the reason that the table reads. */
#include "features/membercheck/membercheck.h"

#include "features/membercheck/decide.html.h"

struct deciding {
    int adopted;
    struct str reason, said, english, basis;
};
static const struct words *choose(void)
{
    return SAY("Kies of wij dit overnemen.");
}
static const struct words *say_why(void)
{
    return SAY("Schrijf waarom. De tafel leest dit.");
}
static const struct words *yours(void)
{
    return SAY("U werkte zelf aan dit punt. Vraag een collega om te beslissen.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct deciding, adopted, "besluit", "blijft over", .required = true,
                 .missing = choose),
    FIELD_TEXT(struct deciding, reason, "reden", .required = true,
               .most = MEMBERCHECK_TEXT_MOST, .missing = say_why),
    FIELD_TEXT(struct deciding, said, "zin", .most = 400),
    FIELD_TEXT(struct deciding, english, "zin-en", .most = 400),
    FIELD_LINE(struct deciding, basis, "basis"),
};
static const struct form form = FORM(struct deciding, fields);

static enum err open_one(struct request *req, struct decide_view *v)
{
    struct desk_point_row row;
    int64_t edits;
    bool found;
    TRY(membercheck_one(req->db, req->arena, v->d.id, req->param[1].number, v->d.own, &v->o,
                        &found));
    if (!found) return FAIL(ERR_MISSING, "no such objection");
    TRY(membercheck_edited(req->db, v->o.point, req->visitor.person, &edits));
    v->mine = edits > 0;
    TRY(desk_point(req->db, req->arena, v->d.id, v->o.number, &row, &v->there));
    if (v->there) TRY(point_state_read(req->db, req->arena, row.id, &v->state));
    v->said = point_state_said(&v->state, v->d.own);
    v->english = str_is(v->d.own, "en") ? STR("") : point_state_said(&v->state, STR("en"));
    v->basis = draft_basis(req->arena, &v->state);
    v->self = PATH(req->arena, "/{}/beheer/voorgelegd/{}", v->d.slug, req->param[1].text);
    return OK;
}

static enum err show(struct request *req, struct response *res)
{
    struct decide_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(open_one(req, &v));
    form_fill(req, "zin", v.said);
    form_fill(req, "zin-en", v.english);
    const struct deciding *f = form_values(req);
    v.clash = req->form->sent && f->basis.n && !str_eq(f->basis, v.basis);
    res->frame.title = words_in(SAY("Bezwaar bij een punt"), req->lang);
    dialogue_crumb(
        res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/voorleggen", v.d.slug, v.o.evening),
        words_in(SAY("Leg de punten voor"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    membercheck_decide_page(response_page(req, res), &v);
    return OK;
}

/* The point gets its new words, in the same act of the history. */
static enum err reword(struct draft *w, const struct decide_view *v, const struct deciding *f)
{
    struct arena *a = w->req->arena;
    const struct str said = draft_line(a, f->said), english = draft_line(a, f->english);
    struct draft_point p;
    if (str_eq(said, v->said) && str_eq(english, v->english)) return OK;
    TRY(draft_open(w, v->o.number, &p));
    draft_say(a, &p.now, v->d.own, said);
    if (!str_is(v->d.own, "en")) draft_say(a, &p.now, STR("en"), english);
    return draft_close(w, &p);
}

static void check(struct request *req, const struct decide_view *v, const struct deciding *f)
{
    if (v->o.has_decided)
        form_wrong(req, NULL, SAY("Een collega besliste al over dit bezwaar."));
    else if (v->mine)
        form_wrong(req, NULL, yours());
    else if (f->adopted == 1 && v->there && !draft_line(req->arena, f->said).n)
        form_wrong(req, "zin", SAY("Schrijf in één zin wat dit punt zegt."));
    else if (f->adopted == 1 && v->there && !str_eq(f->basis, v->basis))
        form_wrong(
            req, NULL,
            SAY("Iemand anders veranderde dit punt. Kijk wat er nu staat. Doe het daarna "
                "opnieuw."));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct deciding *f = form_values(req);
    struct decide_view v = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(open_one(req, &v));
    check(req, &v, f);
    TRY(form_checked(req));
    struct draft w = { .tx = tx, .req = req, .d = &v.d };
    TRY(history_write(
        tx, req,
        &(struct change){ .dialogue = v.d.id,
                          .thing = THING_POINT,
                          .number = v.o.point,
                          .act = ACT_DECIDED,
                          .after = f->adopted == 1 ? STR("granted") : STR("refused") },
        &w.batch));
    if (f->adopted == 1 && v.there) TRY(reword(&w, &v, f));
    TRY(membercheck_decide(tx, v.o.id, req->now, req->visitor.person, f->adopted == 1,
                           f->reason));
    return response_redirect(res, v.self);
}

const struct page membercheck_decide_one = {
    .path = "/:dialogue/beheer/voorgelegd/#answer",
    .who = WHO_EDITOR,
    .handle = show,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
