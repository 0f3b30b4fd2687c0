/* show.c — /:dialogue/adviezen and /:dialogue/advies/#advice: what the city was asked, and what it answered. */
#include "features/advice/show.h"

#include "features/advice/list.html.h"
#include "features/advice/show.html.h"
#include "web/mail.h"

int64_t days_since(struct day then, struct day today)
{
    return days_waited(then, today);
}

struct said step_words(enum lang reader, const struct dialogue *d,
                       const struct advice_steps_shown_row *s)
{
    return step_said(reader, d->own, s->code, s->name, s->name_en);
}

struct said said_here(enum lang reader, const struct dialogue *d, struct str own,
                      struct str english)
{
    return said_in(reader, d->own, own, english);
}

struct url address_of(struct str text)
{
    struct url url = { 0 };
    if (text.n) (void)url_check(text, &url);
    return url;
}

static enum err list(struct request *req, struct response *res)
{
    struct advices_view v = { .today = req->today };
    const struct str lang = lang_about(req->lang)->code;
    TRY(dialogue_open(req, res, &v.d));
    TRY(advices_shown(req->db, req->arena, v.d.id, v.d.own, lang, &v.advices, &v.advices_n));
    TRY(advice_steps_shown(req->db, req->arena, v.d.id, 0, &v.steps, &v.steps_n));
    TRY(participation_shown(req->db, req->arena, v.d.id, v.d.own, lang, &v.how, &v.has_how));
    v.document = paper_links_to(req->arena, PATH(req->arena, "/{}/adviezen/advies", v.d.slug));
    dialogue_follow(req, res, &v.d, STR(""), STR(""));
    res->frame.title = words_in(SAY("Adviezen aan de stad"), req->lang);
    res->frame.description =
        words_in(SAY("Wat de stad is gevraagd, en wat de stad antwoordde."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/adviezen", v.d.slug), res->frame.title);
    advices_page(response_page(req, res), &v);
    return OK;
}

static enum err show(struct request *req, struct response *res)
{
    struct advice_view v = { .today = req->today, .number = req->param[1].number };
    const struct str lang = lang_about(req->lang)->code;
    bool found;
    TRY(dialogue_open(req, res, &v.d));
    TRY(advice_shown(req->db, req->arena, v.d.id, v.number, v.d.own, lang, &v.a, &found));
    if (!found) return FAIL(ERR_MISSING, "no advice %lld", (long long)v.number);
    TRY(advice_points_shown(req->db, req->arena, v.a.id, v.d.id, v.d.own, lang, &v.points,
                            &v.points_n));
    TRY(advice_steps_shown(req->db, req->arena, v.d.id, v.a.id, &v.steps, &v.steps_n));
    TRY(advice_outcomes_shown(req->db, req->arena, v.a.id, &v.outcomes, &v.outcomes_n));
    TRY(advice_commitments_shown(req->db, req->arena, v.a.id, v.d.own, lang, &v.commitments,
                                 &v.commitments_n));
    TRY(mail_ready(req->db, req->arena, &v.can_mail));
    v.body = markdown(req->arena, v.a.body, 3);
    v.reason = markdown(req->arena, v.a.reason, 3);
    v.options = markdown(req->arena, v.a.options, 3);
    v.paper = address_of(v.a.url);
    v.council = paper_links_to(req->arena, PATH(req->arena, "/{}/advies/{}/raadsstuk", v.d.slug,
                                                number_text(req->arena, true, v.number)));
    res->frame.title = v.a.title;
    dialogue_crumb(res, PATH(req->arena, "/{}/adviezen", v.d.slug),
                   words_in(SAY("Adviezen aan de stad"), req->lang));
    dialogue_crumb(res, (struct path){ req->path },
                   FILL(req->arena, SAY("Advies {n}"), req->lang,
                        { "n", number_text(req->arena, true, v.number) }));
    advice_page(response_page(req, res), &v);
    return OK;
}

const struct page advice_list_page = {
    .path = "/:dialogue/adviezen",
    .who = WHO_ANYONE,
    .handle = list,
    .file = __FILE__,
};
const struct page advice_show = {
    .path = "/:dialogue/advies/#advice",
    .who = WHO_ANYONE,
    .handle = show,
    .file = __FILE__,
};
