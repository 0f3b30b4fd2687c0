/* desk_people.c — /:dialogue/beheer/mensen: who works with this dialogue. An editor adds writers, hosts
 * and readers to it, and to nothing else. */
#include "features/dialogue/dialogue.h"
#include "features/history/history.h"
#include "features/people/desk_people.html.h"
#include "features/people/inside.h"

static const struct words *no_role(void)
{
    return SAY("Kies een rol.");
}
static const struct field fields[] = {
    FIELD_LINE(struct role_asked, name, "naam", .required = true, .most = 200),
    FIELD_LINE(struct role_asked, email, "e-mail", .required = true, .most = 254),
    FIELD_CHOICE(struct role_asked, role, "rol", "reader host writer editor", .required = true,
                 .missing = no_role),
    FIELD_TICK(struct role_asked, mail, "mail"),
};
static const struct form form = FORM(struct role_asked, fields);

static enum err fill(struct request *req, int64_t dialogue, struct desk_people_view *v)
{
    struct people_in_row *rows;
    TRY(people_in(req->db, req->arena, dialogue, &rows, &v->people_n));
    v->people = NEW(req->arena, struct desk_person, v->people_n + 1);
    for (size_t i = 0; i < v->people_n; i++)
        v->people[i] = (struct desk_person){ .role_id = rows[i].role_id,
                                             .name = rows[i].name,
                                             .email = rows[i].email,
                                             .role = role_words(rows[i].role),
                                             .ready = rows[i].ready,
                                             .can_go = rows[i].role < req->visitor.role };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    const struct invited *made = req->prepared;
    const struct role_asked *sent = form_values(req);
    struct desk_people_view v = { .form = req->form };
    struct dialogue d;
    TRY(desk_open(req, res, &d));
    if (made && made->code.n) v.link = people_link(req->arena, req->site, made->code);
    if (made) v.link_name = sent->name, v.mailed = made->mailed;
    TRY(invitation_can_mail(req, &v.can_mail));
    if (made && !made->code.n)
        v.done = SAY("Deze persoon stond al in het systeem, en heeft nu ook deze rol.");
    if (str_is(req->query[0], "weg")) v.done = SAY("De rol is teruggenomen.");
    if (made) req->form = form_start(req->arena, &form, req->lang), v.form = req->form;
    v.slug = d.slug;
    v.most = req->visitor.role == WHO_ADMINISTRATOR ? WHO_EDITOR : WHO_WRITER;
    TRY(fill(req, d.id, &v));
    res->frame.title = words_in(SAY("Mensen"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/mensen", d.slug), res->frame.title);
    desk_people_page(response_page(req, res), &v);
    return OK;
}

static enum err dialogue_of(struct tx *tx, struct request *req, int64_t *dialogue)
{
    struct dialogue_find_row row;
    bool found;
    TRY(dialogue_find(tx->db, req->arena, req->param[0].text, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such dialogue");
    *dialogue = row.id;
    return OK;
}

/* No redirect: the link is shown now, and never again. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct role_asked asked = *(const struct role_asked *)form_values(req);
    struct invited *made = NEW(req->arena, struct invited, 1);
    (void)res;
    TRY(dialogue_of(tx, req, &asked.where));
    TRY(role_give(tx, req, 0, &asked, made));
    if (asked.mail) TRY(invitation_mail(tx, req, asked.name, asked.email, made));
    req->prepared = made;
    return OK;
}

const struct page people_desk = {
    .path = "/:dialogue/beheer/mensen",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

static enum err take(struct tx *tx, struct request *req, struct response *res)
{
    struct role_get_row row;
    int64_t dialogue;
    bool found;
    TRY(dialogue_of(tx, req, &dialogue));
    TRY(role_get(tx->db, req->arena, req->param[1].number, &row, &found));
    if (!found || !row.has_dialogue || row.dialogue != dialogue)
        return FAIL(ERR_MISSING, "no such role in this dialogue");
    if (row.role >= req->visitor.role) return FAIL(ERR_WHO, "a role as high as one's own");
    TRY(role_remove(tx, req, req->param[1].number));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/mensen?gedaan=weg", req->param[0].text));
}

static const struct form nothing = { 0 };

const struct page people_desk_take = {
    .path = "/:dialogue/beheer/mensen/#role/weg",
    .who = WHO_EDITOR,
    .form = &nothing,
    .act = take,
    .file = __FILE__,
};
