/* desk.c — /:dialogue/beheer/vragen: the questions of the report, and …/#point: what the city says to one. */
#include "features/replies/replies.h"

#include "algo/waiting.h"
#include "features/replies/desk.html.h"

int64_t question_days(const struct questions_row *row, struct day today)
{
    return days_waited(day_at(row->first), row->has_day ? row->day : today);
}

static enum err handle(struct request *req, struct response *res)
{
    struct replies_view v = { .done = done_words(req->query[0]), .today = req->today };
    TRY(desk_open(req, res, &v.d));
    if (v.d.edition)
        TRY(questions(req->db, req->arena, v.d.id, v.d.edition, v.d.own, &v.questions, &v.n));
    for (size_t i = 0; i < v.n; i++) v.waiting_n += !v.questions[i].has_reply;
    res->frame.title = words_in(SAY("Vragen uit het verslag"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/vragen", v.d.slug), res->frame.title);
    replies_desk_page(response_page(req, res), &v);
    return OK;
}

/* ---- one reply ---- */

struct reply_form {
    struct str body, body_2, url, basis;
    struct optional_day day;
    bool gone;
};
static const struct words *no_body(void)
{
    return SAY("Schrijf het antwoord. Iedereen kan het lezen.");
}
static const struct field fields[] = {
    FIELD_DAY(struct reply_form, day, "dag"),
    FIELD_TEXT(struct reply_form, body, "tekst", .required = true, .most = 4000,
               .missing = no_body),
    FIELD_TEXT(struct reply_form, body_2, "tekst-2", .most = 4000),
    FIELD_LINE(struct reply_form, url, "link", .most = 500),
    FIELD_TICK(struct reply_form, gone, "weg"),
    FIELD_BASIS(struct reply_form),
};
static const struct form form = FORM(struct reply_form, fields);

static enum err reply_fill(struct request *req, struct record *r)
{
    struct question_find_row question;
    struct reply_find_row now = { 0 };
    bool found;
    TRY(question_find(req->db, req->arena, r->s.id, req->param[1].number, r->s.own, &question,
                      &found));
    if (!found) return FAIL(ERR_MISSING, "no such question in a report");
    TRY(reply_find(req->db, req->arena, question.id, &now, &found));
    if (!found) now = (struct reply_find_row){ .day = req->today };
    r->title = SAY("Antwoord op een vraag");
    r->lead = SAY("Wat zegt de stad op deze vraag? Iedereen leest het bij het punt.");
    r->name = FILL(req->arena, SAY("Punt {n}"), r->in,
                   { "n", number_text(req->arena, true, req->param[1].number) });
    r->menu = "/beheer/adviezen";
    r->back = PATH(req->arena, "/{}/beheer/vragen", r->s.slug);
    r->back_text = words_in(SAY("Vragen uit het verslag"), r->in);
    r->change.thing = THING_POINT;
    r->change.number = question.id;
    record_english(req, r, "tekst", EDIT_TEXT, SAY("Het antwoord"), false, now.body,
                   now.body_en);
    r->fields[0].hint = question.body;
    record_field(req, r, "dag", EDIT_DAY, SAY("Gegeven op"),
                 day_text(req->arena, true, now.day))
        ->hint = words_in(SAY("Laat leeg als dat vandaag is."), r->in);
    record_field(req, r, "link", EDIT_LINE, SAY("Een pagina waar meer staat"), now.url)->hint =
        words_in(SAY("Een heel adres, met https:// ervoor."), r->in);
    if (found) record_field(req, r, "weg", EDIT_TICK, SAY("Haal dit antwoord weg"), STR(""));
    return OK;
}

static enum err reply_save(struct tx *tx, struct request *req, struct record *r)
{
    struct day day;
    r->change.act = ACT_ANSWERED;
    if (record_typed(r, "weg").n) {
        r->change.act = ACT_OPENED;
        return reply_delete(tx, r->change.number);
    }
    if (!record_day(r, "dag", &day)) day = req->today;
    if (day.n > req->today.n) form_wrong(req, "dag", SAY("Kies een dag tot en met vandaag."));
    TRY(form_checked(req));
    return reply_put(tx, r->change.number, day, record_typed(r, "tekst"),
                     record_typed_2(r, "tekst"), record_typed(r, "link"));
}

static const struct record_page reply = { .fill = reply_fill, .save = reply_save };

const struct page replies_desk = {
    .path = "/:dialogue/beheer/vragen",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
const struct page replies_reply = {
    .path = "/:dialogue/beheer/vragen/#point",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &form,
    .act = record_save,
    .about = &reply,
    .file = __FILE__,
};
