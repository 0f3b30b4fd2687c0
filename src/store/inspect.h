/* inspect.h — is the whole data file sound? */
#ifndef STORE_INSPECT_H
#define STORE_INSPECT_H

#include "store/store.h"

/* Looks over every page and index, and every reference. What is wrong is said in lines (in English, at
 * most 200) and counted in `wrong`. Cost: reads the whole file. */
MUST_CHECK enum err store_inspect(struct store *st, void (*say)(struct str line, void *with),
                                  void *with, int64_t *wrong);

#endif
