/* mine.h — the page of a registration, behind its code: what was filled in, and what can be done with it. */
#ifndef FEATURES_REGISTRATION_MINE_H
#define FEATURES_REGISTRATION_MINE_H

#include "features/registration/give.h"
#include "web/qr.h"

struct mine_view {
    struct dialogue d;
    struct registration_by_code_row r;
    struct str code, slug, group[3]; /* slug: the code as it stands in the address */
    struct path self;                /* of the page itself */
    struct qr qr;                    /* of its address, for the door; size 0: none */
    struct str qr_alt;
    bool needs;
    struct registration_need_of_row need;
    struct str interpreter;
    struct registration_themes_of_row *themes;
    struct registration_wishes_of_row *wishes;
    size_t themes_n, wishes_n;
    bool past;  /* the day is over: nothing can be changed any more */
    bool staff; /* a colleague looks: they can go to the door */
    struct path door;
    const struct words *done; /* what was just done; NULL: nothing */
};
/* Opens the page of the code in param[1]; `title` NULL: its own. Kept by no browser or search engine. */
MUST_CHECK enum err mine_open(struct request *req, struct response *res,
                              const struct words *title, struct mine_view *v);

#endif
