/* write.c — /:dialogue/beheer/toezeggingen/nieuw and …/#commitment: what is promised, by whom. */
#include "features/deeds/desk.h"

struct commitment_form {
    struct str title, title_2, body, body_2, owner, basis;
    int64_t advice, budget;
    int horizon, lang;
    struct optional_day made, due;
};
static const struct words *no_title(void)
{
    return SAY("Schrijf in één zin wat er gaat gebeuren.");
}
static const struct words *no_owner(void)
{
    return SAY("Kies wie dit doet. Zonder eigenaar is het geen toezegging.");
}
static const struct words *no_due(void)
{
    return SAY("Kies de dag waarop het klaar is. Zonder datum is het geen toezegging.");
}
static const struct words *no_made(void)
{
    return SAY("Op welke dag is dit beloofd?");
}
static const struct field commitment_fields[] = {
    FIELD_NUMBER(struct commitment_form, advice, "advies", .required = true),
    FIELD_LINE(struct commitment_form, title, "titel", .required = true, .missing = no_title),
    FIELD_LINE(struct commitment_form, title_2, "titel-2"),
    FIELD_TEXT(struct commitment_form, body, "tekst", .most = 4000),
    FIELD_TEXT(struct commitment_form, body_2, "tekst-2", .most = 4000),
    FIELD_LINE(struct commitment_form, owner, "eigenaar", .required = true,
               .missing = no_owner),
    FIELD_DAY(struct commitment_form, made, "beloofd", .required = true, .missing = no_made),
    FIELD_DAY(struct commitment_form, due, "voor"),
    FIELD_CHOICE(struct commitment_form, horizon, "duur", "one-off structural",
                 .required = true),
    FIELD_NUMBER(struct commitment_form, budget, "geld"),
    FIELD_TRANSLATION(struct commitment_form),
    FIELD_BASIS(struct commitment_form),
};
static const struct form commitment_form = FORM(struct commitment_form, commitment_fields);

