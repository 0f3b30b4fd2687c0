/* one.c — /:dialogue/beheer/nakijken/#voice: one voice, what its author allowed, and what is decided. */
#include "features/review/one.h"
#include "features/review/one.html.h"

/* ---- showing ---- */

static void add(struct picks *p, struct str value, struct str text, const struct words *words)
{
    p->at[p->n++] = (struct pick){ value, text, words, false };
}

static enum err picks(struct request *req, struct one_view *v)
{
    struct queue_view q = { .d = v->d };
    struct one_neighbourhoods_row *rows;
    size_t n;
    TRY(queue_picks(req, &q));
    v->themes = q.themes;
    v->langs = q.langs;
    v->reasons = q.reasons;
    v->kinds.at = NEW(req->arena, struct pick, KINDS);
    for (int i = 0; i < KINDS; i++)
        add(&v->kinds, str_of(kind_term(i).code), (struct str){ 0 }, kind_term(i).words);
    TRY(one_neighbourhoods(req->db, req->arena, v->d.id, &rows, &n));
    v->neighbourhoods.at = NEW(req->arena, struct pick, n + 1);
    for (size_t i = 0; i < n; i++) add(&v->neighbourhoods, rows[i].slug, rows[i].name, NULL);
    return OK;
}

static void fill(struct request *req, const struct one_view *v)
{
    form_fill(req, "tekst", v->v.body);
    form_fill(req, "taal", v->v.lang);
    form_fill(req, "thema", v->v.theme_slug);
    form_fill(req, "wijk", v->v.neighbourhood_slug);
    if (v->v.has_kind) form_fill(req, "soort", str_of(kind_term((int)v->v.kind).code));
    form_fill(req, "in-nl", v->v.nl);
    form_fill(req, "in-en", v->v.en);
    if (v->v.has_hidden_for)
        form_fill(req, "reden", str_of(reason_term((int)v->v.hidden_for).code));
}

static enum err open_voice(struct request *req, struct one_view *v)
{
    bool found;
    TRY(one_voice(req->db, req->arena, v->d.id, req->param[1].number, v->d.own, &v->v, &found));
    if (!found) return FAIL(ERR_MISSING, "no such voice");
    v->open = v->v.visibility != VISIBILITY_ERASED && v->v.account != ACCOUNT_WITHDRAWN;
    v->waits = v->open && v->v.has_state && v->v.state != CHECK_CHECKED;
    return OK;
}

static enum err around(struct request *req, struct one_view *v)
{
    struct one_objection_row o;
    const struct str said = v->v.has_said ? v->v.said : v->v.body;
    v->said = marks_of(req->arena, said, SIZE_MAX);
    v->hints_n = hints_of(req->arena, v->v.body, &v->hints);
    if (v->waits && v->v.fingerprint)
        TRY(one_alike(req->db, v->d.id, v->v.state, v->v.fingerprint, &v->alike));
    TRY(photo_ids_of_voice(req->db, req->arena, v->v.voice, &v->photos, &v->photos_n));
    TRY(one_messages(req->db, req->arena, v->v.voice, &v->messages, &v->messages_n));
    TRY(one_objection(req->db, req->arena, v->v.voice, &o, &v->has_objection));
    if (v->has_objection) v->objection = o.id;
    TRY(history_newest(req->db, THING_VOICE, v->v.voice, &v->seen));
    return history_of(req, &v->d, THING_VOICE, v->v.voice, INT64_MAX, &v->history);
}

static enum err read_done(struct request *req, struct one_view *v)
{
    struct batch_done_row *rows;
    size_t n;
    if (!req->query[0].n) return OK;
    if (!str_number(req->query[0], INT64_MAX, &v->done.batch))
        return FAIL(ERR_INPUT, "no such batch");
    TRY(batch_done(req->db, req->arena, v->d.id, v->done.batch, &rows, &n));
    if (!n) v->done.batch = 0;
    for (size_t i = 0; i < n; i++) {
        if (!i || rows[i].act == ACT_CHANGED) v->done.act = rows[i].act;
        v->done.voices = rows[i].voices;
        v->done.number = rows[i].number;
    }
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct one_view v = { .form = req->form };
    TRY(desk_open(req, res, &v.d));
    TRY(open_voice(req, &v));
    TRY(around(req, &v));
    TRY(picks(req, &v));
    TRY(read_done(req, &v));
    fill(req, &v);
    v.self = (struct path){ req->path };
    res->frame.title = FILL(req->arena, SAY("Inbreng {n}"), req->lang,
                            { "n", arena_format(req->arena, "%lld", (long long)v.v.number) });
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken", v.d.slug),
                   words_in(SAY("Nakijken"), req->lang));
    dialogue_crumb(res, v.self, res->frame.title);
    one_page(response_page(req, res), &v);
    return OK;
}

