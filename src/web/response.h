/* response.h — answers that are not a page's own: redirects and the kind pages about errors. */
#ifndef WEB_RESPONSE_H
#define WEB_RESPONSE_H

#include "web/web.h"

enum { BODY_MOST = 32 * 1024 * 1024 }; /* bytes a page may write before it counts as spilt */

/* An empty answer in the reader's language: status 200, the frame at its defaults. */
void response_start(struct request *req, struct response *res);
/* Replaces what was written by the page that says what went wrong and what to do. Keeps the frame's
 * site, and `allow` and `retry_after`. */
void response_error(struct request *req, struct response *res, int status);
/* The same for who asks an open page: JSON (RFC 9457). `told` goes before our own advice. */
void response_problem(struct request *req, struct response *res, int status);
/* "Fri, 27 Nov 2026 11:00:00 GMT", and back; 0 when it is none. */
struct str http_date(struct arena *a, struct instant t);
struct instant http_date_read(struct str text);
/* Redirect with this status. */
void response_to(struct response *res, int status, struct path to);
/* The whole local address of a redirect, or empty when it would lead elsewhere. */
struct str response_location(const struct response *res, struct arena *a);

const char *content_type(enum content content);
bool content_packed(enum content content); /* compressed already, as pictures are */

#endif
