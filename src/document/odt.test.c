/* odt.test.c — the archive as other programs expect it, and hostile text in it. Whether it is valid
 * OpenDocument is checked from outside (tests/documents). */
#include "base/test.h"
#include "document/odt.h"

#include <stdlib.h>
#include <zip.h>

/* One file out of the archive. */
static struct str file_of(struct arena *a, struct str archive, const char *name)
{
    zip_error_t fault;
    zip_source_t *source = zip_source_buffer_create(archive.s, archive.n, 0, &fault);
    zip_t *zip = zip_open_from_source(source, ZIP_CHECKCONS, &fault);
    if (!zip) fail_msg("no archive");
    zip_stat_t about;
    if (zip_stat(zip, name, 0, &about) != 0) fail_msg("no %s", name);
    char *s = arena_room(a, about.size + 1, 1);
    zip_file_t *file = zip_fopen(zip, name, 0);
    assert_int_equal(zip_fread(file, s, about.size), about.size);
    zip_fclose(file);
    zip_discard(zip);
    return (struct str){ s, about.size };
}

static struct document started(struct arena *a)
{
    struct document d;
    document_start(&d, a, STR("Verslag <1>"), STR("nl"));
    d.made = (struct instant){ 1700000000 };
    return d;
}

static struct str written(struct arena *a, const struct document *d)
{
    struct str bytes;
    CHECK_OK(odt_write(d, a, &bytes));
    return bytes;
}

static void the_type_stands_first_and_is_not_packed(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    document_heading(&d, d.root, 1, STR("Titel"), STR("nl"));
    const struct str bytes = written(&a, &d);
    CHECK(str_eq(str_upto(str_from(bytes, 30), 47),
                 STR("mimetypeapplication/vnd.oasis.opendocument.text")));
    CHECK_HAS(file_of(&a, bytes, "META-INF/manifest.xml"), "full-path=\"content.xml\"");
    CHECK_HAS(file_of(&a, bytes, "meta.xml"), "<dc:title>Verslag &lt;1&gt;</dc:title>");
    CHECK_HAS(file_of(&a, bytes, "meta.xml"), "2023-11-14T22:13:20");
    CHECK_HAS(file_of(&a, bytes, "styles.xml"), "fo:language=\"nl\" fo:country=\"NL\"");
    arena_end(&a);
}

static void blocks_wear_the_styles_that_writer_and_word_know(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    document_heading(&d, d.root, 1, STR("Titel"), STR("nl"));
    document_formatted(
        &d, d.root,
        STR("Gewoon **vet**.\n\n* een\n\n1. eerst\n\n> Gezegd.\n\n[x](https://a.nl)"),
        STR("nl"), 2, STR(""));
    struct block *table = block_add(&d, d.root, BLOCK_TABLE);
    block_say(&d, table, STR("Tabel"), (struct str){ 0 });
    for (int r = 0; r < 2; r++) {
        struct block *row = block_add(&d, table, BLOCK_ROW);
        document_cell(&d, row, STR("Cel"), r == 0);
    }
    const struct str content = file_of(&a, written(&a, &d), "content.xml");
    static const char *const there[] = {
        "<text:h text:outline-level=\"1\" text:style-name=\"Heading_20_1\">Titel</text:h>",
        "<text:list text:style-name=\"List_20_1\">",
        "<text:list text:style-name=\"Numbering_20_1\">",
        "<text:p text:style-name=\"Quotations\">Gezegd.</text:p>",
        "<table:table-header-rows>",
        "<text:p text:style-name=\"Table\">Tabel</text:p>",
        "xlink:href=\"https://a.nl\"",
    };
    for (size_t i = 0; i < COUNT_OF(there); i++) CHECK_HAS(content, there[i]);
    arena_end(&a);
}

static void another_language_says_so_and_its_direction(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    document_paragraph(&d, d.root, STR("مرحبا"), STR("ar"));
    document_paragraph(&d, d.root, STR("Merhaba"), STR("tr"));
    const struct str content = file_of(&a, written(&a, &d), "content.xml");
    CHECK_HAS(content, "style:language-complex=\"ar\"");
    CHECK_HAS(content, "style:writing-mode=\"rl-tb\"");
    CHECK_HAS(content, "fo:language=\"tr\"");
    arena_end(&a);
}

static void a_picture_goes_in_once_with_its_words(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    for (int i = 0; i < 2; i++) {
        struct block *figure = block_add(&d, d.root, BLOCK_FIGURE);
        figure->picture = (struct picture){ .type = PICTURE_PNG,
                                            .bytes = STR("\x89PNG\r\n\x1A\nrest"),
                                            .width = 4,
                                            .height = 3,
                                            .alt = STR("Een \"bank\".") };
    }
    struct block *broken = block_add(&d, d.root, BLOCK_FIGURE);
    broken->picture = (struct picture){ .type = PICTURE_JPEG, .alt = STR("Was kapot.") };
    const struct str bytes = written(&a, &d), content = file_of(&a, bytes, "content.xml");
    CHECK_HAS(content, "<svg:desc>Een &quot;bank&quot;.</svg:desc>");
    CHECK_HAS(content, "Was kapot.");
    CHECK(str_eq(file_of(&a, bytes, "Pictures/1.png"), STR("\x89PNG\r\n\x1A\nrest")));
    CHECK_NOT(file_of(&a, bytes, "META-INF/manifest.xml"), "Pictures/2");
    arena_end(&a);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    document_paragraph(&d, d.root,
                       STR("</text:p><script/>&amp; \x01\x02 \xEF\xBF\xBE  twee   drie \n\n "
                           "\xE2\x80\xAE om"),
                       STR("nl\" x=\""));
    d.header = STR("]]><!--");
    const struct str bytes = written(&a, &d), content = file_of(&a, bytes, "content.xml");
    CHECK_HAS(content, "&lt;/text:p&gt;&lt;script/&gt;&amp;amp;");
    CHECK_NOT(content, "\x01");
    CHECK_NOT(content, "\xE2\x80\xAE");
    CHECK_NOT(content, "nl\" x=");
    CHECK_HAS(content, "twee <text:s/><text:s/>drie");
    arena_end(&a);
}

static void the_same_document_gives_the_same_bytes(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    document_heading(&d, d.root, 1, STR("Titel"), STR("nl"));
    CHECK(str_eq(written(&a, &d), written(&a, &d)));
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_type_stands_first_and_is_not_packed),
        cmocka_unit_test(blocks_wear_the_styles_that_writer_and_word_know),
        cmocka_unit_test(another_language_says_so_and_its_direction),
        cmocka_unit_test(a_picture_goes_in_once_with_its_words),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(the_same_document_gives_the_same_bytes),
    };
    return RUN_TESTS(tests);
}
