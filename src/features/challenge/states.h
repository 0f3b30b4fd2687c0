/* states.h — how far a challenge is; kept as a number, so append only. */
#ifndef FEATURES_CHALLENGE_STATES_H
#define FEATURES_CHALLENGE_STATES_H

#include "features/dialogue/dialogue.h"

enum challenge_state {
    CHALLENGE_RECEIVED,
    CHALLENGE_WEIGHED, /* it is complete, and being considered */
    CHALLENGE_AGREED,
    CHALLENGE_REFUSED,
    CHALLENGE_WITHDRAWN,
    CHALLENGE_STATES
};
struct term challenge_state_term(int state);

#endif
