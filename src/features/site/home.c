/* home.c — /, the dialogues of the city. With exactly one and no map, its first page is home. */
#include "features/site/home.html.h"
#include "features/site/site.h"

static enum err handle(struct request *req, struct response *res)
{
    struct home_view v = { .organisation = res->frame.organisation };

    TRY(home_dialogues(req->db, req->arena, lang_about(req->lang)->code, &v.dialogues,
                       &v.dialogues_n));
    TRY(services_listed(req->db, &v.services));
    if (v.dialogues_n == 1 && !v.services)
        return response_redirect(res, PATH(req->arena, "/{}", v.dialogues[0].slug));
    res->frame.title = words_in(SAY("Dialogen"), req->lang);
    res->frame.description = words_in(
        SAY("Kies een dialoog. Lees wat mensen zeiden, wat eruit kwam en hoe het verdergaat."),
        req->lang);
    home_page(response_page(req, res), &v);
    return OK;
}

const struct page site_home = {
    .path = "/",
    .who = WHO_ANYONE,
    .langs = EVERY_LANG,
    .handle = handle,
    .file = __FILE__,
};
