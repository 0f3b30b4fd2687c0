/* manage.c — /beheer/mensen: everybody who works here, and adding somebody. */
#include "features/people/inside.h"
#include "features/people/manage.html.h"

static const struct words *no_role(void)
{
    return SAY("Kies een rol.");
}
static const struct field fields[] = {
    FIELD_LINE(struct role_asked, name, "naam", .required = true, .most = 200),
    FIELD_LINE(struct role_asked, email, "e-mail", .required = true, .most = 254),
    FIELD_CHOICE(struct role_asked, role, "rol", ROLE_CHOICES, .required = true,
                 .missing = no_role),
    FIELD_NUMBER(struct role_asked, where, "waar"),
    FIELD_TICK(struct role_asked, mail, "mail"),
};
static const struct form form = FORM(struct role_asked, fields);

static enum err people_fill(struct request *req, struct people_view *v)
{
    struct people_list_row *rows;
    size_t n;
    TRY(people_list(req->db, req->arena, &rows, &n));
    v->people = NEW(req->arena, struct person_line, n + 1);
    v->gone = NEW(req->arena, struct person_line, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct person_line *line =
            rows[i].has_ended ? &v->gone[v->gone_n++] : &v->people[v->people_n++];
        *line = (struct person_line){
            .id = rows[i].id,
            .name = rows[i].name,
            .email = rows[i].email,
            .ended = rows[i].has_ended,
            .ready = rows[i].ready,
            .invited = rows[i].has_invited_until && rows[i].invited_until.s >= req->now.s,
            .was_seen = rows[i].has_last_seen,
            .seen = day_at(rows[i].last_seen),
        };
        TRY(role_lines(req, line->id, &line->roles, &line->roles_n));
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    const struct invited *made = req->prepared;
    const struct role_asked *sent = form_values(req);
    struct people_view v = { .form = req->form };
    if (made && made->code.n) v.link = people_link(req->arena, req->site, made->code);
    if (made) v.link_name = sent->name, v.mailed = made->mailed;
    TRY(invitation_can_mail(req, &v.can_mail));
    if (made && !made->code.n)
        v.done = SAY("Deze persoon had al een wachtwoord, en heeft nu ook deze rol.");
    if (str_is(req->query[0], "weg")) v.done = SAY("Deze persoon kan niet meer inloggen.");
    if (made) req->form = form_start(req->arena, &form, req->lang), v.form = req->form;
    TRY(people_fill(req, &v));
    TRY(dialogues_named(req->db, req->arena, lang_about(req->lang)->code, &v.dialogues,
                        &v.dialogues_n));
    res->frame.title = words_in(SAY("Mensen"), req->lang);
    res->frame.description = words_in(SAY("Wie aan de dialogen werken."), req->lang);
    manage_page(response_page(req, res), &v);
    return OK;
}

/* No redirect: the link is shown now, and never again. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct invited *made = NEW(req->arena, struct invited, 1);
    (void)res;
    const struct role_asked *sent = form_values(req);
    TRY(role_give(tx, req, 0, sent, made));
    if (sent->mail) TRY(invitation_mail(tx, req, sent->name, sent->email, made));
    req->prepared = made;
    return OK;
}

const struct page people_manage = {
    .path = "/beheer/mensen",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
