/* hours_text.c — opening hours as people write them, read and written. See hours.h. */
#include "algo/hours.h"

#include <string.h>

enum { EVERY_DAY = 0x7f };

static const char *const names[] = { "ma", "di", "wo", "do", "vr", "za", "zo" };

const char *hours_day_name(int day)
{
    return names[day];
}

/* ---- reading ---- */

static void blanks(struct str *at)
{
    while (at->n && (at->s[0] == ' ' || at->s[0] == '\t' || at->s[0] == '\n'))
        *at = str_from(*at, 1);
}
static bool take(struct str *at, const char *word)
{
    if (!str_starts(*at, str_of(word))) return false;
    *at = str_from(*at, strlen(word));
    blanks(at);
    return true;
}

static bool take_weekday(struct str *at, int *day)
{
    static const char *const more[] = { "andag", "nsdag",  "ensdag", "nderdag",
                                        "ijdag", "terdag", "ndag" };
    for (*day = 0; *day < 7; ++*day) {
        struct str rest = *at;
        if (!str_starts(rest, str_of(names[*day]))) continue;
        rest = str_from(rest, 2);
        if (str_starts(rest, str_of(more[*day]))) rest = str_from(rest, strlen(more[*day]));
        if (rest.n && rest.s[0] >= 'a' && rest.s[0] <= 'z') continue;
        blanks(&rest);
        *at = rest;
        return true;
    }
    return false;
}

/* "ma-vr", "ma, wo en vr", "elke dag" */
static bool take_days(struct str *at, uint8_t *days)
{
    int from, to;
    *days = 0;
    if (take(at, "elke dag") || take(at, "dagelijks")) {
        *days = EVERY_DAY;
        return true;
    }
    if (take(at, "werkdagen")) {
        *days = 0x1f;
        return true;
    }
    do {
        if (!take_weekday(at, &from)) return false;
        to = from;
        if ((take(at, "-") || take(at, "t/m") || take(at, "tot en met")) &&
            !take_weekday(at, &to))
            return false;
        for (int d = from;; d = (d + 1) % 7) {
            *days = (uint8_t)(*days | 1u << d);
            if (d == to) break;
        }
        struct str ahead = *at;
        int next;
        if (!(take(&ahead, ",") || take(&ahead, "en ") || take(&ahead, "+"))) return true;
        struct str day = ahead;
        if (!take_weekday(&day, &next)) return true;
        *at = ahead;
    } while (true);
}

static bool take_number(struct str *at, int most, int *n)
{
    size_t digits = 0;
    *n = 0;
    while (digits < at->n && digits < 4 && at->s[digits] >= '0' && at->s[digits] <= '9')
        *n = *n * 10 + (at->s[digits++] - '0');
    if (!digits || *n > most) return false;
    *at = str_from(*at, digits);
    return true;
}

/* 9:00, 09.00, 9 */
static bool take_clock(struct str *at, int16_t *minutes)
{
    int hour, minute = 0;
    if (!take_number(at, 24, &hour)) return false;
    if (at->n && (at->s[0] == ':' || at->s[0] == '.')) {
        *at = str_from(*at, 1);
        if (!take_number(at, 59, &minute)) return false;
    }
    blanks(at);
    take(at, "uur");
    *minutes = (int16_t)(hour * 60 + minute);
    return *minutes <= 1440;
}

static bool take_span(struct str *at, int16_t *opens, int16_t *closes)
{
    if (!take_clock(at, opens) || *opens == 1440) return false;
    if (!take(at, "-") && !take(at, "–") && !take(at, "tot")) return false;
    if (!take_clock(at, closes)) return false;
    if (*closes <= *opens) *closes = (int16_t)(*closes + 1440);
    return true;
}

static bool take_date(struct str *at, struct day *d)
{
    if (at->n < 10 || !day_read(str_upto(*at, 10), d)) return false;
    *at = str_from(*at, 10);
    blanks(at);
    return true;
}

