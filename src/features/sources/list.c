/* list.c — /:dialogue/bronnen, what the dialogue rests on besides what people said. */
#include "features/sources/list.h"
#include "features/sources/list.html.h"

static enum err handle(struct request *req, struct response *res)
{
    struct source_list_view v = { 0 };

    TRY(dialogue_open(req, res, &v.d));
    TRY(sources_in_order(req->db, req->arena, v.d.id, v.d.own, lang_about(req->lang)->code,
                         &v.sources, &v.sources_n));
    res->frame.title = words_in(SAY("Bronnen"), req->lang);
    res->frame.description = words_in(
        SAY("De onderzoeken, gesprekken en verslagen waar de dialoog op rust."), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/bronnen", v.d.slug), res->frame.title);
    source_list_page(response_page(req, res), &v);
    return OK;
}

const struct page sources_list = {
    .path = "/:dialogue/bronnen",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
