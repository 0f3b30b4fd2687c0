/* history.h — nothing is quietly changed: what was done to a voice, a point, a setting, by whom, and
 * what was there before. Whoever changes such a thing writes it down in the same transaction.
 *
 *   TRY(history_write(tx, req, &(struct change){ .dialogue = d.id, .thing = THING_POINT, .number = id,
 *                                                 .act = ACT_REWORDED, .before = was, .after = is },
 *                     &row));
 *
 * Acts done in one go (a selection of voices) share a batch, so that they can be taken back in one
 * go: `batch` is 0 for the first, and the id it gave for the others.
 *
 * `before` and `after` are texts: words that were said or written, a code ("shown"), a number. Words
 * of a person go the way of those words: `history_forget` empties them when the thing is erased. */
#ifndef FEATURES_HISTORY_HISTORY_H
#define FEATURES_HISTORY_HISTORY_H

#include "features/dialogue/dialogue.h"

/* Kept as a number: append only. */
enum thing {
    THING_DIALOGUE, /* number: id of the dialogue; settings too */
    THING_THEME,
    THING_VOICE,
    THING_POINT,
    THING_PERSON,
    THING_NEIGHBOURHOOD,
    THING_GATHERING,
    THING_OBJECTION,
    THING_SITE, /* number: 1 */
    THING_PHOTO,
    THING_PILLAR,
    THING_ADVICE,     /* its answer, and what came of that, too */
    THING_COMMITMENT, /* its deeds and notes too */
    THING_FINDING,
    THING_CHALLENGE, /* people who offer to do a task of the city */
    THING_STEP_KIND, /* of the way through the city */
    THINGS
};
enum act {
    ACT_MADE,
    ACT_CHANGED, /* a setting or title: before and after */
    ACT_REMOVED,
    ACT_SHOWN,    /* a voice is for everybody to read */
    ACT_HIDDEN,   /* a voice is not shown; after: code of the reason */
    ACT_REWORDED, /* the words of a voice's public text, or of a point */
    ACT_SORTED,   /* theme, kind, neighbourhood or table of a voice */
    ACT_SET_ASIDE,
    ACT_OPENED, /* no longer set aside, hidden or held */
    ACT_WITHDRAWN,
    ACT_ERASED,
    ACT_TAKEN_ALONG, /* a voice or finding under a point: after its number */
    ACT_LET_GO,      /* no longer under that point */
    ACT_MERGED,      /* into the point that `after` names */
    ACT_SPLIT,       /* from the point that `before` names */
    ACT_MOVED,       /* place in the order */
    ACT_TRANSLATED,
    ACT_PUBLISHED,
    ACT_OBJECTED, /* by its author */
    ACT_DECIDED,  /* about an objection */
    ACT_ANSWERED, /* a message to its author */
    ACT_HELD,     /* kept apart as part of a wave */
    ACT_CARED,    /* somebody has to help; after: by when */
    ACT_ROLE,     /* a person may do something, or no longer */
    ACT_UNDONE,   /* takes a batch back: after its id */
    ACT_SECONDED, /* a draft of the report was looked at by somebody else */
    ACTS
};

struct change {
    int64_t dialogue; /* 0: of the whole site */
    enum thing thing;
    int64_t number;
    enum act act;
    int64_t batch; /* 0: the first of its batch, or alone */
    struct str before, after;
};
/* Writes it down as done by req->visitor (by its author or the program when nobody signed in), now.
 * `row` becomes its id; NULL when nobody needs it. */
MUST_CHECK enum err history_write(struct tx *tx, const struct request *req,
                                  const struct change *change, int64_t *row);
/* Empties what was there before and after of this thing: the words are erased, the act remains. */
MUST_CHECK enum err history_forget(struct tx *tx, enum thing thing, int64_t number);

/* Marks a batch as taken back. Fails: ERR_CLASH when it was already. */
MUST_CHECK enum err history_take_back(struct tx *tx, int64_t batch);
/* The newest row about a thing that is not of this batch, 0 when there is none: when it is newer than
 * the batch, another hand was at the thing since. */
MUST_CHECK enum err history_newest_outside(struct db *db, enum thing thing, int64_t number,
                                           int64_t batch, int64_t *row);

/* ---- showing it ---- */

/* One change as people read it. */
struct history_line {
    int64_t id;
    enum thing thing;
    enum act act;
    enum who role;
    struct str person; /* of a colleague; empty: its author, or the program */
    struct instant at;
    struct str name; /* "Inbreng 12" */
    struct path to;  /* everything that was done to it; empty: it has no such page */
    struct str before, after;
    bool undone;
};
struct history_lines { /* newest first */
    struct history_line *at;
    size_t n;
    bool more;    /* there are older ones */
    int64_t last; /* id of the last of these: the key of what comes behind it */
};
/* What was done to this thing, at most fifty; `below` is the id before which to look, INT64_MAX for
 * the newest. Shown by {use history_list(&lines)} from "features/history/lines.html". For pages of
 * WHO_READER and higher: it names colleagues. */
MUST_CHECK enum err history_of(struct request *req, const struct dialogue *d, enum thing thing,
                               int64_t number, int64_t below, struct history_lines *lines);
/* The same of everything in the dialogue; THINGS and ACTS let everything through. */
MUST_CHECK enum err history_in(struct request *req, const struct dialogue *d, enum thing thing,
                               enum act act, int64_t below, struct history_lines *lines);
/* The newest row about a thing, 0 when there is none: what a form was based on. When it is another
 * by the time that the form comes back, somebody else was first. */
MUST_CHECK enum err history_newest(struct db *db, enum thing thing, int64_t number,
                                   int64_t *row);

/* Words for a list: "Inbreng"; "aan iedereen laten zien". */
const struct words *thing_words(enum thing thing);
const struct words *act_words(enum act act);
const struct words *role_words(
    enum who role); /* "redacteur"; WHO_ANYONE: "de schrijver zelf" */

#endif
