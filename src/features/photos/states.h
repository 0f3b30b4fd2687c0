/* states.h — what a photo can be. Kept as numbers: append only. */
#ifndef FEATURES_PHOTOS_STATES_H
#define FEATURES_PHOTOS_STATES_H

enum photo_state {
    PHOTO_WAITING, /* nobody of the team looked at it yet */
    PHOTO_SHOWN,
    PHOTO_HIDDEN, /* not shown, for a reason; without one it is for the team alone */
    PHOTO_ERASED, /* its pixels are gone */
    PHOTO_STATES
};
enum photo_people {
    PEOPLE_NONE,      /* nobody can be recognised */
    PEOPLE_AGREED,    /* everybody who can be recognised agreed that it is shown */
    PEOPLE_NOT_ASKED, /* it is for the team alone */
    PHOTO_PEOPLE
};

#endif
