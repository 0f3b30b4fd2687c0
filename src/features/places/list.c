/* list.c — /plekken: where people can meet, with filters that say how many there are, and how much of it
 * is used. */
#include "features/places/places.h"

#include "features/places/list.html.h"

#include <string.h>

enum asked {
    Q_AREA,
    Q_PEOPLE,
    Q_INSIDE,
    Q_WHEELCHAIR,
    Q_FREE,
    Q_EVENING,
    Q_WEEKEND,
    Q_DAY,
    Q_TIME,
    Q_FROM,
    QUERY_N
};
static const char *const names[QUERY_N] = { "wijk",  "mensen",  "waar", "rolstoel", "gratis",
                                            "avond", "weekend", "dag",  "tijd",     "na" };

enum fits {
    FITS_WHEELCHAIR = 1 << 0,
    FITS_FREE = 1 << 1,
    FITS_EVENING = 1 << 2,
    FITS_WEEKEND = 1 << 3,
    FITS_INDOORS = 1 << 4,
    FITS_OUTDOORS = 1 << 5,
    FITS = 6,
};
static const int64_t sizes[] = { 10, 20, 50, 100 };

/* What was asked, and what each space has of it. */
struct looking {
    unsigned want;
    int64_t area, people; /* 0: any */
    bool has_moment;
    struct day day;
    int quarter; /* from which it has to be empty for an hour */
    struct spaces_found_row *spaces;
    size_t n;
    struct has {
        unsigned fits;
        bool moment;
    } * has;
};

/* ---- what is asked ---- */

static bool ticked(const struct request *req, enum asked q)
{
    return str_is(req->query[q], "1");
}

static enum err read_ask(struct request *req, struct places_view *v, struct looking *l)
{
    struct clock clock = { 19 * 60 };
    for (int q = Q_WHEELCHAIR; q <= Q_WEEKEND; q++)
        if (ticked(req, (enum asked)q)) l->want |= 1U << (q - Q_WHEELCHAIR);
    if (str_is(req->query[Q_INSIDE], "binnen")) l->want |= FITS_INDOORS;
    if (str_is(req->query[Q_INSIDE], "buiten")) l->want |= FITS_OUTDOORS;
    (void)str_number(req->query[Q_PEOPLE], 100000, &l->people);
    if (req->query[Q_AREA].n) {
        struct map_area_of_row area;
        bool found;
        TRY(map_area_of(req->db, req->arena, req->query[Q_AREA], &area, &found));
        l->area = found ? area.id : -1;
    }
    v->day = req->query[Q_DAY];
    v->time = req->query[Q_TIME];
    if (v->day.n) {
        l->has_moment =
            day_read(v->day, &l->day) && (!v->time.n || clock_read(v->time, &clock));
        v->moment_wrong = !l->has_moment;
        l->quarter = clock.minutes / QUARTER;
    }
    if (req->query[Q_FROM].n && !str_number(req->query[Q_FROM], 5000, &v->from))
        return FAIL(ERR_INPUT, "a page that begins at no place");
    v->asked = l->want || l->people || l->area || l->has_moment;
    return OK;
}

static struct path again(const struct request *req, int64_t from)
{
    struct arena *a = req->arena;
    struct str all = { 0 };
    for (int i = 0; i < QUERY_N; i++) {
        struct str value = req->query[i];
        if (i == Q_FROM) value = from > 0 ? arena_format(a, "%lld", (long long)from) : STR("");
        if (!value.n) continue;
        const struct path one = PATH(a, "{}", value);
        all = arena_format(a, "%.*s%s%s=%.*s", STR_ARG(all), all.n ? "&" : "?", names[i],
                           STR_ARG(one.text));
    }
    return (struct path){ arena_format(a, "/plekken%.*s", STR_ARG(all)) };
}

/* ---- what each space has ---- */

