/* areas.h — the neighbourhoods of the map, drawn and in a table. */
#ifndef FEATURES_SERVICES_AREAS_H
#define FEATURES_SERVICES_AREAS_H

#include "features/services/services.h"

enum { DRAWING_WIDE = 640, DRAWING_SHADES = 5 };

struct area_line {
    struct str slug, name;
    int64_t count, number; /* number: in the drawing and the table */
    struct str path;       /* of the drawing; empty: nobody said how it lies */
    const char *shade;
    int64_t x, y; /* where its number stands */
};
struct areas_view {
    struct area_line *lines;
    size_t lines_n, drawn;
    int64_t high; /* of the drawing */
    struct map_figures figures;
};

#endif
