/* facts.c — facts and hours as bytes. See facts.h. */
#include "features/map/facts.h"

#include <string.h>

enum { SINCE = 10957 /* 2000-01-01 */, OPENING = 12, DATED = 8, HOURS_HEAD = 6 };

const struct map_language map_languages[FACT_LANGUAGES] = {
    { "nl", "Nederlands", "Dutch" },
    { "en", "Engels", "English" },
    { "tr", "Turks", "Turkish" },
    { "ar", "Arabisch", "Arabic" },
    { "fr", "Frans", "French" },
    { "de", "Duits", "German" },
    { "es", "Spaans", "Spanish" },
    { "pt", "Portugees", "Portuguese" },
    { "pl", "Pools", "Polish" },
    { "uk", "Oekraïens", "Ukrainian" },
    { "ru", "Russisch", "Russian" },
    { "ro", "Roemeens", "Romanian" },
    { "bg", "Bulgaars", "Bulgarian" },
    { "ti", "Tigrinya", "Tigrinya" },
    { "fa", "Farsi", "Farsi" },
    { "so", "Somalisch", "Somali" },
    { "ber", "Berbers", "Berber" },
    { "ku", "Koerdisch", "Kurdish" },
    { "zh", "Chinees", "Chinese" },
    { "pap", "Papiaments", "Papiamento" },
    { "srn", "Sranan", "Sranan" },
    { "hi", "Hindi", "Hindi" },
    { "ur", "Urdu", "Urdu" },
    { "vi", "Vietnamees", "Vietnamese" },
    { "nsl", "Gebarentaal", "Sign language" },
    { "it", "Italiaans", "Italian" },
    { "am", "Amhaars", "Amharic" },
    { "ps", "Pasjtoe", "Pashto" },
    { "id", "Indonesisch", "Indonesian" },
    { "el", "Grieks", "Greek" },
    { "hu", "Hongaars", "Hungarian" },
    { "sr", "Servisch", "Serbian" },
};

int map_language(struct str word)
{
    char small[32];
    size_t n = 0;
    for (; n < word.n && n < sizeof small; n++)
        small[n] = word.s[n] >= 'A' && word.s[n] <= 'Z' ? (char)(word.s[n] + 32) : word.s[n];
    for (int i = 0; i < FACT_LANGUAGES; i++) {
        const struct map_language *l = &map_languages[i];
        const size_t name_n = strlen(l->name);
        if (str_is(word, l->code)) return i;
        if (name_n == n && (l->name[0] | 32) == small[0] &&
            !memcmp(l->name + 1, small + 1, n - 1))
            return i;
    }
    return -1;
}

static void put(unsigned char *to, uint64_t x, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) to[i] = (unsigned char)(x >> (8 * i));
}
static uint64_t get(const unsigned char *from, size_t bytes)
{
    uint64_t x = 0;
    for (size_t i = 0; i < bytes; i++) x |= (uint64_t)from[i] << (8 * i);
    return x;
}

struct str fact_put(struct arena *a, struct str row, size_t place, const struct fact *f)
{
    const size_t needed = (place + 1) * FACT_BYTES, n = row.n > needed ? row.n : needed;
    unsigned char *to = NEW(a, unsigned char, n), *at = to + place * FACT_BYTES;
    if (row.n) memcpy(to, row.s, row.n);
    put(at, f->flags, 4);
    put(at + 4, f->languages, 4);
    put(at + 8, f->terms, 8);
    put(at + 16, f->organization, 4);
    put(at + 20, (uint32_t)f->latitude, 4);
    put(at + 24, (uint32_t)f->longitude, 4);
    put(at + 28, f->area, 2);
    put(at + 30, f->assured, 2);
    at[32] = f->minimum_age;
    at[33] = f->maximum_age;
    return (struct str){ (const char *)to, n };
}

struct fact fact_get(struct str row, size_t place)
{
    if (row.n < (place + 1) * FACT_BYTES) return (struct fact){ 0 };
    const unsigned char *at = (const unsigned char *)row.s + place * FACT_BYTES;
    return (struct fact){ .flags = (uint32_t)get(at, 4),
                          .languages = (uint32_t)get(at + 4, 4),
                          .terms = get(at + 8, 8),
                          .organization = (uint32_t)get(at + 16, 4),
                          .latitude = (int32_t)(uint32_t)get(at + 20, 4),
                          .longitude = (int32_t)(uint32_t)get(at + 24, 4),
                          .area = (uint16_t)get(at + 28, 2),
                          .assured = (uint16_t)get(at + 30, 2),
                          .minimum_age = at[32],
                          .maximum_age = at[33] };
}

