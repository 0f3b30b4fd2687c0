/* readability.test.c — syllables, words and sentences of Dutch. */
#include "algo/readability.h"
#include "base/test.h"

/* Words with their syllables as a Dutch hyphenation gives them. */
static void test_syllables(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        size_t syllables;
    } known[] = {
        { "de", 1 },
        { "stad", 1 },
        { "water", 2 },
        { "mooie", 2 },
        { "leeuw", 1 },
        { "nieuwe", 2 },
        { "sneeuwen", 2 },
        { "groeien", 2 },
        { "buurt", 1 },
        { "ruimte", 2 },
        { "gemeente", 3 },
        { "wij", 1 },
        { "bijeenkomst", 3 },
        { "ĳs", 1 },
        { "dialoog", 3 },
        { "thema’s", 2 },
        { "ideeën", 3 },
        { "categorieën", 5 },
        { "reünie", 3 },
        { "coördinatie", 5 },
        { "geïnteresseerd", 5 },
        { "financieel", 4 },
        { "serieuze", 4 },
        { "museum", 3 },
        { "niveau", 2 },
        { "yoghurt", 2 },
        { "hockey", 2 },
        { "royaal", 2 },
        { "e-mail", 2 },
        { "quiz", 1 },
        { "2023", 1 },
        { "wmo", 1 },
        { "NS", 1 },
        { "café", 2 },
        { "vrijwilligersorganisatie", 9 },
        { "bewonersinitiatieven", 9 },
        { "oudere", 3 },
        { "bureau", 2 },
        { "ide\xc3\xab\xc3\xabn", 4 },
        { "be\xc3\xafnvloeden", 4 },
        { "bei\xcc\x88nvloeden", 4 },
        { "sociaal", 3 },
        { "veiligheid", 3 },
    };
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        const size_t n = readability_syllables(str_of(known[i].word));
        if (n != known[i].syllables)
            fail_msg("%s: %zu, not %zu", known[i].word, n, known[i].syllables);
    }
}

/* Each part on its own, between bars. */
static struct str parts(struct arena *a, const char *text, bool words)
{
    struct str rest = str_of(text), part, all = STR("");
    while (words ? readability_word(&rest, &part) : readability_sentence(&rest, &part))
        all = arena_format(a, "%.*s%s%.*s", STR_ARG(all), all.n ? "|" : "", STR_ARG(part));
    return all;
}

static void test_words(void **state)
{
    (void)state;
    struct arena a = { 0 };
    CHECK_STR(parts(&a, "En/of uw e-mail, thema’s; (12.30 uur) op dialoog.nl!", true),
              "En|of|uw|e-mail|thema’s|12.30|uur|op|dialoog.nl");
    CHECK_STR(parts(&a, "wie@stad.nl 'tja' 1,5 één,twee a:b 3:4 x- -y", true),
              "wie@stad.nl|tja|1,5|één|twee|a|b|3:4|x|y");
    CHECK_STR(parts(&a, " – … “” 😀 ", true), "");
    CHECK_STR(parts(&a, "caf\xe9 \xff x", true), "caf\xe9|\xff|x"); /* Latin-1: é and ÿ */
    arena_end(&a);
}

static void test_sentences(void **state)
{
    (void)state;
    struct arena a = { 0 };
    static const char *const cut[][2] = {
        { "Kom langs. Wij zijn er!", "Kom langs.|Wij zijn er!" },
        { "Echt waar?! Ja.", "Echt waar?!|Ja." },
        { "Hij zei: “Kom maar.” Toen ging hij.", "Hij zei: “Kom maar.”|Toen ging hij." },
        { "Bel bijv. Jan of mw. De Vries, nr. 5.", "Bel bijv. Jan of mw. De Vries, nr. 5." },
        { "Dat is J. P. Jansen. Hallo", "Dat is J. P. Jansen.|Hallo" },
        { "Om 12.30 uur op stad.nl. Daarna niet.", "Om 12.30 uur op stad.nl.|Daarna niet." },
        { "Wacht… even. Nou… Goed.", "Wacht… even.|Nou…|Goed." },
        { "Een regel\nnog een\r\n\r\nlaatste", "Een regel|nog een|laatste" },
        { "ok!niet", "ok!|niet" },
        { "... !! ?", "" },
        { "Dit is het jaar 2023. 30 mensen kwamen.",
          "Dit is het jaar 2023.|30 mensen kwamen." },
        { "هل هذا جيد؟ نعم.", "هل هذا جيد؟|نعم." },
        { "", "" },
    };
    for (size_t i = 0; i < COUNT_OF(cut); i++)
        CHECK_STR(parts(&a, cut[i][0], false), cut[i][1]);
    arena_end(&a);
}

