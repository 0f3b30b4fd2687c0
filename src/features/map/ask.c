/* ask.c — a question to the map as groups of terms: known words, compounds, residents' words, words that
 * were misspelt, and last the runs of three letters of a title. */
#include "features/map/ask.h"

#include "algo/spelling.h"
#include "features/map/index.sql.h"
#include "features/map/said.h"

#include <math.h>
#include <string.h>

enum { ALTERNATIVES = 24, REMEMBERS = 64 };

/* What an alternative is worth beside the word itself. */
#define BY_STEM 0.92
#define BY_PARTS 0.8
#define BY_JOINED 0.9
#define BY_MEANING 0.85
#define BY_SPELLING 0.9
#define BY_TRIGRAMS 0.5
#define FAR 0.8 /* a correction that costs more is a guess */
#define BY_LITTLE 0.4
#define LITTLE 0.15 /* a word that says how one asks, not what */

struct alternative {
    uint32_t terms[FINDER_TOGETHER];
    size_t n;
    double weight;
};
struct group {
    const struct finder_word *word;
    double weight;
    bool known;
    struct alternative alternatives[ALTERNATIVES];
    size_t n;
    uint32_t trigrams[FINDER_TRIGRAMS]; /* when nothing else is left */
    size_t trigrams_n;
};
struct asking {
    struct db *db;
    struct arena *arena;
    const struct map_ask *ask;
    struct map_found *found;
    struct finder_reader *reader, *english;
    struct str meanings;
    struct group groups[MAP_WORDS];
    size_t n;
};

/* ---- words ---- */

/* Folded and sorted: how people begin and end a question. */
static const char *const little[] = {
    "ben",     "beetje",   "bij",    "bijvoorbeeld", "buurt",  "dichtbij", "doen",   "echt",
    "gaan",    "gaat",     "goed",   "goede",        "graag",  "haar",     "hallo",  "heel",
    "help",    "helpen",   "helpt",  "hem",          "hier",   "hulp",     "iemand", "iets",
    "kom",     "komen",    "krijg",  "krijgen",      "kun",    "kunnen",   "kunt",   "laten",
    "mag",     "moet",     "moeten", "mogelijk",     "nodig",  "omgeving", "samen",  "snel",
    "steeds",  "vandaag",  "veel",   "vind",         "vinden", "vlakbij",  "vraag",  "waar",
    "wanneer", "waarheen", "wat",    "welke",        "wil",    "wilt",     "willen", "zeer",
    "zoek",    "zoeken",   "zoekt",  "alleen",
};
static bool is_little(struct str word)
{
    for (size_t i = 0; i < COUNT_OF(little); i++)
        if (str_is(word, little[i])) return true;
    return false;
}

struct hint {
    const char *word;
    uint32_t flag;
};
static const struct hint hints_known[] = {
    { "gratis", FACT_FREE },       { "kosteloos", FACT_FREE },   { "avond", FACT_EVENING },
    { "avonds", FACT_EVENING },    { "vanavond", FACT_EVENING }, { "weekend", FACT_WEEKEND },
    { "weekends", FACT_WEEKEND },  { "zaterdag", FACT_WEEKEND }, { "zondag", FACT_WEEKEND },
    { "verwijzing", FACT_DIRECT },
};
static uint32_t hint_of(struct str word)
{
    for (size_t i = 0; i < COUNT_OF(hints_known); i++)
        if (str_is(word, hints_known[i].word)) return hints_known[i].flag;
    return 0;
}

static enum err there(struct asking *q, uint32_t term, bool *is)
{
    int64_t n;
    TRY(map_term_there(q->db, term, &n));
    *is = n > 0;
    return OK;
}

static struct alternative *add(struct group *g, double weight, uint32_t term)
{
    static const size_t most = ALTERNATIVES;
    if (g->n == most) return NULL;
    struct alternative *x = &g->alternatives[g->n++];
    *x = (struct alternative){ .terms = { term }, .n = 1, .weight = weight };
    return x;
}
static void add_together(struct group *g, double weight, const uint32_t *terms, size_t n)
{
    if (n > FINDER_TOGETHER) n = FINDER_TOGETHER;
    struct alternative *x = n ? add(g, weight, terms[0]) : NULL;
    for (size_t i = 1; x && i < n; i++) x->terms[x->n++] = terms[i];
}

