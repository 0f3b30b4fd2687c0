/* ods.test.c — spreadsheets: what is written reads back, as people mean it, and what is hostile is refused. */
#include "document/ods.h"

#include "base/csv.h"
#include "base/test.h"

#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

#define HEAD                                                                                   \
    "<?xml version=\"1.0\"?>%s<office:document-content "                                       \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                       \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                           \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body>"            \
    "<office:spreadsheet><table:table table:name=\"a\">%s</table:table><table:table "          \
    "table:name=\"b\"><table:table-row><table:table-cell><text:p>other</text:p>"               \
    "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"   \
    "</office:document-content>"

static struct str archive(struct arena *a, struct str content, const char *kind)
{
    zip_error_t why;
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &why);
    zip_source_keep(made);
    zip_t *zip = zip_open_from_source(made, ZIP_TRUNCATE, &why);
    CHECK(zip_file_add(zip, "mimetype", zip_source_buffer(zip, kind, strlen(kind), 0), 0) >= 0);
    CHECK(zip_file_add(zip, "content.xml", zip_source_buffer(zip, content.s, content.n, 0),
                       0) >= 0);
    CHECK(zip_close(zip) == 0);
    zip_stat_t about;
    CHECK(zip_source_stat(made, &about) == 0 && zip_source_open(made) == 0);
    char *s = NEW(a, char, about.size);
    CHECK(zip_source_read(made, s, about.size) == (zip_int64_t)about.size);
    zip_source_close(made);
    zip_source_free(made);
    return (struct str){ s, about.size };
}
static bool read_rows(struct arena *a, const char *doctype, const char *rows, struct ods *ods)
{
    const struct str content = arena_format(a, HEAD, doctype, rows);
    return ods_read(a, archive(a, content, "application/vnd.oasis.opendocument.spreadsheet"),
                    ods);
}

static void values_are_what_people_mean(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct ods ods;
    CHECK(read_rows(
        &a, "",
        "<table:table-header-rows><table:table-row><table:table-cell><text:p>key</text:p>"
        "</table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
        "table:number-columns-repeated=\"1024\"/></table:table-row>"
        "<table:table-row>"
        "<table:table-cell office:value-type=\"float\" "
        "office:value=\"52.473737\"><text:p>52,47</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"12\"/>"
        "<table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2026-01-31\"><text:p>31 jan</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2026-01-31T00:00:00\"/>"
        "<table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"/>"
        "<table:table-cell office:value-type=\"boolean\" "
        "office:boolean-value=\"true\"><text:p>WAAR</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated=\"2\"/>"
        "<table:table-cell table:number-columns-repeated=\"2\" "
        "office:value-type=\"string\"><office:annotation><text:p>nee</text:p></"
        "office:annotation>"
        "<text:p>a<text:s text:c=\"2\"/>b "
        "&lt;<text:span>c</text:span></text:p><text:p>d<text:line-break/>e</text:p></"
        "table:table-cell>"
        "<table:covered-table-cell/></table:table-row>",
        &ods));
    assert_int_equal(ods.n, 2);
    CHECK_STR(ods.row[0].cell[0], "key");
    assert_int_equal(ods.row[1].line, 5);
    static const char *const want[] = {
        "52.473737", "12", "2026-01-31", "2026-01-31",    "09:30",
        "yes",       "",   "",           "a  b <c\nd\ne", "a  b <c\nd\ne"
    };
    assert_int_equal(ods.row[1].n, COUNT_OF(want));
    for (size_t i = 0; i < COUNT_OF(want); i++) CHECK_STR(ods.row[1].cell[i], want[i]);
    arena_end(&a);
}

static enum ods_kind kind_of(struct str heading)
{
    return str_is(heading, "n")   ? ODS_NUMBER_KIND
           : str_is(heading, "d") ? ODS_DATE_KIND
                                  : ODS_TEXT_KIND;
}

static void what_is_written_reads_back(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct ods ods;
    char path[] = "/tmp/ods.test.XXXXXX";
    close(mkstemp(path));
    const struct str csv = STR("t,n,d\n\"één \"\"x\"\" <&>\n  twee  "
                               "\",52.5,2026-01-31\n=1+1,geen,ooit\n,,\n' t\tx ,-3,\n");
    CHECK_OK(ods_write(csv, STR("Kaart & meer"), kind_of, path));
    FILE *f = fopen(path, "rb");
    char *bytes = NEW(&a, char, 1 << 16);
    const size_t n = fread(bytes, 1, 1 << 16, f);
    fclose(f);
    unlink(path);
    CHECK(ods_read(&a, (struct str){ bytes, n }, &ods));
    assert_int_equal(ods.n, 4);
    CHECK_STR(ods.row[1].cell[0], "één \"x\" <&>\n  twee  ");
    CHECK_STR(ods.row[1].cell[1], "52.5");
    CHECK_STR(ods.row[1].cell[2], "2026-01-31");
    CHECK_STR(ods.row[2].cell[0], "=1+1");
    CHECK_STR(ods.row[2].cell[1], "geen");
    CHECK_STR(ods.row[2].cell[2], "ooit");
    CHECK_STR(ods.row[3].cell[0], "' t\tx ");
    CHECK_STR(ods.row[3].cell[1], "-3");
    arena_end(&a);
}

static void hostile_sheets_are_refused(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct ods ods;
    CHECK(!read_rows(&a, "<!DOCTYPE x [<!ENTITY a \"b\">]>", "", &ods) &&
          ods.fault == ODS_HOSTILE);
    CHECK(!read_rows(&a, "<!DOCTYPE x SYSTEM \"http://elders.example/x\">", "", &ods) &&
          ods.fault == ODS_HOSTILE);
#define ROW(attributes, cell)                                                                  \
    "<table:table-row " attributes "><table:table-cell " cell                                  \
    "><text:p>x</text:p></table:table-cell></table:table-row>"
    static const char *const large[] = {
        ROW("table:number-rows-repeated=\"1048576\"", ""),
        ROW("table:number-rows-repeated=\"99999999999999999999\"", ""),
        ROW("", "table:number-columns-repeated=\"16384\""),
        ROW("", "table:number-columns-repeated=\"-1\""),
        ("<table:table-row><table:table-cell><text:p>a<text:s "
         "text:c=\"2000000000\"/></text:p></table:table-cell></table:table-row>"),
    };
    for (size_t i = 0; i < COUNT_OF(large); i++)
        CHECK(!read_rows(&a, "", large[i], &ods) && ods.fault == ODS_LARGE);
    CHECK(!read_rows(&a, "", "<table:table-row>", &ods) && ods.fault == ODS_DAMAGED);
    CHECK(!ods_read(&a, STR("PK"), &ods) && ods.fault == ODS_NOT_ODS);
    CHECK(!ods_read(&a, archive(&a, STR("<x/>"), "application/vnd.oasis.opendocument.text"),
                    &ods) &&
          ods.fault == ODS_NOT_ODS);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_what_people_mean),
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(hostile_sheets_are_refused),
    };
    return RUN_TESTS(tests);
}
