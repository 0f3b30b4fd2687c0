/* spreadsheet.h — things of the desk out to a spreadsheet, and back with what somebody changed there: points,
 * commitments.
 *
 * A kind of file is described once (struct spread_kind); writing it, reading what came back, showing what
 * would change, refusing with a sentence per row, and taking it over are done here. Everything is text:
 * a kind gives its things as rows of cells, says which columns may change, checks the cells of a row, and
 * writes the changes that were taken over.
 *
 *   W1  a file that comes back as it went out changes nothing
 *   W2  a thing that changed after the file was made is a conflict, and is not overwritten
 *   W3  all changes of a file are taken over together, or none
 *
 * A row carries `basis`: what tells whether its thing changed since. A row in which nobody touched
 * anything asks nothing, also when its thing changed since. */
#ifndef FEATURES_SPREADSHEET_SPREADSHEET_H
#define FEATURES_SPREADSHEET_SPREADSHEET_H

#include "features/setup/setup.h"

enum {
    SPREAD_BYTES = 6 * 1000 * 1000, /* of a file */
    SPREAD_ROWS = 20000,
    SPREAD_MOST = 500, /* things that one act changes */
    SPREAD_COLUMNS = 40,
    SPREAD_FAULTS = 50,  /* that are said */
    SPREAD_CELL = 20000, /* letters */
};

enum spread_role {
    SPREAD_KEY,   /* the number of the thing */
    SPREAD_BASIS, /* made here */
    SPREAD_EDIT,
    SPREAD_FIXED, /* changed elsewhere: another value is a fault */
    SPREAD_SHOWN, /* for who reads the file; coming back, nobody looks at it */
};
struct spread_column {
    struct str name; /* in the heading */
    enum spread_role role;
    const struct words *label; /* of what may change */
    struct str lang;           /* of words of people; empty: a code, name or number */
    bool words;                /* guarded against formulas */
};
struct spread_row {
    int64_t number;
    const struct str *cells; /* one for each column; that of the basis is filled in here */
    const void *of;
};
struct spread_table {
    struct str own; /* language of the dialogue */
    struct spread_column columns[SPREAD_COLUMNS];
    size_t columns_n;
    struct spread_row *rows;
    size_t n;
};
struct spread_column *spread_column_add(struct spread_table *t, struct str name,
                                        enum spread_role role);

struct spread_fault {
    int64_t line; /* 0: of the file as a whole */
    struct str said;
};
struct spread_value { /* a cell that would change */
    size_t column;
    struct str label, lang, before, after; /* as it is shown */
};
struct spread_change {
    int64_t line;
    const struct spread_row *row; /* NULL: a new thing */
    bool conflict;                /* it changed since the file was made */
    struct str *cells;            /* as they would be */
    struct spread_value *values;
    size_t values_n;
    struct path to; /* the page of the thing */
    struct str name;
};
struct spread_back {
    struct spread_change *changes; /* in the order of the file; with conflicts */
    size_t n, conflicts;
    int64_t rows;
    struct str kept; /* the changes without the conflicts, as such a file */
    struct spread_fault faults[SPREAD_FAULTS];
    size_t faults_n;
};
struct spread_reading { /* for `check` */
    struct arena *a;
    struct db *db;
    int64_t dialogue;
    enum lang lang;
    struct day today;
    const struct spread_table *t;
    struct spread_back *back;
    struct spread_change *change;
};
/* The same for `take`, of a change that was checked before. */
struct spread_reading *spread_reading_of(struct request *req, struct db *db, int64_t dialogue,
                                         const struct spread_table *t, struct spread_back *back,
                                         struct spread_change *change);
/* Says what is wrong with this row. `about` fills {wat}. */
void spread_wrong(struct spread_reading *r, const struct words *what, struct str about);
/* The cell of a column by its name, as it would be; empty when there is no such column. */
struct str spread_cell(const struct spread_table *t, const struct str *cells,
                       const char *column);
bool spread_changes(const struct spread_change *c, const struct spread_table *t,
                    const char *column);

enum spread_says {
    SPREAD_TITLE,
    SPREAD_LEAD,
    SPREAD_THING,  /* "Punt {n}" */
    SPREAD_NEW,    /* name of a new one; NULL: there are no new ones */
    SPREAD_GONE,   /* "{wat}" is no number of one of them */
    SPREAD_NUMBER, /* "{wat}" is no number at all */
    SPREAD_TWICE,
    SPREAD_FETCH,  /* heading of where the file is fetched */
    SPREAD_NONE,   /* there is nothing yet */
    SPREAD_CHANGE, /* heading of how to change it, and what may be done: */
    SPREAD_HOW_1,
    SPREAD_HOW_2,
    SPREAD_HOW_3,
    SPREAD_CHANGED, /* a conflict: what to do */
};
struct spread_kind {
    const char *path; /* "/{}/beheer/punten-rekenblad" */
    const char *stem; /* of the file: "punten" */
    const char *page; /* of a thing: "/{}/beheer/punten/{}" */
    const char
        *undo; /* where a batch is taken back, "/{}/beheer/punten/terug"; NULL: nowhere */
    const struct words *(*says)(enum spread_says what);
    /* How many there are. */
    enum err (*count)(struct db *db, int64_t dialogue, int64_t *n);
    /* Everything there is now. Cells of words as they stand in the data. */
    enum err (*rows)(struct db *db, struct arena *a, int64_t dialogue, struct spread_table *t);
    /* A cell as a field on a page would take it; NULL: only trimmed. */
    struct str (*clean)(struct arena *a, const struct spread_column *c, struct str cell);
    /* How a cell is shown beside the other; NULL: as it is. */
    struct str (*shown)(struct spread_reading *r, const struct spread_column *c,
                        struct str cell);
    /* Says with spread_wrong what is wrong with r->change. */
    enum err (*check)(struct spread_reading *r);
    /* Writes the changes; `batch` becomes that of the history. */
    enum err (*take)(struct tx *tx, struct request *req, const struct dialogue *d,
                     const struct spread_table *t, const struct spread_back *back,
                     int64_t *batch);
};

/* The file: semicolons, CRLF and a byte order mark, as Dutch spreadsheets read it. */
void spread_write(struct arena *a, const struct spread_table *t, struct out *o);
/* Reads a file and compares it. What is wrong with it is in `faults`, and then there are no changes. */
MUST_CHECK enum err spread_read(struct request *req, struct db *db, int64_t dialogue,
                                const struct spread_kind *k, const struct spread_table *t,
                                struct str bytes, struct spread_back *back);

/* ---- the pages of a kind, whose `about` is the kind ---- */

struct spread_form {
    struct upload file;
    struct str kept; /* the changes that were seen, as a file */
};
extern const struct form spread_form;
struct spread_view {
    struct dialogue d;
    struct path self, fetch, undo_at;
    const struct spread_kind *kind;
    const struct form_state *f;
    const struct spread_back *back; /* NULL: nothing came back yet */
    bool may;                       /* something can be taken over */
    size_t kept_n;
    int64_t all, done, undo;
};
#define SPREAD_QUERY "klaar terug"
MUST_CHECK enum err spread_file(struct request *req, struct response *res);
MUST_CHECK enum err spread_show(struct request *req, struct response *res);
MUST_CHECK enum err spread_prepare(struct request *req);
MUST_CHECK enum err spread_take(struct tx *tx, struct request *req, struct response *res);

#endif
