/* review.h — a person reads each voice before anything of it shows: the list of what waits, one voice,
 * objections, care, and the desk where notes from paper and phone are typed in.
 *
 * No voice from any channel is public before somebody decided so here. What comes with a folder
 * (features/folder) was read by whoever publishes that folder; it has no intake and never waits here. */
#ifndef FEATURES_REVIEW_REVIEW_H
#define FEATURES_REVIEW_REVIEW_H

#include "features/history/history.h"
#include "features/voices/voices.h"
#include "store/store.h"

/* What a program noticed in the words of a voice; a hint for whoever reads it. Kept as a number. */
enum help { HELP_NONE, HELP_NEED, HELP_DANGER, HELPS };

/* Looks through what waits and was not looked at yet, 500 at most in each list, so that what may
 * speak of danger stands on top. Gives how many. Called now and then by whoever serves; the lists
 * hold without it. Cost: some 60 µs a voice, none of it on the writer's thread. */
MUST_CHECK enum err review_look(struct store *st, size_t *n);

/* The languages people here speak most, each as it calls itself: to say in which a voice was given. */
enum { TONGUES = 16 };
struct tongue {
    struct str code, name;
};
struct tongue tongue(int i);             /* 0 to TONGUES - 1; Dutch first */
struct str tongue_name(struct str code); /* the code itself when it is not among them */

#endif
