/* load.h — HSDS data into the map: tables (tables.h) become services, each by the key it has in its source.
 *
 * What is missing or cannot be is a fault, with its file and row, and then nothing is loaded. What we cannot
 * keep (a rule that our hours do not know, a subject that is not on this map) is left out, and said. */
#ifndef FEATURES_HSDS_LOAD_H
#define FEATURES_HSDS_LOAD_H

#include "features/hsds/tables.h"
#include "features/map/map.h"

struct hsds_done {
    struct sheet_done rows;
    int64_t left_out; /* pieces that are not kept */
};
/* As sheet_load. */
MUST_CHECK enum err hsds_load(struct tx *tx, struct tables *t,
                              const struct sheet_source *source, bool dry,
                              const struct sheet_talk *talk, struct hsds_done *done);

#endif
