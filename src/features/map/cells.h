/* cells.h — what stands in a cell of a table, read as people mean it. False when it is none of that. */
#ifndef FEATURES_MAP_CELLS_H
#define FEATURES_MAP_CELLS_H

#include "features/map/terms.h"

/* Small letters, of ASCII. */
struct str cell_small(struct arena *a, struct str text);
/* "ja", "yes", "1" to "yes"; empty stays empty. */
bool cell_yes_no(struct str *text);
/* "52.3702" or "52,3702" to six digits, and in millionths; false outside the globe. */
bool cell_degrees(struct arena *a, struct str *text, int64_t most, int64_t *millionths);
/* "1234 ab" to "1234AB", "1234". */
bool cell_postal_code(struct arena *a, struct str *text);
/* After it was read: */
bool cell_is_yes(struct str cell);
int64_t cell_number(struct str cell); /* 0 when it is empty */
/* Which of n terms has this code; false: none. */
bool cell_one_of(struct str text, struct term (*of)(int), int n, int *value);

#endif
