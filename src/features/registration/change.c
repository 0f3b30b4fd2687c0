/* change.c — a registration as a form has it: to be filled in, and to see whether somebody else changed it. */
#include "features/registration/give.h"

struct said { /* one field */
    const char *name;
    const struct words *label;
    struct str value,
        shown; /* as the form has it; as people read it, when that is something else */
};
enum { SAID = 16 };

/* The names in one field: together, or apart. */
static struct str names(struct request *req, const struct registration_wishes_of_row *rows,
                        size_t n, bool apart)
{
    struct str all = STR("");
    for (size_t i = 0; i < n; i++)
        if (rows[i].apart == apart)
            all = all.n ? arena_format(req->arena, "%.*s\n%.*s", STR_ARG(all),
                                       STR_ARG(rows[i].said))
                        : rows[i].said;
    return all;
}

static struct str code_of(struct term t)
{
    return str_of(t.code);
}

static struct str yes(struct request *req, bool is)
{
    return words_in(is ? SAY("ja") : SAY("nee"), req->lang);
}

static void said_of_them(struct request *req, const struct registration_by_code_row *r,
                         struct said *x)
{
    x[0] = (struct said){ "naam", SAY("Naam of bijnaam"), r->name, STR("") };
    x[1] = (struct said){ "mail", SAY("E-mailadres"), r->email, STR("") };
    x[2] = (struct said){ "telefoon", SAY("Telefoonnummer"), r->phone, STR("") };
    x[3] = (struct said){ "als", SAY("Komt als"), code_of(comes_as_term((int)r->comes_as)),
                          words_in(comes_as_term((int)r->comes_as).words, req->lang) };
    x[4] = (struct said){ "leeftijd", SAY("Leeftijd"), STR(""), STR("") };
    if (r->has_age) {
        x[4].value = code_of(age_group_term((int)r->age));
        x[4].shown = words_in(age_group_term((int)r->age).words, req->lang);
    }
    x[5] = (struct said){ "wijk", SAY("Wijk waar u woont"),
                          number_value(req->arena, r->has_neighbourhood, r->neighbourhood),
                          r->hood };
    x[6] = (struct said){ "opnieuw", SAY("Nog eens uitnodigen"), r->again ? STR("1") : STR(""),
                          yes(req, r->again) };
}

static enum err said_of_needs(struct request *req, int64_t id, struct said *x)
{
    struct registration_need_of_row need = { 0 };
    bool needs;
    TRY(registration_need_of(req->db, req->arena, id, &need, &needs));
    if (!needs) need = (struct registration_need_of_row){ 0 };
    x[0] = (struct said){ "rolstoel", SAY("Een plek voor een rolstoel"),
                          need.wheelchair ? STR("1") : STR(""), yes(req, need.wheelchair) };
    x[1] = (struct said){ "tolk", SAY("Een tolk"), need.interpreter,
                          interpreter_said(req, need.interpreter) };
    x[2] =
        (struct said){ "kinderen", SAY("Opvang voor hoeveel kinderen?"),
                       number_value(req->arena, need.childcare > 0, need.childcare), STR("") };
    x[3] = (struct said){ "dieet", SAY("Wat eet u niet?"), need.diet, STR("") };
    return OK;
}

static enum err said_of_wishes(struct request *req, const struct registration_by_code_row *r,
                               struct said *x)
{
    struct registration_themes_of_row *themes;
    struct registration_wishes_of_row *wishes;
    size_t themes_n, n;
    TRY(registration_themes_of(req->db, req->arena, r->id, r->own, r->own, &themes, &themes_n));
    TRY(registration_wishes_of(req->db, req->arena, r->id, &wishes, &n));
    x[0] = (struct said){ "thema1", SAY("Het liefst"), STR(""), STR("") };
    x[1] = (struct said){ "thema2", SAY("Of anders"), STR(""), STR("") };
    x[2] = (struct said){ "thema3", SAY("Of anders, als derde"), STR(""), STR("") };
    for (size_t i = 0; i < themes_n && i < REGISTRATION_THEMES; i++) {
        x[i].value = number_value(req->arena, true, themes[i].theme);
        x[i].shown = themes[i].title;
    }
    x[3] = (struct said){ "samen", SAY("Naast wie wilt u zitten?"),
                          names(req, wishes, n, false), STR("") };
    x[4] = (struct said){ "apart", SAY("Bij wie zit u liever niet aan tafel?"),
                          names(req, wishes, n, true), STR("") };
    return OK;
}

/* Every field as it stands, and the fingerprint of them all. */
static enum err said_now(struct request *req, const struct registration_by_code_row *r,
                         struct said x[SAID], struct str *basis)
{
    struct str values[SAID];
    said_of_them(req, r, x);
    TRY(said_of_needs(req, r->id, x + 7));
    TRY(said_of_wishes(req, r, x + 11));
    for (size_t i = 0; i < SAID; i++) values[i] = x[i].value;
    *basis = edit_basis(req->arena, values, SAID);
    return OK;
}

enum err registration_fill(struct request *req, const struct registration_by_code_row *r,
                           struct give_view *v)
{
    struct said x[SAID];
    TRY(said_now(req, r, x, &v->basis));
    const bool clash = req->form->sent && !str_eq(form_typed(req->form, "basis"), v->basis);
    v->now = NEW(req->arena, struct give_now, SAID);
    for (size_t i = 0; i < SAID; i++) {
        form_fill(req, x[i].name, x[i].value);
        if (clash && !str_eq(str_trim(form_typed(req->form, x[i].name)), x[i].value))
            v->now[v->now_n++] = (struct give_now){ words_in(x[i].label, req->lang),
                                                    x[i].shown.n ? x[i].shown : x[i].value };
    }
    return OK;
}

enum err registration_unchanged(struct request *req, const struct registration_by_code_row *r)
{
    struct said x[SAID];
    struct str basis;
    TRY(said_now(req, r, x, &basis));
    if (!str_eq(form_typed(req->form, "basis"), basis))
        form_wrong(req, NULL,
                   SAY("Dit veranderde net ook op een andere plek. Vergelijk, en bewaar dan "
                       "opnieuw."));
    return OK;
}
