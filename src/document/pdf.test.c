/* pdf.test.c — documents of every kind of block, of hostile text and of broken pictures, as files. What a
 * reader sees of them is checked from outside (tests/documents); here, that they hold together. */
#include "base/out.h"
#include "base/test.h"
#include "document/pdf.h"

#include <stdlib.h>
#include <zlib.h>

static struct str written(struct arena *a, const struct document *d)
{
    struct str bytes;
    const struct pdf_options options = { .archive = true };
    CHECK_OK(pdf_write(d, &options, a, &bytes));
    CHECK(str_starts(bytes, STR("%PDF-1.7\n")));
    CHECK(str_ends(bytes, STR("%%EOF\n")));
    return bytes;
}

/* How often a text stands in the file, as it is. */
static size_t times(struct str bytes, const char *text)
{
    size_t n = 0, at;
    while ((at = str_find(bytes, str_of(text))) != SIZE_MAX) {
        n++;
        bytes = str_from(bytes, at + 1);
    }
    return n;
}

/* Everything that is drawn, all pages behind each other. */
static struct str drawn(struct arena *a, struct str bytes)
{
    struct out all = out_start(a, 1 << 28, LANG_NL);
    for (size_t at; (at = str_find(bytes, STR(">>\nstream\n"))) != SIZE_MAX;) {
        const struct str body = str_from(bytes, at + 10);
        const size_t end = str_find(body, STR("\nendstream"));
        uLongf n = 4 << 20;
        char *plain = arena_room(a, n, 1);
        if (uncompress((Bytef *)plain, &n, (const Bytef *)body.s, end) == Z_OK)
            out_raw(&all, (struct str){ plain, n });
        bytes = str_from(body, end);
    }
    return (struct str){ all.s, all.n };
}

static struct document started(struct arena *a)
{
    struct document d;
    document_start(&d, a, STR("Verslag"), STR("nl"));
    d.made = (struct instant){ 1700000000 };
    return d;
}

/* ---- the kinds of blocks */

static void everything_is_tagged_by_what_it_is(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Hoe gaat het?"), STR("nl"));
    block_add(&d, part, BLOCK_CONTENTS);
    document_heading(&d, part, 2, STR("Een hoofdstuk"), STR("nl"));
    document_formatted(
        &d, part,
        STR("Gewoon, **vet** en *schuin*, [hier](https://voorbeeld.nl/a(b)c).\n\n"
            "* een\n* twee\n\n1. eerst\n2. dan\n\n> Wat iemand zei.\n"),
        STR("nl"), 3, STR("https://dialoog.nl"));
    struct block *table = block_add(&d, part, BLOCK_TABLE);
    block_say(&d, table, STR("Wat wanneer"), (struct str){ 0 });
    for (int r = 0; r < 2; r++) {
        struct block *row = block_add(&d, table, BLOCK_ROW);
        document_cell(&d, row, r ? STR("19.30") : STR("Tijd"), true);
        document_cell(&d, row, r ? STR("Soep") : STR("Wat"), r == 0);
    }
    const struct str bytes = written(&a, &d);
    static const char *const once[] = { "/S/H1/",      "/S/H2/",    "/S/BlockQuote/",
                                        "/S/Table/",   "/S/THead/", "/S/TBody/",
                                        "/S/Caption/", "/S/TOC/",   "/Scope/Row",
                                        "/S/Document/" };
    for (size_t i = 0; i < COUNT_OF(once); i++)
        if (times(bytes, once[i]) != 1)
            fail_msg("%s stands %zu times", once[i], times(bytes, once[i]));
    assert_int_equal(times(bytes, "/S/TH/"), 3);
    assert_int_equal(times(bytes, "/S/TD/"), 1);
    assert_int_equal(times(bytes, "/Scope/Column"), 2);
    assert_int_equal(times(bytes, "/S/LBody/"), 4);
    assert_int_equal(times(bytes, "/ListNumbering/Decimal"), 1);
    CHECK_HAS(bytes, "/URI(https://voorbeeld.nl/a\\(b\\)c)");
    CHECK_HAS(bytes, "<pdfuaid:part>1</pdfuaid:part>");
    CHECK_HAS(bytes, "<pdfaid:conformance>A</pdfaid:conformance>");
    arena_end(&a);
}

static void a_heading_never_skips_a_level(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 3, STR("Een"), STR("nl"));
    document_heading(&d, part, 6, STR("Twee"), STR("nl"));
    document_formatted(&d, part, STR("###### Drie\n"), STR("nl"), 6, STR(""));
    const struct str bytes = written(&a, &d);
    assert_int_equal(times(bytes, "/S/H1/"), 1);
    assert_int_equal(times(bytes, "/S/H2/"), 1);
    assert_int_equal(times(bytes, "/S/H3/"), 1);
    arena_end(&a);
}