/* The word itself, its stem, and the words it is put together of. */
static enum err add_word(struct asking *q, struct group *g, const struct finder_word *w,
                         double weight)
{
    bool exact, stem, part = w->split > 1;
    if (is_little(w->word)) weight *= BY_LITTLE;
    TRY(there(q, w->exact, &exact));
    TRY(there(q, w->stem, &stem));
    if (exact) add(g, weight, w->exact);
    if (stem) add(g, weight * BY_STEM, w->stem);
    for (size_t i = 0; i < w->split && part; i++) TRY(there(q, w->parts[i], &part));
    if (part) add_together(g, weight * BY_PARTS, w->parts, w->split);
    for (size_t i = w->split; i < w->parts_n; i++) add(g, weight * BY_PARTS * 0.8, w->parts[i]);
    g->known |= exact || stem || part;
    return OK;
}

/* ---- several words at once ---- */

/* "schuld hulp" is also "schuldhulp". */
static enum err join_neighbours(struct asking *q)
{
    for (size_t i = 0; i + 1 < q->n; i++) {
        bool is;
        const struct str both =
            arena_join(q->arena, q->groups[i].word->word, q->groups[i + 1].word->word);
        if (both.n > FINDER_WORD) continue;
        const struct finder_word *w = finder_word(q->reader, q->arena, both);
        TRY(there(q, w->stem, &is));
        for (size_t k = i; is && k < i + 2; k++) {
            add(&q->groups[k], BY_JOINED, w->stem);
            q->groups[k].known = true;
            if (q->groups[k].weight < 1) q->groups[k].weight = 1;
        }
    }
    return OK;
}

static size_t group_of(const struct asking *q, uint32_t stem)
{
    size_t i = 0;
    while (i < q->n && q->groups[i].word->stem != stem) i++;
    return i;
}

/* What residents say: when all its words are in the question, each of them may also be what it means. */
static void mean(struct asking *q, const struct said_kept *one, double weight)
{
    size_t at[SAID_WORDS];
    for (size_t i = 0; i < one->said_n; i++)
        if ((at[i] = group_of(q, one->said[i])) == q->n) return;
    for (size_t i = 0; i < one->said_n; i++) {
        struct group *g = &q->groups[at[i]];
        for (size_t k = 0; k < one->means_n; k++)
            add_together(g, weight * (1 - 0.03 * (double)k), one->means[k].terms,
                         one->means[k].n);
        g->known = true;
        if (g->weight < 1) g->weight = 1;
    }
}

/* The longest first: of "bang thuis" and "thuis" the alternatives of the first weigh more. */
static void mean_all(struct asking *q)
{
    for (size_t words = SAID_WORDS; words > 0; words--) {
        struct said_kept one;
        for (struct str rest = q->meanings; said_next(&rest, &one);)
            if (one.said_n == words) mean(q, &one, words > 1 ? 1.0 : BY_MEANING);
    }
}

/* Is it one of the words that residents say? */
static bool is_said(const struct asking *q, uint32_t stem)
{
    struct said_kept one;
    for (struct str rest = q->meanings; said_next(&rest, &one);)
        for (size_t i = 0; i < one.said_n; i++)
            if (one.said[i] == stem) return true;
    return false;
}

/* ---- misspelt ---- */

static enum err look_up(struct asking *q, struct spelling *s)
{
    for (size_t n = s->from; n <= s->to; n++) {
        struct map_vocabulary_get_row row;
        bool found;
        TRY(map_vocabulary_get(q->db, q->arena, (int64_t)n, &row, &found));
        if (found) spelling_look(s, row.words);
    }
    return OK;
}

static void mean_word(struct asking *q, struct group *g, uint32_t stem, double weight)
{
    struct said_kept one;
    for (struct str rest = q->meanings; said_next(&rest, &one);) {
        if (one.said_n != 1 || one.said[0] != stem) continue;
        for (size_t k = 0; k < one.means_n; k++)
            add_together(g, weight * (1 - 0.03 * (double)k), one.means[k].terms,
                         one.means[k].n);
    }
}

static void tell_correction(struct asking *q, struct str typed, struct str used)
{
    struct map_found *f = q->found;
    if (f->corrections_n < MAP_WORDS)
        f->corrections[f->corrections_n++] = (struct map_correction){ typed, used };
}