/* Quarters of that day and of the next that are taken, of each space, around the moment that is asked. */
struct busy {
    const struct looking *l;
    int64_t *spaces;
    size_t n, room;
    struct arena *arena;
};
static enum err note_busy(const struct quarters_between_row *q, void *with)
{
    struct busy *b = with;
    const int64_t at = (q->day.n - b->l->day.n) * QUARTERS + q->quarter - b->l->quarter;
    if (at < 0 || at >= 4 || (b->n && b->spaces[b->n - 1] == q->space)) return OK;
    b->spaces = rows_grow(b->arena, b->spaces, b->n, &b->room, sizeof *b->spaces);
    b->spaces[b->n++] = q->space;
    return OK;
}

static bool empty_then(const struct looking *l, const struct hours *h)
{
    uint8_t state[2 * QUARTERS];
    quarters_of(h, l->day, state);
    quarters_of(h, (struct day){ l->day.n + 1 }, state + QUARTERS);
    for (int q = l->quarter; q < l->quarter + 4; q++)
        if (state[q] != QUARTER_EMPTY) return false;
    return true;
}

static enum err look(struct request *req, struct looking *l)
{
    struct busy b = { .l = l, .arena = req->arena };
    TRY(spaces_found(req->db, req->arena, &l->spaces, &l->n));
    l->has = NEW(req->arena, struct has, l->n + 1);
    if (l->has_moment)
        TRY(quarters_between(req->db, l->day, (struct day){ l->day.n + 2 }, note_busy, &b));
    for (size_t i = 0; i < l->n; i++) {
        const struct spaces_found_row *s = &l->spaces[i];
        struct hours h;
        struct str wrong;
        if (!hours_read(s->hours, &h, &wrong)) h = (struct hours){ 0 };
        l->has[i].fits = (s->has_wheelchair && s->wheelchair ? FITS_WHEELCHAIR : 0U) |
                         (s->has_free && s->free ? FITS_FREE : 0U) |
                         (hours_evening(&h) ? FITS_EVENING : 0U) |
                         (hours_weekend(&h) ? FITS_WEEKEND : 0U) |
                         (space_outdoors(s->kind) ? FITS_OUTDOORS : FITS_INDOORS);
        l->has[i].moment = !l->has_moment || empty_then(l, &h);
        for (size_t k = 0; k < b.n && l->has[i].moment; k++)
            if (b.spaces[k] == s->id) l->has[i].moment = false;
    }
    return OK;
}

static bool fits(const struct looking *l, size_t i, unsigned want, int64_t area, int64_t people)
{
    const struct spaces_found_row *s = &l->spaces[i];
    if ((l->has[i].fits & want) != want || !l->has[i].moment) return false;
    if (area && (!s->has_area || s->area != area)) return false;
    return !people || (s->has_capacity && s->capacity >= people);
}

/* Places with a space that fits. */
static int64_t places_with(const struct looking *l, unsigned want, int64_t area, int64_t people)
{
    int64_t n = 0, last = 0;
    for (size_t i = 0; i < l->n; i++) {
        if (l->spaces[i].place == last || !fits(l, i, want, area, people)) continue;
        last = l->spaces[i].place;
        n++;
    }
    return n;
}

/* ---- what is shown ---- */

static void put_options(const struct request *req, struct places_view *v,
                        const struct looking *l)
{
    const struct words *const words[] = { SAY("Met een rolstoel"), SAY("Gratis"),
                                          SAY("Ook ’s avonds"), SAY("Ook in het weekend") };
    for (unsigned i = 0; i < COUNT_OF(v->options); i++)
        v->options[i] =
            (struct place_option){ names[Q_WHEELCHAIR + i], words[i],
                                   places_with(l, l->want | 1U << i, l->area, l->people),
                                   ticked(req, (enum asked)(Q_WHEELCHAIR + i)) };
    const unsigned both = FITS_INDOORS | FITS_OUTDOORS;
    v->inside[0] = (struct place_choice){ STR("binnen"), words_in(SAY("Binnen"), req->lang),
                                          places_with(l, (l->want & ~both) | FITS_INDOORS,
                                                      l->area, l->people),
                                          (l->want & FITS_INDOORS) != 0 };
    v->inside[1] = (struct place_choice){ STR("buiten"), words_in(SAY("Buiten"), req->lang),
                                          places_with(l, (l->want & ~both) | FITS_OUTDOORS,
                                                      l->area, l->people),
                                          (l->want & FITS_OUTDOORS) != 0 };
}

