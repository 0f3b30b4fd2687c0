/* show.c — /kaart/:service: everything about one service, to read, to print and to call. */
#include "features/voices/voices.h"
#include "features/services/collection.h"
#include "features/services/services.h"

#include "features/services/show.html.h"

static struct str span_text(struct arena *a, struct open_span s, enum lang lang)
{
    struct out o = out_start(a, 64, lang);
    out_clock(&o, (struct clock){ s.from });
    out_raw(&o, STR(" – "));
    out_clock(&o, (struct clock){ s.until % 1440 });
    return (struct str){ o.s, o.n };
}

static void put_week(struct request *req, struct place_view *v)
{
    struct arena *a = req->arena;
    for (int i = 0; i < 7; i++) {
        const struct day d = { req->today.n + i };
        struct week_line *line = &v->week[i];
        struct open_span spans[HOURS_SPANS];
        const size_t n = hours_on(&v->p->hours, d, spans);
        line->day = week_day(d, req->today, req->lang);
        line->holiday = holiday(d);
        for (size_t k = 0; k < n; k++) {
            const bool whole = spans[k].from == 0 && spans[k].until == 1440;
            const struct str one = whole ? words_in(SAY("dag en nacht"), req->lang)
                                         : span_text(a, spans[k], req->lang);
            line->times = line->times.n ? arena_format(a, "%.*s, %.*s", STR_ARG(line->times),
                                                       STR_ARG(one))
                                        : one;
        }
    }
}

static struct url url_of(struct str text)
{
    struct url url = { 0 };
    if (text.n) (void)url_check(text, &url);
    return url;
}

enum err service_find(struct request *req, struct map_card *card)
{
    struct service_named_row row;
    bool found;
    TRY(service_named(req->db, req->arena, req->param[0].text, &row, &found));
    if (!found) return FAIL(ERR_MISSING, "no service of that name");
    return map_card(req->db, req->arena, row.id, req->lang, req->now, card);
}

static enum err handle(struct request *req, struct response *res)
{
    struct show_view *v = NEW(req->arena, struct show_view, 1);
    TRY(site_frame(req, &res->frame));
    TRY(service_find(req, &v->c));
    v->places = NEW(req->arena, struct place_view, v->c.places_n + 1);
    for (size_t i = 0; i < v->c.places_n; i++) {
        v->places[i].p = &v->c.places[i];
        v->places[i].state = place_state(req->arena, &v->c.places[i], req->today, req->lang);
        if (v->c.places[i].has_hours) put_week(req, &v->places[i]);
        res->no_store = res->no_store || v->c.places[i].has_hours; /* open now, not tonight */
    }
    v->website = url_of(v->c.s.website);
    v->email = v->c.s.email.n
                   ? url_of(arena_format(req->arena, "mailto:%.*s", STR_ARG(v->c.s.email)))
                   : (struct url){ 0 };
    v->data = PATH(req->arena, "/kaart/{}/json-ld", v->c.s.slug);
    v->wrong = PATH(req->arena, "/kaart/{}/klopt-niet", v->c.s.slug);
    TRY(service_points(req->db, req->arena, v->c.id, &v->points, &v->points_n));
    v->keep = list_with(req->arena, list_read(req->arena, req->query[1]), v->c.s.slug);
    v->thanked = str_is(req->query[0], "gemeld");
    res->frame.title = v->c.text.name;
    res->frame.description = beginning(req->arena, v->c.text.description, 280);
    dialogue_crumb(res, (struct path){ STR("/kaart") },
                   words_in(SAY("Sociale kaart"), req->lang));
    dialogue_crumb(res, (struct path){ req->path }, v->c.text.name);
    services_show_page(response_page(req, res), v);
    if (v->c.s.status == SERVICE_DEFUNCT) res->noindex = true;
    return OK;
}

const struct page services_show = {
    .path = "/kaart/:service",
    .who = WHO_ANYONE,
    .query = "gedaan lijst",
    .handle = handle,
    .file = __FILE__,
};
