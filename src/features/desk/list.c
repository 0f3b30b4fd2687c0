/* list.c — /:dialogue/beheer/punten, the points of the draft and what waits for one; and the buttons on
 * that page: up, down, and taking back. */
#include "features/desk/list.h"
#include "features/desk/list.html.h"

static enum err counts(struct request *req, struct desk_list_view *v)
{
    TRY(draft_theme_counts(req->db, req->arena, v->d.id, v->d.own, lang_about(req->lang)->code,
                           &v->themes, &v->themes_n));
    for (size_t i = 0; i < v->themes_n; i++) {
        v->points += v->themes[i].points;
        v->voices += v->themes[i].voices;
        v->findings += v->themes[i].findings;
        if (req->query[0].n && str_eq(req->query[0], v->themes[i].slug))
            v->theme = &v->themes[i];
    }
    if (req->query[0].n && !v->theme) return FAIL(ERR_MISSING, "no such theme");
    return OK;
}

static enum err points(struct request *req, struct desk_list_view *v)
{
    struct desk_points_row *rows;
    size_t fetched;
    int64_t after = 0;

    if (req->query[4].n && !str_number(req->query[4], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no number");
    TRY(desk_points(req->db, req->arena, v->theme->id, v->d.own, after, &rows, &fetched));
    v->rows = rows;
    v->rows_n = filter_cut(fetched);
    v->first = !after;
    v->more = fetched > v->rows_n;
    if (v->more)
        v->next =
            PATH(req->arena, "/{}/beheer/punten?thema={}&na={}", v->d.slug, v->theme->slug,
                 arena_format(req->arena, "%lld", (long long)rows[v->rows_n - 1].position));
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct desk_list_view v = { 0 };
    struct point_fault *faults;
    struct desk_homeless_row *homeless;
    struct desk_themeless_row *themeless;

    TRY(desk_open(req, res, &v.d));
    v.self = PATH(req->arena, "/{}/beheer/punten", v.d.slug);
    res->frame.title = words_in(SAY("Punten maken"), req->lang);
    desk_crumb(req, res, &v.d);
    v.notice =
        notice_read(req, &v.d, req->query[1], req->query[2], req->query[3], req->query[0]);
    TRY(counts(req, &v));
    TRY(points_check(req->db, req->arena, v.d.id, &faults, &v.faults_n));
    TRY(desk_homeless(req->db, req->arena, v.d.id, v.d.own, &homeless, &v.homeless_n));
    if (!v.theme) TRY(desk_themeless(req->db, req->arena, v.d.id, &themeless, &v.themeless_n));
    v.themeless = v.theme ? NULL : themeless;
    v.editor = req->visitor.role >= WHO_EDITOR;
    v.faults = faults;
    v.homeless = homeless;
    if (v.theme) {
        TRY(points(req, &v));
        TRY(remarks_of(req, &v.d, THING_THEME, v.theme->id, v.theme->slug, &v.remarks));
        TRY(people_here(
            req, PATH(req->arena, "/{}/beheer/punten?thema={}", v.d.slug, v.theme->slug),
            PATH(req->arena, "/{}/beheer/punten/maak?thema={}", v.d.slug, v.theme->slug),
            &v.here));
        dialogue_crumb(res,
                       PATH(req->arena, "/{}/beheer/punten?thema={}", v.d.slug, v.theme->slug),
                       v.theme->title);
    }
    desk_list_page(response_page(req, res), &v);
    return OK;
}

/* ---- buttons ---- */

struct move {
    struct str theme;
    int side;
    int64_t onto; /* number of the point whose place it takes; 0: one place up or down */
};
static const struct field move_fields[] = {
    FIELD_LINE(struct move, theme, "thema", .required = true),
    FIELD_CHOICE(struct move, side, "kant", "op neer"),
    FIELD_NUMBER(struct move, onto, "plek"),
};
static const struct form move_form = FORM(struct move, move_fields);

static enum err theme_of(struct request *req, const struct dialogue *d, struct str slug,
                         int64_t *theme)
{
    struct theme_named_row row;
    bool found;
    TRY(theme_named(req->db, req->arena, d->id, slug, d->own, lang_about(req->lang)->code, &row,
                    &found));
    if (!found) return FAIL(ERR_MISSING, "no such theme");
    *theme = row.id;
    return OK;
}

enum { STEPS_MOST = 100 };

/* One place at a time, until it has passed the point that it was dropped on. */
static enum err move_onto(struct draft *w, int64_t theme, int64_t number, int64_t onto,
                          bool *moved)
{
    struct draft_point p, other;
    TRY(draft_open(w, number, &p));
    TRY(draft_open(w, onto, &other));
    const bool up = p.now.position > other.now.position;
    bool step = number != onto;
    *moved = false;
    for (int i = 0; step && i < STEPS_MOST; i++) {
        TRY(draft_move(w, theme, number, up, &step));
        *moved |= step;
        TRY(draft_open(w, number, &p));
        TRY(draft_open(w, onto, &other));
        step &= up == (p.now.position > other.now.position);
    }
    return OK;
}

static enum err move_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct move *form = form_values(req);
    struct dialogue d;
    int64_t theme;
    bool moved;

    TRY(dialogue_open(req, res, &d));
    TRY(theme_of(req, &d, form->theme, &theme));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    if (form->onto)
        TRY(move_onto(&w, theme, req->param[1].number, form->onto, &moved));
    else if (form->side >= 0)
        TRY(draft_move(&w, theme, req->param[1].number, form->side == 0, &moved));
    else
        return FAIL(ERR_INPUT, "moved to no side");
    return response_redirect(res,
                             notice_path(req->arena, &d, form->theme, moved ? "verplaatst" : "",
                                         req->param[1].number, w.batch));
}

struct undo {
    struct str theme;
    int64_t batch;
};
static const struct field undo_fields[] = {
    FIELD_LINE(struct undo, theme, "thema"),
    FIELD_NUMBER(struct undo, batch, "terug", .required = true, .least = 1),
};
static const struct form undo_form = FORM(struct undo, undo_fields);

/* Setting aside is an editor's to do, and so to take back. */
static enum err undo_voices(struct tx *tx, struct request *req, const struct dialogue *d,
                            int64_t batch, bool *done)
{
    int64_t back, left, findings = 0;
    if (req->visitor.role < WHO_EDITOR) return FAIL(ERR_WHO, "only editors set voices aside");
    const enum err e = voices_undo(tx, req, d->id, batch, &back, &left);
    if (e == OK) TRY(findings_undo(tx, req, d->id, batch, &findings));
    *done = e == OK && back + findings > 0;
    return e == ERR_CLASH ? OK : e;
}

static enum err undo_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct undo *form = form_values(req);
    struct dialogue d;
    int64_t points;
    bool done = false;

    TRY(dialogue_open(req, res, &d));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    TRY(draft_change_count(tx->db, form->batch, d.id, &points));
    if (points)
        TRY(draft_undo(&w, form->batch, &done));
    else
        TRY(undo_voices(tx, req, &d, form->batch, &done));
    return response_redirect(
        res, notice_path(req->arena, &d, form->theme, done ? "terug" : "niet-terug", 0, 0));
}

const struct page desk_list = {
    .path = "/:dialogue/beheer/punten",
    .who = WHO_WRITER,
    .query = "thema gedaan punt terug na",
    .handle = handle,
    .file = __FILE__,
};
const struct page desk_move = {
    .path = "/:dialogue/beheer/punten/#point/schuif",
    .who = WHO_WRITER,
    .form = &move_form,
    .act = move_act,
    .file = __FILE__,
};
const struct page desk_undo = {
    .path = "/:dialogue/beheer/punten/terug",
    .who = WHO_WRITER,
    .form = &undo_form,
    .act = undo_act,
    .file = __FILE__,
};
