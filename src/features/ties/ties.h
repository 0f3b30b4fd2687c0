/* ties.h — what of the map belongs to a theme or a point. An editor chooses; the map offers what answers the
 * words of a point. The pages for everybody read these tables themselves: the theme, the point and the service.
 *
 * A point with nothing tied to it is a gap: the desk lists those, and an advice can be made of them. */
#ifndef FEATURES_TIES_TIES_H
#define FEATURES_TIES_TIES_H

#include "features/advice/advice.h"
#include "features/map/map.h"
#include "features/ties/ties.sql.h"

enum { TIES_OFFERED = 20 };

struct ties_line { /* a theme, and what it is called on the map */
    struct ties_themes_row theme;
    struct str subjects;
};
struct ties_view {
    struct dialogue d;
    struct ties_line *themes;
    struct ties_points_row *points;
    size_t themes_n, points_n;
    bool gaps; /* only points with nothing */
    const struct words *done;
};
struct tie_offer {
    struct map_card card;
    bool tied, ticked;
};
struct ties_point_view {
    struct dialogue d;
    const struct form_state *form;
    int64_t number, id;
    struct str body, q, basis;
    struct path self;
    struct tie_offer *offers; /* first what is tied, then what the words find */
    size_t offers_n, tied_n;
    bool searched;
};
struct ties_form {
    struct numbers services;
    struct str basis;
};

#endif
