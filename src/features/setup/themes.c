/* themes.c — /:dialogue/beheer/themas: the themes in their order; new ones, several at once; and the
 * page where one is taken away. */
#include "features/search/search.h"
#include "features/setup/list.h"
#include "features/setup/setup.sql.h"

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "themas", .most = 20000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);

static const struct words *says(enum list_says what)
{
    switch (what) {
    case LIST_LEAD:
        return SAY("Over deze thema’s gaat het gesprek. Kies er een om hem te veranderen.");
    case LIST_NEW: return SAY("Nieuwe thema’s");
    case LIST_HINT: return SAY("Schrijf elk thema op een eigen regel. De vraag komt daarna.");
    case LIST_EMPTY: return SAY("Er zijn nog geen thema’s. Schrijf ze hieronder op.");
    case LIST_ADD: return SAY("Zet thema’s erbij");
    case LIST_THERE: return SAY("Het thema „{naam}” staat er al.");
    case LIST_FULL: return SAY("Een dialoog heeft hoogstens 1.000 thema’s.");
    case LIST_REMOVE: return SAY("Thema weghalen");
    case LIST_REMOVE_NOT: return SAY("Aan dit thema hangt nog iets.");
    }
    return NULL;
}

static enum err all(struct request *req, const struct subject *s, struct list_entry **entries,
                    size_t *n)
{
    struct setup_themes_row *rows;
    TRY(setup_themes(req->db, req->arena, s->id, s->own, &rows, n));
    *entries = NEW(req->arena, struct list_entry, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*entries)[i] =
            (struct list_entry){ rows[i].id, rows[i].position, rows[i].slug, rows[i].title,
                                 rows[i].open_table ? words_in(SAY("Open tafel"), req->lang)
                                                    : rows[i].question };
    return OK;
}

static enum err taken(struct request *req, int64_t dialogue, struct str slug, bool *found)
{
    struct theme_find_row other;
    return theme_find(req->db, req->arena, dialogue, slug, &other, found);
}

static enum err add(struct tx *tx, const struct subject *s, const struct list_entry *x,
                    int64_t *id)
{
    TRY(theme_add(tx, s->id, x->slug, x->position, false, 0, false, 0, false, id));
    return theme_text_put(tx, *id, s->own, x->name, STR(""), STR(""));
}

static enum err hangs(struct request *req, const struct subject *s, int64_t theme,
                      struct remove_view *v)
{
    struct setup_theme_hangs_row on;
    struct setup_theme_published_row edition;
    bool found;
    (void)s;
    TRY(setup_theme_hangs(req->db, req->arena, theme, &on));
    hangs_add(req, v, SAY("Tafels op een bijeenkomst: {aantal}"), on.tables);
    hangs_add(req, v, SAY("Bevindingen uit bronnen: {aantal}"), on.findings);
    hangs_add(req, v, SAY("Keer inbreng: {aantal}"), on.voices);
    hangs_add(req, v, SAY("Punten: {aantal}"), on.points);
    TRY(setup_theme_published(req->db, req->arena, theme, &edition, &found));
    if (found)
        hangs_add(req, v, SAY("Het staat in editie {aantal} van het verslag."),
                  edition.edition);
    return OK;
}

static enum err take(struct tx *tx, int64_t id)
{
    TRY(theme_texts_clear(tx, id));
    return theme_delete(tx, id);
}

static const struct list_kind themes = {
    .path = "/{}/beheer/themas",
    .field = "themas",
    .slug = "thema",
    .thing = THING_THEME,
    .rows = 6,
    .name_most = 120,
    .most = setup_themes_limit,
    .says = says,
    .all = all,
    .taken = taken,
    .add = add,
    .place = theme_place,
    .changed = search_themes_renew,
    .hangs = hangs,
    .remove = take,
};

const struct page setup_theme_list = {
    .path = "/:dialogue/beheer/themas",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = list_show,
    .form = &lines_form,
    .act = list_add,
    .about = &themes,
    .file = __FILE__,
};

const struct page setup_theme_place = {
    .path = "/:dialogue/beheer/themas/:theme/plaats",
    .who = WHO_EDITOR,
    .form = &place_form,
    .act = list_move,
    .about = &themes,
    .file = __FILE__,
};

const struct page setup_theme_remove = {
    .path = "/:dialogue/beheer/themas/:theme/weg",
    .who = WHO_EDITOR,
    .handle = list_remove_ask,
    .form = &remove_form,
    .act = list_remove,
    .about = &themes,
    .file = __FILE__,
};
