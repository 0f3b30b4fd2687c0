/* listening.c — /:dialogue/beheer/instellen/luisteren: whether voices may come in, until when, and how. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
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

enum { OPEN, UNTIL, RECORDINGS, PER_MINUTE, ALL };

struct listening_state {
    struct subject s;
    struct str value[ALL];
    struct edit_field *fields;
};

static void describe(struct request *req, struct listening_state *t, enum lang in)
{
    const struct edit_field all[ALL] = {
        [OPEN] = { .name = "open",
                   .kind = EDIT_TICK,
                   .label = words_in(SAY("Mensen kunnen inbreng geven"), in) },
        [UNTIL] = { .name = "tot",
                    .kind = EDIT_DAY,
                    .optional = true,
                    .label = words_in(SAY("Tot en met"), in),
                    .hint = words_in(SAY("Daarna gaat de dialoog vanzelf dicht."), in) },
        [RECORDINGS] = { .name = "spraak",
                         .kind = EDIT_TICK,
                         .label = words_in(SAY("Mensen mogen ook iets inspreken"), in),
                         .hint = words_in(SAY("Een collega typt het daarna uit."), in) },
        [PER_MINUTE] = { .name = "hoeveel",
                         .label = words_in(SAY("Hoeveel inbreng per minuut is gewoon?"), in),
                         .hint = words_in(SAY("Komt er meer binnen, dan zetten wij het apart. "
                                              "U kijkt het dan eerst na."),
                                          in) },
    };
    t->fields = NEW(req->arena, struct edit_field, ALL);
    for (size_t i = 0; i < ALL; i++) t->fields[i] = all[i];
}

static struct str iso(struct arena *a, struct day d)
{
    const struct date date = date_of(d);
    return arena_format(a, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static enum err state_now(struct request *req, enum lang in, struct listening_state *t)
{
    struct listening_of_row row;
    struct listening now;
    bool found;
    *t = (struct listening_state){ 0 };
    TRY(subject_find(req, &t->s));
    TRY(listening_of(req->db, req->arena, t->s.id, &row, &found));
    TRY(listening_now(req, t->s.id, &now)); /* what holds when nobody set it */
    const bool open = found ? row.is_open : now.open;
    t->value[OPEN] = open ? STR("1") : STR("");
    t->value[UNTIL] = found && row.has_until ? iso(req->arena, row.until) : STR("");
    t->value[RECORDINGS] = (found ? row.recordings : now.recordings) ? STR("1") : STR("");
    t->value[PER_MINUTE] =
        arena_format(req->arena, "%lld", (long long)(found ? row.per_minute : now.per_minute));
    describe(req, t, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct listening_state t;
    TRY(settings_open(req, res, &v, SAY("Luisteren"), "/{}/beheer/instellen/luisteren"));
    TRY(state_now(req, req->lang, &t));
    v.saved = str_is(req->query[0], "bewaard");
    v.lead = words_in(SAY("Hier zet u de dialoog open of dicht voor inbreng."), req->lang);
    edit_show(req, &v, t.fields, t.value, ALL);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    const struct listening_form *f = form_values(req);
    struct listening_state t;
    struct str x[ALL];
    size_t changes;
    TRY(state_now(req, LANG_NL, &t));
    edit_typed(req, t.fields, x, ALL);
    x[OPEN] = f->open ? STR("1") : STR("");
    x[RECORDINGS] = f->recordings ? STR("1") : STR("");
    if (f->open && f->until.has && f->until.day.n < req->today.n)
        form_wrong(req, "tot", SAY("Deze dag is voorbij. Kies een latere dag."));
    TRY(edit_unchanged(req, t.value, ALL));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_DIALOGUE, .number = t.s.id, .act = ACT_CHANGED },
        t.fields, t.value, x, ALL, &changes));
    if (changes)
        TRY(listening_put(tx, t.s.id, f->open, f->until.has, f->until.day, f->recordings,
                          f->per_minute));
    return response_redirect(
        res, PATH(req->arena, "/{}/beheer/instellen/luisteren?gedaan=bewaard", t.s.slug));
}

const struct page setup_listening = {
    .path = "/:dialogue/beheer/instellen/luisteren",
    .who = WHO_EDITOR,
    .query = "gedaan",
    .handle = handle,
    .form = &listening_form,
    .act = act,
    .file = __FILE__,
};
