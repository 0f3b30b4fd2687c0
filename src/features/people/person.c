/* person.c — /beheer/mensen/#person: what one person may do; a new invitation; and saying goodbye. */
#include "features/history/history.h"
#include "features/people/inside.h"
#include "features/people/goodbye.html.h"
#include "features/people/invite.html.h"
#include "features/people/person.html.h"
#include "web/mail.h"

static const struct words *no_role(void)
{
    return SAY("Kies een rol.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct role_asked, role, "rol", ROLE_CHOICES, .required = true,
                 .missing = no_role),
    FIELD_NUMBER(struct role_asked, where, "waar"),
};
static const struct form form = FORM(struct role_asked, fields);

static enum err person_open(struct request *req, struct person_get_row *who)
{
    bool found;
    TRY(person_get(req->db, req->arena, req->param[0].number, who, &found));
    return found && !who->has_ended ? OK : FAIL(ERR_MISSING, "nobody of that number");
}

static struct path page_of(struct request *req, const char *done)
{
    return (struct path){ arena_format(req->arena, "/beheer/mensen/%lld%s",
                                       (long long)req->param[0].number, done) };
}

static enum err view_fill(struct request *req, struct response *res, struct person_view *v)
{
    struct person_get_row who;
    TRY(person_open(req, &who));
    *v = (struct person_view){ .form = req->form, .myself = who.id == req->visitor.person };
    v->who = (struct person_line){
        .id = who.id, .name = who.name, .email = who.email, .ready = who.password.n != 0
    };
    TRY(role_lines(req, who.id, &v->who.roles, &v->who.roles_n));
    res->frame.title = who.name;
    res->frame.description = words_in(SAY("Wat deze persoon mag."), req->lang);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct person_view v;
    TRY(view_fill(req, res, &v));
    if (str_is(req->query[0], "rol")) v.done = SAY("De rol is veranderd.");
    TRY(dialogues_named(req->db, req->arena, lang_about(req->lang)->code, &v.dialogues,
                        &v.dialogues_n));
    person_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct role_asked asked = *(const struct role_asked *)form_values(req);
    struct person_get_row who;
    struct invited made;
    TRY(person_open(req, &who));
    asked.name = who.name;
    asked.email = who.email;
    TRY(role_give(tx, req, who.id, &asked, &made));
    return response_redirect(res, page_of(req, "?gedaan=rol"));
}

const struct page people_person = {
    .path = "/beheer/mensen/#person",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- taking a role away ---- */

static const struct form nothing = { 0 };

static enum err take(struct tx *tx, struct request *req, struct response *res)
{
    TRY(role_remove(tx, req, req->param[1].number));
    return response_redirect(res, page_of(req, "?gedaan=rol"));
}

const struct page people_role_take = {
    .path = "/beheer/mensen/#person/rol/#role/weg",
    .who = WHO_ADMINISTRATOR,
    .form = &nothing,
    .act = take,
    .file = __FILE__,
};

/* ---- a new invitation ---- */

struct invite_asked {
    bool start_over, mail;
};
static const struct field invite_fields[] = {
    FIELD_TICK(struct invite_asked, start_over, "opnieuw"),
    FIELD_TICK(struct invite_asked, mail, "mail"),
};
static const struct form invite_form = FORM(struct invite_asked, invite_fields);

static enum err invite_show(struct request *req, struct response *res)
{
    const struct invited *made = req->prepared;
    struct person_view v;
    TRY(view_fill(req, res, &v));
    if (made) v.link = people_link(req->arena, req->site, made->code), v.mailed = made->mailed;
    TRY(invitation_can_mail(req, &v.can_mail));
    invite_page(response_page(req, res), &v);
    return OK;
}

static enum err invite_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct invite_asked *sent = form_values(req);
    struct invited *made = NEW(req->arena, struct invited, 1);
    struct person_get_row who;
    (void)res;
    TRY(person_open(req, &who));
    TRY(people_invite(tx, req, who.id, sent->start_over && who.id != req->visitor.person,
                      made));
    if (sent->mail) TRY(invitation_mail(tx, req, who.name, who.email, made));
    req->prepared = made;
    return OK;
}

const struct page people_invite_again = {
    .path = "/beheer/mensen/#person/uitnodiging",
    .who = WHO_ADMINISTRATOR,
    .handle = invite_show,
    .form = &invite_form,
    .act = invite_act,
    .file = __FILE__,
};

/* ---- goodbye ---- */

static enum err goodbye_show(struct request *req, struct response *res)
{
    struct person_view v;
    TRY(view_fill(req, res, &v));
    goodbye_page(response_page(req, res), &v);
    return OK;
}

static enum err goodbye(struct tx *tx, struct request *req, struct response *res)
{
    struct person_get_row who;
    int64_t others;
    TRY(person_open(req, &who));
    TRY(administrators_besides(tx->db, who.id, &others));
    if (!others) return FAIL(ERR_CLASH, "the last administrator");
    TRY(person_end(tx, who.id, req->now));
    TRY(sessions_end(tx, who.id));
    TRY(invitations_end(tx, who.id));
    TRY(mail_forget(tx, MAIL_ACCOUNT, who.id));
    TRY(passkeys_remove(tx, who.id));
    TRY(roles_take(tx, who.id));
    TRY(history_write(
        tx, req,
        &(struct change){ .thing = THING_PERSON, .number = who.id, .act = ACT_REMOVED }, NULL));
    return response_redirect(res, (struct path){ STR("/beheer/mensen?gedaan=weg") });
}

const struct page people_goodbye = {
    .path = "/beheer/mensen/#person/einde",
    .who = WHO_ADMINISTRATOR,
    .handle = goodbye_show,
    .form = &nothing,
    .act = goodbye,
    .file = __FILE__,
};
