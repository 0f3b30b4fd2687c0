/* door.h — who comes in: the page at the door, and what is printed for it. */
#ifndef FEATURES_REGISTRATION_DOOR_H
#define FEATURES_REGISTRATION_DOOR_H

#include "features/registration/give.h"

struct door_view {
    struct evening_view e;
    struct registration_counts_row n;
    struct registration_search_row *people;
    size_t people_n;
    struct str asked; /* a part of a name, a number or a code */
    const struct words *done;
    struct str who; /* of whom something was just done */
    int64_t last;   /* their id, to undo it; 0: nobody */
};
struct papers_view { /* a list or badges, on A4 */
    struct evening_view e;
    struct registration_badges_row *people;
    size_t people_n;
    bool badges;
};

#endif
