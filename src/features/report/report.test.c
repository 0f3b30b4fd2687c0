/* report.test.c — from a draft to editions that never change, and what readers see of them. */
#include "base/test.h"
#include "features/gathering/gathering.h"
#include "features/points/points.h"
#include "features/report/report.h"
#include "features/report/report.sql.h"
#include "features/sources/sources.h"
#include "features/voices/voices.h"

/* ---- a small city */

struct city {
    struct store *st;
    struct db *db;
    struct arena a;
    int64_t dialogue, theme[2], finding[2], story;
    struct str said; /* lines that publishing said */
    struct edition made;
    struct str wording; /* of point 1 */
    bool drop_second, homeless, translated;
    struct instant now;
};

static enum err found(struct tx *tx, void *with)
{
    struct city *c = with;
    int64_t source, gathering, table;
    const struct str salt = STR("0123456789abcdef");
    TRY(municipality_put(tx, STR("Gemeente Proefstad"), 0x00677f, STR(""), STR(""), STR("")));
    TRY(dialogue_add(tx, STR("proef"), 0, STR("nl"), true, &c->dialogue));
    TRY(dialogue_text_put(tx, c->dialogue, STR("nl"), STR("De proef"), STR("Hoe gaat het?"),
                          STR("Samenvatting."), STR("Proefstad"), STR("Verzonnen.")));
    TRY(dialogue_text_put(tx, c->dialogue, STR("en"), STR("The trial"), STR("How are you?"),
                          STR("Summary."), STR("Trial City"), STR("Made up.")));
    TRY(section_put(tx, c->dialogue, SECTION_NEXT, STR("nl"),
                    STR("Het gaat **verder**. <script>x</script>")));
    for (int i = 0; i < 2; i++) {
        TRY(theme_add(tx, c->dialogue, i ? STR("twee") : STR("een"), i, false, 0, false, 0,
                      false, &c->theme[i]));
        TRY(theme_text_put(tx, c->theme[i], STR("nl"),
                           i ? STR("Thema <twee>") : STR("Thema een"), STR("Wat is nodig?"),
                           STR("Daarom.")));
    }
    TRY(gathering_add(tx, c->dialogue, STR("avond"), 0, (struct day){ 19535 }, true,
                      (struct clock){ 1170 }, false, (struct clock){ 0 }, true, 150, true,
                      false, 0, &gathering));
    TRY(gathering_text_put(tx, gathering, STR("nl"), STR("De avond"), STR("De zaal"), STR("")));
    TRY(table_add(tx, gathering, 1, 1, 0, c->theme[0], STR(""), &table));
    TRY(source_add(tx, c->dialogue, STR("bron"), 0, SOURCE_REPORT, STR("Gemeente"), false,
                   (struct day){ 0 }, STR(""), &source));
    TRY(source_text_put(tx, source, STR("nl"), STR("Het openbare verslag"), STR("")));
    for (int i = 0; i < 2; i++) {
        TRY(finding_add(tx, c->dialogue, i + 1, i, source, STR("5"), true, c->theme[i], i == 0,
                        table, true, KIND_NEEDED, ACCOUNT_OPEN, false, REASON_DOUBLE,
                        &c->finding[i]));
        TRY(finding_text_put(tx, c->finding[i], STR("nl"), STR("Een bevinding.")));
    }
    TRY(voice_add(tx, c->dialogue, 1, 0, true, c->theme[0], false, 0, false, 0, true,
                  KIND_STORY, false, (struct day){ 0 }, STR("nl"), STR("Ik woon hier al lang."),
                  salt, VISIBILITY_SHOWN, ACCOUNT_OPEN, false, REASON_DOUBLE, &c->story));
    TRY(story_add(tx, c->story, c->dialogue, STR("lang"), 0, STR("Een bewoner")));
    return story_text_put(tx, c->story, STR("nl"), STR("Hier al lang"));
}

