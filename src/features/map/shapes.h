/* shapes.h — how the neighbourhoods lie: read from GeoJSON, made simple enough for a page, and kept.
 *
 * A feature is a neighbourhood when it has a name (naam, name, wijknaam, buurtnaam, statnaam, in any case) and
 * a Polygon or MultiPolygon. Coordinates are longitude and latitude in degrees, as GeoJSON wants; those
 * of the Dutch grid (RD, metres), which many municipalities deliver all the same, are recognised and
 * reckoned over within a metre. Lines are made simpler until no point lies further than a part in 1,500
 * of the whole from where it was.
 *
 * As bytes, ring after ring: how many points (4 bytes), then longitude and latitude of each in millionths
 * of a degree (4 and 4), all with the lowest byte first. */
#ifndef FEATURES_MAP_SHAPES_H
#define FEATURES_MAP_SHAPES_H

#include "store/store.h"

enum {
    SHAPES_MOST = 2000,      /* neighbourhoods */
    SHAPE_RINGS = 2000,      /* of one */
    SHAPES_POINTS = 2000000, /* read; what is kept is far less */
};

struct shape_point {
    int32_t longitude, latitude; /* millionths of a degree */
};
struct shape_ring {
    struct shape_point *points; /* the first is not repeated */
    size_t n;
};
struct shape {
    struct str name;
    struct shape_ring *rings;
    size_t rings_n;
};
enum shapes_fault {
    SHAPES_RIGHT,
    SHAPES_NO_JSON,
    SHAPES_NO_FEATURES, /* no FeatureCollection, or nothing in it with a name and a surface */
    SHAPES_ELSEWHERE,   /* coordinates that are neither degrees nor of the Dutch grid */
    SHAPES_TOO_MUCH,
};
/* What stands in it, already simpler. Memory: the arena. */
enum shapes_fault shapes_parse(struct arena *a, struct str geojson, struct shape **shapes,
                               size_t *n);
/* Metres of the Dutch grid to degrees. Formula: Schreutelkamp and Strang van Hees (2001), within 0.3 metre. */
void rd_to_degrees(double x, double y, double *latitude, double *longitude);

struct str shape_bytes(struct arena *a, const struct shape *shape);
/* The next ring of those bytes; false at the end, or when they are no rings. */
bool shape_next(struct str *bytes, struct arena *a, struct shape_ring *ring);
bool shape_holds(struct str bytes, struct arena *a, int32_t latitude, int32_t longitude);

/* Keeps them all instead of what was kept; a neighbourhood that is not there yet is made. Places without a
 * neighbourhood get that in which they lie. `placed` says how many. */
struct shapes_done {
    int64_t areas, made, placed;
};
MUST_CHECK enum err shapes_keep(struct tx *tx, const struct shape *shapes, size_t n,
                                struct shapes_done *done);

#endif
