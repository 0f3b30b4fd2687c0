/* said.h — residents' words: what people say, and what those who help call it.
 *
 * The program comes with a list (said_words.c); a city changes it at the desk (table map_meaning). Both
 * together are kept as numbers, so that a question is compared with all of them at once. */
#ifndef FEATURES_MAP_SAID_H
#define FEATURES_MAP_SAID_H

#include "algo/finder.h"
#include "store/store.h"

struct said_means {
    const char *said, *means; /* words that stand together; words of the map, with commas */
};
extern const struct said_means said_words[];
extern const size_t said_words_n;

enum { SAID_WORDS = 6, SAID_MEANS = 8 };

/* One of them, as it is kept: terms of stems. */
struct said_kept {
    uint32_t said[SAID_WORDS];
    size_t said_n;
    struct said_alternative {
        uint32_t terms[FINDER_TOGETHER];
        size_t n;
    } means[SAID_MEANS];
    size_t means_n;
};
/* Everything that is said, as bytes; what the city made of it goes before the program's. */
MUST_CHECK enum err said_make(struct db *db, struct finder_reader *r, struct arena *a,
                              struct str *kept);
/* The next one; false at the end, or when the bytes are no such list. */
bool said_next(struct str *kept, struct said_kept *one);
/* Each word that is said, for the vocabulary. */
MUST_CHECK enum err said_each(struct db *db, struct arena *a,
                              void (*take)(struct str said, void *with), void *with);

#endif