/* The draft: point 1 under both themes, point 2 under the second. */
static enum err draft(struct tx *tx, void *with)
{
    struct city *c = with;
    TRY(points_draft_clear(tx, c->dialogue));
    for (int i = 0; i < (c->drop_second ? 1 : 2); i++) {
        int64_t id;
        TRY(point_draft_id(tx, &c->a, c->dialogue, i + 1, &id));
        TRY(point_add(tx, id, c->dialogue, i + 1, i, KIND_NEEDED));
        TRY(point_text_put(tx, id, STR("nl"), i ? STR("Punt <b>twee</b>.") : c->wording));
        if (c->translated) TRY(point_text_put(tx, id, STR("en"), STR("First words.")));
        if (!c->homeless) TRY(point_theme_add(tx, id, c->theme[1], i, 0));
        if (i == 0 && !c->homeless) TRY(point_theme_add(tx, id, c->theme[0], 0, 1));
        TRY(point_finding_add(tx, id, c->finding[i]));
    }
    return OK;
}

static void hear(struct str line, void *with)
{
    struct city *c = with;
    c->said = arena_format(&c->a, "%.*s%.*s\n", STR_ARG(c->said), STR_ARG(line));
}

static enum err publish(struct tx *tx, void *with)
{
    struct city *c = with;
    return report_publish(tx, STR("proef"), STR("Over <deze> editie"), c->now, LANG_NL, hear, c,
                          &c->made);
}

static int setup(void **state)
{
    static struct city city;
    city = (struct city){ .wording = STR("Eerste woorden."), .now = { 1700000000 } };
    *state = &city;
    CHECK_OK(store_open_memory(&city.st));
    CHECK_OK(store_reader(city.st, &city.db));
    CHECK_OK(store_write(city.st, found, &city));
    CHECK_OK(store_write(city.st, draft, &city));
    return 0;
}

static int teardown(void **state)
{
    struct city *c = *state;
    store_reader_close(c->db);
    store_close(c->st);
    arena_end(&c->a);
    return 0;
}

static struct str get(struct city *c, const char *address, int status)
{
    struct response res = { 0 };
    web_try(c->st, c->db, &c->a, METHOD_GET, str_of(address), c->now, &res);
    if (res.status != status)
        fail_msg("%s answers %d: %.*s", address, res.status, (int)res.body.n, res.body.s);
    return (struct str){ res.body.s, res.body.n };
}

/* ---- */

static void a_draft_is_not_shown(void **state)
{
    struct city *c = *state;
    const struct str page = get(c, "/proef/verslag", 200);
    CHECK_HAS(page, "Het verslag is er nog niet");
    CHECK_NOT(page, "Eerste woorden");
    get(c, "/proef/verslag/editie/1", 404);
    get(c, "/verslag", 404);
}

static void an_edition_shows_what_was_published(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    const struct str page = get(c, "/proef/verslag", 200);
    CHECK_HAS(page, "Eerste woorden.");
    CHECK_HAS(page, "Punt &lt;b&gt;twee&lt;/b&gt;.");
    CHECK_HAS(page, "Thema &lt;twee&gt;");
    CHECK_HAS(page, "<strong>verder</strong>");
    CHECK_NOT(page, "<script>");
    CHECK_HAS(page, "27 juni 2023");
    CHECK_HAS(page, "ongeveer 150 mensen");
    CHECK_HAS(page, "Ik woon hier al lang.");
    const struct str english = get(c, "/en/proef/verslag", 200);
    CHECK_HAS(english, "How are you?");
    CHECK_HAS(english, "lang=\"nl\"");
    CHECK_HAS(get(c, "/proef/verslag/thema/een", 200), "Thema een");
    get(c, "/proef/verslag/thema/drie", 404);
}

