/* desk.c — /:dialogue/beheer/adviezen: what was advised, what waits, what was set aside, and the way
 * through the city. */
#include "features/advice/desk.h"

#include "algo/waiting.h"
#include "features/advice/desk.html.h"

void advice_open(struct request *req, struct record *r, const struct advice_find_row *row)
{
    const struct str n = number_text(req->arena, true, row->number);
    r->menu = "/beheer/adviezen";
    r->back = PATH(req->arena, "/{}/beheer/adviezen", r->s.slug);
    r->back_text = words_in(SAY("Adviezen"), r->in);
    r->title = SAY("Nieuw advies");
    r->change.thing = THING_ADVICE;
    r->change.number = row->id;
    r->of = row;
    if (!row->id) return;
    r->title = SAY("Advies");
    r->name = FILL(req->arena, SAY("Advies {n}"), r->in, { "n", n });
    if (r->tabs_n) return;
    record_tab(req, r, SAY("Tekst"), PATH(req->arena, "/{}/beheer/adviezen/{}", r->s.slug, n));
    record_tab(req, r, SAY("Punten"),
               PATH(req->arena, "/{}/beheer/adviezen/{}/punten", r->s.slug, n));
    if (row->has_given)
        record_tab(req, r, SAY("Antwoord"),
                   PATH(req->arena, "/{}/beheer/adviezen/{}/antwoord", r->s.slug, n));
    record_tab(req, r, SAY("Geschiedenis"),
               PATH(req->arena, "/{}/beheer/geschiedenis/advies/{}", r->s.slug, n));
}

int64_t advice_days(const struct advice_desk_view *v, bool has, struct day since)
{
    return has ? days_waited(since, v->today) : 0;
}

struct said desk_step_said(enum lang reader, const struct dialogue *d,
                           const struct desk_steps_row *row)
{
    return step_said(reader, d->own, row->code, row->name, row->name_en);
}

static enum err handle(struct request *req, struct response *res)
{
    struct advice_desk_view v = { .today = req->today };
    TRY(desk_open(req, res, &v.d));
    v.done = done_words(req->query[0]);
    v.may_name = req->visitor.role >= WHO_ADMINISTRATOR;
    TRY(desk_advices(req->db, req->arena, v.d.id, v.d.own, &v.advices, &v.advices_n));
    TRY(desk_steps(req->db, req->arena, v.d.id, &v.steps, &v.steps_n));
    if (v.d.edition) {
        TRY(desk_points_left(req->db, req->arena, v.d.id, v.d.edition, v.d.own, 0, &v.waiting,
                             &v.waiting_n));
        TRY(desk_points_left(req->db, req->arena, v.d.id, v.d.edition, v.d.own, 1, &v.aside,
                             &v.aside_n));
        v.points_days = days_waited(day_at(v.d.published), req->today);
    }
    res->frame.title = words_in(SAY("Adviezen"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/adviezen", v.d.slug), res->frame.title);
    advice_desk_page(response_page(req, res), &v);
    return OK;
}

const struct page advice_desk = {
    .path = "/:dialogue/beheer/adviezen",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
