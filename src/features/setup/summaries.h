/* summaries.h — the list of languages in which a report is summed up on one page. */
#ifndef FEATURES_SETUP_SUMMARIES_H
#define FEATURES_SETUP_SUMMARIES_H

#include "features/setup/edit.h"

struct summaries_item {
    struct str name;
    struct path to;
    bool written, machine, used; /* used: the dialogue uses this language */
};
struct summaries_view {
    struct edit_view page;
    struct summaries_item *items;
    size_t items_n;
    bool saved;
};

#endif
