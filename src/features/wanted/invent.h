/* invent.h — made-up needs, offers and pullers for a demo. */
#ifndef FEATURES_WANTED_INVENT_H
#define FEATURES_WANTED_INVENT_H

#include "base/time.h"
#include "store/store.h"

/* Does nothing when there is something already. */
MUST_CHECK enum err wanted_invent(struct tx *tx, struct instant now);

#endif
