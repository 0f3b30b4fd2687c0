/* lines.h — a paragraph as lines: what stands on each, and in which order from left to right.
 *
 * Lines are filled as far as they go and begin at the side where the language begins; between words
 * there is always the same space. A word is broken, by the patterns of its language, only where the
 * line would stay short without; a word wider than the line is broken anywhere. Text in both
 * directions is put in order by the Unicode bidirectional algorithm (fribidi); each run stands by
 * itself in that, so that what somebody wrote cannot turn round what stands beside it. */
#ifndef DOCUMENT_LINES_H
#define DOCUMENT_LINES_H

#include "document/letters.h"

struct hyphens;

struct run {         /* a part of a paragraph that is set in one way */
    struct str text; /* cleaned; may hold LF, where a new line begins */
    struct str lang;
    enum weight weight;
    bool slanted;
    const void *with; /* the caller's own, found back in each piece */
};

struct piece { /* what is never broken further */
    const struct shaped *shaped;
    struct str text; /* what it stands for; differs from what is shown where that is a sign */
    const struct run *run;
    uint8_t level; /* odd: from right to left */
    bool space;
    bool breaks;  /* a line may end behind it */
    bool ends;    /* a line must end behind it */
    bool hyphen;  /* shows the dash at the end of a broken word */
    bool spelled; /* its glyphs say by themselves which text they are */
    double x;     /* in a line: where it begins */
};

struct line {
    struct piece *pieces; /* in the order they are read */
    size_t n;
    double width;
    bool spaced; /* pieces[n] is the blank behind it: not seen, but read before the next line */
};

struct typesetter {
    struct arena *a;
    struct arena work; /* of one paragraph, while its lines are made */
    struct letters letters;
    const struct hyphens *hyphens[2]; /* Dutch, English; read when first needed */
};

void typesetter_start(struct typesetter *t, struct arena *a);
void typesetter_end(struct typesetter *t);

struct setting {
    double size, width; /* points */
    bool rtl;           /* the paragraph begins at the right */
    bool hyphenate;
};
/* Gives at least one line when there is any text. */
struct line *lines_make(struct typesetter *t, const struct run *runs, size_t runs_n,
                        const struct setting *setting, size_t *n);
/* How wide a text is when nothing breaks it but itself. */
double lines_width(struct typesetter *t, struct str text, enum weight weight, double size);

#endif
