/* list.c — /:dialogue/punten, every point of the newest edition, theme by theme. */
#include "features/points/list.h"
#include "features/points/list.html.h"

/* What the reader asked besides a kind. */
struct asked {
    bool has_theme;
    int64_t theme;
    struct str slug;
    int64_t theme_after, after; /* place of the last point on the page before */
};

static enum err themes(struct request *req, struct point_list_view *v, struct asked *asked)
{
    struct points_themes_row *rows;
    size_t n;

    asked->slug = req->query[0];
    TRY(points_themes(req->db, req->arena, v->d.id, v->d.edition, v->d.own,
                      lang_about(req->lang)->code, &rows, &n));
    v->themes = NEW(req->arena, struct theme_option, n);
    for (size_t i = 0; i < n; i++) {
        const bool chosen = str_eq(rows[i].slug, asked->slug);
        if (chosen) {
            asked->has_theme = true;
            asked->theme = rows[i].id;
        }
        if (rows[i].points || chosen)
            v->themes[v->themes_n++] =
                (struct theme_option){ rows[i].slug, rows[i].title, rows[i].points, chosen };
    }
    if (asked->slug.n && !asked->has_theme) return FAIL(ERR_MISSING, "no such theme");
    return OK;
}

static enum err kinds(struct request *req, struct point_list_view *v, const struct asked *asked)
{
    struct points_kinds_row *rows;
    size_t n;

    TRY(points_kinds(req->db, req->arena, v->d.id, v->d.edition, asked->has_theme, asked->theme,
                     &rows, &n));
    struct counted *counts = NEW(req->arena, struct counted, n);
    for (size_t i = 0; i < n; i++)
        counts[i] = (struct counted){ (int64_t)rows[i].kind, -1, rows[i].points };
    TRY(filter_options(req, &v->d, 0, counts, n, &v->filter));
    v->filter.narrowed |= asked->has_theme;
    return OK;
}

/* Where the page before ended. A point that is there no more starts the list again. */
static enum err place(struct request *req, const struct point_list_view *v, struct asked *asked)
{
    struct point_place_row row;
    bool found = false;

    asked->theme_after = asked->after = INT64_MIN;
    if (!v->filter.f.after) return OK;
    TRY(point_place(req->db, req->arena, v->d.edition, v->d.id, v->filter.f.after,
                    asked->has_theme, asked->theme, &row, &found));
    if (!found) return OK;
    asked->theme_after = row.theme_position;
    asked->after = row.place;
    return OK;
}

static void group(struct arena *a, const struct points_in_order_row *rows, size_t n,
                  struct point_list_view *v)
{
    v->groups = NEW(a, struct points_group, n);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || rows[i].theme != rows[i - 1].theme)
            v->groups[v->groups_n++] = (struct points_group){ &rows[i], 0 };
        v->groups[v->groups_n - 1].points_n++;
    }
}

static void pages(struct request *req, struct point_list_view *v, bool more, int64_t last)
{
    const struct str theme = req->query[0];
    struct path base = v->self;
    if (theme.n) base = PATH(req->arena, "/{}/punten?thema={}", v->d.slug, theme);
    filter_pages(req, base, more, last, &v->filter);
}

static enum err handle(struct request *req, struct response *res)
{
    struct point_list_view v = { 0 };
    struct asked asked = { 0 };
    struct points_in_order_row *rows;
    size_t fetched;

    TRY(dialogue_open(req, res, &v.d));
    v.self = PATH(req->arena, "/{}/punten", v.d.slug);
    res->frame.title = words_in(SAY("Punten"), req->lang);
    res->frame.description =
        words_in(SAY("Alle punten uit het verslag. Bij elk punt ziet u waar het vandaan komt."),
                 req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    if (v.d.edition) {
        TRY(filter_read(req, v.d.id, req->query[1], (struct str){ 0 }, req->query[2],
                        &v.filter.f));
        TRY(themes(req, &v, &asked));
        TRY(kinds(req, &v, &asked));
        TRY(place(req, &v, &asked));
        TRY(points_in_order(req->db, req->arena, v.d.id, v.d.edition, v.d.own,
                            lang_about(req->lang)->code, asked.has_theme, asked.theme,
                            v.filter.f.has_kind, v.filter.f.kind, asked.theme_after,
                            asked.after, &rows, &fetched));
        const size_t n = filter_cut(fetched);
        group(req->arena, rows, n, &v);
        pages(req, &v, fetched > n, n ? rows[n - 1].number : 0);
    }
    point_list_page(response_page(req, res), &v);
    return OK;
}

const struct page points_list = {
    .path = "/:dialogue/punten",
    .who = WHO_ANYONE,
    .query = "thema soort na",
    .handle = handle,
    .file = __FILE__,
};
