/* write.h — the map as a file of HSDS: what a source has, or all of it, without what is not active for now.
 *
 * What is written loads to the same (load.h), and is then written to the same bytes. */
#ifndef FEATURES_HSDS_WRITE_H
#define FEATURES_HSDS_WRITE_H

#include <stdio.h>

#include "store/store.h"

/* A list of services, each with everything under it, one on each line. */
MUST_CHECK enum err hsds_write_json(struct db *db, struct str source, FILE *to);
/* An archive of tables with datapackage.json. Memory: the tables are kept on the disk until it is made. */
MUST_CHECK enum err hsds_write_zip(struct db *db, struct str source, const char *path);

#endif
