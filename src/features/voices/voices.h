/* voices.h — what somebody said or wrote, exactly as it was sent, and the stories among them.
 *
 * Only a voice that is shown has a public text. One that is hidden or erased keeps its number, and
 * its address says why there is nothing to read. */
#ifndef FEATURES_VOICES_VOICES_H
#define FEATURES_VOICES_VOICES_H

#include "features/dialogue/dialogue.h"
#include "features/voices/voices.sql.h"

#endif
