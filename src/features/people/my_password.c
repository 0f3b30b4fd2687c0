/* my_password.c — /beheer/ik/wachtwoord: another password, for who knows the one of now. */
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
    struct own_password own;
    struct str kept; /* the new one */
};

static enum err handle(struct request *req, struct response *res)
{
    const struct checked *checked = req->prepared;
    struct person_get_row me;
    bool found;
    TRY(person_get(req->db, req->arena, req->visitor.person, &me, &found));
    if (!found) return FAIL(ERR_MISSING, "nobody");
    own_password_say(req, checked ? &checked->own : NULL);
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
    TRY(own_password_try(req, sent->now, &checked->own));
    TRY(password_asked(req, checked->own.name, checked->own.email, sent->password, sent->again,
                       &checked->kept));
    req->prepared = checked;
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct checked *checked = req->prepared;
    bool holds;
    TRY(own_password_holds(tx, req, res, &checked->own, &holds));
    if (!holds) return OK;
    TRY(person_password_set(tx, req->visitor.person, checked->kept));
    TRY(invitations_end(tx, req->visitor.person));
    TRY(sessions_end_others(tx, req->visitor.person, session_of_visitor(req)));
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
