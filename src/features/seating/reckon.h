/* reckon.h — what the page shows while seats are reckoned. */
#ifndef FEATURES_SEATING_RECKON_H
#define FEATURES_SEATING_RECKON_H

#include "features/seating/seating.h"

struct reckon_view {
    struct evening_view e;
    struct job_now now; /* JOB_WAITS or JOB_FAILED */
};

#endif
