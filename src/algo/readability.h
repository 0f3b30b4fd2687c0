/* readability.h — how hard a Dutch text is to read, by what can be counted.
 *
 * Flesch-Douma: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. Higher is
 * easier: 100 a primer, above 65 plain Dutch, 50 a newspaper, below 30 the law. The score was made
 * for texts of a hundred words and more; of a few words it says little. It sees the length of
 * words and sentences, not whether they say something: a hint, never a judgement.
 *
 * What is counted:
 *   word       letters and digits, with the signs that stand inside: "e-mail", "thema’s", "12.30",
 *              "dialoog.nl". "en/of" is two.
 *   syllable   a group of vowels that Dutch speaks as one (aai, eeu, ij, oe …); a trema begins a
 *              new one. Each word has one at least; a number and an abbreviation have one, for
 *              they are seen, not spelled.
 *   sentence   ends at . ! ? … and their Arabic forms, or at a line end (so bring wrapped lines
 *              together first). A dot inside a word ends nothing, nor one before a small letter,
 *              nor one behind an initial or a short form such as "bijv." and "nr.".
 *
 * Reads UTF-8 without locale, memory or state; other bytes are taken for Latin-1.
 * Cost: some 140 ns per byte.
 * Source: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960). */
#ifndef ALGO_READABILITY_H
#define ALGO_READABILITY_H

#include "base/base.h"

enum { READABILITY_LONG = 4 }; /* a long word has more syllables than this */

struct readability {
    size_t sentences, words, syllables;
    size_t long_words; /* of more than READABILITY_LONG syllables */
    size_t longest;    /* the words of the longest sentence */
    struct str longest_sentence;
};

struct readability readability_of(struct str text);
/* Counts `more` as a continuation of `sum`. */
void readability_add(struct readability *sum, const struct readability *more);
/* Flesch-Douma; 0 when there are no words. Not bounded: may lie below 0 and above 100. */
double readability_score(const struct readability *r);

/* Takes the next sentence off the front of `rest`, its marks with it and no blanks around it.
 * False when there is none left. Sentences without a word in them are passed over. */
bool readability_sentence(struct str *rest, struct str *sentence);
/* Does it end as a sentence does, whatever quotes and brackets follow its mark? */
bool readability_ended(struct str sentence);
/* Takes the next word off the front of `rest`; false when there is none left. */
bool readability_word(struct str *rest, struct str *word);
size_t readability_syllables(struct str word);

#endif
