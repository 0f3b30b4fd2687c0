/* view.c — an edition, made ready for the page. */
#include "features/report/view.h"
#include "features/report/report.sql.h"

static struct path image_path(struct arena *a, struct str hash, bool small)
{
    return small ? PATH(a, "/beeld/{}/klein", hash) : PATH(a, "/beeld/{}", hash);
}

static bool stands_in(const struct report_point *p, struct str theme)
{
    for (size_t i = 0; i < p->themes_n; i++)
        if (str_eq(p->themes[i].slug, theme)) return true;
    return false;
}

/* The points of one kind under a theme: those that come back elsewhere first, then its own. */
static struct kind_view kind_of(struct arena *a, const struct report *r,
                                const struct report_theme *theme, int kind)
{
    struct kind_view group = { .code = str_of(kind_term(kind).code),
                               .words = kind_term(kind).words,
                               .points = NEW(a, const struct report_point *,
                                             theme->points_n + r->across_n) };
    for (size_t i = 0; i < r->across_n; i++)
        if (r->across[i].kind == kind && stands_in(&r->across[i], theme->slug))
            group.points[group.points_n++] = &r->across[i];
    for (size_t i = 0; i < theme->points_n; i++)
        if (theme->points[i].kind == kind) group.points[group.points_n++] = &theme->points[i];
    group.notes = NEW(a, struct point_notes, group.points_n + 1);
    return group;
}

/* The edition still says what was seen on a picture that was erased since; its readers are not told. */
static enum err picture_now(struct request *req, const struct report_picture *p,
                            struct picture_view *view)
{
    int64_t gone;
    if (!p->hash.n) return OK;
    *view = (struct picture_view){ .shown = true,
                                   .large = image_path(req->arena, p->hash, false),
                                   .small = image_path(req->arena, p->hash, true),
                                   .alt = p->alt,
                                   .caption = p->caption };
    TRY(image_is_gone(req->db, p->hash, &gone));
    if (!gone) return OK;
    view->caption.text = STR("");
    view->alt.text = words_in(SAY("Deze afbeelding is gewist."), req->lang);
    view->alt.lang = lang_about(req->lang)->code;
    return OK;
}

static enum err view_themes(struct request *req, struct report_view *v)
{
    struct arena *a = req->arena;
    v->themes = NEW(a, struct theme_view, v->r.themes_n);
    for (size_t t = 0; t < v->r.themes_n; t++) {
        const struct report_theme *theme = &v->r.themes[t];
        struct theme_view *view = &v->themes[t];
        *view = (struct theme_view){ .theme = theme, .place = t + 1 };
        TRY(picture_now(req, &theme->picture, &view->picture));
        for (int kind = 0; kind < POINT_KINDS; kind++) {
            view->kinds[view->kinds_n] = kind_of(a, &v->r, theme, kind);
            if (view->kinds[view->kinds_n].points_n) view->kinds_n++;
        }
    }
    return OK;
}

/* ---- sources under points, numbered per theme */

struct cites {
    struct arena *a;
    struct cited *at;
    size_t n, room;
};

static enum err see_cited(const struct report_cited_row *row, void *with)
{
    struct cites *c = with;
    if (c->n == c->room) {
        c->room = c->room ? 2 * c->room : 256;
        struct cited *more = NEW(c->a, struct cited, c->room);
        for (size_t i = 0; i < c->n; i++) more[i] = c->at[i];
        c->at = more;
    }
    c->at[c->n++] =
        (struct cited){ row->number, arena_copy(c->a, row->slug), arena_copy(c->a, row->page) };
    return OK;
}

