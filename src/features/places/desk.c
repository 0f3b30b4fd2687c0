/* desk.c — /beheer/plekken: the places there are, to add one and to change one. */
#include "features/places/desk.h"
#include "features/places/put.h"

#include "features/places/desk.html.h"
#include "features/places/edit.html.h"

enum err place_noted(struct tx *tx, struct request *req, enum act act, struct str name)
{
    return history_write(
        tx, req,
        &(struct change){ .thing = THING_SITE,
                          .number = 1,
                          .act = act,
                          .after = arena_format(req->arena, "%.*s: %.*s", STR_ARG(req->path),
                                                STR_ARG(name)) },
        NULL);
}

static enum err handle(struct request *req, struct response *res)
{
    struct place_desk_view v = { .self = { STR("/beheer/plekken") } };
    TRY(places_all(req->db, req->arena, req->query[1], &v.places, &v.places_n));
    v.paged = req->query[1].n > 0;
    v.more = v.places_n == places_all_limit;
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Bewaard.");
    res->frame.title = words_in(SAY("Plekken"), req->lang);
    places_desk_page(response_page(req, res), &v);
    return OK;
}

const struct page places_desk = {
    .path = "/beheer/plekken",
    .who = WHO_EDITOR,
    .query = "gedaan na",
    .handle = handle,
    .file = __FILE__,
};

/* ---- one place ---- */

static const struct words *no_name(void)
{
    return SAY("Vul een naam in.");
}
static const struct field fields[] = {
    FIELD_LINE(struct place_form, name, "naam", .required = true, .most = 120,
               .missing = no_name),
    FIELD_TEXT(struct place_form, about, "over", .most = 1000),
    FIELD_LINE(struct place_form, address, "adres", .most = 200),
    FIELD_LINE(struct place_form, postal_code, "postcode", .most = 10),
    FIELD_LINE(struct place_form, city, "stad", .most = 80),
    FIELD_LINE(struct place_form, area, "wijk", .most = 80),
    FIELD_LINE(struct place_form, latitude, "breedte", .most = 20),
    FIELD_LINE(struct place_form, longitude, "lengte", .most = 20),
    FIELD_LINE(struct place_form, transportation, "reizen", .most = 300),
    FIELD_LINE(struct place_form, accessibility, "toegankelijk", .most = 300),
    FIELD_LINE(struct place_form, keeper, "beheerder", .most = 120),
    FIELD_LINE(struct place_form, keeper_name, "contact", .most = 120),
    FIELD_LINE(struct place_form, keeper_email, "e-mail", .most = 254),
    FIELD_TICK(struct place_form, hidden, "verborgen"),
    FIELD_NUMBER(struct place_form, version, "versie"),
};
static const struct form form = FORM(struct place_form, fields);

static enum err fill(struct request *req, const struct place_edit_view *v)
{
    struct place_keeper_of_row keeper = { 0 };
    struct place_where_row at;
    bool found;
    TRY(place_keeper_of(req->db, req->arena, v->p.id, &keeper, &found));
    TRY(place_where(req->db, req->arena, v->p.id, &at, &found));
    form_fill(req, "naam", v->p.name);
    form_fill(req, "over", v->p.about);
    form_fill(req, "adres", v->p.address);
    form_fill(req, "postcode", v->p.postal_code);
    form_fill(req, "stad", v->p.city);
    form_fill(req, "wijk", v->p.has_area_name ? v->p.area_name : STR(""));
    form_fill(req, "breedte", degrees_text(req->arena, at.has_latitude, at.latitude));
    form_fill(req, "lengte", degrees_text(req->arena, at.has_longitude, at.longitude));
    form_fill(req, "reizen", v->p.transportation);
    form_fill(req, "toegankelijk", v->p.accessibility);
    form_fill(req, "beheerder", v->p.keeper);
    form_fill(req, "contact", keeper.name);
    form_fill(req, "e-mail", keeper.email);
    if (!v->p.shown) form_fill(req, "verborgen", STR("1"));
    return OK;
}

