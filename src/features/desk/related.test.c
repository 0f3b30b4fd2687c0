/* related.test.c — voices that hang together: found with their reason, chosen by nobody but an editor, and
 * gone as soon as their words are. */
#include "features/desk/desk.h"
#include "tests/city.h"
#include "tests/sql.h"

static struct city c;
static const struct visitor writer = { 0, WHO_WRITER, { "Schrijver", 9 }, { "een", 3 } };
static struct response res;

enum { FIRST = 11 };
static const struct {
    const char *said, *lang, *dutch; /* a translation; NULL: none */
    int theme, table;
} voices[] = {
    { "Er zit schimmel op de <b>slaapkamermuur</b>.", "nl", NULL, 0, 0 },          /* 11 */
    { "De verhuurder doet niets aan SCHIMMELS in de kamer.", "nl", NULL, 0, 1 },   /* 12 */
    { "Schimmelplekken in elke kamer, zegt de buurman.", "nl", NULL, 1, 2 },       /* 13 */
    { "Yatak odasında küf var.", "tr", "Er is schimmel in de slaapkamer.", 1, 0 }, /* 14 */
    { "Ik moet er graag veel van hebben, maar dat kan niet.", "nl", NULL, 0, 0 },  /* 15 */
    { "De bus rijdt niet in de avond.", "nl", NULL, 0, 0 },                        /* 16 */
    { "", "nl", NULL, 0, 0 },                                                      /* 17 */
};

static enum err add_voices(struct tx *tx, void *with)
{
    int64_t id;
    (void)with;
    for (int i = 0; i < (int)COUNT_OF(voices); i++) {
        TRY(voice_add(tx, c.dialogue, FIRST + i, FIRST + i, true, c.themes[voices[i].theme],
                      voices[i].table > 0, voices[i].table ? c.tables[voices[i].table - 1] : 0,
                      false, 0, true, KIND_NEEDED, true, (struct day){ 19535 },
                      text(voices[i].lang), text(voices[i].said), STR("0123456789abcdef"),
                      VISIBILITY_SHOWN, ACCOUNT_OPEN, false, REASON_DOUBLE, &id));
        if (voices[i].dutch) TRY(voice_text_put(tx, id, STR("nl"), text(voices[i].dutch)));
    }
    return OK;
}

static void read_all(void)
{
    size_t n;
    do CHECK_OK(desk_read(c.store, &n));
    while (n);
}

static void start(void)
{
    c = (struct city){ 0 };
    city_open(&c, false);
    CHECK_OK(store_write(c.store, add_voices, NULL));
    read_all();
}

#define MAKE "/waterstad/beheer/punten/maak?thema=hulp"

static struct str post(const char *body, int status)
{
    const struct try try = { .method = METHOD_POST,
                             .address = MAKE,
                             .body = body,
                             .visitor = writer,
                             .now = { 1701000000 } };
    web_ask(c.store, c.db, &c.arena, &try, &res);
    if (res.status != status) fail_msg("%s answers %d: %s", body, res.status, err_why());
    return (struct str){ res.body.s, res.body.n };
}

static int64_t number(const char *sql)
{
    return sql_number(c.store, sql);
}

static void what_hangs_together_is_shown_with_its_words(void **state)
{
    (void)state;
    start();
    const struct str page = post("doe=hangt-11&zin=Halve+zin", 200);
    /* The words that match are marked, in both; within and across themes. */
    CHECK_HAS(page, "<mark>schimmel</mark>");
    CHECK_HAS(page, "<mark>SCHIMMELS</mark>");
    CHECK_HAS(page, "<mark>Schimmelplekken</mark>");
    CHECK_HAS(page, "&lt;b&gt;<mark>slaapkamermuur</mark>&lt;/b&gt;");
    CHECK_HAS(page, "Het komt terug aan 2 tafels.");
    CHECK_HAS(page, "Het komt terug in 2 thema’s.");
    CHECK_HAS(page, "Elkaar ontmoeten");
    /* Another language by its translation, which is marked; what was said stands with it. */
    CHECK_HAS(page, "Yatak odasında küf var.");
    CHECK_HAS(page, "Er is <mark>schimmel</mark> in de <mark>slaapkamer</mark>.");
    CHECK_NOT(page, "id=\"hangt-11\"");
    CHECK_NOT(page, "id=\"hangt-16\"");
    /* Nothing is chosen by itself, and what was typed stays. */
    CHECK_NOT(page, "name=\"inbreng\" value=\"12\" checked");
    CHECK_HAS(page, "Halve zin</textarea>");
    city_close(&c);
}

