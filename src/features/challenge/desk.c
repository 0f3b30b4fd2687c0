/* desk.c — /:dialogue/beheer/uitdagingen: what people sent, one of them, and under which terms. */
#include "features/challenge/challenge.h"

#include "features/challenge/list.html.h"
#include "features/challenge/none.html.h"
#include "features/setup/setup.h"

static enum err list(struct request *req, struct response *res)
{
    struct challenges_view v = { .desk = true, .today = req->today };
    TRY(desk_open(req, res, &v.d));
    TRY(challenges_read(req, &v, req->query[1]));
    v.done = done_words(req->query[0]);
    v.self = (struct path){ req->path };
    res->frame.title = words_in(SAY("Uitdagingen"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    challenge_list_page(response_page(req, res), &v);
    return OK;
}

static void around(struct request *req, struct record *r)
{
    r->menu = "/beheer/adviezen";
    r->back = PATH(req->arena, "/{}/beheer/uitdagingen", r->s.slug);
    r->back_text = words_in(SAY("Uitdagingen"), r->in);
}

/* ---- the terms ---- */

struct terms_form {
    struct str decider, decider_2, basis;
    int64_t receipt, decide, more;
    bool is_open;
};
static const struct field terms_fields[] = {
    FIELD_TICK(struct terms_form, is_open, "open"),
    FIELD_NUMBER(struct terms_form, receipt, "compleet", .required = true),
    FIELD_NUMBER(struct terms_form, decide, "besluit", .required = true),
    FIELD_NUMBER(struct terms_form, more, "uitstel"),
    FIELD_LINE(struct terms_form, decider, "wie", .required = true),
    FIELD_LINE(struct terms_form, decider_2, "wie-2"),
    FIELD_BASIS(struct terms_form),
};
static const struct form terms_form = FORM(struct terms_form, terms_fields);

static enum err terms_fill(struct request *req, struct record *r)
{
    struct challenge_terms_find_row now;
    bool found;
    TRY(challenge_terms_find(req->db, req->arena, r->s.id, &now, &found));
    if (!found) /* what many ordinances say */
        now = (struct challenge_terms_find_row){ .receipt_days = 14,
                                                 .decide_days = 56,
                                                 .more_days = 56 };
    around(req, r);
    r->title = SAY("Voorwaarden van het uitdaagrecht");
    r->lead = SAY("Neem deze termijnen over uit uw verordening. Iedereen kan ze lezen.");
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    record_field(req, r, "open", EDIT_TICK, SAY("Mensen kunnen nu een uitdaging insturen"),
                 found && now.is_open ? STR("1") : STR(""));
    record_field(req, r, "compleet", EDIT_NUMBER,
                 SAY("Dagen tot de stad zegt of het compleet is"),
                 number_text(req->arena, true, now.receipt_days))
        ->optional = false;
    record_field(req, r, "besluit", EDIT_NUMBER, SAY("Dagen tot het besluit, vanaf ontvangst"),
                 number_text(req->arena, true, now.decide_days))
        ->optional = false;
    record_field(req, r, "uitstel", EDIT_NUMBER, SAY("Dagen dat u één keer mag uitstellen"),
                 number_text(req->arena, true, now.more_days));
    record_english(req, r, "wie", EDIT_LINE, SAY("Wie beslist, als rol"), false, now.decider,
                   now.decider_en);
    return OK;
}

static enum err terms_save(struct tx *tx, struct request *req, struct record *r)
{
    int64_t receipt, decide, more;
    (void)record_number(r, "compleet", &receipt);
    (void)record_number(r, "besluit", &decide);
    (void)record_number(r, "uitstel", &more);
    if (receipt < 1 || receipt > 365)
        form_wrong(req, "compleet", SAY("Kies 1 tot en met 365 dagen."));
    if (decide < 1 || decide > 365)
        form_wrong(req, "besluit", SAY("Kies 1 tot en met 365 dagen."));
    if (more > 365) form_wrong(req, "uitstel", SAY("Kies hoogstens 365 dagen."));
    TRY(form_checked(req));
    return challenge_terms_put(tx, r->s.id, record_typed(r, "open").n > 0, receipt, decide,
                               more, record_typed(r, "wie"), record_typed_2(r, "wie"));
}

/* ---- one of them ---- */

struct track_form {
    struct str why, answer, answer_2, basis;
    int state;
    bool shown;
    struct optional_day complete, put_off, decided;
};
static const struct field track_fields[] = {
    FIELD_TICK(struct track_form, shown, "tonen"),
    FIELD_CHOICE(struct track_form, state, "stand", "received weighed agreed refused withdrawn",
                 .required = true),
    FIELD_DAY(struct track_form, complete, "compleet"),
    FIELD_DAY(struct track_form, put_off, "uitstel"),
    FIELD_TEXT(struct track_form, why, "waarom", .most = 2000),
    FIELD_DAY(struct track_form, decided, "besluit"),
    FIELD_TEXT(struct track_form, answer, "antwoord", .most = 8000),
    FIELD_TEXT(struct track_form, answer_2, "antwoord-2", .most = 8000),
    FIELD_BASIS(struct track_form),
};
static const struct form track_form = FORM(struct track_form, track_fields);

/* What they wrote, and whom to answer. */
static enum err put_said(struct request *req, struct record *r,
                         const struct challenge_find_row *c)
{
    struct challenge_contact_find_row who;
    bool found;
    record_said(r, SAY("De taak"), c->task, c->lang);
    record_said(r, SAY("Het plan"), c->plan, c->lang);
    record_said(r, SAY("Wat het kost"), c->costs, c->lang);
    record_said(r, SAY("Wie meedoet"), c->backing, c->lang);
    TRY(challenge_contact_find(req->db, req->arena, c->id, &who, &found));
    struct str text = words_in(SAY("Wie dit stuurde, is gewist."), r->in);
    if (found)
        text = arena_format(req->arena, "%.*s\n%.*s\n%.*s", STR_ARG(who.name),
                            STR_ARG(who.email), STR_ARG(who.phone));
    record_said(r, SAY("Wie dit stuurde. Alleen het team ziet dit."), str_trim(text), STR(""));
    return OK;
}

static enum err track_fill(struct request *req, struct record *r)
{
    struct challenge_find_row *now = NEW(req->arena, struct challenge_find_row, 1);
    bool found;
    TRY(challenge_find(req->db, req->arena, r->s.id, req->param[1].number, now, &found));
    if (!found) return FAIL(ERR_MISSING, "no challenge %lld", (long long)req->param[1].number);
    if (now->has_dropped) return FAIL(ERR_GONE, "no challenge after all");
    around(req, r);
    r->of = now;
    r->title = SAY("Uitdaging");
    r->name = FILL(req->arena, SAY("Uitdaging {n}"), r->in,
                   { "n", number_text(req->arena, true, now->number) });
    r->remove = PATH(req->arena, "/{}/beheer/uitdagingen/{}/geen", r->s.slug,
                     number_text(req->arena, true, now->number));
    r->remove_text = SAY("Dit is geen uitdaging");
    r->lead = SAY("Lees het plan, en schrijf op hoe ver het is. Wat u toont, leest iedereen.");
    r->change.thing = THING_CHALLENGE;
    r->change.number = now->id;
    TRY(put_said(req, r, now));
    record_field(req, r, "tonen", EDIT_TICK, SAY("Iedereen kan het plan lezen"),
                 now->is_shown ? STR("1") : STR(""));
    struct edit_field *f = record_field(req, r, "stand", EDIT_SELECT, SAY("Hoe ver is het?"),
                                        str_of(challenge_state_term((int)now->state).code));
    record_terms(req, r, f, challenge_state_term, 0, CHALLENGE_STATES);
    record_field(req, r, "compleet", EDIT_DAY, SAY("Compleet verklaard op"),
                 day_text(req->arena, now->has_complete, now->complete));
    f = record_field(req, r, "uitstel", EDIT_DAY, SAY("Uitgesteld tot"),
                     day_text(req->arena, now->has_put_off, now->put_off));
    f->hint = FILL(req->arena, SAY("De eerste datum was {dag}."), r->in,
                   { "dag", day_words(req->arena, r->in, now->decide_by) });
    record_field(req, r, "waarom", EDIT_TEXT, SAY("Waarom wordt het uitgesteld?"), now->why);
    record_field(req, r, "besluit", EDIT_DAY, SAY("Besloten of ingetrokken op"),
                 day_text(req->arena, now->has_decided, now->decided));
    record_english(req, r, "antwoord", EDIT_TEXT, SAY("Wat is besloten, en waarom?"), true,
                   now->answer, now->answer_en);
    return OK;
}

static enum err track_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct challenge_find_row *now = r->of;
    const enum challenge_state state = (enum challenge_state)record_term(
        r, "stand", challenge_state_term, 0, CHALLENGE_STATES);
    struct challenge_terms_find_row terms = { 0 };
    struct day complete, put_off, decided;
    bool found;
    const bool is_complete = record_day(r, "compleet", &complete),
               is_put_off = record_day(r, "uitstel", &put_off),
               is_decided = record_day(r, "besluit", &decided);
    TRY(challenge_terms_find(tx->db, req->arena, r->s.id, &terms, &found));
    if (is_put_off && !record_typed(r, "waarom").n)
        form_wrong(req, "waarom",
                   SAY("Schrijf waarom het later wordt. Iedereen kan dit lezen."));
    if (is_put_off && (put_off.n <= now->decide_by.n ||
                       put_off.n > now->decide_by.n + (int32_t)terms.more_days))
        form_wrong(req, "uitstel",
                   SAY("Uitstellen mag één keer, en niet langer dan de voorwaarden zeggen."));
    if ((state >= CHALLENGE_AGREED) != is_decided)
        form_wrong(req, "besluit", SAY("Vul de dag in als er is besloten, en anders niet."));
    if (is_decided && (decided.n < now->received.n || decided.n > req->today.n))
        form_wrong(req, "besluit", SAY("Kies een dag tussen de ontvangst en vandaag."));
    if ((state == CHALLENGE_AGREED || state == CHALLENGE_REFUSED) &&
        !record_typed(r, "antwoord").n)
        form_wrong(req, "antwoord",
                   SAY("Schrijf waarom dit is besloten. Iedereen kan dit lezen."));
    TRY(form_checked(req));
    return challenge_update(tx, now->id, state, record_typed(r, "tonen").n > 0, is_complete,
                            complete, is_put_off, put_off, record_typed(r, "waarom"),
                            is_decided, decided, record_typed(r, "antwoord"),
                            record_typed_2(r, "antwoord"));
}

/* ---- it is none ---- */

static enum err none_find(struct request *req, int64_t dialogue, struct challenge_find_row *c)
{
    bool found;
    TRY(challenge_find(req->db, req->arena, dialogue, req->param[1].number, c, &found));
    if (!found) return FAIL(ERR_MISSING, "no challenge %lld", (long long)req->param[1].number);
    return c->has_dropped ? FAIL(ERR_GONE, "it was taken away before") : OK;
}

static enum err none_ask(struct request *req, struct response *res)
{
    struct no_challenge_view v = { .form = req->form, .self = { req->path } };
    struct challenge_find_row c;
    TRY(desk_open(req, res, &v.d));
    TRY(none_find(req, v.d.id, &c));
    v.number = c.number;
    v.lang = c.lang;
    v.task = c.task;
    v.back = PATH(req->arena, "/{}/beheer/uitdagingen/{}", v.d.slug,
                  number_text(req->arena, true, c.number));
    res->frame.title = words_in(SAY("Dit is geen uitdaging"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/uitdagingen", v.d.slug),
                   words_in(SAY("Uitdagingen"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    challenge_none_page(response_page(req, res), &v);
    return OK;
}

static enum err none_act(struct tx *tx, struct request *req, struct response *res)
{
    struct dialogue d = { 0 };
    struct challenge_find_row c;
    TRY(dialogue_named(req, &d.id, &d.own));
    TRY(none_find(req, d.id, &c));
    TRY(challenge_drop(tx, c.id, req->today));
    TRY(challenge_contact_forget(tx, c.id));
    tx_wipes(tx);
    TRY(history_forget(tx, THING_CHALLENGE, c.id));
    TRY(history_write(
        tx, req,
        &(struct change){
            .dialogue = d.id, .thing = THING_CHALLENGE, .number = c.id, .act = ACT_ERASED },
        NULL));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/uitdagingen?gedaan=weg", req->param[0].text));
}

static const struct record_page terms_page = { .fill = terms_fill, .save = terms_save };
static const struct record_page track_page = { .fill = track_fill, .save = track_save };

const struct page challenge_desk = {
    .path = "/:dialogue/beheer/uitdagingen",
    .who = WHO_EDITOR,
    .query = "gedaan voor",
    .handle = list,
    .file = __FILE__,
};
const struct page challenge_terms_page = {
    .path = "/:dialogue/beheer/uitdagingen/voorwaarden",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &terms_form,
    .act = record_save,
    .about = &terms_page,
    .file = __FILE__,
};
const struct page challenge_track_page = {
    .path = "/:dialogue/beheer/uitdagingen/#challenge",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &track_form,
    .act = record_save,
    .about = &track_page,
    .file = __FILE__,
};
const struct page challenge_none = {
    .path = "/:dialogue/beheer/uitdagingen/#challenge/geen",
    .who = WHO_EDITOR,
    .handle = none_ask,
    .form = &remove_form,
    .act = none_act,
    .file = __FILE__,
};
