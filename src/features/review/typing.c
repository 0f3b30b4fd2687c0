/* typing.c — /:dialogue/beheer/invoeren: a stack of notes from paper, phone and counter, typed in for
 * who gave them. What is typed in here waits for a reader like everything else. */
#include "features/review/typing.h"

#include "base/bytes.h"
#include "features/review/typing.html.h"
#include "web/token.h"

enum { TYPED_HOURS = 24 };

enum err codes_of(struct request *req, struct str key_hex, int64_t n, struct str *codes)
{
    struct request as_then = *req;
    if (!hex_read(req->arena, key_hex, &as_then.key) || as_then.key.n != KEY_BYTES)
        return FAIL(ERR_INPUT, "no such form");
    for (int64_t i = 0; i < n; i++) codes[i] = receipt_code(&as_then, i);
    return OK;
}

/* ---- the page ---- */

enum { ASKED_KEPT, ASKED_FORM, ASKED_THEME, ASKED_CHANNEL, ASKED_TABLE, ASKED_GONE };

static void add(struct picks *p, struct str value, struct str text, const struct words *words)
{
    p->at[p->n++] = (struct pick){ value, text, words, false };
}

static enum err tables(struct request *req, struct typing_view *v)
{
    struct typing_tables_row *rows;
    size_t n;
    TRY(typing_tables(req->db, req->arena, v->d.id, v->d.own, &rows, &n));
    v->tables = NEW(req->arena, struct typing_table, n + 1);
    for (size_t i = 0; i < n; i++)
        v->tables[v->tables_n++] =
            (struct typing_table){ rows[i].id, rows[i].round, rows[i].number, rows[i].evening,
                                   form_chosen_number(v->form, "tafel", rows[i].id) };
    return OK;
}

static enum err last(struct request *req, struct typing_view *v)
{
    const struct instant since = { req->now.s - TYPED_HOURS * 3600 };
    struct typed_last_row *rows;
    size_t n;
    TRY(typed_last(req->db, req->arena, v->d.id, req->visitor.person, since, &rows, &n));
    v->lines = NEW(req->arena, struct typed_line, n + 1);
    for (size_t i = 0; i < n; i++) {
        const bool gone = rows[i].account == ACCOUNT_WITHDRAWN;
        v->lines[v->lines_n++] =
            (struct typed_line){ &rows[i], beginning(req->arena, rows[i].body, 120), gone,
                                 !gone && rows[i].state != CHECK_CHECKED };
    }
    return OK;
}

static enum err read_kept(struct request *req, struct typing_view *v)
{
    const struct str *q = req->query;
    struct str code;
    if (q[ASKED_KEPT].n && !str_number(q[ASKED_KEPT], INT64_MAX, &v->kept))
        return FAIL(ERR_INPUT, "no such number");
    if (q[ASKED_GONE].n && !str_number(q[ASKED_GONE], INT64_MAX, &v->gone))
        return FAIL(ERR_INPUT, "no such number");
    if (q[ASKED_FORM].n) {
        TRY(codes_of(req, q[ASKED_FORM], 1, &code));
        v->code = receipt_shown(req->arena, code);
    }
    form_fill(req, "thema", q[ASKED_THEME]);
    form_fill(req, "kanaal", q[ASKED_CHANNEL].n ? q[ASKED_CHANNEL] : STR("paper"));
    form_fill(req, "tafel", q[ASKED_TABLE]);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct typing_view v = { .form = req->form };
    struct queue_view q = { 0 };
    TRY(desk_open(req, res, &v.d));
    TRY(read_kept(req, &v));
    form_fill(req, "taal", v.d.own);
    q.d = v.d;
    TRY(queue_picks(req, &q));
    v.themes = q.themes;
    v.langs = q.langs;
    v.kinds.at = NEW(req->arena, struct pick, KINDS);
    for (int i = 0; i < KIND_QUOTE; i++)
        add(&v.kinds, str_of(kind_term(i).code), (struct str){ 0 }, kind_term(i).words);
    TRY(tables(req, &v));
    TRY(last(req, &v));
    v.self = PATH(req->arena, "/{}/beheer/invoeren", v.d.slug);
    res->frame.title = words_in(SAY("Invoeren"), req->lang);
    dialogue_crumb(res, v.self, res->frame.title);
    typing_page(response_page(req, res), &v);
    return OK;
}

/* ---- keeping it ---- */

static const struct words *write_it(void)
{
    return SAY("Schrijf over wat er op de kaart staat.");
}
static const struct words *choose_may(void)
{
    return SAY("Kies wat wij ermee mogen doen.");
}
static const struct field fields[] = {
    FIELD_TEXT(struct typed_form, body, "tekst", .required = true, .missing = write_it,
               .most = 10000),
    FIELD_CHOICE(struct typed_form, kind, "soort",
                 "goes-well must-improve needed question tip"),
    FIELD_LINE(struct typed_form, theme, "thema", .most = 60),
    FIELD_NUMBER(struct typed_form, at_table, "tafel", .least = 1),
    FIELD_CHOICE(struct typed_form, channel, "kanaal", "paper phone counter", .required = true),
    FIELD_CHOICE(struct typed_form, may, "mag", "openbaar team tellen", .required = true,
                 .missing = choose_may),
    FIELD_TICK(struct typed_form, young, "jong"),
    FIELD_TICK(struct typed_form, parent, "ouder"),
    FIELD_LINE(struct typed_form, lang, "taal", .most = 12),
    FIELD_LINE(struct typed_form, code, "code", .most = 40),
};
static const struct form form = FORM(struct typed_form, fields);

