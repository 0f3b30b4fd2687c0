/* hood.c — /:dialogue/beheer/instellen/wijken/:wijk: the name of a neighbourhood. */
#include "features/setup/edit.html.h"
#include "features/setup/setup.sql.h"

struct hood_form {
    struct str name, code, inhabitants, basis;
};
static const struct words *no_name(void)
{
    return SAY("Geef de wijk een naam.");
}
static const struct field hood_fields[] = {
    FIELD_LINE(struct hood_form, name, "naam", .required = true, .missing = no_name,
               .most = 80),
    FIELD_LINE(struct hood_form, code, "code", .most = 20),
    FIELD_LINE(struct hood_form, inhabitants, "inwoners", .most = 9),
    FIELD_BASIS(struct hood_form),
};
static const struct form hood_form = FORM(struct hood_form, hood_fields);
enum { NAME, CODE, INHABITANTS, ALL };
enum { INHABITANTS_MOST = 100000000 };
#define HOODS "/{}/beheer/instellen/wijken"

struct hood_now {
    struct subject s;
    struct setup_hood_row row;
    struct str value[ALL];
    struct edit_field *fields;
};

static enum err hood_now(struct request *req, enum lang in, struct hood_now *t)
{
    bool found;
    TRY(subject_find(req, &t->s));
    TRY(setup_hood(req->db, req->arena, t->s.id, req->param[1].text, &t->row, &found));
    if (!found) return FAIL(ERR_MISSING, "no neighbourhood %.*s", STR_ARG(req->param[1].text));
    t->value[NAME] = t->row.name;
    t->value[CODE] = t->row.code;
    t->value[INHABITANTS] =
        t->row.has_inhabitants ? arena_format(req->arena, "%lld", (long long)t->row.inhabitants)
                               : STR("");
    t->fields = NEW(req->arena, struct edit_field, ALL);
    t->fields[NAME] = (struct edit_field){ .name = "naam",
                                           .lang = t->s.own,
                                           .label = words_in(SAY("Naam van de wijk"), in) };
    t->fields[CODE] = (struct edit_field){ .name = "code",
                                           .optional = true,
                                           .label = words_in(SAY("Code van het CBS"), in),
                                           .hint = words_in(SAY("Zoals WK036401."), in) };
    t->fields[INHABITANTS] = (struct edit_field){
        .name = "inwoners",
        .optional = true,
        .label = words_in(SAY("Hoeveel mensen wonen er?"), in),
        .hint = words_in(SAY("Dan is te zien welke wijken ontbraken op een bijeenkomst."), in)
    };
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct hood_now t = { 0 };
    TRY(settings_open(req, res, &v, SAY("Wijken"), HOODS));
    TRY(hood_now(req, req->lang, &t));
    v.title = res->frame.title = t.row.name;
    dialogue_crumb(res, v.self, v.title);
    edit_show(req, &v, t.fields, t.value, ALL);
    v.back = PATH(req->arena, HOODS, v.d.slug);
    v.back_text = words_in(SAY("Alle wijken"), req->lang);
    v.remove = PATH(req->arena, HOODS "/{}/weg", v.d.slug, req->param[1].text);
    v.remove_text = words_in(SAY("Haal deze wijk weg"), req->lang);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct hood_now t = { 0 };
    struct setup_hoods_row *others;
    struct str x[ALL];
    size_t n, changes;
    TRY(hood_now(req, LANG_NL, &t));
    edit_typed(req, t.fields, x, ALL);
    TRY(setup_hoods(tx->db, req->arena, t.s.id, &others, &n));
    for (size_t i = 0; i < n; i++)
        if (others[i].id != t.row.id && str_eq(others[i].name, x[NAME]))
            form_wrong(req, "naam", SAY("Er is al een wijk met deze naam."));
    int64_t inhabitants = 0;
    const bool has = x[INHABITANTS].n > 0;
    if (has && !str_number(x[INHABITANTS], INHABITANTS_MOST, &inhabitants))
        form_wrong(req, "inwoners", SAY("Schrijf een getal, zonder punten."));
    TRY(edit_unchanged(req, t.value, ALL));
    TRY(edit_history(tx, req,
                     (struct change){ .dialogue = t.s.id,
                                      .thing = THING_NEIGHBOURHOOD,
                                      .number = t.row.id,
                                      .act = ACT_CHANGED },
                     t.fields, t.value, x, ALL, &changes));
    if (changes) {
        TRY(neighbourhood_update(tx, t.row.id, t.row.position, x[NAME], x[CODE]));
        TRY(neighbourhood_inhabitants(tx, t.row.id, has, inhabitants));
    }
    return response_redirect(res, PATH(req->arena, HOODS "?gedaan=bewaard", t.s.slug));
}

const struct page setup_hood_edit = {
    .path = "/:dialogue/beheer/instellen/wijken/:wijk",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &hood_form,
    .act = act,
    .file = __FILE__,
};
