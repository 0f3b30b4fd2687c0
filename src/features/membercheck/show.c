/* show.c — /voorgelegd/:code: the draft points of one table, for who was there: it is right, or it was meant
 * otherwise. Looking does nothing, so a scanner of mail may. */
#include "features/membercheck/membercheck.h"

#include "features/membercheck/object.html.h"
#include "features/membercheck/show.html.h"
#include "features/sheet/sheet.h"

enum { AGREES_MOST = 60, OBJECTIONS_MOST = 5, OBJECTIONS_OF_CARD = 30 };

static const struct words *point_gone(void)
{
    return SAY("Dit punt staat er niet meer. Kijk wat er nu staat.");
}

static enum err back(struct request *req, struct response *res, const char *done)
{
    return response_redirect(
        res, PATH(req->arena, "/voorgelegd/{}?gedaan={}", req->param[0].text, str_of(done)));
}

/* The point with a number, as far as this table has a part in it. */
static struct check_point *point_of(const struct check_view *v, int64_t number)
{
    for (size_t i = 0; i < v->points_n; i++)
        if (v->points[i].r->number == number) return &v->points[i];
    return NULL;
}

static enum err answer(struct tx *tx, struct request *req, const struct check_view *v,
                       const struct check_point *p, struct str body)
{
    int64_t id;
    TRY(membercheck_answer_add(tx, v->l.id, p->r->id, req->now, !body.n, p->r->own_body, body,
                               &id));
    if (!body.n) return OK;
    return history_write(tx, req,
                         &(struct change){ .dialogue = v->d.id,
                                           .thing = THING_POINT,
                                           .number = p->r->id,
                                           .act = ACT_OBJECTED },
                         NULL);
}

/* ---- the list, and agreeing ---- */

static enum err show(struct request *req, struct response *res)
{
    struct check_view v;
    TRY(check_open(req, res, &v));
    if (str_is(req->query[0], "klopt"))
        v.done = SAY("Dank u. Wij weten nu dat dit punt klopt.");
    if (str_is(req->query[0], "bezwaar"))
        v.done = SAY("Dank u. Iemand anders dan de schrijver van het punt beslist. U leest het "
                     "hier.");
    membercheck_show_page(response_page(req, res), &v);
    return OK;
}

struct agreeing {
    int64_t point;
};
static const struct field agreeing_fields[] = {
    FIELD_NUMBER(struct agreeing, point, "punt", .required = true, .missing = point_gone),
};
static const struct form agreeing_form = FORM(struct agreeing, agreeing_fields);

/* Of a person once; of a card as often as there may be people at a table. */
static enum err agree(struct tx *tx, struct request *req, struct response *res)
{
    const struct agreeing *f = form_values(req);
    struct check_view v;
    struct membercheck_answers_row *before;
    size_t n, agreed = 0;
    TRY(check_open(req, res, &v));
    const struct check_point *p = point_of(&v, f->point);
    if (v.past)
        form_wrong(req, NULL, check_past());
    else if (!p)
        form_wrong(req, NULL, point_gone());
    TRY(form_checked(req));
    TRY(membercheck_answers(tx->db, req->arena, v.l.id, &before, &n));
    for (size_t i = 0; i < n; i++) agreed += before[i].point == p->r->id && before[i].agrees;
    if (agreed < (v.l.who == MEMBERCHECK_CARD ? AGREES_MOST : 1) &&
        n < membercheck_answers_limit)
        TRY(answer(tx, req, &v, p, (struct str){ 0 }));
    return back(req, res, "klopt");
}

const struct page membercheck_show = {
    .path = "/voorgelegd/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = show,
    .form = &agreeing_form,
    .act = agree,
    .file = __FILE__,
};

/* ---- objecting to a point ---- */

struct objecting {
    struct str text;
};
static const struct words *say_what(void)
{
    return SAY("Schrijf wat u aan tafel bedoelde.");
}
static const struct field objecting_fields[] = {
    FIELD_TEXT(struct objecting, text, "tekst", .required = true, .most = MEMBERCHECK_TEXT_MOST,
               .missing = say_what),
};
static const struct form objecting_form = FORM(struct objecting, objecting_fields);

static enum err object_show(struct request *req, struct response *res)
{
    struct check_view v;
    TRY(check_open(req, res, &v));
    v.point = point_of(&v, req->param[1].number);
    if (!v.point) return FAIL(ERR_MISSING, "no such point at this table");
    res->frame.title = words_in(SAY("Dit hebben wij anders bedoeld"), req->lang);
    membercheck_object_page(response_page(req, res), &v);
    return OK;
}

