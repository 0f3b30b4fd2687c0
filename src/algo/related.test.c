/* related.test.c — texts that speak of the same, and how well they are found: on a labelled set
 * (tests/data/related.csv) among all voices of the invented city, against plain word overlap. */
#include "algo/analyse.h"
#include "algo/parts.h"
#include "algo/related.h"
#include "base/csv.h"
#include "base/test.h"

#include <stdlib.h>

/* ---- parts ---- */

static void check_parts(const char *word, const char *expected)
{
    struct str parts[PARTS_MOST];
    char said[200] = "";
    const size_t n = parts_of(str_of(word), parts);
    for (size_t i = 0; i < n; i++)
        snprintf(said + strlen(said), sizeof said - strlen(said), "%s%.*s", i ? "+" : "",
                 STR_ARG(parts[i]));
    if (strcmp(said, expected)) fail_msg("%s is %s, not %s", word, said, expected);
}

static void test_parts(void **state)
{
    (void)state;
    check_parts("huurwoning", "huur+woning");
    check_parts("buurthuis", "buurt+huis");
    check_parts("taalles", "taal+les");
    check_parts("stadsbus", "stads+bus");
    check_parts("badkamervloer", "bad+kamer+vloer");
    check_parts("straatverlichting", "straat+verlichting");
    check_parts("natuur", "");
    check_parts("gemeente", "");
    check_parts("vergaderen", "");
    check_parts("buurt", "");
    check_parts("a", "");
    check_parts("", "");
    static char endless[5000];
    memset(endless, 'a', sizeof endless - 1);
    check_parts(endless, "");
}

/* ---- terms and marks ---- */

static void test_terms(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct reader *r = related_reader(STR("nl"), 20);
    uint32_t *x, *y;
    CHECK(related_terms(r, &a, STR("de het een wij moeten graag"), &x) == 0);
    CHECK(related_terms(r, &a, STR(""), &x) == 0);
    CHECK(related_terms(r, &a, STR("👍 !!!"), &x) == 0);
    /* The same whatever the form and the case, and each once. */
    CHECK(related_terms(r, &a, STR("Bankje, bankjes en BANKEN"), &x) == 1);
    CHECK(related_terms(r, &a, STR("bank"), &y) == 1);
    CHECK(x[0] == y[0]);
    const size_t n = related_terms(r, &a, STR("huurwoningen"), &x);
    CHECK(n == 3); /* itself and two parts */
    /* Kept and taken back they are the same; bytes that are no terms share nothing. */
    const struct str kept = related_stored(&a, x, n);
    struct related q = related_to(&a, x, n);
    struct related_hit *hits;
    CHECK(kept.n == 12);
    related_take(&q, 1, x, n);
    related_take_stored(&q, 2, kept);
    related_take_stored(&q, 3, STR("12345"));
    CHECK(q.all == 3 && related_best(&q, 0.01, 10, &hits) == 2);
    CHECK(hits[0].id == 1 && hits[1].id == 2 && hits[0].score <= hits[1].score);
    /* A long and hostile text stays within its bounds. */
    struct str junk = STR("x");
    for (int i = 0; i < 12; i++) junk = arena_join(&a, junk, arena_join(&a, STR(" q7"), junk));
    CHECK(related_terms(r, &a, junk, &x) <= RELATED_TERMS);
    related_reader_end(r);
    arena_end(&a);
}

static void test_marks(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct reader *r = related_reader(STR("nl"), 20);
    const struct str text = STR("Élke huurwoning hier is vochtig; de ‘huren’ stijgen.");
    uint32_t *terms;
    struct mark *marks;
    const size_t n = related_terms(r, &a, STR("De huur gaat omhoog"), &terms);
    CHECK(related_marks(r, &a, text, terms, n, &marks) == 2);
    CHECK_STR(((struct str){ text.s + marks[0].from, marks[0].length }), "huurwoning");
    CHECK_STR(((struct str){ text.s + marks[1].from, marks[1].length }), "huren");
    related_reader_end(r);
    arena_end(&a);
}

