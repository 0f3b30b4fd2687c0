/* body — whatever is sent as a form: it is read whole or refused, and what was read is UTF-8 without
 * NUL, inside what was sent. The first line is the Content-Type, the rest the body. */
#include "web/body.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena a = { 0 };
    struct str rest = arena_copy(&a, (struct str){ (const char *)bytes, n }), type;
    struct pairs pairs;
    if (str_next(&rest, '\n', &type) && rest.s && body_read(&a, type, rest, &pairs) == OK) {
        size_t sum = 0;
        if (pairs.n > PAIRS_MOST) abort();
        for (size_t i = 0; i < pairs.n; i++) {
            const struct pair *p = &pairs.at[i];
            if (!str_utf8(p->name) || (!p->file && !str_utf8(p->value))) abort();
            if (p->file && p->value.n &&
                (p->value.s < rest.s || p->value.s + p->value.n > rest.s + rest.n))
                abort();
            sum += p->name.n + p->value.n;
        }
        if (sum > rest.n) abort();
        pairs_find(&pairs, "tekst");
    }
    arena_end(&a);
    return 0;
}
