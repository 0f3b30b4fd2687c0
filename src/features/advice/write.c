/* write.c — /:dialogue/beheer/adviezen/nieuw and /:dialogue/beheer/adviezen/#advice: the words of an advice. */
#include "features/advice/desk.h"

struct advice_form {
    struct str title, title_2, body, body_2, priority, priority_2, next, next_2, basis;
    int kind, lang;
    struct optional_day given;
};
static const struct words *no_title(void)
{
    return SAY("Schrijf in één zin wat u de stad vraagt.");
}
static const struct field advice_fields[] = {
    FIELD_CHOICE(struct advice_form, kind, "soort", "goes-well priority needs",
                 .required = true),
    FIELD_LINE(struct advice_form, title, "titel", .required = true, .missing = no_title),
    FIELD_LINE(struct advice_form, title_2, "titel-2"),
    FIELD_TEXT(struct advice_form, body, "tekst"),
    FIELD_TEXT(struct advice_form, body_2, "tekst-2"),
    FIELD_TEXT(struct advice_form, priority, "voorrang", .most = 2000),
    FIELD_TEXT(struct advice_form, priority_2, "voorrang-2", .most = 2000),
    FIELD_TEXT(struct advice_form, next, "vervolg", .most = 2000),
    FIELD_TEXT(struct advice_form, next_2, "vervolg-2", .most = 2000),
    FIELD_DAY(struct advice_form, given, "gegeven"),
    FIELD_TRANSLATION(struct advice_form),
    FIELD_BASIS(struct advice_form),
};
static const struct form advice_form = FORM(struct advice_form, advice_fields);

static void fields(struct request *req, struct record *r, const struct advice_find_row *row,
                   const struct advice_text_one_row *own,
                   const struct advice_text_one_row *other)
{
    struct edit_field *f = record_field(req, r, "soort", EDIT_SELECT, SAY("Soort"),
                                        str_of(advice_kind_term((int)row->kind).code));
    record_terms(req, r, f, advice_kind_term, 0, ADVICE_KINDS);
    record_words(req, r, "titel", EDIT_LINE, SAY("Wat vraagt u de stad?"), false, own->title,
                 other->title);
    record_words(req, r, "tekst", EDIT_TEXT, SAY("Het advies"), true, own->body, other->body);
    record_words(req, r, "voorrang", EDIT_TEXT, SAY("Hoe is bepaald wat voorrang heeft?"), true,
                 own->priority, other->priority);
    record_words(req, r, "vervolg", EDIT_TEXT, SAY("De volgende stap voor wat goed gaat"), true,
                 own->next, other->next);
    f = record_field(req, r, "gegeven", EDIT_DAY, SAY("Aan de stad gegeven op"),
                     day_text(req->arena, row->has_given, row->given));
    f->hint = words_in(SAY("Laat dit leeg zolang het een ontwerp is. Vanaf deze dag ziet "
                           "iedereen het, en tellen de dagen."),
                       r->in);
}

static enum err fill(struct request *req, struct record *r)
{
    struct advice_find_row *row = NEW(req->arena, struct advice_find_row, 1);
    struct advice_text_one_row own = { 0 }, other = { 0 };
    bool found;
    row->kind = ADVICE_PRIORITY;
    advice_open(req, r, row);
    if (req->param[1].number) {
        TRY(advice_named(req, r->s.id, row));
        advice_open(req, r, row);
        TRY(advice_text_one(req->db, req->arena, row->id, r->s.own, &own, &found));
        TRY(advice_text_one(req->db, req->arena, row->id, r->other, &other, &found));
        if (!found) other = (struct advice_text_one_row){ 0 };
    }
    r->lead = SAY("Schrijf wat de stad moet doen. Kies daarna op welke punten dit rust.");
    fields(req, r, row, &own, &other);
    return OK;
}

/* A1 and A2: what is given to the city is whole. */
static enum err whole(struct request *req, const struct record *r,
                      const struct advice_find_row *row, struct day *given, bool *has_given)
{
    int64_t points = 0;
    *has_given = record_day(r, "gegeven", given);
    if (!*has_given) {
        bool answered = false;
        struct answer_find_row answer;
        if (row->id) TRY(answer_find(req->db, req->arena, row->id, &answer, &answered));
        if (answered)
            form_wrong(req, "gegeven",
                       SAY("Hierop is al geantwoord. De dag blijft dus staan."));
        return form_checked(req);
    }
    if (row->id) TRY(advice_published_points(req->db, row->id, &points));
    if (!points)
        form_wrong(
            req, "gegeven",
            SAY("Kies eerst de punten waarop dit advies rust. Bewaar het nu zonder dag."));
    if (given->n > req->today.n)
        form_wrong(req, "gegeven",
                   SAY("Deze dag moet nog komen. Vul hem in als het zover is."));
    if (str_is(record_typed(r, "soort"), "goes-well") && !record_typed(r, "vervolg").n)
        form_wrong(req, "vervolg",
                   SAY("Ook wat goed gaat krijgt een volgende stap. Schrijf die op."));
    return form_checked(req);
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    struct advice_find_row row = *(const struct advice_find_row *)r->of;
    const enum advice_kind kind =
        (enum advice_kind)record_term(r, "soort", advice_kind_term, 0, ADVICE_KINDS);
    struct day given;
    bool has_given;
    TRY(whole(req, r, &row, &given, &has_given));
    if (row.id) {
        TRY(advice_update(tx, row.id, row.position, kind, has_given, given));
    } else {
        struct advice_next_row next;
        TRY(advice_next(tx->db, req->arena, r->s.id, &next));
        TRY(advice_add(tx, r->s.id, next.number, next.position, kind, has_given, given,
                       &row.id));
        r->back = PATH(req->arena, "/{}/beheer/adviezen/{}/punten", r->s.slug,
                       number_text(req->arena, true, next.number));
    }
    r->change.number = row.id;
    TRY(advice_text_put(tx, row.id, r->s.own, record_typed(r, "titel"),
                        record_typed(r, "tekst"), record_typed(r, "voorrang"),
                        record_typed(r, "vervolg")));
    if (!record_typed_2(r, "titel").n) return advice_text_delete(tx, row.id, r->other);
    return advice_text_put(tx, row.id, r->other, record_typed_2(r, "titel"),
                           record_typed_2(r, "tekst"), record_typed_2(r, "voorrang"),
                           record_typed_2(r, "vervolg"));
}

static const struct record_page page = { .fill = fill, .save = save };

const struct page advice_new = {
    .path = "/:dialogue/beheer/adviezen/nieuw",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &advice_form,
    .act = record_save,
    .about = &page,
    .file = __FILE__,
};
const struct page advice_write = {
    .path = "/:dialogue/beheer/adviezen/#advice",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &advice_form,
    .act = record_save,
    .about = &page,
    .file = __FILE__,
};
