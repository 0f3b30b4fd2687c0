/* table.c — /:dialogue/bijeenkomst/:gathering/ronde/#round/tafel/#table, one table: what was noted
 * there, and where it went. */
#include "features/gathering/table.h"
#include "features/gathering/table.html.h"

enum { NO_EDITION = -1 }; /* edition 0 is the draft, which is not public */

/* The run of `rows` that belongs to note number `note`; rows are sorted by note. */
static struct went went(const struct table_finding_points_row *rows, size_t n, int64_t note)
{
    size_t from = 0;
    while (from < n && rows[from].note < note) from++;
    struct went w = { &rows[from], 0 };
    while (from + w.points_n < n && w.points[w.points_n].note == note) w.points_n++;
    return w;
}

static enum err findings_fill(struct request *req, struct table_view *v, struct str lang,
                              int64_t edition)
{
    struct table_findings_row *rows;
    struct table_finding_points_row *points;
    size_t points_n;
    TRY(table_findings(req->db, req->arena, v->table.id, v->d.own, lang, &rows,
                       &v->findings_n));
    TRY(table_finding_points(req->db, req->arena, v->table.id, edition, &points, &points_n));
    v->findings = NEW(req->arena, struct noted_finding, v->findings_n);
    for (size_t i = 0; i < v->findings_n; i++)
        v->findings[i] =
            (struct noted_finding){ rows[i], went(points, points_n, rows[i].number) };
    return OK;
}

static enum err voices_fill(struct request *req, struct table_view *v, struct str lang,
                            int64_t edition)
{
    struct table_voices_row *rows;
    struct table_finding_points_row *points;
    size_t points_n;
    TRY(table_voices(req->db, req->arena, v->table.id, lang, &rows, &v->voices_n));
    TRY(table_voice_points(req->db, req->arena, v->table.id, edition, &points, &points_n));
    v->voices = NEW(req->arena, struct noted_voice, v->voices_n);
    for (size_t i = 0; i < v->voices_n; i++)
        v->voices[i] = (struct noted_voice){ rows[i], went(points, points_n, rows[i].number) };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct table_view v = { 0 };
    const struct str lang = lang_about(req->lang)->code;
    const struct str gathering = req->param[1].text, round = req->param[2].text,
                     table = req->param[3].text;
    bool found;

    TRY(dialogue_open(req, res, &v.d));
    TRY(table_shown(req->db, req->arena, v.d.id, gathering, req->param[2].number,
                    req->param[3].number, v.d.own, lang, &v.table, &found));
    if (!found)
        return FAIL(ERR_MISSING, "no table %.*s.%.*s.%.*s", STR_ARG(gathering), STR_ARG(round),
                    STR_ARG(table));
    const int64_t edition = v.d.edition ? v.d.edition : NO_EDITION;
    TRY(findings_fill(req, &v, lang, edition));
    TRY(voices_fill(req, &v, lang, edition));
    TRY(photos_of_table(req, &v.d, v.table.id, &v.photos));

    const struct words *words =
        v.table.rounds > 1 ? SAY("Tafel {n}, ronde {ronde}") : SAY("Tafel {n}");
    v.name = FILL(req->arena, words, req->lang, { "n", table }, { "ronde", round });
    res->frame.title =
        arena_format(req->arena, "%.*s – %.*s", STR_ARG(v.table.title), STR_ARG(v.name));
    res->frame.description = v.table.question;
    dialogue_crumb(res, PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, gathering),
                   v.table.evening);
    dialogue_crumb(res,
                   PATH(req->arena, "/{}/bijeenkomst/{}/ronde/{}/tafel/{}", v.d.slug, gathering,
                        round, table),
                   v.name);
    table_page(response_page(req, res), &v);
    return OK;
}

const struct page gathering_table = {
    .path = "/:dialogue/bijeenkomst/:gathering/ronde/#round/tafel/#table",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
