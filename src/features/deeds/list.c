/* list.c — /:dialogue/daden: every commitment, late ones first, and what became of promises. */
#include "features/deeds/show.h"

#include "features/deeds/list.html.h"

static enum err handle(struct request *req, struct response *res)
{
    struct daden_view *v = NEW(req->arena, struct daden_view, 1);
    TRY(dialogue_open(req, res, &v->d));
    TRY(look_up(req, &v->d, "/{}/daden", &v->look));
    res->frame.title = words_in(SAY("Daden"), req->lang);
    res->frame.description =
        words_in(SAY("Wat de stad beloofde, wat er is gedaan, en wat te laat is."), req->lang);
    dialogue_crumb(res, v->look.self, res->frame.title);
    daden_page(response_page(req, res), v);
    return OK;
}

const struct page deeds_list = {
    .path = "/:dialogue/daden",
    .who = WHO_ANYONE,
    .query = LOOK_QUERY,
    .handle = handle,
    .file = __FILE__,
};
