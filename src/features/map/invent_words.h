/* invent_words.h — the words of a made-up map. For invent.c. */
#ifndef FEATURES_MAP_INVENT_WORDS_H
#define FEATURES_MAP_INVENT_WORDS_H

#include <stddef.h>

struct invented_kind {
    const char *code, *subject, *titles, *texts, *summary, *by, *hours;
    int free;                               /* of a hundred */
    int referral, minimum_age, maximum_age; /* 0: none */
};
extern const struct invented_kind invented_kinds[];
extern const size_t invented_kinds_n;

#endif
