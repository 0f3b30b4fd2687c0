/* point.c — /:dialogue/punt/#point, where does this come from? What a point rests on, in both
 * directions, in the newest edition that has it. */
#include "features/points/point.h"
#include "algo/waiting.h"
#include "features/points/point.html.h"

/* Words that differ from those in the edition behind them; neighbours with the same words are one. */
static void earlier_words(struct arena *a, struct point_view *v)
{
    v->earlier = NEW(a, struct wording, v->editions_n);
    struct str now = v->body;
    for (size_t i = 1; i < v->editions_n; i++) {
        const struct point_editions_row *e = &v->editions[i];
        if (!str_eq(e->body, now))
            v->earlier[v->earlier_n++] =
                (struct wording){ e->body, e->lang, e->number, e->number };
        else if (v->earlier_n)
            v->earlier[v->earlier_n - 1].first = e->number;
        now = e->body;
    }
}

/* The point in the newest edition that has it. */
static enum err sentence(struct request *req, struct point_view *v)
{
    v->number = req->param[1].number;
    TRY(point_editions(req->db, req->arena, v->d.id, v->number, v->d.own,
                       lang_about(req->lang)->code, &v->editions, &v->editions_n));
    if (!v->editions_n) return FAIL(ERR_MISSING, "no point %lld", (long long)v->number);
    const struct point_editions_row *e = &v->editions[0];
    v->edition = e->id;
    v->edition_number = e->number;
    v->id = e->point;
    v->kind = e->kind;
    v->body = e->body;
    v->lang = e->lang;
    v->findings_all = e->findings;
    v->voices_all = e->voices;
    v->tables_all = e->tables;
    v->dropped = e->id != v->d.edition;
    earlier_words(req->arena, v);
    return OK;
}

static enum err findings(struct request *req, struct point_view *v)
{
    struct findings_of_theme_row *rows;
    struct uses_in_theme_row *uses;
    size_t uses_n;

    TRY(findings_of_point(req->db, req->arena, v->edition, v->id, v->d.own,
                          lang_about(req->lang)->code, &rows, &v->findings_n));
    TRY(uses_beside_point(req->db, req->arena, v->edition, v->id, &uses, &uses_n));
    v->findings = finding_items(req->arena, rows, v->findings_n, uses, uses_n);
    return OK;
}

static enum err voices(struct request *req, struct point_view *v)
{
    struct voices_of_theme_row *rows;
    struct voice_uses_in_theme_row *uses;
    size_t uses_n;

    TRY(voices_of_point(req->db, req->arena, v->edition, v->id, v->d.own,
                        lang_about(req->lang)->code, &rows, &v->voices_n));
    TRY(voice_uses_beside_point(req->db, req->arena, v->edition, v->id, &uses, &uses_n));
    v->voices = voice_items(req->arena, rows, v->voices_n, uses, uses_n);
    for (size_t i = 0; i < v->voices_n; i++)
        v->unreadable_n += rows[i].visibility != VISIBILITY_SHOWN;
    return OK;
}

static enum err around(struct request *req, struct point_view *v)
{
    const struct str lang = lang_about(req->lang)->code;

    TRY(point_themes(req->db, req->arena, v->edition, v->id, v->d.own, lang, &v->themes,
                     &v->themes_n));
    TRY(point_tables(req->db, req->arena, v->edition, v->id, v->d.own, lang, &v->tables,
                     &v->tables_n));
    TRY(point_sources(req->db, req->arena, v->edition, v->id, v->d.own, lang, &v->sources,
                      &v->sources_n));
    for (size_t i = 0; i < v->tables_n; i++) {
        v->say_round |= v->tables[i].round > 1;
        v->say_evening |= !str_eq(v->tables[i].gathering, v->tables[0].gathering);
    }
    return points_beside(req->db, req->arena, v->edition, v->id, v->d.own, lang, &v->beside,
                         &v->beside_n);
}

/* Its advice, the answer, what was promised and done; else why it was set aside, or how long it waits. */
static enum err became(struct request *req, struct point_view *v)
{
    const struct str lang = lang_about(req->lang)->code;
    const struct instant first = v->editions[v->editions_n - 1].published;

    TRY(point_advices(req->db, req->arena, v->id, v->d.own, lang, &v->advices, &v->advices_n));
    TRY(point_commitments(req->db, req->arena, v->id, v->d.own, lang, &v->commitments,
                          &v->commitments_n));
    TRY(point_entries(req->db, req->arena, v->id, &v->entries, &v->entries_n));
    TRY(point_put_aside(req->db, req->arena, v->id, &v->put_aside, &v->aside));
    v->waits = days_waited(day_at(first), req->today);
    if (v->kind == KIND_QUESTION)
        TRY(point_reply(req->db, req->arena, v->id, &v->reply, &v->replied));
    if (v->replied && v->reply.url.n) (void)url_check(v->reply.url, &v->reply_url);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct point_view v = { 0 };

    TRY(dialogue_open(req, res, &v.d));
    TRY(sentence(req, &v));
    TRY(findings(req, &v));
    TRY(voices(req, &v));
    TRY(around(req, &v));
    TRY(became(req, &v));
    v.drawing =
        point_draw(req->arena, req->lang, v.findings, v.findings_n, v.voices, v.voices_n);

    res->frame.title =
        FILL(req->arena, SAY("Punt {nummer}: waar komt dit vandaan?"), req->lang,
             { "nummer", arena_format(req->arena, "%lld", (long long)v.number) });
    res->frame.description = v.body;
    dialogue_crumb(res, PATH(req->arena, "/{}/punten", v.d.slug),
                   words_in(SAY("Punten"), req->lang));
    dialogue_crumb(res, (struct path){ req->path },
                   FILL(req->arena, SAY("Punt {nummer}"), req->lang,
                        { "nummer", arena_format(req->arena, "%lld", (long long)v.number) }));
    point_page(response_page(req, res), &v);
    return OK;
}

const struct page points_point = {
    .path = "/:dialogue/punt/#point",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