static bool read_dated(struct str *at, struct hours *h)
{
    struct dated x = { 0 };
    if (!take_date(at, &x.from)) return false;
    x.until = x.from;
    if ((take(at, "t/m") || take(at, "tot en met")) &&
        (!take_date(at, &x.until) || x.until.n < x.from.n))
        return false;
    if (take(at, "gesloten")) {
        if (h->dated_n == HOURS_DATED) return false;
        h->dated[h->dated_n++] = x;
        return true;
    }
    do {
        if (h->dated_n == HOURS_DATED || !take_span(at, &x.opens, &x.closes)) return false;
        h->dated[h->dated_n++] = x;
    } while (take(at, ",") || take(at, "en "));
    return true;
}

/* "om de week", "1e", "laatste" */
static void take_rhythm(struct str *at, struct opening *o)
{
    static const char *const nths[] = { "1e", "2e", "3e", "4e", "5e" };
    o->every = take(at, "om de week") ? 2 : 1;
    for (int i = 0; i < 5; i++)
        if (take(at, nths[i])) o->nth = (int8_t)(i + 1);
    if (take(at, "laatste")) o->nth = -1;
}

static bool take_period(struct str *at, struct opening *o)
{
    if (!take(at, "(")) return o->every == 1;
    if (take(at, "vanaf") && !take_date(at, &o->since)) return false;
    if (take(at, "t/m") && !take_date(at, &o->until)) return false;
    return take(at, ")") && (o->every == 1 || o->since.n);
}

static bool read_weekly(struct str *at, struct hours *h)
{
    struct opening o = { 0 };
    const size_t first = h->openings_n;
    take_rhythm(at, &o);
    if (!take_days(at, &o.days)) return false;
    if (take(at, "gesloten")) return true;
    if (take(at, "24 uur") || take(at, "dag en nacht")) {
        if (h->openings_n == HOURS_OPENINGS) return false;
        o.closes = 1440;
        h->openings[h->openings_n++] = o;
    } else
        do {
            int day;
            struct str ahead = *at;
            if (h->openings_n > first && take_weekday(&ahead, &day)) return read_weekly(at, h);
            if (h->openings_n == HOURS_OPENINGS || !take_span(at, &o.opens, &o.closes))
                return false;
            h->openings[h->openings_n++] = o;
        } while (take(at, ",") || take(at, "en "));
    if (!take_period(at, &o)) return false;
    for (size_t i = first; i < h->openings_n; i++) {
        h->openings[i].since = o.since;
        h->openings[i].until = o.until;
    }
    return true;
}

static bool read_piece(struct str piece, struct hours *h)
{
    if (take(&piece, "feestdagen open") || take(&piece, "ook op feestdagen")) {
        h->holidays = true;
        return !piece.n;
    }
    if (take(&piece, "feestdagen gesloten")) return !piece.n;
    const bool date = piece.n && piece.s[0] == '2' && piece.n > 4 && piece.s[4] == '-';
    return (date ? read_dated(&piece, h) : read_weekly(&piece, h)) && !piece.n;
}

