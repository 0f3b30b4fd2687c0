/* where.c — /:dialogue/beheer/toezeggingen/#commitment/waar: who owns it too, and where it is. */
#include "features/deeds/desk.h"

struct where_form {
    struct numbers owners, places;
    struct str basis;
};
static const struct field where_fields[] = {
    FIELD_NUMBERS(struct where_form, owners, "samen"),
    FIELD_NUMBERS(struct where_form, places, "wijk"),
    FIELD_BASIS(struct where_form),
};
static const struct form where_form = FORM(struct where_form, where_fields);
enum { OWNERS, PLACES, GROUPS };

static enum err owners(struct request *req, const struct record *r,
                       const struct commitment_find_row *row, struct choice_group *g)
{
    struct departments_row *all;
    struct commitment_owners_row *now;
    size_t n, now_n;
    TRY(departments(req->db, req->arena, r->s.id, &all, &n));
    TRY(commitment_owners(req->db, req->arena, row->id, &now, &now_n));
    *g = (struct choice_group){
        .name = "samen",
        .legend = words_in(SAY("Wie doet het samen met de eigenaar?"), r->in),
        .none = words_in(SAY("Er is geen andere rol of afdeling."), r->in),
        .all = NEW(req->arena, struct choice, n + 1),
        .now.at = NEW(req->arena, int64_t, now_n + 1),
    };
    for (size_t i = 0; i < n; i++)
        if (all[i].id != row->owner)
            g->all[g->n++] =
                (struct choice){ .id = all[i].id, .text = all[i].name, .lang = r->s.own };
    for (size_t i = 0; i < now_n; i++) g->now.at[g->now.n++] = now[i].department;
    return OK;
}

static enum err places(struct request *req, const struct record *r,
                       const struct commitment_find_row *row, struct choice_group *g)
{
    struct desk_neighbourhoods_row *all;
    struct commitment_places_row *now;
    size_t n, now_n;
    TRY(desk_neighbourhoods(req->db, req->arena, r->s.id, &all, &n));
    TRY(commitment_places(req->db, req->arena, row->id, &now, &now_n));
    *g = (struct choice_group){
        .name = "wijk",
        .legend = words_in(SAY("In welke wijken? Geen gekozen: overal."), r->in),
        .none = words_in(SAY("Er zijn geen wijken."), r->in),
        .all = NEW(req->arena, struct choice, n + 1),
        .now.at = NEW(req->arena, int64_t, now_n + 1),
    };
    for (size_t i = 0; i < n; i++)
        g->all[g->n++] =
            (struct choice){ .id = all[i].id, .text = all[i].name, .lang = r->s.own };
    for (size_t i = 0; i < now_n; i++) g->now.at[g->now.n++] = now[i].neighbourhood;
    return OK;
}

static enum err open_where(struct request *req, struct record *r, struct choice_group *groups)
{
    struct commitment_find_row *row;
    TRY(subject_find(req, &r->s));
    TRY(commitment_open(req, r, &row));
    TRY(owners(req, r, row, &groups[OWNERS]));
    return places(req, r, row, &groups[PLACES]);
}

static enum err handle(struct request *req, struct response *res)
{
    struct choose_view v = { .groups_n = GROUPS };
    struct record *r = NEW(req->arena, struct record, 1);
    TRY(desk_open(req, res, &v.page.d));
    r->in = req->lang;
    TRY(open_where(req, r, v.groups));
    record_frame(req, res, r, &v.page);
    choose_show(req, res, &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct where_form *f = form_values(req);
    const struct numbers chosen[GROUPS] = { f->owners, f->places };
    struct record *r = NEW(req->arena, struct record, 1);
    struct choice_group groups[GROUPS];
    TRY(open_where(req, r, groups));
    TRY(choose_checked(req, groups, GROUPS, chosen));
    TRY(commitment_owners_clear(tx, r->change.number));
    TRY(commitment_places_clear(tx, r->change.number));
    for (size_t i = 0; i < f->owners.n; i++)
        TRY(commitment_owner_add(tx, r->change.number, f->owners.at[i]));
    for (size_t i = 0; i < f->places.n; i++)
        TRY(commitment_place_add(tx, r->change.number, f->places.at[i]));
    r->change.act = ACT_SORTED;
    for (size_t g = 0; g < GROUPS; g++) {
        r->change.before = choose_said(req->arena, &groups[g], groups[g].now);
        r->change.after = choose_said(req->arena, &groups[g], chosen[g]);
        if (!str_eq(r->change.before, r->change.after))
            TRY(history_write(tx, req, &r->change, NULL));
    }
    return response_redirect(res, (struct path){ arena_format(req->arena, "%.*s?gedaan=bewaard",
                                                              STR_ARG(r->back.text)) });
}

const struct page commitment_where = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/waar",
    .who = WHO_EDITOR,
    .handle = handle,
    .form = &where_form,
    .act = act,
    .file = __FILE__,
};
