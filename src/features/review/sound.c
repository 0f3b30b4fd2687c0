/* sound.c — /:dialogue/beheer/nakijken/#voice/geluid: a recording, for whoever types it out. It is gone
 * when that is done. */
#include "features/review/one.sql.h"

static enum content content_of(struct str type)
{
    if (str_is(type, "audio/ogg")) return CONTENT_OGG;
    if (str_is(type, "audio/mp4")) return CONTENT_M4A;
    if (str_is(type, "audio/wav")) return CONTENT_WAV;
    if (str_is(type, "audio/webm")) return CONTENT_WEBM;
    return CONTENT_BYTES;
}

static enum err handle(struct request *req, struct response *res)
{
    struct dialogue d;
    struct one_sound_row sound;
    bool found;
    TRY(desk_open(req, res, &d));
    TRY(one_sound(req->db, req->arena, d.id, req->param[1].number, &sound, &found));
    if (!found) return FAIL(ERR_MISSING, "no sound of this voice");
    res->content = content_of(sound.type);
    /* Saved, never played in the page: it came from a stranger. */
    res->filename =
        arena_format(req->arena, "inbreng-%lld.%.*s", (long long)req->param[1].number,
                     STR_ARG(str_from(sound.type, sizeof "audio/" - 1)));
    out_raw(&res->body, sound.bytes);
    return OK;
}

const struct page review_sound = {
    .path = "/:dialogue/beheer/nakijken/#voice/geluid",
    .who = WHO_EDITOR,
    .handle = handle,
    .file = __FILE__,
};