bool hours_read(struct str text, struct hours *h, struct str *wrong)
{
    struct str piece;
    char small[400];
    *h = (struct hours){ 0 };
    while (str_next(&text, ';', &piece)) {
        piece = str_trim(piece);
        if (!piece.n) continue;
        *wrong = piece;
        if (piece.n > sizeof small) return false;
        for (size_t i = 0; i < piece.n; i++) {
            const char c = piece.s[i];
            small[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
        if (!read_piece((struct str){ small, piece.n }, h)) return false;
    }
    *wrong = (struct str){ 0 };
    return true;
}

/* ---- writing ---- */

static struct str clock_text(struct arena *a, int minutes)
{
    const int m = minutes > 1440 ? minutes - 1440 : minutes;
    return arena_format(a, "%02d:%02d", m / 60, m % 60);
}
static struct str span_text(struct arena *a, int opens, int closes)
{
    return arena_format(a, "%.*s-%.*s", STR_ARG(clock_text(a, opens)),
                        STR_ARG(clock_text(a, closes)));
}
static struct str date_text(struct arena *a, struct day d)
{
    const struct date t = date_of(d);
    return arena_format(a, "%04d-%02d-%02d", t.year, t.month, t.day);
}

static struct str days_text(struct arena *a, uint8_t days)
{
    struct str all = { 0 };
    if (days == EVERY_DAY) return STR("elke dag");
    for (int d = 0; d < 7; d++) {
        if (!(days >> d & 1)) continue;
        int to = d;
        while (to < 6 && days >> (to + 1) & 1) to++;
        all = arena_format(a, "%.*s%s%s", STR_ARG(all), all.n ? ", " : "", names[d]);
        if (to > d)
            all = arena_format(a, "%.*s%s%s", STR_ARG(all), to > d + 1 ? "-" : ", ", names[to]);
        d = to;
    }
    return all;
}

static struct str opening_text(struct arena *a, const struct opening *o)
{
    struct str s = o->every > 1 ? STR("om de week ") : STR("");
    if (o->nth > 0) s = arena_format(a, "%.*s%de ", STR_ARG(s), o->nth);
    if (o->nth < 0) s = arena_format(a, "%.*slaatste ", STR_ARG(s));
    return arena_format(a, "%.*s%.*s", STR_ARG(s), STR_ARG(days_text(a, o->days)));
}

static struct str period_text(struct arena *a, const struct opening *o)
{
    if (!o->since.n && !o->until.n) return STR("");
    struct str s = STR(" (");
    if (o->since.n)
        s = arena_format(a, "%.*svanaf %.*s", STR_ARG(s), STR_ARG(date_text(a, o->since)));
    if (o->until.n)
        s = arena_format(a, "%.*s%st/m %.*s", STR_ARG(s), o->since.n ? " " : "",
                         STR_ARG(date_text(a, o->until)));
    return arena_format(a, "%.*s)", STR_ARG(s));
}

static bool same_days(const struct opening *x, const struct opening *y)
{
    return x->days == y->days && x->every == y->every && x->nth == y->nth &&
           x->since.n == y->since.n && x->until.n == y->until.n;
}

static struct str add_piece(struct arena *a, struct str all, struct str piece)
{
    return arena_format(a, "%.*s%s%.*s", STR_ARG(all), all.n ? "; " : "", STR_ARG(piece));
}

struct str hours_write(struct arena *a, const struct hours *h)
{
    struct str all = { 0 };
    for (size_t i = 0; i < h->openings_n;) {
        const struct opening *o = &h->openings[i];
        struct str s = opening_text(a, o);
        for (const char *between = " "; i < h->openings_n && same_days(o, &h->openings[i]);
             i++, between = ", ")
            s = arena_format(
                a, "%.*s%s%.*s", STR_ARG(s), between,
                STR_ARG(span_text(a, h->openings[i].opens, h->openings[i].closes)));
        all = add_piece(a, all,
                        arena_format(a, "%.*s%.*s", STR_ARG(s), STR_ARG(period_text(a, o))));
    }
    for (size_t i = 0; i < h->dated_n; i++) {
        const struct dated *x = &h->dated[i];
        struct str s = date_text(a, x->from);
        if (x->until.n != x->from.n)
            s = arena_format(a, "%.*s t/m %.*s", STR_ARG(s), STR_ARG(date_text(a, x->until)));
        s = x->closes ? arena_format(a, "%.*s %.*s", STR_ARG(s),
                                     STR_ARG(span_text(a, x->opens, x->closes)))
                      : arena_format(a, "%.*s gesloten", STR_ARG(s));
        all = add_piece(a, all, s);
    }
    return h->holidays ? add_piece(a, all, STR("feestdagen open")) : all;
}
