/* find.h — a question to the map, and what answers it: best first, with counts for each filter.
 *
 * Best is what answers the question best (algo/finder.h); of those what is near, open now, and confirmed
 * not long ago. Of two that are equal chance decides, another way each day, and who offers much does not stand
 * in front with all of it: each next entry of one organisation on a page counts a little less.
 *
 * A misspelt word is looked for as the word that was meant, and `corrections` says so; `literal` asks
 * for exactly what was typed. The question is kept nowhere. */
#ifndef FEATURES_MAP_FIND_H
#define FEATURES_MAP_FIND_H

#include "base/lang.h"
#include "features/map/facts.h"
#include "store/store.h"

enum {
    MAP_QUESTION = 200, /* bytes of a question that are read */
    MAP_WORDS = 16,     /* words of it */
    MAP_AREAS = 2048,
    MAP_MOST = 1000, /* as far as one can page */
};

struct map_ask {
    struct str text; /* empty: everything */
    bool literal;
    enum lang lang;
    struct instant now;
    bool has_place; /* where the asker is, or wants to be */
    int32_t latitude, longitude;
    uint32_t flags; /* that it must have: FACT_FREE, … */
    bool open;
    int language, age, subject; /* of map_languages; years; its position. -1: any */
    int64_t area;               /* 0: any */
    size_t skip, most;
};

struct map_hit {
    int64_t service;
    double score;
    bool open;
    int32_t metres; /* -1: not known */
};
struct map_correction {
    struct str typed, used;
};
struct map_found {
    struct map_hit *hits; /* of this page */
    size_t hits_n, total;
    struct map_correction corrections[MAP_WORDS];
    size_t corrections_n;
    struct str missed[MAP_WORDS]; /* words that nothing is known of, also after correcting */
    size_t missed_n;
    struct str known[MAP_WORDS]; /* the others that count, as they were used */
    size_t known_n;
    bool partly; /* nothing answers all of it */
    /* How many there would be with this filter beside those that were asked. */
    uint32_t open, free, direct, wheelchair, evening, weekend;
    uint32_t languages[FACT_LANGUAGES], subjects[FACT_TERMS], areas[MAP_AREAS];
};
MUST_CHECK enum err map_find(struct db *db, struct arena *a, const struct map_ask *ask,
                             struct map_found *found);

/* Metres between two points, as the crow flies. */
int32_t map_metres(int32_t latitude, int32_t longitude, int32_t to_latitude,
                   int32_t to_longitude);

#endif
