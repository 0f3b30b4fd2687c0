/* shapes.c — see shapes.h. */
#include "features/map/shapes.h"

#include "base/bytes.h"
#include "features/map/map.h"
#include "features/map/rows.sql.h"
#include "features/map/shapes.sql.h"
#include "features/setup/setup.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PART = 1500 };

/* ---- coordinates ---- */

void rd_to_degrees(double x, double y, double *latitude, double *longitude)
{
    struct term {
        int p, q;
        double k;
    };
    static const struct term north[] = {
        { 0, 1, 3235.65389 }, { 2, 0, -32.58297 }, { 0, 2, -0.24750 }, { 2, 1, -0.84978 },
        { 0, 3, -0.06550 },   { 2, 2, -0.01709 },  { 1, 0, -0.00738 }, { 4, 0, 0.00530 },
        { 2, 3, -0.00039 },   { 4, 1, 0.00033 },   { 1, 1, -0.00012 },
    };
    static const struct term east[] = {
        { 1, 0, 5260.52916 }, { 1, 1, 105.94684 }, { 1, 2, 2.45656 },  { 3, 0, -0.81885 },
        { 1, 3, 0.05594 },    { 3, 1, -0.05607 },  { 0, 1, 0.01199 },  { 3, 2, -0.00256 },
        { 1, 4, 0.00128 },    { 0, 2, 0.00022 },   { 2, 0, -0.00022 }, { 5, 0, 0.00026 },
    };
    const double dx = (x - 155000) / 1e5, dy = (y - 463000) / 1e5;
    double a = 0, b = 0;
    for (size_t i = 0; i < COUNT_OF(north); i++)
        a += north[i].k * pow(dx, north[i].p) * pow(dy, north[i].q);
    for (size_t i = 0; i < COUNT_OF(east); i++)
        b += east[i].k * pow(dx, east[i].p) * pow(dy, east[i].q);
    *latitude = 52.15517440 + a / 3600;
    *longitude = 5.38720621 + b / 3600;
}

static bool point_read(const json_t *pair, struct shape_point *p)
{
    const json_t *first = json_array_get(pair, 0), *second = json_array_get(pair, 1);
    if (!json_is_number(first) || !json_is_number(second)) return false;
    double longitude = json_number_value(first), latitude = json_number_value(second);
    if (longitude > 1000 && longitude < 300000 && latitude > 300000 && latitude < 650000)
        rd_to_degrees(longitude, latitude, &latitude, &longitude);
    if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90))
        return false;
    *p = (struct shape_point){ (int32_t)lround(longitude * 1e6),
                               (int32_t)lround(latitude * 1e6) };
    return true;
}

/* ---- simpler lines ---- */

/* Squared distance of p to the piece from a to b; degrees of longitude count less than those of latitude. */
static double away(struct shape_point p, struct shape_point a, struct shape_point b,
                   double squeeze)
{
    const double ax = a.longitude * squeeze, ay = a.latitude, bx = b.longitude * squeeze,
                 by = b.latitude, px = p.longitude * squeeze, py = p.latitude;
    const double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    double t = length > 0 ? ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    const double dx = px - ax - t * (bx - ax), dy = py - ay - t * (by - ay);
    return dx * dx + dy * dy;
}

struct piece {
    size_t from, to;
};
/* Douglas and Peucker (1973), with a stack of our own: a line of a million points goes no deeper. */
static void keep_between(const struct shape_point *p, struct piece whole, double least,
                         double squeeze, bool *keep, struct piece *stack)
{
    size_t n = 0;
    stack[n++] = whole;
    while (n) {
        const struct piece x = stack[--n];
        size_t far = 0;
        double most = least * least;
        for (size_t i = x.from + 1; i < x.to; i++) {
            const double d = away(p[i], p[x.from], p[x.to], squeeze);
            if (d > most) most = d, far = i;
        }
        if (!far) continue;
        keep[far] = true;
        stack[n++] = (struct piece){ x.from, far };
        stack[n++] = (struct piece){ far, x.to };
    }
}

/* The ring has its first point repeated at its end. */
static void simplify(struct arena *a, struct shape_ring *ring, double least)
{
    const size_t n = ring->n;
    const double squeeze = cos(ring->points[0].latitude / 1e6 * 3.14159265358979 / 180);
    bool *keep = NEW(a, bool, n);
    struct piece *stack = NEW(a, struct piece, n + 2);
    size_t far = 0, kept = 0;
    double most = -1;
    for (size_t i = 1; i + 1 < n;
         i++) { /* a ring is two lines: to what lies furthest, and back */
        const double d = away(ring->points[i], ring->points[0], ring->points[0], squeeze);
        if (d > most) most = d, far = i;
    }
    keep[0] = keep[far] = true;
    keep_between(ring->points, (struct piece){ 0, far }, least, squeeze, keep, stack);
    keep_between(ring->points, (struct piece){ far, n - 1 }, least, squeeze, keep, stack);
    for (size_t i = 0; i + 1 < n; i++)
        if (keep[i]) ring->points[kept++] = ring->points[i];
    ring->n = kept;
}

