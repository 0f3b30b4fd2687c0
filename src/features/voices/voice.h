/* voice.h — one voice; filled by voice.c, read by voice.html and absent.html. */
#ifndef FEATURES_VOICES_VOICE_H
#define FEATURES_VOICES_VOICE_H

#include "features/voices/voice.sql.h"
#include "features/voices/voices.h"

struct voice_view {
    struct dialogue d;
    struct voices_of_theme_row v;
    struct used used;
    struct voices_at_table_row *beside; /* of the same table */
    size_t beside_n;
    struct photos_shown photos;
    bool has_before, has_behind;
    int64_t before, behind; /* in its theme */
};

#endif
