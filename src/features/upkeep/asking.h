/* asking.h — in the morning, who offers something is asked whether it is still right. See owner.h. */
#ifndef FEATURES_UPKEEP_ASKING_H
#define FEATURES_UPKEEP_ASKING_H

#include "web/daily.h"

/* Mails each owner for whom it is a day to ask, and gives how many. */
MUST_CHECK enum err owners_ask(struct store *st, const struct daily *daily, int64_t *sent);

#endif