static void the_same_document_gives_the_same_bytes(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str made[2];
    for (int i = 0; i < 2; i++) {
        struct document d = started(&a);
        NEW(&a, char, 100 * (size_t)i + 1); /* at other addresses */
        struct block *part = block_add(&d, d.root, BLOCK_PART);
        document_heading(&d, part, 1, STR("Titel"), STR("nl"));
        document_paragraph(&d, part, STR("مرحبا и здравствуйте"), STR("nl"));
        made[i] = written(&a, &d);
    }
    CHECK(str_eq(made[0], made[1]));
    arena_end(&a);
}

static void a_link_leads_only_where_it_may(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Titel"), STR("nl"));
    document_formatted(&d, part,
                       STR("[a](javascript:alert(1)) [b](file:///etc/passwd) [c](//elders.nl) "
                           "[d](/hier) [e](mailto:a@b.nl) [f](data:text/html,x)"),
                       STR("nl"), 2, STR("https://dialoog.nl"));
    const struct str bytes = written(&a, &d);
    assert_int_equal(times(bytes, "/S/URI"), 2);
    CHECK_HAS(bytes, "/URI(https://dialoog.nl/hier)");
    CHECK_HAS(bytes, "/URI(mailto:a@b.nl)");
    arena_end(&a);
}

/* ---- text that people write */

static void paragraph_of(struct arena *a, struct str text, const char *lang, struct str *bytes)
{
    struct document d = started(a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, text, str_of(lang));
    document_typed(&d, part, text, str_of(lang));
    struct block *list = block_add(&d, part, BLOCK_LIST);
    struct block *item = block_add(&d, list, BLOCK_ITEM);
    item->label = text;
    document_paragraph(&d, item, text, str_of(lang));
    struct block *table = block_add(&d, part, BLOCK_TABLE);
    block_say(&d, table, text, (struct str){ 0 });
    struct block *row = block_add(&d, table, BLOCK_ROW);
    document_cell(&d, row, text, true);
    document_cell(&d, row, text, false);
    d.header = d.footer = d.author = d.description = text;
    *bytes = written(a, &d);
}

