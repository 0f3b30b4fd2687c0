/* points.h — an editor's sentence that sums up voices and findings; the middle of the chain.
 *
 * A point exists in editions: edition 0 is the draft, which loading writes anew; publishing copies
 * it, and the schema refuses any change to a copy. The id of a point is the same in every edition.
 *
 *   P1  a published point rests on at least one finding or shown voice (law 2)
 *   P2  a published point stands in at least one theme; rank 0 is its home
 *   P3  a number given once is never another point, also when it was removed before any edition */
#ifndef FEATURES_POINTS_POINTS_H
#define FEATURES_POINTS_POINTS_H

#include "features/dialogue/dialogue.h"
#include "features/points/points.sql.h"

/* Drops the whole draft of a dialogue. */
MUST_CHECK enum err points_draft_clear(struct tx *tx, int64_t dialogue);

/* The id for a point of the draft with that number: the one that number was given, or a new one.
 * Cost: two look-ups. */
MUST_CHECK enum err point_draft_id(struct tx *tx, struct arena *a, int64_t dialogue,
                                   int64_t number, int64_t *id);

/* ---- one point of the draft, whole: read, changed in memory, written back ---- */

struct point_words {
    struct str lang, body;
};
struct point_place {
    int64_t theme, position, rank; /* rank 0: its home */
};
struct point_state {
    bool exists; /* false: there is no such point in the draft; the rest is empty */
    enum kind kind;
    int64_t position; /* order in the report */
    struct point_words *texts;
    size_t texts_n;
    struct point_place *themes; /* by rank */
    size_t themes_n;
    struct numbers findings, voices; /* ids, ascending */
};
MUST_CHECK enum err point_state_read(struct db *db, struct arena *a, int64_t point,
                                     struct point_state *s);
/* Writes exactly this, whatever was there; what does not exist is removed. The number has to be the one
 * that id was given, or new together with it. Cost: a row for each text, theme, finding and voice. */
MUST_CHECK enum err point_state_write(struct tx *tx, int64_t dialogue, int64_t number,
                                      int64_t point, const struct point_state *s);
/* The state as a text, equal for equal states; empty when the point does not exist. Reading it back
 * gives the state; ERR_BROKEN when it is no such text. */
struct str point_state_text(struct arena *a, const struct point_state *s);
MUST_CHECK enum err point_state_parse(struct arena *a, struct str text, struct point_state *s);
/* The sentence in a language; empty when there is none. */
struct str point_state_said(const struct point_state *s, struct str lang);

/* The points of the draft that break P1 or P2, in order of number, at most 100. */
struct point_fault {
    int64_t number;
    bool unsupported; /* rests on nothing that may be shown */
    bool homeless;    /* stands in no theme */
};
MUST_CHECK enum err points_check(struct db *db, struct arena *a, int64_t dialogue,
                                 struct point_fault **faults, size_t *faults_n);

/* Copies the draft of a dialogue to `edition`, an id that is in the table of editions and has no
 * points yet. Check first: P1 and P2 are asked of the draft, not here. */
MUST_CHECK enum err points_publish(struct tx *tx, int64_t dialogue, int64_t edition);

#endif
