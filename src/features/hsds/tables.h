/* tables.h — a set of HSDS data as tables, whatever it came as: version 1.1, 2.0 or 3.x, CSV in an archive or nested
 * JSON. Names of tables and columns are brought to those of 3.2; what we have no use for is left alone.
 *
 * Nothing that a file says of itself is trusted: sizes and counts are what really came. */
#ifndef FEATURES_HSDS_TABLES_H
#define FEATURES_HSDS_TABLES_H

#include "base/lang.h"
#include "base/out.h"

#include <stdio.h>

enum hsds_table {
    T_ORGANIZATION,
    T_SERVICE,
    T_LOCATION,
    T_PLACE, /* service_at_location */
    T_ADDRESS,
    T_PHONE,
    T_CONTACT,
    T_SCHEDULE,
    T_HOLIDAY, /* of 1.1 and 2.0: holiday_schedule */
    T_LANGUAGE,
    T_ACCESSIBILITY,
    T_ATTRIBUTE,
    T_TERM,
    T_COST,
    T_ELIGIBILITY, /* of 1.1 */
    TABLES
};
enum hsds_column {
    C_ID,
    C_NAME,
    C_ORGANIZATION_ID,
    C_SERVICE_ID,
    C_LOCATION_ID,
    C_PLACE_ID,
    C_CONTACT_ID,
    C_PHONE_ID,
    C_TERM_ID,
    C_TAXONOMY_ID,
    C_LINK_ID,
    C_ALTERNATE_NAME,
    C_DESCRIPTION,
    C_URL,
    C_EMAIL,
    C_STATUS,
    C_APPLICATION,
    C_FEES,
    C_ELIGIBILITY,
    C_MINIMUM_AGE,
    C_MAXIMUM_AGE,
    C_ASSURED,
    C_ALERT,
    C_MODIFIED,
    C_KIND,
    C_SUMMARY,
    C_ARRIVAL,
    C_COMPANY,
    C_FREE,
    C_REFERRAL,
    C_NAME_EN,
    C_DESCRIPTION_EN,
    C_TRANSPORTATION,
    C_LATITUDE,
    C_LONGITUDE,
    C_HOLIDAYS,
    C_ADDRESS_1,
    C_ADDRESS_2,
    C_CITY,
    C_REGION,
    C_POSTAL_CODE,
    C_ADDRESS_TYPE,
    C_NUMBER,
    C_EXTENSION,
    C_FREQ,
    C_INTERVAL,
    C_BYDAY,
    C_BYMONTHDAY,
    C_DTSTART,
    C_VALID_FROM,
    C_VALID_TO,
    C_UNTIL,
    C_OPENS_AT,
    C_CLOSES_AT,
    C_WEEKDAY,
    C_CLOSED,
    C_EXCEPTION,
    C_CODE,
    C_DETAILS,
    C_OPTION,
    C_AMOUNT,
    HSDS_COLUMNS
};

struct table_row {
    struct str *cell; /* HSDS_COLUMNS; those a table does not have are empty */
    int64_t line;     /* where it stands in its file; of JSON, which object of the list */
    int64_t next[4];  /* with the same key in an index: its row, or -1 */
};
struct table {
    struct str file; /* it came from; empty: there was none */
    struct table_row *row;
    size_t n, room;
};
struct tables {
    struct arena arena; /* of all that is in them */
    struct table table[TABLES];
    size_t rows;
    bool nested; /* it came as JSON */
    bool bad;
    struct str why; /* what is wrong with the file as a whole, in the reader's language */
    enum lang lang;
};

enum {
    TABLES_FILE_MOST = 256 * 1024 * 1024, /* bytes of a file as it is */
    TABLES_UNPACKED = 512 * 1024 * 1024,  /* bytes of all tables in an archive */
    TABLES_FILES = 200,                   /* in an archive */
    TABLES_RATIO = 400, /* how many times smaller it may be packed, above 1 MB */
    TABLES_ROWS = 6 * 1000 * 1000
};

/* Reads a file of bytes: an archive when it begins as one, else JSON. False: `why`. End it in any case. */
bool tables_read(struct tables *t, struct str bytes, enum lang lang);
void tables_end(struct tables *t);

/* Of a row its cell; empty when there is none. */
static inline struct str tables_cell(const struct table_row *row, enum hsds_column c)
{
    return row->cell[c];
}

/* ---- for the readers ---- */

bool tables_zip(struct tables *t, struct str bytes);
bool tables_json(struct tables *t, struct str bytes);
bool tables_csv(struct tables *t, enum hsds_table table, struct str file, struct str text);
/* A table by the name of its file or list; false: we have no use for it. */
bool tables_kind(struct str name, enum hsds_table *table);
/* A column by its name; -1: we have no use for it. */
int tables_column(enum hsds_table table, struct str name);
struct table_row *tables_add(struct tables *t, enum hsds_table table, int64_t line);
/* Says why not; gives false. */
bool tables_refuse(struct tables *t, const struct words *why, struct str what);

#endif
