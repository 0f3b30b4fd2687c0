/* noticed — any bytes: passages lie inside the text, on whole letters, in order, and those of
 * signs and names do not overlap. */
#include "algo/noticed.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena a = { 0 };
    struct notice *found;
    const struct str text = { (const char *)bytes, n };
    const size_t many = noticed(&a, text, &found);
    size_t last = 0, covered = 0;
    for (size_t i = 0; i < many; i++) {
        const struct notice *f = &found[i];
        if (!f->length || f->from > n || f->length > n - f->from || f->from < last) abort();
        if (!str_utf8(str_upto(str_from(text, f->from), f->length))) abort();
        last = f->from;
        if (f->kind > NOTICED_NAME) continue;
        if (f->from < covered) abort();
        covered = f->from + f->length;
    }
    arena_end(&a);
    return 0;
}
