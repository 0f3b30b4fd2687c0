/* landing.h — what the first page of a dialogue shows, and the list of its themes. */
#ifndef FEATURES_DIALOGUE_LANDING_H
#define FEATURES_DIALOGUE_LANDING_H

#include "features/dialogue/dialogue.h"
#include "features/dialogue/landing.sql.h"

struct across { /* a point that stands in several themes */
    struct landing_across_row point;
    struct landing_point_themes_row *themes;
    size_t themes_n;
};

struct evening {
    struct landing_gatherings_row row;
    struct shown_picture picture;
    bool upcoming; /* today or later */
};

struct landing_view {
    struct dialogue d;
    struct shown_picture picture;
    struct landing_numbers_row numbers;
    struct path give; /* where to have a say, also in other languages */
    struct landing_phases_row *phases;
    struct landing_pillars_row *pillars;
    struct landing_themes_row *themes;
    struct across *across;
    struct evening *evenings;
    struct landing_sources_row *sources;
    struct landing_stories_row *stories;
    size_t phases_n, pillars_n, themes_n, across_n, evenings_n, sources_n, stories_n;
    size_t themes_all; /* how many there are; the page shows the first of them */
    struct day today;  /* of which it says where we are */
    bool has_next;
    struct html next; /* what happens next */
    struct str next_lang;
};

/* The themes that share a concern; without pillars one group holds all. */
struct themes_group {
    const struct landing_pillars_row *pillar; /* NULL: those under none */
    struct landing_themes_row *themes;
    size_t themes_n;
};
struct themes_view {
    struct dialogue d;
    struct themes_group *groups;
    size_t groups_n, themes_n;
};

#endif
