/* ask.c — /kaart/:service/neem-contact: somebody asks that a service contacts them. */
#include "features/referral/referral.h"

#include "features/people/people.h"
#include "features/services/services.h"
#include "features/voices/voices.h"
#include "web/mail.h"

#include "features/referral/ask.html.h"

enum { HERE = 5, TO = 30, HOUR = 3600 };

static const struct words *no_name(void)
{
    return SAY("Vul in hoe zij u mogen noemen.");
}
static const struct words *no_reach(void)
{
    return SAY("Vul een telefoonnummer of e-mailadres in.");
}
static const struct words *not_agreed(void)
{
    return SAY("Zet een vinkje als u dit goed vindt.");
}
static const struct field fields[] = {
    FIELD_LINE(struct referral_form, name, "naam", .required = true, .most = 60,
               .missing = no_name),
    FIELD_LINE(struct referral_form, reach, "bereik", .required = true, .most = 120,
               .missing = no_reach),
    FIELD_TEXT(struct referral_form, body, "over", .most = 500),
    FIELD_TICK(struct referral_form, helped, "ander"),
    FIELD_TICK(struct referral_form, agrees, "akkoord", .required = true,
               .missing = not_agreed),
};
static const struct form form = FORM(struct referral_form, fields);

static enum err find(struct request *req, struct referral_ask_view *v)
{
    bool ready;
    *v = (struct referral_ask_view){ .self = { req->path }, .f = req->form };
    TRY(service_find(req, &v->c));
    TRY(mail_ready(req->db, req->arena, &ready));
    v->possible = ready && mail_address(v->c.s.email) && v->c.s.status == SERVICE_ACTIVE;
    v->back = PATH(req->arena, "/kaart/{}", v->c.s.slug);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct referral_ask_view *v = NEW(req->arena, struct referral_ask_view, 1);
    TRY(site_frame(req, &res->frame));
    TRY(find(req, v));
    res->noindex = true;
    res->frame.title = words_in(SAY("Laat hen contact met u opnemen"), req->lang);
    res->frame.description =
        words_in(SAY("Vraag of een organisatie u belt of mailt."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, v->back, v->c.text.name);
    dialogue_crumb(res, v->self, res->frame.title);
    referral_ask_page(response_page(req, res), v);
    return OK;
}

/* Nothing about who asks stands in a mail that others may read over a shoulder. */
static enum err tell(struct tx *tx, struct request *req, const struct map_card *c, int64_t id,
                     struct str code)
{
    struct frame about = { 0 };
    TRY(site_frame(req, &about));
    struct letter l =
        letter_start(req->arena, LANG_NL, words_in(SAY("Iemand vraagt uw hulp"), LANG_NL));
    LETTER_SAY(&l, SAY("Op de sociale kaart vroeg iemand of u contact opneemt, voor {dienst}."),
               { "dienst", c->own.name });
    letter_link(
        &l, SAY("Lees op deze pagina wie het is, en laat weten of u dat doet:"),
        request_address(req, req->arena,
                        PATH(req->arena, "/doorverwijzing/{}", code_slug(req->arena, code))));
    letter_say(&l,
               words_in(SAY("Wij wissen de vraag dertig dagen na de laatste stap."), LANG_NL));
    letter_end(&l, &about);
    return mail_put(
        tx, req,
        &(struct mail){ .kind = MAIL_REFERRAL, .about = id, .to = c->s.email, .letter = &l });
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct referral_form *f = form_values(req);
    struct referral_ask_view *v = NEW(req->arena, struct referral_ask_view, 1);
    int64_t id;
    TRY(find(req, v));
    if (!v->possible) form_wrong(req, NULL, SAY("Dit kan hier nu niet. Bel of mail hen zelf."));
    TRY(form_checked(req));
    const struct brake brakes[] = {
        { .what = "referral here", .client = req->client, .most = HERE, .seconds = HOUR },
        { .what = "referral to",
          .who = mail_mailbox(req->arena, v->c.s.email),
          .most = TO,
          .seconds = HOUR },
    };
    TRY(brakes_pass(
        tx, req, brakes, COUNT_OF(brakes),
        SAY("Hier kwamen net veel vragen binnen. Bel hen, of probeer het over een uur.")));
    const struct str mine = receipt_code(req, 0), theirs = receipt_code(req, 1);
    TRY(referral_add(tx, v->c.id, req->now, lang_about(req->lang)->code, f->name, f->reach,
                     f->body, f->helped, receipt_hash(req->arena, mine),
                     receipt_hash(req->arena, theirs), &id));
    TRY(tell(tx, req, &v->c, id, theirs));
    res->location =
        PATH(req->arena, "/doorverwezen/{}?gedaan=gevraagd", code_slug(req->arena, mine));
    return OK;
}

const struct page referral_ask = {
    .path = "/kaart/:service/neem-contact",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
