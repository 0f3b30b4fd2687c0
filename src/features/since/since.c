/* since.c — /:dialogue/sindsdien and …/bijeenkomst/:gathering/sindsdien; see since.h. */
#include "features/since/since.h"

#include "features/since/since.html.h"

static enum err lines(struct request *req, const struct dialogue *d, struct since_theme *t)
{
    struct since_commitments_row *rows;
    TRY(since_commitments(req->db, req->arena, t->row->id, d->edition, d->own,
                          lang_about(req->lang)->code, &rows, &t->n));
    t->lines = NEW(req->arena, struct since_line, t->n + 1);
    for (size_t i = 0; i < t->n; i++)
        t->lines[i] =
            (struct since_line){ &rows[i], commitment_lateness(rows[i].first_due, rows[i].state,
                                                               rows[i].has_ended, rows[i].ended,
                                                               req->today) };
    t->waiting = t->row->points - t->row->advised - t->row->aside;
    return OK;
}

static enum err show(struct request *req, struct response *res, bool has_gathering)
{
    struct since_view v = { 0 };
    struct since_gathering_row g = { 0 };
    struct since_themes_row *rows;
    bool found;
    TRY(dialogue_open(req, res, &v.d));
    if (has_gathering) {
        TRY(since_gathering(req->db, req->arena, v.d.id, req->param[1].text, &g, &found));
        if (!found) return FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(req->param[1].text));
    }
    TRY(since_themes(req->db, req->arena, v.d.id, has_gathering, g.id, v.d.edition, v.d.own,
                     lang_about(req->lang)->code, &rows, &v.n));
    v.themes = NEW(req->arena, struct since_theme, v.n + 1);
    for (size_t i = 0; i < v.n; i++) {
        v.themes[i].row = &rows[i];
        TRY(lines(req, &v.d, &v.themes[i]));
    }
    res->frame.title = words_in(SAY("Wat gebeurde er sindsdien?"), req->lang);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    since_page(response_page(req, res), &v);
    return OK;
}

static enum err whole(struct request *req, struct response *res)
{
    return show(req, res, false);
}
static enum err of_gathering(struct request *req, struct response *res)
{
    return show(req, res, true);
}

const struct page since_dialogue = {
    .path = "/:dialogue/sindsdien",
    .who = WHO_ANYONE,
    .handle = whole,
    .file = __FILE__,
};
const struct page since_of_gathering = {
    .path = "/:dialogue/bijeenkomst/:gathering/sindsdien",
    .who = WHO_ANYONE,
    .handle = of_gathering,
    .file = __FILE__,
};