/* ---- what is posted ---- */

static const struct field fields[] = {
    FIELD_TEXT(struct one_form, body, "tekst", .most = 10000),
    FIELD_NUMBERS(struct one_form, leave, "weg", .most = HINTS_MOST),
    FIELD_CHOICE(struct one_form, deed, "doe", "toon verberg tel bewaar", .required = true),
    FIELD_CHOICE(struct one_form, reason, "reden",
                 "double elsewhere personal harmful unclear outside"),
    FIELD_LINE(struct one_form, theme, "thema", .most = 60),
    FIELD_CHOICE(struct one_form, kind, "soort",
                 "goes-well must-improve needed question tip quote story"),
    FIELD_LINE(struct one_form, neighbourhood, "wijk", .most = 60),
    FIELD_LINE(struct one_form, lang, "taal", .most = 12),
    FIELD_TEXT(struct one_form, nl, "in-nl", .most = 10000),
    FIELD_TEXT(struct one_form, en, "in-en", .most = 10000),
    FIELD_TEXT(struct one_form, message, "bericht", .most = 4000),
    FIELD_NUMBER(struct one_form, seen, "gezien"),
};
static const struct form form = FORM(struct one_form, fields);

/* The text as others may read it: as it was typed, without what was ticked. */
static struct str public_text(struct request *req, const struct one_form *f,
                              const struct one_view *v)
{
    struct hint *hints;
    const size_t n = hints_of(req->arena, v->v.body, &hints);
    struct str text = f->body;
    for (size_t i = 0; i < f->leave.n; i++)
        if (f->leave.at[i] >= 1 && (size_t)f->leave.at[i] <= n)
            text = hint_left_out(req->arena, text, &hints[f->leave.at[i] - 1]);
    return text;
}

static enum err check(struct request *req, const struct one_form *f, const struct one_view *v)
{
    const bool sound = v->v.has_sound;
    int64_t newest;
    if (!v->open)
        form_wrong(req, NULL, SAY("Deze inbreng is gewist. Er is niets meer te doen."));
    TRY(history_newest(req->db, THING_VOICE, v->v.voice, &newest));
    if (newest != f->seen)
        form_wrong(req, NULL,
                   SAY("Een collega veranderde deze inbreng. Kijk opnieuw en kies dan."));
    if (f->deed == ONE_HIDE && f->reason < 0)
        form_wrong(req, "reden", SAY("Kies waarom deze inbreng niet te zien is."));
    if (sound && f->deed != ONE_KEEP && !f->body.n)
        form_wrong(req, "tekst", SAY("Schrijf eerst op wat er gezegd is."));
    if (!sound && !f->body.n)
        form_wrong(req, "tekst", SAY("Laat iets staan, of laat de inbreng niet zien."));
    return form_checked(req);
}

static enum err sort(struct tx *tx, struct request *req, const struct one_form *f,
                     const struct one_view *v, int64_t *batch)
{
    struct theme_find_row theme = { 0 };
    struct neighbourhood_find_row hood = { 0 };
    bool found = true;
    if (f->theme.n) TRY(theme_find(tx->db, req->arena, v->d.id, f->theme, &theme, &found));
    if (!found) return FAIL(ERR_INPUT, "no such theme");
    if (f->neighbourhood.n)
        TRY(neighbourhood_find(tx->db, req->arena, v->d.id, f->neighbourhood, &hood, &found));
    if (!found) return FAIL(ERR_INPUT, "no such neighbourhood");
    const struct voice_place place = { .theme = theme.id,
                                       .neighbourhood = hood.id,
                                       .at_table = v->v.has_at_table ? v->v.at_table : 0,
                                       .kind = f->kind };
    const int kind = v->v.has_kind ? (int)v->v.kind : -1;
    if (place.theme == v->v.theme && place.neighbourhood == v->v.neighbourhood &&
        place.kind == kind)
        return OK;
    return voice_sort(tx, req, v->v.voice, &place, batch);
}

