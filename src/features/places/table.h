/* table.h — places as a table: a row for each space; the key of the row before adds a space to that place.
 *
 * Of such a next row only the columns of a space are read. Loading it again changes what became different.
 * What is not in the table stays. The contact of the keeper is in it: such a table is for who keeps
 * the data, not for everybody. docs/places.md has the columns. */
#ifndef FEATURES_PLACES_TABLE_H
#define FEATURES_PLACES_TABLE_H

#include "features/places/places.h"

#include <stdio.h>

enum places_column {
    PL_KEY,
    PL_NAME,
    PL_ABOUT,
    PL_KEEPER,
    PL_KEEPER_NAME,
    PL_KEEPER_EMAIL,
    PL_ADDRESS,
    PL_POSTAL_CODE,
    PL_CITY,
    PL_NEIGHBOURHOOD,
    PL_LATITUDE,
    PL_LONGITUDE,
    PL_TRANSPORTATION,
    PL_ACCESSIBILITY,
    PL_SHOWN,
    PL_SPACE, /* from here on of a space */
    PL_SPACE_NAME,
    PL_KIND,
    PL_CAPACITY,
    PL_EQUIPMENT,
    PL_WHEELCHAIR,
    PL_TOILET,
    PL_HEARING_LOOP,
    PL_FREE,
    PL_COST,
    PL_WHO_MAY,
    PL_ENTRY,
    PL_HOURS,
    PL_CLOSED,
    PLACES_COLUMNS
};
extern const char *const places_columns[PLACES_COLUMNS];

struct places_done {
    int64_t rows, places, wrong;
};
/* All of it or nothing: ERR_FORM when any row is wrong. A line in `err` for each fault. */
MUST_CHECK enum err places_load(struct tx *tx, struct str csv, FILE *err, enum lang lang,
                                struct places_done *done);
/* What it wrote loads to the same, and is then written to the same bytes. */
MUST_CHECK enum err places_write(struct db *db, FILE *to);

#endif
