/* show.c — /plekken/:place: one place with its spaces, and a week of each: empty, taken or closed. */
#include "features/places/places.h"
#include "features/voices/voices.h"

#include "features/places/show.html.h"

enum { WEEKS_AHEAD = 12 };

static struct path week_path(struct arena *a, struct str slug, struct day monday)
{
    const struct date t = date_of(monday);
    return PATH(a, "/plekken/{}?week={}", slug,
                arena_format(a, "%04d-%02d-%02d", t.year, t.month, t.day));
}

static enum err read_week(struct request *req, struct place_view *v)
{
    const struct day now = { req->today.n - weekday(req->today) };
    struct day asked = now;
    if (req->query[0].n && !day_read(req->query[0], &asked))
        return FAIL(ERR_INPUT, "a week that is none");
    if (asked.n < now.n) asked = now;
    if (asked.n > now.n + 7 * WEEKS_AHEAD) asked.n = now.n + 7 * WEEKS_AHEAD;
    v->monday = (struct day){ asked.n - weekday(asked) };
    v->has_earlier = v->monday.n > now.n;
    v->has_later = v->monday.n < now.n + 7 * WEEKS_AHEAD;
    v->earlier = week_path(req->arena, v->p.slug, (struct day){ v->monday.n - 7 });
    v->later = week_path(req->arena, v->p.slug, (struct day){ v->monday.n + 7 });
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct place_view *v = NEW(req->arena, struct place_view, 1);
    struct place_spaces_row *spaces;
    bool found;
    TRY(site_frame(req, &res->frame));
    TRY(place_named(req->db, req->arena, req->param[0].text, &v->p, &found));
    if (!found || !v->p.shown) return FAIL(ERR_MISSING, "no place of that name");
    v->self = (struct path){ req->path };
    TRY(read_week(req, v));
    TRY(place_spaces(req->db, req->arena, v->p.id, &spaces, &v->spaces_n));
    v->spaces = NEW(req->arena, struct space_view, v->spaces_n + 1);
    for (size_t i = 0; i < v->spaces_n; i++) {
        v->spaces[i].s = &spaces[i];
        TRY(space_week(req, spaces[i].id, spaces[i].hours, v->monday, &v->spaces[i].week));
    }
    TRY(place_services(req->db, req->arena, v->p.postal_code, v->p.address, &v->services,
                       &v->services_n));
    res->frame.title = v->p.name;
    res->frame.description = beginning(req->arena, v->p.about, 280);
    dialogue_crumb(res, (struct path){ STR("/plekken") }, words_in(SAY("Plekken"), req->lang));
    dialogue_crumb(res, v->self, v->p.name);
    places_show_page(response_page(req, res), v);
    return OK;
}

const struct page places_show = {
    .path = "/plekken/:place",
    .who = WHO_ANYONE,
    .query = "week",
    .handle = handle,
    .file = __FILE__,
};
