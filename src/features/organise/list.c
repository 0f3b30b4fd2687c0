/* list.c — /:dialogue/beheer/bijeenkomsten: every gathering of a dialogue, for who works on it. */
#include "features/organise/list.h"
#include "features/organise/list.html.h"

static enum err handle(struct request *req, struct response *res)
{
    struct organise_list_view v = { .today = req->today,
                                    .edits = req->visitor.role >= WHO_EDITOR };
    TRY(desk_open(req, res, &v.d));
    TRY(organise_list(req->db, req->arena, v.d.id, v.d.own, &v.gatherings, &v.gatherings_n));
    v.done = done_words(req->query[0]);
    res->frame.title = words_in(SAY("Bijeenkomsten"), req->lang);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    organise_list_page(response_page(req, res), &v);
    return OK;
}

const struct page organise_every = {
    .path = "/:dialogue/beheer/bijeenkomsten",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
