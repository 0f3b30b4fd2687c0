/* sections.c — /:dialogue/beheer/instellen/lange-teksten: the long texts of the report, each on a page
 * of its own, with a translation beside and a preview. */
#include "features/setup/sections.h"
#include "features/setup/sections.html.h"
#include "features/setup/setup.h"
#include "features/setup/setup.sql.h"

static const char *const codes[SECTIONS] = { "ontstaan", "onderzoek", "programma", "verhalen",
                                             "verder",   "contact",   "dank",      "colofon" };
#define SECTIONS_AT "/{}/beheer/instellen/lange-teksten"

static enum err list(struct request *req, struct response *res)
{
    struct sections_view v = { 0 };
    struct setup_sections_row *rows;
    size_t n;
    TRY(settings_open(req, res, &v.page, SECTIONS_AT));
    TRY(setup_sections(req->db, req->arena, v.page.d.id, v.page.d.own, &rows, &n));
    for (int i = 0; i < SECTIONS; i++)
        v.items[i] = (struct sections_item){
            .title = words_in(section_term(i).words, req->lang),
            .to = PATH(req->arena, SECTIONS_AT "/{}", v.page.d.slug, str_of(codes[i])),
        };
    for (size_t i = 0; i < n; i++) v.items[rows[i].section].filled = true;
    v.page.lead = words_in(
        SAY("Deze teksten staan in het verslag en op de site. Wat leeg is, blijft weg."),
        req->lang);
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

static enum err body_of(struct request *req, int64_t dialogue, enum section section,
                        struct str lang, struct str *body)
{
    struct setup_section_row row;
    bool found;
    TRY(setup_section(req->db, req->arena, dialogue, section, lang, &row, &found));
    *body = found ? str_trim(row.body) : STR("");
    return OK;
}

/* SECTIONS when the address names none. */
static int asked(const struct request *req)
{
    int i = 0;
    while (i < SECTIONS && !str_is(req->param[1].text, codes[i])) i++;
    return i;
}

static enum err fill(struct request *req, struct record *r)
{
    const int i = asked(req);
    struct str own, other;
    if (i == SECTIONS)
        return FAIL(ERR_MISSING, "no long text %.*s", STR_ARG(req->param[1].text));
    TRY(body_of(req, r->s.id, (enum section)i, r->s.own, &own));
    TRY(body_of(req, r->s.id, (enum section)i, r->other, &other));
    r->name = words_in(section_term(i).words, req->lang);
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    r->back = PATH(req->arena, SECTIONS_AT, r->s.slug);
    r->back_text = words_in(SAY("Alle lange teksten"), req->lang);
    r->preview = "tekst";
    record_words(req, r, "tekst", EDIT_TEXT, section_term(i).words, true, own, other);
    r->fields[0].hint =
        words_in(SAY("Een lege regel begint een nieuwe alinea. Een streepje vooraan maakt "
                     "een lijst."),
                 r->in);
    for (size_t k = 0; k < r->n; k++) r->fields[k].rows = 16;
    return OK;
}

static enum err put(struct tx *tx, struct request *req, const struct record *r, struct str lang,
                    struct str body)
{
    const enum section section = (enum section)asked(req);
    return body.n ? section_put(tx, r->s.id, section, lang, body)
                  : section_delete(tx, r->s.id, section, lang);
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    TRY(put(tx, req, r, r->s.own, record_typed(r, "tekst")));
    return put(tx, req, r, r->other, record_typed_2(r, "tekst"));
}

static const struct record_page section = { .fill = fill, .save = save, .tab = SECTIONS_AT };
const struct page setup_section_edit = {
    .path = "/:dialogue/beheer/instellen/lange-teksten/:section",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &section_form,
    .act = record_save,
    .about = &section,
    .file = __FILE__,
};
