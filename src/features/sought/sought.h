/* sought.h — what people look for on the map and do not find: words, without who asked for them.
 *
 * A word that nothing on the map knows is counted, at most once an hour, so that one person who tries again
 * counts once and nobody needs to be told apart. Until SOUGHT_LEAST different hours it is kept as a number
 * that nobody can read; from then on as the word, on the work list of who keeps the map. Of a question in which
 * anything points at a person (algo/noticed.h: a name, an address, a number) nothing is kept. With the
 * neighbourhood that was asked for only when the word touches nothing delicate (sought_delicate).
 *
 * Somebody deals with each: a word of residents is explained to the map, an entry is made, what is missing is brought into
 * a dialogue as a voice, or it is nothing for the map. A word that goes on being asked comes back by itself. */
#ifndef FEATURES_SOUGHT_SOUGHT_H
#define FEATURES_SOUGHT_SOUGHT_H

#include "features/map/map.h"
#include "web/web.h"

enum {
    SOUGHT_LEAST = 10,
    SOUGHT_WORD = 40,      /* bytes */
    SOUGHT_MARK_DAYS = 90, /* after it was last asked a mark goes away */
};

/* Kept as a number: append only. */
enum sought_outcome {
    SOUGHT_EXPLAINED, /* the map knows now what is meant */
    SOUGHT_ENTERED,   /* there is an entry now */
    SOUGHT_RAISED,    /* brought into a dialogue */
    SOUGHT_NOT_OURS,  /* nothing for the map; does not come back */
    SOUGHT_OUTCOMES
};
struct term sought_outcome_term(int outcome);

/* What the answer to this question leaves behind; of most questions nothing. */
struct behind sought_behind(struct request *req, const struct map_ask *ask,
                            const struct map_found *found);
/* Does this folded word touch health, money, love, faith, crime or papers? Then nobody may know where it was
 * asked. By beginnings of words: sooner too often than not enough. */
bool sought_delicate(struct str word);

#endif
