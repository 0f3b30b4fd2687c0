/* noticed_inside.h — what the files of noticed share: patterns of signs, and lists of words. */
#ifndef ALGO_NOTICED_INSIDE_H
#define ALGO_NOTICED_INSIDE_H

#include "algo/noticed.h"

/* noticed_signs.c: which passage of signs and numbers begins at byte `at`, behind something that
 * is neither letter nor digit? Gives its end, or 0. */
size_t noticed_signs(struct str text, size_t at, enum noticed *kind);

/* noticed_words.c: all words folded loosely (algo/fold.h). */
struct noticed_phrase {
    enum noticed kind;
    const char
        *words; /* a * stands for more letters; a word may stand between three and more */
};
extern const struct noticed_phrase noticed_phrases[];
extern const size_t noticed_phrases_n;
/* Common first names, in order. Behind those that are also words stands a question mark. */
extern const char *const noticed_names[];
extern const size_t noticed_names_n;

bool noticed_title(struct str word);   /* a name follows: mevrouw, buurman */
bool noticed_known(struct str word);   /* written with a capital, and nobody's name */
bool noticed_towards(struct str word); /* a place follows: in, naar */
bool noticed_between(struct str word); /* stands inside names: van, de, el */
bool noticed_calls(struct str word);   /* ends what a name follows: (ik) heet, (my name) is */
bool noticed_month(struct str word);   /* a month, whole or short */

#endif
