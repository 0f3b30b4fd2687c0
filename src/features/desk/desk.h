/* desk.h — points from voices: an editor's work on the draft, each act whole, written down and able to be
 * taken back.
 *
 * An act reads the points it touches, changes them in memory and closes them: closing refuses what breaks
 * a law, writes the difference in the history (of the point and of each voice) and keeps how the point
 * stood before. What one act did to several points shares one batch and is taken back as one.
 *
 *   D1  a point of the draft rests on at least one voice or finding, or it goes
 *   D2  no voice that is set aside stands under a point of the draft
 *   D3  taking back an act restores exactly what was there, or does nothing */
#ifndef FEATURES_DESK_DESK_H
#define FEATURES_DESK_DESK_H

#include "features/desk/desk.sql.h"
#include "features/history/history.h"
#include "features/points/points.h"
#include "features/voices/voices.h"
#include "store/store.h"

enum { CHOSEN_MOST = 500, RESTS_MOST = 2000 };

struct draft { /* one act */
    struct tx *tx;
    struct request *req;
    const struct dialogue *d;
    int64_t batch; /* 0 until something was written down */
};
struct draft_point {
    int64_t id, number;
    int64_t other; /* number of the point it was split from, or merged into; 0: neither */
    struct point_state before, now;
};

/* A point of the draft by its number. Fails: ERR_MISSING. */
MUST_CHECK enum err draft_open(struct draft *w, int64_t number, struct draft_point *p);
/* A new one behind all others, with a number that nothing ever had; `now` is to be filled. */
MUST_CHECK enum err draft_new(struct draft *w, struct draft_point *p);
/* Writes what became of it. Fails: ERR_FORM, with the sentence in the form, when it would rest on
 * nothing (set `now.exists` to false to remove it) or on more than RESTS_MOST. */
MUST_CHECK enum err draft_close(struct draft *w, struct draft_point *p);

/* A sentence as it was typed, on one line. */
struct str draft_line(struct arena *a, struct str typed);
/* Its sentence in a language; an empty one takes it away. */
void draft_say(struct arena *a, struct point_state *s, struct str lang, struct str body);
/* Where it stands: its home, and others; its place in the order remains. */
void draft_place(struct arena *a, struct point_state *s, int64_t home, struct numbers others);

/* Changes places with the point above or below it in a theme. `moved` false: it is the first or last. */
MUST_CHECK enum err draft_move(struct draft *w, int64_t theme, int64_t number, bool up,
                               bool *moved);
/* Takes a batch back. `done` false: something changed since, or a voice was set aside; nothing is done
 * then. Fails: ERR_MISSING when there is no such batch here. */
MUST_CHECK enum err draft_undo(struct draft *w, int64_t batch, bool *done);

/* What tells whether a point changed since a form was shown; another place in the order is no change. */
struct str draft_basis(struct arena *a, const struct point_state *s);

/* Sets of ids, ascending and each once; the results are new. */
struct numbers numbers_sorted(struct arena *a, struct numbers x);
struct numbers numbers_with(struct arena *a, struct numbers x, struct numbers more);
struct numbers numbers_without(struct arena *a, struct numbers x, struct numbers less);
bool numbers_have(struct numbers x, int64_t one);

/* What was ticked in a form, as ids that a point may rest on. What may not be used is said in the form;
 * the caller asks form_checked. */
struct picked {
    struct numbers voices, findings; /* ids */
};
MUST_CHECK enum err draft_picked(struct draft *w, struct numbers voices,
                                 struct numbers findings, struct picked *picked);

/* Reads the voices whose words came or changed, 10,000 at most, so that related ones are found. Gives how
 * many. Called now and then by whoever serves; pages hold without it. Cost: some 40 µs a voice, of
 * which 5 on the writer's thread. */
MUST_CHECK enum err desk_read(struct store *st, size_t *n);

/* ---- what pages share ---- */

/* What was just done, as an address says it: "gemaakt". */
struct notice {
    const struct words *said; /* NULL: nothing */
    struct str text;          /* the sentence, with its number */
    int64_t number;           /* of the point; 0: none */
    int64_t undo;             /* batch that can be taken back; 0: none */
    struct path undo_at;
    struct str theme; /* to come back to */
};
struct notice notice_read(struct request *req, const struct dialogue *d, struct str code,
                          struct str number, struct str undo, struct str theme);
/* The list of a theme, saying that; `point` and `undo` may be 0. */
struct path notice_path(struct arena *a, const struct dialogue *d, struct str theme,
                        const char *code, int64_t point, int64_t undo);

/* An address with `terug` behind it, when there is something to take back. */
struct path notice_undo(struct arena *a, struct path to, int64_t undo);

/* A crumb to the list, for the pages behind it. */
void desk_crumb(struct request *req, struct response *res, const struct dialogue *d);

#endif
