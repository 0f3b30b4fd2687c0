/* show.h — the page of a table; filled by show.c and note.c, read by their templates. */
#ifndef FEATURES_SHEET_SHOW_H
#define FEATURES_SHEET_SHOW_H

#include "features/photos/photos.h"
#include "features/sheet/sheet.h"

struct sheet_form { /* as it is sent without script */
    struct str text;
    int kind;
    int64_t round, speaker;
};
struct sheet_line {
    const struct sheet_notes_row *r;
    struct str mark, device;  /* as UUIDs */
    const struct words *kind; /* NULL: not said */
    const char *kind_code;    /* "" when not said */
    bool gone;
    bool later;                /* the team typed it in; no device handed it in */
    bool shown;                /* everybody can read it, with what became of it */
    const struct words *aside; /* why it was set aside; NULL: it was not */
};
struct sheet_view {
    struct sheet s;
    struct str former; /* slugs of its links that were replaced, with blanks between */
    const struct form_state *form;
    const struct sheet_rounds_row *now; /* the round that is shown */
    struct optional_clock *starts;      /* of each round, when the programme says so */
    struct sheet_line *lines;
    size_t lines_n;
    struct photos_from_table_row *photos; /* that came in from this table and are still there */
    size_t photos_n;
    int64_t here; /* notes of this round that are not withdrawn */
    int64_t speakers[SHEET_SPEAKERS];
    int64_t checked;                      /* 1: the points that rest on it can be read */
    bool may_suggest;                     /* it closed less than a week ago */
    const struct words *done;             /* what was just done; NULL: nothing */
    const struct sheet_note_of_row *note; /* of the page of one note */
};

extern const struct form sheet_note_form;
/* Fills everything but `done` and `note`. `round` 0: the one that is now, or the first. */
MUST_CHECK enum err sheet_view_fill(struct request *req, struct response *res, int64_t round,
                                    struct sheet_view *v);
/* The same for a page that only reads: a card at a seat opens it too. */
MUST_CHECK enum err sheet_view_read(struct request *req, struct response *res,
                                    struct sheet_view *v);
/* It closed, less than a week ago. */
bool sheet_may_suggest(const struct request *req, const struct sheet *s);
/* What was sent without script, as a row. `act` decides what it is about. */
struct sheet_row sheet_row_of_form(const struct request *req, enum sheet_act act);
/* Says beside the field why a row was not done; ERR_FORM then. */
MUST_CHECK enum err sheet_form_wrong(struct request *req, const char *why);

#endif
