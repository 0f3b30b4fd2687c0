/* add.c — /:dialogue/beheer/toezeggingen/#commitment/daad, …/notitie, …/waar, and who can own one: what
 * is added to a commitment. */
#include "features/deeds/desk.h"

/* ---- a deed, with its evidence ---- */

struct deed_form {
    struct str body, body_2, figure, figure_2, url, document, hash, basis;
    int64_t picture;
    int lang;
    struct optional_day day;
    bool gone;
};
static const struct words *no_body(void)
{
    return SAY("Schrijf wat er is gedaan.");
}
static const struct words *no_day(void)
{
    return SAY("Op welke dag was dit?");
}
static const struct field deed_fields[] = {
    FIELD_DAY(struct deed_form, day, "dag", .required = true, .missing = no_day),
    FIELD_TEXT(struct deed_form, body, "tekst", .required = true, .most = 4000,
               .missing = no_body),
    FIELD_TEXT(struct deed_form, body_2, "tekst-2", .most = 4000),
    FIELD_LINE(struct deed_form, figure, "getal"),
    FIELD_LINE(struct deed_form, figure_2, "getal-2"),
    FIELD_LINE(struct deed_form, url, "link", .most = 500),
    FIELD_LINE(struct deed_form, document, "document", .most = 500),
    FIELD_LINE(struct deed_form, hash, "afdruk", .most = 64),
    FIELD_NUMBER(struct deed_form, picture, "foto"),
    FIELD_TICK(struct deed_form, gone, "weg"),
    FIELD_TRANSLATION(struct deed_form),
    FIELD_BASIS(struct deed_form),
};
static const struct form deed_form = FORM(struct deed_form, deed_fields);

static enum err pictures(struct request *req, struct record *r, struct edit_field *f)
{
    struct desk_pictures_row *rows;
    size_t n;
    TRY(desk_pictures(req->db, req->arena, r->s.id, r->s.own, &rows, &n));
    struct edit_option *options = NEW(req->arena, struct edit_option, n + 1);
    options[0] = (struct edit_option){ STR(""), words_in(SAY("Geen"), r->in) };
    for (size_t i = 0; i < n; i++)
        options[i + 1] =
            (struct edit_option){ number_text(req->arena, true, rows[i].id), rows[i].alt };
    f->options = options;
    f->options_n = n + 1;
    return OK;
}

static enum err deed_fill(struct request *req, struct record *r)
{
    struct commitment_find_row *row;
    struct deed_find_row *now = NEW(req->arena, struct deed_find_row, 1);
    struct deed_text_one_row own = { 0 }, other = { 0 };
    bool found;
    TRY(commitment_open(req, r, &row));
    r->of = now;
    if (req->param[2].number) {
        TRY(deed_find(req->db, req->arena, row->id, req->param[2].number, now, &found));
        if (!found) return FAIL(ERR_MISSING, "no deed %lld", (long long)req->param[2].number);
        TRY(deed_text_one(req->db, req->arena, now->id, r->s.own, &own, &found));
        TRY(deed_text_one(req->db, req->arena, now->id, r->other, &other, &found));
        if (!found) other = (struct deed_text_one_row){ 0 };
    }
    r->lead = SAY("Wat is er gedaan, en waaraan kan iedereen dat zien?");
    record_field(req, r, "dag", EDIT_DAY, SAY("Dag"), day_text(req->arena, now->id, now->day))
        ->optional = false;
    record_words(req, r, "tekst", EDIT_TEXT, SAY("Wat is er gedaan?"), false, own.body,
                 other.body);
    record_words(req, r, "getal", EDIT_LINE, SAY("Een getal dat het laat zien"), true,
                 own.figure, other.figure);
    record_field(req, r, "link", EDIT_LINE, SAY("Pagina die het laat zien"), now->url);
    record_field(req, r, "document", EDIT_LINE, SAY("Document"), now->document);
    record_field(req, r, "afdruk", EDIT_LINE, SAY("SHA-256 van het document"), now->hash);
    struct edit_field *f =
        record_field(req, r, "foto", EDIT_SELECT, SAY("Foto"),
                     number_text(req->arena, now->has_picture, now->picture));
    TRY(pictures(req, r, f));
    if (now->id) record_field(req, r, "weg", EDIT_TICK, SAY("Haal deze daad weg"), STR(""));
    return OK;
}

static enum err deed_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct deed_find_row *now = r->of;
    int64_t picture, number, id = now->id;
    struct day day;
    const bool has_picture = record_number(r, "foto", &picture);
    (void)record_day(r, "dag", &day);
    if (record_typed(r, "weg").n) {
        r->change.act = ACT_REMOVED;
        return deed_delete(tx, id);
    }
    if (day.n > req->today.n)
        form_wrong(req, "dag", SAY("Deze dag moet nog komen. Vul hem in als het zover is."));
    TRY(form_checked(req));
    if (id) {
        TRY(deed_update(tx, id, day, record_typed(r, "link"), record_typed(r, "document"),
                        record_typed(r, "afdruk"), has_picture, picture));
    } else {
        TRY(deed_next(tx->db, r->change.number, &number));
        TRY(deed_add(tx, r->change.number, number, day, record_typed(r, "link"),
                     record_typed(r, "document"), record_typed(r, "afdruk"), has_picture,
                     picture, true, req->today, &id));
    }
    TRY(deed_text_put(tx, id, r->s.own, record_typed(r, "tekst"), record_typed(r, "getal")));
    if (!record_typed_2(r, "tekst").n) return deed_text_delete(tx, id, r->other);
    return deed_text_put(tx, id, r->other, record_typed_2(r, "tekst"),
                         record_typed_2(r, "getal"));
}

