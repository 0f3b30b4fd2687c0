/* phases.c — /:dialogue/beheer/instellen/fasen: how far a dialogue is, and when, in words. */
#include "features/setup/setup.h"
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

enum { STATE, MOMENT, OF_PHASE = 3 }; /* fields of each phase; the last is a translation */
static const char *field_name(int what, int phase)
{
    return phases_fields[OF_PHASE * phase + what].name;
}

static enum err fill(struct request *req, struct record *r)
{
    r->lead = SAY("Zo zien mensen hoe ver de dialoog is.");
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    for (int i = 0; i < PHASES; i++) {
        const struct words *phase = phase_term(i).words;
        struct setup_phase_row row;
        bool found;
        TRY(setup_phase(req->db, req->arena, r->s.id, (enum phase)i, r->s.own, r->other, &row,
                        &found));
        if (!found)
            row = (struct setup_phase_row){ PHASE_LATER, .own = STR(""), .other = STR("") };
        struct edit_field *f = record_field(req, r, field_name(STATE, i), EDIT_SELECT, phase,
                                            str_of(phase_state_term((int)row.state).code));
        record_terms(req, r, f, phase_state_term, 0, PHASE_STATES);
        record_words(req, r, field_name(MOMENT, i), EDIT_LINE, phase, true, row.own, row.other);
        const struct str when = FILL(req->arena, SAY("{fase}: wanneer?"), r->in,
                                     { "fase", words_in(phase, r->in) });
        f[1].label = when;
        f[2].label = arena_format(req->arena, "%.*s (%.*s)", STR_ARG(when),
                                  STR_ARG(lang_name(r->other)));
    }
    r->fields[1].hint = words_in(SAY("In gewone woorden, zoals: april tot juni."), r->in);
    return OK;
}

static enum err put_moment(struct tx *tx, const struct record *r, enum phase phase,
                           struct str lang, struct str moment)
{
    return moment.n ? phase_text_put(tx, r->s.id, phase, lang, moment)
                    : phase_text_delete(tx, r->s.id, phase, lang);
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    (void)req;
    for (int i = 0; i < PHASES; i++) {
        const char *moment = field_name(MOMENT, i);
        const int state =
            record_term(r, field_name(STATE, i), phase_state_term, 0, PHASE_STATES);
        TRY(phase_put(tx, r->s.id, (enum phase)i, (enum phase_state)state));
        TRY(put_moment(tx, r, (enum phase)i, r->s.own, record_typed(r, moment)));
        TRY(put_moment(tx, r, (enum phase)i, r->other, record_typed_2(r, moment)));
    }
    return OK;
}

static const struct record_page phases = { .fill = fill,
                                           .save = save,
                                           .tab = "/{}/beheer/instellen/fasen" };
const struct page setup_phases_page = {
    .path = "/:dialogue/beheer/instellen/fasen",
    .who = WHO_EDITOR,
    .query = "taal gedaan",
    .handle = record_show,
    .form = &phases_form,
    .act = record_save,
    .about = &phases,
    .file = __FILE__,
};
