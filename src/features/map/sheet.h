/* sheet.h — the map as a table: one row for each service, more when it is at several places.
 *
 * No Dutch directory speaks HSDS; all of them can give a table. So the columns are ours, a heading in Dutch
 * or English is known, and others are named by whoever loads it (`Titel=name,Straat=address`). A row names its
 * service by `key`, its id where it comes from; loading it again changes what became different and
 * nothing else. A row with the key of the row before it adds a place: only its columns of a place
 * are read. What sheet_write gives loads to the same, and is then written to the same bytes. docs/kaart.md
 * has the columns. */
#ifndef FEATURES_MAP_SHEET_H
#define FEATURES_MAP_SHEET_H

#include "base/lang.h"
#include "base/time.h"
#include "features/map/terms.h"
#include "store/store.h"

#include <stdio.h>

struct sheet_source {
    struct str slug, name, url;
    bool elsewhere; /* it leads */
};
struct sheet_done {
    int64_t rows, added, changed, same, wrong;
};
struct sheet_talk {
    FILE *err; /* a line for each fault: "regel 12, kolom hours: …" */
    enum lang lang;
    struct instant now;
    struct str columns; /* "Titel=name,Straat=address"; may be empty */
};
/* Loads all of it or nothing: ERR_FORM when any row is wrong. With `dry` nothing is kept in any case.
 * Renews the index. */
MUST_CHECK enum err sheet_load(struct tx *tx, struct str csv, const struct sheet_source *source,
                               bool dry, const struct sheet_talk *talk,
                               struct sheet_done *done);
/* The same, of rows of cells that come from elsewhere: the heading first, false at the end. A cell lives until
 * everything is loaded. */
struct csv_row;
typedef bool sheet_cells(void *with, struct csv_row *row);
MUST_CHECK enum err sheet_load_cells(struct tx *tx, sheet_cells *next, void *with,
                                     const struct sheet_source *source, bool dry,
                                     const struct sheet_talk *talk, struct sheet_done *done);
/* Writes every service of a source; of an empty source, all. */
MUST_CHECK enum err sheet_write(struct db *db, struct str source, FILE *to);

/* ---- one row ---- */

enum sheet_column {
    COL_KEY,
    COL_NAME,
    COL_NAME_EN,
    COL_OTHER_NAMES,
    COL_ORGANISATION,
    COL_DESCRIPTION,
    COL_DESCRIPTION_EN,
    COL_SUMMARY,
    COL_SUBJECTS,
    COL_KIND,
    COL_STATUS,
    COL_PLACE,
    COL_ADDRESS,
    COL_POSTAL_CODE,
    COL_CITY,
    COL_NEIGHBOURHOOD,
    COL_LATITUDE,
    COL_LONGITUDE,
    COL_TRANSPORTATION,
    COL_WHEELCHAIR,
    COL_ACCESSIBILITY,
    COL_HOURS,
    COL_PHONE,
    COL_WEBSITE,
    COL_EMAIL,
    COL_LANGUAGES,
    COL_FREE,
    COL_REFERRAL,
    COL_MINIMUM_AGE,
    COL_MAXIMUM_AGE,
    COL_APPLICATION,
    COL_FEES,
    COL_ELIGIBILITY,
    COL_ARRIVAL,
    COL_COMPANY,
    COL_ALERT,
    COL_CONFIRMED,
    COLUMNS
};
extern const char *const sheet_columns[COLUMNS];
/* The column that a heading in small letters means, ours or the usual Dutch one; -1: none. */
int sheet_column_of(struct str heading);
enum { SHEET_PLACES = 50 };
struct
    sheet_ids { /* what data with ids of its own says beside the columns; the key of the row is the service's */
    struct str organization, description, website, email; /* who offers it */
    struct str location[SHEET_PLACES + 1],
        at[SHEET_PLACES + 1]; /* UUIDs; empty: they are made */
    struct instant modified;  /* s == 0: not said */
};
struct sheet_row { /* as it is written */
    struct str cell[COLUMNS];
    struct str places[SHEET_PLACES][COLUMNS]; /* the second place and on: their columns only */
    size_t places_n;
    int64_t line;
    const struct sheet_ids *ids; /* NULL: of a table, which has none */
};
MUST_CHECK enum err sheet_row_read(struct db *db, struct arena *a, int64_t service,
                                   struct sheet_row *row);
/* Do they say the same, cell by cell? */
bool sheet_row_same(const struct sheet_row *x, const struct sheet_row *y);
struct sheet_fault {
    int column;
    size_t place; /* 0: the first */
    const struct words *what;
    struct str value; /* the piece that is wrong; may be empty */
};
typedef void sheet_tell(void *with, const struct sheet_fault *fault);
/* Brings each cell to the one way it is written, and tells what is wrong. True when nothing is. Subjects are
 * not looked at. */
bool sheet_row_check(struct arena *a, struct sheet_row *row, struct instant now,
                     sheet_tell *tell, void *with);
/* Writes a row that was checked over a service, or, where `service` is 0, as a new one whose id that becomes;
 * what became different is written down (table metadata), and the index is right after it. `source` is that of the
 * service. What is the same stays the same. */
MUST_CHECK enum err sheet_row_put(struct tx *tx, const struct sheet_row *row,
                                  const struct sheet_source *source, enum entry_by by,
                                  struct instant now, int64_t *service);

/* ---- rows that are made ---- */

/* Gives the next row, in memory that lives until the one after; `more` false: there is none. */
typedef enum err sheet_next(void *with, struct arena *a, struct sheet_row *row, bool *more);
/* As sheet_load, of rows with ids. A key, and an organisation, that is a UUID is its id here too. */
MUST_CHECK enum err sheet_load_rows(struct tx *tx, const struct sheet_source *source, bool dry,
                                    const struct sheet_talk *talk, sheet_next *next,
                                    sheet_tell *tell, void *with, struct sheet_done *done);

#endif
