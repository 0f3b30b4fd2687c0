/* similar.h — texts that are nearly the same, brought together for whoever reviews them.
 *
 * Compared are the letters only: folded (algo/fold.h), with no blanks, punctuation, pictures or
 * invisible signs, each number as one sign and a repeated letter once. Of these every run of four
 * is a shingle. Two texts are as similar as the shingles they share among all they have (Jaccard,
 * 0 to 1). "GRATIS geld!!! Bel 0612345678" and "gratis  géld 😀 bel 06-87654321" are 1; other
 * words in a sentence of the same build are some 0.2; a longer copy with a name put in 0.6 and more (a copy of five words less).
 * A language makes no difference, except one written without letters of its own: there is no
 * stemming and no list of words. Texts with nothing left ("", "!!!", "👍") are similar to nothing.
 *
 * It brings texts together and decides nothing: that two people ask for the same in the same
 * words is no fault. It knows no meaning, and whoever knows it can write around it.
 *
 * Two ways to use it:
 *   stored     keep the fingerprint of each text: `same` in one indexed column, `near` as rows
 *              (band number, value, text) under an index. Texts of one `same` are copies; texts
 *              that meet in one band are worth comparing with similar_jaccard. Of pairs at 0.6
 *              meet 97 %, at 0.5 87 %, at 0.2 12 %, at 0.1 2 %.
 *   at once    similar_groups, for a list in memory.
 *
 * Text is UTF-8 without NUL; of anything else the part before the first offence is read. Of a
 * long text the first SIMILAR_LETTERS letters count. The values never change between machines or
 * runs; they are no protection against someone who makes two texts meet on purpose.
 * Source: Broder, "On the resemblance and containment of documents" (1997); Shrivastava, "Optimal
 * densification for fast and accurate minwise hashing" (2017). */
#ifndef ALGO_SIMILAR_H
#define ALGO_SIMILAR_H

#include "base/base.h"

enum { SIMILAR_BANDS = 16, SIMILAR_ROWS = 3, SIMILAR_LETTERS = 2000, SIMILAR_SHINGLE = 4 };

struct similar {
    int64_t same; /* equal for texts that are equal as compared; 0: nothing left */
    int64_t near[SIMILAR_BANDS]; /* all 0 when nothing is left */
};
/* About 40 ns per byte. Memory: the arena, given back. */
struct similar similar_fingerprint(struct arena *a, struct str text);

/* How similar two texts are, 0 to 1; 0 when one has nothing left. Memory: the arena, given back. */
double similar_jaccard(struct arena *a, struct str x, struct str y);

#define SIMILAR_NEAR 0.5 /* what a person would call nearly the same */

/* Groups `n` texts: `group[i]` becomes the place of the first text that text i belongs with, i
 * itself when there is none before it. Texts in a group hang together by pairs of at least
 * `threshold`, so its ends may be further apart. Every link is compared exactly; a pair that
 * meets in no band may be missed (see above), rarely in a group, which has many links.
 * Gives the number of groups of two and more. Below a threshold of 0.4 much is missed.
 *
 * Cost: 10,000 texts of 150 letters some 75 ms; grows with n, also for hostile texts.
 * Memory: arena, some 5 bytes per letter and 300 per text, given back. */
size_t similar_groups(struct arena *a, const struct str *text, size_t n, double threshold,
                      uint32_t *group);

#endif
