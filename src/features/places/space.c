/* space.c — /beheer/plekken/#place/ruimte: a space of a place, to add or to change. */
#include "features/places/desk.h"
#include "features/places/put.h"

#include "features/places/space.html.h"

#define YES_NO "ja nee onbekend"
static const struct words *no_name(void)
{
    return SAY("Vul een naam in.");
}
static const struct field fields[] = {
    FIELD_LINE(struct space_form, name, "naam", .required = true, .most = 120,
               .missing = no_name),
    FIELD_CHOICE(struct space_form, kind, "soort",
                 "hall room kitchen workshop gym garden courtyard park pitch",
                 .required = true),
    FIELD_NUMBER(struct space_form, capacity, "mensen", .most = 100000),
    FIELD_LINE(struct space_form, equipment, "spullen", .most = 500),
    FIELD_CHOICE(struct space_form, wheelchair, "rolstoel", YES_NO),
    FIELD_CHOICE(struct space_form, toilet, "toilet", YES_NO),
    FIELD_CHOICE(struct space_form, hearing_loop, "ringleiding", YES_NO),
    FIELD_CHOICE(struct space_form, free, "gratis", YES_NO),
    FIELD_LINE(struct space_form, cost, "kosten", .most = 300),
    FIELD_LINE(struct space_form, who_may, "wie", .most = 300),
    FIELD_CHOICE(struct space_form, entry, "binnenkomen", "staff code key open",
                 .required = true),
    FIELD_TEXT(struct space_form, hours, "tijden", .most = 2000),
    FIELD_TICK(struct space_form, closed, "dicht"),
    FIELD_NUMBER(struct space_form, version, "versie"),
};
static const struct form form = FORM(struct space_form, fields);

static struct str yes_no_code(bool has, bool yes)
{
    return !has ? STR("onbekend") : yes ? STR("ja") : STR("nee");
}

static void fill(struct request *req, const struct place_spaces_row *s)
{
    form_fill(req, "naam", s->name);
    form_fill(req, "soort", str_of(space_kind_term((int)s->kind).code));
    if (s->has_capacity) form_fill_number(req, "mensen", s->capacity);
    form_fill(req, "spullen", s->equipment);
    form_fill(req, "rolstoel", yes_no_code(s->has_wheelchair, s->wheelchair));
    form_fill(req, "toilet", yes_no_code(s->has_toilet, s->toilet));
    form_fill(req, "ringleiding", yes_no_code(s->has_hearing_loop, s->hearing_loop));
    form_fill(req, "gratis", yes_no_code(s->has_free, s->free));
    form_fill(req, "kosten", s->cost);
    form_fill(req, "wie", s->who_may);
    form_fill(req, "binnenkomen", str_of(space_entry_term((int)s->entry).code));
    form_fill(req, "tijden", s->hours);
    if (s->closed) form_fill(req, "dicht", STR("1"));
}

/* The place, and the space when the address names one. */
static enum err find(struct request *req, struct space_edit_view *v, struct place_spaces_row *s)
{
    bool found;
    *v = (struct space_edit_view){ .self = { req->path },
                                   .f = req->form,
                                   .is_new = req->page->about != NULL };
    TRY(place_find(req->db, req->arena, req->param[0].number, &v->p, &found));
    if (!found) return FAIL(ERR_MISSING, "no such place");
    v->version = v->p.version;
    if (v->is_new) return OK;
    v->id = req->param[1].number;
    TRY(space_find(req->db, req->arena, v->p.id, v->id, s, &found));
    return found ? OK : FAIL(ERR_MISSING, "no such space");
}

static enum err handle(struct request *req, struct response *res)
{
    struct space_edit_view v;
    struct place_spaces_row s = { 0 };
    TRY(find(req, &v, &s));
    if (!v.is_new) fill(req, &s);
    res->frame.title = v.is_new ? words_in(SAY("Nieuwe ruimte"), req->lang) : s.name;
    dialogue_crumb(res, (struct path){ STR("/beheer/plekken") },
                   words_in(SAY("Plekken"), req->lang));
    dialogue_crumb(res,
                   PATH(req->arena, "/beheer/plekken/{}",
                        arena_format(req->arena, "%lld", (long long)v.p.id)),
                   v.p.name);
    dialogue_crumb(res, v.self, res->frame.title);
    places_space_page(response_page(req, res), &v);
    return OK;
}

/* Of a choice of yes, no, not known. */
static int known(int choice)
{
    return choice == 0 ? 1 : choice == 1 ? 0 : -1;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct space_form *f = form_values(req);
    struct space_edit_view v;
    struct place_spaces_row s = { 0 };
    struct str wrong = { 0 };
    TRY(find(req, &v, &s));
    struct space_words w = { .name = f->name,
                             .kind = f->kind,
                             .capacity = f->capacity,
                             .equipment = f->equipment,
                             .wheelchair = known(f->wheelchair),
                             .toilet = known(f->toilet),
                             .hearing_loop = known(f->hearing_loop),
                             .free = known(f->free),
                             .cost = f->cost,
                             .who_may = f->who_may,
                             .entry = f->entry,
                             .hours = f->hours,
                             .closed = f->closed };
    const enum place_fault fault = space_check(req->arena, &w, &wrong);
    if (fault == SPACE_HOURS)
        form_wrong_said(req, "tijden",
                        FILL(req->arena,
                             SAY("Dit begrijpen wij niet: {stuk}. Schrijf het als ma-vr "
                                 "09:00-17:00."),
                             req->lang, { "stuk", str_upto_letter(wrong, 60) }));
    else if (fault != PLACE_FINE)
        form_wrong(req, "naam", place_fault_words(fault));
    if (v.p.version != f->version)
        form_wrong(req, NULL,
                   SAY("Iemand anders veranderde deze plek. Kijk of alles klopt, en bewaar "
                       "opnieuw."));
    TRY(form_checked(req));
    TRY(space_keep(tx, req->arena, v.p.id, STR(""), &w, &v.id));
    TRY(place_noted(tx, req, v.is_new ? ACT_MADE : ACT_CHANGED, f->name));
    res->location = PATH(req->arena, "/beheer/plekken/{}?gedaan=bewaard",
                         arena_format(req->arena, "%lld", (long long)v.p.id));
    return OK;
}

static const bool is_new = true;
const struct page places_space_new = {
    .path = "/beheer/plekken/#place/ruimte",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .about = &is_new,
    .file = __FILE__,
};
const struct page places_space_edit = {
    .path = "/beheer/plekken/#place/ruimte/#space",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
