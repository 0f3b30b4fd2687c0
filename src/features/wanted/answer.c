/* answer.c — /vraag-en-aanbod/#wanted/reageer: writing to who placed it, through us. */
#include "features/wanted/wanted.h"

#include "features/voices/voices.h"
#include "features/wanted/answer.html.h"
#include "web/mail.h"

static const struct words *no_body(void)
{
    return SAY("Schrijf wat u wilt zeggen.");
}
static const struct words *no_name(void)
{
    return SAY("Vul uw naam in.");
}
static const struct words *no_email(void)
{
    return SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl.");
}
static const struct field fields[] = {
    FIELD_TEXT(struct answer_form, body, "tekst", .required = true, .most = 2000,
               .missing = no_body),
    FIELD_LINE(struct answer_form, name, "naam", .required = true, .most = 80,
               .missing = no_name),
    FIELD_LINE(struct answer_form, email, "e-mail", .required = true, .most = 254,
               .missing = no_email),
    FIELD_TICK(struct answer_form, share, "deel"),
};
static const struct form form = FORM(struct answer_form, fields);

static enum err find(struct request *req, struct wanted_answer_view *v)
{
    bool found;
    *v = (struct wanted_answer_view){ .self = { req->path }, .f = req->form };
    TRY(wanted_find(req->db, req->arena, req->param[0].number, &v->w, &found));
    if (!found || v->w.state != WANTED_SHOWN) return FAIL(ERR_MISSING, "nothing public there");
    v->back = (struct path){ str_upto(req->path, req->path.n - (sizeof "/reageer" - 1)) };
    return mail_ready(req->db, req->arena, &v->can_mail);
}

static enum err handle(struct request *req, struct response *res)
{
    struct wanted_answer_view v;
    TRY(site_frame(req, &res->frame));
    TRY(find(req, &v));
    v.sent = str_is(req->query[0], "mail");
    res->noindex = true;
    res->frame.title = words_in(SAY("Reageer"), req->lang);
    res->frame.description =
        words_in(SAY("Iemand vraagt iets, of biedt iets aan, in de buurt."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/vraag-en-aanbod") },
                   words_in(SAY("Vraag en aanbod"), req->lang));
    dialogue_crumb(res, v.back, v.w.title);
    dialogue_crumb(res, v.self, res->frame.title);
    wanted_answer_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct answer_form *f = form_values(req);
    struct wanted_answer_view v;
    int64_t id;
    TRY(find(req, &v));
    if (!v.can_mail)
        form_wrong(req, NULL, SAY("Deze site kan nog geen mail sturen. Probeer het later."));
    if (!mail_address(f->email)) form_wrong(req, "e-mail", no_email());
    TRY(form_checked(req));
    TRY(wanted_brakes(tx, req, f->email));
    TRY(talk_add(tx, v.w.id, req->now, lang_about(req->lang)->code, f->name, f->email, &id));
    const struct talk_codes codes = talk_codes(req, id, req->now);
    TRY(talk_coded(tx, id, receipt_hash(req->arena, codes.other),
                   receipt_hash(req->arena, codes.author)));
    TRY(wanted_message_add(tx, id, 1, req->now, false, f->body, f->share ? f->email : STR("")));
    TRY(talk_mail(tx, req, id, TALK_CONFIRM));
    return response_redirect(
        res, (struct path){ arena_format(req->arena, "%.*s?gedaan=mail", STR_ARG(req->path)) });
}

const struct page wanted_answer = {
    .path = "/vraag-en-aanbod/#wanted/reageer",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