/* ---- GeoJSON ---- */

struct reading {
    struct arena *arena;
    struct shape *shapes;
    size_t n, points;
    enum shapes_fault fault;
};

static bool fails(struct reading *r, enum shapes_fault fault)
{
    if (!r->fault) r->fault = fault;
    return false;
}

static bool ring_read(struct reading *r, const json_t *json, struct shape_ring *ring)
{
    const size_t n = json_array_size(json);
    if (n < 4) return true; /* no surface: left out */
    if ((r->points += n) > SHAPES_POINTS) return fails(r, SHAPES_TOO_MUCH);
    ring->points = arena_room(r->arena, n + 1, sizeof *ring->points);
    for (size_t i = 0; i < n; i++)
        if (!point_read(json_array_get(json, i), &ring->points[ring->n++]))
            return fails(r, SHAPES_ELSEWHERE);
    const struct shape_point first = ring->points[0], last = ring->points[n - 1];
    if (first.longitude != last.longitude || first.latitude != last.latitude)
        ring->points[ring->n++] = first;
    return true;
}

static bool polygon_read(struct reading *r, const json_t *json, struct shape *s)
{
    for (size_t i = 0; i < json_array_size(json); i++) {
        if (s->rings_n == SHAPE_RINGS) return fails(r, SHAPES_TOO_MUCH);
        struct shape_ring *ring = &s->rings[s->rings_n];
        if (!ring_read(r, json_array_get(json, i), ring)) return false;
        s->rings_n += ring->n > 0;
    }
    return true;
}

static struct str name_of(struct arena *a, json_t *properties)
{
    static const char *const names[] = { "naam", "name", "wijknaam", "buurtnaam", "statnaam" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *key;
        json_t *value;
        json_object_foreach(properties, key, value)
        {
            if (strcasecmp(key, names[i]) || !json_string_length(value)) continue;
            const struct str text = str_trim(arena_copy(
                a, (struct str){ json_string_value(value), json_string_length(value) }));
            if (text.n && text.n <= 200 && !memchr(text.s, 0, text.n)) return text;
        }
    }
    return STR("");
}

static bool feature_read(struct reading *r, json_t *feature)
{
    json_t *geometry = json_object_get(feature, "geometry");
    const json_t *where = json_object_get(geometry, "coordinates");
    const char *type = json_string_value(json_object_get(geometry, "type"));
    const struct str name = name_of(r->arena, json_object_get(feature, "properties"));
    if (!name.n || !type || (strcmp(type, "Polygon") && strcmp(type, "MultiPolygon")))
        return true;
    struct shape *s = &r->shapes[r->n];
    *s = (struct shape){ .name = name, .rings = NEW(r->arena, struct shape_ring, SHAPE_RINGS) };
    if (!strcmp(type, "Polygon")) {
        if (!polygon_read(r, where, s)) return false;
    } else
        for (size_t i = 0; i < json_array_size(where); i++)
            if (!polygon_read(r, json_array_get(where, i), s)) return false;
    r->n += s->rings_n > 0;
    return true;
}

static bool features_read(struct reading *r, json_t *root)
{
    json_t *features = json_object_get(root, "features");
    const size_t n = json_array_size(features);
    if (!n) return fails(r, SHAPES_NO_FEATURES);
    if (n > SHAPES_MOST) return fails(r, SHAPES_TOO_MUCH);
    r->shapes = NEW(r->arena, struct shape, n + 1);
    for (size_t i = 0; i < n; i++)
        if (!feature_read(r, json_array_get(features, i))) return false;
    return r->n ? true : fails(r, SHAPES_NO_FEATURES);
}

/* So far may a point lie from where it was. */
static double least_of(const struct reading *r)
{
    struct shape_point low = { INT32_MAX, INT32_MAX }, high = { INT32_MIN, INT32_MIN };
    for (size_t s = 0; s < r->n; s++)
        for (size_t k = 0; k < r->shapes[s].rings_n; k++)
            for (size_t i = 0; i < r->shapes[s].rings[k].n; i++) {
                const struct shape_point p = r->shapes[s].rings[k].points[i];
                if (p.longitude < low.longitude) low.longitude = p.longitude;
                if (p.latitude < low.latitude) low.latitude = p.latitude;
                if (p.longitude > high.longitude) high.longitude = p.longitude;
                if (p.latitude > high.latitude) high.latitude = p.latitude;
            }
    const double wide = (double)high.longitude - low.longitude,
                 tall = (double)high.latitude - low.latitude;
    return (wide > tall ? wide : tall) / PART;
}

