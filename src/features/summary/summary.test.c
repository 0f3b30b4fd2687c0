/* summary.test.c — a summary is part of an edition, and fits on its page. */
#include "document/pdf.h"
#include "features/report/report.h"
#include "features/summary/summary.h"
#include "tests/city.h"
#include "tests/sql.h"

static struct city c;

static void hear(struct str line, void *with)
{
    (void)with;
    print_error("%.*s\n", STR_ARG(line));
}

static enum err publish(struct tx *tx, void *with)
{
    struct edition made;
    (void)with;
    return report_publish(tx, STR("waterstad"), STR(""), (struct instant){ 1800000000 },
                          LANG_NL, hear, NULL, &made);
}

static void what_is_published_does_not_change(void **state)
{
    (void)state;
    c = (struct city){ 0 };
    city_open(&c, false);
    sql_run(c.store, "INSERT INTO summary (dialogue, lang, body, maker, machine) "
                     "SELECT id, 'nl', 'Eerst dit.', 'Een bewoner', 0 FROM dialogue;"
                     "INSERT INTO summary (dialogue, lang, body, maker, machine) "
                     "SELECT id, 'tr', 'Önce bu.', '', 1 FROM dialogue");
    /* Before the first edition: as it is being written. */
    CHECK_HAS(city_page(&c, "/waterstad/samenvatting", 200), "Eerst dit.");
    CHECK_OK(store_write(c.store, publish, NULL));
    sql_run(c.store, "UPDATE summary SET body = 'Later dat.' WHERE lang = 'nl';"
                     "DELETE FROM summary WHERE lang = 'tr';"
                     "INSERT INTO summary (dialogue, lang, body, maker, machine) "
                     "SELECT id, 'en', 'New.', '', 0 FROM dialogue");
    const struct str page = city_page(&c, "/waterstad/samenvatting", 200);
    CHECK_HAS(page, "Eerst dit.");
    CHECK_NOT(page, "Later dat.");
    CHECK_HAS(city_page(&c, "/waterstad/samenvatting/tr", 200), "Önce bu.");
    CHECK_HAS(city_page(&c, "/waterstad/samenvatting/tr", 200),
              "Een computer maakte deze tekst");
    CHECK_NOT(city_page(&c, "/waterstad/samenvatting/en", 200), "New.");
    const struct str data = city_page(&c, "/waterstad/open-data/summaries.csv", 200);
    CHECK_HAS(data, "Eerst dit.");
    CHECK_NOT(data, "New.");
    CHECK_OK(store_write(c.store, publish, NULL));
    CHECK_HAS(city_page(&c, "/waterstad/samenvatting", 200), "Later dat.");
    CHECK_HAS(city_page(&c, "/waterstad/samenvatting/en", 200), "New.");
    CHECK_NOT(city_page(&c, "/waterstad/samenvatting/tr", 200), "Önce bu.");
    city_close(&c);
}

static size_t pages(struct arena *a, size_t words)
{
    struct request req = { .arena = a };
    const struct frame frame = { 0 };
    struct summary s = { .lang = STR("nl"),
                         .title = STR("Wijk"),
                         .title_lang = STR("nl"),
                         .question = STR("Hoe gaat het?") };
    struct document paper;
    size_t n;
    for (size_t i = 0; i < words; i++)
        s.body = arena_join(a, s.body, i % 60 == 59 ? STR("woorden.\n\n") : STR("woorden "));
    summary_paper(&req, &frame, STR("wijk"), &s, &paper);
    CHECK_OK(pdf_pages(&paper, a, &n));
    return n;
}

static void it_fits_on_its_page(void **state)
{
    (void)state;
    struct arena a = { 0 };
    assert_int_equal(pages(&a, 10), 1);
    assert_int_equal(pages(&a, 350), 1); /* as many as the desk says */
    CHECK(pages(&a, 700) > 1);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_published_does_not_change),
        cmocka_unit_test(it_fits_on_its_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
