/* similar.test.c — texts that are nearly the same, against a slow twin. */
#include "algo/similar.h"
#include "base/test.h"

#include <stdlib.h>
#include <time.h>

/* What the first sentence below has had since it was first stored. */
#define FIXED_SAME INT64_C(-5900910617965296084)
#define FIXED_NEAR INT64_C(-6329803578218412971)

static double alike(const char *x, const char *y)
{
    struct arena a = { 0 };
    const double j = similar_jaccard(&a, str_of(x), str_of(y));
    const struct similar p = similar_fingerprint(&a, str_of(x));
    const struct similar q = similar_fingerprint(&a, str_of(y));
    const double back = similar_jaccard(&a, str_of(y), str_of(x));
    CHECK(j >= back && j <= back);                            /* the same both ways */
    CHECK((p.same == q.same && p.same) == (j > 0 && j >= 1)); /* copies have one number */
    arena_end(&a);
    return j;
}

static void test_copies(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        { "GRATIS geld!!! Bel 0612345678", "gratis  géld 😀 bel 06-87654321" },
        { "Koop nu", "K o o p   n u" },
        { "Koop nu", "K\xe2\x80\x8bo\xe2\x80\x8bop\xc2\xad nu" }, /* invisible signs */
        { "heeeeeel goed", "Heel goed" },
        { "Straße", "STRASSE" },
        { "İstanbul'da ılık bir ÇAY", "istanbulda ilik bir cay" },
        { "أَهْلًا بِكُمْ في المدينة", "اهلا بكم فى المدينه" },
        { "رقم ٠١٢٣", "رقم 99" },
        { "ja", "Ja!" },
        { "a", "A" },
    };
    for (size_t i = 0; i < COUNT_OF(same); i++)
        if (alike(same[i][0], same[i][1]) < 1)
            fail_msg("\"%s\" and \"%s\": %.2f", same[i][0], same[i][1],
                     alike(same[i][0], same[i][1]));
}

static void test_waves_and_others(void **state)
{
    (void)state;
    static const char *const near[][2] = {
        { "Beste Fatima, verdien snel geld vanuit huis. Klik op www.snelgeld.example nu!",
          "Beste meneer De Boer, verdien snel geld vanuit huis. Klik op www.snelgeld.example "
          "nu!" },
        { "Stem allemaal tegen dit plan, de gemeente luistert toch niet naar ons.",
          "STEM ALLEMAAL TEGEN DIT PLAN!! de gemeente luistert toch niet naar ons 😡😡" },
        { "Deze belediging staat hier nu voor de vijfde keer en gaat niet weg.",
          "Deze belediging staat hier nu voor de zesde keer en gaat niet meer weg." },
        { "Bu planı istemiyoruz, parkımızı geri verin lütfen.",
          "Bu plani istemiyoruz!! parkimizi geri verin lutfen, Ayşe" },
        { "نريد مكانا آمنا لأطفالنا في هذا الحي من فضلكم",
          "نريد مكاناً آمناً لأطفالنا في هذا الحي من فضلكم يا محمد" },
    };
    static const char *const far[][2] = {
        { "Er moet een bankje bij de vijver", "Er moet een speeltuin bij de school" },
        { "Ik ben blij met de buurtbus.", "Ik ben bang in de bus." },
        { "Meer groen in de wijk graag", "Meer politie in de wijk graag" },
        { "ja", "nee" },
        { "", "" },
        { "!!!", "!!!" },
        { "👍", "👍" },
        { "", "Er moet een bankje bij de vijver" },
        { "نريد حديقة", "أين الطبيب" },
        { "Parkta daha çok bank olsun", "Okula güvenli yol istiyoruz" },
    };
    for (size_t i = 0; i < COUNT_OF(near); i++)
        if (alike(near[i][0], near[i][1]) < SIMILAR_NEAR)
            fail_msg("\"%s\": only %.2f", near[i][0], alike(near[i][0], near[i][1]));
    for (size_t i = 0; i < COUNT_OF(far); i++)
        if (alike(far[i][0], far[i][1]) >= SIMILAR_NEAR)
            fail_msg("\"%s\": as much as %.2f", far[i][0], alike(far[i][0], far[i][1]));
}