static void no_text_breaks_it(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str bytes;
    char endless[9000], marks[3000];
    memset(endless, 'w', sizeof endless);
    for (size_t i = 0; i + 1 < sizeof marks; i += 2) memcpy(marks + i, "\xCC\x81", 2);
    const struct str texts[] = {
        STR("Een \0 nul en \x01\x02\x1F\x7F tekens"),
        STR("\xE2\x80\xAE omgedraaid \xE2\x81\xA6\xE2\x80\xAB"),
        STR(") Tj ET Q endstream endobj <</Type/Catalog>> %%EOF"),
        STR("(((((\\\\\\)))))<<<<>>>>"),
        STR("\xFF\xFE\xC0\x80\xED\xA0\x80 geen UTF-8"),
        STR("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "
            "\xF0\x9F\x8F\xB3\xEF\xB8\x8F"),
        STR("日本語のとても長い文章、そして中文和한국어"),
        STR("مرحبا بكم في المدينة (2023) و English داخل النص"),
        STR("ไทย हिन्दी ትግርኛ ქართული"),
        STR("\n\n\n\n"),
        STR("        "),
        STR("\xC2\xAD\xC2\xAD\xE2\x80\x8B\xE2\x80\x8B"),
        { endless, sizeof endless },
        { marks, sizeof marks - 1 },
        STR("<!-- --><script>alert(1)</script>&amp;&#x202E;"),
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        for (int rtl = 0; rtl < 2; rtl++) {
            const struct arena_mark here = arena_here(&a);
            paragraph_of(&a, texts[i], rtl ? "ar" : "nl", &bytes);
            CHECK(times(bytes, "%%EOF") == 1);
            arena_back(&a, here);
        }
    arena_end(&a);
}

static void what_turns_text_round_is_never_on_the_paper(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str bytes;
    paragraph_of(&a,
                 STR("a\xE2\x80\xAE"
                     "b\xE2\x81\xA7"
                     "c"),
                 "nl", &bytes);
    assert_int_equal(times(bytes, "202E"), 0);
    assert_int_equal(times(bytes, "2067"), 0);
    arena_end(&a);
}

static void a_letter_that_nobody_has_is_a_sign_and_read_as_itself(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Titel"), STR("nl"));
    document_paragraph(&d, part, STR("Een \xF0\x9F\x98\x80 erbij"), STR("nl"));
    CHECK_HAS(drawn(&a, written(&a, &d)), "/ActualText<FEFFD83DDE00>");
    arena_end(&a);
}

static void arabic_stands_from_right_to_left_and_is_read_in_order(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Titel"), STR("nl"));
    document_paragraph(&d, part, STR("مرحبا بكم"), STR("ar"));
    const struct str bytes = written(&a, &d), all = drawn(&a, bytes);
    const size_t first = str_find(all, STR("/ActualText<FEFF06450631062D06280627>")),
                 second = str_find(all, STR("/ActualText<FEFF062806430645>"));
    CHECK(first != SIZE_MAX && second != SIZE_MAX && first < second);
    CHECK_HAS(bytes, "/Lang<FEFF00610072>");
    double x[2] = { 0 };
    for (int i = 0; i < 2; i++) { /* the word that is read first stands most to the right */
        const struct str from = str_from(all, i ? second : first);
        CHECK(sscanf(str_from(from, str_find(from, STR("1 0 0 1 "))).s, "1 0 0 1 %lf", &x[i]) ==
              1);
    }
    CHECK(x[0] > x[1]);
    arena_end(&a);
}

static void a_long_word_is_broken_by_its_language_and_says_so(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Titel"), STR("nl"));
    struct out text = out_start(&a, 1 << 16, LANG_NL);
    for (int i = 0; i < 40; i++)
        out_raw(&text, STR("een buurtbewonersvergadering vol verantwoordelijkheidsgevoel "));
    document_paragraph(&d, part, (struct str){ text.s, text.n }, STR("nl"));
    CHECK(times(drawn(&a, written(&a, &d)), "/ActualText<FEFF00AD>") > 3);
    arena_end(&a);
}

/* ---- pages */

static void many_pages_with_a_table_that_goes_on(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Lang"), STR("nl"));
    struct block *table = block_add(&d, part, BLOCK_TABLE);
    block_say(&d, table, STR("Alles"), (struct str){ 0 });
    for (int r = 0; r < 400; r++) {
        struct block *row = block_add(&d, table, BLOCK_ROW);
        document_cell(&d, row, r ? STR("Een") : STR("Kop"), r == 0);
        document_cell(&d, row, STR("Twee"), r == 0);
    }
    const struct str bytes = written(&a, &d);
    const size_t pages = times(bytes, "/Type/Page/");
    CHECK(pages > 8);
    assert_int_equal(times(bytes, "/S/TH/"), 2); /* once, however often it is drawn */
    arena_end(&a);
}

static void more_pages_than_anybody_wants_are_refused(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    for (int i = 0; i < PDF_PAGES_MOST + 2; i++) {
        struct block *heading = document_heading(&d, part, 1, STR("Nog een"), STR("nl"));
        heading->new_page = true;
    }
    struct str bytes;
    const struct pdf_options plain = { 0 };
    assert_int_equal(pdf_write(&d, &plain, &a, &bytes), ERR_LIMIT);
    arena_end(&a);
}

static void a_document_of_nothing_is_one_page(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d = started(&a);
    assert_int_equal(times(written(&a, &d), "/Type/Page/"), 1);
    arena_end(&a);
}

/* ---- pictures */

static void picture_of(struct arena *a, enum picture_type type, struct str file,
                       struct str *bytes)
{
    struct document d = started(a);
    struct block *part = block_add(&d, d.root, BLOCK_PART);
    document_heading(&d, part, 1, STR("Titel"), STR("nl"));
    struct block *figure = block_add(&d, part, BLOCK_FIGURE);
    figure->picture = (struct picture){
        .type = type, .bytes = file, .width = 4, .height = 3, .alt = STR("Een tekening.")
    };
    block_say(&d, figure, STR("Bijschrift"), (struct str){ 0 });
    *bytes = written(a, &d);
}

/* A PNG of 4 by 3, in the given way of colours, with `extra` parts before its pixels. */
static struct str png_of(struct arena *a, int colour, int channels, struct str extra)
{
    struct out o = out_start(a, 1 << 16, LANG_NL);
    unsigned char pixels[3 * (4 * 4 + 1)] = { 0 }, packed[200];
    uLongf n = sizeof packed;
    for (int y = 0; y < 3; y++) pixels[y * (4 * channels + 1)] = (unsigned char)(y + 2);
    compress(packed, &n, pixels, (uLong)(3 * (4 * channels + 1)));
    const char head[] = { 0, 0, 0, 4, 0, 0, 0, 3, 8, (char)colour, 0, 0, 0 };
    out_raw(&o, STR("\x89PNG\r\n\x1A\n\0\0\0\x0D"
                    "IHDR"));
    out_raw(&o, (struct str){ head, 13 });
    out_raw(&o, STR("crc."));
    out_raw(&o, extra);
    const char size[] = { 0, 0, 0, (char)n };
    out_raw(&o, (struct str){ size, 4 });
    out_raw(&o, STR("IDAT"));
    out_raw(&o, (struct str){ (const char *)packed, n });
    out_raw(&o, STR("crc.\0\0\0\0IENDcrc."));
    return (struct str){ o.s, o.n };
}

static void pictures_of_each_kind(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str bytes;
    const struct str palette = STR("\0\0\0\x06PLTE\x10\x20\x30\x40\x50\x60"
                                   "crc.");
    const struct str cover = STR("\0\0\0\x06PLTE\x10\x20\x30\x40\x50\x60"
                                 "crc."
                                 "\0\0\0\x01tRNS\x7F"
                                 "crc.");
    picture_of(&a, PICTURE_PNG, png_of(&a, 2, 3, (struct str){ 0 }), &bytes);
    CHECK_HAS(bytes, "/Predictor 15");
    CHECK_HAS(bytes, "/Alt<FEFF00450065006E");
    CHECK_HAS(bytes, "/S/Figure/");
    picture_of(&a, PICTURE_PNG, png_of(&a, 0, 1, (struct str){ 0 }), &bytes);
    CHECK_HAS(bytes, "/ColorSpace/DeviceGray/Filter/FlateDecode/DecodeParms");
    picture_of(&a, PICTURE_PNG, png_of(&a, 3, 1, palette), &bytes);
    CHECK_HAS(bytes, "[/Indexed/DeviceRGB 1<102030405060>]");
    picture_of(&a, PICTURE_PNG, png_of(&a, 3, 1, cover), &bytes);
    CHECK_HAS(bytes, "/SMask");
    picture_of(&a, PICTURE_PNG, png_of(&a, 6, 4, (struct str){ 0 }), &bytes);
    CHECK_HAS(bytes, "/SMask");
    picture_of(&a, PICTURE_JPEG,
               STR("\xFF\xD8\xFF\xC0\0\x11\x08\0\x03\0\x04\x03\x01\x11\0\x02\x11\0\x03\x11\0"
                   "\xFF\xD9"),
               &bytes);
    CHECK_HAS(bytes,
              "/Width 4/Height 3/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode");
    arena_end(&a);
}

static void of_a_broken_picture_its_words_remain(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str bytes;
    const struct str whole = png_of(&a, 6, 4, (struct str){ 0 });
    picture_of(&a, PICTURE_JPEG, STR("\xFF\xD8\xFF\xE0\xFF\xFF"), &bytes);
    assert_int_equal(times(bytes, "/Subtype/Image"), 0);
    CHECK_HAS(drawn(&a, bytes), "BT ");
    picture_of(&a, PICTURE_PNG, STR(""), &bytes);
    for (size_t n = 0; n < whole.n; n++) { /* cut short anywhere, and with one byte changed */
        const struct arena_mark here = arena_here(&a);
        picture_of(&a, PICTURE_PNG, str_upto(whole, n), &bytes);
        char *other = arena_room(&a, whole.n, 1);
        memcpy(other, whole.s, whole.n);
        other[n] = (char)(other[n] ^ 0x55);
        picture_of(&a, PICTURE_PNG, (struct str){ other, whole.n }, &bytes);
        arena_back(&a, here);
    }
    arena_end(&a);
}

static void squares_are_drawn_as_they_are(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct str bytes;
    struct document d = started(&a);
    struct block *figure = block_add(&d, d.root, BLOCK_FIGURE);
    figure->picture = (struct picture){ .type = PICTURE_SQUARES,
                                        .bytes = STR("\1\0\1\0\1\0\1\0\1"),
                                        .width = 3,
                                        .height = 3,
                                        .alt = STR("Een code.") };
    bytes = written(&a, &d);
    CHECK_HAS(bytes, "/S/Figure/");
    figure->picture.width = 30; /* says more than it holds */
    bytes = written(&a, &d);
    assert_int_equal(times(bytes, "/S/Figure/"), 0);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_tagged_by_what_it_is),
        cmocka_unit_test(a_heading_never_skips_a_level),
        cmocka_unit_test(the_same_document_gives_the_same_bytes),
        cmocka_unit_test(a_link_leads_only_where_it_may),
        cmocka_unit_test(no_text_breaks_it),
        cmocka_unit_test(what_turns_text_round_is_never_on_the_paper),
        cmocka_unit_test(a_letter_that_nobody_has_is_a_sign_and_read_as_itself),
        cmocka_unit_test(arabic_stands_from_right_to_left_and_is_read_in_order),
        cmocka_unit_test(a_long_word_is_broken_by_its_language_and_says_so),
        cmocka_unit_test(many_pages_with_a_table_that_goes_on),
        cmocka_unit_test(more_pages_than_anybody_wants_are_refused),
        cmocka_unit_test(a_document_of_nothing_is_one_page),
        cmocka_unit_test(pictures_of_each_kind),
        cmocka_unit_test(of_a_broken_picture_its_words_remain),
        cmocka_unit_test(squares_are_drawn_as_they_are),
    };
    return RUN_TESTS(tests);
}
