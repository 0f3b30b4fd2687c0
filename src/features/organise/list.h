/* list.h — what the list of gatherings at the desk shows. */
#ifndef FEATURES_ORGANISE_LIST_H
#define FEATURES_ORGANISE_LIST_H

#include "features/organise/organise.h"

struct organise_list_view {
    struct dialogue d;
    struct organise_list_row *gatherings;
    size_t gatherings_n;
    bool edits; /* this visitor may set one up; else only look at the evening itself */
    struct day today;
    const struct words *done;
};

#endif
