/* decide.c — yes or no to a request: /plekken/beslissen/:code by the link in the keeper's mail, and
 * /beheer/plekken/aanvragen/#request at the desk. */
#include "features/places/request.h"

#include "features/places/decide.html.h"
#include "features/places/requests.html.h"
#include "features/voices/voices.h"

enum { ANSWER_YES, ANSWER_NO };
struct decide_form {
    int answer;
    struct str reason;
};
static const struct words *choose(void)
{
    return SAY("Kies ja of nee.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct decide_form, answer, "antwoord", "ja nee", .required = true,
                 .missing = choose),
    FIELD_TEXT(struct decide_form, reason, "reden", .most = 600),
};
static const struct form form = FORM(struct decide_form, fields);

static enum err find(struct request *req, struct request_view *v)
{
    struct str code;
    *v = (struct request_view){ .self = { req->path },
                                .f = req->form,
                                .desk = req->page->who == WHO_EDITOR };
    if (v->desk)
        TRY(request_find(req->db, req->arena, req->param[0].number, &v->r, &v->found));
    else if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(request_by_keeper(req->db, req->arena, receipt_hash(req->arena, code), &v->r,
                              &v->found));
    /* What its author did not confirm is nobody's yet. */
    v->found = v->found && v->r.state != REQUEST_UNCONFIRMED;
    return v->found ? request_fill(req, v) : OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct request_view v;
    TRY(find(req, &v));
    if (v.desk && !v.found) return FAIL(ERR_MISSING, "no such request");
    if (!v.desk) TRY(site_frame(req, &res->frame));
    res->no_store = true;
    res->noindex = true;
    res->frame.title = words_in(SAY("Aanvraag voor een plek"), req->lang);
    res->frame.description =
        words_in(SAY("Zeg of iemand deze ruimte mag gebruiken."), req->lang);
    if (v.desk) {
        dialogue_crumb(res, (struct path){ STR("/beheer/plekken") },
                       words_in(SAY("Plekken"), req->lang));
        dialogue_crumb(res, (struct path){ STR("/beheer/plekken/aanvragen") },
                       words_in(SAY("Aanvragen"), req->lang));
    }
    if (str_is(req->query[0], "ja")) v.done = SAY("U zei ja. Wie het vroeg, krijgt een mail.");
    if (str_is(req->query[0], "nee"))
        v.done = SAY("U zei nee. Wie het vroeg, krijgt een mail.");
    places_decide_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct decide_form *f = form_values(req);
    struct request_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such request");
    if (f->answer == ANSWER_NO && !f->reason.n)
        form_wrong(req, "reden", SAY("Schrijf waarom niet. Wie het vroeg, leest dat."));
    TRY(form_checked(req));
    if (f->answer == ANSWER_YES)
        TRY(request_grant(tx, req, &v.r, f->reason));
    else
        TRY(request_refuse(tx, req, &v.r, f->reason));
    return response_redirect(
        res, (struct path){ arena_format(req->arena, "%.*s?gedaan=%s", STR_ARG(req->path),
                                         f->answer == ANSWER_YES ? "ja" : "nee") });
}

const struct page places_decide = {
    .path = "/plekken/beslissen/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
const struct page places_decide_desk = {
    .path = "/beheer/plekken/aanvragen/#request",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};

/* ---- the list ---- */

static enum err handle_list(struct request *req, struct response *res)
{
    struct request_desk_view v = { .self = { STR("/beheer/plekken/aanvragen") } };
    int64_t after = 0;
    if (req->query[1].n && !str_number(req->query[1], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no request");
    v.accepted_shown = str_is(req->query[0], "ja");
    TRY(requests_in(req->db, req->arena, v.accepted_shown ? REQUEST_ACCEPTED : REQUEST_WAITS,
                    after, &v.rows, &v.n));
    TRY(requests_n(req->db, REQUEST_WAITS, &v.waits));
    TRY(requests_n(req->db, REQUEST_ACCEPTED, &v.accepted));
    v.paged = after > 0;
    v.more = v.n == requests_in_limit;
    res->frame.title = words_in(SAY("Aanvragen"), req->lang);
    dialogue_crumb(res, (struct path){ STR("/beheer/plekken") },
                   words_in(SAY("Plekken"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    places_requests_page(response_page(req, res), &v);
    return OK;
}

const struct page places_requests = {
    .path = "/beheer/plekken/aanvragen",
    .who = WHO_EDITOR,
    .query = "stand na",
    .handle = handle_list,
    .file = __FILE__,
};
