/* stories.c — /:dialogue/verhalen and /:dialogue/verhaal/:story, longer voices, read as a whole. */
#include "features/voices/stories.h"
#include "features/voices/stories.html.h"
#include "features/voices/story.html.h"

enum { BEGINNING = 320 };

static enum err handle_list(struct request *req, struct response *res)
{
    struct stories_view v = { 0 };

    TRY(dialogue_open(req, res, &v.d));
    TRY(stories_in_order(req->db, req->arena, v.d.id, v.d.own, lang_about(req->lang)->code,
                         &v.stories, &v.stories_n));
    for (size_t i = 0; i < v.stories_n; i++) {
        v.stories[i].body = beginning(req->arena, v.stories[i].body, BEGINNING);
        v.stories[i].translation = beginning(req->arena, v.stories[i].translation, BEGINNING);
    }
    res->frame.title = words_in(SAY("Verhalen"), req->lang);
    res->frame.description =
        words_in(SAY("Verhalen van mensen, in hun eigen woorden."), req->lang);
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    stories_page(response_page(req, res), &v);
    return OK;
}

static enum err handle_one(struct request *req, struct response *res)
{
    struct story_page_view v = { 0 };
    bool found;
    const struct str lang = lang_about(req->lang)->code;

    TRY(dialogue_open(req, res, &v.d));
    TRY(story_shown(req->db, req->arena, v.d.id, req->param[1].text, v.d.own, lang, &v.s,
                    &found));
    if (!found) return FAIL(ERR_MISSING, "no such story");
    v.readable = v.s.visibility == VISIBILITY_SHOWN;
    v.absence = voice_absence(v.s.visibility);
    if (v.readable) TRY(used_voice(req, v.d.edition, v.d.own, v.s.voice, &v.used));
    res->frame.title = v.readable ? v.s.title : words_in(SAY("Verhaal"), req->lang);
    if (v.readable)
        res->frame.description =
            beginning(req->arena, v.s.has_translation ? v.s.translation : v.s.body, 280);
    dialogue_crumb(res, PATH(req->arena, "/{}/verhalen", v.d.slug),
                   words_in(SAY("Verhalen"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    story_page(response_page(req, res), &v);
    if (!v.readable) res->status = v.s.visibility == VISIBILITY_WAITING ? 404 : 410;
    return OK;
}

const struct page voices_stories = {
    .path = "/:dialogue/verhalen",
    .who = WHO_ANYONE,
    .handle = handle_list,
    .file = __FILE__,
};
const struct page voices_story = {
    .path = "/:dialogue/verhaal/:story",
    .who = WHO_ANYONE,
    .handle = handle_one,
    .file = __FILE__,
};
