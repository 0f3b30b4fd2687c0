/* page.c — /:dialogue/beheer/punten-rekenblad: the points out as CSV; back, seen beside what there is; and
 * taken over in one act. */
#include "features/reword/page.h"
#include "features/reword/page.html.h"

static const struct field fields[] = {
    FIELD_FILE(struct reword_form, file, "bestand", .most = REWORD_BYTES),
    FIELD_TEXT(struct reword_form, kept, "inhoud", .most = REWORD_BYTES),
};
static const struct form form = FORM(struct reword_form, fields);

/* ---- out ---- */

static enum err file(struct request *req, struct response *res)
{
    struct reword_draft draft;
    struct dialogue d;
    TRY(desk_open(req, res, &d));
    TRY(reword_now(req->db, req->arena, d.id, d.own, &draft));
    reword_write(req->arena, &draft, &res->body);
    res->content = CONTENT_CSV;
    res->filename = arena_format(req->arena, "%.*s-punten.csv", STR_ARG(d.slug));
    return OK;
}

/* ---- the page ---- */

static enum err read_done(struct request *req, struct reword_view *v)
{
    if (req->query[0].n && !str_number(req->query[0], REWORD_MOST, &v->done))
        return FAIL(ERR_INPUT, "no such number");
    if (req->query[1].n && !str_number(req->query[1], INT64_MAX, &v->undo))
        return FAIL(ERR_INPUT, "no such number");
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct reword_view v = { .f = req->form, .back = req->prepared };
    struct reword_draft draft;

    TRY(desk_open(req, res, &v.d));
    TRY(reword_now(req->db, req->arena, v.d.id, v.d.own, &draft));
    if (req->method == METHOD_GET) TRY(read_done(req, &v));
    v.points = (int64_t)draft.n;
    if (v.back && v.back->n) {
        v.kept_n = v.back->n - v.back->conflicts;
        v.may = v.kept_n > 0;
        v.kept = reword_kept(req->arena, &draft, v.back);
    }
    v.self = PATH(req->arena, "/{}/beheer/punten-rekenblad", v.d.slug);
    v.undo_at = PATH(req->arena, "/{}/beheer/punten/terug", v.d.slug);
    res->frame.title = words_in(SAY("Punten in een rekenblad"), req->lang);
    desk_crumb(req, res, &v.d);
    dialogue_crumb(res, v.self, res->frame.title);
    reword_page(response_page(req, res), &v);
    return OK;
}

/* ---- back ---- */

/* Compares what was sent with the draft of this moment; says what is wrong with it. */
static enum err compare(struct request *req, struct db *db, struct reword_back *back)
{
    const struct reword_form *f = form_values(req);
    struct reword_draft *draft = NEW(req->arena, struct reword_draft, 1);
    int64_t dialogue;
    struct str own;

    TRY(dialogue_named(req, &dialogue, &own));
    TRY(reword_now(db, req->arena, dialogue, own, draft));
    reword_read(req->arena, draft, f->file.bytes.n ? f->file.bytes : f->kept, req->lang, back);
    req->prepared = back;
    if (back->faults_n)
        form_wrong(req, f->file.bytes.n ? "bestand" : NULL,
                   SAY("Er klopt iets niet in het bestand. Er is niets veranderd."));
    return form_checked(req);
}

/* Reading the file, where it can hold up nobody. */
static enum err prepare(struct request *req)
{
    const struct reword_form *f = form_values(req);
    if (!f->file.bytes.n && !f->kept.n)
        form_wrong(req, "bestand", SAY("Kies eerst het bestand dat u bewaarde."));
    TRY(form_checked(req));
    if (!f->file.bytes.n) return OK;
    return compare(req, req->db, NEW(req->arena, struct reword_back, 1));
}

static enum err reword(struct draft *w, const struct reword_change *c)
{
    struct draft_point p;
    TRY(draft_open(w, c->point->number, &p));
    p.now.kind = c->kind;
    for (size_t i = 0; i < c->texts_n; i++)
        draft_say(w->req->arena, &p.now, c->texts[i].lang, c->texts[i].after);
    return draft_close(w, &p);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct reword_form *f = form_values(req);
    struct reword_back *back = NEW(req->arena, struct reword_back, 1);
    struct dialogue d;

    if (f->file.bytes.n) return OK; /* seen first, taken over later */
    TRY(dialogue_open(req, res, &d));
    TRY(compare(req, tx->db, back));
    if (back->conflicts)
        form_wrong(req, NULL,
                   SAY("Iemand anders veranderde intussen een punt. Kijk wat er nu staat."));
    TRY(form_checked(req));
    struct draft w = { .tx = tx, .req = req, .d = &d };
    for (size_t i = 0; i < back->n; i++) TRY(reword(&w, &back->changes[i]));
    const struct path to = PATH(req->arena, "/{}/beheer/punten-rekenblad?klaar={}", d.slug,
                                arena_format(req->arena, "%zu", back->n));
    return response_redirect(res, notice_undo(req->arena, to, w.batch));
}

const struct page reword_points_file = {
    .path = "/:dialogue/beheer/punten-rekenblad/punten.csv",
    .who = WHO_WRITER,
    .handle = file,
    .file = __FILE__,
};
const struct page reword_points_page = {
    .path = "/:dialogue/beheer/punten-rekenblad",
    .who = WHO_WRITER,
    .query = "klaar terug",
    .handle = handle,
    .form = &form,
    .prepare = prepare,
    .act = act,
    .upload = 4 * REWORD_BYTES,
    .file = __FILE__,
};
