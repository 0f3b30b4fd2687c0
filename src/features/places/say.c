/* say.c — what the pages of places say of numbers and times, and a week of a space. */
#include "features/places/places.h"

struct str yes_no_text(bool has, bool yes, enum lang lang)
{
    if (!has) return words_in(SAY("Niet bekend"), lang);
    return words_in(yes ? SAY("Ja") : SAY("Nee"), lang);
}

struct str degrees_text(struct arena *a, bool has, int64_t millionths)
{
    const long long n = millionths < 0 ? -millionths : millionths;
    return has ? arena_format(a, "%s%lld.%06lld", millionths < 0 ? "-" : "", n / 1000000,
                              n % 1000000)
               : STR("");
}

struct str people_text(struct arena *a, int64_t n, enum lang lang)
{
    const struct str count = arena_format(a, "%lld", (long long)n);
    return FILL(a, n == 1 ? SAY("{aantal} mens") : SAY("{aantal} mensen"), lang,
                { "aantal", count });
}

struct str times_text(struct arena *a, int from, int until, enum lang lang)
{
    if (from == 0 && until == 1440) return words_in(SAY("dag en nacht"), lang);
    struct out o = out_start(a, 64, lang);
    out_clock(&o, (struct clock){ from % 1440 });
    out_raw(&o, STR(" – "));
    out_clock(&o, (struct clock){ until % 1440 });
    return (struct str){ o.s, o.n };
}

const struct words *week_day_words(struct day d)
{
    switch (weekday(d)) {
    case 0: return SAY("maandag");
    case 1: return SAY("dinsdag");
    case 2: return SAY("woensdag");
    case 3: return SAY("donderdag");
    case 4: return SAY("vrijdag");
    case 5: return SAY("zaterdag");
    default: return SAY("zondag");
    }
}

static void say_piece(struct arena *a, struct week_day_line *line, const struct week_piece *p,
                      enum lang lang)
{
    struct str *to = p->taken ? &line->taken : &line->empty;
    const struct str one =
        times_text(a, p->from * QUARTER, (p->from + p->wide) * QUARTER, lang);
    *to = to->n ? arena_format(a, "%.*s, %.*s", STR_ARG(*to), STR_ARG(one)) : one;
}

/* Runs of quarters that are the same. */
static void pieces_fill(struct arena *a, struct week_day_line *line,
                        const uint8_t state[QUARTERS], enum lang lang)
{
    line->pieces = NEW(a, struct week_piece, QUARTERS);
    for (int q = 0, end; q < QUARTERS; q = end) {
        for (end = q + 1; end < QUARTERS && state[end] == state[q]; end++) {
        }
        if (state[q] == QUARTER_CLOSED) continue;
        struct week_piece *p = &line->pieces[line->pieces_n++];
        *p = (struct week_piece){ q, end - q, state[q] == QUARTER_TAKEN };
        say_piece(a, line, p, lang);
    }
}

enum err space_week(struct request *req, int64_t space, struct str hours, struct day monday,
                    struct space_week *week)
{
    struct hours h;
    struct str wrong;
    struct quarters_of_space_row *taken;
    size_t n;
    *week = (struct space_week){ .has_hours = hours.n && hours_read(hours, &h, &wrong) };
    if (!week->has_hours) h = (struct hours){ 0 };
    TRY(quarters_of_space(req->db, req->arena, space, monday, (struct day){ monday.n + 7 },
                          &taken, &n));
    for (int i = 0; i < 7; i++) {
        uint8_t state[QUARTERS];
        struct week_day_line *line = &week->days[i];
        line->date = (struct day){ monday.n + i };
        line->day = words_in(week_day_words(line->date), req->lang);
        line->holiday = holiday(line->date);
        line->y = 24 + i * 30;
        quarters_of(&h, line->date, state);
        for (size_t k = 0; k < n; k++)
            if (taken[k].day.n == line->date.n) state[taken[k].quarter] = QUARTER_TAKEN;
        pieces_fill(req->arena, line, state, req->lang);
    }
    return OK;
}
