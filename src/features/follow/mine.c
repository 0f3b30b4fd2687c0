/* mine.c — /volgen/:code: what an address follows, to confirm, change or stop. Looking does nothing, so a scanner of
 * mail may. */
#include "features/follow/follow.h"

#include "features/follow/mine.html.h"
#include "features/follow/stop.html.h"
#include "features/voices/voices.h"
#include "web/mail.h"

static enum err find(struct request *req, struct following_view *v)
{
    struct str code;
    *v = (struct following_view){ .form = req->form };
    if (!receipt_read(req->arena, req->param[0].text, &code)) return OK;
    v->self = follower_path(req->arena, code);
    v->slug = code_slug(req->arena, code);
    TRY(follower_by_code(req->db, req->arena, receipt_hash(req->arena, code), &v->f,
                         &v->found));
    if (!v->found) return OK;
    TRY(follows_shown(req->db, req->arena, v->f.id, lang_about(req->lang)->code, &v->follows,
                      &v->n));
    for (size_t i = 0; i < v->n; i++) v->open_n += !v->follows[i].confirmed;
    return OK;
}

static enum err quiet(struct request *req, struct response *res, const struct words *title)
{
    TRY(site_frame(req, &res->frame));
    res->no_store = true;
    res->noindex = true;
    res->frame.title = words_in(title, req->lang);
    res->frame.description =
        words_in(SAY("Kies wat u volgt per mail, of stop ermee."), req->lang);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct following_view v;
    TRY(find(req, &v));
    TRY(quiet(req, res, SAY("Wat u volgt")));
    if (str_is(req->query[0], "ja")) v.done = SAY("U krijgt een mail als er iets gebeurt.");
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Bewaard.");
    if (str_is(req->query[0], "weg")) v.done = SAY("Dit volgt u niet meer.");
    if (v.found) form_fill(req, "hoe-vaak", v.f.monthly ? STR("maand") : STR("week"));
    follow_mine_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

struct rhythm {
    int rhythm;
};
static const struct field fields[] = { FIELD_CHOICE(struct rhythm, rhythm, "hoe-vaak",
                                                    "week maand") };
static const struct form form = FORM(struct rhythm, fields);

/* How often, and nothing else. */
static enum err keep(struct tx *tx, struct request *req, struct response *res)
{
    const struct rhythm *f = form_values(req);
    struct following_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such follower");
    if (f->rhythm >= 0) TRY(follower_rhythm(tx, v.f.id, f->rhythm == 1));
    return response_redirect(res,
                             PATH(req->arena, "/volgen/{}?gedaan=bewaard", req->param[0].text));
}

/* ---- one of the list: yes, or no ---- */

struct one_of_them {
    int64_t about;
    int what;
};
static const struct field one_fields[] = {
    FIELD_CHOICE(struct one_of_them, what, "wat", "dialoog thema advies toezegging",
                 .required = true),
    FIELD_NUMBER(struct one_of_them, about, "welk", .required = true),
};
static const struct form one_form = FORM(struct one_of_them, one_fields);

static enum err confirm(struct tx *tx, struct request *req, struct response *res)
{
    const struct one_of_them *f = form_values(req);
    struct following_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such follower");
    TRY(follow_confirm(tx, v.f.id, (enum followed)f->what, f->about));
    return response_redirect(res, PATH(req->arena, "/volgen/{}?gedaan=ja", req->param[0].text));
}

static enum err less(struct tx *tx, struct request *req, struct response *res)
{
    const struct one_of_them *f = form_values(req);
    struct following_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such follower");
    TRY(follow_remove(tx, v.f.id, (enum followed)f->what, f->about));
    return response_redirect(res,
                             PATH(req->arena, "/volgen/{}?gedaan=weg", req->param[0].text));
}

/* ---- stopping ---- */

static enum err stop_show(struct request *req, struct response *res)
{
    struct following_view v;
    TRY(find(req, &v));
    TRY(quiet(req, res, SAY("Stop met volgen")));
    v.self = (struct path){ req->path };
    follow_stop_page(response_page(req, res), &v);
    return OK;
}

/* Again does nothing; the page says the same. Who stopped is left alone for a day, whoever fills in that address. */
static enum err stop(struct tx *tx, struct request *req, struct response *res)
{
    struct following_view v;
    TRY(find(req, &v));
    if (v.found) {
        const struct brake to = follow_brake_to(req->arena, v.f.email);
        TRY(brake_hold(tx, req, &to, 86400));
        TRY(mail_forget(tx, MAIL_DIGEST, v.f.id));
        TRY(mail_forget(tx, MAIL_FOLLOW, v.f.id));
        TRY(follower_delete(tx, v.f.id));
        tx_wipes(tx);
    }
    return response_redirect(res, (struct path){ req->path });
}

static const struct form nothing = { 0 };

const struct page follow_mine = {
    .path = "/volgen/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = keep,
    .file = __FILE__,
};
const struct page follow_confirmed = {
    .path = "/volgen/:code/ja",
    .who = WHO_ANYONE,
    .form = &one_form,
    .act = confirm,
    .file = __FILE__,
};
const struct page follow_less = {
    .path = "/volgen/:code/minder",
    .who = WHO_ANYONE,
    .form = &one_form,
    .act = less,
    .file = __FILE__,
};
const struct page follow_stop = {
    .path = "/volgen/:code/stop",
    .who = WHO_ANYONE,
    .handle = stop_show,
    .form = &nothing,
    .act = stop,
    .own_token = true,
    .from_anywhere = true,
    .file = __FILE__,
};
