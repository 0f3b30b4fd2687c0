/* keep.c — /:dialogue/beheer/toezeggingen/#commitment/stand, …/datum, …/contact: how far it is, when its
 * date is moved, and whom the team asks. */
#include "features/deeds/desk.h"

#include "web/mail.h"

/* ---- how far it is ---- */

struct state_form {
    struct str stopped, stopped_2, basis;
    int state, lang;
    struct optional_day ended;
};
static const struct field state_fields[] = {
    FIELD_CHOICE(struct state_form, state, "stand", "promised under-way done stopped",
                 .required = true),
    FIELD_DAY(struct state_form, ended, "dag"),
    FIELD_TEXT(struct state_form, stopped, "waarom", .most = 4000),
    FIELD_TEXT(struct state_form, stopped_2, "waarom-2", .most = 4000),
    FIELD_TRANSLATION(struct state_form),
    FIELD_BASIS(struct state_form),
};
static const struct form state_form = FORM(struct state_form, state_fields);

struct kept { /* a commitment and its texts */
    struct commitment_find_row *row;
    struct commitment_text_one_row own, other;
    bool translated;
};
static enum err kept_read(struct request *req, struct record *r, struct kept *k)
{
    bool found;
    TRY(commitment_open(req, r, &k->row));
    TRY(commitment_text_one(req->db, req->arena, k->row->id, r->s.own, &k->own, &found));
    TRY(commitment_text_one(req->db, req->arena, k->row->id, r->other, &k->other,
                            &k->translated));
    if (!k->translated) k->other = (struct commitment_text_one_row){ 0 };
    r->of = k;
    return OK;
}

static enum err state_fill(struct request *req, struct record *r)
{
    struct kept *k = NEW(req->arena, struct kept, 1);
    TRY(kept_read(req, r, k));
    r->lead = SAY("Hoe ver is het? Wat gestopt is, zegt waarom.");
    struct edit_field *f = record_field(req, r, "stand", EDIT_SELECT, SAY("Stand"),
                                        str_of(commitment_state_term((int)k->row->state).code));
    record_terms(req, r, f, commitment_state_term, 0, COMMITMENT_STATES);
    f = record_field(req, r, "dag", EDIT_DAY, SAY("Gedaan of gestopt op"),
                     day_text(req->arena, k->row->has_ended, k->row->ended));
    f->hint = words_in(SAY("Alleen als het gedaan of gestopt is."), r->in);
    record_words(req, r, "waarom", EDIT_TEXT, SAY("Waarom is het gestopt?"), true,
                 k->own.stopped, k->other.stopped);
    return OK;
}

static enum err state_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct kept *k = r->of;
    const enum commitment_state state = (enum commitment_state)record_term(
        r, "stand", commitment_state_term, 0, COMMITMENT_STATES);
    const bool closes = state == COMMITMENT_DONE || state == COMMITMENT_STOPPED;
    struct day day;
    const bool dated = record_day(r, "dag", &day);
    if (closes && !dated) form_wrong(req, "dag", SAY("Op welke dag was dat?"));
    if (!closes && dated)
        form_wrong(req, "dag", SAY("Laat de dag leeg zolang het niet gedaan of gestopt is."));
    if (dated && (day.n > req->today.n || day.n < k->row->made.n))
        form_wrong(req, "dag", SAY("Kies een dag tussen de belofte en vandaag."));
    if (state == COMMITMENT_STOPPED && !record_typed(r, "waarom").n)
        form_wrong(req, "waarom", SAY("Schrijf waarom het is gestopt."));
    TRY(form_checked(req));
    TRY(commitment_state_set(tx, k->row->id, state, closes, day));
    TRY(commitment_text_put(tx, k->row->id, r->s.own, k->own.title, k->own.body,
                            record_typed(r, "waarom")));
    if (!k->translated) return OK;
    return commitment_text_put(tx, k->row->id, r->other, k->other.title, k->other.body,
                               record_typed_2(r, "waarom"));
}

static const struct record_page state = { .fill = state_fill, .save = state_save };

/* ---- its date is moved ---- */

struct move_form {
    struct str reason, reason_2, basis;
    struct optional_day due;
};
static const struct words *no_due(void)
{
    return SAY("Kies de nieuwe dag.");
}
static const struct words *no_reason(void)
{
    return SAY("Schrijf waarom het later wordt. Iedereen kan dit lezen.");
}
static const struct field move_fields[] = {
    FIELD_DAY(struct move_form, due, "voor", .required = true, .missing = no_due),
    FIELD_TEXT(struct move_form, reason, "reden", .required = true, .most = 2000,
               .missing = no_reason),
    FIELD_TEXT(struct move_form, reason_2, "reden-2", .most = 2000),
    FIELD_BASIS(struct move_form),
};
static const struct form move_form = FORM(struct move_form, move_fields);

