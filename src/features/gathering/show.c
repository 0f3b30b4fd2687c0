/* show.c — /:dialogue/bijeenkomst/:gathering, one evening: when, what happened, which tables. */
#include "features/gathering/show.h"
#include "features/gathering/show.html.h"

/* Tables come sorted by round; each run of the same round is one of the page. */
static void rounds_fill(struct arena *a, struct gathering_view *v,
                        const struct gathering_tables_row *tables, size_t n)
{
    v->tables_n = n;
    v->rounds = NEW(a, struct round, n);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || tables[i].round != tables[i - 1].round)
            v->rounds[v->rounds_n++] = (struct round){ tables[i].round, &tables[i], 0 };
        v->rounds[v->rounds_n - 1].tables_n++;
    }
}

static enum err handle(struct request *req, struct response *res)
{
    struct gathering_view v = { 0 };
    struct gathering_shown_row *g = &v.gathering;
    const struct str lang = lang_about(req->lang)->code, slug = req->param[1].text;
    struct gathering_tables_row *tables;
    size_t tables_n;
    bool found;

    TRY(dialogue_open(req, res, &v.d));
    TRY(gathering_shown(req->db, req->arena, v.d.id, slug, v.d.own, lang, g, &found));
    if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(slug));
    TRY(picture_show(req, g->has_picture, g->picture, &v.d, &v.picture));
    TRY(gathering_programme(req->db, req->arena, g->id, v.d.own, lang, &v.programme,
                            &v.programme_n));
    TRY(gathering_tables(req->db, req->arena, g->id, v.d.own, lang, &tables, &tables_n));
    rounds_fill(req->arena, &v, tables, tables_n);
    v.upcoming = g->day.n >= req->today.n;
    v.registers = g->registers && v.upcoming && (!g->has_until || g->until.n >= req->today.n);

    res->frame.title = g->title;
    res->frame.description = g->body;
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, slug), g->title);
    gathering_page(response_page(req, res), &v);
    return OK;
}

const struct page gathering_show = {
    .path = "/:dialogue/bijeenkomst/:gathering",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
