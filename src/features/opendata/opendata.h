/* opendata.h — everything of a dialogue that anybody may read, as tables: what they are called, what is
 * in each column, and the rows themselves.
 *
 * A table is declared once (tables.c). The page that explains it, the heading of its CSV, the fields of
 * its JSON and datapackage.json all follow from that; a row that gives another number of cells than there
 * are columns, or a cell of another type, is ERR_BROKEN. Names, numbers and the marks against formulas
 * are those of the folder (docs/folder.md). Points are those of the newest edition; of voices only those
 * that are shown. */
#ifndef FEATURES_OPENDATA_OPENDATA_H
#define FEATURES_OPENDATA_OPENDATA_H

#include "features/dialogue/dialogue.h"

enum open_type {
    OPEN_NAME,   /* a slug: permanent, stands in addresses */
    OPEN_NUMBER, /* whole */
    OPEN_TEXT,   /* what people read; guarded against formulas in CSV */
    OPEN_CODE,   /* one of a few codes */
    OPEN_DAY,
    OPEN_CLOCK,
    OPEN_YES_NO,
    OPEN_URL,
};
struct open_column {
    struct str name;
    enum open_type type;
    const struct words *about;
};

enum { OPEN_COLUMNS = 20, OPEN_PART = 5000 };
struct open_rows; /* being written; rows.h */
struct open_table {
    struct str name; /* in addresses: "point-voices" */
    const struct words *title, *about;
    struct open_column columns[OPEN_COLUMNS];
    size_t columns_n;
    size_t keys; /* the first so many columns together name a row; 0: they do not */
    /* In files of so many numbers each, so that no answer grows without end; part n of it. */
    bool in_parts;
    enum err (*last)(struct db *db, int64_t dialogue, int64_t *number);
    enum err (*rows)(struct open_rows *w);
};

enum { OPEN_DADEN = 17, OPEN_TABLES = 19 + OPEN_DADEN };
/* All of them, in the order of the page. Cost: a look-up for every sentence. */
void open_tables(struct open_table tables[OPEN_TABLES]);
/* One more column; ends the process above OPEN_COLUMNS. */
void open_column(struct open_table *t, const char *name, enum open_type type,
                 const struct words *about);
/* How many files it has; 1 unless it is in parts. */
MUST_CHECK enum err open_parts(struct db *db, const struct open_table *t, int64_t dialogue,
                               int64_t *parts);
/* "voices-2", or "themes" of a table that is one file. */
struct str open_file(struct arena *a, const struct open_table *t, int64_t part);

#endif
