/* reword.h — points of the draft out to a spreadsheet, and back with other words.
 *
 * The file has a row for each point: its number, `basis` (what tells whether its words changed since), its
 * kind, its theme, its sentence in each language, and how much it rests on. Coming back, only the kind and
 * the sentences may differ. What a point rests on, where it stands and its number stay as they are.
 *
 *   W1  a file that comes back as it went out changes nothing
 *   W2  a point whose words changed after the file was made is a conflict, and is not overwritten
 *   W3  all changes are one act: one batch of the history, taken back as one (desk.h) */
#ifndef FEATURES_REWORD_REWORD_H
#define FEATURES_REWORD_REWORD_H

#include "features/desk/desk.h"

enum {
    REWORD_BYTES = 1000 * 1000, /* of a file */
    REWORD_ROWS = 5000,
    REWORD_MOST = 500, /* points that one act changes */
    REWORD_LANGS = 24,
    REWORD_FAULTS = 50, /* that are said */
    REWORD_LONG = 400,  /* letters of a sentence */
};

/* The points of the draft, as they are now. */
struct reword_point {
    int64_t id, number, voices, findings;
    enum kind kind;
    bool has_theme;
    struct str theme;
    struct point_words *texts; /* by language */
    size_t texts_n;
};
struct reword_draft {
    struct str own;
    struct reword_point *points;
    size_t n;
    struct str langs[REWORD_LANGS]; /* that sentences stand in; its own first, then English */
    size_t langs_n;
};
MUST_CHECK enum err reword_now(struct db *db, struct arena *a, int64_t dialogue, struct str own,
                               struct reword_draft *d);
struct str reword_said(const struct reword_point *p, struct str lang);
/* What tells whether its kind or words changed; letters first, so that no spreadsheet counts with it. */
struct str reword_basis(struct arena *a, const struct reword_point *p);
/* The file: semicolons, CRLF and a byte order mark, as Dutch spreadsheets read it. */
void reword_write(struct arena *a, const struct reword_draft *d, struct out *o);

/* ---- what came back ---- */

struct reword_text { /* a sentence that would change */
    struct str lang, before, after;
};
struct reword_change {
    const struct reword_point *point;
    bool conflict; /* its words changed since the file was made */
    bool kind_changes;
    enum kind kind;
    struct reword_text *texts;
    size_t texts_n;
};
struct reword_fault {
    int64_t line; /* 0: of the file as a whole */
    struct str said;
};
struct reword_back {
    struct reword_change *changes; /* in the order of the file; with conflicts */
    size_t n, conflicts;
    int64_t rows;
    struct reword_fault faults[REWORD_FAULTS];
    size_t faults_n;
};
/* Reads a file and compares it with the draft. What is wrong with it is in `faults`, in `lang`, and then
 * there are no changes. Memory: arena. */
void reword_read(struct arena *a, const struct reword_draft *d, struct str bytes,
                 enum lang lang, struct reword_back *back);
/* The changes without the conflicts, as a file for reword_read. */
struct str reword_kept(struct arena *a, const struct reword_draft *d,
                       const struct reword_back *back);

#endif
