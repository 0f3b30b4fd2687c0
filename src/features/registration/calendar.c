/* calendar.c — see calendar.h; and /:dialogue/bijeenkomst/:gathering/agenda.ics. */
#include "features/registration/calendar.h"
#include "features/registration/give.h"

enum { LINE_BYTES = 75, HOUR = 3600, DAY = 86400 };

struct instant moment_of(struct day day, struct clock clock)
{
    const int64_t local = (int64_t)day.n * DAY + (int64_t)clock.minutes * 60;
    const struct instant summer = { local - 2 * HOUR }, winter = { local - HOUR };
    const bool in_summer =
        day_at(summer).n == day.n && clock_at(summer).minutes == clock.minutes;
    return in_summer ? summer : winter;
}

/* One property: its value escaped, the whole folded. */
static void line(struct out *o, const char *name, struct str value, bool text)
{
    struct str all = arena_format(o->arena, "%s:", name);
    for (size_t i = 0; i < value.n; i++) {
        const char c = value.s[i];
        const char *put = NULL;
        if (text && c == '\n') put = "\\n";
        if (text && (c == '\\' || c == ';' || c == ','))
            put = arena_format(o->arena, "\\%c", c).s;
        if ((unsigned char)c < ' ' && c != '\n') continue;
        all = arena_join(o->arena, all, put ? str_of(put) : (struct str){ &value.s[i], 1 });
    }
    for (size_t width = LINE_BYTES; all.n > width; width = LINE_BYTES - 1) {
        size_t cut = width; /* never within a letter */
        while (cut > 1 && ((unsigned char)all.s[cut] & 0xC0) == 0x80) cut--;
        out_raw(o, str_upto(all, cut));
        out_raw(o, STR("\r\n "));
        all = str_from(all, cut);
    }
    out_raw(o, all);
    out_raw(o, STR("\r\n"));
}

static struct str utc(struct arena *a, struct instant t)
{
    const struct date d = date_of((struct day){ (int32_t)(t.s / DAY) });
    const int s = (int)(t.s % DAY);
    return arena_format(a, "%04d%02d%02dT%02d%02d%02dZ", d.year, d.month, d.day, s / HOUR,
                        s / 60 % 60, s % 60);
}

static struct str whole_day(struct arena *a, int32_t day)
{
    const struct date d = date_of((struct day){ day });
    return arena_format(a, "%04d%02d%02d", d.year, d.month, d.day);
}

static void when(struct out *o, const struct calendar_event *e)
{
    struct arena *a = o->arena;
    if (!e->has_starts) {
        line(o, "DTSTART;VALUE=DATE", whole_day(a, e->day.n), false);
        line(o, "DTEND;VALUE=DATE", whole_day(a, e->day.n + 1), false);
        return;
    }
    line(o, "DTSTART", utc(a, moment_of(e->day, e->starts)), false);
    if (!e->has_ends) return;
    const int32_t next = e->ends.minutes < e->starts.minutes;
    line(o, "DTEND", utc(a, moment_of((struct day){ e->day.n + next }, e->ends)), false);
}

struct str calendar_write(struct arena *a, const struct calendar_event *e)
{
    enum { MOST = 64 * 1024 };
    struct out o = out_start(a, MOST, LANG_NL);
    line(&o, "BEGIN", STR("VCALENDAR"), false);
    line(&o, "VERSION", STR("2.0"), false);
    line(&o, "PRODID", STR("-//Dialoog//Dialoog//NL"), false);
    line(&o, "METHOD", STR("PUBLISH"), false);
    line(&o, "BEGIN", STR("VEVENT"), false);
    line(&o, "UID", e->id, true);
    line(&o, "DTSTAMP", utc(a, e->now), false);
    when(&o, e);
    line(&o, "SUMMARY", e->title, true);
    if (e->place.n) line(&o, "LOCATION", e->place, true);
    if (e->text.n) line(&o, "DESCRIPTION", e->text, true);
    if (e->address.n) line(&o, "URL", e->address, false);
    line(&o, "END", STR("VEVENT"), false);
    line(&o, "END", STR("VCALENDAR"), false);
    return (struct str){ o.s, o.n };
}

/* ---- the page ---- */

static enum err handle(struct request *req, struct response *res)
{
    struct give_view v = { 0 };
    TRY(dialogue_open(req, res, &v.d));
    TRY(give_open(req, &v, req->param[1].text));
    const size_t at = str_find(req->site, STR("//"));
    const struct str host = at == SIZE_MAX ? STR("dialoog") : str_from(req->site, at + 2);
    const struct path to = PATH(req->arena, "/{}/bijeenkomst/{}", v.d.slug, v.g.slug);
    const struct calendar_event event = {
        .id = arena_format(req->arena, "%lld@%.*s", (long long)v.g.id, STR_ARG(host)),
        .title = v.g.title,
        .place = v.g.place,
        .text = v.d.title,
        .address = site_is_public(req->site) ? arena_join(req->arena, req->site, to.text)
                                             : (struct str){ 0 },
        .day = v.g.day,
        .has_starts = v.g.has_starts,
        .has_ends = v.g.has_ends,
        .starts = v.g.starts,
        .ends = v.g.ends,
        .now = req->now,
    };
    res->content = CONTENT_CALENDAR;
    res->filename = arena_format(req->arena, "%.*s.ics", STR_ARG(v.g.slug));
    out_raw(&res->body, calendar_write(req->arena, &event));
    return OK;
}

const struct page registration_calendar = {
    .path = "/:dialogue/bijeenkomst/:gathering/agenda.ics",
    .who = WHO_ANYONE,
    .handle = handle,
    .file = __FILE__,
};