static enum err put_choices(struct request *req, struct places_view *v, const struct looking *l)
{
    struct map_areas_row *areas;
    size_t n;
    struct arena *a = req->arena;
    v->people = NEW(a, struct place_choice, COUNT_OF(sizes));
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        v->people[v->people_n++] = (struct place_choice){
            arena_format(a, "%lld", (long long)sizes[i]), people_text(a, sizes[i], req->lang),
            places_with(l, l->want, l->area, sizes[i]), l->people == sizes[i]
        };
    TRY(map_areas(req->db, a, &areas, &n));
    v->areas = NEW(a, struct place_choice, n + 1);
    int64_t *of = NEW(a, int64_t, n + 1), *last = NEW(a, int64_t, n + 1);
    for (size_t i = 0; i < l->n; i++)
        for (size_t k = 0; k < n && l->spaces[i].has_area; k++) {
            if (areas[k].id != l->spaces[i].area || last[k] == l->spaces[i].place) continue;
            if (!fits(l, i, l->want, 0, l->people)) continue;
            last[k] = l->spaces[i].place;
            of[k]++;
        }
    for (size_t k = 0; k < n; k++)
        if (of[k] || areas[k].id == l->area)
            v->areas[v->areas_n++] = (struct place_choice){ areas[k].slug, areas[k].name, of[k],
                                                            areas[k].id == l->area };
    return OK;
}

static void put_lines(struct request *req, struct places_view *v, const struct looking *l)
{
    struct arena *a = req->arena;
    const struct spaces_found_row **room = NEW(a, const struct spaces_found_row *, l->n + 1);
    int64_t last = 0, seen = 0;
    v->lines = NEW(a, struct place_line, PLACES_ON_PAGE);
    for (size_t i = 0; i < l->n; i++) {
        const struct spaces_found_row *s = &l->spaces[i];
        if (!fits(l, i, l->want, l->area, l->people)) continue;
        if (s->place != last) seen++;
        last = s->place;
        if (seen <= v->from || seen > v->from + PLACES_ON_PAGE) continue;
        if ((size_t)(seen - v->from) > v->lines_n)
            v->lines[v->lines_n++] = (struct place_line){ s, room, 0 };
        v->lines[v->lines_n - 1].spaces_n++;
        *room++ = s;
    }
    v->total = seen;
    v->more = v->from + PLACES_ON_PAGE < seen;
    v->next = again(req, v->from + PLACES_ON_PAGE);
    v->back = again(req, 0);
}

static enum err handle(struct request *req, struct response *res)
{
    struct places_view *v = NEW(req->arena, struct places_view, 1);
    struct looking l = { 0 };
    v->self = (struct path){ STR("/plekken") };
    TRY(site_frame(req, &res->frame));
    TRY(read_ask(req, v, &l));
    TRY(look(req, &l));
    v->all =
        places_with(&(struct looking){ .spaces = l.spaces, .n = l.n, .has = l.has }, 0, 0, 0);
    put_options(req, v, &l);
    TRY(put_choices(req, v, &l));
    put_lines(req, v, &l);
    TRY(use_count(req->db, req->arena, l.spaces, l.n, req->today, &v->use));
    res->frame.title = words_in(SAY("Plekken"), req->lang);
    res->frame.description =
        words_in(SAY("Vind een plek om elkaar te ontmoeten, binnen of buiten."), req->lang);
    res->noindex = v->asked;
    places_list_page(response_page(req, res), v);
    return OK;
}

const struct page places_list = {
    .path = "/plekken",
    .who = WHO_ANYONE,
    .query = "wijk mensen waar rolstoel gratis avond weekend dag tijd na",
    .handle = handle,
    .file = __FILE__,
};