enum shapes_fault shapes_parse(struct arena *a, struct str geojson, struct shape **shapes,
                               size_t *n)
{
    struct reading r = { .arena = a };
    json_error_t error;
    json_t *root =
        json_loadb(geojson.s ? geojson.s : "", geojson.n, JSON_REJECT_DUPLICATES, &error);
    *n = 0;
    if (!root) return SHAPES_NO_JSON;
    if (features_read(&r, root)) {
        const double least = least_of(&r);
        for (size_t s = 0; s < r.n; s++)
            for (size_t k = 0; k < r.shapes[s].rings_n; k++)
                simplify(a, &r.shapes[s].rings[k], least);
        *shapes = r.shapes;
        *n = r.n;
    }
    json_decref(root);
    return r.fault;
}

/* ---- as bytes ---- */

struct str shape_bytes(struct arena *a, const struct shape *shape)
{
    size_t n = 0;
    for (size_t k = 0; k < shape->rings_n; k++) n += 4 + 8 * shape->rings[k].n;
    char *bytes = arena_room(a, n + 1, 1), *to = bytes;
    for (size_t k = 0; k < shape->rings_n; k++) {
        const struct shape_ring *ring = &shape->rings[k];
        const uint32_t points = (uint32_t)ring->n;
        memcpy(to, &points, 4);
        to += 4;
        for (size_t i = 0; i < ring->n; i++, to += 8) {
            memcpy(to, &ring->points[i].longitude, 4);
            memcpy(to + 4, &ring->points[i].latitude, 4);
        }
    }
    return (struct str){ bytes, n };
}

bool shape_next(struct str *bytes, struct arena *a, struct shape_ring *ring)
{
    uint32_t n;
    if (bytes->n < 4) return false;
    memcpy(&n, bytes->s, 4);
    if (n > (bytes->n - 4) / 8) return false;
    ring->n = n;
    ring->points = arena_room(a, n + 1, sizeof *ring->points);
    for (size_t i = 0; i < n; i++) {
        memcpy(&ring->points[i].longitude, bytes->s + 4 + 8 * i, 4);
        memcpy(&ring->points[i].latitude, bytes->s + 8 + 8 * i, 4);
    }
    *bytes = str_from(*bytes, 4 + 8 * (size_t)n);
    return true;
}

/* By how often a line to the east crosses an edge; a hole is a ring like any other. */
bool shape_holds(struct str bytes, struct arena *a, int32_t latitude, int32_t longitude)
{
    bool inside = false;
    struct shape_ring ring;
    const struct arena_mark start = arena_here(a);
    while (shape_next(&bytes, a, &ring))
        for (size_t i = 0, before = ring.n - 1; i < ring.n; before = i++) {
            const struct shape_point p = ring.points[i], q = ring.points[before];
            if ((p.latitude > latitude) == (q.latitude > latitude)) continue;
            const double at = (double)(q.longitude - (int64_t)p.longitude) *
                                  (double)(latitude - (int64_t)p.latitude) /
                                  (double)(q.latitude - (int64_t)p.latitude) +
                              p.longitude;
            if (longitude < at) inside = !inside;
        }
    arena_back(a, start);
    return inside;
}

/* ---- kept ---- */

static enum err place_all(struct tx *tx, struct arena *a, int64_t *placed)
{
    struct map_shapes_row *shapes;
    struct locations_nowhere_row *rows;
    size_t shapes_n, n;
    int64_t after = 0;
    TRY(map_shapes(tx->db, a, &shapes, &shapes_n));
    const struct arena_mark start = arena_here(a);
    do {
        arena_back(a, start);
        TRY(locations_nowhere(tx->db, a, after, &rows, &n));
        for (size_t i = 0; i < n; i++)
            for (size_t s = 0; s < shapes_n; s++) {
                if (!shape_holds(shapes[s].rings, a, (int32_t)rows[i].latitude,
                                 (int32_t)rows[i].longitude))
                    continue;
                TRY(location_area_set(tx, rows[i].id, shapes[s].area));
                ++*placed;
                break;
            }
        if (n) after = rows[n - 1].id;
    } while (n == locations_nowhere_limit);
    return OK;
}

static enum err keep_one(struct tx *tx, struct arena *a, const struct shape *shape,
                         struct shapes_done *done)
{
    struct map_area_of_row row;
    bool found;
    struct str slug = slug_propose(a, shape->name);
    if (!slug.n) slug = STR("x");
    TRY(map_area_of(tx->db, a, slug, &row, &found));
    if (!found) {
        TRY(map_area_add(tx, slug, shape->name, &row.id));
        done->made++;
    }
    done->areas++;
    return map_shape_put(tx, row.id, shape_bytes(a, shape));
}

enum err shapes_keep(struct tx *tx, const struct shape *shapes, size_t n,
                     struct shapes_done *done)
{
    struct arena a = { 0 };
    *done = (struct shapes_done){ 0 };
    enum err e = map_shapes_clear(tx);
    for (size_t i = 0; i < n && e == OK; i++) e = keep_one(tx, &a, &shapes[i], done);
    if (e == OK) e = place_all(tx, &a, &done->placed);
    arena_end(&a);
    return e == OK && done->placed ? map_rebuild(tx) : e;
}
