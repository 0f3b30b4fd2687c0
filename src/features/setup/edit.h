/* edit.h — a page with a form that changes what is there: its fields, one under the other or with a
 * translation beside, and what happens when two colleagues do so at once.
 *
 * A page describes its fields once (an array); showing them, comparing them with what stands in the
 * data and writing down what changed is done here. A form carries `basis`: a fingerprint of the values
 * it began with. When those were changed meanwhile, nothing is saved: the page shows what was typed
 * and, beside it, what stands there now; saving again is a choice. */
#ifndef FEATURES_SETUP_EDIT_H
#define FEATURES_SETUP_EDIT_H

#include "features/history/history.h"
#include "features/plain/plain.h"

enum { EDIT_FIELDS = 24, EDIT_SAID = 8 };
enum edit_kind {
    EDIT_LINE,
    EDIT_TEXT,
    EDIT_TICK,
    EDIT_SELECT,
    EDIT_DAY,
    EDIT_CLOCK,
    EDIT_NUMBER
};

struct edit_option {
    struct str value, text;
};
struct edit_field {
    const char *name; /* in the form */
    enum edit_kind kind;
    struct str label, hint;
    struct str lang; /* of what is typed there; empty: none in particular */
    bool optional;
    bool beside; /* the translation of the field before it */
    int rows;    /* of a text; 0: 3 */
    const struct edit_option *options;
    size_t options_n;
    bool changed;   /* a colleague made something else of it meanwhile: */
    struct str now; /* this */
};
struct edit_said { /* what somebody wrote, to read before anything is filled in */
    struct str label, text, lang;
};
struct edit_row { /* as it is shown: a field, and its translation or NULL */
    const struct edit_field *field, *beside;
};
struct edit_link {
    struct path to;
    struct str text, lang;
    bool here;
};

struct edit_view {
    struct dialogue d; /* id 0: a page of the whole site */
    const struct form_state *form;
    struct str title, lead, button, basis;
    struct path self, back;
    struct str back_text;
    struct edit_link *tabs, *langs; /* other pages of this kind; other translations */
    size_t tabs_n, langs_n;
    const struct edit_said *said;
    size_t said_n;
    struct str other; /* language of the translations that are shown; empty: none */
    struct edit_field *fields;
    struct edit_row *rows;
    size_t rows_n;
    bool clash;                  /* a colleague was first */
    bool saved;                  /* this page was just saved */
    bool previewable, previewed; /* a formatted text can be, is shown as it will be */
    struct html preview, preview_beside;
    struct plain_view plain; /* how the text reads, beside its preview */
    struct path remove;      /* page where it is taken away; empty: it cannot be */
    struct str remove_text, note;
};

/* Puts the values that stand in the data, in the order of the fields, into the form of this request. */
void edit_show(struct request *req, struct edit_view *v, struct edit_field *fields,
               const struct str *values, size_t n);
/* Answers with that page. */
void edit_answer(struct request *req, struct response *res, const struct edit_view *v);
/* What was sent for these fields, without blanks around it. */
void edit_typed(const struct request *req, const struct edit_field *fields, struct str *values,
                size_t n);
/* ERR_FORM when the values in the data are no longer those the form began with. */
MUST_CHECK enum err edit_unchanged(struct request *req, const struct str *values, size_t n);
/* A translation has a text for each field that has one, or for none. True when one has. */
bool edit_translated(struct request *req, const struct edit_field *fields,
                     const struct str *values, size_t n);
/* Writes down each field that became another, as one batch; `about` says of which thing. `changes` is
 * how many there were. Labels are those of `fields`. */
MUST_CHECK enum err edit_history(struct tx *tx, const struct request *req, struct change about,
                                 const struct edit_field *fields, const struct str *before,
                                 const struct str *after, size_t n, size_t *changes);

/* The fingerprint that a form carries as `basis`, of the values it was based on. */
struct str edit_basis(struct arena *a, const struct str *values, size_t n);

/* ---- for several pages ---- */

enum { LISTENING_PER_MINUTE = 120 }; /* until a dialogue sets another number */

enum { TRANSLATIONS = LANGS }; /* as in base/lang.h: the codes in TRANSLATION_CODES */
#define TRANSLATION_CODES "nl en nl-simple tr ar"
#define FIELD_BASIS(s) FIELD_LINE(s, basis, "basis", .most = 32)
#define FIELD_TRANSLATION(s) FIELD_CHOICE(s, lang, "taal", TRANSLATION_CODES)

/* The dialogue that a posted form is about, without its frame. Fails: ERR_MISSING. */
struct subject {
    int64_t id;
    struct str slug, own;
};
MUST_CHECK enum err subject_find(struct request *req, struct subject *s);
/* The language of the translation that is asked for, by a form (`taal`) or else `asked`; English, or
 * Dutch in an English dialogue, when none is. */
MUST_CHECK enum err translation_read(const struct request *req, struct str asked,
                                     struct str own, struct str *other);
/* Links to the page's other translations. */
void translation_links(struct request *req, struct edit_view *v);
/* Opens the desk for a page of settings: frame, crumbs, tabs, and the title of its tab. `tab` is the pattern
 * of that tab's address: "/{}/beheer/themas". */
MUST_CHECK enum err settings_open(struct request *req, struct response *res,
                                  struct edit_view *v, const char *tab);
/* The name of a language in itself; a label with that behind it: "Naam (English)". */
struct str lang_name(struct str code);
struct str label_beside(struct request *req, const struct words *label, enum lang in,
                        struct str other);

/* A slug made from a title: small letters, digits and dashes; empty when nothing is left of it. */
struct str slug_propose(struct arena *a, struct str title);

#endif
