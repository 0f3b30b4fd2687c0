/* answer.c — /:dialogue/beheer/adviezen/#advice/antwoord: what the city decided on an advice, and
 * …/uitkomst: what came of that beside commitments. */
#include "features/advice/desk.h"

struct answer_form {
    struct str reason, reason_2, options, options_2, url, hash, basis;
    int64_t money;
    int kind, lang;
    struct optional_day day;
};
static const struct words *no_day(void)
{
    return SAY("Op welke dag gaf de stad antwoord?");
}
static const struct words *no_reason(void)
{
    return SAY("Schrijf waarom de stad dit besloot.");
}
static const struct field answer_fields[] = {
    FIELD_CHOICE(struct answer_form, kind, "soort", "adopted partly not", .required = true),
    FIELD_DAY(struct answer_form, day, "dag", .required = true, .missing = no_day),
    FIELD_TEXT(struct answer_form, reason, "reden", .required = true, .missing = no_reason),
    FIELD_TEXT(struct answer_form, reason_2, "reden-2"),
    FIELD_TEXT(struct answer_form, options, "opties"),
    FIELD_TEXT(struct answer_form, options_2, "opties-2"),
    FIELD_NUMBER(struct answer_form, money, "geld"),
    FIELDS_PAPER(struct answer_form),
    FIELD_TRANSLATION(struct answer_form),
    FIELD_BASIS(struct answer_form),
};
static const struct form answer_form = FORM(struct answer_form, answer_fields);

/* The advice, given to the city: else there is nothing to answer. */
static enum err given_advice(struct request *req, struct record *r,
                             struct advice_find_row **row)
{
    *row = NEW(req->arena, struct advice_find_row, 1);
    TRY(advice_named(req, r->s.id, *row));
    if (!(*row)->has_given)
        return FAIL(ERR_MISSING, "advice %lld is a draft", (long long)(*row)->number);
    advice_open(req, r, *row);
    return OK;
}

static enum err fill(struct request *req, struct record *r)
{
    struct advice_find_row *row;
    struct answer_find_row now = { 0 };
    struct answer_text_one_row own = { 0 }, other = { 0 };
    bool answered, found;
    TRY(given_advice(req, r, &row));
    TRY(answer_find(req->db, req->arena, row->id, &now, &answered));
    TRY(answer_text_one(req->db, req->arena, row->id, r->s.own, &own, &found));
    TRY(answer_text_one(req->db, req->arena, row->id, r->other, &other, &found));
    if (!found) other = (struct answer_text_one_row){ 0 };
    r->title = SAY("Antwoord");
    r->lead = SAY("Wat besloot de stad, en waarom? Iedereen kan dit lezen.");
    struct edit_field *f =
        record_field(req, r, "soort", EDIT_SELECT, SAY("Besluit"),
                     answered ? str_of(answer_kind_term((int)now.kind).code) : STR(""));
    record_terms(req, r, f, answer_kind_term, 0, ANSWER_KINDS);
    record_field(req, r, "dag", EDIT_DAY, SAY("Dag van het antwoord"),
                 day_text(req->arena, answered, now.day))
        ->optional = false;
    record_words(req, r, "reden", EDIT_TEXT, SAY("Waarom"), false, own.reason, other.reason);
    record_words(req, r, "opties", EDIT_TEXT, SAY("Welke keuzes zijn afgewogen?"), true,
                 own.options, other.options);
    f = record_field(req, r, "geld", EDIT_NUMBER, SAY("Geld, in hele euro’s"),
                     number_text(req->arena, now.has_money, now.money));
    f->hint = words_in(SAY("Alleen cijfers, zoals 25000."), r->in);
    record_paper(req, r, now.url, now.hash);
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct advice_find_row *row = r->of;
    int64_t money;
    struct day day;
    const bool has_money = record_number(r, "geld", &money);
    (void)record_day(r, "dag", &day);
    if (day.n < row->given.n)
        form_wrong(req, "dag", SAY("Het advies was er toen nog niet. Kies een latere dag."));
    if (day.n > req->today.n)
        form_wrong(req, "dag", SAY("Deze dag moet nog komen. Vul hem in als het zover is."));
    TRY(form_checked(req));
    r->change.act = ACT_ANSWERED;
    TRY(answer_put(tx, row->id,
                   (enum answer_kind)record_term(r, "soort", answer_kind_term, 0, ANSWER_KINDS),
                   day, has_money, money, record_typed(r, "link"), record_typed(r, "afdruk")));
    TRY(answer_text_put(tx, row->id, r->s.own, record_typed(r, "reden"),
                        record_typed(r, "opties")));
    if (!record_typed_2(r, "reden").n) return answer_text_delete(tx, row->id, r->other);
    return answer_text_put(tx, row->id, r->other, record_typed_2(r, "reden"),
                           record_typed_2(r, "opties"));
}

