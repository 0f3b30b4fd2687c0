/* remarks.h — what colleagues say to each other about a point or theme; open until somebody says that it was
 * dealt with. Never public; erased some time after (schema/personal.txt). */
#ifndef FEATURES_REMARKS_REMARKS_H
#define FEATURES_REMARKS_REMARKS_H

#include "features/history/history.h"
#include "features/people/people.h"
#include "features/remarks/remarks.sql.h"

/* Of one thing, with the form; shown by {use remarks_box(&r)} from "features/remarks/box.html". */
struct remarks {
    struct str slug, about, key; /* of the dialogue; "punt" or "thema"; its number or slug */
    struct remarks_of_thing_row *at;
    size_t n, open;                /* the open ones stand first */
    const struct form_state *form; /* NULL: of another page */
};
/* `thing` is THING_POINT or THING_THEME; `key` its number or slug in addresses. */
MUST_CHECK enum err remarks_of(struct request *req, const struct dialogue *d, enum thing thing,
                               int64_t id, struct str key, struct remarks *r);

struct remarks_view {
    struct dialogue d;
    const struct form_state *form;
    struct remarks_open_row *at;
    size_t n;
    struct remarks again; /* the form that was sent, when something is wrong with it */
    bool wrong;
};

#endif