static void what_is_taken_along_is_ticked(void **state)
{
    (void)state;
    start();
    struct str page = post("doe=neem-11&inbreng=16", 200);
    CHECK_HAS(page, "value=\"12\" checked");
    CHECK_HAS(page, "value=\"13\" checked");
    CHECK_HAS(page, "value=\"14\" checked");
    CHECK_HAS(page, "value=\"16\" checked");
    CHECK_NOT(page, "value=\"15\" checked");
    /* What is chosen is not offered again; a sentence alone is enough to ask. */
    page = post("doe=hangt&inbreng=11&inbreng=12", 200);
    CHECK_HAS(page, "id=\"hangt-13\"");
    CHECK_NOT(page, "id=\"hangt-12\"");
    page = post("doe=hangt&zin=Er+rijdt+een+avondbus", 200);
    CHECK_HAS(page, "id=\"hangt-16\"");
    CHECK(number("SELECT count(*) FROM point_voice WHERE edition = 0 AND voice > 7") == 0);
    city_close(&c);
}

static void odd_questions_are_answered(void **state)
{
    (void)state;
    start();
    static const char *const odd[] = { "doe=hangt-15",
                                       "doe=hangt-17",
                                       "doe=hangt-999",
                                       "doe=hangt-",
                                       "doe=hangt--1",
                                       "doe=hangt-2",
                                       "doe=hangt-3",
                                       "doe=hangt",
                                       "doe=neem",
                                       "doe=neem-999",
                                       "doe=hangt-11x",
                                       "doe=neem-17",
                                       "doe=hangt&zin=%F0%9F%91%8D+%26+%3Cb%3E" };
    for (size_t i = 0; i < COUNT_OF(odd); i++) post(odd[i], 200);
    /* Erased and hidden ones are not found, whoever asks. */
    CHECK_NOT(post("doe=hangt-2", 200), "dlg-aid");
    city_close(&c);
}

static void plain_dutch_is_helped_with(void **state)
{
    (void)state;
    start();
    struct str page =
        post("doe=lees&inbreng=12&zin=Implementeer+%3Cb%3Ebankjes+met+betrekking+tot+"
             "het+park+en+de+vijver+en+de+straat+en+het+plein+en+de+school",
             200);
    CHECK_HAS(page, "Zo leest uw tekst");
    CHECK_HAS(page, "Deze zin heeft 20 woorden.");
    CHECK_HAS(page, "<mark lang=\"nl\">met betrekking tot</mark>");
    CHECK_HAS(page, "invoeren");
    CHECK_HAS(page, "value=\"12\" checked");
    CHECK_HAS(page, "Implementeer &lt;b&gt;bankjes");
    CHECK(number("SELECT count(*) FROM draft_change") == 0); /* nothing was made */
    page = post("doe=lees&zin=", 200);
    CHECK_NOT(page, "Zo leest uw tekst");
    city_close(&c);
}

#define TERMS_OF                                                                               \
    "SELECT count(*) FROM voice_terms t JOIN voice v ON v.id = t.voice WHERE v.number = "

static void words_that_go_are_gone_at_once(void **state)
{
    (void)state;
    start();
    CHECK(number("SELECT count(*) FROM voice_unread") == 0);
    CHECK(number(TERMS_OF "12") == 1);
    CHECK(number(TERMS_OF "15") == 0); /* says nothing to compare */
    /* Other words: the old are gone before the new are read. */
    sql_run(c.store, "UPDATE voice SET body = 'De tram is vol' WHERE number = 12");
    CHECK(number(TERMS_OF "12") == 0);
    CHECK_NOT(post("doe=hangt-11", 200), "id=\"hangt-12\"");
    read_all();
    CHECK(number(TERMS_OF "12") == 1);
    CHECK_NOT(post("doe=hangt-11", 200), "id=\"hangt-12\"");
    /* A translation that goes, and an erased voice. */
    sql_run(c.store,
            "DELETE FROM voice_text WHERE voice = (SELECT id FROM voice WHERE number = 14)");
    CHECK(number(TERMS_OF "14") == 0);
    sql_run(c.store, "UPDATE voice SET body = '', visibility = 3 WHERE number = 13");
    CHECK(number(TERMS_OF "13") == 0);
    read_all();
    CHECK(number(TERMS_OF "13") == 0);
    CHECK(number("SELECT count(*) FROM voice_unread") == 0);
    const struct str page = post("doe=hangt-11", 200);
    CHECK_NOT(page, "id=\"hangt-13\"");
    CHECK_NOT(page, "id=\"hangt-14\"");
    /* What is hidden keeps its terms and is not shown. */
    sql_run(c.store, "UPDATE voice SET body = 'Overal schimmel in de kamer' WHERE number = 12");
    read_all();
    CHECK_HAS(post("doe=hangt-11", 200), "id=\"hangt-12\"");
    sql_run(c.store, "UPDATE voice SET visibility = 2 WHERE number = 12");
    read_all();
    CHECK_NOT(post("doe=hangt-11", 200), "id=\"hangt-12\"");
    city_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_hangs_together_is_shown_with_its_words),
        cmocka_unit_test(what_is_taken_along_is_ticked),
        cmocka_unit_test(odd_questions_are_answered),
        cmocka_unit_test(plain_dutch_is_helped_with),
        cmocka_unit_test(words_that_go_are_gone_at_once),
    };
    return RUN_TESTS(tests);
}