static enum err correct(struct asking *q, struct group *g, double most, bool alone, bool *done)
{
    struct spelling s = spelling_start(g->word->word);
    if (s.most > most) s.most = most;
    TRY(look_up(q, &s));
    *done = s.found_n > 0;
    for (size_t i = 0; i < s.found_n; i++) {
        const double worse = s.found[i].order - s.found[0].order;
        const double weight = BY_SPELLING * exp(-2.5 * worse);
        if (i && worse > 0.6) break;
        const struct finder_word *w = finder_word(q->reader, q->arena, s.found[i].word);
        TRY(add_word(q, g, w, weight));
        if (i) mean_word(q, g, w->stem, weight * BY_MEANING); /* the first: with all others */
    }
    if (!*done) return OK;
    g->known = true;
    if (is_little(s.found[0].word)) g->weight = LITTLE;
    tell_correction(q, g->word->word, s.found[0].word);
    g->word = finder_word(q->reader, q->arena, s.found[0].word);
    if (!alone && s.found[0].cost > FAR) g->weight *= 0.5; /* perhaps it was another word */
    return OK;
}

/* A compound of which the map knows one part, and the other was misspelt. */
static enum err correct_part(struct asking *q, struct group *g, bool *done)
{
    const struct str word = g->word->word;
    *done = false;
    for (size_t at = word.n - 4; word.n > 8 && at >= 4 && !*done; at--) {
        const struct str head = str_upto(word, at), tail = str_from(word, at);
        if (!parts_known(head, PART_HEAD) && !parts_known(tail, PART_TAIL)) continue;
        const bool first = parts_known(head, PART_HEAD);
        struct spelling s = spelling_start(first ? tail : head);
        if (s.most > 1) s.most = 1;
        TRY(look_up(q, &s));
        if (!s.found_n) continue;
        const struct str meant = first ? arena_join(q->arena, head, s.found[0].word)
                                       : arena_join(q->arena, s.found[0].word, tail);
        const struct finder_word *whole = finder_word(q->reader, q->arena, meant);
        const struct finder_word *known = finder_word(q->reader, q->arena, first ? head : tail);
        const struct finder_word *part = finder_word(q->reader, q->arena, s.found[0].word);
        bool is;
        TRY(there(q, known->stem, &is));
        if (!is) continue;
        TRY(add_word(q, g, whole, BY_SPELLING));
        add_together(g, BY_SPELLING * BY_PARTS, (uint32_t[]){ known->stem, part->stem }, 2);
        tell_correction(q, word, meant);
        *done = g->known = true;
    }
    return OK;
}

static enum err rescue(struct asking *q, struct group *g, bool alone)
{
    bool done = false;
    if (q->ask->literal || g->weight < 1) return OK;
    /* A Dutch word that the map does not have is seldom a mistake, unless there is nothing else. */
    const bool dutch = dutch_known(g->word->word);
    TRY(correct(q, g, !dutch ? 9 : alone ? 0.9 : 0.4, alone, &done));
    if (!done && !dutch) TRY(correct_part(q, g, &done));
    if (done) return OK;
    if (q->found->missed_n < MAP_WORDS) q->found->missed[q->found->missed_n++] = g->word->word;
    return OK;
}

/* ---- the question ---- */

static enum err read_words(struct asking *q, uint32_t *hints)
{
    const struct finder_word **words;
    const size_t n =
        finder_words(q->reader, q->arena, str_upto(q->ask->text, MAP_QUESTION), &words);
    for (size_t i = 0; i < n && q->n < MAP_WORDS; i++) {
        const uint32_t hint = hint_of(words[i]->word);
        *hints |= hint;
        if (words[i]->empty || group_of(q, words[i]->stem) < q->n) continue;
        struct group *g = &q->groups[q->n++];
        *g = (struct group){ .word = words[i],
                             .weight = hint                        ? 0.3
                                       : is_little(words[i]->word) ? LITTLE
                                                                   : 1 };
        TRY(add_word(q, g, words[i], 1));
        if (!q->english) continue;
        const struct finder_word *w = finder_word(q->english, q->arena, words[i]->word);
        if (w->stem != words[i]->stem) add(g, BY_STEM, w->stem);
    }
    return OK;
}