static void the_hash_is_of_the_bytes(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    const struct str json = get(c, "/proef/verslag/editie/1/verslag.json", 200);
    const struct str hash = report_hash(&c->a, json);
    CHECK(hash.n == 64);
    CHECK(str_find(get(c, "/proef/verslag", 200), hash) != SIZE_MAX);
}

static void nothing_new_makes_no_edition(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    c->now.s += 86400;
    CHECK(store_write(c->st, publish, c) == ERR_CLASH);
    get(c, "/proef/verslag/editie/2", 404);
}

static void a_later_edition_says_what_changed(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    c->wording = STR("Andere woorden.");
    c->drop_second = true;
    CHECK_OK(store_write(c->st, draft, c));
    CHECK_NOT(get(c, "/proef/verslag", 200), "Andere woorden");
    CHECK_OK(store_write(c->st, publish, c));
    assert_int_equal(c->made.number, 2);
    CHECK_NOT(c->said, "Let op"); /* it has no translation */
    CHECK_HAS(get(c, "/proef/verslag", 200), "Andere woorden.");
    const struct str old = get(c, "/proef/verslag/editie/1", 200);
    CHECK_HAS(old, "Eerste woorden.");
    CHECK_HAS(old, "Er is een nieuwere editie");
    const struct str changes = get(c, "/proef/verslag/editie/2/wijzigingen", 200);
    CHECK_HAS(changes, "Eerste woorden.");
    CHECK_HAS(changes, "Andere woorden.");
    CHECK_HAS(changes, "Weggehaald");
    CHECK_HAS(changes, "2 veranderingen");
    CHECK_HAS(changes, "Over &lt;deze&gt; editie");
    CHECK_HAS(get(c, "/proef/verslag/edities", 200), "Editie 2");
    get(c, "/proef/verslag/editie/1/wijzigingen", 404);
}

static void a_translation_left_behind_is_named(void **state)
{
    struct city *c = *state;
    c->translated = true;
    CHECK_OK(store_write(c->st, draft, c));
    CHECK_OK(store_write(c->st, publish, c));
    c->wording = STR("Andere woorden.");
    CHECK_OK(store_write(c->st, draft, c));
    CHECK_OK(store_write(c->st, publish, c));
    CHECK_HAS(c->said, "punt 1 kreeg andere woorden, de vertaling (English) niet");
    const struct str english = get(c, "/en/proef/verslag/editie/2/wijzigingen", 200);
    CHECK_HAS(english, "1 change<");
    CHECK_HAS(english, "Andere woorden.");
    CHECK_HAS(english, "The English text stayed the same.");
    CHECK_NOT(get(c, "/proef/verslag/editie/2/wijzigingen", 200), "vertaling");
}

static void an_unfit_point_is_refused_by_name(void **state)
{
    struct city *c = *state;
    c->homeless = true;
    CHECK_OK(store_write(c->st, draft, c));
    CHECK(store_write(c->st, publish, c) == ERR_FORM);
    CHECK_HAS(c->said, "Punt 1 staat bij geen thema");
    CHECK_HAS(get(c, "/proef/verslag", 200), "Het verslag is er nog niet");
}

static enum err erase(struct tx *tx, void *with)
{
    struct city *c = with;
    return voice_update(tx, c->story, 0, true, c->theme[0], false, 0, false, 0, true,
                        KIND_STORY, false, (struct day){ 0 }, STR("nl"), STR(""),
                        VISIBILITY_ERASED, ACCOUNT_WITHDRAWN, false, REASON_DOUBLE);
}

