/* write_inside.h — what write.c and pack.c share: the tables of an archive. */
#ifndef FEATURES_HSDS_WRITE_INSIDE_H
#define FEATURES_HSDS_WRITE_INSIDE_H

#include <stdio.h>

#include "features/hsds/object.h"

enum hsds_file {
    F_ORGANIZATIONS,
    F_SERVICES,
    F_LOCATIONS,
    F_PLACES,
    F_ADDRESSES,
    F_PHONES,
    F_SCHEDULES,
    F_LANGUAGES,
    F_ACCESSIBILITY,
    F_COSTS,
    F_TAXONOMIES,
    F_TERMS,
    F_ATTRIBUTES,
    HSDS_FILES
};
struct file_about {
    const char *name, *columns; /* with blanks between */
};
extern const struct file_about hsds_files[HSDS_FILES];

struct writing {
    struct db *db;
    struct arena one, all; /* of a service; of what was seen */
    struct str source;
    FILE *to[HSDS_FILES];
    struct str *seen; /* ids of organisations and locations: open hashing */
    size_t seen_n, seen_room;
};
/* Every table with its heading and rows, into the files. */
MUST_CHECK enum err tables_write(struct writing *w);

#endif
