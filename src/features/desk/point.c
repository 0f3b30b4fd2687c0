/* point.c — /:dialogue/beheer/punten/#point, one point of the draft: its words, what it rests on, and
 * what can be done with it. */
#include "features/desk/point.h"
#include "features/desk/point.html.h"

enum { REST_MOST = 400, REST_PAGE = 200 };

static const struct field fields[] = {
    FIELD_TEXT(struct point_form, said, "zin", .most = 400),
    FIELD_TEXT(struct point_form, english, "zin-en", .most = 400),
    FIELD_CHOICE(struct point_form, kind, "soort",
                 "goes-well must-improve needed question tip"),
    FIELD_NUMBER(struct point_form, home, "thuis"),
    FIELD_NUMBERS(struct point_form, others, "ook", .most = 100),
    FIELD_NUMBERS(struct point_form, voices, "inbreng", .most = CHOSEN_MOST),
    FIELD_NUMBERS(struct point_form, findings, "bevinding", .most = CHOSEN_MOST),
    FIELD_TEXT(struct point_form, new_said, "nieuwe-zin", .most = 400),
    FIELD_TEXT(struct point_form, new_english, "nieuwe-zin-en", .most = 400),
    FIELD_NUMBER(struct point_form, into, "naar"),
    FIELD_LINE(struct point_form, basis, "basis"),
    FIELD_LINE(struct point_form, act, "doe"),
};
static const struct form form = FORM(struct point_form, fields);

/* ---- what is shown ---- */

static struct numbers others_of(struct arena *a, const struct point_state *s)
{
    struct numbers others = { NEW(a, int64_t, s->themes_n), 0 };
    for (size_t i = 0; i < s->themes_n; i++)
        if (s->themes[i].rank) others.at[others.n++] = s->themes[i].theme;
    return others;
}

/* The fields hold what was typed when they were sent, else what stands in the draft. */
static void words(struct request *req, struct desk_point_view *v)
{
    const struct point_form *f = form_values(req);
    const bool typed =
        req->form->sent && (str_is(f->act, "bewaar") || str_is(f->act, "lees") || f->said.n);

    v->said = point_state_said(&v->state, v->d.own);
    v->english = str_is(v->d.own, "en") ? STR("") : point_state_said(&v->state, STR("en"));
    v->basis = draft_basis(req->arena, &v->state);
    v->clash = req->form->sent && f->basis.n && !str_eq(f->basis, v->basis);
    v->typed = typed ? f->said : v->said;
    v->typed_english = typed ? f->english : v->english;
    if (str_is(f->act, "lees") && req->form->sent)
        v->plain = plain_look_at(req->arena, v->typed, v->d.own);
    v->kind = typed && f->kind >= 0 ? f->kind : (int)v->state.kind;
    v->home = typed && f->home ? f->home : v->state.themes_n ? v->state.themes[0].theme : 0;
    v->others = typed ? f->others : others_of(req->arena, &v->state);
}

static enum err voices(struct request *req, struct desk_point_view *v, int64_t point,
                       int64_t after)
{
    struct arena *a = req->arena;
    const struct point_form *f = form_values(req);
    struct desk_point_voices_row *rows;
    size_t n;

    TRY(desk_point_voices(req->db, a, point, lang_about(req->lang)->code, after, &rows, &n));
    v->more = n > REST_PAGE;
    if (v->more) n = REST_PAGE;
    if (v->more)
        v->next = PATH(a, "/{}/beheer/punten/{}?na={}", v->d.slug, req->param[1].text,
                       arena_format(a, "%lld", (long long)rows[n - 1].number));
    for (size_t i = 0; i < n; i++)
        v->rests[v->rests_n++] = (struct point_words_view){
            .number = rows[i].number,
            .ticked = numbers_have(f->voices, rows[i].number),
            .readable = rows[i].body.n > 0,
            .elsewhere = rows[i].draft_points - 1,
            .body = beginning(a, rows[i].body, REST_MOST),
            .lang = rows[i].lang,
            .translation = rows[i].has_translation && rows[i].body.n
                               ? beginning(a, rows[i].translation, REST_MOST)
                               : STR(""),
            .id = arena_format(a, "inbreng-%lld", (long long)rows[i].number),
            .has_kind = rows[i].has_kind,
            .kind = rows[i].kind,
            .has_table = rows[i].has_table_number,
            .table = rows[i].table_number,
            .aside = rows[i].account == ACCOUNT_SET_ASIDE,
            .withdrawn = rows[i].account == ACCOUNT_WITHDRAWN,
        };
    return OK;
}

