/* stories.h — the stories of a dialogue, and one of them; filled by stories.c. */
#ifndef FEATURES_VOICES_STORIES_H
#define FEATURES_VOICES_STORIES_H

#include "features/voices/story.sql.h"
#include "features/voices/voices.h"

struct stories_view {
    struct dialogue d;
    struct stories_in_order_row *stories; /* with only the beginning of each */
    size_t stories_n;
};

struct story_page_view {
    struct dialogue d;
    struct story_shown_row s;
    struct used used;
    bool readable;
    const struct words *absence; /* why there is nothing to read */
};

#endif
