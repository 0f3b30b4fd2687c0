/* pass.c — /:dialogue/beheer/muur/:gathering: on a phone in the room, a host or editor lets a voice of this
 * evening through, in one touch. What something was noticed in is read with care, elsewhere. */
#include "algo/noticed.h"
#include "features/history/history.h"
#include "features/wall/pass.html.h"
#include "features/wall/wall.h"

static enum err gathering_open(struct request *req, const struct dialogue *d,
                               struct wall_gathering_row *g)
{
    bool found;
    const struct str slug = req->param[1].text;
    TRY(wall_gathering(req->db, req->arena, d->id, slug, d->own, lang_about(req->lang)->code, g,
                       &found));
    return found ? OK : FAIL(ERR_MISSING, "no gathering %.*s", STR_ARG(slug));
}

static bool is_odd(struct arena *a, struct str body, bool young)
{
    struct notice *found;
    return young || noticed(a, body, &found) > 0;
}

static enum err handle(struct request *req, struct response *res)
{
    struct wall_pass_view v = { .edits = req->visitor.role >= WHO_EDITOR };
    struct wall_waiting_row *rows;
    TRY(desk_open(req, res, &v.d));
    TRY(gathering_open(req, &v.d, &v.gathering));
    TRY(wall_waiting(req->db, req->arena, v.gathering.id, v.d.own, lang_about(req->lang)->code,
                     &rows, &v.voices_n));
    v.voices = NEW(req->arena, struct wall_waiting_voice, v.voices_n + 1);
    for (size_t i = 0; i < v.voices_n; i++)
        v.voices[i] = (struct wall_waiting_voice){ .id = rows[i].id,
                                                   .number = rows[i].number,
                                                   .at_number = rows[i].at_number,
                                                   .body = rows[i].body,
                                                   .lang = rows[i].lang,
                                                   .theme = rows[i].theme,
                                                   .theme_lang = rows[i].theme_lang,
                                                   .odd = is_odd(req->arena, rows[i].body,
                                                                 rows[i].young) };
    TRY(wall_waits(req->db, v.gathering.id, &v.waiting));
    v.done = str_is(req->query[0], "getoond");
    res->frame.title = words_in(SAY("Voor de muur"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/muur/{}", v.d.slug, v.gathering.slug),
                   res->frame.title);
    wall_pass_page(response_page(req, res), &v);
    return OK;
}

const struct page wall_pass = {
    .path = "/:dialogue/beheer/muur/:gathering",
    .who = WHO_HOST,
    .query = "gedaan",
    .handle = handle,
    .file = __FILE__,
};

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct dialogue d;
    struct wall_gathering_row g;
    struct wall_may_pass_row row;
    bool found;
    const int64_t voice = req->param[2].number;
    TRY(desk_open(req, res, &d));
    TRY(gathering_open(req, &d, &g));
    TRY(wall_may_pass(tx->db, req->arena, g.id, voice, &row, &found));
    if (!found) return FAIL(ERR_CLASH, "voice %lld does not wait here", (long long)voice);
    if (is_odd(req->arena, row.body, row.young))
        return FAIL(ERR_WHO, "something was noticed in voice %lld", (long long)voice);
    TRY(voice_show(tx, req, voice, STR(""), NULL));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/muur/{}?gedaan=getoond", d.slug, g.slug));
}

static const struct form nothing = { 0 };

const struct page wall_pass_one = {
    .path = "/:dialogue/beheer/muur/:gathering/#voice/toon",
    .who = WHO_HOST,
    .form = &nothing,
    .act = act,
    .file = __FILE__,
};
