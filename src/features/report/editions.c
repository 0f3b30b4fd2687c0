/* editions.c — all editions of a report, what changed between two, and an edition as data. */
#include "features/report/view.h"
#include "features/report/changes.html.h"
#include "features/report/editions.html.h"
#include "features/report/report.sql.h"

static enum err handle_list(struct request *req, struct response *res)
{
    struct editions_view v = { 0 };
    struct report_editions_row *rows;
    TRY(dialogue_open(req, res, &v.d));
    TRY(report_editions(req->db, req->arena, v.d.id, &rows, &v.editions_n));
    v.editions = NEW(req->arena, struct edition_row, v.editions_n);
    for (size_t i = 0; i < v.editions_n; i++)
        v.editions[i] = (struct edition_row){
            { rows[i].id, rows[i].number, rows[i].published, rows[i].hash, rows[i].note },
            day_at(rows[i].published),
        };
    res->frame.title = words_in(SAY("Edities van het verslag"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/verslag", v.d.slug),
                   words_in(SAY("Verslag"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, words_in(SAY("Edities"), req->lang));
    report_editions_page(response_page(req, res), &v);
    return OK;
}

/* What changed in the language of the dialogue while the reader's did not: said, not passed over. */
static enum err own_changes(struct request *req, struct changes_view *v, int64_t number)
{
    struct request own = *req;
    struct report_view now, before;
    struct report_change *changes;
    size_t n;
    if (!lang_read(v->d.own, &own.lang) || own.lang == req->lang) return OK;
    TRY(report_open(&own, &v->d, number - 1, &before));
    TRY(report_open(&own, &v->d, number, &now));
    report_compare(req->arena, &before.r, &now.r, req->lang, &changes, &n);
    report_changes_add(req->arena, &v->changes, &v->changes_n, changes, n);
    return OK;
}

static enum err handle_changes(struct request *req, struct response *res)
{
    struct changes_view v = { 0 };
    struct report_view now, before;
    const int64_t number = req->param[1].number;
    if (number < 2) return FAIL(ERR_MISSING, "the first edition follows no other");
    TRY(dialogue_open(req, res, &v.d));
    TRY(report_open(req, &v.d, number - 1, &before));
    TRY(report_open(req, &v.d, number, &now));
    v.e = now.e;
    v.before = before.e;
    report_compare(req->arena, &before.r, &now.r, req->lang, &v.changes, &v.changes_n);
    TRY(own_changes(req, &v, number));
    res->frame.title = words_in(SAY("Wat is er veranderd?"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/verslag", v.d.slug),
                   words_in(SAY("Verslag"), req->lang));
    dialogue_crumb(res, PATH(req->arena, "/{}/verslag/edities", v.d.slug),
                   words_in(SAY("Edities"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    report_changes_page(response_page(req, res), &v);
    return OK;
}

/* The bytes as they were kept: their SHA-256 is the hash that the colophon prints. */
static enum err handle_json(struct request *req, struct response *res)
{
    struct dialogue d;
    struct report_edition_row row;
    bool found;
    TRY(dialogue_open(req, res, &d));
    TRY(report_edition(req->db, req->arena, d.id, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no edition %lld", (long long)req->param[1].number);
    res->content = CONTENT_JSON;
    res->filename = arena_format(req->arena, "%.*s-verslag-%lld.json", STR_ARG(d.slug),
                                 (long long)row.number);
    res->body = (struct out){ .s = (char *)(uintptr_t)row.body.s,
                              .n = row.body.n,
                              .arena = req->arena };
    return OK;
}

const struct page report_editions_list = {
    .path = "/:dialogue/verslag/edities",
    .who = WHO_ANYONE,
    .handle = handle_list,
    .file = __FILE__,
};
const struct page report_edition_changes = {
    .path = "/:dialogue/verslag/editie/#editie/wijzigingen",
    .who = WHO_ANYONE,
    .handle = handle_changes,
    .file = __FILE__,
};
const struct page report_edition_json = {
    .path = "/:dialogue/verslag/editie/#editie/verslag.json",
    .who = WHO_ANYONE,
    .handle = handle_json,
    .file = __FILE__,
};