static enum err translate(struct tx *tx, struct request *req, const struct one_view *v,
                          struct str said_in, const char *lang, struct str was, struct str is)
{
    if (str_is(said_in, lang) || str_eq(was, is)) return OK;
    return voice_translate(tx, req, v->v.voice, str_of(lang), is, NULL);
}

/* What stands beside a decision: language, translations, a message to its author. */
static enum err beside(struct tx *tx, struct request *req, const struct one_form *f,
                       const struct one_view *v)
{
    const struct str said_in = f->lang.n ? f->lang : v->v.lang;
    int64_t id;
    if (f->lang.n && !v->v.has_sound) TRY(voice_speaks(tx, req, v->v.voice, f->lang));
    TRY(translate(tx, req, v, said_in, "nl", v->v.nl, f->nl));
    TRY(translate(tx, req, v, said_in, "en", v->v.en, f->en));
    if (!f->message.n) return OK;
    TRY(message_add(tx, v->v.voice, req->now, req->visitor.person != 0, req->visitor.person,
                    f->message, &id));
    return history_write(tx, req,
                         &(struct change){ .dialogue = v->d.id,
                                           .thing = THING_VOICE,
                                           .number = v->v.voice,
                                           .act = ACT_ANSWERED },
                         NULL);
}

static enum err decided(struct tx *tx, struct request *req, const struct one_form *f,
                        const struct one_view *v, int64_t *batch)
{
    const struct str body = public_text(req, f, v);
    const int64_t voice = v->v.voice;
    switch ((enum one_deed)f->deed) {
    case ONE_SHOW: return voice_show(tx, req, voice, body, batch);
    case ONE_HIDE:
        return voice_hide(tx, req, voice, (enum reason)(REASON_DOUBLE + f->reason), batch);
    case ONE_COUNT:
        TRY(voice_only_count(tx, req, voice, batch));
        return voice_hide(tx, req, voice, (enum reason)0, batch);
    case ONE_KEEP: break;
    }
    return OK;
}

/* Where whoever keeps on reading goes: to the next that waits. */
static enum err go_on(struct request *req, struct response *res, const struct one_view *v,
                      int64_t batch)
{
    struct queue_next_row next;
    bool found;
    const struct str done = arena_format(req->arena, "%lld", (long long)batch);
    TRY(queue_next(req->db, req->arena, v->d.id, v->v.voice, &next, &found));
    if (!found)
        return response_redirect(
            res, PATH(req->arena, "/{}/beheer/nakijken?gedaan={}", v->d.slug, done));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/nakijken/{}?gedaan={}", v->d.slug,
                  arena_format(req->arena, "%lld", (long long)next.number), done));
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct one_form *f = form_values(req);
    struct one_view v = { .form = req->form };
    int64_t batch = 0;
    TRY(desk_open(req, res, &v.d));
    TRY(open_voice(req, &v));
    TRY(check(req, f, &v));
    TRY(sort(tx, req, f, &v, &batch));
    if (v.v.has_sound && f->body.n)
        TRY(voice_type_out(tx, req, v.v.voice, f->lang.n ? f->lang : v.v.lang, f->body));
    TRY(beside(tx, req, f, &v));
    TRY(decided(tx, req, f, &v, &batch));
    if (f->deed != ONE_KEEP && v.waits) return go_on(req, res, &v, batch);
    const struct path self = { arena_format(req->arena, "%.*s?gedaan=%lld", STR_ARG(req->path),
                                            (long long)batch) };
    return response_redirect(res, batch ? self : (struct path){ req->path });
}

const struct page review_one = {
    .path = "/:dialogue/beheer/nakijken/#voice",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .upload = 512 * 1024, /* long texts in a script that takes six bytes a letter */
    .file = __FILE__,
};
