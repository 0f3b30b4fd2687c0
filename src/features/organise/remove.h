/* remove.h — asking whether something of a gathering may be taken away, and why it may not. */
#ifndef FEATURES_ORGANISE_REMOVE_H
#define FEATURES_ORGANISE_REMOVE_H

#include "features/organise/organise.h"

struct ask_view {
    struct evening_view e;
    struct str name, warning;
    const struct words *hangs; /* why it cannot go; NULL: it can */
};

#endif
