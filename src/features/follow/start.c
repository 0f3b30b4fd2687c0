/* start.c — …/volgen: an address is filled in, and one mail asks whether its reader wants this. Four pages, for what
 * can be followed. */
#include "features/follow/follow.h"

#include "features/follow/start.html.h"
#include "features/voices/voices.h"
#include "web/mail.h"

enum { HOUR = 3600 };

struct starting {
    struct str email;
    int rhythm;
};
static const struct field fields[] = {
    FIELD_LINE(struct starting, email, "e-mail", .required = true, .most = MAIL_ADDRESS_MOST),
    FIELD_CHOICE(struct starting, rhythm, "hoe-vaak", "week maand"),
};
static const struct form form = FORM(struct starting, fields);

struct subject_found {
    int64_t dialogue, id;
    struct str slug, own, name, lang;
};

/* What the address of this page names: a kind of subject, told by the page, and a slug or a number. */
static enum err find(struct request *req, struct subject_found *s)
{
    const enum followed what = *(const enum followed *)req->page->about;
    const struct str lang = lang_about(req->lang)->code;
    bool found = true;
    s->slug = req->param[0].text;
    TRY(dialogue_named(req, &s->dialogue, &s->own));
    if (what == FOLLOW_DIALOGUE) {
        s->id = s->dialogue;
    } else if (what == FOLLOW_THEME) {
        struct follow_theme_row row;
        TRY(follow_theme(req->db, req->arena, s->dialogue, req->param[1].text, s->own, lang,
                         &row, &found));
        if (found)
            *s = (struct subject_found){ s->dialogue, row.id,    s->slug,
                                         s->own,      row.title, row.lang };
    } else if (what == FOLLOW_ADVICE) {
        struct follow_advice_row row;
        TRY(follow_advice(req->db, req->arena, s->dialogue, req->param[1].number, s->own, lang,
                          &row, &found));
        if (found)
            *s = (struct subject_found){ s->dialogue, row.id,    s->slug,
                                         s->own,      row.title, row.lang };
    } else {
        struct follow_commitment_row row;
        TRY(follow_commitment(req->db, req->arena, s->dialogue, req->param[1].number, s->own,
                              lang, &row, &found));
        if (found)
            *s = (struct subject_found){ s->dialogue, row.id,    s->slug,
                                         s->own,      row.title, row.lang };
    }
    return found ? OK : FAIL(ERR_MISSING, "nothing to follow");
}

static const struct words *no_mail(void)
{
    return SAY("Deze site kan nog geen mail sturen. Kijk hier af en toe of er nieuws is.");
}

static enum err handle(struct request *req, struct response *res)
{
    struct follow_view v = { .form = req->form, .self = { req->path } };
    struct subject_found s = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(find(req, &s));
    v.name = s.name.n ? s.name : v.d.title;
    v.name_lang = s.name.n ? s.lang : v.d.lang;
    v.back = (struct path){ str_upto(req->path, req->path.n - (sizeof "/volgen" - 1)) };
    TRY(mail_ready(req->db, req->arena, &v.can_mail));
    v.sent = str_is(req->query[0], "mail");
    res->frame.title = words_in(SAY("Volg dit per mail"), req->lang);
    res->frame.description =
        words_in(SAY("U krijgt een mail als er iets gebeurt. Stoppen kan altijd."), req->lang);
    if (s.name.n) dialogue_crumb(res, v.back, v.name);
    dialogue_crumb(res, v.self, res->frame.title);
    follow_start_page(response_page(req, res), &v);
    return OK;
}

/* ---- the mail that asks ---- */

static enum err send_question(struct tx *tx, struct request *req, const struct subject_found *s,
                              struct str email, int64_t follower, struct str code)
{
    struct frame frame = { 0 };
    TRY(site_frame(req, &frame));
    struct letter l =
        letter_start(req->arena, req->lang, words_in(SAY("Wilt u dit volgen?"), req->lang));
    letter_say(&l, words_in(SAY("Dag,"), l.lang));
    letter_say(&l,
               words_in(SAY("Iemand vulde dit adres in om iets te volgen. Was u dat niet? Dan "
                            "hoeft u niets te doen."),
                        l.lang));
    if (s->name.n) letter_fact(&l, SAY("Wat u dan volgt"), s->name);
    const struct str to =
        arena_join(req->arena, req->site, follower_path(req->arena, code).text);
    letter_link(&l, SAY("Wilt u dit volgen? Druk op de knop op deze pagina:"), to);
    letter_say(&l,
               words_in(SAY("Zonder die druk op de knop sturen wij u niets, en wissen wij uw "
                            "adres na zeven dagen."),
                        l.lang));
    letter_end(&l, &frame);
    return mail_put(
        tx, req,
        &(struct mail){ .kind = MAIL_FOLLOW, .about = follower, .to = email, .letter = &l });
}

