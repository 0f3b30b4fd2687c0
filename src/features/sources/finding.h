/* finding.h — one finding; filled by finding.c, read by finding.html. */
#ifndef FEATURES_SOURCES_FINDING_H
#define FEATURES_SOURCES_FINDING_H

#include "features/sources/finding.sql.h"
#include "features/sources/sources.h"

struct finding_view {
    struct dialogue d;
    struct findings_of_theme_row f;
    struct used used;
    struct findings_at_table_row *beside; /* of the same table */
    size_t beside_n;
    bool has_before, has_behind;
    int64_t before, behind; /* in its theme */
};

#endif
