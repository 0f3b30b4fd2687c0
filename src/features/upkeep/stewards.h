/* stewards.h — what the page about the stewards of neighbourhoods shows. */
#ifndef FEATURES_UPKEEP_STEWARDS_H
#define FEATURES_UPKEEP_STEWARDS_H

#include "features/upkeep/desk.h"

struct stewards_view {
    struct stewards_row *rows;
    struct people_list_row *people;
    struct map_areas_row *areas;
    size_t n, people_n, areas_n;
    const struct form_state *form;
    struct path self;
    struct keeper k;
    const struct words *done;
};

#endif
