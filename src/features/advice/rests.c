/* rests.c — /:dialogue/beheer/adviezen/#advice/punten: the points an advice rests on, and
 * /:dialogue/beheer/adviezen/opzij/#point: a point from which no advice is made, with the reason. */
#include "features/advice/desk.h"

struct rests_form {
    struct numbers points;
    struct str basis;
};
static const struct field rests_fields[] = {
    FIELD_NUMBERS(struct rests_form, points, "punt"),
    FIELD_BASIS(struct rests_form),
};
static const struct form rests_form = FORM(struct rests_form, rests_fields);

static void point_choice(struct request *req, struct choice *c, int64_t id, int64_t number,
                         struct str body, struct str own)
{
    *c = (struct choice){
        .id = id,
        .text = body,
        .lang = own,
        .more = FILL(req->arena, SAY("punt {n}"), req->lang,
                     { "n", number_text(req->arena, true, number) }),
    };
}

/* The points of the newest edition, and those it rests on already that are in it no more. */
static enum err points_group(struct request *req, const struct record *r, int64_t advice,
                             int64_t edition, struct choice_group *g)
{
    struct desk_points_to_choose_row *rows;
    struct desk_points_before_row *before;
    struct advice_point_numbers_row *now;
    size_t n, before_n, now_n;
    TRY(desk_points_to_choose(req->db, req->arena, r->s.id, edition, r->s.own, &rows, &n));
    TRY(desk_points_before(req->db, req->arena, advice, r->s.id, edition, r->s.own, &before,
                           &before_n));
    TRY(advice_point_numbers(req->db, req->arena, advice, &now, &now_n));
    g->name = "punt";
    g->legend = words_in(SAY("Op welke punten rust dit advies?"), req->lang);
    g->none = words_in(SAY("Er is nog geen verslag. Publiceer eerst de punten."), req->lang);
    g->all = NEW(req->arena, struct choice, n + before_n + 1);
    for (size_t i = 0; i < before_n; i++)
        point_choice(req, &g->all[g->n++], before[i].id, before[i].number, before[i].body,
                     r->s.own);
    for (size_t i = 0; i < n; i++)
        point_choice(req, &g->all[g->n++], rows[i].id, rows[i].number, rows[i].body, r->s.own);
    g->now.at = NEW(req->arena, int64_t, now_n + 1);
    for (size_t i = 0; i < now_n; i++) g->now.at[g->now.n++] = now[i].id;
    return OK;
}

static enum err open_rests(struct request *req, struct record *r, struct advice_find_row *row,
                           struct choice_group *g)
{
    struct advice_edition_row edition;
    bool found;
    TRY(subject_find(req, &r->s));
    TRY(advice_named(req, r->s.id, row));
    advice_open(req, r, row);
    TRY(advice_edition(req->db, req->arena, r->s.id, &edition, &found));
    return points_group(req, r, row->id, found ? edition.id : -1, g);
}

static enum err rests_handle(struct request *req, struct response *res)
{
    struct choose_view v = { .groups_n = 1 };
    struct record *r = NEW(req->arena, struct record, 1);
    struct advice_find_row row;
    TRY(desk_open(req, res, &v.page.d));
    r->in = req->lang;
    TRY(open_rests(req, r, &row, &v.groups[0]));
    r->lead = SAY("Kies de punten uit het verslag. Zo ziet iedereen van wie dit advies komt.");
    record_frame(req, res, r, &v.page);
    choose_show(req, res, &v);
    return OK;
}

static enum err rests_act(struct tx *tx, struct request *req, struct response *res)
{
    const struct rests_form *f = form_values(req);
    struct record *r = NEW(req->arena, struct record, 1);
    struct advice_find_row row;
    struct choice_group g = { 0 };
    TRY(open_rests(req, r, &row, &g));
    TRY(choose_checked(req, &g, 1, &f->points));
    if (row.has_given && !f->points.n)
        form_wrong(req, "punt",
                   SAY("Dit advies is al gegeven. Het rust op minstens één punt."));
    TRY(form_checked(req));
    struct change change = r->change;
    change.act = ACT_SORTED;
    change.before = choose_said(req->arena, &g, g.now);
    change.after = choose_said(req->arena, &g, f->points);
    if (!str_eq(change.before, change.after)) {
        TRY(advice_points_clear(tx, row.id));
        for (size_t i = 0; i < f->points.n; i++)
            TRY(advice_point_add(tx, row.id, f->points.at[i]));
        TRY(history_write(tx, req, &change, NULL));
    }
    return response_redirect(res, (struct path){ arena_format(req->arena, "%.*s?gedaan=bewaard",
                                                              STR_ARG(r->back.text)) });
}

/* ---- a point is set aside ---- */

struct aside_form {
    struct str reason, reason_2, basis;
    bool back;
};
static const struct words *no_reason(void)
{
    return SAY("Schrijf waarom hier geen advies van komt. Iedereen kan de reden lezen.");
}
static const struct field aside_fields[] = {
    FIELD_TEXT(struct aside_form, reason, "reden", .required = true, .most = 2000,
               .missing = no_reason),
    FIELD_TEXT(struct aside_form, reason_2, "reden-2", .most = 2000),
    FIELD_TICK(struct aside_form, back, "terug"),
    FIELD_BASIS(struct aside_form),
};
static const struct form aside_form = FORM(struct aside_form, aside_fields);

static enum err aside_fill(struct request *req, struct record *r)
{
    struct desk_published_point_row point;
    struct point_aside_find_row now = { 0 };
    bool found;
    TRY(desk_published_point(req->db, req->arena, r->s.id, req->param[1].number, r->s.own,
                             &point, &found));
    if (!found) return FAIL(ERR_MISSING, "no published point");
    TRY(point_aside_find(req->db, req->arena, point.id, &now, &found));
    r->title = SAY("Leg een punt opzij");
    r->lead = SAY("Komt er van dit punt geen advies? Zeg dan waarom.");
    r->name = FILL(req->arena, SAY("Punt {n}"), r->in,
                   { "n", number_text(req->arena, true, req->param[1].number) });
    r->menu = "/beheer/adviezen";
    r->back = PATH(req->arena, "/{}/beheer/adviezen", r->s.slug);
    r->back_text = words_in(SAY("Adviezen"), r->in);
    r->change.thing = THING_POINT;
    r->change.number = point.id;
    record_english(req, r, "reden", EDIT_TEXT, SAY("Waarom komt hier geen advies van?"), false,
                   now.reason, now.reason_en);
    r->fields[0].hint = point.body;
    if (found)
        record_field(req, r, "terug", EDIT_TICK, SAY("Leg dit punt niet langer opzij"),
                     STR(""));
    return OK;
}

static enum err aside_save(struct tx *tx, struct request *req, struct record *r)
{
    r->change.act = record_typed(r, "terug").n ? ACT_OPENED : ACT_SET_ASIDE;
    if (record_typed(r, "terug").n) return point_aside_delete(tx, r->change.number);
    return point_aside_put(tx, r->change.number, req->today, record_typed(r, "reden"),
                           record_typed_2(r, "reden"));
}

static const struct record_page aside = { .fill = aside_fill, .save = aside_save };

const struct page advice_rests = {
    .path = "/:dialogue/beheer/adviezen/#advice/punten",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = rests_handle,
    .form = &rests_form,
    .act = rests_act,
    .file = __FILE__,
};
const struct page advice_aside = {
    .path = "/:dialogue/beheer/adviezen/opzij/#point",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &aside_form,
    .act = record_save,
    .about = &aside,
    .file = __FILE__,
};
