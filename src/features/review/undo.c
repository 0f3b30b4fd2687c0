/* undo.c — /:dialogue/beheer/nakijken/terugdraaien: what was done in one go is taken back, each voice
 * to where it was; and what could not be. */
#include "features/review/undo.h"
#include "features/review/undo.html.h"

static enum err handle(struct request *req, struct response *res)
{
    struct undo_view v = { 0 };
    TRY(desk_open(req, res, &v.d));
    if (!str_number(req->query[0], INT64_MAX, &v.batch) ||
        !str_number(req->query[1], 1000000, &v.done))
        return FAIL(ERR_INPUT, "no such batch");
    TRY(batch_left(req->db, req->arena, v.d.id, v.batch, &v.left, &v.left_n));
    res->frame.title = words_in(SAY("Teruggedraaid"), req->lang);
    dialogue_crumb(res, PATH(req->arena, "/{}/beheer/nakijken", v.d.slug),
                   words_in(SAY("Nakijken"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    undo_page(response_page(req, res), &v);
    return OK;
}

struct undo_form {
    int64_t batch;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct undo_form, batch, "batch", .required = true, .least = 1),
};
static const struct form form = FORM(struct undo_form, fields);

/* Only what is done from the lists can be taken back here. */
static enum err undoable(struct tx *tx, struct request *req, int64_t dialogue, int64_t batch)
{
    struct batch_done_row *rows;
    size_t n;
    TRY(batch_done(tx->db, req->arena, dialogue, batch, &rows, &n));
    if (!n) return FAIL(ERR_CLASH, "nothing of batch %lld to take back", (long long)batch);
    for (size_t i = 0; i < n; i++) switch (rows[i].act) {
        case ACT_SHOWN:
        case ACT_HIDDEN:
        case ACT_CHANGED:
        case ACT_SORTED:
        case ACT_HELD:
        case ACT_OPENED:
        case ACT_REWORDED: break;
        default: return FAIL(ERR_INPUT, "batch %lld is of another kind", (long long)batch);
        }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct undo_form *f = form_values(req);
    struct dialogue d;
    struct batch_left_row *changed;
    size_t changed_n;
    int64_t done, left, voices;
    TRY(desk_open(req, res, &d));
    TRY(undoable(tx, req, d.id, f->batch));
    TRY(batch_voices(tx->db, d.id, f->batch, &voices));
    TRY(batch_left(tx->db, req->arena, d.id, f->batch, &changed, &changed_n));
    TRY(voices_undo(tx, req, d.id, f->batch, &done, &left));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/nakijken/terugdraaien?batch={}&gedaan={}", d.slug,
                  arena_format(req->arena, "%lld", (long long)f->batch),
                  arena_format(req->arena, "%lld", (long long)voices - (long long)changed_n)));
}

const struct page review_undo = {
    .path = "/:dialogue/beheer/nakijken/terugdraaien",
    .who = WHO_EDITOR,
    .query = "batch gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
