/* mine.c — /plekken/aanvraag/:code: a request as who asked sees it: to confirm, to cancel, for the calendar. */
#include "features/places/request.h"

#include "document/calendar.h"
#include "features/places/mine.html.h"
#include "features/voices/voices.h"

static enum err find(struct request *req, struct request_view *v)
{
    struct str code;
    *v = (struct request_view){ .self = { req->path }, .f = req->form };
    if (!receipt_read(req->arena, req->param[0].text, &code)) return OK;
    v->slug = code_slug(req->arena, code);
    TRY(request_by_code(req->db, req->arena, receipt_hash(req->arena, code), &v->r, &v->found));
    return v->found ? request_fill(req, v) : OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct request_view v;
    TRY(find(req, &v));
    TRY(site_frame(req, &res->frame));
    res->no_store = true;
    res->noindex = true;
    res->frame.title = words_in(SAY("Uw aanvraag"), req->lang);
    res->frame.description = words_in(SAY("Bevestig uw aanvraag, of zeg hem af."), req->lang);
    if (str_is(req->query[0], "ja"))
        v.done = SAY("Bevestigd. U krijgt een mail als er antwoord is.");
    if (str_is(req->query[0], "af")) v.done = SAY("Afgezegd.");
    places_mine_page(response_page(req, res), &v);
    if (!v.found) res->status = 404;
    return OK;
}

static enum err back(struct request *req, struct response *res, const struct request_view *v,
                     const char *done)
{
    return response_redirect(
        res, PATH(req->arena, "/plekken/aanvraag/{}?gedaan={}", v->slug, str_of(done)));
}

static enum err confirm(struct tx *tx, struct request *req, struct response *res)
{
    struct request_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such request");
    TRY(request_confirm(tx, req, &v.r));
    return back(req, res, &v, "ja");
}

struct cancel_form {
    int64_t day; /* as a number; 0: all */
};
static const struct field cancel_fields[] = { FIELD_NUMBER(struct cancel_form, day, "dag") };
static const struct form cancel_form = FORM(struct cancel_form, cancel_fields);
static const struct form nothing = { 0 };

static enum err cancel(struct tx *tx, struct request *req, struct response *res)
{
    const struct cancel_form *f = form_values(req);
    struct request_view v;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such request");
    TRY(request_cancel(tx, req, &v.r, f->day == 0,
                       (struct day){ (int32_t)(f->day % 1000000) }));
    return back(req, res, &v, "af");
}

/* What was granted, each date an event that keeps its name. */
static enum err calendar(struct request *req, struct response *res)
{
    struct request_view v;
    struct arena *a = req->arena;
    size_t n = 0;
    TRY(find(req, &v));
    if (!v.found) return FAIL(ERR_MISSING, "no such request");
    struct calendar_event *events = NEW(a, struct calendar_event, v.dates_n + 1);
    for (size_t i = 0; i < v.dates_n; i++) {
        if (v.dates[i].state != DATE_TAKEN) continue;
        events[n++] = (struct calendar_event){
            .id = arena_format(a, "plek-%lld-%d@%.*s", (long long)v.r.id, (int)v.dates[i].day.n,
                               STR_ARG(site_host(req->site))),
            .title =
                arena_format(a, "%.*s, %.*s", STR_ARG(v.r.place_name), STR_ARG(v.r.space_name)),
            .place = arena_format(a, "%.*s %.*s", STR_ARG(v.r.address), STR_ARG(v.r.city)),
            .text = v.r.purpose,
            .day = v.dates[i].day,
            .has_starts = true,
            .has_ends = true,
            .starts = { (int32_t)v.r.starts },
            .ends = { (int32_t)(v.r.ends % 1440) },
            .now = req->now,
        };
    }
    res->content = CONTENT_CALENDAR;
    res->filename = STR("plek.ics");
    res->no_store = true;
    out_raw(&res->body, calendar_write(a, STR(""), events, n));
    return OK;
}

const struct page places_mine = {
    .path = "/plekken/aanvraag/:code",
    .who = WHO_ANYONE,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
const struct page places_confirmed = {
    .path = "/plekken/aanvraag/:code/ja",
    .who = WHO_ANYONE,
    .form = &nothing,
    .act = confirm,
    .file = __FILE__,
};
const struct page places_cancelled = {
    .path = "/plekken/aanvraag/:code/afzeggen",
    .who = WHO_ANYONE,
    .form = &cancel_form,
    .act = cancel,
    .file = __FILE__,
};
const struct page places_calendar = {
    .path = "/plekken/aanvraag/:code/agenda.ics",
    .who = WHO_ANYONE,
    .handle = calendar,
    .file = __FILE__,
};
