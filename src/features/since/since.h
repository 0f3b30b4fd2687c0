/* since.h — what became of each theme since people talked about it, to begin a next gathering with: to print, a theme
 * on each sheet, or to show on a wall. Of a whole dialogue, or of the themes at the tables of a gathering. */
#ifndef FEATURES_SINCE_SINCE_H
#define FEATURES_SINCE_SINCE_H

#include "features/deeds/deeds.h"
#include "features/since/since.sql.h"

struct since_line {
    const struct since_commitments_row *row;
    struct lateness late;
};
struct since_theme {
    const struct since_themes_row *row;
    struct since_line *lines;
    size_t n;
    int64_t waiting; /* points in no advice */
};
struct since_view {
    struct dialogue d;
    struct since_theme *themes;
    size_t n;
};

#endif
