/* cbor.h — reading CBOR as authenticators write it (RFC 8949, in the canonical form of CTAP2).
 *
 * Strict: a number in its shortest form, lengths that are said and are there, no tags, no floating
 * point. Strings and lists are slices of what was given; nothing is copied, nothing is allocated. Each
 * function takes one item off the front, or says false and leaves the reader as it was. */
#ifndef FEATURES_PEOPLE_CBOR_H
#define FEATURES_PEOPLE_CBOR_H

#include "base/base.h"

enum { CBOR_DEPTH = 4 /* lists and maps in each other, at most */ };

bool cbor_int(struct str *rest, int64_t *value); /* positive or negative */
bool cbor_bytes(struct str *rest, struct str *value);
bool cbor_text(struct str *rest, struct str *value); /* UTF-8 without NUL */
bool cbor_map(struct str *rest, size_t *pairs);      /* its pairs come next */
/* Any one item, with all that is in it. */
bool cbor_skip(struct str *rest);

#endif
