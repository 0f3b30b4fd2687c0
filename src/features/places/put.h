/* put.h — writing a place and a space, by the desk or from a table: both check and keep them in one way. */
#ifndef FEATURES_PLACES_PUT_H
#define FEATURES_PLACES_PUT_H

#include "features/places/places.h"

/* Everything of a place, as it is written. */
struct place_words {
    struct str key, name, about, keeper, keeper_name, keeper_email, address, postal_code, city,
        area, latitude, longitude, transportation, accessibility;
    bool shown;
};
struct space_words {
    struct str name, equipment, cost, who_may, hours;
    int kind, entry, wheelchair, toilet, hearing_loop, free; /* 1, 0; -1: not known */
    int64_t capacity;                                        /* 0: not known */
    bool closed;
};
enum place_fault {
    PLACE_FINE,
    PLACE_NO_NAME,
    PLACE_POSTAL_CODE,
    PLACE_LATITUDE,
    PLACE_LONGITUDE,
    PLACE_EMAIL,
    SPACE_NO_NAME,
    SPACE_HOURS
};
const struct words *place_fault_words(enum place_fault fault);
/* Checks, and brings postcode and degrees to the one way they are written. */
enum place_fault place_check(struct arena *a, struct place_words *w);
/* The same for hours; `wrong` is the piece that is not understood. */
enum place_fault space_check(struct arena *a, struct space_words *w, struct str *wrong);

/* Keeps what was checked; `id` 0: a new one, whose id it becomes. */
MUST_CHECK enum err place_keep(struct tx *tx, struct arena *a, const struct place_words *w,
                               int64_t *id);
MUST_CHECK enum err space_keep(struct tx *tx, struct arena *a, int64_t place, struct str slug,
                               const struct space_words *w, int64_t *id);
/* A name for an address that no other has, and that no page of ours has. */
MUST_CHECK enum err place_slug(struct db *db, struct arena *a, struct str name,
                               struct str *slug);
MUST_CHECK enum err space_slug(struct db *db, struct arena *a, int64_t place, struct str name,
                               struct str *slug);

#endif
