/* hyphen.h — where a word may be broken at the end of a line, by patterns of letters.
 *
 * The patterns are those that typesetting systems share: a number between two letters says how good
 * or bad a break there is, the highest one wins, and odd is good. One pattern on a line: ".ach4t",
 * "a1b". Lines in capitals, comments and those that change the spelling at a break are passed over.
 *
 * Source: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983). */
#ifndef ALGO_HYPHEN_H
#define ALGO_HYPHEN_H

#include "base/base.h"

enum {
    HYPHEN_WORD_MOST = 100, /* bytes; a longer word is not looked at */
    HYPHEN_BEFORE = 2,      /* letters that stay together at the start of a word */
    HYPHEN_AFTER = 3        /* and at its end */
};

struct hyphens;

/* Reads patterns (UTF-8). Memory: arena, some 50 bytes for each; the text must outlive it. Cost: a
 * millisecond for 12,000. */
struct hyphens *hyphens_read(struct arena *a, struct str patterns);

/* Marks in `breaks` (as many as bytes in the word) before which byte the word may be broken; gives how
 * many there are. The word is one word in any case; what is no letter is never broken at. */
size_t hyphen_points(const struct hyphens *h, struct str word, bool *breaks);

#endif
