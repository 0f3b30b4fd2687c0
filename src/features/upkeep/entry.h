/* entry.h — the form with everything that is told of an entry: the same at the desk, for who offers it and for who
 * proposes a change.
 *
 * Its values are the cells of a row (map/sheet.h): entry_show fills the form with one, entry_read makes one of
 * what was typed. Degrees are not asked: they follow from the postcode. */
#ifndef FEATURES_UPKEEP_ENTRY_H
#define FEATURES_UPKEEP_ENTRY_H

#include "features/people/people.h"
#include "features/setup/setup.h"
#include "features/upkeep/upkeep.h"
#include "features/upkeep/upkeep.sql.h"
#include "web/mail.h"

enum {
    ENTRY_PLACES = 4, /* in the form; what lies behind them stays as it is */
    ENTRY_AT_PLACE = 9,
    ENTRY_TEXTS = 24,
    ENTRY_FIELDS = ENTRY_TEXTS + ENTRY_PLACES * ENTRY_AT_PLACE,
    ENTRY_GROUPS = 5 + ENTRY_PLACES,
    TWINS_SHOWN = 5,
};

struct entry_form {
    struct str cell[COLUMNS], place[ENTRY_PLACES][COLUMNS];
    int kind, status, free, referral, wheelchair[ENTRY_PLACES];
    struct numbers subjects;
    struct str basis, note, contact;
    bool all_the_same, confirmed;
};
extern const struct form entry_form;

struct entry_subject {
    int64_t id;
    struct str code, name;
    bool on;
};
struct entry_group {
    struct str id, title, hint;
    struct edit_field *fields;
    size_t n;
    bool open;     /* else it is folded */
    bool subjects; /* the boxes stand in it too */
};
/* Another entry that may be the same. */
struct twin {
    int64_t service;
    struct str slug, name, organization;
    const struct words *why;
};
struct entry_view {
    const struct form_state *form;
    struct edit_field fields[ENTRY_FIELDS];
    struct {
        int column;
        size_t place;
    } at[ENTRY_FIELDS]; /* of each field */
    size_t n;
    struct entry_group groups[ENTRY_GROUPS];
    size_t groups_n;
    struct entry_subject *subjects;
    size_t subjects_n;
    struct str basis;
    bool clash, short_form; /* somebody was first; without what only the desk decides */
    struct twin *twins;
    size_t twins_n;
};

/* The form as it stands for this row (empty: of a new entry). `short_form`: without status. */
MUST_CHECK enum err entry_show(struct request *req, const struct sheet_row *row,
                               bool short_form, struct entry_view *v);
/* What was typed over that row: checked, each fault beside its field. */
MUST_CHECK enum err entry_read(struct request *req, const struct sheet_row *before,
                               bool short_form, struct sheet_row *after);
/* Where a place lies follows from its postcode, unless it stood there before. */
MUST_CHECK enum err entry_locate(struct request *req, struct str cell[COLUMNS],
                                 const struct str *before);
/* ERR_FORM when the row is no longer the one the form began with. */
MUST_CHECK enum err entry_unchanged(struct request *req, const struct sheet_row *row,
                                    bool short_form);
/* Entries that may be the same: an equal telephone or website of somebody else, nearly the same name in the same
 * postcode or within 200 metres. Looked for when that is new or was changed. */
MUST_CHECK enum err entry_twins(struct request *req, int64_t service,
                                const struct sheet_row *before, const struct sheet_row *after,
                                struct twin **twins, size_t *n);

/* Gives a new row a key nobody else has, and the source of what is kept here. */
MUST_CHECK enum err entry_new(struct request *req, struct sheet_row *row,
                              struct sheet_source *source);

/* Words for a column: "Openingstijden"; of the second place with its number. Of a field as metadata has it. */
struct str column_label(struct arena *a, int column, size_t place, enum lang lang);
struct str field_label(struct arena *a, struct str field, enum lang lang);
int field_column(struct str field, size_t *place);
/* A cell as people read it: "Turks", "ja". */
struct str entry_text(struct request *req, int column, struct str cell);
struct str field_text(struct request *req, struct str field, struct str cell);

#endif