/* What is rare among all texts weighs more than what stands everywhere. */
static void test_rarity(void **state)
{
    (void)state;
    static const char *const texts[] = { "school en brug", "school en fiets", "school en water",
                                         "school en trein", "brug over het kanaal" };
    struct arena a = { 0 };
    struct reader *r = related_reader(STR("nl"), 20);
    uint32_t *terms, *other;
    const size_t n = related_terms(r, &a, STR("de brug bij school"), &terms);
    struct related q = related_to(&a, terms, n);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        related_take(&q, (int64_t)i, other, related_terms(r, &a, str_of(texts[i]), &other));
    struct related_hit *hits;
    CHECK(related_best(&q, 0, 10, &hits) == 5);
    CHECK(hits[0].id == 0 && hits[1].id == 4);
    CHECK(hits[0].score > hits[1].score && hits[1].score > hits[2].score);
    CHECK(related_best(&q, 0, 2, &hits) == 2);
    CHECK(related_best(&q, 1.01, 10, &hits) == 0);
    related_reader_end(r);
    arena_end(&a);
}

/* ---- quality ---- */

enum { TEXTS = 1000, GROUPS = 100, SHOWN = 10 };
struct labelled {
    struct str text;
    int group; /* 0: none */
    bool held; /* out of tuning */
    uint32_t *terms;
    size_t terms_n;
    struct analysed *words; /* for the rival */
    size_t words_n;
};
struct set {
    struct arena arena;
    struct labelled at[TEXTS];
    size_t n;
    struct str group[GROUPS];
    int groups;
};

static struct str whole_file(struct arena *a, const char *name)
{
    FILE *f = fopen(name, "rb");
    CHECK(f);
    char *to = NEW(a, char, 1 << 20);
    const size_t n = fread(to, 1, 1 << 20, f);
    fclose(f);
    return (struct str){ to, n };
}

static size_t column(const struct csv_row *head, const char *name)
{
    for (size_t i = 0; i < head->n; i++)
        if (str_is(head->fields[i], name)) return i;
    fail_msg("no column %s", name);
    return 0;
}

static int group_of(struct set *s, struct str name)
{
    for (int i = 1; i <= s->groups; i++)
        if (str_eq(s->group[i], name)) return i;
    s->group[++s->groups] = name;
    return s->groups;
}

/* Every voice of the labelled dialogue that is shown, in Dutch; its number is its place. */
static void read_voices(struct set *s)
{
    struct csv c;
    static struct csv_row row, head;
    CHECK(csv_open(&c, whole_file(&s->arena, "examples/waterstad/voices.csv")));
    CHECK(csv_next(&c, &s->arena, &head));
    const size_t text = column(&head, "text"), dutch = column(&head, "text_nl"),
                 shown = column(&head, "visibility"), number = column(&head, "voice"),
                 dialogue = column(&head, "dialogue");
    while (csv_next(&c, &s->arena, &row)) {
        int64_t at;
        CHECK(str_number(row.fields[number], TEXTS - 1, &at));
        if (!str_is(row.fields[dialogue], "waterstad")) continue;
        if (!str_is(row.fields[shown], "shown")) continue;
        s->at[at].text = row.fields[dutch].n ? row.fields[dutch] : row.fields[text];
        if (s->n <= (size_t)at) s->n = (size_t)at + 1;
    }
}

static void read_labels(struct set *s)
{
    struct csv c;
    static struct csv_row row;
    CHECK(csv_open(&c, whole_file(&s->arena, "tests/data/related.csv")));
    CHECK(csv_next(&c, &s->arena, &row));
    while (csv_next(&c, &s->arena, &row)) {
        int64_t at = (int64_t)s->n;
        if (row.fields[3].n)
            s->at[s->n++].text = row.fields[3];
        else
            CHECK(str_number(row.fields[2], TEXTS - 1, &at) && s->at[at].text.n);
        s->at[at].group = group_of(s, row.fields[1]);
        s->at[at].held = str_is(row.fields[0], "held");
    }
}

static void read_set(struct set *s)
{
    struct reader *r = related_reader(STR("nl"), 20);
    const struct analyser plain = analyser_start((struct str){ 0 });
    read_voices(s);
    read_labels(s);
    for (size_t i = 0; i < s->n; i++) {
        struct labelled *t = &s->at[i];
        t->terms_n = related_terms(r, &s->arena, t->text, &t->terms);
        t->words_n = analyse(&plain, &s->arena, t->text, &t->words);
    }
    related_reader_end(r);
}

