/* Whatever the bytes: an archive or JSON becomes tables, or is refused with a sentence; every row has its cells. */
#include "features/hsds/tables.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct tables t;
    size_t cells = 0;
    const bool fine = tables_read(&t, (struct str){ (const char *)bytes, n }, LANG_NL);
    if (fine == t.bad || (t.bad && !t.why.n)) abort();
    for (int i = 0; i < TABLES; i++)
        for (size_t k = 0; k < t.table[i].n; k++)
            for (int c = 0; c < HSDS_COLUMNS; c++) cells += t.table[i].row[k].cell[c].n;
    if (cells && !t.rows) abort();
    tables_end(&t);
    return 0;
}
