/* state.h — the words of keeping the map right that are kept as a number. Append only. */
#ifndef FEATURES_UPKEEP_STATE_H
#define FEATURES_UPKEEP_STATE_H

enum proposal_state { PROPOSAL_WAITS, PROPOSAL_TAKEN, PROPOSAL_REFUSED, PROPOSAL_STATES };
/* How we know that somebody speaks for an organisation. */
enum owner_sure {
    OWNER_CLAIMS,  /* they say so; the desk still has to call */
    OWNER_DOMAIN,  /* their mail comes from the website's own domain */
    OWNER_INVITED, /* by the desk */
    OWNER_CALLED,  /* the desk called, and it is so */
};
enum owner_says { OWNER_RIGHT, OWNER_CHANGED, OWNER_ENDED };
enum call_outcome {
    CALL_RIGHT,
    CALL_CHANGED,
    CALL_ENDED,
    CALL_NOT_REACHED
}; /* map/index.sql knows the last */

#endif
