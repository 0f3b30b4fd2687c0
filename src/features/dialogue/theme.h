/* theme.h — what the page of one theme shows; filled by theme.c, read by theme.html. */
#ifndef FEATURES_DIALOGUE_THEME_H
#define FEATURES_DIALOGUE_THEME_H

#include "features/dialogue/dialogue.h"
#include "features/dialogue/theme.sql.h"

struct theme_points { /* the points of one kind, in their order */
    struct str code;
    const struct words *words;
    const struct theme_shown_points_row **points;
    size_t points_n;
};

struct theme_view {
    struct dialogue d;
    bool can_mail;
    struct theme_shown_row theme;
    struct shown_picture picture;
    struct theme_points kinds[POINT_KINDS];
    size_t kinds_n;
    struct theme_shown_tables_row *tables;
    struct theme_shown_voices_row *voices;
    size_t tables_n, voices_n;
    struct theme_subjects_row *subjects; /* of the map */
    size_t subjects_n;
    bool evenings; /* the tables are of more than one gathering */
    bool rounds;   /* or of more than the first round */
    size_t place;  /* among the themes, from 1; 0 when there are too many to say */
    const struct theme_order_row *before, *behind; /* its neighbours, or NULL */
};

#endif
