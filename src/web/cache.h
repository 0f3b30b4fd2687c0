/* cache.h — public pages that were rendered before, ready to be sent.
 *
 * An entry holds for one address (with language and scheme) until one of the tables it was read
 * from is written, or the day ends. The bound counts bytes of all bodies; who was not asked for
 * longest makes room. Shared by all workers; any thread may call. */
#ifndef WEB_CACHE_H
#define WEB_CACHE_H

#include "base/base.h"
#include "base/time.h"
#include "store/store.h"

struct MHD_Response;
struct page;
struct answer;

enum { ETAG = 44 };

struct cached { /* never changes once it is in the cache, but for its gzip form */
    const struct page *page;
    struct day day;
    table_set reads;
    uint64_t version; /* of `reads`, before the page read them */
    char etag[ETAG], etag_gzip[ETAG];
    struct instant modified; /* of what it tells; s == 0: not said */
    struct str body;
    bool packed; /* a picture or font: compressing it again gains nothing */
    struct MHD_Response *plain;
};

struct cache;
struct cache *cache_new(size_t bytes);
void cache_end(struct cache *cache); /* entries that are still held must have been let go */

/* The entry for this address if it still holds, else NULL. Let it go after use. */
struct cached *cache_find(struct cache *cache, struct str key, const struct store *st,
                          struct day today);
void cache_let_go(struct cached *entry);

/* Keeps a copy of the body, sent as `answer` says (etag, encoding and vary are filled in here),
 * and gives the entry back, held by the caller. A body too large for the cache is not kept but
 * can be sent all the same. */
struct cached *cache_keep(struct cache *cache, struct str key, const struct cached *about,
                          struct str body, const struct answer *answer);

/* The gzip form, made at the first call; the plain one when that would be no smaller. */
struct MHD_Response *cached_gzip(struct cache *cache, struct cached *entry, bool *gzipped);
/* A new response without body for who has this version already. */
struct MHD_Response *cached_unchanged(const struct cached *entry, bool gzip);

#endif
