/* point.h — where a point comes from; filled by point.c, read by point.html. */
#ifndef FEATURES_POINTS_POINT_H
#define FEATURES_POINTS_POINT_H

#include "features/points/drawing.h"
#include "features/points/point.sql.h"
#include "features/points/points.h"
#include "features/sources/sources.h"
#include "features/voices/voices.h"

struct wording { /* how a point read in editions that follow each other */
    struct str body, lang;
    int64_t first, last; /* numbers of those editions */
};

struct point_view {
    struct dialogue d;
    int64_t number, edition, edition_number, id;
    enum kind kind;
    struct str body, lang;
    int64_t findings_all, voices_all, tables_all; /* counted when it was published */
    bool dropped; /* it stood in an edition, and stands in the newest no more */
    struct point_editions_row *editions; /* newest first */
    size_t editions_n;
    struct wording *earlier; /* other words in earlier editions, newest first */
    size_t earlier_n;
    struct point_themes_row *themes; /* home first */
    struct point_tables_row *tables;
    struct point_sources_row *sources;
    struct finding_item *findings;
    struct voice_item *voices;
    struct points_beside_row *beside;
    size_t themes_n, tables_n, sources_n, findings_n, voices_n, beside_n;
    struct point_advices_row *advices; /* what became of it */
    struct point_commitments_row *commitments;
    size_t advices_n, commitments_n;
    struct point_put_aside_row put_aside;
    bool aside;
    struct point_reply_row reply; /* of a question */
    bool replied;
    struct url reply_url;
    struct point_entries_row *entries; /* what there is for it on the map */
    size_t entries_n;
    int64_t waits; /* days since it first stood in a report */
    struct drawing drawing;
    size_t unreadable_n;         /* voices of which only the mark is left */
    bool say_round, say_evening; /* what tells its tables apart */
};

#endif
