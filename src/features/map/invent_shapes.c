/* invent_shapes.c — neighbourhoods for an invented city: each is what lies nearest to its middle (Voronoi), within
 * a round city wall. */
#include "features/map/invent.h"

#include "features/map/map.h"

#include <math.h>
#include <stdlib.h>

enum { WALL = 40, CORNERS = 256 };

struct spot {
    double x, y; /* millionths of a degree, longitude made as long as latitude */
};
struct cell {
    struct spot corner[CORNERS];
    size_t n;
};

/* What is left of a cell on the side of `to`, of the line halfway between the two. */
static void cut(struct cell *c, struct spot to, struct spot other)
{
    struct cell left = { .n = 0 };
    const double nx = other.x - to.x, ny = other.y - to.y;
    const double half = (nx * (to.x + other.x) + ny * (to.y + other.y)) / 2;
    for (size_t i = 0; i < c->n && left.n + 2 < CORNERS; i++) {
        const struct spot a = c->corner[i], b = c->corner[(i + 1) % c->n];
        const double da = nx * a.x + ny * a.y - half, db = nx * b.x + ny * b.y - half;
        if (da <= 0) left.corner[left.n++] = a;
        if ((da < 0 && db > 0) || (da > 0 && db < 0)) {
            const double t = da / (da - db);
            left.corner[left.n++] =
                (struct spot){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
        }
    }
    *c = left;
}

static struct cell wall_around(const struct spot *middles, size_t n)
{
    struct cell wall = { .n = WALL };
    struct spot centre = { 0, 0 };
    double most = 0;
    for (size_t i = 0; i < n; i++)
        centre.x += middles[i].x / (double)n, centre.y += middles[i].y / (double)n;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, hypot(middles[i].x - centre.x, middles[i].y - centre.y));
    for (size_t i = 0; i < WALL; i++) {
        const double turn = 6.28318530717959 * (double)i / WALL;
        const double far = (most + 6000) * (1.12 + 0.05 * sin(3 * turn) + 0.03 * cos(5 * turn));
        wall.corner[i] =
            (struct spot){ centre.x + far * cos(turn), centre.y + far * sin(turn) };
    }
    return wall;
}

enum err map_invent_shapes(struct tx *tx, struct shapes_done *done)
{
    struct arena a = { 0 };
    struct map_areas_row *areas;
    size_t all, n = 0;
    enum err e = map_areas_place(tx);
    if (e == OK) e = map_areas(tx->db, &a, &areas, &all);
    *done = (struct shapes_done){ 0 };
    if (e == OK && all) {
        struct spot *middles = NEW(&a, struct spot, all);
        struct shape *shapes = NEW(&a, struct shape, all);
        const double squeeze = cos((double)areas[0].latitude / 1e6 * 3.14159265358979 / 180);
        for (size_t i = 0; i < all; i++)
            if (areas[i].has_latitude && areas[i].has_longitude) {
                shapes[n].name = areas[i].name;
                middles[n++] = (struct spot){ (double)areas[i].longitude * squeeze,
                                              (double)areas[i].latitude };
            }
        const struct cell wall = wall_around(middles, n);
        for (size_t i = 0; i < n; i++) {
            struct cell c = wall;
            for (size_t k = 0; k < n; k++)
                if (k != i) cut(&c, middles[i], middles[k]);
            shapes[i].rings = NEW(&a, struct shape_ring, 1);
            shapes[i].rings_n = 1;
            shapes[i].rings[0].points = NEW(&a, struct shape_point, c.n + 1);
            for (size_t k = 0; k < c.n; k++)
                shapes[i].rings[0].points[shapes[i].rings[0].n++] =
                    (struct shape_point){ (int32_t)(c.corner[k].x / squeeze),
                                          (int32_t)c.corner[k].y };
        }
        e = shapes_keep(tx, shapes, n, done);
    }
    arena_end(&a);
    return e;
}
