/* publish.h — what a new edition would hold, and what is in its way; filled by publish.c, read by
 * publish.html. */
#ifndef FEATURES_SETUP_PUBLISH_H
#define FEATURES_SETUP_PUBLISH_H

#include "features/points/points.h"
#include "features/setup/edit.h"
#include "features/setup/setup.sql.h"

struct publish_view {
    struct edit_view page;
    struct setup_draft_row draft;
    struct point_fault *faults;
    size_t faults_n;
    struct str other; /* language of the translation that is missing, in itself */
    int64_t number;   /* of the edition that would appear */
    bool blocked;
};

#endif
