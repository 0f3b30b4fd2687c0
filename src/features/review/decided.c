/* decided.c — /:dialogue/beheer/nakijken/besloten: what was decided, to look at again; and the way to any
 * voice by its number. */
#include "features/review/decided.h"

#include "features/review/decided.html.h"

static enum err rows(struct request *req, struct decided_view *v, int64_t below)
{
    struct queue_decided_row *rows;
    size_t n;
    TRY(queue_decided(req->db, req->arena, v->d.id, below, &rows, &n));
    v->more = n > PAGE_SIZE;
    v->lines_n = v->more ? PAGE_SIZE : n;
    v->lines = NEW(req->arena, struct decided_line, n + 1);
    for (size_t i = 0; i < v->lines_n; i++)
        v->lines[i] =
            (struct decided_line){ &rows[i], beginning(req->arena, rows[i].body, 200) };
    if (v->more)
        v->next = PATH(req->arena, "/{}/beheer/nakijken/besloten?voor={}", v->d.slug,
                       arena_format(req->arena, "%lld", (long long)rows[PAGE_SIZE - 1].voice));
    return OK;
}

/* To a voice, when one was asked for and is there. */
static enum err jump(struct request *req, struct response *res, struct decided_view *v,
                     bool *there)
{
    struct voice_find_row row;
    int64_t number;
    *there = false;
    v->asked = str_trim(req->query[1]);
    if (!v->asked.n || !str_number(v->asked, INT64_MAX, &number)) return OK;
    TRY(voice_find(req->db, req->arena, v->d.id, number, &row, there));
    if (!*there) return OK;
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/nakijken/{}", v->d.slug, v->asked));
}

static enum err handle(struct request *req, struct response *res)
{
    struct decided_view v = { 0 };
    int64_t below = INT64_MAX;
    bool there;
    TRY(desk_open(req, res, &v.d));
    TRY(jump(req, res, &v, &there));
    if (there) return OK;
    v.later = req->query[0].n > 0;
    if (v.later && !str_number(req->query[0], INT64_MAX, &below))
        return FAIL(ERR_INPUT, "a page that begins nowhere");
    TRY(queue_counts(req, v.d.id, &v.counts));
    TRY(rows(req, &v, below));
    v.first = PATH(req->arena, "/{}/beheer/nakijken/besloten", v.d.slug);
    res->frame.title = words_in(SAY("Besloten"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken", v.d.slug),
                   words_in(SAY("Nakijken"), req->lang));
    dialogue_crumb(res, v.first, res->frame.title);
    decided_page(response_page(req, res), &v);
    return OK;
}

const struct page review_decided = {
    .path = "/:dialogue/beheer/nakijken/besloten",
    .who = WHO_EDITOR,
    .query = "voor nummer",
    .handle = handle,
    .file = __FILE__,
};