/* The code on the slip, when there is one. `code` stays empty without. */
static enum err read_card(struct tx *tx, struct request *req, int64_t dialogue,
                          const struct typed_form *f, struct str *code)
{
    struct card_find_row card;
    bool found = false;
    if (!f->code.n) return OK;
    if (receipt_read(req->arena, f->code, code))
        TRY(card_find(tx->db, req->arena, receipt_hash(req->arena, *code), &card, &found));
    if (!found || card.dialogue != dialogue)
        form_wrong(req, "code", SAY("Deze code kennen wij niet. Kijk nog eens op de kaart."));
    else if (card.has_voice)
        form_wrong(req, "code", SAY("Deze kaart is al ingevoerd."));
    return OK;
}

static enum err read_places(struct tx *tx, struct request *req, const struct dialogue *d,
                            const struct typed_form *f, struct received *in)
{
    struct theme_find_row theme = { 0 };
    struct typing_tables_row *rows;
    bool found = true;
    size_t n;
    if (f->theme.n) TRY(theme_find(tx->db, req->arena, d->id, f->theme, &theme, &found));
    if (!found) form_wrong(req, "thema", SAY("Kies een van de antwoorden die er staan."));
    in->theme = found ? theme.id : 0;
    if (!f->at_table) return OK;
    TRY(typing_tables(tx->db, req->arena, d->id, d->own, &rows, &n));
    for (size_t i = 0; i < n; i++)
        if (rows[i].id == f->at_table) in->at_table = f->at_table;
    if (!in->at_table)
        form_wrong(req, "tafel", SAY("Kies een van de antwoorden die er staan."));
    return OK;
}

static struct path back(struct request *req, const struct dialogue *d,
                        const struct typed_form *f, const struct receipt *receipt, bool card)
{
    static const char *const channels[] = { "paper", "phone", "counter" };
    struct arena *a = req->arena;
    return PATH(a, "/{}/beheer/invoeren?bewaard={}&vorm={}&thema={}&kanaal={}&tafel={}",
                d->slug, arena_format(a, "%lld", (long long)receipt->number),
                card ? (struct str){ 0 } : hex_write(a, req->key), f->theme,
                str_of(channels[f->channel]),
                f->at_table ? arena_format(a, "%lld", (long long)f->at_table)
                            : (struct str){ 0 });
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct typed_form *f = form_values(req);
    struct receipt receipt;
    struct dialogue d;
    TRY(desk_open(req, res, &d));
    struct received in = { .dialogue = d.id,
                           .own = d.own,
                           .lang = f->lang.n ? f->lang : d.own,
                           .body = f->body,
                           .kind = f->kind,
                           .channel = (enum channel)(CHANNEL_PAPER + f->channel),
                           .consent = (enum consent)f->may,
                           .young = f->young };
    if (f->young && !f->parent)
        form_wrong(req, "ouder", SAY("Een ouder of voogd moet het goed vinden."));
    TRY(read_card(tx, req, d.id, f, &in.code));
    TRY(read_places(tx, req, &d, f, &in));
    TRY(form_checked(req));
    TRY(voice_receive(tx, req, &in, &receipt));
    if (in.code.n) TRY(card_used(tx, receipt_hash(req->arena, in.code), receipt.voice));
    return response_redirect(res, back(req, &d, f, &receipt, in.code.n > 0));
}

const struct page review_typing = {
    .path = "/:dialogue/beheer/invoeren",
    .who = WHO_WRITER,
    .query = "bewaard vorm thema kanaal tafel weg",
    .handle = handle,
    .form = &form,
    .act = act,
    .upload = 256 * 1024,
    .file = __FILE__,
};

/* ---- typed wrong: away again ---- */

static enum err away(struct tx *tx, struct request *req, struct response *res)
{
    struct typed_one_row row;
    struct dialogue d;
    bool found;
    TRY(desk_open(req, res, &d));
    TRY(typed_one(tx->db, req->arena, d.id, req->param[1].number, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such voice");
    if (!row.has_taken_by || row.taken_by != req->visitor.person)
        return FAIL(ERR_WHO, "typed in by somebody else");
    if (row.state == CHECK_CHECKED || row.received.s < req->now.s - TYPED_HOURS * 3600)
        return FAIL(ERR_CLASH, "it was checked, or is older than a day");
    TRY(voice_withdraw(tx, req, row.voice));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/invoeren?weg={}", d.slug,
                  arena_format(req->arena, "%lld", (long long)req->param[1].number)));
}

static const struct form nothing = { 0 };
const struct page review_typed_away = {
    .path = "/:dialogue/beheer/invoeren/#voice/weg",
    .who = WHO_WRITER,
    .form = &nothing,
    .act = away,
    .file = __FILE__,
};
