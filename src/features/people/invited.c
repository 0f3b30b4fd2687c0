/* invited.c — /uitnodiging/:code: who was invited chooses a password. Looking at it does nothing, so a
 * mail scanner may; sending the form uses it, once. */
#include "features/people/inside.h"
#include "features/people/invited.html.h"

#include "web/token.h"

struct choice {
    struct str password, again;
};
static const struct field fields[] = {
    FIELD_SECRET(struct choice, password, "wachtwoord", .required = true),
    FIELD_SECRET(struct choice, again, "nog-eens", .required = true),
};
static const struct form form = FORM(struct choice, fields);

static enum err find(struct db *db, struct request *req, struct invitation_find_row *row,
                     bool *holds)
{
    TRY(invitation_find(db, req->arena, sha256(req->arena, req->param[0].text), row, holds));
    *holds = *holds && !row->has_ended && row->ends.s >= req->now.s;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct invitation_find_row row;
    struct invited_view v = { .form = req->form, .code = req->param[0].text };
    bool holds;
    TRY(find(req->db, req, &row, &holds));
    if (holds) v.name = row.name, v.email = row.email;
    v.gone = !holds;
    res->no_store = true;
    res->frame.title = words_in(SAY("Uw uitnodiging"), req->lang);
    res->frame.description = words_in(SAY("Kies een wachtwoord om in te loggen."), req->lang);
    invited_page(response_page(req, res), &v);
    if (v.gone) res->status = 410;
    return OK;
}

static enum err prepare(struct request *req)
{
    const struct choice *sent = form_values(req);
    struct invitation_find_row row;
    struct str *kept = req->prepared = NEW(req->arena, struct str, 1);
    bool holds;
    TRY(find(req->db, req, &row, &holds));
    if (!holds)
        return FAIL(ERR_FORM, "an invitation that does not hold"); /* the page says it */
    return password_asked(req, row.name, row.email, sent->password, sent->again, kept);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct str *kept = req->prepared;
    struct invitation_find_row row;
    struct person_signing_in_row person;
    bool holds;
    TRY(find(tx->db, req, &row, &holds));
    if (!holds) return FAIL(ERR_FORM, "an invitation that was just used");
    TRY(person_password_set(tx, row.person, *kept));
    TRY(invitations_end(tx, row.person));
    TRY(sessions_end(tx, row.person));
    TRY(throttle_forget(tx, req, row.email));
    TRY(person_note(tx, req, row.person, row.person, "password"));
    TRY(person_signing_in(tx->db, req->arena, row.email, &person, &holds));
    if (!holds) return FAIL(ERR_BROKEN, "a person who was just there");
    TRY(session_begin(tx, req, res, row.person, !person.guarded));
    return response_redirect(
        res, (struct path){ person.guarded ? STR("/inloggen/sleutel") : STR("/beheer") });
}

const struct page people_invited = {
    .path = "/uitnodiging/:code",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .file = __FILE__,
};
