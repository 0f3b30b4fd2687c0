/* state.h — the words of keeping the map right that are kept as a number. Append only. */
#ifndef FEATURES_UPKEEP_STATE_H
#define FEATURES_UPKEEP_STATE_H

enum proposal_state { PROPOSAL_WAITS, PROPOSAL_TAKEN, PROPOSAL_REFUSED, PROPOSAL_STATES };

#endif
