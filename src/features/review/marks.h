/* marks.h — a text with what was noticed in it (algo/noticed.h), in pieces that a page can mark, and
 * the same text with some of it left out.
 *
 * What is noticed is a hint. A person reads the text and decides. */
#ifndef FEATURES_REVIEW_MARKS_H
#define FEATURES_REVIEW_MARKS_H

#include "algo/noticed.h"
#include "web/web.h"

/* A piece of a text; pieces follow each other and together are the text. */
struct mark {
    struct str text;
    struct str look; /* "person", "contact" or "help"; empty: nothing was noticed here */
    const struct words
        *words; /* what it may be: "Misschien een naam"; NULL when look is empty */
};
struct marks {
    struct mark *at;
    size_t n;
    bool help;   /* may ask for help */
    bool danger; /* speaks of danger, or of not wanting to live */
};
/* Reads at most `most` bytes of the text for hints; the rest follows unmarked. */
struct marks marks_of(struct arena *a, struct str text, size_t most);

enum { HINTS_MOST = 50 };
/* What can be left out of a text: each word or number once, in order of the text; HINTS_MOST at
 * most. */
struct hint {
    struct str text;           /* as it stands there */
    struct str instead;        /* "[naam weggelaten]" */
    const struct words *words; /* what it may be */
    struct str look;
};
size_t hints_of(struct arena *a, struct str text, struct hint **hints);
/* The text without each place where `hint->text` stands by itself. */
struct str hint_left_out(struct arena *a, struct str text, const struct hint *hint);

#endif
