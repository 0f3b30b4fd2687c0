/* fresh.c — /kaart/hoe-vers: how much of the map was confirmed in the last year, over time and by neighbourhood.
 *
 * Reckoned from the days of confirmations themselves, so nothing has to be counted every night: of the entries that
 * are on the map now, those that at a moment had been confirmed in the year before it. */
#include "features/upkeep/fresh.h"

#include "features/upkeep/fresh.html.h"
#include "features/upkeep/fresh.sql.h"

struct counting {
    struct fresh_view *v;
    struct arena *arena;
    uint16_t *fresh; /* of each entry, by its id: a bit for each month */
    int64_t *area;   /* -1: not on the map */
    size_t room;
};

static void grow(struct counting *c, int64_t id)
{
    if ((size_t)id < c->room) return;
    const size_t room = ((size_t)id + 1) * 2 + 1024;
    uint16_t *fresh = NEW(c->arena, uint16_t, room);
    int64_t *area = NEW(c->arena, int64_t, room);
    for (size_t i = 0; i < room; i++) {
        fresh[i] = i < c->room ? c->fresh[i] : 0;
        area[i] = i < c->room ? c->area[i] : -1;
    }
    c->fresh = fresh;
    c->area = area;
    c->room = room;
}

/* Confirmed on that day, it is fresh in every month that lies within a year behind it. */
static void confirmed_on(struct counting *c, int64_t id, struct day day)
{
    for (int m = 0; m < FRESH_MONTHS; m++) {
        const int behind = c->v->months[m].day.n - day.n;
        if (behind >= 0 && behind <= CARD_OLD_DAYS) c->fresh[id] |= (uint16_t)(1u << m);
    }
}

static enum err take_entry(const struct entries_fresh_row *row, void *with)
{
    struct counting *c = with;
    grow(c, row->id);
    c->area[row->id] = row->has_area ? row->area : 0;
    c->v->listed++;
    if (row->has_assured) confirmed_on(c, row->id, row->assured);
    return OK;
}

static enum err take_confirmation(const struct confirmations_row *row, void *with)
{
    struct counting *c = with;
    const struct str days[] = { row->previous_value, row->replacement_value };
    struct day d;
    if ((size_t)row->service >= c->room || c->area[row->service] < 0) return OK;
    for (size_t i = 0; i < COUNT_OF(days); i++)
        if (day_read(days[i], &d)) confirmed_on(c, row->service, d);
    return OK;
}

static int64_t percent_of(int64_t part, int64_t all)
{
    return all ? part * 100 / all : 0; /* never 100 % before it is all of them */
}

static void put_months(struct counting *c)
{
    for (int m = 0; m < FRESH_MONTHS; m++) {
        struct fresh_month *month = &c->v->months[m];
        for (size_t i = 0; i < c->room; i++)
            month->confirmed += c->area[i] >= 0 && c->fresh[i] >> m & 1;
        month->percent = percent_of(month->confirmed, c->v->listed);
        month->x = m * FRESH_STEP + 8;
        month->high = month->percent * FRESH_HIGH / 100;
        month->y = FRESH_HIGH - month->high;
    }
    c->v->confirmed = c->v->months[FRESH_MONTHS - 1].confirmed;
    c->v->percent = c->v->months[FRESH_MONTHS - 1].percent;
}

static enum err put_areas(struct request *req, struct counting *c)
{
    struct map_areas_row *rows;
    size_t n;
    TRY(map_areas(req->db, req->arena, &rows, &n));
    c->v->areas = NEW(req->arena, struct fresh_area, n + 1);
    for (size_t a = 0; a < n; a++) {
        struct fresh_area *area = &c->v->areas[c->v->areas_n];
        *area = (struct fresh_area){ .slug = rows[a].slug, .name = rows[a].name };
        for (size_t i = 0; i < c->room; i++) {
            if (c->area[i] != rows[a].id) continue;
            area->listed++;
            area->confirmed += c->fresh[i] >> (FRESH_MONTHS - 1) & 1;
        }
        area->percent = percent_of(area->confirmed, area->listed);
        c->v->areas_n += area->listed > 0;
    }
    return OK;
}

/* The first of each month of the last year, and today. */
static void put_days(struct fresh_view *v, struct day today)
{
    struct date d = date_of(today);
    d.day = 1;
    v->months[FRESH_MONTHS - 1].day = today;
    for (int m = FRESH_MONTHS - 2; m >= 0; m--) {
        v->months[m].day = day_of(d);
        d.month--;
        if (!d.month) d = (struct date){ d.year - 1, 12, 1 };
    }
}

static enum err handle(struct request *req, struct response *res)
{
    struct fresh_view *v = NEW(req->arena, struct fresh_view, 1);
    struct counting c = { .v = v, .arena = req->arena };
    TRY(site_frame(req, &res->frame));
    put_days(v, req->today);
    TRY(entries_fresh(req->db, take_entry, &c));
    TRY(confirmations(req->db, take_confirmation, &c));
    put_months(&c);
    TRY(put_areas(req, &c));
    res->frame.title = words_in(SAY("Hoe vers is de kaart?"), req->lang);
    res->frame.description = words_in(
        SAY("Hoeveel van de sociale kaart het afgelopen jaar is bevestigd."), req->lang);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, res->frame.title);
    upkeep_fresh_page(response_page(req, res), v);
    return OK;
}

const struct page upkeep_fresh = {
    .path = "/kaart/hoe-vers",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
