/* fold.h — letters as one compares them: small, without marks.
 *
 * Fixed tables, the same on each machine: no locale, no memory, no state. A code point is judged
 * by itself; what only a language can tell (German ü as ue) is not done.
 *
 * Source: the Unicode Character Database, for Latin, Greek, Cyrillic and Arabic. */
#ifndef ALGO_FOLD_H
#define ALGO_FOLD_H

#include "base/base.h"

enum { FOLD_MOST = 4 }; /* bytes that one letter folds to */

/* Is this part of a word? Letters and digits; not blanks, punctuation, signs and pictures. */
bool fold_letter(uint32_t c);
/* A mark that stands on the letter before it, or a sign that is not pronounced. */
bool fold_mark(uint32_t c);
/* A letter that has a small form and is not it. */
bool fold_capital(uint32_t c);
/* The value of a decimal digit, Western, Arabic, Persian or full width; -1 when it is none. */
int fold_digit(uint32_t c);

/* Writes what `c` folds to as UTF-8 and gives its length: nothing for a mark; é e, ß ss, ĳ ij, ı i. */
size_t fold(char to[FOLD_MOST], uint32_t c);
/* The same, and what people type for one another besides: of Arabic, each alef is ا, ى is ي,
 * ة is ه, Persian ک and ی are ك and ي; each digit is Western. */
size_t fold_loosely(char to[FOLD_MOST], uint32_t c);

#endif
