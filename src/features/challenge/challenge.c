/* challenge.c — /:dialogue/uitdaagrecht, …/uitdaging and …/uitdaging/#challenge: what people sent, how they send it, and
 * what became of it; see challenge.h. */
#include "features/challenge/challenge.h"

#include "features/challenge/list.html.h"
#include "features/challenge/send.html.h"
#include "features/challenge/show.html.h"
#include "features/people/people.h"

#include <stdlib.h>

enum { CHALLENGES_HERE = 10, CHALLENGES_ALL = 100, HOUR = 3600 };

struct term challenge_state_term(int state)
{
    switch ((enum challenge_state)state) {
    case CHALLENGE_RECEIVED: return (struct term){ "received", SAY("Ontvangen") };
    case CHALLENGE_WEIGHED: return (struct term){ "weighed", SAY("Wordt bekeken") };
    case CHALLENGE_AGREED: return (struct term){ "agreed", SAY("De stad zegt ja") };
    case CHALLENGE_REFUSED: return (struct term){ "refused", SAY("De stad zegt nee") };
    case CHALLENGE_WITHDRAWN: return (struct term){ "withdrawn", SAY("Ingetrokken") };
    case CHALLENGE_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct day challenge_due(bool has_put_off, struct day put_off, struct day decide_by)
{
    return has_put_off ? put_off : decide_by;
}

struct str challenge_days(struct arena *a, enum lang lang, const struct challenges_row *row,
                          struct day today)
{
    const struct day due = challenge_due(row->has_put_off, row->put_off, row->decide_by);
    const int64_t late = days_waited(due, today), left = days_waited(today, due);
    const struct str n = number_text(a, true, late ? late : left);
    if (row->state >= CHALLENGE_AGREED) return STR("");
    if (late == 1) return words_in(SAY("1 dag te laat"), lang);
    return late ? FILL(a, SAY("{n} dagen te laat"), lang, { "n", n })
                : FILL(a, SAY("Dagen tot het besluit: {n}"), lang, { "n", n });
}

static enum err terms(struct request *req, struct challenges_view *v)
{
    bool found;
    TRY(challenge_terms_find(req->db, req->arena, v->d.id, &v->terms, &found));
    v->is_open = found && v->terms.is_open;
    if (!found) v->terms = (struct challenge_terms_find_row){ 0 };
    v->decider = said_in(req->lang, v->d.own, v->terms.decider, v->terms.decider_en);
    v->today = req->today;
    return OK;
}

enum err challenges_read(struct request *req, struct challenges_view *v, struct str before)
{
    int64_t number = INT64_MAX;
    if (before.n && !str_number(before, INT64_MAX, &number))
        return FAIL(ERR_INPUT, "a page that begins at no number");
    v->paged = before.n > 0;
    TRY(challenges(req->db, req->arena, v->d.id, v->desk, number, &v->all, &v->n));
    v->more = v->n == challenges_limit;
    return OK;
}

static enum err list(struct request *req, struct response *res)
{
    struct challenges_view v = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(terms(req, &v));
    TRY(challenges_read(req, &v, req->query[0]));
    TRY(challenges_dropped(req->db, v.d.id, &v.dropped));
    v.self = (struct path){ req->path };
    res->frame.title = words_in(SAY("Uitdaagrecht"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    challenge_list_page(response_page(req, res), &v);
    return OK;
}

/* ---- sending one ---- */

static const struct words *no_task(void)
{
    return SAY("Schrijf welke taak u wilt overnemen.");
}
static const struct words *no_plan(void)
{
    return SAY("Schrijf hoe u het gaat doen, en waarom dat beter is.");
}
static const struct words *no_name(void)
{
    return SAY("Schrijf hoe u of uw groep heet.");
}
static const struct field fields[] = {
    FIELD_TEXT(struct challenge_form, task, "taak", .required = true, .most = 1000,
               .missing = no_task),
    FIELD_TEXT(struct challenge_form, plan, "plan", .required = true, .most = 8000,
               .missing = no_plan),
    FIELD_TEXT(struct challenge_form, costs, "kosten", .most = 4000),
    FIELD_TEXT(struct challenge_form, backing, "steun", .most = 4000),
    FIELD_LINE(struct challenge_form, name, "naam", .required = true, .missing = no_name),
    FIELD_LINE(struct challenge_form, email, "mail"),
    FIELD_LINE(struct challenge_form, phone, "telefoon", .most = 40),
};
static const struct form form = FORM(struct challenge_form, fields);

static enum err send_show(struct request *req, struct response *res)
{
    struct challenges_view v = {
        .f = req->form,
        .questions = { { STR("taak"), SAY("Welke taak wilt u overnemen?"),
                         SAY("Zoals het groen in uw straat, of de koffie in het buurthuis.") },
                       { STR("plan"), SAY("Hoe gaat u het doen, en waarom is dat beter?"),
                         SAY("Het mag kort. Schrijf geen namen van anderen op.") },
                       { STR("kosten"), SAY("Wat kost het, en wie betaalt dat?"),
                         SAY("Dit hoeft niet. Weet u het niet? Dan zoekt u het samen met de "
                             "stad "
                             "uit.") },
                       { STR("steun"), SAY("Wie doet mee, en wie is het ermee eens?"),
                         SAY("Dit hoeft niet. Schrijf groepen op, geen namen.") } },
    };
    TRY(dialogue_open(req, res, &v.d));
    TRY(terms(req, &v));
    v.self = (struct path){ req->path };
    res->frame.title = words_in(SAY("Daag de stad uit"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/uitdaagrecht", v.d.slug),
                   words_in(SAY("Uitdaagrecht"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    challenge_send_page(response_page(req, res), &v);
    return OK;
}

/* The team reads each of them, so a machine that sends thousands is stopped; what was typed stays in the form. */
static enum err not_too_many(struct tx *tx, struct request *req)
{
    const struct brake brakes[] = {
        { .what = "challenge here",
          .client = req->client,
          .most = CHALLENGES_HERE,
          .seconds = HOUR },
        { .what = "challenge", .most = CHALLENGES_ALL, .seconds = HOUR },
    };
    return brakes_pass(
        tx, req, brakes, COUNT_OF(brakes),
        SAY("Hier kwamen net veel plannen binnen. Probeer het over een uur nog eens."));
}

static enum err send(struct tx *tx, struct request *req, struct response *res)
{
    const struct challenge_form *f = form_values(req);
    struct challenges_view v = { 0 };
    int64_t number, id;
    TRY(dialogue_named(req, &v.d.id, &v.d.own));
    TRY(terms(req, &v));
    if (!v.is_open) form_wrong(req, NULL, SAY("U kunt hier nu niets insturen."));
    if (!f->email.n && !f->phone.n)
        form_wrong(req, "mail",
                   SAY("Vul een e-mailadres of telefoonnummer in. Dan kunnen wij antwoorden."));
    if (f->email.n && str_find(f->email, STR("@")) == SIZE_MAX)
        form_wrong(req, "mail", SAY("Schrijf een heel e-mailadres, met een @."));
    TRY(form_checked(req));
    TRY(not_too_many(tx, req));
    TRY(challenge_next(tx->db, v.d.id, &number));
    TRY(challenge_add(tx, v.d.id, number, req->today, lang_about(req->lang)->code, f->task,
                      f->plan, f->costs, f->backing,
                      (struct day){ req->today.n + (int32_t)v.terms.decide_days }, &id));
    TRY(challenge_contact_put(tx, id, f->name, f->email, f->phone));
    TRY(history_write(
        tx, req,
        &(struct change){
            .dialogue = v.d.id, .thing = THING_CHALLENGE, .number = id, .act = ACT_MADE },
        NULL));
    return response_redirect(res,
                             PATH(req->arena, "/{}/uitdaging/{}?gedaan=verstuurd",
                                  req->param[0].text, number_text(req->arena, true, number)));
}

/* ---- one of them ---- */

static enum err show(struct request *req, struct response *res)
{
    struct challenge_view v = { .today = req->today };
    struct challenge_terms_find_row terms_row;
    bool found;
    TRY(dialogue_open(req, res, &v.d));
    TRY(challenge_find(req->db, req->arena, v.d.id, req->param[1].number, &v.c, &found));
    if (!found) return FAIL(ERR_MISSING, "no challenge %lld", (long long)req->param[1].number);
    if (v.c.has_dropped) return FAIL(ERR_GONE, "no challenge after all");
    TRY(challenge_terms_find(req->db, req->arena, v.d.id, &terms_row, &found));
    if (found) v.decider = said_in(req->lang, v.d.own, terms_row.decider, terms_row.decider_en);
    v.answer = said_in(req->lang, v.d.own, v.c.answer, v.c.answer_en);
    v.answer_html = markdown(req->arena, v.answer.text, 3);
    v.sent = str_is(req->query[0], "verstuurd");
    const struct str n = number_text(req->arena, true, v.c.number);
    res->frame.title = FILL(req->arena, SAY("Uitdaging {n}"), req->lang, { "n", n });
    dialogue_crumb(res, PATH(req->arena, "/{}/uitdaagrecht", v.d.slug),
                   words_in(SAY("Uitdaagrecht"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/{}/uitdaging/{}", v.d.slug, n), res->frame.title);
    challenge_page(response_page(req, res), &v);
    return OK;
}

const struct page challenge_list = {
    .path = "/:dialogue/uitdaagrecht",
    .who = WHO_ANYONE,
    .query = "voor",
    .handle = list,
    .file = __FILE__,
};
const struct page challenge_send = {
    .path = "/:dialogue/uitdaging",
    .who = WHO_ANYONE,
    .handle = send_show,
    .form = &form,
    .act = send,
    .file = __FILE__,
};
const struct page challenge_show = {
    .path = "/:dialogue/uitdaging/#challenge",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = show,
    .file = __FILE__,
};
