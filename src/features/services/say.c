/* say.c — what the pages of the map say of hours, distances and languages. */
#include "features/services/services.h"

#include <string.h>

static struct str day_name(struct day d, struct day today, enum lang lang)
{
    if (d.n == today.n) return words_in(SAY("vandaag"), lang);
    if (d.n == today.n + 1) return words_in(SAY("morgen"), lang);
    switch (weekday(d)) {
    case 0: return words_in(SAY("maandag"), lang);
    case 1: return words_in(SAY("dinsdag"), lang);
    case 2: return words_in(SAY("woensdag"), lang);
    case 3: return words_in(SAY("donderdag"), lang);
    case 4: return words_in(SAY("vrijdag"), lang);
    case 5: return words_in(SAY("zaterdag"), lang);
    default: return words_in(SAY("zondag"), lang);
    }
}

static struct str clock_text(struct arena *a, struct clock c, enum lang lang)
{
    struct out o = out_start(a, 64, lang);
    out_clock(&o, c);
    return (struct str){ o.s, o.n };
}

struct str place_state(struct arena *a, const struct card_place *p, struct day today,
                       enum lang lang)
{
    if (!p->has_hours) return words_in(SAY("Tijden niet bekend"), lang);
    if (p->open && p->day.n > today.n + 1) return words_in(SAY("Nu open, dag en nacht"), lang);
    if (p->open)
        return FILL(a, SAY("Nu open tot {tijd}"), lang,
                    { "tijd", clock_text(a, p->clock, lang) });
    if (!p->has_next) return words_in(SAY("Nu dicht"), lang);
    if (p->day.n > today.n + 6) {
        struct out o = out_start(a, 64, lang);
        out_day(&o, p->day);
        return FILL(a, SAY("Nu dicht. Weer open op {dag}"), lang,
                    { "dag", ((struct str){ o.s, o.n }) });
    }
    return FILL(a, SAY("Nu dicht. Weer open {dag} om {tijd}"), lang,
                { "dag", day_name(p->day, today, lang) },
                { "tijd", clock_text(a, p->clock, lang) });
}

struct str language_name(struct str code, enum lang lang)
{
    const int at = map_language(code);
    if (at < 0) return code;
    return str_of(lang == LANG_EN ? map_languages[at].name_en : map_languages[at].name);
}

struct str metres_text(struct arena *a, int32_t metres, enum lang lang)
{
    if (metres < 950) {
        const int rounded = metres < 50 ? 50 : (metres + 50) / 100 * 100;
        return FILL(a, SAY("{n} meter"), lang, { "n", arena_format(a, "%d", rounded) });
    }
    const int tenths = (metres + 50) / 100;
    return FILL(a, SAY("{n} kilometer"), lang,
                { "n", arena_format(a, "%d%s%d", tenths / 10, lang == LANG_EN ? "." : ",",
                                    tenths % 10) });
}

/* Only what one dials. */
struct url phone_url(struct arena *a, struct str number)
{
    struct url url = { 0 };
    char to[32];
    size_t n = 0;
    for (size_t i = 0; i < number.n && n < sizeof to; i++)
        if ((number.s[i] >= '0' && number.s[i] <= '9') || (!n && number.s[i] == '+'))
            to[n++] = number.s[i];
    (void)url_check(arena_format(a, "tel:%.*s", (int)n, to), &url);
    return url;
}

struct str subject_name(const struct map_subjects_row *s, enum lang lang)
{
    return lang == LANG_EN && s->name_en.n ? s->name_en : s->name;
}

struct str week_day(struct day d, struct day today, enum lang lang)
{
    return day_name(d, today, lang);
}
