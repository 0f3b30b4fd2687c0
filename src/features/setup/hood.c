/* hood.c — /:dialogue/beheer/instellen/wijken/:wijk: the name of a neighbourhood. */
#include "features/setup/setup.h"
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
enum { INHABITANTS_MOST = 100000000 };
#define HOODS "/{}/beheer/instellen/wijken"

static enum err fill(struct request *req, struct record *r)
{
    struct setup_hood_row *row = NEW(req->arena, struct setup_hood_row, 1);
    const struct str slug = req->param[1].text;
    struct edit_field *f;
    bool found;
    TRY(setup_hood(req->db, req->arena, r->s.id, slug, row, &found));
    if (!found) return FAIL(ERR_MISSING, "no neighbourhood %.*s", STR_ARG(slug));
    r->of = row;
    r->name = row->name;
    r->change.thing = THING_NEIGHBOURHOOD;
    r->change.number = row->id;
    r->back = PATH(req->arena, HOODS, r->s.slug);
    r->back_text = words_in(SAY("Alle wijken"), req->lang);
    r->remove = PATH(req->arena, HOODS "/{}/weg", r->s.slug, slug);
    r->remove_text = SAY("Haal deze wijk weg");
    f = record_field(req, r, "naam", EDIT_LINE, SAY("Naam van de wijk"), row->name);
    f->lang = r->s.own;
    f->optional = false;
    record_field(req, r, "code", EDIT_LINE, SAY("Code van het CBS"), row->code)->hint =
        words_in(SAY("Zoals WK036401."), r->in);
    record_field(req, r, "inwoners", EDIT_LINE, SAY("Hoeveel mensen wonen er?"),
                 number_text(req->arena, row->has_inhabitants, row->inhabitants))
        ->hint =
        words_in(SAY("Dan is te zien welke wijken ontbraken op een bijeenkomst."), r->in);
    return OK;
}

static enum err check(struct request *req, struct record *r)
{
    const struct str inhabitants = record_typed(r, "inwoners");
    struct setup_hoods_row *others;
    int64_t number;
    size_t n;
    TRY(setup_hoods(req->db, req->arena, r->s.id, &others, &n));
    for (size_t i = 0; i < n; i++)
        if (others[i].id != r->change.number && str_eq(others[i].name, record_typed(r, "naam")))
            form_wrong(req, "naam", SAY("Er is al een wijk met deze naam."));
    if (inhabitants.n && !str_number(inhabitants, INHABITANTS_MOST, &number))
        form_wrong(req, "inwoners", SAY("Schrijf een getal, zonder punten."));
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct setup_hood_row *row = r->of;
    int64_t inhabitants;
    const bool has = record_number(r, "inwoners", &inhabitants);
    (void)req;
    TRY(neighbourhood_update(tx, row->id, row->position, record_typed(r, "naam"),
                             record_typed(r, "code")));
    return neighbourhood_inhabitants(tx, row->id, has, inhabitants);
}

static const struct record_page hood = {
    .fill = fill, .check = check, .save = save, .tab = HOODS
};
const struct page setup_hood_edit = {
    .path = "/:dialogue/beheer/instellen/wijken/:wijk",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &hood_form,
    .act = record_save,
    .about = &hood,
    .file = __FILE__,
};
