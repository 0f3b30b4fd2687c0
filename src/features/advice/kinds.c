/* kinds.c — /:dialogue/beheer/instellen/stappen: the kinds of steps on the way through the city, in their order. The Dutch
 * ones come ready; a municipality renames them, hides them and adds its own, for all its dialogues. So it takes an
 * administrator: an editor may work on one dialogue only. */
#include "features/advice/advice.h"
#include "features/setup/setup.h"

#define KINDS "/{}/beheer/instellen/stappen"

static bool is_ready(int64_t id)
{
    return id < STEP_KINDS;
}

/* ---- the list ---- */

static const struct field lines_fields[] = {
    FIELD_TEXT(struct lines_form, lines, "soorten", .most = 2000),
};
static const struct form lines_form = FORM(struct lines_form, lines_fields);

static const struct words *says(enum list_says what)
{
    switch (what) {
    case LIST_LEAD:
        return SAY(
            "Welke stappen zet een advies in uw gemeente? Dit geldt voor al uw dialogen.");
    case LIST_NEW: return SAY("Nieuwe soorten");
    case LIST_HINT:
        return SAY("Schrijf elke soort op een eigen regel, zoals: Naar de wijkraad.");
    case LIST_EMPTY: return SAY("Er zijn geen soorten.");
    case LIST_ADD: return SAY("Voeg soorten toe");
    case LIST_THERE: return SAY("De soort „{naam}” staat er al.");
    case LIST_FULL: return SAY("Een gemeente heeft hoogstens 100 soorten stappen.");
    case LIST_REMOVE: return SAY("Soort weghalen");
    case LIST_REMOVE_NOT:
        return SAY(
            "Deze soort blijft, want hij is in gebruik of hoort bij het programma. U kunt "
            "hem wel verbergen.");
    }
    return NULL;
}

static enum err all(struct request *req, const struct subject *s, struct list_entry **entries,
                    size_t *n)
{
    struct step_kinds_row *rows;
    TRY(step_kinds(req->db, req->arena, &rows, n));
    *entries = NEW(req->arena, struct list_entry, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*entries)[i] = (struct list_entry){
            rows[i].id, rows[i].position, rows[i].code,
            step_said(LANG_NL, s->own, rows[i].code, rows[i].name, rows[i].name_en).text,
            rows[i].used ? STR("") : words_in(SAY("Verborgen: niet te kiezen."), req->lang)
        };
    return OK;
}

static enum err taken(struct request *req, int64_t dialogue, struct str slug, bool *found)
{
    struct step_kind_find_row other;
    (void)dialogue;
    return step_kind_find(req->db, req->arena, slug, &other, found);
}

static enum err add(struct tx *tx, const struct subject *s, const struct list_entry *x,
                    int64_t *id)
{
    (void)s;
    return step_kind_add(tx, x->slug, x->position, x->name, STR(""), id);
}

static enum err hangs(struct request *req, const struct subject *s, int64_t id,
                      struct remove_view *v)
{
    int64_t steps;
    (void)s;
    TRY(step_kind_steps(req->db, id, &steps));
    hangs_add(req, v, SAY("Stappen: {aantal}"), steps);
    hangs_add(req, v, SAY("Komt met het programma: {aantal}"), is_ready(id));
    return OK;
}

static const struct list_kind kinds = {
    .path = KINDS,
    .field = "soorten",
    .slug = "soort",
    .thing = THING_STEP_KIND,
    .rows = 3,
    .name_most = 120,
    .most = step_kinds_limit,
    .says = says,
    .all = all,
    .taken = taken,
    .add = add,
    .place = step_kind_place,
    .hangs = hangs,
    .remove = step_kind_delete,
};

const struct page advice_step_kinds = {
    .path = "/:dialogue/beheer/instellen/stappen",
    .who = WHO_ADMINISTRATOR,
    .query = "gedaan",
    .handle = list_show,
    .form = &lines_form,
    .act = list_add,
    .about = &kinds,
    .file = __FILE__,
};

const struct page advice_step_kind_place = {
    .path = "/:dialogue/beheer/instellen/stappen/:soort/plaats",
    .who = WHO_ADMINISTRATOR,
    .form = &place_form,
    .act = list_move,
    .about = &kinds,
    .file = __FILE__,
};

const struct page advice_step_kind_remove = {
    .path = "/:dialogue/beheer/instellen/stappen/:soort/weg",
    .who = WHO_ADMINISTRATOR,
    .handle = list_remove_ask,
    .form = &remove_form,
    .act = list_remove,
    .about = &kinds,
    .file = __FILE__,
};

/* ---- one of them ---- */

struct kind_form {
    struct str name, name_2, basis;
    bool hidden;
};
static const struct field kind_fields[] = {
    FIELD_LINE(struct kind_form, name, "naam", .most = 120),
    FIELD_LINE(struct kind_form, name_2, "naam-2", .most = 120),
    FIELD_TICK(struct kind_form, hidden, "verborgen"),
    FIELD_BASIS(struct kind_form),
};
static const struct form kind_form = FORM(struct kind_form, kind_fields);

static enum err fill(struct request *req, struct record *r)
{
    struct step_kind_find_row *now = NEW(req->arena, struct step_kind_find_row, 1);
    const struct str code = req->param[1].text;
    bool found;
    TRY(step_kind_find(req->db, req->arena, code, now, &found));
    if (!found) return FAIL(ERR_MISSING, "no kind of step %.*s", STR_ARG(code));
    r->lead = SAY("Deze naam staat bij elke stap van deze soort, in al uw dialogen.");
    r->name = step_said(r->in, r->s.own, now->code, now->name, now->name_en).text;
    r->back = PATH(req->arena, KINDS, r->s.slug);
    r->back_text = words_in(SAY("Alle soorten"), r->in);
    r->change.thing = THING_STEP_KIND;
    r->change.number = now->id;
    r->of = now;
    record_english(req, r, "naam", EDIT_LINE, SAY("Naam van de stap"), is_ready(now->id),
                   now->name, now->name_en);
    if (is_ready(now->id))
        r->fields[0].hint =
            FILL(req->arena, SAY("Laat dit leeg voor: {naam}"), r->in,
                 { "naam", words_in(step_kind_term((int)now->id).words, r->in) });
    record_field(req, r, "verborgen", EDIT_TICK, SAY("Niet te kiezen bij een nieuwe stap"),
                 now->used ? STR("") : STR("1"));
    if (!is_ready(now->id)) {
        r->remove = PATH(req->arena, KINDS "/{}/weg", r->s.slug, now->code);
        r->remove_text = SAY("Haal deze soort weg");
    }
    return OK;
}

static enum err check(struct request *req, struct record *r)
{
    if (!is_ready(r->change.number) && !record_typed(r, "naam").n)
        form_wrong(req, "naam", SAY("Geef de stap een naam."));
    if (!record_typed(r, "naam").n && record_typed_2(r, "naam").n)
        form_wrong(req, "naam", SAY("Geef de stap ook een naam in de eigen taal."));
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    (void)req;
    return step_kind_update(tx, r->change.number, record_typed(r, "naam"),
                            record_typed_2(r, "naam"), !record_typed(r, "verborgen").n);
}

static const struct record_page kind = {
    .fill = fill, .check = check, .save = save, .tab = KINDS
};

const struct page advice_step_kind = {
    .path = "/:dialogue/beheer/instellen/stappen/:soort",
    .who = WHO_ADMINISTRATOR,
    .query = "taal",
    .handle = record_show,
    .form = &kind_form,
    .act = record_save,
    .about = &kind,
    .file = __FILE__,
};
