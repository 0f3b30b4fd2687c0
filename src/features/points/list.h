/* list.h — all points of the newest edition; filled by list.c, read by list.html. */
#ifndef FEATURES_POINTS_LIST_H
#define FEATURES_POINTS_LIST_H

#include "features/points/list.sql.h"
#include "features/points/points.h"
#include "features/sources/sources.h"

struct points_group { /* points that follow each other under one theme */
    const struct points_in_order_row *points; /* of the first: the theme itself */
    size_t points_n;
};
struct theme_option {
    struct str slug, title;
    int64_t count;
    bool chosen;
};
struct point_list_view {
    struct dialogue d;
    struct path self;
    struct filter_view filter; /* its kinds and pages; it has no tables */
    struct theme_option *themes;
    size_t themes_n;
    struct points_group *groups;
    size_t groups_n;
};

#endif
