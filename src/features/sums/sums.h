/* sums.h — where all voices of a dialogue are: used + waiting + set aside + only counted + withdrawn.
 *
 * The sums are kept by triggers in the schema while voices, points and editions are written,
 * so a page reads a few rows however many voices there are. `sums_check` counts everything anew. */
#ifndef FEATURES_SUMS_SUMS_H
#define FEATURES_SUMS_SUMS_H

#include "features/dialogue/dialogue.h"

/* Where one voice is. Kept as a number in voice_sum: append only. */
enum standing {
    STANDING_WAITING,
    STANDING_USED, /* a point of the newest edition rests on it */
    STANDING_SET_ASIDE,
    STANDING_ONLY_COUNTED,
    STANDING_WITHDRAWN,
    STANDINGS
};

/* Counts everything of every dialogue anew and compares: the sums, the other tallies, and the hash of
 * each edition with its body. Each fault is said in a line in `lang` and counted in `wrong`.
 * Cost: reads every voice and finding. */
typedef void sums_say(struct str line, void *with);
MUST_CHECK enum err sums_check(struct db *db, struct arena *a, enum lang lang, sums_say *say,
                               void *with, int64_t *wrong);

#endif