static const struct record_page answer = { .fill = fill, .save = save };

/* ---- what came of it beside commitments ---- */

struct outcome_form {
    struct str title, title_2, part, url, basis;
    int kind;
    struct optional_day day;
    bool gone;
};
static const struct field outcome_fields[] = {
    FIELD_CHOICE(struct outcome_form, kind, "soort", "policy-paper motion pledge changed-rule",
                 .required = true),
    FIELD_LINE(struct outcome_form, title, "titel", .required = true),
    FIELD_LINE(struct outcome_form, title_2, "titel-2"),
    FIELD_LINE(struct outcome_form, part, "deel"),
    FIELD_DAY(struct outcome_form, day, "dag"),
    FIELD_LINE(struct outcome_form, url, "link", .most = 500),
    FIELD_TICK(struct outcome_form, gone, "weg"),
    FIELD_BASIS(struct outcome_form),
};
static const struct form outcome_form = FORM(struct outcome_form, outcome_fields);

static enum err outcome_fill(struct request *req, struct record *r)
{
    struct advice_find_row *row;
    struct outcome_find_row now = { 0 };
    struct answer_find_row decided;
    bool found;
    TRY(given_advice(req, r, &row));
    TRY(answer_find(req->db, req->arena, row->id, &decided, &found));
    if (!found) return FAIL(ERR_MISSING, "advice %lld has no answer", (long long)row->number);
    if (req->param[2].number) {
        TRY(outcome_find(req->db, req->arena, row->id, req->param[2].number, &now, &found));
        if (!found) return FAIL(ERR_MISSING, "no outcome");
    }
    r->title = SAY("Uitkomst");
    r->lead = SAY("Kwam er van het antwoord een stuk, een motie of een andere regel? Schrijf "
                  "het hier op.");
    struct edit_field *f = record_field(req, r, "soort", EDIT_SELECT, SAY("Soort"),
                                        str_of(outcome_kind_term((int)now.kind).code));
    record_terms(req, r, f, outcome_kind_term, 0, OUTCOME_KINDS);
    record_english(req, r, "titel", EDIT_LINE, SAY("Wat is het?"), false, now.title,
                   now.title_en);
    record_field(req, r, "deel", EDIT_LINE, SAY("Waar in het stuk?"), now.part)->hint =
        words_in(SAY("Bijvoorbeeld: paragraaf 3.2."), r->in);
    record_field(req, r, "dag", EDIT_DAY, SAY("Dag"),
                 day_text(req->arena, now.has_day, now.day));
    record_field(req, r, "link", EDIT_LINE, SAY("Waar is het te lezen?"), now.url);
    if (now.id) record_field(req, r, "weg", EDIT_TICK, SAY("Haal deze uitkomst weg"), STR(""));
    struct outcome_find_row *kept = NEW(req->arena, struct outcome_find_row, 1);
    *kept = now;
    r->of = kept;
    return OK;
}

static enum err outcome_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct outcome_find_row *now = r->of;
    const enum outcome_kind kind =
        (enum outcome_kind)record_term(r, "soort", outcome_kind_term, 0, OUTCOME_KINDS);
    struct day day;
    const bool has_day = record_day(r, "dag", &day);
    int64_t number, id;
    (void)req;
    if (record_typed(r, "weg").n) {
        r->change.act = ACT_REMOVED;
        return outcome_delete(tx, now->id);
    }
    if (now->id)
        return outcome_update(tx, now->id, kind, has_day, day, record_typed(r, "titel"),
                              record_typed_2(r, "titel"), record_typed(r, "deel"),
                              record_typed(r, "link"));
    TRY(outcome_next(tx->db, r->change.number, &number));
    return outcome_add(tx, r->change.number, number, kind, has_day, day,
                       record_typed(r, "titel"), record_typed_2(r, "titel"),
                       record_typed(r, "deel"), record_typed(r, "link"), &id);
}

static const struct record_page outcome = { .fill = outcome_fill, .save = outcome_save };

const struct page advice_answer = {
    .path = "/:dialogue/beheer/adviezen/#advice/antwoord",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &answer_form,
    .act = record_save,
    .about = &answer,
    .file = __FILE__,
};
const struct page advice_outcome_new = {
    .path = "/:dialogue/beheer/adviezen/#advice/uitkomst",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &outcome_form,
    .act = record_save,
    .about = &outcome,
    .file = __FILE__,
};
const struct page advice_outcome = {
    .path = "/:dialogue/beheer/adviezen/#advice/uitkomst/#outcome",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &outcome_form,
    .act = record_save,
    .about = &outcome,
    .file = __FILE__,
};
