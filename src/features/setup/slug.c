/* slug.c — from a title to the name of a thing in addresses. */
#include "algo/fold.h"
#include "features/setup/edit.h"

enum { SLUG_MOST = 50 }; /* bytes; leaves room for a number behind it */

struct str slug_propose(struct arena *a, struct str title)
{
    char *s = NEW(a, char, SLUG_MOST + FOLD_MOST + 1), letter[FOLD_MOST];
    size_t n = 0, word = 0;
    while (title.n && n < SLUG_MOST) {
        const uint32_t c = str_codepoint(&title);
        const size_t of = fold(letter, c);
        for (size_t i = 0; i < of; i++)
            if ((letter[i] >= 'a' && letter[i] <= 'z') ||
                (letter[i] >= '0' && letter[i] <= '9'))
                s[n++] = letter[i];
        if (!fold_letter(c) && !fold_mark(c) && n && s[n - 1] != '-') {
            word = n; /* a name that is cut ends with a whole word */
            s[n++] = '-';
        }
    }
    if (title.n && word && n >= SLUG_MOST) n = word;
    while (n && s[n - 1] == '-') n--;
    return (struct str){ s, n };
}
