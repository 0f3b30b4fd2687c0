/* missing.c — /:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/afwezig: who did not come in has no seat any more,
 * in one go. Who comes in after all has none yet (schema/0042-at-the-table.sql). */
#include "features/seating/overview.h"

enum { MISSING_AWAY, MISSING_BACK };
struct missing_form {
    int act;
};
static const struct words *choose_act(void)
{
    return SAY("Kies een van de knoppen.");
}
static const struct field fields[] = {
    FIELD_CHOICE(struct missing_form, act, "doe", "weg terug", .required = true,
                 .missing = choose_act),
};
static const struct form form = FORM(struct missing_form, fields);

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct missing_form *f = form_values(req);
    struct subject s;
    struct organise_evening_row g;
    int64_t inside;
    TRY(evening_find(req, &s, &g));
    TRY(seats_inside(tx->db, g.id, &inside));
    if (f->act == MISSING_AWAY && !inside)
        return evening_back(req, res, g.slug, "plaatsen", "deur");
    const struct words *what = f->act == MISSING_AWAY
                                   ? SAY("Plaatsen van wie niet kwam zijn vrij")
                                   : SAY("Wie nog niet kwam telt weer mee");
    if (f->act == MISSING_AWAY)
        TRY(seats_free(tx, g.id));
    else
        TRY(seats_free_undo(tx, g.id));
    TRY(history_write(tx, req,
                      &(struct change){ s.id, THING_GATHERING, g.id, ACT_CHANGED, 0, STR(""),
                                        words_in(what, LANG_NL) },
                      NULL));
    return evening_back(req, res, g.slug, "plaatsen",
                        f->act == MISSING_AWAY ? "afwezig" : "toch");
}

const struct page seating_missing = {
    .path = "/:dialogue/beheer/bijeenkomsten/:gathering/plaatsen/afwezig",
    .who = WHO_EDITOR,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
