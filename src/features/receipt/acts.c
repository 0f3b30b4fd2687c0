/* acts.c — what the author of a voice can do by their receipt: write, correct, object, withdraw. */
#include "features/receipt/receipt.h"
#include "features/receipt/correct.html.h"
#include "features/receipt/message.html.h"
#include "features/receipt/object.html.h"
#include "features/receipt/withdraw.html.h"

#include "features/history/history.h"

enum { MESSAGES_MOST = 100, OBJECTIONS_MOST = 10 };

struct typed {
    struct str text;
    int64_t was; /* newest row of its history when the page was made */
};
static const struct words *write_it(void)
{
    return SAY("Schrijf hier eerst iets op.");
}

/* ---- a message ---- */

static const struct field message_fields[] = { FIELD_TEXT(
    struct typed, text, "tekst", .required = true, .most = 4000, .missing = write_it) };
static const struct form message_form = FORM(struct typed, message_fields);

static enum err message_show(struct request *req, struct response *res)
{
    struct receipt_view v;
    TRY(receipt_open_part(req, res, SAY("Stuur ons een bericht"), &v));
    receipt_message_page(response_page(req, res), &v);
    return OK;
}

static enum err message_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct typed *typed = form_values(req);
    struct receipt_voice_row v;
    struct messages_of_row *messages;
    size_t n;
    int64_t id;
    TRY(receipt_voice_open(tx, req, &v));
    TRY(messages_of(tx->db, req->arena, v.id, &messages, &n));
    if (n >= MESSAGES_MOST)
        form_wrong(req, NULL, SAY("U schreef al heel veel berichten. Bel of mail ons liever."));
    TRY(form_checked(req));
    TRY(message_add(tx, v.id, req->now, false, 0, typed->text, &id));
    return receipt_back(req, res, "bericht");
}

const struct page receipt_message = {
    .path = "/bewijs/:code/bericht",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = message_show,
    .form = &message_form,
    .act = message_act,
    .file = __FILE__,
};

/* ---- other words ---- */

static const struct field correct_fields[] = {
    FIELD_TEXT(struct typed, text, "tekst", .required = true, .most = 20000,
               .missing = write_it),
    FIELD_NUMBER(struct typed, was, "was"),
};
static const struct form correct_form = FORM(struct typed, correct_fields);

static enum err correct_show(struct request *req, struct response *res)
{
    struct receipt_view v;
    TRY(receipt_open_part(req, res, SAY("Verbeter uw inbreng"), &v));
    if (!v.may_correct) return FAIL(ERR_CLASH, "a recording that was not typed out yet");
    form_fill(req, "tekst", v.said);
    receipt_correct_page(response_page(req, res), &v);
    return OK;
}

static enum err correct_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct typed *typed = form_values(req);
    struct receipt_voice_row v;
    int64_t newest;
    TRY(receipt_voice_open(tx, req, &v));
    if (v.has_sound) return FAIL(ERR_CLASH, "a recording that was not typed out yet");
    TRY(history_newest(tx->db, THING_VOICE, v.id, &newest));
    if (newest != typed->was)
        form_wrong(req, NULL,
                   SAY("Iemand keek uw inbreng intussen na. Lees hieronder hoe die nu is. "
                       "Verstuur daarna nog eens."));
    TRY(form_checked(req));
    TRY(voice_correct(tx, req, v.id, typed->text));
    return receipt_back(req, res, "verbeterd");
}

const struct page receipt_correct = {
    .path = "/bewijs/:code/verbeteren",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = correct_show,
    .form = &correct_form,
    .act = correct_act,
    .upload = 400 * 1024,
    .file = __FILE__,
};

/* ---- not agreed ---- */

static const struct words *say_why(void)
{
    return SAY("Schrijf waarom u het er niet mee eens bent.");
}
static const struct field object_fields[] = { FIELD_TEXT(
    struct typed, text, "tekst", .required = true, .most = 4000, .missing = say_why) };
static const struct form object_form = FORM(struct typed, object_fields);

static enum err object_show(struct request *req, struct response *res)
{
    struct receipt_view v;
    TRY(receipt_open_part(req, res, SAY("Maak bezwaar"), &v));
    if (!v.may_object) return FAIL(ERR_CLASH, "nothing to object to now");
    receipt_object_page(response_page(req, res), &v);
    return OK;
}

static enum err object_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct typed *typed = form_values(req);
    struct receipt_voice_row v;
    struct objections_of_row *before;
    size_t n;
    int64_t id;
    TRY(receipt_voice_open(tx, req, &v));
    TRY(objections_of(tx->db, req->arena, v.id, &before, &n));
    if (!v.has_hidden_for && v.account != ACCOUNT_SET_ASIDE)
        return FAIL(ERR_CLASH, "nothing to object to now");
    if (n >= OBJECTIONS_MOST || (n && !before[n - 1].has_decided))
        return FAIL(ERR_CLASH, "an objection waits already, or there were many");
    TRY(objection_add(tx, v.id, v.dialogue, req->now, typed->text, &id));
    TRY(history_write(
        tx, req,
        &(struct change){
            .dialogue = v.dialogue, .thing = THING_VOICE, .number = v.id, .act = ACT_OBJECTED },
        NULL));
    return receipt_back(req, res, "bezwaar");
}

const struct page receipt_object = {
    .path = "/bewijs/:code/bezwaar",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = object_show,
    .form = &object_form,
    .act = object_act,
    .file = __FILE__,
};

/* ---- taken back ---- */

static const struct form nothing = { 0 };

static enum err withdraw_show(struct request *req, struct response *res)
{
    struct receipt_view v;
    TRY(receipt_open_part(req, res, SAY("Trek uw inbreng in"), &v));
    receipt_withdraw_page(response_page(req, res), &v);
    return OK;
}

static enum err withdraw_act(struct tx *tx, struct request *req, struct response *res)
{
    struct receipt_voice_row v;
    req->db = tx->db;
    TRY(receipt_voice_open(tx, req, &v));
    TRY(voice_withdraw(tx, req, v.id));
    return receipt_back(req, res, "ingetrokken");
}

const struct page receipt_withdraw = {
    .path = "/bewijs/:code/intrekken",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = withdraw_show,
    .form = &nothing,
    .act = withdraw_act,
    .file = __FILE__,
};
