/* Whatever the bytes: rows of well-formed text come out, or it is refused; and whatever the XML in a good archive. */
#include "document/ods.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(struct str file)
{
    struct arena a = { 0 };
    struct ods ods;
    const bool fine = ods_read(&a, file, &ods);
    if (fine != (ods.fault == ODS_FINE)) abort();
    for (size_t i = 0; fine && i < ods.n; i++)
        for (size_t k = 0; k < ods.row[i].n; k++)
            if (!str_utf8(ods.row[i].cell[k]) && ods.row[i].cell[k].n) abort();
    arena_end(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static const char kind[] = "application/vnd.oasis.opendocument.spreadsheet";
    zip_error_t why;
    check((struct str){ (const char *)bytes, n });
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &why);
    zip_source_keep(made);
    zip_t *zip = zip_open_from_source(made, ZIP_TRUNCATE, &why);
    zip_file_add(zip, "mimetype", zip_source_buffer(zip, kind, sizeof kind - 1, 0), 0);
    zip_file_add(zip, "content.xml", zip_source_buffer(zip, bytes, n, 0), 0);
    if (zip_close(zip) != 0) abort();
    zip_stat_t about;
    if (zip_source_stat(made, &about) != 0 || zip_source_open(made) != 0) abort();
    char *s = malloc(about.size + 1);
    if (!s || zip_source_read(made, s, about.size) != (zip_int64_t)about.size) abort();
    zip_source_close(made);
    zip_source_free(made);
    check((struct str){ s, about.size });
    free(s);
    return 0;
}
