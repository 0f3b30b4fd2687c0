/* mime.h — the bytes of a mail as it goes over the wire (RFC 5322, 2045, 2047): ASCII only, lines of at
 * most 76 characters, each ended by CRLF. Nothing handed in can begin a header of its own: what is
 * not plain is written as code. */
#ifndef WEB_MIME_H
#define WEB_MIME_H

#include "base/lang.h"
#include "base/time.h"

struct message {
    struct str from_name; /* may be empty */
    struct str from, to;  /* addresses that `mail_address` takes */
    struct str reply;     /* may be empty */
    struct str subject, text;
    struct str
        leave; /* for List-Unsubscribe, and one click (RFC 8058): a page that acts when it is
                       * posted to, without a token; empty: none */
    struct str key; /* bytes of the Message-ID; behind the @ comes the domain of `from` */
    enum lang lang;
    struct instant made;
};
struct str mime_message(struct arena *a, const struct message *m);

/* One line of text as the value of a header whose name takes `used` characters. */
struct str mime_header(struct arena *a, struct str text, size_t used);
/* Quoted-printable; LF becomes CRLF. A dot never begins a line. */
struct str mime_quoted(struct arena *a, struct str text);
struct str mime_date(struct arena *a, struct instant t); /* "Tue, 27 Jun 2023 17:30:00 +0000" */
/* What stands behind the @. */
struct str mime_domain(struct str address);

#endif
