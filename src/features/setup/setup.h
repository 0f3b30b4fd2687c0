/* setup.h — what pages that change something at the desk share: a form with its fields, two colleagues at
 * once, lists in an order, taking something away. See edit.h, record.h and list.h; templates include control.html
 * and tabs.html. */
#ifndef FEATURES_SETUP_SETUP_H
#define FEATURES_SETUP_SETUP_H

#include "features/setup/edit.h"   // IWYU pragma: export
#include "features/setup/list.h"   // IWYU pragma: export
#include "features/setup/record.h" // IWYU pragma: export

#endif
