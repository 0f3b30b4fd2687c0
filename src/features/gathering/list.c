/* list.c — /:dialogue/bijeenkomsten, every gathering of a dialogue. */
#include "features/gathering/list.html.h"
#include "features/gathering/show.h"

static enum err handle(struct request *req, struct response *res)
{
    struct gatherings_view v = { .today = req->today };

    TRY(dialogue_open(req, res, &v.d));
    TRY(gatherings_listed(req->db, req->arena, v.d.id, v.d.own, lang_about(req->lang)->code,
                          &v.gatherings, &v.gatherings_n));
    res->frame.title = words_in(SAY("Bijeenkomsten"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomsten", v.d.slug), res->frame.title);
    gatherings_page(response_page(req, res), &v);
    return OK;
}

const struct page gathering_every = {
    .path = "/:dialogue/bijeenkomsten",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
