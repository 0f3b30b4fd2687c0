/* runsheet.c — /:dialogue/beheer/bijeenkomsten/:gathering/draaiboek: the evening on paper, for the team:
 * the clock, who does what, what has to be ready, who leads which table. */
#include "features/organise/runsheet.html.h"
#include "features/organise/show.h"

static enum err handle(struct request *req, struct response *res)
{
    struct evening_page_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Draaiboek"), "draaiboek"));
    TRY(evening_fill(req, &v));
    organise_runsheet_page(response_page(req, res), &v);
    return OK;
}

const struct page organise_runsheet = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/draaiboek",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};