/* What the paper says is checked in src/document and from outside; here, that it is there and stays. */
static void an_edition_is_a_pdf_too(void **state)
{
    struct city *c = *state;
    get(c, "/proef/verslag.pdf", 404);
    CHECK_OK(store_write(c->st, publish, c));
    const struct str newest = get(c, "/proef/verslag.pdf", 200);
    CHECK(str_starts(newest, STR("%PDF-1.7")));
    CHECK_HAS(newest, "/S/BlockQuote/"); /* the story */
    CHECK_NOT(newest, "localhost");      /* it leads nowhere for who gets the paper */
    CHECK_HAS(get(c, "/proef/verslag", 200), "href=\"/proef/verslag/editie/1/verslag.pdf\"");
    CHECK(str_eq(get(c, "/proef/verslag/editie/1/verslag.pdf", 200), newest));
    get(c, "/proef/verslag/editie/2/verslag.pdf", 404);
    CHECK(!str_eq(get(c, "/en/proef/verslag.pdf", 200), newest));
    CHECK(str_starts(get(c, "/proef/verslag.odt", 200), STR("PK")));
    CHECK(str_starts(get(c, "/proef/verslag/editie/1/verslag.odt", 200), STR("PK")));
    const struct str plain = get(c, "/proef/verslag/editie/1/verslag.md", 200);
    CHECK_HAS(plain, "# Hoe gaat het?");
    CHECK_HAS(plain, "Punt \\<b\\>twee\\</b\\>.");
    CHECK_HAS(plain, "> Ik woon hier al lang.");
    CHECK_HAS(get(c, "/en/proef/verslag.md", 200), "# How are you?");
    CHECK_OK(store_write(c->st, erase, c));
    CHECK_NOT(get(c, "/proef/verslag.pdf", 200), "/S/BlockQuote/");
    CHECK_NOT(get(c, "/proef/verslag.md", 200), "Ik woon hier al lang");
}

/* Whoever has the paper has not this machine: it leads to the address that was given, or nowhere. */
static void a_paper_leads_to_where_it_is_published(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    const char *const papers[] = { "/proef/verslag.pdf", "/proef/verslag.md" };
    for (size_t i = 0; i < COUNT_OF(papers); i++) {
        struct try here = { .address = papers[i], .now = c->now, .readers_only = true };
        struct response with = { 0 }, without = { 0 };
        here.site = STR("https://dialoog.example");
        web_ask(c->st, c->db, &c->a, &here, &with);
        CHECK_HAS(((struct str){ with.body.s, with.body.n }),
                  "https://dialoog.example/proef/punt/2");
        here.site = STR("");
        here.as_files = true;
        web_ask(c->st, c->db, &c->a, &here, &without);
        CHECK(without.status == 200);
        CHECK_NOT(((struct str){ without.body.s, without.body.n }), "/punt/2");
        CHECK_NOT(get(c, papers[i], 200), "localhost");
    }
    CHECK_HAS(get(c, "/proef/verslag.md", 200), "op de site van Gemeente Proefstad");
}

static void an_erased_story_leaves_a_mark(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    CHECK_OK(store_write(c->st, erase, c));
    const struct str page = get(c, "/proef/verslag/editie/1", 200);
    CHECK_NOT(page, "Ik woon hier al lang");
    CHECK_NOT(page, "Hier al lang");
    CHECK_NOT(page, "Een bewoner");
    CHECK_HAS(page, "teruggenomen");
    const struct str json = get(c, "/proef/verslag/editie/1/verslag.json", 200);
    CHECK_NOT(json, "Hier al lang");
    CHECK_NOT(json, "Een bewoner");
}

static enum err hang_picture(struct tx *tx, void *with)
{
    struct city *c = with;
    int64_t image, picture;
    TRY(image_add(tx, STR("00ff00ff"), STR("image/png"), 1200, 800, STR("\x89PNG-large"),
                  STR("\x89PNG-small"), &image));
    TRY(picture_add(tx, c->dialogue, STR("groep"), 1, image, STR("groep.png"), STR("Maker"),
                    &picture));
    TRY(picture_text_put(tx, picture, STR("nl"), STR("Iemand op een bank"),
                         STR("Op de avond")));
    TRY(dialogue_picture_set(tx, c->dialogue, true, picture));
    return publish(tx, with);
}
static enum err take_picture(struct tx *tx, void *with)
{
    struct city *c = with;
    return picture_erase(tx, &c->a, STR("00ff00ff"), c->now);
}

