/* report.c — fuzzes the reader of editions: any bytes give a report or an error, and what was read
 * writes and reads back to the same bytes. */
#include "features/report/report.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena a = { 0 };
    struct report r, again;
    if (report_read(&a, (struct str){ (const char *)data, n }, LANG_NL, &r) == OK) {
        r.lang = STR("nl");
        const struct instant now = { 0 };
        const struct str first = report_write(&a, &r, 1, STR("x"), 1, now);
        if (report_read(&a, first, LANG_NL, &again) != OK) abort();
        if (!str_eq(first, report_write(&a, &again, 1, STR("x"), 1, now))) abort();
    }
    arena_end(&a);
    return 0;
}
