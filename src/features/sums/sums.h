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

#endif
