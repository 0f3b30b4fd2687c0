/* hoods.c — /:dialogue/beheer/instellen/wijken: the parts of the area in their order; a list of them
 * can be pasted; and the page where one is taken away. */
#include "features/setup/list.h"
#include "features/setup/setup.sql.h"

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "wijken", .most = 20000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);

static const struct words *says(enum list_says what)
{
    switch (what) {
    case LIST_LEAD: return SAY("Mensen kiezen hier hun wijk uit. Zo ziet u waar iets speelt.");
    case LIST_NEW: return SAY("Nieuwe wijken");
    case LIST_HINT: return SAY("Schrijf of plak ze hier, elke wijk op een eigen regel.");
    case LIST_EMPTY: return SAY("Er zijn nog geen wijken. Zet ze hieronder.");
    case LIST_ADD: return SAY("Voeg wijken toe");
    case LIST_THERE: return SAY("De wijk „{naam}” staat er al.");
    case LIST_FULL: return SAY("Een dialoog heeft hoogstens 1.000 wijken.");
    case LIST_REMOVE: return SAY("Wijk weghalen");
    case LIST_REMOVE_NOT: return SAY("Over deze wijk is nog inbreng.");
    }
    return NULL;
}

static enum err all(struct request *req, const struct subject *s, struct list_entry **entries,
                    size_t *n)
{
    struct setup_hoods_row *rows;
    TRY(setup_hoods(req->db, req->arena, s->id, &rows, n));
    *entries = NEW(req->arena, struct list_entry, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*entries)[i] = (struct list_entry){ rows[i].id, rows[i].position, rows[i].slug,
                                             rows[i].name, rows[i].code };
    return OK;
}

static enum err taken(struct request *req, int64_t dialogue, struct str slug, bool *found)
{
    struct neighbourhood_find_row other;
    return neighbourhood_find(req->db, req->arena, dialogue, slug, &other, found);
}

static enum err add(struct tx *tx, const struct subject *s, const struct list_entry *x,
                    int64_t *id)
{
    return neighbourhood_add(tx, s->id, x->slug, x->position, x->name, STR(""), id);
}

static enum err hangs(struct request *req, const struct subject *s, int64_t id,
                      struct remove_view *v)
{
    int64_t voices;
    TRY(setup_hood_voices(req->db, s->id, id, &voices));
    hangs_add(req, v, SAY("Keer inbreng: {aantal}"), voices);
    return OK;
}

static const struct list_kind hoods = {
    .path = "/{}/beheer/instellen/wijken",
    .field = "wijken",
    .slug = "wijk",
    .thing = THING_NEIGHBOURHOOD,
    .rows = 8,
    .name_most = 80,
    .most = setup_hoods_limit,
    .says = says,
    .all = all,
    .taken = taken,
    .add = add,
    .place = neighbourhood_place,
    .hangs = hangs,
    .remove = neighbourhood_delete,
};

const struct page setup_hood_list = {
    .path = "/:dialogue/beheer/instellen/wijken",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = list_show,
    .form = &lines_form,
    .act = list_add,
    .about = &hoods,
    .file = __FILE__,
};

const struct page setup_hood_place = {
    .path = "/:dialogue/beheer/instellen/wijken/:wijk/plaats",
    .who = WHO_EDITOR,
    .form = &place_form,
    .act = list_move,
    .about = &hoods,
    .file = __FILE__,
};

const struct page setup_hood_remove = {
    .path = "/:dialogue/beheer/instellen/wijken/:wijk/weg",
    .who = WHO_EDITOR,
    .handle = list_remove_ask,
    .form = &remove_form,
    .act = list_remove,
    .about = &hoods,
    .file = __FILE__,
};
