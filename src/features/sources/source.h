/* source.h — one source with everything it says; filled by source.c, read by source.html. */
#ifndef FEATURES_SOURCES_SOURCE_H
#define FEATURES_SOURCES_SOURCE_H

#include "features/sources/source.sql.h"
#include "features/sources/sources.h"

struct source_view {
    struct dialogue d;
    struct source_shown_row source;
    bool has_url;
    struct url url;
    bool first_page; /* the sum stands there only */
    struct source_account_row sum;
    int64_t waiting;
    struct path self;
    struct filter_view filter;
    struct finding_item *items;
    size_t items_n;
    const struct words *filter_name;
};

#endif
