/* pillar.c — /:dialogue/beheer/instellen/pijlers/:pijler: the texts of a pillar, with a translation beside. */
#include "features/setup/edit.html.h"
#include "features/setup/setup.sql.h"

struct pillar_form {
    struct str title, title_2, body, body_2, basis;
    int lang;
};
static const struct words *no_title(void)
{
    return SAY("Geef de pijler een naam.");
}
static const struct field pillar_fields[] = {
    FIELD_LINE(struct pillar_form, title, "titel", .required = true, .missing = no_title,
               .most = 120),
    FIELD_LINE(struct pillar_form, title_2, "titel-2", .most = 120),
    FIELD_TEXT(struct pillar_form, body, "tekst", .most = 1000),
    FIELD_TEXT(struct pillar_form, body_2, "tekst-2", .most = 1000),
    FIELD_TRANSLATION(struct pillar_form),
    FIELD_BASIS(struct pillar_form),
};
static const struct form pillar_form = FORM(struct pillar_form, pillar_fields);
enum { TITLE, TITLE_2, BODY, BODY_2, ALL };
#define PILLARS "/{}/beheer/instellen/pijlers"

struct pillar_now {
    struct subject s;
    int64_t id;
    struct str other, value[ALL];
    struct edit_field *fields;
};

static struct edit_field *fields_of(struct request *req, const struct pillar_now *t,
                                    enum lang in)
{
    const struct words *title = SAY("Naam van de pijler"), *body = SAY("Wat het is");
    const struct edit_field all[ALL] = {
        [TITLE] = { .name = "titel", .label = words_in(title, in), .lang = t->s.own },
        [TITLE_2] = { .name = "titel-2",
                      .label = label_beside(req, title, in, t->other),
                      .lang = t->other,
                      .beside = true,
                      .optional = true },
        [BODY] = { .name = "tekst",
                   .kind = EDIT_TEXT,
                   .label = words_in(body, in),
                   .lang = t->s.own,
                   .optional = true },
        [BODY_2] = { .name = "tekst-2",
                     .kind = EDIT_TEXT,
                     .label = label_beside(req, body, in, t->other),
                     .lang = t->other,
                     .beside = true,
                     .optional = true },
    };
    struct edit_field *fields = NEW(req->arena, struct edit_field, ALL);
    for (size_t i = 0; i < ALL; i++) fields[i] = all[i];
    return fields;
}

/* What stands in the data now. `in`: the language of the labels. */
static enum err pillar_now(struct request *req, struct str asked, enum lang in,
                           struct pillar_now *t)
{
    struct pillar_find_row row;
    struct setup_pillar_text_row own = { 0 }, other = { 0 };
    bool found;
    *t = (struct pillar_now){ 0 };
    TRY(subject_find(req, &t->s));
    TRY(translation_read(req, asked, t->s.own, &t->other));
    TRY(pillar_find(req->db, req->arena, t->s.id, req->param[1].text, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no pillar %.*s", STR_ARG(req->param[1].text));
    t->id = row.id;
    TRY(setup_pillar_text(req->db, req->arena, t->id, t->s.own, &own, &found));
    TRY(setup_pillar_text(req->db, req->arena, t->id, t->other, &other, &found));
    if (!found) other = (struct setup_pillar_text_row){ 0 };
    t->value[TITLE] = own.title;
    t->value[TITLE_2] = other.title;
    t->value[BODY] = own.body;
    t->value[BODY_2] = other.body;
    t->fields = fields_of(req, t, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct pillar_now t;
    TRY(settings_open(req, res, &v, SAY("Pijlers"), PILLARS));
    TRY(pillar_now(req, req->query[0], req->lang, &t));
    v.other = t.other;
    v.title = res->frame.title = t.value[TITLE];
    dialogue_crumb(res, v.self, v.title);
    translation_links(req, &v);
    edit_show(req, &v, t.fields, t.value, ALL);
    v.back = PATH(req->arena, PILLARS, v.d.slug);
    v.back_text = words_in(SAY("Alle pijlers"), req->lang);
    v.remove = PATH(req->arena, PILLARS "/{}/weg", v.d.slug, req->param[1].text);
    v.remove_text = words_in(SAY("Haal deze pijler weg"), req->lang);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err save(struct tx *tx, const struct pillar_now *t, const struct str *x)
{
    TRY(pillar_text_put(tx, t->id, t->s.own, x[TITLE], x[BODY]));
    return x[TITLE_2].n ? pillar_text_put(tx, t->id, t->other, x[TITLE_2], x[BODY_2])
                        : pillar_text_delete(tx, t->id, t->other);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct pillar_now t;
    struct str x[ALL];
    size_t changes;
    TRY(pillar_now(req, STR(""), LANG_NL, &t));
    edit_typed(req, t.fields, x, ALL);
    (void)edit_translated(req, t.fields, x, ALL);
    TRY(edit_unchanged(req, t.value, ALL));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_PILLAR, .number = t.id, .act = ACT_CHANGED },
        t.fields, t.value, x, ALL, &changes));
    if (changes) TRY(save(tx, &t, x));
    return response_redirect(res, PATH(req->arena, PILLARS "?gedaan=bewaard", t.s.slug));
}

const struct page setup_pillar_edit = {
    .path = "/:dialogue/beheer/instellen/pijlers/:pijler",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = handle,
    .form = &pillar_form,
    .act = act,
    .file = __FILE__,
};
