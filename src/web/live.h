/* live.h — pages that stay open: server-sent events, made once for everybody who listens.
 *
 * A page with `.live` is an ordinary page. Who asks its address as an EventSource does ("Accept:
 * text/event-stream") gets its body as an event, and again each time the body became another: one
 * thread makes it, when a table it read was written, for all who listen to that address. So an event is
 * always the whole of what there is to know now, and nobody can have missed one. Its id is a hash of
 * the body: who comes back with the same Last-Event-ID hears nothing until it changes.
 *
 *   new EventSource('/waterstad/bijeenkomst/27-juni/muur/live').onmessage = (e) => { … e.data … }
 *
 * Such a page is for anyone, is text, has no query, and costs as little as a page can: it is made at most
 * LIVE_LOOK_MS apart, and once in LIVE_BEAT seconds for what changes by the clock. Every LIVE_BEAT seconds
 * each stream hears a comment, so that proxies keep it open and who left is noticed; who takes nothing
 * for LIVE_PATIENCE seconds is dropped. When the page is gone, or the server ends, streams end; a
 * browser comes back after 2 to 6 seconds, each at another moment.
 *
 * Streams are connections of the workers that sleep in libmicrohttpd; bench/streams measures them. */
#ifndef WEB_LIVE_H
#define WEB_LIVE_H

#include "web/site.h"
#include "web/visits.h"

struct MHD_Connection;
struct MHD_Response;

enum { LIVE_LOOK_MS = 100, LIVE_BEAT = 15, LIVE_PATIENCE = 45, LIVE_MOST = 10000 };

struct live;
struct stream;
/* `most` streams at once; `beat` and `patience` in seconds; 0: those above. `now` fixed for tests. */
struct live_config {
    const struct site *site;
    struct store *store;
    unsigned most, beat, patience;
    struct instant now;
};
MUST_CHECK enum err live_start(struct live **live, const struct live_config *config);
/* Those that are open end, and none begins any more. Returns when no thread wakes them any more. */
void live_close(struct live *live);
/* When all have left. NULL is allowed. */
void live_end(struct live *live);
size_t live_streams(struct live *live); /* open now */

/* ---- for a worker ---- */

/* Can this address be listened to? Asks its page once when nobody does yet. */
bool live_page(struct live *live, struct db *db, struct arena *a, const struct ask *ask,
               const struct page **page);
/* Begins a stream; NULL when there are too many. `known` is the id of the event heard last. */
struct stream *live_join(struct live *live, struct str address, struct str known,
                         struct MHD_Connection *connection, struct visit *visit);
/* What goes over the wire; the stream is left by live_leave, when its request ends. */
struct MHD_Response *live_response(struct stream *stream, bool https);
void live_leave(struct stream *stream);

#endif
