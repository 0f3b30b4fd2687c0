/* overview.h — the first page of the desk; filled by overview.c, read by overview.html. */
#ifndef FEATURES_SETUP_OVERVIEW_H
#define FEATURES_SETUP_OVERVIEW_H

#include "features/dialogue/dialogue.h"

struct overview_step {
    struct str text, why;
    struct path to; /* empty: not for this visitor */
    bool done;
};
struct overview_count {
    struct str what;
    int64_t n;
    bool more; /* there are more than n */
    struct path to;
};
struct overview_view {
    struct dialogue d;
    struct overview_step steps[6];
    size_t steps_n;
    bool beginning; /* some steps have not been taken */
    struct overview_count counts[8];
    size_t counts_n;
    int64_t late; /* care that should have been given by now */
    bool open;    /* voices may come in today */
    struct path give, settings;
    bool edits, writes;
};

#endif
