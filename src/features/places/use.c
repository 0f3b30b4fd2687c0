/* use.c — how many hours spaces stood empty, and how many were used, by neighbourhood and part of the week. */
#include "features/places/places.h"

#include <string.h>

struct counting {
    const struct spaces_found_row *spaces;
    size_t n;
    struct day from;
    uint8_t *taken; /* of each space and day: a bit for each quarter */
    int64_t *ids;   /* of the spaces, ascending, each with its place */
    size_t *at;
};
enum { MASK = QUARTERS / 8 };

static size_t place_of_space(const struct counting *c, int64_t id)
{
    size_t low = 0, high = c->n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (c->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->n && c->ids[low] == id ? c->at[low] : SIZE_MAX;
}

static enum err take_quarter(const struct quarters_between_row *q, void *with)
{
    struct counting *c = with;
    const size_t at = place_of_space(c, q->space);
    const int day = q->day.n - c->from.n;
    if (at == SIZE_MAX || day < 0 || day >= USE_DAYS) return OK;
    c->taken[(at * USE_DAYS + (size_t)day) * MASK + (size_t)q->quarter / 8] |=
        (uint8_t)(1U << (q->quarter % 8));
    return OK;
}

struct space_at {
    int64_t id;
    size_t at;
};
/* By id: the rows come by place and position. */
static void order_ids(struct arena *a, struct counting *c)
{
    struct space_at *x = NEW(a, struct space_at, c->n + 1),
                    *y = NEW(a, struct space_at, c->n + 1);
    for (size_t i = 0; i < c->n; i++) x[i] = (struct space_at){ c->spaces[i].id, i };
    for (size_t wide = 1; wide < c->n; wide *= 2) { /* merged, twice as wide each time */
        for (size_t from = 0; from < c->n; from += 2 * wide) {
            const size_t middle = from + wide < c->n ? from + wide : c->n;
            const size_t end = middle + wide < c->n ? middle + wide : c->n;
            size_t l = from, r = middle;
            for (size_t k = from; k < end; k++)
                y[k] = r >= end || (l < middle && x[l].id <= x[r].id) ? x[l++] : x[r++];
        }
        struct space_at *swap = x;
        x = y;
        y = swap;
    }
    for (size_t i = 0; i < c->n; i++) {
        c->ids[i] = x[i].id;
        c->at[i] = x[i].at;
    }
}

static void add_space(const struct counting *c, size_t at, const struct hours *h,
                      struct use *use)
{
    uint8_t state[QUARTERS];
    for (int i = 0; i < USE_DAYS; i++) {
        const struct day d = { c->from.n + i };
        const uint8_t *taken = &c->taken[(at * USE_DAYS + (size_t)i) * MASK];
        quarters_of(h, d, state);
        for (int q = 0; q < QUARTERS; q++) {
            const bool used = taken[q / 8] >> (q % 8) & 1;
            if (!used && state[q] == QUARTER_CLOSED) continue;
            int64_t *of = used ? use->used : use->empty;
            of[part_of(d, q)] += quarter_minutes(d, q);
        }
    }
}

static struct use *area_of(struct use_figures *f, const struct spaces_found_row *s)
{
    const struct str name = s->has_area_name ? s->area_name : STR("");
    for (size_t i = 0; i < f->areas_n; i++)
        if (str_eq(f->areas[i].name, name)) return &f->areas[i].use;
    /* Kept by name. */
    size_t to = f->areas_n++;
    for (;
         to && name.n && (!f->areas[to - 1].name.n || str_cmp(f->areas[to - 1].name, name) > 0);
         to--)
        f->areas[to] = f->areas[to - 1];
    f->areas[to] = (struct use_area){ .name = name };
    return &f->areas[to].use;
}

enum err use_count(struct db *db, struct arena *a, const struct spaces_found_row *spaces,
                   size_t n, struct day today, struct use_figures *figures)
{
    struct counting c = { .spaces = spaces, .n = n, .from = { today.n - USE_DAYS } };
    c.taken = NEW(a, uint8_t, (n + 1) * USE_DAYS * MASK);
    c.ids = NEW(a, int64_t, n + 1);
    c.at = NEW(a, size_t, n + 1);
    order_ids(a, &c);
    TRY(quarters_between(db, c.from, today, take_quarter, &c));
    *figures = (struct use_figures){ .areas = NEW(a, struct use_area, n + 1),
                                     .from = c.from,
                                     .until = { today.n - 1 } };
    for (size_t i = 0; i < n; i++) {
        struct hours h;
        struct str wrong;
        struct use one = { 0 };
        if (!hours_read(spaces[i].hours, &h, &wrong)) continue;
        add_space(&c, i, &h, &one);
        struct use *area = area_of(figures, &spaces[i]);
        for (int p = 0; p < PARTS_OF_WEEK; p++) {
            area->empty[p] += one.empty[p];
            area->used[p] += one.used[p];
            figures->all.empty[p] += one.empty[p];
            figures->all.used[p] += one.used[p];
        }
    }
    return OK;
}

int64_t use_hours(int64_t minutes)
{
    return (minutes + 30) / 60;
}

int use_share(int64_t empty, int64_t used)
{
    return empty + used ? (int)((used * 100 + (empty + used) / 2) / (empty + used)) : 0;
}

int use_share_all(const struct use *use)
{
    int64_t empty = 0, used = 0;
    for (int p = 0; p < PARTS_OF_WEEK; p++) {
        empty += use->empty[p];
        used += use->used[p];
    }
    return use_share(empty, used);
}
