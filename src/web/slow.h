/* slow.h — one thread for what would keep a worker from its visitors: passwords, images, sound.
 *
 * One thing at a time, in order: a password takes 32 MiB and 50 ms on purpose. What waits is bounded;
 * who comes when it is full is asked to try again. */
#ifndef WEB_SLOW_H
#define WEB_SLOW_H

#include "store/store.h"

enum { SLOW_MOST = 256 };

struct slow;
MUST_CHECK enum err slow_start(struct slow **slow, struct store *st);
/* After everything that waits. NULL is allowed. */
void slow_end(struct slow *slow);
/* Runs `work` on the thread, with a reading connection of its own. False when too much waits. */
bool slow_add(struct slow *slow, void (*work)(struct db *db, void *with), void *with);

#endif
