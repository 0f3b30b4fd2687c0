/* voices.h — what somebody said or wrote, exactly as it was sent, and the stories among them.
 *
 * Only a voice that is shown has a public text. One that is hidden or erased keeps its number, and
 * its address says why there is nothing to read. */
#ifndef FEATURES_VOICES_VOICES_H
#define FEATURES_VOICES_VOICES_H

#include "features/sources/sources.h"
#include "features/photos/photos.h"
#include "features/voices/intake.h"
#include "features/voices/intake.sql.h"
#include "features/voices/voices.sql.h"

struct voice_item {
    struct voices_of_theme_row v;
    struct str body, translation; /* as the list shows them; of a story only the beginning */
    const struct voice_uses_in_theme_row
        *uses; /* points of the newest edition that rest on it */
    size_t uses_n;
};
/* Each voice with its uses; both in order of number. */
struct voice_item *voice_items(struct arena *a, const struct voices_of_theme_row *rows,
                               size_t rows_n, const struct voice_uses_in_theme_row *uses,
                               size_t uses_n);
/* The first words of a long text, cut between two words, with "…" behind them when it was cut. */
struct str beginning(struct arena *a, struct str text, size_t most);

/* Why there is nothing to read: a sentence. */
const struct words *voice_absence(enum visibility visibility);

#endif
