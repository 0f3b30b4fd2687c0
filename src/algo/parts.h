/* parts.h — the words that longer Dutch words are put together of: "huur" and "woning" in "huurwoning".
 *
 * The list is made while building, by tools/parts, from Debian's wdutch (OpenTaal): every word that
 * stands in front of or behind other words of that list often enough to be a part and no ending. Only
 * the hashes of the words are built in, in order, so a look-up is a search in one array of numbers;
 * the last two bits of each say where it may stand. Of other words one in 100,000 is taken for a part.
 *
 * Cost: some 60 ns a look-up; splitting a word of twelve letters 1 µs. No memory, no state. */
#ifndef ALGO_PARTS_H
#define ALGO_PARTS_H

#include "base/base.h"

enum { PARTS_MOST = 6, PART_LEAST = 3 };

enum part { PART_HEAD = 1, PART_TAIL = 2 };

/* FNV-1a of a folded word; the same in the list and when asked. */
static inline uint32_t parts_hash(struct str word)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < word.n; i++) h = (h ^ (unsigned char)word.s[i]) * 16777619u;
    return h;
}

/* Is it a word of that list at all? Two of a hundred others are taken for one. */
bool dutch_known(struct str folded);

enum { DUTCH_BITS = 1 << 22, DUTCH_HASHES = 3 };
static inline uint32_t dutch_bit(struct str word, uint32_t which)
{
    const uint32_t h = parts_hash(word);
    return (h + which * ((h >> 17 | h << 15) * 0x9E3779B1u | 1u)) % DUTCH_BITS;
}
extern const uint64_t dutch_filter[DUTCH_BITS / 64]; /* build/gen/parts.c */

extern const uint32_t parts_list[]; /* ascending; build/gen/parts.c */
extern const size_t parts_list_n;

/* May it stand there? */
bool parts_known(struct str word, enum part where);
/* The parts of a folded word, slices of it, in order; what binds them ("s" in "stadsbus") is left
 * out. 0 when it is no compound as far as the list knows. */
size_t parts_of(struct str word, struct str parts[PARTS_MOST]);

#endif
