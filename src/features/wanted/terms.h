/* terms.h — the words of needs and offers that are kept as a number. Append only. */
#ifndef FEATURES_WANTED_TERMS_H
#define FEATURES_WANTED_TERMS_H

#include "features/dialogue/dialogue.h"

enum wanted_kind {
    WANTED_NEED,
    WANTED_OFFER,
    WANTED_PULLER, /* somebody who wants to be found for what they do in a neighbourhood */
    WANTED_KINDS
};
enum wanted_who { WANTED_RESIDENT, WANTED_INITIATIVE, WANTED_ORGANISATION, WANTED_WHOS };
enum wanted_state {
    WANTED_UNCONFIRMED,
    WANTED_WAITS, /* for the desk */
    WANTED_SHOWN,
    WANTED_REFUSED, /* by the desk, with a reason */
    WANTED_FOUND,
    WANTED_STOPPED,
    WANTED_ENDED, /* by itself */
    WANTED_STATES
};
enum wanted_time { WANTED_DAYTIME = 1, WANTED_EVENING = 2, WANTED_WEEKEND = 4 };
enum event_state { EVENT_WAITS, EVENT_SHOWN, EVENT_REFUSED, EVENT_STATES };

/* Code in forms and addresses, and words on screen. */
struct term wanted_kind_term(int value);
struct term wanted_who_term(int value);
struct term wanted_state_term(int value);

#endif
