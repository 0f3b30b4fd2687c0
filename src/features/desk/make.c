/* make.c — /:dialogue/beheer/punten/maak, from voices and findings to a point. Everything is one form:
 * looking further sends it too, so what was ticked and typed is never lost, with or without script. */
#include "features/desk/make.h"
#include "features/desk/make.html.h"

#include "algo/similar.h"

#include <string.h>

enum { ITEM_MOST = 400, KEPT_MOST = 120, WINDOW = 300 };

static const struct field fields[] = {
    FIELD_TEXT(struct make_form, said, "zin", .most = 400),
    FIELD_TEXT(struct make_form, english, "zin-en", .most = 400),
    FIELD_CHOICE(struct make_form, kind, "soort", "goes-well must-improve needed question tip"),
    FIELD_NUMBER(struct make_form, home, "thuis"),
    FIELD_NUMBERS(struct make_form, others, "ook", .most = 100),
    FIELD_NUMBERS(struct make_form, voices, "inbreng", .most = CHOSEN_MOST),
    FIELD_NUMBERS(struct make_form, findings, "bevinding", .most = CHOSEN_MOST),
    FIELD_LINE(struct make_form, theme, "thema"),
    FIELD_CHOICE(struct make_form, what, "wat", "inbreng bevindingen"),
    FIELD_CHOICE(struct make_form, which, "welke", "nieuw alles opzij"),
    FIELD_CHOICE(struct make_form, of_kind, "van-soort",
                 "goes-well must-improve needed question tip quote story"),
    FIELD_NUMBER(struct make_form, table, "tafel"),
    FIELD_NUMBER(struct make_form, after, "na"),
    FIELD_LINE(struct make_form, words, "woorden", .most = 100),
    FIELD_LINE(struct make_form, said_in, "taal", .most = 35),
    FIELD_LINE(struct make_form, source, "bron", .most = 100),
    FIELD_LINE(struct make_form, code, "code", .most = 60),
    FIELD_NUMBER(struct make_form, point, "punt"),
    FIELD_CHOICE(struct make_form, reason, "reden",
                 "double elsewhere personal harmful unclear outside"),
    FIELD_LINE(struct make_form, act, "doe"),
};
static const struct form form = FORM(struct make_form, fields);

/* ---- what is listed ---- */

static enum err themes(struct request *req, struct make_view *v)
{
    struct draft_themes_row *rows;
    struct str slug = v->form.theme.n ? v->form.theme : req->query[0];

    TRY(draft_themes(req->db, req->arena, v->d.id, v->d.own, lang_about(req->lang)->code, &rows,
                     &v->themes_n));
    v->themes = rows;
    if (!v->themes_n) return FAIL(ERR_MISSING, "a dialogue without themes");
    for (size_t i = 0; i < v->themes_n; i++)
        if (str_eq(rows[i].slug, slug)) v->theme = &rows[i];
    if (slug.n && !v->theme) return FAIL(ERR_MISSING, "no such theme");
    if (!v->theme) v->theme = rows;
    if (!v->form.home) v->form.home = v->theme->id;
    return OK;
}

/* The number behind "na-" or "lijkt-". */
static bool act_number(struct str act, const char *before, int64_t *number)
{
    const struct str start = str_of(before);
    return str_starts(act, start) && str_number(str_from(act, start.n), INT64_MAX, number);
}

static void settle(struct request *req, struct make_view *v)
{
    struct make_form *f = &v->form;
    *f = *(const struct make_form *)form_values(req);
    if (!req->form->sent) f->what = f->which = f->kind = f->of_kind = f->reason = -1;
    if (f->which < 0) f->which = WHICH_UNUSED;
    if (f->kind < 0) f->kind = KIND_NEEDED;
    if (!req->form->sent && req->query[1].n && !str_number(req->query[1], INT64_MAX, &f->point))
        f->point = 0;
    if (str_is(f->act, "kies")) f->after = 0;
    int64_t after;
    if (act_number(f->act, "na-", &after)) f->after = after;
}

