/* naming.h — a name becomes a role, in one act, in every text that is public or will be: points of the
 * draft, what others may read of voices, stories, findings, sources, themes, long texts, evenings, what stands with
 * pictures and photos, and from advice to answer, commitment and deed.
 *
 * The record of what was said stays: a voice keeps it beside its public text (voice_said), and the history
 * holds what was there before. A published edition never changes; the page says when the name is in it.
 *
 *   N1  a text changes only when it is as it was when somebody looked at it
 *   N2  taking back puts a text as it was, unless another hand was at it since
 *
 * Cost: reads every such text of the dialogue: some 10 ms for 5,000 voices. */
#ifndef FEATURES_NAMING_NAMING_H
#define FEATURES_NAMING_NAMING_H

#include "algo/naming.h"
#include "features/desk/desk.h"
#include "features/naming/naming.sql.h"

/* Kept as a number: append only; 1 to 4 are of a voice (schema/0029). */
enum naming_part {
    PART_POINT,
    PART_VOICE,
    PART_TRANSLATION,
    PART_SIGNED,
    PART_TITLE,
    PART_FINDING,
    PART_THEME_TITLE,
    PART_QUESTION,
    PART_CONTEXT,
    PART_SECTION,
    PART_EVENING,
    PART_SUMMARY,
    PART_ALT,
    PART_CAPTION,
    PART_MAKER,
    PART_EVENING_TITLE,
    PART_PLACE,
    PART_ITEM_TITLE,
    PART_ITEM,
    PART_SOURCE_TITLE,
    PART_SOURCE_NOTE,
    PART_AUTHOR,
    PART_PILLAR_TITLE,
    PART_PILLAR,
    PART_SUMMARY_MAKER,
    PART_PHOTO,
    PART_PHOTO_EN,
    PART_PHOTO_MAKER,
    PART_ADVICE_TITLE,
    PART_ADVICE,
    PART_PRIORITY,
    PART_NEXT,
    PART_REASON,
    PART_OPTIONS,
    PART_PROMISE_TITLE,
    PART_PROMISE,
    PART_STOPPED,
    PART_DEED,
    PART_FIGURE,
    PARTS
};
const struct words *part_words(enum naming_part part); /* "Punt", "Verhaal", … */

struct named { /* a text */
    enum naming_part part;
    int64_t row, number;
    struct str lang, body;
};
struct named_text { /* one in which the name stands */
    struct named text;
    struct str said; /* with the role */
    struct str key;  /* tells it from others, and whether it changed since */
    bool sure, ticked;
    struct path to;
};

/* Calls `row` for each text; its words live until the next. Stops at the first error. */
typedef enum err naming_row(const struct named *text, void *with);
MUST_CHECK enum err naming_walk(struct db *db, int64_t dialogue, naming_row *row, void *with);

enum { NAMED_MOST = 500 }; /* texts of one act */
struct naming_roles {
    struct str own, english; /* english: empty: as `own` */
};
/* The texts where a name stands, at most NAMED_MOST; `more` when there are others. */
MUST_CHECK enum err naming_find(struct request *req, struct db *db, const struct dialogue *d,
                                const struct naming *name, struct naming_roles roles,
                                struct named_text **texts, size_t *n, bool *more);
/* How many points of the newest edition hold it. */
MUST_CHECK enum err naming_in_edition(struct db *db, int64_t dialogue,
                                      const struct naming *name, int64_t *points);

/* Puts these words in place of what is there, and writes it down in the batch of `w`. */
MUST_CHECK enum err naming_put(struct draft *w, const struct named *text, struct str said);
/* Takes an act back. `done` and `left` count texts. Fails: ERR_MISSING when there is none here. */
MUST_CHECK enum err naming_undo(struct draft *w, int64_t batch, int64_t *done, int64_t *left);

struct naming_view {
    struct dialogue d;
    const struct form_state *f;
    struct path self;
    struct str name, role, english;
    bool asked, previews, more; /* a name was given; a role too; there are more texts */
    const struct words *odd;    /* why nothing was looked for; NULL: it was */
    struct named_text *texts;
    size_t texts_n;
    int64_t published; /* points of the newest edition with the name */
    int64_t done, left, undo;
    bool was_done, was_undone;
};

#endif
