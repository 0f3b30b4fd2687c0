/* flow.h — an answer that is written while it is sent (struct flow in web.h), over the wire. */
#ifndef WEB_FLOW_H
#define WEB_FLOW_H

#include <stdatomic.h>

#include "web/visits.h"
#include "web/web.h"

struct MHD_Response;
struct answer;

enum { FLOWS_MOST = 8 }; /* at once, over all workers */

struct
    flow_way { /* where it is read and sent; all of one worker, and it lives as long as that */
    struct db *db;
    struct visit *visit; /* who listens may take this long for each piece */
    int64_t patience;    /* milliseconds */
    atomic_uint *flows;  /* under way; counted down when this one ends */
};
/* Takes the flow over. Ended by the library, also when whoever listens left. */
struct MHD_Response *flow_response(struct flow *flow, const struct flow_way *way,
                                   const struct answer *answer);

#endif
