/* ask.h — a question to the map as groups of terms. For find.c; see there. */
#ifndef FEATURES_MAP_ASK_H
#define FEATURES_MAP_ASK_H

#include "features/map/find.h"

/* Reads the question and scores every entry. Fills corrections, missed and partly. */
MUST_CHECK enum err map_asked(struct db *db, struct arena *a, const struct map_ask *ask,
                              struct map_found *found, struct finder_hit **hits, size_t *n,
                              uint32_t *hints);

#endif
