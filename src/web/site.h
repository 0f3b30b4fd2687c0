/* site.h — what a request means, without a socket: address, route, page, answer. */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include "web/router.h"
#include "web/web.h"

/* The same for all workers, and never written after the start. */
struct site {
    struct router router;
    frame_fill *frame;
    admit *admit;
    const char *sign_in; /* NULL: nobody can */
    struct str address;  /* of the whole site, for the world */
    struct store *store;
    struct str secret; /* empty: no form holds */
};

struct ask { /* what came over the wire, as far as a page may depend on it */
    enum method method;
    struct str address;         /* path and query as sent */
    struct str accept_language; /* only home looks at it */
    struct str body, content_type;
    struct str session, user_agent;
    uint64_t client;          /* limiter.h; 0: not known */
    const struct visitor *as; /* a test's: instead of a session */
    struct instant now;
    bool from_here; /* the browser says the visitor came from a page of ours */
    int refused;    /* status of what was found wrong before; 0: nothing */
};

/* Always gives an answer that can be sent, an error page if need be. `page` becomes the page that
 * answered, or NULL. Reads through one snapshot of db. Of a GET, or of anything refused. */
void site_answer(const struct site *site, struct db *db, struct arena *a, const struct ask *ask,
                 struct response *res, const struct page **page);

/* A POST on its way. What it was asked with must stay where it is until it is answered. */
struct posting {
    const struct site *site;
    struct ask ask;
    struct request req;
    struct response res;
    const struct page *page;
    struct str kept_as; /* the key of this form as `answered` keeps it */
    struct str veil;    /* what hides where its sender was led */
    enum err result;
    char why[256]; /* of a failure, for the log */
};
/* Reads and checks it. True when something is to be done: `posting_prepare` when the page has that,
 * then `posting_act` on the writer's thread. False when the answer is known already. */
bool posting_start(struct posting *p, const struct site *site, struct db *db, struct arena *a,
                   const struct ask *ask);
/* On a thread of its own; false when that was the end of it. */
bool posting_prepare(struct posting *p, struct db *db);
/* A store_work; `posting` is the struct. */
enum err posting_act(struct tx *tx, void *posting);
/* What became of it, as the store says. */
void posting_done(struct posting *p, enum err result);
/* Fills p->res; always gives an answer. */
void posting_answer(struct posting *p, struct db *db);

/* Does this address belong to what is open for programs (struct page)? Also one where no page is, below one. */
bool site_open(const struct site *site, struct str address);
/* True when this visitor is sent from home to home in another language. */
bool site_home_elsewhere(const struct ask *ask);
/* How long the body of a POST to this address may be. */
size_t site_upload(const struct site *site, struct arena *a, struct str address);
/* Does a page answer this address that must not be made on a worker? A page that is only shown, and yet
 * has a `prepare`: that is done on the thread for slow work (slow.h), just before `handle` and with it. */
bool site_slow(const struct site *site, struct arena *a, struct str address);
/* The secret of this data file, made when there is none yet. Lives in the arena. */
MUST_CHECK enum err site_secret(struct store *st, struct arena *a, struct str *secret);

#endif
