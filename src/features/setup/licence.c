/* licence.c — /:dialogue/beheer/instellen/open-data: what others may do with the open data. */
#include "features/setup/setup.h"
#include "features/setup/setup.sql.h"

struct licence_form {
    int licence;
    struct str basis;
};
static const struct field licence_fields[] = {
    FIELD_CHOICE(struct licence_form, licence, "voorwaarden",
                 "ask CC0-1.0 CC-BY-4.0 CC-BY-SA-4.0", .required = true),
    FIELD_BASIS(struct licence_form),
};
static const struct form licence_form = FORM(struct licence_form, licence_fields);

static enum err fill(struct request *req, struct record *r)
{
    struct setup_licence_row row;
    TRY(setup_licence(req->db, req->arena, r->s.id, &row));
    r->lead = SAY("Dit staat bij de open data en in het colofon van het verslag.");
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    struct edit_field *f = record_field(req, r, "voorwaarden", EDIT_SELECT,
                                        SAY("Wat mag iedereen met de open data?"),
                                        str_of(licence_term((int)row.licence).code));
    record_terms(req, r, f, licence_term, 0, LICENCES);
    f->hint = words_in(SAY("Vraag het ook de makers van teksten en tekeningen."), r->in);
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct licence_form *f = form_values(req);
    return dialogue_licence(tx, r->s.id, (enum licence)f->licence);
}

static const struct record_page licence = { .fill = fill,
                                            .save = save,
                                            .tab = "/{}/beheer/instellen/open-data" };
const struct page setup_licence_page = {
    .path = "/:dialogue/beheer/instellen/open-data",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &licence_form,
    .act = record_save,
    .about = &licence,
    .file = __FILE__,
};
