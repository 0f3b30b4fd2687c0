/* show.c — /tafel/:token: what is noted at one table, round by round. Works without script; with it, also
 * without a network (assets/sheet.js). */
#include "features/sheet/show.h"

#include <string.h>

#include "features/sheet/former.html.h"
#include "features/sheet/show.html.h"
#include "web/handed.h"
#include "web/manifest.h"

static const struct words *say_something(void)
{
    return SAY("Schrijf eerst op wat er wordt gezegd.");
}
static const struct field fields[] = {
    FIELD_TEXT(struct sheet_form, text, "tekst", .required = true, .most = SHEET_TEXT_MOST,
               .missing = say_something),
    FIELD_CHOICE(struct sheet_form, kind, "soort",
                 "goes-well must-improve needed question tip"),
    FIELD_NUMBER(struct sheet_form, speaker, "spreker", .most = SHEET_SPEAKERS),
    FIELD_NUMBER(struct sheet_form, round, "ronde", .most = 1000),
};
const struct form sheet_note_form = FORM(struct sheet_form, fields);

/* ---- what stands there ---- */

/* Who has the link sees what the table noted until it is closed; afterwards, and on the card at a seat, what
 * the team hides is left out, and a week after the end also what nobody has checked. */
static bool still_shown(const struct request *req, const struct sheet_view *v,
                        const struct sheet_notes_row *r)
{
    const bool closed = v->s.row.has_closed;
    if (r->visibility == VISIBILITY_SHOWN) return true;
    if (r->visibility == VISIBILITY_HIDDEN) return !closed && !v->s.at_home;
    return !closed || sheet_may_suggest(req, &v->s);
}

static void line(struct request *req, struct sheet_view *v, const struct sheet_notes_row *r)
{
    struct sheet_line *line = &v->lines[v->lines_n++];
    *line = (struct sheet_line){ .r = r, .kind_code = "", .later = !r->mark.n };
    if (!line->later) {
        line->mark = mark_write(req->arena, r->mark);
        line->device = mark_write(req->arena, r->device);
    }
    line->gone = r->account == ACCOUNT_WITHDRAWN || r->visibility == VISIBILITY_ERASED;
    line->shown = r->visibility == VISIBILITY_SHOWN;
    if (r->has_reason) line->aside = reason_term((int)r->reason).words;
    v->here += !line->gone && r->round == v->now->round;
    if (!r->has_kind) return;
    line->kind = kind_term((int)r->kind).words;
    line->kind_code = kind_term((int)r->kind).code;
}

/* On the sheet stands what its devices handed in; who reads it back, there or at home, sees also what was
 * on paper. */
static enum err lines(struct request *req, struct sheet_view *v, bool all)
{
    struct sheet_notes_row *rows, *later;
    size_t n, later_n = 0;
    const struct sheet_find_row *s = &v->s.row;
    TRY(sheet_notes(req->db, req->arena, s->id, &rows, &n));
    if (all)
        TRY(sheet_notes_later(req->db, req->arena, s->gathering, s->number, s->id, &later,
                              &later_n));
    v->lines = NEW(req->arena, struct sheet_line, n + later_n + 1);
    for (size_t i = 0; i < n; i++)
        if (still_shown(req, v, &rows[i])) line(req, v, &rows[i]);
    for (size_t i = 0; i < later_n; i++)
        if (still_shown(req, v, &later[i])) line(req, v, &later[i]);
    return OK;
}

/* The round that the programme has now, on the day itself; else the first. */
static const struct sheet_rounds_row *round_now(const struct request *req,
                                                const struct sheet_view *v)
{
    const struct sheet_rounds_row *now = v->s.rounds;
    const struct clock clock = clock_at(req->now);
    for (size_t i = 0; i < v->s.rounds_n; i++)
        if (v->starts[i].has && req->today.n == v->s.row.day.n &&
            v->starts[i].clock.minutes <= clock.minutes)
            now = &v->s.rounds[i];
    return now;
}

static enum err view_fill(struct request *req, struct response *res, int64_t round, bool all,
                          struct sheet_view *v)
{
    struct sheet_starts_row *starts;
    size_t n;
    if (!v->s.rounds_n) return FAIL(ERR_GONE, "a sheet whose table is not there any more");
    TRY(photos_from_table(req->db, req->arena, v->s.row.gathering, v->s.row.number, &v->photos,
                          &v->photos_n));
    TRY(sheet_starts(req->db, req->arena, v->s.row.gathering, &starts, &n));
    v->starts = NEW(req->arena, struct optional_clock, v->s.rounds_n);
    for (size_t i = 0; i < v->s.rounds_n; i++) {
        const size_t at = (size_t)v->s.rounds[i].round - 1;
        if (at < n) v->starts[i] = (struct optional_clock){ true, starts[at].starts };
    }
    v->now = round_now(req, v);
    for (int64_t turn = 0; turn < v->s.row.turn; turn++) {
        const struct str code = sheet_code(req, v->s.row.gathering, v->s.row.number, turn);
        v->former =
            arena_join(req->arena, v->former,
                       str_from(sheet_path(req->arena, code).text, sizeof "/tafel" - 1));
    }
    for (size_t i = 0; i < v->s.rounds_n; i++)
        if (v->s.rounds[i].round == round) v->now = &v->s.rounds[i];
    for (int i = 0; i < SHEET_SPEAKERS; i++) v->speakers[i] = i + 1;
    const struct str number = arena_format(req->arena, "%lld", (long long)v->s.row.number);
    res->frame.title =
        FILL(req->arena, SAY("Tafel {n}: wat wordt er gezegd?"), req->lang, { "n", number });
    res->frame.description =
        words_in(SAY("Hier noteert u wat er aan deze tafel wordt gezegd."), req->lang);
    return lines(req, v, all);
}

