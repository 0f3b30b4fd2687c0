/* themes.c — /:dialogue/themas, every theme, under the concern it belongs to. */
#include "features/dialogue/landing.h"
#include "features/dialogue/themes.html.h"

enum { NO_EDITION = -1 }; /* edition 0 is the draft, which is not public */

/* Themes under `pillar`, or under none; a group only when there are any. */
static void group_add(struct arena *a, struct themes_view *v,
                      const struct landing_pillars_row *pillar,
                      const struct landing_themes_row *themes, size_t n)
{
    struct themes_group *g = &v->groups[v->groups_n];
    *g = (struct themes_group){ .pillar = pillar };
    g->themes = NEW(a, struct landing_themes_row, n);
    for (size_t i = 0; i < n; i++) {
        const bool here = pillar ? themes[i].has_pillar && themes[i].pillar == pillar->id
                                 : !themes[i].has_pillar;
        if (here) g->themes[g->themes_n++] = themes[i];
    }
    if (g->themes_n) v->groups_n++;
}

static enum err handle(struct request *req, struct response *res)
{
    struct themes_view v = { 0 };
    const struct str lang = lang_about(req->lang)->code;
    struct landing_pillars_row *pillars;
    struct landing_themes_row *themes;
    size_t pillars_n;

    TRY(dialogue_open(req, res, &v.d));
    const int64_t edition = v.d.edition ? v.d.edition : NO_EDITION;
    TRY(landing_pillars(req->db, req->arena, v.d.id, v.d.own, lang, &pillars, &pillars_n));
    TRY(landing_themes(req->db, req->arena, v.d.id, edition, v.d.own, lang, req->today, &themes,
                       &v.themes_n));
    v.groups = NEW(req->arena, struct themes_group, pillars_n + 1);
    for (size_t i = 0; i < pillars_n; i++)
        group_add(req->arena, &v, &pillars[i], themes, v.themes_n);
    group_add(req->arena, &v, NULL, themes, v.themes_n);

    res->frame.title = words_in(SAY("Thema’s"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/themas", v.d.slug), res->frame.title);
    themes_page(response_page(req, res), &v);
    return OK;
}

const struct page dialogue_themes = {
    .path = "/:dialogue/themas",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
