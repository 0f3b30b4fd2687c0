/* note.c — /tafel/:token/notitie/#number: mending or taking back one note, for browsers without script; and its
 * kind, which the table says while it is read back. */
#include "features/sheet/note.html.h"
#include "features/sheet/show.h"

static enum err find(struct request *req, const struct sheet *s, struct sheet_note_of_row *note)
{
    bool found;
    TRY(sheet_note_of(req->db, req->arena, s->row.id, s->row.gathering, s->row.number, s->d.id,
                      req->param[1].number, note, &found));
    if (!found || !note->has_mark) return FAIL(ERR_MISSING, "no such note at this table");
    if (note->account == ACCOUNT_WITHDRAWN || note->visibility == VISIBILITY_ERASED)
        return FAIL(ERR_GONE, "the note was taken back");
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct sheet_view v;
    struct sheet_note_of_row note;
    TRY(sheet_view_fill(req, res, 0, &v));
    TRY(find(req, &v.s, &note));
    v.note = &note;
    form_fill(req, "tekst", note.body);
    if (note.has_kind) form_fill(req, "soort", str_of(kind_term((int)note.kind).code));
    if (note.has_speaker) form_fill_number(req, "spreker", note.speaker);
    res->frame.title = words_in(SAY("Verbeter een notitie"), req->lang);
    sheet_note_page(response_page(req, res), &v);
    return OK;
}

static enum err done(struct tx *tx, struct request *req, struct response *res,
                     enum sheet_act act, const char *said)
{
    struct sheet_row row = sheet_row_of_form(req, act);
    struct sheet_note_of_row note;
    struct sheet s;
    const char *why;
    TRY(sheet_open(req, res, &s));
    TRY(find(req, &s, &note));
    row.of = note.mark;
    TRY(sheet_take(tx, req, &s, &row, &why));
    TRY(sheet_form_wrong(req, why));
    return response_redirect(res, PATH(req->arena, "/tafel/{}?ronde={}&gedaan={}", s.slug,
                                       arena_format(req->arena, "%lld", (long long)note.round),
                                       str_of(said)));
}

static enum err change(struct tx *tx, struct request *req, struct response *res)
{
    return done(tx, req, res, SHEET_CHANGE, "veranderd");
}

const struct page sheet_note = {
    .path = "/tafel/:token/notitie/#number",
    .who = WHO_ANYONE,
    .handle = handle,
    .form = &sheet_note_form,
    .act = change,
    .own_token = true,
    .file = __FILE__,
};

static enum err away(struct tx *tx, struct request *req, struct response *res)
{
    return done(tx, req, res, SHEET_WITHDRAW, "weg");
}

static const struct field no_fields[] = {
    FIELD_NUMBER(struct sheet_form, round, "ronde", .most = 1000),
};
static const struct form nothing = FORM(struct sheet_form, no_fields);
const struct page sheet_note_away = {
    .path = "/tafel/:token/notitie/#number/weg",
    .who = WHO_ANYONE,
    .form = &nothing,
    .act = away,
    .own_token = true,
    .file = __FILE__,
};

/* ---- while it is read back ---- */

struct kind_form {
    int kind;
};
static const struct words *choose_kind(void)
{
    return SAY("Kies een soort.");
}
static const struct field kind_fields[] = {
    FIELD_CHOICE(struct kind_form, kind, "soort", "goes-well must-improve needed question tip",
                 .required = true, .missing = choose_kind),
};
static const struct form kind_form = FORM(struct kind_form, kind_fields);

static enum err sort(struct tx *tx, struct request *req, struct response *res)
{
    static const char no_device[SHEET_MARK];
    const struct kind_form *f = form_values(req);
    struct sheet_note_of_row note;
    struct sheet s;
    const char *why;
    TRY(sheet_open(req, res, &s));
    TRY(find(req, &s, &note));
    TRY(sheet_take(tx, req, &s,
                   &(struct sheet_row){ .act = SHEET_CHANGE,
                                        .mark = str_upto(req->key, SHEET_MARK),
                                        .device = { no_device, SHEET_MARK },
                                        .of = note.mark,
                                        .speaker = note.has_speaker ? note.speaker : 0,
                                        .kind = f->kind,
                                        .text = note.body,
                                        .written = req->now },
                   &why));
    TRY(sheet_form_wrong(req, why));
    const struct str number = arena_format(req->arena, "%lld", (long long)note.number);
    return response_redirect(
        res, PATH(req->arena, "/tafel/{}/lezen?gedaan=soort#inbreng-{}", s.slug, number));
}

const struct page sheet_note_kind = {
    .path = "/tafel/:token/notitie/#number/soort",
    .who = WHO_ANYONE,
    .form = &kind_form,
    .act = sort,
    .own_token = true,
    .file = __FILE__,
};
