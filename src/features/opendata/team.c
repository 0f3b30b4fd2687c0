/* team.c — /:dialogue/beheer/bestanden: what was said as a file for the team, without who said it, and
 * with that for editors. Both are written down, so each is a button. */
#include "features/history/history.h"
#include "features/opendata/rows.h"
#include "features/opendata/team.html.h"
#include "features/opendata/team.sql.h"
#include "features/voices/voices.h"
#include "web/response.h"

/* How the history calls a file. */
static struct str called(bool who)
{
    return words_in(who ? SAY("bestand met wie het zei") : SAY("bestand zonder wie het zei"),
                    LANG_NL);
}

/* Of what was made, the files. */
static void only_files(struct history_lines *lines)
{
    size_t n = 0;
    for (size_t i = 0; i < lines->n; i++)
        if (str_eq(lines->at[i].after, called(true)) ||
            str_eq(lines->at[i].after, called(false)))
            lines->at[n++] = lines->at[i];
    lines->n = n;
}

static enum err handle(struct request *req, struct response *res)
{
    struct team_view v = { .edits = req->visitor.role >= WHO_EDITOR };
    TRY(desk_open(req, res, &v.d));
    TRY(history_in(req, &v.d, THING_DIALOGUE, ACT_MADE, INT64_MAX, &v.taken));
    only_files(&v.taken);
    res->frame.title = words_in(SAY("Bestanden"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/bestanden", v.d.slug), res->frame.title);
    team_page(response_page(req, res), &v);
    return OK;
}

/* ---- the files ---- */

static struct open_table said(bool who)
{
    struct open_table t = { .name = who ? STR("inbreng-met-wie") : STR("inbreng-zonder-wie") };
    if (who) open_column(&t, "voice", OPEN_NUMBER, NULL);
    open_column(&t, "gathering", OPEN_NAME, NULL);
    open_column(&t, "round", OPEN_NUMBER, NULL);
    open_column(&t, "table", OPEN_NUMBER, NULL);
    open_column(&t, "theme", OPEN_NAME, NULL);
    open_column(&t, "kind", OPEN_CODE, NULL);
    open_column(&t, "language", OPEN_CODE, NULL);
    open_column(&t, "text", OPEN_TEXT, NULL);
    open_column(&t, "text_own", OPEN_TEXT, NULL);
    open_column(&t, "shown", OPEN_YES_NO, NULL);
    if (!who) return t;
    open_column(&t, "signed", OPEN_TEXT, NULL);
    open_column(&t, "neighbourhood", OPEN_NAME, NULL);
    open_column(&t, "day", OPEN_DAY, NULL);
    open_column(&t, "received", OPEN_DAY, NULL);
    open_column(&t, "channel", OPEN_CODE, NULL);
    open_column(&t, "consent", OPEN_CODE, NULL);
    return t;
}

static void put_said(struct open_rows *w, const struct team_said_row *r)
{
    open_name(w, r->has_gathering, r->gathering);
    open_number(w, r->has_round, r->round);
    open_number(w, r->has_at_table, r->at_table);
    open_name(w, r->has_theme, r->theme);
    open_code(w, r->has_kind, kind_term, (int)r->kind);
    open_language(w, r->lang);
    open_text(w, r->body);
    open_text_maybe(w, r->has_own_words, r->own_words);
    open_yes_no(w, r->shown);
}

static enum err row_without(const struct team_said_row *r, void *with)
{
    put_said(with, r);
    return open_row_end(with);
}

static enum err row_with(const struct team_said_row *r, void *with)
{
    struct open_rows *w = with;
    open_number(w, true, r->number);
    put_said(w, r);
    open_text_maybe(w, r->has_signed_by, r->signed_by);
    open_name(w, r->has_neighbourhood, r->neighbourhood);
    open_day(w, r->has_day, r->day);
    open_day(w, r->has_received, day_at(r->received));
    open_code(w, r->has_channel, channel_term, (int)r->channel);
    open_code(w, r->has_consent, consent_term, (int)r->consent);
    return open_row_end(w);
}

/* Reading everything is slow, and is done before the turn to write comes. */
static enum err make(struct request *req, bool who)
{
    const struct open_table t = said(who);
    struct response *res = NEW(req->arena, struct response, 1);
    struct open_rows w = { .req = req, .t = &t, .form = OPEN_SHEET, .o = &res->body };
    int64_t dialogue;
    struct str own;

    TRY(dialogue_named(req, &dialogue, &own));
    response_start(req, res);
    open_heading(&w);
    const enum err e = team_said(req->db, dialogue, own, who ? row_with : row_without, &w);
    arena_end(&w.passing);
    TRY(e);
    if (res->body.spilt) return FAIL(ERR_LIMIT, "more was said than one file holds");
    req->prepared = &res->body;
    return OK;
}

static enum err give(struct tx *tx, struct request *req, struct response *res, bool who)
{
    const struct out *made = req->prepared;
    int64_t dialogue;
    struct str own;
    TRY(dialogue_named(req, &dialogue, &own));
    TRY(history_write(tx, req,
                      &(struct change){ .dialogue = dialogue,
                                        .thing = THING_DIALOGUE,
                                        .number = dialogue,
                                        .act = ACT_MADE,
                                        .after = called(who) },
                      NULL));
    res->body = *made;
    res->content = CONTENT_CSV;
    res->filename = arena_format(req->arena, "%.*s-%.*s.csv", STR_ARG(req->param[0].text),
                                 STR_ARG(said(who).name));
    return OK;
}

static enum err make_without(struct request *req)
{
    return make(req, false);
}
static enum err give_without(struct tx *tx, struct request *req, struct response *res)
{
    return give(tx, req, res, false);
}
static enum err make_with(struct request *req)
{
    return make(req, true);
}
static enum err give_with(struct tx *tx, struct request *req, struct response *res)
{
    return give(tx, req, res, true);
}

const struct page open_team = {
    .path = "/:dialogue/beheer/bestanden",
    .who = WHO_WRITER,
    .handle = handle,
    .file = __FILE__,
};
const struct page open_team_without = {
    .path = "/:dialogue/beheer/bestanden/zonder",
    .who = WHO_WRITER,
    .prepare = make_without,
    .act = give_without,
    .file = __FILE__,
};
const struct page open_team_with = {
    .path = "/:dialogue/beheer/bestanden/met",
    .who = WHO_EDITOR,
    .prepare = make_with,
    .act = give_with,
    .file = __FILE__,
};
