/* privacy.h — what the data holds about people: every kind with its purpose and its end.
 *
 * schema/personal.txt says of which kind each column is (tools/queryc refuses one without); here each
 * kind gets its words and its days. The page /privacy/gegevens shows this table, and `dialoog tidy` erases
 * by it, so neither can say something else. */
#ifndef FEATURES_PRIVACY_PRIVACY_H
#define FEATURES_PRIVACY_PRIVACY_H

#include "base/lang.h"
#include "gen/personal.h"

struct personal_about {
    const struct words *title;
    const struct words *what;  /* what it is, and whose */
    const struct words *why;   /* the purpose */
    const struct words *seen;  /* who sees it */
    const struct words *until; /* when it is erased; {n} is `days` */
    int days;                  /* after what `until` names; 0: no number of days */
};
struct personal_about personal_about(enum personal_kind kind);

#endif
