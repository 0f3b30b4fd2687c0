/* map.test.h — a map for tests: made up, or from a table of a few rows. */
#ifndef FEATURES_MAP_MAP_TEST_H
#define FEATURES_MAP_MAP_TEST_H

#include "base/test.h"
#include "features/map/invent.h"
#include "features/map/map.h"
#include "features/map/sheet.h"

#include <stdlib.h>

static const struct instant map_now = { 1795777200 }; /* Friday 27 November 2026, 10:00 UTC */

struct map_loading {
    struct str csv;
    struct sheet_done done;
    FILE *err;
    struct str columns;
    bool dry;
};
static inline enum err map_load_work(struct tx *tx, void *with)
{
    struct map_loading *l = with;
    const struct sheet_source source = { STR("proef"), STR("Proef"), STR(""), false };
    const struct sheet_talk talk = { .err = l->err, .now = map_now, .columns = l->columns };
    return sheet_load(tx, l->csv, &source, l->dry, &talk, &l->done);
}
static inline enum err map_load_table(struct store *st, struct str csv, struct map_loading *l)
{
    l->csv = csv;
    if (!l->err) l->err = fopen("/dev/null", "w");
    const enum err e = store_write(st, map_load_work, l);
    fclose(l->err);
    l->err = NULL;
    return e;
}
static inline void map_invented(struct store *st, int services)
{
    struct map_loading l = { 0 };
    char *csv = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&csv, &n);
    map_invent(7, services, day_at(map_now), to);
    fclose(to);
    CHECK_OK(map_load_table(st, (struct str){ csv, n }, &l));
    CHECK(l.done.added == services);
    free(csv);
}

#endif
