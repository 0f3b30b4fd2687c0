/* participation.c — /:dialogue/beheer/adviezen/inspraak: how people could take part. */
#include "features/advice/desk.h"

struct participation_form {
    struct str could, could_2, fixed, fixed_2, weighed, weighed_2, evaluation, evaluation_2,
        basis;
    int ladder, lang;
    struct optional_day evaluated;
    bool counts;
};
static const struct field participation_fields[] = {
    FIELD_CHOICE(struct participation_form, ladder, "trede",
                 "informed consulted advised made-together decided-together decided-themselves",
                 .required = true),
    FIELD_TEXT(struct participation_form, could, "wel", .required = true, .most = 4000),
    FIELD_TEXT(struct participation_form, could_2, "wel-2", .most = 4000),
    FIELD_TEXT(struct participation_form, fixed, "niet", .most = 4000),
    FIELD_TEXT(struct participation_form, fixed_2, "niet-2", .most = 4000),
    FIELD_TEXT(struct participation_form, weighed, "gewogen", .most = 4000),
    FIELD_TEXT(struct participation_form, weighed_2, "gewogen-2", .most = 4000),
    FIELD_TEXT(struct participation_form, evaluation, "terugblik", .most = 4000),
    FIELD_TEXT(struct participation_form, evaluation_2, "terugblik-2", .most = 4000),
    FIELD_DAY(struct participation_form, evaluated, "dag"),
    FIELD_TICK(struct participation_form, counts, "dagen"),
    FIELD_TRANSLATION(struct participation_form),
    FIELD_BASIS(struct participation_form),
};
static const struct form participation_form =
    FORM(struct participation_form, participation_fields);

static enum err fill(struct request *req, struct record *r)
{
    struct participation_find_row now = { .ladder = LADDER_CONSULTED };
    struct participation_text_one_row own = { 0 }, other = { 0 };
    int64_t counts;
    bool there, found;
    TRY(participation_find(req->db, req->arena, r->s.id, &now, &there));
    TRY(participation_text_one(req->db, req->arena, r->s.id, r->s.own, &own, &found));
    TRY(participation_text_one(req->db, req->arena, r->s.id, r->other, &other, &found));
    if (!found) other = (struct participation_text_one_row){ 0 };
    TRY(dialogue_counts(req->db, r->s.id, &counts));
    r->title = SAY("Zo konden mensen meedoen");
    r->lead = SAY("De wet vraagt dit van elke gemeente. Iedereen kan het lezen.");
    r->menu = "/beheer/adviezen";
    r->back = PATH(req->arena, "/{}/beheer/adviezen", r->s.slug);
    r->back_text = words_in(SAY("Adviezen"), r->in);
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    struct edit_field *f =
        record_field(req, r, "trede", EDIT_SELECT, SAY("Hoeveel hadden mensen te zeggen?"),
                     there ? str_of(ladder_term((int)now.ladder).code) : STR(""));
    record_terms(req, r, f, ladder_term, 0, LADDERS);
    record_words(req, r, "wel", EDIT_TEXT, SAY("Waar konden mensen over meepraten?"), false,
                 own.could, other.could);
    record_words(req, r, "niet", EDIT_TEXT, SAY("Wat stond al vast, en waarom?"), true,
                 own.fixed, other.fixed);
    record_words(req, r, "gewogen", EDIT_TEXT, SAY("Hoe is alles gewogen?"), true, own.weighed,
                 other.weighed);
    record_words(req, r, "terugblik", EDIT_TEXT, SAY("Wat leerden wij ervan?"), true,
                 own.evaluation, other.evaluation);
    record_field(req, r, "dag", EDIT_DAY, SAY("Dag van de terugblik"),
                 day_text(req->arena, now.has_evaluated, now.evaluated));
    f = record_field(req, r, "dagen", EDIT_TICK, SAY("Laat zien hoeveel dagen iets wacht"),
                     counts ? STR("1") : STR(""));
    f->hint = words_in(
        SAY("Zet dit uit als de stad deze dialoog niet op deze site beantwoordt."), r->in);
    return OK;
}

static enum err save(struct tx *tx, struct request *req, struct record *r)
{
    struct day day;
    const bool evaluated = record_day(r, "dag", &day);
    (void)req;
    TRY(participation_put(tx, r->s.id,
                          (enum ladder)record_term(r, "trede", ladder_term, 0, LADDERS),
                          evaluated, day));
    TRY(dialogue_counts_set(tx, r->s.id, record_typed(r, "dagen").n > 0));
    TRY(participation_text_put(tx, r->s.id, r->s.own, record_typed(r, "wel"),
                               record_typed(r, "niet"), record_typed(r, "gewogen"),
                               record_typed(r, "terugblik")));
    if (!record_typed_2(r, "wel").n) return participation_text_delete(tx, r->s.id, r->other);
    return participation_text_put(tx, r->s.id, r->other, record_typed_2(r, "wel"),
                                  record_typed_2(r, "niet"), record_typed_2(r, "gewogen"),
                                  record_typed_2(r, "terugblik"));
}

static const struct record_page page = { .fill = fill, .save = save };

const struct page advice_participation = {
    .path = "/:dialogue/beheer/adviezen/inspraak",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &participation_form,
    .act = record_save,
    .about = &page,
    .file = __FILE__,
};
