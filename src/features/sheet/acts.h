/* acts.h — what a device can hand in at a table. */
#ifndef FEATURES_SHEET_ACTS_H
#define FEATURES_SHEET_ACTS_H

#include "features/dialogue/dialogue.h"

enum sheet_act { /* kept as a number: append only */
                 SHEET_NOTE,
                 SHEET_CHANGE,
                 SHEET_WITHDRAW,
                 SHEET_AGREE, /* it was read back; the table closes */
                 SHEET_ACTS
};

#endif
