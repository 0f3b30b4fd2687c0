/* gathering.h — an evening: its programme, its rounds and tables. A table is a gathering, a round and
 * a number; what was noted there is kept by sources and voices. */
#ifndef FEATURES_GATHERING_GATHERING_H
#define FEATURES_GATHERING_GATHERING_H

#include "features/dialogue/dialogue.h"
#include "features/gathering/gathering.sql.h"

/* The place of an item that only the team sees is this or more, so that a programme can be cleared and
 * written again without it. */
enum { PROGRAMME_TEAM = 1000 };

#endif
