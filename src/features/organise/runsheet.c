/* runsheet.c — /:dialogue/beheer/bijeenkomsten/:gathering/draaiboek: the evening on paper, for the team:
 * the clock, who does what, what has to be ready, who leads which table. */
#include "features/organise/runsheet.html.h"
#include "features/organise/show.h"

/* What people who come said they need; nothing once that was erased. */
static enum err needs_fill(struct request *req, struct evening_page_view *v)
{
    struct organise_tongues_row *rows;
    TRY(organise_needs(req->db, req->arena, v->e.g.id, &v->needs));
    TRY(organise_diets(req->db, req->arena, v->e.g.id, &v->diets, &v->diets_n));
    TRY(organise_tongues(req->db, req->arena, v->e.g.id, &rows, &v->tongues_n));
    v->tongues = NEW(req->arena, struct evening_tongue, v->tongues_n + 1);
    for (size_t i = 0; i < v->tongues_n; i++)
        v->tongues[i] = (struct evening_tongue){ interpreter_said(req, rows[i].interpreter),
                                                 rows[i].people };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct evening_page_view v = { 0 };
    TRY(evening_open(req, res, &v.e, SAY("Draaiboek"), "draaiboek"));
    TRY(evening_fill(req, &v));
    TRY(needs_fill(req, &v));
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
