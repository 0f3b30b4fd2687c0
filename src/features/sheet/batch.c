/* batch.c — /tafel/:token/notities: a phone hands in what waits on it. Answered when it is on the disk.
 *
 * The body is a form with `apparaat` (the device, a UUID), `wacht` (how many rows wait there) and
 * `notities`, a JSON array of rows. The answer says of each row whether it is done; one that cannot be
 * done does not hold up the others. docs/sheet.md describes both. */
#include "features/sheet/sheet.h"

#include "web/handed.h"

enum { BATCH_ROWS = 200, BATCH_CHARACTERS = 600000 };

struct batch {
    struct str device, rows;
    int64_t waiting;
};
static const struct field fields[] = {
    FIELD_LINE(struct batch, device, "apparaat", .required = true, .most = MARK_TEXT),
    FIELD_NUMBER(struct batch, waiting, "wacht", .most = 100000),
    FIELD_TEXT(struct batch, rows, "notities", .most = BATCH_CHARACTERS),
};
static const struct form form = FORM(struct batch, fields);

/* ---- reading rows ---- */

/* False when it is no row; `mark` is text then, as far as it can be read. */
static bool row_read(struct arena *a, const json_t *o, struct sheet_row *row)
{
    static const char *const acts[SHEET_ACTS] = { "noteer", "verander", "weg", "akkoord" };
    const struct str act = handed_text(a, o, "doe"), kind = handed_text(a, o, "soort");
    const struct str of = handed_text(a, o, "van");
    *row = (struct sheet_row){ .act = SHEET_ACTS, .kind = -1 };
    for (int i = 0; i < SHEET_ACTS; i++)
        if (str_is(act, acts[i])) row->act = (enum sheet_act)i;
    if (kind.n &&
        (!term_read(kind_term, 0, KINDS, kind, &row->kind) || row->kind >= KIND_QUOTE))
        return false;
    row->turn = handed_number(o, "nummer", INT32_MAX);
    row->round = handed_number(o, "ronde", 1000);
    row->speaker = handed_number(o, "spreker", SHEET_SPEAKERS);
    row->written.s =
        handed_number(o, "tijd", INT64_C(4102444800)); /* a wrong clock is no reason */
    row->rehearsal = json_is_true(json_object_get(o, "proef"));
    row->agreed = json_is_true(json_object_get(o, "eens"));
    row->text = form_text(a, handed_text(a, o, "tekst"));
    if (of.n && !mark_read(a, of, &row->of)) return false;
    return mark_read(a, handed_text(a, o, "id"), &row->mark) &&
           mark_read(a, handed_text(a, o, "apparaat"), &row->device) && row->act != SHEET_ACTS;
}

/* ---- answering ---- */

/* Each row in turn, as the device numbered them: it hands them in that way. */
static enum err take_all(struct tx *tx, struct request *req, const struct sheet *s,
                         struct handed *h)
{
    for (size_t i = 0; i < handed_n(h); i++) {
        struct sheet_row row;
        const char *why = "fout";
        if (row_read(req->arena, handed_row(h, i), &row))
            TRY(sheet_take(tx, req, s, &row, &why));
        handed_answer(h, handed_row(h, i), why);
    }
    return OK;
}

static enum err take_and_say(struct tx *tx, struct request *req, const struct sheet *s,
                             struct str device, struct response *res, struct handed *h)
{
    const struct batch *b = form_values(req);
    struct sheet_find_row now;
    int64_t id;
    bool found;
    TRY(sheet_heard(tx, req, s, device, b->waiting, false, &id));
    TRY(take_all(tx, req, s, h));
    TRY(sheet_find(tx->db, req->arena, s->row.hash, &now, &found));
    handed_put(h->said, "dicht", json_boolean(found && now.has_closed));
    json_answer(res, h->said);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct batch *b = form_values(req);
    struct handed h;
    struct sheet s;
    struct str device;
    TRY(sheet_open(req, res, &s));
    if (!mark_read(req->arena, b->device, &device)) return FAIL(ERR_INPUT, "no such device");
    TRY(handed_read(b->rows, BATCH_ROWS, &h));
    const enum err e = take_and_say(tx, req, &s, device, res, &h);
    handed_end(&h);
    return e;
}

const struct page sheet_batch = {
    .path = "/tafel/:token/notities",
    .who = WHO_ANYONE,
    .form = &form,
    .act = act,
    .upload = 2 * 1024 * 1024,
    .own_token = true,
    .file = __FILE__,
};
