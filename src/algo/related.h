/* related.h — texts that speak of the same, found by the words they share and with those words as the reason.
 *
 * A text is read as its terms: the stem of each word that says something (algo/analyse.h; small words,
 * and words such as "moet", "mensen" and "graag" are passed over), and of a compound the stems of its
 * parts too (algo/parts.h), so "huurwoning" meets "woningen" and "huren". Two texts are as related as
 * the terms they share among all they have, each weighed by how rare it is among all texts that are
 * compared (cosine of tf-idf); a term that is only a part of a word in one of them counts for
 * RELATED_PART of that.
 *
 * It brings texts together and decides nothing. It knows no meaning: who says the same in other words
 * is not found, and who says the opposite in the same words is.
 *
 * Terms are numbers (a hash of the stem; the last bit says that it stands there as a word), ascending,
 * each stem once: what is kept of a text to compare it later. They are as personal as the text.
 * Two stems in four thousand million meet by chance.
 *
 *   struct reader *r = related_reader(STR("nl"), 1000);    for many texts
 *   n = related_terms(r, arena, text, &terms);
 *   struct related q = related_to(arena, terms, n);   a question
 *   related_take(&q, id, terms, n);                   each text it is compared with
 *   n = related_best(&q, RELATED_LEAST, 50, &hits);   best first
 *   n = related_marks(r, arena, text, terms, n, &marks);  where the shared words stand in a text
 *
 * Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988).
 * Cost: reading 8 µs for 120 bytes; comparing 0.1 µs a text. Memory: arena; a reader has its own. */
#ifndef ALGO_RELATED_H
#define ALGO_RELATED_H

#include "base/base.h"

enum {
    RELATED_TERMS = 400,
    RELATED_ASKED = 4000, /* of a question */
    RELATED_MANY = 1 << 16
}; /* of one text; to read thousands of texts */
#define RELATED_PART 0.9
#define RELATED_LEAST 0.14 /* below this two texts share too little to be shown together */

struct reader; /* one thread at a time */
/* For "nl", "en", or another language: then words as they are. It remembers some words: the more, the
 * faster it reads many texts (80 bytes each). */
struct reader *related_reader(struct str lang, size_t remembers);
void related_reader_end(struct reader *r);

size_t related_terms(struct reader *r, struct arena *arena, struct str text, uint32_t **terms);
/* Of several texts together: ascending, each once. Gives how many are left. */
size_t related_union(uint32_t *terms, size_t n);
/* As they are kept. */
struct str related_stored(struct arena *arena, const uint32_t *terms, size_t n);

struct related_text {
    int64_t id;
    uint32_t shared_from;
    uint16_t shared_n, n; /* of its terms; how many it has in all */
};
struct related { /* a question */
    struct arena *arena;
    const uint32_t *terms;
    size_t n;
    uint16_t *place; /* of a term in `terms`, and one; by its hash, open addressing */
    uint32_t place_mask;
    size_t *seen;               /* in how many texts each term stands */
    size_t all;                 /* texts taken */
    struct related_text *texts; /* those that share something */
    size_t texts_n, texts_room;
    uint16_t *shared; /* places in `terms`; SHARED_PART when it is only a part in one of them */
    size_t shared_n, shared_room;
};
struct related_hit {
    int64_t id;
    double score; /* 0 to 1 */
};
/* At most RELATED_ASKED terms count. */
struct related related_to(struct arena *arena, const uint32_t *terms, size_t n);
void related_take(struct related *q, int64_t id, const uint32_t *terms, size_t n);
/* The same, of terms as they are kept; bytes that are none are a text without terms. */
void related_take_stored(struct related *q, int64_t id, struct str stored);
/* Those of at least `least`, at most `most`; the text that asks is left to whoever asks. */
size_t related_best(struct related *q, double least, size_t most, struct related_hit **hits);

struct mark { /* a word, in bytes of the text */
    size_t from, length;
};
/* The words of a text that have a stem or part among `terms`, in order. */
size_t related_marks(struct reader *r, struct arena *arena, struct str text,
                     const uint32_t *terms, size_t n, struct mark **marks);

#endif
