/* public.c — /kaart/gezocht: what was looked for and not found, what was done about it, and what is kept. */
#include "features/sought/pages.h"
#include "features/sought/public.html.h"

static enum err handle(struct request *req, struct response *res)
{
    struct sought_view v = { 0 };
    TRY(site_frame(req, &res->frame));
    TRY(sought_dealt(req->db, req->arena, &v.dealt, &v.dealt_n));
    TRY(sought_figures(req->db, req->arena, SOUGHT_LEAST, &v.figures));
    res->frame.title = words_in(SAY("Gezocht en niet gevonden"), req->lang);
    res->frame.description = words_in(
        SAY("Wat mensen op de sociale kaart zochten, en wat wij ermee deden."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    sought_public_page(response_page(req, res), &v);
    return OK;
}

const struct page sought_public = {
    .path = "/kaart/gezocht",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
