/* texts.c — /:dialogue/beheer/instellen: the texts of a dialogue, with a translation beside. */
#include "features/setup/setup.h"
#include "features/setup/setup.sql.h"

struct texts_form {
    struct str title, title_2, question, question_2, summary, summary_2, area, area_2, notice,
        notice_2, basis;
    int lang;
};
static const struct words *no_title(void)
{
    return SAY("Geef de dialoog een naam.");
}
static const struct words *no_question(void)
{
    return SAY("Schrijf de vraag aan de stad.");
}
static const struct words *no_area(void)
{
    return SAY("Schrijf over welke stad of wijk het gaat.");
}
static const struct field texts_fields[] = {
    FIELD_LINE(struct texts_form, title, "titel", .required = true, .missing = no_title,
               .most = 120),
    FIELD_LINE(struct texts_form, title_2, "titel-2", .most = 120),
    FIELD_LINE(struct texts_form, question, "vraag", .required = true, .missing = no_question,
               .most = 300),
    FIELD_LINE(struct texts_form, question_2, "vraag-2", .most = 300),
    FIELD_TEXT(struct texts_form, summary, "samenvatting", .most = 1000),
    FIELD_TEXT(struct texts_form, summary_2, "samenvatting-2", .most = 1000),
    FIELD_LINE(struct texts_form, area, "gebied", .required = true, .missing = no_area,
               .most = 120),
    FIELD_LINE(struct texts_form, area_2, "gebied-2", .most = 120),
    FIELD_TEXT(struct texts_form, notice, "melding", .most = 500),
    FIELD_TEXT(struct texts_form, notice_2, "melding-2", .most = 500),
    FIELD_TRANSLATION(struct texts_form),
    FIELD_BASIS(struct texts_form),
};
static const struct form texts_form = FORM(struct texts_form, texts_fields);

static enum err fill(struct request *req, struct record *r)
{
    struct setup_texts_row own = { 0 }, other = { 0 };
    bool found;
    TRY(setup_texts(req->db, req->arena, r->s.id, r->s.own, &own, &found));
    TRY(setup_texts(req->db, req->arena, r->s.id, r->other, &other, &found));
    if (!found) other = (struct setup_texts_row){ 0 };
    r->lead = SAY("Dit lezen mensen als eerste. Links staat uw tekst, ernaast de vertaling.");
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    record_words(req, r, "titel", EDIT_LINE, SAY("Naam van de dialoog"), false, own.title,
                 other.title);
    record_words(req, r, "vraag", EDIT_LINE, SAY("Vraag aan de stad"), false, own.question,
                 other.question);
    record_words(req, r, "samenvatting", EDIT_TEXT, SAY("Korte uitleg"), true, own.summary,
                 other.summary);
    r->fields[r->n - 2].hint = words_in(SAY("Twee of drie zinnen onder de vraag."), r->in);
    record_words(req, r, "gebied", EDIT_LINE, SAY("Stad of wijk"), false, own.area, other.area);
    record_words(req, r, "melding", EDIT_TEXT, SAY("Melding"), true, own.notice, other.notice);
    r->fields[r->n - 2].hint =
        words_in(SAY("Dit staat boven elke bladzijde van de dialoog."), r->in);
    return OK;
}

/* `of`: record_typed, or record_typed_2 for the translation. */
static enum err put(struct tx *tx, const struct record *r, struct str lang,
                    struct str (*of)(const struct record *, const char *))
{
    return dialogue_text_put(tx, r->s.id, lang, of(r, "titel"), of(r, "vraag"),
                             of(r, "samenvatting"), of(r, "gebied"), of(r, "melding"));
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    (void)req;
    TRY(put(tx, r, r->s.own, record_typed));
    return record_typed_2(r, "titel").n ? put(tx, r, r->other, record_typed_2)
                                        : dialogue_text_delete(tx, r->s.id, r->other);
}

static const struct record_page texts = { .fill = fill,
                                          .save = save,
                                          .tab = "/{}/beheer/instellen" };
const struct page setup_texts_page = {
    .path = "/:dialogue/beheer/instellen",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &texts_form,
    .act = record_save,
    .about = &texts,
    .file = __FILE__,
};
