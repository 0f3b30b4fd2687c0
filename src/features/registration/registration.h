/* registration.h — who said they come to a gathering, and what they need: for the pages where people
 * register, for the door, and for whoever gives seats or writes to them.
 *
 * Nothing of it is public or in an export. What somebody needs and whom they like to sit with is gone
 * seven days after the gathering; a name and address later (features/privacy). So whoever keeps something
 * about a registration refers to its id with ON DELETE CASCADE, and copies nothing of it.
 *
 *   registrations_of(db, arena, gathering, after, &rows, &n)      everybody who did not cancel
 *   registration_themes_in, registration_wishes_in                what they prefer
 *
 * Somebody's code (12 characters, as a receipt) is made of the secret of this data file and their id, so
 * that it can be put in a mail or on a badge at any time; the data holds its hash. */
#ifndef FEATURES_REGISTRATION_REGISTRATION_H
#define FEATURES_REGISTRATION_REGISTRATION_H

#include "features/dialogue/dialogue.h"

/* Kept as a number: append only. */
enum registered_by {
    REGISTERED_WEB,
    REGISTERED_DESK,
    REGISTERED_PHONE,
    REGISTERED_DOOR, /* came without having registered */
    REGISTERED_BYS
};
enum registration_state {
    REGISTRATION_COMES,
    REGISTRATION_WAITS, /* no room yet: moves up by itself when somebody cancels, first come first */
    REGISTRATION_CANCELLED,
    REGISTRATION_STATES
};
enum door_act { /* kept as a number: append only */
                DOOR_IN,
                DOOR_NEW, /* somebody who had not registered */
                DOOR_BACK,
                DOOR_ACTS
};
enum age_group { AGE_12_17, AGE_18_29, AGE_30_44, AGE_45_64, AGE_65_79, AGE_80_UP, AGE_GROUPS };
enum comes_as {
    COMES_RESIDENT,
    COMES_VOLUNTEER,
    COMES_ORGANISATION,
    COMES_MUNICIPALITY,
    COMES_ASES
};
enum { REGISTRATION_THEMES = 3, REGISTRATION_WISHES = 3 };

/* Words for a list: "18 tot en met 29 jaar"; "bewoner". Codes as forms send them. */
struct term age_group_term(int age);
struct term comes_as_term(int as);
struct term registered_by_term(int by);
struct term registration_state_term(int state);

#include "features/registration/registration.sql.h"

/* The code of a registration, and the address of its page for the world (in a mail, in a QR code). */
struct str registration_code(struct arena *a, struct str secret, int64_t registration);
/* What the door knows somebody by, of the hash of their code: 16 characters that stand on their badge and on the
 * list of a device. It opens nothing. */
enum { DOOR_MARK = 8, DOOR_MARK_TEXT = 2 * DOOR_MARK };
struct str door_mark(struct arena *a, struct str hash);
/* Is that evening over, so that no device needs its list? From six in the morning after it. */
bool door_over(struct instant now, struct day day);
struct path registration_path(struct arena *a, struct str dialogue, struct str code);
struct str registration_link(struct arena *a, struct str site, struct str dialogue,
                             struct str code);

/* Erases what people needed at gatherings before `needs`, and who they were at gatherings before `names`; a
 * year later of who wants to be invited again. */
MUST_CHECK enum err registrations_tidy(struct tx *tx, struct day needs, struct day names);

#endif
