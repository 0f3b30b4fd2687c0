/* gathering.h — an evening: its programme, its rounds and tables. A table is a gathering, a round and
 * a number; what was noted there is kept by sources and voices. */
#ifndef FEATURES_GATHERING_GATHERING_H
#define FEATURES_GATHERING_GATHERING_H

#include "features/dialogue/dialogue.h"
#include "features/gathering/gathering.sql.h"

#endif
