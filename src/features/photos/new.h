/* new.h — a photo that the team puts in itself; filled by new.c, read by new.html. */
#ifndef FEATURES_PHOTOS_NEW_H
#define FEATURES_PHOTOS_NEW_H

#include "features/photos/photos.h"

struct photo_new_form {
    struct upload photo;
    int people;
    int64_t at_table, voice; /* of the voice its number */
};
struct photo_new_view {
    struct dialogue d;
    const struct form_state *form;
    struct photo_tables_row *tables;
    size_t tables_n;
};

#endif
