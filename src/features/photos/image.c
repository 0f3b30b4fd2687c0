/* image.c — the pixels of a photo: /:dialogue/foto/#photo for everybody once it is shown,
 * /:dialogue/beheer/fotos/#photo/beeld for the team. Not immutable: a photo may be erased, and is then
 * gone from here at once. */
#include "features/photos/photos.h"

static enum err of_dialogue(struct request *req, int64_t *dialogue)
{
    struct str own;
    return dialogue_named(req, dialogue, &own);
}

static enum err large(struct request *req, struct response *res)
{
    struct photo_public_row row;
    int64_t dialogue;
    bool found;
    TRY(of_dialogue(req, &dialogue));
    TRY(photo_public(req->db, req->arena, dialogue, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no photo for everybody");
    photo_answer(res, row.type, row.bytes);
    return OK;
}

static enum err small(struct request *req, struct response *res)
{
    struct photo_public_small_row row;
    int64_t dialogue;
    bool found;
    TRY(of_dialogue(req, &dialogue));
    TRY(photo_public_small(req->db, req->arena, dialogue, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no photo for everybody");
    photo_answer(res, row.type, row.bytes);
    return OK;
}

static enum err large_of_team(struct request *req, struct response *res)
{
    struct photo_large_row row;
    int64_t dialogue;
    bool found;
    TRY(of_dialogue(req, &dialogue));
    TRY(photo_large(req->db, req->arena, dialogue, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such photo");
    res->no_store = true;
    photo_answer(res, row.type, row.bytes);
    return OK;
}

static enum err small_of_team(struct request *req, struct response *res)
{
    struct photo_small_row row;
    int64_t dialogue;
    bool found;
    TRY(of_dialogue(req, &dialogue));
    TRY(photo_small(req->db, req->arena, dialogue, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such photo");
    res->no_store = true;
    photo_answer(res, row.type, row.bytes);
    return OK;
}

const struct page photos_large = {
    .path = "/:dialogue/foto/#photo",
    .who = WHO_ANYONE,
    .handle = large,
    .file = __FILE__,
};
const struct page photos_small = {
    .path = "/:dialogue/foto/#photo/klein",
    .who = WHO_ANYONE,
    .handle = small,
    .file = __FILE__,
};
const struct page photos_large_of_team = {
    .path = "/:dialogue/beheer/fotos/#photo/beeld",
    .who = WHO_EDITOR,
    .handle = large_of_team,
    .file = __FILE__,
};
const struct page photos_small_of_team = {
    .path = "/:dialogue/beheer/fotos/#photo/klein",
    .who = WHO_EDITOR,
    .handle = small_of_team,
    .file = __FILE__,
};
