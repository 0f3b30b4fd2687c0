/* answer.h — a response as it goes over the wire: status, every header, body. */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/web.h"

struct MHD_Response;

/* What an answer says about itself beside its content. */
struct answer {
    const char *content_type; /* NULL: none, as in a 304 */
    const char *cache_control;
    const char *etag;     /* NULL: none */
    const char *encoding; /* "gzip", "br" or NULL */
    const char *vary;     /* NULL: none */
    const char *content_language;
    const char *location, *allow, *disposition, *retry_after; /* NULL: none */
    const char *cookie;
    const char *robots;        /* NULL: search engines may keep it */
    const char *last_modified; /* NULL: not said */
    bool microphone;           /* the page may ask for it */
    bool camera;               /* the same */
    bool framed;               /* other sites may show it in a frame */
    bool open;                 /* pages of other sites may read it */
    bool preflight;            /* the question before that: may I? */
    bool https;                /* the visitor came over TLS: say so for a year */
    bool close;
};

enum body_memory { BODY_COPY, BODY_STATIC, BODY_FREE };

/* Never NULL: without memory the process ends, as everywhere. BODY_FREE hands over malloc'd bytes. */
struct MHD_Response *answer_make(const struct answer *answer, struct str body,
                                 enum body_memory memory);
/* The headers alone, on an answer that is made otherwise. */
void answer_headers(struct MHD_Response *response, const struct answer *answer);
/* What the response of a page says about itself. Texts live in the arena. */
struct answer answer_about(const struct response *res, struct arena *a);

#endif