/* Counted by hand: abcdef has abcd bcde cdef; abcdeg has abcd bcde cdeg; 2 of 4. */
static void test_by_hand(void **state)
{
    (void)state;
    CHECK(alike("abcdef", "abcdeg") > 0.499 && alike("abcdef", "abcdeg") < 0.501);
    CHECK(alike("abcdefg", "abcd") > 0.249 && alike("abcdefg", "abcd") < 0.251);
    CHECK(alike("abc", "abcd") < 0.001);
}

static void test_stored(void **state)
{
    (void)state;
    struct arena a = { 0 };
    const struct similar none = similar_fingerprint(&a, STR("…"));
    CHECK(none.same == 0 && none.near[0] == 0 && none.near[SIMILAR_BANDS - 1] == 0);
    /* What is stored today must be what is asked tomorrow, on any machine. */
    const struct similar f = similar_fingerprint(&a, STR("Er moet een bankje bij de vijver"));
    const struct similar g = similar_fingerprint(&a, STR("er moet één bankje bij de vijver!"));
    if (f.same != FIXED_SAME || f.near[0] != FIXED_NEAR)
        fail_msg("%lld %lld", (long long)f.same, (long long)f.near[0]);
    CHECK(!memcmp(&f, &g, sizeof f));
    arena_end(&a);
}

/* ---- groups ---- */

struct crowd {
    struct arena arena;
    uint32_t chance;
    struct str *text;
    uint32_t *group, *twin;
    size_t n;
};

static uint32_t some(struct crowd *c, uint32_t below)
{
    c->chance = c->chance * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)c->chance * below) >> 32);
}

static struct str invented(struct crowd *c, size_t words)
{
    static const char *const parts[] = { "ba",     "ker",   "lin", "to", "vij", "ver",
                                         "school", "on",    "der", "wa", "ter", "fiets",
                                         "pad",    "groe",  "nen", "de", "een", "buurt",
                                         "huis",   "plein", "mo",  "gen" };
    struct str all = STR("");
    for (size_t i = 0; i < words; i++)
        all = arena_format(&c->arena, "%.*s%s%s%s", STR_ARG(all), i ? " " : "",
                           parts[some(c, COUNT_OF(parts))], parts[some(c, COUNT_OF(parts))]);
    return all;
}

/* A copy of a text with something changed, as whoever sends a hundred of them does. */
static struct str varied(struct crowd *c, struct str x)
{
    switch (some(c, 4)) {
    case 0: return arena_format(&c->arena, "%.*s %u!!", STR_ARG(x), some(c, 1000));
    case 1: return arena_format(&c->arena, "😀 %.*s", STR_ARG(x));
    case 2:
        return arena_format(&c->arena, "Beste %.*s, %.*s", STR_ARG(invented(c, 1)), STR_ARG(x));
    default:
        return arena_format(&c->arena, "%.*s Groet, %.*s", STR_ARG(x), STR_ARG(invented(c, 1)));
    }
}

/* A third alone, the rest in waves. */
static struct crowd crowd(size_t n, uint32_t chance)
{
    struct crowd c = { .chance = chance, .n = n };
    c.text = NEW(&c.arena, struct str, n);
    c.group = NEW(&c.arena, uint32_t, n);
    c.twin = NEW(&c.arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) {
        const uint32_t from = i ? some(&c, (uint32_t)i) : 0;
        if (i && some(&c, 3))
            c.text[i] = varied(&c, c.text[from].n < 200 ? c.text[from] : c.text[0]);
        else
            c.text[i] = i % 97 == 5 ? STR("") : invented(&c, 8 + some(&c, 14));
    }
    return c;
}

/* Each with each; joined by renaming. */
static void twin(struct crowd *c, double threshold)
{
    for (size_t i = 0; i < c->n; i++) c->twin[i] = (uint32_t)i;
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = 0; j < i; j++) {
            const uint32_t p = c->twin[i], q = c->twin[j];
            if (p == q || similar_jaccard(&c->arena, c->text[i], c->text[j]) < threshold)
                continue;
            for (size_t k = 0; k < c->n; k++)
                if (c->twin[k] == (p > q ? p : q)) c->twin[k] = p > q ? q : p;
        }
}

