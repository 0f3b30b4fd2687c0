/* tidy.h — erases what stands behind the voices of a dialogue that was done long ago. */
#ifndef FEATURES_VOICES_TIDY_H
#define FEATURES_VOICES_TIDY_H

#include "base/time.h"
#include "store/store.h"

/* Of the next 200 voices behind number `*after`: words that are not public go whole; of the others
 * what was left out of them, what was written to and fro, care, sound, and who typed and checked.
 * `*after` moves on; `*more` says whether there were any. */
MUST_CHECK enum err voices_tidy(struct tx *tx, struct arena *a, int64_t dialogue,
                                struct instant now, int64_t *after, bool *more);

#endif
