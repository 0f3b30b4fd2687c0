/* lang.h — the languages of the interface. Dutch is the source and stands in the templates; each
 * other has a file in locale/. To add one: a line here, a .po there. */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/base.h"

enum lang { LANG_NL, LANG_EN, LANGS };

struct lang_about {
    struct str code; /* as in HTML: "nl" */
    struct str name; /* in itself: "Nederlands" */
    bool rtl;
};
const struct lang_about *lang_about(enum lang lang);
bool lang_read(struct str code, enum lang *lang); /* exact, "nl" */

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

#endif
