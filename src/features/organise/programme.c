/* programme.c — /:dialogue/beheer/bijeenkomsten/:gathering/programma: what happens when, also what only
 * the team does. One thing is added here; it is changed on a page of its own (item.c). */
#include "features/organise/item.h"
#include "features/organise/programme.html.h"
#include "features/organise/show.h"

static const struct field fields[] = { ITEM_FIELDS };
static const struct form form = FORM(struct item_form, fields);

static enum err handle(struct request *req, struct response *res)
{
    struct evening_page_view v = { 0 };
    struct edit_field *all;
    const struct str nothing[ITEM_SHORT] = { [ITEM_KIND] = STR("other") };
    TRY(evening_open(req, res, &v.e, SAY("Programma"), "programma"));
    TRY(evening_fill(req, &v));
    all = item_describe(req, v.e.page.d.own, STR(""), req->lang);
    edit_show(req, &v.e.page, all, nothing, ITEM_SHORT);
    v.e.page.clash = false; /* nobody else can have changed what is not there yet */
    for (size_t i = 0; i < ITEM_SHORT; i++) all[i].changed = false;
    organise_programme_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    enum { ITEMS_MOST = 100, BEHIND = PROGRAMME_TEAM - 1 }; /* until it is sorted */
    const struct item_form *f = form_values(req);
    struct subject s;
    struct organise_evening_row g;
    struct organise_items_row *items;
    size_t n;
    int64_t id;
    TRY(evening_find(req, &s, &g));
    TRY(organise_items(tx->db, req->arena, g.id, s.own, &items, &n));
    if (n >= ITEMS_MOST)
        form_wrong(req, NULL, SAY("Een programma heeft hoogstens 100 onderdelen."));
    TRY(form_checked(req));
    TRY(programme_add(tx, g.id, BEHIND, f->starts.has, f->starts.clock, item_kind(f), &id));
    TRY(programme_place(tx, id, BEHIND, f->kind == KIND_TEAM));
    TRY(programme_text_put(tx, id, s.own, f->title, STR("")));
    if (f->doer.n || f->ready.n) TRY(programme_plan_put(tx, id, f->doer, f->ready));
    TRY(programme_sort(tx, req, s.own, g.id));
    TRY(history_write(tx, req,
                      &(struct change){ s.id, THING_GATHERING, g.id, ACT_CHANGED, 0, STR(""),
                                        item_name(req->arena, f->starts, f->title) },
                      NULL));
    return evening_back(req, res, g.slug, "programma", "erbij");
}

const struct page organise_programme = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/programma",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
