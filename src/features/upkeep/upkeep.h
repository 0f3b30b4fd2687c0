/* upkeep.h — the sociale kaart is kept right by those who know: the desk, the steward of a neighbourhood, who offers
 * something, and anybody who proposes a change.
 *
 *   U1  an entry is changed by its row as a table has it (map/sheet.h), so one check and one way of writing
 *       serve everybody, and each field that changes is written down (table metadata)
 *   U2  what the public reads is what was approved last: a proposal changes nothing until somebody accepts it
 *   U3  an entry whose source leads elsewhere is changed by nobody here
 *   U4  a link is for one organisation, works 30 days, and once for each of its entries; looking changes
 *       nothing, so a scanner of mail may open every link
 *
 * docs/kaart.md, "Staying right", tells it to who runs a city; docs/decisions/upkeep.md why it is so. */
#ifndef FEATURES_UPKEEP_UPKEEP_H
#define FEATURES_UPKEEP_UPKEEP_H

#include "features/services/services.h"

/* ---- who may ---- */

struct keeper {
    int64_t person;
    bool all; /* every entry; else those of the neighbourhoods that were given to them */
    enum entry_by by;
};
/* Who asks: an administrator or a steward. Fails: ERR_MISSING for who is neither, so that nothing is told. */
MUST_CHECK enum err keeper_of(struct request *req, struct keeper *k);
/* Fails: ERR_MISSING when this entry is not theirs. */
MUST_CHECK enum err keeper_admit(struct request *req, const struct keeper *k, int64_t service);

#endif
