/* naming.test.c — a name becomes a role in every text at once, the record stays, and all of it comes back. */
#include "features/review/testing.h"

#include "features/naming/naming.h"
#include "tests/sql.h"

#define PAGE "/waterstad/beheer/namen"
#define ASKED PAGE "?naam=Ria&rol=een+vrijwilliger&rol-en=a+volunteer"

static void named(void)
{
    start();
    sql_run(
        c.store,
        "UPDATE voice SET body = 'Ria helpt mij. Maria ook, en Ria’s zus.' WHERE number = 5;"
        "UPDATE voice SET body = 'Vraag het RIA.' WHERE number = 6;"
        "UPDATE voice SET body = 'Ria is verborgen.' WHERE number = 3;"
        "UPDATE voice_text SET body = 'Ria helpt ons.' WHERE lang = 'nl';"
        "UPDATE story SET signed = 'Ria';"
        "UPDATE story_text SET title = 'Ria by the <pond>' WHERE lang = 'en';"
        "UPDATE finding_text SET body = 'Ría doet veel.' WHERE finding = 1 AND lang = 'nl';"
        "UPDATE point_text SET body = 'Zorg dat Ria hulp krijgt.' WHERE edition = 0 AND point "
        "= 1 "
        "AND lang = 'nl';"
        "UPDATE theme_text SET context = 'Dat zei Ria.' WHERE theme = 1 AND lang = 'nl'");
}

/* Sends back each box of the preview, as a browser would that ticked all. */
static const char *ticked(struct str page)
{
    const struct str mark = STR("name=\"tekst\" value=\"");
    struct str body = STR("naam=Ria&rol=een+vrijwilliger&rol-en=a+volunteer"), rest = page;
    for (size_t at; (at = str_find(rest, mark)) != SIZE_MAX;) {
        struct str key;
        rest = str_from(rest, at + mark.n);
        (void)str_next(&rest, '"', &key);
        body = arena_format(&c.arena, "%.*s&tekst=%.*s", STR_ARG(body), STR_ARG(key));
    }
    return arena_copy(&c.arena, body).s;
}

static bool says(const char *where, const char *what)
{
    return sql_number(c.store, text_of("SELECT count(*) FROM %s = '%s'", where, what)) > 0;
}

static void a_preview_shows_every_text(void **state)
{
    (void)state;
    named();
    const struct str page = get(&anna, ASKED);
    CHECK_HAS(page, "De naam staat in 8 teksten.");
    CHECK_HAS(page, "Zorg dat een vrijwilliger hulp krijgt.");
    CHECK_HAS(page, "Een vrijwilliger helpt mij. Maria ook, en een vrijwilliger’s zus.");
    CHECK_HAS(page, "A volunteer by the &lt;pond&gt;");
    CHECK_HAS(page, "Een vrijwilliger doet veel.");
    CHECK_HAS(page, "Lees dit eerst: is dit de naam?");
    CHECK_NOT(page, "verborgen");
    CHECK_HAS(get(&anna, PAGE "?naam=Ria"), "Schrijf ook de rol.");
    CHECK_HAS(get(&anna, PAGE "?naam=%3Cb%3E"), "De naam staat in 0 teksten.");
    CHECK_HAS(get(&anna, PAGE "?naam=...&rol=x"), "Dit is geen naam.");
    CHECK_HAS(get(&anna, "/en" ASKED), "The name stands in 8 texts.");
    ask(&wies, METHOD_GET, ASKED, NULL, 403);
    stop();
}

