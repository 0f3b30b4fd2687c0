/* stewards.c — /beheer/kaart/wijkbeheerders: who keeps the entries of which neighbourhood; given and taken by an
 * administrator. */
#include "features/upkeep/desk.h"

#include "features/upkeep/stewards.h"
#include "features/upkeep/stewards.html.h"

enum { DO_GIVE, DO_TAKE };
struct giving {
    int64_t person, area;
    int what;
};
static const struct words *no_person(void)
{
    return SAY("Kies wie.");
}
static const struct words *no_area(void)
{
    return SAY("Kies een wijk.");
}
static const struct field fields[] = {
    FIELD_NUMBER(struct giving, person, "wie", .required = true, .missing = no_person),
    FIELD_NUMBER(struct giving, area, "wijk", .required = true, .missing = no_area),
    FIELD_CHOICE(struct giving, what, "doe", "geef neem", .required = true),
};
static const struct form form = FORM(struct giving, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct stewards_view v = { .self = { req->path }, .form = req->form };
    struct people_list_row *people;
    size_t n;
    TRY(keeper_of(req, &v.k));
    TRY(stewards(req->db, req->arena, &v.rows, &v.n));
    TRY(people_list(req->db, req->arena, &people, &n));
    v.people = NEW(req->arena, struct people_list_row, n + 1);
    for (size_t i = 0; i < n; i++)
        if (!people[i].has_ended) v.people[v.people_n++] = people[i];
    TRY(map_areas(req->db, req->arena, &v.areas, &v.areas_n));
    if (str_is(req->query[0], "bewaard")) v.done = SAY("Het is bewaard.");
    keep_frame(req, res, SAY("Wijkbeheerders"));
    res->no_store = true;
    upkeep_stewards_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct giving *f = form_values(req);
    struct person_get_row person;
    struct map_area_name_row area;
    bool found, there;
    TRY(person_get(tx->db, req->arena, f->person, &person, &found));
    TRY(map_area_name(tx->db, req->arena, f->area, &area, &there));
    if (!found || (person.has_ended && f->what == DO_GIVE)) form_wrong(req, "wie", no_person());
    if (!there) form_wrong(req, "wijk", no_area());
    TRY(form_checked(req));
    if (f->what == DO_GIVE)
        TRY(steward_give(tx, f->person, f->area));
    else
        TRY(steward_take(tx, f->person, f->area));
    const struct str what = arena_format(req->arena, "kaart: %.*s", STR_ARG(area.name));
    TRY(history_write(tx, req,
                      &(struct change){ .thing = THING_PERSON,
                                        .number = f->person,
                                        .act = ACT_ROLE,
                                        .before = f->what == DO_TAKE ? what : STR(""),
                                        .after = f->what == DO_GIVE ? what : STR("") },
                      NULL));
    return response_redirect(
        res, (struct path){ STR("/beheer/kaart/wijkbeheerders?gedaan=bewaard") });
}

const struct page upkeep_stewards = {
    .path = "/beheer/kaart/wijkbeheerders",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