static void an_erased_picture_is_a_grey_sheet_everywhere(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, hang_picture, c));
    CHECK_HAS(get(c, "/proef/verslag/editie/1", 200), "Iemand op een bank");
    CHECK_HAS(get(c, "/beeld/00ff00ff", 200), "PNG-large");
    CHECK_OK(store_write(c->st, take_picture, c));
    static const char *const pages[] = { "/proef", "/proef/themas", "/proef/verslag",
                                         "/proef/verslag/editie/1" };
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        const struct str page = get(c, pages[i], 200);
        CHECK_NOT(page, "Iemand op een bank");
        CHECK_NOT(page, "Op de avond");
    }
    CHECK_HAS(get(c, "/proef/verslag/editie/1", 200), "Deze afbeelding is gewist.");
    CHECK_NOT(get(c, "/beeld/00ff00ff", 200), "PNG-large");
    CHECK_NOT(get(c, "/beeld/00ff00ff/klein", 200), "PNG-small");
    CHECK(store_write(c->st, take_picture, c) == OK); /* twice is no harm */
}

/* Who holds an old edition cannot find out by trying which words an erased story had. */
static void a_story_is_hashed_with_its_salt(void **state)
{
    struct city *c = *state;
    CHECK_OK(store_write(c->st, publish, c));
    const struct str json = get(c, "/proef/verslag/editie/1/verslag.json", 200);
    const struct str words = STR("Ik woon hier al lang.");
    CHECK_NOT(json, report_hash(&c->a, words).s);
    CHECK_HAS(json, report_hash(&c->a, arena_join(&c->a, STR("0123456789abcdef"), words)).s);
}

static void json_reads_back_to_the_same_bytes(void **state)
{
    struct city *c = *state;
    struct report written[LANGS_WHOLE], read[LANGS_WHOLE];
    for (size_t i = 0; i < LANGS_WHOLE; i++)
        CHECK_OK(report_build(c->db, &c->a, STR("proef"), (enum lang)i,
                              (struct day){ INT32_MAX }, &written[i]));
    const struct str json = report_write(&c->a, written, LANGS_WHOLE, STR("proef"), 1, c->now);
    for (size_t i = 0; i < LANGS_WHOLE; i++)
        CHECK_OK(report_read(&c->a, json, (enum lang)i, &read[i]));
    CHECK(str_eq(json, report_write(&c->a, read, LANGS_WHOLE, STR("proef"), 1, c->now)));
    struct report r;
    CHECK(report_read(&c->a, STR("{\"languages\":{\"nl\":{}}}"), LANG_NL, &r) == ERR_BROKEN);
    CHECK(report_read(&c->a, STR("[]"), LANG_NL, &r) == ERR_BROKEN);
    CHECK(report_read(&c->a, STR(""), LANG_NL, &r) == ERR_BROKEN);
}

#define WITH_CITY(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_CITY(a_draft_is_not_shown),
        WITH_CITY(an_edition_shows_what_was_published),
        WITH_CITY(the_hash_is_of_the_bytes),
        WITH_CITY(nothing_new_makes_no_edition),
        WITH_CITY(a_later_edition_says_what_changed),
        WITH_CITY(a_translation_left_behind_is_named),
        WITH_CITY(an_unfit_point_is_refused_by_name),
        WITH_CITY(an_edition_is_a_pdf_too),
        WITH_CITY(a_paper_leads_to_where_it_is_published),
        WITH_CITY(an_erased_story_leaves_a_mark),
        WITH_CITY(an_erased_picture_is_a_grey_sheet_everywhere),
        WITH_CITY(a_story_is_hashed_with_its_salt),
        WITH_CITY(json_reads_back_to_the_same_bytes),
    };
    return RUN_TESTS(tests);
}
