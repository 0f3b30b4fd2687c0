/* handed.h — rows that a device hands in: it kept them (assets/outbox.js), and sends them until it hears
 * that they are on the disk.
 *
 * They come as a JSON array in a field of a form. The answer says of each row by its mark whether it is
 * done (`klaar`) or cannot be, and why (`niet`); one that cannot be done does not hold up the others.
 * Whatever else stands in the answer is put there by name. */
#ifndef WEB_HANDED_H
#define WEB_HANDED_H

#include <jansson.h>

#include "web/web.h"

enum { MARK_BYTES = 16, MARK_TEXT = 36 };

/* "018f…-…": 16 bytes as everybody writes a UUID, in lower case. */
bool mark_read(struct arena *a, struct str text, struct str *bytes);
struct str mark_write(struct arena *a, struct str bytes);

struct handed {
    json_t *rows;           /* as they came */
    json_t *done, *refused; /* what is said of them so far */
    json_t *said;           /* the whole answer */
};
/* Reads the rows, at most `most`; empty text has none. Fails: ERR_INPUT when it cannot be read. After OK it
 * is ended by handed_end, whatever happened. */
MUST_CHECK enum err handed_read(struct str text, size_t most, struct handed *h);
size_t handed_n(const struct handed *h);
const json_t *handed_row(const struct handed *h, size_t i);
/* What a row says; empty or 0 when it says nothing, or something else. */
struct str handed_text(struct arena *a, const json_t *row, const char *name);
int64_t handed_number(const json_t *row, const char *name, int64_t most);
/* `why` NULL: done. A row without a mark is not answered. */
void handed_answer(struct handed *h, const json_t *row, const char *why);
/* Something else in the answer; takes `value` over. */
void handed_put(json_t *to, const char *name, json_t *value);
void handed_add(json_t *list, json_t *value);
/* Writes a value as the whole of an answer. */
void json_answer(struct response *res, const json_t *value);
void handed_end(struct handed *h);

#endif