static enum err move_fill(struct request *req, struct record *r)
{
    struct commitment_find_row *row;
    TRY(commitment_open(req, r, &row));
    r->lead = SAY("De eerste datum blijft staan. Iedereen ziet dat en waarom u verschuift.");
    struct edit_field *f = record_field(req, r, "voor", EDIT_DAY, SAY("Klaar voor"),
                                        day_text(req->arena, true, row->due));
    f->optional = false;
    f->hint = FILL(req->arena, SAY("De eerste datum was {dag}."), r->in,
                   { "dag", day_text(req->arena, true, row->first_due) });
    record_english(req, r, "reden", EDIT_TEXT, SAY("Waarom wordt het een andere dag?"), false,
                   STR(""), STR(""));
    return OK;
}

static enum err move_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct commitment_find_row *row = r->of;
    struct commitment_moves_row *moves;
    struct day due;
    size_t n;
    (void)record_day(r, "voor", &due);
    if (due.n == row->due.n)
        form_wrong(req, "voor", SAY("Dit is de dag die er al staat. Kies een andere."));
    if (due.n < row->made.n)
        form_wrong(req, "voor", SAY("Deze dag is eerder dan de belofte. Kies een latere dag."));
    if (row->state >= COMMITMENT_DONE)
        form_wrong(req, "voor", SAY("Dit is al gedaan of gestopt. De datum blijft dus staan."));
    TRY(form_checked(req));
    TRY(commitment_moves(tx->db, req->arena, row->id, &moves, &n));
    r->change.act = ACT_MOVED;
    return commitment_moved_add(tx, row->id, n ? moves[n - 1].number + 1 : 1, req->today, due,
                                record_typed(r, "reden"), record_typed_2(r, "reden"));
}

static const struct record_page move = { .fill = move_fill, .save = move_save };

/* ---- whom the team asks, of each owner: never public, and its words are not in the history ---- */

struct contact_form {
    struct str name[owner_contacts_limit], email[owner_contacts_limit], basis;
};
#define FIELD_CONTACT(i)                                                                       \
    FIELD_LINE(struct contact_form, name[i], "naam-" #i, .most = 120),                         \
        FIELD_LINE(struct contact_form, email[i], "mail-" #i, .most = MAIL_ADDRESS_MOST)
static const struct field contact_fields[] = {
    FIELD_CONTACT(0),
    FIELD_CONTACT(1),
    FIELD_CONTACT(2),
    FIELD_CONTACT(3),
    FIELD_CONTACT(4),
    FIELD_CONTACT(5),
    FIELD_BASIS(struct contact_form),
};
static const struct form contact_form = FORM(struct contact_form, contact_fields);

static const char *contact_name(size_t i)
{
    return contact_fields[2 * i].name;
}
static const char *contact_email(size_t i)
{
    return contact_fields[2 * i + 1].name;
}

struct contacts {
    struct owner_contacts_row *rows;
    size_t n;
};
static enum err contact_fill(struct request *req, struct record *r)
{
    struct commitment_find_row *row;
    struct contacts *all = NEW(req->arena, struct contacts, 1);
    TRY(commitment_open(req, r, &row));
    TRY(owner_contacts(req->db, req->arena, row->id, &all->rows, &all->n));
    r->lead = SAY("Alleen het team ziet dit. Wij wissen het 90 dagen nadat het gedaan of "
                  "gestopt is.");
    r->quiet = true;
    r->of = all;
    for (size_t i = 0; i < all->n; i++) {
        const struct owner_contacts_row *x = &all->rows[i];
        record_field(req, r, contact_name(i), EDIT_LINE, SAY("Naam"), x->name)->label =
            FILL(req->arena, SAY("Naam bij {afdeling}"), r->in, { "afdeling", x->owner });
        record_field(req, r, contact_email(i), EDIT_LINE, SAY("E-mailadres"), x->email)->label =
            FILL(req->arena, SAY("E-mailadres bij {afdeling}"), r->in,
                 { "afdeling", x->owner });
    }
    return OK;
}

static enum err contact_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct contacts *all = r->of;
    for (size_t i = 0; i < all->n; i++) {
        const struct str name = record_typed(r, contact_name(i)),
                         email = record_typed(r, contact_email(i));
        if (email.n && !mail_address(email))
            form_wrong(req, contact_email(i),
                       SAY("Vul een e-mailadres in, zoals naam@voorbeeld.nl."));
        if (email.n && !name.n) form_wrong(req, contact_name(i), SAY("Vul ook de naam in."));
    }
    TRY(form_checked(req));
    for (size_t i = 0; i < all->n; i++)
        if (record_typed(r, contact_name(i)).n)
            TRY(owner_contact_put(tx, r->change.number, all->rows[i].id,
                                  record_typed(r, contact_name(i)),
                                  record_typed(r, contact_email(i))));
        else
            TRY(owner_contact_clear(tx, r->change.number, all->rows[i].id));
    return owner_contacts_clear_former(tx, r->change.number);
}

static const struct record_page contact = { .fill = contact_fill, .save = contact_save };

const struct page commitment_state_page = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/stand",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &state_form,
    .act = record_save,
    .about = &state,
    .file = __FILE__,
};
const struct page commitment_move_page = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/datum",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &move_form,
    .act = record_save,
    .about = &move,
    .file = __FILE__,
};
const struct page commitment_contact_page = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/contact",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &contact_form,
    .act = record_save,
    .about = &contact,
    .file = __FILE__,
};
