/* record.h — a page of the desk with one form about one thing: a theme, an advice, a commitment. What such a page
 * says of its fields once (a function that fills a `struct record`) is enough to show them, to see what changed,
 * to write that down and to notice a colleague who was first.
 *
 *   static enum err fill(struct request *req, struct record *r)    finds the thing, tells its fields
 *   static enum err save(struct tx *tx, struct request *req, struct record *r)    writes what was typed
 *   static const struct record_page advice = { .fill = fill, .save = save };
 *   const struct page advice_edit = { .query = "taal gedaan", .handle = record_show, .act = record_save,
 *                                     .about = &advice, … };
 *
 * A thing that is new has `change.number` 0 until `save` gives it one. */
#ifndef FEATURES_SETUP_RECORD_H
#define FEATURES_SETUP_RECORD_H

#include "features/setup/edit.h"

struct record {
    struct subject s; /* the dialogue */
    struct str other; /* language of the translations beside */
    enum lang in;     /* of the labels */
    struct edit_field fields[EDIT_FIELDS];
    struct str now[EDIT_FIELDS], typed[EDIT_FIELDS]; /* in the data; as it was sent */
    size_t n;
    struct edit_said said[EDIT_SAID];
    size_t said_n;
    struct change change; /* how the history calls it */
    const struct words *title, *lead;
    struct str name;  /* of the thing, behind the title: "Advies 3"; may be empty */
    struct path back; /* where one goes when it is saved; empty: this page itself */
    struct str back_text;
    struct path remove; /* page where it is taken away; empty: it cannot be */
    const struct words *remove_text;
    const char *menu; /* which place of the desk's menu this is: "/beheer/adviezen" */
    struct edit_link tabs[12];
    size_t tabs_n;
    bool quiet;      /* the history says that it changed, not what stood there */
    bool translated; /* some field has a translation in `other` */
    const char *
        preview; /* a formatted text that can be looked at first ("doe": "bekijk"); NULL: none */
    const char *asked; /* a field that begins with what the address asked for; NULL: none */
    struct str asked_value;
    const void *of; /* whatever `fill` keeps for `save` */
};
struct record_page {
    enum err (*fill)(struct request *req, struct record *r);
    /* Says what is wrong with what was typed, by form_wrong; NULL: nothing beyond the form itself. */
    enum err (*check)(struct request *req, struct record *r);
    enum err (*save)(struct tx *tx, struct request *req, struct record *r);
    const char *
        tab; /* the tab of the settings it stands under, as settings_open takes it; NULL: none */
};
/* The page itself, and what its form does: 303 with what was done. Both of a page whose `about` is a
 * record_page, and whose query begins with "taal". */
MUST_CHECK enum err record_show(struct request *req, struct response *res);
MUST_CHECK enum err record_save(struct tx *tx, struct request *req, struct response *res);
/* What surrounds it: menu, crumbs, tabs, title, lead and the way back; for pages with a form of their own. */
void record_frame(struct request *req, struct response *res, struct record *r,
                  struct edit_view *v);

/* ---- for `fill` ---- */

/* A field, with what stands in the data. `name` is that of the form; gives it back to say more of it. */
struct edit_field *record_field(struct request *req, struct record *r, const char *name,
                                enum edit_kind kind, const struct words *label, struct str now);
/* A text with its translation beside, whose name ends in "-2". `kind`: EDIT_LINE or EDIT_TEXT. */
void record_words(struct request *req, struct record *r, const char *name, enum edit_kind kind,
                  const struct words *label, bool optional, struct str own, struct str other);
/* The same for a text that has English beside it and nothing else. */
void record_english(struct request *req, struct record *r, const char *name,
                    enum edit_kind kind, const struct words *label, bool optional,
                    struct str own, struct str english);
/* What somebody wrote, above the form; nothing when it is empty. `lang` empty: that of the page. */
void record_said(struct record *r, const struct words *label, struct str text, struct str lang);
void record_tab(struct request *req, struct record *r, const struct words *words,
                struct path to);
struct str day_text(struct arena *a, bool has, struct day day);
struct str number_text(struct arena *a, bool has, int64_t n);
/* Every term of an enum, to choose from: by its code. */
void record_terms(struct request *req, const struct record *r, struct edit_field *f,
                  struct term (*term_of)(int), int first, int count);
/* The paper in which it stands: its address, and its SHA-256. Named "link" and "afdruk". */
void record_paper(struct request *req, struct record *r, struct str url, struct str hash);
#define FIELDS_PAPER(s)                                                                        \
    FIELD_LINE(s, url, "link", .most = 500), FIELD_LINE(s, hash, "afdruk", .most = 64)

/* ---- for `save` ---- */

struct str record_typed(const struct record *r, const char *name);
/* The translation of it, or its English. */
struct str record_typed_2(const struct record *r, const char *name);
bool record_day(const struct record *r, const char *name, struct day *day); /* false: empty */
bool record_number(const struct record *r, const char *name, int64_t *n);
int record_term(const struct record *r, const char *name, struct term (*term_of)(int),
                int first, int count);

#endif
