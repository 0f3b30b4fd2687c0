/* follow.c — /doorverwezen/:code, how far it is, for who asked; /doorverwijzing/:code, for who is asked. */
#include "features/referral/referral.h"

#include "features/voices/voices.h"
#include "web/mail.h"

#include "features/referral/mine.html.h"
#include "features/referral/theirs.html.h"

#include <stdlib.h>

struct term referral_state_term(int state)
{
    switch ((enum referral_state)state) {
    case REFERRAL_ASKED:
        return (struct term){ "asked", SAY("Gevraagd. Er is nog geen antwoord.") };
    case REFERRAL_ACCEPTED: return (struct term){ "accepted", SAY("Zij nemen contact op.") };
    case REFERRAL_DECLINED:
        return (struct term){ "declined", SAY("Zij kunnen nu niet helpen.") };
    case REFERRAL_DONE: return (struct term){ "done", SAY("Er is contact geweest.") };
    case REFERRAL_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

typedef enum err finds(struct db *db, struct arena *arena, struct str code,
                       struct referral_row *row, bool *found);
static enum err find(struct request *req, finds *by, struct referral_view *v)
{
    struct str code;
    *v = (struct referral_view){ .self = { req->path }, .f = req->form };
    if (!receipt_read(req->arena, req->param[0].text, &code)) return OK;
    v->slug = code_slug(req->arena, code);
    return by(req->db, req->arena, receipt_hash(req->arena, code), &v->r, &v->found);
}

static enum err frame(struct request *req, struct response *res, const struct referral_view *v)
{
    TRY(site_frame(req, &res->frame));
    res->no_store = res->noindex = true;
    res->frame.title = words_in(
        v->found ? SAY("Contact opnemen") : SAY("Deze link werkt niet meer"), req->lang);
    res->frame.description =
        words_in(SAY("Vraag of een organisatie u belt of mailt."), req->lang);
    return OK;
}

/* ---- who asked ---- */

static enum err handle_mine(struct request *req, struct response *res)
{
    struct referral_view v;
    TRY(find(req, referral, &v));
    TRY(frame(req, res, &v));
    if (str_is(req->query[0], "gevraagd"))
        v.done = SAY("Gevraagd. Bewaar het adres van deze pagina: hier ziet u het antwoord.");
    referral_mine_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

static const struct form nothing = { 0 };

/* Taken back is erased at once, and a mail that did not go yet stays. */
static enum err act_erase(struct tx *tx, struct request *req, struct response *res)
{
    struct referral_view v;
    TRY(find(req, referral, &v));
    if (v.found) {
        TRY(mail_forget(tx, MAIL_REFERRAL, v.r.id));
        TRY(referral_erase(tx, v.r.id));
        tx_wipes(tx);
    }
    res->location = PATH(req->arena, "/doorverwezen/{}", v.slug);
    return OK;
}

/* ---- who is asked ---- */

static const struct words *choose(void)
{
    return SAY("Kies wat u doet.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct referral_answer, doing, "doe", "ja nee klaar", .required = true,
                 .missing = choose),
    FIELD_TEXT(struct referral_answer, reason, "reden", .most = 500),
};
static const struct form form = FORM(struct referral_answer, fields);

static enum err handle_theirs(struct request *req, struct response *res)
{
    struct referral_view v;
    TRY(find(req, referral_for_them, &v));
    TRY(frame(req, res, &v));
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Bewaard. Wie het vroeg, ziet dit nu.");
    referral_theirs_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

/* Who gave a mail address hears it there too. */
static enum err tell(struct tx *tx, struct request *req, const struct referral_row *r,
                     int state, struct str reason)
{
    enum lang lang = LANG_NL;
    struct frame about = { 0 };
    bool ready;
    TRY(mail_ready(tx->db, req->arena, &ready));
    if (!ready || !mail_address(r->reach)) return OK;
    (void)lang_read(r->lang, &lang);
    TRY(site_frame(req, &about));
    struct letter l =
        letter_start(req->arena, lang, words_in(SAY("Antwoord op uw vraag"), lang));
    LETTER_SAY(&l, SAY("U vroeg of {dienst} contact met u opneemt."),
               { "dienst", r->service_name });
    letter_say(&l, words_in(referral_state_term(state).words, lang));
    if (reason.n) letter_fact(&l, SAY("De reden"), reason);
    letter_end(&l, &about);
    return mail_put(
        tx, req,
        &(struct mail){ .kind = MAIL_REFERRAL, .about = r->id, .to = r->reach, .letter = &l });
}

static enum err act_theirs(struct tx *tx, struct request *req, struct response *res)
{
    static const enum referral_state states[] = { REFERRAL_ACCEPTED, REFERRAL_DECLINED,
                                                  REFERRAL_DONE };
    const struct referral_answer *f = form_values(req);
    struct referral_view v;
    TRY(find(req, referral_for_them, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such referral");
    if (f->doing == DO_DECLINE && !f->reason.n)
        form_wrong(req, "reden", SAY("Schrijf waarom niet, en waar iemand wel terechtkan."));
    TRY(form_checked(req));
    const enum referral_state state = states[f->doing];
    const struct str reason = state == REFERRAL_DECLINED ? f->reason : STR("");
    if ((int64_t)state != v.r.state) {
        TRY(referral_step(tx, v.r.id, state, req->now, reason));
        TRY(tell(tx, req, &v.r, (int)state, reason));
    }
    res->location = PATH(req->arena, "/doorverwijzing/{}?gedaan=bewaard", v.slug);
    return OK;
}

const struct page referral_mine = {
    .path = "/doorverwezen/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle_mine,
    .file = __FILE__,
};
const struct page referral_taken_back = {
    .path = "/doorverwezen/:code/wis",
    .who = WHO_ANYONE,
    .form = &nothing,
    .act = act_erase,
    .file = __FILE__,
};
const struct page referral_theirs = {
    .path = "/doorverwijzing/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle_theirs,
    .form = &form,
    .act = act_theirs,
    .file = __FILE__,
};
