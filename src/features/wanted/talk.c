/* talk.c — /vraag-en-aanbod/gesprek/:code: what two people wrote to each other, each by a link of their own. */
#include "features/wanted/wanted.h"

#include "features/voices/voices.h"
#include "features/wanted/talk.html.h"

static const struct field fields[] = {
    FIELD_TEXT(struct talk_form, body, "tekst", .most = 2000),
    FIELD_TICK(struct talk_form, share, "deel"),
    FIELD_TICK(struct talk_form, close, "stop"),
};
static const struct form form = FORM(struct talk_form, fields);

static enum err find(struct request *req, struct talk_view *v)
{
    struct str code;
    *v = (struct talk_view){ .self = { req->path }, .f = req->form };
    if (!receipt_read(req->arena, req->param[0].text, &code)) return OK;
    v->slug = code_slug(req->arena, code);
    const struct str hash = receipt_hash(req->arena, code);
    TRY(talk_by_code(req->db, req->arena, hash, &v->t, &v->found));
    if (!v->found) {
        TRY(talk_by_author(req->db, req->arena, hash, &v->t, &v->found));
        v->author = v->found;
        v->found = v->found && v->t.confirmed; /* not theirs before that */
    }
    if (!v->found) return OK;
    TRY(talk_messages(req->db, req->arena, v->t.id, &v->messages, &v->messages_n));
    v->open = v->t.confirmed && !v->t.closed && v->messages_n < TALK_MESSAGES;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct talk_view v;
    TRY(find(req, &v));
    TRY(site_frame(req, &res->frame));
    res->no_store = true;
    res->noindex = true;
    res->frame.title = words_in(SAY("Uw gesprek"), req->lang);
    res->frame.description =
        words_in(SAY("Lees en schrijf, zonder uw adres te geven."), req->lang);
    if (str_is(req->query[0], "ja"))
        v.done = SAY("Verstuurd. U krijgt een mail bij een antwoord.");
    if (str_is(req->query[0], "stop")) v.done = SAY("Dit gesprek is gestopt.");
    wanted_talk_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

static enum err back(struct request *req, struct response *res, const struct talk_view *v,
                     const char *done)
{
    return response_redirect(
        res, PATH(req->arena, "/vraag-en-aanbod/gesprek/{}?gedaan={}", v->slug, str_of(done)));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct talk_form *f = form_values(req);
    struct talk_view v;
    int64_t last;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such talk");
    if (f->close) {
        TRY(talk_closed(tx, v.t.id));
        return back(req, res, &v, "stop");
    }
    if (!v.open) form_wrong(req, NULL, SAY("In dit gesprek kan niemand meer schrijven."));
    if (!f->body.n) form_wrong(req, "tekst", SAY("Schrijf wat u wilt zeggen."));
    TRY(form_checked(req));
    const struct str own = v.author ? v.t.author_email : v.t.email;
    TRY(wanted_brakes(tx, req, own));
    TRY(talk_last(tx->db, v.t.id, &last));
    TRY(wanted_message_add(tx, v.t.id, last + 1, req->now, v.author, f->body,
                           f->share ? own : STR("")));
    TRY(talk_mail(tx, req, v.t.id, v.author ? TALK_TO_OTHER : TALK_TO_AUTHOR));
    return back(req, res, &v, "ja");
}

static const struct form nothing = { 0 };

/* Only who answered confirms, and only once. */
static enum err confirm(struct tx *tx, struct request *req, struct response *res)
{
    struct talk_view v;
    TRY(find(req, &v));
    if (!v.found || v.author) return FAIL(ERR_MISSING, "no such talk");
    if (!v.t.confirmed && v.t.state == WANTED_SHOWN) {
        TRY(talk_confirmed(tx, v.t.id));
        TRY(talk_mail(tx, req, v.t.id, TALK_TO_AUTHOR));
    }
    return back(req, res, &v, "ja");
}

const struct page wanted_talk = {
    .path = "/vraag-en-aanbod/gesprek/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page wanted_talk_confirm = {
    .path = "/vraag-en-aanbod/gesprek/:code/ja",
    .who = WHO_ANYONE,
    .form = &nothing,
    .act = confirm,
    .file = __FILE__,
};
