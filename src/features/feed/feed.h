/* feed.h — what happens from advice to deed, for who wants to follow it outside this site: a feed (Atom, RFC
 * 4287) of what happened, and a calendar (RFC 5545) of what is due. Each of a whole dialogue, of a theme or of
 * an owner.
 *
 * An entry keeps its id for ever, whatever its words become: "tag:dialoog.voorbeeld.nl,2023:waterstad/toezegging/3/daad/1". */
#ifndef FEATURES_FEED_FEED_H
#define FEATURES_FEED_FEED_H

#include "features/deeds/deeds.h"
#include "features/feed/feed.sql.h"

enum { FEED_ENTRIES = 50 };
#define FEED_QUERY "thema eigenaar"

/* Of what the address asks. Fails: ERR_MISSING for a theme or owner that is not there. */
struct feed_of {
    struct dialogue d;
    bool has_theme, has_owner;
    int64_t theme, owner;
    struct str name; /* of the dialogue, with the theme or owner behind it */
};
MUST_CHECK enum err feed_open(struct request *req, struct response *res, struct feed_of *f);

struct feed_entry {
    struct day day;
    struct str id;                /* "toezegging/3/daad/1" */
    struct str title, lang, body; /* lang: of both; empty: that of the feed */
    struct path to;
};

#endif
