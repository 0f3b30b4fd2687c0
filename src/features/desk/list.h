/* list.h — the points of the draft; filled by list.c, read by list.html. */
#ifndef FEATURES_DESK_LIST_H
#define FEATURES_DESK_LIST_H

#include "features/desk/desk.h"
#include "features/desk/list.sql.h"
#include "features/people/people.h"
#include "features/remarks/remarks.h"

struct desk_list_view {
    struct dialogue d;
    struct path self;
    struct notice notice;
    struct draft_theme_counts_row *themes;
    size_t themes_n;
    int64_t points, voices,
        findings; /* of all themes together; the last two wait for a point */
    const struct draft_theme_counts_row *theme; /* NULL: all of them, counted */
    const struct desk_points_row *rows;
    size_t rows_n;
    bool first, more; /* of the order: the page begins at its beginning; another follows */
    struct path next;
    const struct desk_homeless_row *homeless;
    size_t homeless_n;
    const struct desk_themeless_row *themeless; /* voices; more than fifty are not told */
    size_t themeless_n;
    bool editor;
    struct remarks remarks; /* about the theme */
    struct present here;
    const struct point_fault *faults; /* what blocks publishing */
    size_t faults_n;
};

#endif
