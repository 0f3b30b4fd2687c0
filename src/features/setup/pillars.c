/* pillars.c — /:dialogue/beheer/instellen/pijlers: the concerns under which themes stand, in their order;
 * and the page where one is taken away. */
#include "features/setup/list.h"
#include "features/setup/setup.sql.h"

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "pijlers", .most = 4000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);

static const struct words *says(enum list_says what)
{
    switch (what) {
    case LIST_LEAD:
        return SAY(
            "Een pijler is een grote zorg waar thema’s bij horen. U hebt er geen nodig.");
    case LIST_NEW: return SAY("Nieuwe pijlers");
    case LIST_HINT: return SAY("Schrijf elke pijler op een eigen regel.");
    case LIST_EMPTY: return SAY("Er zijn geen pijlers. Zet ze hieronder, als u wilt.");
    case LIST_ADD: return SAY("Voeg pijlers toe");
    case LIST_THERE: return SAY("De pijler „{naam}” staat er al.");
    case LIST_FULL: return SAY("Een dialoog heeft hoogstens 20 pijlers.");
    case LIST_REMOVE: return SAY("Pijler weghalen");
    case LIST_REMOVE_NOT:
        return SAY("Onder deze pijler staan nog thema’s. Geef die eerst een andere plek.");
    }
    return NULL;
}

static enum err all(struct request *req, const struct subject *s, struct list_entry **entries,
                    size_t *n)
{
    struct setup_pillars_row *rows;
    TRY(setup_pillars(req->db, req->arena, s->id, s->own, &rows, n));
    *entries = NEW(req->arena, struct list_entry, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*entries)[i] = (struct list_entry){ rows[i].id, rows[i].position, rows[i].slug,
                                             rows[i].title, rows[i].body };
    return OK;
}

static enum err taken(struct request *req, int64_t dialogue, struct str slug, bool *found)
{
    struct pillar_find_row other;
    return pillar_find(req->db, req->arena, dialogue, slug, &other, found);
}

static enum err add(struct tx *tx, const struct subject *s, const struct list_entry *x,
                    int64_t *id)
{
    TRY(pillar_add(tx, s->id, x->slug, x->position, id));
    return pillar_text_put(tx, *id, s->own, x->name, STR(""));
}

static enum err hangs(struct request *req, const struct subject *s, int64_t id,
                      struct remove_view *v)
{
    int64_t themes;
    (void)s;
    TRY(setup_pillar_themes(req->db, id, &themes));
    hangs_add(req, v, SAY("Thema’s: {aantal}"), themes);
    return OK;
}

static enum err take(struct tx *tx, int64_t id)
{
    TRY(pillar_texts_clear(tx, id));
    return pillar_delete(tx, id);
}

static const struct list_kind pillars = {
    .path = "/{}/beheer/instellen/pijlers",
    .field = "pijlers",
    .slug = "pijler",
    .thing = THING_PILLAR,
    .rows = 4,
    .name_most = 120,
    .most = setup_pillars_limit,
    .says = says,
    .all = all,
    .taken = taken,
    .add = add,
    .place = pillar_update,
    .hangs = hangs,
    .remove = take,
};

const struct page setup_pillar_list = {
    .path = "/:dialogue/beheer/instellen/pijlers",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = list_show,
    .form = &lines_form,
    .act = list_add,
    .about = &pillars,
    .file = __FILE__,
};

const struct page setup_pillar_place = {
    .path = "/:dialogue/beheer/instellen/pijlers/:pijler/plaats",
    .who = WHO_EDITOR,
    .form = &place_form,
    .act = list_move,
    .about = &pillars,
    .file = __FILE__,
};

const struct page setup_pillar_remove = {
    .path = "/:dialogue/beheer/instellen/pijlers/:pijler/weg",
    .who = WHO_EDITOR,
    .handle = list_remove_ask,
    .form = &remove_form,
    .act = list_remove,
    .about = &pillars,
    .file = __FILE__,
};