static struct make_item voice_item(struct arena *a, const struct desk_voices_unused_row *r)
{
    return (struct make_item){
        .number = r->number,
        .body = beginning(a, r->body, ITEM_MOST),
        .lang = r->lang,
        .translation = r->has_translation ? beginning(a, r->translation, ITEM_MOST) : STR(""),
        .has_kind = r->has_kind,
        .kind = r->kind,
        .has_table = r->has_table_number,
        .table = r->table_number,
        .points = r->draft_points,
        .aside = r->account == ACCOUNT_SET_ASIDE,
        .reason = r->has_reason ? reason_term((int)r->reason).words : NULL,
        .team = !r->shown,
        .id = arena_format(a, "inbreng-%lld", (long long)r->number),
        .pick_alike = arena_format(a, "lijkt-%lld", (long long)r->number),
        .ask_related = arena_format(a, "hangt-%lld", (long long)r->number),
    };
}

static struct make_item finding_item(struct arena *a, const struct desk_findings_unused_row *r)
{
    return (struct make_item){
        .finding = true,
        .number = r->number,
        .body = beginning(a, r->body, ITEM_MOST),
        .lang = r->lang,
        .source = r->source,
        .page = r->page,
        .has_kind = r->has_kind,
        .kind = r->kind,
        .has_table = r->has_table_number,
        .table = r->table_number,
        .points = r->draft_points,
        .aside = r->account == ACCOUNT_SET_ASIDE,
        .reason = r->has_reason ? reason_term((int)r->reason).words : NULL,
        .id = arena_format(a, "bevinding-%lld", (long long)r->number),
    };
}

/* What LIKE takes for a piece of text that is meant as it stands; empty stays empty. */
static struct str pattern_of(struct arena *a, struct str words)
{
    char *to = NEW(a, char, 2 * words.n + 2);
    size_t n = 0;
    if (!words.n) return (struct str){ 0 };
    to[n++] = '%';
    for (size_t i = 0; i < words.n; i++) {
        if (strchr("%_\\", words.s[i])) to[n++] = '\\';
        to[n++] = words.s[i];
    }
    to[n++] = '%';
    return (struct str){ to, n };
}

static enum err voices(struct request *req, struct make_view *v, size_t *fetched)
{
    typedef enum err ask(struct db *, struct arena *, int64_t, struct str, bool, enum kind,
                         bool, int64_t, bool, int64_t, struct str, struct str, int64_t,
                         struct desk_voices_unused_row **, size_t *);
    ask *const asks[] = { desk_voices_unused, desk_voices_all, desk_voices_aside };
    const struct make_form *f = &v->form;
    const struct str words = pattern_of(req->arena, f->words);
    struct desk_voices_unused_row *rows;

    TRY(asks[f->which](req->db, req->arena, v->theme->id, lang_about(req->lang)->code,
                       f->of_kind >= 0, (enum kind)f->of_kind, f->table > 0, f->table,
                       v->channel != MAKE_ANY, v->channel, f->said_in, words, f->after, &rows,
                       fetched));
    v->items_n = filter_cut(*fetched);
    v->items = NEW(req->arena, struct make_item, v->items_n);
    for (size_t i = 0; i < v->items_n; i++) v->items[i] = voice_item(req->arena, &rows[i]);
    return OK;
}

static enum err findings(struct request *req, struct make_view *v, size_t *fetched)
{
    const struct make_form *f = &v->form;
    const struct str lang = lang_about(req->lang)->code;
    const struct str words = pattern_of(req->arena, f->words);
    typedef enum err ask(struct db *, struct arena *, int64_t, struct str, struct str, bool,
                         enum kind, bool, int64_t, bool, int64_t, struct str, struct str,
                         int64_t, struct desk_findings_unused_row **, size_t *);
    ask *const asks[] = { desk_findings_unused, desk_findings_all, desk_findings_aside };
    struct desk_findings_unused_row *rows;

    TRY(asks[f->which](req->db, req->arena, v->theme->id, v->d.own, lang, f->of_kind >= 0,
                       (enum kind)f->of_kind, f->table > 0, f->table, v->source != NULL,
                       v->source ? v->source->id : 0, f->code, words, f->after, &rows,
                       fetched));
    v->items_n = filter_cut(*fetched);
    v->items = NEW(req->arena, struct make_item, v->items_n);
    for (size_t i = 0; i < v->items_n; i++) v->items[i] = finding_item(req->arena, &rows[i]);
    return OK;
}

/* Says of each voice on the page how many of those that follow say nearly the same; and ticks them all
 * when that was asked. */
