/* site.h — what a request means, without a socket: address, route, page, answer. */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include "web/router.h"
#include "web/web.h"

/* The same for all workers, and never written after the start. */
struct site {
    struct router router;
    frame_fill *frame;
    struct store *store;
};

struct ask { /* what came over the wire, as far as a page may depend on it */
    enum method method;
    struct str address;         /* path and query as sent */
    struct str accept_language; /* only home looks at it */
    struct str body;
    struct instant now;
    bool from_here; /* the browser says the visitor came from a page of ours */
    int refused;    /* status of what was found wrong before; 0: nothing */
};

/* Always gives an answer that can be sent, an error page if need be. `page` becomes the page that
 * answered, or NULL. Reads through one snapshot of db. */
void site_answer(const struct site *site, struct db *db, struct arena *a, const struct ask *ask,
                 struct response *res, const struct page **page);

/* True when this visitor is sent from home to home in another language. */
bool site_home_elsewhere(const struct ask *ask);

#endif