static void test_ended(void **state)
{
    (void)state;
    CHECK(readability_ended(STR("Kom.")) && readability_ended(STR("(Kom!) ")));
    CHECK(readability_ended(STR("“Kom?”")));
    CHECK(!readability_ended(STR("Kom")) && !readability_ended(STR("")));
    CHECK(!readability_ended(STR("stad.nl")) && !readability_ended(STR("Wij vragen:")));
}

static void test_score(void **state)
{
    (void)state;
    const struct readability none = readability_of(STR(" ... "));
    CHECK(none.sentences == 0 && readability_score(&none) >= 0 &&
          readability_score(&none) <= 0);
    /* 5 words, 9 syllables, 1 sentence: 206.84 - 77 * 9 / 5 - 0.93 * 5 */
    const struct readability one = readability_of(STR("Wij lezen alles wat binnenkomt."));
    CHECK(one.words == 5 && one.syllables == 9 && one.sentences == 1 && one.long_words == 0);
    const double score = readability_score(&one);
    CHECK(score > 63.58 && score < 63.60);
    const struct readability two = readability_of(
        STR("Kom. Vrijwilligersorganisaties ondersteunen bewonersinitiatieven. Ja hoor."));
    CHECK(two.sentences == 3 && two.words == 6 && two.longest == 3 && two.long_words == 2);
    CHECK_STR(two.longest_sentence,
              "Vrijwilligersorganisaties ondersteunen bewonersinitiatieven.");
    const struct readability plain =
        readability_of(STR("Wij komen graag bij u langs. Bel ons als u hulp wilt."));
    const struct readability law = readability_of(
        STR("Onverminderd het bepaalde in de voorgaande artikelen kunnen burgemeester en "
            "wethouders nadere voorschriften vaststellen betreffende de beschikbaarstelling."));
    CHECK(readability_score(&plain) > 90 && readability_score(&law) < 20);
}

/* Parts lie inside the text and in order, whatever the bytes. */
static void test_hostile(void **state)
{
    (void)state;
    enum { MOST = 300 };
    char text[MOST];
    uint32_t chance = 1;
    static const char some[] = "aeiouEk .!?\n'-@,\xc3\xab\xe2\x80\xa6\xff\xf0 9\0";
    for (int turn = 0; turn < 20000; turn++) {
        size_t n = 0;
        for (; n < (size_t)turn % MOST; n++) {
            chance = chance * 1664525u + 1013904223u;
            text[n] = some[(chance >> 16) % sizeof some];
        }
        struct str rest = { text, n }, sentence, word;
        const char *last = text;
        size_t words = 0;
        while (readability_sentence(&rest, &sentence)) {
            CHECK(sentence.s >= last && sentence.n && sentence.s + sentence.n <= text + n);
            last = sentence.s + sentence.n;
            size_t inside = 0;
            while (readability_word(&sentence, &word)) {
                CHECK(readability_syllables(word) >= 1);
                inside++;
            }
            CHECK(inside > 0);
            words += inside;
        }
        CHECK(readability_of((struct str){ text, n }).words == words);
    }
}

static void test_a_long_text_takes_a_straight_line(void **state)
{
    (void)state;
    enum { N = 1 << 20 };
    struct arena a = { 0 };
    char *text = NEW(&a, char, N);
    static const char *const patterns[] = { "a", ".", ". ", "a.", "a-", "'", "aei", "\n", "ë" };
    for (size_t p = 0; p < COUNT_OF(patterns); p++) {
        const size_t step = strlen(patterns[p]);
        for (size_t i = 0; i < N; i++) text[i] = patterns[p][i % step];
        const struct readability r = readability_of((struct str){ text, N });
        CHECK(r.words <= N && r.longest <= r.words);
    }
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_ended),
        cmocka_unit_test(test_score),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_a_long_text_takes_a_straight_line),
    };
    return RUN_TESTS(tests);
}