static enum err alike(struct request *req, struct make_view *v)
{
    struct arena *a = req->arena;
    struct desk_voice_bodies_row *rows;
    size_t n;
    int64_t asked = 0;
    const int64_t first = v->items_n ? v->items[0].number - 1 : 0;

    if (v->form.what == WHAT_FINDINGS || v->form.which != WHICH_UNUSED) return OK;
    TRY(desk_voice_bodies(req->db, a, v->theme->id, first, &rows, &n));
    struct str *texts = NEW(a, struct str, n);
    uint32_t *group = NEW(a, uint32_t, n);
    for (size_t i = 0; i < n; i++) texts[i] = rows[i].body;
    similar_groups(a, texts, n, SIMILAR_NEAR, group);
    const bool picks = act_number(v->form.act, "lijkt-", &asked);
    struct numbers more = { NEW(a, int64_t, n), 0 };
    for (size_t i = 0, k = 0; i < n && k < v->items_n; i++) {
        while (k < v->items_n && v->items[k].number < rows[i].number) k++;
        if (k == v->items_n || v->items[k].number != rows[i].number) continue;
        const bool this_one = picks && asked == rows[i].number;
        for (size_t j = 0; j < n; j++) {
            if (group[j] != group[i]) continue;
            if (j != i) v->items[k].alike++;
            if (this_one) more.at[more.n++] = rows[j].number;
        }
    }
    v->form.voices = numbers_with(a, v->form.voices, more);
    return OK;
}

/* Ticks on this page stand in the list; the others beside it, with the first words of each. */
static enum err keep(struct request *req, struct make_view *v, bool of_findings)
{
    struct arena *a = req->arena;
    const struct numbers all = of_findings ? v->form.findings : v->form.voices;
    for (size_t i = 0; i < all.n; i++) {
        bool here = false, found = false;
        for (size_t k = 0; k < v->items_n; k++)
            if (v->items[k].finding == of_findings && v->items[k].number == all.at[i])
                here = v->items[k].ticked = true;
        if (here) continue;
        struct make_item *kept = &v->kept[v->kept_n++];
        *kept = (struct make_item){ .finding = of_findings,
                                    .number = all.at[i],
                                    .id = arena_format(
                                        a, of_findings ? "gekozen-b%lld" : "gekozen-%lld",
                                        (long long)all.at[i]) };
        if (of_findings) continue;
        struct desk_voice_row row;
        TRY(desk_voice(req->db, a, v->d.id, all.at[i], &row, &found));
        if (!found || !row.usable) continue;
        kept->body = beginning(a, row.body, KEPT_MOST);
        kept->lang = row.lang;
    }
    return OK;
}

/* What can be chosen of language, source and label; a choice that fits nothing here is let go of. */
static enum err options(struct request *req, struct make_view *v)
{
    struct make_form *f = &v->form;
    const struct str lang = lang_about(req->lang)->code;
    struct desk_said_in_row *langs;
    struct desk_sources_row *sources;
    struct desk_codes_row *codes;
    bool has_lang = false, has_code = false;

    v->channel = MAKE_ANY;
    if (f->what == WHAT_VOICES) {
        TRY(desk_said_in(req->db, req->arena, v->theme->id, &langs, &v->langs_n));
        v->langs = langs;
        for (int i = 0; i < CHANNELS; i++) v->channels[v->channels_n++] = channel_term(i);
        if (str_is(f->source, "map"))
            v->channel = MAKE_LOADED;
        else if (f->source.n)
            term_read(channel_term, 0, CHANNELS, f->source, &v->channel);
    } else {
        TRY(desk_sources(req->db, req->arena, v->theme->id, v->d.own, lang, &sources,
                         &v->sources_n));
        TRY(desk_codes(req->db, req->arena, v->theme->id, &codes, &v->codes_n));
        v->sources = sources;
        v->codes = codes;
    }
    for (size_t i = 0; i < v->langs_n; i++) has_lang |= str_eq(langs[i].lang, f->said_in);
    for (size_t i = 0; i < v->sources_n; i++)
        if (str_eq(sources[i].slug, f->source)) v->source = &sources[i];
    for (size_t i = 0; i < v->codes_n; i++) has_code |= str_eq(codes[i].code, f->code);
    if (!has_lang) f->said_in = STR("");
    if (!has_code) f->code = STR("");
    return OK;
}

