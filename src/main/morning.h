/* morning.h — what the program does by itself once a day: asking how promises go,
 * whether what was done is noticed, and the news for who follows. */
#ifndef MAIN_MORNING_H
#define MAIN_MORNING_H

#include "base/time.h"
#include "store/store.h"

/* Once on each day from seven o'clock on; `last` is the day it was done, {0} at the start. `site`: where this
 * site is for the world. What it did is in the data, so again on one day does nothing. */
void morning(struct store *st, struct str site, struct instant now, struct day *last);

#endif