static enum err object_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct objecting *f = form_values(req);
    struct check_view v;
    size_t waiting = 0;
    bool known = false;
    TRY(check_open(req, res, &v));
    const struct check_point *p = point_of(&v, req->param[1].number);
    if (!p) return FAIL(ERR_MISSING, "no such point at this table");
    for (size_t i = 0; i < p->answers_n; i++) {
        waiting += !p->answers[i].has_decided;
        known |= !p->answers[i].has_decided && str_eq(p->answers[i].body, f->text);
    }
    const size_t most = v.l.who == MEMBERCHECK_CARD ? OBJECTIONS_OF_CARD : OBJECTIONS_MOST;
    if (v.past)
        form_wrong(req, NULL, check_past());
    else if (!known && waiting >= most)
        form_wrong(req, NULL, SAY("Over dit punt is al veel geschreven. Bel of mail ons."));
    TRY(form_checked(req));
    if (!known) TRY(answer(tx, req, &v, p, f->text));
    return back(req, res, "bezwaar");
}

const struct page membercheck_object = {
    .path = "/voorgelegd/:code/punt/#number",
    .who = WHO_ANYONE,
    .handle = object_show,
    .form = &objecting_form,
    .act = object_act,
    .file = __FILE__,
};

/* ---- objecting to setting a note aside ---- */

static const struct membercheck_asides_row *aside_of(const struct check_view *v, int64_t number)
{
    for (size_t i = 0; i < v->asides_n; i++)
        if (v->asides[i].number == number) return &v->asides[i];
    return NULL;
}

static enum err aside_show(struct request *req, struct response *res)
{
    struct check_view v;
    TRY(check_open(req, res, &v));
    v.aside = aside_of(&v, req->param[1].number);
    if (!v.aside) return FAIL(ERR_MISSING, "no such note was set aside at this table");
    res->frame.title = words_in(SAY("Dit hoort er wel bij"), req->lang);
    membercheck_object_page(response_page(req, res), &v);
    return OK;
}

/* It waits where objections of authors wait. While one waits, another adds nothing. */
static enum err aside_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct objecting *f = form_values(req);
    struct check_view v;
    struct objections_of_row *before;
    size_t n;
    int64_t id;
    TRY(check_open(req, res, &v));
    const struct membercheck_asides_row *x = aside_of(&v, req->param[1].number);
    if (!x) return FAIL(ERR_MISSING, "no such note was set aside at this table");
    if (v.past) form_wrong(req, NULL, check_past());
    TRY(form_checked(req));
    TRY(objections_of(tx->db, req->arena, x->id, &before, &n));
    if (n && !before[n - 1].has_decided) {
        if (str_eq(before[n - 1].body, f->text)) return back(req, res, "bezwaar");
        form_wrong(req, NULL,
                   SAY("Over deze notitie wacht al een bezwaar. Wacht tot daarop is beslist."));
    } else if (n >= OBJECTIONS_MOST)
        form_wrong(req, NULL, SAY("Over deze notitie is al vaak beslist. Bel of mail ons."));
    TRY(form_checked(req));
    TRY(objection_add(tx, x->id, v.d.id, req->now, f->text, &id));
    TRY(membercheck_aside_add(tx, id, v.l.id));
    TRY(history_write(
        tx, req,
        &(struct change){
            .dialogue = v.d.id, .thing = THING_VOICE, .number = x->id, .act = ACT_OBJECTED },
        NULL));
    return back(req, res, "bezwaar");
}

const struct page membercheck_object_aside = {
    .path = "/voorgelegd/:code/inbreng/#number",
    .who = WHO_ANYONE,
    .handle = aside_show,
    .form = &objecting_form,
    .act = aside_act,
    .file = __FILE__,
};

/* ---- by the card of a table ---- */

/* The cards at the seats open what the table noted; from there this leads to its points. */
static enum err by_card(struct request *req, struct response *res)
{
    struct sheet s;
    TRY(sheet_open_reading(req, res, &s));
    return response_redirect(
        res, membercheck_path(req->arena, membercheck_code(req, s.row.gathering, s.row.number,
                                                           MEMBERCHECK_CARD, 0)));
}

const struct page membercheck_by_card = {
    .path = "/tafel/:token/voorgelegd",
    .who = WHO_ANYONE,
    .handle = by_card,
    .file = __FILE__,
};
