/* areas.c — /kaart/wijken: how much there is in each neighbourhood, drawn, and the same in a table. */
#include "features/services/areas.h"

#include "features/services/areas.html.h"

#include <math.h>
#include <stdlib.h>

struct frame_of {
    double west, north, squeeze, scale;
    int64_t high;
};

/* Where they lie together: the whole is DRAWING_WIDE wide. */
static struct frame_of frame_around(struct arena *a, const struct map_shapes_row *shapes,
                                    size_t n)
{
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (size_t i = 0; i < n; i++) {
        struct str bytes = shapes[i].rings;
        struct shape_ring ring;
        while (shape_next(&bytes, a, &ring))
            for (size_t k = 0; k < ring.n; k++) {
                west = fmin(west, ring.points[k].longitude);
                east = fmax(east, ring.points[k].longitude);
                south = fmin(south, ring.points[k].latitude);
                north = fmax(north, ring.points[k].latitude);
            }
    }
    struct frame_of f = { .west = west, .north = north };
    f.squeeze = cos((south + north) / 2 / 1e6 * 3.14159265358979 / 180);
    const double wide = fmax((east - west) * f.squeeze, 1), tall = fmax(north - south, 1);
    f.scale = (DRAWING_WIDE - 4) / fmax(wide, tall * 0.75);
    f.high = (int64_t)(tall * f.scale) + 5;
    return f;
}

static void draw(struct arena *a, const struct frame_of *f, struct str bytes,
                 struct area_line *line)
{
    struct out o = out_start(a, 512, LANG_NL);
    struct shape_ring ring;
    double x_sum = 0, y_sum = 0, surface = 0;
    while (shape_next(&bytes, a, &ring)) {
        for (size_t k = 0; k < ring.n; k++) {
            const struct shape_point p = ring.points[k], q = ring.points[(k + 1) % ring.n];
            const double x = 2 + (p.longitude - f->west) * f->squeeze * f->scale,
                         y = 2 + (f->north - p.latitude) * f->scale,
                         x2 = 2 + (q.longitude - f->west) * f->squeeze * f->scale,
                         y2 = 2 + (f->north - q.latitude) * f->scale, turn = x * y2 - x2 * y;
            out_raw(&o, arena_format(a, "%c%.1f %.1f", k ? 'L' : 'M', x, y));
            surface += turn;
            x_sum += (x + x2) * turn;
            y_sum += (y + y2) * turn;
        }
        out_raw(&o, STR("Z"));
    }
    line->path = (struct str){ o.s, o.n };
    if (fabs(surface) > 1e-6) {
        line->x = lround(x_sum / surface / 3);
        line->y = lround(y_sum / surface / 3) + 8;
    }
}

/* The more there is, the darker: in equal steps from the least to the most there is anywhere. */
static const char *shade_of(int64_t count, int64_t least, int64_t most)
{
    static const char *const shades[DRAWING_SHADES] = {
        "var(--dlg-paper)", "var(--dlg-accent-100)", "var(--dlg-accent-300)",
        "var(--dlg-accent-400)", "var(--dlg-accent-500)"
    };
    if (!count) return shades[0];
    return shades[1 + (count - least) * (DRAWING_SHADES - 1) / (most - least + 1)];
}

static enum err fill(struct request *req, struct areas_view *v)
{
    struct arena *a = req->arena;
    struct map_areas_row *areas;
    struct map_shapes_row *shapes;
    size_t n, shapes_n;
    int64_t least = INT64_MAX, most = 0;
    const struct map_ask ask = {
        .lang = req->lang, .now = req->now, .language = -1, .age = -1, .subject = -1, .most = 1
    };
    struct map_found *found = NEW(a, struct map_found, 1);
    TRY(map_find(req->db, a, &ask, found));
    TRY(map_areas(req->db, a, &areas, &n));
    TRY(map_shapes(req->db, a, &shapes, &shapes_n));
    const struct frame_of f = frame_around(a, shapes, shapes_n);
    v->high = shapes_n ? f.high : 0;
    v->lines = NEW(a, struct area_line, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct area_line *line = &v->lines[v->lines_n++];
        *line = (struct area_line){ .slug = areas[i].slug, .name = areas[i].name };
        line->count = areas[i].id < MAP_AREAS ? found->areas[areas[i].id] : 0;
        line->number = (int64_t)v->lines_n;
        if (line->count > most) most = line->count;
        if (line->count && line->count < least) least = line->count;
        for (size_t k = 0; k < shapes_n; k++)
            if (shapes[k].area == areas[i].id) draw(a, &f, shapes[k].rings, line);
        v->drawn += line->path.n > 0;
    }
    for (size_t i = 0; i < n; i++) v->lines[i].shade = shade_of(v->lines[i].count, least, most);
    return OK;
}

static enum err handle(struct request *req, struct response *res)
{
    struct areas_view v = { 0 };
    TRY(site_frame(req, &res->frame));
    TRY(fill(req, &v));
    TRY(map_figures(req->db, req->today, &v.figures));
    res->frame.title = words_in(SAY("Kies een wijk"), req->lang);
    res->frame.description =
        words_in(SAY("Hoeveel er is in elke wijk van de stad."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    services_areas_page(response_page(req, res), &v);
    return OK;
}

const struct page services_areas = {
    .path = "/kaart/wijken",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
