/* proposal.h — what anybody proposes: a change of an entry or a new one, told as what becomes different. */
#ifndef FEATURES_UPKEEP_PROPOSAL_H
#define FEATURES_UPKEEP_PROPOSAL_H

#include "features/upkeep/desk.h"
#include "features/upkeep/proposal.sql.h"

enum { CHANGES_MOST = COLUMNS + SHEET_PLACES * (COL_HOURS - COL_PLACE + 1) };

/* One field that becomes another. `field` as in metadata: "hours 2". */
struct row_change {
    struct str field, before, after;
};
/* What is different between two rows. */
size_t row_changes(struct arena *a, const struct sheet_row *before,
                   const struct sheet_row *after, struct row_change **changes);
/* What stands in that field of a row; puts something else there. */
struct str row_get(const struct sheet_row *row, struct str field);
void row_set(struct sheet_row *row, struct str field, struct str value);

struct propose_view {
    struct entry_view entry;
    const struct words *title, *lead;
    struct path self, back;
    bool fresh; /* something that is not there yet */
};
struct difference {
    struct str label, before, after, now;
    bool moved; /* what stands there now is not what it was based on */
    bool taken;
};
struct proposed_view {
    struct proposal_open_row p;
    const struct form_state *form;
    struct difference *at;
    size_t n;
    struct path self;
    bool found, moved, desk;
    struct str basis;
    struct twin *twins;
    size_t twins_n;
    const struct words *done;
};
struct proposals_view {
    struct proposals_waiting_row *rows;
    size_t n;
    bool more, paged;
    struct path self;
    struct keeper k;
    const struct words *done;
};

#endif
