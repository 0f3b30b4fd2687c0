/* theme.c — /:dialogue/beheer/themas/:theme: the texts of a theme, with a translation beside. */
#include "features/search/search.h"
#include "features/setup/setup.h"
#include "features/setup/setup.sql.h"

struct theme_form {
    struct str title, title_2, question, question_2, context, context_2, basis;
    int64_t pillar;
    bool open;
    int lang;
};
static const struct words *no_title(void)
{
    return SAY("Geef het thema een naam.");
}
static const struct field theme_fields[] = {
    FIELD_LINE(struct theme_form, title, "titel", .required = true, .missing = no_title,
               .most = 120),
    FIELD_LINE(struct theme_form, title_2, "titel-2", .most = 120),
    FIELD_LINE(struct theme_form, question, "vraag", .most = 300),
    FIELD_LINE(struct theme_form, question_2, "vraag-2", .most = 300),
    FIELD_TEXT(struct theme_form, context, "uitleg", .most = 2000),
    FIELD_TEXT(struct theme_form, context_2, "uitleg-2", .most = 2000),
    FIELD_NUMBER(struct theme_form, pillar, "zorg"),
    FIELD_TICK(struct theme_form, open, "open"),
    FIELD_TRANSLATION(struct theme_form),
    FIELD_BASIS(struct theme_form),
};
static const struct form theme_form = FORM(struct theme_form, theme_fields);
#define THEMES "/{}/beheer/themas"

/* Nothing is asked when there are no pillars. */
static enum err pillar_field(struct request *req, struct record *r,
                             const struct setup_theme_row *row)
{
    struct setup_pillars_row *pillars;
    size_t n;
    TRY(setup_pillars(req->db, req->arena, r->s.id, r->s.own, &pillars, &n));
    if (!n) return OK;
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    options[0] = (struct edit_option){ STR(""), words_in(SAY("Geen"), r->in) };
    for (size_t i = 0; i < n; i++)
        options[i + 1] = (struct edit_option){ number_text(req->arena, true, pillars[i].id),
                                               pillars[i].title };
    struct edit_field *f = record_field(req, r, "zorg", EDIT_SELECT, SAY("Hoort bij"),
                                        number_text(req->arena, row->has_pillar, row->pillar));
    f->options = options;
    f->options_n = n + 1;
    return OK;
}

static enum err fill(struct request *req, struct record *r)
{
    const struct str slug = req->param[1].text;
    struct setup_theme_row *row = NEW(req->arena, struct setup_theme_row, 1);
    struct setup_theme_text_row own = { 0 }, other = { 0 };
    bool found;
    TRY(setup_theme(req->db, req->arena, r->s.id, slug, row, &found));
    if (!found) return FAIL(ERR_MISSING, "no theme %.*s", STR_ARG(slug));
    TRY(setup_theme_text(req->db, req->arena, row->id, r->s.own, &own, &found));
    TRY(setup_theme_text(req->db, req->arena, row->id, r->other, &other, &found));
    if (!found) other = (struct setup_theme_text_row){ 0 };
    r->of = row;
    r->name = own.title;
    r->change.thing = THING_THEME;
    r->change.number = row->id;
    r->back = PATH(req->arena, THEMES, r->s.slug);
    r->back_text = words_in(SAY("Alle thema’s"), req->lang);
    r->remove = PATH(req->arena, THEMES "/{}/weg", r->s.slug, slug);
    r->remove_text = SAY("Haal dit thema weg");
    record_words(req, r, "titel", EDIT_LINE, SAY("Naam"), false, own.title, other.title);
    record_words(req, r, "vraag", EDIT_LINE, SAY("Vraag aan tafel"), true, own.question,
                 other.question);
    record_words(req, r, "uitleg", EDIT_TEXT, SAY("Waarom het belangrijk is"), true,
                 own.context, other.context);
    record_field(req, r, "open", EDIT_TICK, SAY("Dit is de open tafel"),
                 row->open_table ? STR("1") : STR(""))
        ->hint = words_in(SAY("Voor alles wat bij geen ander thema past."), r->in);
    return pillar_field(req, r, row);
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct setup_theme_row *row = r->of;
    const bool offered = str_is(str_of(r->fields[r->n - 1].name), "zorg");
    const struct str title_2 = record_typed_2(r, "titel");
    bool has_pillar = row->has_pillar;
    int64_t pillar = row->pillar;
    (void)req;
    if (offered) has_pillar = record_number(r, "zorg", &pillar);
    TRY(theme_text_put(tx, row->id, r->s.own, record_typed(r, "titel"),
                       record_typed(r, "vraag"), record_typed(r, "uitleg")));
    if (title_2.n)
        TRY(theme_text_put(tx, row->id, r->other, title_2, record_typed_2(r, "vraag"),
                           record_typed_2(r, "uitleg")));
    else
        TRY(theme_text_delete(tx, row->id, r->other));
    TRY(theme_update(tx, row->id, row->position, has_pillar, pillar, row->has_picture,
                     row->picture, record_typed(r, "open").n > 0));
    return search_themes_renew(tx, r->s.id);
}

static const struct record_page theme = { .fill = fill, .save = save, .tab = THEMES };
const struct page setup_theme_edit = {
    .path = "/:dialogue/beheer/themas/:theme",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &theme_form,
    .act = record_save,
    .about = &theme,
    .file = __FILE__,
};
