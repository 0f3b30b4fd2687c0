/* sections.h — the list of long texts; filled by sections.c, read by sections.html. */
#ifndef FEATURES_SETUP_SECTIONS_H
#define FEATURES_SETUP_SECTIONS_H

#include "features/setup/edit.h"

struct sections_item {
    struct str title;
    struct path to;
    bool filled;
};
struct sections_view {
    struct edit_view page;
    struct sections_item items[SECTIONS];
    bool saved;
};

#endif
