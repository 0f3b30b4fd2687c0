/* mine.c — /vraag-en-aanbod/mijn/:code: what its author sees: to confirm, to keep, to end. */
#include "features/wanted/wanted.h"

#include "features/voices/voices.h"
#include "features/wanted/mine.html.h"
#include "web/mail.h"

static enum err find(struct request *req, struct wanted_mine_view *v)
{
    struct str code;
    *v = (struct wanted_mine_view){ 0 };
    if (!receipt_read(req->arena, req->param[0].text, &code)) return OK;
    v->slug = code_slug(req->arena, code);
    TRY(wanted_by_code(req->db, req->arena, receipt_hash(req->arena, code), &v->w, &v->found));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct wanted_mine_view *v = NEW(req->arena, struct wanted_mine_view, 1);
    TRY(find(req, v));
    TRY(site_frame(req, &res->frame));
    if (v->found && v->w.state == WANTED_SHOWN)
        TRY(wanted_matches(req->db, req->arena, &v->w, v->matches, &v->matches_n));
    res->no_store = true;
    res->noindex = true;
    res->frame.title = words_in(SAY("Wat u plaatste"), req->lang);
    res->frame.description = words_in(SAY("Bevestig, verleng of stop."), req->lang);
    if (str_is(req->query[0], "ja"))
        v->done = SAY("Bevestigd. Het team leest het, en dan ziet iedereen het.");
    if (str_is(req->query[0], "langer")) v->done = SAY("Het blijft nog negentig dagen staan.");
    if (str_is(req->query[0], "klaar")) v->done = SAY("Het staat er niet meer. Dank u.");
    wanted_mine_page(response_page(req, res), v);
    if (!v->found) res->status = 404;
    return OK;
}

static enum err back(struct request *req, struct response *res,
                     const struct wanted_mine_view *v, const char *done)
{
    return response_redirect(
        res, PATH(req->arena, "/vraag-en-aanbod/mijn/{}?gedaan={}", v->slug, str_of(done)));
}

static const struct form nothing = { 0 };

static enum err confirm(struct tx *tx, struct request *req, struct response *res)
{
    struct wanted_mine_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "nothing of that code");
    if (v.w.state == WANTED_UNCONFIRMED)
        TRY(wanted_stands(tx, v.w.id, WANTED_WAITS, STR(""),
                          (struct day){ req->today.n + WANTED_DAYS }));
    return back(req, res, &v, "ja");
}

/* As long again. What had ended is read by the desk once more. */
static enum err longer(struct tx *tx, struct request *req, struct response *res)
{
    struct wanted_mine_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "nothing of that code");
    const bool shown = v.w.state == WANTED_SHOWN, over = v.w.state >= WANTED_FOUND;
    if (shown || over)
        TRY(wanted_stands(tx, v.w.id, shown ? WANTED_SHOWN : WANTED_WAITS, STR(""),
                          (struct day){ req->today.n + WANTED_DAYS }));
    return back(req, res, &v, "langer");
}

struct end_form {
    int how;
};
static const struct field end_fields[] = { FIELD_CHOICE(struct end_form, how, "hoe",
                                                        "gevonden gestopt", .required = true) };
static const struct form end_form = FORM(struct end_form, end_fields);

static enum err end(struct tx *tx, struct request *req, struct response *res)
{
    const struct end_form *f = form_values(req);
    struct wanted_mine_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "nothing of that code");
    if (v.w.state < WANTED_REFUSED) {
        TRY(wanted_stands(tx, v.w.id, f->how == 0 ? WANTED_FOUND : WANTED_STOPPED, STR(""),
                          req->today));
        TRY(mail_forget(tx, MAIL_WANTED, v.w.id));
    }
    return back(req, res, &v, "klaar");
}

const struct page wanted_mine = {
    .path = "/vraag-en-aanbod/mijn/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
const struct page wanted_confirm = {
    .path = "/vraag-en-aanbod/mijn/:code/ja",
    .who = WHO_ANYONE,
    .form = &nothing,
    .act = confirm,
    .file = __FILE__,
};
const struct page wanted_longer = {
    .path = "/vraag-en-aanbod/mijn/:code/langer",
    .who = WHO_ANYONE,
    .form = &nothing,
    .act = longer,
    .file = __FILE__,
};
const struct page wanted_ends = {
    .path = "/vraag-en-aanbod/mijn/:code/klaar",
    .who = WHO_ANYONE,
    .form = &end_form,
    .act = end,
    .file = __FILE__,
};
