/* desk.c — /:dialogue/beheer/volgers: how many follow by mail, how far the mails are, and sending the news now. */
#include "features/follow/follow.h"

#include "features/follow/desk.html.h"
#include "web/mail.h"

static enum err handle(struct request *req, struct response *res)
{
    struct followers_view v = { .form = req->form, .self = { req->path } };
    struct mail_standing mail;
    TRY(desk_open(req, res, &v.d));
    TRY(followers_count(req->db, req->arena, v.d.id, &v.count));
    TRY(digest_newest(req->db, req->arena, &v.digest, &v.has_digest));
    if (v.has_digest) TRY(job_look(req->db, req->arena, JOB_DIGEST, v.digest.id, &v.now));
    v.running = v.now.asked && v.now.state == JOB_WAITS;
    TRY(mail_standing(req->db, req->arena, &mail));
    v.can_mail = mail.ready;
    if (str_is(req->query[0], "nieuws")) v.done = SAY("De mails met nieuws worden klaargezet.");
    res->frame.title = words_in(SAY("Volgers"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/toezeggingen", v.d.slug),
                   words_in(SAY("Toezeggingen"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    follow_desk_page(response_page(req, res), &v);
    return OK;
}

/* A round between the weekly ones; what was told is not told again. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    int64_t upto, digest;
    TRY(news_newest(tx->db, &upto));
    TRY(digest_add(tx, req->now, req->site, true, upto, &digest));
    TRY(job_ask(tx, JOB_DIGEST, digest, 0, req->now));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/volgers?gedaan=nieuws", req->param[0].text));
}

static const struct form nothing = { 0 };

const struct page follow_desk = {
    .path = "/:dialogue/beheer/volgers",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &nothing,
    .act = act,
    .file = __FILE__,
};
