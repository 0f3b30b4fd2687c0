/* draft.c — acts on points of the draft; see desk.h. */
#include "features/desk/desk.h"

#include <stdlib.h>
#include <string.h>

#include "web/token.h"

/* ---- sets of ids ---- */

static int by_value(const void *x, const void *y)
{
    const int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
    return (a > b) - (a < b);
}

struct numbers numbers_sorted(struct arena *a, struct numbers x)
{
    struct numbers all = { NEW(a, int64_t, x.n), 0 };
    if (!x.n) return all;
    int64_t *copy = NEW(a, int64_t, x.n);
    memcpy(copy, x.at, x.n * sizeof *copy);
    qsort(copy, x.n, sizeof *copy, by_value);
    for (size_t i = 0; i < x.n; i++)
        if (!i || copy[i] != copy[i - 1]) all.at[all.n++] = copy[i];
    return all;
}

struct numbers numbers_with(struct arena *a, struct numbers x, struct numbers more)
{
    struct numbers all = { NEW(a, int64_t, x.n + more.n), x.n + more.n };
    if (x.n) memcpy(all.at, x.at, x.n * sizeof *x.at);
    if (more.n) memcpy(all.at + x.n, more.at, more.n * sizeof *more.at);
    return numbers_sorted(a, all);
}

bool numbers_have(struct numbers x, int64_t one)
{
    for (size_t i = 0; i < x.n; i++)
        if (x.at[i] == one) return true;
    return false;
}

struct numbers numbers_without(struct arena *a, struct numbers x, struct numbers less)
{
    const struct numbers gone = numbers_sorted(a, less);
    struct numbers all = { NEW(a, int64_t, x.n), 0 };
    for (size_t i = 0; i < x.n; i++)
        if (!gone.n || !bsearch(&x.at[i], gone.at, gone.n, sizeof *gone.at, by_value))
            all.at[all.n++] = x.at[i];
    return all;
}

/* ---- opening ---- */

