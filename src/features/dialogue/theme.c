/* theme.c — /:dialogue/thema/:theme, one theme: what was asked, and what the tables made of it. */
#include "features/dialogue/theme.h"
#include "features/dialogue/theme.html.h"
#include "web/mail.h"

/* Points of one kind together, kinds in their order, points in theirs. */
static void group(struct arena *a, struct theme_view *v,
                  const struct theme_shown_points_row *rows, size_t n)
{
    for (int kind = 0; kind < POINT_KINDS; kind++) {
        struct theme_points *k = &v->kinds[v->kinds_n];
        size_t many = 0;
        for (size_t i = 0; i < n; i++) many += (int)rows[i].kind == kind;
        if (!many) continue;
        const struct term term = kind_term(kind);
        *k = (struct theme_points){ .code = str_of(term.code), .words = term.words };
        k->points = NEW(a, const struct theme_shown_points_row *, many);
        for (size_t i = 0; i < n; i++)
            if ((int)rows[i].kind == kind) k->points[k->points_n++] = &rows[i];
        v->kinds_n++;
    }
}

static enum err points_fill(struct request *req, struct theme_view *v, struct str lang)
{
    struct theme_shown_points_row *rows;
    size_t n;
    if (!v->d.edition) return OK; /* a draft is not public */
    const int64_t edition = v->d.edition, theme = v->theme.id;
    TRY(theme_shown_points(req->db, req->arena, edition, theme, lang, &rows, &n));
    if (!n && !str_eq(lang, v->d.own)) /* the edition has no words in it */
        TRY(theme_shown_points(req->db, req->arena, edition, theme, v->d.own, &rows, &n));
    group(req->arena, v, rows, n);
    return OK;
}

static enum err tables_fill(struct request *req, struct theme_view *v)
{
    TRY(theme_shown_tables(req->db, req->arena, v->theme.id, req->today, &v->tables,
                           &v->tables_n));
    for (size_t i = 0; i < v->tables_n; i++) {
        const struct theme_shown_tables_row *t = &v->tables[i];
        v->evenings = v->evenings || !str_eq(t->gathering, v->tables[0].gathering);
        v->rounds = v->rounds || t->round > 1;
    }
    return OK;
}

static enum err neighbours_fill(struct request *req, struct theme_view *v, struct str lang)
{
    struct theme_order_row *all;
    size_t n;
    TRY(theme_order(req->db, req->arena, v->d.id, v->d.own, lang, &all, &n));
    for (size_t i = 0; i < n; i++) {
        if (all[i].id != v->theme.id) continue;
        v->place = i + 1;
        v->before = i ? &all[i - 1] : NULL;
        v->behind = i + 1 < n ? &all[i + 1] : NULL;
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct theme_view v = { 0 };
    const struct str lang = lang_about(req->lang)->code, slug = req->param[1].text;
    bool found;

    TRY(dialogue_open(req, res, &v.d));
    TRY(theme_shown(req->db, req->arena, v.d.id, slug, v.d.own, lang, &v.theme, &found));
    if (!found) return FAIL(ERR_MISSING, "no theme %.*s", STR_ARG(slug));
    TRY(picture_show(req, v.theme.has_picture, v.theme.picture, &v.d, &v.picture));
    TRY(mail_ready(req->db, req->arena, &v.can_mail));
    TRY(points_fill(req, &v, lang));
    TRY(tables_fill(req, &v));
    if (v.theme.voices)
        TRY(theme_shown_voices(req->db, req->arena, v.theme.id, lang, &v.voices, &v.voices_n));
    TRY(neighbours_fill(req, &v, lang));
    if (v.d.map)
        TRY(theme_subjects(req->db, req->arena, v.theme.id, &v.subjects, &v.subjects_n));

    res->frame.title = v.theme.title;
    res->frame.description = v.theme.question;
    dialogue_crumb(res, PATH(req->arena, "/{}/thema/{}", v.d.slug, slug), v.theme.title);
    if (v.d.advised) dialogue_follow(req, res, &v.d, slug, STR(""));
    theme_page(response_page(req, res), &v);
    return OK;
}

const struct page dialogue_theme = {
    .path = "/:dialogue/thema/:theme",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
