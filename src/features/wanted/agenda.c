/* agenda.c — /agenda: small events that are still to come; and the same as a feed for calendars. */
#include "features/wanted/events.h"

#include "document/calendar.h"
#include "features/voices/voices.h"
#include "features/wanted/agenda.html.h"

static enum err area_asked(struct request *req, struct str slug, int64_t *id, struct str *name)
{
    struct map_areas_row *areas;
    size_t n;
    *id = -1;
    TRY(map_areas(req->db, req->arena, &areas, &n));
    for (size_t i = 0; i < n; i++)
        if (str_eq(areas[i].slug, slug)) {
            *id = areas[i].id;
            *name = areas[i].name;
        }
    return OK;
}

static enum err put_areas(struct request *req, struct agenda_view *v, int64_t chosen)
{
    struct events_coming_row *all;
    struct map_areas_row *areas;
    size_t all_n, n;
    TRY(events_coming(req->db, req->arena, req->today, &all, &all_n));
    TRY(map_areas(req->db, req->arena, &areas, &n));
    v->areas = NEW(req->arena, struct place_choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        int64_t there = 0;
        for (size_t k = 0; k < all_n; k++)
            there += all[k].has_area && all[k].area == areas[i].id;
        if (there || areas[i].id == chosen)
            v->areas[v->areas_n++] = (struct place_choice){ areas[i].slug, areas[i].name, there,
                                                            areas[i].id == chosen };
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct agenda_view v = { .self = { STR("/agenda") },
                             .feed = { STR("/agenda/agenda.ics") } };
    int64_t area = 0;
    TRY(site_frame(req, &res->frame));
    if (req->query[0].n) TRY(area_asked(req, req->query[0], &area, &v.area));
    if (area)
        TRY(events_coming_in(req->db, req->arena, area, req->today, &v.events, &v.n));
    else
        TRY(events_coming(req->db, req->arena, req->today, &v.events, &v.n));
    TRY(put_areas(req, &v, area));
    if (area > 0) v.feed = PATH(req->arena, "/agenda/{}/agenda.ics", req->query[0]);
    v.tipped = str_is(req->query[1], "tip");
    res->frame.title = words_in(SAY("Agenda van de buurt"), req->lang);
    res->frame.description = words_in(SAY("Kleine dingen om naartoe te gaan."), req->lang);
    res->frame.forms[0].to = v.feed;
    res->frame.forms[0].type = STR("text/calendar");
    res->frame.forms[0].title = res->frame.title;
    res->frame.forms_n = 1;
    wanted_agenda_page(response_page(req, res), &v);
    return OK;
}

const struct page wanted_agenda = {
    .path = "/agenda",
    .who = WHO_ANYONE,
    .query = "wijk gedaan",
    .handle = handle,
    .file = __FILE__,
};

/* ---- the feed ---- */

static struct calendar_event event_of(struct request *req, const struct events_coming_row *e)
{
    struct arena *a = req->arena;
    const struct path to = e->has_area_slug ? PATH(a, "/agenda?wijk={}", e->area_slug)
                                            : (struct path){ STR("/agenda") };
    return (struct calendar_event){
        .id = arena_format(a, "agenda-%lld@%.*s", (long long)e->id,
                           STR_ARG(site_host(req->site))),
        .title = e->cancelled
                     ? FILL(a, SAY("Gaat niet door: {naam}"), req->lang, { "naam", e->title })
                     : e->title,
        .place = e->place,
        .text = arena_format(a, "%.*s\n%.*s", STR_ARG(e->organiser), STR_ARG(e->body)),
        .address =
            site_is_public(req->site) ? arena_join(a, req->site, to.text) : (struct str){ 0 },
        .day = e->day,
        .has_starts = e->has_starts,
        .has_ends = e->has_starts && e->has_ends,
        .starts = e->starts,
        .ends = e->ends,
        .now = e->made,
        .changes = e->changes,
        .free = e->cancelled,
    };
}

static enum err feed(struct request *req, struct response *res)
{
    struct events_coming_row *rows;
    size_t n;
    int64_t area = 0;
    struct str name = words_in(SAY("Agenda van de buurt"), req->lang);
    if (req->param[0].text.n) {
        TRY(area_asked(req, req->param[0].text, &area, &name));
        if (area < 0) return FAIL(ERR_MISSING, "no such neighbourhood");
        TRY(events_coming_in(req->db, req->arena, area, req->today, &rows, &n));
    } else {
        TRY(events_coming(req->db, req->arena, req->today, &rows, &n));
    }
    struct calendar_event *events = NEW(req->arena, struct calendar_event, n + 1);
    for (size_t i = 0; i < n; i++) events[i] = event_of(req, &rows[i]);
    res->content = CONTENT_CALENDAR;
    out_raw(&res->body, calendar_write(req->arena, name, events, n));
    return OK;
}

const struct page wanted_agenda_feed = {
    .path = "/agenda/agenda.ics",
    .who = WHO_ANYONE,
    .handle = feed,
    .file = __FILE__,
};
const struct page wanted_agenda_feed_of = {
    .path = "/agenda/:wijk/agenda.ics",
    .who = WHO_ANYONE,
    .handle = feed,
    .file = __FILE__,
};

/* ---- the desk ---- */

static enum err desk(struct request *req, struct response *res)
{
    struct agenda_view v = { .self = { STR("/beheer/agenda") }, .desk = true };
    TRY(events_coming(req->db, req->arena, req->today, &v.events, &v.n));
    TRY(events_waiting(req->db, req->arena, req->today, &v.waiting, &v.waiting_n));
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Bewaard.");
    res->frame.title = words_in(SAY("Agenda van de buurt"), req->lang);
    wanted_agenda_page(response_page(req, res), &v);
    return OK;
}

const struct page wanted_agenda_desk = {
    .path = "/beheer/agenda",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = desk,
    .file = __FILE__,
};
