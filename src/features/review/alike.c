/* alike.c — /:dialogue/beheer/nakijken/#voice/lijkt: everything that waits beside this voice and is the
 * same or nearly the same, to decide about in one go. What is done is posted to the list itself. */
#include "algo/similar.h"
#include "features/review/alike.html.h"
#include "features/review/queue.h"

enum { ALIKE_MOST = 200 };

/* Those with the same words, then those that come near, oldest first. */
static enum err find(struct request *req, struct queue_view *v,
                     const struct queue_member_row *m, struct queue_waiting_row **found,
                     size_t *n)
{
    struct queue_texts_row *texts;
    size_t texts_n;
    *n = 0;
    *found = NEW(req->arena, struct queue_waiting_row, ALIKE_MOST);
    TRY(queue_texts(req->db, req->arena, v->d.id, v->f.state, &texts, &texts_n));
    for (size_t i = 0; i < texts_n; i++) {
        bool there;
        const bool same = m->fingerprint && texts[i].fingerprint == m->fingerprint;
        if (texts[i].voice != m->voice && !same &&
            similar_jaccard(req->arena, m->body, texts[i].body) < SIMILAR_NEAR)
            continue;
        v->all++;
        if (*n == ALIKE_MOST) continue;
        TRY(queue_row(req->db, req->arena, texts[i].voice, v->d.own,
                      lang_about(req->lang)->code, &(*found)[*n], &there));
        *n += there;
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct queue_view v = { .form = req->form, .alike = true, .f.apart = true };
    struct queue_member_row m;
    struct queue_waiting_row *rows;
    size_t n;
    bool found;

    TRY(desk_open(req, res, &v.d));
    v.number = req->param[1].number;
    TRY(queue_member(req->db, req->arena, v.d.id, v.number, &m, &found));
    if (!found) return FAIL(ERR_MISSING, "no such voice");
    v.f.state = m.state == CHECK_HELD ? CHECK_HELD : CHECK_WAITING;
    v.self = PATH(req->arena, "/{}/beheer/nakijken", v.d.slug);
    if (v.f.state == CHECK_HELD)
        v.self = PATH(req->arena, "/{}/beheer/nakijken?stand={}", v.d.slug, STR("apart"));
    TRY(find(req, &v, &m, &rows, &n));
    TRY(queue_picks(req, &v));
    v.items = queue_items(req, rows, n);
    res->frame.title = words_in(SAY("Wat hierop lijkt"), req->lang);
    dialogue_crumb(res, v.self, words_in(SAY("Nakijken"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    alike_page(response_page(req, res), &v);
    return OK;
}

const struct page review_alike = {
    .path = "/:dialogue/beheer/nakijken/#voice/lijkt",
    .who = WHO_EDITOR,
    .handle = handle,
    .file = __FILE__,
};
