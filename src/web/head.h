/* head.h — the head of a request: the headers we look at, and what makes a request ambiguous.
 *
 * Debian's libmicrohttpd takes a request with two lengths, with a length and a transfer coding, or
 * with two hosts; a proxy in front may have read it differently. Such a request is refused before
 * anything else is done, and its connection closed. A bare line feed, a folded header and NUL in a
 * header cannot be seen from here: the proxy's to refuse. */
#ifndef WEB_HEAD_H
#define WEB_HEAD_H

#include "base/base.h"

struct MHD_Connection;

struct head {
    struct str host, length, coding; /* of several, the last; see how many below */
    struct str accept, last_event;
    struct str accept_encoding, accept_language, if_none_match, if_modified_since;
    struct str sec_fetch_site, origin, referer, cookie, content_type, user_agent;
    struct str forwarded_for, forwarded_proto; /* as the nearest proxy added them last */
    unsigned hosts, lengths, codings;
    bool odd; /* a name that is no token, or a control character in a value */
};

void head_read(struct MHD_Connection *connection, struct head *head);

enum { GET_BODY_MOST = 1024, POST_BODY_MOST = 64 * 1024 };

/* 0, or the status with which this request is refused. `reads` says the method only reads; `most` is
 * how long the body of a POST may be. */
int head_refused(const struct head *head, bool reads, bool http_1_0, size_t most);
bool head_has_body(const struct head *head);
int64_t head_length(const struct head *head); /* of the body as announced; 0 when it is not */
/* What the browser keeps for us: the value of our cookie, empty when there is none. */
struct str head_session(const struct head *head);

/* Does an Accept-Encoding take this coding? "gzip;q=0" does not. */
bool coding_accepted(struct str header, struct str coding);
/* Is this ETag (with its quotes) in an If-None-Match? */
bool etag_listed(struct str header, struct str etag);
/* Does the browser say that a page of ours led here? By Sec-Fetch-Site, else Origin, else Referer. */
bool head_from_here(const struct head *head);
/* The last of "a, b, c". */
struct str last_hop(struct str list);

#endif
