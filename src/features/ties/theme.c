/* theme.c — /:dialogue/beheer/kaart/thema/:theme: the subjects of the map that a theme is about. */
#include "features/ties/ties.h"

struct subjects_form {
    struct numbers subjects;
    struct str basis;
};
static const struct field fields[] = {
    FIELD_NUMBERS(struct subjects_form, subjects, "onderwerp"),
    FIELD_BASIS(struct subjects_form),
};
static const struct form form = FORM(struct subjects_form, fields);

static enum err subjects_group(struct request *req, int64_t theme, struct choice_group *g)
{
    struct ties_subjects_row *rows;
    struct theme_subject_ids_row *now;
    size_t n, now_n;
    TRY(ties_subjects(req->db, req->arena, &rows, &n));
    TRY(theme_subject_ids(req->db, req->arena, theme, &now, &now_n));
    g->name = "onderwerp";
    g->legend = words_in(SAY("Welke onderwerpen van de kaart horen hierbij?"), req->lang);
    g->none = words_in(SAY("Er staat nog niets op de kaart."), req->lang);
    g->all = NEW(req->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        g->all[g->n++] =
            (struct choice){ .id = rows[i].id, .text = rows[i].name, .lang = STR("nl") };
    g->now.at = NEW(req->arena, int64_t, now_n + 1);
    for (size_t i = 0; i < now_n; i++) g->now.at[g->now.n++] = now[i].term;
    return OK;
}

static enum err open_theme(struct request *req, struct record *r, int64_t *theme,
                           struct choice_group *g)
{
    struct ties_theme_row row;
    bool found;
    TRY(subject_find(req, &r->s));
    TRY(ties_theme(req->db, req->arena, r->s.id, req->param[1].text, r->s.own, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such theme");
    *theme = row.id;
    r->title = SAY("Onderwerpen bij een thema");
    r->name = row.title;
    r->menu = "/beheer/kaart";
    r->back = PATH(req->arena, "/{}/beheer/kaart", r->s.slug);
    r->back_text = words_in(SAY("Wat er al is"), r->in);
    r->change = (struct change){ .dialogue = r->s.id, .thing = THING_THEME, .number = row.id };
    return subjects_group(req, row.id, g);
}

static enum err handle(struct request *req, struct response *res)
{
    struct choose_view v = { .groups_n = 1 };
    struct record *r = NEW(req->arena, struct record, 1);
    int64_t theme;
    TRY(desk_open(req, res, &v.page.d));
    r->in = req->lang;
    TRY(open_theme(req, r, &theme, &v.groups[0]));
    r->lead = SAY("Wie het thema leest, vindt zo in één stap wie er helpt.");
    record_frame(req, res, r, &v.page);
    choose_show(req, res, &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct subjects_form *f = form_values(req);
    struct record *r = NEW(req->arena, struct record, 1);
    struct choice_group g = { 0 };
    int64_t theme;
    TRY(open_theme(req, r, &theme, &g));
    TRY(choose_checked(req, &g, 1, &f->subjects));
    struct change change = r->change;
    change.act = ACT_SORTED;
    change.before = choose_said(req->arena, &g, g.now);
    change.after = choose_said(req->arena, &g, f->subjects);
    if (!str_eq(change.before, change.after)) {
        TRY(theme_subjects_clear(tx, theme));
        for (size_t i = 0; i < f->subjects.n; i++)
            TRY(theme_subject_add(tx, theme, f->subjects.at[i]));
        TRY(history_write(tx, req, &change, NULL));
    }
    res->location =
        (struct path){ arena_format(req->arena, "%.*s?gedaan=bewaard", STR_ARG(r->back.text)) };
    return OK;
}

const struct page ties_of_theme = {
    .path = "/:dialogue/beheer/kaart/thema/:theme",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
