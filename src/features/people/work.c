/* work.c — /beheer: what I can do here: the dialogues I work with, each with my role. */
#include "features/history/history.h"
#include "features/people/inside.h"
#include "features/people/work.html.h"
#include "web/mail.h"

/* What could not be sent; without a mail server, or when it cannot be used, also what waits for it. */
static enum err mail_stuck(struct request *req, int64_t *n)
{
    struct mail_standing mail;
    TRY(mail_standing(req->db, req->arena, &mail));
    *n = mail.failed + (!mail.ready || mail.fault != MAIL_FINE ? mail.waiting : 0);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct desks_of_row *rows;
    struct work_view v = { .name = req->visitor.name,
                           .administrator = req->visitor.role == WHO_ADMINISTRATOR };
    TRY(desks_of(req->db, req->arena, req->visitor.person, lang_about(req->lang)->code, &rows,
                 &v.desks_n));
    v.desks = NEW(req->arena, struct desk_line, v.desks_n + 1);
    for (size_t i = 0; i < v.desks_n; i++)
        v.desks[i] = (struct desk_line){ rows[i].slug, rows[i].title, rows[i].lang,
                                         role_words(rows[i].role) };
    TRY(steward_of(req->db, req->visitor.person, &v.steward));
    if (v.administrator) TRY(mail_stuck(req, &v.mail_stuck));
    res->frame.title = words_in(SAY("Mijn werk"), req->lang);
    res->frame.description = words_in(SAY("De dialogen waaraan u werkt."), req->lang);
    work_page(response_page(req, res), &v);
    return OK;
}

const struct page people_work = {
    .path = "/beheer",
    .who = WHO_READER,
    .handle = handle,
    .file = __FILE__,
};