enum err sheet_view_fill(struct request *req, struct response *res, int64_t round,
                         struct sheet_view *v)
{
    *v = (struct sheet_view){ .form = req->form };
    TRY(sheet_open(req, res, &v->s));
    return view_fill(req, res, round, false, v);
}

enum err sheet_view_read(struct request *req, struct response *res, struct sheet_view *v)
{
    *v = (struct sheet_view){ .form = req->form };
    TRY(sheet_open_reading(req, res, &v->s));
    return view_fill(req, res, 0, true, v);
}

static const struct words *done_words(struct str done)
{
    if (str_is(done, "bewaard")) return SAY("Bewaard. Schrijf gerust de volgende op.");
    if (str_is(done, "veranderd")) return SAY("De verbetering is bewaard.");
    if (str_is(done, "foto")) return SAY("De foto is bewaard. Het team kijkt hem na.");
    if (str_is(done, "foto-weg")) return SAY("De foto is weg.");
    if (str_is(done, "weg")) return SAY("De notitie is weggehaald.");
    return NULL;
}

/* Who opens a link that was replaced hears what to do; what waits on their phone is not lost. */
static enum err former(struct request *req, struct response *res, bool *is)
{
    struct sheet_former_find_row row;
    struct str code;
    *is = false;
    if (!receipt_read(req->arena, req->param[0].text, &code)) return OK;
    TRY(sheet_former_find(req->db, req->arena, sheet_hash(req->arena, code), &row, is));
    if (!*is) return OK;
    res->frame.title = words_in(SAY("Deze link werkt niet meer"), req->lang);
    sheet_former_page(response_page(req, res), &row);
    res->noindex = true;
    res->no_store = true;
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct sheet_view v;
    int64_t round = 0;
    bool replaced;
    TRY(former(req, res, &replaced));
    if (replaced) return OK;
    const struct str typed = form_typed(req->form, "ronde");
    if (!str_number(typed.n ? typed : req->query[0], 1000, &round)) round = 0;
    TRY(sheet_view_fill(req, res, round, &v));
    v.done = done_words(req->query[1]);
    res->frame.manifest = PATH(req->arena, "/tafel/{}/app.webmanifest", v.s.slug);
    sheet_page(response_page(req, res), &v);
    return OK;
}

/* ---- without script ---- */

struct sheet_row sheet_row_of_form(const struct request *req, enum sheet_act act)
{
    static const char no_device[SHEET_MARK];
    const struct sheet_form *f = form_values(req);
    return (struct sheet_row){ .act = act,
                               .mark = str_upto(req->key, SHEET_MARK),
                               .device = { no_device, SHEET_MARK },
                               .round = f->round,
                               .speaker = f->speaker,
                               .kind = f->kind,
                               .text = f->text,
                               .written = req->now };
}

enum err sheet_form_wrong(struct request *req, const char *why)
{
    if (!why) return OK;
    if (!strcmp(why, "leeg"))
        form_wrong(req, "tekst", say_something());
    else if (!strcmp(why, "ronde"))
        form_wrong(req, NULL, SAY("Deze ronde is er niet. Kies een andere."));
    else if (!strcmp(why, "weg"))
        form_wrong(req, NULL, SAY("Deze notitie is al weggehaald."));
    else if (!strcmp(why, "dicht"))
        form_wrong(req, NULL, SAY("Deze tafel is klaar. Er komt niets meer bij."));
    else
        form_wrong(req, NULL, SAY("Dit is niet bewaard. Vraag het team om hulp."));
    return form_checked(req);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct sheet_form *f = form_values(req);
    const struct sheet_row row = sheet_row_of_form(req, SHEET_NOTE);
    const char *why;
    struct sheet s;
    TRY(sheet_open(req, res, &s));
    TRY(sheet_take(tx, req, &s, &row, &why));
    TRY(sheet_form_wrong(req, why));
    return response_redirect(res, PATH(req->arena, "/tafel/{}?ronde={}&gedaan=bewaard", s.slug,
                                       arena_format(req->arena, "%lld", (long long)f->round)));
}

const struct page sheet_show = {
    .path = "/tafel/:token",
    .who = WHO_ANYONE,
    .query = "ronde gedaan",
    .handle = handle,
    .form = &sheet_note_form,
    .act = act,
    .own_token = true,
    .file = __FILE__,
};

/* ---- what puts it between the programs of a phone ---- */

static enum err manifest(struct request *req, struct response *res)
{
    struct sheet s;
    TRY(sheet_open(req, res, &s));
    const struct str number = arena_format(req->arena, "%lld", (long long)s.row.number);
    const struct str name = FILL(req->arena, SAY("Tafel {n}"), req->lang, { "n", number });
    manifest_answer(req, res,
                    &(struct manifest){ .name = name,
                                        .short_name = name,
                                        .start = PATH(req->arena, "/tafel/{}", s.slug),
                                        .scope = { STR("/tafel/") } });
    return OK;
}

const struct page sheet_manifest = {
    .path = "/tafel/:token/app.webmanifest",
    .who = WHO_ANYONE,
    .handle = manifest,
    .file = __FILE__,
};

/* ---- what runs beside the page, so that it opens without a network ---- */

static enum err worker(struct request *req, struct response *res)
{
    (void)req;
    return response_asset(res, STR("offline-worker.js"));
}

/* In the folder of what it serves: a browser lets it go no further than that. */
const struct page sheet_worker = {
    .path = "/tafel/sw.js",
    .who = WHO_ANYONE,
    .handle = worker,
    .file = __FILE__,
};
