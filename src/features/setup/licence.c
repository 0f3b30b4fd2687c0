/* licence.c — /:dialogue/beheer/instellen/open-data: what others may do with the open data. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
#include "features/setup/setup.sql.h"

struct licence_form {
    int licence;
    struct str basis;
};
static const struct field licence_fields[] = {
    FIELD_CHOICE(struct licence_form, licence, "voorwaarden",
                 "ask CC0-1.0 CC-BY-4.0 CC-BY-SA-4.0", .required = true),
    FIELD_BASIS(struct licence_form),
};
static const struct form licence_form = FORM(struct licence_form, licence_fields);

struct licence_now {
    struct subject s;
    struct str value;
    struct edit_field *fields;
};

static enum err licence_now(struct request *req, enum lang in, struct licence_now *t)
{
    struct edit_option *options = NEW(req->arena, struct edit_option, LICENCES);
    struct setup_licence_row row;
    *t = (struct licence_now){ 0 };
    TRY(subject_find(req, &t->s));
    TRY(setup_licence(req->db, req->arena, t->s.id, &row));
    t->value = str_of(licence_term((int)row.licence).code);
    for (int i = 0; i < LICENCES; i++)
        options[i] = (struct edit_option){ str_of(licence_term(i).code),
                                           words_in(licence_term(i).words, in) };
    t->fields = NEW(req->arena, struct edit_field, 1);
    t->fields[0] = (struct edit_field){
        .name = "voorwaarden",
        .kind = EDIT_SELECT,
        .label = words_in(SAY("Wat mag iedereen met de open data?"), in),
        .hint = words_in(SAY("Vraag het ook de makers van teksten en tekeningen."), in),
        .options = options,
        .options_n = LICENCES,
    };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct licence_now t;
    TRY(settings_open(req, res, &v, SAY("Open data"), "/{}/beheer/instellen/open-data"));
    TRY(licence_now(req, req->lang, &t));
    v.saved = str_is(req->query[0], "bewaard");
    v.lead = words_in(SAY("Dit staat bij de open data en in het colofon van het verslag."),
                      req->lang);
    edit_show(req, &v, t.fields, &t.value, 1);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct licence_form *f = form_values(req);
    struct licence_now t;
    struct str x;
    size_t changes;
    TRY(licence_now(req, LANG_NL, &t));
    edit_typed(req, t.fields, &x, 1);
    TRY(edit_unchanged(req, &t.value, 1));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_DIALOGUE, .number = t.s.id, .act = ACT_CHANGED },
        t.fields, &t.value, &x, 1, &changes));
    if (changes) TRY(dialogue_licence(tx, t.s.id, (enum licence)f->licence));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/instellen/open-data?gedaan=bewaard", t.s.slug));
}

const struct page setup_licence_page = {
    .path = "/:dialogue/beheer/instellen/open-data",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &licence_form,
    .act = act,
    .file = __FILE__,
};