static enum err advices(struct request *req, struct record *r, struct edit_field *f)
{
    struct desk_answered_row *rows;
    size_t n;
    TRY(desk_answered(req->db, req->arena, r->s.id, r->s.own, &rows, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    for (size_t i = 0; i < n; i++)
        options[i] = (struct edit_option){ number_text(req->arena, true, rows[i].number),
                                           arena_format(req->arena, "%lld. %.*s",
                                                        (long long)rows[i].number,
                                                        STR_ARG(rows[i].title)) };
    f->options = options;
    f->options_n = n;
    f->optional = false;
    f->hint =
        words_in(SAY("Alleen adviezen die de stad overnam, ook als het deels is."), r->in);
    return OK;
}

static enum err owners(struct request *req, struct record *r, struct edit_field *f,
                       int64_t chosen, struct str *slug)
{
    struct departments_row *rows;
    size_t n;
    TRY(departments(req->db, req->arena, r->s.id, &rows, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].id == chosen) *slug = rows[i].slug;
        options[i] = (struct edit_option){ rows[i].slug, rows[i].name };
    }
    f->options = options;
    f->options_n = n;
    f->optional = false;
    return OK;
}

static enum err fields(struct request *req, struct record *r,
                       const struct commitment_find_row *now,
                       const struct commitment_text_one_row *own,
                       const struct commitment_text_one_row *other)
{
    struct edit_field *f =
        record_field(req, r, "advies", EDIT_SELECT, SAY("Vanwege het antwoord op advies"),
                     number_text(req->arena, now->id, now->advice_number));
    if (!now->id && req->query[1].n) {
        r->asked = "advies";
        r->asked_value = req->query[1];
    }
    TRY(advices(req, r, f));
    record_words(req, r, "titel", EDIT_LINE, SAY("Wat gaat er gebeuren?"), false, own->title,
                 other->title);
    record_words(req, r, "tekst", EDIT_TEXT, SAY("Meer erover"), true, own->body, other->body);
    const size_t at = r->n;
    f = record_field(req, r, "eigenaar", EDIT_SELECT, SAY("Wie doet het?"), STR(""));
    TRY(owners(req, r, f, now->owner, &r->now[at]));
    f->hint = words_in(SAY("Een rol of afdeling, nooit een naam."), r->in);
    record_field(req, r, "beloofd", EDIT_DAY, SAY("Beloofd op"),
                 day_text(req->arena, now->id, now->made))
        ->optional = false;
    if (!now->id) {
        f = record_field(req, r, "voor", EDIT_DAY, SAY("Klaar voor"), STR(""));
        f->optional = false;
        f->hint = words_in(
            SAY("Deze eerste datum blijft staan. Verschuiven kan, maar is te zien."), r->in);
    }
    f = record_field(req, r, "duur", EDIT_SELECT, SAY("Eenmalig of blijvend?"),
                     str_of(horizon_term((int)now->horizon).code));
    record_terms(req, r, f, horizon_term, 0, HORIZONS);
    record_field(req, r, "geld", EDIT_NUMBER, SAY("Geld, in hele euro’s"),
                 number_text(req->arena, now->has_budget, now->budget));
    return OK;
}

static enum err fill(struct request *req, struct record *r)
{
    struct commitment_find_row *now = NEW(req->arena, struct commitment_find_row, 1);
    struct commitment_text_one_row own = { 0 }, other = { 0 };
    bool found;
    commitment_begin(req, r);
    r->of = now;
    if (req->param[1].number) {
        TRY(commitment_open(req, r, &now));
        TRY(commitment_text_one(req->db, req->arena, now->id, r->s.own, &own, &found));
        TRY(commitment_text_one(req->db, req->arena, now->id, r->other, &other, &found));
        if (!found) other = (struct commitment_text_one_row){ 0 };
    }
    r->lead = SAY("Schrijf op wie wat doet, en voor welke dag.");
    return fields(req, r, now, &own, &other);
}

/* The texts, with why it was stopped as that stands. */
static enum err texts(struct tx *tx, struct request *req, const struct record *r, int64_t id)
{
    struct commitment_text_one_row own = { 0 }, other = { 0 };
    bool found;
    TRY(commitment_text_one(tx->db, req->arena, id, r->s.own, &own, &found));
    TRY(commitment_text_one(tx->db, req->arena, id, r->other, &other, &found));
    TRY(commitment_text_put(tx, id, r->s.own, record_typed(r, "titel"),
                            record_typed(r, "tekst"), own.stopped));
    if (!record_typed_2(r, "titel").n) return commitment_text_delete(tx, id, r->other);
    return commitment_text_put(tx, id, r->other, record_typed_2(r, "titel"),
                               record_typed_2(r, "tekst"), found ? other.stopped : STR(""));
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct commitment_find_row *now = r->of;
    const enum horizon horizon =
        (enum horizon)record_term(r, "duur", horizon_term, 0, HORIZONS);
    struct advice_find_row advice = { 0 };
    struct department_find_row owner = { 0 };
    struct commitment_next_row next;
    int64_t number = 0, budget, id = now->id;
    struct day made, due;
    bool found;
    const bool has_budget = record_number(r, "geld", &budget);
    (void)record_number(r, "advies", &number);
    (void)record_day(r, "beloofd", &made);
    TRY(advice_find(tx->db, req->arena, r->s.id, number, &advice, &found));
    TRY(department_find(tx->db, req->arena, r->s.id, record_typed(r, "eigenaar"), &owner,
                        &found));
    if (!id && !record_day(r, "voor", &due)) form_wrong(req, "voor", no_due());
    if (!id && record_day(r, "voor", &due) && due.n < made.n)
        form_wrong(req, "voor", SAY("Deze dag is eerder dan de belofte. Kies een latere dag."));
    if (made.n > req->today.n)
        form_wrong(req, "beloofd",
                   SAY("Deze dag moet nog komen. Vul hem in als het zover is."));
    TRY(form_checked(req));
    if (id) {
        TRY(commitment_update(tx, id, now->position, advice.id, owner.id, made, horizon,
                              has_budget, budget));
    } else {
        TRY(commitment_next(tx->db, req->arena, r->s.id, &next));
        TRY(commitment_add(tx, r->s.id, next.number, next.position, advice.id, owner.id, made,
                           due, horizon, COMMITMENT_PROMISED, false, made, has_budget, budget,
                           &id));
        r->change.number = id;
    }
    return texts(tx, req, r, id);
}

static const struct record_page page = { .fill = fill, .save = save };

const struct page commitment_new = {
    .path = "/:dialogue/beheer/toezeggingen/nieuw",
    .who = WHO_EDITOR,
    .query = "taal advies",
    .handle = record_show,
    .form = &commitment_form,
    .act = record_save,
    .about = &page,
    .file = __FILE__,
};
const struct page commitment_write = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &commitment_form,
    .act = record_save,
    .about = &page,
    .file = __FILE__,
};
