/* pillar.c — /:dialogue/beheer/instellen/pijlers/:pijler: the texts of a pillar, with a translation beside. */
#include "features/setup/setup.h"
#include "features/setup/setup.sql.h"

struct pillar_form {
    struct str title, title_2, body, body_2, basis;
    int lang;
};
static const struct words *no_title(void)
{
    return SAY("Geef de pijler een naam.");
}
static const struct field pillar_fields[] = {
    FIELD_LINE(struct pillar_form, title, "titel", .required = true, .missing = no_title,
               .most = 120),
    FIELD_LINE(struct pillar_form, title_2, "titel-2", .most = 120),
    FIELD_TEXT(struct pillar_form, body, "tekst", .most = 1000),
    FIELD_TEXT(struct pillar_form, body_2, "tekst-2", .most = 1000),
    FIELD_TRANSLATION(struct pillar_form),
    FIELD_BASIS(struct pillar_form),
};
static const struct form pillar_form = FORM(struct pillar_form, pillar_fields);
#define PILLARS "/{}/beheer/instellen/pijlers"

static enum err fill(struct request *req, struct record *r)
{
    const struct str slug = req->param[1].text;
    struct pillar_find_row row;
    struct setup_pillar_text_row own = { 0 }, other = { 0 };
    bool found;
    TRY(pillar_find(req->db, req->arena, r->s.id, slug, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no pillar %.*s", STR_ARG(slug));
    TRY(setup_pillar_text(req->db, req->arena, row.id, r->s.own, &own, &found));
    TRY(setup_pillar_text(req->db, req->arena, row.id, r->other, &other, &found));
    if (!found) other = (struct setup_pillar_text_row){ 0 };
    r->name = own.title;
    r->change.thing = THING_PILLAR;
    r->change.number = row.id;
    r->back = PATH(req->arena, PILLARS, r->s.slug);
    r->back_text = words_in(SAY("Alle pijlers"), req->lang);
    r->remove = PATH(req->arena, PILLARS "/{}/weg", r->s.slug, slug);
    r->remove_text = SAY("Haal deze pijler weg");
    record_words(req, r, "titel", EDIT_LINE, SAY("Naam van de pijler"), false, own.title,
                 other.title);
    record_words(req, r, "tekst", EDIT_TEXT, SAY("Wat het is"), true, own.body, other.body);
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const int64_t id = r->change.number;
    const struct str title_2 = record_typed_2(r, "titel");
    (void)req;
    TRY(pillar_text_put(tx, id, r->s.own, record_typed(r, "titel"), record_typed(r, "tekst")));
    return title_2.n ? pillar_text_put(tx, id, r->other, title_2, record_typed_2(r, "tekst"))
                     : pillar_text_delete(tx, id, r->other);
}

static const struct record_page pillar = { .fill = fill, .save = save, .tab = PILLARS };
const struct page setup_pillar_edit = {
    .path = "/:dialogue/beheer/instellen/pijlers/:pijler",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &pillar_form,
    .act = record_save,
    .about = &pillar,
    .file = __FILE__,
};
