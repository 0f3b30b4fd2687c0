/* json.h — a text in JSON, safe wherever that JSON may stand. */
#ifndef WEB_JSON_H
#define WEB_JSON_H

#include "base/out.h"

/* In quotes, escaped; also "<", so that it can stand in a page. */
void json_text(struct out *o, struct str text);

/* A flat object as names and values, numbers and booleans as they are written; null is left out. Fails: ERR_INPUT. */
struct pairs;
MUST_CHECK enum err json_pairs(struct arena *a, struct str json, struct pairs *pairs);

#endif
