/* uuid.h — an id for HSDS that stays the same: made of the kind of thing, its source and its id there.
 *
 * Version 8 (RFC 9562): two runs of FNV-1a. Two things of one city meet by chance once in ever; it protects
 * against nothing. */
#ifndef FEATURES_MAP_UUID_H
#define FEATURES_MAP_UUID_H

#include "base/base.h"

struct str uuid_of(struct arena *a, const char *kind, struct str source, struct str key);
/* Is it one, in small letters? */
bool uuid_is(struct str text);

#endif
