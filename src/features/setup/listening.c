/* listening.c — /:dialogue/beheer/instellen/luisteren: whether voices may come in, until when, and how. */
#include "features/setup/setup.h"
#include "features/voices/voices.h"

struct listening_form {
    bool open, recordings;
    struct optional_day until;
    int64_t per_minute;
    struct str basis;
};
static const struct field listening_fields[] = {
    FIELD_TICK(struct listening_form, open, "open"),
    FIELD_DAY(struct listening_form, until, "tot"),
    FIELD_TICK(struct listening_form, recordings, "spraak"),
    FIELD_NUMBER(struct listening_form, per_minute, "hoeveel", .required = true, .least = 1,
                 .most = 100000),
    FIELD_BASIS(struct listening_form),
};
static const struct form listening_form = FORM(struct listening_form, listening_fields);

static enum err fill(struct request *req, struct record *r)
{
    struct listening_of_row set;
    struct listening now; /* what holds when nobody set it */
    bool found;
    TRY(listening_of(req->db, req->arena, r->s.id, &set, &found));
    TRY(listening_now(req, r->s.id, &now));
    if (!found)
        set = (struct listening_of_row){ .is_open = now.open,
                                         .recordings = now.recordings,
                                         .per_minute = now.per_minute };
    r->lead = SAY("Hier zet u de dialoog open of dicht voor inbreng.");
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    record_field(req, r, "open", EDIT_TICK, SAY("Mensen kunnen inbreng geven"),
                 set.is_open ? STR("1") : STR(""));
    record_field(req, r, "tot", EDIT_DAY, SAY("Tot en met"),
                 day_text(req->arena, set.has_until, set.until))
        ->hint = words_in(SAY("Daarna gaat de dialoog vanzelf dicht."), r->in);
    record_field(req, r, "spraak", EDIT_TICK, SAY("Mensen mogen ook iets inspreken"),
                 set.recordings ? STR("1") : STR(""))
        ->hint = words_in(SAY("Een collega typt het daarna uit."), r->in);
    struct edit_field *f =
        record_field(req, r, "hoeveel", EDIT_LINE, SAY("Hoeveel inbreng per minuut is gewoon?"),
                     number_text(req->arena, true, set.per_minute));
    f->hint = words_in(
        SAY("Komt er meer binnen, dan zetten wij het apart. U kijkt het dan eerst na."), r->in);
    f->optional = false;
    return OK;
}

static enum err check(struct request *req, struct record *r)
{
    const struct listening_form *f = form_values(req);
    (void)r;
    if (f->open && f->until.has && f->until.day.n < req->today.n)
        form_wrong(req, "tot", SAY("Deze dag is voorbij. Kies een latere dag."));
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct listening_form *f = form_values(req);
    return listening_put(tx, r->s.id, f->open, f->until.has, f->until.day, f->recordings,
                         f->per_minute);
}

static const struct record_page listening = {
    .fill = fill, .check = check, .save = save, .tab = "/{}/beheer/instellen/luisteren"
};
const struct page setup_listening = {
    .path = "/:dialogue/beheer/instellen/luisteren",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &listening_form,
    .act = record_save,
    .about = &listening,
    .file = __FILE__,
};
