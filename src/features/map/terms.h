/* terms.h — the words of the map that are kept as a number. Append only. */
#ifndef FEATURES_MAP_TERMS_H
#define FEATURES_MAP_TERMS_H

#include "features/dialogue/dialogue.h"

enum service_kind { SERVICE_SERVICE, SERVICE_INITIATIVE, SERVICE_KINDS };
/* As in HSDS. */
enum service_status {
    SERVICE_ACTIVE,
    SERVICE_INACTIVE,           /* not for now: not on the map */
    SERVICE_DEFUNCT,            /* stopped: stays known, so that nobody asks again */
    SERVICE_TEMPORARILY_CLOSED, /* on the map, with a word about it */
    SERVICE_STATUSES
};
enum report_what {
    REPORT_PHONE,
    REPORT_HOURS,
    REPORT_PLACE,
    REPORT_STOPPED,
    REPORT_OTHER,
    REPORT_WHATS
};
/* What was done to an entry, and as whom: the rows of `metadata`. */
enum entry_act { ENTRY_MADE, ENTRY_CHANGED, ENTRY_CONFIRMED, ENTRY_ACTS };
enum entry_by {
    BY_TABLE,    /* it came with a table of its source */
    BY_TEAM,     /* at the desk */
    BY_STEWARD,  /* of its neighbourhood */
    BY_OWNER,    /* who offers it */
    BY_RESIDENT, /* proposed by anybody, and accepted at the desk */
    ENTRY_BYS
};

/* Code in files (of HSDS where it has one) and words on screen. */
struct term service_kind_term(int value);
struct term service_status_term(int value);
struct term report_what_term(int value);
struct term entry_act_term(int value);
struct term entry_by_term(int value);

#endif
