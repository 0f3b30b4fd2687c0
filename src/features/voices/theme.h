/* theme.h — the voices about a theme; filled by theme.c, read by theme.html. */
#ifndef FEATURES_VOICES_THEME_H
#define FEATURES_VOICES_THEME_H

#include "features/voices/voices.h"

struct theme_voices_view {
    struct dialogue d;
    struct theme_named_row theme;
    struct path self;
    struct filter_view filter;
    struct voice_item *items;
    size_t items_n;
    int64_t of[VISIBILITIES]; /* how many are waiting, shown, hidden, erased */
    int64_t all;
    const struct words *filter_name;
};

#endif