static enum err findings(struct request *req, struct desk_point_view *v, int64_t point)
{
    struct arena *a = req->arena;
    const struct point_form *f = form_values(req);
    struct desk_point_findings_row *rows;
    size_t n;

    TRY(desk_point_findings(req->db, a, point, v->d.own, lang_about(req->lang)->code, &rows,
                            &n));
    for (size_t i = 0; i < n; i++)
        v->rests[v->rests_n++] = (struct point_words_view){
            .finding = true,
            .readable = true,
            .number = rows[i].number,
            .ticked = numbers_have(f->findings, rows[i].number),
            .elsewhere = rows[i].draft_points - 1,
            .body = beginning(a, rows[i].body, REST_MOST),
            .lang = rows[i].lang,
            .source = rows[i].source,
            .id = arena_format(a, "bevinding-%lld", (long long)rows[i].number),
            .has_kind = rows[i].has_kind,
            .kind = rows[i].kind,
            .has_table = rows[i].has_table_number,
            .table = rows[i].table_number,
        };
    return OK;
}

static enum err around(struct request *req, struct desk_point_view *v, int64_t point)
{
    struct draft_themes_row *themes;
    struct desk_others_row *others;
    struct draft_change_last_row last;
    struct point_fault *faults;
    size_t faults_n;
    bool found;

    TRY(draft_themes(req->db, req->arena, v->d.id, v->d.own, lang_about(req->lang)->code,
                     &themes, &v->themes_n));
    v->themes = themes;
    for (size_t i = 0; i < v->themes_n; i++)
        if (v->state.themes_n && themes[i].id == v->state.themes[0].theme)
            v->theme = &themes[i];
    TRY(desk_others(req->db, req->arena, v->d.id, point, v->d.own, &others, &v->points_n));
    v->points = others;
    struct desk_point_answers_row *answers;
    TRY(desk_point_answers(req->db, req->arena, point, &answers, &v->answers_n));
    v->answers = answers;
    TRY(desk_point_agreed(req->db, point, &v->agreed));
    v->editor = req->visitor.role >= WHO_EDITOR;
    TRY(history_of(req, &v->d, THING_POINT, point, INT64_MAX, &v->history));
    TRY(draft_change_last(req->db, req->arena, point, &last, &found));
    if (found) v->undo = last.batch;
    TRY(points_check(req->db, req->arena, v->d.id, &faults, &faults_n));
    for (size_t i = 0; i < faults_n; i++)
        v->unsupported |= faults[i].number == v->number && faults[i].unsupported;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct desk_point_view v = { .f = req->form, .number = req->param[1].number };
    struct desk_point_row row;
    int64_t after = 0;
    bool found;

