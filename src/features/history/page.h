/* page.h — the pages of what was done; filled by page.c, read by page.html. */
#ifndef FEATURES_HISTORY_PAGE_H
#define FEATURES_HISTORY_PAGE_H

#include "features/history/history.h"

struct history_choice {
    struct str value;
    const struct words *words;
    bool chosen;
};

struct history_view {
    struct dialogue d;
    struct path self;
    struct str name;   /* of one thing, "Inbreng 12"; empty: of everything */
    struct path thing; /* where that thing itself stands */
    struct history_lines lines;
    struct history_choice things[THINGS], acts[ACTS];
    bool filtered, later; /* some are left out; there are newer ones */
    struct path next;
};

#endif