static size_t first_of(const struct cites *c, int64_t point)
{
    size_t from = 0, to = c->n;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (c->at[middle].point < point)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static const struct report_source *source_of(const struct report *r, struct str slug)
{
    for (size_t i = 0; i < r->sources_n; i++)
        if (str_eq(r->sources[i].slug, slug)) return &r->sources[i];
    return NULL;
}

/* The smaller number first: behind a point never stands [2] [1]. */
static void put_note(struct point_notes *notes, int64_t number)
{
    size_t at = notes->n++;
    for (; at && notes->at[at - 1] > number; at--) notes->at[at] = notes->at[at - 1];
    notes->at[at] = number;
}

/* The note of a theme for this place; a new one when it has none yet. */
static struct note_view *note_of(struct theme_view *t, const struct report_source *source,
                                 struct str page)
{
    for (size_t i = 0; i < t->notes_n; i++)
        if (t->notes[i].source == source && str_eq(t->notes[i].page, page)) return &t->notes[i];
    t->notes[t->notes_n] = (struct note_view){ (int64_t)t->notes_n + 1, source, page };
    return &t->notes[t->notes_n++];
}

static void view_notes_of(struct arena *a, const struct report *r, const struct cites *cites,
                          struct theme_view *t, struct kind_view *kind, size_t i)
{
    struct point_notes *notes = &kind->notes[i];
    const int64_t point = kind->points[i]->number;
    const size_t from = first_of(cites, point);
    size_t n = 0;
    while (from + n < cites->n && cites->at[from + n].point == point) n++;
    notes->theme = t->theme->slug;
    notes->at = NEW(a, int64_t, n + 1);
    for (size_t k = from; k < from + n; k++) {
        const struct report_source *source = source_of(r, cites->at[k].source);
        if (source) put_note(notes, note_of(t, source, cites->at[k].page)->number);
    }
}

static enum err view_notes(struct request *req, struct report_view *v)
{
    struct cites cites = { .a = req->arena };
    TRY(report_cited(req->db, v->d.id, v->e.id, see_cited, &cites));
    for (size_t t = 0; t < v->r.themes_n; t++) {
        struct theme_view *theme = &v->themes[t];
        size_t most = 0;
        for (size_t k = 0; k < theme->kinds_n; k++)
            for (size_t i = 0; i < theme->kinds[k].points_n; i++)
                most += theme->kinds[k].points[i]->findings_n;
        theme->notes = NEW(req->arena, struct note_view, most + 1);
        for (size_t k = 0; k < theme->kinds_n; k++)
            for (size_t i = 0; i < theme->kinds[k].points_n; i++)
                view_notes_of(req->arena, &v->r, &cites, theme, &theme->kinds[k], i);
    }
    return OK;
}

/* Nothing a story says is in the edition, nor who told it: it is looked up, so erasing reaches it. */
static enum err view_stories(struct request *req, struct report_view *v)
{
    v->stories_n = v->r.stories_n;
    v->stories = NEW(req->arena, struct story_view, v->stories_n);
    for (size_t i = 0; i < v->stories_n; i++) {
        struct report_story_row row;
        bool found;
        TRY(report_story(req->db, req->arena, v->d.id, v->r.stories[i].voice, v->d.own,
                         lang_about(req->lang)->code, &row, &found));
        const bool shown = found && row.visibility == VISIBILITY_SHOWN;
        v->stories[i] = (struct story_view){ .story = &v->r.stories[i], .erased = !shown };
        if (!shown) continue;
        v->stories[i].body = row.body;
        v->stories[i].lang = row.lang;
        v->stories[i].title = row.title;
        v->stories[i].title_lang = row.title_lang;
        v->stories[i].signed_by = row.signed_by;
    }
    return OK;
}

static enum err read_edition(struct request *req, int64_t number, struct report_view *v)
{
    struct str body;
    bool found;
    if (number) {
        struct report_edition_row row;
        TRY(report_edition(req->db, req->arena, v->d.id, number, &row, &found));
        if (!found) return FAIL(ERR_MISSING, "no edition %lld", (long long)number);
        v->e = (struct edition){ row.id, row.number, row.published, row.hash, row.note };
        body = row.body;
    } else {
        struct report_latest_row row;
        TRY(report_latest(req->db, req->arena, v->d.id, &row, &found));
        if (!found) return FAIL(ERR_MISSING, "no edition yet");
        v->e = (struct edition){ row.id, row.number, row.published, row.hash, row.note };
        body = row.body;
    }
    v->latest = v->e.number == v->d.edition_number;
    return report_read(req->arena, body, req->lang, &v->r);
}

enum err report_open(struct request *req, const struct dialogue *d, int64_t number,
                     struct report_view *v)
{
    *v = (struct report_view){ .d = *d };
    TRY(read_edition(req, number, v));
    TRY(picture_now(req, &v->r.picture, &v->picture));
    for (int s = 0; s < SECTIONS; s++) {
        const struct report_section *section = report_section_of(&v->r, s);
        v->sections[s].heading = section_term(s).words;
        if (!section || !section->body.text.n) continue;
        v->sections[s].filled = true;
        v->sections[s].lang = section->body.lang;
        v->sections[s].body = markdown(req->arena, section->body.text, 3);
    }
    TRY(view_themes(req, v));
    TRY(view_notes(req, v));
    return view_stories(req, v);
}
