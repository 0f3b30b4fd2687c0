/* invite.c — /:dialogue/beheer/bijeenkomsten/:gathering/vervolg: one button invites all who took part. */
#include "features/followup/followup.h"
#include "features/followup/invite.html.h"
#include "features/followup/letters.html.h"
#include "web/mail.h"

static const struct words *no_next(void)
{
    return SAY("Kies waarvoor u uitnodigt.");
}
struct asked {
    int64_t next;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct asked, next, "naar", .required = true, .missing = no_next),
};
static const struct form form = FORM(struct asked, fields);

static enum err find(struct request *req, const struct dialogue *d,
                     struct followup_gathering_row *g)
{
    bool found;
    const struct str slug = req->param[1].text;
    TRY(followup_gathering(req->db, req->arena, d->id, slug, d->own,
                           lang_about(req->lang)->code, g, &found));
    return found ? OK : FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(slug));
}

static struct str gathering_address(struct request *req, const struct followup_view *v,
                                    const struct followup_next_row *next)
{
    return arena_join(req->arena, req->site,
                      PATH(req->arena, "/{}/bijeenkomst/{}", v->d.slug, next->slug).text);
}

enum err followup_open(struct request *req, struct response *res, struct followup_view *v)
{
    struct mail_standing mail;
    TRY(desk_open(req, res, &v->d));
    TRY(find(req, &v->d, &v->g));
    TRY(followup_next(req->db, req->arena, v->d.id, v->g.id, req->today, v->d.own,
                      lang_about(req->lang)->code, &v->next, &v->next_n));
    TRY(followup_people(req->db, req->arena, v->g.id, &v->people));
    TRY(mail_standing(req->db, req->arena, &mail));
    v->can_mail = mail.ready;
    v->over = v->g.day.n <= req->today.n;
    TRY(followup_thanked_of(req->db, v->g.id, &v->thanked));
    v->to_thank = (int64_t)v->people.thanks_n - v->thanked;
    if (v->to_thank < 0) v->to_thank = 0; /* who left an address, and took it away */
    v->organisation = res->frame.organisation;
    v->read_at = PATH(req->arena, "/{}/bijeenkomst/{}", v->d.slug, v->g.slug);
    v->read_address = arena_join(req->arena, req->site, v->read_at.text);
    if (v->next_n) v->next_address = gathering_address(req, v, &v->next[0]);
    if (v->g.has_people && v->g.people > (int64_t)v->people.took_part)
        v->unknown = v->g.people - (int64_t)v->people.took_part;
    return OK;
}

static void name(struct request *req, struct response *res, const struct followup_view *v,
                 const struct words *title, const char *part)
{
    const struct str slug = v->g.slug;
    res->frame.title = words_in(title, req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}", v->d.slug, slug),
                   v->g.title);
    dialogue_crumb(
        res,
        (struct path){ arena_join(
            req->arena, PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/", v->d.slug, slug).text,
            str_of(part)) },
        res->frame.title);
}

static enum err handle(struct request *req, struct response *res)
{
    struct followup_view v = { .form = req->form };
    TRY(followup_open(req, res, &v));
    v.done = str_number(req->query[0], INT64_MAX, &v.sent);
    if (req->query[1].n) v.thanks_done = str_number(req->query[1], INT64_MAX, &v.sent);
    name(req, res, &v, SAY("Bedank, en nodig uit voor het vervolg"), "vervolg");
    followup_page(response_page(req, res), &v);
    return OK;
}

static enum err invite_one(struct tx *tx, struct request *req, const struct followup_view *v,
                           const struct followup_next_row *next,
                           const struct followup_person *p, const struct frame *frame)
{
    enum lang lang;
    const struct str code = registration_code(req->arena, req->secret, p->id);
    if (!lang_read(p->lang, &lang)) lang = LANG_NL;
    struct out day = out_start(req->arena, 100, lang);
    out_day(&day, next->day);
    struct letter l =
        LETTER_START(req->arena, lang, SAY("Uitnodiging: {avond}"), { "avond", next->title });
    LETTER_SAY(&l, SAY("Dag {naam},"), { "naam", p->name });
    LETTER_SAY(&l,
               SAY("U was bij {avond}. Dank u wel. Het gesprek gaat verder, en u bent welkom."),
               { "avond", v->g.title });
    letter_link(&l, SAY("Lees hier na wat er is gezegd:"), v->read_address);
    letter_fact(&l, SAY("Wat"), next->title);
    letter_fact(&l, SAY("Wanneer"), (struct str){ day.s, day.n });
    if (next->place.n) letter_fact(&l, SAY("Waar"), next->place);
    letter_link(&l, SAY("Lees meer en meld u aan op deze pagina:"),
                gathering_address(req, v, next));
    const struct str leave =
        arena_join(req->arena, registration_link(req->arena, req->site, v->d.slug, code),
                   STR("/niet-meer"));
    letter_link(&l, SAY("Wilt u geen uitnodigingen meer? Zeg het op deze pagina:"), leave);
    letter_end(&l, frame);
    return mail_put(tx, req,
                    &(struct mail){ .kind = MAIL_INVITATION,
                                    .about = next->id,
                                    .to = p->email,
                                    .letter = &l,
                                    .leave = leave });
}

/* Pressed twice, it invites nobody twice. */
static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct asked *sent = form_values(req);
    struct followup_view v = { 0 };
    const struct followup_next_row *next = NULL;
    struct frame frame = { 0 };
    TRY(followup_open(req, res, &v));
    for (size_t i = 0; i < v.next_n; i++)
        if (v.next[i].id == sent->next) next = &v.next[i];
    if (!next) form_wrong(req, "naar", no_next());
    TRY(form_checked(req));
    TRY(site_frame(req, &frame));
    for (size_t i = 0; i < v.people.mail_n; i++) {
        int64_t known;
        const struct followup_person *p = &v.people.mail[i];
        TRY(followup_known(tx->db, next->id, p->id, p->email, &known));
        if (known) continue;
        TRY(invite_one(tx, req, &v, next, p, &frame));
        TRY(followup_invited(tx, p->id, next->id, req->now));
        v.sent++;
    }
    const struct str n = arena_format(req->arena, "%lld", (long long)v.sent);
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/bijeenkomsten/{}/vervolg?gedaan={}",
                                  v.d.slug, v.g.slug, n));
}

const struct page followup_invite = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/vervolg",
    .who = WHO_EDITOR,
    .query = "gedaan bedankt",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* To print: one sheet for each who has no mail address, to be handed over. */
static enum err letters(struct request *req, struct response *res)
{
    struct followup_view v = { 0 };
    TRY(followup_open(req, res, &v));
    name(req, res, &v, SAY("Brieven voor het vervolg"), "vervolg/brieven");
    res->no_store = true;
    followup_letters_page(response_page(req, res), &v);
    return OK;
}

const struct page followup_letters = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/vervolg/brieven",
    .who = WHO_EDITOR,
    .handle = letters,
    .file = __FILE__,
};
