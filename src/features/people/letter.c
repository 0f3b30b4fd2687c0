/* letter.c — an invitation by mail, for who asks that beside the link that is shown. */
#include "features/people/inside.h"

#include "features/dialogue/dialogue.h"
#include "web/mail.h"

enum err invitation_can_mail(struct request *req, bool *can)
{
    struct mail_standing mail;
    TRY(mail_standing(req->db, req->arena, &mail));
    *can = mail.ready;
    return OK;
}

enum err invitation_mail(struct tx *tx, struct request *req, struct str name, struct str email,
                         struct invited *made)
{
    struct frame frame = { 0 };
    struct str to;
    if (!made->code.n || !people_email(req->arena, email, &to) || !mail_address(to)) return OK;
    TRY(site_frame(req, &frame));
    const struct str whose = frame.organisation.n ? frame.organisation : STR("Dialoog");
    struct letter l = LETTER_START(req->arena, req->lang, SAY("Uw uitnodiging van {gemeente}"),
                                   { "gemeente", whose });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", name });
    LETTER_SAY(&l, SAY("Iemand van {gemeente} nodigt u uit om mee te werken aan een dialoog."),
               { "gemeente", whose });
    letter_link(&l, SAY("Kies op deze pagina een wachtwoord:"),
                people_link(req->arena, req->site, made->code));
    letter_say(&l,
               words_in(SAY("De link werkt één keer, en drie dagen lang. Geef hem aan niemand "
                            "anders."),
                        req->lang));
    letter_say(&l,
               words_in(SAY("Verwachtte u dit niet? Dan hoeft u niets te doen."), req->lang));
    letter_end(&l, &frame);
    TRY(mail_forget(tx, MAIL_ACCOUNT, made->person));
    made->mailed = true;
    return mail_put(
        tx, req,
        &(struct mail){ .kind = MAIL_ACCOUNT, .about = made->person, .to = to, .letter = &l });
}
