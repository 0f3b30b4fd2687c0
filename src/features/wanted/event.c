/* event.c — one small event: /agenda/tip for everybody, /beheer/agenda/nieuw and /beheer/agenda/#event at the
 * desk. */
#include "features/wanted/events.h"

#include "features/history/history.h"
#include "features/wanted/event.html.h"

enum { TIPS_HERE = 10, TIPS_ALL = 200, HOUR = 3600, AHEAD = 400 };

static const struct words *no_title(void)
{
    return SAY("Schrijf in een paar woorden wat het is.");
}
static const struct words *no_organiser(void)
{
    return SAY("Schrijf welke groep of organisatie dit doet.");
}
static const struct words *no_day(void)
{
    return SAY("Kies een dag.");
}
static const struct field fields[] = {
    FIELD_LINE(struct event_form, title, "titel", .required = true, .most = 120,
               .missing = no_title),
    FIELD_TEXT(struct event_form, body, "tekst", .most = 1000),
    FIELD_LINE(struct event_form, organiser, "organisator", .required = true, .most = 120,
               .missing = no_organiser),
    FIELD_DAY(struct event_form, day, "dag", .required = true, .missing = no_day),
    FIELD_CLOCK(struct event_form, starts, "van"),
    FIELD_CLOCK(struct event_form, ends, "tot"),
    FIELD_LINE(struct event_form, place, "plek", .most = 200),
    FIELD_LINE(struct event_form, area, "wijk", .most = 60),
    FIELD_CHOICE(struct event_form, state, "stand", "wacht toon niet"),
    FIELD_TICK(struct event_form, cancelled, "gaat-niet-door"),
    FIELD_NUMBER(struct event_form, version, "versie"),
};
static const struct form form = FORM(struct event_form, fields);

static enum err show(struct request *req, struct response *res, struct event_edit_view *v)
{
    v->self = (struct path){ req->path };
    v->f = req->form;
    TRY(map_areas(req->db, req->arena, &v->areas, &v->areas_n));
    if (!v->desk) TRY(site_frame(req, &res->frame));
    res->frame.title = words_in(
        v->is_new ? SAY("Zet iets in de agenda") : SAY("Verander de agenda"), req->lang);
    res->frame.description = words_in(SAY("Vertel wat er in de buurt te doen is."), req->lang);
    dialogue_crumb(res, (struct path){ v->desk ? STR("/beheer/agenda") : STR("/agenda") },
                   words_in(SAY("Agenda van de buurt"), req->lang));
    dialogue_crumb(res, v->self, res->frame.title);
    wanted_event_page(response_page(req, res), v);
    return OK;
}

static enum err handle_new(struct request *req, struct response *res)
{
    return show(
        req, res,
        &(struct event_edit_view){ .is_new = true, .desk = req->page->who == WHO_EDITOR });
}

static struct str clock_text(struct arena *a, bool has, struct clock c)
{
    return has ? arena_format(a, "%02d:%02d", c.minutes / 60, c.minutes % 60) : STR("");
}

static enum err handle_edit(struct request *req, struct response *res)
{
    static const char *const states[] = { "wacht", "toon", "niet" };
    struct event_edit_view v = { .desk = true };
    bool found;
    TRY(event_find(req->db, req->arena, req->param[0].number, &v.e, &found));
    if (!found) return FAIL(ERR_MISSING, "no such event");
    const struct date d = date_of(v.e.day);
    v.version = v.e.changes;
    form_fill(req, "titel", v.e.title);
    form_fill(req, "tekst", v.e.body);
    form_fill(req, "organisator", v.e.organiser);
    form_fill(req, "dag", arena_format(req->arena, "%04d-%02d-%02d", d.year, d.month, d.day));
    form_fill(req, "van", clock_text(req->arena, v.e.has_starts, v.e.starts));
    form_fill(req, "tot", clock_text(req->arena, v.e.has_ends, v.e.ends));
    form_fill(req, "plek", v.e.place);
    form_fill(req, "wijk", v.e.has_area_slug ? v.e.area_slug : STR(""));
    form_fill(req, "stand", str_of(states[v.e.state]));
    if (v.e.cancelled) form_fill(req, "gaat-niet-door", STR("1"));
    return show(req, res, &v);
}

