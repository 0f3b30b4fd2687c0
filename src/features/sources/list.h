/* list.h — the sources of a dialogue; filled by list.c, read by list.html. */
#ifndef FEATURES_SOURCES_LIST_H
#define FEATURES_SOURCES_LIST_H

#include "features/sources/list.sql.h"
#include "features/sources/sources.h"

struct source_list_view {
    struct dialogue d;
    struct sources_in_order_row *sources;
    size_t sources_n;
};

#endif
