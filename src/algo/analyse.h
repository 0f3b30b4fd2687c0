/* analyse.h — a text as the words one looks for: folded, and reduced to their stem.
 *
 * The same is done to what is stored and to what is asked, so "Ideeën" finds "idee" and "CAFÉS"
 * finds "café":
 *   1. cut at everything that is neither letter nor digit (so "thema's" is "thema" and "s");
 *   2. fold: small letters, no diacritics (é e, ß ss, ĳ ij);
 *   3. stem: Snowball, again and again until nothing changes, so that every form of a word ends in
 *      the same place (once is not enough: it takes one ending at a time). Dutch diminutives, which
 *      Snowball leaves alone, lose theirs first: "bankjes" is found with "bank".
 * Words like "de" and "of" are marked; whoever asks for them gives them no weight.
 *
 * A word holds letters and digits only: no quote, no operator, no private-use character. That is
 * what keeps the query language of the index out of reach.
 *
 * Source: Porter's Snowball (libstemmer) for Dutch and English; other languages keep their words.
 * Cost: about 0.3 µs per byte. Memory: arena; the stemmer has its own, given back by analyser_end. */
#ifndef ALGO_ANALYSE_H
#define ALGO_ANALYSE_H

#include "base/base.h"

struct analyser {               /* one thread at a time */
    struct sb_stemmer *stemmer; /* NULL: this language has none */
    const char *const *stops;   /* sorted */
    size_t stops_n;
    bool dutch;
};
struct analyser analyser_start(struct str lang); /* "nl", "en", or another */
void analyser_end(struct analyser *a);

struct analysed {
    struct str word; /* folded */
    struct str stem;
    size_t from, length; /* where it stands in the text, in bytes */
    bool stop;           /* carries no meaning by itself */
};
/* The words of `text` (well-formed UTF-8) in order. Words beyond 64 bytes are cut there. */
size_t analyse(const struct analyser *a, struct arena *arena, struct str text,
               struct analysed **words);

#endif
