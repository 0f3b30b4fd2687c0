/* fresh.h — what the page about how much of the map is confirmed shows. */
#ifndef FEATURES_UPKEEP_FRESH_H
#define FEATURES_UPKEEP_FRESH_H

#include "features/upkeep/upkeep.h"

enum { FRESH_MONTHS = 13, FRESH_WIDE = 640, FRESH_HIGH = 200, FRESH_STEP = 48 };

struct fresh_month {
    struct day day;
    int64_t confirmed, percent;
    int64_t x, y, high; /* its bar */
};
struct fresh_area {
    struct str slug, name;
    int64_t listed, confirmed, percent;
};
struct fresh_view {
    struct fresh_month months[FRESH_MONTHS]; /* the oldest first; the last is today */
    struct fresh_area *areas;
    size_t areas_n;
    int64_t listed, confirmed, percent;
};

#endif