/* ---- hours: place, openings, dated, holidays, nothing; then each ---- */

static uint16_t day_number(struct day d)
{
    return d.n > SINCE && d.n - SINCE < 0xffff ? (uint16_t)(d.n - SINCE) : 0;
}
static struct day day_back(uint64_t n)
{
    return (struct day){ n ? (int32_t)n + SINCE : 0 };
}

struct str fact_hours_add(struct arena *a, struct str row, size_t place, const struct hours *h)
{
    const size_t more = HOURS_HEAD + h->openings_n * OPENING + h->dated_n * DATED;
    unsigned char *to = NEW(a, unsigned char, row.n + more), *at = to + row.n;
    if (row.n) memcpy(to, row.s, row.n);
    put(at, place, 2);
    at[2] = (unsigned char)h->openings_n;
    at[3] = (unsigned char)h->dated_n;
    at[4] = h->holidays;
    at += HOURS_HEAD;
    for (size_t i = 0; i < h->openings_n; i++, at += OPENING) {
        const struct opening *o = &h->openings[i];
        at[0] = o->days;
        at[1] = o->every;
        at[2] = (unsigned char)o->nth;
        put(at + 4, (uint16_t)o->opens, 2);
        put(at + 6, (uint16_t)o->closes, 2);
        put(at + 8, day_number(o->since), 2);
        put(at + 10, day_number(o->until), 2);
    }
    for (size_t i = 0; i < h->dated_n; i++, at += DATED) {
        const struct dated *d = &h->dated[i];
        put(at, day_number(d->from), 2);
        put(at + 2, day_number(d->until), 2);
        put(at + 4, (uint16_t)d->opens, 2);
        put(at + 6, (uint16_t)d->closes, 2);
    }
    return (struct str){ (const char *)to, row.n + more };
}

/* The bytes of the first in a row; 0 when there is none. */
static size_t first_bytes(struct str row, size_t *place)
{
    const unsigned char *at = (const unsigned char *)row.s;
    if (row.n < HOURS_HEAD || at[2] > HOURS_OPENINGS || at[3] > HOURS_DATED) return 0;
    const size_t n = HOURS_HEAD + (size_t)at[2] * OPENING + (size_t)at[3] * DATED;
    *place = get(at, 2);
    return n <= row.n ? n : 0;
}

struct str fact_hours_without(struct arena *a, struct str row, size_t place)
{
    char *to = NEW(a, char, row.n + 1);
    size_t n = 0, whose, bytes;
    for (; (bytes = first_bytes(row, &whose)); row = str_from(row, bytes)) {
        if (whose == place) continue;
        memcpy(to + n, row.s, bytes);
        n += bytes;
    }
    return (struct str){ to, n };
}

bool fact_hours_next(struct str *row, size_t *place, struct hours *h)
{
    const size_t bytes = first_bytes(*row, place);
    if (!bytes) return false;
    const unsigned char *at = (const unsigned char *)row->s;
    h->openings_n = at[2];
    h->dated_n = at[3];
    h->holidays = at[4];
    at += HOURS_HEAD;
    for (size_t i = 0; i < h->openings_n; i++, at += OPENING)
        h->openings[i] = (struct opening){ .days = at[0],
                                           .every = at[1],
                                           .nth = (int8_t)at[2],
                                           .opens = (int16_t)get(at + 4, 2),
                                           .closes = (int16_t)get(at + 6, 2),
                                           .since = day_back(get(at + 8, 2)),
                                           .until = day_back(get(at + 10, 2)) };
    for (size_t i = 0; i < h->dated_n; i++, at += DATED)
        h->dated[i] = (struct dated){ .from = day_back(get(at, 2)),
                                      .until = day_back(get(at + 2, 2)),
                                      .opens = (int16_t)get(at + 4, 2),
                                      .closes = (int16_t)get(at + 6, 2) };
    *row = str_from(*row, bytes);
    return true;
}
