/* phases.c — /:dialogue/beheer/instellen/fasen: how far a dialogue is, and when, in words. */
#include "features/setup/edit.h"
#include "features/setup/edit.html.h"
#include "features/setup/setup.sql.h"

struct phases_form {
    int state[PHASES];
    struct str moment[PHASES], moment_2[PHASES], basis;
    int lang;
};
#define PHASE_FIELDS(i, code)                                                                  \
    FIELD_CHOICE(struct phases_form, state[i], "fase-" code, "later now done",                 \
                 .required = true),                                                            \
        FIELD_LINE(struct phases_form, moment[i], "wanneer-" code, .most = 120),               \
        FIELD_LINE(struct phases_form, moment_2[i], "wanneer-" code "-2", .most = 120)
static const struct field phases_fields[] = {
    PHASE_FIELDS(0, "luisteren"),    PHASE_FIELDS(1, "dialoog"),
    PHASE_FIELDS(2, "advies"),       PHASE_FIELDS(3, "besluit"),
    PHASE_FIELDS(4, "daden"),        FIELD_TRANSLATION(struct phases_form),
    FIELD_BASIS(struct phases_form),
};
static const struct form phases_form = FORM(struct phases_form, phases_fields);

enum { EACH = 3, ALL = EACH * PHASES }; /* state, moment and its translation */

struct phases_now {
    struct subject s;
    struct str other, value[ALL];
    struct edit_field *fields;
};

static void describe(struct request *req, struct phases_now *t, enum lang in)
{
    struct edit_option *states = NEW(req->arena, struct edit_option, PHASE_STATES);
    for (int i = 0; i < PHASE_STATES; i++)
        states[i] = (struct edit_option){ str_of(phase_state_term(i).code),
                                          words_in(phase_state_term(i).words, in) };
    t->fields = NEW(req->arena, struct edit_field, ALL);
    for (int i = 0; i < PHASES; i++) {
        const struct str name = words_in(phase_term(i).words, in);
        const struct str when = FILL(req->arena, SAY("{fase}: wanneer?"), in, { "fase", name });
        struct edit_field *f = &t->fields[EACH * i];
        f[0] = (struct edit_field){ .name = phases_fields[EACH * i].name,
                                    .kind = EDIT_SELECT,
                                    .label = name,
                                    .options = states,
                                    .options_n = PHASE_STATES };
        f[1] = (struct edit_field){ .name = phases_fields[EACH * i + 1].name,
                                    .label = when,
                                    .lang = t->s.own,
                                    .optional = true };
        f[2] =
            (struct edit_field){ .name = phases_fields[EACH * i + 2].name,
                                 .label = arena_format(req->arena, "%.*s (%.*s)", STR_ARG(when),
                                                       STR_ARG(lang_name(t->other))),
                                 .lang = t->other,
                                 .optional = true,
                                 .beside = true };
    }
    t->fields[1].hint = words_in(SAY("In gewone woorden, zoals: april tot juni."), in);
}

static enum err phases_now(struct request *req, struct str asked, enum lang in,
                           struct phases_now *t)
{
    *t = (struct phases_now){ 0 };
    TRY(subject_find(req, &t->s));
    TRY(translation_read(req, asked, t->s.own, &t->other));
    for (int i = 0; i < PHASES; i++) {
        struct setup_phase_row row;
        bool found;
        TRY(setup_phase(req->db, req->arena, t->s.id, (enum phase)i, t->s.own, t->other, &row,
                        &found));
        if (!found) row = (struct setup_phase_row){ .state = PHASE_LATER };
        t->value[EACH * i] = str_of(phase_state_term((int)row.state).code);
        t->value[EACH * i + 1] = row.own;
        t->value[EACH * i + 2] = row.other;
    }
    describe(req, t, in);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct edit_view v = { 0 };
    struct phases_now t;
    TRY(settings_open(req, res, &v, SAY("Fasen"), "/{}/beheer/instellen/fasen"));
    TRY(phases_now(req, req->query[0], req->lang, &t));
    v.other = t.other;
    v.saved = str_is(req->query[1], "bewaard");
    v.lead = words_in(SAY("Zo zien mensen hoe ver de dialoog is."), req->lang);
    translation_links(req, &v);
    edit_show(req, &v, t.fields, t.value, ALL);
    edit_page(response_page(req, res), &v);
    return OK;
}

static enum err save_phase(struct tx *tx, const struct phases_now *t, const struct str *x,
                           enum phase phase)
{
    int state;
    const struct str *now = x + EACH * phase;
    if (!term_read(phase_state_term, 0, PHASE_STATES, now[0], &state))
        return FAIL(ERR_INPUT, "no state of a phase");
    TRY(phase_put(tx, t->s.id, phase, (enum phase_state)state));
    if (now[1].n)
        TRY(phase_text_put(tx, t->s.id, phase, t->s.own, now[1]));
    else
        TRY(phase_text_delete(tx, t->s.id, phase, t->s.own));
    if (now[2].n) return phase_text_put(tx, t->s.id, phase, t->other, now[2]);
    return phase_text_delete(tx, t->s.id, phase, t->other);
}

static enum err act(struct tx *tx, struct request *req, struct response *res)
{
    struct phases_now t;
    struct str x[ALL];
    size_t changes;
    TRY(phases_now(req, STR(""), LANG_NL, &t));
    edit_typed(req, t.fields, x, ALL);
    (void)edit_translated(req, t.fields, x, ALL);
    TRY(edit_unchanged(req, t.value, ALL));
    TRY(edit_history(
        tx, req,
        (struct change){
            .dialogue = t.s.id, .thing = THING_DIALOGUE, .number = t.s.id, .act = ACT_CHANGED },
        t.fields, t.value, x, ALL, &changes));
    for (enum phase phase = 0; changes && phase < PHASES; phase++)
        TRY(save_phase(tx, &t, x, phase));
    return response_redirect(res, PATH(req->arena,
                                       "/{}/beheer/instellen/fasen?taal={}&gedaan=bewaard",
                                       t.s.slug, t.other));
}

const struct page setup_phases_page = {
    .path = "/:dialogue/beheer/instellen/fasen",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = handle,
    .form = &phases_form,
    .act = act,
    .file = __FILE__,
};
