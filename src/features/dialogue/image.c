/* image.c — /beeld/:hash and /beeld/:hash/klein, the pixels themselves. The address holds their hash,
 * so they are kept for ever; the type is one of two that we wrote ourselves. */
#include "features/dialogue/image.sql.h"
#include "web/web.h"

static enum err serve(struct response *res, struct str hash, bool found, struct str type,
                      struct str bytes)
{
    if (!found) return FAIL(ERR_MISSING, "no image %.*s", STR_ARG(hash));
    res->content = str_is(type, "image/png") ? CONTENT_PNG : CONTENT_JPEG;
    res->immutable = true;
    out_raw(&res->body, bytes);
    return OK;
}

static enum err large(struct request *req, struct response *res)
{
    const struct str hash = req->param[0].text;
    struct image_bytes_row row = { 0 };
    bool found;
    TRY(image_bytes(req->db, req->arena, hash, &row, &found));
    return serve(res, hash, found, row.type, row.bytes);
}

static enum err small(struct request *req, struct response *res)
{
    const struct str hash = req->param[0].text;
    struct image_small_row row = { 0 };
    bool found;
    TRY(image_small(req->db, req->arena, hash, &row, &found));
    return serve(res, hash, found, row.type, row.bytes);
}

const struct page dialogue_image = {
    .path = "/beeld/:hash",
    .who = WHO_ANYONE,
    .handle = large,
    .file = __FILE__,
};
const struct page dialogue_image_small = {
    .path = "/beeld/:hash/klein",
    .who = WHO_ANYONE,
    .handle = small,
    .file = __FILE__,
};
