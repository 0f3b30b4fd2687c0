/* leave.c — /:dialogue/aanmelding/:code/niet-meer: no more invitations, also after the gathering. Looking at it
 * does nothing, so a scanner of mail may; the button does, and so does a mail program that posts to it because
 * its reader pressed "unsubscribe" there (RFC 8058). */
#include "features/registration/leave.html.h"
#include "features/registration/mine.h"
#include "web/mail.h"

static enum err handle(struct request *req, struct response *res)
{
    struct mine_view v;
    TRY(mine_open(req, res, SAY("Geen uitnodigingen meer"), &v));
    registration_leave_page(response_page(req, res), &v);
    return OK;
}

/* For everything this address ever registered for here. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct registration_by_code_row r;
    struct str code;
    TRY(registration_find(req, &r, &code));
    TRY(registration_no_more(tx, r.id, r.email));
    if (r.email.n) {
        TRY(mail_forget_address(tx, MAIL_INVITATION, r.email));
        TRY(mail_forget_address(tx, MAIL_VERDICT, r.email));
    }
    return response_redirect(
        res, PATH(req->arena, "/{}/aanmelding/{}/niet-meer", r.slug, req->param[1].text));
}

static const struct form nothing = { 0 };

const struct page registration_leave = {
    .path = "/:dialogue/aanmelding/:code/niet-meer",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &nothing,
    .act = act,
    .own_token = true,
    .from_anywhere = true,
    .file = __FILE__,
};
