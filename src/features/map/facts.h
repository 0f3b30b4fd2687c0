/* facts.h — what a list of services filters and sorts by, 4096 services in a row of the data.
 *
 * Reading a row for each service that is found would cost more than finding them; so what is compared
 * stands together, as bytes: a fact of a fixed size for each, and their hours one after the other. */
#ifndef FEATURES_MAP_FACTS_H
#define FEATURES_MAP_FACTS_H

#include "algo/finder.h"
#include "algo/hours.h"

enum fact_flag {
    FACT_LISTED = 1 << 0, /* it is there, and may be found */
    FACT_FREE = 1 << 1,
    FACT_DIRECT = 1 << 2, /* nobody has to refer you */
    FACT_WHEELCHAIR = 1 << 3,
    FACT_EVENING = 1 << 4,
    FACT_WEEKEND = 1 << 5,
    FACT_HOURS = 1 << 6, /* its hours are known */
    FACT_INITIATIVE = 1 << 7,
    FACT_AWAY = 1 << 8, /* closed for a while */
    FACT_SPARED =
        1 << 9, /* not lower for silence: a small initiative that nobody could ask yet */
};
enum { FACT_BYTES = 40, FACT_LANGUAGES = 32, FACT_TERMS = 64 };

struct fact {
    uint32_t flags, languages; /* languages: a bit for each of map_languages */
    uint64_t terms;            /* a bit for each subject, by its place */
    uint32_t organization;
    int32_t latitude, longitude;      /* millionths of a degree; both 0: not known */
    uint16_t area;                    /* id; 0: not known */
    uint16_t assured;                 /* days since 2000; 0: never */
    uint8_t minimum_age, maximum_age; /* 255: none */
};

/* Languages in which somebody can be helped: code and name in Dutch and English. */
struct map_language {
    const char *code, *name, *name_en;
};
extern const struct map_language map_languages[FACT_LANGUAGES];
/* Its place there, or -1. By code, or by name in small letters. */
int map_language(struct str code);

/* Puts a fact at its place in a row's bytes, which are made longer when needed. */
struct str fact_put(struct arena *a, struct str row, size_t place, const struct fact *f);
/* A place beyond its end holds nothing (flags 0). */
struct fact fact_get(struct str row, size_t place);

/* The hours of one place among those of a row: adds them behind it; takes all of a service out. */
struct str fact_hours_add(struct arena *a, struct str row, size_t place, const struct hours *h);
struct str fact_hours_without(struct arena *a, struct str row, size_t place);
/* The next in a row: whose they are, and the hours. False at the end, or at what is none. */
bool fact_hours_next(struct str *row, size_t *place, struct hours *h);

#endif
