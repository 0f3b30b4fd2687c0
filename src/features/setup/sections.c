/* sections.c — /:dialogue/beheer/instellen/lange-teksten: the long texts of the report, each on a page
 * of its own, with a translation beside and a preview. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
#include "features/setup/sections.h"
#include "features/setup/sections.html.h"
#include "features/setup/setup.sql.h"

static const char *const codes[SECTIONS] = { "ontstaan", "onderzoek", "programma", "verhalen",
                                             "verder",   "contact",   "dank",      "colofon" };
#define SECTIONS_AT "/{}/beheer/instellen/lange-teksten"

static enum err list(struct request *req, struct response *res)
{
    struct sections_view v = { 0 };
    struct setup_sections_row *rows;
    size_t n;
    TRY(settings_open(req, res, &v.page, SAY("Lange teksten"), SECTIONS_AT));
    TRY(setup_sections(req->db, req->arena, v.page.d.id, v.page.d.own, &rows, &n));
    for (int i = 0; i < SECTIONS; i++)
        v.items[i] = (struct sections_item){
            .title = words_in(section_term(i).words, req->lang),
            .to = PATH(req->arena, SECTIONS_AT "/{}", v.page.d.slug, str_of(codes[i])),
        };
    for (size_t i = 0; i < n; i++) v.items[rows[i].section].filled = true;
    v.saved = str_is(req->query[0], "bewaard");
    sections_page(response_page(req, res), &v);
    return OK;
}

const struct page setup_section_list = {
    .path = "/:dialogue/beheer/instellen/lange-teksten",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = list,
    .file = __FILE__,
};

/* ---- one of them ---- */

struct section_form {
    struct str body, body_2, basis;
    int lang, what;
};
static const struct field section_fields[] = {
    FIELD_TEXT(struct section_form, body, "tekst", .most = 20000),
    FIELD_TEXT(struct section_form, body_2, "tekst-2", .most = 20000),
    FIELD_CHOICE(struct section_form, what, "doe", "bewaar bekijk"),
    FIELD_TRANSLATION(struct section_form),
    FIELD_BASIS(struct section_form),
};
static const struct form section_form = FORM(struct section_form, section_fields);
enum { BODY, BODY_2, ALL };
enum { SAVE, LOOK };

struct section_now {
    struct subject s;
    enum section section;
    struct str other, value[ALL];
    struct edit_field *fields;
};

static enum err body_of(struct request *req, int64_t dialogue, enum section section,
                        struct str lang, struct str *body)
{
    struct setup_section_row row;
    bool found;
    TRY(setup_section(req->db, req->arena, dialogue, section, lang, &row, &found));
    *body = found ? str_trim(row.body) : STR("");
    return OK;
}

static enum err section_now(struct request *req, struct str asked, enum lang in,
                            struct section_now *t)
{
    int i = 0;
    *t = (struct section_now){ 0 };
    while (i < SECTIONS && !str_is(req->param[1].text, codes[i])) i++;
    if (i == SECTIONS)
        return FAIL(ERR_MISSING, "no long text %.*s", STR_ARG(req->param[1].text));
    t->section = (enum section)i;
    TRY(subject_find(req, &t->s));
    TRY(translation_read(req, asked, t->s.own, &t->other));
    TRY(body_of(req, t->s.id, t->section, t->s.own, &t->value[BODY]));
    TRY(body_of(req, t->s.id, t->section, t->other, &t->value[BODY_2]));
    t->fields = NEW(req->arena, struct edit_field, ALL);
    t->fields[BODY] = (struct edit_field){
        .name = "tekst",
        .kind = EDIT_TEXT,
        .rows = 16,
        .lang = t->s.own,
        .optional = true,
        .label = words_in(section_term(i).words, in),
        .hint =
            words_in(SAY("Een lege regel begint een nieuwe alinea. Een streepje vooraan maakt "
                         "een lijst."),
                     in),
    };
    t->fields[BODY_2] =
        (struct edit_field){ .name = "tekst-2",
                             .kind = EDIT_TEXT,
                             .rows = 16,
                             .lang = t->other,
                             .optional = true,
                             .beside = true,
                             .label = label_beside(req, section_term(i).words, in, t->other) };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    const struct section_form *f = form_values(req);
    struct edit_view v = { 0 };
    struct section_now t;
    TRY(settings_open(req, res, &v, SAY("Lange teksten"), SECTIONS_AT));
    TRY(section_now(req, req->query[0], req->lang, &t));
    v.other = t.other;
    v.title = res->frame.title = words_in(section_term((int)t.section).words, req->lang);
    dialogue_crumb(res, v.self, v.title);
    translation_links(req, &v);
    edit_show(req, &v, t.fields, t.value, ALL);
    v.previewable = true;
    v.previewed = req->form->sent && f->what == LOOK;
    if (v.previewed) {
        v.preview = markdown(req->arena, form_typed(req->form, "tekst"), 3);
        v.plain = plain_look_at(req->arena, form_typed(req->form, "tekst"), t.s.own);
        v.preview_beside = markdown(req->arena, form_typed(req->form, "tekst-2"), 3);
    }
    v.back = PATH(req->arena, SECTIONS_AT, v.d.slug);
    v.back_text = words_in(SAY("Alle lange teksten"), req->lang);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err put(struct tx *tx, const struct section_now *t, struct str lang,
                    struct str body)
{
    return body.n ? section_put(tx, t->s.id, t->section, lang, body)
                  : section_delete(tx, t->s.id, t->section, lang);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct section_form *f = form_values(req);
    struct section_now t;
    struct str x[ALL];
    size_t changes;
    TRY(section_now(req, STR(""), LANG_NL, &t));
    if (f->what == LOOK) return OK; /* nothing is saved; the page shows it */
    edit_typed(req, t.fields, x, ALL);
    (void)edit_translated(req, t.fields, x, ALL);
    TRY(edit_unchanged(req, t.value, ALL));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_DIALOGUE, .number = t.s.id, .act = ACT_CHANGED },
        t.fields, t.value, x, ALL, &changes));
    if (changes) {
        TRY(put(tx, &t, t.s.own, x[BODY]));
        TRY(put(tx, &t, t.other, x[BODY_2]));
    }
    return response_redirect(res, PATH(req->arena, SECTIONS_AT "?gedaan=bewaard", t.s.slug));
}

const struct page setup_section_edit = {
    .path = "/:dialogue/beheer/instellen/lange-teksten/:section",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = handle,
    .form = &section_form,
    .act = act,
    .file = __FILE__,
};
