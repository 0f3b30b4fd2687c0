/* gather.h — the data as the sheets of a folder, in memory. */
#ifndef FEATURES_FOLDER_GATHER_H
#define FEATURES_FOLDER_GATHER_H

#include "features/folder/rows.h"
#include "store/store.h"

/* Fills the grids, long texts and, for each row of pictures.csv, the id and hash of its image
 * (`f->images`, without bytes). `all` as in folder_export. */
MUST_CHECK enum err folder_gather(struct db *db, struct folder *f, bool all);

#endif
