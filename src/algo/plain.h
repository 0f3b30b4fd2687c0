/* plain.h — remarks on a Dutch text that an editor writes: sentences that are long, and hard words with
 * what most people say instead. For an editor's own text only; nobody's voice is measured.
 *
 * A sentence is long above PLAIN_LONG words and too long above PLAIN_TOO_LONG. A hard word is found in
 * each of its forms (algo/analyse.h), several words together ("met betrekking tot") as they stand in
 * the list. The list is one file, plain_words.c.
 *
 * Cost: some 2 ms for a page of text. Memory: arena. */
#ifndef ALGO_PLAIN_H
#define ALGO_PLAIN_H

#include "base/base.h"

enum { PLAIN_LONG = 15, PLAIN_TOO_LONG = 20, PLAIN_MOST = 40 };

struct plain_word {
    const char *hard, *easier;
};
extern const struct plain_word plain_words[];
extern const size_t plain_words_n;

enum plain_kind { PLAIN_SENTENCE, PLAIN_WORD };
struct plain_remark {
    enum plain_kind kind;
    struct str text;    /* as it stands there: the sentence, or the word */
    size_t words;       /* of the sentence */
    const char *easier; /* of the word */
};
/* At most PLAIN_MOST, sentences first, each hard word once. */
size_t plain_remarks(struct arena *arena, struct str text, struct plain_remark **remarks);

#endif
