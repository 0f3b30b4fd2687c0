/* subjects.h — what services are filed under. */
#ifndef FEATURES_MAP_SUBJECTS_H
#define FEATURES_MAP_SUBJECTS_H

#include "store/store.h"

/* Puts the subjects that come with the program in a map that has none. A city renames and adds. */
MUST_CHECK enum err subjects_begin(struct tx *tx, struct arena *a);

#endif
