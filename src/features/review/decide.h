/* decide.h — what can be done with voices chosen from a list: one of these, for all of them. */
#ifndef FEATURES_REVIEW_DECIDE_H
#define FEATURES_REVIEW_DECIDE_H

#include "features/review/review.h"

enum deed { DEED_SHOW, DEED_HIDE, DEED_COUNT, DEED_SORT, DEED_HOLD, DEED_FREE };
struct decision {
    enum deed deed;
    enum reason reason; /* of DEED_HIDE */
    int64_t theme;      /* of DEED_SORT */
};
/* Reads "toon", "tel", "apart", "vrij", "verberg-double", "thema-hulp". False when it is none. */
MUST_CHECK enum err decision_read(struct request *req, int64_t dialogue, struct str text,
                                  struct decision *d, bool *found);

struct chosen {
    struct numbers numbers; /* of voices in this dialogue */
    enum check_state state; /* as the list showed them: what changed since is left alone */
    bool apart;             /* each by itself; else what has the same words goes with it */
    int64_t last;           /* … as far as it had come in when the list was made */
};
/* Does it, in one batch that can be taken back. A voice that somebody else decided about meanwhile, or
 * whose words are the same but for a number when it would be shown, is left and counted. */
MUST_CHECK enum err decide(struct tx *tx, struct request *req, int64_t dialogue,
                           const struct decision *d, const struct chosen *chosen,
                           int64_t *batch, int64_t *done, int64_t *left);

#endif