static enum err put_term(struct asking *q, struct finder_score *s, uint32_t term)
{
    struct map_postings_row *lists;
    size_t n;
    TRY(map_postings(q->db, q->arena, term, &lists, &n));
    for (size_t i = 0; i < n; i++)
        finder_term(s, lists[i].entries, (uint32_t)lists[i].chunk * FINDER_CHUNK);
    return OK;
}

static enum err put_group(struct asking *q, struct finder_score *s, const struct group *g)
{
    finder_group(s, g->weight);
    for (size_t k = 0; k < g->n; k++) {
        const struct alternative *x = &g->alternatives[k];
        finder_alternative(s, x->weight, (unsigned)x->n);
        for (size_t t = 0; t < x->n; t++) TRY(put_term(q, s, x->terms[t]));
    }
    if (g->trigrams_n) finder_alternative(s, BY_TRIGRAMS, (unsigned)g->trigrams_n);
    for (size_t t = 0; t < g->trigrams_n; t++) TRY(put_term(q, s, g->trigrams[t]));
    return OK;
}

static enum err score(struct asking *q, const struct map_state_get_row *state,
                      struct finder_hit **hits, size_t *n)
{
    struct finder_score s =
        finder_score_start(q->arena, (size_t)state->highest + 1, (double)state->entries);
    for (size_t i = 0; i < q->n; i++)
        if (q->groups[i].n || q->groups[i].trigrams_n) TRY(put_group(q, &s, &q->groups[i]));
    *n = finder_best(&s, hits);
    q->found->partly = *n && (*hits)[0].share < 0.7f;
    return OK;
}

/* When nothing was found: the titles that share most runs of three letters with it. */
static enum err score_runs(struct asking *q, const struct map_state_get_row *state,
                           struct finder_hit **hits, size_t *n)
{
    for (size_t i = 0; i < q->n; i++)
        q->groups[i].trigrams_n =
            finder_trigrams(q->groups[i].word->word, q->groups[i].trigrams);
    return score(q, state, hits, n);
}

static enum err rescue_all(struct asking *q)
{
    size_t known = 0;
    for (size_t i = 0; i < q->n; i++)
        known += q->groups[i].weight >= 1 &&
                 (q->groups[i].known || is_said(q, q->groups[i].word->stem));
    for (size_t i = 0; i < q->n; i++)
        if (!q->groups[i].known && !is_said(q, q->groups[i].word->stem))
            TRY(rescue(q, &q->groups[i], !known));
    mean_all(q);
    for (size_t i = 0; i < q->n; i++)
        if (q->groups[i].weight >= 1 && q->groups[i].known)
            q->found->known[q->found->known_n++] = q->groups[i].word->word;
    return OK;
}

enum err map_asked(struct db *db, struct arena *a, const struct map_ask *ask,
                   struct map_found *found, struct finder_hit **hits, size_t *n,
                   uint32_t *hints)
{
    struct map_state_get_row state;
    bool made;
    *n = 0;
    TRY(map_state_get(db, a, &state, &made));
    if (!made) return OK;
    struct asking *q = NEW(a, struct asking, 1);
    *q = (struct asking){
        .db = db, .arena = a, .ask = ask, .found = found, .meanings = state.meanings
    };
    q->reader = finder_reader(STR("nl"), REMEMBERS);
    if (ask->lang == LANG_EN) q->english = finder_reader(STR("en"), REMEMBERS);
    enum err e = read_words(q, hints);
    if (e == OK) e = join_neighbours(q);
    if (e == OK) e = rescue_all(q);
    if (e == OK) e = score(q, &state, hits, n);
    if (e == OK && !*n && !ask->literal) e = score_runs(q, &state, hits, n);
    for (size_t i = 0; i < found->missed_n; i++)
        found->missed[i] = arena_copy(a, found->missed[i]);
    for (size_t i = 0; i < found->known_n; i++)
        found->known[i] = arena_copy(a, found->known[i]);
    for (size_t i = 0; i < found->corrections_n; i++) {
        found->corrections[i].typed = arena_copy(a, found->corrections[i].typed);
        found->corrections[i].used = arena_copy(a, found->corrections[i].used);
    }
    finder_reader_end(q->reader);
    finder_reader_end(q->english);
    return e;
}
