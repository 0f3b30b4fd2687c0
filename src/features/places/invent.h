/* invent.h — made-up places for a demo: a dozen with their spaces, and who used them. */
#ifndef FEATURES_PLACES_INVENT_H
#define FEATURES_PLACES_INVENT_H

#include "base/time.h"
#include "store/store.h"

/* Does nothing when there are places already. */
MUST_CHECK enum err places_invent(struct tx *tx, struct day today);

#endif
