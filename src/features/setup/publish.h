/* publish.h — what a new edition would hold, and what is in its way; filled by publish.c, read by
 * publish.html. */
#ifndef FEATURES_SETUP_PUBLISH_H
#define FEATURES_SETUP_PUBLISH_H

#include "features/points/points.h"
#include "features/setup/edit.h"
#include "features/setup/setup.sql.h"

enum { CHECK_LINKS = 10 };
enum publish_checks {
    CHECK_UNUSED,
    CHECK_UNREAD,
    CHECK_UNSUPPORTED,
    CHECK_UNDESCRIBED,
    CHECK_LONG,
    CHECK_UNTRANSLATED,
    CHECKS
};
struct publish_link {
    struct path to;
    struct str text;
};
struct publish_check {              /* something to look at before it appears */
    const struct words *good, *bad; /* "{n} …" is told before the second */
    int64_t n;                      /* 0: it is in order */
    struct publish_link links[CHECK_LINKS];
    size_t links_n;
};

struct publish_view {
    struct publish_check checks[CHECKS];
    bool seconded;     /* somebody else looked along, and nothing changed since */
    bool looked;       /* you did */
    struct str second; /* who looked along */
    struct setup_colleagues_row *colleagues; /* who could; none: you are alone here */
    size_t colleagues_n;
    int64_t newest; /* change that this page shows as the last */
    struct edit_view page;
    struct setup_draft_row draft;
    struct point_fault *faults;
    size_t faults_n;
    struct str other; /* language of the translation that is missing, in itself */
    int64_t number;   /* of the edition that would appear */
    bool blocked;
};

#endif
