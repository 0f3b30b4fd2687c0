/* show.c — /beheer/post: the administrator sees how mail goes, tries again, drops, and sends a trial. */
#include "features/mailroom/show.h"
#include "features/dialogue/dialogue.h"
#include "features/mailroom/mailroom.sql.h"
#include "features/mailroom/show.html.h"

enum { WEEK = 7 * 86400 };

struct trial {
    struct str email;
};
static const struct field fields[] = {
    FIELD_LINE(struct trial, email, "e-mail", .required = true, .most = MAIL_ADDRESS_MOST),
};
static const struct form form = FORM(struct trial, fields);

static struct mailroom_line *lines(struct arena *a, const struct mailroom_waiting_row *rows,
                                   size_t n)
{
    struct mailroom_line *to = NEW(a, struct mailroom_line, n + 1);
    for (size_t i = 0; i < n; i++)
        to[i] = (struct mailroom_line){
            .id = rows[i].id,
            .kind = mail_kind_words(rows[i].kind),
            .fault = rows[i].fault == MAIL_FINE ? NULL : mail_fault_words(rows[i].fault),
            .address = rows[i].address,
            .subject = rows[i].subject,
            .lang = lang_about(rows[i].lang)->code,
            .said = rows[i].said,
            .made_on = day_at(rows[i].made),
            .made_at = clock_at(rows[i].made),
            .due_on = day_at(rows[i].due),
            .due_at = clock_at(rows[i].due),
            .tries = rows[i].tries,
        };
    return to;
}

static const struct words *done_words(struct str what)
{
    if (str_is(what, "opnieuw")) return SAY("Wij proberen het opnieuw.");
    if (str_is(what, "weg")) return SAY("Deze mail is gewist en gaat niet weg.");
    if (str_is(what, "proef"))
        return SAY("De proefmail staat klaar. Kijk straks of hij aankomt.");
    return NULL;
}

static enum err handle(struct request *req, struct response *res)
{
    struct mailroom_view v = { .form = req->form, .done = done_words(req->query[0]) };
    struct mailroom_waiting_row *rows;
    size_t n;
    TRY(mail_standing(req->db, req->arena, &v.standing));
    if (v.standing.fault != MAIL_FINE) v.fault = mail_fault_words(v.standing.fault);
    TRY(mailroom_waiting(req->db, req->arena, &rows, &n));
    v.waiting = lines(req->arena, rows, v.waiting_n = n);
    TRY(mailroom_failed(req->db, req->arena, &rows, &n));
    v.failed = lines(req->arena, rows, v.failed_n = n);
    TRY(mailroom_sent(req->db, (struct instant){ req->now.s - WEEK }, &v.sent));
    res->frame.title = words_in(SAY("Post"), req->lang);
    res->frame.description =
        words_in(SAY("Welke mail wacht, en welke niet aankwam."), req->lang);
    mailroom_page(response_page(req, res), &v);
    return OK;
}

/* A trial mail, to whom is typed. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct trial *sent = form_values(req);
    struct frame frame = { 0 };
    if (!mail_address(sent->email)) {
        form_wrong(req, "e-mail", SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl."));
        return form_checked(req);
    }
    TRY(site_frame(req, &frame));
    struct letter l =
        letter_start(req->arena, req->lang, words_in(SAY("Proefmail van Dialoog"), req->lang));
    letter_say(
        &l, words_in(SAY("Dit is een proefmail. Komt hij aan, dan werkt de post."), req->lang));
    letter_link(&l, SAY("Hij komt van deze site:"), req->site);
    letter_end(&l, &frame);
    TRY(mail_put(tx, req,
                 &(struct mail){ .kind = MAIL_TRIAL, .to = sent->email, .letter = &l }));
    return response_redirect(res, (struct path){ STR("/beheer/post?gedaan=proef") });
}

const struct page mailroom_show = {
    .path = "/beheer/post",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- buttons ---- */

static const struct form nothing = { 0 };

static enum err all_again(struct tx *tx, struct request *req, struct response *res)
{
    TRY(mail_all_again(tx, req));
    return response_redirect(res, (struct path){ STR("/beheer/post?gedaan=opnieuw") });
}
static enum err one_again(struct tx *tx, struct request *req, struct response *res)
{
    TRY(mail_again(tx, req, req->param[0].number));
    return response_redirect(res, (struct path){ STR("/beheer/post?gedaan=opnieuw") });
}
static enum err drop(struct tx *tx, struct request *req, struct response *res)
{
    TRY(mail_drop(tx, req->param[0].number));
    return response_redirect(res, (struct path){ STR("/beheer/post?gedaan=weg") });
}

const struct page mailroom_all_again = {
    .path = "/beheer/post/opnieuw",
    .who = WHO_ADMINISTRATOR,
    .form = &nothing,
    .act = all_again,
    .file = __FILE__,
};
const struct page mailroom_again = {
    .path = "/beheer/post/#mail/opnieuw",
    .who = WHO_ADMINISTRATOR,
    .form = &nothing,
    .act = one_again,
    .file = __FILE__,
};
const struct page mailroom_drop = {
    .path = "/beheer/post/#mail/weg",
    .who = WHO_ADMINISTRATOR,
    .form = &nothing,
    .act = drop,
    .file = __FILE__,
};
