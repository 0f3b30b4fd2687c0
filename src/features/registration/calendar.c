/* calendar.c — /:dialogue/bijeenkomst/:gathering/agenda.ics: an evening for somebody's own calendar. */
#include "document/calendar.h"
#include "features/registration/give.h"

static enum err handle(struct request *req, struct response *res)
{
    struct give_view v = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(give_open(req, &v, req->param[1].text));
    const struct path to = PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, v.g.slug);
    const struct calendar_event event = {
        .id = arena_format(req->arena, "%lld@%.*s", (long long)v.g.id,
                           STR_ARG(site_host(req->site))),
        .title = v.g.title,
        .place = v.g.place,
        .text = v.d.title,
        .address = site_is_public(req->site) ? arena_join(req->arena, req->site, to.text)
                                             : (struct str){ 0 },
        .day = v.g.day,
        .has_starts = v.g.has_starts,
        .has_ends = v.g.has_ends,
        .starts = v.g.starts,
        .ends = v.g.ends,
        .now = req->now,
    };
    res->content = CONTENT_CALENDAR;
    res->filename = arena_format(req->arena, "%.*s.ics", STR_ARG(v.g.slug));
    out_raw(&res->body, calendar_write(req->arena, STR(""), &event, 1));
    return OK;
}

const struct page registration_calendar = {
    .path = "/:dialogue/bijeenkomst/:gathering/agenda.ics",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
