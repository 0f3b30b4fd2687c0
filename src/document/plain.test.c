/* plain.test.c — Markdown that says what the document says, read back by libcmark. */
#include "base/test.h"
#include "document/plain.h"

#include <cmark.h>
#include <stdlib.h>

static void each_kind_of_block(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct document d;
    document_start(&d, &a, STR("Verslag"), STR("nl"));
    document_heading(&d, d.root, 1, STR("Titel"), STR("nl"));
    document_formatted(&d, d.root,
                       STR("Gewoon **vet** en [hier](https://a.nl).\n\n* een\n* twee\n\n"
                           "1. eerst\n\n> Gezegd.\n"),
                       STR("nl"), 2, STR(""));
    struct block *list = block_add(&d, d.root, BLOCK_LIST);
    struct block *item = block_add(&d, list, BLOCK_ITEM);
    item->label = STR("Punt 1");
    item->label_to = STR("https://a.nl/punt/1");
    document_paragraph(&d, item, STR("Doe iets."), STR("nl"));
    struct block *table = block_add(&d, d.root, BLOCK_TABLE);
    for (int r = 0; r < 2; r++) {
        struct block *row = block_add(&d, table, BLOCK_ROW);
        document_cell(&d, row, STR("a|b"), r == 0);
        document_cell(&d, row, STR("c\nd"), r == 0);
    }
    CHECK_STR(plain_write(&d, &a),
              "# Titel\n\nGewoon **vet** en [hier](<https://a.nl>).\n\n- een\n- twee\n\n"
              "1. eerst\n\n> Gezegd.\n>\n\n- **[Punt 1](<https://a.nl/punt/1>)**\\\n"
              "  Doe iets.\n\n| a\\|b | c d |\n| --- | --- |\n| a\\|b | c d |\n\n");
    arena_end(&a);
}

/* What was typed comes out of a Markdown reader as it went in. */
static void nothing_that_people_type_means_anything(void **state)
{
    (void)state;
    static const char *const texts[] = { "# geen kop",
                                         "- geen lijst",
                                         "1. ook niet",
                                         "*ster* _streep_",
                                         "<b>x</b>",
                                         "&amp; &#x202E;",
                                         "[x](javascript:y)",
                                         "`code`",
                                         "a\\b",
                                         "===",
                                         "+ plus",
                                         "> citaat" };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct arena a = { 0 };
        struct document d;
        document_start(&d, &a, STR("Verslag"), STR("nl"));
        document_paragraph(&d, d.root, str_of(texts[i]), STR("nl"));
        const struct str text = plain_write(&d, &a);
        cmark_node *root = cmark_parse_document(text.s, text.n, CMARK_OPT_DEFAULT);
        cmark_node *p = cmark_node_first_child(root);
        CHECK(p && cmark_node_get_type(p) == CMARK_NODE_PARAGRAPH && !cmark_node_next(p));
        struct str said = { 0 };
        for (cmark_node *n = cmark_node_first_child(p); n; n = cmark_node_next(n)) {
            assert_int_equal(cmark_node_get_type(n), CMARK_NODE_TEXT);
            said = arena_join(&a, said, str_of(cmark_node_get_literal(n)));
        }
        CHECK_STR(said, texts[i]);
        cmark_node_free(root);
        arena_end(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_block),
        cmocka_unit_test(nothing_that_people_type_means_anything),
    };
    return RUN_TESTS(tests);
}