static const struct record_page deed = { .fill = deed_fill, .save = deed_save };

/* ---- a note ---- */

struct note_form {
    struct str body, body_2, basis;
    bool everybody;
};
static const struct field note_fields[] = {
    FIELD_TEXT(struct note_form, body, "tekst", .required = true, .most = 2000),
    FIELD_TEXT(struct note_form, body_2, "tekst-2", .most = 2000),
    FIELD_TICK(struct note_form, everybody, "openbaar"),
    FIELD_BASIS(struct note_form),
};
static const struct form note_form = FORM(struct note_form, note_fields);

static enum err note_fill(struct request *req, struct record *r)
{
    struct commitment_find_row *row;
    TRY(commitment_open(req, r, &row));
    r->lead = SAY("Een notitie is voor het team, tenzij u hem openbaar maakt.");
    record_english(req, r, "tekst", EDIT_TEXT, SAY("Notitie"), false, STR(""), STR(""));
    record_field(req, r, "openbaar", EDIT_TICK, SAY("Iedereen mag deze notitie lezen"),
                 STR(""));
    return OK;
}

static enum err note_save(struct tx *tx, struct request *req, struct record *r)
{
    int64_t number, id;
    TRY(note_next(tx->db, r->change.number, &number));
    return note_add(tx, r->change.number, number, req->today, record_typed(r, "openbaar").n > 0,
                    req->visitor.person > 0, req->visitor.person, record_typed(r, "tekst"),
                    record_typed_2(r, "tekst"), &id);
}

static const struct record_page note = { .fill = note_fill, .save = note_save };

/* ---- a role or department ---- */

struct department_form {
    struct str name, name_2, portfolio, basis;
};
static const struct field department_fields[] = {
    FIELD_LINE(struct department_form, name, "naam", .required = true, .most = 120),
    FIELD_LINE(struct department_form, name_2, "naam-2", .most = 120),
    FIELD_LINE(struct department_form, portfolio, "portefeuille", .most = 120),
    FIELD_BASIS(struct department_form),
};
static const struct form department_form = FORM(struct department_form, department_fields);

static enum err department_fill(struct request *req, struct record *r)
{
    struct department_find_row *now = NEW(req->arena, struct department_find_row, 1);
    bool found;
    commitment_begin(req, r);
    r->title = SAY("Rol of afdeling");
    r->lead = SAY("Deze naam staat openbaar bij de toezeggingen. Schrijf dus geen naam van een "
                  "mens.");
    r->change.thing = THING_DIALOGUE;
    r->change.number = r->s.id;
    r->of = now;
    if (req->param[1].text.n) {
        TRY(department_find(req->db, req->arena, r->s.id, req->param[1].text, now, &found));
        if (!found) return FAIL(ERR_MISSING, "no department");
    }
    record_english(req, r, "naam", EDIT_LINE, SAY("Naam van de rol of afdeling"), false,
                   now->name, now->name_en);
    record_field(req, r, "portefeuille", EDIT_LINE, SAY("Portefeuille"), now->portfolio)->hint =
        words_in(SAY("Het onderwerp van de wethouder, zoals wonen of zorg."), r->in);
    return OK;
}

static enum err department_save(struct tx *tx, struct request *req, struct record *r)
{
    const struct department_find_row *now = r->of;
    const struct str name = record_typed(r, "naam"), en = record_typed_2(r, "naam"),
                     portfolio = record_typed(r, "portefeuille");
    struct departments_row *all;
    struct department_find_row other;
    size_t n;
    int64_t id;
    bool taken;
    if (now->id) return department_update(tx, now->id, now->position, name, en, portfolio);
    TRY(departments(tx->db, req->arena, r->s.id, &all, &n));
    struct str base = slug_propose(req->arena, name), slug;
    if (!base.n) base = STR("afdeling");
    slug = base;
    for (int i = 2;; i++) {
        TRY(department_find(tx->db, req->arena, r->s.id, slug, &other, &taken));
        if (!taken && !str_is(slug, "nieuw")) break;
        slug = arena_format(req->arena, "%.*s-%d", STR_ARG(str_upto(base, 50)), i);
    }
    return department_add(tx, r->s.id, slug, n ? all[n - 1].position + 1 : 1, name, en,
                          portfolio, &id);
}

static const struct record_page department = { .fill = department_fill,
                                               .save = department_save };

const struct page deed_new = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/daad",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &deed_form,
    .act = record_save,
    .about = &deed,
    .file = __FILE__,
};
const struct page deed_write = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/daad/#deed",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &deed_form,
    .act = record_save,
    .about = &deed,
    .file = __FILE__,
};
const struct page note_new = {
    .path = "/:dialogue/beheer/toezeggingen/#commitment/notitie",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &note_form,
    .act = record_save,
    .about = &note,
    .file = __FILE__,
};
const struct page department_new = {
    .path = "/:dialogue/beheer/toezeggingen/afdelingen/nieuw",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &department_form,
    .act = record_save,
    .about = &department,
    .file = __FILE__,
};
const struct page department_write = {
    .path = "/:dialogue/beheer/toezeggingen/afdelingen/:department",
    .who = WHO_EDITOR,
    .query = "taal",
    .handle = record_show,
    .form = &department_form,
    .act = record_save,
    .about = &department,
    .file = __FILE__,
};