    TRY(desk_open(req, res, &v.d));
    TRY(desk_point(req->db, req->arena, v.d.id, v.number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such point in the draft");
    if (req->query[2].n && !str_number(req->query[2], INT64_MAX, &after))
        return FAIL(ERR_INPUT, "a page that begins at no number");
    TRY(point_state_read(req->db, req->arena, row.id, &v.state));
    words(req, &v);
    v.rests = NEW(req->arena, struct point_words_view, REST_PAGE + 500);
    TRY(voices(req, &v, row.id, after));
    if (!after) TRY(findings(req, &v, row.id));
    TRY(around(req, &v, row.id));
    v.self = PATH(req->arena, "/{}/beheer/punten/{}", v.d.slug, req->param[1].text);
    TRY(remarks_of(req, &v.d, THING_POINT, row.id, req->param[1].text, &v.remarks));
    TRY(people_here(req, v.self, (struct path){ 0 }, &v.here));
    v.notice = notice_read(req, &v.d, req->query[0], req->param[1].text, req->query[1],
                           v.theme ? v.theme->slug : STR(""));
    res->frame.title =
        FILL(req->arena, SAY("Punt {n}"), req->lang, { "n", req->param[1].text });
    res->frame.wide = true;
    desk_crumb(req, res, &v.d);
    dialogue_crumb(res, v.self, res->frame.title);
    desk_point_page(response_page(req, res), &v);
    return OK;
}

/* ---- what is done ---- */

static struct str number_of(struct arena *a, int64_t number)
{
    return arena_format(a, "%lld", (long long)number);
}

static enum err done(struct draft *w, struct response *res, int64_t number, const char *code)
{
    struct arena *a = w->req->arena;
    const struct path to = PATH(a, "/{}/beheer/punten/{}?gedaan={}", w->d->slug,
                                number_of(a, number), str_of(code));
    return response_redirect(res, notice_undo(a, to, w->batch));
}

static enum err known_themes(struct draft *w, const struct point_form *f)
{
    struct draft_themes_row *rows;
    size_t n, others = 0;
    bool home = false;
    TRY(draft_themes(w->tx->db, w->req->arena, w->d->id, w->d->own, w->d->own, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        home |= rows[i].id == f->home;
        others += numbers_have(f->others, rows[i].id);
    }
    if (!home) form_wrong(w->req, "thuis", SAY("Kies het thema waar dit punt hoort."));
    if (others < f->others.n) form_wrong(w->req, "ook", SAY("Kies thema’s die er staan."));
    return OK;
}

static enum err save(struct draft *w, struct draft_point *p, const struct point_form *f,
                     struct response *res)
{
    struct arena *a = w->req->arena;
    const struct str said = draft_line(a, f->said);
    if (!said.n) form_wrong(w->req, "zin", SAY("Schrijf in één zin wat dit punt zegt."));
    if (f->kind < 0) form_wrong(w->req, "soort", SAY("Kies de soort."));
    TRY(known_themes(w, f));
    TRY(form_checked(w->req));
    draft_say(a, &p->now, w->d->own, said);
    if (!str_is(w->d->own, "en")) draft_say(a, &p->now, STR("en"), draft_line(a, f->english));
    p->now.kind = (enum kind)f->kind;
    draft_place(a, &p->now, f->home, f->others);
    TRY(draft_close(w, p));
    return done(w, res, p->number, "bewaard");
}

/* What was ticked, as far as it stands under this point. */
static enum err ticked(struct draft *w, const struct draft_point *p, const struct point_form *f,
                       struct picked *picked)
{
    struct arena *a = w->req->arena;
    struct numbers v = { NEW(a, int64_t, f->voices.n), 0 },
                   b = { NEW(a, int64_t, f->findings.n), 0 };
    for (size_t i = 0; i < f->voices.n; i++) {
        struct desk_voice_row row;
        bool found;
        TRY(desk_voice(w->tx->db, a, w->d->id, f->voices.at[i], &row, &found));
        if (found && numbers_have(p->now.voices, row.id)) v.at[v.n++] = row.id;
    }
    for (size_t i = 0; i < f->findings.n; i++) {
        struct desk_finding_row row;
        bool found;
        TRY(desk_finding(w->tx->db, a, w->d->id, f->findings.at[i], &row, &found));
        if (found && numbers_have(p->now.findings, row.id)) b.at[b.n++] = row.id;
    }
    if (!v.n && !b.n)
        form_wrong(w->req, NULL, SAY("Kies eerst inbreng of bevindingen bij dit punt."));
    *picked = (struct picked){ numbers_sorted(a, v), numbers_sorted(a, b) };
    return form_checked(w->req);
}

static enum err let_go(struct draft *w, struct draft_point *p, const struct point_form *f,
                       struct response *res)
{
    struct picked picked;
    TRY(ticked(w, p, f, &picked));
    p->now.voices = numbers_without(w->req->arena, p->now.voices, picked.voices);
    p->now.findings = numbers_without(w->req->arena, p->now.findings, picked.findings);
    TRY(draft_close(w, p));
    return done(w, res, p->number, "eraf");
}

static enum err split(struct draft *w, struct draft_point *p, const struct point_form *f,
                      struct response *res)
{
    struct arena *a = w->req->arena;
    const struct str said = draft_line(a, f->new_said);
    struct picked picked;
    struct draft_point fresh;

    if (!said.n)
        form_wrong(w->req, "nieuwe-zin", SAY("Schrijf in één zin wat het nieuwe punt zegt."));
    TRY(ticked(w, p, f, &picked));
    TRY(draft_new(w, &fresh));
    fresh.other = p->number;
    fresh.now.kind = p->now.kind;
    fresh.now.voices = picked.voices;
    fresh.now.findings = picked.findings;
    draft_say(a, &fresh.now, w->d->own, said);
    if (!str_is(w->d->own, "en"))
        draft_say(a, &fresh.now, STR("en"), draft_line(a, f->new_english));
    if (p->now.themes_n)
        draft_place(a, &fresh.now, p->now.themes[0].theme, others_of(a, &p->now));
    p->now.voices = numbers_without(a, p->now.voices, picked.voices);
    p->now.findings = numbers_without(a, p->now.findings, picked.findings);
    TRY(draft_close(w, p));
    TRY(draft_close(w, &fresh));
    return done(w, res, fresh.number, "gesplitst");
}

static enum err merge(struct draft *w, struct draft_point *p, const struct point_form *f,
                      struct response *res)
{
    struct arena *a = w->req->arena;
    struct draft_point into;
    struct desk_point_row row;
    bool found = false;
    if (f->into > 0 && f->into != p->number)
        TRY(desk_point(w->tx->db, a, w->d->id, f->into, &row, &found));
    if (!found) form_wrong(w->req, "naar", SAY("Kies het punt waar dit bij hoort."));
    TRY(form_checked(w->req));
    TRY(draft_open(w, f->into, &into));
    into.now.voices = numbers_with(a, into.now.voices, p->now.voices);
    into.now.findings = numbers_with(a, into.now.findings, p->now.findings);
    p->now.exists = false;
    p->other = into.number;
    TRY(draft_close(w, p));
    TRY(draft_close(w, &into));
    return done(w, res, into.number, "samen");
}

static enum err drop(struct draft *w, struct draft_point *p, struct response *res)
{
    struct str slug = STR("");
    struct draft_themes_row *rows;
    size_t n;
    TRY(draft_themes(w->tx->db, w->req->arena, w->d->id, w->d->own, w->d->own, &rows, &n));
    for (size_t i = 0; i < n; i++)
        if (p->now.themes_n && rows[i].id == p->now.themes[0].theme) slug = rows[i].slug;
    p->now.exists = false;
    TRY(draft_close(w, p));
    return response_redirect(
        res, notice_path(w->req->arena, w->d, slug, "weg", p->number, w->batch));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct point_form *f = form_values(req);
    struct dialogue d;
    struct draft_point p;

    TRY(dialogue_open(req, res, &d));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    TRY(draft_open(&w, req->param[1].number, &p));
    if (str_is(f->act, "lees"))
        return OK; /* nothing is saved; the page shows what can be easier */
    if (!str_eq(f->basis, draft_basis(req->arena, &p.before)))
        form_wrong(
            req, NULL,
            SAY("Iemand anders veranderde dit punt. Kijk wat er nu staat. Doe het daarna "
                "opnieuw."));
    TRY(form_checked(req));
    if (str_is(f->act, "bewaar")) return save(&w, &p, f, res);
    if (str_is(f->act, "eraf")) return let_go(&w, &p, f, res);
    if (str_is(f->act, "splits")) return split(&w, &p, f, res);
    if (str_is(f->act, "samen")) return merge(&w, &p, f, res);
    if (str_is(f->act, "weg")) return drop(&w, &p, res);
    return FAIL(ERR_INPUT, "nothing that can be done with a point");
}

const struct page desk_one_point = {
    .path = "/:dialogue/beheer/punten/#point",
    .who = WHO_WRITER,
    .query = "gedaan terug na",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
