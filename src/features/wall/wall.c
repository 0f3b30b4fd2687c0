/* wall.c — /:dialogue/bijeenkomst/:gathering/muur: a screen for the room, and what it listens to. Nothing
 * stands there that was not checked and shown. */
#include "features/wall/wall.h"
#include "features/wall/live.html.h"
#include "features/wall/wall.html.h"

enum { FRAGMENT_MOST = 128 * 1024 };

/* What is on: the last that began, on the day itself. */
static void programme_fill(struct request *req, struct wall_view *v,
                           const struct wall_programme_row *rows, size_t n)
{
    const struct clock now = clock_at(req->now);
    v->items = NEW(req->arena, struct wall_item, n + 1);
    v->items_n = n;
    for (size_t i = 0; i < n; i++) {
        v->items[i].p = &rows[i];
        if (v->gathering.day.n != req->today.n || !rows[i].has_starts) continue;
        if (rows[i].starts.minutes <= now.minutes)
            v->now = &v->items[i];
        else if (!v->next)
            v->next = &v->items[i];
    }
    for (size_t i = 0; i < n; i++) {
        v->items[i].now = v->now == &v->items[i];
        v->items[i].next = v->next == &v->items[i];
    }
}

static enum err fill(struct request *req, struct response *res, struct wall_view *v)
{
    const struct str lang = lang_about(req->lang)->code, slug = req->param[1].text;
    struct wall_programme_row *rows;
    size_t n;
    bool found;
    TRY(dialogue_open(req, res, &v->d));
    TRY(wall_gathering(req->db, req->arena, v->d.id, slug, v->d.own, lang, &v->gathering,
                       &found));
    if (!found || !v->gathering.public)
        return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(slug));
    const int64_t id = v->gathering.id;
    TRY(wall_programme(req->db, req->arena, id, v->d.own, lang, &rows, &n));
    programme_fill(req, v, rows, n);
    TRY(wall_voices(req->db, req->arena, id, v->d.own, lang, &v->voices, &v->voices_n));
    for (size_t i = 0; i < v->voices_n; i++)
        v->voices[i].body = beginning(req->arena, v->voices[i].body, WALL_VOICE);
    TRY(wall_themes(req->db, req->arena, id, v->d.own, lang, &v->themes, &v->themes_n));
    TRY(wall_shown(req->db, id, &v->shown));
    return wall_waits(req->db, id, &v->waiting);
}

static enum err handle(struct request *req, struct response *res)
{
    struct wall_view v = { 0 };
    TRY(fill(req, res, &v));
    const struct str slug = v.gathering.slug;
    res->frame.title = words_in(SAY("De muur"), req->lang);
    res->frame.description =
        words_in(SAY("Wat er op deze bijeenkomst wordt gezegd."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, slug),
                   v.gathering.title);
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}/muur", v.d.slug, slug),
                   res->frame.title);
    wall_page(response_page(req, res), &v);
    return OK;
}

const struct page wall_show = {
    .path = "/:dialogue/bijeenkomst/:gathering/muur",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};

/* The middle of that page alone, each time it becomes another. Text to a browser that opens it by
 * itself, so that it is no page without a title. */
static enum err live(struct request *req, struct response *res)
{
    struct wall_view v = { 0 };
    TRY(fill(req, res, &v));
    res->content = CONTENT_TEXT;
    res->noindex = true;
    const struct str prefix = res->body.prefix;
    res->body = out_start(req->arena, FRAGMENT_MOST, req->lang);
    res->body.prefix = prefix;
    wall_fragment(&res->body, &v);
    return OK;
}

const struct page wall_live = {
    .path = "/:dialogue/bijeenkomst/:gathering/muur/live",
    .who = WHO_ANYONE,
    .live = true,
    .handle = live,
    .file = __FILE__,
};
