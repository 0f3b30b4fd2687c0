/* table.h — what the page of one table shows: what was noted there, and where each note went. */
#ifndef FEATURES_GATHERING_TABLE_H
#define FEATURES_GATHERING_TABLE_H

#include "features/gathering/gathering.h"
#include "features/gathering/table.sql.h"
#include "features/photos/photos.h"

struct went { /* the points that rest on one note, in order of number */
    const struct table_finding_points_row *points;
    size_t points_n;
};
struct noted_finding {
    struct table_findings_row row;
    struct went to;
};
struct noted_voice {
    struct table_voices_row row;
    struct went to;
};

struct table_view {
    struct dialogue d;
    struct table_shown_row table;
    struct str name; /* "Tafel 8, ronde 2"; without its round where there is only one */
    struct noted_finding *findings;
    struct noted_voice *voices;
    size_t findings_n, voices_n;
    struct photos_shown photos;
};

#endif
