/* wave.c — /:dialogue/beheer/nakijken/golf: a button that begins or ends keeping apart what comes in. */
#include "features/history/history.h"
#include "features/review/review.h"

struct wave_form {
    int64_t on;
};
static const struct field fields[] = {
    FIELD_NUMBER(struct wave_form, on, "aan", .most = 1),
};
static const struct form form = FORM(struct wave_form, fields);

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct wave_form *f = form_values(req);
    struct hold_now_row now;
    struct dialogue d;
    bool going;
    int64_t id;
    TRY(desk_open(req, res, &d));
    TRY(hold_now(tx->db, req->arena, d.id, &now, &going));
    if (f->on && !going)
        TRY(hold_add(tx, d.id, req->now, req->visitor.person != 0, req->visitor.person, &id));
    if (!f->on && going) TRY(hold_end(tx, d.id, req->now));
    if (going != (f->on == 1))
        TRY(history_write(tx, req,
                          &(struct change){ .dialogue = d.id,
                                            .thing = THING_DIALOGUE,
                                            .number = d.id,
                                            .act = f->on ? ACT_HELD : ACT_OPENED },
                          NULL));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/nakijken?stand={}", d.slug, STR("apart")));
}

const struct page review_wave = {
    .path = "/:dialogue/beheer/nakijken/golf",
    .who = WHO_EDITOR,
    .form = &form,
    .act = act,
    .file = __FILE__,
};