static enum err show(struct request *req, struct response *res, struct place_edit_view *v)
{
    v->self = (struct path){ req->path };
    v->f = req->form;
    TRY(map_areas(req->db, req->arena, &v->areas, &v->areas_n));
    if (str_is(req->query[0], "bewaard")) v->done = SAY("Bewaard.");
    dialogue_crumb(res, (struct path){ STR("/beheer/plekken") },
                   words_in(SAY("Plekken"), req->lang));
    dialogue_crumb(res, v->self,
                   v->is_new ? words_in(SAY("Nieuwe plek"), req->lang) : v->p.name);
    res->frame.title = v->is_new ? words_in(SAY("Nieuwe plek"), req->lang) : v->p.name;
    places_edit_page(response_page(req, res), v);
    return OK;
}

static enum err handle_new(struct request *req, struct response *res)
{
    return show(req, res, &(struct place_edit_view){ .is_new = true });
}

static enum err handle_edit(struct request *req, struct response *res)
{
    struct place_edit_view v = { .id = req->param[0].number };
    bool found;
    TRY(place_find(req->db, req->arena, v.id, &v.p, &found));
    if (!found) return FAIL(ERR_MISSING, "no such place");
    v.version = v.p.version;
    TRY(place_spaces(req->db, req->arena, v.id, &v.spaces, &v.spaces_n));
    TRY(fill(req, &v));
    return show(req, res, &v);
}

/* Which field a fault is about. */
static const char *field_of(enum place_fault fault)
{
    switch (fault) {
    case PLACE_POSTAL_CODE: return "postcode";
    case PLACE_LATITUDE: return "breedte";
    case PLACE_LONGITUDE: return "lengte";
    case PLACE_EMAIL: return "e-mail";
    case PLACE_FINE:
    case PLACE_NO_NAME:
    case SPACE_NO_NAME:
    case SPACE_HOURS: break;
    }
    return "naam";
}

static enum err keep(struct tx *tx, struct request *req, int64_t *id)
{
    const struct place_form *f = form_values(req);
    struct place_words w = { .name = f->name,
                             .about = f->about,
                             .keeper = f->keeper,
                             .keeper_name = f->keeper_name,
                             .keeper_email = f->keeper_email,
                             .address = f->address,
                             .postal_code = f->postal_code,
                             .city = f->city,
                             .area = f->area,
                             .latitude = f->latitude,
                             .longitude = f->longitude,
                             .transportation = f->transportation,
                             .accessibility = f->accessibility,
                             .shown = !f->hidden };
    const enum place_fault fault = place_check(req->arena, &w);
    const enum act act = *id ? ACT_CHANGED : ACT_MADE;
    if (fault != PLACE_FINE) form_wrong(req, field_of(fault), place_fault_words(fault));
    TRY(form_checked(req));
    TRY(place_keep(tx, req->arena, &w, id));
    return place_noted(tx, req, act, f->name);
}

static enum err act_new(struct tx *tx, struct request *req, struct response *res)
{
    int64_t id = 0;
    TRY(keep(tx, req, &id));
    res->location = PATH(req->arena, "/beheer/plekken/{}?gedaan=bewaard",
                         arena_format(req->arena, "%lld", (long long)id));
    return OK;
}

static enum err act_edit(struct tx *tx, struct request *req, struct response *res)
{
    const struct place_form *f = form_values(req);
    struct place_named_row row;
    int64_t id = req->param[0].number;
    bool found;
    TRY(place_find(tx->db, req->arena, id, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no such place");
    if (row.version != f->version)
        form_wrong(req, NULL,
                   SAY("Iemand anders veranderde deze plek. Kijk of alles klopt, en bewaar "
                       "opnieuw."));
    TRY(form_checked(req));
    TRY(keep(tx, req, &id));
    res->location =
        (struct path){ arena_format(req->arena, "%.*s?gedaan=bewaard", STR_ARG(req->path)) };
    return OK;
}

const struct page places_new = {
    .path = "/beheer/plekken/nieuw",
    .who = WHO_EDITOR,
    .handle = handle_new,
    .form = &form,
    .act = act_new,
    .file = __FILE__,
};
const struct page places_edit = {
    .path = "/beheer/plekken/#place",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle_edit,
    .form = &form,
    .act = act_edit,
    .file = __FILE__,
};
