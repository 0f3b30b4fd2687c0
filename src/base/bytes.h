/* bytes.h — bytes that are no text: written as hex and base64url, compared, wiped, made by chance.
 *
 * Reading is strict: each value has one spelling, so what was read and written again is the same.
 * What must not be told by how long it takes is compared by `bytes_same`.
 *
 * Chance is a value: who needs it (a salt, a challenge, a token) takes the bytes as an argument, so
 * that a test decides them. Only the edge of the program, a handler or a command, calls `chance`. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "base/base.h"

/* Lower case, two characters for each byte. Reading takes lower case only. */
struct str hex_write(struct arena *a, struct str bytes);
bool hex_read(struct arena *a, struct str hex, struct str *bytes);

/* RFC 4648 §5 without padding: A–Z a–z 0–9 - _. Refused: padding, blanks, any other character, a
 * length that cannot be, and bits behind the last byte that are not zero. */
struct str base64url_write(struct arena *a, struct str bytes);
bool base64url_read(struct arena *a, struct str text, struct str *bytes);

/* Takes as long whether they differ in the first byte or the last. Their lengths are no secret. */
bool bytes_same(struct str a, struct str b);

/* Fills with zeroes, also when nobody looks at them any more. */
void bytes_wipe(void *at, size_t n);

/* `n` bytes that nobody can foresee, from the kernel. ERR_BROKEN when there are none. */
MUST_CHECK enum err chance(void *to, size_t n);

/* The same in an arena, as a piece of text. */
MUST_CHECK enum err chance_bytes(struct arena *a, size_t n, struct str *bytes);

#endif
