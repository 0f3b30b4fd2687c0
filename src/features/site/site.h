/* site.h — the pages around the dialogues: home, accessibility, privacy, open data, the brand. Nothing
 * here is for other features. */
#ifndef FEATURES_SITE_SITE_H
#define FEATURES_SITE_SITE_H

#include "features/dialogue/dialogue.h"
#include "features/map/map.h"
#include "features/site/site.sql.h"

struct home_view {
    struct home_dialogues_row *dialogues;
    size_t dialogues_n;
    struct str organisation; /* may be empty */
    int64_t services;        /* on the map */
};

struct open_data_view {
    struct open_data_dialogues_row *dialogues;
    size_t dialogues_n;
};

#endif
