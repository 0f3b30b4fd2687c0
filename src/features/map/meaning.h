/* meaning.h — the city's own words: what its residents say, and how the map calls it. Each change is written
 * down (features/history) and counts at once for everybody who searches. */
#ifndef FEATURES_MAP_MEANING_H
#define FEATURES_MAP_MEANING_H

#include "web/web.h"

/* `means`: words of the map, with commas; empty: what the program itself has for it is not used. */
MUST_CHECK enum err map_meaning_explain(struct tx *tx, struct request *req, struct str said,
                                        struct str means);
/* Fails: ERR_MISSING. */
MUST_CHECK enum err map_meaning_forget(struct tx *tx, struct request *req, int64_t id);

#endif