/* Capitals in an address mean nothing to any mail server in use. */
static struct str small_letters(struct arena *a, struct str x)
{
    char *to = NEW(a, char, x.n + 1);
    for (size_t i = 0; i < x.n; i++)
        to[i] = x.s[i] >= 'A' && x.s[i] <= 'Z' ? (char)(x.s[i] - 'A' + 'a') : x.s[i];
    return (struct str){ to, x.n };
}

/* Whoever fills in an address cannot fill its list. */
static enum err wait_for_button(struct tx *tx, struct request *req, int64_t follower,
                                enum followed what, const struct subject_found *s)
{
    int64_t confirmed, open;
    TRY(follow_renew(tx, follower, what, s->id, req->now));
    TRY(follows_of(tx->db, follower, true, &confirmed));
    TRY(follows_of(tx->db, follower, false, &open));
    if (confirmed >= FOLLOWS_MOST || open >= OPEN_MOST) return OK;
    return follow_put(tx, follower, what, s->id, s->dialogue, req->now);
}

/* Whoever fills in the addresses of others runs into this; the page says so whether it knows them or not. */
static enum err not_too_often(struct tx *tx, struct request *req, const struct brake *here,
                              const struct brake *all)
{
    int64_t here_wait, all_wait;
    TRY(brake_wait(tx->db, req, here, &here_wait));
    TRY(brake_wait(tx->db, req, all, &all_wait));
    if (here_wait || all_wait)
        form_wrong(req, NULL,
                   SAY("Hier zijn net veel mails aangevraagd. Probeer het over een uur nog "
                       "eens."));
    TRY(form_checked(req));
    return brake_count(tx, req, here);
}

/* One mailbox is asked once an hour, and a few times a day. */
static enum err ask_once(struct tx *tx, struct request *req, const struct subject_found *s,
                         struct str email, const struct follower_by_email_row *known,
                         const struct brake *all)
{
    const struct brake to = follow_brake_to(req->arena, email);
    const struct brake today = {
        .what = "follow to today", .who = to.who, .most = FOLLOW_TO, .seconds = 24 * HOUR
    };
    int64_t wait, wait_today;
    TRY(brake_wait(tx->db, req, &to, &wait));
    TRY(brake_wait(tx->db, req, &today, &wait_today));
    if (wait || wait_today) return OK;
    TRY(brake_count(tx, req, &to));
    TRY(brake_count(tx, req, &today));
    TRY(brake_count(tx, req, all));
    TRY(follower_asked(tx, known->id, req->now));
    return send_question(tx, req, s, email, known->id,
                         follower_code(req->arena, req->secret, email, known->made));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct starting *f = form_values(req);
    const enum followed what = *(const enum followed *)req->page->about;
    struct subject_found s = { 0 };
    struct follower_by_email_row known;
    const struct brake here = {
        .what = "follow here", .client = req->client, .most = FOLLOW_HERE, .seconds = HOUR
    };
    const struct brake all = { .what = "follow", .most = FOLLOW_MAILS, .seconds = HOUR };
    int64_t told;
    bool found, can_mail;
    TRY(find(req, &s));
    TRY(mail_ready(tx->db, req->arena, &can_mail));
    if (!can_mail) form_wrong(req, NULL, no_mail());
    if (!mail_address(f->email))
        form_wrong(req, "e-mail", SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl."));
    TRY(form_checked(req));
    TRY(not_too_often(tx, req, &here, &all));
    const struct str email = small_letters(req->arena, f->email);
    TRY(follower_by_email(tx->db, req->arena, email, &known, &found));
    if (!found) {
        known = (struct follower_by_email_row){ .made = req->now };
        const struct str code = follower_code(req->arena, req->secret, email, req->now);
        TRY(news_newest(tx->db, &told));
        TRY(follower_add(tx, email, lang_about(req->lang)->code, receipt_hash(req->arena, code),
                         req->now, f->rhythm == 1, told, &known.id));
    }
    TRY(wait_for_button(tx, req, known.id, what, &s));
    TRY(ask_once(tx, req, &s, email, &known, &all));
    return response_redirect(
        res, (struct path){ arena_format(req->arena, "%.*s?gedaan=mail", STR_ARG(req->path)) });
}

static const enum followed the_dialogue = FOLLOW_DIALOGUE, a_theme = FOLLOW_THEME,
                           an_advice = FOLLOW_ADVICE, a_commitment = FOLLOW_COMMITMENT;

const struct page follow_the_dialogue = {
    .path = "/:dialogue/volgen",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .about = &the_dialogue,
    .file = __FILE__,
};
const struct page follow_a_theme = {
    .path = "/:dialogue/thema/:theme/volgen",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .about = &a_theme,
    .file = __FILE__,
};
const struct page follow_an_advice = {
    .path = "/:dialogue/advies/#advice/volgen",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .about = &an_advice,
    .file = __FILE__,
};
const struct page follow_a_commitment = {
    .path = "/:dialogue/toezegging/#commitment/volgen",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .about = &a_commitment,
    .file = __FILE__,
};