/* The rival: of the words that two texts have, the share that they have both. */
static double overlap(const struct labelled *x, const struct labelled *y)
{
    size_t both = 0;
    for (size_t i = 0; i < x->words_n; i++)
        for (size_t k = 0; k < y->words_n; k++)
            if (str_eq(x->words[i].word, y->words[k].word)) {
                both++;
                break;
            }
    return both ? (double)both / (double)(x->words_n + y->words_n - both) : 0;
}

static int by_score(const void *x, const void *y)
{
    const struct related_hit *a = x, *b = y;
    if (a->score > b->score || a->score < b->score) return a->score < b->score ? 1 : -1;
    return (a->id > b->id) - (a->id < b->id);
}

static size_t rank(struct set *s, struct arena *a, size_t from, bool rival, double least,
                   struct related_hit **hits)
{
    const struct labelled *q = &s->at[from];
    size_t n = 0;
    if (!rival) {
        struct related asked = related_to(a, q->terms, q->terms_n);
        for (size_t i = 0; i < s->n; i++)
            if (s->at[i].text.n)
                related_take(&asked, (int64_t)i, s->at[i].terms, s->at[i].terms_n);
        n = related_best(&asked, least, TEXTS, hits);
    } else {
        *hits = NEW(a, struct related_hit, s->n);
        for (size_t i = 0; i < s->n; i++)
            (*hits)[n++] = (struct related_hit){ (int64_t)i, overlap(q, &s->at[i]) };
        qsort(*hits, n, sizeof **hits, by_score);
        while (n && (*hits)[n - 1].score < least) n--;
    }
    size_t to = 0;
    for (size_t i = 0; i < n; i++)
        if ((*hits)[i].id != (int64_t)from) (*hits)[to++] = (*hits)[i];
    return to;
}

struct quality {
    double map;               /* mean of the average precision */
    double precision, recall; /* of the ten that are shown */
    int asked;
};

static struct quality quality_of(struct set *s, bool held, bool rival, double least)
{
    struct quality sum = { 0 };
    size_t shown = 0, right = 0, wanted_all = 0;
    for (size_t i = 0; i < s->n; i++) {
        struct arena a = { 0 };
        struct related_hit *hits;
        size_t wanted = 0, found = 0;
        double precision = 0;
        if (!s->at[i].group || s->at[i].held != held) continue;
        for (size_t k = 0; k < s->n; k++) wanted += k != i && s->at[k].group == s->at[i].group;
        size_t n = rank(s, &a, i, rival, 1e-9, &hits);
        for (size_t k = 0; k < n; k++)
            if (s->at[hits[k].id].group == s->at[i].group)
                precision += (double)++found / (double)(k + 1);
        sum.map += precision / (double)wanted;
        sum.asked++;
        for (size_t k = 0; k < n && k < SHOWN && hits[k].score >= least; k++) {
            shown++;
            right += s->at[hits[k].id].group == s->at[i].group;
        }
        wanted_all += wanted < SHOWN ? wanted : SHOWN;
        arena_end(&a);
    }
    sum.map /= sum.asked;
    sum.precision = shown ? (double)right / (double)shown : 0;
    sum.recall = (double)right / (double)wanted_all;
    return sum;
}

static void say(const char *name, struct quality q)
{
    if (getenv("VERBOSE"))
        printf("# %-32s MAP %.3f, ten shown: precision %.3f, recall %.3f (%d asked)\n", name,
               q.map, q.precision, q.recall, q.asked);
}

static void test_quality(void **state)
{
    (void)state;
    static struct set s;
    read_set(&s);
    const struct quality tuned = quality_of(&s, false, false, RELATED_LEAST),
                         tuned_rival = quality_of(&s, false, true, 0.1),
                         held = quality_of(&s, true, false, RELATED_LEAST),
                         held_rival = quality_of(&s, true, true, 0.1);
    say("related, tuned on", tuned);
    say("word overlap, tuned on", tuned_rival);
    say("related, held out", held);
    say("word overlap, held out", held_rival);
    CHECK(held.asked >= 80 && tuned.asked >= 80);
    CHECK(held.map > 0.45 && held.map > 2.5 * held_rival.map);
    CHECK(held.precision > held_rival.precision && held.recall > held_rival.recall);
    arena_end(&s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),   cmocka_unit_test(test_terms),
        cmocka_unit_test(test_marks),   cmocka_unit_test(test_rarity),
        cmocka_unit_test(test_quality),
    };
    return RUN_TESTS(tests);
}
