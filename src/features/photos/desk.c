/* desk.c — /:dialogue/beheer/fotos: the photos that wait for a decision, and those that had one. */
#include "features/photos/desk.h"
#include "features/photos/desk.html.h"

enum { ON_PAGE = 50 };
enum { ASKED_STATE, ASKED_AFTER, ASKED_DONE };

const struct words *photo_done_words(struct str code)
{
    if (str_is(code, "toon")) return SAY("De foto is nu voor iedereen te zien.");
    if (str_is(code, "team")) return SAY("De foto blijft alleen voor het team.");
    if (str_is(code, "verberg")) return SAY("De foto wordt niet getoond.");
    if (str_is(code, "bewaar")) return SAY("Uw verandering is bewaard.");
    if (str_is(code, "wis")) return SAY("De foto is gewist.");
    if (str_is(code, "nieuw")) return SAY("De foto is toegevoegd. Kijk hem nu na.");
    return NULL;
}

static enum err list(struct request *req, struct photo_list_view *v)
{
    const struct str asked = req->query[ASKED_STATE], after = req->query[ASKED_AFTER];
    int state = PHOTO_WAITING;
    int64_t from = 0;
    if (asked.n && !term_read(photo_state_term, 0, PHOTO_ERASED, asked, &state))
        return FAIL(ERR_INPUT, "no such list");
    if (after.n && !str_number(after, INT64_MAX, &from))
        return FAIL(ERR_INPUT, "a page that begins nowhere");
    v->state = (enum photo_state)state;
    TRY(photos_of_team(req->db, req->arena, v->d.id, v->state, from, &v->rows, &v->rows_n));
    v->more = v->rows_n > ON_PAGE;
    if (v->more) v->rows_n = ON_PAGE;
    if (v->more)
        v->next = PATH(req->arena, "/{}/beheer/fotos?stand={}&na={}", v->d.slug,
                       str_of(photo_state_term(state).code),
                       arena_format(req->arena, "%lld", (long long)v->rows[v->rows_n - 1].id));
    for (int i = 0; i < PHOTO_ERASED; i++)
        TRY(photos_in_state(req->db, v->d.id, (enum photo_state)i, &v->of[i]));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct photo_list_view v = { 0 };
    TRY(desk_open(req, res, &v.d));
    TRY(list(req, &v));
    v.done = photo_done_words(req->query[ASKED_DONE]);
    v.self = PATH(req->arena, "/{}/beheer/fotos", v.d.slug);
    res->frame.title = words_in(SAY("Foto’s"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    photo_list_page(response_page(req, res), &v);
    return OK;
}

const struct page photos_desk = {
    .path = "/:dialogue/beheer/fotos",
    .who = WHO_EDITOR,
    .query = "stand na gedaan",
    .handle = handle,
    .file = __FILE__,
};
