/* token.h — what a form carries to show that it came from a page of ours: 16 random bytes, the
 * moment, and a code over both and over the session, made with a secret of this data file.
 *
 * A form without a session is bound to none; after signing in or out the forms of before no longer
 * hold. A token that does not hold costs nobody their words: the page shows the form again with a
 * new one. The same form sent twice is known by its key, so that it is done once. */
#ifndef WEB_TOKEN_H
#define WEB_TOKEN_H

#include "base/base.h"
#include "base/time.h"

enum { SECRET_BYTES = 32, TOKEN_TEXT = 72, TOKEN_HOURS = 12, KEY_BYTES = 32 };

/* Makes the token of one page, once, when a form on it asks for it. */
struct token_maker {
    struct str secret; /* SECRET_BYTES; empty: no token can be made, and none holds */
    struct str session;
    struct instant now;
    struct arena *arena;
    struct str text; /* not empty: made, and such a page is kept nowhere */
};
struct str token_text(struct token_maker *maker);

/* True when it was made with this secret for this session, at most TOKEN_HOURS ago. */
bool token_holds(struct arena *a, struct str text, struct str secret, struct str session,
                 struct instant now);
/* KEY_BYTES in the arena, the same for the same values sent twice to the same page: also when a browser
 * wrote another boundary between them. */
struct pairs;
struct str form_key(struct arena *a, struct str path, const struct pairs *pairs);

/* ---- codes, for whoever needs them ---- */

/* HMAC-SHA256, 32 bytes in the arena. */
struct str hmac(struct arena *a, struct str secret, struct str text);
/* SHA-256, 32 bytes in the arena. */
struct str sha256(struct arena *a, struct str text);

#endif