static enum err list(struct request *req, struct make_view *v)
{
    struct tables_of_theme_row *tables;
    struct draft_waiting_row waiting;
    size_t fetched;
    struct make_form *f = &v->form;

    TRY(draft_waiting(req->db, req->arena, v->theme->id, &waiting));
    if (f->what < 0)
        f->what = !waiting.voices && waiting.findings ? WHAT_FINDINGS : WHAT_VOICES;
    TRY(tables_of_theme(req->db, req->arena, v->theme->id, v->d.own,
                        lang_about(req->lang)->code, &tables, &v->tables_n));
    v->tables = tables;
    TRY(options(req, v));
    TRY((f->what == WHAT_FINDINGS ? findings : voices)(req, v, &fetched));
    TRY(alike(req, v));
    v->more = fetched > v->items_n;
    v->waiting = f->what == WHAT_FINDINGS ? waiting.findings : waiting.voices;
    v->narrowed = f->of_kind >= 0 || f->table || f->words.n || f->which == WHICH_ASIDE ||
                  f->said_in.n || f->code.n || v->source || v->channel != MAKE_ANY;
    if (v->more)
        v->next =
            arena_format(req->arena, "na-%lld", (long long)v->items[v->items_n - 1].number);
    v->kept = NEW(req->arena, struct make_item, f->voices.n + f->findings.n);
    TRY(keep(req, v, false));
    TRY(keep(req, v, true));
    v->chosen = (int64_t)(f->voices.n + f->findings.n);
    return OK;
}

