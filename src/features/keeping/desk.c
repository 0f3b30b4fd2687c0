/* desk.c — /:dialogue/beheer/toezeggingen/gevraagd and …/#commitment/gevraagd: who was asked how it goes, when, what
 * they answered and what could not be delivered; and a mail by hand. */
#include "features/keeping/keeping.h"

#include "features/keeping/desk.html.h"

static const struct words *done_of(struct str what)
{
    if (str_is(what, "gevraagd"))
        return SAY("De mail staat klaar. Oudere links werken niet meer.");
    if (str_is(what, "al")) return SAY("Deze eigenaar kreeg vandaag al een mail.");
    return NULL;
}

static enum err all_handle(struct request *req, struct response *res)
{
    struct asked_view v = { 0 };
    TRY(desk_open(req, res, &v.page.d));
    TRY(askings_in(req->db, req->arena, v.page.d.id, &v.askings, &v.askings_n));
    v.page.title = res->frame.title = words_in(SAY("Wie is gevraagd?"), req->lang);
    v.page.lead = words_in(SAY("Dialoog mailt de eigenaren voor, op en na de datum. Hier staan "
                               "de nieuwste mails."),
                           req->lang);
    v.page.back = PATH(req->arena, "/{}/beheer/toezeggingen", v.page.d.slug);
    v.page.back_text = words_in(SAY("Toezeggingen"), req->lang);
    dialogue_crumb(res, v.page.back, v.page.back_text);
    dialogue_crumb(res, (struct path){ req->path }, v.page.title);
    keeping_asked_page(response_page(req, res), &v);
    return OK;
}

static enum err one_open(struct request *req, struct record *r,
                         struct commitment_find_row **row)
{
    *r = (struct record){ .in = req->lang };
    TRY(subject_find(req, &r->s));
    return commitment_open(req, r, row);
}

static enum err one_handle(struct request *req, struct response *res)
{
    struct asked_view v = { .number = req->param[1].number, .done = done_of(req->query[0]) };
    struct record r;
    struct commitment_find_row *row;
    struct mail_standing mail;
    TRY(desk_open(req, res, &v.page.d));
    TRY(one_open(req, &r, &row));
    r.lead = SAY("Wanneer vroegen wij hoe het gaat, en wat was het antwoord?");
    record_frame(req, res, &r, &v.page);
    v.page.form = req->form;
    TRY(mail_standing(req->db, req->arena, &mail));
    v.can_mail = mail.ready && row->state != COMMITMENT_STOPPED &&
                 (row->state < COMMITMENT_DONE || row->horizon == HORIZON_STRUCTURAL);
    TRY(owners_of(req->db, req->arena, row->id, &v.owners, &v.owners_n));
    TRY(askings_shown(req->db, req->arena, row->id, &v.askings, &v.askings_n));
    TRY(commitment_silent(req, row->id, &v.silence, &v.silent));
    keeping_asked_page(response_page(req, res), &v);
    return OK;
}

struct by_hand {
    int64_t owner;
};
static const struct words *no_owner(void)
{
    return SAY("Kies wie u vraagt.");
}
static const struct field fields[] = {
    FIELD_NUMBER(struct by_hand, owner, "eigenaar", .required = true, .missing = no_owner),
};
static const struct form form = FORM(struct by_hand, fields);

/* Pressed twice, it sends one mail. */
static enum err one_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct by_hand *f = form_values(req);
    struct record r;
    struct commitment_find_row *row;
    struct owners_to_ask_row *owners;
    const struct owners_to_ask_row *owner = NULL;
    size_t n;
    int64_t today;
    TRY(one_open(req, &r, &row));
    TRY(owners_of(tx->db, req->arena, row->id, &owners, &n));
    for (size_t i = 0; i < n; i++)
        if (owners[i].department == f->owner) owner = &owners[i];
    if (!owner || !mail_address(owner->email)) form_wrong(req, "eigenaar", no_owner());
    if (row->state == COMMITMENT_STOPPED ||
        (row->state == COMMITMENT_DONE && row->horizon != HORIZON_STRUCTURAL))
        form_wrong(req, "eigenaar",
                   SAY("Dit is gedaan of gestopt. Er is niets meer te vragen."));
    TRY(form_checked(req));
    TRY(asked_on(tx->db, row->id, owner->department, req->today, &today));
    if (!today) TRY(keeping_ask_one(tx, req, owner, OCCASION_BY_HAND, req->visitor.person));
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/toezeggingen/{}/gevraagd?gedaan={}",
                                  r.s.slug, number_text(req->arena, true, req->param[1].number),
                                  today ? STR("al") : STR("gevraagd")));
}

const struct page keeping_asked_all = {
    .path = "/:dialogue/beheer/toezeggingen/gevraagd",
    .who = WHO_EDITOR,
    .handle = all_handle,
    .file = __FILE__,
};
const struct page keeping_asked = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/gevraagd",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = one_handle,
    .form = &form,
    .act = one_act,
    .file = __FILE__,
};