enum err draft_open(struct draft *w, int64_t number, struct draft_point *p)
{
    struct desk_point_row row;
    bool found;
    TRY(desk_point(w->tx->db, w->req->arena, w->d->id, number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no point %lld in the draft", (long long)number);
    *p = (struct draft_point){ .id = row.id, .number = number };
    TRY(point_state_read(w->tx->db, w->req->arena, row.id, &p->before));
    p->now = p->before;
    return OK;
}

enum err draft_new(struct draft *w, struct draft_point *p)
{
    *p = (struct draft_point){ .now.exists = true };
    TRY(point_next_number(w->tx->db, w->d->id, &p->number));
    TRY(point_draft_id(w->tx, w->req->arena, w->d->id, p->number, &p->id));
    return draft_next_position(w->tx->db, w->d->id, &p->now.position);
}

struct str draft_line(struct arena *a, struct str typed)
{
    char *to = arena_take(a, typed.n + 1, 1);
    for (size_t i = 0; i < typed.n; i++)
        to[i] = typed.s[i] == '\n' || typed.s[i] == '\t' ? ' ' : typed.s[i];
    return str_trim((struct str){ to, typed.n });
}

void draft_say(struct arena *a, struct point_state *s, struct str lang, struct str body)
{
    struct point_words *texts = NEW(a, struct point_words, s->texts_n + 1);
    size_t n = 0;
    bool put = !body.n;
    for (size_t i = 0; i < s->texts_n; i++) {
        const int order = str_cmp(s->texts[i].lang, lang);
        if (order >= 0 && !put) {
            texts[n++] = (struct point_words){ lang, body };
            put = true;
        }
        if (order) texts[n++] = s->texts[i];
    }
    if (!put) texts[n++] = (struct point_words){ lang, body };
    s->texts = texts;
    s->texts_n = n;
}

void draft_place(struct arena *a, struct point_state *s, int64_t home, struct numbers others)
{
    s->themes = NEW(a, struct point_place, others.n + 1);
    s->themes[0] = (struct point_place){ home, s->position, 0 };
    s->themes_n = 1;
    for (size_t i = 0; i < others.n; i++)
        if (others.at[i] != home) {
            s->themes[s->themes_n] =
                (struct point_place){ others.at[i], s->position, (int64_t)s->themes_n };
            s->themes_n++;
        }
}

/* ---- writing down ---- */

static enum err note(struct draft *w, enum thing thing, int64_t id, enum act act,
                     struct str before, struct str after)
{
    int64_t row;
    TRY(history_write(w->tx, w->req,
                      &(struct change){ w->d->id, thing, id, act, w->batch, before, after },
                      &row));
    if (!w->batch) w->batch = row;
    return OK;
}

static struct str number_text(struct arena *a, int64_t number)
{
    return arena_format(a, "%lld", (long long)number);
}

enum { LISTED_MOST = 40 };

/* "Inbreng 12, 14, 15", long lists cut. */
static enum err listed(struct draft *w, const struct words *what, struct numbers ids,
                       bool voices, struct str *text)
{
    struct arena *a = w->req->arena;
    *text = words_in(what, LANG_NL);
    for (size_t i = 0; i < ids.n && i < LISTED_MOST; i++) {
        struct desk_voice_account_row voice;
        struct desk_finding_number_row finding;
        bool found;
        if (voices) TRY(desk_voice_account(w->tx->db, a, ids.at[i], &voice, &found));
        if (!voices) TRY(desk_finding_number(w->tx->db, a, ids.at[i], &finding, &found));
        if (!found) continue;
        *text = arena_format(a, "%.*s%s %lld", STR_ARG(*text), i ? "," : "",
                             (long long)(voices ? voice.number : finding.number));
    }
    if (ids.n > LISTED_MOST) *text = arena_join(a, *text, STR(" …"));
    return OK;
}

/* That these voices or findings came under the point, or left it. */
static enum err note_rests(struct draft *w, const struct draft_point *p, struct numbers ids,
                           bool voices, bool came)
{
    struct str text;
    const enum act act = came ? ACT_TAKEN_ALONG : ACT_LET_GO;
    const struct str number = number_text(w->req->arena, p->number), none = STR("");
    if (!ids.n) return OK;
    TRY(listed(w, voices ? SAY("Inbreng") : SAY("Bevinding"), ids, voices, &text));
    TRY(note(w, THING_POINT, p->id, act, came ? none : text, came ? text : none));
    for (size_t i = 0; voices && i < ids.n; i++)
        TRY(note(w, THING_VOICE, ids.at[i], act, came ? none : number, came ? number : none));
    return OK;
}

static enum err note_words(struct draft *w, const struct draft_point *p)
{
    const struct point_state *was = &p->before, *is = &p->now;
    for (size_t i = 0; i < is->texts_n; i++) {
        const struct str lang = is->texts[i].lang, body = is->texts[i].body;
        const struct str old = point_state_said(was, lang);
        if (!str_eq(old, body))
            TRY(note(w, THING_POINT, p->id,
                     str_eq(lang, w->d->own) ? ACT_REWORDED : ACT_TRANSLATED, old, body));
    }
    for (size_t i = 0; i < was->texts_n; i++)
        if (!point_state_said(is, was->texts[i].lang).n)
            TRY(note(w, THING_POINT, p->id, ACT_TRANSLATED, was->texts[i].body, STR("")));
    return OK;
}

static enum err theme_names(struct draft *w, const struct point_state *s, struct str *text)
{
    struct draft_themes_row *rows;
    size_t n;
    *text = STR("");
    TRY(draft_themes(w->tx->db, w->req->arena, w->d->id, w->d->own, w->d->own, &rows, &n));
    for (size_t i = 0; i < s->themes_n; i++)
        for (size_t k = 0; k < n; k++)
            if (rows[k].id == s->themes[i].theme)
                *text = arena_format(w->req->arena, "%.*s%s%.*s", STR_ARG(*text), i ? ", " : "",
                                     STR_ARG(rows[k].title));
    return OK;
}

static bool same_themes(const struct point_state *x, const struct point_state *y)
{
    if (x->themes_n != y->themes_n) return false;
    for (size_t i = 0; i < x->themes_n; i++)
        if (x->themes[i].theme != y->themes[i].theme) return false;
    return true;
}

/* The place in the order is a move only when somebody chose it; a new point simply gets one. */
static enum err note_change(struct draft *w, const struct draft_point *p)
{
    struct arena *a = w->req->arena;
    const struct point_state *was = &p->before, *is = &p->now;
    struct str old, new;
    TRY(note_words(w, p));
    if (was->kind != is->kind)
        TRY(note(w, THING_POINT, p->id, ACT_CHANGED,
                 words_in(kind_term((int)was->kind).words, LANG_NL),
                 words_in(kind_term((int)is->kind).words, LANG_NL)));
    if (!same_themes(was, is)) {
        TRY(theme_names(w, was, &old));
        TRY(theme_names(w, is, &new));
        TRY(note(w, THING_POINT, p->id, ACT_SORTED, old, new));
    }
    if (was->position != is->position)
        TRY(note(w, THING_POINT, p->id, ACT_MOVED, number_text(a, was->position),
                 number_text(a, is->position)));
    return OK;
}

static enum err note_all(struct draft *w, const struct draft_point *p)
{
    struct arena *a = w->req->arena;
    const struct point_state *was = &p->before, *is = &p->now;
    const struct str other = p->other ? number_text(a, p->other) : STR("");
    if (!was->exists)
        TRY(note(w, THING_POINT, p->id, p->other ? ACT_SPLIT : ACT_MADE, other,
                 point_state_said(is, w->d->own)));
    else if (!is->exists)
        TRY(note(w, THING_POINT, p->id, p->other ? ACT_MERGED : ACT_REMOVED,
                 point_state_said(was, w->d->own), other));
    else
        TRY(note_change(w, p));
    TRY(note_rests(w, p, numbers_without(a, is->voices, was->voices), true, true));
    TRY(note_rests(w, p, numbers_without(a, was->voices, is->voices), true, false));
    TRY(note_rests(w, p, numbers_without(a, is->findings, was->findings), false, true));
    return note_rests(w, p, numbers_without(a, was->findings, is->findings), false, false);
}

/* ---- closing ---- */

enum err draft_close(struct draft *w, struct draft_point *p)
{
    struct arena *a = w->req->arena;
    const size_t rests = p->now.voices.n + p->now.findings.n;
    if (!p->now.exists) p->now = (struct point_state){ 0 };
    const struct str before = point_state_text(a, &p->before),
                     after = point_state_text(a, &p->now);
    if (str_eq(before, after)) return OK;
    if (p->now.exists && !rests)
        form_wrong(w->req, NULL,
                   SAY("Een punt rust op minstens één inbreng of bevinding. Haal anders het "
                       "hele punt weg."));
    if (rests > RESTS_MOST)
        form_wrong(w->req, NULL,
                   SAY("Een punt rust op ten hoogste 2.000 keer inbreng. Maak er twee van."));
    TRY(form_checked(w->req));
    TRY(note_all(w, p));
    TRY(point_state_write(w->tx, w->d->id, p->number, p->id, &p->now));
    return draft_change_add(w->tx, w->batch, p->id, before, after);
}

static void set_position(struct arena *a, struct point_state *s, int64_t position)
{
    struct point_place *themes = NEW(a, struct point_place, s->themes_n);
    for (size_t i = 0; i < s->themes_n; i++)
        themes[i] = (struct point_place){ s->themes[i].theme, position, s->themes[i].rank };
    s->themes = themes;
    s->position = position;
}

enum err draft_move(struct draft *w, int64_t theme, int64_t number, bool up, bool *moved)
{
    struct arena *a = w->req->arena;
    struct draft_point p, other = { 0 };
    struct desk_above_row above;
    struct desk_below_row below;
    struct desk_point_number_row row;

    TRY(draft_open(w, number, &p));
    if (up) {
        TRY(desk_above(w->tx->db, a, theme, p.now.position, p.id, &above, moved));
        other.id = *moved ? above.point : 0;
    } else {
        TRY(desk_below(w->tx->db, a, theme, p.now.position, p.id, &below, moved));
        other.id = *moved ? below.point : 0;
    }
    if (!*moved) return OK;
    TRY(desk_point_number(w->tx->db, a, other.id, &row, moved));
    if (!*moved) return FAIL(ERR_BROKEN, "a point without number");
    TRY(draft_open(w, row.number, &other));
    set_position(a, &p.now, other.before.position);
    set_position(a, &other.now, p.before.position);
    TRY(draft_close(w, &p));
    return draft_close(w, &other);
}

/* ---- taken back ---- */

/* Is everything as the act left it, and may what was there before come back? */
static enum err may_come_back(struct draft *w, const struct draft_changes_row *row,
                              struct draft_point *p, bool *may)
{
    struct arena *a = w->req->arena;
    *p = (struct draft_point){ .id = row->point, .number = row->number };
    TRY(point_state_read(w->tx->db, a, row->point, &p->before));
    TRY(point_state_parse(a, row->before, &p->now));
    *may = str_eq(point_state_text(a, &p->before), row->after);
    const struct numbers back = numbers_without(a, p->now.voices, p->before.voices);
    for (size_t i = 0; *may && i < back.n; i++) {
        struct desk_voice_account_row voice;
        bool found;
        TRY(desk_voice_account(w->tx->db, a, back.at[i], &voice, &found));
        *may = found && voice.account != ACCOUNT_SET_ASIDE;
    }
    return OK;
}

enum err draft_undo(struct draft *w, int64_t batch, bool *done)
{
    struct draft_changes_row *rows;
    size_t n;

    TRY(draft_changes(w->tx->db, w->req->arena, batch, w->d->id, &rows, &n));
    if (!n) return FAIL(ERR_MISSING, "nothing to take back in %lld", (long long)batch);
    struct draft_point *points = NEW(w->req->arena, struct draft_point, n);
    *done = true;
    for (size_t i = 0; *done && i < n; i++) TRY(may_come_back(w, &rows[i], &points[i], done));
    if (!*done) return OK;
    for (size_t i = 0; i < n; i++) {
        TRY(note(w, THING_POINT, points[i].id, ACT_UNDONE, STR(""),
                 number_text(w->req->arena, batch)));
        TRY(point_state_write(w->tx, w->d->id, points[i].number, points[i].id, &points[i].now));
    }
    TRY(history_take_back(w->tx, batch));
    return draft_changes_clear(w->tx, batch);
}

struct str draft_basis(struct arena *a, const struct point_state *s)
{
    struct point_state still = *s;
    set_position(a, &still, 0);
    const struct str hash = sha256(a, point_state_text(a, &still));
    int64_t basis = 0;
    for (size_t i = 0; i < 7; i++) basis = basis << 8 | (unsigned char)hash.s[i];
    return number_text(a, basis);
}

/* ---- what was ticked ---- */

static void say_of(struct request *req, const struct words *what, int64_t number)
{
    form_wrong_said(
        req, NULL, FILL(req->arena, what, req->lang, { "n", number_text(req->arena, number) }));
}

enum err draft_picked(struct draft *w, struct numbers voices, struct numbers findings,
                      struct picked *picked)
{
    struct arena *a = w->req->arena;
    struct numbers v = { NEW(a, int64_t, voices.n), 0 }, f = { NEW(a, int64_t, findings.n), 0 };
    for (size_t i = 0; i < voices.n; i++) {
        struct desk_voice_row row;
        bool found;
        TRY(desk_voice(w->tx->db, a, w->d->id, voices.at[i], &row, &found));
        if (!found || !row.usable || row.account == ACCOUNT_WITHDRAWN ||
            row.account == ACCOUNT_ONLY_COUNTED)
            say_of(w->req, SAY("Inbreng {n} mag u niet gebruiken. Haal het vinkje daar weg."),
                   voices.at[i]);
        else if (row.account == ACCOUNT_SET_ASIDE)
            say_of(w->req, SAY("Inbreng {n} ligt terzijde. Zet hem eerst weer open."),
                   voices.at[i]);
        else
            v.at[v.n++] = row.id;
    }
    for (size_t i = 0; i < findings.n; i++) {
        struct desk_finding_row row;
        bool found;
        TRY(desk_finding(w->tx->db, a, w->d->id, findings.at[i], &row, &found));
        if (!found || row.account != ACCOUNT_OPEN)
            say_of(w->req, SAY("Bevinding {n} mag u niet gebruiken. Haal het vinkje daar weg."),
                   findings.at[i]);
        else
            f.at[f.n++] = row.id;
    }
    *picked = (struct picked){ numbers_sorted(a, v), numbers_sorted(a, f) };
    return OK;
}
