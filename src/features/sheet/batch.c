/* batch.c — /tafel/:token/notities: a phone hands in what waits on it. Answered when it is on the disk.
 *
 * The body is a form with `apparaat` (the device, a UUID), `wacht` (how many rows wait there) and
 * `notities`, a JSON array of rows. The answer says of each row whether it is done; one that cannot be
 * done does not hold up the others. docs/sheet.md describes both. */
#include "features/sheet/sheet.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"

enum { BATCH_ROWS = 200, BATCH_CHARACTERS = 600000, UUID_TEXT = 36 };

struct batch {
    struct str device, rows;
    int64_t waiting;
};
static const struct field fields[] = {
    FIELD_LINE(struct batch, device, "apparaat", .required = true, .most = UUID_TEXT),
    FIELD_NUMBER(struct batch, waiting, "wacht", .most = 100000),
    FIELD_TEXT(struct batch, rows, "notities", .most = BATCH_CHARACTERS),
};
static const struct form form = FORM(struct batch, fields);

/* ---- reading rows ---- */

/* "018f…-…": 16 bytes as everybody writes a UUID, in lower case. */
static bool uuid_read(struct arena *a, struct str text, struct str *bytes)
{
    char hex[2 * SHEET_MARK];
    size_t n = 0;
    if (text.n != UUID_TEXT) return false;
    for (size_t i = 0; i < UUID_TEXT; i++) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text.s[i] == '-')) return false;
        if (!dash) hex[n++] = text.s[i];
    }
    return hex_read(a, (struct str){ hex, n }, bytes);
}

static struct str text_at(struct arena *a, const json_t *o, const char *name)
{
    const json_t *x = json_object_get(o, name);
    if (!json_is_string(x)) return STR("");
    return arena_copy(a, (struct str){ json_string_value(x), json_string_length(x) });
}

static int64_t number_at(const json_t *o, const char *name, int64_t most)
{
    const json_t *x = json_object_get(o, name);
    const int64_t n = json_is_integer(x) ? (int64_t)json_integer_value(x) : 0;
    return n < 0 || n > most ? 0 : n;
}

/* False when it is no row; `mark` is text then, as far as it can be read. */
static bool row_read(struct arena *a, const json_t *o, struct sheet_row *row)
{
    static const char *const acts[SHEET_ACTS] = { "noteer", "verander", "weg", "akkoord" };
    const struct str act = text_at(a, o, "doe"), kind = text_at(a, o, "soort");
    const struct str of = text_at(a, o, "van");
    *row = (struct sheet_row){ .act = SHEET_ACTS, .kind = -1 };
    for (int i = 0; i < SHEET_ACTS; i++)
        if (str_is(act, acts[i])) row->act = (enum sheet_act)i;
    if (kind.n &&
        (!term_read(kind_term, 0, KINDS, kind, &row->kind) || row->kind >= KIND_QUOTE))
        return false;
    row->turn = number_at(o, "nummer", INT32_MAX);
    row->round = number_at(o, "ronde", 1000);
    row->speaker = number_at(o, "spreker", SHEET_SPEAKERS);
    row->written.s = number_at(o, "tijd", INT64_C(4102444800)); /* a wrong clock is no reason */
    row->rehearsal = json_is_true(json_object_get(o, "proef"));
    row->agreed = json_is_true(json_object_get(o, "eens"));
    row->text = form_text(a, text_at(a, o, "tekst"));
    if (of.n && !uuid_read(a, of, &row->of)) return false;
    return uuid_read(a, text_at(a, o, "id"), &row->mark) &&
           uuid_read(a, text_at(a, o, "apparaat"), &row->device) && row->act != SHEET_ACTS;
}

/* ---- answering ---- */

static void put(json_t *o, const char *name, json_t *value)
{
    if (!value || json_object_set_new(o, name, value)) abort(); /* without memory */
}

static void add(json_t *list, json_t *value)
{
    if (!value || json_array_append_new(list, value)) abort();
}

static void answer(struct response *res, json_t *said)
{
    char *text = json_dumps(said, JSON_COMPACT);
    if (!text) abort();
    res->content = CONTENT_JSON;
    out_raw(&res->body, str_of(text));
    free(text);
}

/* Each row in turn, as the device numbered them: it hands them in that way. */
static enum err take_all(struct tx *tx, struct request *req, const struct sheet *s,
                         const json_t *rows, json_t *done, json_t *refused)
{
    for (size_t i = 0; i < json_array_size(rows); i++) {
        const json_t *o = json_array_get(rows, i);
        const json_t *id = json_object_get(o, "id");
        struct sheet_row row;
        const char *why = "fout";
        if (row_read(req->arena, o, &row)) TRY(sheet_take(tx, req, s, &row, &why));
        if (!json_is_string(id)) continue; /* nobody waits for an answer about it */
        json_t *same = json_stringn(json_string_value(id), json_string_length(id));
        if (!why)
            add(done, same);
        else if (json_object_setn_new(refused, json_string_value(id), json_string_length(id),
                                      json_string(why)))
            abort();
        else
            json_decref(same);
    }
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct batch *b = form_values(req);
    const struct str text = b->rows.n ? b->rows : STR("[]");
    struct sheet s;
    struct sheet_find_row now;
    struct str device;
    int64_t id;
    bool found;
    TRY(sheet_open(req, res, &s));
    if (!uuid_read(req->arena, b->device, &device)) return FAIL(ERR_INPUT, "no such device");
    json_t *rows = json_loadb(text.s, text.n, JSON_REJECT_DUPLICATES, NULL);
    if (!json_is_array(rows) || json_array_size(rows) > BATCH_ROWS) {
        json_decref(rows);
        return FAIL(ERR_INPUT, "rows that cannot be read");
    }
    json_t *said = json_object(), *done = json_array(), *refused = json_object();
    enum err e = sheet_heard(tx, req, &s, device, b->waiting, false, &id);
    if (e == OK) e = take_all(tx, req, &s, rows, done, refused);
    if (e == OK) e = sheet_find(tx->db, req->arena, s.row.hash, &now, &found);
    put(said, "klaar", done);
    put(said, "niet", refused);
    put(said, "dicht", json_boolean(e == OK && now.has_closed));
    if (e == OK) answer(res, said);
    json_decref(said);
    json_decref(rows);
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
