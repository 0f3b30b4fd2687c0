/* team.h — what the page Bestanden shows. */
#ifndef FEATURES_OPENDATA_TEAM_H
#define FEATURES_OPENDATA_TEAM_H

#include "features/history/history.h"

struct team_view {
    struct dialogue d;
    bool edits;
    struct history_lines taken; /* who took what out */
};

#endif