static void what_stands_with_pictures_and_sources_is_reached_too(void **state)
{
    (void)state;
    start();
    sql_run(c.store,
            "INSERT INTO image (id, hash, type, width, height, bytes, small) "
            "VALUES (90, 'ab', 'image/png', 1, 1, x'00', x'00');"
            "INSERT INTO picture (id, dialogue, slug, position, image, file, maker) "
            "SELECT 90, id, 'tekening', 1, 90, 'a.png', 'Ria' FROM dialogue LIMIT 1;"
            "INSERT INTO picture_text (picture, lang, alt, caption) "
            "VALUES (90, 'nl', 'Ria tekent een bank.', 'Bij Ria thuis');"
            "UPDATE source SET author = 'Ria' WHERE id = 1;"
            "UPDATE source_text SET title = 'Wat Ria zei' WHERE source = 1 AND lang = 'nl';"
            "UPDATE gathering_text SET place = 'Bij Ria' WHERE lang = 'nl'");
    const struct str page = get(&anna, ASKED);
    CHECK_HAS(page, "Een vrijwilliger tekent een bank.");
    CHECK_HAS(page, "Bij een vrijwilliger thuis");
    CHECK_HAS(page, "Wat een vrijwilliger zei");
    const struct str to = post(&anna, PAGE, str_of(ticked(page)));
    CHECK(says("picture WHERE maker", "Een vrijwilliger"));
    CHECK(says("picture_text WHERE alt", "Een vrijwilliger tekent een bank."));
    CHECK(says("picture_text WHERE caption", "Bij een vrijwilliger thuis"));
    CHECK(says("source WHERE author", "Een vrijwilliger"));
    CHECK(says("source_text WHERE title", "Wat een vrijwilliger zei"));
    CHECK(says("gathering_text WHERE place", "Bij een vrijwilliger"));
    CHECK_HAS(get(&anna, ASKED), "De naam staat in 0 teksten.");
    post(&anna, "/waterstad/beheer/namen/terug",
         str_of(text_of("terug=%lld", (long long)number_in(to, "terug="))));
    CHECK(says("picture WHERE maker", "Ria"));
    CHECK(says("picture_text WHERE alt", "Ria tekent een bank."));
    CHECK(says("source WHERE author", "Ria"));
    CHECK(says("gathering_text WHERE place", "Bij Ria"));
    stop();
}

static void what_was_advised_answered_promised_and_done_is_reached_too(void **state)
{
    (void)state;
    start();
    sql_run(
        c.store,
        "INSERT INTO advice (id, dialogue, number, position, kind, given) "
        "SELECT 70, id, 1, 1, 0, 19000 FROM dialogue LIMIT 1;"
        "INSERT INTO advice_text VALUES (70, 'nl', 'Vraag Ria', 'Ria weet het.', 'Ria koos.', "
        "'Ria gaat door.');"
        "INSERT INTO answer (advice, kind, day, url, hash) VALUES (70, 0, 19001, '', '');"
        "INSERT INTO answer_text VALUES (70, 'nl', 'Ria heeft gelijk.', 'Met of zonder Ria.');"
        "INSERT INTO department (id, dialogue, slug, position, name, name_en, portfolio) "
        "SELECT 70, id, 'zorg', 1, 'Zorg', '', '' FROM dialogue LIMIT 1;"
        "INSERT INTO commitment (id, dialogue, number, position, advice, owner, made, "
        "first_due, due, horizon, "
        "state) SELECT 70, id, 1, 1, 70, 70, 19001, 19100, 19100, 0, 1 FROM dialogue LIMIT 1;"
        "INSERT INTO commitment_text VALUES (70, 'nl', 'Bank voor Ria', 'Bij Ria.', 'Ria "
        "verhuisde.');"
        "INSERT INTO deed (id, commitment, number, day, url, document, hash) VALUES (70, 70, "
        "1, 19050, '', '', '');"
        "INSERT INTO deed_text VALUES (70, 'nl', 'Ria zit.', '1 bank voor Ria')");
    const struct str to = post(&anna, PAGE, str_of(ticked(get(&anna, ASKED))));
    CHECK(says("advice_text WHERE title", "Vraag een vrijwilliger"));
    CHECK(says("advice_text WHERE next", "Een vrijwilliger gaat door."));
    CHECK(says("answer_text WHERE options", "Met of zonder een vrijwilliger."));
    CHECK(says("commitment_text WHERE title", "Bank voor een vrijwilliger"));
    CHECK(says("commitment_text WHERE stopped", "Een vrijwilliger verhuisde."));
    CHECK(says("deed_text WHERE body", "Een vrijwilliger zit."));
    CHECK(says("deed_text WHERE figure", "1 bank voor een vrijwilliger"));
    CHECK_HAS(get(&anna, ASKED), "De naam staat in 0 teksten.");
    CHECK_HAS(get(&anna, "/waterstad/beheer/geschiedenis/toezegging/1"),
              "Een vrijwilliger zit.");
    post(&anna, "/waterstad/beheer/namen/terug",
         str_of(text_of("terug=%lld", (long long)number_in(to, "terug="))));
    CHECK(says("advice_text WHERE body", "Ria weet het."));
    CHECK(says("answer_text WHERE reason", "Ria heeft gelijk."));
    CHECK(says("deed_text WHERE figure", "1 bank voor Ria"));
    stop();
}

