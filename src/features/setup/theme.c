/* theme.c — /:dialogue/beheer/themas/:theme: the texts of a theme, with a translation beside. */
#include "features/search/search.h"
#include "features/setup/edit.html.h"
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
enum {
    TITLE,
    TITLE_2,
    QUESTION,
    QUESTION_2,
    CONTEXT,
    CONTEXT_2,
    TEXTS,
    OPEN = TEXTS,
    PILLAR,
    ALL
};

/* A theme as it stands, and what may be changed of it. */
struct theme_now {
    struct subject s;
    struct setup_theme_row row;
    struct str other, value[ALL];
    bool translated;
    struct edit_field *fields;
    size_t n; /* ALL, or one less when there are no pillars to choose from */
};

static enum err describe(struct request *req, struct theme_now *t, enum lang in)
{
    const struct words *title = SAY("Naam"), *question = SAY("Vraag aan tafel"),
                       *context = SAY("Waarom het belangrijk is");
    struct setup_pillars_row *pillars;
    size_t pillars_n;
    TRY(setup_pillars(req->db, req->arena, t->s.id, t->s.own, &pillars, &pillars_n));
    struct edit_option *options = NEW(req->arena, struct edit_option, pillars_n + 1);
    options[0] = (struct edit_option){ STR(""), words_in(SAY("Geen"), in) };
    for (size_t i = 0; i < pillars_n; i++)
        options[i + 1] =
            (struct edit_option){ arena_format(req->arena, "%lld", (long long)pillars[i].id),
                                  pillars[i].title };
    const struct edit_field all[ALL] = {
        [TITLE] = { .name = "titel", .label = words_in(title, in), .lang = t->s.own },
        [TITLE_2] = { .name = "titel-2",
                      .label = label_beside(req, title, in, t->other),
                      .lang = t->other,
                      .beside = true,
                      .optional = true },
        [QUESTION] = { .name = "vraag",
                       .label = words_in(question, in),
                       .lang = t->s.own,
                       .optional = true },
        [QUESTION_2] = { .name = "vraag-2",
                         .label = label_beside(req, question, in, t->other),
                         .lang = t->other,
                         .beside = true,
                         .optional = true },
        [CONTEXT] = { .name = "uitleg",
                      .kind = EDIT_TEXT,
                      .rows = 4,
                      .label = words_in(context, in),
                      .lang = t->s.own,
                      .optional = true },
        [CONTEXT_2] = { .name = "uitleg-2",
                        .kind = EDIT_TEXT,
                        .rows = 4,
                        .label = label_beside(req, context, in, t->other),
                        .lang = t->other,
                        .beside = true,
                        .optional = true },
        [OPEN] = { .name = "open",
                   .kind = EDIT_TICK,
                   .label = words_in(SAY("Dit is de open tafel"), in),
                   .hint = words_in(SAY("Voor alles wat bij geen ander thema past."), in) },
        [PILLAR] = { .name = "zorg",
                     .kind = EDIT_SELECT,
                     .optional = true,
                     .label = words_in(SAY("Hoort bij"), in),
                     .options = options,
                     .options_n = pillars_n + 1 },
    };
    t->n = pillars_n ? ALL : PILLAR;
    t->fields = NEW(req->arena, struct edit_field, ALL);
    for (size_t i = 0; i < ALL; i++) t->fields[i] = all[i];
    return OK;
}

/* What stands in the data now. `in`: the language of the labels. */
static enum err theme_now(struct request *req, struct str asked, enum lang in,
                          struct theme_now *t)
{
    struct setup_theme_text_row own = { 0 }, other = { 0 };
    bool found;
    *t = (struct theme_now){ 0 };
    TRY(subject_find(req, &t->s));
    TRY(translation_read(req, asked, t->s.own, &t->other));
    TRY(setup_theme(req->db, req->arena, t->s.id, req->param[1].text, &t->row, &found));
    if (!found) return FAIL(ERR_MISSING, "no theme %.*s", STR_ARG(req->param[1].text));
    TRY(setup_theme_text(req->db, req->arena, t->row.id, t->s.own, &own, &found));
    TRY(setup_theme_text(req->db, req->arena, t->row.id, t->other, &other, &t->translated));
    if (!t->translated) other = (struct setup_theme_text_row){ 0 };
    t->value[TITLE] = own.title;
    t->value[TITLE_2] = other.title;
    t->value[QUESTION] = own.question;
    t->value[QUESTION_2] = other.question;
    t->value[CONTEXT] = own.context;
    t->value[CONTEXT_2] = other.context;
    t->value[OPEN] = t->row.open_table ? STR("1") : STR("");
    t->value[PILLAR] = t->row.has_pillar
                           ? arena_format(req->arena, "%lld", (long long)t->row.pillar)
                           : STR("");
    return describe(req, t, in);
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct theme_now t;

    TRY(settings_open(req, res, &v, SAY("Thema’s"), "/{}/beheer/themas"));
    TRY(theme_now(req, req->query[0], req->lang, &t));
    v.other = t.other;
    v.title = res->frame.title = t.value[TITLE];
    dialogue_crumb(res, v.self, v.title);
    translation_links(req, &v);
    edit_show(req, &v, t.fields, t.value, t.n);
    v.back = PATH(req->arena, "/{}/beheer/themas", v.d.slug);
    v.back_text = words_in(SAY("Alle thema’s"), req->lang);
    v.remove = PATH(req->arena, "/{}/beheer/themas/{}/weg", v.d.slug, req->param[1].text);
    v.remove_text = words_in(SAY("Haal dit thema weg"), req->lang);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err save(struct tx *tx, const struct theme_now *t, const struct str *x)
{
    int64_t pillar = 0;
    const bool has_pillar = str_number(x[PILLAR], INT64_MAX, &pillar) && pillar;
    TRY(theme_text_put(tx, t->row.id, t->s.own, x[TITLE], x[QUESTION], x[CONTEXT]));
    if (x[TITLE_2].n)
        TRY(theme_text_put(tx, t->row.id, t->other, x[TITLE_2], x[QUESTION_2], x[CONTEXT_2]));
    else
        TRY(theme_text_delete(tx, t->row.id, t->other));
    TRY(theme_update(tx, t->row.id, t->row.position, has_pillar, pillar, t->row.has_picture,
                     t->row.picture, x[OPEN].n > 0));
    return search_themes_renew(tx, t->s.id);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct theme_now t;
    struct str x[ALL] = { { 0 } };
    size_t changes;
    bool known = false;
    TRY(theme_now(req, STR(""), LANG_NL, &t));
    x[PILLAR] = t.value[PILLAR]; /* stays when there is nothing to choose from */
    edit_typed(req, t.fields, x, t.n);
    for (size_t i = 0; i < t.fields[PILLAR].options_n; i++)
        known |= str_eq(x[PILLAR], t.fields[PILLAR].options[i].value);
    if (!known) form_wrong(req, "zorg", SAY("Kies een van de antwoorden die er staan."));
    (void)edit_translated(req, t.fields, x, TEXTS);
    TRY(edit_unchanged(req, t.value, t.n));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_THEME, .number = t.row.id, .act = ACT_CHANGED },
        t.fields, t.value, x, t.n, &changes));
    if (changes) TRY(save(tx, &t, x));
    return response_redirect(res,
                             PATH(req->arena, "/{}/beheer/themas?gedaan=bewaard", t.s.slug));
}

const struct page setup_theme_edit = {
    .path = "/:dialogue/beheer/themas/:theme",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = handle,
    .form = &theme_form,
    .act = act,
    .file = __FILE__,
};
