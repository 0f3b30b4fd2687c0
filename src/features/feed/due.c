/* due.c — /:dialogue/daden.ics: what is due and when, for somebody's own calendar; see feed.h. */
#include "features/feed/feed.h"

#include "document/calendar.h"

static struct calendar_event event(struct request *req, const struct feed_of *f,
                                   const struct feed_due_row *row)
{
    struct arena *a = req->arena;
    const struct str n = number_text(a, true, row->number);
    const struct path to = PATH(a, "/{}/toezegging/{}", f->d.slug, n);
    const struct str owner = said_in(req->lang, f->d.own, row->owner_name, row->owner_en).text;
    const struct day changed = row->has_changed ? row->changed : row->made;
    struct str text = owner;
    if (row->moves)
        text = FILL(a, SAY("{wie}. Eerst beloofd voor {dag}."), req->lang, { "wie", owner },
                    { "dag", day_words(a, req->lang, row->first_due) });
    return (struct calendar_event){
        .id = arena_format(a, "toezegging-%.*s-%.*s@%.*s", STR_ARG(f->d.slug), STR_ARG(n),
                           STR_ARG(site_host(req->site))),
        .title = row->title,
        .text = text,
        .address =
            site_is_public(req->site) ? arena_join(a, req->site, to.text) : (struct str){ 0 },
        .day = row->due,
        .now = { (int64_t)changed.n * 86400 },
        .changes = row->moves,
        .free = true,
    };
}

static enum err handle(struct request *req, struct response *res)
{
    struct feed_due_row *rows;
    struct feed_of f;
    size_t n;
    TRY(feed_open(req, res, &f));
    TRY(feed_due(req->db, req->arena, f.d.id, f.d.edition, f.has_theme, f.theme, f.has_owner,
                 f.owner, f.d.own, lang_about(req->lang)->code, &rows, &n));
    struct calendar_event *events = NEW(req->arena, struct calendar_event, n + 1);
    for (size_t i = 0; i < n; i++) events[i] = event(req, &f, &rows[i]);
    out_raw(&res->body, calendar_write(req->arena, f.name, events, n));
    res->content = CONTENT_CALENDAR;
    res->filename = arena_format(req->arena, "%.*s-daden.ics", STR_ARG(f.d.slug));
    return OK;
}

const struct page feed_due_dates = {
    .path = "/:dialogue/daden.ics",
    .who = WHO_ANYONE,
    .query = FEED_QUERY,
    .handle = handle,
    .file = __FILE__,
};
