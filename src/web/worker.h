/* worker.h — one thread that answers: its libmicrohttpd daemon with its own epoll, its reading
 * connection, its memory. Everything here but the counts belongs to that thread.
 *
 * Some requests never reach us: the library answers them itself, with a fixed sentence in English,
 * without our headers, and closes the connection. They are a first line it cannot read or of another
 * version (400, 505), a head that does not fit in its memory (414, 431: an address of 15 kB, cookies
 * of 7 kB; near that bound it only closes), a header without colon or with a blank before it (400),
 * a length that is no number (400, 413), and broken chunks (400, 413). Nothing of what was sent is
 * repeated in them. */
#ifndef WEB_WORKER_H
#define WEB_WORKER_H

#include <stdatomic.h>

#include "web/asset.h"
#include "web/cache.h"
#include "web/limiter.h"
#include "web/live.h"
#include "web/log.h"
#include "web/site.h"
#include "web/slow.h"
#include "web/visits.h"
#include "web/web.h"

struct MHD_Daemon;

struct shared { /* by all workers; written only before they start */
    struct site site;
    struct web_config config;
    struct store *store;
    struct cache *cache;
    struct limiter *limiter; /* NULL: nobody is limited */
    struct shelf *shelf;
    struct log *log;
    struct slow *slow;     /* what is too slow for a worker */
    struct live *live;     /* NULL: no data, so nothing is live */
    atomic_uint *flows;    /* answers that are written while they are sent (flow.h) */
    atomic_size_t *bodies; /* bytes that bodies under way take, over all workers */
};
struct worker {
    const struct shared *shared;
    struct MHD_Daemon *daemon;
    struct db *db;
    struct arena arena;
    struct visits visits;
    atomic_uint busy;    /* requests under way */
    atomic_uint waiting; /* of those, suspended until their form is done */
    atomic_bool quiet;   /* each connection closes behind its answer */
    atomic_bool ending;  /* no form is begun any more */
    int listen_fd;       /* its own copy of the one socket */
};

/* Fails: ERR_BROKEN when the library does not start; what `store_reader` gives. */
MUST_CHECK enum err worker_start(struct worker *worker, const struct shared *shared,
                                 int listen_fd, unsigned connections);
void worker_quiet(struct worker *worker); /* takes no new connections from here on */
/* No form begins from here on: when none is `waiting`, none will be. */
void worker_ending(struct worker *worker);
void worker_end(struct worker *worker); /* closes what is open and joins the thread */

#endif