/* The point that gets what is ticked, when it is not a new one. */
static enum err target(struct request *req, struct make_view *v, struct point_state *state)
{
    struct desk_point_row row;
    bool found;
    if (!v->form.point) return OK;
    TRY(desk_point(req->db, req->arena, v->d.id, v->form.point, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such point");
    TRY(point_state_read(req->db, req->arena, row.id, state));
    v->was = point_state_said(state, v->d.own);
    return OK;
}

/* Ids of the voices that were ticked. */
static enum err chosen_ids(struct request *req, const struct make_view *v, struct numbers *ids)
{
    const struct numbers chosen = v->form.voices;
    *ids = (struct numbers){ NEW(req->arena, int64_t, chosen.n), 0 };
    for (size_t i = 0; i < chosen.n; i++) {
        struct desk_voice_row row;
        bool found;
        TRY(desk_voice(req->db, req->arena, v->d.id, chosen.at[i], &row, &found));
        if (found && row.usable) ids->at[ids->n++] = row.id;
    }
    *ids = numbers_sorted(req->arena, *ids);
    return OK;
}

/* What hangs together with one voice, or with all that was chosen and written so far; of a point that
 * gets more, with that point before anything is asked. Ticks them all when that was asked. */
static enum err related(struct request *req, struct make_view *v,
                        const struct point_state *state)
{
    struct arena *a = req->arena;
    struct make_form *f = &v->form;
    const bool takes = str_starts(f->act, STR("neem"));
    const bool all = str_is(f->act, "hangt") || str_is(f->act, "neem");
    struct related_question q = { .theme = v->theme->id,
                                  .chosen = numbers_sorted(a, f->voices) };
    struct numbers ids = { 0 };
    if (act_number(f->act, "hangt-", &q.number) || act_number(f->act, "neem-", &q.number)) {
        struct desk_voice_row row;
        bool found;
        TRY(desk_voice(req->db, a, v->d.id, q.number, &row, &found));
        if (!found || !row.usable) return OK; /* it was withdrawn meanwhile */
        ids = (struct numbers){ NEW(a, int64_t, 1), 1 };
        ids.at[0] = row.id;
    } else if (all || (v->was.n && !req->form->sent)) {
        TRY(chosen_ids(req, v, &ids));
        ids = numbers_with(a, ids, state->voices);
        q.said = v->was.n ? v->was : f->said;
        if (!ids.n && !q.said.n) return OK;
    } else {
        return OK;
    }
    q.voices = ids;
    TRY(desk_related(req, &v->d, &q, &v->related));
    if (!takes) return OK;
    struct numbers more = { NEW(a, int64_t, v->related.items_n), 0 };
    for (size_t i = 0; i < v->related.items_n; i++)
        more.at[more.n++] = v->related.items[i].number;
    f->voices = numbers_with(a, q.chosen, numbers_sorted(a, more));
    v->related.items_n = 0;
    v->related.taken = (int64_t)more.n;
    return OK;
}

/* The points that are there already, and who else looks at this theme. */
static enum err beside(struct request *req, struct make_view *v)
{
    struct desk_points_there_row *rows;
    if (!v->was.n) {
        TRY(desk_points_there(req->db, req->arena, v->theme->id, v->d.own, &rows,
                              &v->points_n));
        v->points = rows;
    }
    return people_here(
        req, PATH(req->arena, "/{}/beheer/punten/maak?thema={}", v->d.slug, v->theme->slug),
        PATH(req->arena, "/{}/beheer/punten?thema={}", v->d.slug, v->theme->slug), &v->here);
}

static enum err handle(struct request *req, struct response *res)
{
    struct point_state state = { 0 };
    struct make_view v = { .f = req->form, .editor = req->visitor.role >= WHO_EDITOR };

    TRY(desk_open(req, res, &v.d));
    settle(req, &v);
    TRY(themes(req, &v));
    TRY(target(req, &v, &state));
    TRY(related(req, &v, &state));
    TRY(list(req, &v));
    if (str_is(v.form.act, "lees")) v.plain = plain_look_at(req->arena, v.form.said, v.d.own);
    v.self = PATH(req->arena, "/{}/beheer/punten/maak?thema={}", v.d.slug, v.theme->slug);
    v.back = PATH(req->arena, "/{}/beheer/punten?thema={}", v.d.slug, v.theme->slug);
    TRY(beside(req, &v));
    v.notice = notice_read(req, &v.d, req->query[2], STR(""), req->query[3], v.theme->slug);
    res->frame.title =
        words_in(v.was.n ? SAY("Voeg iets toe") : SAY("Maak een punt"), req->lang);
    res->frame.wide = true;
    desk_crumb(req, res, &v.d);
    dialogue_crumb(res, v.self, res->frame.title);
    desk_make_page(response_page(req, res), &v);
    return OK;
}

/* ---- what is done ---- */

static enum err theme_slug(struct draft *w, int64_t home, struct numbers others,
                           struct str *slug)
{
    struct draft_themes_row *rows;
    size_t n, known = 0;
    TRY(draft_themes(w->tx->db, w->req->arena, w->d->id, w->d->own, w->d->own, &rows, &n));
    for (size_t i = 0; i < n; i++) {
        if (rows[i].id == home) *slug = rows[i].slug;
        known += numbers_have(others, rows[i].id);
    }
    if (!slug->n) form_wrong(w->req, "thuis", SAY("Kies het thema waar dit punt hoort."));
    if (known < others.n) form_wrong(w->req, "ook", SAY("Kies thema’s die er staan."));
    return OK;
}

static enum err make(struct draft *w, const struct make_form *f, struct response *res)
{
    struct arena *a = w->req->arena;
    const struct str said = draft_line(a, f->said), english = draft_line(a, f->english);
    struct str slug = { 0 };
    struct picked picked;
    struct draft_point p;

    if (!said.n) form_wrong(w->req, "zin", SAY("Schrijf in één zin wat dit punt zegt."));
    if (f->kind < 0) form_wrong(w->req, "soort", SAY("Kies de soort."));
    TRY(theme_slug(w, f->home, f->others, &slug));
    TRY(draft_picked(w, f->voices, f->findings, &picked));
    if (!f->voices.n && !f->findings.n)
        form_wrong(w->req, NULL,
                   SAY("Kies eerst inbreng of bevindingen waar dit punt op rust."));
    TRY(form_checked(w->req));
    TRY(draft_new(w, &p));
    p.now.kind = (enum kind)f->kind;
    p.now.voices = picked.voices;
    p.now.findings = picked.findings;
    draft_say(a, &p.now, w->d->own, said);
    if (!str_is(w->d->own, "en")) draft_say(a, &p.now, STR("en"), english);
    draft_place(a, &p.now, f->home, f->others);
    TRY(draft_close(w, &p));
    return response_redirect(res, notice_path(a, w->d, slug, "gemaakt", p.number, w->batch));
}

static enum err add(struct draft *w, const struct make_form *f, int64_t point,
                    struct response *res)
{
    struct arena *a = w->req->arena;
    struct picked picked;
    struct draft_point p;

    TRY(draft_open(w, point, &p));
    TRY(draft_picked(w, f->voices, f->findings, &picked));
    if (!f->voices.n && !f->findings.n)
        form_wrong(w->req, NULL, SAY("Kies eerst wat onder dit punt moet staan."));
    TRY(form_checked(w->req));
    p.now.voices = numbers_with(a, p.now.voices, picked.voices);
    p.now.findings = numbers_with(a, p.now.findings, picked.findings);
    TRY(draft_close(w, &p));
    const struct str number = arena_format(a, "%lld", (long long)p.number);
    const struct path to = PATH(a, "/{}/beheer/punten/{}?gedaan=erbij", w->d->slug, number);
    return response_redirect(res, notice_undo(a, to, w->batch));
}

static void under_a_point(struct request *req, const struct words *what, int64_t number)
{
    const struct str n = arena_format(req->arena, "%lld", (long long)number);
    form_wrong_said(req, NULL, FILL(req->arena, what, req->lang, { "n", n }));
}

static enum err account_findings(struct draft *w, const struct make_form *f, bool aside,
                                 int64_t *batch)
{
    struct request *req = w->req;
    for (size_t i = 0; i < f->findings.n; i++) {
        struct desk_finding_row row;
        bool found;
        TRY(desk_finding(w->tx->db, req->arena, w->d->id, f->findings.at[i], &row, &found));
        if (!found) continue; /* it was removed meanwhile */
        if (aside && row.draft_points)
            under_a_point(req,
                          SAY("Bevinding {n} staat onder een punt. Haal die daar eerst weg."),
                          f->findings.at[i]);
        else if (aside && row.account == ACCOUNT_OPEN)
            TRY(finding_set_aside(w->tx, req, w->d->id, row.id, (enum reason)(f->reason + 1),
                                  batch));
        else if (!aside && row.account == ACCOUNT_SET_ASIDE)
            TRY(finding_reopen(w->tx, req, w->d->id, row.id, batch));
    }
    return OK;
}

/* An author reads the reason, so an editor decides. */
static enum err account(struct draft *w, const struct make_form *f, bool aside,
                        struct response *res)
{
    struct request *req = w->req;
    int64_t batch = 0;
    if (req->visitor.role < WHO_EDITOR) return FAIL(ERR_WHO, "only editors set voices aside");
    if (aside && f->reason < 0)
        form_wrong(req, "reden", SAY("Kies de reden. Anderen lezen die."));
    if (!f->voices.n && !f->findings.n)
        form_wrong(req, NULL, SAY("Kies eerst inbreng of bevindingen."));
    TRY(form_checked(req));
    TRY(account_findings(w, f, aside, &batch));
    for (size_t i = 0; i < f->voices.n; i++) {
        struct desk_voice_row row;
        bool found;
        TRY(desk_voice(w->tx->db, req->arena, w->d->id, f->voices.at[i], &row, &found));
        if (!found || !row.usable) continue; /* it was withdrawn meanwhile */
        if (aside && row.draft_points)
            under_a_point(req,
                          SAY("Inbreng {n} staat onder een punt. Haal hem daar eerst weg."),
                          f->voices.at[i]);
        else if (aside && row.account == ACCOUNT_OPEN)
            TRY(voice_set_aside(w->tx, req, row.id, (enum reason)(f->reason + 1), &batch));
        else if (!aside && row.account == ACCOUNT_SET_ASIDE)
            TRY(voice_reopen(w->tx, req, row.id, &batch));
    }
    TRY(form_checked(req));
    const struct path to = PATH(req->arena, "/{}/beheer/punten/maak?thema={}&gedaan={}",
                                w->d->slug, f->theme, aside ? STR("opzij") : STR("open"));
    return response_redirect(res, notice_undo(req->arena, to, batch));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct make_form *f = form_values(req);
    struct dialogue d;
    TRY(dialogue_open(req, res, &d));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    int64_t point;
    if (act_number(f->act, "onder-", &point)) return add(&w, f, point, res);
    if (str_is(f->act, "maak")) return f->point ? add(&w, f, f->point, res) : make(&w, f, res);
    if (str_is(f->act, "opzij")) return account(&w, f, true, res);
    if (str_is(f->act, "open")) return account(&w, f, false, res);
    return OK; /* looking further: the page shows itself */
}

const struct page desk_make = {
    .path = "/:dialogue/beheer/punten/maak",
    .who = WHO_WRITER,
    .query = "thema punt gedaan terug",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