static void one_act_changes_them_all_and_comes_back(void **state)
{
    (void)state;
    named();
    const struct str to = post(&anna, PAGE, str_of(ticked(get(&anna, ASKED))));
    CHECK_HAS(to, "gedaan=8&over=0");
    CHECK(says("voice WHERE number = 6 AND body", "Vraag het een vrijwilliger."));
    CHECK(says("voice_said WHERE body", "Vraag het RIA.")); /* what was said is kept */
    CHECK(says("story WHERE signed", "Een vrijwilliger"));
    CHECK(says("finding_text WHERE body", "Een vrijwilliger doet veel."));
    CHECK(says("theme_text WHERE context", "Dat zei een vrijwilliger."));
    CHECK(says("voice_text WHERE body", "Een vrijwilliger helpt ons."));
    CHECK(says("voice WHERE visibility = 2 AND body", "Ria is verborgen."));
    CHECK_HAS(get(&anna, ASKED), "De naam staat in 0 teksten.");
    CHECK_HAS(get(&anna, to.s), "In 8 teksten staat nu de rol.");
    CHECK_HAS(get(&anna, "/waterstad/beheer/geschiedenis"), "anders opgeschreven");
    const int64_t batch = number_in(to, "terug=");
    sql_run(c.store,
            "UPDATE theme_text SET context = 'Anders.' WHERE theme = 1 AND lang = 'nl'");
    const char *const back = text_of("terug=%lld", (long long)batch);
    CHECK_HAS(post(&anna, PAGE "/terug", str_of(back)), "teruggedraaid=7&over=1");
    CHECK(says("voice WHERE number = 6 AND body", "Vraag het RIA."));
    CHECK(sql_number(c.store, "SELECT count(*) FROM voice_said") == 0);
    CHECK(says("point_text WHERE edition = 0 AND body", "Zorg dat Ria hulp krijgt."));
    CHECK(says("theme_text WHERE context", "Anders."));
    ask(&anna, METHOD_POST, PAGE "/terug", back, 404); /* once */
    stop();
}

static void a_text_that_changed_since_stays(void **state)
{
    (void)state;
    named();
    const char *const body = ticked(get(&anna, ASKED));
    sql_run(c.store, "UPDATE voice SET body = 'Ria en Bo.' WHERE number = 5");
    CHECK_HAS(post(&anna, PAGE, str_of(body)), "gedaan=7&over=1");
    CHECK(says("voice WHERE number = 5 AND body", "Ria en Bo."));
    CHECK_HAS(post(&anna, PAGE, str_of(body)), "gedaan=0&over=8"); /* sent twice */
    stop();
}

static void what_is_missing_is_asked(void **state)
{
    (void)state;
    named();
    CHECK_HAS(ask(&anna, METHOD_POST, PAGE, "naam=Ria&rol=&tekst=1", 422), "Schrijf de rol");
    CHECK_HAS(ask(&anna, METHOD_POST, PAGE, "naam=&rol=x&tekst=1", 422), "Schrijf de naam.");
    CHECK_HAS(ask(&anna, METHOD_POST, PAGE, "naam=Ria&rol=x", 422), "Kies waar de rol");
    ask(&wies, METHOD_POST, PAGE, "naam=Ria&rol=x&tekst=1", 403);
    ask(&anna, METHOD_POST, PAGE "/terug", "terug=1", 404);
    stop();
}

static void erased_words_are_erased_here_too(void **state)
{
    (void)state;
    named();
    post(&anna, PAGE, str_of(ticked(get(&anna, ASKED))));
    CHECK(sql_number(c.store, "SELECT count(*) FROM naming_change WHERE part = 1") == 2);
    sql_run(c.store, "UPDATE voice SET body = '', visibility = 3 WHERE number = 5");
    CHECK(sql_number(c.store, "SELECT count(*) FROM naming_change WHERE part = 1") == 1);
    stop();
}

static void an_edition_that_holds_the_name_is_told(void **state)
{
    (void)state;
    named();
    const struct str page = get(&anna, PAGE "?naam=weekend&rol=een+dag");
    CHECK_HAS(page, "In het gepubliceerde verslag staat de naam in 1 punt.");
    stop();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_preview_shows_every_text),
        cmocka_unit_test(what_was_advised_answered_promised_and_done_is_reached_too),
        cmocka_unit_test(what_stands_with_pictures_and_sources_is_reached_too),
        cmocka_unit_test(one_act_changes_them_all_and_comes_back),
        cmocka_unit_test(a_text_that_changed_since_stays),
        cmocka_unit_test(what_is_missing_is_asked),
        cmocka_unit_test(erased_words_are_erased_here_too),
        cmocka_unit_test(an_edition_that_holds_the_name_is_told),
    };
    return RUN_TESTS(tests);
}
