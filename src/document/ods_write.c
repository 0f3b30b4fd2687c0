/* ods_write.c — a table as a spreadsheet. See ods.h. The same table gives the same bytes. */
#include "document/ods.h"

#include "base/csv.h"
#include "base/time.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

enum { DOS_TIME = 0, DOS_DATE = 0x21 /* 1 January 1980 */, NUMBER_MOST = 15 };

#define NAMESPACES                                                                             \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                       \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                         \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                           \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                         \
    "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "                    \
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                \
    "office:version=\"1.3\""

static const char content_head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " NAMESPACES ">"
    "<office:automatic-styles>"
    "<number:date-style style:name=\"D\"><number:year "
    "number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:day "
    "number:style=\"long\"/>"
    "</number:date-style>"
    "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"D\"/>"
    "<style:style style:name=\"head\" style:family=\"table-cell\"><style:text-properties "
    "fo:font-weight=\"bold\"/></style:style>"
    "</office:automatic-styles><office:body><office:spreadsheet>";
static const char content_tail[] =
    "</table:table></office:spreadsheet></office:body></office:document-content>\n";
static const char styles[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles " NAMESPACES
    "><office:styles/></office:document-styles>\n";
static const char manifest[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>\n";

/* ---- cells ---- */

static void escaped(FILE *to, char c)
{
    switch (c) {
    case '&': fputs("&amp;", to); break;
    case '<': fputs("&lt;", to); break;
    case '>': fputs("&gt;", to); break;
    case '"': fputs("&quot;", to); break;
    default: fputc(c, to);
    }
}

/* A paragraph for each line; blanks that would be lost are counted. */
static void put_text(FILE *to, struct str x)
{
    fputs("<text:p>", to);
    for (size_t i = 0; i < x.n; i++) {
        const unsigned char c = (unsigned char)x.s[i];
        if (c == '\n')
            fputs("</text:p><text:p>", to);
        else if (c == '\t')
            fputs("<text:tab/>", to);
        else if (c == ' ' && (i == 0 || i + 1 == x.n || x.s[i - 1] == ' ' ||
                              x.s[i - 1] == '\n' || x.s[i + 1] == '\n'))
            fputs("<text:s/>", to);
        else if (c >= ' ' && !(c == 0xEF && i + 2 < x.n && (unsigned char)x.s[i + 1] == 0xBF &&
                               (unsigned char)x.s[i + 2] >= 0xBE)) /* U+FFFE is no XML */
            escaped(to, (char)c);
    }
    fputs("</text:p>", to);
}

static bool is_number(struct str x)
{
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < x.n; i++) {
        if (x.s[i] >= '0' && x.s[i] <= '9')
            digits++;
        else if (x.s[i] == '.')
            points++;
        else if (x.s[i] != '-' || i)
            return false;
    }
    return digits && digits <= NUMBER_MOST && points <= 1 && x.s[x.n - 1] != '.' &&
           x.s[0] != '.';
}

static void put_cell(FILE *to, struct str x, enum ods_kind kind, bool heading)
{
    struct day d;
    if (!x.n) {
        fputs("<table:table-cell/>", to);
        return;
    }
    if (kind == ODS_NUMBER_KIND && is_number(x))
        fprintf(to, "<table:table-cell office:value-type=\"float\" office:value=\"%.*s\">",
                STR_ARG(x));
    else if (kind == ODS_DATE_KIND && day_read(x, &d))
        fprintf(to,
                "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" "
                "office:date-value=\"%.*s\">",
                STR_ARG(x));
    else
        fprintf(to, "<table:table-cell%s office:value-type=\"string\">",
                heading ? " table:style-name=\"head\"" : "");
    put_text(to, x);
    fputs("</table:table-cell>", to);
}

static enum err put_content(FILE *to, struct str csv, struct str name,
                            enum ods_kind (*kind_of)(struct str heading))
{
    struct csv c;
    struct arena all = { 0 }, one = { 0 };
    struct csv_row *row = NEW(&all, struct csv_row, 1);
    enum ods_kind kinds[CSV_FIELDS_MAX] = { 0 };
    size_t columns = 0;
    fputs(content_head, to);
    fputs("<table:table table:name=\"", to);
    for (size_t i = 0; i < name.n; i++) escaped(to, name.s[i]);
    fputs("\">", to);
    csv_open(&c, csv);
    while (csv_next(&c, &one, row)) {
        const bool heading = !columns;
        if (heading) {
            columns = row->n;
            fprintf(to, "<table:table-column table:number-columns-repeated=\"%zu\"/>", columns);
            for (size_t i = 0; i < row->n; i++) kinds[i] = kind_of(row->fields[i]);
        }
        fputs("<table:table-row>", to);
        for (size_t i = 0; i < row->n; i++)
            put_cell(to, row->fields[i], heading ? ODS_TEXT_KIND : kinds[i], heading);
        fputs("</table:table-row>\n", to);
        arena_reset(&one);
    }
    fputs(content_tail, to);
    arena_end(&one);
    arena_end(&all);
    if (c.fault != CSV_FINE) return FAIL(ERR_BROKEN, "a table that is none");
    return fflush(to) != 0 || ferror(to) ? FAIL(ERR_FULL, "the sheet could not be written")
                                         : OK;
}

/* ---- the archive ---- */

static enum err add(zip_t *zip, const char *name, zip_source_t *source, bool packed)
{
    const zip_int64_t at = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) zip_source_free(source);
    if (at < 0 ||
        zip_set_file_compression(zip, (zip_uint64_t)at, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                 packed ? 6 : 0) != 0 ||
        zip_file_set_dostime(zip, (zip_uint64_t)at, DOS_TIME, DOS_DATE, 0) != 0)
        return FAIL(ERR_BROKEN, "%s: %s", name, zip_strerror(zip));
    return OK;
}

static enum err add_all(zip_t *zip, FILE **content)
{
    static const char kind[] = "application/vnd.oasis.opendocument.spreadsheet";
    TRY(add(zip, "mimetype", zip_source_buffer(zip, kind, sizeof kind - 1, 0), false));
    rewind(*content);
    zip_source_t *source = zip_source_filep(zip, *content, 0, -1);
    if (source) *content = NULL; /* the archive closes it */
    TRY(add(zip, "content.xml", source, true));
    TRY(add(zip, "styles.xml", zip_source_buffer(zip, styles, sizeof styles - 1, 0), true));
    return add(zip, "META-INF/manifest.xml",
               zip_source_buffer(zip, manifest, sizeof manifest - 1, 0), true);
}

static enum err pack(FILE **content, const char *path)
{
    int why = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &why);
    if (!zip) return FAIL(ERR_FULL, "%s: %s", path, strerror(errno));
    enum err e = add_all(zip, content);
    if (e == OK && zip_close(zip) == 0) return OK;
    if (e == OK) e = FAIL(ERR_FULL, "%s: %s", path, zip_strerror(zip));
    zip_discard(zip);
    return e;
}

enum err ods_write(struct str csv, struct str name,
                   enum ods_kind (*kind_of)(struct str heading), const char *path)
{
    FILE *content = tmpfile();
    if (!content) return FAIL(ERR_FULL, "a sheet: %s", strerror(errno));
    enum err e = put_content(content, csv, name, kind_of);
    if (e == OK) e = pack(&content, path);
    if (content) fclose(content);
    return e;
}
