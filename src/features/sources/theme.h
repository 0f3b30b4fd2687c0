/* theme.h — the findings of a theme; filled by theme.c, read by theme.html. */
#ifndef FEATURES_SOURCES_THEME_H
#define FEATURES_SOURCES_THEME_H

#include "features/sources/sources.h"

struct theme_findings_view {
    struct dialogue d;
    struct theme_named_row theme;
    struct path self;
    struct filter_view filter;
    struct finding_item *items;
    size_t items_n;
    int64_t all; /* findings of the theme, whatever is asked */
    const struct words *filter_name;
};

#endif
