/* naming.h — where somebody's name stands in a text, and the text with a role in its place.
 *
 * A name is looked for as it is said: capitals, accents and kinds of blanks do not matter, and it stands by
 * itself ("Ria" is not in "Maria"). What cannot be decided without reading is found too, and says so:
 * a small letter ("roos"), a longer name around it ("Anne-Marie", "Ria Jansen"), an ending ("Ria’s").
 *
 * Text is UTF-8 without NUL. Cost: some 0.5 ns a byte. Memory: arena, for the name alone. */
#ifndef ALGO_NAMING_H
#define ALGO_NAMING_H

#include "base/base.h"

enum { NAMING_LONGEST = 200 }; /* bytes of a name, folded */

struct naming { /* a name to look for */
    char folded[NAMING_LONGEST];
    size_t n;
    bool may_begin[256]; /* the byte with which a name may begin in a text */
};
struct name_place {
    size_t from, length; /* in bytes, on whole letters */
    bool sure;           /* nothing around it asks to be read first */
    bool begins;         /* a sentence begins here */
};
/* False when there is no letter in it, or too much. */
bool naming_of(struct str name, struct naming *n);
/* The next place at or behind byte `from`; false when there is none. */
bool naming_next(const struct naming *n, struct str text, size_t from,
                 struct name_place *found);
/* The text with the role in each place; where a sentence begins, with a capital. `sure`: all of them are.
 * Gives how many there were; with none, `said` is the text itself. */
size_t naming_said(struct arena *a, const struct naming *n, struct str text, struct str role,
                   struct str *said, bool *sure);

#endif
