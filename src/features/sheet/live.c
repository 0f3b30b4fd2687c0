/* live.c — /tafel/:token/live: how much was noted at a table, for its phones: when it becomes another number,
 * they ask what there is (web/live.h). */
#include "features/sheet/sheet.h"

static enum err live(struct request *req, struct response *res)
{
    struct sheet_find_row s;
    struct str code;
    bool found = false;
    int64_t rows;
    if (receipt_read(req->arena, req->param[0].text, &code))
        TRY(sheet_find(req->db, req->arena, sheet_hash(req->arena, code), &s, &found));
    if (!found) return FAIL(ERR_MISSING, "no such table");
    TRY(sheet_full(req->db, s.id, &rows));
    res->content = CONTENT_TEXT;
    res->noindex = true;
    out_raw(&res->body,
            arena_format(req->arena, "%lld%s", (long long)rows, s.has_closed ? " x" : ""));
    return OK;
}

const struct page sheet_live = {
    .path = "/tafel/:token/live",
    .who = WHO_ANYONE,
    .live = true,
    .handle = live,
    .file = __FILE__,
};
