/* mine.c — /:dialogue/aanmelding/:code: what somebody registered, to be shown, changed and cancelled. Its
 * address holds the code; whoever has that is its owner. */
#include "features/registration/mine.h"
#include "features/registration/cancel.html.h"
#include "features/registration/change.html.h"
#include "features/registration/mine.html.h"

#include "features/voices/voices.h"

enum err registration_find(struct request *req, struct registration_by_code_row *r,
                           struct str *code)
{
    bool found = false;
    if (receipt_read(req->arena, req->param[1].text, code))
        TRY(registration_by_code(req->db, req->arena, receipt_hash(req->arena, *code),
                                 lang_about(req->lang)->code, r, &found));
    if (!found || !str_eq(r->slug, req->param[0].text))
        return FAIL(ERR_MISSING, "no such registration");
    return OK;
}

enum err mine_open(struct request *req, struct response *res, const struct words *title,
                   struct mine_view *v)
{
    *v = (struct mine_view){ 0 };
    TRY(dialogue_open(req, res, &v->d));
    TRY(registration_find(req, &v->r, &v->code));
    const struct str lang = lang_about(req->lang)->code;
    res->no_store = true;
    res->noindex = true;
    TRY(registration_need_of(req->db, req->arena, v->r.id, &v->need, &v->needs));
    TRY(registration_themes_of(req->db, req->arena, v->r.id, v->d.own, lang, &v->themes,
                               &v->themes_n));
    TRY(registration_wishes_of(req->db, req->arena, v->r.id, &v->wishes, &v->wishes_n));
    if (v->needs) v->interpreter = interpreter_said(req, v->need.interpreter);
    for (size_t i = 0; i < 3; i++) v->group[i] = str_upto(str_from(v->code, 4 * i), 4);
    v->slug = req->param[1].text;
    v->self = registration_path(req->arena, v->d.slug, v->code);
    if (!qr_draw(req->arena, arena_join(req->arena, req->site, v->self.text), &v->qr))
        v->qr = (struct qr){ 0 };
    v->qr_alt = words_in(SAY("Uw code om te laten zien bij de deur"), req->lang);
    v->past = req->today.n > v->r.day.n;
    v->staff = req->visitor.role >= WHO_HOST;
    if (v->staff)
        v->door = PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/deur?zoek={}", v->d.slug,
                       v->r.evening, v->code);
    res->frame.title = words_in(title ? title : SAY("Uw aanmelding"), req->lang);
    res->frame.description =
        words_in(SAY("Bewaar deze code. Hiermee kunt u alles zien, veranderen of u afmelden."),
                 req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}", v->d.slug, v->r.evening),
                   v->r.title);
    dialogue_crumb(res, v->self, words_in(SAY("Uw aanmelding"), req->lang));
    if (title) dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct mine_view v;
    TRY(mine_open(req, res, NULL, &v));
    if (str_is(req->query[0], "veranderd")) v.done = SAY("Het is veranderd.");
    registration_mine_page(response_page(req, res), &v);
    return OK;
}

const struct page registration_mine = {
    .path = "/:dialogue/aanmelding/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};

/* ---- changing it ---- */

static const struct field fields[] = { GIVEN_FIELDS, FIELD_BASIS(struct given) };
static const struct form form = FORM(struct given, fields);

/* One that can still be changed. */
static enum err open_now(const struct request *req, const struct registration_by_code_row *r)
{
    if (r->state == REGISTRATION_CANCELLED) return FAIL(ERR_GONE, "this one was cancelled");
    if (req->today.n > r->day.n) return FAIL(ERR_GONE, "the day is over");
    return OK;
}

static enum err change_show(struct request *req, struct response *res)
{
    struct mine_view m;
    TRY(mine_open(req, res, SAY("Verander uw aanmelding"), &m));
    TRY(open_now(req, &m.r));
    struct give_view v = { .d = m.d };
    TRY(give_open(req, &v, m.r.evening));
    TRY(registration_fill(req, &m.r, &v));
    v.title = res->frame.title;
    v.button = words_in(SAY("Bewaar"), req->lang);
    v.back = m.self;
    registration_change_page(response_page(req, res), &v);
    return OK;
}

static enum err change_act(struct tx *tx, struct request *req, struct response *res)
{
    struct registration_by_code_row r;
    struct str code;
    TRY(registration_find(req, &r, &code));
    TRY(open_now(req, &r));
    TRY(registration_unchanged(req, &r));
    TRY(given_check(tx, req, r.dialogue));
    TRY(registration_change(tx, req, r.gathering, r.id));
    return response_redirect(res, PATH(req->arena, "/{}/aanmelding/{}?gedaan=veranderd", r.slug,
                                       req->param[1].text));
}

const struct page registration_change_mine = {
    .path = "/:dialogue/aanmelding/:code/wijzigen",
    .who = WHO_ANYONE,
    .handle = change_show,
    .form = &form,
    .act = change_act,
    .file = __FILE__,
};

/* ---- cancelling it ---- */

static enum err cancel_show(struct request *req, struct response *res)
{
    struct mine_view v;
    TRY(mine_open(req, res, SAY("Meld u af"), &v));
    TRY(open_now(req, &v.r));
    registration_cancel_page(response_page(req, res), &v);
    return OK;
}

static enum err cancel_act(struct tx *tx, struct request *req, struct response *res)
{
    struct registration_by_code_row r;
    struct str code;
    TRY(registration_find(req, &r, &code));
    if (req->today.n > r.day.n) return FAIL(ERR_GONE, "the day is over");
    TRY(registration_cancel(tx, req, &r));
    return response_redirect(res, registration_path(req->arena, r.slug, code));
}

const struct page registration_cancel_mine = {
    .path = "/:dialogue/aanmelding/:code/afmelden",
    .who = WHO_ANYONE,
    .handle = cancel_show,
    .form = &remove_form,
    .act = cancel_act,
    .file = __FILE__,
};
