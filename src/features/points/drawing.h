/* drawing.h — what a point rests on, as a drawing: on the left the tables and sources, in the middle
 * what was said there, on the right the point. Only numbers for the template to write; the page says
 * all of it in words too, so the drawing is for eyes only. */
#ifndef FEATURES_POINTS_DRAWING_H
#define FEATURES_POINTS_DRAWING_H

#include "features/sources/sources.h"
#include "features/voices/voices.h"

enum { DRAWN_MOST = 20 }; /* more than so many things become one number for each place */

struct drawn {
    int64_t y; /* of its middle */
    struct str label;
    bool voice; /* round; a finding is square */
    bool faded; /* a voice that can no longer be read */
};
struct drawn_line { /* a curve between two middles */
    int64_t from, to;
};
struct drawing {
    int64_t height, middle; /* of the whole; of the point */
    struct drawn *places, *things;
    struct drawn_line *left, *right;
    size_t places_n, things_n; /* as many lines left and right as there are things */
};

/* Fails to draw (`height` 0) when there is nothing, or more places than fit. */
struct drawing point_draw(struct arena *a, enum lang lang, const struct finding_item *findings,
                          size_t findings_n, const struct voice_item *voices, size_t voices_n);

#endif
