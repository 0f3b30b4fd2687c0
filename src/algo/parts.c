/* parts.c — a long word cut where two words meet. See parts.h. */
#include "algo/parts.h"

bool parts_known(struct str word, enum part where)
{
    const uint32_t h = parts_hash(word) & ~3u;
    size_t from = 0, to = parts_list_n;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (parts_list[middle] < h)
            from = middle + 1;
        else
            to = middle;
    }
    return from < parts_list_n && (parts_list[from] & ~3u) == h &&
           (parts_list[from] & (uint32_t)where);
}

bool dutch_known(struct str folded)
{
    for (uint32_t k = 0; k < DUTCH_HASHES; k++) {
        const uint32_t bit = dutch_bit(folded, k);
        if (!(dutch_filter[bit / 64] >> bit % 64 & 1)) return false;
    }
    return true;
}

/* Is this a part, perhaps with a letter behind it that binds it to the next? `part` is without. */
static bool head_of(struct str head, struct str *part)
{
    *part = head;
    if (parts_known(head, PART_HEAD)) return true;
    static const char *const binds[] = { "s", "e" };
    for (size_t i = 0; i < COUNT_OF(binds); i++) {
        const struct str end = str_of(binds[i]);
        if (head.n < 4 + end.n || !str_ends(head, end)) continue;
        *part = str_upto(head, head.n - end.n);
        if (parts_known(*part, PART_HEAD)) return true;
    }
    return false;
}

/* Where `word` is cut best: where its shorter half is longest, and of those the last. 0: nowhere. */
static size_t best_cut(struct str word, struct str *head)
{
    size_t best = 0, shortest = 0;
    struct str part;
    for (size_t at = PART_LEAST; at + PART_LEAST <= word.n; at++) {
        const size_t shorter = at < word.n - at ? at : word.n - at;
        if (shorter < shortest || !parts_known(str_from(word, at), PART_TAIL) ||
            !head_of(str_upto(word, at), &part))
            continue;
        best = at;
        shortest = shorter;
        *head = part;
    }
    return best;
}

/* Adds the parts of `word`, or `word` itself when it has none. */
static void put(struct str word, struct str parts[PARTS_MOST], size_t *n)
{
    struct str head = { 0 };
    const size_t cut = *n + 2 <= PARTS_MOST ? best_cut(word, &head) : 0;
    if (cut) put(head, parts, n);
    if (*n < PARTS_MOST) parts[(*n)++] = cut ? str_from(word, cut) : word;
}

size_t parts_of(struct str word, struct str parts[PARTS_MOST])
{
    size_t n = 0;
    if (word.n < 2 * PART_LEAST) return 0;
    put(word, parts, &n);
    return n < 2 ? 0 : n;
}
