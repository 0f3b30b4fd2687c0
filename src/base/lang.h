/* lang.h — the languages of the interface. Dutch is the source and stands in the templates; each
 * other has a file in locale/, named after its code. To add one: a name here, a line in lang.c, how
 * it writes numbers and months in out.c, a .po there (docs/templates.md). */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/base.h"

#include <string.h>

/* Every page stands in the first LANGS_WHOLE of them; so do reports and the index of what can be
 * searched. The others are translated for the pages that say so (`langs` in struct page). */
enum lang {
    LANG_NL,
    LANG_EN,
    LANGS_WHOLE,
    LANG_NL_SIMPLE = LANGS_WHOLE,
    LANG_TR,
    LANG_AR,
    LANGS
};

/* Sets of languages, a bit for each. */
enum { WHOLE_LANGS = (1u << LANGS_WHOLE) - 1, EVERY_LANG = (1u << LANGS) - 1 };

struct lang_about {
    struct str code; /* as in HTML (BCP 47): "nl", "nl-simple" */
    struct str name; /* in itself: "Nederlands" */
    bool rtl;
    struct str prefix; /* in front of its addresses: "" or "/en" */
};
const struct lang_about *lang_about(enum lang lang);
bool lang_read(struct str code, enum lang *lang); /* exact, "nl" */
/* False while the header of its .po says `X-Read-By:` and nobody's name behind it. */
bool lang_was_read(enum lang lang);

/* A text of the interface in each language; an empty one falls back to Dutch. Made only by
 * tools/templatec, from a sentence in a template or from SAY("…") in C. */
struct words {
    struct str in[LANGS];
};
struct str words_in(const struct words *w, enum lang lang);

/* SAY("Gaat goed") gives the words for that Dutch sentence. The build collects every SAY and
 * stops when one has no English; `words_find` ends the process on a text it does not know. */
#define SAY(dutch) (words_find(STR(dutch)))
const struct words *words_find(struct str dutch);
/* How the table of words is sorted: shorter ones first, because lengths are quick to compare. */
static inline int words_order(struct str x, struct str y)
{
    if (x.n != y.n) return x.n < y.n ? -1 : 1;
    return x.n ? memcmp(x.s, y.s, x.n) : 0;
}

#endif
