/* calendar.c — see calendar.h. */
#include "document/calendar.h"

#include "base/out.h"

#include <string.h>

enum { LINE_BYTES = 75, HOUR = 3600, DAY = 86400 };

/* One property: its value escaped, the whole folded. */
static void line(struct out *o, const char *name, struct str value, bool text)
{
    const size_t named = strlen(name);
    char *s = NEW(o->arena, char, named + 1 + 2 * value.n);
    struct str all = { s, 0 };
    memcpy(s, name, named);
    all.n = named;
    s[all.n++] = ':';
    for (size_t i = 0; i < value.n; i++) {
        const char c = value.s[i];
        if ((unsigned char)c < ' ' && c != '\n') continue;
        if (text && (c == '\n' || c == '\\' || c == ';' || c == ',')) s[all.n++] = '\\';
        if (text || c != '\n') s[all.n++] = text && c == '\n' ? 'n' : c;
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
    line(o, "DTSTART", utc(a, instant_at(e->day, e->starts.minutes)), false);
    if (!e->has_ends) return;
    const int32_t next = e->ends.minutes < e->starts.minutes;
    line(o, "DTEND", utc(a, instant_at((struct day){ e->day.n + next }, e->ends.minutes)),
         false);
}

static void event(struct out *o, const struct calendar_event *e)
{
    line(o, "BEGIN", STR("VEVENT"), false);
    line(o, "UID", e->id, true);
    line(o, "DTSTAMP", utc(o->arena, e->now), false);
    if (e->changes)
        line(o, "SEQUENCE", arena_format(o->arena, "%lld", (long long)e->changes), false);
    when(o, e);
    line(o, "SUMMARY", e->title, true);
    if (e->place.n) line(o, "LOCATION", e->place, true);
    if (e->text.n) line(o, "DESCRIPTION", e->text, true);
    if (e->address.n) line(o, "URL", e->address, false);
    if (e->free) line(o, "TRANSP", STR("TRANSPARENT"), false);
    line(o, "END", STR("VEVENT"), false);
}

struct str calendar_write(struct arena *a, struct str name, const struct calendar_event *events,
                          size_t n)
{
    enum { ROOM = 64 * 1024 }; /* for what people wrote about one event */
    struct out o = out_start(a, ROOM * (n + 1), LANG_NL);
    line(&o, "BEGIN", STR("VCALENDAR"), false);
    line(&o, "VERSION", STR("2.0"), false);
    line(&o, "PRODID", STR("-//Dialoog//Dialoog//NL"), false);
    line(&o, "METHOD", STR("PUBLISH"), false);
    if (name.n) line(&o, "NAME", name, true);
    if (name.n) line(&o, "X-WR-CALNAME", name, true);
    for (size_t i = 0; i < n; i++) event(&o, &events[i]);
    line(&o, "END", STR("VCALENDAR"), false);
    return (struct str){ o.s, o.n };
}
