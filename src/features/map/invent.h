/* invent.h — a made-up map: believable services of a city that does not exist, from a number. */
#ifndef FEATURES_MAP_INVENT_H
#define FEATURES_MAP_INVENT_H

#include "base/time.h"

#include "features/map/shapes.h"

#include <stdint.h>
#include <stdio.h>

#define INVENTED_SOURCE "verzonnen"

/* Writes a table as sheet.h reads it: the same number and count give the same rows, days counted back from
 * `today`. The key of a row begins with the code of its kind ("huisarts-12"), for who measures. */
void map_invent(uint64_t seed, int services, struct day today, FILE *to);
/* How its neighbourhoods lie, around the middles of what stands in them. */
MUST_CHECK enum err map_invent_shapes(struct tx *tx, struct shapes_done *done);

#endif
