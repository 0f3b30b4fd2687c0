/* ods.h — a table in an OpenDocument spreadsheet (ODS), read and written.
 *
 * Read: the first sheet, as rows of text. A number is written as short as it is, a date as 2026-01-31, a time as 09:30,
 * yes and no as such, whatever the sheet shows of them; text keeps its lines. Comments and drawings are passed
 * over. Entities, documents types and anything from elsewhere are refused; repeated cells and rows are bounded, and
 * bytes are counted as they are unpacked.
 * Written: one sheet, its heading first. What is written reads back to the same. */
#ifndef DOCUMENT_ODS_H
#define DOCUMENT_ODS_H

#include "base/base.h"

enum {
    ODS_COLUMNS = 200,
    ODS_ROWS = 250 * 1000,            /* with something in them */
    ODS_REPEATED = 1000,              /* of one row with something in it */
    ODS_UNPACKED = 256 * 1024 * 1024, /* bytes of content.xml */
    ODS_TEXT = 128 * 1024 * 1024,     /* bytes of all cells */
    ODS_CELL = 100 * 1000             /* bytes of one */
};

enum ods_fault {
    ODS_FINE,
    ODS_NOT_ODS, /* no spreadsheet of this kind, or locked with a password */
    ODS_DAMAGED,
    ODS_HOSTILE, /* a document type or entities */
    ODS_LARGE    /* more than the bounds above */
};
struct ods_row {
    struct str *cell;
    size_t n;
    int64_t line; /* as the spreadsheet counts it, from 1 */
};
struct ods {
    struct ods_row *row; /* those with something in them */
    size_t n;
    enum ods_fault fault;
    int64_t fault_line;
};
/* False: `fault`. Memory: the arena. */
bool ods_read(struct arena *a, struct str bytes, struct ods *ods);

enum ods_kind { ODS_TEXT_KIND, ODS_NUMBER_KIND, ODS_DATE_KIND };
/* A table as CSV (base/csv.h) into a file; `kind_of` says by its heading what a column holds. A cell that is not of that
 * kind is written as text. */
MUST_CHECK enum err ods_write(struct str csv, struct str name,
                              enum ods_kind (*kind_of)(struct str heading), const char *path);

#endif
