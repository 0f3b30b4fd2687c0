/* body.h — the body of a POST taken apart: names and values, as a form sends them.
 *
 * Two kinds are read, as browsers make them: application/x-www-form-urlencoded and
 * multipart/form-data. Anything that is not wholly one of these is refused, never guessed at: a
 * broken escape, malformed UTF-8 or NUL in what is no file, a part without name, a
 * multipart whose last boundary did not arrive, more than PAIRS_MOST values.
 * Memory: what needed no decoding is borrowed from the body; the rest is in the arena. */
#ifndef WEB_BODY_H
#define WEB_BODY_H

#include "base/base.h"

enum { PAIRS_MOST = 2000 };

struct pair {
    struct str name, value;
    bool file; /* it came as a file; `type` is what the browser says it is */
    struct str type;
};
struct pairs {
    struct pair *at;
    size_t n;
};
/* Fails: ERR_INPUT. */
MUST_CHECK enum err body_read(struct arena *a, struct str content_type, struct str body,
                              struct pairs *pairs);
/* The first value with this name that is no file; empty (s NULL) when there is none. */
struct str pairs_find(const struct pairs *pairs, const char *name);

#endif
