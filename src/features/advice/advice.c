/* advice.c — see advice.h. */
#include "features/advice/advice.h"

enum err advice_named(struct request *req, int64_t dialogue, struct advice_find_row *row)
{
    bool found;
    TRY(advice_find(req->db, req->arena, dialogue, req->param[1].number, row, &found));
    if (!found) return FAIL(ERR_MISSING, "no advice %lld", (long long)req->param[1].number);
    return OK;
}

struct said said_in(enum lang reader, struct str own_lang, struct str own, struct str english)
{
    if (reader == LANG_EN && english.n) return (struct said){ english, STR("en") };
    return (struct said){ own, own_lang };
}

struct said step_said(enum lang reader, struct str own_lang, struct str code, struct str name,
                      struct str name_en)
{
    int kind;
    if (!name.n && term_read(step_kind_term, STEP_TO_COLLEGE, STEP_KINDS, code, &kind))
        return (struct said){ words_in(step_kind_term(kind).words, reader),
                              lang_about(reader)->code };
    return said_in(reader, own_lang, name, name_en);
}
