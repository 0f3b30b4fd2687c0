/* daily.h — work that the program does by itself on a day, as long as it takes: mails that nobody asked for.
 *
 * It goes in rounds, each a short transaction of its own, so that others can write in between, and a server
 * that is killed loses no more than the round under way, whole. What was done is in the data: who begins
 * again does nothing twice.
 *
 *   static enum err some(struct tx *tx, struct request *req, struct daily_round *r)
 *   {                                                  a few hundred behind r->after, r->after_2
 *       …  r->next = last.id; r->more = n == some_limit; r->done += 1;
 *   }
 *   TRY(daily_rounds(st, daily, some, &done)); */
#ifndef WEB_DAILY_H
#define WEB_DAILY_H

#include "web/web.h"

struct daily {
    struct str site;   /* where this site is for the world */
    struct str secret; /* of this data file */
    struct instant now;
};
struct daily_round {
    int64_t after, after_2; /* behind what it goes on: 0 the first time */
    int64_t next, next_2;   /* set by the step: behind what the next goes on */
    int64_t done;           /* set by the step: how many by this round */
    bool more;              /* set by the step: there is another round */
};
/* May run twice, when a commit fails: reads `after`, sets the rest. `req`: nobody asks, now; its arena ends
 * with the round. */
typedef enum err daily_step(struct tx *tx, struct request *req, struct daily_round *round);
/* `done`: how many by all rounds. Does nothing while no mail can be sent. */
MUST_CHECK enum err daily_rounds(struct store *st, const struct daily *daily, daily_step *step,
                                 int64_t *done);

#endif
