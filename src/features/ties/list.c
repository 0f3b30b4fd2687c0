/* list.c — /:dialogue/beheer/kaart: which subjects of the map belong to a theme, what there is for each point,
 * and which points have nothing. */
#include "features/ties/ties.h"

#include "features/ties/list.html.h"

static enum err themes(struct request *req, struct ties_view *v)
{
    struct ties_themes_row *rows;
    struct ties_theme_subjects_row *subjects;
    size_t n;
    TRY(ties_themes(req->db, req->arena, v->d.id, v->d.own, &rows, &v->themes_n));
    TRY(ties_theme_subjects(req->db, req->arena, v->d.id, &subjects, &n));
    v->themes = NEW(req->arena, struct ties_line, v->themes_n + 1);
    for (size_t i = 0; i < v->themes_n; i++) {
        struct ties_line *line = &v->themes[i];
        line->theme = rows[i];
        for (size_t k = 0; k < n; k++)
            if (subjects[k].theme == rows[i].id)
                line->subjects = line->subjects.n ? arena_format(req->arena, "%.*s, %.*s",
                                                                 STR_ARG(line->subjects),
                                                                 STR_ARG(subjects[k].name))
                                                  : subjects[k].name;
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct ties_view v = { 0 };
    int64_t after = 0;
    TRY(desk_open(req, res, &v.d));
    v.gaps = str_is(req->query[0], "leeg");
    if (req->query[1].n && !str_number(req->query[1], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no point");
    if (str_is(req->query[2], "bewaard")) v.done = SAY("Bewaard.");
    TRY(themes(req, &v));
    if (v.d.edition)
        TRY(ties_points(req->db, req->arena, v.d.edition, v.d.own, v.gaps, after, &v.points,
                        &v.points_n));
    res->frame.title = words_in(SAY("Wat er al is"), req->lang);
    ties_list_page(response_page(req, res), &v);
    return OK;
}

const struct page ties_list = {
    .path = "/:dialogue/beheer/kaart",
    .who = WHO_EDITOR,
    .query = "toon na gedaan",
    .handle = handle,
    .file = __FILE__,
};
