/* terms.h — the words of places that are kept as a number. Append only. */
#ifndef FEATURES_PLACES_TERMS_H
#define FEATURES_PLACES_TERMS_H

#include "features/dialogue/dialogue.h"

enum space_kind {
    SPACE_HALL,
    SPACE_ROOM,
    SPACE_KITCHEN,
    SPACE_WORKSHOP,
    SPACE_GYM,
    SPACE_GARDEN, /* from here on outdoors */
    SPACE_COURTYARD,
    SPACE_PARK,
    SPACE_PITCH,
    SPACE_KINDS
};
static inline bool space_outdoors(enum space_kind kind)
{
    return kind >= SPACE_GARDEN;
}
/* How one gets in. */
enum space_entry {
    ENTRY_STAFF, /* somebody opens */
    ENTRY_CODE,
    ENTRY_KEY,
    ENTRY_OPEN, /* one walks in */
    SPACE_ENTRIES
};
enum repeats {
    REPEATS_ONCE,
    REPEATS_WEEKLY,
    REPEATS_TWO_WEEKS,
    REPEATS_MONTHLY, /* the same weekday of the month: each second Tuesday */
    REPEATS_KINDS
};
enum request_state {
    REQUEST_UNCONFIRMED, /* the button in the mail was not pressed yet */
    REQUEST_WAITS,
    REQUEST_ACCEPTED,
    REQUEST_REFUSED,
    REQUEST_CANCELLED, /* by who asked */
    REQUEST_STATES
};
enum date_state {
    DATE_ASKED,
    DATE_TAKEN,
    DATE_CLASH, /* another was first */
    DATE_REFUSED,
    DATE_CANCELLED,
    DATE_STATES
};

/* Code in files and forms, and words on screen. */
struct term space_kind_term(int value);
struct term space_entry_term(int value);
struct term repeats_term(int value);
struct term request_state_term(int value);
struct term date_state_term(int value);

#endif
