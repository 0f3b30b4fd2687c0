/* landing.c — /:dialogue, the first page of a dialogue: the question, how far it is, what came of it. */
#include "features/dialogue/landing.h"
#include "features/dialogue/landing.html.h"

enum {
    NO_EDITION = -1, /* edition 0 is the draft, which is not public */
    CARDS = 24,      /* themes on this page; the list has them all */
};

static enum err across_fill(struct request *req, struct landing_view *v, struct str lang)
{
    struct landing_across_row *rows;
    TRY(landing_across(req->db, req->arena, v->d.id, v->d.edition, v->d.own, lang, &rows,
                       &v->across_n));
    v->across = NEW(req->arena, struct across, v->across_n);
    for (size_t i = 0; i < v->across_n; i++) {
        v->across[i].point = rows[i];
        TRY(landing_point_themes(req->db, req->arena, v->d.edition, rows[i].id, v->d.own, lang,
                                 &v->across[i].themes, &v->across[i].themes_n));
    }
    return OK;
}

static enum err evenings_fill(struct request *req, struct landing_view *v, struct str lang)
{
    struct landing_gatherings_row *rows;
    TRY(landing_gatherings(req->db, req->arena, v->d.id, v->d.own, lang, req->today, &rows,
                           &v->evenings_n));
    v->evenings = NEW(req->arena, struct evening, v->evenings_n);
    for (size_t i = 0; i < v->evenings_n; i++) {
        struct evening *e = &v->evenings[i];
        e->row = rows[i];
        e->upcoming = rows[i].day.n >= req->today.n;
        /* The picture on top of the page is not shown twice. */
        const bool other =
            rows[i].has_picture && !(v->d.has_picture && rows[i].picture == v->d.picture);
        TRY(picture_show(req, other, rows[i].picture, &v->d, &e->picture));
    }
    return OK;
}

static enum err next_fill(struct request *req, struct landing_view *v, struct str lang)
{
    struct section_get_row row;
    TRY(section_get(req->db, req->arena, v->d.id, SECTION_NEXT, v->d.own, lang, &row,
                    &v->has_next));
    if (!v->has_next) return OK;
    v->next = markdown(req->arena, row.body, 3);
    v->next_lang = row.lang;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct landing_view *v = NEW(req->arena, struct landing_view, 1);
    const struct str lang = lang_about(req->lang)->code;

    TRY(dialogue_open(req, res, &v->d));
    res->frame.crumbs_n = 0;
    v->today = req->today;
    const int64_t id = v->d.id;
    const int64_t edition = v->d.edition ? v->d.edition : NO_EDITION;
    const struct str own = v->d.own;
    TRY(picture_show(req, v->d.has_picture, v->d.picture, &v->d, &v->picture));
    TRY(landing_numbers(req->db, req->arena, id, edition, req->today, &v->numbers));
    TRY(landing_phases(req->db, req->arena, id, own, lang, &v->phases, &v->phases_n));
    TRY(landing_pillars(req->db, req->arena, id, own, lang, &v->pillars, &v->pillars_n));
    TRY(landing_themes(req->db, req->arena, id, edition, own, lang, req->today, &v->themes,
                       &v->themes_all));
    v->themes_n = v->themes_all < CARDS ? v->themes_all : CARDS;
    TRY(landing_sources(req->db, req->arena, id, own, lang, &v->sources, &v->sources_n));
    TRY(landing_stories(req->db, req->arena, id, own, lang, &v->stories, &v->stories_n));
    if (v->d.edition) TRY(across_fill(req, v, lang));
    TRY(evenings_fill(req, v, lang));
    TRY(next_fill(req, v, lang));
    if (!v->d.question.n) v->d.question = v->d.title;
    v->give = PATH(req->arena, "/{}/meepraten", v->d.slug);

    landing_page(response_page(req, res), v);
    return OK;
}

const struct page dialogue_landing = {
    .path = "/:dialogue",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