static void test_groups_against_the_twin(void **state)
{
    (void)state;
    size_t apart = 0, grouped = 0;
    for (uint32_t turn = 0; turn < 6; turn++) {
        struct crowd c = crowd(300, 7 + turn);
        twin(&c, SIMILAR_NEAR);
        const size_t groups = similar_groups(&c.arena, c.text, c.n, SIMILAR_NEAR, c.group);
        size_t heads = 0;
        for (size_t i = 0; i < c.n; i++) {
            CHECK(c.group[i] <= i && c.group[c.group[i]] == c.group[i]);
            /* Never joined what the twin keeps apart. */
            CHECK(c.twin[i] == c.twin[c.group[i]]);
            grouped += c.twin[i] != i;
            apart += c.twin[i] != i && c.group[i] == i;
            bool head = false;
            for (size_t j = i + 1; j < c.n; j++) head |= c.group[i] == i && c.group[j] == i;
            heads += head;
        }
        CHECK(heads == groups && groups > 0);
        arena_end(&c.arena);
    }
    CHECK(grouped > 600);
    if (apart * 100 > grouped) fail_msg("%zu of %zu were missed", apart, grouped);
}

static void test_groups_of_few(void **state)
{
    (void)state;
    struct arena a = { 0 };
    const struct str text[] = {
        STR("Er moet een bankje bij de vijver"),
        STR(""),
        STR("Er moet een speeltuin bij de school"),
        STR("ER MOET EEN BANKJE BIJ DE VIJVER!!"),
        STR(""),
        STR("ja"),
        STR("Ja."),
    };
    uint32_t group[COUNT_OF(text)];
    CHECK(similar_groups(&a, text, COUNT_OF(text), SIMILAR_NEAR, group) == 2);
    static const uint32_t expected[] = { 0, 1, 2, 0, 4, 5, 5 };
    CHECK(!memcmp(group, expected, sizeof group));
    CHECK(similar_groups(&a, text, 0, SIMILAR_NEAR, group) == 0);
    arena_end(&a);
}

/* Ten thousand of one kind, or with one beginning, take no square. */
static void test_many(void **state)
{
    (void)state;
    enum { N = 10000 };
    struct crowd c = crowd(N, 3);
    clock_t start = clock();
    CHECK(similar_groups(&c.arena, c.text, N, SIMILAR_NEAR, c.group) > 0);
    const double mixed_ms = 1000.0 * (double)(clock() - start) / CLOCKS_PER_SEC;
    const struct str one = invented(&c, 20);
    for (size_t i = 0; i < N; i++)
        c.text[i] =
            arena_format(&c.arena, "%.*s %.*s", STR_ARG(one), STR_ARG(invented(&c, 20)));
    start = clock();
    similar_groups(&c.arena, c.text, N, SIMILAR_NEAR, c.group);
    const double begun_ms = 1000.0 * (double)(clock() - start) / CLOCKS_PER_SEC;
    for (size_t i = 0; i < N; i++) c.text[i] = varied(&c, one);
    start = clock();
    CHECK(similar_groups(&c.arena, c.text, N, SIMILAR_NEAR, c.group) == 1);
    const double alike_ms = 1000.0 * (double)(clock() - start) / CLOCKS_PER_SEC;
    if (getenv("SIMILAR_TIMES"))
        printf("mixed %.0f ms, one beginning %.0f ms, one wave %.0f ms\n", mixed_ms, begun_ms,
               alike_ms);
    CHECK(mixed_ms < 3000 && begun_ms < 6000 && alike_ms < 3000); /* under the sanitizers */
    arena_end(&c.arena);
}

static void test_hostile(void **state)
{
    (void)state;
    struct arena a = { 0 };
    char *text = NEW(&a, char, 100001);
    static const char *const patterns[] = { "a", "ab", "ß",  "\xff",  "\xf0\x9f",
                                            " ", "1",  "ŉŉ", "ab\xff" };
    for (size_t p = 0; p < COUNT_OF(patterns); p++) {
        const size_t step = strlen(patterns[p]);
        for (size_t i = 0; i < 100000; i++) text[i] = patterns[p][i % step];
        const struct str x = { text, 100000 };
        const struct similar f = similar_fingerprint(&a, x);
        const double j = similar_jaccard(&a, x, x);
        CHECK((f.same == 0 && j < 0.5) || (f.same != 0 && j > 0.99));
    }
    CHECK(alike("goed\xff"
                "een",
                "goed") >= 1);
    arena_end(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_waves_and_others),
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_stored),
        cmocka_unit_test(test_groups_against_the_twin),
        cmocka_unit_test(test_groups_of_few),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_hostile),
    };
    return RUN_TESTS(tests);
}
