/* here.c — who is where at the desk; and /:dialogue/beheer/hier, where everybody is. */
#include "features/people/here.h"

#include <stdlib.h>
#include <string.h>

#include "features/dialogue/dialogue.h"
#include "features/people/here_all.html.h"

/* ---- noted ---- */

struct at { /* travels to the writer; nobody waits for it */
    int64_t person;
    struct instant now;
    size_t n;
    char place[PLACE_MOST];
};
static enum err at_write(struct tx *tx, void *with)
{
    const struct at *at = with;
    TRY(presence_sweep(tx, (struct instant){ at->now.s - PRESENT_SECONDS }));
    return presence_put(tx, at->person, (struct str){ at->place, at->n }, at->now);
}
static void at_done(enum err result, void *with)
{
    (void)result; /* lost: the next beat says it again */
    free(with);
}

/* What every place at the desk of a dialogue begins with; `past`: what comes behind all of them. */
static struct str beginning_of(struct arena *a, struct str slug, bool past)
{
    return arena_format(a, "/%.*s/beheer%c", STR_ARG(slug), past ? '0' : '/'); /* 0 follows / */
}

/* A theme is one place, whichever page about it is open. */
static struct str place_of(const struct request *req, const struct page *page)
{
    if (page == &people_here_page) return req->query[0];
    if (req->query[0].n && page->query && !strncmp(page->query, "thema", 5))
        return arena_format(req->arena, "%.*s?thema=%.*s", STR_ARG(req->path),
                            STR_ARG(req->query[0]));
    return req->path;
}

void people_note_place(struct store *st, const struct request *req, const struct page *page)
{
    if (!st || req->method != METHOD_GET || !req->visitor.person ||
        req->visitor.role < page->who ||
        strncmp(page->path, "/:dialogue/beheer/", strlen("/:dialogue/beheer/")))
        return;
    const struct str place = place_of(req, page);
    if (place.n > PLACE_MOST ||
        !str_starts(place, beginning_of(req->arena, req->param[0].text, false)))
        return;
    struct at *at = calloc(1, sizeof *at);
    if (!at) return;
    *at = (struct at){ req->visitor.person, req->now, place.n, { 0 } };
    memcpy(at->place, place.s, place.n);
    if (store_submit(st, at_write, at_done, at) != OK) free(at);
}

/* ---- shown ---- */

static struct instant since(const struct request *req)
{
    return (struct instant){ req->now.s - PRESENT_SECONDS };
}

enum err people_here(struct request *req, struct path place, struct path also,
                     struct present *here)
{
    here->slug = req->param[0].text;
    here->place = place;
    return presence_at(req->db, req->arena, place.text, also.text, since(req),
                       req->visitor.person, &here->at, &here->n);
}

static enum err handle(struct request *req, struct response *res)
{
    struct here_view v = { 0 };
    TRY(desk_open(req, res, &v.d));
    const struct str prefix = beginning_of(req->arena, v.d.slug, false);
    if (req->query[0].n && !str_starts(req->query[0], prefix))
        return FAIL(ERR_INPUT, "a place at the desk of another dialogue");
    if (req->query[0].n)
        TRY(people_here(req, (struct path){ req->query[0] }, (struct path){ 0 }, &v.here));
    else
        TRY(presence_all(req->db, req->arena, prefix, beginning_of(req->arena, v.d.slug, true),
                         since(req), &v.all, &v.all_n));
    v.one = req->query[0].n > 0;
    v.prefix = prefix.n;
    res->frame.title = words_in(SAY("Wie is waar?"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/hier", v.d.slug), res->frame.title);
    here_page(response_page(req, res), &v);
    return OK;
}

const struct page people_here_page = {
    .path = "/:dialogue/beheer/hier",
    .who = WHO_READER,
    .query = "op",
    .handle = handle,
    .file = __FILE__,
};