/* Where it is: a place of the map when its name is one, and then its neighbourhood. */
struct where {
    int64_t place, area;
};
static enum err check(struct tx *tx, struct request *req, const struct event_form *f,
                      struct where *at)
{
    struct map_area_of_row area;
    struct event_place_row place;
    bool found;
    *at = (struct where){ 0 };
    if (f->day.day.n > req->today.n + AHEAD || f->day.day.n < req->today.n)
        form_wrong(req, "dag", SAY("Kies een dag in het komende jaar."));
    if (f->ends.has && !f->starts.has)
        form_wrong(req, "van", SAY("Kies ook hoe laat het begint."));
    TRY(event_place(tx->db, req->arena, f->place, &place, &found));
    if (found && f->place.n) {
        at->place = place.id;
        at->area = place.has_area ? place.area : 0;
    }
    if (f->area.n) {
        TRY(map_area_of(tx->db, req->arena, f->area, &area, &found));
        if (!found) form_wrong(req, "wijk", SAY("Kies een wijk uit de lijst."));
        at->area = found ? area.id : 0;
    }
    return form_checked(req);
}

static enum err note(struct tx *tx, struct request *req, enum act act, struct str title)
{
    return history_write(
        tx, req,
        &(struct change){ .thing = THING_SITE,
                          .number = 1,
                          .act = act,
                          .after = arena_format(req->arena, "agenda: %.*s", STR_ARG(title)) },
        NULL);
}

static enum err act_new(struct tx *tx, struct request *req, struct response *res)
{
    const struct event_form *f = form_values(req);
    const bool desk = req->page->who == WHO_EDITOR;
    struct where at;
    int64_t id;
    TRY(check(tx, req, f, &at));
    const struct brake brakes[] = {
        { .what = "event here", .client = req->client, .most = TIPS_HERE, .seconds = HOUR },
        { .what = "event", .most = TIPS_ALL, .seconds = HOUR },
    };
    if (!desk)
        TRY(brakes_pass(
            tx, req, brakes, COUNT_OF(brakes),
            SAY("Hier zijn net veel berichten gestuurd. Probeer het over een uur nog "
                "eens.")));
    TRY(event_add(tx, req->now, f->title, f->body, f->organiser, f->place, at.place != 0,
                  at.place, at.area != 0, at.area, f->day.day, f->starts.has, f->starts.clock,
                  f->ends.has, f->ends.clock, desk ? EVENT_SHOWN : EVENT_WAITS, &id));
    if (desk) TRY(note(tx, req, ACT_MADE, f->title));
    res->location = (struct path){ desk ? STR("/beheer/agenda?gedaan=bewaard")
                                        : STR("/agenda?gedaan=tip") };
    return OK;
}

static enum err act_edit(struct tx *tx, struct request *req, struct response *res)
{
    const struct event_form *f = form_values(req);
    struct events_coming_row e;
    struct where at;
    bool found;
    TRY(event_find(tx->db, req->arena, req->param[0].number, &e, &found));
    if (!found) return FAIL(ERR_MISSING, "no such event");
    if (e.changes != f->version)
        form_wrong(
            req, NULL,
            SAY("Iemand anders veranderde dit. Kijk of alles klopt, en bewaar opnieuw."));
    TRY(check(tx, req, f, &at));
    TRY(event_put(tx, e.id, f->title, f->body, f->organiser, f->place, at.place != 0, at.place,
                  at.area != 0, at.area, f->day.day, f->starts.has, f->starts.clock,
                  f->ends.has, f->ends.clock,
                  f->state < 0 ? e.state : (enum event_state)f->state, f->cancelled));
    TRY(note(tx, req, ACT_CHANGED, f->title));
    res->location = (struct path){ STR("/beheer/agenda?gedaan=bewaard") };
    return OK;
}

const struct page wanted_event_tip = {
    .path = "/agenda/tip",
    .who = WHO_ANYONE,
    .handle = handle_new,
    .form = &form,
    .act = act_new,
    .file = __FILE__,
};
const struct page wanted_event_new = {
    .path = "/beheer/agenda/nieuw",
    .who = WHO_EDITOR,
    .handle = handle_new,
    .form = &form,
    .act = act_new,
    .file = __FILE__,
};
const struct page wanted_event_edit = {
    .path = "/beheer/agenda/#event",
    .who = WHO_EDITOR,
    .handle = handle_edit,
    .form = &form,
    .act = act_edit,
    .file = __FILE__,
};
