/* choose.c — see choose.h. */
#include "features/advice/choose.h"

#include "features/advice/choose.html.h"

static bool among(struct numbers ids, int64_t id)
{
    for (size_t i = 0; i < ids.n; i++)
        if (ids.at[i] == id) return true;
    return false;
}

struct str choose_basis(struct arena *a, const struct choice_group *groups, size_t n)
{
    struct str now[2] = { { 0 } };
    for (size_t g = 0; g < n; g++)
        for (size_t i = 0; i < groups[g].now.n; i++)
            now[g] =
                arena_format(a, "%.*s %lld", STR_ARG(now[g]), (long long)groups[g].now.at[i]);
    return edit_basis(a, now, n);
}

void choose_show(struct request *req, struct response *res, struct choose_view *v)
{
    v->page.form = req->form;
    v->page.basis = choose_basis(req->arena, v->groups, v->groups_n);
    for (size_t g = 0; g < v->groups_n; g++)
        for (size_t i = 0; i < v->groups[g].n; i++) {
            struct choice *c = &v->groups[g].all[i];
            c->ticked = req->form->sent
                            ? form_chosen_number(req->form, v->groups[g].name, c->id)
                            : among(v->groups[g].now, c->id);
        }
    choose_page(response_page(req, res), v);
}

enum err choose_checked(struct request *req, const struct choice_group *groups, size_t n,
                        const struct numbers *chosen)
{
    for (size_t g = 0; g < n; g++)
        for (size_t k = 0; k < chosen[g].n; k++) {
            bool known = false;
            for (size_t i = 0; i < groups[g].n; i++)
                known |= groups[g].all[i].id == chosen[g].at[k];
            if (!known)
                form_wrong(req, groups[g].name,
                           SAY("Kies een van de antwoorden die er staan."));
        }
    if (!str_eq(form_typed(req->form, "basis"), choose_basis(req->arena, groups, n)))
        form_wrong(
            req, NULL,
            SAY("Een collega veranderde dit net ook. Kijk het na en bewaar dan opnieuw."));
    return form_checked(req);
}

struct str choose_said(struct arena *a, const struct choice_group *g, struct numbers ids)
{
    struct str all = { 0 };
    for (size_t i = 0; i < g->n; i++)
        if (among(ids, g->all[i].id))
            all = arena_format(a, "%.*s%s%.*s", STR_ARG(all), all.n ? ", " : "",
                               STR_ARG(g->all[i].more.n ? g->all[i].more : g->all[i].text));
    return all;
}
