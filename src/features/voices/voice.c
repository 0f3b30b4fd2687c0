/* voice.c — /:dialogue/inbreng/#voice, what somebody said and where it went. */
#include "features/voices/voice.h"
#include "features/voices/absent.html.h"
#include "features/voices/voice.html.h"

static enum err neighbours(struct request *req, struct voice_view *v)
{
    struct voice_theme_row at;
    struct voice_before_row row;
    bool found;

    TRY(voice_theme(req->db, req->arena, v->v.id, &at, &found));
    if (at.has_theme) {
        TRY(voice_before(req->db, req->arena, at.theme, v->v.number, &row, &v->has_before));
        if (v->has_before) v->before = row.number;
        TRY(voice_behind(req->db, req->arena, at.theme, v->v.number, &row, &v->has_behind));
        if (v->has_behind) v->behind = row.number;
    }
    if (!at.has_at_table) return OK;
    TRY(voices_at_table(req->db, req->arena, at.at_table, v->v.id, &v->beside, &v->beside_n));
    for (size_t i = 0; i < v->beside_n; i++)
        v->beside[i].body = beginning(req->arena, v->beside[i].body, 280);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct voice_view v = { 0 };
    bool found;
    const struct str lang = lang_about(req->lang)->code;
    const int64_t number = req->param[1].number;

    TRY(dialogue_open(req, res, &v.d));
    TRY(voice_shown(req->db, req->arena, v.d.id, number, v.d.own, lang, &v.v, &found));
    if (!found) return FAIL(ERR_MISSING, "no voice %lld", (long long)number);
    res->frame.title = FILL(req->arena, SAY("Inbreng {nummer}"), req->lang,
                            { "nummer", arena_format(req->arena, "%lld", (long long)number) });
    res->frame.description =
        v.v.has_translation ? v.v.translation : beginning(req->arena, v.v.body, 280);
    if (v.v.has_theme)
        dialogue_crumb(res, PATH(req->arena, "/{}/thema/{}/inbreng", v.d.slug, v.v.theme),
                       v.v.theme_title);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    if (v.v.visibility != VISIBILITY_SHOWN) {
        voice_absent_page(response_page(req, res), &v);
        res->status = v.v.visibility == VISIBILITY_WAITING ? 404 : 410;
        return OK;
    }
    TRY(used_voice(req, v.d.edition, v.d.own, v.v.id, &v.used));
    TRY(neighbours(req, &v));
    TRY(photos_of_voice(req, &v.d, v.v.id, &v.photos));
    voice_page(response_page(req, res), &v);
    return OK;
}

const struct page voices_voice = {
    .path = "/:dialogue/inbreng/#voice",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
