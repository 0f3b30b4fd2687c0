/* my_password.c — /beheer/ik/wachtwoord: another password, for who knows the one of now. A wrong one
 * counts as a try to sign in, so that a browser left open is no way to guess it. */
#include "features/people/inside.h"
#include "features/people/my_password.html.h"

struct change_asked {
    struct str now, password, again;
};
static const struct field fields[] = {
    FIELD_SECRET(struct change_asked, now, "nu", .required = true),
    FIELD_SECRET(struct change_asked, password, "wachtwoord", .required = true),
    FIELD_SECRET(struct change_asked, again, "nog-eens", .required = true),
};
static const struct form form = FORM(struct change_asked, fields);

struct checked {
    struct str email, was, kept;
    bool right, failed;
    int64_t wait;
};

static enum err handle(struct request *req, struct response *res)
{
    const struct checked *checked = req->prepared;
    struct person_get_row me;
    bool found;
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    if (checked && checked->wait)
        form_wrong(
            req, "nu",
            SAY("Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan nog eens."));
    else if (checked && checked->failed)
        form_wrong(req, "nu", SAY("Dit is niet uw wachtwoord van nu."));
    res->frame.title = words_in(SAY("Verander uw wachtwoord"), req->lang);
    res->frame.description = words_in(SAY("Kies een nieuw wachtwoord."), req->lang);
    my_password_page(response_page(req, res),
                     &(struct my_password_view){ .form = req->form, .email = me.email });
    return OK;
}

static enum err prepare(struct request *req)
{
    const struct change_asked *sent = form_values(req);
    struct checked *checked = NEW(req->arena, struct checked, 1);
    struct person_get_row me;
    bool found;
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    TRY(password_asked(req, me.name, me.email, sent->password, sent->again, &checked->kept));
    req->prepared = checked;
    checked->email = me.email;
    checked->was = me.password;
    TRY(throttle_wait(req->db, req, me.email, &checked->wait));
    return checked->wait ? OK : password_check(sent->now, me.password, &checked->right);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct checked *checked = req->prepared;
    struct person_get_row me;
    bool found;
    if (!checked->wait) TRY(throttle_wait(tx->db, req, checked->email, &checked->wait));
    TRY(person_get(tx->db, req->arena, req->visitor.person, &me, &found));
    checked->failed = !found || !checked->right || !str_eq(me.password, checked->was);
    if (checked->wait || checked->failed) {
        if (!checked->wait) TRY(throttle_failed(tx, req, checked->email));
        res->status = checked->wait ? 429 : 422; /* kept: the count of what failed */
        return OK;
    }
    TRY(person_password_set(tx, req->visitor.person, checked->kept));
    TRY(invitations_end(tx, req->visitor.person));
    TRY(sessions_end_others(tx, req->visitor.person, session_of_visitor(req)));
    TRY(throttle_forget(tx, req, checked->email));
    TRY(person_note(tx, req, req->visitor.person, req->visitor.person, "password"));
    return response_redirect(res, (struct path){ STR("/beheer/ik?gedaan=wachtwoord") });
}

const struct page people_my_password = {
    .path = "/beheer/ik/wachtwoord",
    .who = WHO_READER,
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .file = __FILE__,
};
