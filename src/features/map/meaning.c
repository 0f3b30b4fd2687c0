/* meaning.c — see meaning.h. */
#include "features/map/meaning.h"

#include "features/history/history.h"
#include "features/map/map.h"
#include "features/map/rows.sql.h"

/* What people's words mean changes what everybody finds, so it is written down. */
static enum err note(struct tx *tx, struct request *req, enum act act, struct str said,
                     struct str before, struct str after)
{
    return history_write(
        tx, req,
        &(struct change){
            .thing = THING_SITE,
            .number = 1,
            .act = act,
            .before = act == ACT_MADE ? STR("")
                                      : arena_format(req->arena, "%.*s: %.*s", STR_ARG(said),
                                                     STR_ARG(before)),
            .after = act == ACT_REMOVED ? STR("")
                                        : arena_format(req->arena, "%.*s: %.*s", STR_ARG(said),
                                                       STR_ARG(after)) },
        NULL);
}

enum err map_meaning_explain(struct tx *tx, struct request *req, struct str said,
                             struct str means)
{
    struct map_meaning_said_row before = { 0 };
    bool found;
    TRY(map_meaning_said(tx->db, req->arena, said, &before, &found));
    TRY(map_meaning_put(tx, said, means));
    TRY(note(tx, req, found ? ACT_CHANGED : ACT_MADE, said, found ? before.means : STR(""),
             means));
    return map_meanings_renew(tx);
}

enum err map_meaning_forget(struct tx *tx, struct request *req, int64_t id)
{
    struct map_meaning_find_row before;
    bool found;
    TRY(map_meaning_find(tx->db, req->arena, id, &before, &found));
    if (!found) return FAIL(ERR_MISSING, "no such words");
    TRY(map_meaning_remove(tx, id));
    TRY(note(tx, req, ACT_REMOVED, before.said, before.means, STR("")));
    return map_meanings_renew(tx);
}
