/* objection.c — /:dialogue/beheer/nakijken/bezwaren and /bezwaar/#id: an author does not agree. Somebody
 * else than who decided before looks again, and the author reads the answer at their receipt. */
#include "features/review/objection.h"

#include "features/review/objection.html.h"
#include "features/review/objections.html.h"

/* ---- the list ---- */

static enum err list(struct request *req, struct response *res)
{
    struct objections_view v = { 0 };
    struct objections_waiting_row *rows;
    int64_t after = 0;
    size_t n;
    TRY(desk_open(req, res, &v.d));
    if (req->query[0].n && !str_number(req->query[0], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins nowhere");
    TRY(queue_counts(req, v.d.id, &v.counts));
    TRY(objections_waiting(req->db, req->arena, v.d.id, after, &rows, &n));
    v.more = n > PAGE_SIZE;
    v.lines_n = v.more ? PAGE_SIZE : n;
    v.lines = NEW(req->arena, struct objection_line, n + 1);
    for (size_t i = 0; i < v.lines_n; i++)
        v.lines[i] =
            (struct objection_line){ &rows[i], beginning(req->arena, rows[i].words, 300),
                                     (req->now.s - rows[i].at.s) / 86400,
                                     rows[i].has_checked_by &&
                                         rows[i].checked_by == req->visitor.person };
    if (v.more)
        v.next = PATH(req->arena, "/{}/beheer/nakijken/bezwaren?na={}", v.d.slug,
                      arena_format(req->arena, "%lld", (long long)rows[PAGE_SIZE - 1].id));
    res->frame.title = words_in(SAY("Bezwaren"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken", v.d.slug),
                   words_in(SAY("Nakijken"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    objections_page(response_page(req, res), &v);
    return OK;
}

const struct page review_objections = {
    .path = "/:dialogue/beheer/nakijken/bezwaren",
    .who = WHO_EDITOR,
    .query = "na",
    .handle = list,
    .file = __FILE__,
};

/* ---- one ---- */

struct objection_form {
    int granted;
    struct str answer;
};
static const struct words *choose(void)
{
    return SAY("Kies of de schrijver gelijk krijgt.");
}
static const struct words *say_why(void)
{
    return SAY("Schrijf een antwoord. De schrijver leest het.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct objection_form, granted, "gelijk", "nee ja", .required = true,
                 .missing = choose),
    FIELD_TEXT(struct objection_form, answer, "antwoord", .required = true, .most = 2000,
               .missing = say_why),
};
static const struct form form = FORM(struct objection_form, fields);

static enum err open_one(struct request *req, struct objection_view *v)
{
    const struct objection_shown_row *o = &v->o;
    int64_t before;
    bool found;
    TRY(objection_shown(req->db, req->arena, v->d.id, req->param[1].number, &v->o, &found));
    if (!found) return FAIL(ERR_MISSING, "no such objection");
    TRY(objection_decider(req->db, o->voice, req->visitor.person, &before));
    v->mine = before > 0;
    if (o->account == ACCOUNT_SET_ASIDE)
        v->why = reason_term((int)o->reason).words;
    else if (o->has_hidden_for)
        v->why = reason_term((int)o->hidden_for).words;
    return OK;
}

static enum err show(struct request *req, struct response *res)
{
    struct objection_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(open_one(req, &v));
    v.self = (struct path){ req->path };
    res->frame.title = words_in(SAY("Bezwaar"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken/bezwaren", v.d.slug),
                   words_in(SAY("Bezwaren"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    objection_page(response_page(req, res), &v);
    return OK;
}

/* What its author wanted. */
static enum err grant(struct tx *tx, struct request *req, const struct objection_shown_row *o,
                      int64_t *batch)
{
    if (o->account == ACCOUNT_SET_ASIDE) TRY(voice_reopen(tx, req, o->voice, batch));
    if (!o->has_hidden_for) return OK;
    return voice_show(tx, req, o->voice, (struct str){ 0 }, batch);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct objection_form *f = form_values(req);
    struct objection_view v = { 0 };
    int64_t batch = 0;
    TRY(desk_open(req, res, &v.d));
    TRY(open_one(req, &v));
    if (v.o.has_decided)
        form_wrong(req, NULL, SAY("Een collega heeft dit bezwaar al beantwoord."));
    else if (v.mine)
        form_wrong(req, NULL,
                   SAY("U besliste eerder over deze inbreng. Vraag een collega om te kijken."));
    TRY(form_checked(req));
    TRY(objection_decide(tx, v.o.id, req->now, req->visitor.person, f->granted == 1,
                         f->answer));
    TRY(history_write(
        tx, req,
        &(struct change){ .dialogue = v.d.id,
                          .thing = THING_VOICE,
                          .number = v.o.voice,
                          .act = ACT_DECIDED,
                          .after = f->granted == 1 ? STR("granted") : STR("refused") },
        &batch));
    if (f->granted == 1) TRY(grant(tx, req, &v.o, &batch));
    return response_redirect(res, PATH(req->arena, "/{}/beheer/nakijken/bezwaren", v.d.slug));
}

const struct page review_objection = {
    .path = "/:dialogue/beheer/nakijken/bezwaar/#objection",
    .who = WHO_EDITOR,
    .handle = show,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
