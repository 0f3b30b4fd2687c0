/* Whatever the bytes: rows come out or a fault does, and what was read is written and read alike. */
#include "base/csv.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena a = { 0 };
    struct csv csv, again;
    struct csv_row *row = NEW(&a, struct csv_row, 2);
    char *text = NULL;
    size_t text_n = 0;
    FILE *to = open_memstream(&text, &text_n);
    csv_put(to, STR(","), true); /* a heading, so that the separator is a comma */
    fputs(",x\n", to);
    if (csv_open(&csv, (struct str){ (const char *)bytes, n })) {
        while (csv_next(&csv, &a, row)) {
            if (row->n == 1 && !row->fields[0].n) continue; /* an empty line is no row */
            for (size_t i = 0; i < row->n; i++) csv_put(to, row->fields[i], i == 0);
            csv_end(to);
        }
    }
    fclose(to);
    if (!csv_open(&csv, (struct str){ (const char *)bytes, n })) goto done;
    if (!csv_open(&again, (struct str){ text, text_n }) || !csv_next(&again, &a, &row[1]))
        abort();
    while (csv_next(&csv, &a, &row[0])) {
        if (row[0].n == 1 && !row[0].fields[0].n) continue;
        if (!csv_next(&again, &a, &row[1]) || row[0].n != row[1].n) abort();
        for (size_t i = 0; i < row[0].n; i++)
            if (!str_eq(row[0].fields[i], row[1].fields[i])) abort();
    }
    if (csv_next(&again, &a, &row[1]) || again.fault != CSV_FINE) abort();
done:
    free(text);
    arena_end(&a);
    return 0;
}
