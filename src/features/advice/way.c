/* way.c — /:dialogue/beheer/adviezen/stappen/…: the way through the city, step by step, and its kinds. */
#include "features/advice/desk.h"

struct step_form {
    struct str kind, title, title_2, url, hash, basis;
    int64_t advice;
    struct optional_day day;
    bool gone;
};
static const struct words *no_day(void)
{
    return SAY("Op welke dag was dit?");
}
static const struct field step_fields[] = {
    FIELD_LINE(struct step_form, kind, "soort", .required = true),
    FIELD_NUMBER(struct step_form, advice, "advies"),
    FIELD_DAY(struct step_form, day, "dag", .required = true, .missing = no_day),
    FIELD_LINE(struct step_form, title, "titel", .required = true),
    FIELD_LINE(struct step_form, title_2, "titel-2"),
    FIELDS_PAPER(struct step_form),
    FIELD_TICK(struct step_form, gone, "weg"),
    FIELD_BASIS(struct step_form),
};
static const struct form step_form = FORM(struct step_form, step_fields);

static enum err kinds(struct request *req, struct record *r, struct edit_field *f,
                      int64_t chosen, struct str *code)
{
    struct step_kinds_row *rows;
    size_t n;
    TRY(step_kinds(req->db, req->arena, &rows, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].id == chosen) *code = rows[i].code;
        if (!rows[i].used && rows[i].id != chosen) continue;
        options[f->options_n++] = (struct edit_option){
            rows[i].code,
            step_said(r->in, r->s.own, rows[i].code, rows[i].name, rows[i].name_en).text
        };
    }
    f->options = options;
    f->optional = false;
    return OK;
}

static enum err advices(struct request *req, struct record *r, struct edit_field *f)
{
    struct desk_advice_choices_row *rows;
    size_t n;
    TRY(desk_advice_choices(req->db, req->arena, r->s.id, r->s.own, &rows, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    options[0] = (struct edit_option){ STR(""), words_in(SAY("Alle adviezen samen"), r->in) };
    for (size_t i = 0; i < n; i++)
        options[i + 1] = (struct edit_option){ number_text(req->arena, true, rows[i].number),
                                               arena_format(req->arena, "%lld. %.*s",
                                                            (long long)rows[i].number,
                                                            STR_ARG(rows[i].title)) };
    f->options = options;
    f->options_n = n + 1;
    return OK;
}

static enum err fill(struct request *req, struct record *r)
{
    struct step_find_row *now = NEW(req->arena, struct step_find_row, 1);
    struct edit_field *f;
    bool found;
    if (req->param[1].number) {
        TRY(step_find(req->db, req->arena, r->s.id, req->param[1].number, now, &found));
        if (!found) return FAIL(ERR_MISSING, "no step %lld", (long long)req->param[1].number);
    }
    r->title = SAY("Stap");
    r->lead = SAY("Zo kan iedereen het advies volgen op zijn weg door de stad.");
    r->menu = "/beheer/adviezen";
    r->back = PATH(req->arena, "/{}/beheer/adviezen", r->s.slug);
    r->back_text = words_in(SAY("Adviezen"), r->in);
    r->change.thing = now->has_advice ? THING_ADVICE : THING_DIALOGUE;
    r->change.number = now->has_advice ? now->advice : r->s.id;
    r->of = now;
    f = record_field(req, r, "soort", EDIT_SELECT, SAY("Soort stap"), STR(""));
    TRY(kinds(req, r, f, now->kind, &r->now[0]));
    f = record_field(req, r, "advies", EDIT_SELECT, SAY("Van welk advies?"),
                     number_text(req->arena, now->has_advice_number, now->advice_number));
    TRY(advices(req, r, f));
    record_field(req, r, "dag", EDIT_DAY, SAY("Dag"), day_text(req->arena, now->id, now->day))
        ->optional = false;
    record_english(req, r, "titel", EDIT_LINE, SAY("Naam van het stuk of de vergadering"),
                   false, now->title, now->title_en);
    record_paper(req, r, now->url, now->hash);
    if (now->id) record_field(req, r, "weg", EDIT_TICK, SAY("Haal deze stap weg"), STR(""));
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    const struct step_find_row *now = r->of;
    struct advice_find_row advice = { 0 };
    struct step_kind_find_row kind;
    struct step_next_row next;
    struct day day;
    int64_t number, id;
    bool found;
    if (record_typed(r, "weg").n) {
        r->change.act = ACT_REMOVED;
        return step_delete(tx, now->id);
    }
    (void)record_day(r, "dag", &day);
    TRY(step_kind_find(tx->db, req->arena, record_typed(r, "soort"), &kind, &found));
    if (record_number(r, "advies", &number)) {
        TRY(advice_find(tx->db, req->arena, r->s.id, number, &advice, &found));
        r->change.thing = THING_ADVICE;
        r->change.number = advice.id;
    }
    if (now->id)
        return step_update(tx, now->id, now->position, advice.id != 0, advice.id, kind.id, day,
                           record_typed(r, "titel"), record_typed_2(r, "titel"),
                           record_typed(r, "link"), record_typed(r, "afdruk"));
    TRY(step_next(tx->db, req->arena, r->s.id, &next));
    return step_add(tx, r->s.id, next.number, next.position, advice.id != 0, advice.id, kind.id,
                    day, record_typed(r, "titel"), record_typed_2(r, "titel"),
                    record_typed(r, "link"), record_typed(r, "afdruk"), &id);
}

static const struct record_page step = { .fill = fill, .save = save };

const struct page advice_step_new = {
    .path = "/:dialogue/beheer/adviezen/stappen/nieuw",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &step_form,
    .act = record_save,
    .about = &step,
    .file = __FILE__,
};
const struct page advice_step = {
    .path = "/:dialogue/beheer/adviezen/stappen/#step",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &step_form,
    .act = record_save,
    .about = &step,
    .file = __FILE__,
};
