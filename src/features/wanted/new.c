/* new.c — /vraag-en-aanbod/plaats: saying what you need, offer or pull. No account needed. */
#include "features/wanted/wanted.h"

#include "features/voices/voices.h"
#include "features/wanted/new.html.h"
#include "web/mail.h"

enum { HOUR = 3600 };

static const struct words *choose_kind(void)
{
    return SAY("Kies vraag, aanbod of trekker.");
}
static const struct words *choose_who(void)
{
    return SAY("Kies wie dit plaatst.");
}
static const struct words *no_title(void)
{
    return SAY("Schrijf in een paar woorden wat het is.");
}
static const struct words *no_email(void)
{
    return SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct wanted_form, kind, "soort", "vraag aanbod trekker", .required = true,
                 .missing = choose_kind),
    FIELD_LINE(struct wanted_form, title, "titel", .required = true, .most = 120,
               .missing = no_title),
    FIELD_TEXT(struct wanted_form, body, "tekst", .most = 1500),
    FIELD_CHOICE(struct wanted_form, who, "wie", "bewoner initiatief organisatie",
                 .required = true, .missing = choose_who),
    FIELD_LINE(struct wanted_form, name, "naam", .most = 80),
    FIELD_LINE(struct wanted_form, subject, "onderwerp", .most = 60),
    FIELD_LINE(struct wanted_form, area, "wijk", .most = 60),
    FIELD_TICK(struct wanted_form, daytime, "overdag"),
    FIELD_TICK(struct wanted_form, evening, "avond"),
    FIELD_TICK(struct wanted_form, weekend, "weekend"),
    FIELD_LINE(struct wanted_form, email, "e-mail", .required = true, .most = 254,
               .missing = no_email),
    FIELD_TICK(struct wanted_form, consent, "akkoord"),
};
static const struct form form = FORM(struct wanted_form, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct wanted_new_view v = { .self = { req->path }, .f = req->form };
    TRY(site_frame(req, &res->frame));
    TRY(map_areas(req->db, req->arena, &v.areas, &v.areas_n));
    TRY(map_subjects(req->db, req->arena, &v.subjects, &v.subjects_n));
    TRY(mail_ready(req->db, req->arena, &v.can_mail));
    v.sent = str_is(req->query[0], "mail");
    if (req->query[1].n) form_fill(req, "soort", req->query[1]);
    res->frame.title = words_in(SAY("Plaats een vraag of aanbod"), req->lang);
    res->frame.description = words_in(
        SAY("Vertel wat u nodig hebt of wilt doen. Uw adres blijft geheim."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/vraag-en-aanbod") },
                   words_in(SAY("Vraag en aanbod"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    wanted_new_page(response_page(req, res), &v);
    return OK;
}

enum err wanted_brakes(struct tx *tx, struct request *req, struct str email)
{
    const struct brake brakes[] = {
        { .what = "wanted here", .client = req->client, .most = WANTED_HERE, .seconds = HOUR },
        { .what = "wanted to",
          .who = mail_mailbox(req->arena, email),
          .most = WANTED_TO,
          .seconds = HOUR },
        { .what = "wanted", .most = WANTED_ALL, .seconds = HOUR },
    };
    return brakes_pass(
        tx, req, brakes, COUNT_OF(brakes),
        SAY("Hier zijn net veel berichten gestuurd. Probeer het over een uur nog eens."));
}

static enum err check(struct tx *tx, struct request *req, const struct wanted_form *f,
                      int64_t *area, int64_t *subject)
{
    struct map_area_of_row a;
    struct map_subject_of_row s;
    bool found, can_mail;
    TRY(mail_ready(tx->db, req->arena, &can_mail));
    if (!can_mail)
        form_wrong(req, NULL, SAY("Deze site kan nog geen mail sturen. Probeer het later."));
    if (!mail_address(f->email)) form_wrong(req, "e-mail", no_email());
    if (f->kind == WANTED_PULLER && !f->name.n)
        form_wrong(req, "naam", SAY("Vul een voornaam in. Zo kan iemand naar u vragen."));
    if (f->kind == WANTED_PULLER && !f->area.n)
        form_wrong(req, "wijk", SAY("Kies in welke wijk u te vinden bent."));
    if (!f->consent)
        form_wrong(req, "akkoord", SAY("Zet een vinkje als iedereen dit mag lezen."));
    TRY(map_area_of(tx->db, req->arena, f->area, &a, &found));
    *area = found ? a.id : 0;
    if (f->area.n && !found) form_wrong(req, "wijk", SAY("Kies een wijk uit de lijst."));
    TRY(map_subject_of(tx->db, req->arena, f->subject, &s, &found));
    *subject = found ? s.id : 0;
    if (f->subject.n && !found)
        form_wrong(req, "onderwerp", SAY("Kies een onderwerp uit de lijst."));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct wanted_form *f = form_values(req);
    int64_t area, subject, id;
    TRY(check(tx, req, f, &area, &subject));
    TRY(wanted_brakes(tx, req, f->email));
    const int64_t times = (f->daytime ? WANTED_DAYTIME : 0) |
                          (f->evening ? WANTED_EVENING : 0) | (f->weekend ? WANTED_WEEKEND : 0);
    TRY(wanted_add(tx, req->now, lang_about(req->lang)->code, (enum wanted_kind)f->kind,
                   (enum wanted_who)f->who, f->name, f->email, f->title, f->body, subject != 0,
                   subject, area != 0, area, times, (struct day){ req->today.n + WANTED_DAYS },
                   wanted_terms(req->arena, f->title, f->body), &id));
    const struct str code = wanted_code(req, id, req->now);
    TRY(wanted_coded(tx, id, receipt_hash(req->arena, code)));
    TRY(wanted_mail(tx, req, id, WANTED_LETTER_CONFIRM));
    return response_redirect(res, (struct path){ STR("/vraag-en-aanbod/plaats?gedaan=mail") });
}

const struct page wanted_new = {
    .path = "/vraag-en-aanbod/plaats",
    .who = WHO_ANYONE,
    .query = "gedaan soort",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
