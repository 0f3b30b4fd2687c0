/* texts.c — /:dialogue/beheer/instellen: the texts of a dialogue, with a translation beside. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
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

enum { PAIRS = 5, TEXTS = 2 * PAIRS };

struct texts_now {
    struct subject s;
    struct str other, value[TEXTS];
    struct edit_field *fields;
};

static void describe(struct request *req, struct texts_now *t, enum lang in)
{
    const struct {
        const struct words *label, *hint;
        enum edit_kind kind;
        bool optional;
    } about[PAIRS] = {
        { SAY("Naam van de dialoog"), NULL, EDIT_LINE, false },
        { SAY("Vraag aan de stad"), NULL, EDIT_LINE, false },
        { SAY("Korte uitleg"), SAY("Twee of drie zinnen onder de vraag."), EDIT_TEXT, true },
        { SAY("Stad of wijk"), NULL, EDIT_LINE, false },
        { SAY("Melding"), SAY("Dit staat boven elke bladzijde van de dialoog."), EDIT_TEXT,
          true },
    };
    t->fields = NEW(req->arena, struct edit_field, TEXTS);
    for (size_t i = 0; i < PAIRS; i++) {
        t->fields[2 * i] = (struct edit_field){
            .name = texts_fields[2 * i].name,
            .kind = about[i].kind,
            .label = words_in(about[i].label, in),
            .hint = about[i].hint ? words_in(about[i].hint, in) : STR(""),
            .lang = t->s.own,
            .optional = about[i].optional,
        };
        t->fields[2 * i + 1] = (struct edit_field){
            .name = texts_fields[2 * i + 1].name,
            .kind = about[i].kind,
            .label = label_beside(req, about[i].label, in, t->other),
            .lang = t->other,
            .optional = true,
            .beside = true,
        };
    }
}

static void take(struct str *value, const struct setup_texts_row *row)
{
    const struct str all[PAIRS] = { row->title, row->question, row->summary, row->area,
                                    row->notice };
    for (size_t i = 0; i < PAIRS; i++) value[2 * i] = all[i];
}

static enum err texts_now(struct request *req, struct str asked, enum lang in,
                          struct texts_now *t)
{
    struct setup_texts_row row = { 0 };
    bool found;
    *t = (struct texts_now){ 0 };
    TRY(subject_find(req, &t->s));
    TRY(translation_read(req, asked, t->s.own, &t->other));
    TRY(setup_texts(req->db, req->arena, t->s.id, t->s.own, &row, &found));
    take(t->value, &row);
    TRY(setup_texts(req->db, req->arena, t->s.id, t->other, &row, &found));
    if (!found) row = (struct setup_texts_row){ 0 };
    take(t->value + 1, &row);
    describe(req, t, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct texts_now t;
    TRY(settings_open(req, res, &v, SAY("Teksten"), "/{}/beheer/instellen"));
    TRY(texts_now(req, req->query[0], req->lang, &t));
    v.other = t.other;
    v.saved = str_is(req->query[1], "bewaard");
    v.lead = words_in(SAY("Dit lezen mensen als eerste. Links staat uw tekst, ernaast de "
                          "vertaling."),
                      req->lang);
    translation_links(req, &v);
    edit_show(req, &v, t.fields, t.value, TEXTS);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct texts_now t;
    struct str x[TEXTS];
    size_t changes;
    TRY(texts_now(req, STR(""), LANG_NL, &t));
    edit_typed(req, t.fields, x, TEXTS);
    const bool translated = edit_translated(req, t.fields, x, TEXTS);
    TRY(edit_unchanged(req, t.value, TEXTS));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_DIALOGUE, .number = t.s.id, .act = ACT_CHANGED },
        t.fields, t.value, x, TEXTS, &changes));
    if (changes) {
        TRY(dialogue_text_put(tx, t.s.id, t.s.own, x[0], x[2], x[4], x[6], x[8]));
        if (translated)
            TRY(dialogue_text_put(tx, t.s.id, t.other, x[1], x[3], x[5], x[7], x[9]));
        else
            TRY(dialogue_text_delete(tx, t.s.id, t.other));
    }
    return response_redirect(
        res,
        PATH(req->arena, "/{}/beheer/instellen?taal={}&gedaan=bewaard", t.s.slug, t.other));
}

const struct page setup_texts_page = {
    .path = "/:dialogue/beheer/instellen",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = handle,
    .form = &texts_form,
    .act = act,
    .file = __FILE__,
};
