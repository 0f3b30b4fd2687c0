/* spelling.h — which known word somebody meant who misspelt it, for Dutch.
 *
 * Two things count, the second twice as much: how many letters differ (a letter too many or too few, another letter, two
 * that changed places; Damerau 1964), and how much it sounds otherwise. For that a word is written by
 * its sound: ij and ei are one, au and ou, ch and g, c and k or s, ie and i, v and f, z and s; a double
 * letter is one, and d, b and n at the end are heard as they are said. So "fiesioterapie" is near
 * "fysiotherapie", though five letters differ. A vowel for a vowel, a neighbour on the keyboard and a
 * letter twice cost less; another first letter costs more. A word that is known from more entries is
 * meant sooner.
 *
 * Known words are kept as bytes, one after the other, in lists by the length of their sound; a word is
 * looked for in the lists of lengths near its own:
 *
 *   struct spelling s = spelling_start(folded);
 *   for (size_t n = s.from; n <= s.to; n++) spelling_look(&s, list_of(n));
 *
 * Cost: 5 ns for each word of those lists and 300 ns for those that are near. No memory: what is found
 * points into the lists. */
#ifndef ALGO_SPELLING_H
#define ALGO_SPELLING_H

#include "base/base.h"

enum { SPELLING_WORD = 40, SPELLING_FOUND = 3 };

struct spelling_hit {
    struct str word;
    double cost;  /* 0: the same */
    double order; /* by which they are chosen: less is better */
};
struct spelling {
    struct str typed;
    char sound[2 * SPELLING_WORD];
    size_t sound_n;
    uint32_t letters;
    double most;     /* what a word may cost; more for a longer word */
    size_t from, to; /* lengths of sound to look at */
    struct spelling_hit found[SPELLING_FOUND]; /* best first */
    size_t found_n;
};

/* Of a folded word; one that is too short or too long finds nothing (from > to). */
struct spelling spelling_start(struct str folded);
void spelling_look(struct spelling *s, struct str list);

/* The sound of a folded word; gives its length, at most 2 * SPELLING_WORD. */
size_t spelling_sound(struct str folded, char *to);
/* A word as it stands in a list, and the length of its sound, which says in which; nothing for a word that
 * can never be meant. `often`: in how many entries it stands. Memory: the arena. */
struct str spelling_kept(struct arena *a, struct str folded, uint32_t often, size_t *length);

#endif
