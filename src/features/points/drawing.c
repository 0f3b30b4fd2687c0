/* drawing.c — where everything stands in the drawing of a point. */
#include "features/points/drawing.h"

#include <stdlib.h>

enum { ROW = 34, MARGIN = 8 };

struct somewhere {    /* something said, and where */
    int64_t order;    /* of its place: tables by number, then the rest */
    struct str place; /* its label */
    struct str where; /* which place it is: tables of two evenings may bear the same number */
    struct str label;
    bool voice, faded;
};

static struct str number_label(struct arena *a, int64_t number)
{
    return arena_format(a, "%lld", (long long)number);
}

static void set_place(struct arena *a, enum lang lang, bool at_table, struct str gathering,
                      int64_t round, int64_t table, const struct words *otherwise,
                      struct somewhere *t)
{
    t->order = at_table ? round * 1000000 + table : INT64_MAX;
    t->place = at_table ? FILL(a, SAY("Tafel {n}"), lang, { "n", number_label(a, table) })
                        : words_in(otherwise, lang);
    t->where = at_table ? arena_format(a, "%.*s.%lld.%lld", STR_ARG(gathering),
                                       (long long)round, (long long)table)
                        : t->place;
}

static size_t gather(struct arena *a, enum lang lang, const struct finding_item *findings,
                     size_t findings_n, const struct voice_item *voices, size_t voices_n,
                     struct somewhere *things)
{
    size_t n = 0;
    for (size_t i = 0; i < findings_n; i++, n++) {
        const struct findings_of_theme_row *f = &findings[i].f;
        things[n].label = number_label(a, f->number);
        set_place(a, lang, f->has_table_number, f->gathering, f->round, f->table_number,
                  SAY("Bron"), &things[n]);
    }
    for (size_t i = 0; i < voices_n; i++, n++) {
        const struct voices_of_theme_row *v = &voices[i].v;
        things[n].label = number_label(a, v->number);
        things[n].voice = true;
        things[n].faded = v->visibility != VISIBILITY_SHOWN;
        set_place(a, lang, v->has_table_number, v->gathering, v->round, v->table_number,
                  SAY("Los ingestuurd"), &things[n]);
    }
    return n;
}

static int by_place(const void *a, const void *b)
{
    const struct somewhere *x = a, *y = b;
    if (x->order != y->order) return x->order < y->order ? -1 : 1;
    const int where = str_cmp(x->where, y->where);
    return where ? where : x->voice - y->voice; /* findings first */
}

/* The places of things that are in order. */
static size_t places_of(const struct somewhere *things, size_t n,
                        const struct somewhere **places)
{
    size_t places_n = 0;
    for (size_t i = 0; i < n; i++) {
        size_t p = 0;
        while (p < places_n && !str_eq(places[p]->where, things[i].where)) p++;
        if (p == places_n) places[places_n++] = &things[i];
    }
    return places_n;
}

/* One row for each thing of a place, or one for all of them together. */
static void draw_place(struct arena *a, struct drawing *d, const struct somewhere *place,
                       const struct somewhere *things, size_t n, bool together)
{
    const size_t first = d->things_n;
    int64_t count = 0;
    bool voices = true;
    for (size_t i = 0; i < n; i++) {
        if (!str_eq(things[i].where, place->where)) continue;
        count++;
        voices &= things[i].voice;
        if (together) continue;
        d->things[d->things_n] =
            (struct drawn){ .y = MARGIN + ROW / 2 + (int64_t)d->things_n * ROW,
                            .label = things[i].label,
                            .voice = things[i].voice,
                            .faded = things[i].faded };
        d->things_n++;
    }
    if (together) {
        d->things[d->things_n] =
            (struct drawn){ .y = MARGIN + ROW / 2 + (int64_t)d->things_n * ROW,
                            .label = arena_format(a, "%lld×", (long long)count),
                            .voice = voices };
        d->things_n++;
    }
    const int64_t y = (d->things[first].y + d->things[d->things_n - 1].y) / 2;
    d->places[d->places_n++] = (struct drawn){ .y = y, .label = place->place };
    for (size_t i = first; i < d->things_n; i++)
        d->left[i] = (struct drawn_line){ y, d->things[i].y };
}

struct drawing point_draw(struct arena *a, enum lang lang, const struct finding_item *findings,
                          size_t findings_n, const struct voice_item *voices, size_t voices_n)
{
    struct drawing d = { 0 };
    struct somewhere *things = NEW(a, struct somewhere, findings_n + voices_n);
    const size_t n = gather(a, lang, findings, findings_n, voices, voices_n, things);
    if (n) qsort(things, n, sizeof *things, by_place);
    const struct somewhere **places = NEW(a, const struct somewhere *, n);
    const size_t places_n = places_of(things, n, places);
    if (n == 0 || places_n > DRAWN_MOST) return d;

    d.places = NEW(a, struct drawn, places_n);
    d.things = NEW(a, struct drawn, n);
    d.left = NEW(a, struct drawn_line, n);
    d.right = NEW(a, struct drawn_line, n);
    for (size_t p = 0; p < places_n; p++)
        draw_place(a, &d, places[p], things, n, n > DRAWN_MOST);
    const int64_t rows = d.things_n < 3 ? 3 : (int64_t)d.things_n;
    const int64_t shift = (rows - (int64_t)d.things_n) * ROW / 2;
    d.height = rows * ROW + 2 * MARGIN;
    d.middle = d.height / 2;
    for (size_t p = 0; p < d.places_n; p++) d.places[p].y += shift;
    for (size_t i = 0; i < d.things_n; i++) {
        d.things[i].y += shift;
        d.left[i].from += shift;
        d.left[i].to += shift;
        d.right[i] = (struct drawn_line){ d.things[i].y, d.middle };
    }
    return d;
}
