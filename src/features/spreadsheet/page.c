/* page.c — the pages of a kind of file: out as CSV; back, seen beside what there is; and taken over in one
 * act. See spreadsheet.h. */
#include "features/spreadsheet/spreadsheet.h"

#include "features/spreadsheet/page.html.h"

static const struct field fields[] = {
    FIELD_FILE(struct spread_form, file, "bestand", .most = SPREAD_BYTES),
    FIELD_TEXT(struct spread_form, kept, "inhoud", .most = SPREAD_BYTES),
};
const struct form spread_form = FORM(struct spread_form, fields);

static const struct spread_kind *kind_of(const struct request *req)
{
    return req->page->about;
}

enum err spread_file(struct request *req, struct response *res)
{
    const struct spread_kind *k = kind_of(req);
    struct spread_table *t = NEW(req->arena, struct spread_table, 1);
    struct dialogue d;
    TRY(desk_open(req, res, &d));
    t->own = d.own;
    TRY(k->rows(req->db, req->arena, d.id, t));
    spread_write(req->arena, t, &res->body);
    res->content = CONTENT_CSV;
    res->filename = arena_format(req->arena, "%.*s-%s.csv", STR_ARG(d.slug), k->stem);
    return OK;
}

static enum err read_done(struct request *req, struct spread_view *v)
{
    if (req->query[0].n && !str_number(req->query[0], SPREAD_MOST, &v->done))
        return FAIL(ERR_INPUT, "no such number");
    if (req->query[1].n && !str_number(req->query[1], INT64_MAX, &v->undo))
        return FAIL(ERR_INPUT, "no such number");
    return OK;
}

enum err spread_show(struct request *req, struct response *res)
{
    const struct spread_kind *k = kind_of(req);
    struct spread_view v = { .f = req->form, .back = req->prepared, .kind = k };
    TRY(desk_open(req, res, &v.d));
    TRY(k->count(req->db, v.d.id, &v.all));
    if (req->method == METHOD_GET) TRY(read_done(req, &v));
    if (v.back) v.kept_n = v.back->n - v.back->conflicts;
    v.may = v.kept_n > 0;
    v.self = PATH(req->arena, k->path, v.d.slug);
    v.fetch =
        PATH(req->arena, arena_format(req->arena, "%s/%s.csv", k->path, k->stem).s, v.d.slug);
    if (k->undo) v.undo_at = PATH(req->arena, k->undo, v.d.slug);
    res->frame.title = words_in(k->says(SPREAD_TITLE), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    spread_page(response_page(req, res), &v);
    return OK;
}

/* Compares what was sent with what there is at this moment; says what is wrong with it. */
static enum err compare(struct request *req, struct db *db, struct spread_table *t,
                        struct spread_back *back)
{
    const struct spread_form *f = form_values(req);
    const struct spread_kind *k = kind_of(req);
    int64_t dialogue;
    TRY(dialogue_named(req, &dialogue, &t->own));
    TRY(k->rows(db, req->arena, dialogue, t));
    TRY(spread_read(req, db, dialogue, k, t, f->file.bytes.n ? f->file.bytes : f->kept, back));
    req->prepared = back;
    if (back->faults_n)
        form_wrong(req, f->file.bytes.n ? "bestand" : NULL,
                   SAY("Er klopt iets niet in het bestand. Er is niets veranderd."));
    return form_checked(req);
}

/* Reading the file, where it can hold up nobody. */
enum err spread_prepare(struct request *req)
{
    const struct spread_form *f = form_values(req);
    if (!f->file.bytes.n && !f->kept.n)
        form_wrong(req, "bestand", SAY("Kies eerst het bestand dat u bewaarde."));
    TRY(form_checked(req));
    if (!f->file.bytes.n) return OK;
    return compare(req, req->db, NEW(req->arena, struct spread_table, 1),
                   NEW(req->arena, struct spread_back, 1));
}

enum err spread_take(struct tx *tx, struct request *req, struct response *res)
{
    const struct spread_form *f = form_values(req);
    const struct spread_kind *k = kind_of(req);
    struct spread_table *t = NEW(req->arena, struct spread_table, 1);
    struct spread_back *back = NEW(req->arena, struct spread_back, 1);
    struct dialogue d;
    int64_t batch = 0;

    if (f->file.bytes.n) return OK; /* seen first, taken over later */
    TRY(dialogue_open(req, res, &d));
    TRY(compare(req, tx->db, t, back));
    if (back->conflicts)
        form_wrong(req, NULL,
                   SAY("Iemand anders veranderde intussen iets. Kijk wat er nu staat."));
    TRY(form_checked(req));
    TRY(k->take(tx, req, &d, t, back, &batch));
    const struct str number = arena_format(req->arena, "%zu", back->n);
    const struct path to = PATH(req->arena, k->path, d.slug);
    struct path done = { arena_format(req->arena, "%.*s?klaar=%.*s", STR_ARG(to.text),
                                      STR_ARG(number)) };
    if (k->undo && batch)
        done.text =
            arena_format(req->arena, "%.*s&terug=%lld", STR_ARG(done.text), (long long)batch);
    return response_redirect(res, done);
}
